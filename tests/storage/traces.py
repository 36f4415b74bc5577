"""Somebody who stands everywhere that a name or an account can stand, and the search for them.

Twice: as a person whom an office lists, and as an account that uses the bot. The search reads what
is stored as it lies there: an SQLite file's own bytes with its log, PostgreSQL's rows as text.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import String, select, text
from sqlmodel import AutoString

from conversations.access import Role
from conversations.events import Note
from conversations.notes import NoteCode
from conversations.people import Person
from conversations.places.enrolment import GivingPosition
from conversations.submission import (
    Approval,
    Attendance,
    Decider,
    Request,
    Return,
    Side,
    Stage,
    Submission,
    Word,
)
from conversations.team import Basis, BasisKind, Confirmation, Member, Rule, Seat, Team
from storage import (
    access,
    bulk,
    imports,
    jobs,
    links,
    offices,
    outbox,
    reminders,
    submissions,
    talks,
    updates,
)
from storage.database import Connection, Database
from storage.rotation import sealed_columns
from storage.tables.columns import Row
from storage.tables.offices import OfficeRow
from storage.vault import SealedText
from tests.storage.stock import ANNA, NOW, OLGA, PIOTR, comes_in, import_offices, loaded, row, table

STEM = "Zgrzebnick"
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


NOTHING_OF_PEOPLE = {
    "access_grant.role": "one of four words",
    "approved.decided_by": "one of a few words",
    "bulk.kind": "one of a few words",
    "bulk_item.outcome": "one of a few words",
    "card.menu": "a role and a language",
    "invitation.role": "one of four words",
    "invitation.token_hash": "a hash of what is random",
    "invitation.batch": "the number of a letter",
    "job.file_id": "Telegram's name for a file, which it does not tell from",
    "journal.what": "words of the program, with codes and numbers",
    "letter.code": "one of a few words",
    "letter.key": "numbers; those of an account go with its letters",
    "letter.state": "one of five words",
    "letter.why": "why Telegram refuses a letter, in Telegram's words",
    "office.county": "a place",
    "office.name": "an office",
    "office.source": "which table",
    "office.voivodeship": "a place",
    "reminder.occasion": "one of a few words, a date",
    "setting.key": "one of a few words",
    "stock.version": "random",
    "submission.missing": "rules",
    "submission.stage": "one of five words",
    "submission.status": "one of a few words",
    "talk.language": "pl or en",
    "tally.status": "one of a few words",
    "tally.voivodeship": "a place",
}
"""Columns of text that are not sealed, since nothing of people stands in them, and why."""
SAID_OPENLY = {
    "access_grant.advisor": "whose offices the role is for",
    "invitation.advisor": "whose offices the link is for",
    "member.person_key": "a keyed code where there are keys: storage.vault.name_code",
    "office.advisor": "offices are found by it",
    "office.head_title": "tables are compared by it",
    "reminder.advisor": "a digest is created once by it",
    "setting.value": "the contact that everybody is shown",
    "snooze.advisor": "a digest is put off by it",
    "stand_in.advisor": "offices are found by it",
    "stand_in.substitute": "offices are found by it",
    "tally.advisor": "offices are counted by it",
}
"""Names of Advisors and heads as tables have them, in the open (docs/privacy.md)."""


def unthought_of() -> set[str]:
    """Columns of text of which nobody has said whether people stand in them."""
    texts = {
        f"{table.name}.{column.name}"
        for table in Row.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, String | AutoString) and not isinstance(column.type, SealedText)
    }
    return texts ^ (NOTHING_OF_PEOPLE.keys() | SAID_OPENLY.keys())


def listed_as(stem: str) -> Person:
    """The listed person under another surname."""
    return replace(LISTED, surname=f"{stem}a", email=f"b.{stem.casefold()}a@example.org")


def everywhere(database: Database, stem: str = STEM) -> int:
    """An office whose rows, letters, talks and tables name the listed person; its id.

    `stem` is what the person's surname begins with, before -a and -iej.
    """
    listed = listed_as(stem)
    heads = row("Urząd Gminy Rejowiec", head=f"Wójt Bogumiła {stem}a")
    office_id = import_offices(database, heads, row("Urząd Gminy Dębowiec"))[0]
    _versions(database, office_id, stem)
    comes_in(database, CLERK, Role.SECRETARY, office_id=office_id, name="Ewa Nowa")

    def work(connection: Connection) -> None:
        talk = talks.load(connection, CLERK, lock=True).talk
        place = GivingPosition(listed)
        note = Note(NoteCode.ALREADY_ON_LIST, {"person": listed.full_name})
        talks.save(
            connection,
            replace(talk, place=place, note=note),
            below=False,
            claim=talks.Claim(NOW),
        )
        imports.put(
            connection,
            name=f"Tabela – Bogumiła {stem}a.xlsx",
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
            values={"comment": f"Proszę dopisać stanowisko Bogumiły {stem}iej."},
            now=NOW,
        )
        bulk.begin(
            connection,
            kind=bulk.ANNOUNCEMENT,
            content={"text": f"Szkolenie poprowadzi p. Bogumiła {stem}a."},
            subjects=[CLERK],
            by=None,
            now=NOW,
        )
        came = frozenset({ANNA.key, listed.key})
        held = Attendance(came, frozenset({listed.key}))
        offices.set_attendance(connection, office_id, held, NOW)
        reminders.put_off(connection, "Ewa Lis", NOW.date(), f"urlop B. {stem}iej", NOW)
        payload = json.dumps({"message": {"text": f"{stem}a Bogumiła"}})
        updates.set_aside(connection, 901, payload, "Traceback: boom", NOW)

    database.write(work)
    return office_id


def _versions(database: Database, office_id: int, stem: str) -> None:
    """Two approved versions with the person, and a working copy that departs from them."""
    listed = listed_as(stem)
    team = Team(
        (
            Member(1, ANNA, Seat.EDITORIAL),
            Member(2, listed, Seat.EDITORIAL, plenipotentiary=True),
            Member(3, PIOTR, Seat.STEERING),
        ),
        Basis(BasisKind.ORDER, f"7/2026 ({stem}a)"),
        (Confirmation(Rule.R4A, (), 3, f"Tylko {stem}a ma czas"),),
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
        returned=Return(Decider.ADVISOR, f"Czy Pani {stem}a na pewno?"),
        request=Request(Rule.R4, f"Bez p. {stem}iej się nie uda", 9),
        word=Word(Side.ADVISOR, f"Proszę o telefon do Pani {stem}iej."),
    )
    _kept(database, before, after)


def _kept(database: Database, before: Submission, after: Submission) -> Submission:
    return database.write(lambda c: submissions.save(c, before, after, actor=CLERK, now=EARLIER))


def an_account(
    database: Database, office_id: int, person: int = ACCOUNT, name: str = ACCOUNT_NAME
) -> None:
    """A head of office who has used everything that keeps an account."""
    comes_in(database, person, Role.HEAD, office_id=office_id, name=name)
    before = loaded(database, office_id)

    def work(connection: Connection) -> None:
        talk = talks.load(connection, person, lock=True).talk
        held = access.grants(connection, person, NOW)[0]
        talks.save(connection, replace(talk, grant=held), below=False, claim=talks.Claim(NOW))
        after = replace(before, returned=Return(Decider.HEAD, "Proszę poprawić"))
        submissions.save(connection, before, after, actor=person, now=EARLIER)
        links.create(
            connection,
            role=Role.SECRETARY,
            token="t",
            expires_at=NOW,
            now=NOW,
            office_id=office_id,
            created_by=person,
        )
        outbox.put(
            connection,
            key=f"y:{person}",
            person_id=person,
            code="nudge",
            office_id=office_id,
            values={},
            now=NOW,
        )
        jobs.put(
            connection,
            update_id=5,
            person_id=person,
            file_id="f",
            name="lista Wiktoryna.docx",
            size=9,
            grant_id=held.id,
            now=NOW,
        )
        imports.put(connection, name="t.xlsx", reading=table(row("X")), by=person, now=NOW)
        bulk.begin(
            connection,
            kind=bulk.ANNOUNCEMENT,
            content={"text": "Zmiana terminu"},
            subjects=[person, CLERK],
            by=person,
            now=NOW,
        )
        payload = json.dumps({"message": {"from": {"id": person, "name": name}}})
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
