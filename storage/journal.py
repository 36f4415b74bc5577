"""The journal: who did what to which office, and when. Only added to; no names.

The database itself refuses to change or delete a line (migration 0008), except that whoever is
erased becomes a pseudonym: a random number below zero, the same in all lines of one erasure, from
which nothing leads back.
"""

import secrets
from datetime import datetime

from sqlalchemy import Connection, insert, update

from storage.tables import JournalRow

_journal = JournalRow.__table__


def note(
    connection: Connection,
    *,
    actor: int | None,
    office_id: int | None,
    what: str,
    now: datetime,
    version: int = 0,
) -> None:
    """One more line of the journal: who did what, without names."""
    connection.execute(
        insert(_journal).values(
            at=now, actor=actor, office_id=office_id, what=what, version=version
        )
    )


def new_pseudonym() -> int:
    """A number below zero that nobody has."""
    return -secrets.randbelow(2**62) - 1


def pseudonymise(connection: Connection, person_id: int, pseudonym: int, until: datetime) -> int:
    """Put a pseudonym into a person's lines up to a moment; how many."""
    own = (_journal.c.actor == person_id) & (_journal.c.at <= until)
    return connection.execute(update(_journal).where(own).values(actor=pseudonym)).rowcount
