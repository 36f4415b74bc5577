"""The participants of the training, as .xlsx to be printed: each block, everybody once, and counts.

A person of block II sits in both blocks, so people are counted once and person-places per block
(domain.md §1.2, headcount note). A cell is text whatever it begins with, as in the export.
"""

import io
from collections.abc import Iterable, Sequence
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from bot.documents.export import FORMULA_SIGNS
from bot.documents.text import full_name, plain
from bot.words import Words
from conversations.collation import polish_key
from conversations.limits import Block
from conversations.status import Totals
from conversations.submission import Submission, status
from conversations.team import Member, Seat

Value = str | int | None

WIDTHS: Final = {
    "number": 5,
    "office": 34,
    "name": 30,
    "position": 38,
    "phone": 19,
    "email": 30,
    "block-i": 8,
    "block-ii": 8,
    "plenipotentiary": 13,
    "signature": 24,
    "advisor": 24,
    "status": 26,
    "limit-steering": 15,
    "limit-editorial": 15,
    "in-block-i": 11,
    "in-block-ii": 11,
    "people": 11,
    "places": 13,
}
"""Columns with their widths in characters."""
_OF_BLOCK: Final = ("number", "office", "name", "position", "signature")
_OF_PEOPLE: Final = (
    *("number", "office", "name", "position", "phone", "email"),
    *("block-i", "block-ii", "plenipotentiary"),
)
_OF_OFFICES: Final = (
    *("number", "office", "advisor", "status", "limit-steering", "in-block-i"),
    *("limit-editorial", "in-block-ii", "people", "places"),
)
_THIN: Final = Side(style="thin", color="999999")
_FRAMED: Final = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_TOP: Final = Alignment(vertical="top", wrap_text=True)


def _styles() -> tuple[NamedStyle, ...]:
    """The looks of a cell by name: one lookup for each cell instead of four."""
    return (
        NamedStyle("entry", font=Font(name=_FONT, size=11), border=_FRAMED, alignment=_TOP),
        NamedStyle(
            "sum", font=Font(name=_FONT, size=11, bold=True), border=_FRAMED, alignment=_TOP
        ),
        NamedStyle("sheet", font=Font(name=_FONT, size=14, bold=True)),
        NamedStyle(
            "column",
            font=Font(name=_FONT, size=11, bold=True),
            fill=PatternFill("solid", fgColor="E7ECF2"),
            border=_FRAMED,
            alignment=_TOP,
        ),
    )


_A4: Final = "9"
_FONT: Final = "Calibri"
_FIRST_ROW: Final = 3
_LINE: Final = 15
"""Points of a row of one line."""
_TO_SIGN: Final = 24
"""Points of a row that has room for a signature."""


def participants(submissions: Sequence[Submission], *, practice: bool = False) -> bytes:
    """Four sheets of the teams that count; offices in the Polish order.

    Practice offices are left out unless `practice`: such an office has a list of its own.
    """
    words = Words("pl")
    book = Workbook(write_only=True)
    for look in _styles():
        book.add_named_style(look)
    real = sorted(
        (each for each in submissions if practice or not each.office.practice),
        key=lambda each: polish_key(each.office.name),
    )
    listed = [(each, member) for each in real for member in each.counted.members]

    def seated(least: Seat) -> Iterable[tuple[Value, ...]]:
        rows = ((each, member) for each, member in listed if member.seat >= least)
        for number, (each, member) in enumerate(rows, 1):
            yield (number, *_who(each, member), None)

    people = (
        (number, *_who(each, member), *_contacts(member), *_marks(member))
        for number, (each, member) in enumerate(listed, 1)
    )
    _sheet(book, "block-i", _OF_BLOCK, seated(Seat.STEERING), words)
    _sheet(book, "block-ii", _OF_BLOCK, seated(Seat.EDITORIAL), words)
    _sheet(book, "people", _OF_PEOPLE, people, words)
    _sheet(book, "offices", _OF_OFFICES, _counts(real), words, total=_total(real, words))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _who(submission: Submission, member: Member) -> tuple[Value, Value, Value]:
    return submission.office.name, full_name(member), member.person.position


