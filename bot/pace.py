"""How fast one person may write, so that nobody else waits: decides, sends nothing.

Only what piles up is counted: an update that comes while an earlier one of the same person is
still being answered. Whoever waits for the answer, however quick, is never too fast; neither is
what waited while the bot was away, since a message counts at the second it was written.
What exceeds `BURST` is not taken until the person pauses; the person is told so once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.inbound import Received

BURST = 20
"""Updates of one person that may pile up, e.g. forwarded together."""
PER_SECOND = 5.0
"""Of which so many are forgotten each second."""
PAUSE = 2.0
"""Seconds without an update after which somebody too fast is heard again."""
TOLD_AGAIN = 60.0
"""Seconds after which somebody who is still too fast is told again."""
MOST_KEPT = 10_000
"""People of whom something is remembered."""


@dataclass(slots=True)
class _Person:
    piled: float = 0.0
    at: float = 0.0
    refused_at: float | None = None
    told_at: float | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """What of one person's waiting updates is taken, what is not, and whether to tell so."""

    taken: list[Received]
    surplus: list[Received]
    tell: bool = False


@dataclass(slots=True)
class Pace:
    """What is remembered of people who write fast, in this process."""

    _people: dict[int, _Person] = field(default_factory=dict)

    def split(self, person_id: int, waiting: Sequence[Received], now: float) -> Split:
        """Which of one person's updates, which wait together at `now` (Unix time), are taken."""
        known = self._people.get(person_id)
        if len(waiting) == 1 and known is None:
            return Split(list(waiting), [])
        person = self._remembered(person_id)
        taken, surplus = [], []
        for place, update in enumerate(waiting):
            if self._fits(person, update.written or now, now, first=place == 0):
                taken.append(update)
            else:
                surplus.append(update)
        tell = bool(surplus) and (person.told_at is None or now - person.told_at >= TOLD_AGAIN)
        if tell:
            person.told_at = now
        return Split(taken, surplus, tell)

    def _fits(self, person: _Person, at: float, now: float, *, first: bool) -> bool:
        if person.refused_at is not None:
            if now - person.refused_at < PAUSE:
                person.refused_at = now
                return False
            person.refused_at, person.piled = None, 0.0
        person.piled = max(0.0, person.piled - max(0.0, at - person.at) * PER_SECOND)
        person.at = max(person.at, at)
        if first:
            return True
        if person.piled >= BURST:
            person.refused_at = now
            return False
        person.piled += 1
        return True

    def _remembered(self, person_id: int) -> _Person:
        person = self._people.pop(person_id, None) or _Person()
        self._people[person_id] = person
        while len(self._people) > MOST_KEPT:
            del self._people[next(iter(self._people))]
        return person
