"""The database: one transaction at a time on SQLite, several side by side on PostgreSQL.

On SQLite one writer thread takes whatever waits together: one `BEGIN IMMEDIATE`, a savepoint each,
one `COMMIT` for all (quality.md, "Speed"). A future resolves only after the commit. On PostgreSQL a
few threads commit each work alone, and row locks keep turns of one talk or office apart.
"""

import contextlib
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError, SQLAlchemyError

T = TypeVar("T")

__all__ = ["Connection", "Database", "DatabaseUnusable"]

BUSY_SECONDS = 15
MOST_TOGETHER = 128
POSTGRES_THREADS = 8
POSTGRES_TRIES = 5
RETRIED = {"40001", "40P01"}
"""PostgreSQL: serialization failure and deadlock; the work is run again."""


class DatabaseUnusable(Exception):
    """The database cannot be used; the message says what is wrong and the way out."""


class Database:
    """A database by its address; nothing is opened before the first use."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url)
        self._sqlite = self._url.get_backend_name() == "sqlite"
        self._engine = self._make_engine()
        self._works: queue.SimpleQueue[_Work[Any] | None] = queue.SimpleQueue()
        self._writer: threading.Thread | None = None
        self._pool: ThreadPoolExecutor | None = None
        self._starting = threading.Lock()

    @property
    def url_for_people(self) -> str:
        """The address without its password."""
        return self._url.render_as_string(hide_password=True)

    def _make_engine(self) -> Engine:
        if not self._sqlite:
            return create_engine(self._url, pool_size=POSTGRES_THREADS * 2, pool_pre_ping=True)
        engine = create_engine(self._url, connect_args={"timeout": BUSY_SECONDS})
        event.listen(engine, "connect", _set_up_sqlite)
        return engine

    def prepare(self) -> None:
        """Make sure that the database opens and has this program's schema.

        Raises DatabaseUnusable.
        """
        try:
            if self._sqlite and self._url.database not in {None, "", ":memory:"}:
                Path(str(self._url.database)).parent.mkdir(parents=True, exist_ok=True)
            self._migrate()
        except (OSError, SQLAlchemyError) as fault:
            raise DatabaseUnusable(self._explain(fault)) from None

    def _migrate(self) -> None:
        """Bring the schema up to date; Alembic is imported only when there is something to do."""
        from storage import migrations  # noqa: PLC0415 - needed once, at the start

        with self._engine.connect() as connection:
            found = self._revision(connection)
            if found == migrations.HEAD:
                return
            if found is not None and found not in migrations.KNOWN:
                raise DatabaseUnusable(
                    f"DATABASE_URL {self.url_for_people} was written by a newer program "
                    f"(schema {found}): install that version, or restore an older copy"
                )
            if self._sqlite:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                connection.execute(text("SELECT pg_advisory_xact_lock(9001)"))
            if self._revision(connection) != migrations.HEAD:
                migrations.upgrade(connection)
            if self._sqlite:
                connection.exec_driver_sql("COMMIT")
            connection.commit()

    def _revision(self, connection: Connection) -> str | None:
        """The schema's revision; None for an empty database."""
        if not inspect(connection).has_table("alembic_version"):
            return None
        revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return revision

    def _explain(self, fault: Exception) -> str:
        """One sentence with the way out; never the password."""
        where = self.url_for_people
        said = str(getattr(fault, "orig", fault)).strip().splitlines()
        first = said[0] if said else type(fault).__name__
        lowered = first.casefold()
        if "locked" in lowered:
            way = "another program holds it: stop that program and start again"
        elif "not a database" in lowered or "malformed" in lowered:
            way = "the file is damaged or is no SQLite database: restore a copy, or move it away"
        elif "unable to open" in lowered or isinstance(fault, OSError):
            way = "check that the folder exists and may be written to"
        elif "readonly" in lowered:
            way = "the file may not be written to: check its owner and permissions"
        else:
            way = "check DATABASE_URL and that the server runs"
        return f"DATABASE_URL {where} cannot be used ({first}): {way}"

    # --- Work ---------------------------------------------------------------------------------

    def read(self, work: Callable[[Connection], T]) -> T:
        """Run work that only reads, in the caller's thread."""
        with self._engine.connect() as connection:
            return work(connection)

    def write(self, work: Callable[[Connection], T]) -> T:
        """Run work in a transaction and wait for its commit; raises what the work raises."""
        return self.submit(work).result()

    def submit(self, work: Callable[[Connection], T]) -> "Future[T]":
        """Run work in a transaction; the future resolves after the commit."""
        if not self._sqlite:
            return self._threads().submit(self._alone, work)
        future: Future[T] = Future()
        self._start_writer()
        self._works.put(_Work(work, future))
        return future

    def close(self) -> None:
        """Finish what was accepted, then let go."""
        if self._writer is not None:
            self._works.put(None)
            self._writer.join()
            self._writer = None
        if self._pool is not None:
            self._pool.shutdown(wait=True)
            self._pool = None
        self._engine.dispose()

    # --- PostgreSQL ---------------------------------------------------------------------------

    def _threads(self) -> ThreadPoolExecutor:
        with self._starting:
            if self._pool is None:
                self._pool = ThreadPoolExecutor(POSTGRES_THREADS, thread_name_prefix="storage")
            return self._pool

    def _alone(self, work: Callable[[Connection], T]) -> T:
        for _ in range(POSTGRES_TRIES - 1):
            try:
                with self._engine.begin() as connection:
                    return work(connection)
            except OperationalError as fault:
                if getattr(fault.orig, "sqlstate", None) not in RETRIED:
                    raise
        with self._engine.begin() as connection:
            return work(connection)

    # --- SQLite -------------------------------------------------------------------------------

    def _start_writer(self) -> None:
        with self._starting:
            if self._writer is None:
                self._writer = threading.Thread(
                    target=self._write_forever, name="storage-writer", daemon=True
                )
                self._writer.start()

    def _write_forever(self) -> None:
        going = True
        with self._engine.connect() as connection:
            while going:
                first = self._works.get()
                if first is None:
                    return
                together = [first]
                while len(together) < MOST_TOGETHER:
                    try:
                        work = self._works.get_nowait()
                    except queue.Empty:
                        break
                    if work is None:
                        going = False
                        break
                    together.append(work)
                _commit_together(connection, together)


