"""Numbers of a shown list as people type them, and nothing but those."""

import pytest

from conversations.pasted_list import read_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1", (1,)),
        ("1 3 5 8", (1, 3, 5, 8)),
        ("1, 3 i 5", (1, 3, 5)),
        ("1;3 oraz 5", (1, 3, 5)),
        ("1. 2. 3.", (1, 2, 3)),
        (" ,2; ", (2,)),
        ("1-4", (1, 2, 3, 4)),
        ("1 – 3, 7", (1, 2, 3, 7)),
        ("1   —   3", (1, 2, 3)),
        ("2-2", (2,)),
        ("3, 1, 3", (3, 1)),
        ("nr 1 i 2", (1, 2)),
        ("Numery: 2; 3", (2, 3)),
        ("numer 4", (4,)),
        ("poz. 7.", (7,)),
        ("999", (999,)),
        ("1-100", tuple(range(1, 101))),
        ("1 " * 200, (1,)),
    ],
)
def test_numbers_are_read_in_their_order_and_each_once(text: str, numbers: tuple[int, ...]) -> None:
    assert read_numbers(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0",
        "01",
        "1000",
        "4-1",
        "1-101",
        "1-2-3",
        "1 lub 2",
        "nr",
        "1 Lis",
        "²",
        "1 " * 200 + "1",
    ],
)
def test_anything_else_is_no_numbers(text: str) -> None:
    assert read_numbers(text) is None
