"""The database: one transaction at a time on SQLite, several side by side on PostgreSQL.

SQLite has one writer thread, `storage.group_commit`. On PostgreSQL a few threads commit each work
alone; row locks keep turns of one talk or office apart, and a deadlock is tried again. Nothing is
opened before the first use, and no row leaves the transaction that read it.
"""

import logging
import os
import random
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from storage import migrations, soundness
from storage.faults import (
    READ_ONLY,
    RETRIED,
    DatabaseUnusable,
    explained,
    for_callers,
    shown,
    sqlstate,
    unusable,
)
from storage.group_commit import LARGEST_LOG, GroupCommit, empty_log
from storage.rows import command
from storage.server import THREADS, Links
from storage.vault import Vault, check, give, make_secret

T = TypeVar("T")
log = logging.getLogger(__name__)

__all__ = ["Connection", "Database", "DatabaseUnusable"]

BUSY_SECONDS = 15.0
BETWEEN_TRIES = 0.2
"""Seconds in which others write between two tries to empty SQLite's log."""
LAST_SECONDS = 2.0
"""How long works on a server may go on once the database is closed."""
POSTGRES_TRIES = 6
MIGRATION_LOCK = 7_420_211


class Database:
    """A database by its address: `sqlite:///path` or `postgresql+psycopg://…`.

    Raises DatabaseUnusable for any other address. `busy_seconds`: how long another program that
    writes to the same SQLite file is waited for. `vault`: the keys of its personal data.
    """

    def __init__(
        self, url: str, *, busy_seconds: float = BUSY_SECONDS, vault: Vault | None = None
    ) -> None:
        self._url = _parse(url)
        self._busy_seconds = busy_seconds
        self._sqlite = self._url.get_backend_name() == "sqlite"
        self._links = None if self._sqlite else Links(self._url)
        self._engine = self._links.engine if self._links else _sqlite(self._url, busy_seconds)
        give(self._engine.dialect, vault or Vault())
        self._reading = (
            self._engine
            if self._sqlite
            else self._engine.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
        )
        self._writer: GroupCommit | None = None
        self._pool: ThreadPoolExecutor | None = None
        self._lock = threading.Lock()
        self._closed = False
        self.committed: Callable[[float], None] = lambda _: None
        """Hears how many seconds each commit took."""
        self.to_scrub = False
        """Whether something that was erased is left in SQLite's log: `scrub` again."""

    @property
    def url_for_people(self) -> str:
        """The address without its password."""
        return shown(self._url)

    @staticmethod
    def is_there(url: str) -> bool:
        """Whether there may be something to read: looking at an SQLite file that is not there
        would make it.
        """
        address = _parse(url)
        return address.get_backend_name() != "sqlite" or Path(str(address.database)).exists()

    def prepare(self, *, create: bool = True, write: bool = True) -> None:
        """Make sure that the database opens, is whole and has this program's schema.

        `create`: an absent SQLite file is made, its folder never. `write`: without it no other
        writer is waited for, unless the schema is old. Raises DatabaseUnusable where it is absent,
        does not open, is damaged, or was written by a newer program.
        """
        try:
            if self._sqlite:
                self._find_file(create=create)
            with self._engine.connect() as connection:
                if self._sqlite:
                    _check_file(connection, self._url)
                stale = self._stale(connection)
                connection.rollback()
                if self._sqlite and (write or stale):
                    _check_writable(connection)
                    connection.exec_driver_sql("PRAGMA journal_mode=WAL")
                if stale:
                    self._migrate(connection)
                has_secret = check(connection)
                connection.rollback()
        except (OSError, SQLAlchemyError, UnicodeError) as fault:
            raise explained(self._url, fault) from None
        if write and not has_secret:
            self.write(make_secret)

    def scrub(self, *, wait: bool = True) -> bool:
        """Leave nothing of what was erased in SQLite's log: call after the commit of an erasure.

        The file itself keeps nothing either, since what is deleted is overwritten there. `wait`:
        readers are waited for as long as another writer, and nobody waits to write meanwhile.
        Whether it was done: a log that is still read stays, a warning says so, and `to_scrub` until
        a later call has emptied it.
        """
        if not self._sqlite:
            return True
        known, self.to_scrub = self.to_scrub, True
        until = time.monotonic() + (self._busy_seconds if wait else 0)
        with self._engine.connect() as connection:
            while (held := not empty_log(connection)) and time.monotonic() < until:
                time.sleep(BETWEEN_TRIES)
        if held and not known:
            log.warning(
                "what was erased is still in %s-wal, which somebody else is reading: "
                "`komplet retention` tries again, and a running bot by itself",
                self._url.database,
            )
        self.to_scrub = held
        return not held

    def look(self) -> str | None:
        """Open what is there and change nothing: its schema, None for one without any.

        Raises DatabaseUnusable as `prepare` does.
        """
        try:
            if self._sqlite:
                self._find_file(create=False)
            with self._engine.connect() as connection:
                if self._sqlite:
                    _check_file(connection, self._url)
                self._stale(connection)
                if not inspect(connection).has_table("alembic_version"):
                    return None
                found = connection.scalar(text("SELECT version_num FROM alembic_version"))
                return None if found is None else str(found)
        except (OSError, SQLAlchemyError, UnicodeError) as fault:
            raise explained(self._url, fault) from None

    def check(self) -> None:
        """Refuse to begin with data that is damaged inside. Raises DatabaseUnusable."""
        found = self.read(soundness.faults)
        if found:
            raise unusable(
                self._url,
                f"it is damaged ({found[0]}): restore a backup (komplet restore FILE --replace)",
            )

    @property
    def file(self) -> Path | None:
        """The SQLite file; None on a server."""
        return Path(str(self._url.database)) if self._sqlite else None

    def read(self, work: Callable[[Connection], T]) -> T:
        """Run work that only reads, in the caller's thread, on one unchanging view of the data.

        Raises what the work does, or what takes its place: see `submit`.
        """
        if not self._sqlite:
            return self._alone(self._reading, work)
        try:
            with self._reading.connect() as connection:
                command(connection, "BEGIN")
                return work(connection)
        except SQLAlchemyError as fault:
            raise for_callers(self._url, fault) from None
        except ValueError:
            self._refuse_newer()
            raise

    def write(self, work: Callable[[Connection], T]) -> T:
        """Run work in a transaction and wait for its commit; raises what the work raises."""
        return self.submit(work).result()

    def submit(self, work: Callable[[Connection], T]) -> "Future[T]":
        """Run work in a transaction, from any thread; the future resolves after the commit.

        DatabaseUnusable takes the place of a fault of the database that has a way out, and of a
        ValueError once a newer program has brought the schema further: a value that this one does
        not know is no fault of the work. Raises RuntimeError once the database is closed.
        """
        with self._lock:
            if self._closed:
                raise RuntimeError("the database is closed")
            if self._sqlite:
                self._writer = self._writer or GroupCommit(
                    self._engine,
                    self._explained,
                    lambda seconds: self.committed(seconds),  # noqa: PLW0108 - set later
                )
                return self._writer.submit(work)
            self._pool = self._pool or ThreadPoolExecutor(THREADS, "storage")
            return self._pool.submit(self._alone, self._engine, work)

    def close(self) -> None:
        """Accept nothing more, finish what was accepted, let go.

        Works on a server have `LAST_SECONDS`; what goes on for longer is cut, and not committed.
        """
        with self._lock:
            self._closed = True
        if self._writer is not None:
            self._writer.close()
        if self._pool is not None:
            last_moment = threading.Timer(LAST_SECONDS, self._cut)
            last_moment.start()
            self._pool.shutdown()
            last_moment.cancel()
        self._cut()
        self._engine.dispose()

    def _cut(self) -> None:
        """End what still goes on, on a server: nobody is left who waits for it."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
        if self._links is not None:
            self._links.cut()

    def _alone(self, engine: Engine, work: Callable[[Connection], T]) -> T:
        """One work in its own transaction, on PostgreSQL."""
        attempt = 1
        while True:
            try:
                with engine.begin() as connection:
                    result = work(connection)
                    begun = time.perf_counter()
            except SQLAlchemyError as fault:
                state = sqlstate(fault)
                if state == READ_ONLY:
                    if engine is self._reading:
                        raise  # a reader that writes is a mistake in the program
                    engine.dispose()  # it became a standby: connect anew, to the primary
                if attempt == POSTGRES_TRIES or state not in RETRIED:
                    raise for_callers(self._url, fault) from None
                # Two that fell out with each other must not meet again in step.
                time.sleep(random.uniform(0, 0.01 * 2**attempt))  # noqa: S311
            except ValueError:
                self._refuse_newer()
                raise
            else:
                self.committed(time.perf_counter() - begun)
                return result
            attempt += 1

    def _explained(self, fault: BaseException) -> BaseException:
        """A fault of the one writer's as its caller should see it."""
        if not isinstance(fault, ValueError):
            return for_callers(self._url, fault)
        try:
            self._refuse_newer()
        except DatabaseUnusable as newer:
            return newer
        return fault

    def _refuse_newer(self) -> None:
        """Raise DatabaseUnusable where a newer program has brought the schema further meanwhile."""
        try:
            with self._engine.connect() as connection:
                found = migrations.newer(connection)
        except SQLAlchemyError:
            return  # then it cannot be said
        if found is not None:
            raise self._of_newer(found) from None

    def _of_newer(self, found: str) -> DatabaseUnusable:
        return unusable(
            self._url,
            f"it was written by a newer Komplet (schema {found}): "
            "install that version, or restore a backup of this one into an empty database",
        )

    def _find_file(self, *, create: bool) -> None:
        """Refuse an absent folder, and an absent file that is not to be made; else make it.

        Nobody but its owner may read it: SQLite would ask the umask, and gives its log and index
        the rights of the file.
        """
        file = Path(str(self._url.database))
        if not file.parent.exists():
            raise unusable(self._url, "there is no such folder: make it, or correct DATABASE_URL")
        if not create and not file.exists():
            raise unusable(
                self._url,
                "there is no such file yet: import a table (komplet import FILE), or correct "
                "DATABASE_URL",
            )
        # Never a file that is there: to close it would end the locks that this process holds on
        # it. What cannot be made, SQLite will not open, and says so.
        with suppress(OSError):
            os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))

    # --- The schema ---------------------------------------------------------------------------

    def _stale(self, connection: Connection) -> bool:
        """Whether the schema is older than this program. Raises DatabaseUnusable if newer."""
        # Asked for once: another process may bring the first schema in between.
        tables = inspect(connection).get_table_names()
        if "alembic_version" not in tables:
            if tables:
                raise unusable(
                    self._url, "it belongs to another program: give Komplet one of its own"
                )
            return True
        if (newer := migrations.newer(connection)) is not None:
            raise self._of_newer(newer)
        found = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return bool(found != migrations.HEAD)

    def _migrate(self, connection: Connection) -> None:
        """Bring the schema up to date; another process that does the same is waited for."""
        with _alone_in_schema(connection, sqlite=self._sqlite):
            if self._stale(connection):
                migrations.upgrade(connection)
                from storage import desks  # noqa: PLC0415 - a database that is up to date needs none

                desks.refill(connection)


