"""Erasures as the program does them, and again what its ledger names."""

from conversations.people import Person
from storage import (
    erasure,
)
from storage.database import Connection, Database
from storage.removal import Erased
from tests.storage.stock import (
    LATER,
)
from tests.storage.traces import (
    ACCOUNT,
    LISTED,
)


def erase_listed(database: Database, office_id: int, person: Person = LISTED) -> Erased:
    erased = database.write(
        lambda c: erasure.erase_person(c, office_id, person, actor=1, now=LATER)
    )
    database.scrub()
    return erased


def erase_account(database: Database, person_id: int = ACCOUNT) -> Erased:
    erased = database.write(lambda c: erasure.erase_account(c, person_id, LATER))
    database.scrub()
    return erased


def reapply(database: Database) -> Erased:
    def work(connection: Connection) -> Erased:
        ledger = erasure.ledger_of(connection)
        assert ledger is not None
        return erasure.reapply(connection, ledger.read())

    erased = database.write(work)
    database.scrub()
    return erased
