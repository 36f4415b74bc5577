"""A new version of a table beside the office's own work: nobody is dropped (domain.md A20)."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from conversations.people import Person
from conversations.submission import Approval, Decider, Stage, Submission, status
from conversations.team import Member, Seat, Team
from storage import submissions
from storage.database import Connection, Database
from tests.bot.commands import Command
from tests.storage.stock import LATER, NOW, import_offices, loaded, row, saved
from tests.tables import HEADER, NUMBERS, csv_file, office

REJOWIEC = "Urząd Gminy Rejowiec"
NAMES = ("Anna Lis", "Jan Wilk", "Ewa Kos", "Piotr Dzik", "Olga Sowa", "Adam Bąk")


def six() -> Team:
    """Six people, three of them editors."""
    members = [
        Member(
            number,
            Person(*name.split()),
            Seat.EDITORIAL if number <= 3 else Seat.STEERING,
            plenipotentiary=number == 1,
        )
        for number, name in enumerate(NAMES, 1)
    ]
    return Team(tuple(members), next_id=7)


def new_table(folder: Path, steering: object, editorial: object) -> None:
    """Another version of the table, with other figures for Rejowiec."""
    line = office(1, REJOWIEC, steering, editorial)  # type: ignore[arg-type]
    (folder / "nowa.csv").write_bytes(csv_file([("Tabela nr 2",), HEADER, NUMBERS, line]))


@pytest.fixture
def run(komplet: Command, folder: Path, database_url: str) -> Callable[[object, object], None]:
    """Imports such a version by the command line, on each kind of database."""

    def take_over(steering: object, editorial: object) -> None:
        new_table(folder, steering, editorial)
        done = komplet("import", "nowa.csv", "--yes", "--new-version", DATABASE_URL=database_url)
        assert done.code == 0, done

    return take_over


@pytest.fixture
def office_id(database: Database) -> int:
    """Rejowiec with 8 seats in block I and 4 in block II."""
    return import_offices(database, row(REJOWIEC, 8, 4, voivodeship=None))[0]  # type: ignore[arg-type]


def submitted(database: Database, office_id: int) -> Submission:
    before = loaded(database, office_id)
    return saved(database, before, replace(before, team=six(), stage=Stage.SUBMITTED))


def approved(database: Database, office_id: int) -> Submission:
    before = loaded(database, office_id)
    approval = Approval(six(), NOW, Decider.HEAD)
    return saved(
        database, before, replace(before, team=six(), stage=Stage.SETTLED, approval=approval)
    )


@pytest.mark.parametrize(("steering", "editorial"), [(6, 3), (10, 5), ("", "")])
def test_what_still_fits_stays_as_it_was(
    database: Database,
    office_id: int,
    run: Callable[..., None],
    steering: object,
    editorial: object,
) -> None:
    """Also where the table gives no limit: then the norm holds until somebody confirms one.

    Only the version rises, since what cards showed of the limit is out of date.
    """
    before = submitted(database, office_id)
    run(steering, editorial)
    after = loaded(database, office_id)
    assert after.version > before.version
    assert after.team == before.team
    assert (after.stage, after.approval) == (before.stage, before.approval)
    assert (after.office.limit_steering, after.office.limit_editorial) == (
        steering or None,
        editorial or None,
    )


@pytest.mark.parametrize(("steering", "editorial"), [(5, 3), (6, 2)])
def test_a_submission_that_no_longer_fits_comes_back_whole(
    database: Database, office_id: int, run: Callable[..., None], steering: int, editorial: int
) -> None:
    submitted(database, office_id)
    run(steering, editorial)
    after = loaded(database, office_id)
    assert status(after).value == "zwrócone do poprawy"
    assert after.returned is not None
    assert after.returned.by is Decider.LIMIT
    assert after.team == six()


def test_an_approved_team_that_no_longer_fits_is_to_be_completed_and_stays_whole(
    database: Database, office_id: int, run: Callable[..., None]
) -> None:
    approved(database, office_id)
    run(5, 3)
    after = loaded(database, office_id)
    assert status(after).value == "do uzupełnienia"
    assert after.counted == six()
    run(8, 4)
    assert status(loaded(database, office_id)).value == "zatwierdzone"


def test_a_new_table_waits_for_a_turn_that_is_under_way(
    postgresql: Database, migrated_postgresql_url: str, komplet: Command, folder: Path
) -> None:
    """The office submits six while five are imported: neither is lost."""
    (office_id,) = import_offices(postgresql, row(REJOWIEC, 8, 4, voivodeship=None))  # type: ignore[arg-type]
    waiting = text(
        "SELECT count(*) FROM pg_stat_activity "
        "WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )

    def submit_while_the_import_waits(connection: Connection) -> Submission:
        before = submissions.load(connection, office_id, lock=True)
        assert before is not None
        deadline = time.monotonic() + 60
        while postgresql.read(lambda c: c.scalar(waiting)) == 0:
            assert time.monotonic() < deadline, "the import does not wait"
        sent = replace(before, team=six(), stage=Stage.SUBMITTED)
        return submissions.save(connection, before, sent, actor=1, now=LATER)

    new_table(folder, 5, 3)
    turn = postgresql.submit(submit_while_the_import_waits)
    done = komplet("import", "nowa.csv", "--yes", DATABASE_URL=migrated_postgresql_url)
    assert done.code == 0
    assert turn.result(20).version == 1
    after = loaded(postgresql, office_id)
    assert (after.version, after.office.limit_steering) == (2, 5)
    assert status(after).value == "zwrócone do poprawy"
    assert after.team == six()
