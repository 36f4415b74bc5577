"""Workers behind a webhook on PostgreSQL that are killed again and again: nothing lost or doubled.

    python -m tests.faults.workers --updates 100000 --seed 1 --workers 3

The workers are real processes; a balancer shares Telegram's deliveries among them and repeats
some. Ten offices are worked on by three people each at once, while three coordinators make links.
At the end what is stored must be what a model says that every update, taken once, makes of it.
"""

import argparse
import asyncio
import contextlib
import itertools
import os
import random
import re
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bot import buttons, clock
from bot.effects.tables import import_table
from bot.playground import people
from bot.playground.bot_api import serve
from bot.playground.cast import Member
from bot.playground.world import World
from conversations.access import Role
from conversations.coordination_table import read
from conversations.events import Action
from conversations.submission import Submission
from storage import outbox, submissions
from storage.database import Database
from tests import leaks
from tests.faults.balancer import Balancer, balancing
from tests.faults.fleet import at_work, fleet, spared_within, until_listening
from tests.faults.grounds import on_postgresql
from tests.faults.prologue import NAMES, Desk, Prologue, somebody
from tests.running import TOKEN, USERNAME, Komplet, free_port
from tests.tables import office, table

OFFICES = 10
COORDINATORS = 3
ROUND, KEPT = 6, 2
"""How many people each of two writes down before all but so many are taken out again."""
PATIENCE = 120.0
LAG = 5
"""Seconds between sending a card, noting it and undoing the one before, on a machine under load."""
SLOWEST = 1000
"""Milliseconds within which 95 of 100 updates are confirmed, if nothing else is to be done."""
LONGEST_STOP = 18
"""Seconds: ten on a machine of one's own, and what else it may have to do at the time."""


