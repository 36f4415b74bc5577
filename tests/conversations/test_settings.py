"""Settings as a coordinator types them, and what they then mean."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from conversations.limits import Block
from conversations.settings import (
    DEFAULTS,
    GROUPS,
    Key,
    LimitMode,
    Programme,
    SettingFault,
    group_of,
    read,
    switches,
)

WARSAW = ZoneInfo("Europe/Warsaw")


@pytest.mark.parametrize(
    ("key", "typed", "kept"),
    [
        (Key.DEADLINE, "2027-01-15", "2027-01-15"),
        (Key.DEADLINE, "15.01.2027", "2027-01-15"),
        (Key.DEADLINE, "do 15 stycznia 2027 r.", "2027-01-15"),
        (Key.DEADLINE, "brak", ""),
        *((Key.DEADLINE, typed, "") for typed in ("BRAK", "-", "–", "none", "")),
        (Key.LIMIT_MODE, "Exact", "exact"),
        (Key.LIMIT_MODE, "MAX", "max"),
        (Key.REMINDERS, "On", "on"),
        (Key.REMINDERS, "off", "off"),
        (Key.REMINDER_DAYS, "3, 10;1 10", "10,3,1"),
        (Key.REMINDER_OPENS, "9", "09:00"),
        (Key.REMINDER_OPENS, "7.30", "07:30"),
        (Key.REMINDER_DAYS, "7", "7"),
        (Key.REMINDER_DAYS, "007; 7 ,3", "7,3"),
        (Key.QUIET_HOURS, "0", "0"),
        (Key.REMINDER_EVERY, "07", "7"),
        (Key.FREE_DAYS, "2027-05-04; 3 maja 2027", "2027-05-03,2027-05-04"),
        (Key.FREE_DAYS, "2027-05-04, ; , 3 maja 2027,", "2027-05-03,2027-05-04"),
        (Key.ADMINISTRATOR, "x" * 300, "x" * 300),
        (
            Key.CONTACT,
            "  iso@example.org,  tel. 83 000 00 15 ",
            "iso@example.org, tel. 83 000 00 15",
        ),
    ],
)
def test_what_people_type_is_kept_in_one_form(key: Key, typed: str, kept: str) -> None:
    assert read(key, typed, {}) == kept
    assert read(key, kept, {}) == kept, "and is understood again"


@pytest.mark.parametrize(
    ("key", "typed", "fault"),
    [
        (Key.DEADLINE, "jutro", SettingFault.NOT_A_DATE),
        (Key.DEADLINE, "2027-02-30", SettingFault.NOT_A_DATE),
        (Key.LIMIT_MODE, "about", SettingFault.NOT_A_CHOICE),
        (Key.REMINDERS, "tak", SettingFault.NOT_A_CHOICE),
        (Key.REMINDER_DAYS, "tydzień", SettingFault.NOT_DAYS),
        (Key.REMINDER_DAYS, "0,3", SettingFault.NOT_DAYS),
        (Key.REMINDER_DAYS, "3, ٣", SettingFault.NOT_DAYS),
        (Key.REMINDER_DAYS, "3, 2.5", SettingFault.NOT_DAYS),
        (Key.REMINDER_DAYS, ", ;", SettingFault.NOT_DAYS),
        (Key.REMINDER_DAYS, "365", SettingFault.NOT_DAYS),
        (Key.REMINDER_OPENS, "25:00", SettingFault.NOT_A_TIME),
        (Key.REMINDER_OPENS, "rano", SettingFault.NOT_A_TIME),
        (Key.REMINDER_OPENS, "15:00", SettingFault.NEVER_OPEN),
        (Key.REMINDER_CLOSES, "8:30", SettingFault.NEVER_OPEN),
        (Key.QUIET_HOURS, "-1", SettingFault.NOT_A_NUMBER),
        (Key.QUIET_HOURS, "9" * 400, SettingFault.NOT_A_NUMBER),
        (Key.REMINDER_EVERY, "0", SettingFault.NOT_A_NUMBER),
        (Key.FREE_DAYS, "2027-05-04, kiedyś", SettingFault.NOT_A_DATE),
        (Key.ADMINISTRATOR, "x" * 301, SettingFault.TOO_LONG),
    ],
)
def test_what_is_no_value_is_refused_with_its_reason(
    key: Key, typed: str, fault: SettingFault
) -> None:
    assert read(key, typed, {}) is fault


@pytest.mark.parametrize(
    ("key", "least", "most"),
    [
        (Key.REMINDER_AFTER, 1, 30),
        (Key.REMINDER_EVERY, 1, 30),
        (Key.QUIET_HOURS, 0, 168),
        (Key.KEEP_DRAFTS, 8, 3650),
        (Key.KEEP_LISTS, 15, 3650),
        (Key.KEEP_SPENT, 8, 3650),
        (Key.REMINDER_DAYS, 1, 90),
    ],
)
def test_a_number_lies_between_its_least_and_its_most(key: Key, least: int, most: int) -> None:
    for kept in (least, most):
        assert read(key, f" {kept} ", {}) == str(kept)
    for typed in (str(least - 1), str(most + 1), "dwa", "2,5 x", "²", "٣", "2.5", "+2", "100000"):
        assert isinstance(read(key, typed, {}), SettingFault), typed


def test_hours_are_checked_against_those_that_are_set() -> None:
    assert read(Key.REMINDER_OPENS, "15:00", {"reminder_closes": "16:00"}) == "15:00"


def test_without_any_setting_the_defaults_hold() -> None:
    programme = Programme.of({})
    assert programme == Programme()
    assert programme.deadline is None
    assert programme.limit_mode is LimitMode.MAX
    assert not programme.overdue(datetime(2030, 1, 1, tzinfo=WARSAW), WARSAW)
    assert set(DEFAULTS) == set(Key)


def test_people_are_told_these_things_about_the_project_until_it_is_said_otherwise() -> None:
    programme = Programme()
    assert programme.project == "ISO 9001 w administracji samorządowej Polski Wschodniej"
    assert programme.standard == "ISO 9001"
    assert programme.recipients.startswith("lider projektu i partnerzy, ")
    assert programme.retention.startswith("do zakończenia projektu, ")
    assert programme.administrator == programme.contact == programme.inspector == ""


def test_a_deadline_or_a_training_is_something_for_a_calendar() -> None:
    assert not Programme().has_dates
    assert Programme.of({"deadline": "2027-01-15"}).has_dates
    training = Programme.of({"training_i": "2027-02-01,2027-02-02", "training_ii": "2027-03-01"})
    assert training.has_dates
    assert training.training == {
        Block.STEERING: (date(2027, 2, 1), date(2027, 2, 2)),
        Block.EDITORIAL: (date(2027, 3, 1),),
    }


def test_every_setting_stands_in_one_group_and_two_are_turned_by_a_button() -> None:
    assert sorted(key for keys in GROUPS.values() for key in keys) == sorted(Key)
    assert all(key in GROUPS[group_of(key)] for key in Key)
    assert switches() == {Key.REMINDERS: ("on", "off"), Key.LIMIT_MODE: ("max", "exact")}
    for key, values in switches().items():
        assert [read(key, value, {}) for value in values] == list(values)


def test_what_was_kept_gets_its_type() -> None:
    programme = Programme.of(
        {
            "deadline": "2027-01-15",
            "limit_mode": "exact",
            "reminders": "off",
            "reminder_days": "10,2",
            "quiet_hours": "48",
            "reminder_opens": "09:00",
            "free_days": "2027-01-08",
            "an_older_program_knew_this": "x",
        }
    )
    assert programme.deadline == date(2027, 1, 15)
    assert programme.limit_mode is LimitMode.EXACT
    assert not programme.reminders
    assert programme.rhythm.before == (10, 2)
    assert programme.rhythm.quiet == timedelta(hours=48)
    working = programme.working_time(WARSAW)
    assert working.opens == time(9)
    assert not working.works(date(2027, 1, 8))
    assert working.day_until(date(2027, 1, 8)) == date(2027, 1, 7)


def test_the_last_day_ends_at_midnight_where_the_offices_are() -> None:
    programme = Programme.of({"deadline": "2027-01-15"})
    assert not programme.overdue(datetime(2027, 1, 15, 23, 59, tzinfo=WARSAW), WARSAW)
    assert programme.overdue(datetime(2027, 1, 16, 0, 0, tzinfo=WARSAW), WARSAW)
