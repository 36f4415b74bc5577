"""Reads the tables of a web page: what many programs save and call .xls.

A page without a table is refused: there is no telling its text from its furniture.
"""

import re
from html.parser import HTMLParser
from typing import Any

from bot.upload_child.cells import MOST_COLUMNS, MOST_ROWS, Grid, raised, refuse_tags, text_cell
from bot.upload_child.plain_text import decode
from bot.upload_child.refusals import Refusal, Refused

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([a-z0-9_-]{3,20})", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_MOST_TAGS = 500_000
_CELLS = {"td", "th"}
_UNSEEN = {"script", "style", "title", "xml", "template", "noscript"}
_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "caption", "table", "tr", "body"}


def read(data: bytes) -> list[dict[str, Any]]:
    """One sheet: the rows of all tables, and the text around them. Raises Refused."""
    refuse_tags(data, _MOST_TAGS)
    page = _Page()
    page.feed(_decode(data))
    page.close()
    page.end_line()
    if not page.has_table:
        raise Refused(Refusal.WEB_PAGE)
    return [page.grid.as_json()]


def _decode(data: bytes) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


class _Page(HTMLParser):
    """Walks a page from its top; `grid` holds what has been met."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.grid = Grid()
        self.has_table = False
        self._row = -1
        self._column = 0
        self._span = (1, 1)
        self._covered: dict[int, int] = {}
        self._text: list[str] = []
        self._in_cell = False
        self._unseen = 0
        self._raised = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "sup":
            self._raised += 1
        elif tag == "br":
            self._text.append("\n")
        elif tag in _CELLS and self._row >= 0:
            self._end_cell()
            self._begin_cell(dict(attrs))
        elif tag in _BLOCKS:
            self._end_block(tag)
            if tag == "tr":
                self._begin_row()
            elif tag == "table":
                self._covered.clear()

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "sup":
            self._raised = max(0, self._raised - 1)
        elif tag in _CELLS:
            self._end_cell()
        elif tag in _BLOCKS:
            self._end_block(tag)
            if tag in {"tr", "table"}:
                self._row = -1

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            text = _BLANKS.sub(" ", data)
            self._text.append(raised(text) if self._raised else text)

    def end_line(self) -> None:
        """Text outside a table: a row of one cell for each line."""
        text = "".join(self._text)
        self._text.clear()
        for line in text.splitlines():
            if line.strip():
                self.grid.add_row([text_cell(" ".join(line.split()))])

    def _begin_row(self) -> None:
        self.has_table = True
        self._row = self.grid.height
        self.grid.add_row(())
        self._column = 0

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        while self._covered.get(self._column, -1) >= self._row:
            self._column += 1
        self._span = (
            min(_number(attributes.get("rowspan")), MOST_ROWS),
            min(_number(attributes.get("colspan")), MOST_COLUMNS),
        )
        self._in_cell = True
        self._text.clear()

    def _end_cell(self) -> None:
        if not self._in_cell:
            return
        self._in_cell = False
        text = "\n".join(" ".join(line.split()) for line in "".join(self._text).split("\n"))
        self._text.clear()
        self.grid.place(self._row, self._column, text_cell(text.strip()))
        down, right = self._span
        last = self._column + right - 1
        self.grid.merge(self._row, self._column, self._row + down - 1, last)
        for column in range(self._column, last + 1):
            self._covered[column] = self._row + down - 1
        self._column = last + 1

    def _end_block(self, tag: str) -> None:
        if not self._in_cell:
            self.end_line()
        elif tag in {"tr", "table"}:
            self._end_cell()
        else:
            self._text.append("\n")


def _number(text: str | None) -> int:
    return max(1, int(text)) if text and text.isascii() and text.isdecimal() else 1
