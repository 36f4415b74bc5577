"""The queue between Telegram and the bot: kept until confirmed, and at least once each.

Bot API, "getUpdates": an update is confirmed by asking for a higher offset, and only so. Nothing
is ever dropped because it was handed out. The finer points follow tdlib/td, `TQueue`, and
tdlib/telegram-bot-api, `do_get_updates`. Left out are the brakes on a caller who repeats the same
offset or the same conflict within seconds: they change nothing but the time a test takes.
"""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from bot.playground.clock import MovableClock
from bot.playground.facts import update_kinds
from bot.playground.refusals import Refused, another_poller
from bot.playground.signals import Signal

# Telegram's server forgets what the bot does not fetch: a tap far sooner than a message.
KEPT_FOR: Final = {"callback_query": 150, "inline_query": 30, "chosen_inline_result": 600}
KEPT_FOR_OTHERS: Final = 24 * 3600
ONLY_IF_ASKED: Final = {"chat_member", "message_reaction", "message_reaction_count"}
# How far beyond the newest update an offset may lie before it is taken for a mistake.
FORESIGHT: Final = 10


@dataclass(slots=True, eq=False)
class Pending:
    """An update that waits. Those of one lane reach a webhook in order; `copies` is how often."""

    id: int
    update: dict[str, Any]
    lane: tuple[str, int]
    expires: float
    copies: int = 1


@dataclass
class UpdateQueue:
    """The unconfirmed updates of one bot, oldest first."""

    clock: MovableClock
    changed: Signal = field(default_factory=Signal)
    # Called for each new update while a webhook is set.
    listener: Callable[[Pending], None] | None = None
    # Telegram's ids begin anywhere; a bot that keeps its database across two playgrounds must
    # not take new updates for old ones.
    _next_id: int = field(default_factory=lambda: 100_000_000 + secrets.randbelow(800_000_000))
    _allowed: tuple[str, ...] = ()
    _waiting: dict[int, Pending] = field(default_factory=dict)
    _soonest: float = 0
    # Whether a call waits for an update right now.
    polled: bool = False
    _poller: int = 0
    _end_of_poll: Refused = field(default_factory=another_poller)

    @property
    def allowed(self) -> tuple[str, ...]:
        """The kinds asked for; empty for Telegram's default."""
        return self._allowed

    def allow(self, kinds: Iterable[str]) -> None:
        """Keep the choice for updates to come; none of the known kinds means the default."""
        asked = {kind.lower() for kind in kinds}
        self._allowed = tuple(kind for kind in update_kinds() if kind in asked)

    def wants(self, kind: str) -> bool:
        return kind in self._allowed if self._allowed else kind not in ONLY_IF_ASKED

    def push(self, kind: str, body: dict[str, Any], lane: tuple[str, int], copies: int = 1) -> None:
        """Queue an update, unless its kind is not among the allowed ones."""
        if not self.wants(kind):
            return
        expires = self.clock.now().timestamp() + KEPT_FOR.get(kind, KEPT_FOR_OTHERS)
        pending = Pending(
            self._next_id, {"update_id": self._next_id, kind: body}, lane, expires, copies
        )
        self._waiting[pending.id] = pending
        self._soonest = min(self._soonest, expires) if len(self._waiting) > 1 else expires
        self._next_id += 1
        if self.listener is not None:
            self.listener(pending)
        self.changed.fire()

    def pending(self) -> list[Pending]:
        """What was neither confirmed nor forgotten."""
        now = self.clock.now().timestamp()
        if self._waiting and now >= self._soonest:
            kept = [each for each in self._waiting.values() if each.expires > now]
            self._waiting = {each.id: each for each in kept}
            self._soonest = min((each.expires for each in kept), default=0)
        return list(self._waiting.values())

    def holds(self, pending: Pending) -> bool:
        """Whether the update still waits."""
        return pending.id in self._waiting and pending.expires > self.clock.now().timestamp()

    def clear(self) -> None:
        """Forget everything (`drop_pending_updates`)."""
        self._waiting.clear()
        self.changed.fire()

    def forget(self, pending: Pending) -> None:
        """One copy has arrived; the update goes with its last one."""
        pending.copies -= 1
        if pending.copies < 1:
            self._waiting.pop(pending.id, None)
        self.changed.fire()

    def confirm(self, offset: int) -> None:
        """Forget what lies before the offset; a negative one keeps only so many of the newest.

        An offset far beyond the newest update is ignored.
        """
        waiting = self.pending()
        if offset < 0:
            for each in waiting[:offset]:
                del self._waiting[each.id]
        elif 0 < offset <= self._next_id + FORESIGHT:
            for each in waiting:
                if each.id >= offset:
                    break
                self.forget(each)
        self.changed.fire()

    async def fetch(self, offset: int, limit: int, seconds: float) -> list[dict[str, Any]]:
        """Wait for updates and hand them out without forgetting them.

        Raises the 409 refusal when a newer call, or a webhook, takes over while this one waits.
        """
        self.confirm(offset)
        if not self._waiting and seconds > 0:
            self.end_poll(another_poller())
            mine, self.polled = self._poller, True
            self.changed.fire()
            await self.changed.wait_for(
                lambda: mine != self._poller or bool(self._waiting), seconds
            )
            if mine != self._poller:
                raise self._end_of_poll
            self.polled = False
        return [each.update for each in self.pending()[:limit]]

    def end_poll(self, why: Refused) -> None:
        """End the call that waits, if one does, with a refusal."""
        self._poller += 1
        self.polled = False
        self._end_of_poll = why
        self.changed.fire()
