"""What waits for somebody: tables to decide on, files to read, settings to be set."""

import datetime as dt
from functools import partial

import pytest
from sqlalchemy import update

from conversations.coordination_table import (
    Flag,
    OfficeRow,
    Problem,
    ProblemCode,
    RejectedRow,
    TableReading,
)
from storage import imports, jobs, settings
from storage.codec import Unreadable
from storage.database import Database
from storage.imports import StoredImport
from storage.jobs import Job
from storage.tables.programme import ImportRow
from tests.storage.stock import NOW, at_once, row, table


def full_reading() -> TableReading:
    """A reading that uses every field there is."""
    doubtful = OfficeRow(
        "Urząd „Gminy” & Spółka", None, "bieszczadzki", None, None, None, 0, 2,
        participates=False, flags=(Flag.FOOTNOTE, Flag.DATE_IN_CELL), row=9, sheet="Arkusz1",
    )  # fmt: skip
    return TableReading(
        (row("A"), doubtful),
        (RejectedRow("B", Flag.EDITORIAL_ABOVE_STEERING, 4, "Aneks"),),
        (8, 4),
        (8, 4),
        (
            Problem(Flag.TOTAL_DIFFERS, None, "Razem 9", (8, 4)),
            Problem(ProblemCode.ROW_HIDDEN, 7, "ukryty", sheet="Aneks"),
        ),
        "Tabela koordynacyjna nr 1",
        needs_column_confirmation=True,
        replaced=(row("A", 7, 3),),
    )


def test_a_table_that_was_read_comes_back_with_every_doubt(database: Database) -> None:
    reading = full_reading()
    stored = database.write(
        lambda c: imports.put(c, name="tabela & nr 1.xlsx", reading=reading, by=7, now=NOW)
    )
    assert database.read(lambda c: imports.load(c, stored)) == StoredImport(
        stored, "tabela & nr 1.xlsx", reading, decided=False
    )


@pytest.mark.parametrize("accepted", [True, False])
def test_a_table_is_decided_on_once(database: Database, accepted: bool) -> None:
    stored = database.write(
        lambda c: imports.put(c, name="t.csv", reading=table(row("A")), by=None, now=NOW)
    )
    database.write(lambda c: imports.decide(c, stored, accepted, NOW))
    found = database.write(lambda c: imports.load(c, stored, lock=True))
    assert found is not None
    assert found.decided


def test_no_table_of_an_unknown_number(database: Database) -> None:
    assert database.read(lambda c: imports.load(c, 99)) is None


def test_a_damaged_reading_is_an_error_and_no_empty_table(database: Database) -> None:
    stored = database.write(
        lambda c: imports.put(c, name="t.csv", reading=table(row("A")), by=None, now=NOW)
    )
    database.write(lambda c: c.execute(update(ImportRow.__table__).values(reading="{}")))
    with pytest.raises(Unreadable):
        database.read(lambda c: imports.load(c, stored))


def send(database: Database, update_id: int, name: str = "tabela.xlsx") -> None:
    database.write(
        lambda c: jobs.put(
            c,
            update_id=update_id,
            person_id=2**40,
            grant_id=None,
            file_id="AgAC",
            name=name,
            size=9,
            now=NOW,
        )
    )


def take(database: Database, now: dt.datetime = NOW) -> Job | None:
    return database.write(lambda c: jobs.claim(c, now))


def test_files_wait_in_the_order_in_which_they_came(database: Database) -> None:
    send(database, 2**33, "a.csv")
    send(database, 12, "b.csv")
    first, second = take(database), take(database)
    assert first is not None
    assert second is not None
    assert first == Job(first.id, 2**33, 2**40, "AgAC", "a.csv", 9, 0)
    assert second.name == "b.csv"


def test_attempts_are_counted_before_they_begin(database: Database) -> None:
    send(database, 1)
    job = take(database)
    assert job is not None
    assert [database.write(lambda c: jobs.attempt(c, job.id)) for _ in range(3)] == [1, 2, 3]
    again = take(database, NOW + jobs.LEASE)
    assert again is not None
    assert again.attempts == 3


def test_a_file_is_read_by_one_process_and_by_another_once_that_is_silent(
    database: Database,
) -> None:
    send(database, 1)
    taken = at_once(*[lambda: take(database)] * 4)
    (job,) = [each for each in taken if each]
    assert take(database, NOW + jobs.LEASE / 2) is None
    database.write(lambda c: jobs.hold(c, job.id, NOW + 2 * jobs.LEASE))
    assert take(database, NOW + jobs.LEASE) is None
    assert take(database, NOW + 2 * jobs.LEASE) == job


def test_readers_side_by_side_read_different_files(database: Database) -> None:
    for update_id in range(4):
        send(database, update_id)
    taken = at_once(*[lambda: take(database)] * 4)
    assert len({each.id for each in taken if each}) == 4


def test_a_file_is_answered_once(database: Database) -> None:
    send(database, 1)
    job = take(database)
    assert job is not None
    answers = at_once(*[lambda: database.write(lambda c: jobs.done(c, job.id))] * 3)
    assert sorted(answers) == [False, False, True]
    assert take(database, NOW + jobs.LEASE) is None
    assert database.write(lambda c: jobs.attempt(c, job.id)) == 0


def test_a_setting_is_set_changed_and_cleared(database: Database) -> None:
    def get() -> str | None:
        return database.read(lambda c: settings.get(c, "deadline"))

    assert get() is None
    for value in (dt.date(2027, 1, 15).isoformat(), "", "zażółć „gęślą” & jaźń", None, None):
        database.write(partial(settings.put, key="deadline", value=value))
        assert get() == value
