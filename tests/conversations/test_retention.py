"""What is kept too long, by the facts and the moment (domain.md §4.4)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from conversations.retention import Ages, Expired, Kept, OfficeAge, expired
from conversations.settings import Key, Programme, SettingFault, read
from conversations.submission import Stage

NOW = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
WARSAW = ZoneInfo("Europe/Warsaw")
DAY = timedelta(days=1)


def office(days: float, stage: Stage = Stage.DRAFTING, warned: float | None = None) -> OfficeAge:
    return OfficeAge(7, 3, stage, NOW - days * DAY, None if warned is None else NOW - warned * DAY)


def look(
    *offices: OfficeAge, now: datetime = NOW, told: datetime | None = None, **kept: object
) -> Expired:
    return expired(Ages(offices, Kept(**kept), WARSAW, told), now)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("age", "warned", "warn", "goes"),
    [
        (22.9, None, False, False),
        (23, None, True, False),
        (40, None, True, False),
        (29.9, 6.9, False, False),
        (29.9, 7, False, False),
        (30, 6.9, False, False),
        (30, 7, False, True),
        (400, 300, False, True),
    ],
)
def test_a_draft_goes_after_thirty_idle_days_and_a_week_after_the_warning(
    age: float, warned: float | None, warn: bool, goes: bool
) -> None:
    found = look(office(age, warned=warned))
    assert (bool(found.warn_drafts), bool(found.drafts)) == (warn, goes)


@pytest.mark.parametrize("stage", [Stage.EMPTY, Stage.SUBMITTED, Stage.SETTLED])
def test_what_is_no_draft_or_waits_for_the_head_is_left_alone(stage: Stage) -> None:
    assert look(office(400, stage, warned=300)) == Expired()


def test_what_was_returned_is_a_draft() -> None:
    assert look(office(31, Stage.RETURNED, warned=8)).drafts == (7,)


END = date(2026, 12, 1)
GO = date(2027, 3, 1)
"""Ninety days later: the day of NOW."""


def test_lists_stay_while_the_project_has_no_end() -> None:
    assert look(office(400, Stage.SETTLED), now=NOW + 4000 * DAY) == Expired()


@pytest.mark.parametrize(
    ("days", "told_before", "tells", "go"),
    [
        (-15, None, None, False),
        (-14, None, GO, False),
        (-1, 13, None, False),
        (0, 14, None, True),
        (30, 44, None, True),
        (0, None, GO + 14 * DAY, False),
        (0, 13, None, False),
    ],
)
def test_lists_go_ninety_days_after_the_end_once_the_coordinator_was_told(
    days: int, told_before: int | None, tells: date | None, go: bool
) -> None:
    now = NOW + days * DAY
    told = None if told_before is None else now - told_before * DAY
    found = look(office(400, Stage.SETTLED), now=now, told=told, project_end=END)
    assert (found.lists_go_on, bool(found.lists)) == (tells, go)


def test_an_office_without_anybody_has_no_list() -> None:
    nobody = replace(office(1, Stage.EMPTY), holds_people=False)
    found = look(nobody, told=NOW - 20 * DAY, project_end=END)
    assert found == Expired(leaving=(7,)), "but accounts, which go at the end as well"
    assert look(nobody, project_end=END) == found
    assert look(nobody, project_end=END, now=NOW - DAY) == Expired()
    assert look(nobody, office(1), project_end=END).leaving == ()


def test_an_office_whose_list_goes_is_not_warned_of_its_draft() -> None:
    found = look(office(25), told=NOW - 20 * DAY, project_end=END)
    assert (found.lists, found.warn_drafts, found.drafts) == ((7,), (), ())


def test_the_day_is_the_offices_day() -> None:
    late = datetime(2027, 2, 28, 23, 30, tzinfo=UTC)
    found = look(office(1, Stage.SETTLED), now=late, told=late - 20 * DAY, project_end=END)
    assert found.lists == (7,)


def test_the_coordinator_sets_how_long_things_are_kept() -> None:
    kept: dict[str, str] = {
        Key.PROJECT_END: str(read(Key.PROJECT_END, "1 grudnia 2026", {})),
        Key.KEEP_DRAFTS: "60",
        Key.KEEP_LISTS: "365",
    }
    programme = Programme.of(kept)
    assert programme.kept == Kept(END, 60 * DAY, 365 * DAY, 30 * DAY)
    assert Programme.of({}).kept == Kept()


@pytest.mark.parametrize(
    ("key", "text"),
    [(Key.KEEP_DRAFTS, "7"), (Key.KEEP_LISTS, "14"), (Key.KEEP_SPENT, "0"), (Key.KEEP_LISTS, "-1")],
)
def test_nothing_is_kept_for_less_than_its_warning(key: Key, text: str) -> None:
    assert read(key, text, {}) is SettingFault.NOT_A_NUMBER