@dataclass
class Trial:
    """Everything that takes part."""

    world: World
    database: Database
    workers: list[Komplet]
    balancer: Balancer
    desks: list[Desk]
    coordinators: list[tuple[Member, int]]
    dice: random.Random
    kills: list[tuple[float, float]] = field(default_factory=list)
    spared: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when no worker is to be killed any more."""
    stops: list[tuple[float, float]] = field(default_factory=list)
    pushed: int = 0
    links: int = 0

    # --- What people do -----------------------------------------------------------------------

    async def work(self, updates: int) -> None:
        """So many updates over all offices, as fast as they are confirmed."""
        rounds = max(1, updates // (2 * ROUND * len(self.desks)))
        inviting = asyncio.ensure_future(self._make_links())
        await asyncio.gather(*(self._work_on(desk, rounds) for desk in self.desks))
        inviting.cancel()
        await asyncio.wait({inviting})

    async def _work_on(self, desk: Desk, rounds: int) -> None:
        """Two write people down side by side while the third takes former ones out."""
        for _ in range(rounds):
            await asyncio.gather(*(self._write(desk, each) for each in (desk.head, desk.secretary)))
            team = await asyncio.to_thread(self._submission, desk)
            others = [each for each in team.team.members if not each.plenipotentiary]
            for member in [each for each in others[:-KEPT] if each.id not in desk.taken_out]:
                desk.taken_out.add(member.id)
                desk.names.discard(member.person.full_name)
                self._tap(desk.other, desk.other_grant, Action.REMOVE, str(member.id))
                desk.version += 1
            # Else the list outgrows what an office may send, where people wait for their answers.
            await self._confirmed(desk.other)

    async def _write(self, desk: Desk, member: Member) -> None:
        for _ in range(ROUND):
            name = next(NAMES)
            desk.names.add(name)
            leaks.remember(name)
            people.say(self.world, self.world.chats[member.id], f"{name} – Geodeta")
            self.pushed += 1
            desk.version += 1
            await self._confirmed(member)

    async def _make_links(self) -> None:
        """Each coordinator makes one link after the other, as fast as letters may follow."""
        for number in itertools.count():
            member, grant = self.coordinators[number % len(self.coordinators)]
            desk = self.desks[number % len(self.desks)]
            self._tap(member, grant, Action.INVITE, f"s{desk.office_id}")
            self.links += 1
            await asyncio.sleep(0.4)

    def _tap(self, member: Member, grant: int, action: Action, argument: str) -> None:
        chat = self.world.chats[member.id]
        newest = next(m for m in reversed(chat.messages.values()) if m["from"]["is_bot"])
        data = buttons.encode(grant, 0, action, argument)
        people.tap(self.world, chat, newest["message_id"], {"forged": data})
        self.pushed += 1

    async def _confirmed(self, *members: Member) -> None:
        """Until Telegram has nothing more of these people to deliver."""
        who = {member.id for member in members}
        updates = self.world.updates

        def none_waits() -> bool:
            return all(each.lane[1] not in who for each in updates.pending())

        assert await updates.changed.wait_for(none_waits, PATIENCE), "updates are not confirmed"

    # --- What is done to the workers ----------------------------------------------------------

    async def kill(self, every: float) -> None:
        """Kill a worker every so many seconds until `spared`, and start it again at once."""
        while not await spared_within(self.spared, every):
            worker = self.dice.choice(self.workers)
            died_at = [clock.now().timestamp()]
            await asyncio.to_thread(worker.kill)
            died_at.append(clock.now().timestamp())
            self.kills.append((died_at[0], died_at[1]))
            worker.start()
            await until_listening(worker)

    async def roll(self) -> list[tuple[int, float]]:
        """Restart one after the other, as an upgrade does: exit codes, and seconds it took."""
        ends = []
        for worker in self.workers:
            begun = clock.now().timestamp()
            code = await worker.stop()
            ended = clock.now().timestamp()
            ends.append((code, ended - begun))
            # What it could not say in its last seconds is left to the others, as after a death.
            self.stops.append((begun, ended))
            worker.start()
            await until_listening(worker)
        return ends

    # --- What came of it ----------------------------------------------------------------------

    async def settled(self) -> None:
        """Until everything is confirmed, drawn and sent that will be."""
        updates = self.world.updates
        assert await updates.changed.wait_for(lambda: not updates.pending(), PATIENCE)
        open_ones = text(
            "SELECT (SELECT count(*) FROM card WHERE drawn < wanted OR drawer IS NOT NULL)"
            " + (SELECT count(*) FROM letter WHERE state = 'pending')"
        )
        async with asyncio.timeout(PATIENCE):
            while await asyncio.to_thread(self._scalar, open_ones):  # noqa: ASYNC110
                await asyncio.sleep(0.1)
        # What a killed worker was sending would be given up after its lease.
        later = clock.now() + 2 * outbox.LEASE
        self.database.write(lambda c: outbox.claim(c, now=later))

    def faults(self) -> list[str]:
        """Where what is stored or shown differs from the model; empty when nothing does."""
        return [*self._state_faults(), *self._letter_faults(), *self._card_faults()]

    def _state_faults(self) -> Iterator[str]:
        seen = self._scalar(text("SELECT count(*) FROM seen_update WHERE update_id > 1000"))
        if seen != self.pushed:
            yield f"{self.pushed} updates, {seen} taken"
        if aside := self._scalar(text("SELECT count(*) FROM set_aside")):
            yield f"{aside} updates set aside"
        for desk in self.desks:
            submission = self._submission(desk)
            names = Counter(
                each.person.full_name
                for each in submission.team.members
                if not each.plenipotentiary
            )
            if names != Counter(desk.names):
                lost, more = Counter(desk.names) - names, names - Counter(desk.names)
                yield f"office {desk.office_id}: lost {sorted(lost)}, too many {sorted(more)}"
            if submission.version != desk.version:
                yield f"office {desk.office_id}: version {submission.version}, not {desk.version}"
        doubled = text(
            "SELECT count(*) FROM (SELECT 1 FROM journal WHERE version > 0"
            " GROUP BY office_id, version HAVING count(*) > 1) AS doubled"
        )
        if twice := self._scalar(doubled):
            yield f"{twice} versions made twice"

    def _letter_faults(self) -> Iterator[str]:
        made = self._scalar(text("SELECT count(*) FROM invitation WHERE created_by IS NOT NULL"))
        if made != self.links:
            yield f"{self.links} links asked for, {made} made"
        shown = Counter(
            line
            for member, _ in self.coordinators
            for message in self.world.chats[member.id].messages.values()
            if message["from"]["is_bot"]
            for line in message.get("text", "").split()
            if "?start=" in line
        )
        if twice := [link for link, times in shown.items() if times > 1]:
            yield f"{len(twice)} links shown twice"
        sent, unknown = self.letters("sent"), self.letters("unknown")
        if not sent <= len(shown) <= sent + unknown or sent + unknown != self.links:
            yield f"{self.links} letters: {sent} sent, {unknown} unknown, {len(shown)} shown"

    def _card_faults(self) -> Iterator[str]:
        # On a machine under load Telegram's answer may come too late; then the worker says so.
        logs = "".join(worker.log.read_text() for worker in self.workers)
        told = {int(each) for each in re.findall(r"(?:twice|buttons) +person=(\d+)", logs)}
        for member, card, follower in self.stray_cards():
            moments = (card["date"], follower["date"])
            died = any(
                begun - LAG <= moment <= ended + LAG
                for begun, ended in (*self.kills, *self.stops)
                for moment in moments
            )
            if not (died or member in told):
                yield f"{member}: two live cards, and nobody died then or says why"

    def stray_cards(self) -> list[tuple[int, dict[str, Any], dict[str, Any]]]:
        """Cards that kept their buttons beside a newer one, with the one that followed."""
        strays = []
        for desk in self.desks:
            for member in desk.people:
                messages = self.world.chats[member.id].messages.values()
                cards = [each for each in messages if each["from"]["is_bot"]]
                for card, follower in itertools.pairwise(cards):
                    if card.get("reply_markup", {}).get("inline_keyboard"):
                        strays.append((member.id, card, follower))
        return strays

    def letters(self, state: str) -> int:
        query = text(f"SELECT count(*) FROM letter WHERE state = '{state}'")
        return int(self._scalar(query))

    def _submission(self, desk: Desk) -> Submission:
        found = self.database.read(lambda c: submissions.load(c, desk.office_id, lock=False))
        assert found is not None
        return found

    def _scalar(self, query: Any) -> Any:
        return self.database.read(lambda c: c.scalar(query))


@contextlib.asynccontextmanager
async def trial(
    database_url: str, folder: Path, *, workers: int, doubled: float, seed: int
) -> AsyncIterator[Trial]:
    """Workers that listen, offices that are begun, everybody's first card shown."""
    database = Database(database_url)
    database.prepare()
    rows = [office(n + 1, f"Urząd Gminy Nowa {n}", 8, 4) for n in range(OFFICES)]
    reading = read([table(*rows)])
    database.write(lambda c: import_table(c, reading, "tabela.csv", clock.now()))
    prologue = Prologue(database)
    desks = [prologue.desk(n, n + 1) for n in range(OFFICES)]
    coordinators = [
        (somebody(900 + n), prologue.comes_in(somebody(900 + n), Role.COORDINATOR, None))
        for n in range(COORDINATORS)
    ]
    cast = [member for desk in desks for member in desk.people]
    cast += [member for member, _ in coordinators]
    for member in cast:
        leaks.remember_account(member.id)
    world = World(TOKEN, username=USERNAME, cast=cast)
    for chat in world.chats.values():
        chat.started = True
    balancer = Balancer([free_port() for _ in range(workers)], doubled, seed)
    async with serve(world) as playground, balancing(balancer):
        made = fleet(balancer, playground.url, database_url, folder)
        begun = Trial(world, database, made, balancer, desks, coordinators, random.Random(seed))
        try:
            async with at_work(made):
                await begun.settled()
                yield begun
        finally:
            database.close()


