"""Which updates were taken, and those that could not be."""

from datetime import datetime

from sqlalchemy import Connection, insert, select

from storage.rows import add_once
from storage.tables import FailureRow, UpdateRow

_seen = UpdateRow.__table__
_failed = FailureRow.__table__


def first_time(connection: Connection, update_id: int, now: datetime) -> bool:
    """Record an update; False when it was recorded before. By identity, never by order."""
    row = {"update_id": update_id, "at": now}
    return add_once(connection, _seen, row)


def set_aside(
    connection: Connection, update_id: int, payload: str, traceback: str, now: datetime
) -> None:
    """Keep an update that failed; it counts as taken."""
    first_time(connection, update_id, now)
    known = connection.scalar(select(_failed.c.update_id).where(_failed.c.update_id == update_id))
    if known is None:
        connection.execute(
            insert(_failed).values(
                update_id=update_id, payload=payload, traceback=traceback, at=now
            )
        )
