"""Reminders over a real store: created once, posted to whom they concern, put off, passed on."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import text

from bot import clock, reminders, screens, turn, views
from bot.effects.programme import change_setting
from bot.inbound import Inbound
from bot.words import Words
from conversations.access import Grant, Role
from conversations.events import Action, Asked, Command, Event, Said, Tapped
from conversations.notes import NoteCode
from conversations.places.desk import Setting
from conversations.settings import Group, Key
from conversations.submission import Approval, Decider, Stage
from conversations.working_time import is_working_day
from storage import offices, settings, submissions, talks
from storage import reminders as kept
from storage.database import Connection, Database
from tests.storage.stock import ANNA, comes_in, import_offices, loaded, row, whole_team

HALINA, ANDRZEJ = "Halina Wrońska", "Andrzej Kmieć"
WLODAWA, TERESPOL, PULAWY, REJOWIEC = (
    "Starostwo Powiatowe we Włodawie",
    "Urząd Miasta Terespol",
    "Starostwo Powiatowe w Puławach",
    "Urząd Gminy Rejowiec",
)
HALINA_IS, ANDRZEJ_IS, COORDINATOR_IS, HEAD_IS = 101, 102, 103, 104
T_7 = datetime(2027, 1, 8, 8, 0, tzinfo=UTC)
"""A Friday, 9:00 in Warsaw, a week before the deadline."""


@pytest.fixture
def programme(database: Database) -> Database:
    """Four offices, one without an Advisor, and a deadline: nobody is in yet."""
    import_offices(
        database,
        row(WLODAWA, advisor=HALINA),
        row(TERESPOL, advisor=HALINA),
        row(PULAWY, advisor=ANDRZEJ),
        replace(row(REJOWIEC), advisor=None),
    )
    database.write(lambda c: settings.put(c, "deadline", "2027-01-15"))
    return database


def create(database: Database, at: datetime) -> list[tuple[str | None, str]]:
    """What one look at this moment creates."""
    made = database.write(lambda c: reminders.create(c, at, at))
    return [(each.advisor, each.occasion.code) for each in made]


def posted(database: Database, code: str = "digest") -> list[tuple[int, dict[str, Any]]]:
    query = text("SELECT person_id, content FROM letter WHERE code = :code ORDER BY person_id, id")
    rows = database.read(lambda c: c.execute(query, {"code": code}).all())
    return [(person_id, json.loads(content)) for person_id, content in rows]


def everybody_is_in(database: Database) -> dict[int, Grant]:
    return {
        HALINA_IS: comes_in(database, HALINA_IS, Role.ADVISOR, advisor=HALINA),
        ANDRZEJ_IS: comes_in(database, ANDRZEJ_IS, Role.ADVISOR, advisor=ANDRZEJ),
        COORDINATOR_IS: comes_in(database, COORDINATOR_IS, Role.COORDINATOR),
        HEAD_IS: comes_in(database, HEAD_IS, Role.HEAD, office_id=1),
    }


_updates = iter(range(1, 1_000_000))


def does(database: Database, grant: Grant, person_id: int, event: Event, at: datetime) -> None:
    inbound = Inbound(next(_updates), person_id, "Ktoś", event, grant.id)
    database.write(lambda c: turn.take(c, inbound, at))


def completes(database: Database, office_id: int) -> None:
    """An office's whole team is approved."""
    before, team = loaded(database, office_id), whole_team()
    done = replace(
        before, stage=Stage.SETTLED, team=team, approval=Approval(team, T_7, Decider.HEAD)
    )
    database.write(lambda c: submissions.save(c, before, done, actor=None, now=T_7))


def note_of(database: Database, person_id: int) -> tuple[NoteCode, dict[str, Any]]:
    note = database.read(lambda c: talks.load(c, person_id, lock=False)).talk.note
    assert note is not None
    return note.code, dict(note.values)


@contextmanager
def it_is(moment: datetime) -> Iterator[None]:
    with clock.following(lambda: moment):
        yield


# --- Created ------------------------------------------------------------------------------------


