"""What goes when an account, an office's people or a listed person is erased.

`storage.erasure` records it first and notes it in the journal. Everything here is idempotent.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, func, or_, select, update

from conversations.access import Role
from conversations.people import Person
from conversations.privacy import (
    found_in,
    masked,
    masked_basis,
    without_attendance,
    without_person,
    without_team,
)
from conversations.submission import Submission
from conversations.team import Basis, Team
from storage import (
    codec,
    journal,
    links,
    offices,
    practice,
    striking,
    submissions,
    talks,
    tally,
    traces,
)
from storage.bulk import ANNOUNCEMENT
from storage.teams import columns

LINKS = "invitation"
"""Letters of this code carry a link and nothing about the team."""


@dataclass(frozen=True, slots=True)
class Erased:
    """How much was erased or struck out, by kind."""

    talks: int = 0
    roles: int = 0
    letters: int = 0
    files: int = 0
    updates: int = 0
    journal: int = 0
    people: int = 0
    versions: int = 0
    texts: int = 0
    drafts: int = 0

    def __add__(self, other: "Erased") -> "Erased":
        return Erased(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))


def about_people() -> Select[Any]:
    """Work about many whose items are people; those of the other kinds are offices."""
    return select(traces.bulk.c.id).where(traces.bulk.c.kind == ANNOUNCEMENT)


def account(connection: Connection, person_id: int, until: datetime) -> Erased:
    """What there is of a person up to a moment: who came in again afterwards is left alone."""
    pseudonym = journal.new_pseudonym()

    def gone(statement: Any) -> int:
        return connection.execute(statement).rowcount

    for office_id in practice.of_person(connection, person_id, until):
        practice.end(connection, office_id)
    lines = journal.pseudonymise(connection, person_id, pseudonym, until)
    old_talk = (traces.talk.c.person_id == person_id) & or_(
        traces.talk.c.updated_at.is_(None), traces.talk.c.updated_at <= until
    )
    if connection.scalar(select(traces.talk.c.person_id).where(old_talk)) is not None:
        connection.execute(delete(traces.card).where(traces.card.c.person_id == person_id))
    own_talks = gone(delete(traces.talk).where(old_talk))
    own = (traces.grant.c.person_id == person_id) & (traces.grant.c.given_at <= until)
    led = select(traces.grant.c.office_id).where(own, traces.grant.c.role == Role.HEAD)
    links.withdraw_of(connection, person_id, connection.scalars(led).all(), until)
    roles = gone(
        update(traces.grant)
        .where(own)
        .values(
            person_id=pseudonym,
            display_name="",
            advisor=None,
            revoked_at=func.coalesce(traces.grant.c.revoked_at, until),
        )
    )
    letters = gone(
        delete(traces.letter).where(
            traces.letter.c.person_id == person_id, traces.letter.c.changed_at <= until
        )
    )
    files = gone(
        delete(traces.job).where(traces.job.c.person_id == person_id, traces.job.c.at <= until)
    )
    for column, at, named in (
        (traces.invitation.c.created_by, traces.invitation.c.created_at, {}),
        (traces.invitation.c.used_by, traces.invitation.c.used_at, {"advisor": None}),
        (traces.imported.c.by, traces.imported.c.at, {}),
        (traces.bulk.c.by, traces.bulk.c.at, {}),
    ):
        connection.execute(
            update(column.table)
            .where(column == person_id, at <= until)
            .values({column.name: pseudonym, **named})
        )
    connection.execute(
        delete(traces.item).where(
            traces.item.c.subject == person_id,
            traces.item.c.bulk_id.in_(about_people().where(traces.bulk.c.at <= until)),
        )
    )
    said = re.compile(rf"(?<!\d){person_id}(?!\d)")
    updates = striking.drop_failures(connection, lambda text: bool(said.search(text)), until)
    erased = Erased(own_talks, roles, letters, files, updates, lines)
    if erased:
        journal.note(connection, actor=pseudonym, office_id=None, what="erased account", now=until)
    return erased


def team(connection: Connection, office_id: int, *, approved: bool, now: datetime) -> Erased:
    """An office's working copy goes, and what was approved too if asked."""
    before = submissions.load(connection, office_id, lock=True)
    if before is None:
        return Erased()
    after = without_team(before, approved=approved)
    versions = 0
    if approved:
        versions = connection.execute(
            delete(traces.approved).where(traces.approved.c.office_id == office_id)
        ).rowcount
    drafts = int(after != before)
    if drafts or versions:
        gone = {"approved_version": None} if approved else {}
        _keep(connection, before, replace(after, updated_at=now), **gone)
        _home(connection, office_id)
        connection.execute(
            delete(traces.letter).where(
                traces.letter.c.office_id == office_id,
                traces.letter.c.content.is_not(None),
                traces.letter.c.code != LINKS,
            )
        )
    return Erased(drafts=drafts, versions=versions, people=len(before.team.members) * drafts)


