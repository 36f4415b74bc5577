"""What a head hands on: who may, on which days, and how it is recorded."""

from dataclasses import replace
from datetime import date

import pytest

from conversations import enrolment
from conversations.access import Role
from conversations.basis import read_period
from conversations.events import Action, Event, Said, Tapped
from conversations.places import Home
from conversations.places.office import HandingOver, NamingSubstitute, OfficeAccess, RevokingAccess
from conversations.submission import Decider
from conversations.turn import Context, MakeInvitation, RevokeAccess, Turn
from tests.conversations.chat import NOW, Chat

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("od 1 do 15 grudnia 2026", (12, 1), (12, 15)),
        ("1.12.2026 – 15.12.2026", (12, 1), (12, 15)),
        ("2026-12-01 do 2026-12-15", (12, 1), (12, 15)),
        ("1-15.12.2026", (12, 1), (12, 15)),
        ("od 28.11 do 15.12.2026 r.", (11, 28), (12, 15)),
        ("od 28 listopada 2026 r. do 15 grudnia 2026 r.", (11, 28), (12, 15)),
        ("do 15 grudnia 2026", (11, 24), (12, 15)),
        ("do dnia 15.12.2026", (11, 24), (12, 15)),
        ("5 grudnia 2026", (12, 5), (12, 5)),
    ],
)
def test_days_are_read_as_people_type_them(
    typed: str, first: tuple[int, int], last: tuple[int, int]
) -> None:
    assert read_period(typed, TODAY) == (date(2026, *first), date(2026, *last))


@pytest.mark.parametrize(
    "typed",
    ["", "w grudniu", "od 15 do 1 grudnia 2026", "31.02.2026", "od 40 do 15 grudnia 2026",
     "1.12.2026, 2.12.2026, 3.12.2026"],
)  # fmt: skip
def test_what_is_no_period_is_none(typed: str) -> None:
    assert read_period(typed, TODAY) is None


def test_the_access_card_leads_to_everything_and_back() -> None:
    chat = Chat()
    for action, argument, place in (
        (Action.ACCESS, "", OfficeAccess()),
        (Action.REVOKE, "7", RevokingAccess(7)),
        (Action.SUBSTITUTE, "", NamingSubstitute()),
        (Action.HAND_OVER, "", HandingOver()),
    ):
        chat.tap(action, argument, role=Role.HEAD)
        assert chat.place(Role.HEAD) == place
        chat.tap(Action.BACK, role=Role.HEAD)
        assert chat.place(Role.HEAD) == (Home() if place == OfficeAccess() else OfficeAccess())


def test_access_is_taken_away_of_this_office_alone() -> None:
    chat = Chat()
    chat.tap(Action.REVOKE, "7", role=Role.HEAD)
    turn = chat.tap(Action.REVOKE_SURELY, "7", role=Role.HEAD)
    assert turn.effects == (RevokeAccess(7, chat.office.id),)


def test_a_substitute_is_named_for_days() -> None:
    chat = Chat()
    chat.tap(Action.SUBSTITUTE, role=Role.HEAD)
    chat.say("w grudniu", Role.HEAD)
    assert chat.note == "period-unclear"
    chat.say("od 1 do 15 października 2026", Role.HEAD)
    assert chat.note == "period-past"
    chat.say("23 listopada 2026", Role.HEAD)
    assert chat.note == "period-past"
    turn = chat.say("od 1 do 15 grudnia 2026", Role.HEAD)
    period = (date(2026, 12, 1), date(2026, 12, 15))
    assert turn.effects == (MakeInvitation(Role.HEAD, chat.office.id, period=period),)


@pytest.mark.parametrize(("said", "last"), [("24 listopada 2026", 24), ("do 27.11.2026", 27)])
def test_a_substitution_may_begin_today(said: str, last: int) -> None:
    chat = Chat()
    chat.tap(Action.SUBSTITUTE, role=Role.HEAD)
    turn = chat.say(said, Role.HEAD)
    period = (TODAY, date(2026, 11, last))
    assert turn.effects == (MakeInvitation(Role.HEAD, chat.office.id, period=period),)


def test_inviting_the_secretary_leaves_the_access_card_where_it_is() -> None:
    chat = Chat()
    chat.tap(Action.CONTINUE, role=Role.HEAD)
    chat.tap(Action.INVITE, role=Role.HEAD)
    assert chat.place(Role.HEAD) == Home()
    chat.tap(Action.ACCESS, role=Role.HEAD)
    chat.tap(Action.INVITE, role=Role.HEAD)
    assert chat.place(Role.HEAD) == OfficeAccess()


def test_a_successor_gets_a_link_only_after_being_asked_about() -> None:
    chat = Chat()
    assert chat.tap(Action.HAND_OVER_SURELY, role=Role.HEAD).effects == ()
    chat.tap(Action.HAND_OVER, role=Role.HEAD)
    turn = chat.tap(Action.HAND_OVER_SURELY, role=Role.HEAD)
    assert turn.effects == (MakeInvitation(Role.HEAD, chat.office.id, hands_over=True),)


@pytest.mark.parametrize(
    "action", [Action.ACCESS, Action.REVOKE_SURELY, Action.SUBSTITUTE, Action.HAND_OVER]
)
def test_a_secretary_has_none_of_these_buttons(action: Action) -> None:
    chat = Chat()
    assert chat.tap(action, "7").effects == ()
    assert chat.note == "not-allowed"


def as_substitute(chat: Chat, event: Event) -> Turn:
    talk = replace(chat.talks[Role.HEAD], place=Home())
    context = Context(Role.HEAD, NOW, substitute=True)
    return enrolment.step(talk, chat.submission, event, context)


@pytest.mark.parametrize(
    "action", [Action.ACCESS, Action.REVOKE_SURELY, Action.SUBSTITUTE, Action.HAND_OVER]
)
def test_a_substitute_changes_nobodys_access(action: Action) -> None:
    turn = as_substitute(Chat(), Tapped(action, "7"))
    assert turn.effects == ()
    assert turn.talk.note is not None
    assert turn.talk.note.code.value == "only-the-head"


def test_an_approval_says_that_the_substitute_decided() -> None:
    chat = Chat().submit()
    approve = Tapped(Action.APPROVE, version=chat.submission.version)
    decided = as_substitute(chat, approve).submission
    assert decided is not None
    assert decided.approval is not None
    assert decided.approval.by is Decider.SUBSTITUTE


def test_what_a_substitute_sends_is_approved_by_the_substitute() -> None:
    chat = Chat().prepare()
    sent = as_substitute(chat, Tapped(Action.SEND, version=chat.submission.version)).submission
    assert sent is not None
    assert sent.approval is not None
    assert sent.approval.by is Decider.SUBSTITUTE


def test_words_on_the_access_cards_are_not_taken_for_names() -> None:
    chat = Chat()
    chat.tap(Action.ACCESS, role=Role.HEAD)
    before = chat.submission
    chat.happens(Said("Jan Kania – Skarbnik"), Role.HEAD)
    assert chat.submission == before
    assert chat.note == "not-understood"
