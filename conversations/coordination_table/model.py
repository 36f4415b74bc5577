"""What a coordination table is made of: the cells that come in, the offices that go out.

Values only. Reading lives beside this file; nothing here knows a file format or decides a rule.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

Cell = str | int | float | dt.date | None
Figures = tuple[int, int]
"""Blocks I and II, in this order."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One grid of cells as a file holds it; rows and columns count from 0 and may be ragged.

    A merged range is first row, first column, last row, last column; only its first cell has a
    value. A note is row, column, text: what a spreadsheet hangs on a cell.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    notes: tuple[tuple[int, int, str], ...] = ()


class Flag(StrEnum):
    """What is doubtful about an office's row (domain.md §5.4)."""

    FOOTNOTE = "PRZYPIS"
    WORDED_LIMIT = "LIMIT_OPISOWY"
    RANGE = "ZAKRES"
    NO_LIMIT = "BRAK_LIMITU"
    NOT_TAKING_PART = "NIE_UCZESTNICZY"
    DATE_IN_CELL = "DATA_W_KOMORCE"
    SUSPICIOUS = "PODEJRZANE"
    EDITORIAL_ABOVE_STEERING = "BLAD_II_WIEKSZE_NIZ_I"
    OUTSIDE_NORM = "POZA_NORMA"
    ANNEX_CONFLICT = "KONFLIKT_ANEKS"
    TOTAL_DIFFERS = "SUMA_NIEZGODNA"
    RESERVE = "REZERWA"
    NO_UPPER_LIMIT = "BEZ_GORNEGO_LIMITU"


class ProblemCode(StrEnum):
    """What is doubtful about the table itself, beside the flags of its rows."""

    COLUMNS_CONFLICT = "KOLUMNY_SPRZECZNE"
    COLUMNS_BY_POSITION = "KOLUMNY_WEDLUG_POLOZENIA"
    COLUMNS_DOUBTFUL = "KOLUMNY_WATPLIWE"
    ROW_SKIPPED = "POMINIETY_WIERSZ"
    ROW_HIDDEN = "UKRYTY_WIERSZ"
    SHEET_SKIPPED = "POMINIETY_ARKUSZ"
    SHEET_HIDDEN = "UKRYTY_ARKUSZ"
    OFFICE_REPEATED = "POWTORZONY_URZAD"
    ADVISOR_DOUBTFUL = "DORADCA_NIEPEWNY"
    SIMILAR_NAMES = "PODOBNE_NAZWY"


@dataclass(frozen=True, slots=True)
class LimitReading:
    """One figure of column 5 or 6. `maximum` None: not known; 0: not in this block."""

    maximum: int | None
    flags: tuple[Flag, ...] = ()
    minimum: int | None = None
    reserve: int | None = None


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """One office as the table has it; `row` counts from 1, as a spreadsheet shows it.

    The name stands as written, whitespace folded and footnote marks taken off. A limit of None is
    not known (the norm holds until somebody decides), 0 means not in this block.
    """

    name: str
    voivodeship: str | None
    county: str | None
    head: str | None
    advisor: str | None
    limit_steering: int | None
    limit_editorial: int | None
    block_iii: int | None
    participates: bool
    flags: tuple[Flag, ...]
    row: int
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """An office whose row contradicts the rules and is not taken over."""

    name: str
    code: Flag
    row: int
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to be looked at; `text` is the cell or row as it stands.

    Every flag of an office has its problem. `computed` is what a typed total should be.
    """

    code: Flag | ProblemCode
    row: int | None
    text: str
    computed: Figures | None = None
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class TableReading:
    """A table read. `replaced` holds the earlier rows of offices flagged ANNEX_CONFLICT.

    `typed` is the grand total as the table gives it, `computed` the sum of the offices' known
    limits; neither is ever made to fit the other.
    """

    offices: tuple[OfficeRow, ...]
    rejected: tuple[RejectedRow, ...]
    typed: Figures | None
    computed: Figures
    problems: tuple[Problem, ...]
    title: str | None
    needs_column_confirmation: bool
    replaced: tuple[OfficeRow, ...] = ()


class NotATableReason(StrEnum):
    EMPTY = "PUSTA"
    NO_COLUMNS = "BRAK_KOLUMN"
    NO_OFFICES = "BRAK_URZEDOW"


class NotATable(ValueError):
    """These sheets hold no coordination table; `reason` says what is missing."""

    def __init__(self, reason: NotATableReason) -> None:
        super().__init__(reason.value)
        self.reason = reason
