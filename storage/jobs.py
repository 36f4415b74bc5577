"""Files that wait to be read."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, or_, select, update

from storage.tables.traffic import JobRow

_job = JobRow.__table__

LEASE = timedelta(seconds=5)
"""How long a reader that says nothing more is believed to be at work: see `hold`."""

FURTHEST_HELD = timedelta(minutes=10)
"""What is held for longer was claimed by a clock that has been set back since."""


@dataclass(frozen=True, slots=True)
class Job:
    """A file that somebody sent: Telegram's id of it, its name, its size in bytes.

    `grant_id` is the role in which it was sent; None for a file that came before this was kept.
    `office_id` is the office whose list it was sent as; None for a coordination table.
    """

    id: int
    update_id: int
    person_id: int
    file_id: str
    name: str
    size: int
    attempts: int
    grant_id: int | None = None
    office_id: int | None = None


def put(
    connection: Connection,
    *,
    update_id: int,
    person_id: int,
    file_id: str,
    name: str,
    size: int,
    grant_id: int | None,
    office_id: int | None = None,
    now: datetime,
) -> None:
    """Keep a file for reading."""
    connection.execute(
        insert(_job).values(
            update_id=update_id,
            person_id=person_id,
            grant_id=grant_id,
            office_id=office_id,
            file_id=file_id,
            name=name,
            size=size,
            attempts=0,
            at=now,
        )
    )


def claim(connection: Connection, now: datetime) -> Job | None:
    """Take the oldest file that nobody reads, for this process alone, for as long as `LEASE`."""
    row = connection.execute(
        select(_job)
        .where(
            or_(
                _job.c.held_until.is_(None),
                _job.c.held_until <= now,
                _job.c.held_until > now + FURTHEST_HELD,
            )
        )
        .order_by(_job.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    ).one_or_none()
    if row is None:
        return None
    hold(connection, row.id, now + LEASE)
    return Job(
        row.id,
        row.update_id,
        row.person_id,
        row.file_id,
        row.name,
        row.size,
        row.attempts,
        row.grant_id,
        row.office_id,
    )


def hold(connection: Connection, job_id: int, until: datetime) -> None:
    """Nobody else takes this file before then."""
    connection.execute(update(_job).where(_job.c.id == job_id).values(held_until=until))


def attempt(connection: Connection, job_id: int) -> int:
    """Count one more attempt before it begins; how many there were with it."""
    connection.execute(update(_job).where(_job.c.id == job_id).values(attempts=_job.c.attempts + 1))
    return connection.scalar(select(_job.c.attempts).where(_job.c.id == job_id)) or 0


def uncount(connection: Connection, job_id: int) -> None:
    """Take the last attempt back: it failed for what says nothing about the file."""
    connection.execute(update(_job).where(_job.c.id == job_id).values(attempts=_job.c.attempts - 1))


def done(connection: Connection, job_id: int) -> bool:
    """The file was answered; False when it had been before."""
    return connection.execute(delete(_job).where(_job.c.id == job_id)).rowcount == 1
