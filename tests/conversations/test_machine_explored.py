"""Nobody can get the enrolment into a state that it cannot draw, answer or leave.

Every state that people can bring about meets every event: sensible, stale, forged and hostile.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from conversations import approval, enrolment
from conversations.access import Role, may
from conversations.events import Action, FileRead, Said, Sent, Tapped
from conversations.notes import NoteCode, NoticeCode
from conversations.places import Home, Place
from conversations.places.enrolment import (
    AddingOutsider,
    ConfirmingChange,
    EnrolmentPlace,
    GivingPosition,
    RefusedPlenipotentiary,
    TellingApart,
)
from conversations.places.office import AccessPlace, AskingAdvisor, Returning, ViewingHistory
from conversations.submission import Stage
from conversations.team import MOST_PEOPLE
from conversations.turn import Context
from tests.conversations import diagram
from tests.conversations.chat import NOW, sensible
from tests.conversations.explored import (
    OFFICES,
    State,
    Step,
    answer,
    buttons,
    states,
    steps,
    talk_at,
    variants,
)

pytestmark = pytest.mark.timeout(300)
"""The walk takes half a minute of the processor, in whichever test comes first."""

ROOMS = Path(__file__).parents[2]
WRITES_THOUGH_CLOSED_TO_EDITING = {
    Action.APPROVE,
    Action.TAKE_BACK,
    Action.AMEND,
    Action.DISCARD,
    Action.BASIS,
    Action.APPLY,
}
ENTERED_THOUGH_REFUSED = {NoteCode.EXTRA_DATA_DROPPED}
"""Marked as a refusal so that it is noticed, but the list is entered."""


def told(step: Step) -> str:
    return f"{step.before.role} at {step.before.place}, {step.name} ({step.event})"


def test_the_walk_comes_to_every_place_and_every_stage() -> None:
    found = {type(state.place) for state in states()}
    apart = {*AccessPlace.__args__, Home, Returning, ViewingHistory, AskingAdvisor}
    assert found == {*EnrolmentPlace.__args__, *apart}
    assert {state.submission.stage for state in states()} == set(Stage)
    assert any(state.submission.office.closed for state in states())
    assert any(state.submission.request for state in states())
    assert any(state.submission.amending for state in states())


def test_wherever_an_event_leads_the_card_can_be_drawn_and_stands() -> None:
    for step in steps():
        settled = enrolment.settle(step.turn.talk.place, step.after.submission)
        assert step.turn.talk.place == settled, told(step)


def test_a_refusal_changes_nothing() -> None:
    for step in steps():
        note = step.turn.talk.note
        if note is None or not note.refusal or note.code in ENTERED_THOUGH_REFUSED:
            continue
        kept = approval.without_moot_request(step.before.submission)
        assert step.turn.submission == kept, told(step)
        assert not step.turn.notices, told(step)
        assert not step.turn.effects, told(step)


def test_what_is_sent_or_closed_is_changed_by_decisions_alone() -> None:
    for step in steps():
        before, after = step.before.submission, step.after.submission
        if before.editable or before == after:
            continue
        if isinstance(step.before.place, AskingAdvisor) and isinstance(step.event, Said):
            asked = replace(before, word=after.word, version=after.version)
            assert after == asked, told(step)
            continue
        decision = isinstance(step.event, Tapped) and step.event.action in (
            WRITES_THOUGH_CLOSED_TO_EDITING
        )
        returned = isinstance(step.before.place, Returning)
        order = enrolment.awaits_basis(before) and isinstance(step.event, Said)
        assert decision or returned or order, told(step)
        assert not before.office.closed, told(step)
        changing = {Action.DISCARD, Action.APPLY}
        if not (isinstance(step.event, Tapped) and step.event.action in changing):
            assert before.team.members == after.team.members, told(step)


def test_words_and_files_are_never_passed_over_in_silence() -> None:
    for step in steps():
        if not isinstance(step.event, Said | Sent | FileRead) or step.before != step.after:
            continue
        asks_again = isinstance(
            step.before.place,
            RefusedPlenipotentiary
            | GivingPosition
            | AddingOutsider
            | ConfirmingChange
            | TellingApart,
        )
        assert asks_again or step.turn.talk.note is not None, told(step)


@pytest.mark.parametrize("text", ["Ą" * 10_000, "Jan Mazur – " + "kierownik " * 1_000])
def test_ten_thousand_letters_are_answered_everywhere(text: str) -> None:
    for state in {type(state.place): state for state in states()}.values():
        turn = answer(state, Said(text))
        assert turn.submission is not None
        assert turn.talk.note is not None or turn.talk.place != state.place, state
        assert turn.talk.place == enrolment.settle(turn.talk.place, turn.submission), state


def test_a_press_that_does_nothing_says_why_unless_the_card_already_stands_so() -> None:
    already_so = {
        Action.OPEN, Action.BACK, Action.CONTINUE, Action.DONE, Action.EDIT, Action.CHANGE,
        Action.EDIT_PLENIPOTENTIARY, Action.EDIT_STEERING, Action.EDIT_EDITORIAL,
        Action.EDIT_BASIS, Action.LIST_OK, Action.LIST_ADD, Action.LIST_REMOVE, Action.LIST_FIX,
        Action.KEEP, Action.REQUEST, Action.JOIN, Action.PAGE, Action.FIX, Action.REMOVE,
        Action.ACCESS, Action.REVOKE, Action.SUBSTITUTE, Action.HAND_OVER,
        Action.PICK, Action.UNPICK, Action.INVITE, Action.RETURN, Action.BASIS, Action.SKIP,
        Action.HISTORY, Action.HISTORY_VERSION, Action.ASK_ADVISOR, Action.ABOUT,
    }  # fmt: skip
    for step in steps():
        silent = step.before == step.after and step.turn.talk.note is None
        silent = silent and not step.turn.effects  # an effect tells itself what came of it
        if isinstance(step.event, Tapped) and silent:
            assert step.event.action in already_so, told(step)


def test_a_press_on_an_older_card_vouches_for_nothing() -> None:
    for step in steps():
        if not isinstance(step.event, Tapped):
            continue
        submission = step.before.submission
        if step.event.version != submission.version and step.before.submission != (
            step.after.submission
        ):
            assert step.event.action in {
                Action.TAKE_BACK,
                Action.AMEND,
            }, told(step)


def test_a_person_is_on_the_list_once_and_keeps_their_number_for_ever() -> None:
    for step in steps():
        team, before = step.after.submission.team, step.before.submission.team
        keys = [member.person.key for member in team.members]
        assert len(keys) == len(set(keys)), told(step)
        assert sum(member.plenipotentiary for member in team.members) <= 1, told(step)
        assert all(member.id < team.next_id for member in team.members), told(step)
        assert team.next_id >= before.next_id, told(step)
        assert len(team.members) <= MOST_PEOPLE, told(step)


def test_from_everywhere_home_is_a_tap_away_and_back_leads_there_too() -> None:
    for state in states():
        opened = answer(state, Tapped(Action.OPEN))
        assert opened.talk.place == Home(), state
        place: Place = state.place
        for _ in range(6):
            place = answer(replace(state, place=place), Tapped(Action.BACK)).talk.place
        assert place == Home(), state


@pytest.mark.parametrize("role", [Role.HEAD, Role.SECRETARY])
def test_from_everywhere_somebody_who_answers_what_is_asked_comes_to_the_end(role: Role) -> None:
    """To the submission, or to waiting for the coordinator; nobody has to know a way round."""
    for state in states():
        if state.submission.editable:
            assert _finish(replace(state, role=role)), state


def _finish(state: State) -> bool:
    submission, place = state.submission, state.place
    trail: list[object] = [place]
    for _ in range(25):
        version = submission.version
        event = sensible(place, submission)
        turn = enrolment.step(talk_at(place), submission, event, Context(state.role, NOW))
        assert turn.submission is not None
        place = turn.talk.place
        trail += [event, place]
        if turn.submission != submission:
            submission = replace(turn.submission, version=version + 1)
        if submission.stage in {Stage.SUBMITTED, Stage.SETTLED}:
            return True
        if turn.talk.note and turn.talk.note.code in {
            NoteCode.AWAITS_COORDINATOR,
            NoteCode.REQUEST_WAITS,
            NoteCode.NOTHING_CHANGED,
        }:
            return True
    raise AssertionError(trail)


def test_whoever_asks_and_however_far_it_has_come_the_work_on_the_team_is_the_same() -> None:
    """Head and secretary, draft, returned and amended: every button, at every card."""
    once = {type(state.place): state for state in states() if state.submission.editable}
    for state in once.values():
        for other in variants(state):
            for event in buttons(other.submission, OFFICES):
                turn = answer(other, event)
                assert turn.submission is not None
                settled = enrolment.settle(turn.talk.place, turn.submission)
                assert turn.talk.place == settled, (other, event)
                if other.submission.approval is not None and event.action is not Action.SEND:
                    assert turn.submission.approval == other.submission.approval, (other, event)


@pytest.mark.parametrize("role", [Role.HEAD, Role.SECRETARY])
def test_every_button_of_the_role_is_answered_somewhere(role: Role) -> None:
    """Other than as one that is out of date. What anybody may press is the lobby's."""
    answered = {
        step.event.action
        for step in steps()
        if isinstance(step.event, Tapped) and step.before.role is role
        if step.turn.talk.note is None or step.turn.talk.note.code is not NoteCode.STALE
    }
    offered = {action for action in Action if may(role, action) and not may(None, action)}
    assert offered <= answered


