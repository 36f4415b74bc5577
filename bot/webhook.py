"""Receiving by webhook: Telegram posts an update and waits until its turn has committed.

The reply is the confirmation (Bot API, setWebhook: anything but a 2xx is delivered again), so it is
sent after the commit and never before. What is not Telegram's is refused without a word more than
its status: a wrong secret, a body that is too large or no update.
"""

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final
from weakref import WeakValueDictionary

import structlog
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot, Update

log = structlog.get_logger()

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
LARGEST_UPDATE: Final = 2**20
"""Bytes of one update; a message of 4096 characters with all its entities is far below."""
AGAIN_SECONDS: Final = "1"


@dataclass
class Webhook:
    """Takes updates over HTTP at `path` and settles each before it answers.

    `settle` runs one update's turn and returns once it is committed or stored aside; what it
    raises is answered by 503, so that Telegram delivers the update again. Updates of one person
    are settled one after another, in the order in which they came in.
    """

    bot: Bot
    path: str
    secret: str
    settle: Callable[[Update], Awaitable[None]]
    ready: Callable[[], Awaitable[bool]]
    # A person's lock lives as long as one of their updates holds it or waits for it.
    _people: WeakValueDictionary[int, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    def application(self) -> Starlette:
        """The ASGI application: the webhook, `/healthz` and `/readyz`."""
        return Starlette(
            routes=[
                Route(self.path, self._take, methods=["POST"]),
                Route("/healthz", self._alive),
                Route("/readyz", self._ready),
            ]
        )

    async def _take(self, request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self.secret.encode()):
            return Response(status_code=403)
        try:
            body = await _body(request)
        except ClientDisconnect:
            return Response(status_code=400)
        if body is None:
            return Response(status_code=413)
        update = self._read(body)
        if update is None:
            return Response(status_code=400)
        try:
            await self._settle_in_order(update)
        except Exception:
            log.exception("update not settled; Telegram will bring it again")
            return Response(status_code=503, headers={"Retry-After": AGAIN_SECONDS})
        return Response(status_code=200)

    def _read(self, body: bytes) -> Update | None:
        try:
            return Update.de_json(json.loads(body), self.bot)
        except (ValueError, TypeError, KeyError, AttributeError):
            log.warning("a body that is no update")
            return None

    async def _settle_in_order(self, update: Update) -> None:
        person = update.effective_user.id if update.effective_user else 0
        lock = self._people.setdefault(person, asyncio.Lock())
        async with lock:
            await self.settle(update)

    async def _alive(self, _: Request) -> Response:
        return Response("ok", media_type="text/plain")

    async def _ready(self, _: Request) -> Response:
        ready = await self.ready()
        return Response("ok" if ready else "no database", 200 if ready else 503)


async def _body(request: Request) -> bytes | None:
    """The body, or None when it is too large; no more of it is read than that takes."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_UPDATE:
            return None
    return bytes(body)
