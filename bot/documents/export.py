"""The full export as files: .json is `status --json`, .xlsx the same for people.

A cell is written as text whatever it begins with, so no name becomes a formula.
"""

import io
import json
from collections.abc import Callable, Mapping, Sequence

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from bot.words import Words
from conversations.status import report, totals
from conversations.submission import Submission, status
from conversations.team import Seat


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
            person = member.person
            _row(
                people,
                person_row,
                [
                    office.name,
                    person.given,
                    person.surname,
                    person.title,
                    person.position,
                    person.email,
                    person.phone,
                    _mark(member.plenipotentiary),
                    _mark(member.seat >= Seat.STEERING),
                    _mark(member.seat is Seat.EDITORIAL),
                ],
            )
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
        for letter, width in zip(
            "ABCDEFGHIJ", (36, 24, 22, 18, 30, 28, 18, 18, 14, 14), strict=True
        ):
            sheet.column_dimensions[letter].width = width
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


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
    "given",
    "surname",
    "title",
    "position",
    "email",
    "phone",
    "plenipotentiary",
    "block-i",
    "block-ii",
)


def _mark(yes: bool) -> str | None:
    return "x" if yes else None


def _row(
    sheet: Worksheet, row: int, values: Sequence[str | int | None], *, bold: bool = False
) -> None:
    for column, value in enumerate(values, 1):
        cell = sheet.cell(row, column)
        if isinstance(value, str):
            cell.value = "".join(c for c in value if c.isprintable())
            cell.data_type = "s"
        else:
            cell.value = value
        if bold:
            cell.font = Font(bold=True)


WRITERS: Mapping[str, Callable[[Sequence[Submission]], bytes]] = {
    ".json": as_json,
    ".xlsx": as_xlsx,
}
"""What `komplet export` can write, by suffix."""
