"""A stage for whole stories: the Bot API double in this process, the bot in one of its own.

Links, tables and the status are made and read beside the running bot, on its database, by the code
that its commands run; the main story and tests/server use the commands themselves. Every call the
bot made is checked when a story ends: it fits the Bot API's facts, and what it sent parses in
TDLib. A failing story prints the chats.
"""

import asyncio
import json
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from bot import clock, invitations
from bot.effects import tables
from bot.playground.bot_api import serve
from bot.playground.cast import (
    ADVISOR,
    CAST,
    COORDINATOR,
    HEAD_OF_TERESPOL,
    HEAD_OF_WLODAWA,
    SECRETARY,
    STRANGER,
)
from bot.playground.world import World
from conversations.access import Role
from conversations.coordination_table import Cell, read
from conversations.status import report
from storage import offices, submissions
from storage.database import Database
from tests.databases import migrated_sqlite
from tests.facts import check_calls
from tests.person import PATIENCE, Person
from tests.running import TOKEN, USERNAME, Komplet
from tests.tables import office, table

__all__ = ["migrated_sqlite"]

FACTS = json.loads((Path(__file__).parent.parent / "botapi-10.3.json").read_text())
WLODAWA, TERESPOL, PULAWY = (
    "Starostwo Powiatowe we Włodawie",
    "Urząd Miasta Terespol",
    "Starostwo Powiatowe w Puławach",
)
WRONSKA, KMIEC = "Halina Wrońska", "Andrzej Kmieć"


def wlodawa(steering: Cell = 8, editorial: Cell = 4) -> tuple[Cell, ...]:
    """The row of Włodawa with other limits than those of the sample table."""
    return office(1, WLODAWA, steering, editorial, advisor=WRONSKA, head="Starosta")


def terespol(steering: Cell = 6, editorial: Cell = 3) -> tuple[Cell, ...]:
    return office(2, TERESPOL, steering, editorial, advisor=WRONSKA, head="Burmistrz")


def pulawy(steering: Cell = 10, editorial: Cell = 5) -> tuple[Cell, ...]:
    return office(5, PULAWY, steering, editorial, advisor=KMIEC, head="Starosta")


@dataclass
class Stage:
    """The people and the program of a story."""

    komplet: Komplet
    world: World
    database: Database
    http: httpx.AsyncClient
    coordinator: Person
    advisor: Person
    head: Person
    other_head: Person
    secretary: Person
    stranger: Person

    def table(self, *rows: tuple[Cell, ...]) -> None:
        """A table is imported, as `komplet import --yes` does: the sample's first offices."""
        reading = read([table(*(rows or (wlodawa(), terespol(), pulawy())))])
        self.database.write(
            lambda connection: tables.import_table(connection, reading, "tabela.csv", clock.now())
        )

    def link(self, role: str, office: str = WLODAWA, advisor: str = WRONSKA) -> str:
        """What `komplet invite` prints."""
        wanted = Role(role)
        of_office = wanted in {Role.HEAD, Role.SECRETARY}
        _, token = self.database.write(
            lambda connection: invitations.make(
                connection,
                role=wanted,
                office_id=next(
                    each.id for each in offices.all_offices(connection) if each.name == office
                )
                if of_office
                else None,
                advisor=advisor if wanted is Role.ADVISOR else None,
                now=clock.now(),
            )
        )
        return invitations.link(USERNAME, token)

    async def comes_in(
        self, person: Person, role: str, office: str = WLODAWA, advisor: str = WRONSKA
    ) -> None:
        """Somebody follows a link and confirms it."""
        await person.open(self.link(role, office, advisor))
        await person.tap("Potwierdzam")
        await person.shown("Dostęp potwierdzono")
        await self.letters_sent()

    async def letters_sent(self) -> None:
        """Wait until no letter is on its way: what comes below the card then is the next card."""
        waiting = text("SELECT count(*) FROM letter WHERE state IN ('pending', 'sending')")
        async with asyncio.timeout(PATIENCE):
            # The database tells nobody when it changes.
            while self.database.read(lambda c: c.scalar(waiting)):  # noqa: ASYNC110
                await asyncio.sleep(0.02)

    async def settled(self) -> None:
        """Wait until the bot has taken everything that was done so far."""
        reply = await self.http.get("/playground/queue", params={"idle": 1, "timeout": 20})
        assert reply.json()["pending"] == 0, "the bot does not take its updates"

    def office(self, name: str = WLODAWA) -> dict[str, Any]:
        """One office of `status --json`."""
        every: dict[str, Any] = report(self.database.read(submissions.all_submissions))
        found: dict[str, Any] = next(each for each in every["offices"] if each["name"] == name)
        return found


@pytest.fixture
def bot_database_url(tmp_path: Path, migrated_sqlite: Path) -> str:
    """The address of the bot's database: an SQLite file, unless a story has another."""
    path = tmp_path / "komplet.sqlite3"
    shutil.copy(migrated_sqlite, path)
    return f"sqlite:///{path}"


@pytest.fixture
def moved_clock() -> Path | None:
    """The file that moves the bot's clock (`MovedClock`); the machine's, unless a story has one."""
    return None


@pytest.fixture
async def stage(
    tmp_path: Path, bot_database_url: str, moved_clock: Path | None
) -> AsyncIterator[Stage]:
    """A running bot on a database without any office, and its cast."""
    world = World(TOKEN, username=USERNAME)
    async with serve(world) as playground, httpx.AsyncClient(base_url=playground.url) as http:
        komplet = Komplet(playground.url, bot_database_url, tmp_path)
        if moved_clock is not None:
            komplet.program = "tests.faults.moved_clock"
            komplet.settings["TRIAL_CLOCK"] = str(moved_clock)
            world.clock.move(clock.now() - world.clock.now())
        people = Person.on(
            http, COORDINATOR, ADVISOR, HEAD_OF_WLODAWA, HEAD_OF_TERESPOL, SECRETARY, STRANGER
        )
        assert len(people) == len(CAST)
        database = Database(komplet.database_url)
        stage = Stage(komplet, world, database, http, *people)
        komplet.start()
        try:
            yield stage
        finally:
            if komplet.process is not None:
                await komplet.stop()
            database.close()
            print(komplet.log.read_text(errors="replace"))  # noqa: T201 - shown on failure
        check_calls(list(world.calls), FACTS)
