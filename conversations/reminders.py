"""Who is reminded, of what, and when: a pure function of the facts and the moment (domain.md §6).

Point 8 makes Advisors responsible, so an Advisor gets one digest for all their offices. What has
no Advisor, and what is overdue, goes to the coordinator. An occasion is a planned day before or
after the deadline; without a deadline there is one a week. Only the latest occasion counts: whoever
was away for a week, or a program that stood still, sends one digest and not four.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Final

from conversations.submission import Missing
from conversations.working_time import (
    DAY,
    WorkingTime,
    week_of,
)

COORDINATOR: Final = None
"""In the place of an Advisor's name: the digest of the coordinator."""

FURTHEST: Final = 60
"""Weeks after a deadline beyond which nobody is reminded any more."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Days before the deadline, the first one after it, and the days between later ones.

    `quiet`: how long an office that has just done something is left in peace.
    """

    before: tuple[int, ...] = (14, 7, 3, 1)
    after: int = 1
    every: int = 7
    quiet: timedelta = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Occasion:
    """A planned reminder: its code („T-7”, „T+1”, „2026-W48”, „S2026-11-27”) and its local day.

    `key` tells it from the same code under another deadline.
    """

    code: str
    day: date
    key: str
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """What reminders know about an office: nobody's name, only what is missing.

    `active_at` (aware) is when its people last did something.
    """

    id: int
    name: str
    advisor: str | None
    missing: tuple[Missing, ...]
    active_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that decides about reminders. Closed and practice offices are left out before.

    `sent` holds who was reminded on which occasion (`Occasion.key`), of those in `current_keys` at
    least where `due` is asked, of all where the next one is; `snoozed` until which day an
    Advisor has put the next digest off.
    """

    offices: tuple[OfficeFacts, ...]
    working: WorkingTime
    deadline: date | None = None
    rhythm: Rhythm = Rhythm()
    sent: frozenset[tuple[str | None, str]] = frozenset()
    snoozed: Mapping[str | None, date] = field(default_factory=dict)
    since: datetime | None = None
    """When the programme got its first table: what was planned before is nobody's neglect."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """One digest to be sent: to an Advisor by name, or to the coordinator (None). UTC."""

    advisor: str | None
    occasion: Occasion
    due_at: datetime
    offices: tuple[OfficeFacts, ...]


def due(facts: Facts, now: datetime) -> tuple[Reminder, ...]:
    """The digests that are to be sent at `now` (aware), each for one occasion and once.

    None outside working time: they are due when offices open. Nobody is reminded of nothing.
    """
    if not facts.working.is_open(now):
        return ()
    return tuple(_due(facts, now))


def _due(facts: Facts, now: datetime) -> Iterator[Reminder]:
    # By reader and by plan once, or thousands of Advisors would each go through every office.
    own: dict[str | None, list[OfficeFacts]] = {COORDINATOR: []}
    for office in facts.offices:
        own.setdefault(office.advisor, []).append(office)
    for advisor, occasion in _current(facts, own, now):
        if occasion is None or (advisor, occasion.key) in facts.sent:
            continue
        every = facts.offices if advisor is COORDINATOR else own[advisor]
        lacking = tuple(
            office
            for office in concerning(
                replace(facts, offices=tuple(every)), advisor, overdue=occasion.overdue
            )
            if not _quiet(office, facts.rhythm, now)
        )
        if lacking:
            yield Reminder(advisor, occasion, facts.working.opening(occasion.day), lacking)


def current_keys(facts: Facts, now: datetime, advisors: Iterable[str] = ()) -> frozenset[str]:
    """The keys of the occasions on which somebody may be due now: only these may be in `sent`.

    `advisors` are asked about as well, whose offices are not among those of the facts.
    """
    readers = {office.advisor for office in facts.offices} | {COORDINATOR, *advisors}
    current = (occasion for _, occasion in _current(facts, readers, now))
    return frozenset(occasion.key for occasion in current if occasion is not None)


def unsent(facts: Facts, advisors: Iterable[str], now: datetime) -> Mapping[str | None, Occasion]:
    """Who may be sent a digest now, of some Advisors and the coordinator, and on which occasion.

    Only what their offices lack matters to `due`; of `facts.offices` nothing is asked.
    """
    if not facts.working.is_open(now):
        return {}
    return {
        reader: occasion
        for reader, occasion in _current(facts, {COORDINATOR, *advisors}, now)
        if occasion is not None and (reader, occasion.key) not in facts.sent
    }


def _current(
    facts: Facts, readers: Iterable[str | None], now: datetime
) -> Iterator[tuple[str | None, Occasion | None]]:
    """Each reader's last occasion, Advisors in the order of their names, the coordinator last."""
    common = _latest(replace(facts, snoozed={}), COORDINATOR, now)
    for reader in sorted(readers, key=lambda name: (name is COORDINATOR, name or "")):
        yield reader, _latest(facts, reader, now) if reader in facts.snoozed else common


def next_reminder(facts: Facts, advisor: str | None, now: datetime) -> datetime | None:
    """When this reader is reminded next if nothing changes (UTC); None when there is no reason."""

    def concerned(occasion: Occasion) -> bool:
        return bool(concerning(facts, advisor, overdue=occasion.overdue))

    return _next(facts, advisor, now, concerned)


