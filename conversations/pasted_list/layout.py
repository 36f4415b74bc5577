"""Parts a pasted text into rows: headings, columns, labelled cards, greetings and signatures.

Source: domain.md §3.6 points 3 and 4. A line that is in no row names nobody. Who is in a row is not
decided here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from conversations.pasted_list.characters import COLUMN_GAP, Line
from conversations.pasted_list.names import is_given
from conversations.pasted_list.numbers import read_numbers
from conversations.pasted_list.pieces import Section, is_heading, section_of
from conversations.pasted_list.words import (
    DISCLAIMER,
    FIELDS,
    HEADER_WORDS,
    MAIL_LABELS,
    SIGNATURES,
)
from conversations.vocabulary import fold

_BULLET: Final = re.compile(
    r"(?:\(?\d{1,3}[.)/]\)?(?!\d)|\(\d{1,3}\)|\d{1,3}(?=[\t\x1f])|[a-z]\)|[IVX]{2,5}[.)]|[IVX]\)"
    r"|[•●○■▪◦·*✓✔☑+–-](?!\S*@))[ \t\x1f]*"
)
_BARE_NUMBER: Final = re.compile(r"\d{1,2} (?=[^\W\d_])")
_ROMAN: Final = re.compile(r"[IVX]\. ?(?=\S+ )")
_QUOTED: Final = re.compile(r"(?:> ?)+")
_NEXT_NUMBER: Final = re.compile(r"[ \x1f,;](?=(\d{1,2})[.)] ?[^\W\d_])")
_NAME_FIELDS: Final = ("name", "name_reversed", "given", "surname")


@dataclass(frozen=True, slots=True)
class Row:
    """A line, a part of one, or a card of lines, that may name somebody.

    `fields` holds what a column's heading or a label says; without them `text` is free.
    """

    lines: tuple[int, ...]
    text: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    section: Section | None = None
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The text parted.

    `editors` maps a line such as „ZR: 1, 3” to its numbers of the list; `legend` is the part that a
    footnote says the stars mean; `superfluous` are lines with data that nobody asked for.
    """

    rows: tuple[Row, ...]
    editors: Mapping[int, tuple[int, ...]]
    legend: Section | None
    superfluous: frozenset[int]
    sections: bool


@dataclass(slots=True)
class _Walk:
    """Where the reader of lines stands."""

    rows: list[Row] = field(default_factory=list)
    editors: dict[int, tuple[int, ...]] = field(default_factory=dict)
    legend: Section | None = None
    superfluous: set[int] = field(default_factory=set)
    sections: bool = False
    section: Section | None = None
    columns: tuple[str, ...] = ()
    delimiter: str = ""
    signed: bool = False
    card: dict[str, str] = field(default_factory=dict)
    card_lines: list[int] = field(default_factory=list)

    def add(self, row: Row) -> None:
        """Keep a row; the one plenipotentiary ends the section named so."""
        self.rows.append(row)
        if self.section is Section.PLENIPOTENTIARY:
            self.section = None

    def open(self, section: Section) -> None:
        """Begin a part of the list."""
        self.section = section
        self.sections = True
        self.signed = False

    def end_card(self) -> None:
        """Turn the labelled lines gathered so far into one row."""
        if self.card_lines:
            self.add(Row(tuple(self.card_lines), fields=dict(self.card), section=self.section))
            self.card, self.card_lines = {}, []


def lay_out(lines: Sequence[Line]) -> Layout:
    """Part the lines of a text."""
    walk = _Walk()
    for line in lines:
        _take(walk, line)
    walk.end_card()
    return Layout(
        rows=tuple(walk.rows),
        editors=walk.editors,
        legend=walk.legend,
        superfluous=frozenset(walk.superfluous),
        sections=walk.sections,
    )


def _take(walk: _Walk, line: Line) -> None:
    text = _QUOTED.sub("", line.text, count=1) if line.text.startswith(">") else line.text
    columns = _columns_of(text)
    if columns:
        walk.end_card()
        walk.columns, walk.delimiter = columns
        return
    legend = section_of(text.strip("* –-=:")) if text.startswith("*") else None
    if legend:
        walk.legend = legend
        return
    bare, numbered = _without_bullet(text)
    label, value = _label_of(bare)
    if label and not is_heading(bare.partition(":")[0]):
        _take_label(walk, line, label, value)
        return
    walk.end_card()
    if _is_signature(text):
        walk.signed = True
    if _take_heading(walk, line, bare):
        return
    if _is_noise(text) or (walk.signed and not numbered):
        return
    walk.signed = False
    if walk.columns and walk.delimiter in text:
        cells = (cell.strip() for cell in text.split(walk.delimiter))
        fields = dict(zip(walk.columns, cells, strict=False))
        walk.add(Row((line.number,), fields=fields, section=walk.section, numbered=True))
        return
    for part in _numbered_parts(text):
        bare, numbered = _without_bullet(part)
        walk.add(Row((line.number,), text=bare, section=walk.section, numbered=numbered))


