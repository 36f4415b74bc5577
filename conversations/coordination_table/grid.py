"""A sheet made easy to ask: any cell by row and column, and what its merged range says.

A merged range speaks through its first cell. Whether a blank cell takes a value from elsewhere
for any other reason is the reader's decision, not the grid's.
"""

from collections.abc import Iterator, Sequence

from conversations.coordination_table.model import Cell, Sheet
from conversations.coordination_table.text import shown


class Grid:
    """Reads outside the sheet's edges answer blank; merged ranges are cut to its size."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.height = len(sheet.rows)
        self.width = max(map(len, sheet.rows), default=0)
        self._cells = {
            (row, column): cell
            for row, cells in enumerate(sheet.rows)
            for column, cell in enumerate(cells)
            if cell is not None
        }
        self._texts = {at: text for at, cell in self._cells.items() if (text := shown(cell))}
        self._own: dict[int, list[tuple[int, str]]] = {}
        for (row, column), text in self._texts.items():
            self._own.setdefault(row, []).append((column, text))
        self._origins: dict[tuple[int, int], tuple[int, int]] = {}
        for first_row, first_column, last_row, last_column in sheet.merged:
            for row in range(first_row, min(last_row + 1, self.height)):
                for column in range(first_column, min(last_column + 1, self.width)):
                    self._origins[row, column] = (first_row, first_column)
        self._notes = {(row, column): text for row, column, text in sheet.notes}

    def origin(self, row: int, column: int) -> tuple[int, int]:
        """The cell that speaks for this one: itself, or the first of its merged range."""
        return self._origins.get((row, column), (row, column))

    def cell(self, row: int, column: int) -> Cell:
        return self._cells.get(self.origin(row, column))

    def text(self, row: int, column: int) -> str:
        return self._texts.get(self.origin(row, column), "")

    def own_texts(self, row: int) -> Sequence[tuple[int, str]]:
        """Column and text of the row's cells that have something of their own to say."""
        return self._own.get(row, ())

    def note(self, row: int, column: int) -> str:
        return self._notes.get(self.origin(row, column), "")

    def row_text(self, row: int) -> str:
        """The row as it stands, for a person to recognise."""
        return " · ".join(text for _, text in self.own_texts(row))

    def merged_downwards(self, column: int) -> Iterator[int]:
        """The rows whose cell in this column is spoken for by a cell above."""
        return (
            row for (row, at), origin in self._origins.items() if at == column and origin[0] < row
        )
