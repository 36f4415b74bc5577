"""Two years of reminders in three processes on PostgreSQL, against a calendar said a second time.

`python -m tests.faults.reminders --count 5000 --seed 1` has so many Advisors, a tenth of them with
an account. The clock stops only where something can be due or must not be: when offices open on a
planned day, within the hours of other days, at night, at week-ends and holidays, each hour around
the four changes of the clock. It jumps an hour each way, before and in the middle of work; the
processes are killed between creating and sending, and away for three days.
"""

import asyncio
import re
import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import text

from bot.playground.bot_api import serve
from bot.playground.cast import Member
from bot.playground.world import World
from conversations.access import Role
from conversations.submission import Approval, Decider, Stage, Submission
from conversations.table_import import Taking, difference
from storage import links, offices, settings, submissions
from storage.database import Connection, Database
from tests.faults import calendar_of_reminders as calendar
from tests.faults.calendar_of_reminders import DAY, DIGEST, THANKS, WARSAW, Expected, Office, at
from tests.faults.figures import Figures, asked, finish
from tests.faults.grounds import on_postgresql
from tests.faults.shared_clock import SharedClock
from tests.running import TOKEN, USERNAME
from tests.storage import stock

PROCESSES = 3
DEADLINES = {
    date(2027, 3, 1): date(2027, 3, 31),
    date(2027, 9, 15): date(2027, 11, 14),
}
"""When which is set: T-3 on Easter Sunday and a change of the clock, T-14 on the next, T-3 on a
holiday, T-1 on a Saturday after a bridge."""
CHANGES = (date(2026, 10, 25), date(2027, 3, 28), date(2027, 10, 31), date(2028, 3, 26))
MISHAPS = ("back", "back while sending", "forward while sending", "killed", "away")
HOUR = timedelta(hours=1)
_PERSON, _HEAD, _COORDINATOR = 600_000_000, 500_000_000, 599_999_999
_NAMED = re.compile(r"^\d+\. (Urząd Gminy Nowa \d+) – ", re.MULTILINE)


@dataclass
class Trial:
    """The processes, what they share, and what is expected of them."""

    folder: Path
    url: str
    api_url: str
    world: World
    database: Database
    clock: SharedClock
    expected: Expected
    dice: Random
    figures: Figures
    processes: list[asyncio.subprocess.Process] = field(default_factory=list)
    arrived: Counter[tuple[str, date, str]] = field(default_factory=Counter)

    # --- The processes ------------------------------------------------------------------------

    async def start(self) -> None:
        for _ in range(PROCESSES):
            self.processes.append(
                await asyncio.create_subprocess_exec(
                    *(sys.executable, "-m", "tests.faults.reminding"),
                    *(str(self.folder / "clock"), self.url, self.api_url),
                    stdin=asyncio.subprocess.PIPE,
                    stdout=asyncio.subprocess.PIPE,
                    cwd=Path(__file__).parents[2],
                )
            )
        await self._answers()

    async def kill(self) -> None:
        for process in self.processes:
            process.kill()
            await process.wait()
        self.processes.clear()

    async def say(self, command: str) -> None:
        """All of them at once; back when all are done."""
        for process in self.processes:
            assert process.stdin is not None
            process.stdin.write(f"{command}\n".encode())
        await self._answers()

    async def _answers(self) -> None:
        async with asyncio.timeout(300):
            for process in self.processes:
                assert process.stdout is not None
                answer = await process.stdout.readline()
                assert answer, "a process that reminds has ended by itself"

    # --- Moments ------------------------------------------------------------------------------

    async def look(self, moment: datetime) -> None:
        """All processes look, and send what is due."""
        await self.create(moment, "both")
        self.expected.deliver(moment)
        self._read()

    async def create(self, moment: datetime, command: str = "create") -> None:
        self.clock.set(moment)
        self.expected.create(moment)
        self.figures.count("looks", PROCESSES)
        await self.say(command)

    async def deliver(self, moment: datetime) -> None:
        self.clock.set(moment)
        self.expected.deliver(moment)
        await self.say("deliver")
        self._read()

    def _read(self) -> None:
        """What has arrived since: whether it may come now, and name what it names."""
        by_name = {office.name: office for office in self.expected.offices}
        for chat in self.world.chats.values():
            for message in chat.messages.values():
                when = datetime.fromtimestamp(message["date"], UTC)
                reader = reader_of(chat.member.id)
                kind = DIGEST if "stan na" in message["text"] else THANKS
                self.arrived[reader, when.astimezone(WARSAW).date(), kind] += 1
                self.figures.count("letters")
                if not calendar.is_open(when):
                    self._wrong(f"{reader or 'the coordinator'}: at {when.astimezone(WARSAW)}")
                named = [by_name[name] for name in _NAMED.findall(message["text"])]
                if kind == DIGEST and not named:
                    self._wrong(f"{reader}: a digest names no office")
                for office in named:
                    if office.complete:
                        self._wrong(f"{office.name} is complete and named to {reader}")
                    if reader and office.advisor != reader:
                        self._wrong(f"{office.name} of another is named to {reader}")
            chat.messages.clear()

    def _wrong(self, fault: str) -> None:
        self.figures.faults.append(fault)

    # --- What offices do ----------------------------------------------------------------------

    def work(self, moment: datetime, share: float) -> None:
        """Some offices become complete, others do something and are left in peace for a day."""
        lacking = [office for office in self.expected.offices if not office.complete]
        for office in self.dice.sample(lacking, int(len(lacking) * share + self.dice.random())):
            office.active_at = moment
            office.complete = self.dice.random() < 0.5
            self.database.write(lambda c, office=office: _acts(c, office, moment))  # type: ignore[misc]
            self.figures.count("completed" if office.complete else "drafts changed")

    def set_deadline(self, deadline: date) -> None:
        self.expected.deadline = deadline
        self.database.write(lambda c: settings.put(c, "deadline", str(deadline)))

    def compare(self) -> None:
        """Each digest exactly once: as recorded, as sent, as arrived."""
        rows = self.database.read(
            lambda c: c.execute(text("SELECT advisor, occasion FROM reminder")).all()
        )
        digests = {(row.advisor, row.occasion) for row in rows if row.occasion != "finished"}
        self.figures.count("digests", len(digests))
        for what, found, wanted in (
            ("created", digests, self.expected.created),
            (
                "thanked",
                {row.advisor for row in rows if row.occasion == "finished"},
                self.expected.thanked,
            ),
        ):
            missing, more = wanted - found, found - wanted
            if missing or more:
                self._wrong(
                    f"{what}: {len(missing)} missing, {len(more)} too many: "
                    f"{sorted(missing)[:3]} {sorted(more)[:3]}"
                )
        missing_ones = self.expected.arrived - self.arrived
        if missing_ones:
            self._wrong(f"did not arrive: {list(missing_ones.items())[:5]}")
        if twice := self.arrived - self.expected.arrived:
            self._wrong(f"arrived too often: {list(twice.items())[:5]}")
        unsent = text("SELECT count(*) FROM letter WHERE state <> 'sent'")
        if left := self.database.read(lambda c: c.scalar(unsent)) - len(self.expected.waiting):
            self._wrong(f"{left} letters are not sent")