def test_each_reader_hears_of_their_own_offices_in_ids_alone(programme: Database) -> None:
    everybody_is_in(programme)
    assert create(programme, T_7) == [(ANDRZEJ, "T-7"), (HALINA, "T-7"), (None, "T-7")]
    letters = posted(programme)
    about = [(person_id, values["offices"]) for person_id, values in letters]
    assert about == [(HALINA_IS, "1,2"), (ANDRZEJ_IS, "3"), (COORDINATOR_IS, "4")]
    assert not any(name in json.dumps(letters) for name in (HALINA, "Wrońska", WLODAWA))


def test_after_the_deadline_the_coordinator_hears_of_all(programme: Database) -> None:
    everybody_is_in(programme)
    create(programme, datetime(2027, 1, 18, 8, 0, tzinfo=UTC))
    assert dict(posted(programme))[COORDINATOR_IS]["offices"] == "1,2,3,4"


def test_a_digest_is_created_once_whatever_restarts(programme: Database) -> None:
    everybody_is_in(programme)
    assert len(create(programme, T_7)) == 3
    again = Database(programme._url.render_as_string(hide_password=False))
    try:
        assert create(again, T_7 + timedelta(hours=1)) == []
    finally:
        again.close()
    assert len(posted(programme)) == 3


def test_of_three_processes_on_one_database_one_creates_each_digest(
    programme: Database, database_url: str
) -> None:
    """Each has connections of its own, and they begin together."""
    everybody_is_in(programme)
    processes = [Database(database_url) for _ in range(3)]
    for day in (8, 12, 14, 18, 25):
        moment, gate = T_7.replace(day=day), Barrier(3)

        def look(
            process: Database, gate: Barrier = gate, moment: datetime = moment
        ) -> Sequence[tuple[str | None, str]]:
            gate.wait()
            return create(process, moment)

        with ThreadPoolExecutor(3) as pool:
            made = [each for found in pool.map(look, processes) for each in found]
        assert len(made) == len(set(made)) == 3, made
    for process in processes:
        process.close()
    assert Counter(person_id for person_id, _ in posted(programme)) == {
        HALINA_IS: 5,
        ANDRZEJ_IS: 5,
        COORDINATOR_IS: 5,
    }


def test_two_months_with_clocks_that_jump_and_a_program_that_stands_still(
    sqlite: Database,
) -> None:
    """A look an hour, the clock an hour ahead and back, three days of silence; both clock changes
    are in tests/conversations/test_reminders.py, over two years."""
    import_offices(sqlite, row(WLODAWA, advisor=HALINA))
    sqlite.write(lambda c: settings.put(c, "deadline", "2027-03-26"))
    warsaw = clock.zone()
    told, now = list[tuple[str | None, str]](), datetime(2027, 3, 10, 0, 10, tzinfo=UTC)
    while now < datetime(2027, 4, 20, tzinfo=UTC):
        silent = date(2027, 3, 19) <= now.date() <= date(2027, 3, 21)
        for moment in () if silent else (now, now + timedelta(hours=1), now - timedelta(hours=1)):
            made = create(sqlite, moment)
            here = moment.astimezone(warsaw)
            assert not made or (is_working_day(here.date()) and 8 <= here.hour < 15), here
            told += made
        now += timedelta(hours=1)
    advisors = [code for advisor, code in told if advisor]
    assert advisors == ["T-14", "T-7", "T-3", "T-1", "T+1", "T+8", "T+15", "T+22"]
    assert len(set(told)) == len(told)


def test_nobody_is_reminded_of_a_complete_closed_or_practice_office(programme: Database) -> None:
    everybody_is_in(programme)
    completes(programme, 3)
    programme.write(lambda c: offices.set_closed(c, 4, True, T_7))
    programme.write(lambda c: c.execute(text("UPDATE office SET practice = true WHERE id = 2")))
    assert create(programme, T_7) == [(HALINA, "T-7")]
    assert [values["offices"] for _, values in posted(programme)] == ["1"]


