"""RODO: people and offices that are told what is held of them, erased, restored; nothing is left.

    python -m tests.faults.rodo --count 100 --seed 1

So many databases, every other one under a key, each with an account and a listed person of their
own names wherever names can stand (tests/storage/traces.py). What is searched afterwards are the
rows as they lie there and the bytes of the database's own files and of the ledger.
"""

import json
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bot import retention
from storage import backup, bulk, erasure, restoring, settings
from storage.database import Database
from storage.ledger import Ledger
from storage.personal import personal_data
from storage.tables.columns import Row
from storage.vault import Vault, new_key
from tests.faults import grounds
from tests.faults.figures import Figures, asked, finish
from tests.storage.stock import ANNA, LATER, OLGA, PIOTR
from tests.storage.traces import ACCOUNT, an_account, everywhere, found, listed_as

OTHERS = tuple(person.surname for person in (ANNA, PIOTR, OLGA))
"""Whom the office lists besides."""
RETENTION_DAYS = (datetime(2027, 2, 15, 9, 0, tzinfo=UTC), datetime(2027, 3, 1, 9, 0, tzinfo=UTC))
"""On the first of these it warns that the lists will go, on the second they go."""
NOT_TOLD = {
    "id": "numbers of the program's own",
    "grant_id": "a number of the program's own",
    "update_id": "a number of the program's own",
    "key": "numbers; what the letter is about is told",
    "token_hash": "a hash of what is random",
    "traceback": "of the program's own text",
    "reading": "a coordination table, which is not about who sent it",
    "file_id": "Telegram's name for a file",
    "held_until": "for how long a process draws the card",
}
"""Columns of somebody's rows that an export leaves out, and why."""


@dataclass(frozen=True)
class Subject:
    """One listed person and one account, with names that nobody else in the trial has."""

    stem: str
    account: int
    surname: str

    @property
    def name(self) -> str:
        return f"Wiktoryn {self.surname}ski"

    @property
    def needles(self) -> tuple[str, ...]:
        return self.stem, self.stem.casefold(), str(self.account), self.surname


def subjects(seed: int) -> Iterator[Subject]:
    """People without end."""
    chance = random.Random(seed)

    def syllables(count: int) -> str:
        made = (chance.choice("bdgkmnprtw") + chance.choice("aeouy") for _ in range(count))
        return "".join(made).capitalize()

    while True:
        account = ACCOUNT + chance.randrange(1, 10**9)
        yield Subject(f"{syllables(3)}żnick", account, f"{syllables(3)}żow")


def run(count: int, seed: int, template: Path, folder: Path) -> Figures:
    """So many rounds, each with a copy of an empty, migrated database."""
    figures = Figures("rodo")
    for number, subject in zip(range(count), subjects(seed), strict=False):
        place = folder / str(number)
        place.mkdir()
        shutil.copy(template, place / "komplet.sqlite3")
        key = new_key() if number % 2 else None
        _round(figures, subject, place, key)
        shutil.rmtree(place)
    return figures


def _round(figures: Figures, subject: Subject, place: Path, key: str | None) -> None:
    """Seed, export, back up, erase, restore; and in a copy, let retention do it alone."""
    ledger = place / "erasures.jsonl"
    vault = Vault.of(key, ledger)
    database = Database(f"sqlite:///{place / 'komplet.sqlite3'}", vault=vault)
    database.prepare()
    office = everywhere(database, subject.stem)
    an_account(database, office, subject.account, subject.name)
    figures.count("accounts")
    figures.count("listed people")
    figures.count("offices")
    _exported(figures, database, subject)
    for needle in (subject.stem, str(subject.account), subject.surname, *OTHERS):
        if not found(database, [needle]):
            figures.faults.append(f"{needle} was nowhere, so that nothing can be erased")
    copy = place / "komplet.backup"
    backup.make(database, copy, LATER)
    database.scrub()
    shutil.copy(place / "komplet.sqlite3", place / "twin.sqlite3")
    database.write(partial(_erase, subject=subject, office=office))
    database.scrub()
    _search(figures, "erased", database, (*subject.needles, *OTHERS), ledger)
    restoring.restore(
        database,
        copy,
        LATER + timedelta(minutes=1),
        replace=True,
        reapply_erasures=lambda c: erasure.reapply(c, Ledger(ledger, vault).read()),
    )
    database.scrub()
    _search(figures, "restored", database, (*subject.needles, *OTHERS), ledger)
    database.close()
    _retained(figures, subject, place, vault)


def _erase(connection: Any, subject: Subject, office: int) -> None:
    listed = listed_as(subject.stem)
    erasure.erase_person(connection, office, listed, actor=1, now=LATER)
    erasure.erase_account(connection, subject.account, LATER)
    erasure.erase_team(connection, office, approved=True, actor=1, now=LATER)


def _retained(figures: Figures, subject: Subject, place: Path, vault: Vault) -> None:
    """Nobody asked for anything: after the end of the project it all goes by itself.

    But for the head's name in the coordination table, which stays until a new one comes
    (docs/privacy.md), and with the announcement sent, as a running bot does.
    """
    twin = Database(f"sqlite:///{place / 'twin.sqlite3'}", vault=vault)
    twin.prepare()
    twin.write(lambda c: settings.put(c, "project_end", "2026-12-01"))
    twin.write(lambda c: c.execute(text("UPDATE office SET head_title = NULL")))
    for work in twin.read(bulk.unfinished):
        twin.write(partial(bulk.finish, bulk_id=work.id, now=LATER))
    for day in RETENTION_DAYS:
        twin.write(partial(retention.run_once_today, now=day))
    twin.scrub()
    _search(figures, "retained", twin, (*subject.needles, *OTHERS))
    twin.close()


def _search(
    figures: Figures, when: str, database: Database, needles: tuple[str, ...], *files: Path
) -> None:
    figures.count(f"searches ({when})")
    if residues := found(database, needles, *files):
        figures.faults.append(f"{when}: {sorted(residues)}")


def _exported(figures: Figures, database: Database, subject: Subject) -> None:
    """Every value of every row that is about the account stands in what it is told."""
    told = database.read(lambda c: personal_data(c, subject.account))
    said = json.dumps(told, ensure_ascii=False)
    for table, row in _rows_about(database, subject.account):
        for column, value in row.items():
            if value is None or column in NOT_TOLD or isinstance(value, bool | int):
                continue
            figures.count("fields")
            shown = value.isoformat() if hasattr(value, "isoformat") else str(value)
            if shown not in said and json.dumps(shown, ensure_ascii=False)[1:-1] not in said:
                figures.faults.append(f"not told: {table}.{column} = {shown[:60]}")


def _rows_about(database: Database, account: int) -> list[tuple[str, dict[str, Any]]]:
    def work(connection: Any) -> list[tuple[str, dict[str, Any]]]:
        return [
            (table.name, dict(row._mapping))
            for table in Row.metadata.sorted_tables
            for row in connection.execute(table.select())
            if str(account) in str(tuple(row))
        ]

    return database.read(work)


if __name__ == "__main__":
    arguments = asked(100)
    with grounds.folder() as made:
        first = made / "first.sqlite3"
        whole = Database(f"sqlite:///{first}")
        whole.prepare()
        whole.close()
        figures_of_run = run(arguments.count, arguments.seed, first, made)
    finish(figures_of_run)
