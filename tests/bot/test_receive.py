"""Receiving from the real playground: in order, side by side, confirmed after the commit."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace

import pytest
from telegram import Bot

from bot.inbound import Received, read, received
from bot.pace import BURST
from bot.playground import people
from bot.playground.bot_api import serve
from bot.playground.cast import HEAD_OF_TERESPOL, HEAD_OF_WLODAWA
from bot.playground.world import World
from bot.queues import Settle, TurnAway
from bot.receive import Polling, Receiver
from tests.running import TOKEN, USERNAME
from tests.strain import strained

ANNA, PIOTR = HEAD_OF_WLODAWA.id, HEAD_OF_TERESPOL.id


@dataclass
class Desk:
    """A receiver whose turns a test writes itself, and what it took."""

    world: World
    bot: Bot
    url: str
    turned_away: list[tuple[str, bool]] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    def say(self, person: int, *texts: str) -> None:
        for text in texts:
            people.say(self.world, self.world.chats[person], text)

    async def commit(self, update: Received) -> bool:
        async with self.changed:
            self.taken.append(text_of(update))
            self.changed.notify_all()
        return True

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


def text_of(update: Received) -> str:
    return str(update.content["text"])


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    world = World(TOKEN)
    async with serve(world) as playground, Bot(TOKEN, base_url=f"{playground.url}/bot") as bot:
        yield Desk(world, bot, playground.url)


@contextlib.asynccontextmanager
async def receiving(
    desk: Desk, settle: Settle, turn_away: TurnAway | None = None
) -> AsyncIterator[None]:
    async def note(updates: Sequence[Received], tell: bool) -> None:
        desk.turned_away += [(text_of(each), tell) for each in updates]

    async with Polling() as polling:
        receiver = Receiver(desk.bot, polling, settle, turn_away or note)
        running = asyncio.create_task(receiver.run())
        try:
            yield
        finally:
            running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await running


async def test_one_persons_slow_turn_holds_up_nobody_else(desk: Desk) -> None:
    """Piotr is answered while Anna's first message is still worked on; Anna's stay in order."""
    released = asyncio.Event()

    async def settle(update: Received) -> bool:
        if text_of(update) == "anna 1":
            await released.wait()
        return await desk.commit(update)

    desk.say(ANNA, "anna 1", "anna 2", "anna 3")
    desk.say(PIOTR, "piotr 1", "piotr 2")
    async with receiving(desk, settle):
        await desk.until_taken("piotr 1", "piotr 2")
        assert desk.taken == ["piotr 1", "piotr 2"]
        released.set()
        await desk.until_taken("anna 3")
    assert desk.taken[2:] == ["anna 1", "anna 2", "anna 3"]


async def test_telegram_keeps_an_update_until_its_turn_is_committed(desk: Desk) -> None:
    """Confirmed by the next poll, not by taking it."""
    begun, released = asyncio.Event(), asyncio.Event()

    async def settle(update: Received) -> bool:
        begun.set()
        await released.wait()
        return await desk.commit(update)

    desk.say(ANNA, "anna 1")
    async with receiving(desk, settle):
        await begun.wait()
        assert desk.waiting == ["anna 1"]
        released.set()
        await desk.until_confirmed()
    assert desk.taken == ["anna 1"]


async def test_what_was_not_committed_comes_again_to_the_next_process(desk: Desk) -> None:
    """The first receiver dies in the middle of a batch."""
    begun = asyncio.Event()

    async def dies(update: Received) -> bool:
        if text_of(update) == "anna 2":
            begun.set()
            await asyncio.Event().wait()
        return await desk.commit(update)

    desk.say(ANNA, "anna 1", "anna 2")
    async with receiving(desk, dies):
        await begun.wait()
    async with receiving(desk, desk.commit):
        await desk.until_confirmed()
    assert desk.taken == ["anna 1", "anna 1", "anna 2"]


async def test_an_update_is_tried_until_it_is_settled_before_the_next_of_its_person(
    desk: Desk,
) -> None:
    """The turn fails, then the database is away for a moment: nothing is confirmed or passed by."""
    tries = 0

    async def settle(update: Received) -> bool:
        nonlocal tries
        if text_of(update) == "anna 1":
            tries += 1
            if tries == 2:
                raise OSError("the database is away")
            if tries < 4:
                return False
        return await desk.commit(update)

    desk.say(ANNA, "anna 1", "anna 2")
    desk.say(PIOTR, "piotr 1")
    async with receiving(desk, settle):
        await desk.until_confirmed()
    assert tries == 4
    assert desk.taken == ["piotr 1", "anna 1", "anna 2"]


async def test_surplus_that_cannot_be_turned_away_yet_ends_nobodys_receiving(desk: Desk) -> None:
    """It is tried again; Piotr is answered, and the next poll comes."""
    tries: list[int] = []

    async def turn_away(updates: Sequence[Received], _: bool) -> None:
        tries.append(len(updates))
        if len(tries) < 3:
            raise OSError("the database is away")

    desk.say(ANNA, *(f"anna {number}" for number in range(BURST + 5)))
    desk.say(PIOTR, "piotr 1")
    async with receiving(desk, desk.commit, turn_away):
        await desk.until_confirmed()
        assert len(tries) == 3
        desk.say(PIOTR, "piotr 2")
        await desk.until_taken("piotr 1", "piotr 2")


async def test_who_polls_takes_a_former_webhook_away(desk: Desk) -> None:
    """Telegram refuses getUpdates while one is set (Bot API, getUpdates)."""
    await desk.bot.set_webhook("http://127.0.0.1:9/gone")
    desk.say(ANNA, "anna 1")
    async with receiving(desk, desk.commit):
        await desk.until_confirmed()
    assert desk.taken == ["anna 1"]


async def test_a_former_webhook_is_taken_away_however_often_that_takes(desk: Desk) -> None:
    """Telegram may be away, or say to wait, in the very moment of the start."""
    await desk.bot.set_webhook("http://127.0.0.1:9/gone")
    desk.say(ANNA, "anna 1")
    async with strained(desk.url) as strain, Bot(TOKEN, base_url=f"{strain.url}/bot") as bot:
        strain.refuse("deleteWebhook", code=502)
        strain.refuse("deleteWebhook", code=429, retry_after=1)
        async with receiving(replace(desk, bot=bot), desk.commit):
            await desk.until_confirmed()
    assert desk.taken == ["anna 1"]
    assert [name for name, _, _ in strain.calls].count("deleteWebhook") == 3


def test_of_our_own_card_below_a_button_nothing_is_kept() -> None:
    card = {"message_id": 7, "date": 1, "chat": {"id": ANNA, "type": "private"}, "text": "…"}
    tap = {"id": "9", "from": {"id": ANNA, "first_name": "Anna"}, "data": "1.2.x.", "message": card}
    update = received({"update_id": 1, "callback_query": tap})
    pressed = read(update, USERNAME)
    assert pressed is not None
    assert (pressed.tapped_message, pressed.callback_id) == (7, "9")
    assert json.loads(update.payload) == {
        "update_id": 1,
        "callback_query": {"id": "9", "from": tap["from"], "data": "1.2.x."},
    }


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 1},
        {"update_id": 1, "message": "Anna Kowalczyk"},
        {"update_id": 1, "message": {"text": "Anna Kowalczyk"}},
        {"update_id": 1, "message": {"from": {"id": "7"}, "text": "Anna Kowalczyk"}},
        {"update_id": 1, "edited_message": {"from": {"id": ANNA}, "text": "Anna Kowalczyk"}},
        {"update_id": 1, "channel_post": {"chat": {"id": -1, "type": "channel"}, "text": "…"}},
    ],
)
def test_what_nobody_wrote_to_the_bot_means_nothing(update: dict[str, object]) -> None:
    """It is confirmed, since Telegram would bring it again for ever."""
    assert read(received(update), USERNAME) is None
