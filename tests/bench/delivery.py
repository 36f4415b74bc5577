"""Updates by webhook, to the workers in turns, as Telegram and a proxy between them would."""

import asyncio
import json
from collections.abc import Callable, Sequence
from typing import Any

import httptools

MOST_AT_ONCE = 100
"""Updates on their way (Bot API, setWebhook)."""
AGAIN = 0.05
"""Seconds after which one comes again that was not confirmed."""


class Delivery:
    """Posts to workers at some ports, and says `confirmed` whenever one more may be sent."""

    def __init__(self, ports: Sequence[int], secret: str, confirmed: Callable[[], None]) -> None:
        self.ports, self.secret, self.confirmed = ports, secret, confirmed
        self.kept: dict[int, list[Post]] = {port: [] for port in ports}
        """Connections to each worker that wait for something to carry."""
        self.begun = 0

    @property
    def may_send(self) -> bool:
        return bool(self.ports) and self.begun < MOST_AT_ONCE

    def begin(self, update: dict[str, Any]) -> Callable[[], None]:
        """Count an update among those on their way; what is returned sends it."""
        self.begun += 1
        port = self.ports[update["update_id"] % len(self.ports)]
        body = json.dumps(update).encode()
        return lambda: self.send(port, body)

    def send(self, port: int, body: bytes) -> None:
        """Send on a connection that is kept for the next."""
        if self.kept[port]:
            self.kept[port].pop().carry(body)
            return
        loop = asyncio.get_running_loop()
        connecting = loop.create_connection(lambda: Post(self, port, body), "127.0.0.1", port)
        loop.create_task(connecting).add_done_callback(lambda done: self._tried(done, port, body))

    def _tried(self, done: "asyncio.Task[Any]", port: int, body: bytes) -> None:
        if done.exception() is not None:
            asyncio.get_running_loop().call_later(AGAIN, self.send, port, body)

    def answered(self, by: "Post", status: int) -> None:
        """A worker has said whether it settled the update."""
        self.kept[by.port].append(by)
        if status != 200:
            asyncio.get_running_loop().call_later(AGAIN, self.send, by.port, by.body)
            return
        self.begun -= 1
        self.confirmed()

    def lost(self, by: "Post") -> None:
        """A worker has closed a connection: with an update on it, that comes again."""
        if by in self.kept[by.port]:
            self.kept[by.port].remove(by)
        else:
            asyncio.get_running_loop().call_later(AGAIN, self.send, by.port, by.body)


class Post(asyncio.Protocol):
    """One kept connection to a worker, that carries one update after the other."""

    def __init__(self, delivery: Delivery, port: int, body: bytes) -> None:
        self.delivery, self.port, self.body = delivery, port, body
        self.parser = httptools.HttpResponseParser(self)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.carry(self.body)

    def carry(self, body: bytes) -> None:
        self.body = body
        self.transport.write(
            b"POST /telegram HTTP/1.1\r\nhost: bot\r\ncontent-type: application/json\r\n"
            b"x-telegram-bot-api-secret-token: %b\r\ncontent-length: %d\r\n\r\n%b"
            % (self.delivery.secret.encode(), len(body), body)
        )

    def data_received(self, data: bytes) -> None:
        self.parser.feed_data(data)

    def on_message_complete(self) -> None:
        status = self.parser.get_status_code()
        self.parser = httptools.HttpResponseParser(self)
        self.delivery.answered(self, status)

    def connection_lost(self, _: Exception | None) -> None:
        self.delivery.lost(self)
