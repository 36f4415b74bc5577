"""Backups under a key: what is encrypted stays so, and comes back under the same key alone."""

import zipfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select, text

from conversations.overview import Wanted, Which, look
from storage import (
    codec,
    desks,
    erasure,
    migrations,
    restoring,
    rotation,
    submissions,
)
from storage.database import Database, DatabaseUnusable
from storage.ledger import Ledger
from storage.tables.offices import MemberRow
from storage.vault import Vault, new_key
from tests.storage.backups import as_written_then, execute, made, rows
from tests.storage.stock import (
    LATER,
    loaded,
    one_office,
    saved,
    whole_team,
)
from tests.storage.traces import (
    ACCOUNT,
    HIDDEN,
    LISTED,
    OF_ACCOUNT,
    an_account,
    everywhere,
    found,
)

KEY, NEWER = new_key(), new_key()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "komplet.backup"


@pytest.fixture(params=["sqlite", "postgresql"])
def opening(
    request: pytest.FixtureRequest, tmp_path: Path, new_postgresql_url: Callable[[], str]
) -> Iterator[Callable[..., Database]]:
    """Opens new databases, each under the keys that are given."""
    every: list[Database] = []

    def open_new(keys: str | None, ledger: Path | None = None) -> Database:
        file = tmp_path / f"{len(every)}.sqlite3"
        url = f"sqlite:///{file}" if request.param == "sqlite" else new_postgresql_url()
        opened = Database(url, vault=Vault.of(keys, ledger))
        opened.prepare()
        every.append(opened)
        return opened

    yield open_new
    for each in every:
        each.close()


Opening = Callable[..., Database]


def content_of(file: Path) -> str:
    """Everything that can be read in a backup by whoever has no key."""
    with zipfile.ZipFile(file) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())


def sealed_office(database: Database) -> int:
    """An office that names somebody everywhere, but for what its table says of its head."""
    office_id = everywhere(database)
    database.write(partial(execute, statement="UPDATE office SET head_title = NULL"))
    return office_id


def test_no_name_can_be_read_in_the_backup_of_a_sealed_database(
    opening: Opening, file: Path
) -> None:
    sealed = opening(KEY)
    office_id = sealed_office(sealed)
    made(sealed, file)
    assert not [each for each in HIDDEN if each in content_of(file)]
    assert "sealed:" in content_of(file)
    other = opening(KEY)
    restoring.restore(other, file, LATER)
    assert loaded(other, office_id).team.find(LISTED) is not None
    assert {place for place in found(other, HIDDEN) if "." not in place} == set()
    assert other.read(rotation.coverage)[1] == 0


def test_a_sealed_backup_of_an_older_schema_is_counted_under_its_key(
    opening: Opening, tmp_path: Path
) -> None:
    """What a desk counts is read from what is encrypted; elsewhere it stays encrypted."""
    url = f"sqlite:///{tmp_path / 'old.sqlite3'}"
    vault = Vault.of(KEY)
    engine = create_engine(url)
    with engine.begin() as connection:
        migrations.upgrade(connection, "0008")
        connection.execute(text("INSERT INTO secret VALUES (1, :s)"), {"s": vault.seal("AA==")})
        connection.execute(
            text(
                "INSERT INTO office (id, name, practice, closed, updated_at)"
                " VALUES (7, 'Urząd Gminy Rejowiec', 0, 0, '2026-11-24 08:30:00.000000')"
            )
        )
        connection.execute(
            text(
                "INSERT INTO submission (office_id, version, stage, status, steering, editorial,"
                " people, accepted) VALUES (7, 2, 'drafting', 'x', 3, 2, :people, 0)"
            ),
            {"people": vault.seal(codec.dump(whole_team()))},
        )
    engine.dispose()
    file = as_written_then(url, tmp_path / "old.backup", "0008")
    other = opening(KEY)
    restoring.restore(other, file, LATER)
    assert loaded(other, 7).team == whole_team()
    every = Wanted(Which.ALL)
    stored = other.read(submissions.all_submissions)
    assert other.read(lambda c: desks.load(c, None, every)) == look(stored, every)
    assert other.read(rotation.coverage)[1] == 0


@pytest.mark.parametrize(
    ("keys", "why"),
    [(None, "DATA_KEY is not set"), (NEWER, "DATA_KEY does not open")],
    ids=["without a key", "under another"],  # a key is made anew in every process
)
def test_a_backup_under_another_key_is_refused_and_nothing_is_touched(
    opening: Opening, file: Path, keys: str | None, why: str
) -> None:
    sealed_office(opening(KEY))
    sealed = opening(KEY)
    sealed_office(sealed)
    made(sealed, file)
    other = opening(keys)
    kept = one_office(other, "Urząd Gminy Inny")
    before = rows(other)
    with pytest.raises(DatabaseUnusable, match=why):
        restoring.restore(other, file, LATER, replace=True)
    assert rows(other) == before
    draft = loaded(other, kept)
    assert saved(other, draft, draft.with_team(whole_team())).team == whole_team()


def test_codes_of_names_go_on_under_the_secret_that_was_restored(
    opening: Opening, file: Path
) -> None:
    """Also in the process that restored, which had a secret of its own before."""
    sealed = opening(KEY)
    office_id = one_office(sealed)
    saved(sealed, loaded(sealed, office_id), loaded(sealed, office_id).with_team(whole_team()))
    codes = set(sealed.read(lambda c: c.scalars(select(MemberRow.__table__.c.person_key)).all()))
    made(sealed, file)
    other = opening(f"{NEWER},{KEY}")
    draft = loaded(other, one_office(other, "Urząd Gminy Inny"))
    saved(other, draft, draft.with_team(whole_team()))
    restoring.restore(other, file, LATER, replace=True)
    draft = loaded(other, office_id)
    saved(other, draft, draft.with_team(draft.team.remove(9)))
    left = set(other.read(lambda c: c.scalars(select(MemberRow.__table__.c.person_key)).all()))
    assert len(left) == 2
    assert left < codes


def test_a_plain_backup_is_restored_under_a_key_and_encrypted_when_asked(
    opening: Opening, file: Path
) -> None:
    plain = opening(None)
    office_id = sealed_office(plain)
    made(plain, file)
    other = opening(KEY)
    restoring.restore(other, file, LATER)
    assert loaded(other, office_id).team.find(LISTED) is not None
    assert other.read(rotation.coverage)[1] > 0
    rotation.rotate(other)
    other.scrub()
    assert other.read(rotation.coverage)[1] == 0
    assert {place for place in found(other, HIDDEN) if "." not in place} == set()


def test_whom_the_ledger_names_nobody_sees_again(
    opening: Opening, file: Path, tmp_path: Path
) -> None:
    ledger = tmp_path / "erasures.jsonl"
    database = opening(KEY, ledger)
    office_id = everywhere(database)
    an_account(database, office_id)
    made(database, file)
    database.write(lambda c: erasure.erase_person(c, office_id, LISTED, actor=1, now=LATER))
    database.write(lambda c: erasure.erase_account(c, ACCOUNT, LATER))
    erased = []
    restoring.restore(
        database,
        file,
        LATER + timedelta(minutes=1),
        replace=True,
        reapply_erasures=lambda c: erased.append(
            erasure.reapply(c, Ledger(ledger, Vault.of(KEY, ledger)).read())
        ),
    )
    database.scrub()
    assert found(database, (*OF_ACCOUNT, *HIDDEN), ledger) == set()
    assert [(each.people, each.letters) for each in erased] == [(1, 1)]
