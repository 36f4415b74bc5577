"""A database in which every table has a row, its backup, and all there is to compare."""

import json
import warnings
import zipfile
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, create_engine, insert, select, text

from conversations.access import Role, StandIn
from conversations.places.office import ViewingOffice
from conversations.submission import Attendance
from conversations.talk import Talk
from storage import (
    backup,
    bulk,
    imports,
    offices,
    outbox,
    settings,
    stand_ins,
    talks,
)
from storage.backup_file import MANIFEST, Manifest, as_json
from storage.database import Database
from storage.tables.columns import Row
from storage.tables.programme import ReminderRow, RetentionRow, SecretRow, SnoozeRow
from storage.tables.traffic import FailingRow, FailureRow, JobRow, UpdateRow
from tests.storage.stock import (
    ANNA,
    LATER,
    NOW,
    comes_in,
    import_offices,
    loaded,
    row,
    saved,
    table,
    whole_team,
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


def execute(connection: Connection, statement: str) -> None:
    """A statement as one writes it at the database itself."""
    connection.execute(text(statement))


def as_written_then(url: str, file: Path, schema: str) -> Path:
    """A backup of an older schema, with the tables and columns that it had."""
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
                json.dumps({k: as_json(v) for k, v in kept._mapping.items()}) + "\n"
                for kept in connection.execute(select(each))
            ]
            content = "".join(lines)
            archive.writestr(f"{each.name}.jsonl", content)
            tables[each.name] = {
                "rows": len(lines),
                "sha256": sha256(content.encode()).hexdigest(),
            }
        told = {"format": 1, "schema": schema, "made_at": NOW.isoformat(), "tables": tables}
        archive.writestr(MANIFEST, json.dumps(told))
    engine.dispose()
    return file
