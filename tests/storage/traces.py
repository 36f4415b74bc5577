"""Somebody who stands everywhere that a name or an account can stand, and the search for them.

Twice: as a person whom an office lists, and as an account that uses the bot. The search reads what
is stored as it lies there: an SQLite file's own bytes with its log, PostgreSQL's rows as text.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select, text

from conversations.access import Role
from conversations.events import Note
from conversations.notes import NoteCode
from conversations.people import Person
from conversations.submission import Approval, Decider, Request, Return, Stage, Submission
from conversations.talk import GivingPosition
from conversations.team import Basis, BasisKind, Confirmation, Member, Rule, Seat, Team
from storage import access, imports, jobs, outbox, reminders, submissions, talks, updates
from storage.database import Connection, Database
from storage.rotation import sealed_columns
from storage.tables import OfficeRow, Row
from tests.storage.stock import ANNA, NOW, OLGA, PIOTR, comes_in, import_offices, loaded, row, table

LISTED = Person(
    "Bogumiła", "Zgrzebnicka", "mgr", "Skarbnik Gminy", "b.zgrzebnicka@example.org", "81 7654321"
)
ACCOUNT = 777_000_111_222
ACCOUNT_NAME = "Wiktoryn Pszczółkowski"
CLERK = 777_000_111_333
HIDDEN = ("Zgrzebnick", "zgrzebnick", "7654321")
"""What nobody may find of the listed person, whatever the case of the name."""
OF_ACCOUNT = (str(ACCOUNT), "Pszczółkowsk", "Wiktoryn")
EARLIER = NOW - timedelta(days=1)


def everywhere(database: Database) -> int:
    """An office whose rows, letters, talks and tables name the listed person; its id."""
    heads = row("Urząd Gminy Rejowiec", head="Wójt Bogumiła Zgrzebnicka")
    office_id = import_offices(database, heads, row("Urząd Gminy Dębowiec"))[0]
    _versions(database, office_id)
    comes_in(database, CLERK, Role.SECRETARY, office_id=office_id, name="Ewa Nowa")

    def work(connection: Connection) -> None:
        talk = talks.load(connection, CLERK, lock=True).talk
        place = GivingPosition(LISTED)
        note = Note(NoteCode.ALREADY_ON_LIST, {"person": LISTED.full_name})
        talks.save(
            connection,
            replace(talk, place=place, note=note),
            below=False,
            claim=talks.Claim(NOW),
        )
        imports.put(
            connection,
            name="Tabela – Bogumiła Zgrzebnicka.xlsx",
            reading=table(heads),
            by=None,
            now=NOW,
        )
        outbox.put(
            connection,
            key="x:1",
            person_id=CLERK,
            code="returned-by-head",
            office_id=office_id,
            values={"comment": "Proszę dopisać stanowisko Bogumiły Zgrzebnickiej."},
            now=NOW,
        )
        reminders.put_off(connection, "Ewa Lis", NOW.date(), "urlop B. Zgrzebnickiej", NOW)
        payload = json.dumps({"message": {"text": "Zgrzebnicka Bogumiła"}})
        updates.set_aside(connection, 901, payload, "Traceback: boom", NOW)

    database.write(work)
    return office_id


def _versions(database: Database, office_id: int) -> None:
    """Two approved versions with the person, and a working copy that departs from them."""
    team = Team(
        (
            Member(1, ANNA, Seat.EDITORIAL),
            Member(2, LISTED, Seat.EDITORIAL, plenipotentiary=True),
            Member(3, PIOTR, Seat.STEERING),
        ),
        Basis(BasisKind.ORDER, "7/2026 (Zgrzebnicka)"),
        (Confirmation(Rule.R4A, (), 3, "Tylko Zgrzebnicka ma czas"),),
        next_id=4,
    )
    before = loaded(database, office_id)
    for version in (team, replace(team, next_id=5)):
        approval = Approval(version, NOW, Decider.HEAD, version.basis)
        after = replace(before, team=version, stage=Stage.SETTLED, approval=approval)
        before = _kept(database, before, after)
    amended = replace(team.add(OLGA), next_id=6)
    after = replace(
        before,
        team=amended,
        stage=Stage.RETURNED,
        returned=Return(Decider.ADVISOR, "Czy Pani Zgrzebnicka na pewno?"),
        request=Request(Rule.R4, "Bez p. Zgrzebnickiej się nie uda", 9),
    )
    _kept(database, before, after)


def _kept(database: Database, before: Submission, after: Submission) -> Submission:
    return database.write(lambda c: submissions.save(c, before, after, actor=CLERK, now=EARLIER))


def an_account(database: Database, office_id: int) -> None:
    """A head of office who has used everything that keeps an account."""
    comes_in(database, ACCOUNT, Role.HEAD, office_id=office_id, name=ACCOUNT_NAME)
    before = loaded(database, office_id)

    def work(connection: Connection) -> None:
        talk = talks.load(connection, ACCOUNT, lock=True).talk
        held = access.grants(connection, ACCOUNT, NOW)[0]
        talks.save(connection, replace(talk, grant=held), below=False, claim=talks.Claim(NOW))
        after = replace(before, returned=Return(Decider.HEAD, "Proszę poprawić"))
        submissions.save(connection, before, after, actor=ACCOUNT, now=EARLIER)
        access.create_invitation(
            connection,
            role=Role.SECRETARY,
            token="t",
            expires_at=NOW,
            now=NOW,
            office_id=office_id,
            created_by=ACCOUNT,
        )
        outbox.put(
            connection,
            key=f"y:{ACCOUNT}",
            person_id=ACCOUNT,
            code="nudge",
            office_id=office_id,
            values={},
            now=NOW,
        )
        jobs.put(
            connection,
            update_id=5,
            person_id=ACCOUNT,
            file_id="f",
            name="lista Wiktoryna.docx",
            size=9,
            grant_id=held.id,
            now=NOW,
        )
        imports.put(connection, name="t.xlsx", reading=table(row("X")), by=ACCOUNT, now=NOW)
        payload = json.dumps({"message": {"from": {"id": ACCOUNT, "name": ACCOUNT_NAME}}})
        updates.set_aside(connection, 902, payload, "Traceback: boom", NOW)

    database.write(work)


def found(database: Database, needles: Iterable[str], *files: Path) -> set[str]:
    """Where any of the texts can be read: `table.column`, a row as it is stored, or a file."""
    wanted = tuple(needles)
    places = set()
    for holder, said in (*_opened(database), *_rows(database), *_bytes(database, files)):
        if any(each in said for each in wanted):
            places.add(holder)
    return places


def _opened(database: Database) -> list[tuple[str, str]]:
    """Every sealed text as somebody with the key reads it."""
    return database.read(
        lambda c: [
            (f"{column.table.name}.{column.name}", said)
            for columns in sealed_columns().values()
            for column in columns
            for said in c.scalars(select(column))
            if said
        ]
    )


def _rows(database: Database) -> list[tuple[str, str]]:
    """Every row as it is stored."""
    return database.read(
        lambda c: [
            (name, str(tuple(stored)))
            for name in Row.metadata.tables
            for stored in c.execute(text(f'SELECT * FROM "{name}"'))
        ]
    )


def _bytes(database: Database, files: Iterable[Path]) -> list[tuple[str, str]]:
    """The bytes of the database's own files, and of others."""
    own = Path(str(database._url.database))
    beside = sorted(own.parent.glob(f"{own.name}*")) if own.is_absolute() else []
    return [
        (f"file {each.name}", each.read_bytes().decode("utf-8", "replace"))
        for each in (*beside, *files)
        if each.is_file()
    ]


def head_title(database: Database, office_id: int) -> str | None:
    statement = select(OfficeRow.__table__.c.head_title).where(
        OfficeRow.__table__.c.id == office_id
    )
    return database.read(lambda c: c.scalar(statement))
