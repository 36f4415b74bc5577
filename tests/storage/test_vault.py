"""Encryption: switched on at any time, under keys that change, refused where they do not fit."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import select, text

from storage import rotation, submissions, vault
from storage.database import Database, DatabaseUnusable
from storage.tables.offices import MemberRow
from storage.vault import Vault, new_key
from tests.storage.stock import LATER, loaded
from tests.storage.traces import HIDDEN, LISTED, everywhere, found

OLD, NEW = new_key(), new_key()


@pytest.fixture
def opening(database_url: str) -> Iterator[Callable[[str | None], Database]]:
    """Opens the database anew as a program with these keys does."""
    opened: list[Database] = []

    def open_with(keys: str | None) -> Database:
        while opened:
            opened.pop().close()
        database = Database(database_url, vault=Vault.of(keys))
        opened.append(database)
        database.prepare()
        return database

    yield open_with
    for each in opened:
        each.close()


Opening = Callable[[str | None], Database]


def test_with_a_key_no_name_can_be_read_in_the_database(opening: Opening) -> None:
    everywhere(opening(OLD))
    sealed = opening(OLD)
    sealed.scrub()
    readable = {place for place in found(sealed, HIDDEN) if "." not in place or "file" in place}
    # What a table says of an office's head is public, and is what tables are compared by.
    assert readable <= {"office", "file komplet.db"}
    sealed.write(lambda c: c.execute(text("UPDATE office SET head_title = NULL")))
    sealed.scrub()
    readable = {place for place in found(sealed, HIDDEN) if "." not in place or "file" in place}
    assert readable == set()


def test_what_was_written_before_the_key_is_read_and_encrypted_when_asked(
    opening: Opening,
) -> None:
    office_id = everywhere(opening(None))
    sealed = opening(OLD)
    assert loaded(sealed, office_id).team.find(LISTED) is not None
    current, other = sealed.read(rotation.coverage)
    assert (current, other > 10) == (1, True)
    assert rotation.rotate(sealed)["submission"] == 5
    assert sealed.read(rotation.coverage)[1] == 0
    assert rotation.rotate(sealed) == dict.fromkeys(rotation.rotate(sealed), 0)
    assert loaded(sealed, office_id).team.find(LISTED) is not None


def test_a_key_is_changed_beside_what_it_wrote(opening: Opening) -> None:
    office_id = everywhere(opening(OLD))
    both = opening(f"{NEW},{OLD}")
    codes = both.read(lambda c: c.scalars(select(MemberRow.__table__.c.person_key)).all())
    rotation.rotate(both)
    new = opening(NEW)
    assert loaded(new, office_id).team.find(LISTED) is not None
    assert new.read(lambda c: c.scalars(select(MemberRow.__table__.c.person_key)).all()) == codes


def test_duplicates_are_found_by_a_code_that_is_no_name(opening: Opening) -> None:
    office_id = everywhere(opening(OLD))
    sealed = opening(OLD)
    codes = sealed.read(lambda c: c.scalars(select(MemberRow.__table__.c.person_key)).all())
    assert len(set(codes)) == len(loaded(sealed, office_id).team.members)
    assert all(len(each) == 64 for each in codes)
    secret = sealed.read(lambda c: vault.vault_of(c).secret(c))
    assert secret is not None
    assert vault.code(secret, "duplicates", "1:x") != vault.code(secret, "duplicates", "2:x")


@pytest.mark.parametrize(
    ("keys", "why"),
    [(None, "DATA_KEY is not set"), (NEW, "DATA_KEY does not open")],
    ids=["no key", "another key"],
)
def test_a_program_without_the_key_does_not_start(
    opening: Opening, keys: str | None, why: str
) -> None:
    everywhere(opening(OLD))
    with pytest.raises(DatabaseUnusable, match=why) as refused:
        opening(keys)
    assert "\n" not in str(refused.value)


def test_a_key_that_is_still_needed_cannot_be_dropped_unnoticed(opening: Opening) -> None:
    everywhere(opening(OLD))
    opening(f"{NEW},{OLD}")  # and not rotated
    with pytest.raises(DatabaseUnusable, match="back into the list"):
        opening(NEW)


def test_a_text_that_looks_encrypted_is_only_a_text() -> None:
    for kept in (Vault(), Vault.of(OLD)):
        for said in ("sealed:x", "plain:x", "sealed:", ""):
            assert kept.unseal(kept.seal(said)) == said


def test_changes_go_on_after_the_key_was_switched_on(opening: Opening) -> None:
    office_id = everywhere(opening(None))
    sealed = opening(OLD)
    before = loaded(sealed, office_id)
    after = before.with_team(before.team.remove(1))
    sealed.write(lambda c: submissions.save(c, before, after, actor=1, now=LATER))
    assert loaded(sealed, office_id).team == after.team


@pytest.mark.parametrize(
    "keys", ["x", f"{OLD},short", "é" * 44], ids=["a word", "one of two", "no letters of a key"]
)
def test_what_is_no_key_is_refused(keys: str) -> None:
    with pytest.raises(ValueError):
        Vault.of(keys)
