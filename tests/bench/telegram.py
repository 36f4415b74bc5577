"""The load: a Bot API server in a process of its own, and all the people who talk to the bot.

    python -m tests.bench.telegram PLAY.json

The play says how many people, how many of them at a time, how long a call travels, what everybody
does (`say` a text, `tap` a button with that in it) and, if it is a steady load, how many updates
are offered a second: then people come as evenly as they leave and think before each step for as
long as it takes that so many are in the middle of it, and what is measured begins when they are.
It prints the port it listens on, waits for the bot's first getUpdates, plays, and prints one line
of JSON with what it saw. Where there are `hooks` it waits until so many workers have set the
webhook, and gives them the updates in turns (`tests.bench.delivery`). It answers only what a bot of
the bench calls, with the fields that clients look at: it has to be several times faster than every
bot it measures.
"""

import asyncio
import heapq
import json
import sys
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import httptools

from tests.bench.delivery import Delivery

PATIENCE = 60
"""Seconds without any answer after which a play is given up."""
BOT = {
    "id": 42,
    "is_bot": True,
    "first_name": "Komplet",
    "username": "komplet_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}


@dataclass
class Play:
    """What is played."""

    people: int
    at_a_time: int
    script: list[list[str]]
    travel: float = 0.0
    rate: float = 0.0
    links: list[str] = field(default_factory=list)
    hooks: list[int] = field(default_factory=list)
    """Ports at which workers listen."""
    secret: str = ""


@dataclass
class Talk:
    """One person: how far they are, what they saw last, since when they wait."""

    number: int
    at: int = 0
    since: float = 0.0
    card: int = 0
    labels: dict[str, str] = field(default_factory=dict)


class Server:
    """Telegram as the bot sees it, and everybody's next move."""

    def __init__(self, play: Play) -> None:
        self.play = play
        self.updates: deque[dict[str, Any]] = deque()
        self.poller: tuple[Wire, asyncio.TimerHandle] | None = None
        self.hooked = 0
        self.delivery = Delivery(play.hooks, play.secret, self.hand_over)
        self.talks: dict[int, Talk] = {}
        self.waiting = deque(range(play.people))
        self.thinking: list[tuple[float, int, Talk]] = []
        self.next_id = self.next_message = 1
        self.taken: list[float] = []
        self.coming = 0
        """How many were taken before all were there."""
        self.calls = 0
        self.begun = 0.0
        self.ended: asyncio.Event = asyncio.Event()
        self.finished = 0
        self.last_answer = 0.0

    # --- People -------------------------------------------------------------------------------

    def begin(self) -> None:
        self.begun = self.last_answer = time.perf_counter()
        if self.play.rate:
            self.pace = asyncio.ensure_future(self.steadily())
            return
        for _ in range(min(self.play.at_a_time, self.play.people)):
            self.somebody_else()

    def somebody_else(self) -> None:
        if self.waiting:
            number = self.waiting.popleft()
            talk = self.talks[1_000_000 + number] = Talk(number)
            self.may_move(talk)

    def may_move(self, talk: Talk) -> None:
        if self.play.rate:
            thought = self.play.at_a_time / self.play.rate if talk.at else 0
            due = time.perf_counter() + thought
            heapq.heappush(self.thinking, (due, talk.number, talk))
        else:
            self.move(talk)

    async def steadily(self) -> None:
        """Offer so many updates a second, whatever the bot makes of them."""
        apart = len(self.play.script) / self.play.rate
        come = 0
        while not self.ended.is_set():
            now = time.perf_counter()
            while self.waiting and self.begun + come * apart <= now:
                self.somebody_else()
                come += 1
            if come < self.play.at_a_time:
                self.coming = len(self.taken)
            while self.thinking and self.thinking[0][0] <= now:
                self.move(heapq.heappop(self.thinking)[2])
            await asyncio.sleep(0.002)

    def move(self, talk: Talk) -> None:
        """The person's next step becomes an update."""
        kind, what = self.play.script[talk.at]
        person = {"id": 1_000_000 + talk.number, "is_bot": False, "first_name": "Anna"}
        chat = {"id": person["id"], "type": "private", "first_name": "Anna"}
        update: dict[str, Any] = {"update_id": self.next_id}
        self.next_id += 1
        if kind == "say":
            text = what.replace("{link}", self.play.links[talk.number] if self.play.links else "x")
            message: dict[str, Any] = {
                "message_id": self.next_message,
                "from": person,
                "chat": chat,
                "date": 1_800_000_000,
                "text": text,
            }
            self.next_message += 1
            if text.startswith("/"):
                length = len(text.split(maxsplit=1)[0])
                message["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
            update["message"] = message
        else:
            update["callback_query"] = {
                "id": str(update["update_id"]),
                "from": person,
                "chat_instance": "1",
                "data": self.button(talk, what),
                "message": {
                    "message_id": talk.card,
                    "chat": chat,
                    "date": 1_800_000_000,
                    "from": BOT,
                    "text": "…",
                },
            }
        talk.since = time.perf_counter()
        self.updates.append(update)
        self.hand_over()

    def button(self, talk: Talk, begins: str) -> str:
        return next(data for label, data in talk.labels.items() if begins in label)

    def saw(self, chat_id: int, message_id: int, markup: str | None) -> None:
        """The bot has answered somebody: what they see leads on, or they wait for more."""
        talk = self.talks.get(chat_id)
        if talk is None or talk.at >= len(self.play.script):
            return
        talk.card = message_id
        if markup is not None:
            rows = json.loads(markup)["inline_keyboard"] if markup else []
            talk.labels = {
                each["text"]: each.get("callback_data", "") for row in rows for each in row
            }
        if not talk.since:
            return
        at = talk.at + 1
        if at < len(self.play.script):
            kind, what = self.play.script[at]
            if kind == "tap" and not any(what in label for label in talk.labels):
                return
        now = self.last_answer = time.perf_counter()
        self.taken.append(now - talk.since)
        talk.since, talk.at = 0.0, at
        if at < len(self.play.script):
            self.may_move(talk)
            return
        self.finished += 1
        if not self.play.rate:
            self.somebody_else()
        if self.finished == self.play.people:
            self.ended.set()

    # --- The Bot API --------------------------------------------------------------------------

    def call(self, wire: "Wire", method: str, values: dict[str, str]) -> None:
        """Answer one call, after the time that it travels."""
        self.calls += 1
        result: Any = True
        if method == "getUpdates":
            self.poll(wire, values)
            return
        if method == "setWebhook":
            self.hooked += 1
            if self.hooked == len(self.play.hooks):
                asyncio.get_running_loop().call_soon(self.begin)
        if method == "getMe":
            result = BOT
        elif method in {"sendMessage", "editMessageText"}:
            chat_id = int(values["chat_id"])
            message_id = self.next_message
            if method == "sendMessage":
                self.next_message += 1
            else:
                message_id = int(values["message_id"])
            result = {
                "message_id": message_id,
                "date": 1_800_000_000,
                "from": BOT,
                "chat": {"id": chat_id, "type": "private", "first_name": "Anna"},
                "text": values["text"],
            }
            self.later(self.saw, chat_id, message_id, values.get("reply_markup"))
        self.later(wire.answer, result)

    def later(self, work: Any, *arguments: Any) -> None:
        if self.play.travel:
            asyncio.get_running_loop().call_later(self.play.travel, work, *arguments)
        else:
            work(*arguments)

    def poll(self, wire: "Wire", values: dict[str, str]) -> None:
        if not self.begun:
            self.begin()
        if self.poller is not None:
            self.poller[1].cancel()
            self.poller[0].answer([])
        wait = float(values.get("timeout") or 0)
        timer = asyncio.get_running_loop().call_later(wait, self.nothing)
        self.poller = (wire, timer)
        self.hand_over()

    def nothing(self) -> None:
        if self.poller is not None:
            wire, _ = self.poller
            self.poller = None
            wire.answer([])

    def hand_over(self) -> None:
        while self.updates and self.delivery.may_send:
            self.later(self.delivery.begin(self.updates.popleft()))
        if self.poller is None or not self.updates:
            return
        (wire, timer), self.poller = self.poller, None
        timer.cancel()
        batch = [self.updates.popleft() for _ in range(min(100, len(self.updates)))]
        self.later(wire.answer, batch)


class Wire(asyncio.Protocol):
    """One kept connection."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.parser = httptools.HttpRequestParser(self)
        self.body = bytearray()
        self.type = b""
        self.target = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.parser.feed_data(data)

    def on_url(self, url: bytes) -> None:
        self.target += url

    def on_header(self, name: bytes, value: bytes) -> None:
        if name.lower() == b"content-type":
            self.type = value
        elif name.lower() == b"expect":
            self.transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")

    def on_body(self, body: bytes) -> None:
        self.body += body

    def on_message_complete(self) -> None:
        target, body, kind = self.target, bytes(self.body), self.type
        self.target, self.type = b"", b""
        self.body.clear()
        path, _, query = target.decode().partition("?")
        values = dict(parse_qsl(query))
        values.update(fields(kind, body))
        self.server.call(self, path.rsplit("/", 1)[-1], values)

    def answer(self, result: Any) -> None:
        raw = json.dumps({"ok": True, "result": result}).encode()
        self.transport.write(
            b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%b"
            % (len(raw), raw)
        )


def fields(kind: bytes, body: bytes) -> dict[str, str]:
    """The parameters of a call, in whichever of the three forms that clients use."""
    if not body:
        return {}
    if kind.startswith(b"application/json"):
        return {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in json.loads(body).items()
        }
    if kind.startswith(b"multipart/form-data"):
        mark = b"--" + kind.split(b"boundary=")[1].strip(b'"')
        parts = {}
        for part in body.split(mark)[1:-1]:
            head, _, value = part.partition(b"\r\n\r\n")
            name = head.split(b'name="')[1].split(b'"')[0]
            parts[name.decode()] = value[:-2].decode()
        return parts
    return dict(parse_qsl(body.decode(), keep_blank_values=True))


def quantile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


async def main(path: str) -> None:
    with open(path, encoding="utf-8") as file:  # noqa: ASYNC230, PTH123 - before anything runs
        server = Server(Play(**json.load(file)))
    loop = asyncio.get_running_loop()
    listening = await loop.create_server(lambda: Wire(server), "127.0.0.1", 0)
    print(listening.sockets[0].getsockname()[1], flush=True)  # noqa: T201
    started = time.perf_counter()
    while not server.ended.is_set():
        try:
            await asyncio.wait_for(server.ended.wait(), 1)
        except TimeoutError:
            if time.perf_counter() - (server.last_answer or started) > PATIENCE:
                break
    seconds = max(server.last_answer - server.begun, 1e-9)
    stuck: list[object] = [
        [talk.at, *server.play.script[talk.at], list(talk.labels)]
        for talk in server.talks.values()
        if talk.at < len(server.play.script)
    ]
    seen = {
        "updates": len(server.taken),
        "seconds": seconds,
        "dialogues": server.finished,
        "calls": server.calls,
        "p50": quantile(server.taken[server.coming :], 0.5),
        "p99": quantile(server.taken[server.coming :], 0.99),
        "stuck": stuck[:3] or ([] if server.begun else ["nobody asked for updates"]),
    }
    print(json.dumps(seen), flush=True)  # noqa: T201
    await asyncio.sleep(600)  # the bot is measured while Telegram is still there


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
