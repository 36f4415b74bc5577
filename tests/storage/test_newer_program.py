"""What a newer worker stored while this one still runs is left to it, whole."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter
from sqlalchemy import text

from conversations.submission import Stage
from storage import migrations, retention, settings, soundness, submissions, talks
from storage.codec import Unreadable
from storage.database import Connection, Database, DatabaseUnusable
from tests.databases import of_a_newer_program
from tests.storage.stock import loaded, one_office, saved, whole_team

SHAPES = Path(__file__).parent / "stored_shapes.txt"


def stored(database: Database, column: str, table: str) -> str:
    found: str = database.read(lambda c: c.scalar(text(f"SELECT {column} FROM {table}")))
    return found


def put(database: Database, column: str, table: str, value: str) -> None:
    change = text(f"UPDATE {table} SET {column} = :value")
    database.write(lambda c: c.execute(change, {"value": value}))


def both_ways(database: Database) -> list[Callable[[Callable[[Connection], Any]], Any]]:
    return [database.read, database.write]


def test_a_team_with_what_only_a_newer_program_knows_stays_as_that_one_wrote_it(
    database: Database,
) -> None:
    """It is neither read without it nor saved without it."""
    office = one_office(database)
    before = loaded(database, office)
    saved(database, before, replace(before, stage=Stage.DRAFTING, team=whole_team()))
    team = json.loads(stored(database, "people", "submission"))
    team["members"][0]["newer"] = "1"
    put(database, "people", "submission", newer := json.dumps(team))
    with of_a_newer_program(database):
        for ask in both_ways(database):
            with pytest.raises(DatabaseUnusable, match=r"a newer Komplet \(schema 9999\)") as said:
                ask(lambda c: submissions.load(c, office, lock=False))
            assert "Kowalczyk" not in str(said.value)
    assert stored(database, "people", "submission") == newer


def test_retention_leaves_where_a_newer_program_put_somebody_and_forgets_what_none_knows(
    database: Database,
) -> None:
    database.write(lambda c: talks.load(c, 5, lock=True))
    put(database, "place", "talk", '["Newer", {}]')
    database.write(lambda c: c.execute(text("UPDATE talk SET updated_at = '2020-01-01 00:00:00'")))
    later = datetime(2026, 11, 27, tzinfo=UTC)
    with of_a_newer_program(database):
        assert database.write(lambda c: retention.forget_questions(c, later)) == 0
    # Of no program at all: it is the first card already.
    assert database.write(lambda c: retention.forget_questions(c, later)) == 0
    assert stored(database, "place", "talk") == '["Newer", {}]'


def test_where_somebody_stands_by_a_newer_program_is_left_to_it(database: Database) -> None:
    """It may hold a list that they have just pasted."""
    database.write(lambda c: talks.load(c, 5, lock=True))
    put(database, "place", "talk", '["Newer", {}]')
    with of_a_newer_program(database):
        for ask in both_ways(database):
            with pytest.raises(DatabaseUnusable, match="newer Komplet"):
                ask(lambda c: talks.load(c, 5, lock=False))
    assert stored(database, "place", "talk") == '["Newer", {}]'


def test_a_value_that_is_damaged_is_a_fault_as_long_as_no_newer_program_was_there(
    database: Database,
) -> None:
    """So that it is counted against the update, and blocks nobody for ever."""
    office = one_office(database)
    put(database, "people", "submission", '{"members": [')
    for ask in both_ways(database):
        with pytest.raises(Unreadable):
            ask(lambda c: submissions.load(c, office, lock=False))


def test_a_value_is_a_fault_where_nobody_can_say_which_program_was_there(sqlite: Database) -> None:
    office = one_office(sqlite)
    put(sqlite, "people", "submission", '{"newer": 1}')
    sqlite.write(lambda c: c.execute(text("DROP TABLE alembic_version")))
    for ask in both_ways(sqlite):
        with pytest.raises(Unreadable):
            ask(lambda c: submissions.load(c, office, lock=False))


def test_a_work_that_fails_for_a_newer_programs_value_leaves_nothing_behind(
    database: Database,
) -> None:
    def work(connection: Connection) -> None:
        settings.put(connection, "deadline", "2027-01-15")
        Stage("postponed")

    with of_a_newer_program(database):
        with pytest.raises(DatabaseUnusable):
            database.write(work)
        assert database.read(settings.everything) == {}


def shapes() -> str:
    """Every kind of value that is stored as text, with its fields or its choices."""
    found: dict[str, list[str]] = {}
    for _, _, kind in soundness.KINDS:
        schema = TypeAdapter(kind).json_schema()
        for name, shape in {kind.__name__: schema, **schema.get("$defs", {})}.items():
            if inner := shape.get("properties") or shape.get("enum"):
                found[name] = sorted(map(str, inner))
    lines = [f"{name}: {' '.join(inner)}" for name, inner in sorted(found.items())]
    return "\n".join([f"schema {migrations.HEAD}", *lines, ""])


def test_a_stored_value_is_given_another_shape_with_a_migration_only() -> None:
    """By its revision older workers know that there is more than they know: see decision 24.

    A field that is gone from here makes what was stored with it unreadable: retire it as written
    there. Then bring the file up to date.
    """
    assert shapes() == SHAPES.read_text(encoding="utf-8")
