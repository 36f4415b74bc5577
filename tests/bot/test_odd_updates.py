"""Updates as nobody expects them: each is answered or set aside, and holds nobody up."""

import asyncio
import json
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.app import TRIES, Engine
from bot.inbound import Received, read, received
from bot.playground.bot_api import serve
from bot.playground.cast import STRANGER
from bot.playground.world import World
from bot.queues import Queues
from conversations.events import Sent, SentKind
from storage.database import Database
from tests.running import TOKEN, USERNAME

SENDER = {"id": STRANGER.id, "is_bot": False, "first_name": "Karol"}
CHAT = {"id": STRANGER.id, "type": "private"}


def message(**content: object) -> Received:
    whole = {"message_id": 1, "date": 1, "chat": CHAT, "from": SENDER, **content}
    return received({"update_id": 7, "message": whole})


def tap(**content: object) -> Received:
    return received({"update_id": 8, "callback_query": {"from": SENDER, **content}})


@pytest.fixture
async def engine(database: Database) -> AsyncIterator[Engine]:
    async with serve(World(TOKEN)) as playground, Engine(TOKEN, playground.url, database) as engine:
        await engine.meet()
        yield engine


@pytest.mark.parametrize("odd", ["a \ud800 b", "a \0 b"], ids=["half a pair", "NUL"])
async def test_what_no_database_keeps_is_set_aside_and_holds_up_nobody(
    engine: Engine, database: Database, odd: str
) -> None:
    """Half a surrogate pair, or NUL, in an update that cannot be answered, and in the fault."""

    async def fails(*_: object) -> None:
        raise ValueError(odd)

    engine.application.handlers[0][0].callback = fails
    settled = [await engine.settle(message(text=odd)) for _ in range(TRIES)]
    assert settled == [*[False] * (TRIES - 1), True]
    kept = "SELECT payload, traceback FROM set_aside"
    [(payload, trace)] = database.read(lambda c: c.execute(text(kept)).all())
    assert json.loads(payload)["message"]["text"] in {"a ? b", odd}
    assert "ValueError: a ? b" in trace


def test_null_is_as_absent() -> None:
    pressed = read(tap(id="1", data=None, message=None), USERNAME)
    assert pressed is not None
    assert (pressed.event, pressed.callback_id, pressed.tapped_message) == (None, "1", None)
    assert tap().tap is None
    for nothing in ("text", "document", "photo"):
        said = read(message(**{nothing: None}), USERNAME)
        assert said is not None
        assert said.event == Sent(SentKind.OTHER)
    assert message(date=None).written is None
    assert message(date="yesterday").written is None


async def test_a_pace_that_fails_leaves_nobody_without_an_answer() -> None:
    async def settle(_: Received) -> bool:
        return True

    async def turn_away(*_: object) -> None:
        raise AssertionError("nobody is too fast")

    queues = Queues(settle, turn_away)
    with capture_logs() as lines:
        # The second one's clock is beyond what a float holds.
        answers = [queues.settled(message(date=date)) for date in (10**400, 1)]
        async with asyncio.timeout(20):
            assert await asyncio.gather(*answers) == [True, True]
    assert [line["event"] for line in lines] == ["the pace cannot tell who is too fast"]