def test_an_office_that_has_just_done_something_is_left_in_peace_for_a_day(
    programme: Database,
) -> None:
    """Whether it was the card that its head opened or the submission that they changed."""
    grants = everybody_is_in(programme)
    does(programme, grants[HEAD_IS], HEAD_IS, Tapped(Action.OPEN), T_7 - timedelta(hours=2))
    [found] = [
        e for e in programme.write(lambda c: reminders.due_now(c, T_7)) if e.advisor == HALINA
    ]
    assert [office.name for office in found.offices] == [TERESPOL]
    later = T_7 + timedelta(days=4)
    [found] = [
        e for e in programme.read(lambda c: reminders.due_now(c, later)) if e.advisor == HALINA
    ]
    assert [office.name for office in found.offices] == [WLODAWA, TERESPOL]


def test_an_advisor_who_decides_about_an_office_is_no_activity_of_the_office(
    programme: Database,
) -> None:
    before = loaded(programme, 1)
    drafted = before.with_team(before.team.add(ANNA))
    programme.write(lambda c: submissions.save(c, before, drafted, actor=HALINA_IS, now=T_7))
    assert programme.read(lambda c: kept.activity(c, {1})) == {}
    comes_in(programme, HEAD_IS, Role.HEAD, office_id=1)
    again = loaded(programme, 1)
    programme.write(
        lambda c: submissions.save(c, again, again.with_team(before.team), actor=HEAD_IS, now=T_7)
    )
    assert programme.read(lambda c: kept.activity(c, {1})) == {1: T_7}
    assert programme.read(lambda c: kept.activity(c, {2})) == {}
    assert programme.read(lambda c: kept.activity(c, range(1_000))) == {1: T_7}


def test_switched_off_there_are_none(programme: Database) -> None:
    programme.write(lambda c: settings.put(c, "reminders", "off"))
    assert create(programme, T_7) == []


# --- The buttons --------------------------------------------------------------------------------


def test_an_advisor_puts_off_and_is_reminded_on_that_day(programme: Database) -> None:
    grants = everybody_is_in(programme)
    does(programme, grants[HALINA_IS], HALINA_IS, Tapped(Action.SNOOZE, "3"), T_7)
    assert note_of(programme, HALINA_IS) == (NoteCode.SNOOZED, {"day": "2027-01-11"})
    assert create(programme, T_7) == [(ANDRZEJ, "T-7"), (None, "T-7")]
    assert create(programme, T_7.replace(day=11)) == [(HALINA, "S2027-01-11")]
    assert create(programme, T_7.replace(day=12)) == [
        (ANDRZEJ, "T-3"),
        (HALINA, "T-3"),
        (None, "T-3"),
    ]


@pytest.mark.parametrize("argument", ["0", "2", "999999999", "-1", "forged"])
def test_a_forged_putting_off_puts_nothing_off(programme: Database, argument: str) -> None:
    grants = everybody_is_in(programme)
    does(programme, grants[HALINA_IS], HALINA_IS, Tapped(Action.SNOOZE, argument), T_7)
    assert note_of(programme, HALINA_IS)[0] is NoteCode.STALE
    assert programme.read(kept.snoozed) == {}


def test_an_advisor_reminds_the_own_offices_once_a_day(programme: Database) -> None:
    grants = everybody_is_in(programme)
    tap = Tapped(Action.NUDGE)
    does(programme, grants[HALINA_IS], HALINA_IS, tap, T_7)
    assert note_of(programme, HALINA_IS) == (
        NoteCode.NUDGED,
        {"count": 1, "before": 0, "nobody": 1, "rest": 0, "offices": TERESPOL},
    )
    assert posted(programme, "nudge") == [(HEAD_IS, {})]
    does(programme, grants[HALINA_IS], HALINA_IS, tap, T_7 + timedelta(hours=3))
    assert note_of(programme, HALINA_IS)[1]["before"] == 1
    assert len(posted(programme, "nudge")) == 1
    does(programme, grants[HALINA_IS], HALINA_IS, tap, T_7 + timedelta(days=1))
    assert len(posted(programme, "nudge")) == 2


