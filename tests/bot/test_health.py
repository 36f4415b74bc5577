"""What a running bot tells whoever watches it: alive, ready, and how much of what."""

import asyncio
import contextlib
import re
import socket
import time
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import psycopg
import pytest
from sqlalchemy import make_url
from starlette.applications import Starlette

from bot import health
from bot.app import Engine
from bot.health import SILENCE, Readiness
from bot.metrics import Meter, Metrics
from bot.playground.bot_api import serve
from bot.playground.cast import STRANGER
from bot.playground.world import World
from bot.server import Address
from conversations.events import Note, Said
from conversations.notes import NoteCode
from storage import backlog, outbox
from storage.database import Database
from tests.databases import migrated_sqlite, sqlite, sqlite_url
from tests.person import Person
from tests.running import TOKEN
from tests.storage.stock import LATER, NOW

__all__ = ["migrated_sqlite", "sqlite", "sqlite_url"]

DOCS = (Path(__file__).parents[2] / "docs" / "operations.md").read_text(encoding="utf-8")


def watched(readiness: Readiness, database: Database) -> httpx.AsyncClient:
    app = Starlette(routes=health.routes(readiness, Metrics(), database))
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://bot")


async def test_a_bot_is_ready_when_updates_come_and_until_it_stops(sqlite: Database) -> None:
    readiness = Readiness()
    async with watched(readiness, sqlite) as http:
        before = await http.get("/readyz")
        assert (before.status_code, before.json()["receiving"]) == (503, False)
        assert (await http.get("/healthz")).text == "ok\n"
        readiness.polled()
        assert (await http.get("/readyz")).json() == {
            "ready": True,
            "receiving": True,
            "database": True,
            "stopping": False,
        }
        readiness.stopping = True
        assert (await http.get("/readyz")).status_code == 503


async def test_a_bot_without_its_database_is_alive_and_not_ready(tmp_path: Path) -> None:
    away = Database(f"sqlite:///{tmp_path / 'gone' / 'komplet.sqlite3'}")
    async with watched(Readiness(hooked=True), away) as http:
        told = await http.get("/readyz")
        assert (told.status_code, told.json()["database"]) == (503, False)
        assert (await http.get("/metrics")).status_code == 503
        assert (await http.get("/healthz")).status_code == 200
    away.close()


async def test_a_bot_whose_polls_fail_for_a_while_is_not_ready(sqlite: Database) -> None:
    """One that Telegram posts to hears nothing as long as nobody writes, and is."""
    readiness = Readiness()
    readiness.polled()
    async with watched(readiness, sqlite) as http:
        assert (await http.get("/readyz")).status_code == 200
        readiness.polled_at = time.monotonic() - SILENCE
        silent = await http.get("/readyz")
        assert (silent.status_code, silent.json()["receiving"]) == (503, False)
        readiness.polled()
        assert (await http.get("/readyz")).status_code == 200
    hooked = Readiness()
    hooked.posted_to(True)
    async with watched(hooked, sqlite) as http:
        assert (await http.get("/readyz")).status_code == 200


def test_what_waits_is_measured(database: Database) -> None:
    empty = database.read(lambda c: backlog.measure(c, NOW))
    assert empty.letters == {"pending": 0, "sending": 0, "unknown": 0, "undeliverable": 0}
    assert (empty.oldest, empty.cards, empty.files, empty.set_aside) == (0, 0, 0, 0)

    def post(key: str) -> None:
        values = {"person_id": 7, "code": "x", "office_id": None, "values": {}, "now": NOW}
        database.write(lambda c: outbox.put(c, key=key, **values))  # type: ignore[arg-type]

    post("a")
    post("b")
    claimed = database.write(lambda c: outbox.claim(c, now=NOW))
    assert isinstance(claimed, outbox.Letter)
    database.write(lambda c: outbox.unknown(c, claimed.id, NOW))
    found = database.read(lambda c: backlog.measure(c, LATER))
    assert (found.letters["pending"], found.letters["unknown"]) == (1, 1)
    assert found.oldest == (LATER - NOW).total_seconds()


