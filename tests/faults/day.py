"""A day in the life of a programme: offices enrol while everything around them goes wrong.

`python -m tests.faults.day --count 42 --seed 1` has so many offices, five Advisors, a coordinator
and three workers behind a webhook on PostgreSQL. Workers are killed every few seconds, Telegram
refuses, floods and loses answers, updates come twice, the clock moves by days, an hour ahead and an
hour back. In the end every office is approved, and everybody was told what concerns them.
"""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import text

from bot import clock
from bot.effects.tables import import_table
from bot.playground.bot_api import serve
from bot.playground.cast import Member
from bot.playground.world import World
from conversations.access import Role
from conversations.coordination_table import read
from conversations.status import report
from storage import outbox, settings, soundness, submissions
from storage.database import Database
from tests.faults.balancer import Balancer, balancing
from tests.faults.calendar_of_reminders import DAY, WARSAW, at, works
from tests.faults.figures import Figures, asked, finish
from tests.faults.fleet import at_work, fleet, spared_within, until_listening
from tests.faults.grounds import on_postgresql
from tests.faults.moved_clock import MovedClock
from tests.faults.prologue import Prologue
from tests.faults.resident import AGAIN, PATIENCE, Resident
from tests.running import TOKEN, USERNAME, Komplet, free_port
from tests.tables import office, table

ADVISORS = 5
SIDE_BY_SIDE = 10
"""Offices that are at it at the same time."""
HOUR = timedelta(hours=1)
WEATHER = (
    {"kind": "flood", "method": "sendMessage", "chance": 0.02, "seconds": 1},
    {"kind": "server_error", "method": "sendMessage", "chance": 0.02},
    {"kind": "server_error", "method": "editMessageText", "chance": 0.02},
    {"kind": "drop_reply", "method": "sendMessage", "chance": 0.01},
    {"kind": "drop_reply", "method": "editMessageText", "chance": 0.01},
)
TOLD = {
    "approval-waits": "skład jest gotowy i czeka na decyzję kierownika urzędu",
    "submitted": "urząd przesłał zgłoszenie. Czeka na decyzję",
    "approved": "kierownik urzędu zatwierdził skład",
    "returned-by-head": "kierownik urzędu zwrócił zgłoszenie do poprawy",
    "secretary-joined": "osoba przygotowująca zgłoszenie ma już dostęp",
    "head-joined": "kierownik urzędu ma już dostęp",
    "digest": "Przypisane urzędy – stan na",
    "finished": "Wszystkie przypisane urzędy mają Pełnomocnika",
}
"""What is said in each letter that somebody gets."""


DOUBLED = """
SELECT count(*) FROM (
    SELECT 1 FROM journal WHERE version > 0 GROUP BY office_id, version HAVING count(*) > 1
) AS doubled
"""


@dataclass
class Desk:
    office_id: int
    head: Resident
    secretary: Resident

    async def enrols(self, way: int) -> None:
        """The Sekretarz writes and the head approves, at once or the second time; or alone."""
        if way == 0:
            await self.head.writes_everything("Stan: zatwierdzone")
            return
        await self.secretary.writes_everything("Stan: zgłoszone")
        if way == 1:
            await self.head.returns()
            await self.secretary.corrects()
        await self.head.approves()


