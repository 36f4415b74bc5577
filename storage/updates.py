"""Which updates were taken, and those that could not be."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from storage.rows import add_once
from storage.tables import FailureRow, UpdateRow

_seen = UpdateRow.__table__
_failed = FailureRow.__table__

REMEMBERED = timedelta(days=7)
"""Telegram keeps an update for a day at most; a week leaves room for a clock that was wrong."""


def first_time(connection: Connection, update_id: int, now: datetime) -> bool:
    """Record an update; False when it was recorded before. By identity, never by order."""
    row = {"update_id": update_id, "at": now}
    return add_once(connection, _seen, row)


def forget_old(connection: Connection, now: datetime) -> None:
    """Drop records that no redelivery can meet any more."""
    connection.execute(delete(_seen).where(_seen.c.at < now - REMEMBERED))


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
