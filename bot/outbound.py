"""Speaking, after the commit: answers to taps, cards; letters by `bot.letters`, in their turn.

A card is no message in a queue: `talks` knows which version was drawn, and a card that lags
behind is drawn again, now or after a restart, by whoever has its claim.
"""

import asyncio
import contextlib
import time
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

import structlog
from telegram import (
    Bot,
    BotCommandScopeChat,
    InlineQueryResultArticle,
    InputTextMessageContent,
)
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot import clock, letters, menus, screens, views
from bot import work as work_on
from bot.buttons import markup
from bot.calls import Calls
from bot.letters import Postman
from bot.patience import Patience
from bot.transport import NeverLeft
from bot.turn import Outcome
from bot.views import Ready
from bot.words import Words
from conversations.notes import NoticeCode
from storage import outbox, talks
from storage.database import Connection, Database, DatabaseUnusable
from storage.outbox import Letter
from storage.talks import FURTHEST_HELD, LEASE, MOST_STALE, Claim

T = TypeVar("T")

log = structlog.get_logger()

TRIES = 6
FIRST_WAIT = 0.5
LAST_WORDS = 3
"""Seconds that a stopping process gives to what it is saying."""
LAST_CLAIMS = 1
"""Seconds that it gives to giving its claims back."""
RETRY_PAUSE = 5
"""Seconds after which is looked for what is to be tried again, and what other processes changed."""
UNDRAWABLE_PAUSE = 300
"""Seconds for which a card is left alone that Telegram refused or that could not be drawn."""
LONG = frozenset({NoticeCode.INVITATION_FILE, NoticeCode.ACCOUNT_ERASED})
"""Letters that may take a while, such as a file of thousands of links: nobody waits for them."""
RENEWED_AFTER = LEASE.total_seconds() / 3

_Claimed = tuple[Letter, "asyncio.Task[None]"]


