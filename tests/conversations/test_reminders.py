"""The calendar of reminders, told day by day (domain.md §6)."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from holidays import country_holidays
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.reminders import (
    COORDINATOR,
    Facts,
    OfficeFacts,
    Reminder,
    Rhythm,
    current_keys,
    due,
    first_reminder,
    next_reminder,
    unsent,
    upcoming,
)
from conversations.submission import Missing
from conversations.working_time import WorkingTime, _is_holiday, is_working_day

WARSAW = ZoneInfo("Europe/Warsaw")
WORKING = WorkingTime(WARSAW)
HALINA, ANDRZEJ = "Halina Wrońska", "Andrzej Kmieć"
LACKING = (Missing.PLENIPOTENTIARY, Missing.APPROVAL)
WLODAWA = OfficeFacts(1, "Starostwo Powiatowe we Włodawie", HALINA, LACKING)
TERESPOL = OfficeFacts(2, "Urząd Miasta Terespol", HALINA, LACKING)
PULAWY = OfficeFacts(3, "Starostwo Powiatowe w Puławach", ANDRZEJ, LACKING)
ORPHAN = OfficeFacts(4, "Urząd Gminy Rejowiec", None, LACKING)
DEADLINE = date(2027, 1, 15)
"""A Friday. T-14 is New Year's Day, so the digest goes out on 30 December."""


def at(day: str, clock: str = "09:00") -> datetime:
    """A moment by the clock on the office's wall."""
    return datetime.combine(date.fromisoformat(day), time.fromisoformat(clock), WARSAW)


def facts(*offices: OfficeFacts, **changes: object) -> Facts:
    return replace(Facts(offices, WORKING, DEADLINE), **changes)  # type: ignore[arg-type]


def codes(reminders: tuple[Reminder, ...]) -> list[tuple[str | None, str]]:
    return [(each.advisor, each.occasion.code) for each in reminders]


def year_of(known: Facts, first: datetime, days: int, *, step: timedelta) -> list[Reminder]:
    """Look again and again, keeping what was sent, as a running program does."""
    told: list[Reminder] = []
    now = first
    while now < first + timedelta(days=days):
        for each in due(known, now):
            told.append(each)
            known = replace(known, sent=known.sent | {(each.advisor, each.occasion.key)})
        now += step
    return told


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2027-01-08", "T-7"),
        ("2027-01-12", "T-3"),
        ("2027-01-14", "T-1"),
        ("2027-01-18", "T+1"),
        ("2027-01-25", "T+8"),
        ("2027-02-01", "T+15"),
    ],
)
def test_an_advisor_is_reminded_on_the_planned_days(day: str, code: str) -> None:
    [reminder, *_] = due(facts(WLODAWA, TERESPOL), at(day))
    assert (reminder.advisor, reminder.occasion.code) == (HALINA, code)
    assert reminder.due_at == at(day, "08:30")
    assert reminder.offices == (WLODAWA, TERESPOL)


def test_new_years_day_moves_the_first_reminder_to_the_working_day_before() -> None:
    """31 December is a day on which offices stand empty."""
    known = facts(WLODAWA)
    assert due(known, at("2026-12-29")) == ()
    assert codes(due(known, at("2026-12-30"))) == [(HALINA, "T-14")]
    assert due(known, at("2027-01-01")) == ()


def test_a_reminder_after_the_deadline_moves_to_the_next_working_day() -> None:
    """The deadline is a Friday, so „the day after” is Monday."""
    told = year_of(facts(WLODAWA), at("2027-01-16"), 4, step=timedelta(hours=1))
    assert {each.occasion.day for each in told} == {date(2027, 1, 18)}


@pytest.mark.parametrize("clock", ["00:00", "08:29", "14:30", "23:59"])
def test_nobody_is_reminded_outside_office_hours(clock: str) -> None:
    assert due(facts(WLODAWA), at("2027-01-08", clock)) == ()


def test_outside_office_hours_a_digest_is_left_for_nobody_and_then_for_whom_it_is_due() -> None:
    known = facts(WLODAWA, PULAWY)
    assert unsent(known, [HALINA, ANDRZEJ], at("2027-01-08", "06:30")) == {}
    left = unsent(known, [HALINA], at("2027-01-08"))
    assert HALINA in left
    assert ANDRZEJ not in left


def test_whoever_was_told_or_has_put_off_has_nothing_left_to_be_sent() -> None:
    now = at("2027-01-08")
    assert unsent(facts(), [], at("2026-12-01")) == {}
    sent, put_off = frozenset({(HALINA, "2027-01-15:T-7")}), {ANDRZEJ: date(2027, 1, 9)}
    left = unsent(facts(sent=sent, snoozed=put_off), [HALINA, ANDRZEJ], now)
    assert {reader: occasion.code for reader, occasion in left.items()} == {COORDINATOR: "T-7"}


