"""Posting JSON over kept connections, as Telegram's server does to a webhook, and nothing more.

httptools reads the answers. A general client would cost the playground three times the rest of a
delivery.
"""

import asyncio
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

import httptools

LONGEST_ANSWER: Final = 1 << 20


@dataclass(slots=True)
class Reply:
    """An answer: header names are in lower case."""

    status: int = 0
    reason: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


class PostFailed(Exception):
    """No whole answer came; the message says why."""


class _Connection(asyncio.Protocol):
    """One connection, one request at a time."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport | None = None
        self.keeps = False
        self._reply = Reply()
        self._answered: asyncio.Future[Reply] | None = None

    @property
    def is_open(self) -> bool:
        return self.keeps and self.transport is not None and not self.transport.is_closing()

    async def ask(self, request: bytes) -> Reply:
        assert self.transport is not None
        self._reply, self.keeps = Reply(), False
        self._parser = httptools.HttpResponseParser(self)
        self._answered = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        return await self._answered

    def close(self) -> None:
        if self.transport is not None:
            self.transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def connection_lost(self, _: Exception | None) -> None:
        self.keeps = False
        self._fail("Webhook connection closed")

    def data_received(self, data: bytes) -> None:
        if self._answered is None or self._answered.done():
            self.close()
            return
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserError:
            self._fail("Wrong response from the webhook")
            self.close()

    def on_status(self, reason: bytes) -> None:
        self._reply.reason = reason.decode("latin-1")

    def on_header(self, name: bytes, value: bytes) -> None:
        self._reply.headers[name.decode("latin-1").lower()] = value.decode("latin-1")

    def on_body(self, body: bytes) -> None:
        self._reply.body += body
        if len(self._reply.body) > LONGEST_ANSWER:
            self._fail("Wrong response from the webhook")
            self.close()

    def on_message_complete(self) -> None:
        self._reply.status = self._parser.get_status_code()
        self.keeps = self._parser.should_keep_alive()
        if self._answered is not None and not self._answered.done():
            self._answered.set_result(self._reply)

    def _fail(self, why: str) -> None:
        if self._answered is not None and not self._answered.done():
            self._answered.set_exception(PostFailed(why))


class Poster:
    """Posts to one address. Plain HTTP only."""

    def __init__(self, url: str, headers: dict[str, str], patience: float) -> None:
        address = urlsplit(url)
        self._host, self._port = address.hostname or "", address.port or 80
        self._patience = patience
        target = (address.path or "/") + (f"?{address.query}" if address.query else "")
        lines = [f"POST {target} HTTP/1.1", f"Host: {address.netloc}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        lines += ["Content-Type: application/json", "Connection: keep-alive", "Content-Length: "]
        self._head = "\r\n".join(lines).encode()
        self._idle: list[_Connection] = []
        self._busy: set[_Connection] = set()

    async def post(self, body: bytes) -> Reply:
        """Post one body; the answer. Raises `PostFailed`."""
        try:
            connection = await self._connected()
        except OSError:
            raise PostFailed("Connection refused") from None
        self._busy.add(connection)
        try:
            async with asyncio.timeout(self._patience):
                request = b"%b%d\r\n\r\n%b" % (self._head, len(body), body)
                return await connection.ask(request)
        except TimeoutError:
            raise PostFailed("Read timeout expired") from None
        finally:
            self._busy.discard(connection)
            if connection.is_open:
                self._idle.append(connection)
            else:
                connection.close()

    def close(self) -> None:
        for connection in (*self._idle, *self._busy):
            connection.close()

    async def _connected(self) -> _Connection:
        while self._idle:
            connection = self._idle.pop()
            if connection.is_open:
                return connection
        loop = asyncio.get_running_loop()
        _, fresh = await loop.create_connection(_Connection, self._host, self._port)
        return fresh
