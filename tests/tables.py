"""Real table files for tests: workbooks and text files as offices send them."""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import openpyxl

from conversations.coordination_table import Cell, Sheet

EXAMPLES = Path(__file__).parent / "examples"
HEADER = ("Lp.", "Nazwa urzędu", "Kierownik urzędu", "Doradca", "blok I", "blok II", "Uwagi")
NUMBERS = (1, 2, 3, 4, 5, 6, 7)


def sample_rows() -> list[list[str]]:
    """Table A as text, its margin column included."""
    with (EXAMPLES / "tabela-A-lubelskie.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines, delimiter="\t"))


def table(*offices: Sequence[Cell], header: Sequence[Sequence[Cell]] = (HEADER, NUMBERS)) -> Sheet:
    """A plain table: a title, the header, the number row, the given rows from row 4 on."""
    rows = [("Tabela koordynacyjna nr 1",), *map(tuple, header), *map(tuple, offices)]
    return Sheet("Arkusz1", tuple(rows))


def office(
    number: int, name: str, steering: Cell, editorial: Cell, *, advisor: Cell = "Ewa Lis",
    head: Cell = "Wójt", remark: Cell = None,
) -> tuple[Cell, ...]:  # fmt: skip
    return (number, name, head, advisor, steering, editorial, remark)


def csv_file(
    rows: Iterable[Sequence[object]], separator: str = ";", encoding: str = "utf-8"
) -> bytes:
    """As Excel writes it: CRLF, quotes only where needed."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return stream.getvalue().encode(encoding)


def workbook(
    rows: Iterable[Sequence[object]], merged: Iterable[str] = (), title: str = "Arkusz1"
) -> openpyxl.Workbook:
    """An open workbook with one sheet, for a test to add its quirk to."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def october_5th() -> dt.date:
    """What a Polish Excel makes of a typed „5-10”."""
    return dt.date(2026, 10, 5)
