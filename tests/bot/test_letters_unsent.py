"""Letters that do not leave: not now, not while offices are closed, or not at all any more."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest
from sqlalchemy import text
from telegram.error import (
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot import clock, letters
from bot.letters import DOUBTFUL_TRIES, DOUBTFUL_WAIT, LETTER_TRIES, Postman
from bot.outbound import Speaker
from bot.transport import NeverLeft
from conversations.access import Role
from conversations.events import Action
from conversations.notes import NoticeCode
from storage import links, outbox
from storage.database import Connection, Database
from storage.outbox import Letter
from tests.bot.test_outbound_unreachable import HEAD, Lines, events, lines, speaker
from tests.storage.stock import LATER, NOW, comes_in, one_office

__all__ = ["lines", "speaker"]
COORDINATOR = 777_000_222
SATURDAY = datetime(2026, 11, 28, 10, 0, tzinfo=UTC)
MONDAY = datetime(2026, 11, 30, 10, 0, tzinfo=UTC)


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[Database]:
    """It waits for nobody for long."""
    opened = Database(sqlite_url, busy_seconds=0.05)
    yield opened
    opened.close()


@pytest.fixture
def postman(speaker: Speaker) -> Postman:
    return speaker._postman


def posted(database: Database, code: str, *, values: dict[str, str | int] | None = None) -> Letter:
    """A letter, claimed to be sent."""

    def put_and_claim(connection: Connection) -> object:
        outbox.put(
            connection,
            key=code,
            person_id=HEAD,
            code=code,
            office_id=None,
            values=values or {},
            now=NOW,
        )
        return outbox.claim(connection, now=NOW)

    letter = database.write(put_and_claim)
    assert isinstance(letter, Letter)
    return letter


def state(database: Database) -> tuple[str, str | None]:
    row = database.read(lambda c: c.execute(text("SELECT state, why FROM letter")).one())
    return row.state, row.why


async def test_a_letter_that_never_left_waits_and_is_given_up_after_enough_tries(
    postman: Postman, sqlite: Database
) -> None:
    letter = posted(sqlite, NoticeCode.SOMETHING_BROKE)
    await postman.send(letter)
    assert state(sqlite)[0] == "pending"
    later = clock.now() + timedelta(hours=1)
    again = sqlite.write(lambda c: outbox.claim(c, now=later))
    assert isinstance(again, Letter)
    await postman.send(replace(again, attempts=LETTER_TRIES))
    assert state(sqlite) == ("undeliverable", "Telegram cannot be reached")


def last_words(database: Database, until: datetime) -> Letter:
    said: dict[str, str | int] = {"roles": 1, "letters": 0, "files": 0, "contact": "–"}
    chat: dict[str, str | int] = {"language": "pl", "menu": "head/pl", "card": 9}
    values = {**said, **chat, "until": until.isoformat()}
    return posted(database, NoticeCode.ACCOUNT_ERASED, values=values)


async def test_last_words_are_tried_again_and_after_a_day_their_chat_is_forgotten(
    postman: Postman, sqlite: Database, lines: Lines
) -> None:
    now = clock.now()
    await postman.send(last_words(sqlite, now + timedelta(days=1)))
    assert (state(sqlite)[0], lines) == ("pending", [])
    later = now + timedelta(hours=1)
    again = sqlite.write(lambda c: outbox.claim(c, now=later))
    assert isinstance(again, Letter)
    await postman.send(replace(again, values={**again.values, "until": now.isoformat()}))
    assert sqlite.read(lambda c: c.scalar(text("SELECT count(*) FROM letter"))) == 0
    assert events(lines) == ["last words not said"]


class Telegram:
    """What edits, sends and takes menus back, each as told; counts its calls."""

    def __init__(self, *, edits: TelegramError | bool, sends: TelegramError | int = 1) -> None:
        self._answers: dict[str, TelegramError | int] = {"edit": edits, "send": sends}
        self.called: list[str] = []

    async def edit(self, *_: object) -> int:
        return self._does("edit")

    async def send(self, *_: object) -> int:
        return self._does("send")

    async def delete_my_commands(self, *_: object) -> None:
        self.called.append("menu")

    def _does(self, what: str) -> int:
        self.called.append(what)
        answer = self._answers[what]
        if isinstance(answer, TelegramError):
            raise answer
        return answer

    def instead(self, database: Database) -> Postman:
        return Postman(cast("Any", self), database, cast("Any", self))


def again_in(database: Database, wait: timedelta) -> Letter | None:
    """The letter that leaves again by then, if one does."""
    found = database.write(lambda c: outbox.claim(c, now=clock.now() + wait))
    return found if isinstance(found, Letter) else None


def kept(database: Database) -> int:
    return database.read(lambda c: c.scalar(text("SELECT count(*) FROM letter"))) or 0


@pytest.mark.parametrize(
    "fault", [RetryAfter(60), ChatMigrated(5), NeverLeft("refused"), NetworkError("Bad Gateway")]
)
async def test_whatever_keeps_last_words_back_their_chat_is_known_for_a_day_at_most(
    sqlite: Database, fault: TelegramError
) -> None:
    postman = Telegram(edits=fault).instead(sqlite)
    letter = last_words(sqlite, clock.now() + timedelta(days=1))
    await postman.send(letter)
    assert state(sqlite)[0] == "pending"
    again = again_in(sqlite, timedelta(minutes=2))
    assert again is not None
    soon = (clock.now() + timedelta(seconds=1)).isoformat()
    await postman.send(replace(again, values={**again.values, "until": soon}))
    assert not kept(sqlite)


async def test_last_words_whose_day_is_over_are_forgotten_even_where_none_could_be_made_of_them(
    sqlite: Database,
) -> None:
    """Each attempt ended with its process; the first one is made, however late it comes."""
    telegram = Telegram(edits=True)
    letter = last_words(sqlite, clock.now())
    await telegram.instead(sqlite).send(replace(letter, attempts=2))
    assert (telegram.called, kept(sqlite)) == ([], 0)
    await telegram.instead(sqlite).send(last_words(sqlite, clock.now()))
    assert (telegram.called, kept(sqlite)) == (["menu", "edit"], 0)


@pytest.mark.parametrize("fault", [TimedOut(), TelegramError("Invalid server response")])
async def test_last_words_without_a_card_that_may_have_arrived_are_sent_a_few_times(
    sqlite: Database, fault: TelegramError
) -> None:
    """A card says them once, however often it is edited; as messages they would pile up."""
    telegram = Telegram(edits=False, sends=fault)
    letter: Letter | None = last_words(sqlite, clock.now() + timedelta(days=1))
    for _ in range(DOUBTFUL_TRIES):
        assert letter is not None
        await telegram.instead(sqlite).send(letter)
        letter = again_in(sqlite, 2 * DOUBTFUL_WAIT)
    assert telegram.called.count("send") == DOUBTFUL_TRIES
    assert not kept(sqlite)


async def test_last_words_without_a_card_to_whoever_blocked_the_bot_are_tried_once(
    sqlite: Database,
) -> None:
    telegram = Telegram(edits=False, sends=Forbidden("bot was blocked by the user"))
    await telegram.instead(sqlite).send(last_words(sqlite, clock.now() + timedelta(days=1)))
    assert telegram.called.count("send") == 1
    assert again_in(sqlite, timedelta(hours=1)) is None


async def test_last_words_leave_the_menu_of_whoever_came_back_alone(sqlite: Database) -> None:
    """They came in again before the words could be said."""
    telegram = Telegram(edits=True)
    await telegram.instead(sqlite).send(last_words(sqlite, clock.now()))
    assert telegram.called == ["menu", "edit"]
    comes_in(sqlite, HEAD, Role.HEAD, office_id=one_office(sqlite))
    await telegram.instead(sqlite).send(last_words(sqlite, clock.now()))
    assert telegram.called == ["menu", "edit", "edit"]


async def test_last_words_that_a_dead_process_was_saying_are_said_again(sqlite: Database) -> None:
    """Any other letter may have arrived, and is left."""
    last_words(sqlite, NOW)
    posted(sqlite, NoticeCode.SOMETHING_BROKE)
    again = sqlite.write(lambda c: outbox.claim(c, now=NOW + 2 * outbox.LEASE))
    assert isinstance(again, Letter)
    assert (again.code, again.values["card"]) == (NoticeCode.ACCOUNT_ERASED, 9)
    assert sqlite.write(lambda c: outbox.claim(c, now=NOW + 2 * outbox.LEASE)) is None
    assert sqlite.read(outbox.count_unknown) == 1


async def test_what_became_of_a_letter_is_kept_once_the_database_is_back(
    postman: Postman,
    sqlite: Database,
    lines: Lines,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(letters, "SETTLE_PAUSE", 0.01)
    letter = posted(sqlite, NoticeCode.SOMETHING_BROKE)
    assert sqlite.file is not None
    with closing(sqlite3.connect(sqlite.file, isolation_level=None)) as another_program:
        another_program.execute("BEGIN IMMEDIATE")
        sending = asyncio.create_task(postman.send(letter))
        async with asyncio.timeout(20):
            while not events(lines):  # noqa: ASYNC110 - a log has no condition to wait for
                await asyncio.sleep(0.01)
        another_program.execute("ROLLBACK")
    await sending
    assert set(events(lines)) == {"what became of a letter is not kept yet"}
    assert state(sqlite)[0] == "pending"


async def test_links_of_a_file_that_nobody_gets_open_nothing(
    postman: Postman, sqlite: Database
) -> None:
    """It was for a coordinator, who is none any more."""
    letter = posted(sqlite, NoticeCode.INVITATION_FILE)
    wanted = [links.Wanted(Role.COORDINATOR, "secret")]
    sqlite.write(
        lambda c: links.create_batch(
            c, wanted, batch=f"letter:{letter.id}", created_by=None, expires_at=LATER, now=NOW
        )
    )
    assert len(sqlite.read(lambda c: links.waiting(c, NOW))) == 1
    await postman.send(letter)
    assert state(sqlite)[0] == "undeliverable"
    assert sqlite.read(lambda c: links.waiting(c, NOW)) == ()


async def test_a_digest_waits_until_offices_open_and_is_for_whoever_has_a_desk_then(
    postman: Postman, sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = posted(sqlite, NoticeCode.DIGEST, values={"reader": "Ewa Lis"})
    monkeypatch.setattr(clock, "now", lambda: SATURDAY)
    await postman.send(letter)
    row = sqlite.read(lambda c: c.execute(text("SELECT state, due_at FROM letter")).one())
    assert row.state == "pending"
    assert row.due_at.startswith("2026-11-30")
    monkeypatch.setattr(clock, "now", lambda: MONDAY)
    again = sqlite.write(lambda c: outbox.claim(c, now=MONDAY))
    assert isinstance(again, Letter)
    await postman.send(again)
    assert state(sqlite) == ("undeliverable", "the role that it is for was taken away")


async def test_nobody_is_nudged_about_nothing(postman: Postman, sqlite: Database) -> None:
    await postman.send(posted(sqlite, NoticeCode.NUDGE))
    assert state(sqlite) == ("undeliverable", "nothing is missing any more")


async def test_who_may_not_correct_a_list_has_no_button_for_it(
    postman: Postman, sqlite: Database
) -> None:
    comes_in(sqlite, COORDINATOR, Role.COORDINATOR)
    actions = []
    for person in (HEAD, COORDINATOR):
        letter = Letter(1, person, NoticeCode.RETURNED_BY_HEAD, 1, {}, 1)
        screen, _ = sqlite.read(lambda c, each=letter: postman._drawn(c, each))  # type: ignore[misc]
        actions.append({button.action for row in screen.rows for button in row})
    assert [Action.EDIT in each for each in actions] == [True, False]
