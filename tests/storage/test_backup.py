"""Backups: everything comes back, on either kind of database, or nothing is touched."""

import json
import stat
import warnings
import zipfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, insert, select, text

from conversations.access import Role, StandIn
from conversations.overview import Wanted, Which, look
from conversations.places.office import ViewingOffice
from conversations.submission import Attendance
from conversations.talk import Talk
from storage import (
    backup,
    bulk,
    codec,
    desks,
    erasure,
    imports,
    links,
    migrations,
    offices,
    outbox,
    rotation,
    settings,
    stand_ins,
    submissions,
    talks,
)
from storage.backup import BackupUnusable, Manifest
from storage.database import Database, DatabaseUnusable
from storage.ledger import Ledger
from storage.tables.columns import Row
from storage.tables.offices import MemberRow
from storage.tables.programme import ReminderRow, RetentionRow, SecretRow, SnoozeRow
from storage.tables.traffic import FailingRow, FailureRow, JobRow, UpdateRow
from storage.vault import Vault, new_key
from tests.storage.stock import (
    ANNA,
    LATER,
    NOW,
    comes_in,
    import_offices,
    loaded,
    one_office,
    row,
    saved,
    table,
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

Rows = dict[str, list[dict[str, Any]]]


def lived_in(database: Database) -> int:
    """A database in which every table has a row; the number of its first office."""
    office_id = import_offices(database, row("Urząd Gminy Rejowiec"), row("Urząd Miasta Puławy"))[0]
    saved(
        database, loaded(database, office_id), loaded(database, office_id).with_team(whole_team())
    )
    grant = comes_in(database, 8_100_000_007, Role.ADVISOR, advisor="Ewa Lis")
    talk = Talk(8_100_000_007, grant, ViewingOffice(office_id))

    def work(connection: Connection) -> None:
        talks.load(connection, talk.person_id, lock=True)
        claim = talks.Claim(NOW)
        talks.save(connection, talk, below=False, claim=claim)
        talks.drawn(connection, talk.person_id, version=1, message_id=55, claim=claim)
        imports.put(connection, name="t.csv", reading=table(row("Nowy")), by=7, now=NOW)
        settings.put(connection, "deadline", "2027-01-15")
        put = partial(
            outbox.put, connection, person_id=7, code="x", office_id=None, values={"a": 1}, now=NOW
        )
        assert put(key="was sent")
        begun = outbox.claim(connection, now=NOW)
        assert isinstance(begun, outbox.Letter)
        outbox.sent(connection, begun.id, NOW)
        assert put(key="waits")
        approved = {"office_id": office_id, "version": 3, "people": "{}", "decided_by": "head"}
        job = {"person_id": 7, "file_id": "f", "name": "ż\n\u2028.csv", "size": 9, "attempts": 0}
        for kind, values in (
            (Row.metadata.tables["approved"], {**approved, "at": NOW}),
            (UpdateRow.__table__, {"update_id": 2**40, "at": NOW}),
            (FailureRow.__table__, {"update_id": 1, "payload": "{}", "traceback": "t", "at": NOW}),
            (JobRow.__table__, {**job, "update_id": 5, "at": NOW}),
            (ReminderRow.__table__, {"advisor": "Ewa Lis", "occasion": "T-7", "at": NOW}),
            (SnoozeRow.__table__, {"advisor": "", "until": NOW.date(), "at": LATER}),
            (FailingRow.__table__, {"update_id": 2, "failures": 3, "at": NOW}),
            (SecretRow.__table__, {"id": 1, "secret": "AA=="}),
            (RetentionRow.__table__, {"day": NOW.date(), "at": NOW}),
        ):
            connection.execute(insert(kind).values(values))
        stand_ins.put(connection, StandIn("Ewa Lis", "Jan Mazur", NOW.date(), LATER.date()), NOW)
        held = Attendance(frozenset({ANNA.key}), frozenset({ANNA.key}))
        offices.set_attendance(connection, office_id, held, NOW)
        starts = partial(bulk.begin, connection, subjects=[7, 8], by=7, now=NOW)
        bulk.settle(connection, starts(kind=bulk.ANNOUNCEMENT, content={"text": "ż"}), 7, "posted")
        starts(kind="close", content={"scope": "all"})

    database.write(work)
    return office_id


def rows(database: Database) -> Rows:
    """Everything there is."""

    def work(connection: Connection) -> Rows:
        return {
            each.name: [
                dict(found._mapping)
                for found in connection.execute(select(each).order_by(*each.primary_key))
            ]
            for each in Row.metadata.sorted_tables
        }

    return database.read(work)


def made(database: Database, file: Path) -> Manifest:
    return backup.make(database, file, NOW)


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
    assert backup.restore(other, file, LATER) == manifest
    after = rows(other)
    assert after["journal"].pop()["what"] == "restored from 2026-11-24T08:30:00+00:00"
    for one, two in zip(before["submission"], after["submission"], strict=True):
        assert two.pop("version") == one.pop("version") + backup.AHEAD
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
    backup.restore(other, file, LATER)
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
        backup.restore(other, file, LATER)
    assert rows(other) == before
    backup.restore(other, file, LATER, replace=True)
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
        backup.restore(other, file, LATER, replace=True, reapply_erasures=fails)
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

    backup.restore(database, file, LATER, replace=True, reapply_erasures=erase)
    assert loaded(database, office_id).team.member(9) is None


def test_a_journal_that_was_restored_is_still_only_added_to(
    database: Database, other: Database, file: Path
) -> None:
    """What guards it does not stand in the way of the restore itself."""
    lived_in(database)
    made(database, file)
    for restored in (database, other):
        backup.restore(restored, file, LATER, replace=True)
        for change in ("DELETE FROM journal", "UPDATE journal SET what = 'x'"):
            with pytest.raises(Exception, match="only added to"):
                restored.write(partial(_execute, statement=change))


def _execute(connection: Connection, statement: str) -> None:
    connection.execute(text(statement))


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
                same += backup.inspect(spoilt) == manifest
            except BackupUnusable:
                refused += 1
    assert refused + same == 2 * len(range(0, len(whole), len(whole) // 150))
    assert refused > 250
    spoilt.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BackupUnusable):
        backup.restore(sqlite, spoilt, LATER, replace=True)
    assert len(rows(sqlite)["office"]) == 2


def rewritten(file: Path, changed: Callable[[dict[str, Any]], None]) -> Path:
    """The same backup with another manifest."""
    new = file.with_name("rewritten")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(new, "w") as archive:
        for name in old.namelist():
            content = old.read(name)
            if name == backup.MANIFEST:
                manifest = json.loads(content)
                changed(manifest)
                content = json.dumps(manifest).encode()
            archive.writestr(name, content)
    return new


def test_a_backup_of_a_newer_program_is_refused(sqlite: Database, file: Path) -> None:
    made(sqlite, file)
    newer = rewritten(file, lambda manifest: manifest.update(schema="9999"))
    with pytest.raises(BackupUnusable, match=r"newer Komplet \(schema 9999\)"):
        backup.restore(sqlite, newer, LATER)
    lacking = rewritten(file, lambda manifest: manifest["tables"].pop("journal"))
    with pytest.raises(BackupUnusable, match="damaged"):
        backup.restore(sqlite, lacking, LATER)


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
    assert backup.restore(other, file, LATER).schema == schema
    (office,) = rows(other)["office"]
    assert (office["id"], office["name"], office["closed"]) == (7, "Urząd Gminy Rejowiec", True)
    assert office["updated_at"] == NOW
    every = Wanted(Which.ALL)
    stored = other.read(submissions.all_submissions)
    assert other.read(lambda c: desks.load(c, None, every)) == look(stored, every)


def as_written_then(url: str, file: Path, schema: str) -> Path:
    """A backup of an older schema, with the tables and columns that it had."""
    from hashlib import sha256

    from sqlalchemy import MetaData

    engine = create_engine(url)
    tables: dict[str, dict[str, Any]] = {}
    with engine.connect() as connection, zipfile.ZipFile(file, "w") as archive:
        found = MetaData()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of an index by an expression
            found.reflect(connection)
        for each in found.sorted_tables:
            if each.name == "alembic_version":
                continue
            lines = [
                json.dumps({k: backup._out(v) for k, v in kept._mapping.items()}) + "\n"
                for kept in connection.execute(select(each))
            ]
            content = "".join(lines)
            archive.writestr(f"{each.name}.jsonl", content)
            tables[each.name] = {
                "rows": len(lines),
                "sha256": sha256(content.encode()).hexdigest(),
            }
        told = {"format": 1, "schema": schema, "made_at": NOW.isoformat(), "tables": tables}
        archive.writestr(backup.MANIFEST, json.dumps(told))
    engine.dispose()
    return file


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
    backup.restore(sqlite, file, LATER, replace=True)
    found = sqlite.read(lambda c: links.by_token(c, "t0ken-of-the-link"))
    assert found is not None
    assert (found.office_id, found.used) == (office_id, False)
    assert b"t0ken-of-the-link" not in b"".join(
        zipfile.ZipFile(file).read(name) for name in zipfile.ZipFile(file).namelist()
    )


# --- Under a key ------------------------------------------------------------------------------

KEY, NEWER = new_key(), new_key()


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
    database.write(partial(_execute, statement="UPDATE office SET head_title = NULL"))
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
    backup.restore(other, file, LATER)
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
    backup.restore(other, file, LATER)
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
        backup.restore(other, file, LATER, replace=True)
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
    backup.restore(other, file, LATER, replace=True)
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
    backup.restore(other, file, LATER)
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
    backup.restore(
        database,
        file,
        LATER + timedelta(minutes=1),
        replace=True,
        reapply_erasures=lambda c: erased.append(
            erasure.reapply(c, Ledger(ledger, Vault.of(KEY, ledger)))
        ),
    )
    database.scrub()
    assert found(database, (*OF_ACCOUNT, *HIDDEN), ledger) == set()
    assert [(each.people, each.letters) for each in erased] == [(1, 1)]
