"""How what people wait for grows with the programme: `python -m tests.bench.growth [SIZE ...]`.

Offices of eight people, forty to an Advisor, at every stage, in SQLite and PostgreSQL. Milliseconds
by the clock, so on an idle machine: medians of what a person asks (the turn with its commit, the
view, the drawing), and one run of what is done for the whole programme. `--on sqlite` or
`--on postgresql` for one of them. Run it with `--help` for the rest.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
from sqlalchemy import insert, make_url, text

from bot import reminders, screens, turn, views
from bot.documents import export
from bot.effects.tables import import_table
from bot.inbound import Inbound
from bot.words import Words
from conversations.access import Role
from conversations.collation import polish_key
from conversations.coordination_table import OfficeRow as TableRow
from conversations.coordination_table import TableReading
from conversations.events import Asked, Command, Event, Said
from conversations.overview import WAITING
from conversations.people import Person
from conversations.settings import Key
from conversations.submission import Approval, Decider, Office, Stage, Submission, status
from conversations.team import Seat, Team
from storage import codec, imports, settings, submissions, tally
from storage.database import Connection, Database
from storage.tables.offices import ApprovedRow, OfficeRow, SubmissionRow
from storage.tables.people import GrantRow
from storage.teams import columns
from tests.databases import running_postgresql

NOW = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
"""A Tuesday morning, three days before the deadline: every Advisor is to be reminded."""
DEADLINE = "2026-11-27"
BEFORE = NOW - timedelta(days=40)
PLACES = ("Rejowiec", "Łódź", "Augustów", "Żary", "Ćmielów", "Osiek", "Zarszyn", "Ostrów", "Ełk")
OFFICES_OF_ONE = 40
"""How many offices an Advisor has."""
ROUNDS = 25
COORDINATOR, ADVISOR, SECRETARY = 1, 2, 3
SIZES = (1_000, 10_000, 100_000)
KINDS = ("sqlite", "postgresql")
_updates = iter(range(1, 1_000_000))


def team() -> Team:
    """Eight people, four of them editors."""
    made = Team()
    for number, letter in enumerate("ABCDEFGH"):
        person = Person("Anna", f"Kowalska-{letter}", position="Kierownik Referatu Finansowego")
        made = made.add(person, Seat.EDITORIAL if number < 4 else Seat.STEERING)
    return made.appoint(made.members[0].person)


def filled(url: str, count: int) -> Database:
    """So many offices of forty to an Advisor, at every stage, and one person in each role."""
    database = Database(url)
    database.prepare()
    whole = team()
    approval = Approval(whole, NOW, Decider.HEAD)
    kept = []
    for n in range(1, count + 1):
        name = f"Urząd Gminy {PLACES[n % len(PLACES)]} {n}"
        office = Office(
            n, name, "Wójt", f"Doradca {n // OFFICES_OF_ONE}", 8, 4, f"województwo {n // 40 % 16}"
        )
        stage = (Stage.EMPTY, Stage.DRAFTING, Stage.SUBMITTED, Stage.SETTLED)[n % 4]
        settled = approval if stage is Stage.SETTLED else None
        kept.append(Submission(office, 1, stage, whole if n % 4 else Team(), settled))

    def work(connection: Connection) -> None:
        connection.execute(
            insert(OfficeRow.__table__),
            [
                {
                    "id": each.office.id,
                    "name": each.office.name,
                    "head_title": "Wójt",
                    "advisor": each.office.advisor,
                    "voivodeship": each.office.voivodeship,
                    "limit_steering": 8,
                    "limit_editorial": 4,
                    "practice": False,
                    "closed": False,
                    "updated_at": NOW,
                }
                for each in kept
            ],
        )
        approved = [each for each in kept if each.approval]
        connection.execute(
            insert(SubmissionRow.__table__),
            [
                {
                    "office_id": each.office.id,
                    "sort_key": polish_key(each.office.name),
                    "approved_version": 1 if each.approval else None,
                    **columns(each),
                }
                for each in kept
            ],
        )
        connection.execute(
            insert(ApprovedRow.__table__),
            [
                {
                    "office_id": each.office.id,
                    "version": 1,
                    "people": codec.dump(whole),
                    "decided_by": "head",
                    "at": NOW,
                }
                for each in approved
            ],
        )
        for person, role, more in (
            (COORDINATOR, Role.COORDINATOR, {}),
            (ADVISOR, Role.ADVISOR, {"advisor": "Doradca 1"}),
            (SECRETARY, Role.SECRETARY, {"office_id": 41}),
        ):
            values = {"person_id": person, "role": role, "given_at": NOW, **more}
            connection.execute(insert(GrantRow.__table__).values(display_name="", **values))
        nothing = TableReading((), (), None, (0, 0), (), None, needs_column_confirmation=False)
        first = imports.put(connection, name="tabela.csv", reading=nothing, by=None, now=BEFORE)
        imports.decide(connection, first, True, BEFORE)
        settings.put(connection, Key.DEADLINE, DEADLINE)
        tally.recount(connection)
        tally.changed_stock(connection)
        if connection.dialect.name == "postgresql":
            connection.execute(text("ANALYZE"))  # as its own upkeep does within a minute

    database.write(work)
    assert all(status(each) in WAITING for each in kept[:8])
    return database


def table_of(database: Database) -> TableReading:
    """The table that the offices came from, with the limits of every tenth changed."""
    rows = tuple(
        TableRow(
            office.name,
            limit_steering=9 if n % 10 == 0 else office.limit_steering,
            limit_editorial=office.limit_editorial,
            voivodeship=office.voivodeship,
            county=None,
            head="Wójt",
            advisor=office.advisor,
            block_iii=None,
            participates=True,
            flags=(),
            row=n + 1,
        )
        for n, office in enumerate(
            each.office for each in database.read(submissions.all_submissions)
        )
    )
    sums = (sum(r.limit_steering or 0 for r in rows), sum(r.limit_editorial or 0 for r in rows))
    return TableReading(rows, (), None, sums, (), None, needs_column_confirmation=False)


@contextmanager
def urls(kind: str, folder: Path) -> Iterator[Callable[[int], str]]:
    """Makes the address of an empty database of a kind, by a number of its own."""
    if kind == "sqlite":
        yield lambda size: f"sqlite:///{folder / f'{size}.sqlite3'}"
        return
    with running_postgresql(folder / "postgresql") as uri:

        def made(size: int) -> str:
            name = f"komplet_{size}"
            with psycopg.connect(uri, autocommit=True) as connection:
                connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
            url = make_url(uri).set(drivername="postgresql+psycopg", database=name)
            return url.render_as_string(hide_password=False)

        yield made


def answered(database: Database, person: int, event: Event) -> None:
    """One update, to the words of the card that answers it."""
    inbound = Inbound(next(_updates), person, "", event)
    database.write(lambda c: turn.take(c, inbound, NOW))
    view, _ = database.read(lambda c: views.load(c, person, NOW))
    screens.draw(view, Words("pl"))


def median(act: Callable[[], object]) -> float:
    """Milliseconds of an act, once it has been done."""
    act()
    return statistics.median(once(act) for _ in range(ROUNDS))


def once(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1_000


ASKED: dict[str, tuple[int, Event]] = {
    "an office's turn": (SECRETARY, Said("Anna Nowak – Sekretarz")),
    "an office's /stan": (SECRETARY, Asked(Command.STATUS)),
    "an Advisor's /stan": (ADVISOR, Asked(Command.STATUS)),
    "an Advisor „rejowiec”": (ADVISOR, Said("Rejowiec")),
    "the coordinator's /stan": (COORDINATOR, Asked(Command.STATUS)),
    "the coordinator „rejowiec 10”": (COORDINATOR, Said("Rejowiec 10")),
    "the coordinator „kto nie wysłał?”": (COORDINATOR, Said("kto nie wysłał?")),
}
"""What somebody waits for: nearly the same whatever the size."""


def everything(database: Database) -> Iterator[tuple[str, float]]:
    """What is done for all offices at once: it grows with them. The last three change the store."""
    yield ("a look when every digest is due", median(lambda: reminders_due(database)))
    every: list[Submission] = []
    yield (
        "reading all for an export",
        once(lambda: every.extend(database.read(submissions.all_submissions))),
    )
    for suffix, write in export.WRITERS.items():
        yield f"writing the export {suffix}", once(lambda w=write: w(every))  # type: ignore[misc]
    table = table_of(database)
    yield (
        "a new version of the table",
        once(lambda: database.write(lambda c: import_table(c, table, "tabela.csv", NOW))),
    )
    yield (
        "the digests of a morning",
        once(lambda: database.write(lambda c: reminders.create(c, NOW, NOW))),
    )
    assert not reminders_due(database)
    yield ("a look in any other minute", median(lambda: reminders_due(database)))


def reminders_due(database: Database) -> bool:
    """What the program asks every minute."""
    return database.read(lambda c: reminders.anything(c, NOW))


def measured(kind: str, size: int, make: Callable[[int], str]) -> dict[str, float]:
    """Everything, in a database of so many offices."""
    database = filled(make(size), size)
    try:
        found = {
            name: median(lambda p=person, e=event: answered(database, p, e))  # type: ignore[misc]
            for name, (person, event) in ASKED.items()
        }
        found.update(everything(database))
    finally:
        database.close()
    print(f"{kind}, {size:,} offices: done", file=sys.stderr)  # noqa: T201
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--on", choices=KINDS, nargs="*", default=KINDS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for kind in options.on:
            with urls(kind, Path(folder)) as make:
                found = [measured(kind, size, make) for size in options.sizes]
            heads = " | ".join(f"{size:,}" for size in options.sizes)
            lines = [f"{kind}, ms | {heads} | last to first", "---|" * (len(found) + 1) + "---"]
            for name in found[0]:
                took = [each[name] for each in found]
                figures = " | ".join(f"{each:,.1f}" for each in took)
                lines.append(f"{name} | {figures} | {took[-1] / took[0]:.2f}")
            sys.stdout.write("\n".join(f"| {line} |" for line in lines) + "\n\n")


if __name__ == "__main__":
    main()
