"""What the coordinator's cards answer: access, many lists at once, announcements, history."""

from dataclasses import replace

import pytest

from conversations import desk, enrolment, lobby
from conversations.access import Grant, Role, advisor_code
from conversations.coordination_table import OfficeRow
from conversations.desk.announcing import LONGEST_ANNOUNCEMENT, code_of
from conversations.desk.closing import concerned
from conversations.events import Action, Asked, Command, Event, Said, Tapped
from conversations.notes import NoteCode
from conversations.places import Home, Place
from conversations.places.desk import (
    AccessList,
    Announcing,
    Asking,
    ClosingLists,
    Inviting,
    InvitingAgain,
    InvitingByFile,
    NamingStandIn,
    PuttingOff,
    Recipients,
    Setting,
    ViewingAccess,
)
from conversations.places.enrolment import Correcting, Removing
from conversations.places.office import (
    Commenting,
    MarkingAttendance,
    Returning,
    ViewingHistory,
    ViewingOffice,
)
from conversations.settings import Group, Key
from conversations.submission import Stage, Submission
from conversations.table_import import namesakes
from conversations.talk import ConfirmingErasure, Erasable, Talk
from conversations.turn import (
    Announce,
    CloseLists,
    Context,
    MakeInvitation,
    MakeInvitations,
    Revoke,
    Turn,
)
from tests.conversations.chat import NOW, WLODAWA

COORDINATOR = Grant(1, Role.COORDINATOR)
Listing = (
    Home
    | Inviting
    | AccessList
    | NamingStandIn
    | Removing
    | Correcting
    | ViewingOffice
    | ViewingHistory
    | Returning
    | Commenting
    | ConfirmingErasure
)
SUBMISSION = Submission(WLODAWA, 3, Stage.DRAFTING)


def at(place: Place, event: Event, submission: Submission | None = None) -> Turn:
    talk = Talk(1, COORDINATOR, place)
    return desk.step(talk, submission, event, Context(Role.COORDINATOR, NOW))


def tap(action: Action, argument: str = "") -> Tapped:
    return Tapped(action, argument)


def code(turn: Turn) -> NoteCode | None:
    return turn.talk.note.code if turn.talk.note else None


# --- Access -----------------------------------------------------------------------------------


def test_a_role_is_taken_back_after_it_was_asked() -> None:
    asked = at(ViewingAccess("g7"), tap(Action.REVOKE, "g7"))
    assert asked.talk.place == ViewingAccess("g7", Asking.REVOKE)
    assert not asked.effects
    done = at(asked.talk.place, tap(Action.REVOKE_SURELY, "g7"))
    assert done.effects == (Revoke("g7"),)
    assert done.talk.place == AccessList()
    with_links = at(asked.talk.place, tap(Action.REVOKE_SURELY, "g7l"))
    assert with_links.effects == (Revoke("g7", with_links=True),)
    handed = at(ViewingAccess("g7", Asking.HAND_OVER), tap(Action.HAND_OVER_SURELY, "g7"))
    assert handed.effects == (Revoke("g7", hand_over=True),)


@pytest.mark.parametrize(
    ("place", "event"),
    [
        (AccessList(), tap(Action.REVOKE_SURELY, "g7")),
        (ViewingAccess("g7"), tap(Action.REVOKE_SURELY, "g7")),
        (ViewingAccess("g8", Asking.REVOKE), tap(Action.REVOKE_SURELY, "g7")),
        (ViewingAccess("g8", Asking.REVOKE), tap(Action.REVOKE_SURELY, "g7l")),
        (AccessList(), tap(Action.REVOKE, "g7l")),
        (ViewingAccess("g7", Asking.REVOKE), tap(Action.HAND_OVER_SURELY, "g7")),
        (AccessList(), tap(Action.HAND_OVER, "i7")),
        (AccessList(), tap(Action.ACCESS, "x7")),
        (AccessList(), tap(Action.ACCESS, "g" + "9" * 30)),
        (AccessList(), tap(Action.ACCESS, "g²")),
        (Inviting(), tap(Action.INVITE_BY_FILE, "docx")),
        (InvitingByFile(), tap(Action.INVITE_BY_FILE, "exe")),
        (Home(), tap(Action.CLOSING_SURELY, "c*")),
        (ClosingLists(scope="*"), tap(Action.CLOSING_SURELY, "o*")),
        (ClosingLists(scope="*", bulk_id=1), tap(Action.CLOSING_SURELY, "c*")),
        (ClosingLists(), tap(Action.CLOSING_SURELY, "c")),
        (ClosingLists(), tap(Action.CLOSING, "cx")),
        (Announcing(), tap(Action.ANNOUNCE, "everybody")),
        (Announcing("a", Recipients.OFFICES), tap(Action.ANNOUNCE_SURELY, "0123456789ab")),
        (Announcing(bulk_id=4), tap(Action.ANNOUNCE, "advisors")),
        (Home(), tap(Action.HISTORY, "99")),
    ],
)
def test_an_old_or_forged_button_does_nothing_and_says_so(place: Place, event: Tapped) -> None:
    turn = at(place, event)
    assert turn.talk.place == place
    assert code(turn) is NoteCode.STALE
    assert not turn.effects


