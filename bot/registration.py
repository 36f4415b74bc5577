"""That Telegram posts to this bot's address: told at the start, and looked after.

One token has one webhook, and any program with the token may set another or take it away; whoever
was posted to hears nothing of it. So each process asks now and then. What was taken is set again at
once, and where it is taken again later and later, so that two deployments with different addresses
do not fight each other for it; meanwhile the process is not ready.
"""

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

import structlog
from telegram import Bot, WebhookInfo
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.inbound import WANTED
from bot.receive import pause
from bot.webhook import Hook

log = structlog.get_logger()

MOST_CONNECTIONS: Final = 100
"""At once, from Telegram (Bot API, setWebhook: 1–100)."""
LOOK_EVERY = 60.0
"""Seconds, from half to one and a half times as many: processes do not ask together."""
FIRST_PAUSE = 120.0
"""Seconds after which a webhook that was set again and taken again is set again; then doubled."""
LONGEST_PAUSE = 3600.0
HELD = 2 * LONGEST_PAUSE
"""Seconds after which a webhook that is taken counts as taken for the first time."""
TOLD_AGAIN = timedelta(hours=1)


@dataclass(slots=True)
class Registration:
    """Sets the webhook, and sees that it stays set.

    `known` hears, whenever it is certain, whether Telegram posts to the address.
    """

    bot: Bot
    hook: Hook
    known: Callable[[bool], None] = lambda _: None
    _set: bool = False
    """Whether Telegram has taken address and secret from here, and has been seen with no other."""
    _set_at: float = 0.0
    _times_taken: int = 0
    _again_at: float = 0.0
    _told: tuple[str, datetime] | None = None

    async def run(self) -> None:
        """Tell Telegram the address, as each process does; then look after it until cancelled.

        Raises InvalidToken at the start when Telegram does not know the bot, and BadRequest for an
        address that Telegram does not take, unless it posts to it already.
        """
        await self._begin()
        while True:
            await asyncio.sleep(LOOK_EVERY * random.uniform(0.5, 1.5))  # noqa: S311 - no secret
            await self._look()

    async def _begin(self) -> None:
        failures = 0
        while (fault := await self._not_begun()) is not None:
            await asyncio.sleep(pause(fault, failures))
            failures += 1

    async def _not_begun(self) -> TelegramError | None:
        """Tell Telegram the address for the first time; what failed, if that is to be repeated."""
        try:
            await self._register()
        except InvalidToken:
            raise
        except BadRequest as refused:
            # Telegram looks the name up anew where anything is set differently, and may fail.
            now = await self._asked()
            if now is None:
                return refused
            if now.url != self.hook.url:
                raise
            log.warning("WEBHOOK_URL is refused, but in force", why=refused.message)
            self.known(True)
        except TelegramError as fault:
            # Also a Conflict: another process was setting it at the same moment.
            log.warning("webhook not set yet", why=fault.message)
            return fault
        return None

    async def _register(self) -> None:
        """Tell Telegram the address; the same changes nothing."""
        await self.bot.set_webhook(
            self.hook.url,
            max_connections=MOST_CONNECTIONS,
            allowed_updates=WANTED,
            secret_token=self.hook.secret,
        )
        self._set, self._set_at = True, time.monotonic()
        self.known(True)

    async def _asked(self) -> WebhookInfo | None:
        """What Telegram says of the webhook, if it says anything."""
        try:
            return await self.bot.get_webhook_info()
        except InvalidToken:
            raise
        except TelegramError as fault:
            log.warning("Telegram does not say where it posts to", why=fault.message)
            return None

    async def _look(self) -> None:
        try:
            now = await self._asked()
        except InvalidToken:
            # As a proxy may say, too; letters wait for as long.
            log.warning("Telegram does not know the bot", see="komplet doctor")
            self.known(False)
            return
        if now is None:
            return
        ours = now.url == self.hook.url
        self.known(ours)
        if ours:
            self._tell_trouble(now)
        else:
            self._taken(now.url)
        if (ours and self._set) or time.monotonic() < self._again_at:
            return
        try:
            await self._register()
        except TelegramError as fault:
            log.warning("webhook not set again yet", why=fault.message)
        else:
            log.info("webhook set again")

    def _taken(self, url: str) -> None:
        """Another program has set the webhook, or has taken it away to poll."""
        now = time.monotonic()
        if self._set:
            self._set = False
            if now - self._set_at > HELD:
                self._times_taken = 0
            if self._times_taken:
                wait = FIRST_PAUSE * 2.0 ** min(self._times_taken - 1, 10)
                self._again_at = now + min(wait, LONGEST_PAUSE)
            self._times_taken += 1
        log.warning(
            "another program with the same token has taken the webhook; stop it",
            # Not the whole address: some have a secret in it.
            posts_to=urlsplit(url).hostname if url else "nobody, it may be polled",
            set_again_in=max(0, round(self._again_at - now)),
        )

    def _tell_trouble(self, now: WebhookInfo) -> None:
        """Say what Telegram says of its last delivery, if it failed: each reason once an hour."""
        why, at = now.last_error_message, now.last_error_date
        if why is None or at is None:
            return
        if self._told is not None:
            told, then = self._told
            if why == told and at < then + TOLD_AGAIN:
                return
        self._told = why, at
        waiting = now.pending_update_count
        log.warning("Telegram could not deliver", why=why, at=at.isoformat(), waiting=waiting)
