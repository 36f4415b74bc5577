"""What is meant for one office is never done to another that a desk has open by then."""

from dataclasses import replace

import pytest

from conversations.access import Role
from conversations.coordination_table import Sheet
from conversations.events import Action, FileRead, Sent, SentKind, Tapped
from conversations.notes import NoteCode
from conversations.talk import CheckingList, Entering, Home, Place, ViewingOffice
from conversations.turn import ReadFile, StorePreview
from tests.conversations.test_advising import DRAFT, sits
from tests.conversations.test_lobby_and_desk import TABLE

OTHER = 8
LIST = (Sheet("Arkusz1", (("Jan Mazur", "Kierownik referatu"), ("Ola Nowak", "Inspektor"))),)


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
    assert turn.talk.note is not None
    assert turn.talk.note.code is NoteCode.FILE_OF_OTHER_OFFICE
    assert (turn.talk.place, turn.submission) == (there, other)


def test_a_table_answered_while_a_list_is_entered_stays_a_table() -> None:
    turn = sits(TABLE, Entering(7, CheckingList()), DRAFT, Role.COORDINATOR)
    assert [type(effect) for effect in turn.effects] == [StorePreview]
    assert turn.submission == DRAFT


def test_another_offices_history_is_not_that_of_the_list_being_entered() -> None:
    other = replace(DRAFT, office=replace(DRAFT.office, id=OTHER))
    there = Entering(7, CheckingList())
    turn = sits(Tapped(Action.HISTORY, str(OTHER)), there, other, Role.COORDINATOR)
    assert turn.talk.note is not None
    assert turn.talk.note.code is NoteCode.STALE
    assert (turn.talk.place, turn.submission) == (there, other)
