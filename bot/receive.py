"""Receiving by long polling: Telegram forgets an update only after it is settled.

Telegram is the inbox: a higher offset confirms (Bot API, getUpdates), so the offset moves past an
update when its turn is committed or it is stored aside. By webhook the reply confirms it instead:
see `bot.webhook`.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot.calls import form
from bot.inbound import WANTED, Received, received
from bot.patience import wait_of
from bot.queues import Queues, Settle, TurnAway
from bot.transport import Transport

log = structlog.get_logger()

FIRST_WAIT = 0.05
LAST_WAIT = 5.0
POLL_SECONDS = 30
LONGEST_WAIT = 30


class Polling(Transport):
    """The way of getUpdates."""

    def __init__(self) -> None:
        super().__init__(connections=2, read_seconds=POLL_SECONDS + 10)


def pause(fault: TelegramError, failures: int) -> float:
    """Seconds after which Telegram is asked again: as it says, or longer with each failure."""
    if isinstance(fault, RetryAfter):
        return wait_of(fault).total_seconds()
    return min(LONGEST_WAIT, 0.5 * 2.0 ** min(failures, 6))


def _nothing() -> None:
    """Nobody listens."""


@dataclass(slots=True)
class Receiver:
    """Polls, has each update settled, however often that takes, and moves on.

    `polling` is its own way to the Bot API. `turn_away` settles what comes too fast; `polled` hears
    of each poll that succeeded.
    """

    bot: Bot
    polling: BaseRequest
    settle: Settle
    turn_away: TurnAway
    polled: Callable[[], None] = _nothing

    async def run(self) -> None:
        """Poll until cancelled. Raises InvalidToken when Telegram does not know the bot."""
        queues = Queues(self._settle_one, self._turn_away)
        try:
            await self._poll(queues)
        finally:
            queues.cancel()

    async def _poll(self, queues: Queues) -> None:
        offset = failures = timeout = 0
        hooked = True
        while True:
            try:
                if hooked:
                    await self.bot.delete_webhook()
                    hooked = False
                updates = await self._updates(offset, timeout)
                self.polled()
                timeout = POLL_SECONDS  # the first poll is answered at once, and says that it works
                if updates:
                    await asyncio.gather(*map(queues.settled, updates))
                    offset = updates[-1].update_id + 1
                failures = 0
            except InvalidToken:
                raise
            except Conflict as fault:
                log.warning("another program polls with the same token; stop it", why=fault.message)
                await asyncio.sleep(5)
            except RetryAfter as wait:
                await asyncio.sleep(pause(wait, failures))
            except TelegramError as fault:
                log.warning("no updates", fault=type(fault).__name__, why=fault.message)
                await asyncio.sleep(pause(fault, failures))
                failures += 1

    async def _updates(self, offset: int, wait: int) -> list[Received]:
        asked = {"offset": offset, "timeout": wait, "allowed_updates": json.dumps(WANTED)}
        data = form({name: str(value) for name, value in asked.items()})
        raw: Any = await self.polling.post(f"{self.bot.base_url}/getUpdates", data)
        return [received(each) for each in raw]

    async def _settle_one(self, update: Received) -> bool:
        await _until_true(lambda: self.settle(update), update)
        return True

    async def _turn_away(self, updates: Sequence[Received], tell: bool) -> None:
        async def turned_away() -> bool:
            await self.turn_away(updates, tell)
            return True

        await _until_true(turned_away, updates[0])


async def _until_true(settle: Callable[[], Awaitable[bool]], update: Received) -> None:
    """Try to settle an update, less and less often: one that fails ends nobody else's."""
    wait = FIRST_WAIT
    while True:
        try:
            if await settle():
                return
        except Exception:
            log.exception("update not settled; it is tried again", update=update.update_id)
        await asyncio.sleep(wait)
        wait = min(LAST_WAIT, 2 * wait)
