"""`python -m tests.bench.status`: what a card of many offices costs. On an idle machine.

Medians of processor time over SQLite, from an update to the words of its card: the turn with its
commit, the view, the drawing. `python -m tests.bench.status 1000 5000` for other sizes.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert

from bot import screens, turn, views
from bot.inbound import Inbound
from bot.words import Words
from conversations.access import Role
from conversations.collation import polish_key
from conversations.events import Asked, Command, Event, Said
from conversations.overview import WAITING
from conversations.people import Person
from conversations.submission import Approval, Decider, Office, Stage, Submission, status
from conversations.team import Seat, Team
from storage import codec, tally
from storage.database import Connection, Database
from storage.tables import ApprovedRow, GrantRow, OfficeRow, SubmissionRow
from storage.teams import columns

NOW = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
PLACES = ("Rejowiec", "Łódź", "Augustów", "Żary", "Ćmielów", "Osiek", "Zarszyn", "Ostrów", "Ełk")
ROUNDS = 15
COORDINATOR, ADVISOR, SECRETARY = 1, 2, 3
SIZES = (1_000, 5_000, 100_000)
_updates = iter(range(1, 1_000_000))


def team() -> Team:
    """Eight people, four of them editors."""
    made = Team()
    for number, letter in enumerate("ABCDEFGH"):
        person = Person("Anna", f"Kowalska-{letter}", position="Kierownik Referatu Finansowego")
        made = made.add(person, Seat.EDITORIAL if number < 4 else Seat.STEERING)
    return made.appoint(made.members[0].person)


def filled(folder: Path, count: int) -> Database:
    """So many offices of forty to an Advisor, at every stage, and one person in each role."""
    database = Database(f"sqlite:///{folder / f'{count}.sqlite3'}")
    database.prepare()
    whole = team()
    approval = Approval(whole, NOW, Decider.HEAD)
    kept = []
    for n in range(1, count + 1):
        name = f"Urząd Gminy {PLACES[n % len(PLACES)]} {n}"
        office = Office(n, name, "Wójt", f"Doradca {n // 40}", 8, 4, f"województwo {n // 40 % 16}")
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
        tally.recount(connection)
        tally.changed_stock(connection)

    database.write(work)
    assert all(status(each) in WAITING for each in kept[:8])
    return database


def answered(database: Database, person: int, event: Event) -> None:
    """One update, to the words of the card that answers it."""
    inbound = Inbound(next(_updates), person, "", event)
    database.write(lambda c: turn.take(c, inbound, NOW))
    view, _ = database.read(lambda c: views.load(c, person, NOW))
    screens.draw(view, Words("pl"))


def median(act: Callable[[], object]) -> float:
    """Milliseconds of an act, once it has been done."""
    act()
    took = []
    for _ in range(ROUNDS):
        start = time.process_time()
        act()
        took.append(time.process_time() - start)
    return statistics.median(took) * 1_000


def main(sizes: tuple[int, ...]) -> None:
    stan = Asked(Command.STATUS)
    asked: dict[str, tuple[int, Event]] = {
        "coordinator /stan": (COORDINATOR, stan),
        "coordinator „rejowiec 10”": (COORDINATOR, Said("Rejowiec 10")),
        "coordinator „kto nie wysłał?”": (COORDINATOR, Said("kto nie wysłał?")),
        "Advisor /stan": (ADVISOR, stan),
        "Advisor „rejowiec”": (ADVISOR, Said("Rejowiec")),
        "office /stan": (SECRETARY, stan),
        "office a turn": (SECRETARY, Said("Anna Nowak – Sekretarz")),
    }
    with tempfile.TemporaryDirectory() as folder:
        stores = {size: filled(Path(folder), size) for size in sizes}
        heads = "".join(f"{size:>10}" for size in sizes)
        sys.stdout.write(f"{'milliseconds (median)':32}{heads}     last : first\n")
        for name, (person, event) in asked.items():
            took = [
                median(lambda s=store, p=person, e=event: answered(s, p, e))  # type: ignore[misc]
                for store in stores.values()
            ]
            figures = "".join(f"{each:10.1f}" for each in took)
            sys.stdout.write(f"{name:32}{figures}{took[-1] / took[0]:12.2f}\n")
        took = [
            median(lambda s=store: s.read(lambda c: tally.overview(c, None, shares=True)))  # type: ignore[misc]
            for store in stores.values()
        ]
        figures = "".join(f"{each:10.1f}" for each in took)
        sys.stdout.write(f"{'the counts alone':32}{figures}{took[-1] / took[0]:12.2f}\n")
        for store in stores.values():
            store.close()


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
