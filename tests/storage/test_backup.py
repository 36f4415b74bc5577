"""Backups: everything comes back, on either kind of database, or nothing is touched."""

import json
import os
import signal
import stat
import threading
import zipfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, text

from conversations.access import Role
from conversations.notes import NoticeCode
from conversations.overview import Wanted, Which, look
from storage import (
    backup,
    backup_file,
    bulk,
    desks,
    links,
    migrations,
    outbox,
    restoring,
    submissions,
)
from storage.backup_file import MANIFEST, BackupUnusable, inspect
from storage.database import Database
from tests.storage.backups import as_written_then, execute, lived_in, made, rows
from tests.storage.stock import (
    LATER,
    NOW,
    comes_in,
    import_offices,
    loaded,
    one_office,
    row,
    saved,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "komplet.backup"


@pytest.fixture(params=["to sqlite", "to postgresql"])
def other(
    request: pytest.FixtureRequest, tmp_path: Path, new_postgresql_url: Callable[[], str]
) -> Iterator[Database]:
    """Another database, new and empty."""
    url = (
        f"sqlite:///{tmp_path / 'other.sqlite3'}"
        if request.param == "to sqlite"
        else new_postgresql_url()
    )
    opened = Database(url)
    opened.prepare()
    yield opened
    opened.close()


def test_everything_comes_back_on_either_kind_of_database(
    database: Database, other: Database, file: Path
) -> None:
    """Every row of every table; what a backup cannot know about is said aloud."""
    lived_in(database)
    before = rows(database)
    assert all(before.values()), [name for name, found in before.items() if not found]
    manifest = made(database, file)
    assert restoring.restore(other, file, LATER) == manifest
    after = rows(other)
    assert after["journal"].pop()["what"] == "restored from 2026-11-24T08:30:00+00:00"
    for one, two in zip(before["submission"], after["submission"], strict=True):
        assert two.pop("version") == one.pop("version") + restoring.AHEAD
    for one, two in zip(before["card"], after["card"], strict=True):
        assert two.pop("wanted") == one.pop("wanted") + 1
    was_sent, waits = before["letter"]
    assert after["letter"][0] == was_sent
    assert after["letter"][1] == waits | {
        "state": "unknown",
        "content": None,
        "why": "it waited when the backup was made, and may have been sent since",
        "changed_at": LATER,
    }
    del before["letter"], after["letter"]
    outcomes = [each.pop("outcome") for each in after["bulk_item"]]
    assert outcomes == ["posted", bulk.FAILED, None, None]
    assert [each.pop("outcome") for each in before["bulk_item"]] == ["posted", None, None, None]
    assert after == before


def test_the_restored_database_lives_on(database: Database, other: Database, file: Path) -> None:
    """New rows get numbers of their own, drafts are saved, links still serve."""
    office_id = lived_in(database)
    made(database, file)
    restoring.restore(other, file, LATER)
    assert len(import_offices(other, row("Urząd Gminy Białopole"))) == 3
    before = loaded(other, office_id)
    assert saved(other, before, before.with_team(before.team.remove(9))).version == (
        before.version + 1
    )
    assert comes_in(other, 12, Role.HEAD, office_id=office_id).id > 1


def test_a_database_in_use_is_replaced_only_when_told_so(
    database: Database, other: Database, file: Path
) -> None:
    lived_in(database)
    made(database, file)
    one_office(other, "Urząd Gminy Inny")
    before = rows(other)
    with pytest.raises(BackupUnusable, match=r"in use.*--replace"):
        restoring.restore(other, file, LATER)
    assert rows(other) == before
    restoring.restore(other, file, LATER, replace=True)
    names = [each["name"] for each in rows(other)["office"]]
    assert names == ["Urząd Gminy Rejowiec", "Urząd Miasta Puławy"]


def test_a_restore_that_fails_at_its_end_changes_nothing(
    database: Database, other: Database, file: Path
) -> None:
    lived_in(database)
    made(database, file)
    one_office(other, "Urząd Gminy Inny")
    before = rows(other)

    def fails(_: Connection) -> None:
        raise BackupUnusable("the ledger of erasures cannot be read")

    with pytest.raises(BackupUnusable, match="ledger"):
        restoring.restore(other, file, LATER, replace=True, reapply_erasures=fails)
    assert rows(other) == before


class Stopped(Exception):
    """What Ctrl+C raises, by a signal that nothing else here listens to."""


def test_a_restore_that_is_stopped_in_its_last_step_restores_nothing(
    database: Database, other: Database, file: Path
) -> None:
    """It goes on in another thread, until it would be kept."""
    lived_in(database)
    made(database, file)
    one_office(other, "Urząd Gminy Inny")
    before, left = rows(other), threading.Event()

    def stop(*_: object) -> None:
        raise Stopped

    def last_step(_: Connection) -> None:
        os.kill(os.getpid(), signal.SIGUSR2)
        assert left.wait(30)

    usual = signal.signal(signal.SIGUSR2, stop)
    try:
        with pytest.raises(Stopped):
            restoring.restore(other, file, LATER, replace=True, reapply_erasures=last_step)
    finally:
        left.set()
        signal.signal(signal.SIGUSR2, usual)
    other.write(lambda _: None)
    assert rows(other) == before


def test_who_was_erased_since_is_erased_again_with_the_restore(
    database: Database, file: Path
) -> None:
    """In the same transaction: nobody is ever seen again in between."""
    office_id = lived_in(database)
    made(database, file)

    def erase(connection: Connection) -> None:
        before = submissions.load(connection, office_id, lock=True)
        assert before is not None
        after = before.with_team(before.team.remove(9))
        submissions.save(connection, before, after, actor=None, now=LATER)

    restoring.restore(database, file, LATER, replace=True, reapply_erasures=erase)
    assert loaded(database, office_id).team.member(9) is None


def test_a_backup_made_while_somebody_was_told_of_their_erasure_does_not_bring_their_chat_back(
    database: Database, file: Path
) -> None:
    def post(connection: Connection) -> None:
        for code in (NoticeCode.ACCOUNT_ERASED, NoticeCode.APPROVED):
            outbox.put(
                connection, key=code, person_id=7, code=code, office_id=None, values={}, now=NOW
            )

    database.write(post)
    made(database, file)
    restoring.restore(database, file, LATER, replace=True)
    left = database.read(lambda c: c.execute(text("SELECT code, state FROM letter")).all())
    assert [tuple(each) for each in left] == [(NoticeCode.APPROVED, "unknown")]


def test_a_journal_that_was_restored_is_still_only_added_to(
    database: Database, other: Database, file: Path
) -> None:
    """What guards it does not stand in the way of the restore itself."""
    lived_in(database)
    made(database, file)
    for restored in (database, other):
        restoring.restore(restored, file, LATER, replace=True)
        for change in ("DELETE FROM journal", "UPDATE journal SET what = 'x'"):
            with pytest.raises(Exception, match="only added to"):
                restored.write(partial(execute, statement=change))


def test_a_backup_is_one_moment_while_others_write(database: Database, file: Path) -> None:
    """A draft that is saved while the tables are copied is in it as a whole or not at all."""
    office_id = lived_in(database)
    begun: list[str] = []

    def told(name: str) -> None:
        begun.append(name)
        if name == "submission":
            before = loaded(database, office_id)
            saved(database, before, before.with_team(before.team.remove(9)))

    manifest = backup.make(database, file, NOW, told)
    assert manifest.rows["member"] == 3
    assert set(begun) == set(manifest.rows)
    assert len(rows(database)["member"]) == 2


def test_a_backup_is_for_its_owner_alone(sqlite: Database, file: Path) -> None:
    made(sqlite, file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not [each for each in file.parent.iterdir() if each.name.startswith(".")]


def test_a_backup_takes_the_place_of_a_former_one_and_of_nothing_else(
    sqlite: Database, file: Path
) -> None:
    """The database's own file above all."""
    made(sqlite, file)
    lived_in(sqlite)
    assert made(sqlite, file).rows["office"] == 2
    own = file.with_name("komplet.db")
    before = own.read_bytes()
    with pytest.raises(BackupUnusable, match=r"komplet\.db is no backup of Komplet"):
        made(sqlite, own)
    assert own.read_bytes() == before


def test_a_place_that_cannot_be_written_is_told_in_one_line(sqlite: Database, file: Path) -> None:
    with pytest.raises(BackupUnusable, match="cannot be written"):
        made(sqlite, file / "no" / "such")


def test_a_damaged_backup_is_refused_wherever_it_is_damaged(sqlite: Database, file: Path) -> None:
    """A flipped byte in every stretch of it, and every truncation: never a half restore."""
    lived_in(sqlite)
    manifest = made(sqlite, file)
    whole = file.read_bytes()
    spoilt = file.with_name("spoilt")
    refused = same = 0
    for at in range(0, len(whole), len(whole) // 150):
        for damaged in (whole[:at], whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :]):
            spoilt.write_bytes(damaged)
            try:
                # Some bytes of a ZIP say nothing, such as the hour of an entry.
                same += inspect(spoilt) == manifest
            except BackupUnusable:
                refused += 1
    assert refused + same == 2 * len(range(0, len(whole), len(whole) // 150))
    assert refused > 250
    spoilt.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BackupUnusable):
        restoring.restore(sqlite, spoilt, LATER, replace=True)
    assert len(rows(sqlite)["office"]) == 2


def rewritten(file: Path, changed: Callable[[dict[str, Any]], None], **entries: bytes) -> Path:
    """The same backup with another manifest, and other rows of some tables."""
    new = file.with_name("rewritten")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(new, "w") as archive:
        for name in old.namelist():
            content = entries.get(name.removesuffix(".jsonl"), old.read(name))
            if name == MANIFEST:
                manifest = json.loads(content)
                changed(manifest)
                content = json.dumps(manifest).encode()
            archive.writestr(name, content)
    return new


def test_a_backup_of_a_newer_program_is_refused(sqlite: Database, file: Path) -> None:
    made(sqlite, file)
    newer = rewritten(file, lambda manifest: manifest.update(schema="9999"))
    with pytest.raises(BackupUnusable, match=r"newer Komplet \(schema 9999\)"):
        restoring.restore(sqlite, newer, LATER)
    lacking = rewritten(file, lambda manifest: manifest["tables"].pop("journal"))
    with pytest.raises(BackupUnusable, match="damaged"):
        restoring.restore(sqlite, lacking, LATER)


def test_a_backup_that_fits_its_sums_but_no_table_is_refused(sqlite: Database, file: Path) -> None:
    """Whoever wrote it knew how: a table is left out, a row has other columns or no value."""
    lived_in(sqlite)
    made(sqlite, file)
    before = rows(sqlite)
    without = partial(rewritten, file, lambda manifest: manifest["tables"].pop("journal"))
    forgeries: list[Callable[[], Path]] = [without]
    for strange in (b'{"key":"deadline","said":"2027-01-15"}\n', b'{"key":"a","value":null}\n'):
        with pytest.raises(BackupUnusable, match="damaged"):
            inspect(rewritten(file, lambda _: None, setting=strange))
        told = {"setting": {"rows": 1, "sha256": sha256(strange).hexdigest()}}

        def fitting(manifest: dict[str, Any], told: dict[str, Any] = told) -> None:
            manifest["tables"].update(told)

        forgeries.append(partial(rewritten, file, fitting, setting=strange))
    for forge in forgeries:
        forged = forge()
        inspect(forged)
        with pytest.raises(BackupUnusable, match="damaged"):
            restoring.restore(sqlite, forged, LATER, replace=True)
        assert rows(sqlite) == before


def test_more_rows_than_are_taken_at_once_come_back(
    sqlite: Database, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lived_in(sqlite)
    made(sqlite, file)
    before = rows(sqlite)["office"]
    monkeypatch.setattr(backup_file, "AT_ONCE", 1)
    restoring.restore(sqlite, file, LATER, replace=True)
    assert rows(sqlite)["office"] == before
    assert len(before) == 2


@pytest.mark.parametrize("schema", sorted(migrations.KNOWN - {migrations.HEAD}))
def test_a_backup_of_every_older_schema_is_brought_up_to_date(
    other: Database, tmp_path: Path, schema: str
) -> None:
    """As the program of that time wrote it: its tables, its columns."""
    url = f"sqlite:///{tmp_path / 'old.sqlite3'}"
    engine = create_engine(url)
    with engine.begin() as connection:
        migrations.upgrade(connection, schema)
        connection.execute(
            text(
                "INSERT INTO office (id, name, practice, closed, updated_at)"
                " VALUES (7, 'Urząd Gminy Rejowiec', 0, 1, '2026-11-24 08:30:00.000000')"
            )
        )
        connection.execute(
            text(
                "INSERT INTO submission (office_id, version, stage, status, steering, editorial,"
                " people, accepted) VALUES (7, 2, 'drafting', 'x', 0, 0, '{}', 0)"
            )
        )
    engine.dispose()
    file = as_written_then(url, tmp_path / "old.backup", schema)
    assert restoring.restore(other, file, LATER).schema == schema
    (office,) = rows(other)["office"]
    assert (office["id"], office["name"], office["closed"]) == (7, "Urząd Gminy Rejowiec", True)
    assert office["updated_at"] == NOW
    every = Wanted(Which.ALL)
    stored = other.read(submissions.all_submissions)
    assert other.read(lambda c: desks.load(c, None, every)) == look(stored, every)


def test_a_link_that_waited_serves_after_a_restore(sqlite: Database, file: Path) -> None:
    office_id = lived_in(sqlite)
    end = NOW + timedelta(days=14)
    sqlite.write(
        lambda c: links.create(
            c,
            role=Role.HEAD,
            token="t0ken-of-the-link",
            expires_at=end,
            now=NOW,
            office_id=office_id,
        )
    )
    made(sqlite, file)
    restoring.restore(sqlite, file, LATER, replace=True)
    found = sqlite.read(lambda c: links.by_token(c, "t0ken-of-the-link"))
    assert found is not None
    assert (found.office_id, found.used) == (office_id, False)
    assert b"t0ken-of-the-link" not in b"".join(
        zipfile.ZipFile(file).read(name) for name in zipfile.ZipFile(file).namelist()
    )
