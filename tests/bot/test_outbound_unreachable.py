"""Speaking where Telegram cannot be reached at all, or what is to be said cannot be read."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Iterator, MutableMapping
from contextlib import closing
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, text, update
from structlog.testing import capture_logs
from telegram import User
from telegram.ext import ExtBot

from bot import clock, outbound
from bot.outbound import RETRY_PAUSE, UNDRAWABLE_PAUSE, Speaker
from bot.patience import Patience
from bot.transport import Transport
from bot.turn import Outcome
from conversations.access import Role
from conversations.places import Home
from storage import codec, pace, talks
from storage.database import Connection, Database
from storage.tables.people import CardRow, TalkRow
from storage.talks import Claim
from tests.running import TOKEN, USERNAME
from tests.storage.stock import comes_in, one_office

HEAD = 777_000_111
_card = CardRow.__table__
Lines = list[MutableMapping[str, Any]]


@pytest.fixture
def lines() -> Iterator[Lines]:
    with capture_logs() as logged:
        yield logged


@pytest.fixture
async def speaker(sqlite: Database, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Speaker]:
    """It has an office's head to speak to, whose card lags, and nobody who would hear it."""
    office_id = one_office(sqlite)
    grant = comes_in(sqlite, HEAD, Role.HEAD, office_id=office_id)

    def lag(connection: Connection) -> None:
        talk = {"grant_id": grant.id, "place": codec.dump_place(Home()), "language": "pl"}
        connection.execute(insert(TalkRow.__table__), [{"person_id": HEAD, **talk}])
        card = {"message_id": 9, "drawn": 0, "wanted": 1, "below": False, "blocked": False}
        connection.execute(insert(_card), [{"person_id": HEAD, **card}])

    sqlite.write(lag)
    monkeypatch.setattr(outbound, "FIRST_WAIT", 0.001)

    async def told(_: datetime) -> None:
        raise AssertionError("Telegram told nobody to wait")

    with closing(socket.socket()) as nobody_listens:
        nobody_listens.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{nobody_listens.getsockname()[1]}/bot"
        transport = Transport(connections=2)
        await transport.initialize()
        patience = Patience(told)
        bot = ExtBot(TOKEN, base_url=url, request=transport, rate_limiter=patience)
        bot._bot_user = User(1, "Komplet", is_bot=True, username=USERNAME)
        yield Speaker(bot, sqlite, patience)
        await transport.shutdown()


def claimed(database: Database) -> Claim:
    claim = Claim(clock.now())
    assert database.write(lambda c: talks.claim_stale(c, claim)) == [HEAD]
    return claim


async def all_said(speaker: Speaker) -> None:
    """Whatever was begun has ended."""
    while speaker._tasks:
        await asyncio.wait(speaker._tasks)


def held(database: Database) -> tuple[int | None, datetime | None, int, int]:
    """Who draws the head's card, until when it is left alone; what was drawn and is wanted."""
    columns = (_card.c.drawer, _card.c.held_until, _card.c.drawn, _card.c.wanted)
    row = database.read(lambda c: c.execute(select(*columns)).one())
    return tuple(row)


def events(lines: Lines) -> list[str]:
    return [line["event"] for line in lines]


async def draws(speaker: Speaker, database: Database) -> timedelta:
    """The head's card is to be drawn; for how long it is left alone afterwards."""
    began = clock.now()
    speaker.draw([HEAD], claimed(database))
    await all_said(speaker)
    drawer, until, drawn, wanted = held(database)
    assert (drawer, drawn, wanted) == (None, 0, 1)
    assert until is not None
    return until - began


async def test_a_card_that_never_left_is_soon_tried_again_and_is_nowhere_twice(
    speaker: Speaker, sqlite: Database, lines: Lines
) -> None:
    pause = await draws(speaker, sqlite)
    assert timedelta(seconds=RETRY_PAUSE) <= pause < timedelta(seconds=UNDRAWABLE_PAUSE)
    assert events(lines) == []


async def test_a_card_of_what_cannot_be_read_is_left_alone_for_long(
    speaker: Speaker, sqlite: Database, lines: Lines
) -> None:
    """Nor does whoever asks for cards in another chat get an answer."""
    sqlite.write(lambda c: c.execute(text("UPDATE submission SET people = '7'")))
    assert await draws(speaker, sqlite) >= timedelta(seconds=UNDRAWABLE_PAUSE)
    speaker.answer_inline("1", HEAD, "")
    await all_said(speaker)
    assert events(lines) == ["card cannot be drawn", "speaking failed"]


async def test_a_process_that_stops_leaves_a_card_that_has_to_wait_to_the_next(
    speaker: Speaker, sqlite: Database
) -> None:
    """Another process was told to wait; when that is over this one draws nothing any more."""
    until = clock.now() + timedelta(seconds=0.5)
    sqlite.write(lambda c: pace.be_silent(c, until, clock.now()))
    await speaker.finish()
    speaker.draw([HEAD], claimed(sqlite))
    await all_said(speaker)
    assert clock.now() >= until
    assert held(sqlite) == (None, None, 0, 1)


async def test_what_is_not_said_when_a_process_stops_is_left_to_the_next(
    speaker: Speaker, sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Here Telegram wants silence for longer than the process has."""
    monkeypatch.setattr(outbound, "LAST_WORDS", 0.05)
    until = clock.now() + timedelta(seconds=30)
    sqlite.write(lambda c: pace.be_silent(c, until, clock.now()))
    speaker.draw([HEAD], claimed(sqlite))
    await speaker.finish()
    await all_said(speaker)
    assert held(sqlite) == (None, None, 0, 1)


async def test_a_card_that_somebody_else_has_shown_meanwhile_is_not_shown_again(
    speaker: Speaker, sqlite: Database, lines: Lines
) -> None:
    claim = claimed(sqlite)
    sqlite.write(lambda c: c.execute(update(_card).values(drawn=1)))
    speaker.draw([HEAD], claim)
    await all_said(speaker)
    assert (held(sqlite), events(lines)) == ((None, None, 1, 1), [])


@pytest.mark.parametrize(
    ("speak", "told"),
    [
        (lambda speaker: speaker.follow(Outcome(), "1"), ["callback not answered"]),
        (lambda speaker: speaker.answer_inline("1", HEAD, ""), ["inline query not answered"]),
    ],
    ids=["a tap", "an inline query"],
)
async def test_what_nobody_hears_is_logged_and_stops_nothing(
    speaker: Speaker, lines: Lines, speak: Callable[[Speaker], None], told: list[str]
) -> None:
    speak(speaker)
    await all_said(speaker)
    assert events(lines) == told