def test_nobody_in_an_office_has_a_button_that_works_without_the_right_to_it() -> None:
    for step in steps():
        if isinstance(step.event, Tapped) and not may(step.before.role, step.event.action):
            assert step.before.submission == step.after.submission, told(step)
            assert not step.turn.effects, told(step)


def test_every_remark_and_every_piece_of_news_is_sent_by_somebody() -> None:
    """A code that nothing sends is a sentence that nobody will read."""
    sources = [
        path.read_text(encoding="utf-8")
        for room in ("conversations", "bot")
        for path in (ROOMS / room).rglob("*.py")
        if path.name not in {"notes.py", "events.py", "access.py"}
    ]
    used = set(re.findall(r"\b(NoteCode|NoticeCode|Action)\.([A-Z_]+)", "\n".join(sources)))
    for family in (NoteCode, NoticeCode, Action):
        dead = [code.name for code in family if (family.__name__, code.name) not in used]
        assert not dead, f"{family.__name__}: {dead}"


def test_every_button_on_a_card_is_answered() -> None:
    """No card offers what the machine calls out of date, forbidden or impossible to understand."""
    nothing = {NoteCode.STALE, NoteCode.NOT_ALLOWED, NoteCode.NOT_UNDERSTOOD}
    for step in steps():
        event, note = step.event, step.turn.talk.note
        if (
            isinstance(event, Tapped)
            and event.version == step.before.submission.version
            and (note is not None and note.code in nothing)
        ):
            assert (event.action, event.argument) not in diagram.drawn(step.before), told(step)


def test_the_drawing_is_that_of_the_machine() -> None:
    """`python -m tests.conversations.diagram` draws it again."""
    assert diagram.PAGE.read_text(encoding="utf-8") == diagram.page()
