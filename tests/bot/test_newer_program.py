"""A worker of the version before leaves alone what a newer one wrote and it cannot read."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from bot import jobs
from bot.app import TRIES, Engine
from bot.inbound import Received, received
from bot.letters import LETTER_TRIES
from bot.outbound import Speaker
from bot.playground.bot_api import Playground
from bot.playground.cast import STRANGER
from conversations.access import Role
from storage.database import Database
from tests.bot.test_letters_unsent import posted, state
from tests.bot.test_outbound_unreachable import speaker
from tests.databases import of_a_newer_program
from tests.person import Person
from tests.playing import TOKEN
from tests.storage.stock import comes_in, one_office

__all__ = ["speaker"]


@pytest.fixture
async def engine(playground: Playground, sqlite: Database) -> AsyncIterator[Engine]:
    async with Engine(TOKEN, playground.url, sqlite) as made:
        await made.meet()
        yield made


@pytest.fixture
async def secretary(http: httpx.AsyncClient, sqlite: Database) -> Person:
    """The Sekretarz of an office, who has written nothing yet."""
    comes_in(sqlite, STRANGER.id, Role.SECRETARY, office_id=one_office(sqlite))
    (person,) = Person.on(http, STRANGER)
    return person


def last(playground: Playground) -> Received:
    """What was done last, as Telegram delivers it."""
    return received(playground.world.updates.pending()[-1].update)


def write_more_into_the_team(database: Database) -> None:
    """As a newer worker does."""
    team = json.dumps({"members": [], "newer": 1})
    database.write(lambda c: c.execute(text("UPDATE submission SET people = :p"), {"p": team}))


def mend(database: Database) -> None:
    database.write(lambda c: c.execute(text("UPDATE submission SET people = '{}'")))


def count(database: Database, table: str) -> int:
    return database.read(lambda c: c.scalar(text(f"SELECT count(*) FROM {table}"))) or 0


async def test_an_update_that_needs_a_newer_worker_waits_for_one_however_often_it_comes(
    engine: Engine, playground: Playground, secretary: Person, sqlite: Database
) -> None:
    await secretary.say("Anna Kowalczyk – Sekretarz Gminy")
    write_more_into_the_team(sqlite)
    with of_a_newer_program(sqlite), capture_logs() as lines:
        settled = [await engine.settle(last(playground)) for _ in range(TRIES + 2)]
    assert settled == [False] * (TRIES + 2)
    assert (count(sqlite, "failing_update"), count(sqlite, "set_aside")) == (0, 0)
    (why,) = {line["why"] for line in lines if line["event"] == "turn failed"}
    assert "written by a newer Komplet" in why
    mend(sqlite)  # what this worker cannot read the newer one can
    assert await engine.settle(last(playground))
    assert count(sqlite, "set_aside") == 0


async def test_an_update_that_meets_a_damaged_value_is_set_aside_after_five_failures(
    engine: Engine, playground: Playground, secretary: Person, sqlite: Database
) -> None:
    """It blocks its person no longer than that, as long as there is no newer program."""
    await secretary.say("Anna Kowalczyk – Sekretarz Gminy")
    write_more_into_the_team(sqlite)
    settled = [await engine.settle(last(playground)) for _ in range(TRIES)]
    assert settled == [False] * (TRIES - 1) + [True]
    assert count(sqlite, "set_aside") == 1


async def test_a_file_that_needs_a_newer_worker_is_not_refused_as_unreadable(
    engine: Engine,
    playground: Playground,
    secretary: Person,
    sqlite: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(jobs, "FAULT_PAUSE", 0.01)
    monkeypatch.setattr(jobs, "LOOK_AGAIN", 0.01)
    await secretary.upload("lista.csv", b"Anna Kowalczyk;Sekretarz Gminy")
    assert await engine.settle(last(playground))
    assert count(sqlite, "job") == 1
    write_more_into_the_team(sqlite)
    with of_a_newer_program(sqlite), capture_logs() as lines:
        working = asyncio.create_task(engine._files.work())
        async with asyncio.timeout(30):
            while sum(line["event"] == "file not answered yet" for line in lines) <= jobs.TRIES + 1:  # noqa: ASYNC110 - a log has no condition
                await asyncio.sleep(0.01)
        working.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await working
        assert sqlite.read(lambda c: c.scalar(text("SELECT attempts FROM job"))) in {0, 1}


async def test_a_letter_of_a_kind_that_a_newer_worker_knows_is_left_to_it(
    speaker: Speaker, sqlite: Database
) -> None:
    """However often this one has tried, which counts as no try."""
    letter = posted(sqlite, "a-newer-letter")
    often = {"often": LETTER_TRIES}
    sqlite.write(lambda c: c.execute(text("UPDATE letter SET attempts = :often"), often))
    with of_a_newer_program(sqlite):
        await speaker._postman.send(replace(letter, attempts=LETTER_TRIES))
    assert state(sqlite)[0] == "pending"
    tried = sqlite.read(lambda c: c.scalar(text("SELECT attempts FROM letter")))
    assert tried == LETTER_TRIES - 1