def first_reminder(facts: Facts, advisors: Iterable[str], now: datetime) -> datetime | None:
    """When the first of these Advisors is reminded next (UTC); None where none of them will be.

    Each has something incomplete, which the facts need not hold.
    """
    # By plan once, as in `_due`: Advisors differ in what they put off, and in what they were sent.
    alike: dict[date | None, list[str]] = {}
    for advisor in advisors:
        alike.setdefault(facts.snoozed.get(advisor), []).append(advisor)
    moments = []
    for group in alike.values():
        waiting = _latest(facts, group[0], now)
        unsent = (each for each in group if waiting and (each, waiting.key) not in facts.sent)
        moments.append(_next(facts, next(unsent, group[0]), now, lambda _: True))
    return min((moment for moment in moments if moment is not None), default=None)


def _next(
    facts: Facts, reader: str | None, now: datetime, concerned: Callable[[Occasion], bool]
) -> datetime | None:
    waiting = _latest(facts, reader, now)
    unsent = waiting is not None and (reader, waiting.key) not in facts.sent
    if unsent and waiting and concerned(waiting):
        return facts.working.next_opening(now)
    put_off = facts.snoozed.get(reader)
    ahead = (
        occasion
        for occasion in _planned(facts, reader, now)
        if facts.working.opening(occasion.day) > now
        and (put_off is None or occasion.day >= put_off)
        and concerned(occasion)
    )
    following = min(ahead, key=lambda occasion: occasion.day, default=None)
    return facts.working.opening(following.day) if following else None


def upcoming(facts: Facts, now: datetime, most: int = 4) -> tuple[datetime, ...]:
    """The next moments at which whoever lacks something is reminded, nearest first (UTC)."""
    days = (occasion.day for occasion in _planned(replace(facts, snoozed={}), COORDINATOR, now))
    openings = (facts.working.opening(day) for day in days)
    return tuple(sorted(opening for opening in openings if opening > now)[:most])


def concerning(facts: Facts, advisor: str | None, *, overdue: bool) -> tuple[OfficeFacts, ...]:
    """The incomplete offices that a digest is about: one's own, for the coordinator the rest.

    After the deadline the coordinator gets the same information as the Advisors (dor.po).
    """
    return tuple(
        office
        for office in facts.offices
        if office.missing and (office.advisor == advisor or (advisor is COORDINATOR and overdue))
    )


def _quiet(office: OfficeFacts, rhythm: Rhythm, now: datetime) -> bool:
    """Either side of its activity, since a clock may have been set back meanwhile."""
    return office.active_at is not None and abs(now - office.active_at) < rhythm.quiet


def _latest(facts: Facts, advisor: str | None, now: datetime) -> Occasion | None:
    """The last occasion that has come; none while this reader has put reminders off."""
    today = facts.working.local(now).date()
    put_off = facts.snoozed.get(advisor)
    if put_off is not None and today < put_off:
        return None
    past = [
        each for each in _planned(facts, advisor, now) if facts.working.opening(each.day) <= now
    ]
    return max(past, key=lambda occasion: occasion.day, default=None)


def _planned(facts: Facts, advisor: str | None, now: datetime) -> Iterator[Occasion]:
    """Every occasion of a reader, in the order in which a later one replaces an earlier one.

    Of two that fall on one day, as T-3 and T-1 before a long weekend, the later code holds, and
    that of a day to which this reader has put off holds before all.
    """
    put_off = facts.snoozed.get(advisor)
    first = facts.working.local(facts.since).date() if facts.since and facts.since <= now else None
    planned = (
        [
            each
            for each in _without_deadline(facts.working.local(now).date(), facts.working)
            if first is None or each.day > first
        ]
        if facts.deadline is None
        else [
            each
            for each in _around(facts.deadline, facts.rhythm, facts.working)
            if first is None or each.day >= first
        ]
    )
    if put_off is not None:
        day, code = facts.working.day_from(put_off), f"S{put_off}"
        overdue = facts.deadline is not None and day > facts.deadline
        planned.append(Occasion(code, day, code, overdue))
    by_day = {occasion.day: occasion for occasion in planned}
    yield from by_day.values()


def _around(deadline: date, rhythm: Rhythm, working: WorkingTime) -> Iterator[Occasion]:
    """T-14 … T-1, moved to the working day before; T+1 and weekly, moved to the one after."""
    for days in sorted(rhythm.before, reverse=True):
        day = working.day_until(deadline - days * DAY)
        yield Occasion(f"T-{days}", day, f"{deadline}:T-{days}")
    for week in range(FURTHEST):
        days = rhythm.after + week * rhythm.every
        day = working.day_from(deadline + days * DAY)
        yield Occasion(f"T+{days}", day, f"{deadline}:T+{days}", overdue=True)


def _without_deadline(today: date, working: WorkingTime) -> Iterator[Occasion]:
    """The first working day of this week and of the next."""
    monday = today - today.weekday() * DAY
    for first in (monday, monday + 7 * DAY):
        yield Occasion(week_of(first), working.day_from(first), week_of(first))
