"""Receiving by long polling: Telegram forgets an update only after it is settled.

Telegram is the inbox: a higher offset confirms (Bot API, getUpdates), so the offset moves past an
update when its turn is committed or it is stored aside. By webhook the reply confirms it instead:
see `bot.webhook`.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import structlog
from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot import clock, inbound
from bot.pace import Pace
from bot.patience import wait_of
from bot.transport import Transport

log = structlog.get_logger()

FIRST_WAIT = 0.05
LAST_WAIT = 5.0
POLL_SECONDS = 30
LONGEST_WAIT = 30
WANTED = ["message", "callback_query", "my_chat_member", "inline_query"]


class Polling(Transport):
    """The way of getUpdates: what is not looked at is left out before it becomes objects."""

    def __init__(self) -> None:
        super().__init__(connections=2, read_seconds=POLL_SECONDS + 10)

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """The answer (PTB, `BaseRequest.parse_json_payload`), every update made lean."""
        answer = BaseRequest.parse_json_payload(payload)
        for each in answer.get("result") or ():
            inbound.lean(each)
        return answer


Settle = Callable[[Update], Awaitable[bool]]
"""Run an update's turn: True once it is committed or, after enough failures, stored aside."""
TurnAway = Callable[[Sequence[Update], bool], Awaitable[None]]
"""Settle updates of one person that are not taken, and tell the person if asked to."""


def _nothing() -> None:
    """Nobody listens."""


@dataclass(slots=True)
class Receiver:
    """Polls, has each update settled, however often that takes, and moves on.

    `turn_away` settles one person's updates that `bot.pace` does not let in, and tells the person
    if asked to; `polled` hears of each poll that succeeded.
    """

    bot: Bot
    settle: Settle
    turn_away: TurnAway
    polled: Callable[[], None] = _nothing
    pace: Pace = field(default_factory=Pace)

    async def run(self) -> None:
        """Poll until cancelled. Raises InvalidToken when Telegram does not know the bot."""
        offset = failures = timeout = 0
        hooked = True
        while True:
            try:
                if hooked:
                    await self.bot.delete_webhook()
                    hooked = False
                updates = await self.bot.get_updates(
                    offset=offset, timeout=timeout, allowed_updates=WANTED
                )
                self.polled()
                timeout = POLL_SECONDS  # the first poll is answered at once, and says that it works
                if updates:
                    await self._settle_all(updates)
                    offset = updates[-1].update_id + 1
                failures = 0
            except InvalidToken:
                raise
            except Conflict:
                log.warning("another program polls with the same token; stop it")
                await asyncio.sleep(5)
            except RetryAfter as wait:
                await asyncio.sleep(wait_of(wait).total_seconds())
            except TelegramError as fault:
                log.warning("no updates", fault=type(fault).__name__, why=fault.message)
                await asyncio.sleep(min(LONGEST_WAIT, 0.5 * 2 ** min(failures, 6)))
                failures += 1

    async def _settle_all(self, updates: Sequence[Update]) -> None:
        """Settle a batch: people side by side, each one's updates in their order."""
        people: dict[int, list[Update]] = {}
        for update in updates:
            person = update.effective_user.id if update.effective_user else 0
            people.setdefault(person, []).append(update)
        await asyncio.gather(*(self._settle_in_order(*each) for each in people.items()))

    async def _settle_in_order(self, person: int, updates: Sequence[Update]) -> None:
        split = self.pace.split(person, updates, clock.now().timestamp())
        for update in split.taken:
            await self._settle_one(update)
        if split.surplus:
            if split.tell:
                log.warning("somebody is too fast: updates are not taken")
            await self.turn_away(split.surplus, split.tell)

    async def _settle_one(self, update: Update) -> None:
        wait = FIRST_WAIT
        while True:
            try:
                if await self.settle(update):
                    return
            except Exception:
                log.exception("update not settled; it is tried again", update=update.update_id)
            await asyncio.sleep(wait)
            wait = min(LAST_WAIT, 2 * wait)
