"""The rows of a parted text, and where the reader of lines stands. Values, hardly more."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from conversations.pasted_list.changes import Mention
from conversations.pasted_list.columns import Columns
from conversations.pasted_list.footnotes import stars_in
from conversations.pasted_list.names import Order, names_somebody
from conversations.pasted_list.sections import Section


@dataclass(frozen=True, slots=True)
class Row:
    """A line, a part of one, or a card of lines, that may name somebody.

    `fields` holds what a column's heading or a label says; without them `text` is free. `order` is
    the one that a heading above states. `oblique` tells that a sentence above asks for the
    accusative, `addressees` that the line is the „To:” of a mail, `reserve` that a heading above
    speaks of substitutes.
    """

    lines: tuple[int, ...]
    text: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    section: Section | None = None
    numbered: bool = False
    order: Order | None = None
    oblique: bool = False
    addressees: bool = False
    reserve: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The text parted.

    `editors` maps a line such as „ZR: 1, 3” to its numbers of the list, `everybody` one such as
    „ZR: wszyscy oprócz Jana Gila” to whom it leaves out; `legends` are the parts that footnotes say
    the stars mean, by the number of stars, `explained` the stars of names above that they say
    something harmless about; `unseen` are lines that explain marks which a text does not show,
    `superfluous` are lines with data
    that nobody asked for, `headings` those of columns, `changes` those that want somebody to leave,
    `silent` greetings and such, of which another part of the line may name somebody.
    `forwarded` tells that a mail's head came along.
    """

    rows: tuple[Row, ...]
    editors: Mapping[int, tuple[int, ...]]
    everybody: Mapping[int, tuple[Mention, ...]]
    legends: Mapping[int, Section]
    explained: frozenset[int]
    unseen: frozenset[int]
    both: bool
    superfluous: frozenset[int]
    headings: frozenset[int]
    changes: frozenset[int]
    silent: Sequence[tuple[int, str]]
    sections: bool
    forwarded: bool


@dataclass(slots=True)
class Walk:
    """Where the reader of lines stands.

    Of a mail, `quoted` is a line of the one it answers, `answered` that the answer has named
    somebody, `inline` that it stands between the questions, `last_quoted` the last quoted line that
    names somebody. `bulleted` tells that the line before began with a bullet, `marks_below` which
    lines mark whom the line above names, `lone_star` that one line alone holds stars, `beside` the
    parts that head the columns of a table, and what parts these.
    """

    rows: list[Row] = field(default_factory=list)
    editors: dict[int, tuple[int, ...]] = field(default_factory=dict)
    everybody: dict[int, tuple[Mention, ...]] = field(default_factory=dict)
    legends: dict[int, Section] = field(default_factory=dict)
    explained: set[int] = field(default_factory=set)
    starred: set[int] = field(default_factory=set)
    leading_stars: Counter[int] = field(default_factory=Counter)
    superfluous: set[int] = field(default_factory=set)
    headings: set[int] = field(default_factory=set)
    changes: set[int] = field(default_factory=set)
    numbers: list[int] = field(default_factory=list)
    silent: list[tuple[int, str]] = field(default_factory=list)
    sections: bool = False
    section: Section | None = None
    columns: Columns = field(default_factory=lambda: Columns(()))
    signed: bool = False
    named: bool = False
    quoted: bool = False
    answered: bool = False
    inline: bool = False
    last_quoted: int = -1
    oblique: bool = False
    reserve: bool = False
    forwarded: bool = False
    bulleted: bool = False
    marks_below: frozenset[int] = frozenset()
    lone_star: bool = False
    both: bool = False
    beside: tuple[str, tuple[Section, ...]] = ("", ())
    card: dict[str, str] = field(default_factory=dict)
    card_lines: list[int] = field(default_factory=list)

    def add(self, row: Row) -> None:
        """Keep a row; the one plenipotentiary ends the section named so."""
        if self.numbers and self.numbers[-1] + 1 == row.lines[0]:
            row = replace(row, lines=(*self.numbers, *row.lines), numbered=True)
        self.numbers = []
        self.rows.append(replace(row, order=self.columns.order, reserve=self.reserve))
        text = row.text or "\n".join(row.fields.values())
        if "*" in text:
            self.starred.add(stars_in(text))
        self.named = self.named or bool(row.fields) or names_somebody(row.text[:100])
        self.answered = self.named and not self.quoted
        if self.section is Section.PLENIPOTENTIARY:
            self.section = None

    def open(self, section: Section | None) -> None:
        """Begin a part of the list."""
        self.section = section or self.section
        self.sections = self.sections or section is not None
        self.signed = False
        self.oblique = False
        self.reserve = False

    def extend(self, number: int) -> bool:
        """Let a line be of the row right above it, as where somebody sits; False without one."""
        above = self.rows[-1] if self.rows else None
        if above is None or above.lines[-1] + 1 != number:
            return False
        self.rows[-1] = replace(above, lines=(*above.lines, number))
        return True

    def end_card(self) -> None:
        """Turn the labelled lines gathered so far into one row."""
        if self.card_lines:
            self.add(Row(tuple(self.card_lines), fields=dict(self.card), section=self.section))
            self.card, self.card_lines = {}, []
