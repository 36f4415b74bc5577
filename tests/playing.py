"""The playground over raw HTTP, for tests that trust no client library."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import httpx

from bot.playground.bot_api import serve
from bot.playground.cast import HEAD_OF_WLODAWA
from bot.playground.world import World
from tests.facts import check_shape

TOKEN = "4200000001:only-for-these-tests"
USERNAME = "komplet_test_bot"
HEAD = HEAD_OF_WLODAWA.id
Json = dict[str, Any]


@dataclass(frozen=True)
class Table:
    """One bot and its people: calls on one side, acts on the other."""

    world: World
    url: str
    http: httpx.AsyncClient

    async def call(self, method: str, **params: object) -> Json:
        """A call with a JSON body; the whole answer, its status checked against itself."""
        reply = await self.http.post(f"/bot{TOKEN}/{method}", json=params)
        answer: Json = reply.json()
        assert answer["ok"] is reply.is_success, answer
        assert answer.get("error_code", 200) == reply.status_code
        return answer

    async def result(self, method: str, **params: object) -> Any:
        """What a call that must go well returns."""
        answer = await self.call(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def refusal(self, method: str, **params: object) -> str:
        """The description of a call that must be refused."""
        answer = await self.call(method, **params)
        assert not answer["ok"], answer
        return str(answer["description"])

    async def act(self, what: str, person: int = HEAD, **body: object) -> Json:
        reply = await self.http.post(f"/playground/people/{person}/{what}", json=body)
        assert reply.is_success, reply.text
        done: Json = reply.json()
        return done

    async def updates(self, **params: object) -> list[Json]:
        """What getUpdates returns, each of the declared shape."""
        result: list[Json] = await self.result("getUpdates", **params)
        check_shape(result, "Array of Update")
        return result

    async def say(self, text: str, person: int = HEAD) -> int:
        return int((await self.act("say", person, text=text))["message_ids"][-1])

    async def chat(self, person: int = HEAD) -> Json:
        seen: Json = (await self.http.get(f"/playground/people/{person}")).json()
        return seen

    async def weather(self, *rules: Json, seed: int = 0) -> None:
        reply = await self.http.put("/playground/weather", json={"seed": seed, "rules": rules})
        assert reply.is_success, reply.text

    async def pass_time(self, seconds: float) -> None:
        await self.http.post("/playground/clock", json={"hours": seconds / 3600})

    async def heard(self) -> list[Json]:
        """Everything that waits, confirmed."""
        updates = await self.updates()
        if updates:
            await self.call("getUpdates", offset=updates[-1]["update_id"] + 1)
        return updates


@contextlib.asynccontextmanager
async def table() -> AsyncIterator[Table]:
    """A fresh playground."""
    async with (
        serve(World(TOKEN, username=USERNAME)) as playground,
        # Certificates are of no use on loopback, and take longer to load than most tests.
        httpx.AsyncClient(base_url=playground.url, timeout=30, verify=False) as http,
    ):
        yield Table(playground.world, playground.url, http)


@contextlib.asynccontextmanager
async def laid_table() -> AsyncIterator[Table]:
    """A playground where the head of an office has begun a chat; the bot has heard of it."""
    async with table() as laid:
        await laid.act("open", link="")
        await laid.heard()
        yield laid


@dataclass
class Receiver:
    """A webhook of one's own: keeps what came, answers as told, 200 when told nothing."""

    url: str = ""
    bodies: list[Json] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    # Answers to come, as (status, headers, body). Status 0 is the bytes as they are, then the end.
    answers: list[tuple[int, dict[str, str], bytes]] = field(default_factory=list)
    held: asyncio.Event | None = None
    came: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def until(self, count: int) -> list[Json]:
        """Wait until so many requests have come."""
        async with asyncio.timeout(10), self.came:
            await self.came.wait_for(lambda: len(self.bodies) >= count)
        return self.bodies

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
                headers = dict(line.lower().split(": ", 1) for line in head[1:] if line)
                body = await reader.readexactly(int(headers["content-length"]))
                async with self.came:
                    self.bodies.append(json.loads(body))
                    self.headers.append(dict(line.split(": ", 1) for line in head[1:] if line))
                    self.came.notify_all()
                if self.held is not None:
                    await self.held.wait()
                status, more, answer = self.answers.pop(0) if self.answers else (200, {}, b"")
                if not status:
                    writer.write(answer)
                    break
                lines = [f"HTTP/1.1 {status} Whatever", f"content-length: {len(answer)}"]
                lines += [f"{name}: {value}" for name, value in more.items()]
                writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + answer)
                await writer.drain()
        writer.close()


@contextlib.asynccontextmanager
async def receiver() -> AsyncIterator[Receiver]:
    """A running one."""
    made = Receiver()
    server = await asyncio.start_server(made.handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    made.url = f"http://127.0.0.1:{port}/hook"
    try:
        yield made
    finally:
        server.close()
