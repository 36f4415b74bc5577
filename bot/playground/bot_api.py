"""The playground's server: the Bot API, the people's side and the page, on one loopback port.

`serve` runs it inside a program or a test; `python -m bot.playground.bot_api` runs it alone, so
that it outlives a bot that is killed. It listens on loopback only and keeps nothing on disk.
"""

import argparse
import asyncio
import contextlib
import hmac
import socket
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.playground.guard import OnlyLoopback
from bot.playground.methods import call
from bot.playground.params import Params
from bot.playground.people_api import PeopleApi
from bot.playground.refusals import Refused, unauthorized
from bot.playground.requests import Json, read_params
from bot.playground.world import StoredFile, World

HOST: Final = "127.0.0.1"
STATIC: Final = Path(__file__).parent / "static"


@dataclass(frozen=True, slots=True)
class Playground:
    """A running server. A bot takes `url` as its `TELEGRAM_API_URL`, people open it as a page."""

    url: str
    world: World


@contextlib.asynccontextmanager
async def serve(world: World, port: int = 0) -> AsyncIterator[Playground]:
    """Serve the world on loopback until the block ends; port 0 takes a free one.

    Raises OSError when the port is taken.
    """
    # Only a socket that names its protocol gets TCP_NODELAY from asyncio; without it every answer
    # waits 40 ms for an acknowledgement.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except OSError:
        listener.close()
        raise
    config = uvicorn.Config(
        application(world),
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        date_header=False,
        timeout_graceful_shutdown=2,
    )
    server = _Server(config)
    running = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        await server.listening.wait()
        yield Playground(f"http://{HOST}:{listener.getsockname()[1]}", world)
    finally:
        world.close()
        server.stopping.set()
        await running
        listener.close()


def application(world: World) -> Starlette:
    """The ASGI application: Bot API, people's side, page, for loopback callers only."""

    async def bot_method(request: Request) -> Response:
        name = request.path_params["method"]
        params = Params({})
        try:
            _check_token(world, request)
            params = await read_params(request)
            answer: dict[str, Any] = {"ok": True, "result": await call(world, name, params)}
            status = 200
        except Refused as no:
            answer = {"ok": False, "error_code": no.code, "description": no.description}
            status = no.code
        world.record(name, params.logged(), answer)
        return Json(answer, status)

    async def bot_file(request: Request) -> Response:
        try:
            _check_token(world, request)
            file = _file_at(world, request.path_params["path"])
        except Refused as no:
            body = {"ok": False, "error_code": no.code, "description": no.description}
            return Json(body, no.code)
        return Response(file.content, media_type="application/octet-stream")

    async def page(_: Request) -> Response:
        return FileResponse(STATIC / "index.html")

    app = Starlette(
        routes=[
            Route("/", page),
            Mount("/static", StaticFiles(directory=STATIC, check_dir=False)),
            *PeopleApi(world).routes(),
            Route("/bot{token}/{method}", bot_method, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", bot_file),
        ]
    )
    app.add_middleware(OnlyLoopback)
    return app


def _check_token(world: World, request: Request) -> None:
    given: str = request.path_params["token"]
    if not hmac.compare_digest(given.encode(), world.token.encode()):
        raise unauthorized()


def _file_at(world: World, path: str) -> StoredFile:
    for file in world.files.values():
        if file.path == path:
            return file
    raise Refused(404, "Not Found")


class _Server(uvicorn.Server):
    """Says when it listens, stops at once, and leaves signals to the program it runs in."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
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


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the server alone until interrupted; the first line printed is its address."""
    parser = argparse.ArgumentParser(
        prog="python -m bot.playground.bot_api", description="A Bot API in memory, on loopback."
    )
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--token", default="", help="<digits>:<secret>; made up when left out")
    parser.add_argument("--username", default="komplet_bot")
    parser.add_argument("--name", default="Komplet")
    options = parser.parse_args(arguments)
    world = World(options.token, username=options.username, name=options.name)

    async def forever() -> None:
        async with serve(world, options.port) as playground:
            print(playground.url, flush=True)  # noqa: T201
            await asyncio.Event().wait()

    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(forever())


if __name__ == "__main__":
    main()
