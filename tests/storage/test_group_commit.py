"""One writer on SQLite: works that wait together are committed at once, each for itself."""

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError, OperationalError

from storage import group_commit, settings
from storage.database import BUSY_SECONDS, Connection, Database, DatabaseUnusable
from storage.group_commit import LARGEST_LOG

VIOLATION = "INSERT INTO talk (person_id, grant_id, place, language) VALUES (1, 99, '[]', 'pl')"


@contextmanager
def waiting_together(sqlite: Database) -> Iterator[None]:
    """What is submitted inside is taken by the writer in one piece afterwards."""
    begun, release = threading.Event(), threading.Event()

    def hold(_: Connection) -> None:
        begun.set()
        assert release.wait(20)

    held = sqlite.submit(hold)
    assert begun.wait(20)
    yield
    release.set()
    held.result(20)


def put(key: str) -> Callable[[Connection], None]:
    return partial(settings.put, key=key, value="kept")


def fail(_: Connection) -> None:
    raise LookupError("on purpose")


def kept(sqlite: Database) -> set[str]:
    return set(sqlite.read(lambda c: c.scalars(text("SELECT key FROM setting")).all()))


def test_a_failing_work_takes_no_neighbour_along(sqlite: Database) -> None:
    def half(connection: Connection) -> None:
        settings.put(connection, "half done", "kept")
        raise LookupError("on purpose")

    with waiting_together(sqlite):
        futures = [sqlite.submit(work) for work in (put("a"), half, fail, put("b"))]
    assert [type(future.exception(20)) for future in futures] == [
        type(None),
        LookupError,
        LookupError,
        type(None),
    ]
    assert kept(sqlite) == {"a", "b"}


def test_even_an_exit_inside_a_work_is_told_to_whoever_waits(sqlite: Database) -> None:
    def leave(_: Connection) -> None:
        raise SystemExit(3)

    with waiting_together(sqlite):
        left, other = sqlite.submit(leave), sqlite.submit(put("a"))
    assert isinstance(left.exception(20), SystemExit)
    assert other.exception(20) is None
    assert kept(sqlite) == {"a"}


def test_a_later_work_sees_what_an_earlier_one_did(sqlite: Database) -> None:
    with waiting_together(sqlite):
        sqlite.submit(put("a"))
        seen = sqlite.submit(lambda c: settings.get(c, "a"))
    assert seen.result(20) == "kept"


def test_nobody_is_answered_before_the_commit(sqlite: Database) -> None:
    """At the moment of the answer another connection sees the work, the whole group's."""
    seen: list[set[str]] = []
    with waiting_together(sqlite):
        futures = [sqlite.submit(put(key)) for key in "abc"]
        for future in futures:
            future.add_done_callback(lambda _: seen.append(kept(sqlite)))
    for future in futures:
        future.result(20)
    sqlite.close()
    assert seen == [{"a", "b", "c"}] * 3


