"""The disk is full at the n-th write: nothing that was acknowledged is missing afterwards.

`python -m tests.faults.disk_full --count 200` tries so many sizes, in a process whose files may not
grow beyond them (RLIMIT_FSIZE). It takes turns, says which were acknowledged, and what it was told
when they were not.
"""

import json
import resource
import shutil
import subprocess
import sys
from pathlib import Path

from sqlalchemy import func, select

from bot import turn
from bot.inbound import Inbound
from conversations.events import Asked, Command
from storage.database import Database, DatabaseUnusable
from storage.tables.people import TalkRow
from storage.tables.traffic import UpdateRow
from tests.faults import grounds
from tests.faults.figures import Figures, asked, finish
from tests.storage.stock import NOW, one_office

PAGE = 4096
TURNS = 40


def take(database: Database, number: int) -> None:
    """One stranger says /start: a talk, a card and an update, in one transaction."""
    inbound = Inbound(number, number, "Jan Nowak", Asked(Command.START))
    database.write(lambda c: turn.take(c, inbound, NOW))


def child(folder: Path, count: int) -> None:
    """Take turns on each database while no file may grow; print what came of each.

    The limit is lifted again for the last turn: the same process goes on once there is room.
    """
    unlimited = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    for size in range(1, count + 1):
        database = Database(_url(folder, size))
        said: list[tuple[int, str | None]] = []
        resource.setrlimit(resource.RLIMIT_FSIZE, (size * 12 * PAGE, resource.RLIM_INFINITY))
        for number in range(1, TURNS + 1):
            try:
                take(database, number)
                said.append((number, None))
            except DatabaseUnusable as fault:
                said.append((number, str(fault)))
        resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
        take(database, TURNS + 1)
        said.append((TURNS + 1, None))
        database.close()
        sys.stdout.write(json.dumps(said) + "\n")


def _url(folder: Path, size: int) -> str:
    return f"sqlite:///{folder / f'{size}.sqlite3'}"


def run(count: int, folder: Path) -> Figures:
    """Try the first `count` sizes, in a process of its own."""
    figures = Figures("disk full")
    first = folder / "first.sqlite3"
    database = Database(f"sqlite:///{first}")
    database.prepare()
    one_office(database)
    database.close()
    for size in range(1, count + 1):
        shutil.copy(first, folder / f"{size}.sqlite3")
    command = [sys.executable, "-m", "tests.faults.disk_full", "child", str(folder), str(count)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    figures.count("tried", count)
    if done.returncode != 0:
        figures.faults.append(f"the process ended: {done.stderr[-500:]}")
        return figures
    for size, said in enumerate(done.stdout.splitlines(), 1):
        figures.faults += [f"{size}: {why}" for why in _wrong(_url(folder, size), said, figures)]
    return figures


def _wrong(url: str, said: str, figures: Figures) -> list[str]:
    told: dict[int, str | None] = dict(json.loads(said))
    acknowledged = {number for number, why in told.items() if why is None}
    figures.count("acknowledged", len(acknowledged))
    figures.count("refused", len(told) - len(acknowledged))
    wrong = [why for why in told.values() if why and "disk" not in why]
    database = Database(url)
    try:
        database.prepare()
        database.check()
        kept = database.read(lambda c: set(c.scalars(select(UpdateRow.__table__.c.update_id))))
        talks = database.read(lambda c: c.scalar(select(func.count()).select_from(TalkRow)))
        if kept != acknowledged:
            wrong.append(f"acknowledged but lost {acknowledged - kept}, kept {kept - acknowledged}")
        if talks != len(kept):
            wrong.append(f"{talks} talks of {len(kept)} turns: one was kept by half")
    except DatabaseUnusable as fault:
        wrong.append(str(fault))
    finally:
        database.close()
    return wrong


if __name__ == "__main__":
    if sys.argv[1:2] == ["child"]:
        child(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        arguments = asked(200)
        with grounds.folder() as made:
            finish(run(arguments.count, made))
