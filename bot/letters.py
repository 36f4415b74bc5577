"""Letters: each drawn for its reader when it leaves, sent once, and what became of it kept.

What may have arrived although it failed is marked unknown, never sent again (quality.md,
"Sending"), but for last words. When one may leave is for `bot.outbound` to say.
"""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

import structlog
from telegram import Bot, BotCommandScopeChat
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot import addressing, clock, reminders, screens, work
from bot.buttons import keyboard
from bot.calls import Calls
from bot.documents import papers
from bot.documents.invitations import batch_of
from bot.documents.invitations import gather as gather_invitations
from bot.documents.invitations import make as make_invitations
from bot.patience import Held, Leaves, wait_of
from bot.screens.view import Screen
from bot.transport import NeverLeft
from bot.words import Words
from conversations.access import OFFICE_ROLES
from conversations.events import Action
from conversations.notes import NoticeCode
from conversations.settings import Key
from conversations.submission import missing
from storage import access, bulk, links, outbox, settings, submissions, talks
from storage.database import Connection, Database, DatabaseUnusable
from storage.outbox import Letter
from storage.personal import personal_data

T = TypeVar("T")

log = structlog.get_logger()

LETTER_TRIES = 8
DOUBTFUL_TRIES = 3
"""How often last words are sent as a message of their own that may have arrived each time."""
DOUBTFUL_WAIT = timedelta(minutes=10)
UNKNOWN_BOT_WAIT = timedelta(minutes=1)
"""For which no letter is tried where Telegram does not know the bot: a token that was revoked, or
a proxy that answers in Telegram's place."""
NOT_ARRIVED = (BadRequest, Forbidden, InvalidToken, RetryAfter, NeverLeft)
"""What a call raises that certainly did not arrive."""
IN_HOURS = {NoticeCode.DIGEST, NoticeCode.FINISHED}
"""Letters that nobody caused, so that they come while offices are open, however late."""
SETTLE_PAUSE = 1
"""Seconds after which is tried again to keep what became of a letter."""
DATABASE_WAIT = timedelta(seconds=10)
"""For which a letter is left that cannot be drawn for want of the database."""


class Doubtful(Exception):
    """Last words, as a message of their own, that may have arrived."""


class Withdrawn(Exception):
    """A letter that would tell nothing true any more, or tell it to the wrong person."""


