"""Work about many offices or people, done after the turn that began it.

Every item is done and settled in one small transaction, so that turns are not held up, a process
that dies goes on where it was, and what is done is not done again. An item that keeps failing is
given up and counted; the rest goes on.
"""

import asyncio
import contextlib
from functools import partial

import structlog

from bot import clock, work
from bot.effects import announcing, closing
from bot.outbound import Speaker
from storage import bulk, talks
from storage.bulk import Bulk
from storage.database import Connection, Database, DatabaseUnusable
from storage.talks import Claim

log = structlog.get_logger()

LOOK_AGAIN = 30
"""Seconds after which is looked for what another process left."""
LETTERS_AT_ONCE = 50


class BulkDesk:
    """Does what was begun, one piece of work after the other."""

    def __init__(self, database: Database, speaker: Speaker) -> None:
        self._database = database
        self._speaker = speaker
        self._waiting = asyncio.Event()

    def wake(self) -> None:
        """Something was begun."""
        self._waiting.set()

    async def work(self) -> None:
        """Do work as it comes, until cancelled; first what a former process left."""
        while True:
            self._waiting.clear()
            for each in await work.read(self._database, bulk.unfinished):
                await self._do(each)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_AGAIN):
                    await self._waiting.wait()

    async def _do(self, begun: Bulk) -> None:
        at_once = LETTERS_AT_ONCE if begun.kind == bulk.ANNOUNCEMENT else 1
        while subjects := await work.read(
            self._database, lambda connection: bulk.subjects_left(connection, begun.id, at_once)
        ):
            await self._some(begun, subjects)
        claim = Claim(clock.now())
        redrawn = await work.write(self._database, lambda c: finish(c, begun, claim))
        self._speaker.letters_wait()
        self._speaker.draw(redrawn, claim)

    async def _some(self, begun: Bulk, subjects: list[int]) -> None:
        """Do items together; where that fails, each by itself, and only what fails so is given up.

        So every item has two tries, and none is lost for another's fault.
        """
        if await self._tried(begun, subjects):
            return
        for subject in subjects:
            if not await self._tried(begun, [subject]):
                failed = [subject]
                await work.write(self._database, partial(give_up, begun=begun, subjects=failed))

    async def _tried(self, begun: Bulk, subjects: list[int]) -> bool:
        """Do items in one transaction; False where that failed."""
        claim = Claim(clock.now())
        try:
            redrawn = await work.write(self._database, lambda c: do(c, begun, subjects, claim))
        except DatabaseUnusable:
            raise
        except Exception:
            log.exception("a part of the work failed", bulk=begun.id, subjects=len(subjects))
            return False
        self._speaker.letters_wait()
        self._speaker.draw(redrawn, claim)
        return True


def do(connection: Connection, begun: Bulk, subjects: list[int], claim: Claim) -> list[int]:
    """Do these items within the caller's transaction; whose cards are claimed for it."""
    redrawn: list[int] = []
    for subject in subjects:
        if begun.kind in closing.KINDS:
            redrawn += closing.do(connection, begun, subject, claim)
        else:
            announcing.do(connection, begun, subject, claim.now)
    return redrawn


def give_up(connection: Connection, begun: Bulk, subjects: list[int]) -> None:
    """Leave items that cannot be done; the result counts them."""
    for subject in subjects:
        bulk.settle(connection, begun.id, subject, bulk.FAILED)


def finish(connection: Connection, begun: Bulk, claim: Claim) -> list[int]:
    """End the work once, tell whom it concerns as a whole, and show its result."""
    now = claim.now
    if not bulk.finish(connection, begun.id, now):
        return []
    if begun.kind in closing.KINDS:
        closing.tell_advisors(connection, begun, now)
    if begun.by is None:
        return []
    return talks.redraw_person(connection, begun.by, claim)
