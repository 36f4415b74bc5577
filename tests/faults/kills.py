"""kill -9 in the middle of dialogues, on SQLite and on PostgreSQL: nothing lost, nothing doubled.

    python -m tests.faults.kills --count 1000 --seed 1

Half of the kills on each kind of database, at a moment of the seed's. One process at a time is all
there is: while it is dead nobody answers. The people, the model and what is compared at the end are
those of `tests.faults.workers`.
"""

import asyncio
import random
import time
from pathlib import Path

from bot import clock
from tests.faults.figures import Figures, asked, finish
from tests.faults.fleet import until_listening
from tests.faults.grounds import on_postgresql
from tests.faults.workers import Trial, trial
from tests.running import Komplet

READY = 5.0
"""Seconds within which a killed process is ready again: of the processor, which others use too."""
LONGEST_LIFE = 1.0
"""Seconds that a process works at most before it is killed; it is started the longest."""
UPDATES = 60
"""Of one round of work; there are as many rounds as the kills take."""


async def run(count: int, seed: int, database_url: str, folder: Path, figures: Figures) -> None:
    """So many kills on one database; what differs from the model is a fault."""
    kind = database_url.partition(":")[0].partition("+")[0]
    async with trial(database_url, folder, workers=1, doubled=0.2, seed=seed) as begun:
        killing = asyncio.ensure_future(_kill(begun, count, random.Random(seed)))
        while not killing.done():
            await begun.work(UPDATES)
        starts = killing.result()
        await begun.settled()
        figures.count(f"kills on {kind}", len(begun.kills))
        figures.count("updates", begun.pushed)
        figures.count("letters", begun.links)
        figures.count("unknown", begun.letters("unknown"))
        walls, busy = ([start[n] for start in starts] for n in (0, 1))
        middle = sorted(walls)[len(walls) // 2]
        figures.note(f"ready on {kind}: p50", f"{middle:.1f} s")
        figures.note("longest", f"{max(walls):.1f} s, {max(busy):.1f} s of the processor")
        figures.faults += [f"{kind}: {fault}" for fault in begun.faults()]
        if max(busy) > READY:
            figures.faults.append(f"{kind}: ready only after {max(busy):.1f} s")


async def _kill(begun: Trial, count: int, dice: random.Random) -> list[tuple[float, float]]:
    """Kill and start again; seconds until it listened, by the wall and of its processor."""
    (worker,), starts = begun.workers, []
    for _ in range(count):
        await asyncio.sleep(dice.uniform(0, LONGEST_LIFE))
        died_at = clock.now().timestamp()
        await asyncio.to_thread(worker.kill)
        started = time.monotonic()
        worker.start()
        await until_listening(worker)
        starts.append((time.monotonic() - started, busy_seconds(worker)))
        begun.kills.append((died_at, clock.now().timestamp()))
    return starts


def busy_seconds(worker: Komplet) -> float:
    """What a running process has used of the processor (proc(5), fields 14 and 15)."""
    assert worker.process is not None
    told = Path(f"/proc/{worker.process.pid}/stat").read_text(encoding="ascii")
    user, system = told.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / 100


async def both(count: int, seed: int, folder: Path, postgresql_url: str) -> Figures:
    """Half of them on each kind of database."""
    figures = Figures("kill -9")
    urls = (f"sqlite:///{folder / 'komplet.sqlite3'}", postgresql_url)
    for number, url in enumerate(urls):
        place = folder / str(number)
        place.mkdir()
        await run(count // 2 + number * (count % 2), seed, url, place, figures)
    return figures


if __name__ == "__main__":
    arguments = asked(1000)
    with on_postgresql() as (address, place):
        figures_of_run = asyncio.run(both(arguments.count, arguments.seed, place, address))
    finish(figures_of_run)
