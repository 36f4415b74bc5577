"""Reads one uploaded file in a process of its own: bytes on stdin, sheets as JSON on stdout.

Run by bot.uploads as `python -m bot.upload_child`. It trusts nothing: what a file is follows from
its content, its size inside is known before anything is unpacked, and memory and CPU have a limit
that ends this process and no other. It never touches disk, network, database or settings, and
never runs what a file carries. Its imports are few, because each upload pays for them.
"""

import contextlib
import csv
import datetime as dt
import io
import json
import re
import resource
import sys
import warnings
import zipfile
from enum import StrEnum
from pathlib import Path
from typing import Any

MEMORY = 512 * 1024 * 1024
CPU_SECONDS = 10
MOST_UNPACKED = 50 * 1024 * 1024
MOST_CELLS = 100_000
MOST_ROWS = 10_000
MOST_COLUMNS = 256
MOST_SHEETS = 50
MOST_PARTS = 1_000
LONGEST_CELL = 1_000
LONGEST_ANSWER = 8 * 1024 * 1024


class Refusal(StrEnum):
    """Why a file is not read; each has its own sentence."""

    TOO_LARGE = "too_large"
    EMPTY = "empty"
    UNSUPPORTED = "unsupported"
    UNREADABLE = "unreadable"
    TOO_SLOW = "too_slow"
    TOO_BIG_INSIDE = "too_big_inside"
    PASSWORD = "password"  # noqa: S105 - a reason, not a secret
    MACROS = "macros"
    OLD_WORD = "old_word"
    PDF = "pdf"
    IMAGE = "image"
    WEB_PAGE = "web_page"
    ARCHIVE = "archive"