@dataclass
class Programme:
    """Everything that takes part."""

    world: World
    database: Database
    workers: list[Komplet]
    clock: MovedClock
    desks: list[Desk]
    advisors: list[Resident]
    coordinator: Resident
    dice: Random
    figures: Figures
    balancer: Balancer
    kills: int = 0
    spared: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when no worker is to be killed any more."""
    taken: set[int] = field(default_factory=set)
    """Updates that were taken, also those that the bot has forgotten since, days later."""

    @property
    def everybody(self) -> list[Resident]:
        offices = [each for desk in self.desks for each in (desk.head, desk.secretary)]
        return [*offices, *self.advisors, self.coordinator]

    def passes(self, moment: datetime) -> None:
        """Days pass, until this moment."""
        self.remember()
        self.clock.move_to(moment)

    def remember(self) -> None:
        """Take down which updates were taken."""
        seen = text("SELECT update_id FROM seen_update WHERE update_id > 1000")
        self.taken |= set(self.database.read(lambda c: c.scalars(seen).all()))

    async def kill(self, every: float) -> None:
        """Kill a worker every so many seconds until `spared`, and start it again at once."""
        while not await spared_within(self.spared, every):
            worker = self.dice.choice(self.workers)
            await asyncio.to_thread(worker.kill)
            self.kills += 1
            worker.start()
            await until_listening(worker)

    async def enrol(self, desks: Sequence[Desk]) -> None:
        """All of these, some at a time, each in its own way."""
        room = asyncio.Semaphore(SIDE_BY_SIDE)

        async def one(desk: Desk, way: int) -> None:
            async with room:
                await desk.enrols(way)

        await asyncio.gather(*(one(desk, desk.office_id % 3) for desk in desks))

    async def reminded(self, occasion: str) -> None:
        """Until every Advisor who lacks something has the digest of this occasion."""
        lacking = {each["advisor"] for each in self._offices() if each["missing"]}
        await self._until(
            f"SELECT count(*) >= {len(lacking)} FROM reminder WHERE occasion LIKE '%{occasion}'"
            " AND advisor <> ''"
        )
        self.figures.count(f"digests {occasion}", len(lacking))

    async def settled(self) -> None:
        """Until everything is confirmed, drawn and sent that will be."""
        updates = self.world.updates
        assert await updates.changed.wait_for(lambda: not updates.pending(), PATIENCE)
        await self._until(
            "SELECT (SELECT count(*) FROM card WHERE drawn < wanted OR drawer IS NOT NULL)"
            " + (SELECT count(*) FROM letter WHERE state = 'pending') = 0"
        )
        # What a killed worker was sending would be given up after its lease.
        later = self.clock.now() + 2 * outbox.LEASE
        self.database.write(lambda c: outbox.claim(c, now=later))

    async def _until(self, query: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while not await asyncio.to_thread(self.scalar, query):  # noqa: ASYNC110
                await asyncio.sleep(0.1)

    def scalar(self, query: str) -> Any:
        return self.database.read(lambda c: c.scalar(text(query)))

    def _offices(self) -> list[dict[str, Any]]:
        told: dict[str, Any] = report(self.database.read(submissions.all_submissions))
        offices: list[dict[str, Any]] = told["offices"]
        return offices

    # --- What came of it ----------------------------------------------------------------------

    def compare(self) -> None:
        faults = self.figures.faults
        for each in self._offices():
            if each["status"] != "zatwierdzone" or each["missing"]:
                faults.append(f"{each['name']}: {each['status']}, lacks {each['missing']}")
            if (len(each["steering"]), len(each["editorial"])) != (8, 4):
                faults.append(f"{each['name']}: {each['steering']}, {each['editorial']}")
        faults += self.database.read(soundness.faults)
        self.remember()
        if len(self.taken) != (sent := sum(each.sent for each in self.everybody)):
            faults.append(f"updates taken: {len(self.taken)}, not {sent}")
        for what, query, wanted in (
            ("updates set aside", "SELECT count(*) FROM set_aside", 0),
            (
                "versions made twice",
                DOUBLED,
                0,
            ),
            (
                "Advisors thanked",
                "SELECT count(*) FROM reminder WHERE occasion = 'finished'",
                len(self.advisors),
            ),
            (
                "letters neither sent nor unknown",
                "SELECT count(*) FROM letter WHERE state NOT IN ('sent', 'unknown')",
                0,
            ),
        ):
            if (found := self.scalar(query)) != wanted:
                faults.append(f"{what}: {found}, not {wanted}")
        self._compare_letters()

    def _compare_letters(self) -> None:
        """What was sent is in the chat, once; what is unknown is at most there once more."""
        rows = self.database.read(
            lambda c: c.execute(
                text("SELECT person_id, code, state, count(*) AS n FROM letter GROUP BY 1, 2, 3")
            ).all()
        )
        counted = Counter({(row.person_id, row.code, row.state): row.n for row in rows})
        people = {each.member.id: each for each in self.everybody}
        for person_id, code in {(row.person_id, row.code) for row in rows}:
            sent, unknown = (counted[person_id, code, state] for state in ("sent", "unknown"))
            if code not in TOLD:
                self.figures.faults.append(f"a letter {code!r} that this trial does not know")
            elif not sent <= (shown := people[person_id].times(TOLD[code])) <= sent + unknown:
                self.figures.faults.append(
                    f"{people[person_id].member.name}: {sent} {code} sent, {unknown} unknown, "
                    f"{shown} shown"
                )
        self.figures.count("letters", sum(counted.values()))
        self.figures.count("unknown", self.unknown)

    @property
    def unknown(self) -> int:
        return int(self.scalar("SELECT count(*) FROM letter WHERE state = 'unknown'"))


# --- The day ----------------------------------------------------------------------------------


async def run(day: Programme, kill_every: float) -> Figures:
    """Enrol by halves and quarters, with reminders in between; compare in the end."""
    killing = asyncio.ensure_future(day.kill(kill_every))
    going = asyncio.ensure_future(_goes_on(day))
    await asyncio.wait({killing, going}, return_when=asyncio.FIRST_COMPLETED)
    day.spared.set()  # whoever is being killed is started again first
    await killing
    going.result()
    await asyncio.gather(*(until_listening(worker) for worker in day.workers))
    day.world.weather.put({"rules": []})
    await day.settled()
    day.compare()
    await _told_of(day)
    day.figures.count("kills", day.kills)
    day.figures.count("updates", sum(each.sent for each in day.everybody))
    day.figures.count("deliveries repeated", day.balancer.resent)
    return day.figures


async def _told_of(day: Programme) -> None:
    """Until the coordinator's card tells how it ended: each is drawn of its moment.

    What it has to tell changes with it, since a late reply makes a letter of an unknown one.
    """

    def told_of() -> bool:
        unknown = day.unknown
        return day.coordinator.shows(
            f"nie wiadomo, czy dotarły: {unknown}." if unknown else f"z kompletem: {len(day.desks)}"
        )

    async with asyncio.timeout(PATIENCE):
        while True:
            day.coordinator.say("/stan")
            told = day.coordinator.chat.changed
            if await told.wait_for(told_of, AGAIN):
                return


async def _goes_on(day: Programme) -> None:
    half, three = len(day.desks) // 2, 3 * len(day.desks) // 4
    first = _first_day(day.clock.now())
    await day.enrol(day.desks[:half])
    day.passes(at(first, time(8, 31)))
    await day.reminded("T-7")
    enrolling = asyncio.ensure_future(day.enrol(day.desks[half:three]))
    day.clock.move_to(day.clock.now() + HOUR)
    day.coordinator.say("/stan")
    day.clock.move_to(day.clock.now() - HOUR)
    await enrolling
    day.passes(at(first + 4 * DAY, time(8, 31)))
    await day.reminded("T-3")
    await day.enrol(day.desks[three:])
    await day._until(
        f"SELECT count(*) = {len(day.advisors)} FROM reminder WHERE occasion = 'finished'"
    )
    day.passes(at(first + 6 * DAY, time(8, 31)))


def _first_day(now: datetime) -> date:
    """A week before the deadline: T-7, T-3 and T-1 fall on working days, none of them soon."""
    day = now.astimezone(WARSAW).date() + 3 * DAY
    while not all(works(day + ahead * DAY) for ahead in (0, 4, 6)):
        day += DAY
    return day


# --- Before it begins -------------------------------------------------------------------------


@contextlib.asynccontextmanager
async def beginning(
    url: str, folder: Path, *, offices: int, advisors: int, workers: int, seed: int
) -> AsyncIterator[Programme]:
    """Everybody is in, and the workers listen."""
    moved = MovedClock(folder / "clock")
    begun = moved.now().astimezone(WARSAW).date()
    moved.move_to(at(begun, time(10)))
    with clock.following(moved.now):
        database = Database(url)
        database.prepare()
        names = [f"Anna Doradca {'ABCDEFGHIJ'[n]}" for n in range(advisors)]
        rows = [
            office(n + 1, f"Starostwo Powiatowe Nowa {n + 1}", 8, 4, advisor=names[n % advisors],
                   head="Starosta")
            for n in range(offices)
        ]  # fmt: skip
        reading = read([table(*rows)])
        database.write(lambda c: import_table(c, reading, "tabela.csv", clock.now()))
        deadline = str(_first_day(moved.now()) + 7 * DAY)
        database.write(lambda c: settings.put(c, "deadline", deadline))
        members = [Member(810_000_000 + n, "Jan", f"Nowak {n}") for n in range(2 * offices)]
        others = [Member(820_000_000 + n, "Ewa", f"Lis {n}") for n in range(advisors + 1)]
        world = World(TOKEN, username=USERNAME, cast=[*members, *others])
        world.clock.now = moved.now  # type: ignore[method-assign]
        prologue = Prologue(database)
        for number, member in enumerate(members):
            role = Role.SECRETARY if number % 2 else Role.HEAD
            prologue.comes_in(member, role, number // 2 + 1)
        for member, name in zip(others, names, strict=False):
            prologue.comes_in(member, Role.ADVISOR, None, name)
        prologue.comes_in(others[-1], Role.COORDINATOR, None)
        # Letters of the beginning are not what this is about.
        database.write(lambda c: c.execute(text("DELETE FROM letter")))
        people = {member.id: Resident(world, member) for member in (*members, *others)}
        for each in people.values():
            each.chat.started = True
        residents = [people[member.id] for member in members]
        desks = [Desk(n + 1, residents[2 * n], residents[2 * n + 1]) for n in range(offices)]
        world.weather.put({"seed": seed, "rules": list(WEATHER)})
        balancer = Balancer([free_port() for _ in range(workers)], 0.3, seed)
        figures = Figures("day", {"offices": offices, "Advisors": advisors, "workers": workers})
        async with serve(world) as playground, balancing(balancer):
            made = fleet(
                balancer, playground.url, url, folder, "tests.faults.moved_clock",
                TRIAL_CLOCK=str(folder / "clock"), PYTHONPATH=str(Path(__file__).parents[2]),
            )  # fmt: skip
            day = Programme(
                world, database, made, moved, desks,
                [people[member.id] for member in others[:-1]], people[others[-1].id],
                Random(seed), figures, balancer,
            )  # fmt: skip
            try:
                async with at_work(made):
                    yield day
            finally:
                database.close()


async def live(
    url: str, folder: Path, *, offices: int, advisors: int = ADVISORS, workers: int = 3,
    seed: int, kill_every: float = 5,
) -> Figures:  # fmt: skip
    """The whole day; its figures."""
    async with beginning(
        url, folder, offices=offices, advisors=advisors, workers=workers, seed=seed
    ) as day:
        return await run(day, kill_every)


if __name__ == "__main__":
    arguments = asked(42)
    with on_postgresql() as (address, place):
        living = live(address, place, offices=arguments.count, seed=arguments.seed)
        figures_of_run = asyncio.run(living)
    finish(figures_of_run)
