"""Receiving by webhook: Telegram posts an update, and the reply confirms it.

Anything but a 2xx is delivered again (Bot API, setWebhook), so that the reply is sent when the
update is settled, and never before. What is not Telegram's is refused with a bare status: a wrong
secret, a body that is too large or no update. Any number of processes may listen behind one
address. That Telegram posts to it is the business of `bot.registration`.
"""

import hmac
import json
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.inbound import Received, received
from bot.queues import Settle

log = structlog.get_logger()

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
LARGEST_UPDATE: Final = 2**20
"""Bytes of one update; a message of 4096 characters with all its entities is far below."""


@dataclass(frozen=True, slots=True)
class Hook:
    """The address that Telegram posts to, and the secret that it sends along."""

    url: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Webhook:
    """Takes updates over HTTP at the hook's path and settles each before it answers.

    What is not settled is answered by 503 and comes again.
    """

    hook: Hook
    settle: Settle

    @property
    def route(self) -> Route:
        """Where to listen; another method than POST is answered by 405."""
        return Route(urlsplit(self.hook.url).path or "/", self._take, methods=["POST"])

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
