"""What comes of updates of nobody, and of those whose sender no longer waits for an answer."""

import asyncio
from collections.abc import Sequence

from sqlalchemy import func, select, text

from bot import turn
from bot.app import TRIES
from bot.inbound import Inbound, Received
from bot.pace import BURST
from bot.post import recipients
from bot.queues import Queues
from conversations.access import Role
from conversations.events import Asked, Audience, Command, FileRead, Notice
from conversations.notes import NoteCode, NoticeCode
from storage import jobs, updates
from storage.database import Database
from storage.tables.traffic import FailureRow, LetterRow
from tests.storage.stock import NOW, comes_in, one_office

HEAD = 777_000_111


class Desk:
    """Settles updates one after the other when it may; one of each hundred fails."""

    def __init__(self) -> None:
        self.opens = asyncio.Event()
        self.settled: list[int] = []
        self.turned_away: list[int] = []
        self.told = 0
        self.queues = Queues(self.settle, self.turn_away)

    async def settle(self, update: Received) -> bool:
        await self.opens.wait()
        self.settled.append(update.update_id)
        if update.update_id % 100 == BURST + 1:
            raise LookupError("on purpose")
        return True

    async def turn_away(self, surplus: Sequence[Received], tell: bool) -> None:
        self.told += tell
        self.turned_away += [each.update_id for each in surplus]


async def test_who_no_longer_waits_is_passed_over_and_everybody_else_is_told() -> None:
    """Whether it was settled, failed or was turned away; here of nobody, who has one queue too."""
    desk = Desk()
    count = BURST + 5
    waiting = [desk.queues.settled(Received(number)) for number in range(1, count + 1)]
    await asyncio.sleep(0)
    gone = (0, BURST, count - 1)
    for place in gone:
        waiting[place].cancel()
    desk.opens.set()
    told = await asyncio.gather(*waiting, return_exceptions=True)
    assert [type(told[place]) for place in gone] == [asyncio.CancelledError] * 3
    assert {each for place, each in enumerate(told) if place not in gone} == {True}
    assert desk.turned_away
    assert desk.settled + desk.turned_away == list(range(1, count + 1))
    for number in (count + 1, count + 3):
        await asyncio.gather(*(desk.queues.settled(Received(number + more)) for more in (0, 1)))
    assert desk.turned_away[-4:] == [count + more for more in (1, 2, 3, 4)]
    assert desk.told == 1, "nobody is told again and again"


async def test_who_waits_is_told_of_the_failure_and_who_waits_behind_it_is_not_taken() -> None:
    desk = Desk()
    desk.opens.set()
    numbers = (BURST, BURST + 1, BURST + 2)
    told = await asyncio.gather(
        *(desk.queues.settled(Received(number)) for number in numbers), return_exceptions=True
    )
    assert [told[0], type(told[1]), told[2]] == [True, LookupError, False]
    assert desk.settled == [BURST, BURST + 1]
    assert await desk.queues.settled(Received(BURST + 2))


class Mishap:
    """Settles updates, of which one fails so many times; what was taken, in order."""

    def __init__(self, number: int, failures: int) -> None:
        self.failing = [number] * failures
        self.taken: list[int] = []
        self.begun = asyncio.Event()
        self.goes_on = asyncio.Event()
        self.queues = Queues(self.settle, self.turn_away)

    async def settle(self, update: Received) -> bool:
        self.begun.set()
        await self.goes_on.wait()
        if update.update_id in self.failing:
            self.failing.remove(update.update_id)
            return False
        self.taken.append(update.update_id)
        return True

    async def turn_away(self, surplus: Sequence[Received], _: bool) -> None:
        raise AssertionError(surplus)

    def post(self, person_id: int, *numbers: int) -> "list[asyncio.Future[bool]]":
        sender = {"from": {"id": person_id}}
        return [self.queues.settled(Received(each, "message", sender)) for each in numbers]


