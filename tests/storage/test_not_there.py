"""What is asked about what is not there, about nobody and about nothing: nothing happens."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, make_url, select

from conversations.retention import Kept
from conversations.submission import Attendance
from storage import bulk, faults, journal, links, offices, removal, retention
from storage.database import Connection, Database
from storage.ledger import Ledger, LedgerUnusable
from storage.removal import Erased
from storage.tables.programme import JournalRow
from storage.vault import SEALED, Vault, new_key
from tests.storage.stock import ANNA, LATER, NOW, OLGA, loaded, one_office

ERASING: dict[str, Callable[[Connection, int], Erased]] = {
    "a team": lambda c, office_id: removal.team(c, office_id, approved=True, now=NOW),
    "a draft": lambda c, office_id: removal.team(c, office_id, approved=False, now=NOW),
    "a person": lambda c, office_id: removal.person(c, office_id, ANNA),
    "who came": lambda c, office_id: removal.forget_attendance(c, office_id, ANNA.key),
}


@pytest.mark.parametrize("what", ERASING)
def test_nothing_is_erased_of_an_office_that_is_not_there(database: Database, what: str) -> None:
    assert database.write(lambda c: ERASING[what](c, 99)) == Erased()


@pytest.mark.parametrize("what", ERASING)
def test_nothing_is_erased_of_an_office_that_holds_nothing(database: Database, what: str) -> None:
    office_id = one_office(database)
    before = loaded(database, office_id)
    assert database.write(lambda c: ERASING[what](c, office_id)) == Erased()
    assert loaded(database, office_id) == before


def test_who_came_is_forgotten_by_name_and_the_others_stay(database: Database) -> None:
    office_id = one_office(database)
    came = Attendance(frozenset({ANNA.key, OLGA.key}))
    database.write(lambda c: offices.set_attendance(c, office_id, came, NOW))
    assert database.write(lambda c: removal.forget_attendance(c, office_id, "ktos inny")) == (
        Erased()
    )
    assert loaded(database, office_id).office.attendance == came
    forgotten = database.write(lambda c: removal.forget_attendance(c, office_id, ANNA.key))
    assert forgotten == Erased(people=1)
    assert loaded(database, office_id).office.attendance == Attendance(frozenset({OLGA.key}))


def test_work_about_nobody_is_begun_and_done(database: Database) -> None:
    begun = database.write(
        lambda c: bulk.begin(c, kind="call", content={}, subjects=(), by=None, now=NOW)
    )
    work = database.read(lambda c: bulk.load(c, begun))
    assert work is not None
    assert (work.left, dict(work.outcomes)) == (0, {})
    assert database.read(lambda c: bulk.load(c, begun + 1)) is None


def test_a_line_about_no_office_and_links_for_nobody_are_none(database: Database) -> None:
    office_id = one_office(database)
    before = database.read(lambda c: journal.of_office(c, office_id))
    database.write(lambda c: journal.note_each(c, (), actor=None, what="closed", now=NOW))
    database.write(
        lambda c: links.create_batch(
            c, (), batch="file", created_by=None, expires_at=LATER, now=NOW
        )
    )
    assert database.read(lambda c: journal.of_office(c, office_id)) == before
    assert database.read(lambda c: links.waiting(c, NOW)) == ()


def test_of_a_project_without_an_end_nobody_is_warned(database: Database) -> None:
    def lines(connection: Connection) -> int:
        return connection.scalar(select(func.count()).select_from(JournalRow.__table__)) or 0

    database.write(lambda c: retention.warned_of_lists(c, Kept(), NOW))
    assert database.read(lines) == 0
    database.write(lambda c: retention.warned_of_lists(c, Kept(NOW.date()), NOW))
    assert database.read(lines) == 1


def test_a_ledger_that_is_a_folder_is_refused_in_words(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, Vault())
    for use in (ledger.check, ledger.read):
        with pytest.raises(LedgerUnusable):
            use()


def test_a_ledger_under_the_newest_key_is_left_as_it_is(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "erasures.jsonl", Vault.of(new_key()))
    ledger.reseal()
    assert not ledger.path.exists()
    ledger.record("somebody", NOW)
    kept = ledger.path.read_bytes()
    ledger.reseal()
    assert ledger.path.read_bytes() == kept


def test_without_a_key_what_is_plain_is_current_and_what_is_sealed_is_not() -> None:
    plain, keyed = Vault(), Vault.of(new_key())
    sealed = keyed.seal("Anna")
    assert sealed.startswith(SEALED)
    assert [plain.is_current(each) for each in ("Anna", "", sealed)] == [True, True, False]
    assert [keyed.is_current(each) for each in ("Anna", "", sealed)] == [False, True, True]
    assert not Vault.of(new_key()).is_current(sealed)


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid"), "damaged"),
        (PermissionError(13, "Permission denied"), "the folder cannot be used (Permission denied)"),
    ],
)
def test_the_systems_complaints_are_told_with_the_way_out(fault: Exception, told: str) -> None:
    said = str(faults.explained(make_url("sqlite:///komplet.db"), fault))
    assert told in said
    assert "komplet.db" in said
