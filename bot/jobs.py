"""Uploaded files: fetched and read after their turn, answered in a turn of their own.

A file waits in the database until its answer is committed, so a crash while reading loses nothing:
the claim of whoever read it runs out, and another process reads it. One that brings the reader
down three times is refused, and one that cannot even be refused is set aside. What a file says as a
coordination table is found out here, before the turn.
"""

import asyncio
import contextlib
import traceback
from collections.abc import AsyncIterator
from datetime import timedelta

import structlog
from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot import clock, turn, uploads, work
from bot.metrics import Meter
from bot.outbound import Speaker
from conversations.coordination_table import (
    NotATable,
    NotATableReason,
    Sheet,
    TableReading,
)
from conversations.coordination_table import read as read_table
from conversations.events import FileRead
from storage import jobs
from storage.database import Database, DatabaseUnusable
from storage.jobs import Job

log = structlog.get_logger()

TRIES = 3
LOOK_AGAIN = 30.0
FAULT_PAUSE = 1.0


class FileDesk:
    """Reads waiting files one after the other, each on its own among all processes."""

    def __init__(self, bot: Bot, database: Database, speaker: Speaker, meter: Meter) -> None:
        self._meter = meter
        self._bot = bot
        self._database = database
        self._speaker = speaker
        self._waiting = asyncio.Event()
        self._pause = FAULT_PAUSE
        self._look_in = LOOK_AGAIN

    def wake(self) -> None:
        """There is a file to read."""
        self._waiting.set()

    async def work(self) -> None:
        """Read files as they come, until cancelled; also those that a dead process left."""
        while True:
            self._waiting.clear()
            while job := await work.write(self._database, lambda c: jobs.claim(c, clock.now())):
                with structlog.contextvars.bound_contextvars(
                    update=job.update_id, person=job.person_id
                ):
                    async with self._held(job):
                        await self._take(job)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._look_in):
                    await self._waiting.wait()
            self._look_in = LOOK_AGAIN

    @contextlib.asynccontextmanager
    async def _held(self, job: Job) -> AsyncIterator[None]:
        """Prolong the claim to a file while it is worked on."""

        async def renew() -> None:
            while True:
                await asyncio.sleep(jobs.LEASE.total_seconds() / 3)
                # Without the database nobody else can take it either.
                with contextlib.suppress(DatabaseUnusable):
                    await work.write(
                        self._database, lambda c: jobs.hold(c, job.id, clock.now() + jobs.LEASE)
                    )

        renewing = asyncio.ensure_future(renew())
        try:
            yield
        finally:
            renewing.cancel()
            await asyncio.wait({renewing})

    async def _take(self, job: Job) -> None:
        try:
            data = await self._fetched(job)
        except (NetworkError, RetryAfter) as fault:
            # However long it lasts, it says nothing about the file.
            log.warning("file not fetched", job=job.id, fault=type(fault).__name__)
            await self._later(job)
            return
        self._pause = FAULT_PAUSE
        attempts = await work.write(
            self._database, lambda connection: jobs.attempt(connection, job.id)
        )
        if isinstance(data, bytes) and attempts <= TRIES:
            event = await _read(job, data)
        else:
            refusal = uploads.Refusal.UNREADABLE if isinstance(data, bytes) else data
            event = FileRead(job.name, refusal=refusal, office_id=job.office_id)
        try:
            outcome = await work.write(
                self._database,
                lambda connection: turn.take_file(connection, job, event, clock.now()),
            )
        except DatabaseUnusable as fault:
            # However often that is so, it says nothing about the file.
            log.warning("file not answered yet", job=job.id, why=str(fault))
            await self._uncounted(job)
            return
        except Exception as fault:
            log.exception("file not answered", job=job.id)
            if attempts > TRIES:
                await self._set_aside(job, fault)
            else:
                await self._later(job)
            return
        self._meter.upload(event.refusal or "read")
        self._speaker.follow(outcome, None)

    async def _uncounted(self, job: Job) -> None:
        """Leave a file for a while; the attempt does not count, as soon as that can be kept."""
        while True:
            try:
                await work.write(self._database, lambda c: jobs.uncount(c, job.id))
            except DatabaseUnusable as fault:
                log.warning("the attempt still counts", job=job.id, why=str(fault))
                await asyncio.sleep(FAULT_PAUSE)
            else:
                break
        await self._later(job)

    async def _later(self, job: Job) -> None:
        """Leave a file for a while, each time for longer, and go on with the others."""
        until = clock.now() + timedelta(seconds=self._pause)
        await work.write(self._database, lambda c: jobs.hold(c, job.id, until))
        self._look_in, self._pause = self._pause, min(2 * self._pause, LOOK_AGAIN)

    async def _set_aside(self, job: Job, fault: Exception) -> None:
        trace = "".join(traceback.format_exception(fault))
        await work.write(
            self._database,
            lambda connection: turn.set_file_aside(connection, job, trace, clock.now()),
        )
        self._speaker.letters_wait()

    async def _fetched(self, job: Job) -> bytes | uploads.Refusal:
        """The bytes of a file, or why there are none. Raises NetworkError and RetryAfter."""
        if job.size > uploads.LARGEST:
            return uploads.Refusal.TOO_LARGE
        try:
            handle = await self._bot.get_file(job.file_id)
            return bytes(await handle.download_as_bytearray())
        except BadRequest:
            return uploads.Refusal.UNREADABLE
        except (NetworkError, RetryAfter):
            raise
        except TelegramError as fault:
            log.warning("file refused by Telegram", job=job.id, fault=type(fault).__name__)
            return uploads.Refusal.UNREADABLE


async def _read(job: Job, data: bytes) -> FileRead:
    """The sheets of a file and what they say as a table, or why there are none."""
    try:
        sheets = await uploads.read_sheets_async(data, job.name)
        table = await asyncio.to_thread(_as_table, sheets)
        return FileRead(job.name, sheets, table, office_id=job.office_id)
    except uploads.UploadRefused as refused:
        return FileRead(job.name, refusal=refused.reason, office_id=job.office_id)


def _as_table(sheets: tuple[Sheet, ...]) -> TableReading | NotATableReason:
    """What the sheets say as a coordination table, or why they are none."""
    try:
        return read_table(sheets)
    except NotATable as fault:
        return fault.reason
