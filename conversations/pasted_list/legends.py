"""Marks that a list explains itself: „[R] – zespół redakcyjny”, „pogrubieni: zespół redakcyjny”.

Source: domain.md §3.5 (footnotes and marks of roles). A mark is written out as one that every list
has, „(ZR)”, so that whoever reads the rows need not know of it. What cannot be seen in a text, such
as a colour, is only told. Stars are told in `footnotes`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from conversations.pasted_list.broken_lines import names_in_any_case
from conversations.pasted_list.bullets import without_bullet
from conversations.pasted_list.characters import Line, holds
from conversations.pasted_list.denial import denies
from conversations.pasted_list.marks_below import BULLETS
from conversations.pasted_list.names import names_somebody
from conversations.pasted_list.sections import Section, section_mentioned, section_of
from conversations.positions import PositionClass, classify
from conversations.vocabulary import ACRONYMS, UNITS, fold

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
_BOLD: Final = re.compile(
    r"\b(?:pogrubi|wyt[lł]uszcz|bold(?:em|owan\w+)?\b|t[lł]ust(?:y\w{0,2}|[aąeo])\b)", re.IGNORECASE
)
_IN_BOLD: Final = re.compile(
    r"(?<![\w*_])(?:\*\*|__)(?=[^\W_])([^*_]{1,200})(?<=\S)(?:\*\*|__)(?![\w*_])"
    r"|<(?:b|strong)>([^<]{1,200})",
    re.IGNORECASE,
)
_COLOUR: Final = r"(?:[zż][oó][lł]t|czerwon|zielon|niebiesk)(?:[yi]\w{0,2}|[aąo]|i?e(?:j|go)?)\b"
_UNSEEN: Final = re.compile(
    rf"\b(?:kolor|{_COLOUR}|podkre[sś]l|kursyw|zakre[sś]l|pod[sś]wietl)", re.IGNORECASE
)
_INITIALED: Final = re.compile(
    r"(?:[A-ZĆŁŚŹŻ][^\W\d_]{2,25} [A-ZĆŁŚŹŻ]\.|[A-ZĆŁŚŹŻ]\. ?[A-ZĆŁŚŹŻ]\w)"
)
_ONLY_IN_BRACKETS: Final = frozenset("-–—/.,;:…'\"")
_BULLETS: Final = BULLETS | frozenset(">#&")
_UNITS: Final = (*UNITS, "dzial", "zespol", "sektor", "filia", "filii")
_QUOTES: Final = (">", ">>", "|")
_LONGEST_WORD: Final = 2
"""Letters: what is longer and no acronym is a word or a surname, and marks nobody."""
_MOST_MARKS: Final = 12
"""Different ones that the lines of a text are looked through for."""


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
    lines: Sequence[Line]
    symbols: dict[str, Section] = field(default_factory=dict)
    bold: Section | None = None
    told: set[int] = field(default_factory=set)
    unseen: set[int] = field(default_factory=set)
    _holding: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def beside(self, line: Line, symbol: str) -> bool:
        """Whether a mark stands beside somebody in another line than the one that explains it."""
        if symbol not in self._holding and len(self._holding) < _MOST_MARKS:
            pattern = _pattern(symbol)
            holding = (each.number for each in self.lines if _holds(each, symbol, pattern))
            self._holding[symbol] = tuple(islice(holding, 2))
        return any(number != line.number for number in self._holding.get(symbol, ()))


def with_marks_written_out(lines: Sequence[Line]) -> Legends:
    """The lines, each mark that one of them explains written out in the others."""
    found = _Found(lines)
    for line in lines:
        if len(line.raw) <= _LONGEST and holds(line.raw.lower(), _HINTS):
            _look_at(line, found)
    if not found.told:
        return Legends(lines)
    patterns = {symbol: _pattern(symbol) for symbol in found.symbols}
    marked = tuple(
        line if line.number in found.told else _written_out(line, found, patterns) for line in lines
    )
    return Legends(marked, frozenset(found.told), frozenset(found.unseen))


def _look_at(line: Line, found: _Found) -> None:
    symbols = _parts_of(line.raw)
    if symbols and any(found.beside(line, symbol) for symbol in symbols):
        found.symbols |= symbols
        found.told.add(line.number)
        return
    if any(not symbol.isalnum() and symbol not in _QUOTES for symbol in symbols):
        _tell_unseen(line, found)
        return
    section = _section_told(line.raw)
    if section is None:
        return
    tells = _TELLS.search(line.raw)
    starred = "*" in line.raw or "gwiazdk" in fold(line.raw)
    if _BOLD.search(line.raw):
        bold = not denies(line.raw) and any(map(_is_bold, found.lines))
        if bold:
            found.bold = section
            found.told.add(line.number)
        else:
            _tell_unseen(line, found)
    elif tells or _BRACKETED.search(line.raw):
        if denies(line.raw):
            if tells and not starred:
                _tell_unseen(line, found)
            return
        named = (next(filter(None, match)) for match in _NAMED.findall(line.raw))
        seen = [name for name in named if found.beside(line, name)]
        if seen:
            found.symbols |= dict.fromkeys(seen, section)
            found.told.add(line.number)
        elif tells and not starred:
            _tell_unseen(line, found)
    elif _UNSEEN.search(line.raw):
        _tell_unseen(line, found)


def _tell_unseen(line: Line, found: _Found) -> None:
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
    """„x” and „R” may mark somebody; „a” and „II” number the parts of a list.

    „Lis” is a surname, and „USC” where somebody works.
    """
    if not symbol.isalpha():
        return True
    if _ROMAN.fullmatch(symbol) or fold(symbol) in ACRONYMS:
        return False
    if symbol.islower():
        return symbol in tuple("xvrzt")
    return not symbol.istitle() or len(symbol) <= _LONGEST_WORD


def _section_told(text: str) -> Section | None:
    if not any(each.search(text) for each in (_BOLD, _TELLS, _UNSEEN, _BRACKETED)):
        return None
    section = section_mentioned(text)
    named = names_in_any_case(text) or _INITIALED.match(without_bullet(text)[0])
    return None if section is Section.STEERING or named else section


def _holds(line: Line, symbol: str, pattern: re.Pattern[str]) -> bool:
    if symbol not in line.raw:
        return False
    return any(_places(line.text, pattern)) or (
        not symbol.isalnum() and any(_places(line.raw, pattern))
    )


def _places(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Where a mark stands, and is no part of a name of an office: „Referat R”."""
    for found in pattern.finditer(text):
        if not fold(text[: found.start()].rstrip().rpartition(" ")[2]).startswith(_UNITS):
            yield found


