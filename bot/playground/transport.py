"""Uvicorn's connection, with two things added: an answer leaves whole, and can be cut short.

Uvicorn writes the head and the body of an answer one by one, and each write is a call of the
kernel that may cost more than all the rest of a small answer.
"""

import asyncio
from typing import Any, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from bot.playground.application import CUT


class Gathering(asyncio.Transport):
    """A transport that sends what was written in one turn of the loop at once."""

    def __init__(self, inner: asyncio.Transport) -> None:
        super().__init__()
        self._inner = inner
        self._pieces: list[bytes] = []
        self._loop = asyncio.get_running_loop()
        # The rest goes to the real transport untouched.
        self.get_extra_info = inner.get_extra_info  # type: ignore[method-assign]
        self.is_closing = inner.is_closing  # type: ignore[method-assign]
        self.pause_reading = inner.pause_reading  # type: ignore[method-assign]
        self.resume_reading = inner.resume_reading  # type: ignore[method-assign]
        self.set_protocol = inner.set_protocol  # type: ignore[method-assign]

    def write(self, data: Any) -> None:
        if not self._pieces:
            self._loop.call_soon(self._send)
        self._pieces.append(data)

    def close(self) -> None:
        self._send()
        self._inner.close()

    def abort(self) -> None:
        self._pieces.clear()
        self._inner.abort()

    def _send(self) -> None:
        pieces, self._pieces = self._pieces, []
        if pieces and not self._inner.is_closing():
            self._inner.write(pieces[0] if len(pieces) == 1 else b"".join(pieces))


class Protocol(HttpToolsProtocol):
    """Lends the application the means to cut the connection, for the weather."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(Gathering(transport))

    def on_message_begin(self) -> None:
        super().on_message_begin()
        cut = cast("dict[object, object]", {"now": self.transport.abort})
        self.scope["extensions"] = {CUT: cut}
