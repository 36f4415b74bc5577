"""Letters that do not leave: not now, not while offices are closed, or not at all any more."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from bot import clock, letters
from bot.letters import LETTER_TRIES, Postman
from bot.outbound import Speaker
from conversations.access import Role
from conversations.events import Action
from conversations.notes import NoticeCode
from storage import links, outbox
from storage.database import Connection, Database
from storage.outbox import Letter
from tests.bot.test_outbound_unreachable import HEAD, Lines, events, lines, speaker
from tests.storage.stock import LATER, NOW, comes_in

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
