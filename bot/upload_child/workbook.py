"""Reads .xlsx through openpyxl, once its cells have been counted."""

import datetime as dt
import io
import re
import warnings
import zipfile
from typing import Any

from bot.upload_child.cells import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_SHEETS,
    Grid,
    date,
    raised,
    refuse_tags,
    text_cell,
)
from bot.upload_child.refusals import Refusal, Refused

_CELL = re.compile(rb"<(?:[a-zA-Z0-9]+:)?c[ >/]")
_MERGE = re.compile(
    rb"""mergeCell\b[^>]*?ref=["']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})["']"""
)


def read(data: bytes, package: zipfile.ZipFile) -> list[dict[str, Any]]:
    """The sheets of a workbook. Raises Refused, or whatever openpyxl raises at a damaged one."""
    import openpyxl  # noqa: PLC0415 - the other files do not need it

    _refuse_crowded(package)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(
            io.BytesIO(data), data_only=True, rich_text=True, keep_links=False
        )
    if len(book.worksheets) > MOST_SHEETS:
        raise Refused(Refusal.TOO_BIG_INSIDE)
    return [_worksheet(sheet) for sheet in book.worksheets]


def _refuse_crowded(package: zipfile.ZipFile) -> None:
    """Count cells before they become objects: openpyxl spends a kilobyte on each."""
    cells = 0
    for name in package.namelist():
        if not name.startswith("xl/worksheets/"):
            continue
        xml = package.read(name)
        refuse_tags(xml)
        cells += sum(1 for _ in _CELL.finditer(xml))
        for left, top, right, bottom in _MERGE.findall(xml):
            cells += (_number(right) - _number(left) + 1) * (int(bottom) - int(top) + 1)
        if cells > MOST_CELLS:
            raise Refused(Refusal.TOO_BIG_INSIDE)


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _worksheet(sheet: Any) -> dict[str, Any]:
    grid = Grid(sheet.title, hidden=sheet.sheet_state != "visible")
    # The cells that exist, rather than iter_rows(): one stray cell at XFD1048576 is a grid
    # of seventeen thousand million.
    for (row, column), cell in sheet._cells.items():
        grid.place(row - 1, column - 1, _value(cell))
        if cell.comment is not None:
            grid.note(row - 1, column - 1, str(cell.comment.text)[:LONGEST_CELL])
    for area in sheet.merged_cells.ranges:
        grid.merge(area.min_row - 1, area.min_col - 1, area.max_row - 1, area.max_col - 1)
    grid.hidden_rows = {row - 1 for row, size in sheet.row_dimensions.items() if size.hidden}
    grid.hidden_columns = {
        column - 1
        for size in sheet.column_dimensions.values()
        if size.hidden
        for column in range(size.min or 1, min(size.max or 0, MOST_CELLS) + 1)
    }
    return grid.as_json()


def _value(cell: Any) -> Any:
    value = cell.value
    if isinstance(value, list):
        value = "".join(
            run
            if isinstance(run, str)
            else raised(run.text)
            if run.font is not None and run.font.vertAlign == "superscript"
            else run.text
            for run in value
        )
    if isinstance(value, dt.datetime | dt.date):
        return date(value.year, value.month, value.day)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float) and abs(value) < 1e15:
        return value
    return None if value is None else text_cell(str(value))
