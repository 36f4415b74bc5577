"""What an update costs inside the process: whole enrolments without a network, in one thread.

    python -m tests.bench.turns [--people 60] [--profile FILE]

The engine is as it is in life, on SQLite; the people of `tests.bench.telegram` are on the other
side of a call that takes no time, one after the other, and every work of the database is run at
once and committed by itself. Printed is the CPU of an update, the people's own part taken off: of
the median and of the cheapest enrolment, since other programs on the machine only make it dearer.
`--profile` writes what it went to, for `python -m pstats`, and prints how many functions were
called for an update, which no other program changes.
"""

import argparse
import asyncio
import cProfile
import json
import pstats
import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import Future
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from telegram.request import BaseRequest, RequestData

from bot.app import Engine, until_stopped
from bot.logs import set_up
from storage.database import Connection, Database
from storage.rows import command
from tests.bench.dialogue import SCRIPT, TOKEN, offices_for
from tests.bench.telegram import Play, Server

T = TypeVar("T")
WARM = 10
"""Enrolments that are not counted: what is made once is made in them."""


class AtOnce(Database):
    """A database whose works are run where they are asked for, each in its own transaction."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self._kept = self._engine.connect()

    def submit(self, work: Callable[[Connection], T]) -> "Future[T]":
        done: Future[T] = Future()
        command(self._kept, "BEGIN IMMEDIATE")
        done.set_result(work(self._kept))
        command(self._kept, "COMMIT")
        return done

    def close(self) -> None:
        self._kept.close()
        super().close()


class Direct(BaseRequest):
    """A way to the Bot API that is but a call of a function."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self.seconds = 0.0
        """CPU that the other side took."""

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to let go."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *_: Any,
        **__: Any,
    ) -> tuple[int, bytes]:
        """What Telegram answers, as soon as it has an answer."""
        begun = time.thread_time()
        answer = Answer()
        values = dict(request_data.json_parameters) if request_data else {}
        self._server.call(answer, url.rsplit("/", 1)[-1], values)  # type: ignore[arg-type]
        self.seconds += time.thread_time() - begun
        return 200, await answer.body


class Answer:
    """What is waited for, in place of a connection."""

    def __init__(self) -> None:
        self.body: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()

    def answer(self, result: Any) -> None:
        if not self.body.done():
            self.body.set_result(json.dumps({"ok": True, "result": result}).encode())


class Timed(Server):
    """Telegram that notes how much CPU was spent when each enrolment ends."""

    ways: tuple[Direct, ...]

    def somebody_else(self) -> None:
        self.ends.append(time.thread_time() - sum(each.seconds for each in self.ways))
        super().somebody_else()

    def __init__(self, play: Play) -> None:
        super().__init__(play)
        self.ends: list[float] = []


async def play(
    folder: Path,
    people: int,
    *,
    warm: int = WARM,
    profile: cProfile.Profile | None = None,
    kind: type[AtOnce] = AtOnce,
) -> list[float]:
    """Milliseconds of CPU for an update, of each enrolment after `warm` that are not counted."""
    links = offices_for(f"sqlite:///{folder / 'komplet.sqlite3'}", people)
    server = Timed(Play(people, 1, SCRIPT, links=links))
    way, polling = server.ways = (Direct(server), Direct(server))
    database = kind(f"sqlite:///{folder / 'komplet.sqlite3'}")
    engine = Engine(TOKEN, "http://bench", database, request=way, polling=polling)
    async with engine:
        running = asyncio.ensure_future(until_stopped(engine, server.ended))
        while server.finished < warm:  # noqa: ASYNC110 - it has no event for it
            await asyncio.sleep(0.01)
        if profile:
            profile.enable()
        await server.ended.wait()
        if profile:
            profile.disable()
        await running
    database.close()
    ends = server.ends[warm:]
    return [(b - a) / len(SCRIPT) * 1000 for a, b in pairwise(ends)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=60)
    parser.add_argument("--profile", help="write what was called to FILE")
    options = parser.parse_args()
    set_up("json", "warning")
    profile = cProfile.Profile() if options.profile else None
    with tempfile.TemporaryDirectory() as name:
        found = asyncio.run(play(Path(name), options.people, profile=profile))
    shown = f"{statistics.median(found):.3g} (cheapest {min(found):.3g})"
    print(f"CPU ms an update: {shown}")  # noqa: T201
    if profile:
        profile.dump_stats(options.profile)
        calls = pstats.Stats(profile).total_calls / len(SCRIPT) / (len(found) + 1)  # type: ignore[attr-defined]
        print(f"calls of functions an update: {calls:.0f}")  # noqa: T201


if __name__ == "__main__":
    main()
