"""Erasing for good: an account, an office's people, a listed person; again after a restore.

Every erasure is first written to the ledger, so that a backup from before cannot bring anybody
back (`reapply`); then `storage.removal` does it. The journal keeps its lines, under a pseudonym.
`Database.scrub` must follow the commit: it empties SQLite's log.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from conversations.access import OFFICE_ROLES
from conversations.people import Person, may_be_same
from storage import journal, removal, striking, traces
from storage.ledger import Erasures, Ledger
from storage.removal import Erased
from storage.vault import vault_of

# --- The ledger -------------------------------------------------------------------------------


def ledger_of(connection: Connection) -> Ledger | None:
    """The ledger of a connection's database; None where none is kept, as in the playground."""
    vault = vault_of(connection)
    return Ledger(vault.ledger, vault) if vault.ledger else None


def _record(connection: Connection, subject: str, at: datetime, group: str | None = None) -> None:
    ledger = ledger_of(connection)
    if ledger is not None:
        ledger.record(subject, at, group)


def _account(person_id: int) -> str:
    return f"account:{person_id}"


def _listed(office_id: int, key: str) -> str:
    return f"person:{office_id}:{key}"


def _people(office_id: int) -> str:
    return f"people:{office_id}"


def _team(office_id: int, *, approved: bool) -> str:
    return f"{'office' if approved else 'draft'}:{office_id}"


# --- After a restore --------------------------------------------------------------------------


def reapply(connection: Connection, erasures: Erasures, *, texts: bool = True) -> Erased:
    """Erase again whom a ledger names, as far as it is older than their erasure: after a restore.

    Whoever came back after having been erased, or was listed anew, is left alone. A restored
    database says in its rows when they were written. `texts`: also who stands in no list, which
    takes seconds where there are thousands of offices.
    """
    if not erasures.when:
        return Erased()
    erased = Erased()
    for person_id in _accounts(connection):
        if at := erasures.of(_account(person_id)):
            erased += removal.account(connection, person_id, at)
    office_ids = connection.scalars(select(traces.office.c.id).order_by(traces.office.c.id)).all()
    for office_id in office_ids:
        erased += _reapply_office(connection, office_id, erasures)
    return erased + _reapply_texts(connection, office_ids, erasures) if texts else erased


def _reapply_office(connection: Connection, office_id: int, erasures: Erasures) -> Erased:
    erased = Erased()
    # People first: the lists that go with the office are all that tells their names, which are to
    # be struck out of texts too.
    for person in removal.everybody(connection, office_id):
        at = erasures.of(_listed(office_id, person.key))
        if at and _written_before(connection, office_id, at):
            erased += removal.person(connection, office_id, person)
    for approved in (True, False):
        at = erasures.of(_team(office_id, approved=approved))
        if at and _written_before(connection, office_id, at):
            erased += removal.team(connection, office_id, approved=approved, now=at)
    keys = select(traces.attendance.c.person_key).where(traces.attendance.c.office_id == office_id)
    for key in connection.scalars(keys).all():
        at = erasures.of(_listed(office_id, key))
        if at and _written_before(connection, office_id, at):
            erased += removal.forget_attendance(connection, office_id, key)
    return erased


def _reapply_texts(connection: Connection, office_ids: Sequence[int], erasures: Erasures) -> Erased:
    """Erase again who stands in no list: by what may be a name in the texts.

    What is an office's own is searched for its people; most is also searched for those of every
    office that the ledger tells of, since a name is struck wherever it stands in full.
    """
    from storage import mentioned  # noqa: PLC0415 - reads names, which the bot's start need not

    erased = Erased()
    named = [each for each in office_ids if erasures.any_of(_people(each))]
    again: dict[tuple[int, str], Person] = {}
    for (of_office, key), mention in mentioned.oldest(connection).items():
        for office_id in named if of_office is None else [of_office]:
            at = erasures.of(_listed(office_id, key))
            if at and (mention.at is None or mention.at <= at):
                again[office_id, key] = mention.person
    for (office_id, key), person in again.items():
        if listed(connection, office_id, key) is None:
            erased += removal.person(connection, office_id, person)
    return erased


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
    readers = select(traces.item.c.subject).where(traces.item.c.bulk_id.in_(removal.about_people()))
    found = set(connection.scalars(readers.distinct()))
    found |= {
        person_id
        for column in columns_of_ids
        for person_id in connection.scalars(select(column).where(column > 0).distinct())
    }
    for payload in connection.scalars(select(traces.failed.c.payload)):
        found |= striking.numbers(payload)
    return found


# --- Once and for good -------------------------------------------------------------------------


def erase_account(connection: Connection, person_id: int, now: datetime) -> Erased:
    """Erase a person who uses the bot: they are a stranger afterwards. Raises LedgerUnusable.

    What they wrote for their office is the office's and stays.
    """
    _record(connection, _account(person_id), now)
    return removal.account(connection, person_id, now)


def erase_team(
    connection: Connection, office_id: int, *, approved: bool, actor: int | None, now: datetime
) -> Erased:
    """Erase an office's working copy, and what was approved too if asked. Raises LedgerUnusable."""
    _record(connection, _team(office_id, approved=approved), now)
    erased = removal.team(connection, office_id, approved=approved, now=now)
    what = "erased office" if approved else "erased draft"
    journal.note(connection, actor=actor, office_id=office_id, what=what, now=now)
    return erased


def listed(connection: Connection, office_id: int, key: str) -> Person | None:
    """The person of this key in an office's working copy or any approved version."""
    people = removal.everybody(connection, office_id)
    return next((person for person in people if person.key == key), None)


def alike(connection: Connection, office_id: int, typed: Person) -> list[Person]:
    """Who is listed by an office and may be somebody whose name was typed in either order."""
    turned = Person(typed.surname, typed.given)
    return [
        person
        for person in removal.everybody(connection, office_id)
        if may_be_same(person, typed) or may_be_same(person, turned)
    ]


def erase_person(
    connection: Connection, office_id: int, person: Person, *, actor: int | None, now: datetime
) -> Erased:
    """Erase somebody listed by an office, who needs no account. Raises LedgerUnusable.

    The name alone decides (`Person.key`); it is struck out of texts also where the person is in
    no list any more.
    """
    _record(connection, _listed(office_id, person.key), now, _people(office_id))
    erased = removal.person(connection, office_id, person)
    journal.note(connection, actor=actor, office_id=office_id, what="erased person", now=now)
    return erased


def offices_of(connection: Connection, person_id: int) -> list[int]:
    """The offices for which a person holds a role now: their colleagues' cards tell of it."""
    held = (
        traces.grant.c.person_id == person_id,
        traces.grant.c.revoked_at.is_(None),
        traces.grant.c.role.in_(OFFICE_ROLES),
    )
    return list(connection.scalars(select(traces.grant.c.office_id).where(*held)))
