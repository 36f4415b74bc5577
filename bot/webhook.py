"""Receiving by webhook: Telegram posts an update, and the reply confirms it.

Anything but a 2xx is delivered again (Bot API, setWebhook), so that the reply is sent when the
update is settled, and never before. What is not Telegram's is refused with a bare status: a wrong
secret, a body that is too large or no update. Any number of processes may listen behind one
address.
"""

import asyncio
import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter

from bot.inbound import WANTED, Received, received
from bot.patience import wait_of
from bot.queues import Settle

log = structlog.get_logger()

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
LARGEST_UPDATE: Final = 2**20
"""Bytes of one update; a message of 4096 characters with all its entities is far below."""
MOST_CONNECTIONS: Final = 100
"""At once, from Telegram (Bot API, setWebhook: 1–100)."""
ASKED_AGAIN: Final = 1.0


@dataclass(frozen=True, slots=True)
class Hook:
    """The address that Telegram posts to, and the secret that it sends along."""

    url: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Webhook:
    """Takes updates over HTTP at the hook's path and settles each before it answers.

    What is not settled is answered by 503 and comes again. `registered` hears when Telegram knows
    the address.
    """

    bot: Bot
    hook: Hook
    settle: Settle
    registered: Callable[[], None] = lambda: None

    @property
    def route(self) -> Route:
        """Where to listen; another method than POST is answered by 405."""
        return Route(urlsplit(self.hook.url).path or "/", self._take, methods=["POST"])

    async def register(self) -> None:
        """Tell Telegram the address, as each process does at its start; the same changes nothing.

        Raises BadRequest for an address that Telegram does not take.
        """
        while True:
            try:
                await self.bot.set_webhook(
                    self.hook.url,
                    max_connections=MOST_CONNECTIONS,
                    allowed_updates=WANTED,
                    secret_token=self.hook.secret,
                )
            except RetryAfter as refused:
                await asyncio.sleep(wait_of(refused).total_seconds())
            except BadRequest:
                raise
            except NetworkError as fault:
                log.warning("webhook not set yet", why=fault.message)
                await asyncio.sleep(ASKED_AGAIN)
            else:
                self.registered()
                return

    async def _take(self, request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self.hook.secret.encode()):
            return Response(status_code=403)
        try:
            body = await _body(request)
        except ClientDisconnect:
            return Response(status_code=400)
        if body is None:
            return Response(status_code=413)
        update = _read(body)
        if update is None:
            # Told without its content, which may be about people.
            log.warning("a body that is no update", bytes=len(body))
            return Response(status_code=400)
        try:
            settled = await self.settle(update)
        except Exception:
            log.exception("update not settled; it comes again", update=update.update_id)
            settled = False
        return Response(status_code=200 if settled else 503)


def _read(body: bytes) -> Received | None:
    try:
        return received(json.loads(body))
    except (ValueError, RecursionError):
        return None


async def _body(request: Request) -> bytes | None:
    """The body, or None when it is too large; no more of it is read than that takes."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_UPDATE:
            return None
    return bytes(body)
