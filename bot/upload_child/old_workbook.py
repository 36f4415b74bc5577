"""Reads .xls through xlrd: pure Python, so that a damaged file can only raise.

xlrd also tells raised digits from others, which faster readers do not.
"""

from itertools import pairwise
from typing import Any

from bot.upload_child.cells import Grid, date, raised, text_cell
from bot.upload_child.refusals import Refusal, Refused

_SUPERSCRIPT = 1


class _Nowhere:
    """Takes what xlrd would print: standard output belongs to the answer."""

    def write(self, _text: str) -> int:
        return 0


def read(data: bytes) -> list[dict[str, Any]]:
    """The sheets of a workbook. Raises Refused, or whatever xlrd raises at a damaged one."""
    import xlrd  # noqa: PLC0415 - the other files do not need it

    try:
        # What old programs leave unsaid is, in Polish offices, cp1250.
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, logfile=_Nowhere()
        )
        if book.biff_version < 80 and book.codepage is None:
            book = xlrd.open_workbook(
                file_contents=data, formatting_info=True, ragged_rows=True, logfile=_Nowhere(),
                encoding_override="cp1250",
            )  # fmt: skip
    except xlrd.biffh.XLRDError as fault:
        if "encrypted" in str(fault):
            raise Refused(Refusal.PASSWORD) from None
        raise
    return [_sheet(book, sheet) for sheet in book.sheets()]


def _sheet(book: Any, sheet: Any) -> dict[str, Any]:
    grid = Grid(sheet.name, hidden=sheet.visibility != 0)
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            grid.place(row, column, _value(book, sheet, row, column))
    for first_row, end_row, first_column, end_column in sheet.merged_cells:
        grid.merge(first_row, first_column, end_row - 1, end_column - 1)
    grid.hidden_rows = {row for row, info in sheet.rowinfo_map.items() if info.hidden}
    grid.hidden_columns = {column for column, info in sheet.colinfo_map.items() if info.hidden}
    for (row, column), note in sheet.cell_note_map.items():
        grid.note(row, column, note.text)
    return grid.as_json()


def _value(book: Any, sheet: Any, row: int, column: int) -> Any:
    import xlrd  # noqa: PLC0415

    kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
    match kind:
        case xlrd.XL_CELL_TEXT:
            return text_cell(
                _with_raised(book, value, sheet.rich_text_runlist_map.get((row, column)))
            )
        case xlrd.XL_CELL_NUMBER:
            return int(value) if value.is_integer() and abs(value) < 1e15 else value
        case xlrd.XL_CELL_DATE:
            try:
                year, month, day, *_ = xlrd.xldate_as_tuple(value, book.datemode)
            except xlrd.xldate.XLDateError:
                return value
            return date(year, month, day) if year else value
        case xlrd.XL_CELL_ERROR:
            return xlrd.error_text_from_code.get(value, "#?")
        case _:
            return None


def _with_raised(book: Any, text: str, runs: list[tuple[int, int]] | None) -> str:
    """The text, with what stands in a raised font told apart. A run is its start and its font."""
    if not runs:
        return text
    starts = [(0, None), *runs, (len(text), None)]
    return "".join(
        raised(text[start:end]) if _is_raised(book, font) else text[start:end]
        for (start, font), (end, _) in pairwise(starts)
    )


def _is_raised(book: Any, font: int | None) -> bool:
    return (
        font is not None
        and font < len(book.font_list)
        and book.font_list[font].escapement == _SUPERSCRIPT
    )
