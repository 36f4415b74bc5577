"""The full export as files: .json is `status --json`, .xlsx and .csv the same for people.

A cell is text whatever it begins with, so no name becomes a formula, in the file or when somebody
edits it: .xlsx marks such a cell as Excel marks a typed apostrophe, .csv has the apostrophe itself
(OWASP, "CSV Injection").
"""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bot.words import Words, cleaned
from conversations.people import Person
from conversations.status import report, totals
from conversations.submission import Submission, status
from conversations.team import Member, Seat

_OF_PERSON: Final = attrgetter(*(each.name for each in fields(Person)))

WIDTHS, NARROW = (36, 24, 22, 18, 30, 28, 18, 18), 14
"""Of columns, in characters."""


def as_json(submissions: Sequence[Submission]) -> bytes:
    """The shape of `status --json`, UTF-8."""
    return json.dumps(report(submissions), ensure_ascii=False, indent=2).encode()


def as_xlsx(submissions: Sequence[Submission]) -> bytes:
    """Two sheets: offices with their status, and people with their blocks."""
    words = Words("pl")
    book = Workbook(write_only=True)  # rows leave as they come, and none is kept
    offices = _sheet(book, words, "export-offices", OFFICE_COLUMNS)
    people = _sheet(book, words, "export-people", PEOPLE_COLUMNS)
    real = [each for each in submissions if not each.office.practice]
    for each in real:
        office, team = each.office, each.counted
        named = team.plenipotentiary
        _append(
            offices,
            [
                office.name,
                office.advisor,
                office.limit_steering,
                office.limit_editorial,
                status(each).value,
                named.person.full_name if named else None,
                len(team.steering),
                len(team.editorial),
            ],
        )
        for member in team.members:
            _append(people, [office.name, *_person(member)])
    summed = totals(real)
    _append(
        offices,
        [words.plain("export-total"), *[None] * 5, summed.steering, summed.editorial],
        bold=True,
    )
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _sheet(book: Workbook, words: Words, title: str, columns: Sequence[str]) -> Worksheet:
    sheet: Worksheet = book.create_sheet(words.plain(title))
    sheet.freeze_panes = "A2"
    for number, _ in enumerate(PEOPLE_COLUMNS):
        width = WIDTHS[number] if number < len(WIDTHS) else NARROW
        sheet.column_dimensions[get_column_letter(number + 1)].width = width
    _append(sheet, [words.plain(f"export-column-{key}") for key in columns], bold=True)
    return sheet


def as_csv(submissions: Sequence[Submission]) -> bytes:
    """One row for each person with their office, one for an office without people.

    As a Polish Excel opens it: semicolons, CRLF, UTF-8 with its mark.
    """
    words = Words("pl")
    written = io.StringIO(newline="")
    rows = csv.writer(written, delimiter=";", lineterminator="\r\n")
    rows.writerow(words.plain(f"export-column-{key}") for key in CSV_COLUMNS)
    for each in submissions:
        office = each.office
        if office.practice:
            continue
        first: list[str | int | None] = [
            office.name,
            office.advisor,
            office.limit_steering,
            office.limit_editorial,
            status(each).value,
        ]
        nobody: list[str | int | None] = [None] * len(PEOPLE_COLUMNS[1:])
        people = [_person(member) for member in each.counted.members] or [nobody]
        for person in people:
            rows.writerow(_harmless(value) for value in first + person)
    return written.getvalue().encode("utf-8-sig")


def _person(member: Member) -> list[str | int | None]:
    return [
        *_OF_PERSON(member.person),
        _mark(member.plenipotentiary),
        _mark(member.seat >= Seat.STEERING),
        _mark(member.seat is Seat.EDITORIAL),
    ]


def _harmless(value: str | int | None) -> str | int | None:
    """A cell that a spreadsheet takes for text."""
    if not isinstance(value, str):
        return value
    text = cleaned(value)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


FORMULA_SIGNS = ("=", "+", "-", "@")
"""What makes a spreadsheet take a cell for a formula; tabs and line ends are cleaned away."""

OFFICE_COLUMNS = (
    "office",
    "advisor",
    "limit-steering",
    "limit-editorial",
    "status",
    "plenipotentiary",
    "steering",
    "editorial",
)
PEOPLE_COLUMNS = (
    "office",
    *(each.name for each in fields(Person)),
    "plenipotentiary",
    "block-i",
    "block-ii",
)


CSV_COLUMNS = (*OFFICE_COLUMNS[:5], *PEOPLE_COLUMNS[1:])


def _mark(yes: bool) -> str | None:
    return "x" if yes else None


def _append(sheet: Worksheet, values: Sequence[str | int | None], *, bold: bool = False) -> None:
    sheet.append([_cell(sheet, value, bold=bold) for value in values])


def _cell(sheet: Worksheet, value: str | int | None, *, bold: bool) -> Cell | int | None:
    """What to append for a value: a text is marked as one, and nothing as nothing."""
    if value is None or not (bold or isinstance(value, str)):
        return value
    cell = WriteOnlyCell(sheet, cleaned(value) if isinstance(value, str) else value)
    if isinstance(value, str):
        cell.data_type = "s"
    if str(cell.value).startswith(FORMULA_SIGNS):
        cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)
    return cell


WRITERS: Mapping[str, Callable[[Sequence[Submission]], bytes]] = {
    ".json": as_json,
    ".xlsx": as_xlsx,
    ".csv": as_csv,
}
"""What `komplet export` can write, by suffix."""
