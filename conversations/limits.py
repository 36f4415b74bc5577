"""How many people each block of the training takes: column 5 and 6 against the general norm.

`size` is the whole of domain.md §1.3 (R4, R4a, R6, R6a, A1 in both readings, A2). Nothing else
compares a count with a limit.
"""

from dataclasses import dataclass
from enum import StrEnum


class Block(StrEnum):
    """A block of the training and the body that takes it."""

    STEERING = "I"
    EDITORIAL = "II"


@dataclass(frozen=True, slots=True)
class Norm:
    """The general size of point 3, used where the table is silent."""

    least: int
    most: int


NORMS = {Block.STEERING: Norm(5, 10), Block.EDITORIAL: Norm(3, 5)}


class Size(StrEnum):
    """The verdict on a count, one per row of domain.md §1.3."""

    NOT_TAKING_PART = "not_taking_part"
    EMPTY = "empty"
    OVER = "over"
    FULL = "full"
    FREE_SEATS = "free_seats"
    SHORT = "short"
    SMALL_OFFICE = "small_office"
    TOO_FEW = "too_few"
    """Fewer than the exact number (A1, `limit_mode exact`)."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A size and by how many people it is over (OVER) or how many seats are left (otherwise)."""

    size: Size
    by: int = 0


def seats(block: Block, limit: int | None) -> int:
    """Seats of an office in a block: its own limit, or the norm's where the table gives none."""
    return NORMS[block].most if limit is None else limit


def size(block: Block, count: int, limit: int | None, *, exact: bool = False) -> Verdict:
    """Judge `count` people against an office's `limit` (None: not in the table).

    Where the table's figure is `exact`, fewer are too few, whatever the norm; a figure that the
    table does not give cannot be exact.

    >>> size(Block.STEERING, 9, 8)
    Verdict(size=<Size.OVER: 'over'>, by=1)
    """
    available = seats(block, limit)
    least = NORMS[block].least
    if available == 0:
        return Verdict(Size.OVER, count) if count else Verdict(Size.NOT_TAKING_PART)
    if count == 0:
        return Verdict(Size.EMPTY, available)
    if count > available:
        return Verdict(Size.OVER, count - available)
    if count == available:
        return Verdict(Size.FULL)
    if exact and limit is not None:
        return Verdict(Size.TOO_FEW, available - count)
    if available < least:
        return Verdict(Size.SMALL_OFFICE, available - count)
    if count < least:
        return Verdict(Size.SHORT, available - count)
    return Verdict(Size.FREE_SEATS, available - count)
