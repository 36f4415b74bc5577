"""Whether the bot lives and may be given work, and what it counts, over HTTP.

`/healthz` is answered as long as the process answers at all; `/readyz` while updates come and
the database can be read, never while the bot stops; `/metrics` is for Prometheus. They tell
numbers and codes only, but are for the operator's network: a proxy passes on the webhook's path
alone.
"""

import asyncio
import time
from dataclasses import dataclass

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot import clock, work
from bot.metrics import Metrics
from bot.receive import POLL_SECONDS
from storage import backlog
from storage.database import Database

log = structlog.get_logger()

PATIENCE = 2.0
"""Seconds that the database has for an answer."""
SILENCE = 3 * POLL_SECONDS
"""Seconds without a poll that succeeded after which no updates come."""


@dataclass(slots=True)
class Readiness:
    """Whether updates come, by polls that succeed or a webhook that is set; whether the bot stops.

    `polled_at` is the moment of the last poll that succeeded, by the machine's steady clock.
    """

    polled_at: float | None = None
    hooked: bool = False
    stopping: bool = False

    def polled(self) -> None:
        """A poll has succeeded."""
        self.polled_at = time.monotonic()

    def posted_to(self, whether: bool) -> None:
        """Telegram posts updates to this bot's address, or no longer does."""
        self.hooked = whether

    @property
    def receiving(self) -> bool:
        """Whether a webhook is set, or a poll succeeded within `SILENCE`."""
        if self.hooked or self.polled_at is None:
            return self.hooked
        return time.monotonic() - self.polled_at < SILENCE


@dataclass(slots=True)
class Gauge:
    """Measures what waits in the database, once at a time however many ask.

    A server that does not answer would keep a thread for each.
    """

    database: Database
    _measuring: "asyncio.Task[backlog.Backlog] | None" = None

    async def measured(self) -> backlog.Backlog | None:
        """What waits; None where it cannot be read in time."""
        if self._measuring is None or self._measuring.done():
            asked = work.read(self.database, lambda c: backlog.measure(c, clock.now()))
            self._measuring = asyncio.ensure_future(asked)
            self._measuring.add_done_callback(_heard)
        try:
            async with asyncio.timeout(PATIENCE):
                return await asyncio.shield(self._measuring)
        except Exception as fault:  # noqa: BLE001 - whatever it is, the answer is no
            log.warning("the database does not answer", fault=type(fault).__name__)
            return None


def _heard(measuring: "asyncio.Task[backlog.Backlog]") -> None:
    """Whoever asked may have gone before it failed."""
    if not measuring.cancelled():
        measuring.exception()


def routes(readiness: Readiness, metrics: Metrics, database: Database) -> list[Route]:
    """What is served beside a webhook, or alone."""

    async def healthz(_: Request) -> Response:
        return PlainTextResponse("ok\n")

    gauge = Gauge(database)

    async def readyz(_: Request) -> Response:
        told = {
            "receiving": readiness.receiving,
            "database": await gauge.measured() is not None,
            "stopping": readiness.stopping,
        }
        ready = told["receiving"] and told["database"] and not readiness.stopping
        return JSONResponse({"ready": ready, **told}, 200 if ready else 503)

    async def exposed(_: Request) -> Response:
        waiting = await gauge.measured()
        if waiting is None:
            return PlainTextResponse("the database does not answer\n", 503)
        page, kind = metrics.page(waiting)
        return Response(page, media_type=kind)

    return [
        Route("/healthz", healthz),
        Route("/readyz", readyz),
        Route("/metrics", exposed),
    ]
