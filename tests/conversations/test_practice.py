"""Practice decides who may have an office of their own, and that nothing leaves it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from conversations import approval, lobby
from conversations.access import Grant, Role, Way, allowed
from conversations.enrolment import step
from conversations.events import Action, Asked, Command, Tapped
from conversations.limits import Block
from conversations.notes import NoteCode
from conversations.overview import Wanted, Which, look
from conversations.places import Home
from conversations.practice import Wish, practice_office
from conversations.retention import Ages, Kept, OfficeAge, expired
from conversations.submission import Stage, Submission
from conversations.talk import Talk
from conversations.team import Rule
from conversations.turn import Context, Practise

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
OFFICE = replace(practice_office("Przykładowo", "Wójt", "1"), id=9)
REAL = Grant(1, Role.SECRETARY, 3, "Rejowiec")
WEEK = timedelta(days=7)
PLAYED = (
    Grant(2, Role.HEAD, 9, "Przykładowo", practice=True),
    Grant(3, Role.SECRETARY, 9, "Przykładowo", practice=True),
)


@pytest.mark.parametrize("begins", [Tapped(Action.PRACTICE, "begin"), Asked(Command.PRACTICE)])
def test_whoever_works_for_an_office_gets_one_to_practise_with(begins: Tapped | Asked) -> None:
    turn = lobby.step(Talk(7, REAL), (REAL,), begins, 0)
    assert turn is not None
    assert turn.effects == (Practise(begins=True),)


def test_who_practises_already_goes_on_as_the_secretary_where_they_were() -> None:
    turn = lobby.step(Talk(7, REAL), (REAL, *PLAYED), Asked(Command.PRACTICE), 0)
    assert turn is not None
    assert (turn.talk.grant, turn.talk.place, turn.effects) == (PLAYED[1], Home(), ())


@pytest.mark.parametrize(("wish", "begins"), [(Wish.AGAIN, True), (Wish.END, False)])
def test_practice_begins_anew_and_ends_at_a_tap(wish: Wish, begins: bool) -> None:
    tap = Tapped(Action.PRACTICE, wish)
    turn = lobby.step(Talk(7, PLAYED[0]), (REAL, *PLAYED), tap, PLAYED[0].id)
    assert turn is not None
    assert turn.effects == (Practise(begins=begins),)


@pytest.mark.parametrize("wish", [Wish.AGAIN, Wish.END])
def test_where_nobody_practises_there_is_nothing_to_end(wish: Wish) -> None:
    turn = lobby.step(Talk(7, REAL), (REAL,), Tapped(Action.PRACTICE, wish), 0)
    assert turn is not None
    assert turn.talk.note is not None
    assert turn.talk.note.code is NoteCode.STALE


@pytest.mark.parametrize(
    "grant", [PLAYED[1], Grant(4, Role.ADVISOR, advisor="Lis"), Grant(5, Role.COORDINATOR)]
)
def test_nobody_practises_who_works_for_no_real_office(grant: Grant) -> None:
    grants = (grant,) if grant.practice else (grant, *PLAYED)
    turn = lobby.step(Talk(7, grant), grants, Tapped(Action.PRACTICE, "again"), 0)
    assert turn is not None
    assert turn.talk.note is not None
    assert turn.talk.note.code is NoteCode.NOT_ALLOWED
    assert turn.effects == ()


def test_an_office_for_practice_has_the_seats_of_most_offices() -> None:
    assert (OFFICE.seats(Block.STEERING), OFFICE.seats(Block.EDITORIAL)) == (8, 4)
    assert OFFICE.practice


def test_no_desk_may_look_at_an_office_for_practice_or_lists_it() -> None:
    for grant in (Grant(4, Role.ADVISOR, advisor="Lis"), Grant(5, Role.COORDINATOR)):
        assert not allowed(grant, Way.CARD, replace(OFFICE, advisor="Lis"))
    assert allowed(PLAYED[0], Way.CARD, OFFICE)
    listed = look([Submission(OFFICE)], Wanted(Which.ALL))
    assert (listed.overview.count, listed.found.submissions, listed.only) == (0, (), None)
    assert look([Submission(OFFICE)], Wanted(Which.NAMED, "Przykładowo")).found.submissions == ()


def test_nothing_is_asked_of_the_coordinator_and_nobody_is_invited() -> None:
    submission = Submission(OFFICE, stage=Stage.DRAFTING)
    assert approval.may_request(submission, Rule.R4) is NoteCode.PRACTICE_ALONE
    for action in (Action.INVITE, Action.ACCESS, Action.HAND_OVER_SURELY):
        tap, context = Tapped(action), Context(Role.HEAD, NOW)
        turn = step(Talk(7, PLAYED[0]), submission, tap, context)
        assert turn.talk.note is not None
        assert turn.talk.note.code is NoteCode.PRACTICE_ALONE
        assert turn.effects == ()


def test_an_office_for_practice_goes_when_nobody_has_touched_it_for_a_week() -> None:
    ages = Ages(
        (),
        Kept(),
        ZoneInfo("Europe/Warsaw"),
        practice=(
            OfficeAge(1, 3, Stage.SETTLED, NOW - WEEK),
            OfficeAge(2, 3, Stage.DRAFTING, NOW - WEEK + timedelta(seconds=1)),
        ),
    )
    found = expired(ages, NOW)
    assert found.practice == (1,)
    assert (found.drafts, found.warn_drafts, found.lists) == ((), (), ())
