"""What is logged on the way of an update says whose way it was; the token is never in it."""

import asyncio
import contextlib
import os
import signal
import sys
from pathlib import Path

import httpx
from structlog.contextvars import merge_contextvars
from structlog.testing import capture_logs

from bot.app import Engine
from bot.playground.bot_api import serve
from bot.playground.cast import STRANGER
from bot.playground.world import World
from storage.database import Database
from tests.databases import migrated_sqlite, sqlite, sqlite_url
from tests.person import Person
from tests.running import TOKEN
from tests.strain import strained

__all__ = ["migrated_sqlite", "sqlite", "sqlite_url"]

DEBUGGING = """
import logging, sys
logging.basicConfig(level=logging.DEBUG)
sys.argv = ["komplet", "run"]
from bot.cli import main
main()
"""


async def test_what_fails_after_a_turn_is_logged_with_its_update(sqlite: Database) -> None:
    """The card is refused by Telegram long after the turn was committed."""
    world = World(TOKEN)
    async with (
        serve(world) as playground,
        httpx.AsyncClient(base_url=playground.url) as http,
        strained(playground.url) as strain,
        Engine(TOKEN, strain.url, sqlite) as engine,
    ):
        with capture_logs([merge_contextvars]) as lines:
            strain.refuse("sendMessage", code=400)
            running = asyncio.ensure_future(engine.run())
            (person,) = Person.on(http, STRANGER)
            await person.say("/start")
            await strain.until_called("sendMessage")
            async with asyncio.timeout(20):
                while not any("refused" in line["event"] for line in lines):  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
            running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await running
    refused = next(line for line in lines if "refused" in line["event"])
    assert refused["person"] == STRANGER.id
    assert isinstance(refused["update"], int)


async def test_a_run_that_is_debugged_never_tells_the_token(tmp_path: Path) -> None:
    """Also where Telegram's answers are lost and refused; every library logs all it can."""
    world = World(TOKEN)
    async with (
        serve(world) as playground,
        httpx.AsyncClient(base_url=playground.url) as http,
        strained(playground.url) as strain,
    ):
        (person,) = Person.on(http, STRANGER)
        for method in ("getUpdates", "sendMessage", "setMyCommands"):
            strain.lose_answer(method)
            strain.refuse(method, code=500)
        log = tmp_path / "log"
        with log.open("wb") as written:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-c",
                DEBUGGING,
                cwd=tmp_path,
                stdout=written,
                stderr=written,
                env={
                    "PATH": os.environ["PATH"],
                    "PYTHONPATH": str(Path(__file__).parents[2]),
                    "BOT_TOKEN": TOKEN,
                    "LOG_LEVEL": "debug",
                    "TELEGRAM_API_URL": strain.url,
                },
            )
        await person.say("/start")
        await person.until("potrzebny jest link")
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0
    told = log.read_text(encoding="utf-8")
    assert "running" in told
    assert "DEBUG" in told
    for secret in (TOKEN, TOKEN.partition(":")[2], "Nowicki"):
        assert secret not in told