def _contacts(member: Member) -> tuple[Value, Value]:
    person = member.person
    extension = f" w. {person.extension}" if person.extension else ""
    return f"{person.phone}{extension}" if person.phone else None, person.email


def _marks(member: Member) -> tuple[Value, Value, Value]:
    marks = (
        member.seat >= Seat.STEERING,
        member.seat is Seat.EDITORIAL,
        member.plenipotentiary,
    )
    one, two, three = ("x" if mark else None for mark in marks)
    return one, two, three


def _counts(real: Sequence[Submission]) -> Iterable[tuple[Value, ...]]:
    for number, each in enumerate(real, 1):
        office, steering, editorial = each.office, each.counted.steering, each.counted.editorial
        yield (
            number,
            office.name,
            office.advisor,
            status(each).value,
            office.limit(Block.STEERING),
            len(steering),
            office.limit(Block.EDITORIAL),
            len(editorial),
            len(steering),
            len(steering) + len(editorial),
        )


def _total(real: Sequence[Submission], words: Words) -> tuple[Value, ...]:
    summed = Totals(
        (),
        sum(len(each.counted.steering) for each in real),
        sum(len(each.counted.editorial) for each in real),
    )
    counts = (summed.steering, None, summed.editorial, summed.people, summed.person_places)
    return (None, words.plain("export-total"), None, None, None, *counts)


def _sheet(
    book: Workbook,
    key: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Value]],
    words: Words,
    *,
    total: Sequence[Value] | None = None,
) -> None:
    sheet: Worksheet = book.create_sheet(words.plain(f"participants-sheet-{key}"))
    title = words.plain(f"participants-title-{key}")
    for at, column in enumerate(columns):
        sheet.column_dimensions[chr(ord("A") + at)].width = WIDTHS[column]
    _set_up_printing(sheet)
    sheet.append([_cell(sheet, title, "sheet")])
    headings = [words.plain(f"participants-column-{column}") for column in columns]
    sheet.append([_cell(sheet, each, "column") for each in headings])
    for at, row in enumerate(rows, _FIRST_ROW):
        lines = max(_lines(each, column) for each, column in zip(row, columns, strict=True))
        least = _TO_SIGN if "signature" in columns else _LINE
        if lines > 1 or least > _LINE:
            sheet.row_dimensions[at].height = max(_LINE * lines, least)
        sheet.append([_cell(sheet, each, "entry") for each in row])
    if total is not None:
        sheet.append([_cell(sheet, each, "sum") for each in total])


def _lines(value: Value, column: str) -> int:
    """In how many lines a cell's text stands: not every program makes a row high enough."""
    return -(-len(value) * 6 // (WIDTHS[column] * 5)) if isinstance(value, str) and value else 1


def _set_up_printing(sheet: Worksheet) -> None:
    """A4 across, as wide as the paper, the headings on every page."""
    sheet.freeze_panes = "A3"
    sheet.print_title_rows = "1:2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    footer = sheet.oddFooter
    assert footer is not None, "a new sheet has an empty footer"
    assert footer.center is not None, "a new sheet has an empty footer"
    footer.center.text = "&P / &N"
    sheet.print_options.horizontalCentered = True


def _cell(sheet: Worksheet, value: Value, look: str) -> Cell:
    cell = WriteOnlyCell(sheet)
    cell.style = look
    if not isinstance(value, str):
        cell.value = value
        return cell
    text = plain(value)
    cell.value = text
    # What begins like a formula stays what was typed, as Excel keeps it after an apostrophe.
    cell.data_type = "s"
    if text.startswith(FORMULA_SIGNS):
        cell.quotePrefix = True
    return cell
