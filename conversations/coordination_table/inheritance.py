"""What an office's row takes from above: Advisor, voivodeship, county, head of office.

A merged cell says so itself. Where merges are lost (a .csv), a blank takes the value above,
unless the column is plainly written in full; nothing is handed down past a total or a heading
(domain.md §5.3).
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypedDict

from conversations.coordination_table.columns import Layout
from conversations.coordination_table.grid import Grid
from conversations.coordination_table.rows import (
    AdvisorHeading,
    Office,
    RegionHeading,
    Remark,
    Row,
    Total,
    advisor_name,
    head_title,
    region,
    voivodeship_in,
)
from conversations.table_vocabulary import (
    BRACKETS,
    COUNTY_IN_TEXT,
    REGION_ADJECTIVE,
    VOIVODESHIP_NAME,
)


class Inherited(TypedDict):
    voivodeship: str | None
    county: str | None
    head: str | None
    advisor: str | None


class Inheritance:
    """Walks down with the reader: told of headings and totals, asked about offices in order."""

    def __init__(self, grid: Grid, of_row: Sequence[Layout], rows: Sequence[Row]) -> None:
        self._grid = grid
        self._of_row = of_row
        self._rows = rows
        self._carried: dict[int, str] = {}
        columns = {
            column
            for layout in dict.fromkeys(of_row)
            for column in (layout.advisor, layout.voivodeship, layout.county)
        }
        self._handed_down = {
            column: self._hands_down(column) for column in columns if column is not None
        }
        self._gappy = {
            column for column in {layout.advisor for layout in of_row}
            if column is not None and self._handed_down[column] and self._is_gappy(column)
        }  # fmt: skip
        self._advisor: str | None = None
        self._unused = False
        self._voivodeship = _voivodeship_of_sheet(grid.sheet.name)
        self._county: str | None = None

    def heading(self, heading: AdvisorHeading | RegionHeading) -> None:
        """A row that speaks for those below it."""
        self.pause()
        match heading:
            case AdvisorHeading(advisor):
                self._advisor, self._unused = advisor, True
            case RegionHeading(None, None):
                pass
            case RegionHeading(voivodeship, None):
                self._voivodeship, self._county = voivodeship, None
            case _:
                self._county = heading.county

    def stop(self) -> None:
        """A total: nothing above it is handed down any more."""
        self._carried.clear()
        self._advisor, self._unused = None, False

    def pause(self) -> None:
        """A heading, a title, another table's header: as a total, but for an Advisor who has been
        named and had no office yet.
        """
        self._carried.clear()
        if not self._unused:
            self._advisor = None

    def new_header(self, above: Layout, below: Layout) -> None:
        """Another table begins; the same one goes on where its header is only printed again."""
        if replace(above, header_rows=below.header_rows, first_row=below.first_row) != below:
            self.pause()

    def doubts_advisor(self, row: int) -> bool:
        """Whether nobody can tell if a blank means the Advisor above or none: merges are lost, and
        nearly every office has an Advisor of its own.
        """
        column = self._of_row[row].advisor
        return (
            column in self._gappy and not self._grid.text(row, column) and column in self._carried
        )

    def of(self, row: int, *, hand_down: bool = True) -> Inherited:
        """What this office's row has or takes. Ask about every office, from the top down.

        A blank in an annex (no `hand_down`) is what the annex does not change.
        """
        if not hand_down:
            self._carried.clear()
        layout, name = self._of_row[row], self._grid.text(row, self._of_row[row].name)
        self._unused = False
        advisor = self._value(row, layout.advisor)
        in_column = [
            _regions(self._value(row, column)) for column in (layout.voivodeship, layout.county)
        ]
        voivodeship = in_column[0][0] or in_column[1][0] or in_column[0][2]
        county = in_column[1][1] or in_column[0][1] or in_column[1][2]
        in_brackets = _regions(found[1] if (found := BRACKETS.search(name)) else "")
        told = COUNTY_IN_TEXT.search(name.casefold())
        head = "" if layout.head is None else self._grid.text(row, layout.head)
        return {
            "voivodeship": voivodeship
            or voivodeship_in(name)
            or in_brackets[0]
            or self._voivodeship,
            "county": county or (told and told[1]) or in_brackets[1] or self._county,
            "head": head_title(head),
            "advisor": advisor_name(advisor) if advisor else self._advisor,
        }

    def _value(self, row: int, column: int | None) -> str:
        if column is None:
            return ""
        text = self._grid.text(row, column)
        if text:
            self._carried[column] = text
        elif self._handed_down[column] and column not in self._gappy:
            return self._carried.get(column, "")
        return text

    def _is_gappy(self, column: int) -> bool:
        offices = self._offices()
        written = sum(bool(self._grid.text(at, column)) for at in offices)
        return 4 * written >= 3 * len(offices)

    def _offices(self) -> set[int]:
        return {at for at, row in enumerate(self._rows) if isinstance(row, Office)}

    def _hands_down(self, column: int) -> bool:
        offices = self._offices()
        if any(at in offices for at in self._grid.merged_downwards(column)):
            return False
        above: str | None = None
        for at, row in enumerate(self._rows):
            if isinstance(row, Office):
                text = self._grid.text(at, column)
                if text and text == above:
                    return False
                above = text
            elif isinstance(row, Total | Remark | AdvisorHeading | RegionHeading):
                above = None
        return True


def _regions(text: str) -> tuple[str | None, str | None, str | None]:
    """The voivodeship and the county that a text is sure to name („podlaskie / sejneński”), and
    what it says if it is neither.
    """
    found = {
        adjective.endswith("e"): adjective
        for adjective in REGION_ADJECTIVE.findall(text.casefold())
    }
    return found.get(True), found.get(False), region(text) if text else None


def _voivodeship_of_sheet(name: str) -> str | None:
    bare = region(name.casefold())
    return bare if bare and VOIVODESHIP_NAME.fullmatch(bare) else None
