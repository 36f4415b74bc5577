"""A stage for whole stories: the Bot API double in this process, the bot in one of its own.

Every call the bot made is checked when a story ends: it fits the Bot API's facts, and what it sent
parses in TDLib. A failing story prints the chats.
"""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

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
from bot.playground.sample import sample_table
from bot.playground.world import World
from tests.facts import check_calls
from tests.person import Person
from tests.running import TOKEN, USERNAME, Komplet

FACTS = json.loads((Path(__file__).parent.parent / "botapi-10.3.json").read_text())
WLODAWA = "Starostwo Powiatowe we Włodawie"
EIGHT = """1. Anna Kowalczyk – Sekretarz Powiatu
2. Piotr Zalewski – Wicestarosta
3. Ewa Lis-Sadowska – Skarbnik Powiatu
4. Tomasz Borys – Naczelnik Wydziału Geodezji
5. Monika Sikora – Kierownik Referatu Organizacyjnego
6. Krzysztof Żółkowski – Naczelnik Wydziału Komunikacji
7. Beata Chmiel – Dyrektor Wydziału Oświaty
8. Marek Wójcik – Geodeta Powiatowy"""


@dataclass
class Stage:
    """The people and the program of a story."""

    komplet: Komplet
    world: World
    coordinator: Person
    advisor: Person
    head: Person
    other_head: Person
    secretary: Person
    stranger: Person

    @property
    def everybody(self) -> tuple[Person, ...]:
        return (
            self.coordinator,
            self.advisor,
            self.head,
            self.other_head,
            self.secretary,
            self.stranger,
        )

    async def coordinator_comes_in(self) -> None:
        """Over the link that the server prints."""
        await self.coordinator.open(await self.komplet.link("coordinator"))
        await self.coordinator.tap("Potwierdzam")

    async def table_is_imported(self) -> None:
        """By the command line, beside the running bot."""
        (self.komplet.folder / "tabela.xlsx").write_bytes(sample_table())
        await self.komplet.command("import", "tabela.xlsx", "--yes")

    async def comes_in(self, person: Person, role: str, office: str = WLODAWA) -> None:
        """Somebody of an office, over a link printed on the server."""
        await person.open(await self.komplet.link(role, "--office", office))
        await person.tap("Potwierdzam")


@pytest.fixture
def bot_database_url(tmp_path: Path) -> str:
    """The address of the bot's database: an SQLite file, unless a story has another."""
    return f"sqlite:///{tmp_path / 'komplet.sqlite3'}"


@pytest.fixture
async def stage(tmp_path: Path, bot_database_url: str) -> AsyncIterator[Stage]:
    """A running bot on an empty database, and its cast."""
    world = World(TOKEN, username=USERNAME)
    async with serve(world) as playground, httpx.AsyncClient(base_url=playground.url) as http:
        komplet = Komplet(playground.url, bot_database_url, tmp_path)
        people = Person.on(
            http, COORDINATOR, ADVISOR, HEAD_OF_WLODAWA, HEAD_OF_TERESPOL, SECRETARY, STRANGER
        )
        assert len(people) == len(CAST)
        stage = Stage(komplet, world, *people)
        komplet.start()
        try:
            yield stage
        finally:
            if komplet.process is not None:
                komplet.stop()
            print(komplet.log.read_text(errors="replace"))  # noqa: T201 - shown on failure
        check_calls(list(world.calls), FACTS)
