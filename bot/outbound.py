"""Speaking, after the commit: answers to taps, cards, letters.

A card is no message in a queue: `talks` knows which version was drawn, and a card that lags
behind is drawn again, now or after a restart. Letters come from the outbox, each once: what may
have arrived although it failed is marked unknown, never sent again (quality.md, "Sending").
"""

import asyncio
import contextlib
import json
from collections import defaultdict
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import TypeVar

import structlog
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot import buttons, clock, reminders, screens, views
from bot import work as work_on
from bot.patience import Patience, wait_of
from bot.screens.view import Screen
from bot.transport import NeverLeft
from bot.turn import Farewell, Outcome
from bot.words import Words
from conversations.access import OFFICE_ROLES, Role
from conversations.events import Action
from conversations.notes import NoticeCode
from conversations.settings import Key
from conversations.submission import missing
from storage import access, outbox, settings, submissions, talks
from storage.database import Connection, Database
from storage.outbox import Letter
from storage.personal import personal_data

T = TypeVar("T")

log = structlog.get_logger()

TRIES = 6
FIRST_WAIT = 0.5
LETTER_TRIES = 8
LAST_WORDS = 5
"""Seconds that a stopping process gives to what it is saying."""
RETRY_PAUSE = 5
"""Seconds after which is looked for what is to be tried again, and what other processes changed."""
UNDRAWABLE_PAUSE = 300
"""Seconds for which a card is left alone that Telegram refused or that could not be drawn."""


class Withdrawn(Exception):
    """A letter that would tell nothing true any more, or tell it to the wrong person."""


