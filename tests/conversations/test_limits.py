"""The table of sizes, row by row, for both blocks (domain.md §1.3)."""

import pytest

from conversations.limits import Block, Size, Verdict, seats, size

ROWS: list[tuple[str, Block, int, int | None, Size, int]] = [
    # block, people, limit, verdict, by
    ("nobody", Block.STEERING, 0, 8, Size.EMPTY, 8),
    ("over by one", Block.STEERING, 9, 8, Size.OVER, 1),
    ("over by five", Block.STEERING, 13, 8, Size.OVER, 5),
    ("exactly full", Block.STEERING, 8, 8, Size.FULL, 0),
    ("within the norm, seats left", Block.STEERING, 5, 8, Size.FREE_SEATS, 3),
    ("one seat left", Block.STEERING, 7, 8, Size.FREE_SEATS, 1),
    ("below the norm", Block.STEERING, 4, 8, Size.SHORT, 4),
    ("one person of eight", Block.STEERING, 1, 8, Size.SHORT, 7),
    ("below the norm's least by limit", Block.STEERING, 3, 4, Size.SMALL_OFFICE, 1),
    ("a small office, full", Block.STEERING, 4, 4, Size.FULL, 0),
    ("a small office, over", Block.STEERING, 5, 4, Size.OVER, 1),
    ("one seat", Block.STEERING, 1, 1, Size.FULL, 0),
    ("the least of the norm is the limit", Block.STEERING, 5, 5, Size.FULL, 0),
    ("one below it", Block.STEERING, 4, 5, Size.SHORT, 1),
    ("beyond the norm the table wins", Block.STEERING, 12, 25, Size.FREE_SEATS, 13),
    ("the limit is missing", Block.STEERING, 10, None, Size.FULL, 0),
    ("the limit is missing, over the norm", Block.STEERING, 11, None, Size.OVER, 1),
    ("the limit is missing, below the norm", Block.STEERING, 4, None, Size.SHORT, 6),
    ("not in this block", Block.STEERING, 0, 0, Size.NOT_TAKING_PART, 0),
    ("not in this block, but named", Block.STEERING, 2, 0, Size.OVER, 2),
    ("nobody", Block.EDITORIAL, 0, 4, Size.EMPTY, 4),
    ("over by one", Block.EDITORIAL, 5, 4, Size.OVER, 1),
    ("exactly full", Block.EDITORIAL, 4, 4, Size.FULL, 0),
    ("within the norm, seats left", Block.EDITORIAL, 3, 4, Size.FREE_SEATS, 1),
    ("below the norm", Block.EDITORIAL, 2, 4, Size.SHORT, 2),
    ("below the norm's least by limit", Block.EDITORIAL, 1, 2, Size.SMALL_OFFICE, 1),
    ("a small office, full", Block.EDITORIAL, 2, 2, Size.FULL, 0),
    ("the least of the norm is the limit", Block.EDITORIAL, 3, 3, Size.FULL, 0),
    ("beyond the norm the table wins", Block.EDITORIAL, 6, 8, Size.FREE_SEATS, 2),
    ("the limit is missing", Block.EDITORIAL, 5, None, Size.FULL, 0),
    ("the limit is missing, over the norm", Block.EDITORIAL, 6, None, Size.OVER, 1),
    ("not in this block", Block.EDITORIAL, 0, 0, Size.NOT_TAKING_PART, 0),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[1]}: {row[0]}, {row[2]} of {row[3]}")
def test_the_table_of_sizes(row: tuple[str, Block, int, int | None, Size, int]) -> None:
    _, block, people, limit, verdict, by = row
    assert size(block, people, limit) == Verdict(verdict, by)


def test_a_missing_limit_is_that_of_the_norm() -> None:
    assert seats(Block.STEERING, None) == 10
    assert seats(Block.EDITORIAL, None) == 5
    assert seats(Block.EDITORIAL, 0) == 0