@contextmanager
def _alone_in_schema(connection: Connection, *, sqlite: bool) -> Iterator[None]:
    """A transaction in which nobody else migrates."""
    if not sqlite:
        with connection.begin():
            connection.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})"))
            yield
        return
    # A table that is rebuilt is dropped first, which must not reach the rows that point at it.
    connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    yield
    connection.exec_driver_sql("COMMIT")
    connection.exec_driver_sql("PRAGMA foreign_keys=ON")


def _parse(url: str) -> URL:
    way_out = "use sqlite:///komplet.db or postgresql+psycopg://USER:PASSWORD@HOST/NAME"
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # the second for a port that is no number
        raise DatabaseUnusable(f"DATABASE_URL is no database address: {way_out}") from None
    if parsed.get_backend_name() == "sqlite" and parsed.database in {None, "", ":memory:"}:
        raise DatabaseUnusable(f"DATABASE_URL names no file: {way_out}")
    if parsed.drivername not in {"sqlite", "postgresql+psycopg"}:
        raise DatabaseUnusable(f"DATABASE_URL {parsed.drivername!r} is not supported: {way_out}")
    host, name = parsed.host or "", parsed.database or ""
    if "@" in host or (host and "@" in name and "%40" not in url):
        # What follows the first one would be taken, and shown, for the server or its database.
        raise DatabaseUnusable(
            f"DATABASE_URL has a bare @ in its password: write it as %40, and {way_out}"
        )
    return parsed


