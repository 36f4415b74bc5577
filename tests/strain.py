"""A way to the Bot API that misbehaves on demand: it refuses, or loses the answer, as asked.

A real HTTP server between the bot and the playground. What nobody asked it to spoil it passes on.
"""

import asyncio
import contextlib
import socket
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

LOST = "lost"
"""Instead of an answer: the call is passed on, then the connection breaks after the headers."""
PAGE = "page"
"""Instead of an answer: the call is passed on, and a page comes back, as of a hotel's network."""


@dataclass
class Strain:
    """The spoilt way. `calls` holds the method, the chat and the moment of every call."""

    url: str
    calls: list[tuple[str, str, float]] = field(default_factory=list)
    called: asyncio.Condition = field(default_factory=asyncio.Condition)
    _spoilt: dict[str, list[dict[str, Any] | str | asyncio.Event]] = field(default_factory=dict)

    def refuse(self, method: str, *, code: int, **parameters: int) -> None:
        """Answer the next call of a method with an error of Telegram's form."""
        answer: dict[str, Any] = {"ok": False, "error_code": code, "description": "strained"}
        if parameters:
            answer["parameters"] = parameters
        self._spoilt.setdefault(method, []).append(answer)

    def lose_answer(self, method: str) -> None:
        """Let the next call of a method arrive and its answer be lost."""
        self._spoilt.setdefault(method, []).append(LOST)

    def answer_with_a_page(self, method: str) -> None:
        """Let the next call of a method arrive and something else than its answer come back."""
        self._spoilt.setdefault(method, []).append(PAGE)

    def hold(self, method: str) -> asyncio.Event:
        """Let the next call of a method arrive only once the event is set."""
        arrives = asyncio.Event()
        self._spoilt.setdefault(method, []).append(arrives)
        return arrives

    async def until_called(self, method: str) -> float:
        """Wait for a call of a method; the moment of the last one."""

        def moments() -> list[float]:
            return [at for name, _, at in self.calls if name == method]

        async with asyncio.timeout(20), self.called:
            await self.called.wait_for(moments)
        return moments()[-1]

    def next_fault(self, method: str) -> dict[str, Any] | str | asyncio.Event | None:
        waiting = self._spoilt.get(method)
        return waiting.pop(0) if waiting else None


@contextlib.asynccontextmanager
async def strained(api_url: str) -> AsyncIterator[Strain]:
    """Serve the way to `api_url` on loopback until the block ends."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    strain = Strain(f"http://127.0.0.1:{listener.getsockname()[1]}")

    async def passed_on(request: Request) -> Response:
        method = request.path_params.get("method", "")
        body = await request.body()
        async with request.form() as form:
            chat_id = str(form.get("chat_id", ""))
        async with strain.called:
            strain.calls.append((method, chat_id, time.monotonic()))
            strain.called.notify_all()
        fault = strain.next_fault(method)
        if isinstance(fault, dict):
            return JSONResponse(fault, fault["error_code"])
        if isinstance(fault, asyncio.Event):
            await fault.wait()
        try:
            answer = await http.request(
                request.method,
                request.url.path,
                content=body,
                headers={"content-type": request.headers.get("content-type", "")},
            )
        except httpx.HTTPError:
            return Response(status_code=502)
        if fault == PAGE:
            return HTMLResponse("<p>Welcome!</p>")
        whole = str(len(answer.content))
        content = b"" if fault == LOST else answer.content
        return Response(content, answer.status_code, {"content-length": whole})

    routes = [
        Route("/bot{token}/{method}", passed_on, methods=["GET", "POST"]),
        Route("/file/{path:path}", passed_on),
    ]
    config = uvicorn.Config(
        Starlette(routes=routes), http="h11", ws="none", lifespan="off", log_config=None
    )
    server = uvicorn.Server(config)
    # A kept connection may be closed just when it is used again, and nobody asked for that fault.
    fresh = httpx.Limits(max_keepalive_connections=0)
    async with httpx.AsyncClient(base_url=api_url, timeout=60, limits=fresh) as http:
        running = asyncio.create_task(server._serve([listener]))
        try:
            yield strain
        finally:
            server.should_exit = server.force_exit = True
            await running
            listener.close()
