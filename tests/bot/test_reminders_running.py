"""The loop of a running bot: the playground's clock moves a month, and the digest arrives."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import httpx
import pytest

from bot import clock, invitations
from bot.app import Engine
from bot.effects import tables
from bot.playground.bot_api import serve
from bot.playground.cast import ADVISOR, COORDINATOR
from bot.playground.world import World
from conversations.access import Role
from conversations.coordination_table import read
from conversations.working_time import DAY, WorkingTime
from storage import settings
from storage.database import Database
from tests.databases import migrated_sqlite, sqlite, sqlite_url
from tests.person import Person
from tests.running import TOKEN, USERNAME
from tests.tables import office, table

__all__ = ["migrated_sqlite", "sqlite", "sqlite_url"]

WORKING = WorkingTime(clock.zone())
HALINA, TERESPOL = "Halina Wrońska", "Urząd Miasta Terespol"


@dataclass
class Scene:
    """A bot in this process that follows the playground's clock, and who is reminded."""

    world: World
    database: Database
    advisor: Person
    coordinator: Person

    def wait_until(self, moment: datetime) -> None:
        """Let the time pass at once."""
        self.world.clock.move(moment - clock.now())

    async def comes_in(self, person: Person, role: Role) -> None:
        advisor = HALINA if role is Role.ADVISOR else None
        _, token = self.database.write(
            lambda c: invitations.make(c, role=role, advisor=advisor, now=clock.now())
        )
        await person.open(invitations.link(USERNAME, token))
        await person.tap("Potwierdzam")
        await person.until("Dostęp potwierdzono")


@pytest.fixture
async def scene(sqlite: Database) -> AsyncIterator[Scene]:
    """An office with an Advisor, and a deadline in forty days."""
    world = World(TOKEN, username=USERNAME)
    with clock.following(world.clock.now):
        reading = read([table(office(1, TERESPOL, 6, 3, advisor=HALINA, head="Burmistrz"))])
        sqlite.write(lambda c: tables.import_table(c, reading, "tabela.csv", clock.now()))
        deadline = WORKING.local(clock.now()).date() + 40 * DAY
        sqlite.write(lambda c: settings.put(c, "deadline", deadline.isoformat()))
        async with (
            serve(world) as playground,
            httpx.AsyncClient(base_url=playground.url) as http,
            Engine(TOKEN, playground.url, sqlite) as engine,
        ):
            running = asyncio.ensure_future(engine.run())
            yield Scene(world, sqlite, *Person.on(http, ADVISOR, COORDINATOR))
            running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await running


async def test_a_digest_comes_when_offices_open_and_a_blocked_bot_is_told(scene: Scene) -> None:
    await scene.comes_in(scene.advisor, Role.ADVISOR)
    await scene.comes_in(scene.coordinator, Role.COORDINATOR)
    deadline = WORKING.local(clock.now()).date() + 40 * DAY
    week_before = WORKING.opening(WORKING.day_until(deadline - 7 * DAY))
    scene.wait_until(week_before + timedelta(minutes=1))
    letter = await scene.advisor.shown("Przypisane urzędy – stan na")
    assert f"1. {TERESPOL} – Pełnomocnik" in letter.text
    assert f"Do terminu ({deadline.day} " in letter.text
    await scene.advisor.tap("Pokaż szczegóły", on=letter)
    await scene.advisor.until("Doradca: Halina Wrońska")

    await scene.advisor.block()
    after = WORKING.opening(WORKING.day_from(deadline + DAY))
    scene.wait_until(after + timedelta(minutes=1))
    digest = await scene.coordinator.shown("Wszystkie urzędy – stan na")
    assert "temu" in digest.text
    await scene.coordinator.say("/stan")
    card = await scene.coordinator.shown("Przypomnienia nie docierają do Doradców")
    assert HALINA in card.text.split("nie docierają")[1]
