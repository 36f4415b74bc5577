"""Which updates were taken, and those that could not be."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select, update

from storage.rows import add_once
from storage.tables.traffic import FailingRow, FailureRow, UpdateRow

_seen = UpdateRow.__table__
_failed = FailureRow.__table__
_failing = FailingRow.__table__

REMEMBERED = timedelta(days=8)
"""Telegram keeps an update for a day (Bot API, getUpdates); after a week it may reuse numbers."""
SWEPT_EVERY = 256
"""One update in so many takes the old ones along: a sweep costs more than a turn's own row."""


def first_time(connection: Connection, update_id: int, now: datetime) -> bool:
    """Record an update; False when it was recorded before. By identity, never by order."""
    if update_id % SWEPT_EVERY == 0:
        connection.execute(delete(_seen).where(_seen.c.at < now - REMEMBERED))
        connection.execute(delete(_failing).where(_failing.c.at < now - REMEMBERED))
    return add_once(connection, _seen, {"update_id": update_id, "at": now})


def failed(connection: Connection, update_id: int, now: datetime) -> int:
    """Count one more failed turn of an update; how many there were, in whatever process."""
    if add_once(connection, _failing, {"update_id": update_id, "failures": 1, "at": now}):
        return 1
    this = _failing.c.update_id == update_id
    connection.execute(
        update(_failing).where(this).values(failures=_failing.c.failures + 1, at=now)
    )
    return connection.scalar(select(_failing.c.failures).where(this)) or 1


def set_aside(
    connection: Connection, update_id: int, payload: str, traceback: str, now: datetime
) -> None:
    """Keep an update that failed; it counts as taken.

    What no database keeps, half a surrogate pair or NUL, is a question mark.
    """
    connection.execute(delete(_failing).where(_failing.c.update_id == update_id))
    first_time(connection, update_id, now)
    kept = {"payload": _storable(payload), "traceback": _storable(traceback)}
    row = {"update_id": update_id, **kept, "at": now}
    add_once(connection, _failed, row)


def _storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode().replace("\0", "?")