def test_nobody_reminds_the_offices_of_another(programme: Database) -> None:
    grants = everybody_is_in(programme)
    does(programme, grants[ANDRZEJ_IS], ANDRZEJ_IS, Tapped(Action.NUDGE), T_7)
    does(programme, grants[COORDINATOR_IS], COORDINATOR_IS, Tapped(Action.NUDGE), T_7)
    assert posted(programme, "nudge") == []
    for action in (Action.NUDGE, Action.SNOOZE, Action.SETTING):
        does(programme, grants[HEAD_IS], HEAD_IS, Tapped(action, "1"), T_7)
        assert note_of(programme, HEAD_IS)[0] is NoteCode.NOT_ALLOWED
    does(programme, grants[HALINA_IS], HALINA_IS, Tapped(Action.SETTING, "reminders=off"), T_7)
    assert note_of(programme, HALINA_IS)[0] is NoteCode.NOT_ALLOWED
    late = T_7 + timedelta(days=14)
    does(programme, grants[COORDINATOR_IS], COORDINATOR_IS, Tapped(Action.NUDGE), late)
    assert [person for person, _ in posted(programme, "nudge")] == [HEAD_IS]


def test_a_digest_leaves_out_what_was_completed_and_goes_to_nobody_who_lost_the_role(
    programme: Database,
) -> None:
    everybody_is_in(programme)
    create(programme, T_7)
    [values] = [values for person, values in posted(programme) if person == HALINA_IS]

    def shown() -> list[str] | None:
        found = programme.read(lambda c: reminders.digest(c, HALINA_IS, values, T_7))
        return [each.office.name for each in found[0].lacking] if found else None

    assert shown() == [WLODAWA, TERESPOL]
    programme.write(lambda c: offices.set_closed(c, 1, True, T_7))
    assert shown() == [TERESPOL]
    values["offices"] = "1"
    assert shown() == [TERESPOL], "no thanks while anything is missing"
    programme.write(lambda c: c.execute(text("UPDATE access_grant SET revoked_at = given_at")))
    assert shown() is None


# --- What desks see -----------------------------------------------------------------------------


def test_the_status_tells_the_next_reminder_and_whom_none_reaches(programme: Database) -> None:
    grants = {
        HALINA_IS: comes_in(programme, HALINA_IS, Role.ADVISOR, advisor=HALINA),
        COORDINATOR_IS: comes_in(programme, COORDINATOR_IS, Role.COORDINATOR),
    }
    create(programme, T_7)
    with it_is(T_7 + timedelta(days=1)):
        for person in (HALINA_IS, COORDINATOR_IS):
            does(programme, grants[person], person, Asked(Command.STATUS), clock.now())
        view, _ = programme.read(lambda c: views.load(c, HALINA_IS, clock.now()))
        assert view.upcoming is not None
        assert view.upcoming.at == datetime(2027, 1, 12, 7, 30, tzinfo=UTC)
        assert view.upcoming.unreachable == ()
        view, _ = programme.read(lambda c: views.load(c, COORDINATOR_IS, clock.now()))
        assert view.upcoming is not None
        assert view.upcoming.unreachable == (ANDRZEJ,)
        programme.write(lambda c: talks.blocked(c, HALINA_IS, True))
        view, _ = programme.read(lambda c: views.load(c, COORDINATOR_IS, clock.now()))
        assert view.upcoming is not None
        assert view.upcoming.unreachable == (ANDRZEJ, HALINA)
        assert view.upcoming.unreachable_beyond == 0
        import_offices(programme, *(row(f"Urząd Gminy {n}", advisor=n) for n in "ABCDE"))
        view, _ = programme.read(lambda c: views.load(c, COORDINATOR_IS, clock.now()))
        assert view.upcoming is not None
        assert view.upcoming.unreachable == ("A", ANDRZEJ)
        assert view.upcoming.unreachable_beyond == 5