class Refused(Exception):
    """This file is not read, for this reason."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason.value)
        self.reason = reason


_SIGNATURES = (
    (b"%PDF-", Refusal.PDF),
    (b"\xff\xd8\xff", Refusal.IMAGE),
    (b"\x89PNG", Refusal.IMAGE),
    (b"GIF8", Refusal.IMAGE),
    (b"II*\x00", Refusal.IMAGE),
    (b"MM\x00*", Refusal.IMAGE),
    (b"{\\rtf", Refusal.OLD_WORD),
    (b"7z\xbc\xaf", Refusal.ARCHIVE),
    (b"Rar!", Refusal.ARCHIVE),
    (b"\x1f\x8b", Refusal.ARCHIVE),
)
_MARKUP = re.compile(rb"\s*(?:<[!?a-z]|mime-version:)", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_CELL = re.compile(rb"<(?:[a-zA-Z0-9]+:)?c[ >/]")
_MERGE = re.compile(rb'mergeCell\b[^>]*?ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')


def read(data: bytes) -> list[dict[str, Any]]:
    """The sheets of a file, as JSON values. Raises Refused, whatever the bytes are."""
    try:
        return _sheets(data)
    except Refused:
        raise
    except MemoryError:
        raise Refused(Refusal.TOO_BIG_INSIDE) from None
    except Exception:  # noqa: BLE001 - a damaged file may raise anything at all in its reader
        raise Refused(Refusal.UNREADABLE) from None


def _sheets(data: bytes) -> list[dict[str, Any]]:
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise Refused(Refusal.EMPTY)
    if data.startswith(_ZIP):
        return _zip(data)
    _refuse_foreign(data)
    return [_csv(data)]


def _refuse_foreign(data: bytes) -> None:
    head = data[:1024].removeprefix(b"\xef\xbb\xbf")
    for signature, reason in _SIGNATURES:
        if head.lstrip().startswith(signature):
            raise Refused(reason)
    if head[8:12] == b"WEBP" or head[4:8] == b"ftyp":
        raise Refused(Refusal.IMAGE)
    if head[:2] == b"BM" and int.from_bytes(head[2:6], "little") == len(data):
        raise Refused(Refusal.IMAGE)
    if _MARKUP.match(head):
        raise Refused(Refusal.WEB_PAGE)
    if data.startswith(_OLE):
        # Names of streams stand in an OLE directory as UTF-16.
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Refused(Refusal.PASSWORD)
        word = "WordDocument".encode("utf-16-le") in data
        raise Refused(Refusal.OLD_WORD if word else Refusal.UNSUPPORTED)


# .xlsx


def _zip(data: bytes) -> list[dict[str, Any]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise Refused(Refusal.TOO_BIG_INSIDE)
        if any(part.flag_bits & 1 for part in parts):
            raise Refused(Refusal.PASSWORD)
        names = {part.filename for part in parts}
        if "xl/workbook.xml" not in names:
            known = names & {"word/document.xml", "xl/workbook.bin", "content.xml"}
            raise Refused(Refusal.UNSUPPORTED if known else Refusal.ARCHIVE)
        if any(name.lower().endswith("vbaproject.bin") for name in names):
            raise Refused(Refusal.MACROS)
        _refuse_crowded(package, [name for name in names if name.startswith("xl/worksheets/")])
    return _workbook(data)


def _refuse_crowded(package: zipfile.ZipFile, names: list[str]) -> None:
    """Count cells before they become objects: openpyxl spends a kilobyte on each."""
    cells = 0
    for name in names:
        xml = package.read(name)
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


def _workbook(data: bytes) -> list[dict[str, Any]]:
    import openpyxl  # noqa: PLC0415 - a .csv does not need it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(
            io.BytesIO(data), data_only=True, rich_text=True, keep_links=False
        )
    if len(book.worksheets) > MOST_SHEETS:
        raise Refused(Refusal.TOO_BIG_INSIDE)
    return [_worksheet(sheet) for sheet in book.worksheets]


def _worksheet(sheet: Any) -> dict[str, Any]:
    cells: dict[tuple[int, int], Any] = {}
    notes = []
    # The cells that exist, rather than iter_rows(): one stray cell at XFD1048576 is a grid
    # of seventeen thousand million.
    for (row, column), cell in sheet._cells.items():
        value = _value(cell)
        if value is not None:
            cells[row - 1, column - 1] = value
        if cell.comment is not None:
            notes.append([row - 1, column - 1, str(cell.comment.text)[:LONGEST_CELL]])
    height = max((row for row, _ in cells), default=-1) + 1
    width = max((column for _, column in cells), default=-1) + 1
    if height > MOST_ROWS or width > MOST_COLUMNS or height * width > 4 * MOST_CELLS:
        raise Refused(Refusal.TOO_BIG_INSIDE)
    rows: list[list[Any]] = [[] for _ in range(height)]
    for (row, column), value in sorted(cells.items(), key=lambda item: item[0]):
        rows[row] += [None] * (column - len(rows[row])) + [value]
    return {
        "name": sheet.title,
        "rows": rows,
        "merged": [
            [area.min_row - 1, area.min_col - 1, area.max_row - 1, area.max_col - 1]
            for area in sheet.merged_cells.ranges
        ],
        "hidden_rows": [
            row - 1 for row, size in sheet.row_dimensions.items() if size.hidden and row <= height
        ],
        "hidden_columns": sorted({
            column - 1
            for size in sheet.column_dimensions.values()
            if size.hidden
            for column in range(size.min or 1, min(size.max or 0, width) + 1)
        }),
        "hidden": sheet.sheet_state != "visible",
        "notes": notes,
    }  # fmt: skip


_RAISED = str.maketrans("0123456789+-=()abcde", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉ")


def _value(cell: Any) -> Any:
    value = cell.value
    if isinstance(value, list):
        # A rich text: a raised digit is a footnote's mark and must not read as a figure.
        value = "".join(
            run
            if isinstance(run, str)
            else run.text.translate(_RAISED)
            if run.font is not None and run.font.vertAlign == "superscript"
            else run.text
            for run in value
        )
    if isinstance(value, dt.datetime | dt.date):
        return {"date": f"{value.year:04}-{value.month:02}-{value.day:02}"}
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float) and abs(value) < 1e15:
        return value
    text = "" if value is None else str(value)[:LONGEST_CELL]
    return text if text.strip() else None


# .csv


def _csv(data: bytes) -> dict[str, Any]:
    text = _decode(data)
    first, _, rest = text.partition("\n")
    if declared := re.fullmatch(r"sep=(.)\s*", first, re.IGNORECASE):
        rows = _records(rest, declared[1])
    else:
        rows = max((_records(text, separator) for separator in ";\t,"), key=_evenness)
    if max((len(row) for row in rows), default=0) < 2:
        raise Refused(Refusal.UNREADABLE)
    width = max(len(row) for row in rows)
    if len(rows) > MOST_ROWS or width > MOST_COLUMNS or sum(map(len, rows)) > MOST_CELLS:
        raise Refused(Refusal.TOO_BIG_INSIDE)
    return {"name": "", "rows": [[_text(cell) for cell in row] for row in rows]}


def _text(cell: str) -> str | None:
    return cell[:LONGEST_CELL] if cell.strip() else None


def _records(text: str, separator: str) -> list[list[str]]:
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        # An unclosed quote would swallow the rest of the table: then quotes are mere letters.
        rows = list(
            csv.reader(
                io.StringIO(text, newline=""), delimiter=separator, quoting=csv.QUOTE_NONE
            )
        )  # fmt: skip
    for row in rows:
        while row and not row[-1].strip():
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _evenness(rows: list[list[str]]) -> int:
    """How many cells stand in rows of the commonest width: the true separator has the most."""
    widths = [len(row) for row in rows if len(row) > 1]
    return max((width * widths.count(width) for width in set(widths)), default=0)


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = max(_legacy(data), key=_polishness)
    if any(letter < " " and letter not in "\t\r\n\f\v\x1a" for letter in text):
        raise Refused(Refusal.UNREADABLE)
    return text.rstrip("\x1a")


def _legacy(data: bytes) -> list[str]:
    """The text in each code page that Polish offices used; the likelier first."""
    texts = []
    for encoding in ("cp1250", "iso-8859-2"):
        with contextlib.suppress(UnicodeDecodeError):
            texts.append(data.decode(encoding))
    return texts


def _polishness(text: str) -> int:
    """Polish letters, less what the wrong code page shows in their place.

    The two differ in ą ś ź, which read as ± ¶ Ľ one way and as š or control characters the other.
    """
    polish = sum(text.count(letter) for letter in "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ–—„”…")
    foreign = sum(letter in "±¶ĽˇŠšťŤľ¦¬" or "\x80" <= letter <= "\x9f" for letter in text)
    return polish - 2 * foreign


def _limit_itself() -> None:
    """From here on, this process dies of greed before the machine does."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Answer {"sheets": […]} or {"refused": reason}; a death is an answer too."""
    data = sys.stdin.buffer.read()
    _limit_itself()
    try:
        answer = json.dumps({"sheets": read(data)})
        if len(answer) > LONGEST_ANSWER:
            answer = json.dumps({"refused": Refusal.TOO_BIG_INSIDE})
    except Refused as refused:
        answer = json.dumps({"refused": refused.reason})
    except MemoryError:
        answer = json.dumps({"refused": Refusal.TOO_BIG_INSIDE})
    sys.stdout.write(answer)


if __name__ == "__main__":
    main()
