"""The composition root: what a running bot is made of, and how it starts and stops."""

import asyncio
import contextlib
import signal
import time
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from datetime import datetime
from typing import Any

import structlog
from starlette.routing import BaseRoute
from telegram import BotCommandScopeDefault
from telegram.constants import UpdateType
from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError
from telegram.ext import Application, ContextTypes, TypeHandler
from telegram.request import BaseRequest

from bot import clock, health, inbound, menus, reminders, retention, turn, work
from bot.bulk import BulkDesk
from bot.inbound import Received
from bot.jobs import FileDesk
from bot.metrics import Meter, Metrics
from bot.outbound import Speaker
from bot.patience import Patience
from bot.queues import Queues
from bot.receive import Polling, Receiver, pause
from bot.registration import Registration
from bot.server import Address, serving
from bot.transport import NeverLeft, Transport
from bot.webhook import Hook, Webhook
from bot.words import LANGUAGES, Words
from storage import pace, updates
from storage.database import Database, DatabaseUnusable

log = structlog.get_logger()

TRIES = 5
"""Failures after which an update is stored aside."""
REMEMBERED = 10_000
FAULT_PAUSE = 1


class NotMet(Exception):
    """Telegram refuses to say who the bot is, and would whenever it is asked; says why."""


class Engine:
    """Receives, runs turns and speaks, for one bot on one database, beside any number of others.

    It polls, or with a `hook` is posted to. `routes` are served beside the hook's wherever there is
    a place to `listen`; whoever has more to serve adds to them before `run()`. `request` and
    `polling` are other ways to the Bot API than the usual ones.
    Start with `async with`, then await `run()` until it is cancelled or Telegram refuses the token.
    A part of it alone works once `meet()` has returned.
    """

    def __init__(
        self,
        token: str,
        api_url: str,
        database: Database,
        *,
        hook: Hook | None = None,
        listen: Address | None = None,
        request: BaseRequest | None = None,
        polling: BaseRequest | None = None,
    ) -> None:
        self._database = database
        self._hook = hook
        self._listen = listen
        self.readiness = health.Readiness()
        self._meter: Meter = Meter()
        self.routes: list[BaseRoute] = []
        if listen is not None:
            metrics = self._meter = Metrics()
            self.routes += health.routes(self.readiness, metrics, database)
            database.committed = metrics.committed
        patience = Patience(self._tell_to_wait)
        self._polling = polling or Polling()
        self.application = (
            Application.builder()
            .token(token)
            .base_url(f"{api_url}/bot")
            .base_file_url(f"{api_url}/file/bot")
            .request(request or Transport(connections=64))
            .get_updates_request(self._polling)
            .rate_limiter(patience)
            .updater(None)
            .concurrent_updates(True)
            .build()
        )
        self.application.add_handler(TypeHandler(Received, self._on_update))
        self.application.add_error_handler(self._on_error)
        self.speaker = Speaker(self.application.bot, database, patience)
        self._files = FileDesk(self.application.bot, database, self.speaker, self._meter)
        self._bulk = BulkDesk(database, self.speaker)
        self._met = False
        self._committed: dict[int, None] = {}
        self._failures: dict[int, BaseException] = {}

    async def __aenter__(self) -> "Engine":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.speaker.finish()
        await self.application.shutdown()
        # An application that has met nobody leaves the connections that it asked over.
        await self.application.bot.shutdown()

    async def run(self) -> None:
        """Catch up with what a former process left, then receive until cancelled.

        Cancelled, it takes nothing new and finishes the requests that it has. Raises CannotListen,
        and what `meet` does.
        """
        async with contextlib.AsyncExitStack() as stack:
            receive, routes = self._receiver(stack)
            if self._listen is not None:
                at = await stack.enter_async_context(serving(self._listen, routes))
                log.info("listening", host=at.host, port=at.port)
            await self.meet()
            log.info("running", bot=self.application.bot.username)
            await self._work(receive)

    async def meet(self) -> None:
        """Learn from Telegram who the bot is, however often Telegram has to be asked.

        Raises InvalidToken for a token that it does not know, NotMet where it refuses to say, and
        NeverLeft where nobody is at its address, which may be mistyped.
        """
        failures = 0
        while True:
            try:
                await self.application.initialize()
                break
            except (InvalidToken, NeverLeft):
                raise
            except (BadRequest, Forbidden) as refused:
                raise NotMet(refused.message) from refused
            except TelegramError as fault:
                log.warning("Telegram does not say yet who the bot is", why=fault.message)
                await asyncio.sleep(pause(fault, failures))
                failures += 1
        self._met = True

    def _receiver(
        self, stack: contextlib.AsyncExitStack
    ) -> tuple[Callable[[], Coroutine[Any, Any, None]], list[BaseRoute]]:
        """How updates come, and what is served for it; what has to end after that goes on a stack.

        What is posted and not settled when the server has given its requests up comes again.
        """
        bot = self.application.bot
        if self._hook is None:
            polled = self.readiness.polled
            receiver = Receiver(bot, self._polling, self.settle, self.turn_away, polled)
            return receiver.run, self.routes
        queues = Queues(self.settle, self.turn_away)
        stack.push_async_callback(queues.stop)
        webhook = Webhook(self._hook, queues.settled)
        registration = Registration(bot, self._hook, self.readiness.posted_to)
        return registration.run, [*self.routes, webhook.route]

    async def _work(self, receive: Callable[[], Coroutine[Any, Any, None]]) -> None:
        tasks = {
            asyncio.ensure_future(part)
            for part in (
                _lasting(self.speaker.watch),
                _lasting(self.speaker.keep_claims),
                _lasting(self.speaker.deliver),
                _lasting(self._files.work),
                _lasting(self._bulk.work),
                _lasting(self._remind),
                _lasting(self._retain),
                receive(),
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

    async def settle(self, update: Received) -> bool:
        """Run an update's turn: whether it is committed or, after five failures, stored aside.

        Failures are counted in the database, since the next try may come to another process. That
        the database cannot be used says nothing about the update, however often it is tried.
        Nothing is settled before Telegram has said who the bot is.
        """
        if not self._met:
            return False
        await self.application.process_update(update)
        if update.update_id in self._committed:
            return True
        fault = self._failures.pop(update.update_id, None)
        if isinstance(fault, DatabaseUnusable):
            return False
        try:
            failures = await work.write(
                self._database, lambda c: updates.failed(c, update.update_id, clock.now())
            )
            if failures < TRIES:
                return False
            trace = "".join(traceback.format_exception(fault)) if fault else "no traceback"
            log.error("update stored aside", update=update.update_id, fault=type(fault).__name__)
            await self._set_aside(update, trace)
        except DatabaseUnusable as unusable:
            log.warning("failure not counted", update=update.update_id, why=str(unusable))
            return False
        return True

    async def _tell_to_wait(self, until: datetime) -> None:
        """Let every process know until when Telegram wants silence."""
        try:
            await work.write(self._database, lambda c: pace.be_silent(c, until, clock.now()))
        except DatabaseUnusable as fault:
            log.warning("other processes do not know of the wait", why=str(fault))

    async def _remind(self) -> None:
        """Create the reminders that fall due."""

        def created(count: int) -> None:
            self._meter.reminders(count)
            self.speaker.letters_wait()

        await reminders.watch(self._database, created)

    async def _retain(self) -> None:
        """Delete what has been kept long enough, once a day."""
        await retention.watch(self._database, self.speaker.letters_wait)

    async def _on_update(self, update: Received, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Run one update's turn, then speak. An exception here leaves the update unconfirmed.

        Every line that is logged on the way, also while speaking, carries the update's number.
        """
        number, person = update.update_id, update.person_id
        with structlog.contextvars.bound_contextvars(update=number, person=person):
            await self._answer(update)

    async def _answer(self, update: Received) -> None:
        read = inbound.read(update, self.application.bot.username)
        if update.kind == UpdateType.INLINE_QUERY:
            # It changes nothing, so that there is no turn to commit before it is confirmed.
            self._meter.inline()
            asked = update.content
            self.speaker.answer_inline(asked["id"], asked["from"]["id"], asked["query"])
        if read is not None:
            begun = time.perf_counter()
            outcome = await work.write(
                self._database, lambda connection: turn.take(connection, read, clock.now())
            )
            if outcome.repeated:
                log.info("repeated update", update=update.update_id)
                self._meter.repeated()
            else:
                self._meter.turn(read.event, time.perf_counter() - begun, outcome.refusal)
            self.speaker.follow(outcome, read.callback_id)
            if outcome.job:
                self._files.wake()
            if outcome.bulk:
                self._bulk.wake()
            if outcome.erased:
                await work.scrub(self._database)
        self._remember(update.update_id)

    def _remember(self, update_id: int) -> None:
        self._committed[update_id] = None
        self._failures.pop(update_id, None)
        while len(self._committed) > REMEMBERED:
            del self._committed[next(iter(self._committed))]

    async def _on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        if isinstance(update, Received) and context.error is not None:
            self._failures[update.update_id] = context.error
            if isinstance(context.error, DatabaseUnusable):
                log.warning("turn failed", update=update.update_id, why=str(context.error))
            else:
                log.warning("turn failed", update=update.update_id, exc_info=context.error)

    async def _set_aside(self, update: Received, trace: str) -> None:
        """Keep an update that cannot be answered, and tell the person."""
        await work.write(
            self._database,
            lambda connection: turn.set_aside(
                connection,
                update_id=update.update_id,
                person_id=update.person_id,
                payload=update.payload,
                trace=trace,
                now=clock.now(),
            ),
        )
        self._meter.set_aside()
        self.speaker.letters_wait()

    async def turn_away(self, updates: Sequence[Received], tell: bool) -> None:
        """Settle one person's updates that came too fast, however often that takes to keep."""
        person = updates[0].person_id or 0
        numbers = [each.update_id for each in updates]
        while True:
            try:
                await work.write(
                    self._database,
                    lambda c: turn.turn_away(c, numbers, person, clock.now(), tell=tell),
                )
                break
            except DatabaseUnusable as fault:
                log.warning("updates not turned away yet", why=str(fault))
                await asyncio.sleep(FAULT_PAUSE)
        self._meter.surplus(len(updates))
        for update in updates:
            self.speaker.follow(turn.Outcome(), update.tap)
        if tell:
            self.speaker.letters_wait()

    async def _introduce(self) -> None:
        """Tell Telegram the commands and what the bot is for; it works without."""
        try:
            for language in LANGUAGES:
                words = Words(language)
                commands = menus.commands(f"/{language}")
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
    engine.readiness.stopping = True
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


async def serve(
    token: str,
    api_url: str,
    database: Database,
    *,
    hook: Hook | None = None,
    listen: Address | None = None,
) -> None:
    """Run the bot until SIGINT or SIGTERM, then close the database."""
    engine = Engine(token, api_url, database, hook=hook, listen=listen)
    try:
        async with stopping_on_signals() as stop, engine:
            await until_stopped(engine, stop)
    finally:
        # The loop ends once nobody reads any more.
        database.close()
