"""Receiving by webhook: what is refused, what is confirmed and when, and how a process stops.

The engines run in this process on real databases; the playground posts, or the test does.
"""

import asyncio
import contextlib
import socket
import sqlite3
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from structlog.testing import capture_logs
from telegram.ext import TypeHandler

from bot import server
from bot.app import TRIES, Engine
from bot.inbound import WANTED, Received
from bot.pace import BURST
from bot.playground.bot_api import Playground, serve
from bot.playground.cast import HEAD_OF_WLODAWA, STRANGER
from bot.playground.world import World
from bot.registration import MOST_CONNECTIONS
from bot.server import Address, CannotListen, serving
from bot.webhook import LARGEST_UPDATE, SECRET_HEADER, Hook
from storage.database import Connection, Database
from storage.server import THREADS
from tests.person import Person
from tests.running import TOKEN, USERNAME, free_port

SECRET = "a-secret-of-ours_9"
HEADERS = {SECRET_HEADER: SECRET}


def start(update_id: int = 7, person_id: int = STRANGER.id) -> dict[str, Any]:
    """Somebody writes /start."""
    user = {"id": person_id, "is_bot": False, "first_name": "Karol"}
    chat = {"id": person_id, "type": "private", "first_name": "Karol"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": user, "text": "/start"}
    return {"update_id": update_id, "message": message}


@dataclass
class Listening:
    """An engine that listens, and a client that may post to it."""

    engine: Engine
    running: "asyncio.Task[None]"
    http: httpx.AsyncClient

    async def post(self, **request: Any) -> int:
        return (await self.http.post("/telegram", headers=HEADERS, **request)).status_code

    async def stop(self) -> None:
        self.running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self.running


@contextlib.asynccontextmanager
async def listening(playground: Playground, database: Database) -> AsyncIterator[Listening]:
    """A running engine whose webhook is set."""
    port = free_port()
    hook = Hook(f"http://127.0.0.1:{port}/telegram", SECRET)
    address = Address("127.0.0.1", port)
    async with (
        Engine(TOKEN, playground.url, database, hook=hook, listen=address) as engine,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=30) as http,
    ):
        running = asyncio.create_task(engine.run())
        made = Listening(engine, running, http)
        world = playground.world
        async with asyncio.timeout(20):
            await world.called.wait_for(lambda: world.webhook is not None or running.done(), 20)
        if running.done():
            running.result()
        yield made
        await made.stop()


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    async with serve(World(TOKEN, username=USERNAME)) as playing:
        yield playing


@pytest.fixture
async def bot(playground: Playground, sqlite: Database) -> AsyncIterator[Listening]:
    async with listening(playground, sqlite) as made:
        yield made


async def test_a_person_is_answered(playground: Playground, bot: Listening) -> None:
    """Telegram is told where, with which secret, what and how many at once."""
    async with httpx.AsyncClient(base_url=playground.url) as http:
        (stranger,) = Person.on(http, STRANGER)
        await stranger.say("/start")
        await stranger.until("potrzebny jest link z zaproszeniem")
    (told,) = [each["params"] for each in playground.world.calls if each["method"] == "setWebhook"]
    assert told["secret_token"] == SECRET
    assert told["allowed_updates"] == WANTED
    assert told["max_connections"] == MOST_CONNECTIONS


async def test_who_does_not_know_the_secret_is_refused(bot: Listening, sqlite: Database) -> None:
    for headers in ({}, {SECRET_HEADER: ""}, {SECRET_HEADER: SECRET[:-1]}, {SECRET_HEADER: "ł"}):
        raw = [(name.encode(), value.encode()) for name, value in headers.items()]
        refused = await bot.http.post("/telegram", headers=raw, json=start())
        assert refused.status_code == 403
    assert taken(sqlite) == []


async def test_only_posts_to_the_one_address_are_taken(bot: Listening) -> None:
    assert (await bot.http.get("/telegram", headers=HEADERS)).status_code == 405
    assert (await bot.http.post("/", headers=HEADERS, json=start())).status_code == 404


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"{}", b'{"update_id": []}', b"\xff", b'"Anna Kowalczyk"', b"[" * 9999],
)
async def test_a_body_that_is_no_update_is_refused_and_not_quoted(
    bot: Listening, body: bytes
) -> None:
    with capture_logs() as lines:
        assert await bot.post(content=body) == 400
    (line,) = [line for line in lines if "no update" in line["event"]]
    assert line["bytes"] == len(body)
    assert "Kowalczyk" not in str(lines)


