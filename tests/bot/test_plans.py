"""No turn reads a whole table that grows: what the database says of every statement of one."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot import reminders
from conversations.events import Event
from storage.database import Database
from storage.tables.columns import Row
from tests.bench.growth import ASKED, NOW, answered, filled
from tests.statements import plan, statements

SMALL = {"setting", "pace", "stock", "snooze", "tally", "stand_in"}
"""As many rows as there are settings, processes or Advisors."""
PARTIAL = ("ix_submission_request", "ix_office_gone")
"""Indices over the few rows that somebody has to decide about: read whole, they are the answer."""
WALKED = ("ix_submission_waiting",)
"""In the order of a page, until the page is full."""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = filled(f"sqlite:///{tmp_path_factory.mktemp('many') / 'komplet.sqlite3'}", 160)
    yield database
    database.close()


@pytest.mark.parametrize("name", ASKED)
def test_nothing_asked_at_any_moment_reads_a_whole_table(many: Database, name: str) -> None:
    person, event = ASKED[name]
    told = statements_of(many, person, event)
    growing = {table for table in Row.metadata.tables if table not in SMALL}
    scans = [
        (part, statement)
        for statement, parameters in told
        for part in plan(many, statement, parameters)
        if part.startswith("SCAN ")
        and part.split()[1] in growing
        and not any(index in part for index in (*PARTIAL, *WALKED))
    ]
    counted = "„kto nie wysłał?”" in name
    assert not [each for each in scans if not (counted and "count(*)" in each[1])], scans


def test_a_minute_in_which_nobody_is_due_reads_no_office_but_those_without_an_advisor(
    many: Database,
) -> None:
    every = [f"Doradca {n}" for n in range(5)]
    moment = NOW + timedelta(minutes=1)
    assert [each.advisor for each in many.read(lambda c: reminders.due_now(c, NOW))] == every
    many.write(lambda c: reminders.create(c, NOW, NOW))
    with statements() as told:
        assert many.read(lambda c: reminders.due_now(c, moment)) == ()
    told_of_offices = [each for each in told if "office" in each[0] and "tally" not in each[0]]
    [(statement, parameters)] = told_of_offices
    assert "office.advisor IS NULL" in statement
    assert not [part for part in plan(many, statement, parameters) if part.startswith("SCAN ")]


def statements_of(database: Database, person: int, event: Event) -> list[tuple[str, object]]:
    """What one such update sends to the database, once the process knows the programme."""
    answered(database, person, event)
    with statements() as told:
        answered(database, person, event)
    return told
