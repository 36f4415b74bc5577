"""Deliveries of updates: each is taken once, by its number alone."""

from datetime import timedelta
from functools import partial

from sqlalchemy import select

from storage import updates
from storage.database import Database
from storage.tables.traffic import FailureRow, UpdateRow
from tests.storage.stock import NOW, at_once


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


def numbers(database: Database) -> list[int]:
    table = UpdateRow.__table__
    return database.read(lambda c: list(c.scalars(select(table.c.update_id).order_by("update_id"))))


def test_updates_older_than_telegram_keeps_them_are_forgotten(database: Database) -> None:
    """Now and then, with an update that comes anyway; nothing younger than eight days."""
    for days, update_id in ((9, 1), (8, 2), (7, 3)):
        past = NOW - timedelta(days)
        database.write(partial(updates.first_time, update_id=update_id, now=past))
    database.write(lambda c: updates.first_time(c, 255, NOW))
    assert numbers(database) == [1, 2, 3, 255]
    database.write(lambda c: updates.first_time(c, 256, NOW))
    assert numbers(database) == [2, 3, 255, 256]
    assert not database.write(lambda c: updates.first_time(c, 256, NOW))


def test_of_two_processes_that_take_an_update_one_does(database: Database) -> None:
    def take() -> bool:
        return database.write(lambda c: updates.first_time(c, 5, NOW))

    assert sorted(at_once(take, take, take)) == [False, False, True]


def test_what_is_set_aside_can_be_looked_at(database: Database) -> None:
    database.write(lambda c: updates.set_aside(c, 9, '{"a": "ż"}', "Traceback", NOW))
    database.write(lambda c: updates.set_aside(c, 9, "{}", "Another", NOW))
    (kept,) = database.read(lambda c: c.execute(select(FailureRow.__table__)).all())
    assert (kept.update_id, kept.payload, kept.traceback) == (9, '{"a": "ż"}', "Traceback")


def fail(database: Database, update_id: int = 9) -> int:
    return database.write(lambda c: updates.failed(c, update_id, NOW))


def test_failures_are_counted_by_update_whoever_meets_them(database: Database) -> None:
    assert sorted(at_once(*[lambda: fail(database)] * 4)) == [1, 2, 3, 4]
    assert fail(database, 10) == 1


def test_what_was_set_aside_or_is_long_past_is_not_counted_any_more(database: Database) -> None:
    fail(database)
    database.write(lambda c: updates.set_aside(c, 9, "{}", "Traceback", NOW))
    fail(database, 10)
    database.write(lambda c: updates.first_time(c, 256, NOW + timedelta(9)))
    assert (fail(database), fail(database, 10)) == (1, 1)
