"""Erasing for good: an account, an office's people, a listed person; again after a restore.

Every erasure is first written to the ledger, so that a backup from before cannot bring anybody
back (`reapply`). The journal keeps its lines, under a pseudonym. `Database.scrub` must follow the
commit: it empties SQLite's log. Everything here is idempotent.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, func, or_, select, update

from conversations.access import OFFICE_ROLES, Role
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
from storage.ledger import Erasures, Ledger
from storage.teams import columns
from storage.vault import vault_of

_NUMBER = re.compile(r"(?<!\d)\d{3,18}(?!\d)")
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


# --- The ledger -------------------------------------------------------------------------------


def ledger_of(connection: Connection) -> Ledger | None:
    """The ledger of a connection's database; None where none is kept, as in the playground."""
    vault = vault_of(connection)
    return Ledger(vault.ledger, vault) if vault.ledger else None


def _record(connection: Connection, subject: str, at: datetime) -> None:
    ledger = ledger_of(connection)
    if ledger is not None:
        ledger.record(subject, at)


def _account(person_id: int) -> str:
    return f"account:{person_id}"


def _listed(office_id: int, key: str) -> str:
    return f"person:{office_id}:{key}"


def _team(office_id: int, *, approved: bool) -> str:
    return f"{'office' if approved else 'draft'}:{office_id}"


def reapply(connection: Connection, ledger: Ledger) -> Erased:
    """Erase again whom the ledger names, as far as it is older than their erasure: after a restore.

    Whoever came back after having been erased, or was listed anew, is left alone. A restored
    database says in its rows when they were written. Raises LedgerUnusable.
    """
    erasures = ledger.read()
    if not erasures.when:
        return Erased()
    erased = Erased()
    for person_id in _accounts(connection):
        if at := erasures.of(_account(person_id)):
            erased += _erase_account(connection, person_id, at)
    for office_id in connection.scalars(
        select(traces.office.c.id).order_by(traces.office.c.id)
    ).all():
        erased += _reapply_office(connection, office_id, erasures)
    return erased


def _reapply_office(connection: Connection, office_id: int, erasures: Erasures) -> Erased:
    erased = Erased()
    # People first: the lists that go with the office are all that tells their names, which are to
    # be struck out of texts too.
    for person in _everybody(connection, office_id):
        at = erasures.of(_listed(office_id, person.key))
        if at and _written_before(connection, office_id, at):
            erased += _erase_person(connection, office_id, person)
    for approved in (True, False):
        at = erasures.of(_team(office_id, approved=approved))
        if at and _written_before(connection, office_id, at):
            erased += _erase_team(connection, office_id, approved=approved, now=at)
    keys = select(traces.attendance.c.person_key).where(traces.attendance.c.office_id == office_id)
    for key in connection.scalars(keys).all():
        at = erasures.of(_listed(office_id, key))
        if at and _written_before(connection, office_id, at):
            erased += _forget_attendance(connection, office_id, key)
    return erased


def _forget_attendance(connection: Connection, office_id: int, key: str) -> Erased:
    """Of whoever took block I and is on no list any more: of the name only the key is known."""
    before = submissions.load(connection, office_id, lock=True)
    if before is None:
        return Erased()
    office = without_attendance(before, Person("", key))
    if office.attendance is None or office == before.office:
        return Erased()
    offices.keep_attendance(connection, office_id, office.attendance)
    return Erased(people=1)


def _written_before(connection: Connection, office_id: int, at: datetime) -> bool:
    written = connection.scalar(
        select(traces.submission.c.updated_at).where(traces.submission.c.office_id == office_id)
    )
    return written is None or written <= at


def _accounts(connection: Connection) -> set[int]:
    """Everybody of whom a Telegram id is kept, also in what was set aside."""
    columns_of_ids = (
        traces.talk.c.person_id,
        traces.grant.c.person_id,
        traces.letter.c.person_id,
        traces.job.c.person_id,
        traces.invitation.c.created_by,
        traces.invitation.c.used_by,
        traces.imported.c.by,
        traces.bulk.c.by,
        traces.journal.c.actor,
    )
    readers = select(traces.item.c.subject).where(traces.item.c.bulk_id.in_(_about_people()))
    found = set(connection.scalars(readers.distinct()))
    found |= {
        person_id
        for column in columns_of_ids
        for person_id in connection.scalars(select(column).where(column > 0).distinct())
    }
    for payload in connection.scalars(select(traces.failed.c.payload)):
        found |= {int(digits) for digits in _NUMBER.findall(payload)}
    return found


