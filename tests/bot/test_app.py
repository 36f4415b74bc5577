"""What a bot tells of a failing Telegram at the start and of a failing part; what a start takes."""

import asyncio
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from structlog.testing import capture_logs
from telegram.error import NetworkError, RetryAfter

from bot import app, work
from bot.playground.bot_api import serve
from bot.playground.cast import STRANGER
from bot.playground.world import World
from bot.receive import LONGEST_WAIT, pause
from bot.server import Address
from bot.transport import Transport
from bot.webhook import SECRET_HEADER, Hook
from storage import settings
from storage.database import Database
from tests.person import Person
from tests.running import TOKEN, free_port
from tests.strain import strained

UNKNOWN_YET = "Telegram does not say yet who the bot is"
UPDATE = {
    "update_id": 7,
    "message": {
        "message_id": 1,
        "date": 1,
        "chat": {"id": STRANGER.id, "type": "private"},
        "from": {"id": STRANGER.id, "is_bot": False, "first_name": "Karol"},
        "text": "/start",
    },
}


async def test_a_bot_that_starts_while_telegram_fails_goes_on_asking_and_says_so(
    sqlite: Database,
) -> None:
    world = World(TOKEN)
    async with (
        serve(world) as playground,
        strained(playground.url) as strain,
        httpx.AsyncClient(base_url=playground.url) as http,
        app.Engine(TOKEN, strain.url, sqlite) as engine,
    ):
        strain.refuse("getMe", code=502)
        strain.lose_answer("getMe")
        stop = asyncio.Event()
        with capture_logs() as lines:
            running = asyncio.ensure_future(app.until_stopped(engine, stop))
            (person,) = Person.on(http, STRANGER)
            await person.say("/start")
            await person.until("potrzebny jest link")
        stop.set()
        await running
    events = [line["event"] for line in lines]
    assert events[:3] == [UNKNOWN_YET, UNKNOWN_YET, "running"]
    assert lines[0]["log_level"] == "warning"
    assert "strained" in lines[0]["why"]


async def test_what_is_posted_before_telegram_says_who_the_bot_is_comes_again(
    sqlite: Database,
) -> None:
    """It listens meanwhile, is not ready, and stops as soon as it is told to."""
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    async with (
        serve(World(TOKEN)) as playground,
        strained(playground.url) as strain,
        httpx.AsyncClient(base_url=base) as http,
        app.Engine(
            TOKEN,
            strain.url,
            sqlite,
            hook=Hook(f"{base}/telegram", "secret"),
            listen=Address("127.0.0.1", port),
        ) as engine,
    ):
        never = strain.hold("getMe")
        stop = asyncio.Event()
        running = asyncio.ensure_future(app.until_stopped(engine, stop))
        await strain.until_called("getMe")
        posted = await http.post("/telegram", headers={SECRET_HEADER: "secret"}, json=UPDATE)
        assert posted.status_code == 503
        assert (await http.get("/readyz")).json()["receiving"] is False
        stop.set()
        async with asyncio.timeout(20):
            await running
        never.set()


async def test_a_start_that_fails_or_is_given_up_leaves_no_connection_open(
    sqlite: Database,
) -> None:
    async with serve(World(TOKEN)) as playground, strained(playground.url) as strain:
        transport = Transport(connections=2)
        engine = app.Engine(TOKEN, strain.url, sqlite, request=transport)
        never = strain.hold("getMe")
        meeting = asyncio.ensure_future(engine.meet())
        await strain.until_called("getMe")
        meeting.cancel()
        await asyncio.wait({meeting})
        assert transport._client is not None
        async with engine:
            pass
        assert transport._client is None
        never.set()


@pytest.mark.parametrize("code", [400, 403])
async def test_a_start_that_telegram_refuses_ends_and_says_why(sqlite: Database, code: int) -> None:
    async with (
        serve(World(TOKEN)) as playground,
        strained(playground.url) as strain,
        app.Engine(TOKEN, strain.url, sqlite) as engine,
    ):
        strain.refuse("getMe", code=code)
        with pytest.raises(app.NotMet, match="strained"):
            await engine.meet()


def test_telegram_is_asked_again_as_it_says_or_less_and_less_often() -> None:
    waits = [pause(NetworkError("Bad Gateway"), failures) for failures in range(9)]
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (0.5, LONGEST_WAIT)
    assert pause(RetryAfter(7), 8) == pytest.approx(7.1)


async def test_a_locked_database_is_one_line_without_a_traceback(sqlite_url: str) -> None:
    database = Database(sqlite_url, busy_seconds=0.05)
    again = asyncio.Event()

    async def part() -> None:
        if lines:
            again.set()
        await work.write(database, lambda c: settings.put(c, "deadline", "2027-01-15"))

    with (
        closing(
            sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
        ) as holder,
        capture_logs() as lines,
    ):
        holder.execute("BEGIN IMMEDIATE")
        running = asyncio.ensure_future(app._lasting(part))
        async with asyncio.timeout(20):
            await again.wait()
        running.cancel()
        await asyncio.wait({running})
    database.close()
    line = lines[0]
    assert line["event"] == "part of the engine begins again"
    assert "another program holds it" in line["why"]
    assert "exc_info" not in line


def test_a_start_reads_nothing_that_the_first_answer_does_not_need(tmp_path: Path) -> None:
    """Each of these is read when somebody first needs it; each is time and memory of every bot."""
    begun = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "bot", "run"],
        cwd=tmp_path,
        env={},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "BOT_TOKEN is not set" in begun.stderr
    read = {line.rpartition("|")[2].strip() for line in begun.stderr.splitlines()}
    assert {"bot.app", "telegram", "structlog"} <= read
    later = {"alembic", "docx", "openpyxl", "PIL", "prometheus_client", "rapidfuzz", "rich.text"}
    assert not read & later