class OutOfHours(Exception):
    """A letter that is kept until offices open, which is at `until`."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


class Postman:
    """Sends the letters that it is given."""

    def __init__(self, bot: Bot, database: Database, calls: Calls) -> None:
        self._bot = bot
        self._database = database
        self._calls = calls

    async def send(self, letter: Letter, leaves: Leaves = lambda: None) -> None:
        """Send one, or leave it for when Telegram says; `leaves` is called when it may arrive.

        Raises InvalidToken where Telegram does not know the bot; the letter is left for later.
        """
        if letter.code == NoticeCode.ACCOUNT_ERASED:
            await self._part(letter)
            return
        now = clock.now()
        try:
            send = await self._how(letter)
        except (Withdrawn, papers.NoSuchDocument) as withdrawn:
            await self._give_up(letter, str(withdrawn))
            return
        except OutOfHours as early:
            await self._later(letter, early.until - now)
            return
        except DatabaseUnusable as fault:
            log.warning("letter waits for the database", letter=letter.id, why=str(fault))
            await self._put_back(letter, DATABASE_WAIT)
            return
        except Exception:
            log.exception("letter cannot be drawn", letter=letter.id, code=letter.code)
            await self._not_now(letter, "it cannot be drawn")
            return
        try:
            await send(rate_limit_args=leaves)
        except (Forbidden, BadRequest) as fault:
            if isinstance(fault, Forbidden):
                await self._settle(lambda c: talks.blocked(c, letter.person_id, True))
            await self._give_up(letter, str(fault))
        except Held as held:
            await self._put_back(letter, wait_of(held))
        except RetryAfter as refused:
            await self._later(letter, wait_of(refused))
        except InvalidToken:
            await self._put_back(letter, UNKNOWN_BOT_WAIT)
            raise
        except NeverLeft:
            await self._not_now(letter, "Telegram cannot be reached")
        except TelegramError as fault:
            log.warning(
                "letter may or may not have arrived",
                letter=letter.id,
                code=letter.code,
                fault=type(fault).__name__,
            )
            failed_at = clock.now()
            await self._settle(lambda c: outbox.unknown(c, letter.id, failed_at))
        else:
            await self._settle(lambda c: outbox.sent(c, letter.id, now))

    async def _part(self, letter: Letter) -> None:
        """Turn the last card into last words, take the chat's own menu back, and forget both.

        What may have arrived is said again, a card as often as it takes and a message a few times:
        nobody who was erased can ask what came of it. After `until` nothing is tried again.
        """
        values = dict(letter.values)
        until = datetime.fromisoformat(str(values["until"]))
        wait: timedelta | None = None
        why: str | None = None
        try:
            if letter.attempts == 1 or clock.now() < until:
                await self._say_last(letter)
            else:
                why = "it takes too long"
        except RetryAfter as refused:
            wait, why = wait_of(refused), str(refused)
        except Doubtful as doubtful:
            why = str(doubtful)
            values["doubts"] = doubts = int(values.get("doubts", 0)) + 1
            wait = DOUBTFUL_WAIT if doubts < DOUBTFUL_TRIES else None
        except (Forbidden, BadRequest) as fault:
            why = str(fault)
        except TelegramError as fault:
            why = str(fault)
            wait = timedelta(seconds=2 ** min(letter.attempts, LETTER_TRIES))
        now = clock.now()
        if wait is not None and now + wait < until:
            again = now + wait
            await self._settle(lambda c: outbox.retry(c, letter.id, again, now, values=values))
            return
        if why is not None:
            log.warning("last words not said", why=why)
        await self._settle(lambda c: outbox.forget(c, letter.id))
        await work.scrub(self._database)

    async def _say_last(self, letter: Letter) -> None:
        """Raises Doubtful, and what Telegram's refusal raises."""
        person, values = letter.person_id, letter.values
        # Whoever holds a role again has a menu again, that of their new card.
        if values["menu"] and not await self._read(lambda c: access.grants(c, person, clock.now())):
            with contextlib.suppress(BadRequest):
                await self._bot.delete_my_commands(BotCommandScopeChat(person))
        words = Words(str(values["language"]))
        text = screens.letter(NoticeCode.ACCOUNT_ERASED, None, values, words).text
        card = int(values["card"])
        if card and await self._calls.edit(person, card, text):
            return
        try:
            await self._calls.send(person, text)
        except NOT_ARRIVED:
            raise
        except TelegramError as fault:
            raise Doubtful(str(fault)) from fault

    async def _how(self, letter: Letter) -> Callable[..., Awaitable[object]]:
        """How a letter is sent, by its kind: a call that takes PTB's `rate_limit_args`."""
        match letter.code:
            case NoticeCode.DOCUMENT:
                return await self._file(letter)
            case NoticeCode.INVITATION_FILE:
                return await self._invitations(letter)
            case NoticeCode.PERSONAL_DATA:
                return await self._personal_data(letter)
            case _:
                return await self._text(letter)

    async def _text(self, letter: Letter) -> Callable[..., Awaitable[object]]:
        """How a letter in words is sent, drawn for its reader."""
        screen, grant_id = await self._read(lambda c: self._drawn(c, letter))
        return partial(
            self._bot.send_message,
            letter.person_id,
            screen.text,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(screen, grant_id, 0),
        )

    async def _personal_data(self, letter: Letter) -> Callable[..., Awaitable[object]]:
        """How everything that is held about a person, as it is now, is sent as a file."""
        screen, grant_id = await self._read(lambda c: self._drawn(c, letter))
        held = await self._read(lambda c: personal_data(c, letter.person_id))
        return partial(
            self._bot.send_document,
            letter.person_id,
            json.dumps(held, ensure_ascii=False, indent=2).encode(),
            filename="moje-dane.json",
            caption=screen.text,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(screen, grant_id, 0),
        )

    async def _file(self, letter: Letter) -> Callable[..., Awaitable[object]]:
        """How a document is sent: made now, in a thread, of what stands in the database."""
        facts = await self._read(lambda c: papers.gather(c, letter, clock.now()))
        return self._sending(letter, await asyncio.to_thread(papers.make, facts))

    async def _invitations(self, letter: Letter) -> Callable[..., Awaitable[object]]:
        """How links are sent as a file: made now, since nothing else has their secrets."""
        now, username = clock.now(), self._bot.username
        facts = await work.write(self._database, lambda c: gather_invitations(c, letter, now))
        return self._sending(letter, await asyncio.to_thread(make_invitations, facts, username))

    def _sending(self, letter: Letter, file: papers.File) -> Callable[..., Awaitable[object]]:
        sending = self._bot.send_photo if file.picture else self._bot.send_document
        return partial(
            sending,
            letter.person_id,
            file.content,
            filename=file.name,
            caption=file.caption,
            parse_mode=ParseMode.HTML,
        )

    async def _not_now(self, letter: Letter, why: str) -> None:
        """Try a letter later that certainly did not leave; after enough tries, never."""
        if letter.attempts < LETTER_TRIES:
            await self._later(letter, timedelta(seconds=2**letter.attempts))
        else:
            await self._give_up(letter, why)

    async def _later(self, letter: Letter, wait: timedelta) -> None:
        """Try a letter again after a while that certainly did not leave."""
        now = clock.now()
        await self._settle(lambda c: outbox.retry(c, letter.id, now + wait, now))

    async def _put_back(self, letter: Letter, wait: timedelta) -> None:
        """Leave a letter for later that was not tried."""
        now = clock.now()
        await self._settle(lambda c: outbox.put_back(c, letter, now, at=now + wait))

    async def _give_up(self, letter: Letter, why: str) -> None:
        """A letter that nobody will get; links that stood only in it open nothing any more."""
        now = clock.now()

        def keep(connection: Connection) -> None:
            outbox.undeliverable(connection, letter.id, why, now)
            if letter.code == NoticeCode.INVITATION_FILE:
                links.revoke_batch(connection, batch_of(letter), now)

        await self._settle(keep)

    async def _settle(self, change: Callable[[Connection], None]) -> None:
        """Keep what became of a letter, as soon as the database can be used.

        What is not kept within the letter's lease counts as unknown.
        """
        while True:
            try:
                await work.write(self._database, change)
            except DatabaseUnusable as fault:
                log.warning("what became of a letter is not kept yet", why=str(fault))
                await asyncio.sleep(SETTLE_PAUSE)
            else:
                return

    def _drawn(self, connection: Connection, letter: Letter) -> tuple[Screen, int]:
        """A letter drawn for its reader, and the role its button belongs to.

        Raises Withdrawn when there is nothing to tell this reader any more, OutOfHours when it is
        kept until offices open.
        """
        now = clock.now()
        if letter.code in IN_HOURS and (opens := reminders.may_leave(connection, now)) > now:
            raise OutOfHours(opens)
        seen = talks.load(connection, letter.person_id, lock=False)
        if letter.code == NoticeCode.DIGEST:
            found = reminders.digest(connection, letter.person_id, dict(letter.values), now)
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
        if letter.code == NoticeCode.ANNOUNCEMENT:
            announced = bulk.load(connection, int(letter.values["bulk"]))
            values["text"] = announced.content["text"] if announced else ""
        if letter.code == NoticeCode.NUDGE:
            values["deadline"] = settings.get(connection, Key.DEADLINE) or ""
        draw = partial(screens.letter, NoticeCode(letter.code), submission, values, Words(language))
        screen = draw()
        roles = addressing.concerned(connection, letter, submission, now)
        if not addressing.may_read(connection, letter, roles, now):
            raise Withdrawn("the role that it is for was taken away")
        fixes = any(button.action is Action.EDIT for row in screen.rows for button in row)
        reader = addressing.reader(roles, fixes=fixes)
        if fixes and reader is not None and reader.role not in OFFICE_ROLES:
            screen = draw(corrects=False)
        return screen, 0 if reader is None else reader.id

    async def _read(self, asked: Callable[[Connection], T]) -> T:
        """What stands in the database."""
        return await work.read(self._database, asked)
