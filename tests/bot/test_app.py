"""What a running bot tells of a part of it that fails, and what a start takes along."""

import asyncio
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from structlog.testing import capture_logs

from bot import app, work
from storage import settings
from storage.database import Database


async def test_a_locked_database_is_one_line_without_a_traceback(sqlite_url: str) -> None:
    database = Database(sqlite_url, busy_seconds=0.05)
    again = asyncio.Event()

    async def part() -> None:
        if lines:
            again.set()
        await work.write(database, lambda c: settings.put(c, "deadline", "2027-01-15"))

    with (
        closing(
            sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
        ) as holder,
        capture_logs() as lines,
    ):
        holder.execute("BEGIN IMMEDIATE")
        running = asyncio.ensure_future(app._lasting(part))
        async with asyncio.timeout(20):
            await again.wait()
        running.cancel()
        await asyncio.wait({running})
    database.close()
    line = lines[0]
    assert line["event"] == "part of the engine begins again"
    assert "another program holds it" in line["why"]
    assert "exc_info" not in line


def test_a_start_reads_nothing_that_the_first_answer_does_not_need(tmp_path: Path) -> None:
    """Each of these is read when somebody first needs it; each is time and memory of every bot."""
    begun = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "bot", "run"],
        cwd=tmp_path,
        env={},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "BOT_TOKEN is not set" in begun.stderr
    read = {line.rpartition("|")[2].strip() for line in begun.stderr.splitlines()}
    assert {"bot.app", "telegram", "structlog"} <= read
    later = {"alembic", "docx", "openpyxl", "PIL", "prometheus_client", "rapidfuzz", "rich.text"}
    assert not read & later
