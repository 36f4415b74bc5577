"""Delivery to a webhook, as tdlib/telegram-bot-api's `WebhookActor` does it.

Updates of one lane (one chat's messages, one person's taps, …) go one at a time, in order; lanes go
side by side over at most `max_connections`. An update is sent until a 2xx: the first time again at
once, then after 2, 4, 8, … seconds, up to one or two minutes, or after what `Retry-After` says; it
is dropped only when it has grown too old to wait. The answer's body may be one call of a method.
"""

import asyncio
import random
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

from bot.playground.clock import MovableClock
from bot.playground.guard import LOOPBACK
from bot.playground.params import Params
from bot.playground.posting import Poster, PostFailed, Reply
from bot.playground.refusals import bad_request, not_emulated
from bot.playground.requests import encode, params_of
from bot.playground.updates import Pending, UpdateQueue

LONGEST_PAUSE: Final = 60
LONGEST_RETRY_AFTER: Final = 3600
PATIENCE: Final = 60.0
SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
NEVER_ANSWERED: Final = {"setwebhook", "deletewebhook", "close", "logout"}

Answered = Callable[[str, Params], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where updates go (Bot API, "setWebhook")."""

    url: str
    secret: str = ""
    max_connections: int = 40
    ip_address: str = ""


@dataclass
class Trouble:
    """The last failure, as getWebhookInfo tells it."""

    date: int
    message: str


def check_address(url: str) -> None:
    """Raise the refusal for an address that cannot be delivered to.

    As a local Bot API server, the playground takes http and any port. It never leaves the machine.
    """
    try:
        address = urlsplit(url if "://" in url else f"https://{url}")
        host, _ = address.hostname, address.port
    except ValueError:
        raise bad_request("invalid webhook URL specified") from None
    if address.scheme not in {"http", "https"} or not host:
        raise bad_request("invalid webhook URL specified")
    if address.scheme == "https":
        raise not_emulated("a webhook over TLS, or on another machine,")
    if host not in LOOPBACK:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")


@dataclass(eq=False)
class Delivery:
    """The running delivery to one webhook."""

    webhook: Webhook
    queue: UpdateQueue
    clock: MovableClock
    answered: Answered
    trouble: Trouble | None = None
    _lanes: dict[tuple[str, int], deque[Pending]] = field(default_factory=dict)
    _workers: set[asyncio.Task[None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._connections = asyncio.Semaphore(self.webhook.max_connections)
        secret = {SECRET_HEADER: self.webhook.secret} if self.webhook.secret else {}
        self._poster = Poster(self.webhook.url, secret, PATIENCE)

    def start(self) -> None:
        """Deliver what waits and what will come."""
        for pending in self.queue.pending():
            self._add(pending)
        self.queue.listener = self._add

    async def stop(self) -> None:
        """End at once; what was under way and not yet answered stays in the queue."""
        self.queue.listener = None
        workers = tuple(self._workers)
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        self._poster.close()

    def _add(self, pending: Pending) -> None:
        lane = self._lanes.get(pending.lane)
        if lane is not None:
            lane.append(pending)
            return
        self._lanes[pending.lane] = deque([pending])
        worker = asyncio.create_task(self._work(pending.lane))
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    async def _work(self, name: tuple[str, int]) -> None:
        lane = self._lanes[name]
        while lane:
            await self._deliver(lane[0])
            lane.popleft()
        del self._lanes[name]

    async def _deliver(self, pending: Pending) -> None:
        failures, pause = 0, 1.0
        while self.queue.holds(pending):
            async with self._connections:
                delivered, wait = await self._send(pending)
            if delivered:
                self.queue.forget(pending)
                continue
            wait = min(max(wait, 0), LONGEST_RETRY_AFTER)
            if not wait and failures:
                longest = random.uniform(LONGEST_PAUSE, 2 * LONGEST_PAUSE)  # noqa: S311 - jitter
                wait = pause = min(longest, pause * 2)
            failures += 1
            if self.clock.now().timestamp() + wait > pending.expires:
                pending.copies = 1
                self.queue.forget(pending)
                return
            await self.clock.pause(wait)

    async def _send(self, pending: Pending) -> tuple[bool, float]:
        """Post one update: whether it was taken, and for how long the other side asks to wait."""
        try:
            reply = await self._poster.post(encode(pending.update))
        except PostFailed as reason:
            return self._failed(str(reason))
        if 200 <= reply.status <= 299:
            await self._take_call(reply)
            return True, 0
        self._failed(f"Wrong response from the webhook: {reply.status} {reply.reason}")
        asked = reply.headers.get("retry-after", "")
        return False, float(asked) if asked.isdecimal() and len(asked) < 10 else 0

    async def _take_call(self, reply: Reply) -> None:
        """Bot API, "Making requests when getting updates": nobody learns how the call went."""
        params = params_of(reply.headers.get("content-type", ""), reply.body)
        method = params.text("method").lower()
        if method and method not in NEVER_ANSWERED and not method.startswith("get"):
            await self.answered(method, params)

    def _failed(self, message: str) -> tuple[bool, float]:
        self.trouble = Trouble(self.clock.seconds(), message)
        return False, 0

    def info(self) -> dict[str, Any]:
        """What getWebhookInfo adds for a webhook."""
        told: dict[str, Any] = {"max_connections": self.webhook.max_connections}
        if self.webhook.ip_address:
            told["ip_address"] = self.webhook.ip_address
        if self.trouble is not None:
            told["last_error_date"] = self.trouble.date
            told["last_error_message"] = self.trouble.message
        return told
