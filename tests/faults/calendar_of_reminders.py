"""When whom digests must reach, said a second time: what the trial of two years is judged by.

Nothing of the product is used here, so that the same mistake is not made twice (domain.md §6).
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

WARSAW = ZoneInfo("Europe/Warsaw")
OPENS, CLOSES = time(8, 30), time(14, 30)
DAY = timedelta(days=1)
FIXED = {
    *((1, 1), (1, 6), (5, 1), (5, 3), (8, 15), (11, 1), (11, 11), (12, 24), (12, 25), (12, 26)),
}
COORDINATOR = ""
DIGEST, THANKS = "digest", "thanks"


def easter(year: int) -> date:
    """Easter Sunday (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    n = (h - m + r + 90) // 25
    return date(year, n, (h - m + r + n + 19) % 32)


def holiday(day: date) -> bool:
    moving = (day - easter(day.year)).days
    return (day.month, day.day) in FIXED or moving in {0, 1, 49, 60}


@cache
def works(day: date) -> bool:
    """Whether offices are at work: neither a weekend nor a holiday, nor a day that bridges."""
    bridge = day.weekday() == 4 and holiday(day - DAY)
    soft = (day.month, day.day) in {(5, 2), (12, 31)}
    return day.weekday() < 5 and not (holiday(day) or bridge or soft)


def is_open(moment: datetime) -> bool:
    here = moment.astimezone(WARSAW)
    return works(here.date()) and OPENS <= here.time() < CLOSES


def at(day: date, hour: time) -> datetime:
    """A moment by the clock on the wall, in UTC."""
    return datetime.combine(day, hour, WARSAW).astimezone(UTC)


def next_opening(moment: datetime) -> datetime:
    here = moment.astimezone(WARSAW)
    day = here.date() if here.time() < OPENS else here.date() + DAY
    return at(_moved(day, 1), OPENS)


def _moved(day: date, step: int) -> date:
    while not works(day):
        day += step * DAY
    return day


@cache
def plan(deadline: date | None, monday: date) -> tuple[tuple[date, str, bool], ...]:
    """Days, occasions, whether overdue: with a deadline all, without one that of this week."""
    planned: dict[date, tuple[str, bool]] = {}
    if deadline is None:
        year, week, _ = monday.isocalendar()
        planned[_moved(monday, 1)] = (f"{year}-W{week:02}", False)
    else:
        for days in (14, 7, 3, 1):
            planned[_moved(deadline - days * DAY, -1)] = (f"{deadline}:T-{days}", False)
        for days in range(1, 1 + 7 * 60, 7):
            planned[_moved(deadline + days * DAY, 1)] = (f"{deadline}:T+{days}", True)
    return tuple((day, *planned[day]) for day in sorted(planned))


@dataclass
class Office:
    id: int
    name: str
    advisor: str
    active_at: datetime | None = None
    complete: bool = False


@dataclass
class Expected:
    """What must have been created and have arrived, step by step as the trial goes on.

    `reads`: who has an account. `arrived` counts kinds by reader and local day.
    """

    offices: list[Office]
    reads: set[str]
    deadline: date | None = None
    created: set[tuple[str, str]] = field(default_factory=set)
    thanked: set[str] = field(default_factory=set)
    arrived: Counter[tuple[str, date, str]] = field(default_factory=Counter)
    waiting: list[tuple[str, str, datetime]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._of: dict[str, list[Office]] = {COORDINATOR: []}
        for office in self.offices:
            self._of.setdefault(office.advisor, []).append(office)

    def create(self, now: datetime) -> None:
        """Some process looks for what is due."""
        if not is_open(now):
            return
        today = now.astimezone(WARSAW).date()
        monday = today - today.weekday() * DAY
        past = [each for each in plan(self.deadline, monday) if at(each[0], OPENS) <= now]
        for reader, own in self._of.items():
            if past:
                self._create(reader, own, *past[-1][1:], now)
            finished = own and all(office.complete for office in own)
            if finished and reader != COORDINATOR and reader not in self.thanked:
                self.thanked.add(reader)
                self._post(reader, THANKS, now)

    def _create(
        self, reader: str, own: list[Office], key: str, overdue: bool, now: datetime
    ) -> None:
        about = self.offices if overdue and reader == COORDINATOR else own
        if (reader, key) not in self.created and any(_lacks(office, now) for office in about):
            self.created.add((reader, key))
            self._post(reader, DIGEST, now)

    def _post(self, reader: str, kind: str, now: datetime) -> None:
        if reader in self.reads:
            self.waiting.append((reader, kind, now))

    def deliver(self, now: datetime) -> None:
        """Every process sends what may leave."""
        left = []
        for reader, kind, due in self.waiting:
            if due > now:
                left.append((reader, kind, due))
            elif is_open(now):
                self.arrived[reader, now.astimezone(WARSAW).date(), kind] += 1
            else:
                left.append((reader, kind, next_opening(now)))
        self.waiting = left


def _lacks(office: Office, now: datetime) -> bool:
    active = office.active_at
    return not office.complete and (active is None or abs(now - active) >= DAY)
