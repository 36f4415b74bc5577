"""How many updates a second go through the playground: somebody writes, the bot answers.

    python -m tests.bench.playground [updates]

The server runs in a process of its own; this one is all the people and the bot at once, over plain
keep-alive connections, so that it costs as little as it can. One update is three calls: say,
its share of getUpdates, sendMessage with a keyboard. On two cores both processes have one each.
"""

import asyncio
import json
import resource
import subprocess
import sys
import time
from contextlib import AsyncExitStack
from typing import Any, Self

from bot.playground.cast import CAST

TOKEN = "4200000001:for-the-bench-only"
SPEAKING = 16
ANSWERING = 16
KEYBOARD = {"inline_keyboard": [[{"text": "Dalej", "callback_data": "n1"}]]}


class Connection:
    """One keep-alive connection, one request at a time."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    @classmethod
    async def to(cls, port: int, stack: AsyncExitStack) -> Self:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        stack.callback(writer.close)
        return cls(reader, writer)

    async def post(self, path: str, body: dict[str, Any]) -> bytes:
        raw = json.dumps(body).encode()
        self.writer.write(
            b"POST %b HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n"
            b"content-length: %d\r\n\r\n%b" % (path.encode(), len(raw), raw)
        )
        head = await self.reader.readuntil(b"\r\n\r\n")
        at = head.index(b"content-length: ") + 16
        answer = await self.reader.readexactly(int(head[at : head.index(b"\r", at)]))
        assert head.startswith(b"HTTP/1.1 200"), answer
        return answer


async def play(port: int, updates: int) -> float:
    """Send so many updates through; the seconds it took."""
    async with AsyncExitStack() as stack:
        speakers = [await Connection.to(port, stack) for _ in range(SPEAKING)]
        answerers = [await Connection.to(port, stack) for _ in range(ANSWERING)]
        poller = await Connection.to(port, stack)
        heard: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        left = iter(range(updates))

        async def speak(connection: Connection) -> None:
            for number in left:
                person = CAST[number % len(CAST)].id
                path = f"/playground/people/{person}/say"
                await connection.post(path, {"text": f"Anna Kowalczyk – Sekretarz {number}"})

        async def poll() -> None:
            offset = taken = 0
            while taken < updates:
                body = {"offset": offset, "limit": 100, "timeout": 10}
                answer = json.loads(await poller.post(f"/bot{TOKEN}/getUpdates", body))
                for update in answer["result"]:
                    offset = update["update_id"] + 1
                    taken += 1
                    heard.put_nowait(update)

        answered = 0
        done = asyncio.Event()

        async def answer(connection: Connection) -> None:
            nonlocal answered
            while True:
                update = await heard.get()
                chat = update["message"]["chat"]["id"]
                text = "<b>Krok 1 z 3</b> · Pełnomocnik: Anna Kowalczyk"
                await connection.post(
                    f"/bot{TOKEN}/sendMessage",
                    {"chat_id": chat, "text": text, "parse_mode": "HTML", "reply_markup": KEYBOARD},
                )
                answered += 1
                if answered == updates:
                    done.set()

        begun = time.perf_counter()
        tasks = [asyncio.create_task(poll())]
        tasks += [asyncio.create_task(speak(each)) for each in speakers]
        tasks += [asyncio.create_task(answer(each)) for each in answerers]
        await done.wait()
        took = time.perf_counter() - begun
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return took


def main() -> None:
    updates = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    program = [sys.executable, "-m", "bot.playground.bot_api", "--token", TOKEN]
    server = subprocess.Popen(program, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    port = int(server.stdout.readline().rpartition(":")[2])
    own = time.process_time()
    asyncio.run(play(port, updates // 10))
    took = asyncio.run(play(port, updates))
    own = time.process_time() - own
    server.terminate()
    server.wait()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = (used.ru_utime + used.ru_stime) / (updates * 1.1)
    sys.stdout.write(
        f"{updates} updates in {took:.2f} s: {updates / took:.0f} updates/s; "
        f"{cpu * 1e6:.0f} µs of the server's CPU an update, {1 / cpu:.0f}/s on a core of its own; "
        f"{own / (updates * 1.1) * 1e6:.0f} µs of the generator's\n"
    )


if __name__ == "__main__":
    main()
