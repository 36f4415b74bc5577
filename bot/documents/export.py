"""The full export as files: .json is `status --json`, .xlsx and .csv the same for people.

A cell is text whatever it begins with, so no name becomes a formula, in the file or when somebody
edits it: .xlsx marks such a cell as Excel marks a typed apostrophe, .csv has the apostrophe itself
(OWASP, "CSV Injection").
"""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, fields

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bot.words import Words, cleaned
from conversations.people import Person
from conversations.status import report, totals
from conversations.submission import Submission, status
from conversations.team import Member, Seat

WIDTHS, NARROW = (36, 24, 22, 18, 30, 28, 18, 18), 14
"""Of columns, in characters."""


def as_json(submissions: Sequence[Submission]) -> bytes:
    """The shape of `status --json`, UTF-8."""
    return json.dumps(report(submissions), ensure_ascii=False, indent=2).encode()


def as_xlsx(submissions: Sequence[Submission]) -> bytes:
    """Two sheets: offices with their status, and people with their blocks."""
    words = Words("pl")
    book = Workbook()
    offices = book.active
    if not isinstance(offices, Worksheet):
        raise TypeError("a new workbook has a worksheet")
    offices.title = words.plain("export-offices")
    people = book.create_sheet(words.plain("export-people"))
    _row(offices, 1, [words.plain(f"export-column-{key}") for key in OFFICE_COLUMNS], bold=True)
    _row(people, 1, [words.plain(f"export-column-{key}") for key in PEOPLE_COLUMNS], bold=True)
    real = [each for each in submissions if not each.office.practice]
    person_row = 2
    for row, each in enumerate(real, 2):
        office, team = each.office, each.counted
        named = team.plenipotentiary
        _row(
            offices,
            row,
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
            _row(people, person_row, [office.name, *_person(member)])
            person_row += 1
    summed = totals(real)
    _row(
        offices,
        len(real) + 2,
        [words.plain("export-total"), *[None] * 5, summed.steering, summed.editorial],
        bold=True,
    )
    for sheet in (offices, people):
        sheet.freeze_panes = "A2"
        for number, _ in enumerate(PEOPLE_COLUMNS):
            width = WIDTHS[number] if number < len(WIDTHS) else NARROW
            sheet.column_dimensions[get_column_letter(number + 1)].width = width
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


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
        *astuple(member.person),
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


def _row(
    sheet: Worksheet, row: int, values: Sequence[str | int | None], *, bold: bool = False
) -> None:
    for column, value in enumerate(values, 1):
        cell = sheet.cell(row, column)
        if isinstance(value, str):
            text = cleaned(value)
            cell.value = text
            cell.data_type = "s"
            cell.quotePrefix = text.startswith(FORMULA_SIGNS)
        else:
            cell.value = value
        if bold:
            cell.font = Font(bold=True)


WRITERS: Mapping[str, Callable[[Sequence[Submission]], bytes]] = {
    ".json": as_json,
    ".xlsx": as_xlsx,
    ".csv": as_csv,
}
"""What `komplet export` can write, by suffix."""
