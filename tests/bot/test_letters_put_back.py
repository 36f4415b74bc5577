"""Letters that were claimed and have certainly not left wait on, as though nobody had tried."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from bot import clock, letters, outbound
from storage.database import Database
from storage.tables.traffic import LetterRow
from tests.bot.test_outbound import Scene, on_stage
from tests.statements import Halt, halted

CLAIMING = "UPDATE letter"
DRAWING = "FROM talk"


@pytest.fixture
async def scene(database: Database) -> AsyncIterator[Scene]:
    """A head who has a chat, on either database."""
    async with on_stage(database) as scene:
        await scene.head.say("/start")
        await scene.head.card()
        async with asyncio.timeout(20):
            while scene.engine.speaker._tasks:
                await asyncio.wait(scene.engine.speaker._tasks)
        yield scene


async def reached(halt: Halt) -> None:
    assert await asyncio.to_thread(halt.reached.wait, 20)


def post(scene: Scene, *keys: str) -> None:
    scene.post(*keys)
    scene.engine.speaker.letters_wait()


async def told_to_stop(scene: Scene) -> None:
    """Nothing new is begun."""
    scene.running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await scene.running


def sent(scene: Scene) -> list[str]:
    return [name for name, _, _ in scene.strain.calls if name == "sendMessage"]


def due(database: Database) -> datetime:
    """When the only letter leaves."""
    moment: datetime = database.read(
        lambda c: c.scalars(select(LetterRow.__table__.c.due_at)).one()
    )
    return moment


@pytest.mark.parametrize("code", [401, 404])
async def test_while_telegram_does_not_know_the_bot_letters_wait(scene: Scene, code: int) -> None:
    """One is tried, the operator is told, and none is the worse for it."""
    before = len(sent(scene))
    scene.strain.refuse("sendMessage", code=code)
    with capture_logs() as lines:
        post(scene, "a", "b", "c")
        async with asyncio.timeout(20):
            while "letters wait: Telegram does not know the bot" not in [  # noqa: ASYNC110 - a log
                line["event"] for line in lines
            ]:
                await asyncio.sleep(0.01)
        scene.engine.speaker.letters_wait()
    assert len(sent(scene)) == before + 1
    assert scene.letters() == [("something-broke", "pending", 0)] * 3


async def test_letters_leave_once_telegram_knows_the_bot_again(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters, "UNKNOWN_BOT_WAIT", timedelta(seconds=0.1))
    for _ in range(3):
        scene.strain.refuse("sendMessage", code=401)
    post(scene, "a", "b")
    await scene.until_letters_are("sent", "sent")
    assert [tries for _, _, tries in scene.letters()] == [1, 1]


async def test_a_letter_that_something_else_than_telegram_answered_is_unknown_at_once(
    scene: Scene,
) -> None:
    """It may have arrived, and here it has; the next one leaves."""
    scene.strain.answer_with_a_page("sendMessage")
    post(scene, "a", "b")
    await scene.until_letters_are("unknown", "sent")


async def test_told_to_stop_while_a_letter_is_claimed_it_is_sent_all_the_same(scene: Scene) -> None:
    with halted(CLAIMING) as claiming:
        post(scene, "a")
        await reached(claiming)
        await told_to_stop(scene)
        claiming.go.set()
        await scene.engine.speaker.finish()
    assert scene.letters() == [("something-broke", "sent", 1)]


async def test_told_to_stop_while_a_letter_is_drawn_it_is_left_to_the_next_process(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Here that takes longer than a process has that stops."""
    monkeypatch.setattr(outbound, "LAST_WORDS", 0.05)
    before = len(sent(scene))
    with halted(DRAWING) as drawing:
        post(scene, "a")
        await reached(drawing)
        await told_to_stop(scene)
        await scene.engine.speaker.finish()
    assert scene.letters() == [("something-broke", "pending", 0)]
    assert len(sent(scene)) == before


async def test_a_letter_that_meets_the_wait_of_another_call_is_put_back(scene: Scene) -> None:
    """Held for longer than its claim lasts, it would count as one that may have arrived."""
    wait = timedelta(minutes=5)
    with halted(CLAIMING) as claiming:
        post(scene, "a")
        await reached(claiming)
        scene.engine.speaker._patience.hold(wait)
        claiming.go.set()
        async with asyncio.timeout(20):
            while due(scene.database) < clock.now() + wait / 2:  # noqa: ASYNC110 - a database
                await asyncio.sleep(0.02)
    assert scene.letters() == [("something-broke", "pending", 0)]