class _Work(Generic[T]):
    """Work that waits for the writer, and who waits for it."""

    def __init__(self, run: Callable[[Connection], T], future: "Future[T]") -> None:
        self.run = run
        self.future = future


def _commit_together(connection: Connection, together: "list[_Work[Any]]") -> None:
    """Run works in one transaction, a savepoint each; answer them after the commit."""
    done: list[tuple[_Work[Any], Any]] = []
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        for work in together:
            if not work.future.set_running_or_notify_cancel():
                continue
            connection.exec_driver_sql("SAVEPOINT work")
            try:
                done.append((work, work.run(connection)))
            except BaseException as fault:  # noqa: BLE001 - handed to whoever waits
                connection.exec_driver_sql("ROLLBACK TO work")
                work.future.set_exception(fault)
            connection.exec_driver_sql("RELEASE work")
        connection.exec_driver_sql("COMMIT")
    except BaseException as fault:  # noqa: BLE001 - handed to whoever waits
        with contextlib.suppress(SQLAlchemyError):
            connection.exec_driver_sql("ROLLBACK")
        for work in together:
            if not work.future.done():
                work.future.set_exception(fault)
        return
    for work, result in done:
        work.future.set_result(result)


def _set_up_sqlite(connection: Any, _: Any) -> None:
    """Every SQLite connection: our own BEGIN, a log that survives a power cut, foreign keys."""
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "journal_size_limit=16777216",
    ):
        connection.execute(f"PRAGMA {pragma}")
