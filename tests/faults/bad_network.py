"""A Bot API that answers letters badly, each in the way its reader's number says, and counts them.

Speaks HTTP over bare sockets, since it breaks off wherever it likes.
"""

import asyncio
import contextlib
import json
import random
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from urllib.parse import parse_qs

from tests.faults.balancer import LOST, read_message

KINDS = ("refused", "timeout", "reply dropped", "429", "5xx", "403", "400")
AMBIGUOUS = {"timeout", "reply dropped", "5xx"}
"""After these nobody but Telegram knows whether the letter is there."""
ME = {"id": 4200000001, "is_bot": True, "first_name": "Komplet", "username": "komplet_test_bot"}


@dataclass
class BadNetwork:
    """Where the bot sends to. `came` counts how often each letter arrived there whole.

    `fine` counts the good answers that were written.
    """

    dice: random.Random
    port: int = 0
    came: Counter[tuple[str, int]] = field(default_factory=Counter)
    fine: Counter[tuple[str, int]] = field(default_factory=Counter)
    _server: asyncio.Server | None = None
    _open: set[asyncio.StreamWriter] = field(default_factory=set)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def up(self) -> None:
        """Take connections, at the same address as before."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def down(self) -> None:
        """Refuse connections; those that were kept are closed."""
        assert self._server is not None
        self._server.close()
        for writer in self._open:
            writer.close()
        await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        with contextlib.suppress(*LOST):
            while True:
                request = await read_message(reader)
                head, _, body = request.partition(b"\r\n\r\n")
                called = head.split(b" ", 2)[1].rpartition(b"/")[2].decode()
                if called != "sendMessage":
                    await _answer(writer, 200, {"ok": True, "result": ME})
                elif not await self._play(reader, writer, parse_qs(body.decode())):
                    break
        self._open.discard(writer)
        writer.close()

    async def _play(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        asked: dict[str, list[str]],
    ) -> bool:
        """What comes of a letter; False when the connection breaks."""
        person = int(asked["chat_id"][0])
        kind, number = letter_of(person)
        self.came[kind, number] += 1
        first = self.came[kind, number] == 1
        match kind:
            case "timeout":
                await reader.read()  # until whoever waits for an answer has given up
                return False
            case "reply dropped":
                whole = _whole(200, _sent(person))
                writer.write(whole[: self.dice.randrange(len(whole))])
                with contextlib.suppress(*LOST):
                    await writer.drain()
                return False
            case "429" if first or self.dice.random() < 0.2:
                after = {"retry_after": 1}
                told = {"ok": False, "error_code": 429, "description": "Too Many Requests"}
                await _answer(writer, 429, {**told, "parameters": after})
            case "5xx":
                code = self.dice.choice((500, 502, 503, 504))
                if self.dice.random() < 0.5:
                    await _answer(writer, code, "<html>Bad Gateway</html>")
                else:
                    await _answer(writer, code, _refusal(code, "Internal Server Error"))
            case "403":
                await _answer(writer, 403, _refusal(403, "Forbidden: bot was blocked by the user"))
            case "400":
                await _answer(writer, 400, _refusal(400, "Bad Request: chat not found"))
            case _:
                await _answer(writer, 200, _sent(person))
                self.fine[kind, number] += 1
        return True


def person_of(kind: str, number: int) -> int:
    """Whom the letter of a kind and number goes to: nobody gets two."""
    return 1_000_000 * (1 + KINDS.index(kind)) + number


def letter_of(person: int) -> tuple[str, int]:
    return KINDS[person // 1_000_000 - 1], person % 1_000_000


def _sent(person: int) -> object:
    chat = {"id": person, "type": "private", "first_name": "Jan"}
    return {"ok": True, "result": {"message_id": 7, "date": 1_790_000_000, "chat": chat}}


def _refusal(code: int, why: str) -> object:
    return {"ok": False, "error_code": code, "description": why}


def _whole(code: int, content: object) -> bytes:
    body = content.encode() if isinstance(content, str) else json.dumps(content).encode()
    return b"HTTP/1.1 %d .\r\ncontent-length: %d\r\n\r\n%s" % (code, len(body), body)


async def _answer(writer: asyncio.StreamWriter, code: int, content: object) -> None:
    writer.write(_whole(code, content))
    await writer.drain()


@contextlib.asynccontextmanager
async def bad_network(seed: int) -> AsyncIterator[BadNetwork]:
    """The Bot API, listening until the block ends."""
    network = BadNetwork(random.Random(seed))
    await network.up()
    try:
        yield network
    finally:
        await network.down()
