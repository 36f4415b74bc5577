"""Receiving from the real playground: in order, side by side, confirmed after the commit."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field

import pytest
from telegram import Bot, Update

from bot.pace import BURST
from bot.playground import people
from bot.playground.bot_api import serve
from bot.playground.cast import HEAD_OF_TERESPOL, HEAD_OF_WLODAWA
from bot.playground.world import World
from bot.receive import TRIES, Receiver
from tests.running import TOKEN

ANNA, PIOTR = HEAD_OF_WLODAWA.id, HEAD_OF_TERESPOL.id
Process = Callable[[Update], Awaitable[None]]


@dataclass
class Desk:
    """A receiver whose turns a test writes itself; what it took, and what it set aside."""

    world: World
    receiver: Receiver
    taken: list[str] = field(default_factory=list)
    committed: set[int] = field(default_factory=set)
    aside: list[tuple[str, str]] = field(default_factory=list)
    turned_away: list[tuple[str, bool]] = field(default_factory=list)
    polls: int = 0
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    def say(self, person: int, *texts: str) -> None:
        for text in texts:
            people.say(self.world, self.world.chats[person], text)

    async def commit(self, update: Update) -> None:
        async with self.changed:
            self.taken.append(text_of(update))
            self.committed.add(update.update_id)
            self.changed.notify_all()

    async def until_taken(self, *texts: str) -> None:
        async with asyncio.timeout(20), self.changed:
            await self.changed.wait_for(lambda: set(texts) <= set(self.taken))

    async def until_confirmed(self) -> None:
        """Until Telegram has nothing left that waits."""
        async with asyncio.timeout(20):
            updates = self.world.updates
            await updates.changed.wait_for(lambda: not updates.pending(), 20)

    @property
    def waiting(self) -> list[str]:
        """What Telegram would deliver again."""
        return [each.update["message"]["text"] for each in self.world.updates.pending()]


def text_of(update: Update) -> str:
    assert update.message is not None
    return update.message.text or ""


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    world = World(TOKEN)
    async with serve(world) as playground, Bot(TOKEN, base_url=f"{playground.url}/bot") as bot:
        yield a_desk(world, bot)


def a_desk(world: World, bot: Bot) -> Desk:
    async def set_aside(update: Update, trace: str) -> None:
        made.aside.append((text_of(update), trace))
        await made.commit(update)

    async def turn_away(updates: Sequence[Update], tell: bool) -> None:
        made.turned_away += [(text_of(each), tell) for each in updates]
        for each in updates:
            await made.commit(each)

    def polled() -> None:
        made.polls += 1

    async def never(update: Update) -> None:
        raise AssertionError("the test gives the turn")

    receiver = Receiver(
        bot,
        never,
        lambda update_id: update_id in made.committed,
        lambda update_id: ValueError(f"of {update_id}"),
        set_aside,
        turn_away,
        polled,
    )
    made = Desk(world, receiver)
    return made


@contextlib.asynccontextmanager
async def receiving(desk: Desk, process: Process) -> AsyncIterator[None]:
    desk.receiver.process = process
    running = asyncio.create_task(desk.receiver.run())
    try:
        yield
    finally:
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running


async def test_one_persons_slow_turn_holds_up_nobody_else(desk: Desk) -> None:
    """Piotr is answered while Anna's first message is still worked on; Anna's stay in order."""
    released = asyncio.Event()

    async def process(update: Update) -> None:
        if text_of(update) == "anna 1":
            await released.wait()
        await desk.commit(update)

    desk.say(ANNA, "anna 1", "anna 2", "anna 3")
    desk.say(PIOTR, "piotr 1", "piotr 2")
    async with receiving(desk, process):
        await desk.until_taken("piotr 1", "piotr 2")
        assert desk.taken == ["piotr 1", "piotr 2"]
        released.set()
        await desk.until_taken("anna 3")
    assert desk.taken[2:] == ["anna 1", "anna 2", "anna 3"]


async def test_telegram_keeps_an_update_until_its_turn_is_committed(desk: Desk) -> None:
    """Confirmed by the next poll, not by taking it."""
    begun, released = asyncio.Event(), asyncio.Event()

    async def process(update: Update) -> None:
        begun.set()
        await released.wait()
        await desk.commit(update)

    desk.say(ANNA, "anna 1")
    async with receiving(desk, process):
        await begun.wait()
        assert desk.waiting == ["anna 1"]
        released.set()
        await desk.until_confirmed()
    assert desk.taken == ["anna 1"]


async def test_what_was_not_committed_comes_again_to_the_next_process(desk: Desk) -> None:
    """The first receiver dies in the middle of a batch."""
    begun = asyncio.Event()

    async def dies(update: Update) -> None:
        if text_of(update) == "anna 2":
            begun.set()
            await asyncio.Event().wait()
        await desk.commit(update)

    desk.say(ANNA, "anna 1", "anna 2")
    async with receiving(desk, dies):
        await begun.wait()
    async with receiving(desk, desk.commit):
        await desk.until_confirmed()
    assert desk.taken == ["anna 1", "anna 1", "anna 2"]


async def test_an_update_that_keeps_failing_is_set_aside_and_the_next_is_taken(desk: Desk) -> None:
    """Five tries, then the next of the same person; others are not touched by it."""
    tries = 0

    async def process(update: Update) -> None:
        nonlocal tries
        if text_of(update) == "zła":
            tries += 1
            return
        await desk.commit(update)

    desk.say(ANNA, "zła", "dobra")
    async with receiving(desk, process):
        await desk.until_taken("dobra")
        await desk.until_confirmed()
    assert tries == TRIES
    assert [text for text, _ in desk.aside] == ["zła"]
    assert "ValueError: of" in desk.aside[0][1]


async def test_an_update_that_cannot_even_be_set_aside_comes_again(desk: Desk) -> None:
    """The database is away for a moment: nothing is confirmed, nothing is lost."""
    away = True
    keep = desk.receiver.set_aside

    async def set_aside(update: Update, trace: str) -> None:
        nonlocal away
        if away:
            away = False
            raise OSError("the database is away")
        await keep(update, trace)

    async def process(_: Update) -> None:
        """Never commits."""

    desk.receiver.set_aside = set_aside
    desk.say(ANNA, "anna 1")
    async with receiving(desk, process):
        await desk.until_confirmed()
    assert [text for text, _ in desk.aside] == ["anna 1"]


async def test_the_first_poll_tells_at_once_that_updates_come(desk: Desk) -> None:
    """Long polling would keep a quiet bot unready for half a minute."""
    async with asyncio.timeout(10), receiving(desk, desk.commit):
        while desk.polls < 1:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.01)


async def test_what_is_too_much_is_turned_away_and_others_are_taken(desk: Desk) -> None:
    """A hundred messages at once: the first are taken, the rest are settled without a turn."""
    desk.say(ANNA, *(f"anna {n}" for n in range(60)))
    desk.say(PIOTR, "piotr 1")
    async with receiving(desk, desk.commit):
        await desk.until_taken("piotr 1")
        await desk.until_confirmed()
    away = [text for text, _ in desk.turned_away]
    assert len(away) == 60 - BURST - 1
    assert away == [f"anna {n}" for n in range(BURST + 1, 60)]
    assert all(tell for _, tell in desk.turned_away)