def _pattern(symbol: str) -> re.Pattern[str]:
    """A mark in brackets, alone behind a comma, a dash or a column, or at the end of a cell.

    A letter ends no cell right behind a short form, of which it may be: „Ref. R”, „ds. R”, „pok.
    P”; nor do several letters.
    """
    escaped = re.escape(symbol)
    bracketed = rf"[(\[] ?{escaped} ?[)\]]"
    ends = r"(?=[ \t\x1f]*(?:[,;|\t\x1f]|$)| +[–-] )"
    if symbol.isalnum():
        alone = rf"(?:(?<=[,;/|\t\x1f])|(?<= [–-])) ?{escaped}(?:{ends}|(?= */))"
        at_end = rf"|(?<=[^\s.,;:–-] ){escaped}(?=$| [–-] )" if len(symbol) == 1 else ""
        return re.compile(f"{bracketed}|{alone}{at_end}")
    if _ONLY_IN_BRACKETS.issuperset(symbol):
        return re.compile(bracketed)
    at_begin = "" if symbol[0] in _BULLETS else rf"|^{escaped}(?= )"
    return re.compile(f"{bracketed}|{escaped}{ends}{at_begin}")


def _is_bold(line: Line) -> bool:
    """Whether a name is bold in a line, as no post, no number and no blank for a signature is."""
    for bold in _IN_BOLD.finditer(line.raw):
        text = bold[1] or bold[2]
        opens = text[:1].isupper() and not any(map(str.isalpha, line.raw[: bold.start()]))
        post = classify(text) is not PositionClass.UNKNOWN
        if names_somebody(text) or (opens and not post):
            return True
    return False


def _written_out(line: Line, found: _Found, patterns: Mapping[str, re.Pattern[str]]) -> Line:
    text = line.text
    for symbol, section in found.symbols.items():
        pattern = patterns[symbol]
        if not _holds(line, symbol, pattern):
            continue
        places = list(_places(text, pattern))
        for place in reversed(places):
            text = f"{text[: place.start()]}{_WRITTEN[section]}{text[place.end() :]}"
        text = text if places else text + _WRITTEN[section].rstrip()
    if found.bold is not None and _is_bold(line):
        text += _WRITTEN[found.bold].rstrip()
    return line if text == line.text else replace(line, text=text.rstrip())
