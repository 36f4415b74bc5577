"""Flood control: when Telegram tells one send to wait, every send of every process waits.

This process knows at once; the others read it from the database before they draw a card or claim a
letter (`storage.pace`). A letter that meets a wait is not held, since its claim would run out.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot import clock

Answer = bool | dict[str, Any] | list[dict[str, Any]]

MARGIN = timedelta(seconds=0.1)

# PTB's next major version knows no other form; this one warns at each RetryAfter until it is set.
os.environ["PTB_TIMEDELTA"] = "true"


def wait_of(refused: RetryAfter) -> timedelta:
    """How long Telegram says to wait, and a little more."""
    told = refused.retry_after
    assert isinstance(told, timedelta), "PTB_TIMEDELTA is set above"
    return told + MARGIN


Leaves = Callable[[], object]
"""What is called when a letter is about to leave: from then on it may arrive."""


class Held(RetryAfter):
    """A letter met the wait that another request was told, and has not left."""


class Patience(BaseRateLimiter[Leaves]):
    """Lets requests through at once until one is answered RetryAfter; then holds all until it ends.

    The refused request raises RetryAfter to whoever made it, since only they know whether it is
    still wanted by then. A letter, which gives `Leaves` as PTB's `rate_limit_args`, raises Held
    instead of being held. Long polling is not held (PTB, BaseRateLimiter). `tell` lets the other
    processes know until when (UTC).
    """

    def __init__(self, tell: Callable[[datetime], Awaitable[None]]) -> None:
        self._until = 0.0
        self._tell = tell

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to let go."""

    async def over(self) -> None:
        """Wait until requests may be made."""
        time = asyncio.get_running_loop().time
        while (left := self._until - time()) > 0:  # noqa: ASYNC110 - it may be prolonged
            await asyncio.sleep(left)

    def hold(self, wait: timedelta) -> None:
        """Hold all requests of this process for so long, or longer if that was told before."""
        until = asyncio.get_running_loop().time() + wait.total_seconds()
        self._until = max(self._until, until)

    async def process_request(  # noqa: PLR0917 - PTB's signature
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Leaves | None,
    ) -> Answer:
        """Make a request when it may be made; raises what the request raises, a letter's Held."""
        del endpoint, data
        if rate_limit_args is None:
            await self.over()
        else:
            left = self._until - asyncio.get_running_loop().time()
            if left > 0:
                raise Held(timedelta(seconds=left))
            rate_limit_args()
        try:
            return await callback(*args, **kwargs)
        except RetryAfter as refused:
            wait = wait_of(refused)
            self.hold(wait)
            await self._tell(clock.now() + wait)
            raise
