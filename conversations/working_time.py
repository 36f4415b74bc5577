"""When offices work: days, hours and the time zone in which both are meant (domain.md §6).

Reminders are sent only within working time, so that nobody is disturbed in the evening or on a
holiday. Everything here takes and gives local dates or aware moments; nothing reads a clock.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """Hours of a working day, Monday to Friday, in one time zone."""

    zone: ZoneInfo
    opens: time = time(8, 30)
    closes: time = time(14, 30)
    free_days: frozenset[date] = frozenset()
    """Days that are free here beyond those of `is_working_day`."""

    def local(self, moment: datetime) -> datetime:
        """A moment as the offices' clocks show it."""
        return moment.astimezone(self.zone)

    def opening(self, day: date) -> datetime:
        """When a day's working time begins, in UTC.

        Counted from the local clock, so that it is 8:30 in summer and in winter.
        """
        return datetime.combine(day, self.opens, self.zone).astimezone(UTC)

    def is_open(self, moment: datetime) -> bool:
        """Whether offices work at this moment."""
        here = self.local(moment)
        return self.works(here.date()) and self.opens <= here.time() < self.closes

    def works(self, day: date) -> bool:
        """Whether offices are at work on this day."""
        return is_working_day(day) and day not in self.free_days

    def day_from(self, day: date) -> date:
        """This day, or the next working one."""
        while not self.works(day):
            day += DAY
        return day

    def day_until(self, day: date) -> date:
        """This day, or the last working one before it."""
        while not self.works(day):
            day -= DAY
        return day

    def next_opening(self, moment: datetime) -> datetime:
        """The moment itself where offices work then, else when they open next; in UTC."""
        if self.is_open(moment):
            return moment.astimezone(UTC)
        here = self.local(moment)
        later = here.date() if here.time() < self.opens else here.date() + DAY
        return self.opening(self.day_from(later))


def is_working_day(day: date) -> bool:
    """Whether offices are at work: no weekend, no public holiday, no day that bridges to one."""
    return day.weekday() < 5 and not _is_holiday(day) and not _is_soft(day)


def _is_soft(day: date) -> bool:
    """Days on which offices are open and empty: 2 May, 31 December, a Friday after a holiday."""
    if (day.month, day.day) in {(5, 2), (12, 31)}:
        return True
    return day.weekday() == 4 and _is_holiday(day - DAY)


def _is_holiday(day: date) -> bool:
    return (day.month, day.day) in _FIXED or (day - _easter(day.year)).days in _AFTER_EASTER


_FIXED = {
    *((1, 1), (1, 6), (5, 1), (5, 3), (8, 15)),
    *((11, 1), (11, 11), (12, 24), (12, 25), (12, 26)),
}
_AFTER_EASTER = (0, 1, 49, 60)
"""Public holidays: the law on days free from work of 18 January 1951, as it is since 2025."""


@cache
def _easter(year: int) -> date:
    """Easter Sunday (the Gregorian computus of Meeus, Jones and Butcher)."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    corrected = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + corrected + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def week_of(day: date) -> str:
    """The ISO week as „2026-W48”."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"
