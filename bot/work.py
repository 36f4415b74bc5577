"""Running storage work from asynchronous code, without holding up the loop."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from storage.database import Connection, Database

T = TypeVar("T")


async def write(database: Database, work: Callable[[Connection], T]) -> T:
    """Run work in a transaction of its own; back after its commit. Raises what it raises."""
    return await asyncio.wrap_future(database.submit(work))


async def read(database: Database, work: Callable[[Connection], T]) -> T:
    """Run work that only reads."""
    return await asyncio.to_thread(database.read, work)
