"""Writing on SQLite: one thread takes all works that wait together and commits them at once.

One `BEGIN IMMEDIATE`, a savepoint for each work, one `COMMIT`: measured in quality.md, "Speed". A
work that fails takes no neighbour along. Nobody is answered before the commit; where the commit
fails, everybody is told so.
"""

import contextlib
import logging
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from storage.rows import command

T = TypeVar("T")
log = logging.getLogger(__name__)

MOST_TOGETHER = 128
LARGEST_LOG = 16 * 2**20
"""Bytes of write-ahead log after which it is emptied, so that it starts anew."""
READERS_WAIT = 0.05
"""Seconds for which readers are waited for, since nobody can write meanwhile."""
LEFT_ALONE = 5.0
"""Seconds for which a log that somebody reads is left as long as it is."""


@dataclass(frozen=True, slots=True)
class _Work(Generic[T]):
    """Work that waits for the writer, and who waits for it."""

    run: Callable[[Connection], T]
    future: "Future[T]"


class GroupCommit:
    """The one writer of an SQLite file within this process."""

    def __init__(
        self,
        engine: Engine,
        explain: Callable[[BaseException], BaseException],
        committed: Callable[[float], None] = lambda _: None,
    ) -> None:
        self._engine = engine
        self._committed = committed
        self._explain = explain
        self._log = Path(f"{engine.url.database}-wal")
        self._leave_log_until = 0.0
        self._connection: Connection | None = None
        self._works: queue.SimpleQueue[_Work[Any] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="storage-writer", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[Connection], T]) -> "Future[T]":
        """Accept work; its future resolves after the commit."""
        future: Future[T] = Future()
        self._works.put(_Work(work, future))
        return future

    def close(self) -> None:
        """Finish what was accepted before."""
        self._works.put(None)
        self._thread.join()

    def _run(self) -> None:
        going = True
        while going:
            waiting = [self._works.get()]
            with contextlib.suppress(queue.Empty):
                while len(waiting) < MOST_TOGETHER:
                    waiting.append(self._works.get_nowait())
            going = None not in waiting
            # A future that was cancelled meanwhile takes no answer, so its work is not begun.
            works = [
                work for work in waiting if work and work.future.set_running_or_notify_cancel()
            ]
            if works:
                self._commit_together(works)
        self._let_go()

    def _commit_together(self, works: "list[_Work[Any]]") -> None:
        try:
            connection = self._connection = self._connection or self._engine.connect()
            command(connection, "BEGIN IMMEDIATE")
            try:
                answers = [self._attempt(connection, work) for work in works]
                begun = time.perf_counter()
                command(connection, "COMMIT")
                self._committed(time.perf_counter() - begun)
            except BaseException:
                with contextlib.suppress(SQLAlchemyError):
                    command(connection, "ROLLBACK")
                raise
        except Exception as fault:  # noqa: BLE001 - handed to whoever waits
            self._let_go()
            for work in works:
                work.future.set_exception(self._explain(fault))
            return
        for answer in answers:
            answer()
        self._keep_log_small(connection)

    def _let_go(self) -> None:
        """Give the connection back; the next work opens another."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(SQLAlchemyError):
                connection.close()

    def _attempt(self, connection: Connection, work: "_Work[Any]") -> Callable[[], None]:
        """Run one work in its savepoint; what to tell whoever waits, once it is committed."""
        command(connection, "SAVEPOINT work")
        try:
            result = work.run(connection)
        except BaseException as fault:
            if not _taken_back(connection):
                raise
            failure = self._explain(fault)
            return lambda: work.future.set_exception(failure)
        command(connection, "RELEASE work")
        return lambda: work.future.set_result(result)

    def _keep_log_small(self, connection: Connection) -> None:
        """Readers that overlap without a gap would let the log grow for ever."""
        now = time.monotonic()
        try:
            if now < self._leave_log_until or self._log.stat().st_size <= LARGEST_LOG:
                return
            if not empty_log(connection):
                self._leave_log_until = now + LEFT_ALONE
        except (OSError, SQLAlchemyError):
            # What was written is committed, and whoever waited is answered.
            log.warning("the write-ahead log stays as long as it is", exc_info=True)
            self._let_go()


def empty_log(connection: Connection) -> bool:
    """Put what SQLite's log holds into the file and empty it; False where that is to be done later.

    Whoever reads or writes is waited for only as long as nobody notices: SQLite lets nobody write
    while it waits for readers.
    """
    usual = connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one()
    connection.exec_driver_sql(f"PRAGMA busy_timeout={round(READERS_WAIT * 1000)}")
    try:
        busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar_one()
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout={usual}")
    return not busy


def _taken_back(connection: Connection) -> bool:
    """Take one work back; False where SQLite has ended the whole transaction by itself.

    It does when the disk is full or fails (SQLite, "Response To Errors Within A Transaction").
    """
    try:
        command(connection, "ROLLBACK TO work")
        command(connection, "RELEASE work")
    except SQLAlchemyError:
        return False
    return True
