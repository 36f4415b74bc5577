"""Speaking while the database is away, a claim is overtaken, or nobody is kept any more."""

import asyncio
import itertools
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta

import pytest
from sqlalchemy import insert, select, text, update
from structlog.testing import capture_logs

from bot import clock
from bot.effects import announcing
from bot.outbound import RETRY_PAUSE
from bot.playground.cast import HEAD_OF_WLODAWA
from conversations.access import Role
from conversations.places import Home
from conversations.talk import Talk
from storage import bulk, codec, talks
from storage.database import Connection, Database
from storage.tables.people import CardRow, GrantRow, TalkRow
from storage.talks import Card, Claim, Seen
from tests.bot.test_outbound import Scene, on_stage
from tests.person import Person

HEAD = HEAD_OF_WLODAWA.id
_card = CardRow.__table__


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[Database]:
    """It waits for nobody for long."""
    opened = Database(sqlite_url, busy_seconds=0.4)
    yield opened
    opened.close()


@pytest.fixture
async def scene(sqlite: Database) -> AsyncIterator[Scene]:
    """A head and their card, as it stands."""
    async with on_stage(sqlite) as scene:
        await scene.comes_in(scene.head, Role.HEAD)
        await until(lambda: card(scene)["drawer"] is None)
        yield scene


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not holds():  # noqa: ASYNC110 - another thread changes the database
            await asyncio.sleep(0.02)


def card(scene: Scene) -> "dict[str, object]":
    row = scene.database.read(
        lambda c: c.execute(select(_card).where(_card.c.person_id == HEAD)).one()
    )
    return dict(row._mapping)


