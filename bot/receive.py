"""Receiving: long polling that confirms an update only after its turn has committed.

Telegram is the inbox: a higher offset confirms (Bot API, getUpdates), so the offset moves past an
update when the turn is committed or the update stored aside. `Application.process_update` swallows
a handler's exception, so what counts is what the turn itself reports.
"""

import asyncio
import traceback
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

import structlog
from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot import clock
from bot.pace import Pace
from bot.patience import wait_of

log = structlog.get_logger()

TRIES = 5
FIRST_WAIT = 0.05
POLL_SECONDS = 30
LONGEST_WAIT = 30
WANTED = ["message", "callback_query", "my_chat_member", "inline_query"]


TurnAway = Callable[[Sequence[Update], bool], Awaitable[None]]


def _nothing() -> None:
    """Nobody listens."""


@dataclass(slots=True)
class Receiver:
    """Takes updates to `process` and moves on when they are settled.

    `process` runs one update; `committed` says whether its turn was; `set_aside` keeps an update
    that failed five times, with its traceback, and returns when that is committed. `turn_away`
    settles one person's updates that `bot.pace` does not let in, and tells the person if asked to;
    `polled` hears of each poll that succeeded.
    """

    bot: Bot
    process: Callable[[Update], Awaitable[None]]
    committed: Callable[[int], bool]
    failure: Callable[[int], BaseException | None]
    set_aside: Callable[[Update, str], Awaitable[None]]
    turn_away: TurnAway
    polled: Callable[[], None] = _nothing
    pace: Pace = field(default_factory=Pace)

    async def run(self) -> None:
        """Poll until cancelled. Raises InvalidToken when Telegram does not know the bot."""
        offset = failures = timeout = 0
        while True:
            try:
                updates = await self.bot.get_updates(
                    offset=offset, timeout=timeout, allowed_updates=WANTED
                )
                self.polled()
                timeout = POLL_SECONDS  # the first poll is answered at once, and says that it works
                if updates:
                    await self.settle(updates)
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
            except Exception:
                log.exception("updates not settled; they will come again")
                await asyncio.sleep(1)

    async def settle(self, updates: Sequence[Update]) -> None:
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
        for attempt in range(TRIES):
            await self.process(update)
            if self.committed(update.update_id):
                return
            await asyncio.sleep(FIRST_WAIT * 2**attempt)
        fault = self.failure(update.update_id)
        trace = "".join(traceback.format_exception(fault)) if fault else "no traceback"
        log.error("update stored aside", update=update.update_id, fault=type(fault).__name__)
        await self.set_aside(update, trace)
