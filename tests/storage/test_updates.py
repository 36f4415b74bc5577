"""Deliveries of updates: each is taken once, by its number alone."""

from datetime import UTC, datetime

from storage import updates
from storage.database import Database

NOW = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)


def test_an_update_is_new_only_once(database: Database) -> None:
    assert database.write(lambda c: updates.first_time(c, 5, NOW))
    assert not database.write(lambda c: updates.first_time(c, 5, NOW))


def test_a_lower_number_after_an_idle_week_is_new(database: Database) -> None:
    database.write(lambda c: updates.first_time(c, 2**40, NOW))
    assert database.write(lambda c: updates.first_time(c, 7, NOW))


def test_an_update_set_aside_twice_counts_as_taken(database: Database) -> None:
    for _ in range(2):
        database.write(lambda c: updates.set_aside(c, 9, "{}", "Traceback", NOW))
    assert not database.write(lambda c: updates.first_time(c, 9, NOW))
