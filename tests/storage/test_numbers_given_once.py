"""A number that a button or a letter's key carries means one thing for ever, on either database."""

from pathlib import Path

from sqlalchemy import text

from conversations.access import Role
from storage import access, backup, bulk, jobs, migrations, practice, restoring
from storage.database import Connection, Database
from tests.storage.stock import NOW, comes_in, import_offices, row
from tests.storage.test_database import migrate

SEKRETARZ, HEAD = 7, 8
NUMBERED = ("office", "access_grant", "job", "bulk")


def numbers(database: Database) -> dict[str, int]:
    """One more row of each kind that is numbered once; their numbers. What can goes at once."""

    def work(connection: Connection) -> dict[str, int]:
        office_id = practice.begin(connection, HEAD, name="P", head_title="Wójt", now=NOW)
        grants = access.grants(connection, HEAD, NOW)
        given = {"office": office_id, "access_grant": max(each.id for each in grants)}
        practice.end(connection, office_id)
        jobs.put(
            connection,
            update_id=given["access_grant"],
            person_id=HEAD,
            file_id="f",
            name="a.csv",
            size=9,
            grant_id=None,
            now=NOW,
        )
        job = connection.scalar(text("SELECT max(id) FROM job")) or 0
        jobs.done(connection, job)
        begun = bulk.begin(
            connection, kind=bulk.ANNOUNCEMENT, content={}, subjects=[], by=None, now=NOW
        )
        connection.execute(text("DELETE FROM bulk WHERE id = :id"), {"id": begun})
        return given | {"job": job, "bulk": begun}

    return database.write(work)


def test_what_came_after_practice_has_numbers_of_its_own(database: Database) -> None:
    """So that no old button of practice acts on the real list."""
    played = numbers(database)
    (real,) = import_offices(database, row("Urząd Gminy Rejowiec"))
    comes_in(database, SEKRETARZ, Role.SECRETARY, office_id=real)
    (grant,) = database.read(lambda c: access.grants(c, SEKRETARZ, NOW))
    assert real > played["office"]
    assert grant.id > played["access_grant"]
    again = numbers(database)
    assert all(again[name] > played[name] for name in NUMBERED)


def test_nothing_restored_takes_a_number_that_was_given_since(
    database: Database, tmp_path: Path
) -> None:
    numbers(database)
    file = tmp_path / "backup"
    backup.make(database, file, NOW)
    lost = numbers(database)
    database.write(lambda c: c.execute(text("DELETE FROM talk")))
    restoring.restore(database, file, NOW, replace=True)
    given = numbers(database)
    assert all(given[name] > lost[name] for name in NUMBERED)


def test_a_backup_in_an_empty_database_takes_no_number_that_was_given_before(
    sqlite: Database, postgresql: Database, tmp_path: Path
) -> None:
    for number, (former, new) in enumerate([(sqlite, postgresql), (postgresql, sqlite)]):
        lost = numbers(former)
        file = tmp_path / f"{number}"
        backup.make(former, file, NOW)
        restoring.restore(new, file, NOW, replace=True)
        given = numbers(new)
        assert all(given[name] > lost[name] for name in NUMBERED)


def test_an_older_file_keeps_its_rows_and_gives_no_former_number(tmp_path: Path) -> None:
    """Offices, roles, a file and an announcement, and what points at them."""
    url = f"sqlite:///{tmp_path / 'older.db'}"
    migrate(url, "0012")
    older = Database(url)
    (office,) = import_offices(older, row("Urząd Gminy Rejowiec"))
    comes_in(older, SEKRETARZ, Role.SECRETARY, office_id=office)
    before = numbers(older)
    assert numbers(older) == before, "it gave them again and again"
    older.write(
        lambda c: jobs.put(
            c, update_id=1, person_id=7, file_id="f", name="a", size=9, grant_id=1, now=NOW
        )
    )
    begin = {"kind": bulk.ANNOUNCEMENT, "content": {"text": "x"}, "subjects": [7], "by": 7}
    older.write(lambda c: bulk.begin(c, now=NOW, **begin))  # type: ignore[arg-type]

    def everything(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
        names = ("office", "access_grant", "job", "bulk", "bulk_item", "talk", "submission")
        return {
            name: sorted(map(tuple, connection.execute(text(f"SELECT * FROM {name}")).all()))
            for name in names
        }

    def indexes(connection: Connection) -> set[str]:
        found = text("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql <> ''")
        return set(connection.scalars(found))

    rows, had = older.read(everything), older.read(indexes)
    older.prepare()
    assert older.look() == migrations.HEAD
    assert older.read(everything) == rows
    assert older.read(indexes) == had
    assert older.read(lambda c: c.exec_driver_sql("PRAGMA foreign_key_check").all()) == []
    older.check()
    after = numbers(older)
    assert {name for name in NUMBERED if after[name] < before[name] + 100} == set(), after
    older.close()
