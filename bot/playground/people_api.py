"""The people's side over HTTP, for the page, for tests and for anyone's scripts.

Everything under `/playground/`; docs/playground.md describes it, and a test holds the two
together. A long poll answers as soon as the revision is above `after`, or after `timeout` seconds
with what there is. Refusals are `{"error": "why"}` with 400 or 404. Nothing here is part of
Telegram.
"""

import math
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Any, Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.playground import people
from bot.playground.params import Params, read_json
from bot.playground.profile import commands_for, get_text
from bot.playground.refusals import Refused
from bot.playground.requests import encode, read_params
from bot.playground.world import Chat, World

MOST_SECONDS: Final = 60.0
MOST_HOURS: Final = 10 * 366 * 24
SAMPLE_NAME: Final = "tabela-A-lubelskie.xlsx"
SHEET_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Act = Callable[[World, Chat, dict[str, Any]], dict[str, Any] | None]


class Json(Response):
    """A JSON answer."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        return encode(content)


def act(world: World, person: str, name: str, body: bytes) -> tuple[int, bytes]:
    """Let a person do something: the status and the body of the answer."""
    what = ACTS.get(name)
    if what is None:
        return 404, encode({"error": "no such act"})
    try:
        chat = _chat(world, person)
        read = read_json(body) if body else {}
        if not isinstance(read, dict):
            raise people.CannotDo("the body is no JSON object")
        done = what(world, chat, read) or {}
    except (ValueError, Refused) as reason:
        return 400, encode({"error": str(reason)})
    return 200, encode({"revision": chat.revision} | done)


class PeopleApi:
    """The routes over one world, but for the acts, which go past the router (`application`)."""

    def __init__(self, world: World) -> None:
        self.world = world

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/playground/clock", _guarded(self.clock), methods=["GET", "POST"]),
            Route("/playground/weather", _guarded(self.weather), methods=["GET", "PUT"]),
            Route("/playground/reset", _guarded(self.reset), methods=["POST"]),
            Route("/playground/people", _guarded(self.everybody)),
            Route("/playground/people/{id}", _guarded(self.chat)),
            Route("/playground/people/{id}/upload", _guarded(self.upload), methods=["POST"]),
            Route("/playground/files/{file_id}", _guarded(self.file)),
            Route("/playground/sample", _guarded(self.sample)),
            Route("/playground/calls", _guarded(self.calls)),
            Route("/playground/updates", _guarded(self.updates)),
            Route("/playground/queue", _guarded(self.queue)),
        ]

    async def clock(self, request: Request) -> Response:
        clock = self.world.clock
        if request.method == "POST":
            body = read_json(await request.body() or b"{}")
            hours = body.get("hours", 0) if isinstance(body, dict) else None
            if not isinstance(hours, int | float) or not abs(hours) < MOST_HOURS:
                raise people.CannotDo("hours is a number, and no more than ten years")
            clock.move(timedelta(hours=hours))
            self.world.updates.changed.fire()
        hours = clock.moved / timedelta(hours=1)
        return Json({"now": clock.now().isoformat(), "moved_hours": hours})

    async def weather(self, request: Request) -> Response:
        if request.method == "PUT":
            self.world.weather.put(read_json(await request.body()))
        return Json(self.world.weather.shown())

    async def reset(self, _: Request) -> Response:
        await self.world.reset()
        return Json({"revision": self.world.revision})

    async def everybody(self, request: Request) -> Response:
        world, after = self.world, _whole(request, "after", -1)
        await world.changed.wait_for(lambda: world.revision > after, _seconds(request))
        return Json(
            {
                "revision": world.revision,
                "bot": world.bot_user(),
                "invitation": world.invitation,
                "people": [people.person(chat) for chat in world.chats.values()],
            }
        )

    async def chat(self, request: Request) -> Response:
        chat, after = self._chat(request), _whole(request, "after", -1)
        await chat.changed.wait_for(lambda: chat.revision > after, _seconds(request))
        language = chat.member.language_code
        about = get_text(self.world, Params({"language_code": language}), "description")
        return Json(people.seen(chat) | about | {"commands": commands_for(self.world, chat)})

    async def upload(self, request: Request) -> Response:
        chat = self._chat(request)
        params = await read_params(request.scope, request.receive)
        file = params.uploads.get("file")
        if file is None:
            raise people.CannotDo("there is no file in the request")
        message_id = people.upload(
            self.world,
            chat,
            file,
            caption=params.text("caption"),
            as_photo=params.text("as") == "photo",
        )
        return Json({"revision": chat.revision, "message_ids": [message_id]})

    async def file(self, request: Request) -> Response:
        file = self.world.files.get(request.path_params["file_id"])
        if file is None:
            return Json({"error": "no such file"}, 404)
        # A file of the chat is never shown as a page of this origin, pictures excepted.
        picture = file.mime_type in {"image/png", "image/jpeg"}
        disposition = "inline" if picture else "attachment"
        headers = {"Content-Disposition": f"{disposition}; filename*=UTF-8''{quote(file.name)}"}
        kind = file.mime_type if picture else "application/octet-stream"
        return Response(file.content, media_type=kind, headers=headers)

    async def sample(self, _: Request) -> Response:
        # The table needs a spreadsheet library that a bare Bot API has no use for.
        from bot.playground.sample import sample_table  # noqa: PLC0415

        headers = {"Content-Disposition": f'attachment; filename="{SAMPLE_NAME}"'}
        return Response(sample_table(), media_type=SHEET_TYPE, headers=headers)

    async def calls(self, request: Request) -> Response:
        world, wanted = self.world, request.query_params.get("method", "")
        after = _whole(request, "after", 0)

        def found() -> list[dict[str, Any]]:
            return [
                call
                for call in world.calls
                if call["number"] > after and wanted in {"", call["method"]}
            ]

        await world.called.wait_for(lambda: bool(found()), _seconds(request))
        return Json({"calls": found()})

    async def updates(self, request: Request) -> Response:
        after = _whole(request, "after", 0)
        return Json({"updates": [u for u in self.world.pushed if u["number"] > after]})

    async def queue(self, request: Request) -> Response:
        world = self.world
        if request.query_params.get("idle"):
            await world.updates.changed.wait_for(lambda: not world.waiting(), _seconds(request))
        return Json({"pending": world.waiting()})

    def _chat(self, request: Request) -> Chat:
        return _chat(self.world, request.path_params["id"])


def _chat(world: World, person: str) -> Chat:
    chat = world.chats.get(int(person)) if person.isdecimal() else None
    if chat is None:
        raise people.CannotDo("there is no such person")
    return chat


def _opened(world: World, chat: Chat, body: dict[str, Any]) -> dict[str, Any]:
    return {"message_ids": people.open_link(world, chat, _text(body, "link"))}


def _said(world: World, chat: Chat, body: dict[str, Any]) -> dict[str, Any]:
    reply_to = _number(body, "reply_to") if "reply_to" in body else 0
    return {"message_ids": people.say(world, chat, _text(body, "text"), reply_to)}


def _chosen(world: World, chat: Chat, body: dict[str, Any]) -> dict[str, Any]:
    number = people.choose(world, chat, _text(body, "query_id"), _text(body, "result_id"))
    return {"message_ids": [number]}


ACTS: Final[Mapping[str, Act]] = {
    "say": _said,
    "press": lambda world, chat, body: {
        "message_ids": people.press(world, chat, _text(body, "text"))
    },
    "edit": lambda world, chat, body: people.edit(
        world, chat, _number(body, "message_id"), _text(body, "text")
    ),
    "delete": lambda world, chat, body: people.delete(world, chat, _number(body, "message_id")),
    "open": _opened,
    "tap": lambda world, chat, body: people.tap(world, chat, _number(body, "message_id"), body),
    "react": lambda world, chat, body: people.give_reaction(
        world, chat, _number(body, "message_id"), _text(body, "emoji")
    ),
    "inline": lambda world, chat, body: {
        "query_id": people.ask_inline(world, chat, _text(body, "query"), _text(body, "offset"))
    },
    "choose": _chosen,
    "language": lambda world, chat, body: people.change_language(
        world, chat, _text(body, "language_code")
    ),
    "block": lambda world, chat, _: people.block(world, chat, blocked=True),
    "unblock": lambda world, chat, _: people.block(world, chat, blocked=False),
    "read": lambda world, chat, _: people.read(world, chat),
}


def _whole(request: Request, name: str, default: int) -> int:
    return int(request.query_params.get(name, default))


def _seconds(request: Request) -> float:
    seconds = float(request.query_params.get("timeout", 0))
    return min(seconds, MOST_SECONDS) if math.isfinite(seconds) else 0


def _text(body: dict[str, Any], name: str) -> str:
    value = body.get(name, "")
    if not isinstance(value, str):
        raise people.CannotDo(f"{name} is not a text")
    return value


def _number(body: dict[str, Any], name: str) -> int:
    value = body.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise people.CannotDo(f"{name} is not a number")
    return value


def _guarded(
    handler: Callable[[Request], Awaitable[Response]],
) -> Callable[[Request], Awaitable[Response]]:
    """Turn what a person cannot do, and what cannot be read, into a 400 that says why."""

    async def guarded(request: Request) -> Response:
        try:
            return await handler(request)
        except (ValueError, Refused) as reason:
            return Json({"error": str(reason)}, 400)

    return guarded
