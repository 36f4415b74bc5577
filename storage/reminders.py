"""Digests that were created, each once for its reader and occasion, and those put off."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    delete,
    func,
    insert,
    or_,
    select,
    true,
)

from conversations.reminders import OfficeFacts
from conversations.submission import Missing
from storage.rows import add_new
from storage.tables.offices import OfficeRow, SubmissionRow
from storage.tables.people import GrantRow, TalkRow
from storage.tables.programme import JournalRow, ReminderRow, SnoozeRow
from storage.tally import Names

_reminder = ReminderRow.__table__
_snooze = SnoozeRow.__table__
_grant = GrantRow.__table__
_journal = JournalRow.__table__
_talk = TalkRow.__table__
_office = OfficeRow.__table__
_submission = SubmissionRow.__table__
_COORDINATOR = ""
_MOST_VALUES: Final = 500
"""Readers or offices that a statement is asked about; of more it tells of all."""
FINISHED = "finished"
"""The occasion on which an Advisor is told that everything is complete: once."""


def create(
    connection: Connection, digests: Iterable[tuple[str | None, str]], now: datetime
) -> frozenset[tuple[str | None, str]]:
    """Record digests, each a reader and an occasion; those that nobody had created before.

    Another process that creates the same is waited for.
    """
    # In one order everywhere, so that two who wait for each other's rows cannot lock each other.
    rows = [
        {"advisor": reader or _COORDINATOR, "occasion": occasion, "at": now}
        for reader, occasion in sorted(digests, key=lambda each: (each[0] or "", each[1]))
    ]
    return _pairs(add_new(connection, _reminder, rows, "advisor", "occasion"))


def created(
    connection: Connection,
    *readers: str | None,
    among: Names | None = None,
    occasions: Collection[str] | None = None,
) -> frozenset[tuple[str | None, str]]:
    """Who was reminded on which occasion, of some readers, of Advisors that another statement
    finds, or on some occasions where given.

    None in the place of the coordinator.
    """
    statement = select(_reminder.c.advisor, _reminder.c.occasion)
    if readers:
        names = [reader or _COORDINATOR for reader in readers]
        statement = statement.where(_reminder.c.advisor.in_(names))
    if among is not None:
        statement = statement.where(_reminder.c.advisor.in_(among))
    if occasions is not None:
        statement = statement.where(_reminder.c.occasion.in_(occasions))
    return _pairs(connection.execute(statement).all())


def _pairs(rows: Iterable[Any]) -> frozenset[tuple[str | None, str]]:
    return frozenset((advisor or None, occasion) for advisor, occasion in rows)


def put_off(
    connection: Connection, advisor: str | None, until: date, reason: str | None, now: datetime
) -> None:
    """Put a reader's digests off until a local day; the last word holds."""
    key = advisor or _COORDINATOR
    connection.execute(delete(_snooze).where(_snooze.c.advisor == key))
    connection.execute(insert(_snooze).values(advisor=key, until=until, reason=reason, at=now))


@dataclass(frozen=True, slots=True)
class Snooze:
    """Until which local day a reader has put the next digest off, and why if they said so."""

    until: date
    reason: str | None = None


def snoozed(connection: Connection) -> Mapping[str | None, Snooze]:
    """Who has put the next digest off; None in the place of the coordinator."""
    rows = connection.execute(select(_snooze))
    return {row.advisor or None: Snooze(row.until, row.reason) for row in rows}


def thanked(connection: Connection) -> frozenset[str]:
    """The Advisors who were told that all their offices are complete."""
    rows = select(_reminder.c.advisor).where(_reminder.c.occasion == FINISHED)
    return frozenset(connection.scalars(rows))


_LACKING: Final = (
    select(_office.c.id, _office.c.name, _office.c.advisor, _submission.c.missing)
    .join(_submission, _submission.c.office_id == _office.c.id)
    .where(
        _submission.c.missing > "",  # an index finds these; it cannot find what is not equal
        _office.c.closed.is_(False),
        _office.c.practice.is_(False),
    )
)


def lacking(
    connection: Connection, readers: Collection[str | None] | None = None
) -> list[OfficeFacts]:
    """What incomplete offices lack, in the order of the tables; closed ones are complete.

    `readers`: all offices of theirs, and maybe others'; None for everybody's.
    """
    rows = _LACKING.order_by(_office.c.id)
    if readers is not None and len(readers) <= _MOST_VALUES:
        rows = rows.where(or_(*map(_of, readers)))
    return _facts(connection.execute(rows).all())


def few_lacking(connection: Connection, reader: str | None) -> list[OfficeFacts]:
    """One incomplete office of this reader's, which tells whether there is any.

    For the coordinator, who hears of all after the deadline, one of anybody's as well.
    """
    found = [*connection.execute(_LACKING.where(_of(reader)).limit(1))]
    if reader is None:
        found.extend(connection.execute(_LACKING.limit(1)))
    return _facts(found)


def _of(reader: str | None) -> ColumnElement[bool]:
    return _office.c.advisor.is_(None) if reader is None else _office.c.advisor == reader


def _facts(rows: Iterable[Any]) -> list[OfficeFacts]:
    return [
        OfficeFacts(row.id, row.name, row.advisor, tuple(map(Missing, row.missing.split(","))))
        for row in rows
    ]


def activity(connection: Connection, offices: Collection[int]) -> Mapping[int, datetime]:
    """When the people of these offices, and maybe of others, last did something for each."""
    few = len(offices) <= _MOST_VALUES
    spoken = (
        select(_grant.c.office_id, func.max(_talk.c.updated_at).label("at"))
        .join(_talk, _talk.c.grant_id == _grant.c.id)
        .where(
            _grant.c.office_id.in_(offices) if few else _grant.c.office_id.is_not(None),
            _talk.c.updated_at.is_not(None),
        )
        .group_by(_grant.c.office_id)
    )
    of_its_people = and_(
        _grant.c.person_id == _journal.c.actor, _grant.c.office_id == _journal.c.office_id
    )
    changed = (
        select(_journal.c.office_id, func.max(_journal.c.at).label("at"))
        .join(_grant, of_its_people)
        .where(_journal.c.office_id.in_(offices) if few else true())
        .group_by(_journal.c.office_id)
    )
    last: dict[int, datetime] = {}
    for statement in (spoken, changed):
        for office_id, at in connection.execute(statement):
            last[office_id] = max(at, last.get(office_id, at))
    return last
