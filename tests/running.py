"""A real bot in a process of its own: `komplet` with the settings a story gives it."""

import asyncio
import json
import os
import socket
import tempfile
from dataclasses import dataclass, field
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

from tests import forked
from tests.leaks import leaks

TOKEN = "4200000001:playground-token-for-stories-only-AAAA"
USERNAME = "komplet_test_bot"
LONGEST_STOP = 60
"""Seconds after which a bot that was told to stop counts as hanging, on whatever machine."""


@dataclass
class Komplet:
    """The program on one database, against one Bot API. Starts, is killed, starts again.

    `settings` are those it has beside the usual ones.
    """

    api_url: str
    database_url: str
    folder: Path
    settings: dict[str, str] = field(default_factory=dict)
    program: str = "bot"
    process: ForkServerProcess | None = field(default=None, repr=False)
    _searched: int = field(default=0, repr=False)
    """How much of the log was searched when it ended before."""

    @property
    def environment(self) -> dict[str, str]:
        """Nothing of the machine's own settings leaks into a story."""
        kept = {
            key: value
            for key, value in os.environ.items()
            if key in {"PATH", "HOME", "LANG", "PYTHONPATH", "COVERAGE_PROCESS_CONFIG"}
        }
        return (
            kept
            | self.settings
            | {
                "BOT_TOKEN": TOKEN,
                "BOT_USERNAME": USERNAME,
                "DATABASE_URL": self.database_url,
                "TELEGRAM_API_URL": self.api_url,
                "PYTHONUNBUFFERED": "1",
                "PYTHONWARNINGS": "error",
            }
        )

    @property
    def log(self) -> Path:
        """What the bot wrote to standard error."""
        return self.folder / "bot.log"

    def start(self) -> None:
        """Start the bot; whoever needs it ready waits for what it says."""
        assert self.process is None
        self.process = forked.start(
            self.program, "run", environment=self.environment, folder=self.folder, log=self.log
        )

    def kill(self) -> None:
        """kill -9: no warning, no clean-up."""
        self._running().kill()
        self._ended()

    async def stop(self) -> int:
        """Ask it to stop, and wait while it says its last words; its exit code."""
        self._running().terminate()
        return await asyncio.to_thread(self._ended)

    def _running(self) -> ForkServerProcess:
        assert self.process is not None, "the bot is not running"
        return self.process

    def _ended(self) -> int:
        """Its exit code; what it logged names nobody and tells no secret."""
        process = self._running()
        process.join(LONGEST_STOP)
        assert process.exitcode is not None, "the bot does not end"
        self.process = None
        log = self.log.read_text(encoding="utf-8", errors="replace")
        told = leaks(log[self._searched :], TOKEN, *self._secrets())
        self._searched = len(log)
        assert not told, f"{self.log} tells {told}"
        return process.exitcode

    def _secrets(self) -> list[str]:
        return [value for key, value in self.settings.items() if key.endswith(("SECRET", "KEY"))]

    async def command(self, *arguments: str, check: bool = True) -> "Finished":
        """Run another `komplet` command beside the bot."""
        finished = await asyncio.to_thread(self._finish, *arguments)
        assert not check or finished.code == 0, f"komplet {arguments}: {finished}"
        return finished

    def _finish(self, *arguments: str) -> "Finished":
        with tempfile.TemporaryDirectory() as name:
            out, err = Path(name, "out"), Path(name, "err")
            process = forked.start(
                self.program,
                *arguments,
                environment=self.environment,
                folder=self.folder,
                log=err,
                out=out,
            )
            process.join(LONGEST_STOP)
            assert process.exitcode is not None, f"komplet {arguments} does not end"
            return Finished(process.exitcode, out.read_text("utf-8"), err.read_text("utf-8"))

    async def status(self) -> dict[str, Any]:
        """`komplet status --json`, read."""
        finished = await self.command("status", "--json")
        report: dict[str, Any] = json.loads(finished.out)
        return report

    async def office(self, name: str) -> dict[str, Any]:
        """One office of the status."""
        offices = (await self.status())["offices"]
        found: dict[str, Any] = next(office for office in offices if office["name"] == name)
        return found

    async def link(self, *arguments: str) -> str:
        """`komplet invite …`: the link."""
        return (await self.command("invite", *arguments)).out.strip()


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@dataclass(frozen=True)
class Finished:
    """How a command ended."""

    code: int
    out: str
    err: str
