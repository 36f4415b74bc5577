"""A small balancer between Telegram and the workers: round robin, the next where one is gone.

It repeats some requests, to another worker at the same time, as a network that loses answers makes
Telegram do. What it measures is what a person waits: from the first delivery of an update to the
2xx that confirms it.
"""

import asyncio
import contextlib
import json
import random
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

LOST = (OSError, asyncio.IncompleteReadError, EOFError, ValueError, IndexError)


@dataclass
class Balancer:
    """Where Telegram posts to. `doubled` is the share of requests that are sent to two workers."""

    ports: list[int]
    doubled: float = 0.0
    seed: int = 0
    port: int = 0
    waits: list[float] = field(default_factory=list)
    resent: int = 0
    _begun: dict[int, float] = field(default_factory=dict)
    _turn: int = 0

    def __post_init__(self) -> None:
        self._dice = random.Random(self.seed)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One kept connection of Telegram's."""
        with contextlib.suppress(*LOST):
            while True:
                request = await read_message(reader)
                status = await self._settled(request)
                writer.write(b"HTTP/1.1 %d .\r\ncontent-length: 0\r\n\r\n" % status)
                await writer.drain()
        writer.close()

    async def _settled(self, request: bytes) -> int:
        update_id = int(json.loads(request.partition(b"\r\n\r\n")[2])["update_id"])
        begun = self._begun.setdefault(update_id, time.perf_counter())
        copies = 1 + (self._dice.random() < self.doubled)
        answers = await asyncio.gather(*(self._passed_on(request) for _ in range(copies)))
        # Whichever answer got lost, Telegram acts upon the other.
        status = answers[self._dice.randrange(len(answers))]
        if status == 200:
            self.waits.append(time.perf_counter() - begun)
            del self._begun[update_id]
        else:
            self.resent += 1
        return status

    async def _passed_on(self, request: bytes) -> int:
        for _ in range(2 * len(self.ports)):
            self._turn += 1
            port = self.ports[self._turn % len(self.ports)]
            with contextlib.suppress(*LOST):
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                try:
                    writer.write(request)
                    answer = await read_message(reader)
                finally:
                    writer.close()
                status = int(answer.split(b" ", 2)[1])
                if status == 200:
                    return status
        return 502


async def read_message(reader: asyncio.StreamReader) -> bytes:
    """One HTTP message whose length is told; as it came."""
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    length = next((line for line in lines if line.startswith(b"content-length:")), b": 0")
    return head + await reader.readexactly(int(length.partition(b":")[2]))


@contextlib.asynccontextmanager
async def balancing(balancer: Balancer) -> AsyncIterator[Balancer]:
    """The balancer, listening."""
    server = await asyncio.start_server(balancer.serve, "127.0.0.1", 0)
    balancer.port = server.sockets[0].getsockname()[1]
    try:
        yield balancer
    finally:
        server.close()
