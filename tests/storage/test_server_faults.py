"""Faults of a PostgreSQL server that say nothing about the work: they are told as such."""

from contextlib import ExitStack

import psycopg
import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import IntegrityError

from storage import settings, talks, updates
from storage.database import Connection, Database, DatabaseUnusable
from storage.server import THREADS
from tests.storage.stock import NOW

MOST_CONNECTIONS = 2 * THREADS + 10
"""Of one process: those that are kept, and SQLAlchemy's overflow."""
PID = text("SELECT pg_backend_pid()")


def as_driver_has_it(url: str) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


@pytest.mark.parametrize(
    "state",
    ["08006", "53100", "53200", "53300", "55P03", "57014", "57P03", "58030"],
)
def test_a_server_that_cannot_is_unusable_to_readers_and_writers(
    postgresql: Database, state: str
) -> None:
    """No connection, no disk, no memory, a time-out, a start that is not over, a failing disk."""

    def work(connection: Connection) -> None:
        raises = f"DO $$ BEGIN RAISE EXCEPTION 'cannot now' USING ERRCODE = '{state}'; END $$"
        connection.execute(text(raises))

    for run in (postgresql.write, postgresql.read):
        with pytest.raises(DatabaseUnusable, match="cannot now"):
            run(work)


def test_a_lock_that_is_not_had_in_time_is_no_fault_of_who_waits(
    postgresql: Database, migrated_postgresql_url: str
) -> None:
    """By what SQLAlchemy runs and by what is prepared, which it does not see."""
    postgresql.write(lambda c: talks.load(c, 5, lock=True))

    def waits(connection: Connection) -> object:
        connection.execute(text("SET LOCAL lock_timeout = '50ms'"))
        return talks.load(connection, 5, lock=True)

    with psycopg.connect(as_driver_has_it(migrated_postgresql_url)) as holder:
        holder.execute("SELECT FROM talk WHERE person_id = 5 FOR UPDATE")
        with pytest.raises(DatabaseUnusable, match="lock timeout"):
            postgresql.write(waits)
    postgresql.write(waits)


def test_a_server_that_became_a_standby_is_left_for_the_primary(postgresql: Database) -> None:
    """The connections that are open would lead to it as long as it lives."""

    def write_to_a_standby(connection: Connection) -> bool:
        connection.execute(text("SET TRANSACTION READ ONLY"))
        return updates.first_time(connection, 7, NOW)

    before = postgresql.write(lambda c: c.scalar(PID))
    assert postgresql.write(lambda c: c.scalar(PID)) == before
    with pytest.raises(DatabaseUnusable, match=r"only lets read.*lead to the primary"):
        postgresql.write(write_to_a_standby)
    assert postgresql.write(lambda c: c.scalar(PID)) != before


def test_whoever_finds_every_connection_in_use_is_told_so(
    postgresql: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgresql._engine.pool, "_timeout", 0.05)
    with ExitStack() as held:
        for _ in range(MOST_CONNECTIONS):
            held.enter_context(postgresql._engine.connect())
        with pytest.raises(DatabaseUnusable, match="every connection is in use"):
            postgresql.read(lambda c: settings.get(c, "deadline"))
    assert postgresql.read(lambda c: settings.get(c, "deadline")) is None


def test_what_the_work_itself_breaks_stays_its_own_fault(postgresql: Database) -> None:
    with pytest.raises(IntegrityError):
        postgresql.write(lambda c: c.execute(text("INSERT INTO pace VALUES (1), (1)")))