def test_what_was_missed_in_the_night_is_sent_when_offices_open() -> None:
    """A program that was down on Friday afternoon sends on Monday morning."""
    known = facts(WLODAWA)
    assert codes(due(known, at("2027-01-11", "08:30"))) == [(HALINA, "T-7")]


def test_after_a_long_silence_one_digest_comes_and_not_four() -> None:
    assert codes(due(facts(WLODAWA), at("2027-01-14"))) == [(HALINA, "T-1")]


def test_of_two_occasions_on_one_day_only_the_later_is_sent() -> None:
    """A deadline on Monday: T-3 is Friday, and T-1, a Sunday, moves to the same Friday."""
    known = facts(WLODAWA, deadline=date(2027, 1, 18))
    assert codes(due(known, at("2027-01-15"))) == [(HALINA, "T-1")]


def test_whoever_was_reminded_is_not_reminded_again_of_the_same_occasion() -> None:
    known = facts(WLODAWA)
    [first] = due(known, at("2027-01-08"))
    known = replace(known, sent=frozenset({(HALINA, first.occasion.key)}))
    assert due(known, at("2027-01-08", "10:00")) == ()


def test_a_moved_deadline_begins_its_own_calendar() -> None:
    known = facts(WLODAWA)
    [first] = due(known, at("2027-01-08"))
    sent = frozenset({(HALINA, first.occasion.key)})
    later = replace(known, sent=sent, deadline=date(2027, 2, 12))
    assert codes(due(later, at("2027-02-05"))) == [(HALINA, "T-7")]


def test_nobody_is_reminded_of_nothing() -> None:
    complete = replace(WLODAWA, missing=())
    assert due(facts(complete), at("2027-01-08")) == ()
    assert next_reminder(facts(complete), HALINA, at("2027-01-08")) is None


def test_an_office_that_has_just_done_something_is_left_in_peace_for_a_day() -> None:
    busy = replace(WLODAWA, active_at=at("2027-01-07", "15:00"))
    [reminder] = due(facts(busy, TERESPOL), at("2027-01-08"))
    assert reminder.offices == (TERESPOL,)
    assert due(facts(busy), at("2027-01-08", "14:29")) == ()
    assert codes(due(facts(busy), at("2027-01-11"))) == [(HALINA, "T-7")]
    until_now = replace(WLODAWA, active_at=at("2027-01-07"))
    assert due(facts(until_now), at("2027-01-08", "08:59")) == ()
    assert codes(due(facts(until_now), at("2027-01-08"))) == [(HALINA, "T-7")]


def test_what_has_no_advisor_is_told_to_the_coordinator() -> None:
    [reminder] = due(facts(ORPHAN), at("2027-01-08"))
    assert reminder.advisor is COORDINATOR
    assert reminder.offices == (ORPHAN,)


def test_after_the_deadline_the_coordinator_is_told_of_everybody() -> None:
    told = due(facts(WLODAWA, PULAWY, ORPHAN), at("2027-01-18"))
    assert [each.advisor for each in told] == [ANDRZEJ, HALINA, COORDINATOR]
    assert told[-1].offices == (WLODAWA, PULAWY, ORPHAN)


def test_put_off_until_tomorrow_comes_tomorrow() -> None:
    working_day = facts(WLODAWA, snoozed={HALINA: date(2027, 1, 13)})
    assert due(working_day, at("2027-01-12")) == ()
    assert codes(due(working_day, at("2027-01-13"))) == [(HALINA, "S2027-01-13")]
    known = facts(WLODAWA, snoozed={HALINA: date(2027, 1, 9)})
    assert due(known, at("2027-01-08")) == ()
    [reminder] = due(known, at("2027-01-11"))
    assert reminder.occasion.code == "S2027-01-09", "Saturday is no working day, Monday is"
    sent = replace(known, sent=frozenset({(HALINA, reminder.occasion.key)}))
    assert due(sent, at("2027-01-11", "10:00")) == ()
    assert codes(due(sent, at("2027-01-12"))) == [(HALINA, "T-3")]


@pytest.mark.parametrize(
    ("until", "deadline", "told"),
    [
        (date(2027, 1, 15), DEADLINE, (ORPHAN,)),
        (date(2027, 1, 16), DEADLINE, (WLODAWA, ORPHAN)),
        (date(2027, 1, 18), DEADLINE, (WLODAWA, ORPHAN)),
        (date(2027, 1, 18), None, (ORPHAN,)),
    ],
)
def test_what_the_coordinator_has_put_off_is_of_everybody_once_the_deadline_is_over(
    until: date, deadline: date | None, told: tuple[OfficeFacts, ...]
) -> None:
    known = facts(WLODAWA, ORPHAN, deadline=deadline, snoozed={COORDINATOR: until})
    now = facts().working.opening(until if until.weekday() < 5 else date(2027, 1, 18))
    [reminder] = [each for each in due(known, now) if each.advisor is COORDINATOR]
    assert (reminder.occasion.code, reminder.offices) == (f"S{until}", told)