def test_the_list_is_narrowed_and_paged_and_every_card_leads_back() -> None:
    assert at(AccessList(), Said("Kowalczyk")).talk.place == AccessList(query="Kowalczyk")
    assert at(AccessList(0, "K"), tap(Action.PAGE, "2")).talk.place == AccessList(2, "K")
    backwards: dict[Place, Place] = {
        ViewingAccess("g7", Asking.REVOKE): ViewingAccess("g7"),
        ViewingAccess("g7"): AccessList(),
        InvitingAgain(7): Inviting(),
        InvitingByFile(): Inviting(),
        ClosingLists(scope="*"): ClosingLists(),
        ClosingLists(): Home(),
        ClosingLists(scope="*", bulk_id=1): Home(),
        Announcing("a"): Home(),
        AccessList(): Home(),
        NamingStandIn(7, "0123456789ab"): NamingStandIn(7),
        NamingStandIn(7): ViewingOffice(7),
        MarkingAttendance(7): ViewingOffice(7),
        Returning(7): ViewingOffice(7),
        Commenting(7): ViewingOffice(7),
        PuttingOff(asks=True): PuttingOff(),
        PuttingOff(reason="urlop"): PuttingOff(),
        PuttingOff(): Home(),
        Setting(Key.DEADLINE, Group.DATES): Setting(group=Group.DATES),
        Setting(group=Group.DATES): Setting(),
        Setting(): Home(),
        ViewingOffice(7, page=1): ViewingOffice(7),
        ViewingOffice(7): Home(),
    }
    for place, before in backwards.items():
        assert at(place, tap(Action.BACK)).talk.place == before, place


@pytest.mark.parametrize(
    "place",
    [
        *(Home(), Inviting(), AccessList(), NamingStandIn(7), Removing(), Correcting()),
        *(ViewingOffice(7), ViewingHistory(7), Returning(7), Commenting(7)),
        ConfirmingErasure(Erasable.PERSON, 7),
    ],
    ids=lambda place: type(place).__name__,
)
def test_a_list_is_opened_at_its_beginning_with_everybody_on_it(place: Listing) -> None:
    assert place.page == 0
    assert getattr(place, "query", "") == ""


def test_a_second_head_is_invited_only_surely_and_a_file_made_only_once() -> None:
    first = at(Inviting(), tap(Action.INVITE, "h7"))
    assert first.effects == (MakeInvitation(Role.HEAD, 7),)
    surely = at(InvitingAgain(7), tap(Action.INVITE_SURELY, "h7"))
    assert surely.effects == (MakeInvitation(Role.HEAD, 7, surely=True),)
    assert at(InvitingByFile(), tap(Action.INVITE_BY_FILE, "xlsx")).effects == (
        MakeInvitations("xlsx"),
    )
    made = at(InvitingByFile(), tap(Action.INVITE_BY_FILE, "docx"))
    assert made.effects == (MakeInvitations("docx"),)
    assert code(at(made.talk.place, tap(Action.INVITE_BY_FILE, "docx"))) is NoteCode.STALE


def test_nobody_but_the_coordinator_has_these_cards() -> None:
    advisor = Talk(1, Grant(2, Role.ADVISOR, advisor="Halina Wrońska"), Home())
    for command in (Command.ACCESS, Command.ANNOUNCEMENT):
        turn = lobby.step(advisor, (), Asked(command), 0)
        assert turn is not None
        assert code(turn) is NoteCode.UNKNOWN_COMMAND


# --- Many lists at once -----------------------------------------------------------------------


def offices() -> list[Submission]:
    known = replace(WLODAWA, id=1)
    return [
        Submission(known),
        Submission(replace(known, id=2, limit_steering=None)),
        Submission(replace(known, id=3, advisor="Ewa Lis")),
        Submission(replace(known, id=4, closed=True)),
    ]


def test_who_is_concerned_by_closing_and_what_is_missing() -> None:
    found = concerned(offices(), "*", closing=True)
    assert [each.office.id for each in found.offices] == [1, 3]
    assert [each.office.id for each in found.incomplete] == [1, 3]
    assert [each.office.id for each in found.unconfirmed] == [2]
    hers = concerned(offices(), f"a{advisor_code('Ewa Lis')}", closing=True)
    assert [each.office.id for each in hers.offices] == [3]
    reopened = concerned(offices(), "*", closing=False)
    assert [each.office.id for each in reopened.offices] == [4]
    assert not reopened.incomplete + reopened.unconfirmed


