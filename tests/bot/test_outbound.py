"""Speaking over a way that misbehaves: told to wait, refused, left without an answer."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import text

from bot import clock, invitations
from bot.app import Engine
from bot.effects import tables
from bot.playground.bot_api import serve
from bot.playground.cast import HEAD_OF_WLODAWA, SECRETARY, STRANGER
from bot.playground.world import World
from conversations.access import OFFICE_ROLES, Role
from conversations.coordination_table import read
from conversations.notes import NoticeCode
from conversations.settings import Key
from storage import outbox, pace, settings
from storage.database import Database
from tests.databases import migrated_sqlite, sqlite, sqlite_url
from tests.person import Person
from tests.running import TOKEN, USERNAME
from tests.strain import Strain, strained
from tests.tables import office, table

__all__ = ["migrated_sqlite", "sqlite", "sqlite_url"]


@dataclass
class Scene:
    """An engine in this process, its way to Telegram, and people."""

    strain: Strain
    database: Database
    engine: Engine
    running: "asyncio.Task[None]"
    head: Person
    secretary: Person
    stranger: Person

    async def comes_in(self, person: Person, role: Role) -> None:
        """Somebody of the only office, or a coordinator."""
        _, token = self.database.write(
            lambda c: invitations.make(
                c, role=role, office_id=1 if role in OFFICE_ROLES else None, now=clock.now()
            )
        )
        await person.open(invitations.link(USERNAME, token))
        await person.tap("Potwierdzam")
        await person.until("Dostęp potwierdzono")

    def post(
        self,
        *keys: str,
        code: NoticeCode = NoticeCode.SOMETHING_BROKE,
        office_id: int | None = None,
    ) -> None:
        """Letters to the head, from another process."""
        for key in keys:
            self.database.write(
                lambda c, key=key: outbox.put(  # type: ignore[misc]
                    c,
                    key=key,
                    person_id=HEAD_OF_WLODAWA.id,
                    code=code,
                    office_id=office_id,
                    values={},
                    now=clock.now(),
                )
            )

    async def stop(self) -> None:
        """As on SIGTERM: nothing new is begun, what is on its way has a few seconds."""
        self.running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self.running
        await self.engine.speaker.finish()

    def letters(self) -> list[tuple[str, str, int]]:
        """Of every letter: what about, how it stands, how often it was tried."""
        query = text("SELECT code, state, attempts FROM letter ORDER BY id")
        return [tuple(row) for row in self.database.read(lambda c: c.execute(query).all())]

    async def until_letters_are(self, *states: str) -> None:
        """Wait until the letters stand so."""
        async with asyncio.timeout(20):
            while [state for _, state, _ in self.letters()] != list(states):  # noqa: ASYNC110
                await asyncio.sleep(0.02)


@contextlib.asynccontextmanager
async def on_stage(sqlite: Database) -> AsyncIterator[Scene]:
    """A running bot behind a way that misbehaves on demand, an office, and nobody in yet."""
    reading = read([table(office(1, "Urząd Gminy Nowa", 8, 4))])
    sqlite.write(lambda c: tables.import_table(c, reading, "tabela.csv", clock.now()))
    world = World(TOKEN, username=USERNAME)
    async with (
        serve(world) as playground,
        strained(playground.url) as strain,
        httpx.AsyncClient(base_url=playground.url) as http,
        Engine(TOKEN, strain.url, sqlite) as engine,
    ):
        running = asyncio.create_task(engine.run())
        people = Person.on(http, HEAD_OF_WLODAWA, SECRETARY, STRANGER)
        scene = Scene(strain, sqlite, engine, running, *people)
        yield scene
        await scene.stop()


@pytest.fixture
async def scene(sqlite: Database) -> AsyncIterator[Scene]:
    async with on_stage(sqlite) as scene:
        yield scene


async def test_told_to_wait_for_one_all_sends_wait(scene: Scene) -> None:
    """RetryAfter for the head's card holds the stranger's too; then both are shown, once."""
    scene.strain.refuse("sendMessage", code=429, retry_after=1)
    await scene.head.say("/start")
    refused = await scene.strain.until_called("sendMessage")
    await scene.stranger.say("/start")
    await scene.head.card()
    await scene.stranger.card()
    spoken = [at for name, _, at in scene.strain.calls if name == "sendMessage" and at > refused]
    assert min(spoken) >= refused + 1
    for person in (scene.head, scene.stranger):
        assert len([each for each in (await person.see()).messages if each.from_bot]) == 1


async def test_a_letter_told_to_wait_is_sent_once_and_no_sooner(scene: Scene) -> None:
    """It is due when Telegram says."""
    await scene.comes_in(scene.head, Role.HEAD)
    scene.strain.refuse("sendMessage", code=429, retry_after=1)
    await scene.head.tap("Zaproś Sekretarza")
    await scene.head.shown("?start=")
    await scene.until_letters_are("sent")
    refused, sent = [at for name, _, at in scene.strain.calls if name == "sendMessage"][-2:]
    assert sent >= refused + 1
    assert scene.letters() == [("invitation", "sent", 2)]


async def test_a_letter_whose_answer_was_lost_is_never_sent_again(scene: Scene) -> None:
    """It may have arrived, and here it has: it is marked, shown to the coordinator, and the next
    one goes out."""
    await scene.comes_in(scene.head, Role.HEAD)
    scene.strain.lose_answer("sendMessage")
    await scene.head.tap("Zaproś Sekretarza")
    await scene.until_letters_are("unknown")
    await scene.head.tap("Zaproś Sekretarza")
    await scene.until_letters_are("unknown", "sent")
    links = [each for each in (await scene.head.see()).messages if "?start=" in each.text]
    assert len(links) == 2
    await scene.comes_in(scene.stranger, Role.COORDINATOR)
    await scene.stranger.until("nie wiadomo, czy dotarły: 1")


async def test_a_card_whose_answer_was_lost_is_shown_again(scene: Scene) -> None:
    """At worst a person sees one card twice."""
    scene.strain.lose_answer("sendMessage")
    await scene.stranger.say("/start")
    await scene.stranger.until(
        lambda sight: len([each for each in sight.messages if each.from_bot]) == 2
    )


async def test_a_letter_to_somebody_who_blocked_the_bot_is_undeliverable(scene: Scene) -> None:
    """Others get theirs."""
    await scene.comes_in(scene.head, Role.HEAD)
    await scene.head.block()
    await scene.comes_in(scene.secretary, Role.SECRETARY)
    await scene.until_letters_are("undeliverable")


async def test_a_letter_about_an_office_is_not_told_to_a_stranger_to_it(scene: Scene) -> None:
    """Whoever lost the office since hears of that, and of nothing else about it."""
    await scene.head.say("/start")
    for code in (NoticeCode.APPROVED, NoticeCode.OFFICE_ACCESS_REVOKED):
        scene.post("key-" + code, code=code, office_id=1)
    await scene.until_letters_are("undeliverable", "sent")


async def test_a_letter_that_cannot_be_drawn_stops_nobody(scene: Scene) -> None:
    """It names a sentence that this program does not have; the next letter is sent."""
    await scene.comes_in(scene.head, Role.HEAD)
    strange = text(
        "INSERT INTO letter (key, person_id, code, content, state, attempts, due_at, changed_at) "
        "VALUES ('x', :person, 'no-such-news', '{}', 'pending', 7, '2026-01-01', '2026-01-01')"
    )
    scene.database.write(lambda c: c.execute(strange, {"person": scene.head.member.id}))
    await scene.head.tap("Zaproś Sekretarza")
    await scene.head.shown("?start=")
    await scene.until_letters_are("undeliverable", "sent")


async def weather(scene: Scene, **rule: object) -> None:
    """One rule of the playground's weather."""
    told = await scene.head.http.put("/playground/weather", json={"rules": [rule]})
    assert told.status_code == 200


