"""The HTTP side of a running bot: one server for all that listens, where LISTEN says.

Whoever has something to serve hands its routes in; nothing here knows what they are.
"""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute
from starlette.types import ASGIApp

HttpProtocol = type[asyncio.Protocol] | Literal["httptools"]
OPEN_REQUESTS = 3
"""Seconds that a stopping process gives to the requests it has taken."""


class CannotListen(Exception):
    """The address of LISTEN cannot be had; the message says why."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen. Port 0 takes a free one."""

    host: str
    port: int


def application(routes: Iterable[BaseRoute]) -> Starlette:
    """The ASGI application of these routes; everything else is 404."""
    return Starlette(routes=list(routes))


@contextlib.asynccontextmanager
async def serving(address: Address, routes: Iterable[BaseRoute]) -> AsyncIterator[Address]:
    """Serve until the block ends; then take nothing new and finish what was taken.

    Yields where it listens. Raises CannotListen.
    """
    listener = _bound(address)
    server = HostedServer(application(routes), "httptools", open_requests=OPEN_REQUESTS)
    running = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        await server.listening.wait()
        yield Address(address.host, listener.getsockname()[1])
    finally:
        server.stopping.set()
        await asyncio.wait({running})
        listener.close()


def _bound(address: Address) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
        return socket.create_server((address.host, address.port), family=family, backlog=2048)
    except OSError as fault:
        raise CannotListen(fault.strerror or str(fault)) from None


class HostedServer(uvicorn.Server):
    """Says when it listens, is told when to stop, and leaves signals to the program it runs in.

    It logs nothing of its own and trusts no proxy. `open_requests` are the seconds that it gives,
    when stopped, to the requests it has taken.
    """

    def __init__(self, app: ASGIApp, http: HttpProtocol, *, open_requests: int) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http=http,
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                date_header=False,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=open_requests,
            )
        )
        self.listening = asyncio.Event()
        self.stopping = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self.listening.set()

    async def main_loop(self) -> None:
        await self.stopping.wait()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
