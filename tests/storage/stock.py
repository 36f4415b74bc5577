"""What the stories of the store begin with: offices, people with roles, teams."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from typing import TypeVar

from conversations.access import Grant, Role
from conversations.coordination_table import OfficeRow, TableReading
from conversations.people import Person
from conversations.submission import Submission
from conversations.table_import import Standing, Taking, difference
from conversations.team import (
    Basis,
    BasisKind,
    Confirmation,
    Member,
    Rule,
    Seat,
    Team,
)
from storage import access, links, offices, outbox, submissions
from storage.database import Connection, Database

T = TypeVar("T")

NOW = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
LATER = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)

ANNA = Person(
    "Anna", "Kowalczyk", "mgr", "Sekretarz Gminy", "a.kowalczyk@example.org", "81 1234567", "12"
)
PIOTR = Person("Piotr", "Zażółć-Gęślą", position="Zastępca „Wójta” & <spółka>")
OLGA = Person("Olga", "O'Hara")


def row(name: str, steering: int | None = 8, editorial: int | None = 4, **more: str) -> OfficeRow:
    """A row of a coordination table."""
    values = {"voivodeship": "lubelskie", "county": None, "head": "Wójt", "advisor": "Ewa Lis"}
    return OfficeRow(
        name,
        limit_steering=steering,
        limit_editorial=editorial,
        block_iii=None,
        participates=True,
        flags=(),
        row=1,
        **{**values, **more},  # type: ignore[arg-type]
    )


def table(*rows: OfficeRow) -> TableReading:
    """A table as read, with nothing doubtful about it."""
    computed = (sum(r.limit_steering or 0 for r in rows), sum(r.limit_editorial or 0 for r in rows))
    return TableReading(rows, (), None, computed, (), None, needs_column_confirmation=False)


def import_offices(
    database: Database,
    *rows: OfficeRow,
    taking: Taking = Taking.NEW_VERSION,
    import_id: int | None = None,
) -> list[int]:
    """Take a table over; the ids of all offices there are."""

    def work(connection: Connection) -> list[int]:
        tables = offices.of_tables(connection)
        every = submissions.all_submissions(connection)
        standing = [Standing.of(each, tables[each.office.id]) for each in every]
        found = difference(standing, table(*rows), taking)
        offices.put_table(connection, found, name="tabela.xlsx", import_id=import_id, now=NOW)
        return [office.id for office in offices.all_offices(connection)]

    return database.write(work)


def one_office(database: Database, name: str = "Urząd Gminy Rejowiec") -> int:
    """A database with one office; its id."""
    return import_offices(database, row(name))[0]


def loaded(database: Database, office_id: int) -> Submission:
    """An office's submission as stored."""
    found = database.read(lambda c: submissions.load(c, office_id, lock=False))
    assert found is not None
    return found


def saved(database: Database, before: Submission, after: Submission) -> Submission:
    """Keep a change; what the store made of it."""
    return database.write(lambda c: submissions.save(c, before, after, actor=7, now=LATER))


def whole_team() -> Team:
    """A team that uses every field there is."""
    return Team(
        (
            Member(1, ANNA, Seat.EDITORIAL, plenipotentiary=True),
            Member(4, PIOTR, Seat.STEERING),
            Member(9, OLGA, Seat.EDITORIAL),
        ),
        Basis(BasisKind.ORDER, "12/2026", date(2026, 11, 2)),
        (
            Confirmation(Rule.R4A, (), 3, "Urząd jest mały"),
            Confirmation(Rule.R2A, (1,), 0, "Zgoda koordynatora", waived=True),
        ),
        next_id=10,
    )


def grant_of(database: Database, person_id: int) -> Grant | None:
    """The first role that somebody holds."""
    return next(iter(database.read(lambda c: access.grants(c, person_id, LATER))), None)


def comes_in(
    database: Database,
    person_id: int,
    role: Role,
    *,
    office_id: int | None = None,
    advisor: str | None = None,
    name: str = "Jan Nowak",
) -> Grant:
    """A person takes a role over a link."""

    def work(connection: Connection) -> Grant | None:
        invitation = links.create(
            connection,
            role=role,
            token=f"{person_id}-{role}-{office_id}-{advisor}",
            expires_at=LATER,
            now=NOW,
            office_id=office_id,
            advisor=advisor,
        )
        return links.accept(connection, invitation, person_id, name, NOW)

    grant = database.write(work)
    assert grant is not None
    return grant


def at_once(*works: Callable[[], T]) -> Sequence[T]:
    """What several threads get that begin together."""
    with ThreadPoolExecutor(len(works)) as pool:
        return [future.result() for future in [pool.submit(work) for work in works]]


def claimed_letters(database: Database, now: datetime) -> list[outbox.Letter]:
    """Every letter that may leave at a moment, claimed one after the other."""
    found: list[outbox.Letter] = []
    while isinstance(letter := database.write(lambda c: outbox.claim(c, now=now)), outbox.Letter):
        found.append(letter)
    return found
