"""Digests that were created, each once for its reader and occasion, and those put off."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import Connection, delete, insert, select

from storage.rows import add_once
from storage.tables import ReminderRow, SnoozeRow

_reminder = ReminderRow.__table__
_snooze = SnoozeRow.__table__
_COORDINATOR = ""


def create(connection: Connection, advisor: str | None, occasion: str, now: datetime) -> bool:
    """Record a digest; False when it was created before, by whatever process."""
    row = {"advisor": advisor or _COORDINATOR, "occasion": occasion, "at": now}
    return add_once(connection, _reminder, row)


def created(connection: Connection) -> frozenset[tuple[str | None, str]]:
    """Who was reminded on which occasion; None in the place of the coordinator."""
    rows = connection.execute(select(_reminder.c.advisor, _reminder.c.occasion))
    return frozenset((row.advisor or None, row.occasion) for row in rows)


def put_off(
    connection: Connection, advisor: str | None, until: date, reason: str | None, now: datetime
) -> None:
    """Put a reader's digests off until a local day; the last word holds."""
    key = advisor or _COORDINATOR
    connection.execute(delete(_snooze).where(_snooze.c.advisor == key))
    connection.execute(insert(_snooze).values(advisor=key, until=until, reason=reason, at=now))


def snoozed(connection: Connection) -> Mapping[str | None, date]:
    """Until which day each reader has put the next digest off."""
    rows = connection.execute(select(_snooze.c.advisor, _snooze.c.until))
    return {row.advisor or None: row.until for row in rows}