@pytest.mark.parametrize(
    ("day", "changes", "key"),
    [
        ("2027-01-08", {}, "2027-01-15:T-7"),
        ("2027-01-25", {}, "2027-01-15:T+8"),
        ("2027-01-25", {"deadline": None}, "2027-W04"),
        ("2027-01-25", {"snoozed": {HALINA: date(2027, 1, 25)}}, "S2027-01-25"),
    ],
)
def test_a_digest_is_kept_by_a_key_that_a_newer_version_knows_too(
    day: str, changes: dict[str, object], key: str
) -> None:
    assert due(facts(WLODAWA, **changes), at(day))[0].occasion.key == key


def test_putting_off_is_one_advisors_own_affair() -> None:
    known = facts(WLODAWA, PULAWY, snoozed={HALINA: date(2027, 1, 20)})
    assert codes(due(known, at("2027-01-08"))) == [(ANDRZEJ, "T-7")]
    assert next_reminder(known, HALINA, at("2027-01-08")) == at("2027-01-20", "08:30")
    assert next_reminder(known, ANDRZEJ, at("2027-01-09")) == at("2027-01-11", "08:30")


def test_without_a_deadline_there_is_one_digest_a_week_and_nothing_is_overdue() -> None:
    told = year_of(facts(WLODAWA, deadline=None), at("2026-11-23"), 21, step=timedelta(hours=1))
    assert codes(tuple(told)) == [
        (HALINA, "2026-W48"),
        (HALINA, "2026-W49"),
        (HALINA, "2026-W50"),
    ]
    assert not any(each.occasion.overdue for each in told)


def test_the_next_reminder_is_known_beforehand() -> None:
    known = facts(WLODAWA)
    assert next_reminder(known, HALINA, at("2026-12-01")) == at("2026-12-30", "08:30")
    assert next_reminder(known, HALINA, at("2027-01-09")) == at("2027-01-11", "08:30")
    [now] = due(known, at("2027-01-12"))
    sent = replace(known, sent=frozenset({(HALINA, now.occasion.key)}))
    for clock in ("08:30", "09:30"):
        assert next_reminder(sent, HALINA, at("2027-01-12", clock)) == at("2027-01-14", "08:30")
    assert next_reminder(known, COORDINATOR, at("2026-12-01")) == at("2027-01-18", "08:30")


def test_summer_and_winter_open_at_the_same_hour_on_the_wall() -> None:
    known = facts(WLODAWA, deadline=date(2026, 10, 30), rhythm=Rhythm(before=(7, 4)))
    [summer] = due(known, at("2026-10-23"))
    [winter] = due(known, at("2026-10-26"))
    assert summer.due_at.astimezone(UTC).hour == 6
    assert winter.due_at.astimezone(UTC).hour == 7


@pytest.mark.parametrize(
    "day",
    [
        "2026-01-01", "2026-01-06", "2026-04-06", "2026-05-01", "2026-06-04", "2026-11-11",
        "2026-12-24", "2026-12-25", "2026-12-31", "2026-06-05", "2027-05-27", "2026-11-28",
        "2028-05-02", "2029-05-02",
    ],
)  # fmt: skip
def test_holidays_and_days_around_them_are_free(day: str) -> None:
    assert not is_working_day(date.fromisoformat(day))


def test_the_public_holidays_are_those_that_others_know() -> None:
    """A second opinion for as long as it has one; `holidays` is not in the product."""
    known = country_holidays("PL", years=range(2025, 2101))
    days = (date(2025, 1, 1) + timedelta(days=count) for count in range(75 * 365))
    told = {day for day in days if _is_holiday(day)}
    assert told == {day for day in known if day <= max(told)}


@pytest.mark.parametrize("year", [1598, 1693, 1761, 1818, 2285, 2353, 2437])
def test_easter_is_found_where_it_is_earliest_in_eight_centuries(year: int) -> None:
    """On 22 March, as every almanac has it: the day after is the Monday."""
    assert not is_working_day(date(year, 3, 23))
    assert is_working_day(date(year, 3, 24))


@pytest.mark.parametrize("year", [1666, 1734, 1886, 1943, 2038, 2190])
def test_easter_is_found_where_it_is_latest_in_six_centuries(year: int) -> None:
    """On 25 April."""
    assert not is_working_day(date(year, 4, 26))
    assert is_working_day(date(year, 4, 27))


