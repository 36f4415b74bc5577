"""The playground's coordination table, as the workbook an office would upload.

Built from the packaged text of Table A, with the merged cells of domain.md §5.5; the offices are
real, every figure, Advisor and group is invented.
"""

import csv
import io
from importlib.resources import files

_MERGED = (
    "F4:H4",  # one heading over blocks I to III
    "B4:B5", "C4:C5", "D4:D5", "E4:E5", "I4:I5", "J4:J5",
    "E7:E10", "E12:E13",  # the Advisor
    "I7:I10", "I12:I13",  # the training group
)  # fmt: skip


def sample_table() -> bytes:
    """Table A as a real .xlsx; column A is its empty margin."""
    import openpyxl  # noqa: PLC0415 - the bot starts without it

    source = files("bot.playground") / "sample" / "tabela-A-lubelskie.tsv"
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Tabela 1"
    lines = io.StringIO(source.read_text(encoding="utf-8"), newline="")
    for row, record in enumerate(csv.reader(lines, delimiter="\t"), start=1):
        for column, text in enumerate(record, start=1):
            if text:
                sheet.cell(row, column, int(text) if text.isdecimal() else text)
    for area in _MERGED:
        sheet.merge_cells(area)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