def reader_of(person_id: int) -> str:
    return "" if person_id == _COORDINATOR else f"Doradca {person_id - _PERSON}"


# --- Two years --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Span:
    """From when to when; of the days without an occasion each how manieth is looked at, and of the
    planned days each how manieth has a mishap.
    """

    begin: date = date(2026, 9, 7)
    end: date = date(2028, 9, 8)
    looked_at: int = 1
    mishaps: int = 6


async def run(trial: Trial, span: Span) -> Figures:
    """Go through the time, and compare."""
    day, number = span.begin, 0
    while day <= span.end:
        if day in DEADLINES:
            trial.set_deadline(DEADLINES[day])
        monday = day - day.weekday() * DAY
        planned = calendar.plan(trial.expected.deadline, monday)
        if any(day == each for each, *_ in planned):
            number += 1
            mishap = MISHAPS[number // span.mishaps % len(MISHAPS)]
            day = await _occasion(trial, day, "" if number % span.mishaps else mishap)
        elif any(abs(day - change) <= DAY for change in CHANGES):
            for hour in (0, 1, 2, 3, 4, 9, 14, 20):
                await trial.look(at(day, time(0, 0, 40)) + hour * HOUR)
        elif trial.dice.randrange(span.looked_at) == 0:
            for moment in sorted(_any_moments(trial.dice, day)):
                await trial.look(moment)
        day += DAY
    trial.compare()
    return trial.figures


def _any_moments(dice: Random, day: date) -> Iterator[datetime]:
    """Whenever, and within what would be office hours."""
    yield at(day, time(dice.randrange(24), dice.randrange(60), 40))
    yield at(day, time(dice.randrange(9, 14), dice.randrange(60), 40))


async def _occasion(trial: Trial, day: date, mishap: str) -> date:
    """A planned day, often with a mishap; the last day that it took."""
    trial.work(at(day - DAY, time(11)), 0.01)
    trial.work(at(day - 2 * DAY, time(15)), 0.01)
    early, opening = at(day, time(8, 29)), at(day, time(8, 30, 30))
    await trial.look(early)
    if mishap:
        trial.figures.count(mishap)
    match mishap:
        case "back":
            await trial.look(opening + HOUR)
            await trial.look(opening)
        case "back while sending":
            await trial.create(opening + HOUR / 2)
            await trial.deliver(opening - HOUR / 2)
            await trial.deliver(opening)
        case "forward while sending":
            await trial.create(at(day, time(13, 50)))
            await trial.deliver(at(day, time(14, 50)))
            return day
        case "killed":
            await trial.create(opening)
            await trial.kill()
            await trial.start()
            await trial.deliver(opening + 3 * DAY + HOUR * 12)
            return day + 3 * DAY
        case "away":
            await trial.look(opening + 3 * DAY)
            return day + 3 * DAY
        case _:
            await trial.look(opening)
    await trial.look(at(day, time(trial.dice.randrange(10, 14), 10)))
    return day


# --- Before it begins -------------------------------------------------------------------------


@asynccontextmanager
async def beginning(
    url: str, folder: Path, *, advisors: int, seed: int, begin: date
) -> AsyncIterator[Trial]:
    """Offices with their people, Advisors of whom some have an account, three processes."""
    dice = Random(seed)
    database = Database(url)
    database.prepare()
    made = _offices(advisors, dice)
    with_account = max(3, advisors // 10)
    shared = SharedClock(folder / "clock")
    before = at(begin - DAY, time(12))
    shared.set(before)
    database.write(lambda c: _put(c, made, with_account, before))
    cast = [Member(_PERSON + number, "Jan", f"Nowak {number}") for number in range(with_account)]
    cast.append(Member(_COORDINATOR, "Ewa", "Lis"))
    world = World(TOKEN, username=USERNAME, cast=cast)
    world.clock.now = shared.peek  # type: ignore[method-assign]
    for chat in world.chats.values():
        chat.started = True
    expected = Expected(made, {reader_of(member.id) for member in cast})
    figures = Figures("reminders", {"advisors": advisors, "with an account": with_account})
    async with serve(world) as playground:
        trial = Trial(folder, url, playground.url, world, database, shared, expected, dice, figures)
        await trial.start()
        try:
            yield trial
        finally:
            await trial.kill()
            database.close()


def _offices(advisors: int, dice: Random) -> list[Office]:
    """One to three for each Advisor, and some that have none."""
    whose = [
        name
        for number in range(advisors)
        for name in [reader_of(_PERSON + number)] * dice.choice((1, 1, 1, 2, 3))
    ]
    whose += [""] * max(2, advisors // 100)
    return [
        Office(number, f"Urząd Gminy Nowa {number}", advisor)
        for number, advisor in enumerate(whose, 1)
    ]


def _put(connection: Connection, made: list[Office], with_account: int, now: datetime) -> None:
    rows = [replace(stock.row(each.name), advisor=each.advisor or None) for each in made]
    found = difference([], stock.table(*rows), Taking.NEW_VERSION)
    offices.put_table(connection, found, name="tabela.xlsx", import_id=None, now=now)
    for number in range(with_account):
        person_id = _PERSON + number
        _comes_in(connection, person_id, Role.ADVISOR, now, advisor=reader_of(person_id))
    _comes_in(connection, _COORDINATOR, Role.COORDINATOR, now)
    for office in made:
        _comes_in(connection, _HEAD + office.id, Role.HEAD, now, office_id=office.id)


def _comes_in(
    connection: Connection,
    person_id: int,
    role: Role,
    now: datetime,
    *,
    office_id: int | None = None,
    advisor: str | None = None,
) -> None:
    invited = links.create(
        connection, role=role, token=str(person_id), expires_at=now + DAY, now=now,
        office_id=office_id, advisor=advisor,
    )  # fmt: skip
    assert links.accept(connection, invited, person_id, "Jan Nowak", now)


def _acts(connection: Connection, office: Office, moment: datetime) -> None:
    """The head approves, or only changes something."""
    before = submissions.load(connection, office.id, lock=True)
    assert before is not None
    submissions.save(
        connection, before, _after(before, office, moment), actor=_HEAD + office.id, now=moment
    )


def _after(before: Submission, office: Office, moment: datetime) -> Submission:
    team = stock.whole_team()
    if office.complete:
        approval = Approval(team, moment, Decider.HEAD)
        return replace(before, stage=Stage.SETTLED, team=team, approval=approval)
    drafted = replace(team, members=team.members[: 1 + len(before.team.members) % 2])
    return replace(before, stage=Stage.DRAFTING, team=drafted)


async def remind(
    url: str, folder: Path, *, advisors: int, seed: int, span: Span = Span()
) -> Figures:
    """The whole trial; its figures."""
    begin = span.begin
    async with beginning(url, folder, advisors=advisors, seed=seed, begin=begin) as trial:
        return await run(trial, span)


if __name__ == "__main__":
    arguments = asked(5_000)
    with on_postgresql() as (address, place):
        running = remind(address, place, advisors=arguments.count, seed=arguments.seed)
        figures_of_run = asyncio.run(running)
    finish(figures_of_run)
