"""Which updates were taken, and those that could not be."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete

from storage.rows import add_once
from storage.tables import FailureRow, UpdateRow

_seen = UpdateRow.__table__
_failed = FailureRow.__table__

REMEMBERED = timedelta(days=8)
"""Telegram keeps an update for a day (Bot API, getUpdates); after a week it may reuse numbers."""
SWEPT_EVERY = 256
"""One update in so many takes the old ones along: a sweep costs more than a turn's own row."""


def first_time(connection: Connection, update_id: int, now: datetime) -> bool:
    """Record an update; False when it was recorded before. By identity, never by order."""
    if update_id % SWEPT_EVERY == 0:
        connection.execute(delete(_seen).where(_seen.c.at < now - REMEMBERED))
    return add_once(connection, _seen, {"update_id": update_id, "at": now})


def set_aside(
    connection: Connection, update_id: int, payload: str, traceback: str, now: datetime
) -> None:
    """Keep an update that failed; it counts as taken."""
    first_time(connection, update_id, now)
    row = {"update_id": update_id, "payload": payload, "traceback": traceback, "at": now}
    add_once(connection, _failed, row)
