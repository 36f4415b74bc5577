"""The journal is only added to; a pseudonym may take a person's place."""

import pytest
from sqlalchemy import delete, update

from storage import (
    journal,
)
from storage.database import Database
from storage.tables.programme import JournalRow
from tests.storage.stock import (
    LATER,
    NOW,
)


@pytest.fixture
def line(database: Database) -> Database:
    """A database whose journal has one line."""
    database.write(lambda c: journal.note(c, actor=7, office_id=None, what="x", now=NOW))
    return database


@pytest.mark.parametrize(
    "change",
    [{"what": "y"}, {"actor": 8}, {"actor": None}, {"at": LATER}, {"actor": -1, "what": "y"}],
    ids=str,
)
def test_a_line_of_the_journal_cannot_be_changed(line: Database, change: dict[str, object]) -> None:
    with pytest.raises(Exception, match="only added to"):
        line.write(lambda c: c.execute(update(JournalRow.__table__).values(change)))


def test_a_line_of_the_journal_cannot_be_deleted(line: Database) -> None:
    with pytest.raises(Exception, match="only added to"):
        line.write(lambda c: c.execute(delete(JournalRow.__table__)))


def test_a_pseudonym_may_come_in_the_place_of_a_person_and_stays(line: Database) -> None:
    assert line.write(lambda c: journal.pseudonymise(c, 7, -5, LATER)) == 1
    with pytest.raises(Exception, match="only added to"):
        line.write(lambda c: c.execute(update(JournalRow.__table__).values(actor=7)))
