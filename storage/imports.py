"""Coordination tables that were read and wait for a decision, or had one."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from conversations.coordination_table import TableReading
from storage import codec
from storage.tables.programme import ImportRow

_import = ImportRow.__table__


@dataclass(frozen=True, slots=True)
class StoredImport:
    """A table that was read: the file's name, what it says, whether it was decided on."""

    id: int
    name: str
    reading: TableReading
    decided: bool


def put(
    connection: Connection, *, name: str, reading: TableReading, by: int | None, now: datetime
) -> int:
    """Keep a table until somebody decides; its id."""
    import_id: int = connection.execute(
        insert(_import)
        .values(name=name, reading=codec.dump(reading), by=by, at=now)
        .returning(_import.c.id)
    ).scalar_one()
    return import_id


def load(connection: Connection, import_id: int, *, lock: bool = False) -> StoredImport | None:
    """A table by its id."""
    statement = select(_import).where(_import.c.id == import_id)
    if lock:
        statement = statement.with_for_update()
    row = connection.execute(statement).one_or_none()
    if row is None:
        return None
    reading = codec.load(TableReading, row.reading)
    return StoredImport(row.id, row.name, reading, row.accepted is not None)


def decide(connection: Connection, import_id: int, accepted: bool, now: datetime) -> None:
    """Record the decision on a table."""
    connection.execute(
        update(_import).where(_import.c.id == import_id).values(accepted=accepted, decided_at=now)
    )


def first(connection: Connection) -> datetime | None:
    """When the first table was taken over; None before."""
    at: datetime | None = connection.scalar(
        select(func.min(_import.c.decided_at)).where(_import.c.accepted)
    )
    return at
