"""Offices for practice: made for one person, counted nowhere, and deleted without a trace."""

import secrets
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, delete, insert, select, update

from conversations.access import OFFICE_ROLES
from conversations.practice import practice_office
from storage import offices, submissions, talks, tally
from storage.tables.offices import ApprovedRow, AttendanceRow, MemberRow, OfficeRow, SubmissionRow
from storage.tables.people import GrantRow, InvitationRow, TalkRow
from storage.tables.traffic import JobRow, LetterRow

_office, _grant, _talk = OfficeRow.__table__, GrantRow.__table__, TalkRow.__table__
_OF_OFFICE: Final = tuple(
    row.__table__.c.office_id
    for row in (
        *(LetterRow, JobRow, InvitationRow),
        *(AttendanceRow, ApprovedRow, MemberRow, SubmissionRow, GrantRow),
    )
)
"""Where an office leaves rows, in the order in which they can go."""


def begin(
    connection: Connection, person_id: int, *, name: str, head_title: str, now: datetime
) -> int:
    """A new office for practice with both of its roles for this person; its id.

    The person has no name in it, so that they may put themselves on the list whoever they play.
    """
    office = practice_office(name, head_title, county=secrets.token_hex(8))
    made = {
        "name": office.name,
        "head_title": office.head_title,
        "county": office.county,
        "limit_steering": office.limit_steering,
        "limit_editorial": office.limit_editorial,
        "practice": True,
        "closed": False,
        "updated_at": now,
    }
    (office_id,) = offices.add(connection, [made])
    roles = [
        {"person_id": person_id, "role": role, "office_id": office_id, "given_at": now}
        for role in sorted(OFFICE_ROLES)
    ]
    connection.execute(insert(_grant), [{**each, "display_name": ""} for each in roles])
    kept = submissions.load(connection, office_id, lock=True)
    assert kept is not None, "it was made above"
    tally.counted(connection, kept, 1)
    return office_id


def of_person(connection: Connection, person_id: int, until: datetime | None = None) -> list[int]:
    """The office for practice that a person has, begun up to a moment where one is given."""
    held = select(_grant.c.office_id).where(_grant.c.person_id == person_id)
    if until is not None:
        held = held.where(_grant.c.given_at <= until)
    statement = select(_office.c.id).where(_office.c.practice.is_(True), _office.c.id.in_(held))
    return list(connection.scalars(statement.order_by(_office.c.id)))


def end(connection: Connection, office_id: int) -> None:
    """Delete an office for practice with everything in it; any other one is left alone.

    Whoever was in it begins at the first card of another role.
    """
    kept = submissions.load(connection, office_id, lock=True)
    if kept is None or not kept.office.practice:
        return
    holders = select(_grant.c.id).where(_grant.c.office_id == office_id)
    there = _talk.c.grant_id.in_(holders)
    people = connection.scalars(select(_talk.c.person_id).where(there)).all()
    talks.begin_again(connection, people)
    connection.execute(update(_talk).where(_talk.c.person_id.in_(people)).values(grant_id=None))
    tally.counted(connection, kept, -1)
    for column in _OF_OFFICE:
        connection.execute(delete(column.table).where(column == office_id))
    connection.execute(delete(_office).where(_office.c.id == office_id))