def _about_people() -> Select[Any]:
    """Work about many whose items are people; those of the other kinds are offices."""
    return select(traces.bulk.c.id).where(traces.bulk.c.kind == ANNOUNCEMENT)


# --- An account -------------------------------------------------------------------------------


def erase_account(connection: Connection, person_id: int, now: datetime) -> Erased:
    """Erase a person who uses the bot: they are a stranger afterwards. Raises LedgerUnusable.

    What they wrote for their office is the office's and stays.
    """
    _record(connection, _account(person_id), now)
    return _erase_account(connection, person_id, now)


def _erase_account(connection: Connection, person_id: int, until: datetime) -> Erased:
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
            traces.item.c.bulk_id.in_(_about_people().where(traces.bulk.c.at <= until)),
        )
    )
    said = re.compile(rf"(?<!\d){person_id}(?!\d)")
    updates = striking.drop_failures(connection, lambda text: bool(said.search(text)), until)
    erased = Erased(own_talks, roles, letters, files, updates, lines)
    if erased:
        journal.note(connection, actor=pseudonym, office_id=None, what="erased account", now=until)
    return erased


# --- An office's people -----------------------------------------------------------------------


def erase_team(
    connection: Connection, office_id: int, *, approved: bool, actor: int | None, now: datetime
) -> Erased:
    """Erase an office's working copy, and what was approved too if asked. Raises LedgerUnusable."""
    _record(connection, _team(office_id, approved=approved), now)
    erased = _erase_team(connection, office_id, approved=approved, now=now)
    what = "erased office" if approved else "erased draft"
    journal.note(connection, actor=actor, office_id=office_id, what=what, now=now)
    return erased


def _erase_team(connection: Connection, office_id: int, *, approved: bool, now: datetime) -> Erased:
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


# --- One listed person ------------------------------------------------------------------------


def listed(connection: Connection, office_id: int, key: str) -> Person | None:
    """The person of this key in an office's working copy or any approved version."""
    people = _everybody(connection, office_id)
    return next((person for person in people if person.key == key), None)


def erase_person(
    connection: Connection, office_id: int, person: Person, *, actor: int | None, now: datetime
) -> Erased:
    """Erase somebody listed by an office, who needs no account. Raises LedgerUnusable.

    The name alone decides (`Person.key`); it is struck out of texts also where the person is in
    no list any more.
    """
    _record(connection, _listed(office_id, person.key), now)
    erased = _erase_person(connection, office_id, person)
    journal.note(connection, actor=actor, office_id=office_id, what="erased person", now=now)
    return erased


def _erase_person(connection: Connection, office_id: int, person: Person) -> Erased:
    before = submissions.load(connection, office_id, lock=True)
    if before is None:
        return Erased()
    people, versions = 0, 0
    for row in connection.execute(
        select(traces.approved).where(traces.approved.c.office_id == office_id)
    ).all():
        team = codec.load(Team, row.people)
        basis = codec.load(Basis, row.basis) if row.basis else None
        kept = masked(team, person)
        kept_basis = masked_basis(basis, person) if basis else None
        if (kept, kept_basis) != (team, basis):
            versions += found_in(team, person.key) is not None
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
        _keep(connection, before, after)
    texts = striking.everywhere(connection, office_id, person)
    talks.redraw_office(connection, office_id, but=None)
    updates = striking.drop_failures(connection, striking.by_whole_name(person))
    return Erased(people=people, versions=versions, texts=texts, updates=updates)


def _everybody(connection: Connection, office_id: int) -> Iterable[Person]:
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


def offices_of(connection: Connection, person_id: int) -> list[int]:
    """The offices for which a person holds a role now: their colleagues' cards tell of it."""
    held = (
        traces.grant.c.person_id == person_id,
        traces.grant.c.revoked_at.is_(None),
        traces.grant.c.role.in_(OFFICE_ROLES),
    )
    return list(connection.scalars(select(traces.grant.c.office_id).where(*held)))
