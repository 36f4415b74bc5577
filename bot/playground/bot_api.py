"""The playground's server: the Bot API, the people's side and the page, on one port.

`serve` runs it inside a program or a test; `python -m bot.playground.bot_api` runs it alone, so
that it outlives a bot that is killed. It listens on loopback, unless told twice, and keeps nothing
on disk.
"""

import argparse
import asyncio
import contextlib
import signal
import socket
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.playground.application import Application
from bot.playground.guard import is_loopback
from bot.playground.transport import Protocol
from bot.playground.world import World
from bot.server import HostedServer

HOST: Final = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Playground:
    """A running server. A bot takes `url` as its `TELEGRAM_API_URL`, people open it as a page."""

    url: str
    world: World


@contextlib.asynccontextmanager
async def serve(
    world: World, port: int = 0, host: str = HOST, *, beyond_loopback: bool = False
) -> AsyncIterator[Playground]:
    """Serve the world until the block ends; port 0 takes a free one.

    Raises OSError when the port is taken, ValueError for a host beyond loopback unless that is
    allowed as well: whoever reaches the port can write as anybody and read every chat.
    """
    if not (is_loopback(host) or beyond_loopback):
        raise ValueError(
            f"{host} is not a loopback address of IPv4 such as {HOST}, and beyond loopback is not "
            "allowed"
        )
    # Only a socket that names its protocol gets TCP_NODELAY from asyncio; without it every answer
    # waits 40 ms for an acknowledgement.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError:
        listener.close()
        raise
    application = Application(world, any_host=beyond_loopback)
    server = HostedServer(application, Protocol, open_requests=2)
    running = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        await server.listening.wait()
        yield Playground(f"http://{host}:{listener.getsockname()[1]}", world)
    finally:
        server.stopping.set()
        await world.close()
        await running
        listener.close()


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the server alone until interrupted; the first line printed is its address."""
    parser = argparse.ArgumentParser(
        prog="python -m bot.playground.bot_api", description="A Bot API in memory, on loopback."
    )
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument(
        "--token",
        default="",
        help="made up when left out; komplet run takes one like 123456:a-secret-of-your-own",
    )
    parser.add_argument("--username", default="komplet_bot")
    parser.add_argument("--name", default="Komplet")
    parser.add_argument("--host", default=HOST, help="where to listen, by IPv4")
    parser.add_argument(
        "--beyond-loopback",
        action="store_true",
        help="allow a --host that other machines reach: they can read and write everything",
    )
    options = parser.parse_args(arguments)

    async def until_stopped() -> None:
        world = World(options.token, username=options.username, name=options.name)
        stop = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
        async with serve(
            world, options.port, options.host, beyond_loopback=options.beyond_loopback
        ) as playground:
            print(playground.url, flush=True)  # noqa: T201
            await stop.wait()

    try:
        asyncio.run(until_stopped())
    except (ValueError, OverflowError) as wrong:
        parser.exit(2, f"{parser.prog}: {wrong}\n")
    except OSError as fault:
        where = f"{options.host} port {options.port}"
        parser.exit(1, f"{parser.prog}: {where} cannot be used ({fault.strerror})\n")


if __name__ == "__main__":
    main()
