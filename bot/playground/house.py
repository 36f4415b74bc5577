"""The whole thing on one loopback page: the Bot API double, the bot, an empty database.

Everything is new at each start and gone at its end. The coordinator's invitation is ready on the
page, as `komplet invite coordinator` would have printed it.
"""

import sys
import tempfile
import webbrowser
from pathlib import Path

from bot import clock, invitations
from bot.app import Engine, stopping_on_signals, until_stopped
from bot.playground.bot_api import serve
from bot.playground.world import World
from conversations.access import Role
from storage.database import Database


async def run_playground(port: int, *, open_browser: bool) -> None:
    """Run until SIGINT or SIGTERM. Raises OSError when the port is taken."""
    world = World()
    with tempfile.TemporaryDirectory(prefix="komplet-playground-") as folder:
        database = Database(f"sqlite:///{Path(folder) / 'playground.sqlite3'}")
        database.prepare()
        try:
            world.invitation = _invite_coordinator(database, world.username)
            async with (
                stopping_on_signals() as stop,
                serve(world, port) as playground,
                Engine(world.token, playground.url, database) as engine,
            ):
                sys.stderr.write(f"The playground is open: {playground.url}\n(Ctrl+C ends it)\n")
                if open_browser:
                    webbrowser.open(playground.url)
                await until_stopped(engine, stop)
        finally:
            database.close()


def _invite_coordinator(database: Database, username: str) -> str:
    """The link that `komplet invite coordinator` prints."""
    _, token = database.write(
        lambda connection: invitations.make(connection, role=Role.COORDINATOR, now=clock.now())
    )
    return invitations.link(username, token)
