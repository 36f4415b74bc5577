"""The whole thing on one loopback page: the Bot API double, the bot, an empty database.

Everything is new at each start and gone at its end. The coordinator's invitation is ready on the
page, as `komplet invite coordinator` would have printed it. The bot lives by the playground's
clock, so that both sides agree on the time however far it is moved.
"""

import asyncio
import itertools
import sys
import tempfile
import webbrowser
from pathlib import Path

from bot import clock, invitations
from bot.app import Engine, stopping_on_signals, until_stopped
from bot.playground.bot_api import serve
from bot.playground.cast import COORDINATOR
from bot.playground.world import World
from conversations.access import Role
from storage.database import Database


class House:
    """The bot and its database beside one world; both can be renewed while the page stays open."""

    def __init__(self, world: World, url: str, folder: Path) -> None:
        self._world = world
        self._url = url
        self._folder = folder
        self._numbers = itertools.count(1)
        self._leave = asyncio.Event()
        self._ready = asyncio.Event()

    async def live(self, stop: asyncio.Event) -> None:
        """Run bots one after the other until `stop` is set. Raises what the bot does."""
        while not stop.is_set():
            self._leave.clear()
            await self._live_once(stop)

    async def renew(self) -> None:
        """End the bot that runs, forget its database, return once the next one listens."""
        self._ready.clear()
        self._leave.set()
        await self._ready.wait()

    async def _live_once(self, stop: asyncio.Event) -> None:
        database = Database(f"sqlite:///{self._folder / f'{next(self._numbers)}.sqlite3'}")
        database.prepare()
        try:
            async with Engine(self._world.token, self._url, database) as engine:
                self._world.invitation = _invite_coordinator(database, self._world.username)
                self._world.touch(self._world.chats[COORDINATOR.id])
                self._ready.set()
                await until_stopped(engine, stop, self._leave)
        finally:
            database.close()
            for left in self._folder.iterdir():
                left.unlink()


async def run_playground(port: int, *, open_browser: bool) -> None:
    """Run until SIGINT or SIGTERM. Raises OSError when the port is taken."""
    world = World()
    with (
        tempfile.TemporaryDirectory(prefix="komplet-playground-") as folder,
        clock.following(world.clock.now),
    ):
        async with stopping_on_signals() as stop, serve(world, port) as playground:
            house = House(world, playground.url, Path(folder))
            world.on_reset = house.renew
            sys.stderr.write(f"The playground is open: {playground.url}\n(Ctrl+C ends it)\n")
            if open_browser:
                webbrowser.open(playground.url)
            await house.live(stop)


def _invite_coordinator(database: Database, username: str) -> str:
    """The link that `komplet invite coordinator` prints."""
    _, token = database.write(
        lambda connection: invitations.make(connection, role=Role.COORDINATOR, now=clock.now())
    )
    return invitations.link(username, token)