class Speaker:
    """Everything that this process sends. One task draws one person's card at a time."""

    def __init__(self, bot: Bot, database: Database, patience: Patience) -> None:
        self._bot = bot
        self._database = database
        self._patience = patience
        self._undrawable: dict[int, float] = {}
        self._drawing: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._tasks: set[asyncio.Task[None]] = set()
        self._letters = asyncio.Event()

    # --- From outside -------------------------------------------------------------------------

    def follow(self, outcome: Outcome, callback_id: str | None) -> None:
        """Say what a committed turn has to say, without making the next turn wait."""
        if callback_id is not None:
            self._spawn(self._answer(callback_id, outcome))
        if outcome.farewell is not None:
            self._spawn(self._part(outcome.farewell, Words(outcome.language)))
        for person_id in outcome.redraw:
            self.redraw(person_id)
        if outcome.letters:
            self._letters.set()

    def redraw(self, person_id: int) -> None:
        """Bring one person's card up to date."""
        self._spawn(self._draw(person_id))

    def answer_inline(self, query_id: str, person_id: int, query: str) -> None:
        """Answer what somebody typed after the bot's name in any chat."""
        self._spawn(self._answer_inline(query_id, person_id, query))

    def letters_wait(self) -> None:
        """There are letters to send."""
        self._letters.set()

    async def catch_up(self) -> None:
        """Draw every card that lags: a former process left it, or another one changed it."""
        now = asyncio.get_running_loop().time()
        for person_id in await self._ask(talks.stale):
            left_alone = self._undrawable.get(person_id, now) > now
            if not left_alone and not self._drawing[person_id].locked():
                self.redraw(person_id)

    async def watch(self) -> None:
        """Look for what other processes changed and for what is to be tried again, for ever."""
        while True:
            await self.catch_up()
            self._letters.set()
            await asyncio.sleep(RETRY_PAUSE)

    async def deliver(self) -> None:
        """Send letters as they come, until cancelled."""
        while True:
            await self._letters.wait()
            self._letters.clear()
            while claimed := await self._claimed():
                for letter in claimed:
                    # Told to stop, what is on its way is finished: see `finish`.
                    await asyncio.shield(self._spawn(self._send_letter(letter)))

    async def finish(self) -> None:
        """Wait a little for what is being said; cards that lag are drawn at the next start."""
        if self._tasks:
            _, unsaid = await asyncio.wait(self._tasks, timeout=LAST_WORDS)
            for task in unsaid:
                task.cancel()

    # --- Taps and cards -----------------------------------------------------------------------

    async def _answer(self, callback_id: str, outcome: Outcome) -> None:
        """Answer a tap once; a query that is too old has nobody waiting for it."""
        text = screens.alert(outcome.alert, Words(outcome.language)) if outcome.alert else None
        try:
            with contextlib.suppress(BadRequest):
                await self._bot.answer_callback_query(callback_id, text, show_alert=bool(text))
        except TelegramError as fault:
            log.warning("callback not answered", fault=type(fault).__name__)

    async def _answer_inline(self, query_id: str, person_id: int, query: str) -> None:
        """Offer cards of the asker's own offices; kept by nobody, since rights and facts change."""
        view = await self._ask(lambda c: views.own_offices(c, person_id, clock.now()))
        results = [
            InlineQueryResultArticle(
                each.id,
                each.title,
                InputTextMessageContent(each.text, ParseMode.HTML),
                description=each.description,
            )
            for each in screens.inline(view, query, Words(view.talk.language))
        ]
        try:
            with contextlib.suppress(BadRequest):  # too old: nobody waits for it any more
                await self._bot.answer_inline_query(
                    query_id, results, cache_time=0, is_personal=True
                )
        except TelegramError as fault:
            log.warning("inline query not answered", fault=type(fault).__name__)

    async def _draw(self, person_id: int) -> None:
        """Show the card as it is now; what was changed meanwhile is shown by the next round."""
        async with self._drawing[person_id]:
            for attempt in range(TRIES):
                try:
                    if not await self._draw_once(person_id):
                        return
                except Forbidden:
                    await self._ask(lambda c: talks.blocked(c, person_id, True), write=True)
                    return
                except RetryAfter:
                    continue  # the next attempt is held until it may be made
                except BadRequest as fault:
                    log.warning("card refused by Telegram", person=person_id, why=str(fault))
                    self._leave_alone(person_id)
                    return
                except (TimedOut, NetworkError):
                    await asyncio.sleep(FIRST_WAIT * 2**attempt)
                except Exception:
                    log.exception("card cannot be drawn", person=person_id)
                    self._leave_alone(person_id)
                    return

    async def _part(self, farewell: Farewell, words: Words) -> None:
        """Turn the last card into last words; said once, since nobody is kept to be told again."""
        text = screens.farewell(farewell.note, words)
        person_id, message_id = farewell.person_id, farewell.message_id
        async with self._drawing[person_id]:
            try:
                if message_id is None or not await self._edit(
                    person_id, message_id, Screen(text), None
                ):
                    await self._bot.send_message(person_id, text, parse_mode=ParseMode.HTML)
            except TelegramError as fault:
                log.warning("farewell not said", fault=type(fault).__name__)

    def _leave_alone(self, person_id: int) -> None:
        """Not to be tried again by `watch` for a while; the person's next turn tries at once."""
        self._undrawable[person_id] = asyncio.get_running_loop().time() + UNDRAWABLE_PAUSE

    async def _draw_once(self, person_id: int) -> bool:
        """Draw if the card lags behind; whether there may be more to draw."""
        view, card = await self._ask(lambda c: views.load(c, person_id, clock.now()))
        if card.drawn >= card.wanted:
            return False
        words = Words(view.talk.language)
        screen = screens.draw(view, words)
        grant = view.talk.grant
        version = view.submission.version if view.submission else 0
        markup = keyboard(screen, grant.id if grant else 0, version)
        message_id = card.message_id
        if (
            message_id is None
            or card.below
            or not await self._edit(person_id, message_id, screen, markup)
        ):
            sent = await self._bot.send_message(
                person_id, screen.text, parse_mode=ParseMode.HTML, reply_markup=markup
            )
            message_id = sent.message_id
        await self._ask(
            lambda c: talks.drawn(c, person_id, version=card.wanted, message_id=message_id),
            write=True,
        )
        if card.message_id not in {None, message_id}:
            await self._strip(person_id, card.message_id)
        return True

    async def _edit(
        self, person_id: int, message_id: int, screen: Screen, markup: InlineKeyboardMarkup | None
    ) -> bool:
        """Edit a card in place; False when there is none to edit any more."""
        try:
            await self._bot.edit_message_text(
                screen.text,
                person_id,
                message_id,
                parse_mode=ParseMode.HTML,
                reply_markup=markup,
            )
        except BadRequest as fault:
            reason = str(fault).casefold()
            if "not modified" in reason:
                return True
            if "to edit not found" in reason or "can't be edited" in reason:
                return False
            raise
        return True

    async def _strip(self, person_id: int, message_id: int | None) -> None:
        """Take the buttons off a card that a newer one replaces; old buttons are safe anyway."""
        if message_id is None:
            return
        try:
            await self._bot.edit_message_reply_markup(person_id, message_id)
        except TelegramError:
            log.debug("old card kept its buttons", person=person_id)

    # --- Letters ------------------------------------------------------------------------------

    async def _claimed(self) -> list[Letter]:
        """The next letter, if any. None is claimed while Telegram wants silence: a claim runs out.

        One at a time: what was claimed and not sent when a process dies may have arrived, so it
        could never be sent again.
        """
        await self._patience.over()
        return await self._ask(lambda c: outbox.claim(c, now=clock.now(), limit=1), write=True)

    async def _send_letter(self, letter: Letter) -> None:
        """Send one, or leave it for when Telegram says."""
        now = clock.now()
        try:
            screen, grant_id = await self._ask(lambda c: self._letter(c, letter))
        except Withdrawn as withdrawn:
            said = str(withdrawn)
            await self._ask(lambda c: outbox.undeliverable(c, letter.id, said, now), write=True)
            return
        except Exception:
            log.exception("letter cannot be drawn", letter=letter.id, code=letter.code)
            await self._not_now(letter, "it cannot be drawn")
            return
        try:
            if letter.code == NoticeCode.PERSONAL_DATA:
                await self._send_personal_data(letter.person_id, screen, grant_id)
            else:
                await self._bot.send_message(
                    letter.person_id,
                    screen.text,
                    parse_mode=ParseMode.HTML,
                    reply_markup=keyboard(screen, grant_id, 0),
                )
        except (Forbidden, BadRequest) as fault:
            why = str(fault)
            if isinstance(fault, Forbidden):
                await self._ask(lambda c: talks.blocked(c, letter.person_id, True), write=True)
            await self._ask(lambda c: outbox.undeliverable(c, letter.id, why, now), write=True)
        except RetryAfter as refused:
            due = clock.now() + wait_of(refused)
            await self._ask(lambda c: outbox.retry(c, letter.id, due), write=True)
        except NetworkError as fault:
            await self._letter_failed(letter, fault)
        else:
            await self._ask(lambda c: outbox.sent(c, letter.id, now), write=True)

    async def _send_personal_data(self, person_id: int, screen: Screen, grant_id: int) -> None:
        """Everything that is held about a person, as it is now, as a file."""
        held = await self._ask(lambda c: personal_data(c, person_id))
        await self._bot.send_document(
            person_id,
            json.dumps(held, ensure_ascii=False, indent=2).encode(),
            filename="moje-dane.json",
            caption=screen.text,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(screen, grant_id, 0),
        )

    async def _letter_failed(self, letter: Letter, fault: NetworkError) -> None:
        """Try again only what certainly did not arrive: the connection was never made."""
        if isinstance(fault, NeverLeft):
            await self._not_now(letter, "Telegram cannot be reached")
            return
        now = clock.now()
        log.warning("letter may or may not have arrived", letter=letter.id, code=letter.code)
        await self._ask(lambda c: outbox.unknown(c, letter.id, now), write=True)

    async def _not_now(self, letter: Letter, why: str) -> None:
        """Try a letter later that certainly did not leave; after enough tries, never."""
        now = clock.now()
        if letter.attempts < LETTER_TRIES:
            later = now + timedelta(seconds=2**letter.attempts)
            await self._ask(lambda c: outbox.retry(c, letter.id, later), write=True)
        else:
            await self._ask(lambda c: outbox.undeliverable(c, letter.id, why, now), write=True)

    def _letter(self, connection: Connection, letter: Letter) -> tuple[Screen, int]:
        """A letter drawn for its reader, and the role its button belongs to.

        Raises Withdrawn when there is nothing to tell this reader any more.
        """
        seen = talks.load(connection, letter.person_id, lock=False)
        if letter.code == NoticeCode.DIGEST:
            found = reminders.digest(connection, letter.person_id, dict(letter.values), clock.now())
            if found is None:
                raise Withdrawn("the role that it is for was taken away")
            digest, held = found
            return screens.digest(digest, Words(seen.talk.language)), held.id
        submission = (
            submissions.load(connection, letter.office_id, lock=False) if letter.office_id else None
        )
        if letter.code == NoticeCode.NUDGE and not (submission and missing(submission)):
            raise Withdrawn("nothing is missing any more")
        language = seen.talk.language
        values = {**letter.values, "bot": self._bot.username}
        if letter.code == NoticeCode.NUDGE:
            values["deadline"] = settings.get(connection, Key.DEADLINE) or ""
        screen = screens.letter(NoticeCode(letter.code), submission, values, Words(language))
        grants = access.grants(connection, letter.person_id)
        advisor = submission.office.advisor if submission else letter.values.get("advisor")
        fixes = any(button.action is Action.EDIT for row in screen.rows for button in row)
        concerned = (
            grant.id
            for grant in sorted(grants, key=lambda grant: fixes and grant.role not in OFFICE_ROLES)
            if (grant.office_id == letter.office_id and (submission or advisor is None))
            or (grant.role is Role.ADVISOR and grant.advisor == advisor)
            or grant.role is Role.COORDINATOR
        )
        return screen, next(concerned, 0)

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


def _report(task: "asyncio.Task[None]") -> None:
    if not task.cancelled() and task.exception() is not None:
        log.error("speaking failed", exc_info=task.exception())


def keyboard(screen: Screen, grant_id: int, version: int) -> InlineKeyboardMarkup | None:
    """The buttons of a screen with what they carry; None when it has none."""
    if not screen.rows:
        return None
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(
                    button.text,
                    callback_data=buttons.encode(
                        button.grant if button.grant is not None else grant_id,
                        version,
                        Action(button.action),
                        button.argument,
                    ),
                    style=button.style,
                )
                for button in row
            ]
            for row in screen.rows
        ]
    )
