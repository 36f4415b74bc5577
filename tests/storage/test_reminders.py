"""Digests that were created, and those put off, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

from storage import reminders
from storage.database import Database

NOW = datetime(2027, 1, 8, 7, 30, tzinfo=UTC)
HALINA = "Halina Wrońska"


def test_a_digest_is_created_once(database: Database) -> None:
    halina, coordinator = (HALINA, "2027-01-15:T-7"), (None, "2027-01-15:T-7")
    both = {halina, coordinator}
    assert database.write(lambda c: reminders.create(c, [halina], NOW)) == {halina}
    assert database.write(lambda c: reminders.create(c, both, NOW)) == {coordinator}
    assert database.write(lambda c: reminders.create(c, both, NOW)) == frozenset()
    assert database.write(lambda c: reminders.create(c, [], NOW)) == frozenset()
    assert database.read(reminders.created) == both
    assert database.read(lambda c: reminders.created(c, occasions=["2027-01-15:T-7"])) == both
    assert not database.read(lambda c: reminders.created(c, occasions=["2027-01-15:T-3"]))


def test_of_many_processes_at_once_one_creates_it(database: Database) -> None:
    def create(_: int) -> int:
        digests = [(HALINA, "2026-W48")]
        return len(database.write(lambda c: reminders.create(c, digests, NOW)))

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(create, range(24))) == 1


def test_the_last_word_about_putting_off_holds(database: Database) -> None:
    database.write(lambda c: reminders.put_off(c, HALINA, date(2027, 1, 9), None, NOW))
    database.write(lambda c: reminders.put_off(c, HALINA, date(2027, 1, 11), "urlop", NOW))
    assert database.read(reminders.snoozed) == {
        HALINA: reminders.Snooze(date(2027, 1, 11), "urlop")
    }