def names(metrics: Metrics) -> set[str]:
    """Every metric of the bot's own, as Prometheus shows it."""
    return {
        f"{each.name}_total" if each.type == "counter" else each.name
        for each in metrics.registry.collect()
        if each.name.startswith("komplet_")
    }


def test_every_metric_is_explained_and_no_other() -> None:
    table = DOCS.partition("| Metric | Counts |")[2].partition("\n\n")[0]
    assert set(re.findall(r"^\| `(\w+)", table, re.MULTILINE)) == names(Metrics())


def test_no_label_tells_who_or_what_was_typed() -> None:
    metrics = Metrics()
    refused = Note(NoteCode.TOO_MANY, {"rule": "R4", "name": "Anna Kowalczyk"}, refusal=True)
    metrics.turn(Said("Anna Kowalczyk – Sekretarz"), 0.01, refused)
    page, _ = metrics.page(backlog.Backlog({}, 0, 0, 0, 0))
    assert b'komplet_refusals_total{code="too-many",rule="R4"} 1.0' in page
    assert b"Kowalczyk" not in page


def test_a_bot_that_serves_nothing_counts_nothing() -> None:
    """And does not import the library."""
    meter = Meter()
    counting = {name for name in vars(Meter) if not name.startswith("_")}
    assert counting == {name for name in vars(Metrics) if not name.startswith("_")} - {"page"}
    meter.turn(None, 0.1, None)
    meter.committed(0.1)


@pytest.fixture
def address() -> Address:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return Address("127.0.0.1", free.getsockname()[1])


@pytest.fixture
async def watcher(sqlite: Database, address: Address) -> AsyncIterator[httpx.AsyncClient]:
    """A bot that polls, with somebody who writes to it; what it serves."""
    world = World(TOKEN)
    async with (
        serve(world) as playground,
        httpx.AsyncClient(base_url=playground.url) as http,
        httpx.AsyncClient(base_url=f"http://{address.host}:{address.port}") as watching,
        Engine(TOKEN, playground.url, sqlite, listen=address) as engine,
    ):
        running = asyncio.ensure_future(engine.run())
        (person,) = Person.on(http, STRANGER)
        await person.say("/start")
        await person.until("potrzebny jest link")
        await person.say("Włodawa")
        await person.until(lambda sight: len(sight.messages) > 3)
        yield watching
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running


async def test_a_running_bot_counts_what_it_does(watcher: httpx.AsyncClient) -> None:
    assert (await watcher.get("/readyz")).json()["ready"]
    page = (await watcher.get("/metrics")).text
    for line in (
        'komplet_turns_total{kind="command"} 1.0',
        'komplet_turns_total{kind="text"} 1.0',
        'komplet_refusals_total{code="not-understood",rule=""} 1.0',
        "komplet_turn_seconds_count 2.0",
    ):
        assert line in page, page
    (commits,) = re.findall(r"^komplet_commit_seconds_count (\S+)$", page, re.MULTILINE)
    assert float(commits) >= 2
    assert (await watcher.get("/anything")).status_code == 404


async def test_however_often_a_silent_database_is_asked_for_it_is_asked_once(
    postgresql: Database, migrated_postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program has locked what is to be read."""
    monkeypatch.setattr(health, "PATIENCE", 0.05)
    url = make_url(migrated_postgresql_url).set(drivername="postgresql")
    asking = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'letter'::regclass"
    async with watched(Readiness(hooked=True), postgresql) as http:
        with psycopg.connect(url.render_as_string(hide_password=False)) as holder:
            holder.execute("LOCK letter IN ACCESS EXCLUSIVE MODE")
            async with asyncio.timeout(20):
                while holder.execute(asking).fetchone() == (0,):
                    assert (await http.get("/readyz")).status_code == 503
            for _ in range(5):
                assert (await http.get("/metrics")).status_code == 503
            waiting = holder.execute(asking).fetchone()
        assert waiting == (1,)
        async with asyncio.timeout(20):
            while (await http.get("/readyz")).status_code != 200:
                pass
