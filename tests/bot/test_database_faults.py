"""A database that cannot for a while, beside a running bot: nobody and nothing is given up for it.

Another program holds what is needed, and the server lets nobody wait for it (`lock_timeout`).
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import psycopg
import pytest
from sqlalchemy import make_url, text
from structlog.testing import capture_logs

from bot import app, clock, jobs, letters
from bot.app import TRIES
from bot.effects import closing
from bot.playground.cast import HEAD_OF_WLODAWA
from conversations.access import Role
from storage import bulk
from storage.database import Database
from tests.bot.test_outbound import Scene, on_stage

HEAD = HEAD_OF_WLODAWA.id
HEADS_TALK = f"SELECT FROM talk WHERE person_id = {HEAD} FOR UPDATE"
EVERY_OFFICE = "SELECT FROM office FOR UPDATE"
Held = Callable[[str], AbstractContextManager[None]]
ALL_ROLES = "LOCK access_grant IN ACCESS EXCLUSIVE MODE"


@pytest.fixture
def impatient(migrated_postgresql_url: str) -> Iterator[Database]:
    """Nobody waits for a lock for long."""
    url = make_url(migrated_postgresql_url).update_query_dict({"options": "-c lock_timeout=50ms"})
    opened = Database(url.render_as_string(hide_password=False))
    yield opened
    opened.close()


@pytest.fixture
async def scene(impatient: Database) -> AsyncIterator[Scene]:
    """A head at step 1."""
    async with on_stage(impatient) as scene:
        await scene.comes_in(scene.head, Role.HEAD)
        await scene.head.until("Krok 1 z 3")
        await scene.until_letters_are(*["sent"] * len(scene.letters()))
        yield scene


@pytest.fixture
def held(migrated_postgresql_url: str) -> Held:
    """Another program takes a lock until a block ends."""
    url = make_url(migrated_postgresql_url).set(drivername="postgresql")

    @contextmanager
    def locked(statement: str) -> Iterator[None]:
        with psycopg.connect(url.render_as_string(hide_password=False)) as holder:
            holder.execute(statement)
            yield

    return locked


async def until_logged(lines: Sequence[Mapping[str, Any]], event: str, count: int) -> None:
    async with asyncio.timeout(60):
        # A log has no condition to wait for.
        while [line["event"] for line in lines].count(event) < count:  # noqa: ASYNC110
            await asyncio.sleep(0.02)


def count(database: Database, table: str) -> int:
    counted = text(f"SELECT count(*) FROM {table}")
    return database.read(lambda c: c.scalar(counted)) or 0


async def test_an_update_is_tried_until_the_database_can_however_often(
    scene: Scene, held: Held
) -> None:
    with capture_logs() as lines, held(HEADS_TALK):
        await scene.head.say("Anna Kowalczyk – Sekretarz")
        await until_logged(lines, "turn failed", TRIES + 2)
    await scene.head.until("Zapisano Pełnomocnika")
    assert (count(scene.database, "set_aside"), count(scene.database, "failing_update")) == (0, 0)


async def test_a_file_is_answered_by_what_it_says_once_the_database_can(
    scene: Scene, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "FAULT_PAUSE", 0.01)
    await scene.head.say("Anna Kowalczyk – Sekretarz")
    await scene.head.tap("Dopisz do grupy")
    await scene.head.tap("To propozycja")
    await scene.head.until("Krok 2 z 3")
    fetched = scene.strain.hold("getFile")
    await scene.head.upload("lista.csv", b"Piotr Zalewski;Wicestarosta")
    await scene.strain.until_called("getFile")
    with capture_logs() as lines, held(HEADS_TALK):
        fetched.set()
        await until_logged(lines, "file not answered yet", jobs.TRIES + 2)
    await scene.head.until("Odczytano 2 osoby")


async def test_an_office_that_cannot_be_locked_is_closed_once_it_can(
    scene: Scene, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "FAULT_PAUSE", 0.01)
    scene.database.write(
        lambda c: bulk.begin(
            c, kind=closing.CLOSE, content={}, subjects=[1], by=None, now=clock.now()
        )
    )
    with capture_logs() as lines, held(EVERY_OFFICE):
        scene.engine._bulk.wake()
        await until_logged(lines, "part of the engine begins again", 3)
    async with asyncio.timeout(20):
        while scene.database.read(bulk.unfinished):  # noqa: ASYNC110 - another thread ends it
            await asyncio.sleep(0.02)
    done = scene.database.read(lambda c: bulk.load(c, 1))
    assert done is not None
    assert bulk.FAILED not in done.outcomes


async def test_a_letter_that_cannot_be_drawn_for_want_of_the_database_is_sent_later(
    scene: Scene, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters, "LETTER_TRIES", 0)
    before = len(scene.letters())
    with capture_logs() as lines, held(ALL_ROLES):
        scene.post("a")
        scene.engine.speaker.letters_wait()
        await until_logged(lines, "letter waits for the database", 1)
    await scene.until_letters_are(*["sent"] * (before + 1))
