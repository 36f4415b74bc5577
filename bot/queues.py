"""One queue for each person: people side by side, each one's updates in their order.

Behind an update that is not settled nothing of its person is: by webhook Telegram brings all of it
again, and what was said later is not applied before. Among several processes that is as far as the
order goes: two updates of one person that Telegram posts at the same moment may meet two of them.

So nobody takes more than one of the database's threads, however fast they write, and what
`bot.pace` does not let in is turned away together.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

import structlog

from bot import clock
from bot.inbound import Received
from bot.pace import Pace, Split

log = structlog.get_logger()

Settle = Callable[[Received], Awaitable[bool]]
"""Run an update's turn: True once it is committed or, after enough failures, stored aside."""
TurnAway = Callable[[Sequence[Received], bool], Awaitable[None]]
"""Settle updates of one person that are not taken, and tell the person if asked to."""
_Waiting = tuple[Received, "asyncio.Future[bool]"]


@dataclass(slots=True)
class Queues:
    """Has updates settled, or turned away where their person is too fast."""

    settle: Settle
    turn_away: TurnAway
    pace: Pace = field(default_factory=Pace)
    _waiting: dict[int, list[_Waiting]] = field(default_factory=dict)
    _working: "set[asyncio.Task[None]]" = field(default_factory=set)

    def settled(self, update: Received) -> "asyncio.Future[bool]":
        """What came of an update after all earlier ones of its person; raises what `settle` does.

        What is turned away is settled. What waits behind one that is not is not either, untried.
        """
        person = update.person_id or 0
        answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        if person in self._waiting:
            self._waiting[person].append((update, answer))
        else:
            self._waiting[person] = [(update, answer)]
            working = asyncio.create_task(self._work(person))
            self._working.add(working)
            working.add_done_callback(self._working.discard)
        return answer

    def cancel(self) -> None:
        """Drop what waits; nothing of it is settled."""
        for working in self._working:
            working.cancel()

    async def stop(self) -> None:
        """Drop what waits, and wait until nothing is being settled."""
        while self._working:
            self.cancel()  # again where a closing connection swallowed it
            await asyncio.wait(self._working, timeout=1)

    async def _work(self, person: int) -> None:
        """Settle what waits, as long as something does."""
        try:
            while batch := self._waiting[person]:
                self._waiting[person] = []
                await self._settle_in_order(person, batch)
        finally:
            del self._waiting[person]

    async def _settle_in_order(self, person: int, batch: Sequence[_Waiting]) -> None:
        # By identity: the same update may wait twice.
        answers = {id(update): answer for update, answer in batch}
        split = self._split(person, [update for update, _ in batch])
        taken = iter(split.taken)
        for update in taken:
            if not await _answered([answers[id(update)]], self.settle(update)):
                behind = [answers[id(each)] for each in taken]
                behind += [answer for _, answer in self._waiting[person]]
                self._waiting[person] = []
                _tell(behind, settled=False)
        if split.surplus:
            if split.tell:
                log.warning("somebody is too fast: updates are not taken")
            turned_away = [answers[id(update)] for update in split.surplus]
            await _answered(turned_away, self._away(split))

    def _split(self, person: int, waiting: Sequence[Received]) -> Split:
        """What the pace lets in; all, where it fails: whoever waits has to hear something."""
        try:
            return self.pace.split(person, waiting, clock.now().timestamp())
        except Exception:
            log.exception("the pace cannot tell who is too fast")
            return Split([*waiting], [])

    async def _away(self, split: Split) -> bool:
        await self.turn_away(split.surplus, split.tell)
        return True


async def _answered(answers: "Sequence[asyncio.Future[bool]]", settling: Awaitable[bool]) -> bool:
    """Tell whoever still waits what came of it; whether it is settled."""
    try:
        settled = await settling
    except Exception as fault:  # noqa: BLE001 - handed to whoever waits
        for answer in answers:
            if not answer.done():
                answer.set_exception(fault)
        return False
    _tell(answers, settled=settled)
    return settled


def _tell(answers: "Sequence[asyncio.Future[bool]]", *, settled: bool) -> None:
    for answer in answers:
        if not answer.done():
            answer.set_result(settled)
