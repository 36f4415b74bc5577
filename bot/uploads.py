"""Takes in an uploaded file: its sheets, or the reason why it is not read.

Every file is read by a child process with limits of its own (bot.upload_child), which has neither
our secrets nor our memory. Nothing a file does to its reader reaches this process: it dies alone
and is buried here. What the sheets mean is for conversations/ to say.
"""

import asyncio
import contextlib
import datetime as dt
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from bot.upload_child.refusals import Refusal
from conversations.coordination_table import Cell, Sheet

LARGEST = 10 * 1024 * 1024
SECONDS = 10.0

_COMMAND = (sys.executable, "-P", "-m", "bot.upload_child")
_KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "VIRTUAL_ENV")


class UploadRefused(Exception):
    """The file is not read: `reason` says why, `name` which."""

    def __init__(self, reason: Refusal, name: str) -> None:
        super().__init__(f"{name}: {reason.value}")
        self.reason = reason
        self.name = name


def read_sheets(data: bytes, name: str) -> tuple[Sheet, ...]:
    """The sheets of a table file, waiting for the child. Raises UploadRefused."""
    _refuse_size(data, name)
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no shell, nothing of the sender's
            _COMMAND,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UploadRefused(Refusal.TOO_SLOW, name) from None
    return _answer(done.returncode, done.stdout, name)


async def read_sheets_async(data: bytes, name: str) -> tuple[Sheet, ...]:
    """As `read_sheets`, without holding up the loop. A cancelled reading kills its child."""
    _refuse_size(data, name)
    child = await asyncio.create_subprocess_exec(
        *_COMMAND,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=_environment(),
    )
    try:
        async with asyncio.timeout(SECONDS):
            output, _ = await child.communicate(data)
    except TimeoutError:
        raise UploadRefused(Refusal.TOO_SLOW, name) from None
    finally:
        if child.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                child.kill()
            await child.wait()
    return _answer(child.returncode, output, name)


def _refuse_size(data: bytes, name: str) -> None:
    if not data:
        raise UploadRefused(Refusal.EMPTY, name)
    if len(data) > LARGEST:
        raise UploadRefused(Refusal.TOO_LARGE, name)


def _environment() -> dict[str, str]:
    """What Python needs to start, and none of our settings: no token, no key, no database."""
    kept = {key: value for key in _KEPT if (value := os.environ.get(key)) is not None}
    return kept | {"PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONIOENCODING": "utf-8"}


def _answer(code: int | None, output: bytes, name: str) -> tuple[Sheet, ...]:
    if code == -signal.SIGXCPU:
        raise UploadRefused(Refusal.TOO_SLOW, name)
    if code == -signal.SIGKILL:
        # We kill only what is too slow; otherwise it is the machine, out of memory.
        raise UploadRefused(Refusal.TOO_BIG_INSIDE, name)
    if code != 0:
        raise UploadRefused(Refusal.UNREADABLE, name)
    answer = json.loads(output)
    if "refused" in answer:
        raise UploadRefused(Refusal(answer["refused"]), name)
    return tuple(_sheet(sheet) for sheet in answer["sheets"])


def _sheet(told: dict[str, Any]) -> Sheet:
    return Sheet(
        name=told["name"],
        rows=tuple(tuple(_cell(cell) for cell in row) for row in told["rows"]),
        merged=tuple(
            (first_row, first_column, last_row, last_column)
            for first_row, first_column, last_row, last_column in told.get("merged", ())
        ),
        hidden_rows=frozenset(told.get("hidden_rows", ())),
        hidden_columns=frozenset(told.get("hidden_columns", ())),
        hidden=told.get("hidden", False),
        notes=tuple((row, column, text) for row, column, text in told.get("notes", ())),
    )


def _cell(told: str | float | dict[str, str] | None) -> Cell:
    return dt.date.fromisoformat(told["date"]) if isinstance(told, dict) else told


__all__ = ["LARGEST", "Refusal", "UploadRefused", "read_sheets", "read_sheets_async"]
