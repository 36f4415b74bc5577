"""The composition root: what a running bot is made of, and how it starts and stops."""

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Awaitable, Callable

import structlog
from telegram import BotCommand, BotCommandScopeDefault, Update
from telegram.error import TelegramError
from telegram.ext import Application, ContextTypes, TypeHandler

from bot import clock, inbound, reminders, retention, turn, work
from bot.jobs import FileDesk
from bot.outbound import Speaker
from bot.patience import Patience
from bot.receive import Receiver
from bot.transport import Transport
from bot.words import Words
from conversations.lobby import LANGUAGES
from storage.database import Database, DatabaseUnusable

log = structlog.get_logger()

MENU = (
    "start",
    "stan",
    "pomoc",
    "informacja",
    "termin",
    "doradca",
    "rodo",
    "moje_dane",
    "usun",
    "jezyk",
    "anuluj",
)
"""Commands that the menu offers; each has a `command-…` text."""

REMEMBERED = 10_000
FAULT_PAUSE = 1


class Engine:
    """Receives, runs turns and speaks, for one bot on one database.

    Start with `async with`, then await `run()` until it is cancelled or Telegram refuses the token.
    """

    def __init__(self, token: str, api_url: str, database: Database) -> None:
        self._database = database
        patience = Patience()
        self.application = (
            Application.builder()
            .token(token)
            .base_url(f"{api_url}/bot")
            .base_file_url(f"{api_url}/file/bot")
            .request(Transport(connections=64))
            .get_updates_request(Transport(connections=2, read_seconds=40))
            .rate_limiter(patience)
            .updater(None)
            .concurrent_updates(True)
            .build()
        )
        self.application.add_handler(TypeHandler(Update, self._on_update))
        self.application.add_error_handler(self._on_error)
        self.speaker = Speaker(self.application.bot, database, patience)
        self._files = FileDesk(self.application.bot, database, self.speaker)
        self._committed: dict[int, None] = {}
        self._failures: dict[int, BaseException] = {}

    async def __aenter__(self) -> "Engine":
        await self.application.initialize()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.speaker.finish()
        await self.application.shutdown()

    async def run(self) -> None:
        """Catch up with what a former process left, then receive until cancelled."""
        await self.application.bot.delete_webhook()
        receiver = Receiver(
            self.application.bot,
            self.application.process_update,
            self._committed.__contains__,
            self._failures.pop,
            self._set_aside,
        )
        tasks = {
            asyncio.ensure_future(part)
            for part in (
                _lasting(self.speaker.watch),
                _lasting(self.speaker.deliver),
                _lasting(self._files.work),
                _lasting(self._remind),
                _lasting(self._retain),
                receiver.run(),
                self._introduce(),
            )
        }
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
            for task in done:
                task.result()
        finally:
            # A cancellation that meets a time-out or a closing connection can be swallowed.
            while pending := {task for task in tasks if not task.done()}:
                for task in pending:
                    task.cancel()
                await asyncio.wait(pending, timeout=1)

    async def _remind(self) -> None:
        """Create the reminders that fall due."""
        await reminders.watch(self._database, self.speaker.letters_wait)

    async def _retain(self) -> None:
        """Delete what has been kept long enough, once a day."""
        await retention.watch(self._database, self.speaker.letters_wait)

    async def _on_update(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Run one update's turn, then speak. An exception here leaves the update unconfirmed."""
        asked, read = update.inline_query, inbound.read(update)
        if asked is not None:
            # It changes nothing, so that there is no turn to commit before it is confirmed.
            self.speaker.answer_inline(asked.id, asked.from_user.id, asked.query)
        if read is not None:
            outcome = await work.write(
                self._database, lambda connection: turn.take(connection, read, clock.now())
            )
            if outcome.erased:
                await asyncio.to_thread(self._database.scrub)
            if outcome.repeated:
                log.info("repeated update", update=update.update_id)
            self.speaker.follow(outcome, read.callback_id)
            if outcome.job:
                self._files.wake()
        self._remember(update.update_id)

    def _remember(self, update_id: int) -> None:
        self._committed[update_id] = None
        self._failures.pop(update_id, None)
        while len(self._committed) > REMEMBERED:
            del self._committed[next(iter(self._committed))]

    async def _on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        if isinstance(update, Update) and context.error is not None:
            self._failures[update.update_id] = context.error
            if isinstance(context.error, DatabaseUnusable):
                log.warning("turn failed", update=update.update_id, why=str(context.error))
            else:
                log.warning("turn failed", update=update.update_id, exc_info=context.error)

    async def _set_aside(self, update: Update, trace: str) -> None:
        """Keep an update that cannot be answered, and tell the person."""
        person = update.effective_user
        await work.write(
            self._database,
            lambda connection: turn.set_aside(
                connection,
                update_id=update.update_id,
                person_id=person.id if person else None,
                payload=update.to_json(),
                trace=trace,
                now=clock.now(),
            ),
        )
        self.speaker.letters_wait()

    async def _introduce(self) -> None:
        """Tell Telegram the commands and what the bot is for; it works without."""
        try:
            for language in LANGUAGES:
                words = Words(language)
                commands = [BotCommand(name, words.plain(f"command-{name}")) for name in MENU]
                code = None if language == LANGUAGES[0] else language
                bot = self.application.bot
                await bot.set_my_commands(commands, BotCommandScopeDefault(), language_code=code)
                await bot.set_my_description(words.plain("bot-description"), code)
                await bot.set_my_short_description(words.plain("bot-short-description"), code)
        except TelegramError as fault:
            log.warning("the bot is not introduced", why=fault.message)


async def _lasting(part: Callable[[], Awaitable[None]]) -> None:
    """Run a part of the engine for ever: what brings it down is told, and it begins again."""
    name = getattr(part, "__name__", "")
    while True:
        try:
            await part()
        except DatabaseUnusable as fault:
            log.error("part of the engine begins again", part=name, why=str(fault))  # noqa: TRY400 - why says all
        except Exception:
            log.exception("part of the engine begins again", part=name)
        await asyncio.sleep(FAULT_PAUSE)


@contextlib.asynccontextmanager
async def stopping_on_signals() -> AsyncIterator[asyncio.Event]:
    """An event that SIGINT and SIGTERM set."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    try:
        yield stop
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(number)


async def until_stopped(engine: Engine, *stops: asyncio.Event) -> None:
    """Run an engine until one of the events tells it to stop; what was begun is finished.

    Raises what the engine does.
    """
    running = asyncio.ensure_future(engine.run())
    stopping = [asyncio.ensure_future(stop.wait()) for stop in stops]
    await asyncio.wait({running, *stopping}, return_when=asyncio.FIRST_COMPLETED)
    for waiting in stopping:
        waiting.cancel()
    if running.done():
        running.result()
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


async def serve(token: str, api_url: str, database: Database) -> None:
    """Run the bot until SIGINT or SIGTERM."""
    async with stopping_on_signals() as stop, Engine(token, api_url, database) as engine:
        log.info("running", bot=engine.application.bot.username)
        await until_stopped(engine, stop)
