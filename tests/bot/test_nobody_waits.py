"""What comes of updates of nobody, and of those whose sender no longer waits for an answer."""

import asyncio
from collections.abc import Sequence

from sqlalchemy import func, select, text

from bot import turn
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
    """Settles updates one after the other when it may; the second of each hundred fails."""

    def __init__(self) -> None:
        self.opens = asyncio.Event()
        self.settled: list[int] = []
        self.turned_away: list[int] = []
        self.told = 0
        self.queues = Queues(self.settle, self.turn_away)

    async def settle(self, update: Received) -> bool:
        await self.opens.wait()
        self.settled.append(update.update_id)
        if update.update_id % 100 == 2:
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
    for gone in (waiting[0], waiting[1], waiting[-1]):
        gone.cancel()
    desk.opens.set()
    told = await asyncio.gather(*waiting, return_exceptions=True)
    assert [type(each) for each in (told[0], told[1], told[-1])] == [asyncio.CancelledError] * 3
    assert set(told[2:-1]) == {True}
    assert desk.turned_away
    assert desk.settled + desk.turned_away == list(range(1, count + 1))
    for number in (count + 1, count + 3):
        await asyncio.gather(*(desk.queues.settled(Received(number + more)) for more in (0, 1)))
    assert desk.turned_away[-4:] == [count + more for more in (1, 2, 3, 4)]
    assert desk.told == 1, "nobody is told again and again"


async def test_who_waits_is_told_of_the_failure() -> None:
    desk = Desk()
    desk.opens.set()
    told = await asyncio.gather(
        *(desk.queues.settled(Received(number)) for number in (1, 2, 3)), return_exceptions=True
    )
    assert [told[0], type(told[1]), told[2]] == [True, LookupError, True]


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
