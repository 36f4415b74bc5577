"""What probes of the playground send: a message, a file, a keyboard."""

from collections.abc import Sequence

from tests.facts import check_shape
from tests.playing import HEAD, Json, Table

NEXT = {"inline_keyboard": [[{"text": "Dalej", "callback_data": "n1"}]]}
PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000003000000020806000000")


def button(**action: object) -> Json:
    return {"inline_keyboard": [[{"text": "x", **action}]]}


def keyboard(*rows: Sequence[Json]) -> Json:
    return {"inline_keyboard": list(rows)}


async def file_id(playing: Table) -> str:
    """A document that has gone through the chat."""
    await playing.http.post(
        f"/playground/people/{HEAD}/upload", files={"file": ("a.txt", b"Anna", "text/plain")}
    )
    return str((await playing.chat())["messages"][-1]["document"]["file_id"])


async def send(playing: Table, text: str = "Karta", **params: object) -> Json:
    message: Json = await playing.result("sendMessage", chat_id=HEAD, text=text, **params)
    check_shape(message, "Message")
    return message