async def test_a_body_that_is_too_large_is_refused_unread(bot: Listening) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b" " * (LARGEST_UPDATE // 10)

    assert await bot.post(content=b" " * (LARGEST_UPDATE + 1)) == 413
    with contextlib.suppress(httpx.WriteError):  # it may hang up before it is told everything
        assert await bot.post(content=endless()) == 413
    assert await bot.post(json=start()) == 200


def taken(database: Database) -> list[int]:
    query = text("SELECT update_id FROM seen_update ORDER BY update_id")
    return list(database.read(lambda c: c.scalars(query)))


async def test_the_reply_comes_after_the_commit_and_a_repeat_changes_nothing(
    bot: Listening, sqlite: Database
) -> None:
    for _ in range(3):
        assert await bot.post(json=start()) == 200
        assert taken(sqlite) == [7]


@contextlib.contextmanager
def held(database: Database) -> Iterator[None]:
    """Another program writes to the SQLite file meanwhile."""
    path = database.url_for_people.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


async def test_told_to_stop_it_finishes_what_it_has_and_takes_nothing_new(
    bot: Listening, sqlite: Database
) -> None:
    begun = asyncio.Event()

    async def begin(*_: object) -> None:
        begun.set()

    bot.engine.application.add_handler(TypeHandler(Received, begin), group=-1)
    with held(sqlite):
        request = asyncio.create_task(bot.post(json=start()))
        await asyncio.wait_for(begun.wait(), 20)
        stopping = asyncio.create_task(bot.stop())
        async with asyncio.timeout(5):
            while True:
                try:
                    async with httpx.AsyncClient(base_url=bot.http.base_url) as another:
                        await another.post("/telegram")
                except httpx.ConnectError:
                    break
                except (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError):
                    continue  # it had begun to connect, and is turned away
        assert not request.done()
    assert await request == 200
    await stopping
    assert taken(sqlite) == [7]


async def test_what_waits_longer_than_a_stopping_process_has_is_given_up_and_not_taken_later(
    playground: Playground, sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database is closed next; Telegram, which had no answer, posts it again."""
    monkeypatch.setattr(server, "OPEN_REQUESTS", 0)
    begun = asyncio.Event()

    async def begin(*_: object) -> None:
        begun.set()

    async with listening(playground, sqlite) as bot:
        bot.engine.application.add_handler(TypeHandler(Received, begin), group=-1)
        with held(sqlite):
            first, second = (asyncio.create_task(bot.post(json=start(each))) for each in (7, 8))
            await asyncio.wait_for(begun.wait(), 20)
            await asyncio.wait_for(bot.stop(), 20)
            going = {str(each.get_coro()) for each in asyncio.all_tasks()}
            assert not [each for each in going if "Queues" in each]
        answers = await asyncio.gather(first, second, return_exceptions=True)
        assert 200 not in answers
    assert len(taken(sqlite)) <= 1  # the one that the database had been given


async def test_an_update_that_keeps_failing_is_set_aside_by_whichever_process_counts_five(
    playground: Playground, migrated_postgresql_url: str
) -> None:
    """Two processes on one database take turns at it; Telegram brings it until then."""
    databases = [Database(migrated_postgresql_url) for _ in range(2)]
    broken = text(
        "CREATE FUNCTION broken() RETURNS trigger AS "
        "$$ BEGIN RAISE EXCEPTION 'on purpose'; END $$ LANGUAGE plpgsql; "
        "CREATE TRIGGER broken BEFORE INSERT ON talk FOR EACH ROW EXECUTE FUNCTION broken()"
    )
    databases[0].write(lambda c: c.execute(broken))
    try:
        async with (
            listening(playground, databases[0]) as one,
            listening(playground, databases[1]) as other,
        ):
            answers = [await (one, other)[n % 2].post(json=start()) for n in range(TRIES)]
            assert answers == [503] * (TRIES - 1) + [200]
            assert await other.post(json=start()) == 200
        aside = text("SELECT update_id, traceback FROM set_aside")
        ((update_id, trace),) = databases[0].read(lambda c: c.execute(aside).all())
        assert update_id == 7
        assert "on purpose" in trace
        told = text("SELECT code, person_id FROM letter")
        letters = databases[0].read(lambda c: c.execute(told).all())
        assert [tuple(each) for each in letters] == [("something-broke", STRANGER.id)]
    finally:
        databases[0].write(lambda c: c.execute(text("DROP FUNCTION broken() CASCADE")))
        for database in databases:
            database.close()


async def test_somebody_who_floods_holds_up_nobody_else_and_is_told_so(
    playground: Playground, migrated_postgresql_url: str
) -> None:
    """Their turn waits for a row; more of them than the database has threads wait behind it."""
    database, other = Database(migrated_postgresql_url), Database(migrated_postgresql_url)
    flooder, patient = STRANGER.id, HEAD_OF_WLODAWA.id
    locked, release = threading.Event(), threading.Event()

    def hold(connection: Connection) -> None:
        connection.execute(text(f"SELECT 1 FROM talk WHERE person_id = {flooder} FOR UPDATE"))
        locked.set()
        release.wait(60)

    async with listening(playground, database) as bot:
        assert await bot.post(json=start(1, flooder)) == 200
        holding = other.submit(hold)
        await asyncio.to_thread(locked.wait, 20)
        try:
            flood = [
                asyncio.create_task(bot.post(json=start(number, flooder)))
                for number in range(2, 3 * THREADS + BURST)
            ]
            for number in range(100, 110):
                assert await bot.post(json=start(number, patient)) == 200
            assert not any(each.done() for each in flood)
        finally:
            release.set()
        holding.result()
        assert set(await asyncio.gather(*flood)) == {200}
        await bot.stop()
    told = text("SELECT person_id FROM letter WHERE code = 'slow-down'")
    assert list(database.read(lambda c: c.scalars(told))) == [flooder]
    assert len(taken(database)) == 11 + len(flood)
    for each in (database, other):
        each.close()


async def test_a_database_that_is_away_says_nothing_about_an_update(
    playground: Playground, sqlite_url: str
) -> None:
    """However often it is tried meanwhile, it is taken once the database is back."""
    database = Database(sqlite_url, busy_seconds=0.02)
    async with listening(playground, database) as bot:
        with held(database):
            for _ in range(TRIES + 2):
                assert await bot.post(json=start()) == 503
        assert await bot.post(json=start()) == 200
        aside = text("SELECT count(*) FROM set_aside")
        assert database.read(lambda c: c.scalar(aside)) == 0
    database.close()


async def test_a_place_that_is_taken_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = Address("127.0.0.1", other.getsockname()[1])
        with pytest.raises(CannotListen, match="in use"):
            async with serving(address, []):
                raise AssertionError("it listens")
