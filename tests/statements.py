"""What is sent to databases, and how SQLite would find it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine, event

from storage.database import Database


@contextmanager
def statements() -> Iterator[list[tuple[str, Any]]]:
    """What is sent to any database meanwhile."""
    told: list[tuple[str, Any]] = []

    def note(_: object, __: object, statement: str, parameters: Any, *___: object) -> None:
        told.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield told
    finally:
        event.remove(Engine, "before_cursor_execute", note)


@dataclass(frozen=True)
class Halt:
    """A statement that waits: `reached` when it is to be sent, until `go` is set."""

    reached: threading.Event = field(default_factory=threading.Event)
    go: threading.Event = field(default_factory=threading.Event)


@contextmanager
def halted(part: str) -> Iterator[Halt]:
    """The next statement with this in it waits, for twenty seconds at most."""
    halt = Halt()

    def wait(_: object, __: object, statement: str, *___: object) -> None:
        if part in statement and not halt.reached.is_set():
            halt.reached.set()
            halt.go.wait(20)

    event.listen(Engine, "before_cursor_execute", wait)
    try:
        yield halt
    finally:
        halt.go.set()
        event.remove(Engine, "before_cursor_execute", wait)


def plan(database: Database, statement: str, parameters: Any) -> list[str]:
    """The steps by which SQLite finds the rows of a statement; none where it finds none."""
    if statement.split(maxsplit=1)[0] not in {"SELECT", "UPDATE", "DELETE", "WITH"}:
        return []

    def explained(connection: Connection) -> list[str]:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        return [row[-1] for row in rows]

    return database.read(explained)
