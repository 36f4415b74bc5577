"""What every kind of file becomes: sheets of cells, as JSON values, within set sizes.

A file tells its cells in any order and with any gaps; only those that hold something count. What
does not fit is refused, never cut: a table that lost its end would be read wrong in silence.
"""

from collections.abc import Iterable
from typing import Any
from xml.etree.ElementTree import Element

from bot.upload_child.refusals import Refusal, Refused

MOST_CELLS = 100_000
MOST_ROWS = 10_000
MOST_COLUMNS = 256
MOST_SHEETS = 50
LONGEST_CELL = 20_000
MOST_TAGS = 3_000_000
"""Tags of a part of XML: a table of 3,000 offices as Word writes it has one million."""

_RAISED = str.maketrans("0123456789+-=()abcde", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉ")


def raised(text: str) -> str:
    """Superscript as characters of its own: a footnote's mark must not read as a figure."""
    return text.translate(_RAISED)


def date(year: int, month: int, day: int) -> dict[str, str]:
    return {"date": f"{year:04}-{month:02}-{day:02}"}


def text_cell(text: str) -> str | None:
    """A cell's text; None for a blank one. Raises Refused for a novel."""
    if len(text) > LONGEST_CELL:
        raise Refused(Refusal.TOO_BIG_INSIDE)
    return text if text.strip() else None


def parse(xml: bytes) -> Element:
    """The root of a part of a package. Raises Refused for too many tags, which cost memory and
    time though they hold nothing, and ValueError or ParseError for poisoned or broken XML.
    """
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415 - a .csv does not need it

    refuse_tags(xml)
    root: Element = fromstring(xml)
    return root


def refuse_tags(markup: bytes, most: int = MOST_TAGS) -> None:
    if markup.count(b"<") > most:
        raise Refused(Refusal.TOO_BIG_INSIDE)


class Grid:
    """Collects the cells of one sheet and refuses those that are too many.

    Rows and columns count from 0. `place` takes a value, None included; `merge` a range by its
    first and last row and column.
    """

    def __init__(self, name: str = "", *, hidden: bool = False) -> None:
        self.name = name
        self.hidden = hidden
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.notes: list[list[Any]] = []
        self._cells: dict[tuple[int, int], Any] = {}
        self._merged: list[list[int]] = []
        self._height = 0
        self._width = 0
        self._area = 0

    @property
    def height(self) -> int:
        """The first row below all that has been placed."""
        return self._height

    def place(self, row: int, column: int, value: Any) -> None:
        if value is None:
            return
        self._height = max(self._height, row + 1)
        self._width = max(self._width, column + 1)
        if (
            self._height > MOST_ROWS
            or self._width > MOST_COLUMNS
            or len(self._cells) >= MOST_CELLS
            or self._height * self._width > 4 * MOST_CELLS
        ):
            raise Refused(Refusal.TOO_BIG_INSIDE)
        self._cells[row, column] = value

    def add_row(self, values: Iterable[Any]) -> None:
        """A row below the others, blank or not."""
        row = self._height
        for column, value in enumerate(values):
            self.place(row, column, value)
        self._height = row + 1
        if self._height > MOST_ROWS:
            raise Refused(Refusal.TOO_BIG_INSIDE)

    def note(self, row: int, column: int, text: str) -> None:
        if text.strip():
            self.notes.append([row, column, text[:LONGEST_CELL]])

    def merge(self, first_row: int, first_column: int, last_row: int, last_column: int) -> None:
        if (first_row, first_column) == (last_row, last_column):
            return
        self._area += (last_row - first_row + 1) * (last_column - first_column + 1)
        if self._area > MOST_CELLS:
            raise Refused(Refusal.TOO_BIG_INSIDE)
        self._merged.append([first_row, first_column, last_row, last_column])

    def as_json(self) -> dict[str, Any]:
        """The sheet as bot.uploads takes it."""
        rows: list[list[Any]] = [[] for _ in range(self._height)]
        for (row, column), value in sorted(self._cells.items(), key=lambda item: item[0]):
            rows[row] += [None] * (column - len(rows[row])) + [value]
        return {
            "name": self.name,
            "rows": rows,
            "merged": self._merged,
            "hidden_rows": sorted(row for row in self.hidden_rows if row < self._height),
            "hidden_columns": sorted(at for at in self.hidden_columns if at < self._width),
            "hidden": self.hidden,
            "notes": self.notes,
        }