def _take_heading(walk: _Walk, line: Line, bare: str) -> bool:
    """Whether the line is a heading, alone or with its people behind it."""
    head, _, tail = bare.partition(":")
    numbers = read_numbers(tail)
    if numbers and section_of(head) is Section.EDITORIAL:
        walk.open(Section.EDITORIAL)
        walk.editors[line.number] = numbers
        return True
    if is_heading(bare):
        section = section_of(bare)
        if section:
            walk.open(section)
        return True
    for mark in (":", " – ", " - "):
        head, found, tail = bare.partition(mark)
        section = section_of(head) if found else None
        if section is None:
            continue
        walk.open(section)
        for part in _numbered_parts(tail.strip()):
            text = _without_bullet(part)[0]
            walk.add(Row((line.number,), text=text, section=section, numbered=True))
        return True
    return False


def _take_label(walk: _Walk, line: Line, label: str, value: str) -> None:
    begins_another = label in _NAME_FIELDS and label in walk.card
    if begins_another or (walk.card_lines and line.number > walk.card_lines[-1] + 1):
        walk.end_card()
    if label == "superfluous":
        walk.superfluous.add(line.number)
    if label in ("ignored", "superfluous", "number"):
        return
    walk.card[label] = value
    walk.card_lines.append(line.number)


def _label_of(text: str) -> tuple[str, str]:
    """The field that a line's label names, and the rest; two empty texts without a label."""
    head, colon, tail = text[:400].partition(":")
    field_name = FIELDS.get(_phrase(head), "") if colon and len(head) < 40 else ""
    return (field_name, (tail + text[400:]).strip()) if field_name else ("", "")


def _columns_of(text: str) -> tuple[tuple[str, ...], str] | None:
    """The fields of a table's heading row and what parts its cells; None for any other row."""
    if len(text) > 400:
        return None
    for delimiter in ("\t", ";", "|", ",", COLUMN_GAP):
        cells = [_phrase(cell) for cell in text.strip("|").split(delimiter)]
        fields = tuple(FIELDS.get(cell, "") for cell in cells)
        named = any(name in _NAME_FIELDS for name in fields)
        if named and len(cells) > 1 and all(fields[i] or not cells[i] for i in range(len(cells))):
            units = {i: text.strip("|").split(delimiter)[i].strip() for i in range(len(cells))}
            return tuple(
                f"unit:{units[i]}" if name == "unit" else name or "ignored"
                for i, name in enumerate(fields)
            ), delimiter
    words = _phrase(text).split()
    heads_names = "nazwisko" in words and len(words) > 2 and HEADER_WORDS.issuperset(words)
    if heads_names or _phrase(text) in ("imie i nazwisko", "nazwisko i imie"):
        reverse = words.index("nazwisko") < words.index("imie") if "imie" in words else False
        return (("name_reversed",) if reverse else ("name",)), "\0"
    return None


def _phrase(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", fold(text)))


def _without_bullet(text: str) -> tuple[str, bool]:
    """The line without its number or bullet, and whether it had one."""
    for pattern in (_BULLET, _BARE_NUMBER):
        bullet = pattern.match(text)
        if bullet:
            return text[bullet.end() :], bullet[0].strip() not in ("-", "–", "+")
    roman = _ROMAN.match(text)
    if roman and any(is_given(word) for word in text[roman.end() :].split()[:2]):
        return text[roman.end() :], True
    return text, False


def _numbered_parts(text: str) -> Iterator[str]:
    """A line parted at „… 2. … 3. …”, when it counts up from its own first number."""
    first = re.match(r"(\d{1,2})[.)]", text)
    start, expected = 0, int(first[1]) + 1 if first else 0
    for gap in _NEXT_NUMBER.finditer(text) if first else ():
        if int(gap[1]) == expected:
            yield text[start : gap.start()].strip()
            start, expected = gap.end(), expected + 1
    yield text[start:].strip()


def _is_signature(text: str) -> bool:
    folded = fold(text[:200])
    return folded.startswith(SIGNATURES) or folded.strip() == "--" or DISCLAIMER in folded


def _is_noise(text: str) -> bool:
    """A command, a question, or a line of a forwarded mail's head: it names nobody to be listed."""
    head = text[:40].partition(":")
    return (
        text.startswith("/")
        or text.rstrip(" ").endswith("?")
        or (bool(head[1]) and _phrase(head[0]) in MAIL_LABELS)
    )
