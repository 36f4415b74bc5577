"""The offices' time zone: Warsaw unless the operator says otherwise, and only in what is read."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from bot import clock
from bot.screens.office import days_left
from bot.words import Words

EVENING = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
WORDS = Words("pl")


@pytest.fixture(autouse=True)
def warsaw_afterwards() -> Iterator[None]:
    """The zone is the process's, so it is put back."""
    yield
    clock.set_zone("Europe/Warsaw")


@pytest.mark.parametrize(
    ("zone", "day", "hour"),
    [
        ("Europe/Warsaw", "25 listopada", "0:30"),
        ("Atlantic/Azores", "24 listopada", "22:30"),
        ("UTC", "24 listopada", "23:30"),
    ],
)
def test_a_moment_is_told_as_it_is_in_the_offices(zone: str, day: str, hour: str) -> None:
    clock.set_zone(zone)
    told = WORDS.moment(EVENING)
    assert day in told
    assert hour in told
    assert day in WORDS.date(EVENING)


def test_days_are_counted_by_the_calendar_of_the_offices() -> None:
    """Half past midnight in Warsaw is still the day before in the Azores."""
    due = date(2026, 11, 25)
    in_warsaw = days_left(due, EVENING, WORDS)
    clock.set_zone("Atlantic/Azores")
    assert days_left(due, EVENING, WORDS) != in_warsaw
    assert days_left(date(2026, 11, 24), EVENING, WORDS) == in_warsaw


def test_a_day_without_an_hour_is_the_same_everywhere() -> None:
    for zone in ("Pacific/Kiritimati", "Pacific/Niue"):
        clock.set_zone(zone)
        assert "24 listopada 2026" in WORDS.date(date(2026, 11, 24))


def test_the_clock_itself_is_in_utc_whatever_the_zone() -> None:
    clock.set_zone("Atlantic/Azores")
    assert clock.now().tzinfo is UTC