class Speaker:
    """Everything that this process sends."""

    def __init__(self, bot: Bot, database: Database, patience: Patience) -> None:
        self._bot = bot
        self._database = database
        self._patience = patience
        self._calls = Calls(bot, patience)
        self._postman = Postman(bot, database, self._calls)
        # Claims that are at work here, each a person and the claim's id, and since when.
        self._drawing: dict[tuple[int, int], tuple[float, asyncio.Task[None]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._letters = asyncio.Event()
        self._claiming: asyncio.Future[_Claimed | datetime | None] | None = None
        # Letters that were claimed here and cannot have arrived yet.
        self._in_hand: dict[int, Letter] = {}
        self._no_letter_before = 0.0
        self._stopping = False

    # --- From outside -------------------------------------------------------------------------

    def follow(self, outcome: Outcome, callback_id: str | None) -> None:
        """Say what a committed turn has to say, without making the next turn wait."""
        if callback_id is not None:
            self._spawn(self._answer(callback_id, outcome))
        if outcome.claim is not None:
            self.draw(outcome.redraw, outcome.claim, outcome.ready)
        if outcome.letters:
            self._letters.set()

    def answer_inline(self, query_id: str, person_id: int, query: str) -> None:
        """Answer what somebody typed after the bot's name in any chat."""
        self._spawn(self._answer_inline(query_id, person_id, query))

    def letters_wait(self) -> None:
        """There are letters to send."""
        self._letters.set()

    async def watch(self) -> None:
        """Draw cards that lag while nobody draws them, for ever: their drawer died, Telegram could
        not be reached, or a command changed them.
        """
        while True:
            stale_from = await self._ask(talks.stale_from)
            now = clock.now()
            if stale_from is not None and not now < stale_from <= now + FURTHEST_HELD:
                claim = Claim(clock.now())
                people = await self._ask(partial(talks.claim_stale, claim=claim), write=True)
                self.draw(people, claim)
                if len(people) == MOST_STALE:
                    await self._room_for_more()
                    continue
            await asyncio.sleep(_until(stale_from))

    async def _room_for_more(self) -> None:
        """Wait until fewer cards are being drawn here than one look takes over."""
        while len(self._drawing) >= MOST_STALE:
            drawing = [task for _, task in self._drawing.values()]
            await asyncio.wait(drawing, return_when=asyncio.FIRST_COMPLETED)

    async def keep_claims(self) -> None:
        """Prolong the claims of what takes long, such as waiting for Telegram, for ever."""
        time = asyncio.get_running_loop().time
        while True:
            await asyncio.sleep(RENEWED_AFTER)
            slow = [held for held, (at, _) in self._drawing.items() if time() - at > RENEWED_AFTER]
            for start in range(0, len(slow), MOST_STALE):
                some = slow[start : start + MOST_STALE]
                renew = partial(talks.renew, claims=some, until=clock.now() + LEASE)
                await self._ask(renew, write=True)

    async def deliver(self) -> None:
        """Send letters as they come and as the pace allows, until cancelled.

        What is being claimed or sent then is finished all the same: see `finish`.
        """
        time = asyncio.get_running_loop().time
        while True:
            self._letters.clear()
            await asyncio.sleep(self._no_letter_before - time())
            await self._patience.over()
            # One at a time: what was claimed and not sent when a process dies may have arrived, so
            # it could never be sent again.
            self._claiming = asyncio.ensure_future(self._claim())
            found = await asyncio.shield(self._claiming)
            if isinstance(found, tuple):
                letter, sending = found
                if letter.code not in LONG:
                    await asyncio.shield(sending)
                continue
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_until(found)):
                    await self._letters.wait()

    async def _claim(self) -> _Claimed | datetime | None:
        """Claim the next letter and have it sent; where there is none, when to look again."""
        found = await self._ask(self._next_letter, write=True)
        if not isinstance(found, Letter):
            return found
        self._in_hand[found.id] = found
        return found, self._spawn(self._send(found))

    def _next_letter(self, connection: Connection) -> Letter | datetime | None:
        """Claim one, unless the process has begun to stop while the database was waited for."""
        return None if self._stopping else outbox.claim(connection, now=clock.now())

    async def finish(self) -> None:
        """Wait a little for what is being said; the rest is left to whoever is next."""
        self._stopping = True
        until = time.monotonic() + LAST_WORDS
        if self._claiming is not None:
            # It ends as soon as the database has answered, and claims nothing from now on.
            await asyncio.wait({self._claiming}, timeout=LAST_WORDS)
        if self._tasks:
            left = max(0.0, until - time.monotonic())
            _, unsaid = await asyncio.wait(self._tasks, timeout=left)
            cards, unsent, now = list(self._drawing), list(self._in_hand.values()), clock.now()
            for task in unsaid:
                task.cancel()

            def give_back(connection: Connection) -> None:
                talks.release(connection, cards)
                for letter in unsent:
                    outbox.put_back(connection, letter, now)

            if cards or unsent:
                # Where the database does not answer, claims run out, and these letters are unknown.
                with contextlib.suppress(DatabaseUnusable, TimeoutError):
                    async with asyncio.timeout(LAST_CLAIMS):
                        await self._ask(give_back, write=True)

    async def _send(self, letter: Letter) -> None:
        """Send a letter; last words once no card is being drawn that would cover them."""
        if letter.code == NoticeCode.ACCOUNT_ERASED:
            person = letter.person_id
            drawing = [task for (whose, _), (_, task) in self._drawing.items() if whose == person]
            if drawing:
                await asyncio.wait(drawing)
        try:
            await self._postman.send(letter, lambda: self._in_hand.pop(letter.id, None))
        except InvalidToken as fault:
            log.error("letters wait: Telegram does not know the bot", why=fault.message)  # noqa: TRY400 - why says all
            pause = letters.UNKNOWN_BOT_WAIT.total_seconds()
            self._no_letter_before = asyncio.get_running_loop().time() + pause
        finally:
            self._in_hand.pop(letter.id, None)

    # --- Taps and cards -----------------------------------------------------------------------

    async def _answer(self, callback_id: str, outcome: Outcome) -> None:
        """Answer a tap once; a query that is too old has nobody waiting for it."""
        text = screens.alert(outcome.alert, Words(outcome.language)) if outcome.alert else None
        try:
            with contextlib.suppress(BadRequest):
                await self._calls.answer_tap(callback_id, text)
        except TelegramError as fault:
            log.warning("callback not answered", fault=type(fault).__name__)

    async def _answer_inline(self, query_id: str, person_id: int, query: str) -> None:
        """Offer cards of the asker's own offices; kept by nobody, since rights and facts change."""
        view = await self._ask(lambda c: views.own_offices(c, person_id, query, clock.now()))
        results = [
            InlineQueryResultArticle(
                each.id,
                each.title,
                InputTextMessageContent(each.text, ParseMode.HTML),
                description=each.description,
            )
            for each in screens.inline(view, Words(view.talk.language))
        ]
        try:
            with contextlib.suppress(BadRequest):  # too old: nobody waits for it any more
                await self._bot.answer_inline_query(
                    query_id, results, cache_time=0, is_personal=True
                )
        except TelegramError as fault:
            log.warning("inline query not answered", fault=type(fault).__name__)

    def draw(self, people: Iterable[int], claim: Claim, ready: Ready | None = None) -> None:
        """Bring the cards that this claim has got up to date; of one what it shows is `ready`."""
        for person_id in people:
            own = ready if ready and ready.view.talk.person_id == person_id else None
            task = self._spawn(self._draw(person_id, claim, own))
            self._drawing[person_id, claim.id] = asyncio.get_running_loop().time(), task

    async def _draw(self, person_id: int, claim: Claim, ready: Ready | None) -> None:
        """Show the card as it is, again while it is changed meanwhile; then let the claim go."""
        held, failures = (person_id, claim.id), 0
        try:
            while True:
                pause = UNDRAWABLE_PAUSE
                try:
                    at_hand, ready = ready, None
                    if not await self._draw_once(person_id, claim, at_hand):
                        return
                    failures = 0
                    if self._stopping:
                        # Whoever goes on changing the card goes on drawing it.
                        await self._ask(partial(talks.release, claims=[held]), write=True)
                        break
                    continue
                except Forbidden:
                    await self._ask(lambda c: talks.blocked(c, person_id, True), write=True)
                    return
                except RetryAfter:
                    continue  # the next attempt is held until it may be made
                except BadRequest as fault:
                    log.warning("card refused by Telegram", person=person_id, why=str(fault))
                except (TimedOut, NetworkError) as fault:
                    if not isinstance(fault, NeverLeft):
                        log.warning("card may be there twice", person=person_id)
                    failures += 1
                    if failures < TRIES:
                        await asyncio.sleep(FIRST_WAIT * 2 ** (failures - 1))
                        continue
                    pause = RETRY_PAUSE
                except DatabaseUnusable as fault:
                    log.warning("card waits for the database", person=person_id, why=str(fault))
                    pause = RETRY_PAUSE
                except Exception:
                    log.exception("card cannot be drawn", person=person_id)
                again = clock.now() + timedelta(seconds=pause)
                await self._ask(partial(talks.release, claims=[held], again=again), write=True)
                return
        finally:
            self._drawing.pop(held, None)

    async def _draw_once(self, person_id: int, claim: Claim, ready: Ready | None) -> bool:
        """Draw if the card lags behind; whether there is more to draw by this claim.

        What a turn had `ready` may be overtaken by others: then there is more to draw.
        """
        if ready is None:
            ready = await self._ask(lambda c: views.look(c, person_id, clock.now()))
        view, card, silence = ready.view, ready.card, ready.silence
        if silence is not None and (wait := silence - clock.now()) > timedelta():
            # Another process was told to wait; by then the card may have changed.
            self._patience.hold(wait)
            await self._patience.over()
            return True
        if card.drawn >= card.wanted:
            await self._ask(lambda c: talks.release(c, [(person_id, claim.id)]), write=True)
            return False
        words = Words(view.talk.language)
        screen = screens.draw(view, words)
        grant = view.talk.grant
        version = view.submission.version if view.submission else 0
        below = markup(screen, grant.id if grant else 0, version)
        message_id = card.message_id
        if (
            message_id is None
            or card.below
            or not await self._calls.edit(person_id, message_id, screen.text, below)
        ):
            message_id = await self._calls.send(person_id, screen.text, below)
        more = await self._ask(
            lambda c: talks.drawn(
                c,
                person_id,
                version=card.wanted,
                message_id=message_id,
                claim=replace(claim, now=clock.now()),
            ),
            write=True,
        )
        if more is None:
            await self._take_back(person_id, message_id)
            return False
        if card.message_id != message_id:
            await self._strip(person_id, card.message_id)
        await self._show_menu(person_id, menus.wanted(view.grants, view.talk.language), card.menu)
        return bool(more)

    async def _take_back(self, person_id: int, message_id: int) -> None:
        """Of two cards one lives: this one does not, if whoever took over has another.

        If it is the same, it may show what is older than theirs, so that it is shown once more. Of
        whoever was erased meanwhile it says nothing any more.
        """
        view, card = await self._ask(lambda c: views.load(c, person_id, clock.now()))
        if not card.wanted:
            screen = screens.draw(view, Words(view.talk.language))
            await self._calls.edit(person_id, message_id, screen.text, markup(screen, 0, 0))
        elif card.message_id == message_id:
            claim = Claim(clock.now())
            lagging = partial(talks.redraw_person, person_id=person_id, claim=claim)
            self.draw(await self._ask(lagging, write=True), claim)
        else:
            await self._strip(person_id, message_id)

    async def _show_menu(self, person_id: int, wanted: str | None, shown: str | None) -> None:
        """Set a chat's menu of commands where role or language has changed; the bot works without.

        What fails is tried again with the person's next card.
        """
        if wanted == shown:
            return
        scope = BotCommandScopeChat(person_id)
        try:
            if wanted is None:
                await self._bot.delete_my_commands(scope)
            else:
                await self._bot.set_my_commands(menus.commands(wanted), scope)
        except TelegramError as fault:
            log.warning("menu not set", person=person_id, fault=type(fault).__name__)
            return
        await self._ask(lambda c: talks.menu_set(c, person_id, wanted), write=True)

    async def _strip(self, person_id: int, message_id: int | None) -> None:
        """Take the buttons off a card that a newer one replaces; old buttons are safe anyway."""
        if message_id is None:
            return
        try:
            await self._bot.edit_message_reply_markup(person_id, message_id)
        except TelegramError:
            log.info("old card kept its buttons", person=person_id)

    # --- Below --------------------------------------------------------------------------------

    async def _ask(self, work: Callable[..., T], *, write: bool = False) -> T:
        """Run storage work in a transaction of its own without holding up the loop."""
        return await (work_on.write if write else work_on.read)(self._database, work)

    def _spawn(self, work: Coroutine[None, None, None]) -> "asyncio.Task[None]":
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        task.add_done_callback(_report)
        return task


def _until(moment: datetime | None) -> float:
    """Seconds to wait for a moment, if it is to come; no longer than until the next look."""
    wait = (moment - clock.now()).total_seconds() if moment is not None else 0
    return min(wait, RETRY_PAUSE) if wait > 0 else RETRY_PAUSE


def _report(task: "asyncio.Task[None]") -> None:
    if not task.cancelled() and task.exception() is not None:
        log.error("speaking failed", exc_info=task.exception())