def sqlite_file(url: str) -> Path | None:
    """The file of an address; None where it is another kind of database, or no address."""
    try:
        parsed = _parse(url)
    except DatabaseUnusable:
        return None
    return Path(str(parsed.database)) if parsed.get_backend_name() == "sqlite" else None


def password_of(url: str) -> str | None:
    """The password of an address, wherever it stands in it."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        return None
    asked = parsed.query.get("password")
    return parsed.password or (asked if isinstance(asked, str) else None)


def _sqlite(url: URL, busy_seconds: float) -> Engine:
    engine = create_engine(
        url,
        hide_parameters=True,
        connect_args={"timeout": busy_seconds, "isolation_level": None},
    )
    event.listen(engine, "connect", _set_up_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _: Any) -> None:
    """Every SQLite connection: a log that survives a power cut, foreign keys, nothing left of
    what was deleted.
    """
    for pragma in (
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        f"journal_size_limit={LARGEST_LOG}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _check_file(connection: Connection, url: URL) -> None:
    """Refuse a file that is damaged."""
    if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
        raise unusable(url, "the file is damaged: restore a backup (komplet restore FILE)")


def _check_writable(connection: Connection) -> None:
    """Meet the fault of a file that another program holds, or that is not to be written to."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    connection.exec_driver_sql("PRAGMA user_version=0")  # without a write nothing is refused
    connection.exec_driver_sql("ROLLBACK")