async def run(begun: Trial, updates: int, kill_every: float) -> str:
    """Work while workers are killed, then a rolling restart under work; the row of figures."""
    started = time.monotonic()
    killing = asyncio.ensure_future(begun.kill(kill_every))
    working = asyncio.ensure_future(begun.work(updates))
    await asyncio.wait({killing, working}, return_when=asyncio.FIRST_COMPLETED)
    begun.spared.set()  # whoever is being killed is started again first
    await killing
    working.result()
    took = time.monotonic() - started
    await asyncio.gather(*(until_listening(worker) for worker in begun.workers))
    rolling = asyncio.ensure_future(begun.work(max(updates // 10, 40)))
    ends = await begun.roll()
    await rolling
    await begun.settled()
    waits = sorted(begun.balancer.waits)

    def share(part: float) -> float:
        return 1000 * waits[int(part * (len(waits) - 1))]

    faults = begun.faults()
    for code, seconds in ends:
        if code or seconds > LONGEST_STOP:
            faults.append(f"a worker that was asked to stop left with {code} after {seconds:.1f} s")
    verdict = "; ".join(faults) or "0 lost, 0 double"
    return (
        f"{begun.pushed} updates, {len(begun.workers)} workers, {len(begun.kills)} kills, "
        f"{updates / took:.0f} updates/s, p50 {share(0.5):.0f} ms, p95 {share(0.95):.0f} ms, "
        f"p99 {share(0.99):.0f} ms, {begun.balancer.resent} resent, {begun.links} letters "
        f"({begun.letters('unknown')} unknown), {len(begun.stray_cards())} stray cards, "
        f"stopped in {max(seconds for _, seconds in ends):.1f} s: {verdict}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.workers", description=__doc__)
    parser.add_argument("--updates", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=3)
    parser.add_argument("--kill-every", type=float, default=5.0, help="seconds")
    options = parser.parse_args()

    async def all_of_it(url: str, folder: Path) -> str:
        async with trial(
            url, folder, workers=options.workers, doubled=0.3, seed=options.seed
        ) as begun:
            return await run(begun, options.updates, options.kill_every)

    with on_postgresql() as (address, place):
        row = asyncio.run(all_of_it(address, place))
    told = re.search(r"p95 (\d+) ms", row)
    slow = told is not None and int(told[1]) >= SLOWEST
    late = f"; p95 is not below 1 s, at a load of {os.getloadavg()[1]:.1f}" if slow else ""
    sys.stdout.write(f"{row}{late}\n")
    sys.exit(slow or not row.endswith("0 lost, 0 double"))


if __name__ == "__main__":
    main()
