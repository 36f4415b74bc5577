"""The people's side over HTTP, for the page and for tests: everything under `/playground/`.

    GET  clock                               the time, and by how many hours it was moved
    POST clock {"hours": 24}                 let time pass
    GET  people?after=REV&timeout=S          the bot, the people, their last lines
    GET  people/ID?after=REV&timeout=S       one chat: messages, answers to taps, inline results
    POST people/ID/say {"text"}
    POST people/ID/edit {"message_id", "text"}
    POST people/ID/open {"link"}             a deep link, a bare payload, or "" for Start
    POST people/ID/tap {"message_id", ...}   and {"row", "column"}, {"text"}, {"data"}, {"forged"}
    POST people/ID/upload                    multipart: file, caption, as=document|photo
    POST people/ID/inline {"query"}
    POST people/ID/language {"language_code"}  what the app is set to
    POST people/ID/block | unblock | read
    GET  files/FILE_ID                       the bytes of a file that was sent either way
    GET  sample                              the sample coordination table
    GET  calls?after=NUMBER&method=NAME      the log of Bot API calls, with their answers
    GET  queue?idle=1&timeout=S              how many updates wait; with idle, once none does

A long poll answers as soon as the revision is above `after`, or after `timeout` seconds with what
there is. Refusals are `{"error": "why"}` with 400 or 404. Nothing here is part of Telegram.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.playground import people
from bot.playground.params import Params
from bot.playground.profile import commands_for, get_text
from bot.playground.refusals import Refused
from bot.playground.requests import Json, read_json, read_params
from bot.playground.world import Chat, World

MOST_SECONDS: Final = 60.0
SAMPLE_NAME: Final = "tabela-A-lubelskie.xlsx"
SHEET_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Act = Callable[[Chat, dict[str, Any]], Any]


class PeopleApi:
    """The routes over one world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.acts: dict[str, Act] = {
            "say": lambda chat, body: {"message_ids": people.say(world, chat, _text(body, "text"))},
            "edit": lambda chat, body: people.edit(
                world, chat, _number(body, "message_id"), _text(body, "text")
            ),
            "open": lambda chat, body: {
                "message_ids": people.open_link(world, chat, _text(body, "link"))
            },
            "tap": lambda chat, body: people.tap(world, chat, _number(body, "message_id"), body),
            "inline": lambda chat, body: {
                "query_id": people.ask_inline(world, chat, _text(body, "query"))
            },
            "language": lambda chat, body: people.change_language(
                world, chat, _text(body, "language_code")
            ),
            "block": lambda chat, _: people.block(world, chat, blocked=True),
            "unblock": lambda chat, _: people.block(world, chat, blocked=False),
            "read": lambda chat, _: people.read(world, chat),
        }

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/playground/clock", _guarded(self.clock), methods=["GET", "POST"]),
            Route("/playground/people", _guarded(self.everybody)),
            Route("/playground/people/{id:int}", _guarded(self.chat)),
            Route("/playground/people/{id:int}/upload", _guarded(self.upload), methods=["POST"]),
            Route("/playground/people/{id:int}/{act}", _guarded(self.act), methods=["POST"]),
            Route("/playground/files/{file_id}", _guarded(self.file)),
            Route("/playground/sample", _guarded(self.sample)),
            Route("/playground/calls", _guarded(self.calls)),
            Route("/playground/queue", _guarded(self.queue)),
        ]

    async def clock(self, request: Request) -> Response:
        clock = self.world.clock
        if request.method == "POST":
            body = await read_json(request)
            clock.move(timedelta(hours=float(body.get("hours", 0))))
            self.world.updates.changed.fire()
        hours = clock.moved / timedelta(hours=1)
        return Json({"now": clock.now().isoformat(), "moved_hours": hours})

    async def everybody(self, request: Request) -> Response:
        world, after = self.world, int(request.query_params.get("after", -1))
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
        chat, after = self._chat(request), int(request.query_params.get("after", -1))
        await chat.changed.wait_for(lambda: chat.revision > after, _seconds(request))
        language = chat.member.language_code
        about = get_text(self.world, Params({"language_code": language}), "description")
        return Json(people.seen(chat) | about | {"commands": commands_for(self.world, chat)})

    async def act(self, request: Request) -> Response:
        act = self.acts.get(request.path_params["act"])
        if act is None:
            return Json({"error": "no such act"}, 404)
        chat = self._chat(request)
        result = act(chat, await read_json(request))
        return Json({"revision": chat.revision} | (result or {}))

    async def upload(self, request: Request) -> Response:
        chat, params = self._chat(request), await read_params(request)
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
        after = int(request.query_params.get("after", 0))

        def found() -> list[dict[str, Any]]:
            return [
                call
                for call in world.calls
                if call["number"] > after and wanted in {"", call["method"]}
            ]

        await world.called.wait_for(lambda: bool(found()), _seconds(request))
        return Json({"calls": found()})

    async def queue(self, request: Request) -> Response:
        updates = self.world.updates
        if request.query_params.get("idle"):
            await updates.changed.wait_for(lambda: not updates.pending(), _seconds(request))
        return Json({"pending": len(updates.pending())})

    def _chat(self, request: Request) -> Chat:
        chat = self.world.chats.get(request.path_params["id"])
        if chat is None:
            raise people.CannotDo("there is no such person")
        return chat


def _seconds(request: Request) -> float:
    return min(float(request.query_params.get("timeout", 0)), MOST_SECONDS)


def _text(body: dict[str, Any], name: str) -> str:
    value = body.get(name, "")
    if not isinstance(value, str):
        raise people.CannotDo(f"{name} is not a text")
    return value


def _number(body: dict[str, Any], name: str) -> int:
    value = body.get(name)
    if not isinstance(value, int):
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