def _keep(
    connection: Connection, before: Submission, after: Submission, **more: object
) -> Submission:
    """Store what an erasure leaves, as the next version: no button of before vouches for it.

    Not through `submissions.save`, since nothing was decided.
    """
    kept = replace(after, version=before.version + 1)
    connection.execute(
        update(traces.submission)
        .where(traces.submission.c.office_id == kept.office.id)
        .values(**columns(kept), **more)
    )
    submissions.keep_members(connection, kept.office.id, kept.team)
    tally.moved(connection, before, kept)
    held = kept.office.attendance
    if held is not None and held != before.office.attendance:
        offices.keep_attendance(connection, kept.office.id, held)
    return kept


def _home(connection: Connection, office_id: int) -> None:
    """Everybody of an office, and whoever looks at it, begins at the first card again."""
    holders = select(traces.grant.c.id).where(traces.grant.c.office_id == office_id)
    theirs = or_(traces.talk.c.grant_id.in_(holders), traces.talk.c.looking_at == office_id)
    talks.begin_again(
        connection, connection.scalars(select(traces.talk.c.person_id).where(theirs)).all()
    )


def person(connection: Connection, office_id: int, person: Person) -> Erased:
    """Somebody goes whom an office lists: from its lists, and by name from every text."""
    before = submissions.load(connection, office_id, lock=True)
    if before is None:
        return Erased()
    people, versions, texts = 0, 0, 0
    for row in connection.execute(
        select(traces.approved).where(traces.approved.c.office_id == office_id)
    ).all():
        team = codec.load(Team, row.people)
        basis = codec.load(Basis, row.basis) if row.basis else None
        kept = masked(team, person)
        kept_basis = masked_basis(basis, person) if basis else None
        if (kept, kept_basis) != (team, basis):
            lists = found_in(team, person.key) is not None
            versions, texts = versions + lists, texts + (not lists)
            connection.execute(
                update(traces.approved)
                .where(
                    traces.approved.c.office_id == office_id,
                    traces.approved.c.version == row.version,
                )
                .values(
                    people=codec.dump(kept),
                    basis=codec.dump(kept_basis) if kept_basis else None,
                )
            )
    after = without_person(before, person)
    if after != before:
        people = int(found_in(before.team, person.key) is not None)
        texts += not people
        _keep(connection, before, after)
    texts += striking.everywhere(connection, office_id, person)
    talks.redraw_office(connection, office_id, but=None)
    updates = striking.drop_failures_about(connection, office_id, person)
    return Erased(people=people, versions=versions, texts=texts, updates=updates)


def everybody(connection: Connection, office_id: int) -> Iterable[Person]:
    """Everybody an office has listed, in its working copy and in whatever was approved."""
    texts = [
        *connection.scalars(
            select(traces.submission.c.people).where(traces.submission.c.office_id == office_id)
        ),
        *connection.scalars(
            select(traces.approved.c.people).where(traces.approved.c.office_id == office_id)
        ),
    ]
    found: dict[str, Person] = {}
    for text in texts:
        found |= {each.person.key: each.person for each in codec.load(Team, text).members}
    return found.values()


def forget_attendance(connection: Connection, office_id: int, key: str) -> Erased:
    """Of whoever took block I and is on no list any more: of the name only the key is known."""
    before = submissions.load(connection, office_id, lock=True)
    if before is None:
        return Erased()
    office = without_attendance(before, Person("", key))
    if office.attendance is None or office == before.office:
        return Erased()
    offices.keep_attendance(connection, office_id, office.attendance)
    return Erased(people=1)
