"""Somebody sends a hundred messages a second; how long do others wait for their answers?

`python -m tests.faults.spammer --count 60` lasts so many seconds by polling on SQLite, and as many
by webhook on PostgreSQL. The bot and the Bot API's double run in this process; others write and
wait for the answer, one message after the other.
"""

import asyncio
import contextlib
import sys
import time
from functools import partial
from pathlib import Path

import httpx
from sqlalchemy import func, select

from bot.app import Engine
from bot.playground import people
from bot.playground.bot_api import serve
from bot.playground.cast import CAST, STRANGER
from bot.playground.world import World
from bot.server import Address
from bot.webhook import Hook
from storage.database import Database
from storage.tables.traffic import LetterRow, UpdateRow
from tests.faults.figures import Figures, asked, finish
from tests.faults.grounds import on_postgresql
from tests.person import Person, Sight
from tests.running import TOKEN, free_port

PER_SECOND = 100
PATIENCE = 60
SLOWEST = 1.0
"""Seconds within which 95 of 100 answers to others must be there."""


async def run(seconds: float, database: Database, *, webhook: bool = False) -> Figures:
    """Let the spammer go on for so long; what others met, and what became of the surplus.

    Others are timed by the wall and by the processor, which all of it shares. The second counts,
    since other programs may be busy too. Telegram posts one message of a person after the other,
    so that by webhook hardly any is surplus; they wait there.
    """
    figures = Figures("spammer by webhook" if webhook else "spammer")
    port = free_port()
    posted_to = {
        "hook": Hook(f"http://127.0.0.1:{port}/telegram", "for-the-trial-only"),
        "listen": Address("127.0.0.1", port),
    }
    world = World(TOKEN)
    waits: list[tuple[float, float]] = []
    async with (
        serve(world) as playground,
        httpx.AsyncClient(base_url=playground.url, timeout=60) as http,
        Engine(TOKEN, playground.url, database, **posted_to if webhook else {}) as engine,  # type: ignore[arg-type]
    ):
        running = asyncio.ensure_future(engine.run())
        over = asyncio.Event()
        others = [Person(http, member) for member in CAST if member is not STRANGER]
        writing = [asyncio.ensure_future(_writes(each, over, waits)) for each in others]
        sent = await _spams(world, seconds)
        over.set()
        await asyncio.gather(*writing)
        # By webhook each waits for the one before, so that most still wait when the flood ends.
        if not webhook:
            settled = world.updates.changed.wait_for(lambda: not world.updates.pending(), PATIENCE)
            assert await settled, "updates are not confirmed"
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running
        waiting = len(world.updates.pending())
    seen = database.read(lambda c: c.scalar(select(func.count()).select_from(UpdateRow))) or 0
    told = database.read(
        lambda c: c.scalar(
            select(func.count()).where(
                LetterRow.__table__.c.code == "slow-down",
                LetterRow.__table__.c.person_id == STRANGER.id,
            )
        )
    )
    by_wall, busy = (sorted(wait[n] for wait in waits) for n in (0, 1))
    p95 = busy[int(len(busy) * 0.95)]
    figures.count("messages of the spammer", sent)
    figures.count("answers to others", len(waits))
    for name, times in (("of the processor", busy), ("by the wall", by_wall)):
        for part in (50, 95):
            figures.note(f"p{part} {name}", f"{times[len(times) * part // 100] * 1000:.0f} ms")
    figures.count("times told to slow down", told or 0)
    if p95 >= SLOWEST:
        figures.faults.append(f"others waited {p95:.2f} s")
    if not (webhook or told == 1 + int(seconds // 61)):
        figures.faults.append(f"told {told} times to slow down")
    figures.count("that still wait at Telegram", waiting)
    if seen < sent + len(waits) - waiting:
        figures.faults.append(f"{sent + len(waits) - waiting - seen} updates were lost")
    return figures


async def _spams(world: World, seconds: float) -> int:
    """A hundred messages a second, whatever the bot answers; how many."""
    begun, sent = time.monotonic(), 0
    while (now := time.monotonic() - begun) < seconds:
        while sent < now * PER_SECOND:
            people.say(world, world.chats[STRANGER.id], f"wiadomość {sent}")
            sent += 1
        await asyncio.sleep(0.01)
    return sent


async def _writes(person: Person, over: asyncio.Event, waits: list[tuple[float, float]]) -> None:
    """Write, wait until the answer is on the card, and again, until it is over."""
    number = 0
    while not over.is_set():
        number += 1
        command = "/pomoc" if number % 2 else "/rodo"
        begun = time.monotonic(), time.process_time()
        message_id = await person.say(command)
        await person.until(partial(_answered, message_id))
        waits.append((time.monotonic() - begun[0], time.process_time() - begun[1]))
        await asyncio.sleep(0.1)


def _answered(message_id: int, sight: Sight) -> bool:
    return sight.card is not None and sight.card.id > message_id


async def _both(seconds: float, folder: Path, postgresql: str) -> list[Figures]:
    """By polling on SQLite, then by webhook on PostgreSQL."""
    rows = []
    for url, webhook in (
        (f"sqlite:///{folder / 'komplet.sqlite3'}", False),
        (postgresql, True),
    ):
        database = Database(url)
        database.prepare()
        rows.append(await run(seconds, database, webhook=webhook))
        sys.stderr.write(f"{rows[-1].row()}\n")
        database.close()
    return rows


if __name__ == "__main__":
    arguments = asked(60)
    with on_postgresql() as (address, place):
        rows_of_run = asyncio.run(_both(arguments.count, place, address))
    finish(*rows_of_run)
