"""Running storage work from asynchronous code, without holding up the loop."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

import structlog

from storage.database import Connection, Database

T = TypeVar("T")

log = structlog.get_logger()


async def write(database: Database, work: Callable[[Connection], T]) -> T:
    """Run work in a transaction of its own; back after its commit. Raises what it raises."""
    return await asyncio.wrap_future(database.submit(work))


async def read(database: Database, work: Callable[[Connection], T]) -> T:
    """Run work that only reads."""
    return await asyncio.to_thread(database.read, work)


async def scrub(database: Database) -> None:
    """Empty the log of what was erased. That is committed, whatever comes of this.

    Nobody who reads is waited for: the run of every minute tries again.
    """
    try:
        await asyncio.to_thread(database.scrub, wait=False)
    except Exception:
        log.exception("the log keeps what was erased until it is next emptied")
