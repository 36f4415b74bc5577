"""One of several processes that remind: `python -m tests.faults.reminding` CLOCK URL API.

It does what each line of its input says, at the moment that the shared clock shows, and answers
each with a line: „create” looks once for what is due, „deliver” sends until nothing is left that
may leave now, „both” is one after the other.
"""

import asyncio
import contextlib
import sys
from pathlib import Path

from sqlalchemy import text

from bot import clock, reminders, work
from bot.app import Engine
from storage.database import Database
from tests.faults.shared_clock import SharedClock
from tests.running import TOKEN

_LEFT = text(
    "SELECT count(*) FROM letter WHERE state = 'sending' OR (state = 'pending' AND due_at <= :now)"
)


async def _deliver(engine: Engine, database: Database) -> None:
    """Send as a running bot does, beside the others, until nobody has anything left."""
    if not await _left(database):
        return
    sending = asyncio.ensure_future(engine.speaker.deliver())
    while await _left(database):  # noqa: ASYNC110 - other processes change it
        await asyncio.sleep(0.005)
    sending.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await sending


async def _left(database: Database) -> int:
    return await work.read(database, lambda c: int(c.scalar(_LEFT, {"now": clock.now()}) or 0))


async def _obey(database: Database, api_url: str) -> None:
    loop = asyncio.get_running_loop()
    async with Engine(TOKEN, api_url, database) as engine:
        await engine.meet()
        _tell("ready")
        while command := (await loop.run_in_executor(None, sys.stdin.readline)).strip():
            created = 0
            if command in {"create", "both"}:
                created = await reminders.look(database) or 0
            if command in {"deliver", "both"}:
                await _deliver(engine, database)
            _tell(str(created))


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    path, url, api = sys.argv[1:]
    opened = Database(url)
    with clock.following(SharedClock(Path(path)).now):
        asyncio.run(_obey(opened, api))
    opened.close()