@contextmanager
def held_by_another_program(sqlite_url: str) -> Iterator[None]:
    file = sqlite_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(file, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        yield
        holder.execute("ROLLBACK")


async def called(scene: Scene, method: str, since: int) -> None:
    """Wait for a call of a method after the first `since` calls."""
    async with asyncio.timeout(20), scene.strain.called:
        await scene.strain.called.wait_for(
            lambda: method in [name for name, _, _ in scene.strain.calls[since:]]
        )


async def being_drawn(scene: Scene) -> asyncio.Event:
    """The head's card is drawn again; the edit arrives once the event is set."""
    since = len(scene.strain.calls)
    arrives = scene.strain.hold("editMessageText")
    claim = Claim(clock.now())
    people = scene.database.write(lambda c: talks.redraw_person(c, HEAD, claim))
    scene.engine.speaker.draw(people, claim)
    await called(scene, "editMessageText", since)
    return arrives


async def test_a_letter_that_never_left_waits_for_the_database_and_is_sent(
    scene: Scene, sqlite_url: str
) -> None:
    """Telegram refused it while the database was away: it is not one that may have arrived."""
    since = len(scene.strain.calls)
    scene.strain.refuse("sendMessage", code=429, retry_after=1)
    scene.post("a")
    scene.engine.speaker.letters_wait()
    await called(scene, "sendMessage", since)
    with held_by_another_program(sqlite_url):
        await asyncio.sleep(0.5)
    await scene.until_letters_are("sent")


async def test_a_moment_without_the_database_holds_no_card_back(
    scene: Scene, sqlite_url: str
) -> None:
    """It was shown, and that could not be kept: within seconds it is shown again."""
    arrives = await being_drawn(scene)
    with capture_logs() as lines, held_by_another_program(sqlite_url):
        arrives.set()
        # What was shown cannot be kept, but when to try again can.
        await until(lambda: "card waits for the database" in [line["event"] for line in lines])
    await until(lambda: not scene.engine.speaker._drawing)
    held_until = card(scene)["held_until"] or clock.now()
    assert isinstance(held_until, datetime)
    assert held_until <= clock.now() + timedelta(seconds=RETRY_PAUSE)


async def test_a_card_that_an_overtaken_drawer_changed_last_is_shown_once_more(
    scene: Scene,
) -> None:
    """Its edit may have come after that of whoever took over, and shows what was before."""
    arrives = await being_drawn(scene)
    since = len(scene.strain.calls)
    as_the_other_left_it = update(_card).values(drawer=None, held_until=None, drawn=_card.c.wanted)
    scene.database.write(lambda c: c.execute(as_the_other_left_it))
    arrives.set()
    await called(scene, "editMessageText", since)
    await until(lambda: card(scene)["drawn"] == card(scene)["wanted"])


async def test_of_two_cards_that_of_an_overtaken_drawer_loses_its_buttons(scene: Scene) -> None:
    """It found none to edit and sent another, while whoever took over found the first."""
    first = card(scene)["message_id"]
    scene.database.write(lambda c: c.execute(update(_card).values(message_id=404)))
    since = len(scene.strain.calls)
    arrives = scene.strain.hold("sendMessage")
    claim = Claim(clock.now())
    people = scene.database.write(lambda c: talks.redraw_person(c, HEAD, claim))
    scene.engine.speaker.draw(people, claim)
    await called(scene, "sendMessage", since)
    as_the_other_left_it = update(_card).values(
        drawer=None, held_until=None, drawn=_card.c.wanted, message_id=first
    )
    scene.database.write(lambda c: c.execute(as_the_other_left_it))
    arrives.set()
    await called(scene, "editMessageReplyMarkup", since)
    await until(lambda: not scene.engine.speaker._tasks)
    shown = {each.id: each for each in (await scene.head.see()).messages if each.from_bot}
    assert isinstance(first, int)
    assert shown[first].buttons
    assert not shown[max(shown)].buttons
    assert card(scene)["message_id"] == first


async def test_a_former_card_that_keeps_its_buttons_holds_nothing_up(scene: Scene) -> None:
    since = len(scene.strain.calls)
    scene.strain.refuse("editMessageReplyMarkup", code=400)
    await scene.head.say("/start")
    await called(scene, "editMessageReplyMarkup", since)
    await until(lambda: not scene.engine.speaker._tasks)
    assert card(scene)["drawn"] == card(scene)["wanted"]


async def test_the_menu_of_a_role_goes_with_it_however_late_telegram_takes_it_back(
    scene: Scene,
) -> None:
    person = scene.stranger
    await scene.comes_in(person, Role.COORDINATOR)
    of_person = select(_card.c.menu).where(_card.c.person_id == person.member.id)
    await until(lambda: scene.database.read(lambda c: c.scalar(of_person)) == "coordinator/pl")
    theirs = GrantRow.__table__.c.person_id == person.member.id
    ends = update(GrantRow.__table__).where(theirs).values(revoked_at=clock.now())
    scene.database.write(lambda c: c.execute(ends))
    scene.strain.refuse("deleteMyCommands", code=500)
    with capture_logs() as lines:
        await person.say("/start")
        await until(lambda: "menu not set" in [line["event"] for line in lines])
    await person.say("/start")
    await until(lambda: scene.database.read(lambda c: c.scalar(of_person)) is None)


async def asked_twice(person: Person) -> None:
    await person.say("/usun")
    await person.until("Usunięcie własnych danych")
    await person.tap("Dalej")
    await person.until("Na pewno?")


SURELY = "Tak, usuń na zawsze"
GONE = "Dane z tej rozmowy zostały usunięte"


async def test_the_last_words_outlast_telegrams_silence_and_take_the_menu_back(
    scene: Scene,
) -> None:
    person = scene.stranger
    await scene.comes_in(person, Role.COORDINATOR)
    await scene.strain.until_called("setMyCommands")
    await asked_twice(person)
    scene.strain.refuse("editMessageText", code=429, retry_after=1)
    await person.tap(SURELY)
    gone = await person.until(GONE)
    assert not gone.buttons
    await scene.strain.until_called("deleteMyCommands")


def letters(scene: Scene) -> int:
    left = text("SELECT count(*) FROM letter WHERE code = 'account-erased'")
    return scene.database.read(lambda c: c.scalar(left) or 0)


async def test_last_words_whose_answer_was_lost_or_card_is_gone_arrive_and_nothing_is_kept(
    scene: Scene,
) -> None:
    """The menu is refused, which holds nothing up."""
    person = scene.stranger
    await scene.comes_in(person, Role.COORDINATOR)
    await asked_twice(person)
    scene.strain.refuse("deleteMyCommands", code=400)
    scene.strain.lose_answer("editMessageText")
    scene.database.write(lambda c: c.execute(update(_card).values(message_id=404)))
    await person.tap(SURELY)
    await person.until(GONE)
    await until(lambda: not letters(scene))


async def test_last_words_to_somebody_who_blocked_the_bot_are_forgotten(scene: Scene) -> None:
    await asked_twice(scene.head)
    scene.strain.refuse("editMessageText", code=403)
    with capture_logs() as lines:
        await scene.head.tap(SURELY)
        await until(lambda: "last words not said" in [line["event"] for line in lines])
        await until(lambda: not letters(scene))


async def test_the_last_words_are_said_although_the_log_cannot_be_emptied(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with a disk that fails: what was erased is erased, and the update is not tried again."""

    def fails(*, wait: bool) -> None:
        raise OSError(f"Input/output error (wait: {wait})")

    monkeypatch.setattr(scene.database, "scrub", fails)
    with capture_logs() as lines:
        await asked_twice(scene.head)
        await scene.head.tap(SURELY)
        await scene.head.until(GONE)
    assert "turn failed" not in [line["event"] for line in lines]
    assert "repeated update" not in [line["event"] for line in lines]


async def test_a_card_that_was_on_its_way_does_not_cover_the_last_words(scene: Scene) -> None:
    """Nor does it leave behind, as a second message, what the card said."""
    await asked_twice(scene.head)
    arrives = await being_drawn(scene)
    nobody = Seen(Talk(HEAD), Card())
    await scene.head.tap(SURELY)
    await until(lambda: scene.database.read(lambda c: talks.load(c, HEAD, lock=False)) == nobody)
    being_said = text("SELECT count(*) FROM letter WHERE state = 'sending'")
    await until(lambda: scene.database.read(lambda c: c.scalar(being_said)) == 1)
    arrives.set()
    await scene.head.until(GONE)
    await until(lambda: not scene.engine.speaker._tasks)
    assert GONE in (await scene.head.card()).text


async def test_cards_that_lag_are_taken_over_until_none_is_left(scene: Scene) -> None:
    """A hundred at a time, and the next as soon as there is room: nobody waits for another look."""
    people = range(1, 251)
    lagging = {"message_id": 9, "drawn": 0, "wanted": 1, "below": False, "blocked": False}
    place = {"place": codec.dump_place(Home()), "language": "pl"}

    def lag(connection: Connection) -> None:
        connection.execute(insert(TalkRow.__table__), [{"person_id": p, **place} for p in people])
        connection.execute(insert(_card), [{"person_id": p, **lagging} for p in people])

    since = len(scene.strain.calls)
    scene.database.write(lag)
    free = select(_card.c.person_id).where(_card.c.drawn < _card.c.wanted, _card.c.drawer.is_(None))
    never = free.where(_card.c.held_until.is_(None))
    await until(lambda: not scene.database.read(lambda c: c.scalars(never).all()))
    shown = sorted(at for name, _, at in scene.strain.calls[since:] if name == "editMessageText")
    # Of three looks two would begin a pause after the one before.
    pauses = sorted(after - before for before, after in itertools.pairwise(shown))
    assert pauses[-2] < RETRY_PAUSE


async def test_an_announcement_is_given_up_only_for_whom_it_cannot_be_kept(scene: Scene) -> None:
    """The letters beside it, which failed together with it, are sent."""
    refusal = text(
        "CREATE TRIGGER refuses BEFORE INSERT ON letter WHEN NEW.person_id = 3 "
        "BEGIN SELECT RAISE(ABORT, 'refused'); END"
    )

    def begin(connection: Connection) -> None:
        connection.execute(refusal)
        content = {"text": "Zmiana terminu.", "recipients": "all"}
        bulk.begin(
            connection,
            kind=bulk.ANNOUNCEMENT,
            content=content,
            subjects=[HEAD, 2, 3, 4],
            by=None,
            now=clock.now(),
        )

    scene.database.write(begin)
    scene.engine._bulk.wake()
    await until(lambda: not scene.database.read(bulk.unfinished))
    done = scene.database.read(lambda c: bulk.load(c, 1))
    assert done is not None
    assert dict(done.outcomes) == {announcing.POSTED: 3, bulk.FAILED: 1}
