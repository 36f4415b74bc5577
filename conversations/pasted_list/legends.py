"""Marks that a list explains itself: „[R] – zespół redakcyjny”, „pogrubieni: zespół redakcyjny”.

Source: domain.md §3.5 (footnotes and marks of roles). A mark is written out as one that every list
has, „(ZR)”, so that whoever reads the rows need not know of it. What cannot be seen in a text, such
as a colour, is only told. Stars are told in `footnotes`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from conversations.pasted_list.broken_lines import names_in_any_case
from conversations.pasted_list.characters import Line, holds
from conversations.pasted_list.sections import Section, section_mentioned, section_of
from conversations.vocabulary import fold

_LONGEST: Final = 200
_WRITTEN: Final = {
    Section.EDITORIAL: " (ZR) ",
    Section.STEERING: " (GS) ",
    Section.PLENIPOTENTIARY: " (Pełnomocnik ds. SZJ) ",
}
# One of these is in every legend of a part; to look for them is cheaper than for the marks.
_HINTS: Final = ("redak", "redag", "nomocnik", "steruj", "wdro", "pszj", "zr", "gs", "blok")
_KNOWN: Final = frozenset({"zr", "gs", "zs", "pszj"})
_PART: Final = re.compile(r"\s*[(\[]?([^\s()\[\]\d*•·–—=:;,-]{1,4})[)\]]?\s*(?:[–—=:]+|- )\s*(.+)")
_BETWEEN_PARTS: Final = re.compile(r"[,;]\s*(?=[(\[]?[^\s()\[\]]{1,4}[)\]]?\s*[–—=:-])")
_ROMAN: Final = re.compile(r"[IVX]+")
_TELLS: Final = re.compile(r"\b(?:oznacz|zaznacz|wyr[oó][zż]ni|liter|znak|symbol)", re.IGNORECASE)
_NAMED: Final = re.compile(
    r"[(\[]([^\s()\[\]]{1,4})[)\]]|[„\"']([^\s”\"']{1,4})[”\"']"
    r"|\b(?:liter[aą]|znakiem|symbolem|oznacz\w+(?: jako)?) ([^\s,.;:]{1,4})(?=[\s,.;:]|$)",
)
_BRACKETED: Final = re.compile(r"[(\[][^\w\s()*]{1,3}[)\]]")
_BOLD: Final = re.compile(r"\b(?:pogrubi|wyt[lł]uszcz|bold|t[lł]ust)", re.IGNORECASE)
_IS_BOLD: Final = re.compile(r"\*\*[^*]+\*\*|__[^_]+__|<(?:b|strong)>", re.IGNORECASE)
_UNSEEN: Final = re.compile(
    r"\b(?:kolor|[zż][oó][lł]t|czerwon|zielon|niebiesk|podkre[sś]l|kursyw|zakre[sś]l|pod[sś]wietl)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Legends:
    """The lines with their marks written out; `told` are those that explain, `unseen` those of them
    whose marks the text does not show.
    """

    lines: Sequence[Line]
    told: frozenset[int] = frozenset()
    unseen: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Found:
    symbols: dict[str, Section] = field(default_factory=dict)
    bold: Section | None = None
    told: set[int] = field(default_factory=set)
    unseen: set[int] = field(default_factory=set)


def with_marks_written_out(lines: Sequence[Line]) -> Legends:
    """The lines, each mark that one of them explains written out in the others."""
    found = _Found()
    for line in lines:
        if len(line.raw) <= _LONGEST and holds(line.raw.lower(), _HINTS):
            _look_at(line, lines, found)
    if not found.told:
        return Legends(lines)
    marked = tuple(
        line if line.number in found.told else _written_out(line, found.symbols, found.bold)
        for line in lines
    )
    return Legends(marked, frozenset(found.told), frozenset(found.unseen))


def _look_at(line: Line, lines: Sequence[Line], found: _Found) -> None:
    others = [other for other in lines if other is not line]
    symbols = _parts_of(line.raw)
    if symbols and any(_holds(other, symbol) for other in others for symbol in symbols):
        found.symbols |= symbols
        found.told.add(line.number)
        return
    section = _section_told(line.raw)
    if section is None:
        return
    if _BOLD.search(line.raw):
        found.told.add(line.number)
        if any(_IS_BOLD.search(other.raw) for other in others):
            found.bold = section
        else:
            found.unseen.add(line.number)
    elif _TELLS.search(line.raw) or _BRACKETED.search(line.raw):
        named = (next(filter(None, match)) for match in _NAMED.findall(line.raw))
        seen = [name for name in named if any(_holds(other, name) for other in others)]
        if seen:
            found.symbols |= dict.fromkeys(seen, section)
            found.told.add(line.number)
        elif _TELLS.search(line.raw) and "*" not in line.raw and "gwiazdk" not in fold(line.raw):
            found.told.add(line.number)
            found.unseen.add(line.number)
    elif _UNSEEN.search(line.raw):
        found.told.add(line.number)
        found.unseen.add(line.number)


def _parts_of(text: str) -> dict[str, Section]:
    """The marks that a line of nothing but legends explains; none for any other line."""
    symbols: dict[str, Section] = {}
    for part in _BETWEEN_PARTS.split(text.strip(" .()")):
        told = _PART.fullmatch(part)
        section = section_of(told[2].strip(" .)")) if told else None
        if told is None or section is None or not _may_be_mark(told[1]):
            return {}
        if fold(told[1]) not in _KNOWN:
            symbols[told[1]] = section
    return symbols


def _may_be_mark(symbol: str) -> bool:
    """„x” and „R” may mark somebody; „a” and „II” number the parts of a list."""
    return _ROMAN.fullmatch(symbol) is None and not (symbol.islower() and symbol not in "xvrzt")


def _section_told(text: str) -> Section | None:
    if not any(each.search(text) for each in (_BOLD, _TELLS, _UNSEEN, _BRACKETED)):
        return None
    section = section_mentioned(text)
    return None if section is Section.STEERING or names_in_any_case(text) else section


def _holds(line: Line, symbol: str) -> bool:
    return symbol in line.raw and (
        not symbol.isalnum() or _pattern(symbol).search(line.text) is not None
    )


def _pattern(symbol: str) -> re.Pattern[str]:
    """A mark in brackets, or alone behind a comma, a dash or a column, or at the end of a line."""
    escaped = re.escape(symbol)
    return re.compile(
        rf"[(\[] ?{escaped} ?[)\]]|(?<=[,;/|\t\x1f–-]) ?{escaped}(?=[ \t\x1f]*(?:[,;/|\t\x1f–-]|$))"
        rf"|(?<=[^\s] ){escaped}$"
    )


def _written_out(line: Line, symbols: Mapping[str, Section], bold: Section | None) -> Line:
    text = line.text
    for symbol, section in symbols.items():
        if symbol not in line.raw:
            continue
        plain = _pattern(symbol).sub(_WRITTEN[section], text)
        seen = plain != text or symbol.isalnum()
        text = plain if seen else text.replace(symbol, " ") + _WRITTEN[section].rstrip()
    if bold is not None and _IS_BOLD.search(line.raw):
        text += _WRITTEN[bold].rstrip()
    return line if text == line.text else replace(line, text=text.rstrip())
