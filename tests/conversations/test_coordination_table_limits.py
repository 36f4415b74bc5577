"""One figure of column 5 or 6: every row of domain.md §5.4, and what lies beside them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.coordination_table import Cell, Flag, LimitReading, read_limit


@pytest.mark.parametrize(
    "cell",
    [
        8,
        8.0,
        "8",
        " 8 ",
        "8.0",
        "8,0",
        "8 os.",
        "8 osób",
        "8os.",
        "8\u00a0os.",
        "'8",
        "08",
        "8 (osiem)",
        "' 8",
    ],
)
def test_a_plain_figure_is_the_limit(cell: Cell) -> None:
    assert read_limit(cell) == LimitReading(8)


@pytest.mark.parametrize(
    "cell", ["8¹", "8*", "8 *", "8 1)", "8 a)", "8⁽¹⁾", "8**", "8*)", "8 [1]", "8 ¹)"]
)
def test_a_footnote_is_never_part_of_the_figure(cell: Cell) -> None:
    assert read_limit(cell) == LimitReading(8, (Flag.FOOTNOTE,))


@pytest.mark.parametrize(
    "cell", ["do 3", "max 3", "maks. 3", "≤3", "Do 3 osób", "nie więcej niż 3"]
)
def test_a_maximum_in_words_is_the_limit_and_is_shown(cell: Cell) -> None:
    assert read_limit(cell) == LimitReading(3, (Flag.WORDED_LIMIT,))


@pytest.mark.parametrize("cell", ["8–10", "8-10", "8 do 10", "8 - 10 os.", "od 8 do 10", "8÷10"])
def test_a_range_gives_its_upper_end(cell: Cell) -> None:
    assert read_limit(cell) == LimitReading(10, (Flag.RANGE,), minimum=8)


@pytest.mark.parametrize("cell", ["min. 5", "co najmniej 5", "nie mniej niż 5", "od 5", "≥5"])
def test_a_minimum_alone_leaves_the_limit_unknown(cell: Cell) -> None:
    assert read_limit(cell) == LimitReading(None, (Flag.NO_UPPER_LIMIT,), minimum=5)


@pytest.mark.parametrize(
    "cell", ["6+1", "6 + 1", "6 (+1 rez.)", "6 (+ 1)", "6+1 rezerwa", "6 (1 rez.)"]
)
def test_a_reserve_is_no_seat(cell: Cell) -> None:
    assert read_limit(cell) == LimitReading(6, (Flag.RESERVE,), reserve=1)


@pytest.mark.parametrize(
    "cell",
    [
        None,
        "",
        "  ",
        "ok. 7",
        "7?",
        "x",
        "X",
        "do uzgodnienia",
        "6 (1)",
        "8 (sześć)",
        "#ADR!",
        "osiem",
        "８",
    ],
)
def test_what_cannot_be_told_is_unknown(cell: Cell) -> None:
    assert read_limit(cell) == LimitReading(None, (Flag.NO_LIMIT,))


@pytest.mark.parametrize(
    "cell", [0, "0", "–", "-", "—", "nie dotyczy", "Rezygnacja", "rezygnacja z udziału", "n/d"]
)
def test_a_dash_or_a_word_says_that_the_office_is_not_in_the_block(cell: Cell) -> None:
    assert read_limit(cell) == LimitReading(0, (Flag.NOT_TAKING_PART,))


@pytest.mark.parametrize(
    "cell", [dt.date(2026, 10, 5), "10.maj", "05.paź", "5 paź", "05.10",
             "maj 10", "2026-10-05", "5-10-2026"],
)  # fmt: skip
def test_a_date_is_a_range_that_the_spreadsheet_spoiled_and_is_asked_about(cell: Cell) -> None:
    assert read_limit(cell) == LimitReading(None, (Flag.DATE_IN_CELL,))


@pytest.mark.parametrize(
    "cell", [26, 81, "81", 46300, 7.5, "7,5", 1e20, -3, "10–8", "5 10", "9" * 5000]
)
def test_a_figure_that_no_block_can_have_is_not_believed(cell: Cell) -> None:
    assert read_limit(cell) == LimitReading(None, (Flag.SUSPICIOUS,))


def test_25_is_the_highest_that_is_believed() -> None:
    assert read_limit(25) == LimitReading(25)


def test_a_range_of_one_figure_is_that_figure() -> None:
    assert read_limit("8–8") == LimitReading(8, (Flag.RANGE,), minimum=8)


def test_a_range_above_25_is_not_believed_either() -> None:
    assert read_limit("8–81").maximum is None


def test_a_footnote_on_a_dash_keeps_both_meanings() -> None:
    assert read_limit("–*") == LimitReading(0, (Flag.FOOTNOTE, Flag.NOT_TAKING_PART))


@given(st.one_of(st.text(), st.integers(), st.floats(), st.dates(), st.none()))
def test_any_cell_is_a_limit_or_flagged(cell: Cell) -> None:
    reading = read_limit(cell)
    assert reading.maximum is not None or reading.flags
    assert reading.maximum is None or 0 <= reading.maximum <= 25


@given(st.text("0123456789 +-–.,()*¹²odmaxin?", max_size=8))
def test_a_limit_never_holds_a_digit_that_was_not_written(text: str) -> None:
    maximum = read_limit(text).maximum
    assert not maximum or str(maximum) in text