async def test_told_to_stop_in_the_middle_of_a_letter_the_others_wait(scene: Scene) -> None:
    """Whoever comes next sends them; only the one on its way may or may not have arrived."""
    await scene.comes_in(scene.head, Role.HEAD)
    before = len(scene.strain.calls)
    await weather(scene, kind="hang", method="sendMessage", count=1, seconds=1)
    scene.post("a", "b", "c")
    scene.engine.speaker.letters_wait()
    async with asyncio.timeout(20), scene.strain.called:
        await scene.strain.called.wait_for(
            lambda: "sendMessage" in [name for name, _, _ in scene.strain.calls[before:]]
        )
    await scene.stop()
    assert [state for _, state, _ in scene.letters()] == ["unknown", "pending", "pending"]


async def test_a_document_whose_answer_was_lost_comes_again_only_when_asked_for(
    scene: Scene,
) -> None:
    """It is a letter like any other: told to wait it waits, and what may have arrived stays."""
    await scene.comes_in(scene.head, Role.HEAD)
    scene.database.write(lambda c: settings.put(c, Key.DEADLINE, "2027-01-15"))
    scene.strain.refuse("sendDocument", code=429, retry_after=1)
    await scene.head.say("/eksport")
    await scene.head.tap("Kalendarz")
    await scene.until_letters_are("sent")
    scene.strain.lose_answer("sendDocument")
    await scene.head.tap("Kalendarz")
    await scene.until_letters_are("sent", "unknown")
    await scene.head.tap("Kalendarz")
    await scene.until_letters_are("sent", "unknown", "sent")
    files = [each for each in (await scene.head.see()).messages if each.document]
    assert {each.document for each in files} == {"terminy-urzad-gminy-nowa.ics"}
    assert len(files) == 3


async def test_what_telegram_told_another_process_holds_here_too(scene: Scene) -> None:
    """Of the wait only the database tells; the card is shown when it is over."""
    until = clock.now() + timedelta(seconds=1)
    scene.database.write(lambda c: pace.be_silent(c, until, clock.now()))
    await scene.stranger.say("/start")
    await scene.stranger.card()
    assert clock.now() >= until
    scene.strain.refuse("sendMessage", code=429, retry_after=1)
    told = clock.now()
    await scene.head.say("/start")
    await scene.head.card()
    silence = scene.database.read(lambda c: settings.with_silence(c, clock.now())[1])
    assert silence is not None
    assert silence >= told + timedelta(seconds=1)
