"""What is meant for one office is never done to another that a desk has open by then."""

from dataclasses import replace

import pytest

from conversations.access import Role, advisor_code
from conversations.coordination_table import Sheet
from conversations.events import Action, FileRead, Sent, SentKind, Tapped
from conversations.notes import NoteCode
from conversations.places import Home, Place
from conversations.places.desk import Entering, NamingStandIn
from conversations.places.enrolment import CheckingList
from conversations.places.office import MarkingAttendance, ViewingOffice
from conversations.submission import Submission
from conversations.turn import ReadFile, StorePreview, Turn
from tests.conversations.test_advising import ANDRZEJ, APPROVED, DRAFT, sits
from tests.conversations.test_lobby_and_desk import TABLE

OTHER = 8
LIST = (Sheet("Arkusz1", (("Jan Mazur", "Kierownik referatu"), ("Ola Nowak", "Inspektor"))),)


def refused(turn: Turn, code: NoteCode, there: Place, submission: Submission) -> None:
    """Nothing was done, and it is said why."""
    assert turn.talk.note is not None
    assert (turn.talk.note.code, turn.talk.note.refusal) == (code, True)
    assert (turn.talk.place, turn.submission, turn.effects) == (there, submission, ())


def test_a_list_is_read_for_the_office_that_was_being_entered() -> None:
    sent = Sent(SentKind.DOCUMENT, "f", "lista.xlsx", 10)
    turn = sits(sent, Entering(7, CheckingList()), DRAFT, Role.COORDINATOR)
    assert turn.effects == (ReadFile(sent, 7),)
    read = sits(
        FileRead("lista.xlsx", LIST, office_id=7),
        Entering(7, CheckingList()),
        DRAFT,
        Role.COORDINATOR,
    )
    assert isinstance(read.talk.place, Entering)
    assert read.submission is not None
    assert len(read.submission.team.members) == len(DRAFT.team.members) + 2


@pytest.mark.parametrize(
    "there", [Entering(OTHER, CheckingList()), ViewingOffice(OTHER), Home()], ids=type
)
def test_a_list_sent_for_one_office_is_not_written_into_another(there: Place) -> None:
    other = replace(DRAFT, office=replace(DRAFT.office, id=OTHER))
    turn = sits(FileRead("lista.xlsx", LIST, office_id=7), there, other, Role.COORDINATOR)
    refused(turn, NoteCode.FILE_OF_OTHER_OFFICE, there, other)


def test_a_table_answered_while_a_list_is_entered_stays_a_table() -> None:
    turn = sits(TABLE, Entering(7, CheckingList()), DRAFT, Role.COORDINATOR)
    assert [type(effect) for effect in turn.effects] == [StorePreview]
    assert turn.submission == DRAFT


def test_another_offices_history_is_not_that_of_the_list_being_entered() -> None:
    other = replace(DRAFT, office=replace(DRAFT.office, id=OTHER))
    there = Entering(7, CheckingList())
    turn = sits(Tapped(Action.HISTORY, str(OTHER)), there, other, Role.COORDINATOR)
    refused(turn, NoteCode.STALE, there, other)


@pytest.mark.parametrize(
    ("tap", "there"),
    [
        (Tapped(Action.STAND_IN, "7"), ViewingOffice(OTHER)),
        (Tapped(Action.STAND_IN, f"7/{advisor_code(ANDRZEJ)}"), NamingStandIn(OTHER)),
        (Tapped(Action.STAND_IN, advisor_code(ANDRZEJ)), NamingStandIn(OTHER)),
        (Tapped(Action.STAND_IN_END, "7", 3), ViewingOffice(OTHER)),
        (Tapped(Action.ATTENDANCE, "7", 3), ViewingOffice(OTHER)),
        (Tapped(Action.ATTENDANCE, "7/all", 3), MarkingAttendance(OTHER)),
        (Tapped(Action.ATTENDANCE, "all", 3), MarkingAttendance(OTHER)),
    ],
)
def test_a_late_press_on_one_offices_card_decides_nothing_about_another(
    tap: Tapped, there: Place
) -> None:
    other = replace(APPROVED, office=replace(APPROVED.office, id=OTHER))
    refused(sits(tap, there, other, Role.COORDINATOR), NoteCode.STALE, there, other)


@pytest.mark.parametrize(
    ("tap", "there"),
    [
        (Tapped(Action.STAND_IN_END, "7", 2), ViewingOffice(7)),
        (Tapped(Action.ATTENDANCE, "7/all", 2), MarkingAttendance(7)),
    ],
)
def test_a_card_that_has_changed_since_decides_nothing(tap: Tapped, there: Place) -> None:
    turn = sits(tap, there, APPROVED, Role.COORDINATOR)
    refused(turn, NoteCode.CHANGED_MEANWHILE, there, APPROVED)
