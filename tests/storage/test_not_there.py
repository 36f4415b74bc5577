"""What is asked about what is not there, about nobody and about nothing: nothing happens."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import delete, func, make_url, select

from conversations.access import Role
from conversations.retention import Kept
from conversations.submission import Attendance
from conversations.talk import Talk
from storage import (
    access,
    bulk,
    erasure,
    faults,
    journal,
    links,
    offices,
    removal,
    retention,
    talks,
    updates,
)
from storage.database import Connection, Database, DatabaseUnusable, password_of, sqlite_file
from storage.ledger import Ledger, LedgerUnusable
from storage.removal import Erased
from storage.tables.programme import JournalRow, SecretRow
from storage.tables.traffic import FailureRow
from storage.talks import Card, Seen
from storage.vault import SEALED, Vault, new_key
from tests.storage.stock import ANNA, LATER, NOW, OLGA, comes_in, loaded, one_office

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


def test_a_ledger_in_a_folder_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(LedgerUnusable, match="its folder is not there"):
        Ledger(tmp_path / "no" / "erasures.jsonl", Vault()).check()


def test_a_role_is_taken_back_once(database: Database) -> None:
    grant = comes_in(database, 7, Role.COORDINATOR)
    held = database.read(lambda c: access.holder(c, grant.id, NOW))
    assert held is not None
    assert database.write(lambda c: access.revoke(c, held, NOW))
    assert not database.write(lambda c: access.revoke(c, held, NOW))


def test_whoever_has_no_card_blocks_the_bot_and_lets_it_speak_again(database: Database) -> None:
    for blocked in (True, False):
        database.write(lambda c, now=blocked: talks.blocked(c, 7, now))  # type: ignore[misc]
    assert database.read(lambda c: talks.load(c, 7, lock=False)) == Seen(Talk(7), Card())


def test_what_was_set_aside_and_is_no_json_is_erased_with_its_person(sqlite: Database) -> None:
    sqlite.write(lambda c: updates.set_aside(c, 9, '{"from": 777000111, "te', "Traceback", NOW))
    sqlite.write(lambda c: erasure.erase_account(c, 777_000_111, NOW))
    assert not sqlite.read(lambda c: c.execute(select(FailureRow.__table__)).all())


def test_a_file_without_a_schema_has_none_and_one_that_is_no_database_is_told(
    tmp_path: Path,
) -> None:
    file = tmp_path / "komplet.db"
    opened = Database(f"sqlite:///{file}")
    file.touch()
    assert opened.look() is None
    file.write_text("Nie jestem bazą danych. " * 200)
    with pytest.raises(DatabaseUnusable):
        opened.look()
    opened.close()


def test_an_address_that_means_nothing_has_no_password_and_no_file() -> None:
    assert password_of("nothing") is None
    assert sqlite_file("nothing") is None


def test_without_its_secret_a_database_gives_no_codes_of_names(sqlite_url: str) -> None:
    keyed = Vault.of(new_key())
    opened = Database(sqlite_url, vault=keyed)
    opened.write(lambda c: c.execute(delete(SecretRow.__table__)))
    with pytest.raises(DatabaseUnusable, match="has no secret yet"):
        opened.read(lambda c: keyed.name_code(c, 1, ANNA.key))
    opened.close()


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
