"""The ASGI application: the Bot API's addresses here, the page and the people's side by Starlette.

Calls of the Bot API and people's acts go past any router, since they are most of the traffic and
their addresses are simple: `/bot<token>/<method>`, decoded, `/file/bot<token>/<path>`, and
`/playground/people/<id>/<act>`.
"""

import contextlib
import hmac
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Message, Receive, Scope, Send

from bot.playground.facts import declared_methods
from bot.playground.guard import HEADERS, may_pass
from bot.playground.methods import call
from bot.playground.params import Params
from bot.playground.people_api import PeopleApi, act
from bot.playground.receiving import Described
from bot.playground.refusals import Refused, too_many_requests, unauthorized
from bot.playground.requests import CallerGone, encode, read_body, read_params
from bot.playground.weather import AFTER, BEFORE, Rule
from bot.playground.world import World

STATIC: Final = Path(__file__).parent / "static"
PEOPLE: Final = "/playground/people/"
# Under this name the server lends the means to cut a connection (see `transport.Protocol`).
CUT: Final = "playground.cut"
JSON: Final = b"application/json"
BYTES: Final = b"application/octet-stream"


class ConnectionCut(Exception):
    """The weather cut the connection; there is nobody left to answer."""


class Application:
    """All addresses of the playground over one world."""

    def __init__(self, world: World, *, any_host: bool = False) -> None:
        self.world = world
        self.any_host = any_host
        self.pages = Starlette(
            routes=[
                Route("/", _page),
                Mount("/static", StaticFiles(directory=STATIC, check_dir=False)),
                *PeopleApi(world).routes(),
            ]
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        if not may_pass(scope["headers"], any_host=self.any_host):
            await _send(send, 403, b"The playground answers this machine only.", b"text/plain")
            return
        with contextlib.suppress(CallerGone):
            await self._route(scope["path"], scope, receive, send)

    async def _route(self, path: str, scope: Scope, receive: Receive, send: Send) -> None:
        if path.startswith("/bot"):
            await self.bot_method(path.removeprefix("/bot"), scope, receive, send)
        elif path.startswith("/file/bot"):
            await self.bot_file(path.removeprefix("/file/bot"), send)
        elif path.startswith(PEOPLE) and scope["method"] == "POST" and path.count("/") == 4:
            await self.act(path.removeprefix(PEOPLE), scope, receive, send)
        else:
            await self.pages(scope, receive, _with_headers(send))

    async def act(self, path: str, scope: Scope, receive: Receive, send: Send) -> None:
        person, _, name = path.partition("/")
        if name == "upload":
            await self.pages(scope, receive, _with_headers(send))
            return
        status, body = act(self.world, person, name, await read_body(receive))
        await _send(send, status, body, JSON)

    async def bot_method(self, path: str, scope: Scope, receive: Receive, send: Send) -> None:
        token, _, name = path.partition("/")
        params, status = Params({}), 200
        try:
            self._check_token(token)
            params = await read_params(scope, receive)
            answer = await self._call(name, params, scope)
        except Refused as no:
            answer, status = no.answer(), no.code
        except ConnectionCut:
            return
        declared = declared_methods().get(name.lower())
        self.world.record(declared.name if declared else name, params.logged(name), answer)
        await _send(send, status, encode(answer), JSON)

    async def bot_file(self, path: str, send: Send) -> None:
        token, _, name = path.partition("/")
        try:
            self._check_token(token)
            content = self._file(name)
        except Refused as no:
            await _send(send, no.code, encode(no.answer()), JSON)
            return
        await _send(send, 200, content, BYTES, HEADERS)

    async def _call(self, name: str, params: Params, scope: Scope) -> dict[str, Any]:
        weather = self.world.weather
        if weather.rules:
            await self._suffer(weather.strikes(BEFORE, name), scope)
        result = await call(self.world, name, params)
        answer: dict[str, Any] = {"ok": True, "result": result}
        if isinstance(result, Described):
            answer = {"ok": True, "result": result.result, "description": result.description}
        if weather.rules and weather.strikes(AFTER, name):
            self.world.record(name, params.logged(name), answer | {"dropped": True})
            _cut(scope)
        return answer

    async def _suffer(self, rule: Rule | None, scope: Scope) -> None:
        match rule:
            case None:
                return
            case Rule(kind="flood"):
                raise too_many_requests(rule.seconds)
            case Rule(kind="server_error"):
                raise Refused(502, "Bad Gateway")
            case Rule(kind="hang"):
                await self.world.clock.pause(rule.seconds)
                _cut(scope)
            case _:
                _cut(scope)

    def _file(self, path: str) -> bytes:
        file = self.world.files_by_path.get(path)
        if file is None:
            raise Refused(404, "Not Found")
        return file.content

    def _check_token(self, given: str) -> None:
        if not hmac.compare_digest(given.encode("utf-8", "replace"), self.world.token.encode()):
            raise unauthorized()


async def _page(_: Request) -> Response:
    return FileResponse(STATIC / "index.html")


def _cut(scope: Scope) -> None:
    scope["extensions"][CUT]["now"]()
    raise ConnectionCut


def _with_headers(send: Send) -> Send:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", []), *HEADERS]
        await send(message)

    return send_with_headers


async def _send(
    send: Send, status: int, body: bytes, kind: bytes, more: Iterable[tuple[bytes, bytes]] = ()
) -> None:
    headers = [
        (b"content-type", kind),
        (b"content-length", str(len(body)).encode()),
        *more,
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
