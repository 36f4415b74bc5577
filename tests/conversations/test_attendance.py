"""R11 and A16: once block I has been held, a new editor must have taken it."""

from dataclasses import replace

import pytest

from conversations.access import Role
from conversations.attendance import mark_attendance
from conversations.events import Action, Command
from conversations.notes import NoteCode
from conversations.places.enrolment import Answering, PickingEditors, Summary
from conversations.rules import Level, find
from conversations.submission import (
    Attendance,
    Missing,
    Status,
    Submission,
    awaits_consent,
    missing,
    status,
)
from conversations.team import Confirmation, Rule
from tests.conversations.chat import Chat


def held(chat: Chat, *absent: str) -> Chat:
    """Block I was held; everybody of the approved group came but those with these surnames."""
    assert chat.submission.approval is not None
    group = chat.submission.approval.team.steering
    came = [m.person.key for m in group if m.person.surname not in absent]
    decision = mark_attendance(chat.submission, came)
    assert decision.done
    chat._keep(decision.submission)
    return chat


def test_everybody_may_be_marked_at_once() -> None:
    chat = Chat().approve()
    decision = mark_attendance(chat.submission, None)
    marked = decision.submission.office.attendance
    assert decision.code is NoteCode.ATTENDANCE_MARKED
    assert marked is not None
    assert len(marked.people) == 8
    assert len(marked.editors) == 4


def test_marking_again_corrects_who_came_and_keeps_who_edited_then() -> None:
    chat = held(Chat().approve(), "Mazur", "Zalewski")
    first = chat.submission.office.attendance
    held(chat, "Zalewski")
    again = chat.submission.office.attendance
    assert first is not None
    assert again is not None
    assert again.people - first.people == {"jan mazur"}
    assert again.editors == first.editors


@pytest.mark.parametrize(
    ("prepared", "people", "code"),
    [
        (Chat().submit, None, NoteCode.NO_TEAM_YET),
        (Chat().approve, ["ktos obcy"], NoteCode.STALE),
    ],
)
def test_what_cannot_be_marked_is_refused_and_changes_nothing(
    prepared: "object", people: list[str] | None, code: NoteCode
) -> None:
    chat: Chat = prepared()  # type: ignore[operator]
    decision = mark_attendance(chat.submission, people)
    assert (decision.done, decision.code) == (False, code)
    assert decision.submission == chat.submission


def test_the_same_mark_twice_says_that_nothing_has_changed() -> None:
    chat = held(Chat().approve())
    again = mark_attendance(chat.submission, None)
    assert (again.code, again.done) == (NoteCode.NOTHING_CHANGED, False)


def test_a_consent_to_one_editor_is_none_to_another() -> None:
    chat = held(Chat().approve(), "Zalewski", "Sikora")
    chat.tap(Action.AMEND)
    chat.tap(Action.UNPICK, chat.id_of("Mazur"))
    chat.tap(Action.PICK, chat.id_of("Zalewski"))
    team, office = chat.submission.team, chat.submission.office
    for surname, awaits in (("Zalewski", False), ("Sikora", True)):
        about = (int(chat.id_of(surname)),)
        answered = team.confirm(Confirmation(Rule.R11, about, 1, "zastępstwo", waived=True))
        assert awaits_consent(answered, office) is awaits
    assert awaits_consent(team, office)


def test_before_block_i_anybody_of_the_group_may_edit() -> None:
    chat = Chat().approve()
    assert find(chat.submission.team, chat.submission.office, Rule.R11) is None


def test_old_editors_who_stayed_away_are_not_asked_about() -> None:
    chat = held(Chat().approve(), "Mazur")
    assert "Jan Mazur" in chat.editorial
    assert find(chat.submission.team, chat.submission.office, Rule.R11) is None
    assert status(chat.submission) is Status.APPROVED


def exchanged(chat: Chat) -> Chat:
    """Jan Mazur gives his place among the editors to Piotr Zalewski."""
    chat.tap(Action.AMEND)
    chat.command(Command.EDITORIAL)
    chat.tap(Action.UNPICK, chat.id_of("Mazur"))
    chat.tap(Action.PICK, chat.id_of("Zalewski"))
    assert isinstance(chat.place(), PickingEditors)
    return chat


def test_a_new_editor_who_took_block_i_is_welcome() -> None:
    """A16: the replacement comes from the group and has attended."""
    chat = exchanged(held(Chat().approve()))
    chat.tap(Action.DONE)
    assert isinstance(chat.place(), Summary)


def test_a_new_editor_who_did_not_waits_for_the_coordinator() -> None:
    chat = exchanged(held(Chat().approve(), "Zalewski"))
    chat.tap(Action.DONE)
    assert chat.place() == Answering(Rule.R11)
    finding = find(chat.submission.team, chat.submission.office, Rule.R11)
    assert finding is not None
    assert finding.level is Level.WAIVABLE
    assert finding.about == (int(chat.id_of("Zalewski")),)
    chat.tap(Action.REQUEST, Rule.R11)
    chat.say("Odbył szkolenie w innym urzędzie.")
    assert chat.note == "request-sent"
    chat.coordinator(Action.GRANT)
    chat.tap(Action.SEND)
    chat.tap(Action.APPROVE, role=Role.HEAD)
    assert "Piotr Zalewski" in [m.person.full_name for m in chat.submission.counted.editorial]


def test_refused_the_editor_has_to_be_another() -> None:
    chat = exchanged(held(Chat().approve(), "Zalewski"))
    chat.tap(Action.DONE)
    chat.tap(Action.REQUEST, Rule.R11)
    chat.say("Odbył szkolenie w innym urzędzie.")
    chat.coordinator(Action.REFUSE)
    chat.tap(Action.SEND)
    assert chat.note == "not-ready"
    chat.command(Command.EDITORIAL)
    chat.tap(Action.UNPICK, chat.id_of("Zalewski"))
    chat.tap(Action.PICK, chat.id_of("Mazur"))
    chat.tap(Action.DONE)
    assert isinstance(chat.place(), Summary)


def test_a_consent_that_is_open_is_missing() -> None:
    chat = Chat().prepare()
    office = replace(chat.submission.office, attendance=Attendance())
    open_consent = Submission(office, 1, chat.stage, chat.submission.team)
    assert Missing.EDITORIAL in missing(open_consent)