def test_closing_is_asked_then_begun_once() -> None:
    asked = at(Home(), tap(Action.CLOSING, "c*"))
    assert asked.talk.place == ClosingLists(True, "*")
    begun = at(asked.talk.place, tap(Action.CLOSING_SURELY, "c*"))
    assert begun.effects == (CloseLists("*", closing=True),)
    shown = ClosingLists(True, "*", 4)
    again = at(shown, tap(Action.CLOSING, "r"))
    assert (again.talk.place, code(again)) == (shown, None)
    assert code(at(shown, Said("zamknij"))) is NoteCode.NOT_UNDERSTOOD


# --- Announcements ----------------------------------------------------------------------------


def test_an_announcement_is_shown_its_readers_chosen_and_sent_once() -> None:
    typed = at(Announcing(), Said("  Szkolenie\n  11 stycznia  "))
    assert typed.talk.place == Announcing("Szkolenie\n11 stycznia")
    chosen = at(typed.talk.place, tap(Action.ANNOUNCE, "advisors")).talk.place
    assert chosen == Announcing("Szkolenie\n11 stycznia", Recipients.ADVISORS)
    sent = at(chosen, tap(Action.ANNOUNCE_SURELY, code_of(chosen)))
    assert sent.effects == (Announce("Szkolenie\n11 stycznia", Recipients.ADVISORS),)
    begun = replace(chosen, bulk_id=3)
    assert code(at(begun, tap(Action.ANNOUNCE_SURELY, code_of(chosen)))) is NoteCode.STALE
    changed = at(chosen, Said("Inna treść")).talk.place
    assert code(at(changed, tap(Action.ANNOUNCE_SURELY, code_of(chosen)))) is NoteCode.STALE


@pytest.mark.parametrize("text", ["A" * 3001, "🙂" * 1501])
def test_too_long_a_text_is_refused_by_telegrams_measure(text: str) -> None:
    kept = Announcing("Szkolenie")
    turn = at(kept, Said(text))
    assert turn.talk.place == kept
    assert code(turn) is NoteCode.ANNOUNCEMENT_TOO_LONG
    assert at(kept, Said("🙂" * (LONGEST_ANNOUNCEMENT // 2))).talk.place != kept


def test_a_question_in_an_announcement_is_its_text() -> None:
    talk = Talk(1, COORDINATOR, Announcing())
    assert lobby.step(talk, (COORDINATOR,), Said("Czego brakuje?"), 0) is None


# --- History ----------------------------------------------------------------------------------


def test_the_history_of_an_office_at_a_desk_and_in_the_office() -> None:
    opened = at(ViewingOffice(7), tap(Action.HISTORY, "7"), SUBMISSION)
    assert opened.talk.place == ViewingHistory(7)
    version = at(ViewingHistory(7, 1), tap(Action.HISTORY_VERSION, "3"), SUBMISSION)
    assert version.talk.place == ViewingHistory(7, 1, 3)
    back = at(version.talk.place, tap(Action.BACK), SUBMISSION)
    assert back.talk.place == ViewingHistory(7, 1)
    assert at(back.talk.place, tap(Action.BACK), SUBMISSION).talk.place == ViewingOffice(7)
    assert at(ViewingOffice(7), Asked(Command.HISTORY), SUBMISSION).talk.place == ViewingHistory(7)
    without = at(Inviting(), Asked(Command.HISTORY, "Włodawa"))
    assert without.talk.place == Home(query="Włodawa")
    assert code(without) is NoteCode.HISTORY_OF_WHICH

    head = Talk(2, Grant(4, Role.HEAD, 7), Home())
    context = Context(Role.HEAD, NOW)
    own = enrolment.step(head, SUBMISSION, Asked(Command.HISTORY), context)
    assert own.talk.place == ViewingHistory()
    assert enrolment.step(own.talk, SUBMISSION, tap(Action.BACK), context).talk.place == Home()
    said = enrolment.step(own.talk, SUBMISSION, Said("coś"), context)
    assert code(said) is NoteCode.NOT_UNDERSTOOD


# --- Advisors of one name ---------------------------------------------------------------------


def row(name: str, advisor: str | None, voivodeship: str | None) -> OfficeRow:
    return OfficeRow(name, voivodeship, None, None, advisor, 8, 4, None, True, (), 1)


def test_an_advisor_of_another_voivodeship_may_be_somebody_else() -> None:
    here = replace(WLODAWA, advisor="Jan Nowak", voivodeship="lubelskie")
    assert namesakes([here], [row("A", "Jan Nowak", "podlaskie")]) == ("Jan Nowak",)
    assert namesakes([here], [row("A", "Jan Nowak", "lubelskie")]) == ()
    both = [row("A", "Jan Nowak", "lubelskie"), row("B", "Jan Nowak", "podlaskie")]
    assert namesakes([here], both) == ()
    assert namesakes([here], [row("A", "Ewa Lis", "podlaskie"), row("B", None, None)]) == ()
    assert namesakes([here], [row("A", "Jan Nowak", None)]) == ()
