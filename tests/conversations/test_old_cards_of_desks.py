"""What is pressed or typed on a card that is not the one it belongs to: said, and nothing done."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from conversations import desk, lobby
from conversations.access import Grant, OfficeHolder, Role, advisor_code
from conversations.desk.closing import argument_of
from conversations.events import Action, Event, Said, Tapped
from conversations.notes import NoteCode
from conversations.people import Person
from conversations.places import Home, Place
from conversations.places.desk import (
    Announcing,
    ClosingLists,
    InvitingByFile,
    NamingStandIn,
    Recipients,
    Setting,
)
from conversations.places.enrolment import Summary
from conversations.places.office import MarkingAttendance, ViewingHistory, ViewingOffice
from conversations.settings import Group, Key
from conversations.submission import Approval, Decider, Office, Stage, Submission
from conversations.talk import Talk
from conversations.team import Seat, Team
from conversations.turn import Context, Turn

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
OFFICE = Office(7, "Urząd Gminy Rejowiec", "Wójt", "Halina Wrońska", 8, 4)
TEAM = Team().add(Person("Anna", "Lis", position="Sekretarz"), Seat.EDITORIAL)
DRAFT = Submission(OFFICE, 3, Stage.DRAFTING)
WRITTEN = Announcing("Spotkanie w piątek", Recipients.OFFICES)


def sits(place: Place, event: Event, submission: Submission = DRAFT) -> Turn:
    talk = Talk(1, Grant(1, Role.COORDINATOR), place)
    return desk.step(talk, submission, event, Context(Role.COORDINATOR, NOW))


@pytest.mark.parametrize(
    ("place", "event"),
    [
        (WRITTEN, Tapped(Action.ANNOUNCE_SURELY, "another text")),
        (Announcing("Spotkanie"), Tapped(Action.ANNOUNCE_SURELY, "")),
        (Home(), Tapped(Action.ANNOUNCE, "offices")),
        (WRITTEN, Tapped(Action.ANNOUNCE, "everybody who is not there")),
        (InvitingByFile(), Tapped(Action.INVITE_BY_FILE, "pdf")),
        (Home(), Tapped(Action.INVITE_BY_FILE, "xlsx")),
        (Home(), Tapped(Action.SETTING_KEEP)),
        (Setting(Key.DEADLINE, Group.DATES), Tapped(Action.SETTING_KEEP)),
        (Setting(), Tapped(Action.SETTING, "colour")),
        (Setting(), Tapped(Action.SETTING, "deadline=2027-01-15")),
    ],
)
def test_a_button_of_another_card_is_out_of_date_and_does_nothing(
    place: Place, event: Tapped
) -> None:
    turn = sits(place, event)
    assert turn.talk.note is not None
    assert turn.talk.note.code is NoteCode.STALE
    assert turn.talk.place == place
    assert not turn.effects


@pytest.mark.parametrize("place", [Setting(), ClosingLists(closing=True), Announcing(bulk_id=4)])
def test_words_where_none_are_asked_for_are_not_understood(place: Place) -> None:
    turn = sits(place, Said("coś zupełnie innego"))
    assert turn.talk.note is not None
    assert turn.talk.note.code is NoteCode.NOT_UNDERSTOOD
    assert turn.talk.place == place


def test_long_lists_are_paged_where_they_stand() -> None:
    assert sits(NamingStandIn(7), Tapped(Action.PAGE, "2")).talk.place == NamingStandIn(7, page=2)
    assert sits(ViewingHistory(7), Tapped(Action.PAGE, "2")).talk.place == ViewingHistory(7, 2)


def test_attendance_is_of_an_approved_team_also_when_it_is_typed() -> None:
    turn = sits(MarkingAttendance(7), Said("1 2"))
    assert turn.talk.note is not None
    assert turn.talk.note.code is NoteCode.NO_TEAM_YET
    assert turn.submission == DRAFT


def test_one_office_is_closed_and_opened_again_from_its_card() -> None:
    closed = sits(ViewingOffice(7), Tapped(Action.CLOSE, "7", 3))
    assert closed.submission is not None
    assert closed.submission.office.closed
    opened = sits(ViewingOffice(7), Tapped(Action.REOPEN, "7", 3), closed.submission)
    assert opened.submission == DRAFT


@pytest.mark.parametrize(
    "place",
    [
        ClosingLists(True, "*"),
        ClosingLists(False),
        ClosingLists(True, f"a{advisor_code('Halina Wrońska')}"),
    ],
)
def test_a_button_that_leads_to_many_lists_comes_to_the_same_card(place: ClosingLists) -> None:
    led = sits(Home(), Tapped(Action.CLOSING, argument_of(place))).talk.place
    assert led == place


def test_a_head_takes_away_what_others_hold_for_the_office_and_never_the_own_role() -> None:
    head = Grant(1, Role.HEAD, 7)
    assert not OfficeHolder(head, "Jan").revocable
    assert OfficeHolder(Grant(2, Role.SECRETARY, 7), "Ewa").revocable
    assert OfficeHolder(replace(head, valid_until=NOW), "Zastępca").revocable


APPROVED = replace(DRAFT, stage=Stage.SETTLED, approval=Approval(TEAM, NOW, Decider.HEAD))


def test_a_mark_of_attendance_that_says_nothing_new_is_no_mark() -> None:
    marked = sits(MarkingAttendance(7), Said("1"), APPROVED).submission
    assert marked is not None
    again = sits(MarkingAttendance(7), Said("1"), marked)
    assert again.talk.note is not None
    assert again.talk.note.code is NoteCode.NOTHING_CHANGED
    assert again.submission == marked


@pytest.mark.parametrize(
    ("event", "place"),
    [
        (Tapped(Action.ANNOUNCE, "t12"), Announcing(bulk_id=12)),
        (Tapped(Action.ANNOUNCE), Announcing()),
        (Tapped(Action.INVITE_BY_FILE), InvitingByFile()),
        (Tapped(Action.SETTING, "dates"), Setting(group=Group.DATES)),
        (Tapped(Action.SETTING, "deadline"), Setting(Key.DEADLINE, Group.DATES)),
    ],
)
def test_a_button_that_leads_to_a_card_opens_it_from_anywhere(event: Tapped, place: Place) -> None:
    turn = sits(Home(), event)
    assert turn.talk.place == place
    assert turn.talk.note is None
    assert not turn.effects


def test_what_is_typed_over_the_history_of_a_desk_looks_for_an_office() -> None:
    assert sits(ViewingHistory(7), Said("Chełm")).talk.place == Home(query="Chełm")


@pytest.mark.parametrize("grants", [(), (Grant(5, Role.ADVISOR, advisor="Halina Wrońska"),)])
def test_a_letters_button_for_an_office_serves_only_who_speaks_for_it(
    grants: tuple[Grant, ...],
) -> None:
    talk = Talk(1, Grant(1, Role.COORDINATOR), Home())
    turn = lobby.step(talk, grants, Tapped(Action.EDIT), 5)
    assert turn is not None
    assert turn.talk.note is not None
    assert turn.talk.note.code is NoteCode.NOT_ALLOWED
    assert turn.talk.grant == talk.grant


def test_a_letters_button_speaks_for_the_office_whose_letter_it_is() -> None:
    talk, secretary = Talk(1, Grant(1, Role.COORDINATOR), Home()), Grant(5, Role.SECRETARY, 7)
    turn = lobby.step(talk, (secretary,), Tapped(Action.EDIT), 5)
    assert turn is not None
    assert (turn.talk.grant, turn.talk.place) == (secretary, Summary())
