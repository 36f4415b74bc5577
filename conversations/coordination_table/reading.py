"""Reads whole tables: walks the rows, hands down what merged cells meant, checks the sums.

A difference is reported and never mended, an office met twice is kept once with the earlier row
beside it, and what could not be read is told (domain.md §5.3).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from conversations.coordination_table.columns import Layout, find_layouts
from conversations.coordination_table.grid import Grid
from conversations.coordination_table.inheritance import Inheritance
from conversations.coordination_table.model import (
    Figures,
    Flag,
    NotATable,
    NotATableReason,
    OfficeRow,
    Problem,
    ProblemCode,
    RejectedRow,
    Sheet,
    TableReading,
)
from conversations.coordination_table.rows import (
    AdvisorHeading,
    Annex,
    Blank,
    Office,
    RegionHeading,
    Remark,
    Row,
    Total,
    Unread,
    exceeds,
    known,
    read_row,
)
from conversations.coordination_table.text import shown
from conversations.coordination_table.totals import Totals
from conversations.office_names import caseless_key, office_key, office_kind
from conversations.table_vocabulary import ANNEX, NOT_AN_OFFICE, TABLE_TITLE
from conversations.vocabulary import fold


def read(sheets: Sequence[Sheet]) -> TableReading:
    """The offices of all visible sheets, in their order.

    Raises NotATable, with its reason, where no sheet holds a coordination table; nothing else.
    """
    book = _Book()
    refusals: list[NotATableReason] = []
    for sheet in sheets:
        if not any(shown(cell) for row in sheet.rows for cell in row):
            continue
        if sheet.hidden:
            book.problems.append(_sheet_problem(ProblemCode.SHEET_HIDDEN, sheet))
            continue
        try:
            _read_sheet(book, sheet)
        except NotATable as refusal:
            refusals.append(refusal.reason)
            book.problems.append(_sheet_problem(ProblemCode.SHEET_SKIPPED, sheet))
    if not book.offices and not book.rejected:
        raise NotATable(min(refusals, default=NotATableReason.EMPTY, key=_LATEST.index))
    return TableReading(
        offices=tuple(book.offices),
        rejected=tuple(book.rejected),
        typed=book.totals.typed_of_all() if book.totals else None,
        computed=(
            sum(office.limit_steering or 0 for office in book.offices),
            sum(office.limit_editorial or 0 for office in book.offices),
        ),
        problems=tuple(book.problems),
        title=book.title,
        needs_column_confirmation=book.doubtful_columns,
        replaced=tuple(book.replaced),
    )


_MOST_NAMESAKES = 100
"""More offices of one name than the country has: comparing them all would only cost time."""

_LATEST = [NotATableReason.NO_OFFICES, NotATableReason.NO_COLUMNS, NotATableReason.EMPTY]


@dataclass(slots=True)
class _Book:
    """What has been read so far, over all sheets."""

    offices: list[OfficeRow] = field(default_factory=list)
    rejected: list[RejectedRow] = field(default_factory=list)
    replaced: list[OfficeRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    totals: Totals | None = None
    title: str | None = None
    doubtful_columns: bool = False
    by_key: dict[str, list[int]] = field(default_factory=dict)
    by_caseless: dict[str, list[int]] = field(default_factory=dict)

    def earlier(self, office: OfficeRow, *, annex: bool) -> int | None:
        """Where the same office stands already."""
        same_name = self.by_key.get(office_key(office.name), [])
        for at in same_name[-_MOST_NAMESAKES:]:
            if _same(self.offices[at], office, annex=annex):
                return at
        if annex:
            # An annex inflects names; what it means is asked about either way.
            key = caseless_key(office.name)
            alikes = [
                at
                for at in self.by_caseless.get(key or "", ())
                if _same(self.offices[at], office, annex=annex)
            ]
            return alikes[0] if len(alikes) == 1 else None
        return None

    def add(self, office: OfficeRow, text: str) -> None:
        """Take a new office over; tell where it may be an earlier one in another case."""
        at = len(self.offices)
        self.by_key.setdefault(office_key(office.name), []).append(at)
        if key := caseless_key(office.name):
            alikes = self.by_caseless.setdefault(key, [])
            if any(
                _same(self.offices[each], office, annex=True)
                and self.offices[each].name != office.name
                and "(" not in self.offices[each].name + office.name
                for each in alikes[-_MOST_NAMESAKES:]
            ):
                code = ProblemCode.SIMILAR_NAMES
                self.problems.append(Problem(code, office.row, text, sheet=office.sheet))
            alikes.append(at)
        self.offices.append(office)

    def change(self, at: int, office: OfficeRow, text: str) -> None:
        """Let a later row of an office stand for it."""
        earlier = self.offices[at]
        office = replace(
            office,
            name=earlier.name,
            voivodeship=office.voivodeship or earlier.voivodeship,
            county=office.county or earlier.county,
            head=office.head or earlier.head,
            advisor=office.advisor or earlier.advisor,
            block_iii=earlier.block_iii if office.block_iii is None else office.block_iii,
        )
        code: Flag | ProblemCode = ProblemCode.OFFICE_REPEATED
        if _figures(office) != _figures(earlier):
            code = Flag.ANNEX_CONFLICT
            office = replace(office, flags=(*office.flags, code))
            self.replaced.append(earlier)
        self.problems.append(Problem(code, office.row, text, sheet=office.sheet))
        self.offices[at] = office


def _figures(office: OfficeRow) -> tuple[int | None, int | None]:
    return office.limit_steering, office.limit_editorial


def _same(earlier: OfficeRow, later: OfficeRow, *, annex: bool) -> bool:
    """Whether two rows of one name mean one office: namesakes differ in where they are."""
    told = [(earlier.voivodeship, later.voivodeship), (earlier.county, later.county)]
    if not annex:
        told.append((earlier.head, later.head))
    return all(one is None or other is None or one == other for one, other in told)


def _read_sheet(book: _Book, sheet: Sheet) -> None:
    grid = Grid(sheet)
    found = layouts = find_layouts(grid)
    of_row: list[Layout] = []
    for row in range(grid.height):
        below = len(layouts) > 1 and row >= min(layouts[1].header_rows)
        layouts = layouts[1:] if below else layouts
        of_row.append(layouts[0])
    rows = [read_row(grid, layout, row) for row, layout in enumerate(of_row)]
    if not any(isinstance(row, Office) for row in rows):
        raise NotATable(NotATableReason.NO_OFFICES)
    book.title = book.title or _title(grid, found[0])
    for layout in found:
        if layout.doubt is not None:
            book.doubtful_columns = True
            book.problems.append(_column_problem(grid, layout, layout.doubt))
    _Walk(book, grid, of_row, rows, annex=ANNEX.match(fold(sheet.name)) is not None).go()


@dataclass(slots=True)
class _Walk:
    """One pass down a sheet."""

    book: _Book
    grid: Grid
    of_row: Sequence[Layout]
    rows: Sequence[Row]
    annex: bool = False
    totals: Totals = field(init=False)

    def __post_init__(self) -> None:
        self.totals = self.book.totals = Totals(self.book.totals)

    def go(self) -> None:
        inheritance = Inheritance(self.grid, self.of_row, self.rows)
        offices = [at for at, row in enumerate(self.rows) if isinstance(row, Office)]
        for at, row in enumerate(self.rows):
            if at and self.of_row[at] is not self.of_row[at - 1]:
                inheritance.new_header(self.of_row[at - 1], self.of_row[at])
            match row:
                case Blank():
                    continue
                case AdvisorHeading() | RegionHeading():
                    inheritance.heading(row)
                case Remark(lone=lone):
                    inheritance.pause()
                    if lone and offices[0] < at < offices[-1]:
                        self.tell(ProblemCode.ROW_SKIPPED, at)
                case Annex():
                    inheritance.stop()
                    self.annex = True
                case Unread():
                    self.tell(ProblemCode.ROW_SKIPPED, at)
                case Total():
                    inheritance.stop()
                    self.total(row, at)
                case Office() if self.totals.closed and not self.looks_like_office(row):
                    self.tell(ProblemCode.ROW_SKIPPED, at)
                case _:
                    self.office(row, at, inheritance)

    def looks_like_office(self, row: Office) -> bool:
        return self.annex or office_kind(row.name) is not None

    def tell(
        self,
        code: Flag | ProblemCode,
        at: int,
        text: str | None = None,
        computed: Figures | None = None,
    ) -> None:
        text = self.grid.row_text(at) if text is None else text
        self.book.problems.append(Problem(code, at + 1, text, computed, self.grid.sheet.name))

    def total(self, row: Total, at: int) -> None:
        computed = self.totals.meet(row)
        if computed is not None or not row.legible:
            self.tell(Flag.TOTAL_DIFFERS, at, computed=computed)

    def office(self, row: Office, at: int, inheritance: Inheritance) -> None:
        if at in self.grid.sheet.hidden_rows:
            self.tell(ProblemCode.ROW_HIDDEN, at)
        steering, editorial = row.limits
        annex = self.annex or row.annex
        flags = row.flags
        office = OfficeRow(
            name=row.name,
            **inheritance.of(at, hand_down=not self.annex),
            limit_steering=steering.maximum,
            limit_editorial=editorial.maximum,
            block_iii=row.block_iii,
            participates=row.participates,
            flags=flags,
            row=at + 1,
            sheet=self.grid.sheet.name,
        )
        if inheritance.doubts_advisor(at):
            self.tell(ProblemCode.ADVISOR_DOUBTFUL, at)
        earlier = self.book.earlier(office, annex=annex)
        before = None if earlier is None else self.book.offices[earlier]
        if before is not None and annex and row.participates:
            office = _with_unchanged(office, before, row.unchanged)
        if exceeds((office.limit_steering, office.limit_editorial)):
            code = Flag.EDITORIAL_ABOVE_STEERING
            self.book.rejected.append(RejectedRow(row.name, code, at + 1, self.grid.sheet.name))
            self.tell(code, at)
            self.totals.add(known(row.limits), annex=self.annex)
            return
        for flag in office.flags:
            self.tell(flag, at, row.texts[flag])
        if earlier is None:
            self.book.add(office, self.grid.row_text(at))
        else:
            self.book.change(earlier, office, self.grid.row_text(at))
        self.totals.add(
            _counted(office),
            instead_of=_NOTHING if before is None else _counted(before),
            withdrawn=_NOTHING if row.participates else row.typed,
            annex=self.annex,
        )


_NOTHING: Figures = (0, 0)


def _counted(office: OfficeRow) -> Figures:
    return office.limit_steering or 0, office.limit_editorial or 0


def _with_unchanged(
    office: OfficeRow, earlier: OfficeRow, unchanged: tuple[bool, bool]
) -> OfficeRow:
    """An annex's row says only what changes: what it leaves out stays as it was."""
    steering = earlier.limit_steering if unchanged[0] else office.limit_steering
    editorial = earlier.limit_editorial if unchanged[1] else office.limit_editorial
    flags = tuple(
        flag for flag in office.flags
        if flag is not Flag.NO_LIMIT or steering is None or editorial is None
    )  # fmt: skip
    return replace(office, limit_steering=steering, limit_editorial=editorial, flags=flags)


def _title(grid: Grid, layout: Layout) -> str | None:
    above = range(min(layout.header_rows, default=layout.first_row))
    lone = [own[0][1] for row in above if len(own := grid.own_texts(row)) == 1]
    titled = [text for text in lone if TABLE_TITLE.search(text.casefold())]
    return next(iter(titled or [t for t in lone if not NOT_AN_OFFICE.match(fold(t))]), None)


def _column_problem(grid: Grid, layout: Layout, doubt: ProblemCode) -> Problem:
    """The proposed columns as a person finds them: the letter and what stands above."""
    headings = [
        " ".join(
            (
                f"{_letters(column)}:",
                *dict.fromkeys(
                    text for row in sorted(layout.header_rows) if (text := grid.text(row, column))
                ),
            )
        )
        for column in (layout.steering, layout.editorial)
    ]
    return Problem(doubt, layout.first_row, " / ".join(headings), sheet=grid.sheet.name)


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _sheet_problem(code: ProblemCode, sheet: Sheet) -> Problem:
    return Problem(code, None, sheet.name, sheet=sheet.name)
