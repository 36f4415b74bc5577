"""Reads .csv and .txt: any Polish encoding, any separator, and plain lines as they stand."""

import contextlib
import csv
import io
import re
from typing import Any

from bot.upload_child.cells import Grid, text_cell
from bot.upload_child.refusals import Refusal, Refused

_SEPARATORS = ";\t,|"
_FOREIGN = re.compile(r"[±¶ĽˇŠšťŤľ¦¬ĹĂÄâ\ufffd\x80-\x9f]")
_MOST_SEPARATORS = 1_000_000
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\ufffd]")
_FIGURE = re.compile(r"\s*[0-9]{1,3}\s*")


def read(data: bytes) -> list[dict[str, Any]]:
    """One sheet: a table's cells, or a cell for each line of prose. Raises Refused."""
    grid = Grid()
    for row in _rows(decode(data)):
        grid.add_row(map(text_cell, row))
    return [grid.as_json()]


def _rows(text: str) -> list[list[str]]:
    first, _, rest = text.partition("\n")
    if declared := re.fullmatch(r"sep=(.)\s*", first, re.IGNORECASE):
        return _records(rest, declared[1])
    if any(text.count(separator) > _MOST_SEPARATORS for separator in _SEPARATORS):
        raise Refused(Refusal.TOO_BIG_INSIDE)
    tables = [
        rows
        for separator in _SEPARATORS
        if separator in text and _is_table(rows := _records(text, separator), separator)
    ]
    return max(tables, key=_evenness, default=None) or [
        [line] for line in text.rstrip().splitlines()
    ]


def _is_table(rows: list[list[str]], separator: str) -> bool:
    """Whether the separator parts cells. In prose it stands before a blank, or in one line only;
    columns of figures make a table of it all the same.
    """
    wide = [row for row in rows if len(row) > 1]
    if separator == "\t" or sum(_has_figures(row) for row in wide) > 1:
        return bool(wide)
    inner = [cell for row in wide for cell in row[1:]]
    return len(wide) > 1 and 2 * sum(cell.startswith(" ") for cell in inner) < len(inner)


def _has_figures(row: list[str]) -> bool:
    return sum(_FIGURE.fullmatch(cell) is not None for cell in row) > 1


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


def decode(data: bytes) -> str:
    """The text of a file in whatever encoding. Raises Refused for what is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = max(_guesses(data), key=_polishness)
    if _NO_TEXT.search(text):
        raise Refused(Refusal.UNREADABLE)
    return text.rstrip("\x1a")


def _guesses(data: bytes) -> list[str]:
    """The text in each code page that Polish offices used, the likelier first; and as damaged
    UTF-8, which must not pass for either of them.
    """
    texts = []
    for encoding in ("cp1250", "iso-8859-2"):
        with contextlib.suppress(UnicodeDecodeError):
            texts.append(data.decode(encoding))
    return [*texts, data.decode("utf-8-sig", errors="replace")]


def _polishness(text: str) -> int:
    """Polish letters, less what the wrong code page shows in their place.

    The two differ in ą ś ź, which read as ± ¶ Ľ one way and as š or control characters the other.
    """
    polish = sum(text.count(letter) for letter in "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ–—„”…")
    foreign = len(_FOREIGN.findall(text))
    return polish - 2 * foreign
