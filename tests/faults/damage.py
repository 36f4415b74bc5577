"""A damaged SQLite file: the start refuses it in one line with the mend, or all works right.

`python -m tests.faults.damage --count 1000 --seed 1` runs it large. A byte that changed inside a
text which still reads as one cannot be found without checksums: those are counted as altered.
"""

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from bot import screens, turn, views
from bot.inbound import Inbound
from bot.words import Words
from conversations.access import Role
from conversations.events import Asked, Command
from storage import backup, submissions
from storage.database import Database, DatabaseUnusable
from storage.tables.columns import Row
from tests.faults import grounds
from tests.faults.figures import Figures, asked, finish
from tests.storage.stock import LATER, NOW, comes_in, import_offices, loaded, row, saved, whole_team

Accident = Callable[[], bytes]
PAGE, SECTOR = 4096, 512
OFFICES = 40
COORDINATOR, ADVISOR = 1, 2


def a_database(folder: Path) -> Path:
    """A real database as a few weeks of work leave it, closed."""
    file = folder / "whole.sqlite3"
    database = Database(f"sqlite:///{file}")
    database.prepare()
    ids = import_offices(database, *(row(f"Urząd Gminy {n:03}") for n in range(OFFICES)))
    comes_in(database, COORDINATOR, Role.COORDINATOR)
    comes_in(database, ADVISOR, Role.ADVISOR, advisor="Ewa Lis")
    for person, office_id in enumerate(ids, 100):
        before = loaded(database, office_id)
        saved(database, before, before.with_team(whole_team()))
        comes_in(database, person, Role.HEAD, office_id=office_id)
        _take(database, person, Command.STATUS)
    database.close()
    return file


def _take(database: Database, person: int, command: Command) -> None:
    update = 10_000_000 + person
    inbound = Inbound(update, person, "Jan Nowak", Asked(command))
    database.write(lambda c: turn.take(c, inbound, NOW))


def spoil(whole: bytes, chance: random.Random) -> tuple[str, bytes]:
    """The bytes after one of the accidents that happen to disks; what happened."""
    data = bytearray(whole)
    at = chance.randrange(len(data))
    sector = at // SECTOR * SECTOR
    accidents: tuple[tuple[str, Accident], ...] = (
        ("bit", lambda: _put(data, at, bytes([data[at] ^ 1 << chance.randrange(8)]))),
        ("byte", lambda: _put(data, at, bytes([chance.randrange(256)]))),
        ("sector of zeros", lambda: _put(data, sector, bytes(SECTOR))),
        ("page of noise", lambda: _put(data, at // PAGE * PAGE, chance.randbytes(PAGE))),
        ("end cut off", lambda: bytes(data[:at])),
        ("page of another place", lambda: _moved(data, chance)),
    )
    name, accident = chance.choice(accidents)
    return name, accident()


def _put(data: bytearray, at: int, new: bytes) -> bytes:
    data[at : at + len(new)] = new
    return bytes(data)


def _moved(data: bytearray, chance: random.Random) -> bytes:
    one, two = (chance.randrange(len(data) // PAGE) * PAGE for _ in range(2))
    return _put(data, one, bytes(data[two : two + PAGE]))


def everything(connection: Connection) -> list[Any]:
    """What every screen and command reads, and every row as it is."""
    every = submissions.all_submissions(connection)
    cards = []
    for person in (COORDINATOR, ADVISOR, 100, 101):
        view, _ = views.load(connection, person, NOW)
        cards.append(screens.draw(view, Words("pl")))
    rows = [tuple(found) for each in Row.metadata.sorted_tables
            for found in connection.execute(select(each).order_by(*each.primary_key))]  # fmt: skip
    return [every, cards, rows]


def run(count: int, seed: int, folder: Path) -> Figures:
    """Damage a database so many times; starts that neither refuse nor work are faults."""
    figures = Figures("damaged database")
    file = a_database(folder)
    whole = file.read_bytes()
    database = Database(f"sqlite:///{file}")
    expected = database.read(everything)
    database.close()
    chance = random.Random(seed)
    for number in range(count):
        accident, data = spoil(whole, chance)
        place = folder / f"{number}"
        place.mkdir()
        (place / "komplet.sqlite3").write_bytes(data)
        figures.count("damaged")
        try:
            figures.count(_start(place / "komplet.sqlite3", expected, unchanged=data == whole))
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is what is looked for
            figures.faults.append(f"{number}, {accident}: {type(fault).__name__}: {fault}")
        shutil.rmtree(place)
    return figures


def _start(file: Path, expected: list[Any], *, unchanged: bool) -> str:
    """Start as `komplet run` does, then work; how it went."""
    database = Database(f"sqlite:///{file}")
    try:
        database.prepare()
        database.check()
    except DatabaseUnusable as refused:
        said = str(refused)
        assert "\n" not in said, said
        assert any(mend in said for mend in ("restore", "move it away", "newer", "another")), said
        assert not unchanged
        return "refused"
    else:
        found = database.read(everything)
        _take(database, COORDINATOR, Command.STATUS)
        _take(database, 999, Command.START)
        backup.make(database, file.with_name("copy"), LATER)
        return "not hurt" if found == expected else "altered inside a text"
    finally:
        database.close()


if __name__ == "__main__":
    arguments = asked(1000)
    with grounds.folder() as made:
        finish(run(arguments.count, arguments.seed, made))