def test_the_coordinator_is_told_of_a_reminder_only_where_an_advisor_will_get_one(
    programme: Database,
) -> None:
    """Who lacks something, is in and when they put it off to decides, not the programme's days."""
    coordinator = comes_in(programme, COORDINATOR_IS, Role.COORDINATOR)
    does(programme, coordinator, COORDINATOR_IS, Asked(Command.STATUS), T_7)

    def told() -> str | None:
        with it_is(T_7 + timedelta(hours=1)):
            view, _ = programme.read(lambda c: views.load(c, COORDINATOR_IS, clock.now()))
        shown = screens.draw(view, Words("pl")).text
        return next((line for line in shown.splitlines() if "dla Doradców" in line), None)

    def promised(day: str) -> str:
        return f"Następne przypomnienie dla Doradców: {day} 2027 r., godz. 8:30"

    assert told() is None, "nobody is in"
    grants = {
        HALINA_IS: comes_in(programme, HALINA_IS, Role.ADVISOR, advisor=HALINA),
        ANDRZEJ_IS: comes_in(programme, ANDRZEJ_IS, Role.ADVISOR, advisor=ANDRZEJ),
    }
    for person, grant in grants.items():
        does(programme, grant, person, Asked(Command.STATUS), T_7)
    assert told() == promised("8 stycznia").replace("8:30", "10:00"), "not sent yet"
    create(programme, T_7)
    assert told() == promised("12 stycznia")
    programme.write(lambda c: reminders.put_off(c, grants[HALINA_IS], 10, None, T_7))
    assert told() == promised("12 stycznia"), "the other has not put it off"
    programme.write(lambda c: reminders.put_off(c, grants[ANDRZEJ_IS], 12, None, T_7))
    assert told() == promised("18 stycznia"), "both have"
    programme.write(lambda c: talks.blocked(c, HALINA_IS, True))
    assert told() == promised("20 stycznia"), "Andrzej alone is reached"
    completes(programme, 3)
    assert told() is None, "he lacks nothing, and one office has no Advisor"
    programme.write(lambda c: talks.blocked(c, HALINA_IS, False))
    assert told() == promised("18 stycznia")
    programme.write(lambda c: settings.put(c, "reminders", "off"))
    assert told() is None


def test_the_coordinator_sets_the_deadline_in_words_and_switches_reminders_off(
    programme: Database,
) -> None:
    grant = comes_in(programme, COORDINATOR_IS, Role.COORDINATOR)

    def do(event: Event) -> None:
        does(programme, grant, COORDINATOR_IS, event, T_7)

    do(Asked(Command.SETTINGS))
    do(Tapped(Action.SETTING, "deadline"))
    do(Said("kiedyś"))
    assert note_of(programme, COORDINATOR_IS) == (
        NoteCode.SETTING_UNREADABLE,
        {"reason": "not-a-date"},
    )
    do(Said("31 marca 2027 r."))
    assert programme.read(lambda c: settings.get(c, "deadline")) == "2027-01-15", "only shown"
    do(Tapped(Action.SETTING_KEEP))
    assert programme.read(lambda c: settings.get(c, "deadline")) == "2027-03-31"
    do(Tapped(Action.SETTING, "reminders=off"))
    do(Tapped(Action.SETTING, "reminders=off"))
    assert programme.read(settings.everything) == {"deadline": "2027-03-31", "reminders": "off"}
    do(Tapped(Action.SETTING, "limit_mode=never"))
    do(Tapped(Action.SETTING, "reminders=sometimes"))
    assert programme.read(settings.everything) == {"deadline": "2027-03-31", "reminders": "off"}
    view, _ = programme.read(lambda c: views.load(c, COORDINATOR_IS, T_7))
    assert view.talk.place == Setting(group=Group.RHYTHM)
    assert view.upcoming is not None
    assert view.upcoming.planned == ()


def test_another_deadline_makes_the_cards_that_tell_it_lag(programme: Database) -> None:
    grants = everybody_is_in(programme)

    def lagging_after(typed: str) -> set[int]:
        def work(connection: Connection) -> set[int]:
            connection.execute(text("UPDATE card SET message_id = 1, drawn = wanted"))
            connection.execute(text("UPDATE card SET drawer = NULL, held_until = NULL"))
            change_setting(connection, Key.DEADLINE, typed, by=HEAD_IS, now=T_7)
            return set(talks.claim_stale(connection, talks.Claim(clock.now())))

        return programme.write(work)

    for person, grant in grants.items():
        does(programme, grant, person, Tapped(Action.OPEN), T_7)
    assert lagging_after("wkrótce") == set()
    assert lagging_after("2027-01-15") == set()
    assert lagging_after("22 stycznia 2027") == set(grants) - {HEAD_IS}