@settings(max_examples=60, deadline=None)
@given(
    deadline=st.dates(date(2026, 9, 1), date(2027, 12, 31)),
    start=st.datetimes(datetime(2026, 8, 1), datetime(2027, 12, 1)),  # noqa: DTZ001
    step=st.integers(1, 72),
)
def test_whatever_the_calendar_one_digest_comes_per_advisor_and_occasion(
    deadline: date, start: datetime, step: int
) -> None:
    """Looked at every hour or every third day, over both changes of the clock."""
    known = facts(WLODAWA, PULAWY, ORPHAN, deadline=deadline)
    told = year_of(known, start.replace(tzinfo=UTC), 150, step=timedelta(hours=step))
    counted = Counter((each.advisor, each.occasion.key) for each in told)
    assert all(count == 1 for count in counted.values())
    for each in told:
        assert is_working_day(each.occasion.day)
        assert each.offices


def test_nobody_is_reminded_of_what_was_planned_before_the_first_table_came() -> None:
    """Taken over on a Thursday, a programme without a deadline is quiet until Monday."""
    thursday = at("2026-11-26", "11:00")
    new = facts(WLODAWA, deadline=None, since=thursday)
    assert due(new, at("2026-11-26", "11:01")) == due(new, at("2026-11-27")) == ()
    assert next_reminder(new, HALINA, thursday) == at("2026-11-30", "08:30")
    assert codes(due(new, at("2026-11-30"))) == [(HALINA, "2026-W49")]
    monday = facts(WLODAWA, deadline=None, since=at("2026-11-30", "08:00"))
    assert due(monday, at("2026-12-04")) == ()
    assert codes(due(monday, at("2026-12-07"))) == [(HALINA, "2026-W50")]
    early = at("2026-11-25")
    assert codes(due(new, early)) == [(HALINA, "2026-W48")], "asked about a day before that"


def test_a_planned_day_counts_on_the_day_of_the_first_table() -> None:
    noon = at("2027-01-08", "12:00")
    assert codes(due(facts(WLODAWA, since=noon), noon)) == [(HALINA, "T-7")]
    day_later = facts(WLODAWA, since=at("2027-01-11", "09:00"))
    assert due(day_later, at("2027-01-11", "10:00")) == ()
    assert codes(due(day_later, at("2027-01-12"))) == [(HALINA, "T-3")]


def test_the_moments_to_come_are_told_in_order_and_whoever_puts_off() -> None:
    put_off = facts(WLODAWA, snoozed={None: date(2027, 1, 11)})
    for clock in ("08:30", "09:00"):
        assert upcoming(put_off, at("2027-01-08", clock), most=3) == (
            at("2027-01-12", "08:30"),
            at("2027-01-14", "08:30"),
            at("2027-01-18", "08:30"),
        )


def test_nobody_is_reminded_of_a_deadline_that_is_long_forgotten() -> None:
    """Once a week for sixty weeks."""
    last = at("2028-03-06", "08:30")
    assert next_reminder(facts(WLODAWA), HALINA, last - timedelta(hours=1)) == last
    told = facts(WLODAWA, sent=frozenset({(HALINA, "2027-01-15:T+414")}))
    assert next_reminder(told, HALINA, last + timedelta(hours=1)) is None
    assert len(upcoming(facts(), at("2027-01-08"))) == 4
    assert upcoming(facts(), last) == ()


def test_the_first_of_several_advisors_is_whoever_is_reminded_soonest() -> None:
    now = at("2027-01-08", "09:00")
    others = facts(snoozed={HALINA: date(2027, 1, 20), ANDRZEJ: date(2027, 1, 18)})
    assert first_reminder(others, (), now) is None
    assert first_reminder(others, (HALINA,), now) == at("2027-01-20", "08:30")
    assert first_reminder(others, (HALINA, ANDRZEJ), now) == at("2027-01-18", "08:30")
    told = facts(sent=frozenset({(HALINA, "2027-01-15:T-7")}))
    assert first_reminder(told, (HALINA,), now) == at("2027-01-12", "08:30")
    assert first_reminder(told, (HALINA, ANDRZEJ), now) == now, "one waits for what is due"


def test_a_clock_set_back_does_not_disturb_an_office_that_was_just_at_work() -> None:
    active = replace(WLODAWA, active_at=at("2027-01-08", "09:50"))
    assert due(facts(active), at("2027-01-08", "09:00")) == ()


def test_only_what_may_be_due_now_is_asked_for_among_what_was_sent() -> None:
    known = facts(WLODAWA, PULAWY, snoozed={ANDRZEJ: date(2027, 1, 14)})
    keys = current_keys(known, at("2027-01-12"))
    assert keys == {each.occasion.key for each in due(known, at("2027-01-12"))}
    assert current_keys(facts(), at("2026-12-01")) == frozenset()