async def test_what_came_behind_an_update_that_fails_is_applied_after_it() -> None:
    """By webhook, where Telegram brings again what was not taken; also what came meanwhile."""
    desk = Mishap(1, failures=1)
    waiting = desk.post(HEAD, 1, 2)
    await desk.begun.wait()
    waiting += desk.post(HEAD, 3)
    desk.goes_on.set()
    assert await asyncio.gather(*waiting) == [False, False, False]
    assert await asyncio.gather(*desk.post(HEAD, 1, 2, 3)) == [True, True, True]
    assert desk.taken == [1, 2, 3]


async def test_who_waits_behind_an_update_that_keeps_failing_goes_on_once_it_is_set_aside() -> None:
    """Nothing that is behind it is tried meanwhile, and nobody else waits."""
    desk = Mishap(1, failures=TRIES - 1)
    desk.goes_on.set()
    for _ in range(TRIES - 1):
        assert await asyncio.gather(*desk.post(HEAD, 1, 2, 3)) == [False, False, False]
    assert await asyncio.gather(*desk.post(HEAD + 1, 4, 5)) == [True, True]
    assert await asyncio.gather(*desk.post(HEAD, 1, 2, 3)) == [True, True, True]
    assert desk.taken == [4, 5, 1, 2, 3]


def letters(database: Database) -> int:
    counted = select(func.count()).select_from(LetterRow.__table__)
    return database.read(lambda c: c.scalar(counted)) or 0


def test_what_nobody_sent_is_kept_for_whoever_mends_it_and_told_to_nobody(
    sqlite: Database,
) -> None:
    sqlite.write(
        lambda c: turn.set_aside(
            c, update_id=5, person_id=None, payload="{}", trace="Traceback", now=NOW
        )
    )
    kept = sqlite.read(
        lambda c: c.execute(select(FailureRow.__table__.c.update_id)).scalars().all()
    )
    assert (kept, letters(sqlite)) == ([5], 0)


def test_who_is_too_fast_is_told_once_and_nothing_of_it_is_taken_again(sqlite: Database) -> None:
    one_office(sqlite)
    for numbers, tell in (((5, 6), True), ((7,), False)):
        sqlite.write(lambda c, n=numbers, t=tell: turn.turn_away(c, n, HEAD, NOW, tell=t))  # type: ignore[misc]
    assert letters(sqlite) == 1
    for number in (5, 6, 7):
        assert not sqlite.write(lambda c, n=number: updates.first_time(c, n, NOW))  # type: ignore[misc]


def test_a_file_that_was_answered_is_not_answered_again(sqlite: Database) -> None:
    """As when the process died between the commit and the next look at what waits."""
    answered = jobs.Job(3, 5, HEAD, "f", "lista.xlsx", 10, 0)
    outcome = sqlite.write(lambda c: turn.take_file(c, answered, FileRead("lista.xlsx"), NOW))
    assert outcome == turn.Outcome(repeated=True)


def test_of_an_office_without_a_draft_its_head_is_shown_nothing(sqlite: Database) -> None:
    """A damaged database, which a start refuses: a turn neither fails nor makes it worse."""
    office_id = one_office(sqlite)
    comes_in(sqlite, HEAD, Role.HEAD, office_id=office_id)
    sqlite.write(lambda c: c.execute(text("DELETE FROM submission")))
    asked = Inbound(1, HEAD, "Jan Nowak", Asked(Command.CONTINUE))
    outcome = sqlite.write(lambda c: turn.take(c, asked, NOW))
    assert outcome.refusal is not None
    assert outcome.refusal.code is NoteCode.NOT_ALLOWED


def test_an_advisor_whom_no_table_names_is_nobody_to_write_to(sqlite: Database) -> None:
    office_id = one_office(sqlite)
    sqlite.write(lambda c: c.execute(text("UPDATE office SET advisor = NULL")))
    for notice in (
        Notice(NoticeCode.SUBMITTED, Audience.ADVISOR, office_id),
        Notice(NoticeCode.SUBMITTED, Audience.ADVISOR),
    ):
        assert sqlite.read(lambda c, n=notice: list(recipients(c, n, NOW))) == []  # type: ignore[misc]
