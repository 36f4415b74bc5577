"""What DATA_KEY costs a turn: the same turns with and without, on an SQLite file.

    python -m tests.bench.encryption

Each round takes a pasted list, removals and looks, as the turns of people do; all are given to the
writer at once, so that the disk's share is small and the difference is seen at its largest.
"""

import shutil
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from bot import turn
from bot.inbound import Inbound
from conversations.access import Role
from conversations.events import Asked, Command, Event, Said
from storage.database import Database
from storage.vault import Vault, new_key
from tests.storage.stock import comes_in, import_offices, row
from tests.stories.acts import EIGHT

OFFICES, ROUNDS = 40, 9
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


def seconds(key: str | None, *, secure_delete: bool) -> float:
    """How long the turns of all offices take."""
    folder = Path(tempfile.mkdtemp())
    database = Database(f"sqlite:///{folder / 'k.db'}", vault=Vault.of(key))
    database.prepare()
    ids = import_offices(database, *(row(f"Urząd Gminy nr {at}") for at in range(OFFICES)))
    for office_id in ids:
        comes_in(database, 1000 + office_id, Role.SECRETARY, office_id=office_id)
    if not secure_delete:
        database.write(lambda c: c.exec_driver_sql("PRAGMA secure_delete=OFF"))
    events: tuple[Event, ...] = (
        Said("Anna Kowalczyk – Sekretarz Gminy"),
        Asked(Command.STEERING),
        Said(EIGHT),
        Said("usuń 3"),
        Asked(Command.STATUS),
        Asked(Command.EDITORIAL),
        Said("1 2 4"),
    )
    updates = [
        (Inbound(at * 10_000 + office_id, 1000 + office_id, "Ktoś", event), at)
        for at, event in enumerate(events, 1)
        for office_id in ids
    ]
    started = time.perf_counter()
    waiting = [
        database.submit(partial(turn.take, inbound=inbound, now=NOW + timedelta(seconds=at)))
        for inbound, at in updates
    ]
    for each in waiting:
        each.result()
    taken = time.perf_counter() - started
    database.close()
    shutil.rmtree(folder)
    return taken / len(waiting)


def main() -> None:
    """Measure in turn, so that the machine's other work meets all alike."""
    key, kinds = new_key(), {"plain, nothing scrubbed": (None, False), "plain": (None, True)}
    found: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for name, (keys, secure) in {**kinds, "encrypted": (key, True)}.items():
            found.setdefault(name, []).append(seconds(keys, secure_delete=secure))
    plain = statistics.median(found["plain"])
    for name, taken in found.items():
        middle = statistics.median(taken)
        sys.stdout.write(f"{name}: {middle * 1000:.3f} ms a turn ({middle / plain:.2f})\n")


if __name__ == "__main__":
    main()
