"""Reads a coordination table: which office, which Advisor, how many seats in blocks I and II.

Takes sheets of cells, whatever file they came from; gives offices, and everything doubtful as a
flag or a problem. It never guesses silently, never corrects a figure, never opens a file
(domain.md §5).
"""

from conversations.coordination_table.limits import read_limit
from conversations.coordination_table.model import (
    Cell,
    Figures,
    Flag,
    LimitReading,
    NotATable,
    NotATableReason,
    OfficeRow,
    Problem,
    ProblemCode,
    RejectedRow,
    Sheet,
    TableReading,
)
from conversations.coordination_table.reading import read
from conversations.office_names import office_key

__all__ = [
    "Cell",
    "Figures",
    "Flag",
    "LimitReading",
    "NotATable",
    "NotATableReason",
    "OfficeRow",
    "Problem",
    "ProblemCode",
    "RejectedRow",
    "Sheet",
    "TableReading",
    "office_key",
    "read",
    "read_limit",
]
