"""The journal: who did what to which office, and when. Only added to; no names.

The database itself refuses to change or delete a line (migration 0008), except that whoever is
erased becomes a pseudonym: a random number below zero, the same in all lines of one erasure, from
which nothing leads back. An office for practice has no line: it goes without a trace.
"""

import secrets
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, bindparam, exists, func, insert, select, update

from conversations.access import Role
from conversations.journal import Entry, Held, read, role_of
from storage.rows import Prepared
from storage.tables.offices import OfficeRow
from storage.tables.people import GrantRow
from storage.tables.programme import JournalRow

_journal = JournalRow.__table__
_grant = GrantRow.__table__
_office = OfficeRow.__table__
_LINE = ("at", "actor", "office_id", "what", "version")
_add = Prepared(
    insert(_journal).from_select(
        _LINE,
        select(*(bindparam(f"its_{each}", type_=_journal.c[each].type) for each in _LINE)).where(
            ~exists().where(
                _office.c.id == bindparam("its_office_id", type_=_journal.c.office_id.type),
                _office.c.practice.is_(True),
            )
        ),
    )
)


def note(
    connection: Connection,
    *,
    actor: int | None,
    office_id: int | None,
    what: str,
    now: datetime,
    version: int = 0,
) -> None:
    """One more line, unless it is about practice: `what` is of `conversations.journal.line`."""
    line = {
        "its_at": now,
        "its_actor": actor,
        "its_office_id": office_id,
        "its_what": what,
        "its_version": version,
    }
    _add.run(connection, line)


def note_each(
    connection: Connection,
    office_ids: Iterable[int | None],
    *,
    actor: int | None,
    what: str,
    now: datetime,
) -> None:
    """The same line about each of these offices, or about none."""
    rows = [
        {"at": now, "actor": actor, "office_id": each, "what": what, "version": 0}
        for each in office_ids
    ]
    if rows:
        connection.execute(insert(_journal), rows)


def of_office(connection: Connection, office_id: int) -> tuple[Entry, ...]:
    """Every line about an office, oldest first."""
    rows = connection.execute(
        select(_journal).where(_journal.c.office_id == office_id).order_by(_journal.c.id)
    ).all()
    held = _held(connection, {row.actor for row in rows if row.actor is not None})
    entries = []
    for row in rows:
        said, detail = read(row.what)
        role = role_of(held.get(row.actor, ()), said, office_id, row.at)
        entries.append(Entry(row.at, role, said, detail, row.version))
    return tuple(entries)


def _held(connection: Connection, people: Iterable[int]) -> dict[int, list[Held]]:
    """Every role that these people hold or held."""
    found: defaultdict[int, list[Held]] = defaultdict(list)
    for row in connection.execute(select(_grant).where(_grant.c.person_id.in_(sorted(people)))):
        held = Held(Role(row.role), row.office_id, row.given_at, row.revoked_at)
        found[row.person_id].append(held)
    return found


def erased_last(connection: Connection) -> datetime | None:
    """When somebody was erased last, whoever it was."""
    at: datetime | None = connection.scalar(
        select(func.max(_journal.c.at)).where(_journal.c.what.like("erased %"))
    )
    return at


def new_pseudonym() -> int:
    """A number below zero that nobody has."""
    return -secrets.randbelow(2**62) - 1


def pseudonymise(connection: Connection, person_id: int, pseudonym: int, until: datetime) -> int:
    """Put a pseudonym into a person's lines up to a moment; how many."""
    own = (_journal.c.actor == person_id) & (_journal.c.at <= until)
    return connection.execute(update(_journal).where(own).values(actor=pseudonym)).rowcount