def test_where_the_commit_fails_everybody_is_told_and_nothing_is_kept(sqlite: Database) -> None:
    """A foreign key that is checked at the commit only, which the program never asks for."""

    def violate(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        connection.exec_driver_sql(VIOLATION)

    with waiting_together(sqlite):
        futures = [sqlite.submit(work) for work in (put("a"), violate)]
    for future in futures:
        assert isinstance(future.exception(20), IntegrityError)
    assert kept(sqlite) == set()
    sqlite.write(put("b"))
    assert kept(sqlite) == {"b"}


def test_who_no_longer_waits_is_skipped(sqlite: Database) -> None:
    with waiting_together(sqlite):
        gone, stays = sqlite.submit(put("gone")), sqlite.submit(put("stays"))
        assert gone.cancel()
    stays.result(20)
    assert kept(sqlite) == {"stays"}


def test_when_all_have_gone_there_is_nothing_to_commit(sqlite: Database) -> None:
    with waiting_together(sqlite):
        assert sqlite.submit(put("gone")).cancel()
    sqlite.write(put("next"))
    assert kept(sqlite) == {"next"}


def test_more_than_fit_together_are_all_done(sqlite: Database) -> None:
    with waiting_together(sqlite):
        futures = [sqlite.submit(put(f"{number}")) for number in range(300)]
    for future in futures:
        future.result(20)
    assert len(kept(sqlite)) == 300


def test_another_program_that_writes_is_waited_for(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    with closing(sqlite3.connect(database_file(sqlite_url), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        future = database.submit(put("a"))
        other.execute("INSERT INTO setting VALUES ('b', 'theirs')")
        other.execute("COMMIT")
        future.result(20)
    assert kept(database) == {"a", "b"}
    database.close()


def test_another_program_that_holds_the_file_too_long_is_explained(sqlite_url: str) -> None:
    database = Database(sqlite_url, busy_seconds=0.05)
    with closing(sqlite3.connect(database_file(sqlite_url), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseUnusable, match="another program holds it"):
            database.write(put("a"))
    database.write(put("b"))
    assert kept(database) == {"b"}
    database.close()


def test_the_log_does_not_grow_for_ever(sqlite: Database, sqlite_url: str) -> None:
    log = Path(f"{database_file(sqlite_url)}-wal")
    long = "x" * (LARGEST_LOG + 4096)
    sqlite.write(lambda c: settings.put(c, "long", long))
    sqlite.close()
    assert not log.exists() or log.stat().st_size <= LARGEST_LOG


def test_a_log_that_cannot_be_emptied_fails_nothing_that_is_committed(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """As with a disk that fails between the commit and the checkpoint."""
    monkeypatch.setattr(group_commit, "LARGEST_LOG", -1)

    def refuse(_: object, __: object, statement: str, *___: object) -> None:
        if "wal_checkpoint" in statement:
            raise OperationalError(statement, None, sqlite3.OperationalError("disk I/O error"))

    event.listen(sqlite._engine, "before_cursor_execute", refuse)
    sqlite.write(put("a"))
    sqlite.write(put("b"))
    assert kept(sqlite) == {"a", "b"}
    assert "stays as long as it is" in caplog.text


@contextmanager
def read_meanwhile(sqlite_url: str) -> Iterator[None]:
    """Another program has one view of the file, as a backup has."""
    with closing(sqlite3.connect(database_file(sqlite_url), isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM setting").fetchall()
        yield


def test_a_long_log_that_somebody_reads_holds_no_commit_up(
    sqlite: Database, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is left alone for a while, and emptied once nobody reads it."""
    monkeypatch.setattr(group_commit, "LARGEST_LOG", -1)
    log = Path(f"{database_file(sqlite_url)}-wal")
    sqlite.write(put("before"))
    begun = time.monotonic()
    with read_meanwhile(sqlite_url):
        for key in "abc":
            sqlite.write(put(key))
    assert time.monotonic() - begun < BUSY_SECONDS / 2
    assert log.stat().st_size > 0
    waits = sqlite.write(lambda c: c.exec_driver_sql("PRAGMA busy_timeout").scalar())
    assert waits == BUSY_SECONDS * 1000, "another writer is waited for as before"
    monkeypatch.setattr(sqlite._writer, "_leave_log_until", 0)
    sqlite.write(put("after"))
    assert sqlite.write(lambda _: log.stat().st_size) == 0


def test_a_log_is_emptied_of_what_was_erased_while_others_write(
    sqlite: Database, sqlite_url: str
) -> None:
    """It waits for whoever reads; nobody waits for it."""
    log = Path(f"{database_file(sqlite_url)}-wal")
    sqlite.write(put("erased"))
    emptying = threading.Thread(target=sqlite.scrub)
    begun = time.monotonic()
    with read_meanwhile(sqlite_url):
        emptying.start()
        for key in "abcdef":
            sqlite.write(put(key))
        assert emptying.is_alive()
    assert time.monotonic() - begun < BUSY_SECONDS / 2
    emptying.join(20)
    assert log.stat().st_size == 0


def database_file(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))
