"""The queue between Telegram and the bot: kept until confirmed, and at least once each.

Bot API, "getUpdates": an update is confirmed by asking for a higher offset, and only so. Nothing
is ever dropped because it was handed out.
"""

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from bot.playground.clock import MovableClock
from bot.playground.refusals import another_poller
from bot.playground.signals import Signal

KINDS: Final = ("message", "edited_message", "inline_query", "callback_query", "my_chat_member")
# Telegram's server forgets what the bot does not fetch: a tap far sooner than a message.
KEPT_FOR: Final = {
    "callback_query": timedelta(seconds=150),
    "inline_query": timedelta(seconds=30),
}
KEPT_FOR_OTHERS: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class _Pending:
    update: dict[str, Any]
    expires: datetime


@dataclass
class UpdateQueue:
    """The unconfirmed updates of one bot, oldest first."""

    clock: MovableClock
    changed: Signal = field(default_factory=Signal)
    allowed: tuple[str, ...] = ()
    # Telegram's ids begin anywhere; a bot that keeps its database across two playgrounds must
    # not take new updates for old ones.
    _next_id: int = field(default_factory=lambda: 100_000_000 + secrets.randbelow(800_000_000))
    _pending: list[_Pending] = field(default_factory=list)
    _poller: int = 0

    def push(self, kind: str, body: dict[str, Any]) -> None:
        """Queue an update, unless its kind is not among the allowed ones."""
        if self.allowed and kind not in self.allowed:
            return
        update = {"update_id": self._next_id, kind: body}
        self._next_id += 1
        expires = self.clock.now() + KEPT_FOR.get(kind, KEPT_FOR_OTHERS)
        self._pending.append(_Pending(update, expires))
        self.changed.fire()

    def pending(self) -> list[dict[str, Any]]:
        """What was neither confirmed nor forgotten."""
        now = self.clock.now()
        self._pending = [each for each in self._pending if each.expires > now]
        return [each.update for each in self._pending]

    def clear(self) -> None:
        """Forget everything (`drop_pending_updates`)."""
        self._pending.clear()
        self.changed.fire()

    def confirm(self, offset: int) -> None:
        """Forget what lies before the offset; a negative one counts from the end."""
        if offset < 0:
            self._pending = self._pending[offset:]
        elif offset > 0:
            self._pending = [e for e in self._pending if e.update["update_id"] >= offset]
        self.changed.fire()

    async def fetch(self, offset: int, limit: int, seconds: float) -> list[dict[str, Any]]:
        """Wait for updates and hand them out without forgetting them.

        Raises the 409 refusal when a newer call takes over while this one waits.
        """
        self._poller += 1
        mine = self._poller
        self.confirm(offset)
        await self.changed.wait_for(
            lambda: mine != self._poller or bool(self._pending), max(seconds, 0)
        )
        if mine != self._poller:
            raise another_poller()
        return self.pending()[:limit]
