"""`limit_mode exact` (A1): the table's figure is the number of people, neither more nor fewer."""

from dataclasses import replace

import pytest

from conversations import approval
from conversations.access import Role
from conversations.events import Action
from conversations.limits import Block, Size, Verdict, size
from conversations.places.enrolment import Answering, NamingSteering, Requesting, Summary
from conversations.rules import Level, find
from conversations.submission import Missing, Stage, Status, missing, status
from conversations.team import Rule
from tests.conversations.chat import ANNA, MARKED, WLODAWA, Chat

EXACT = replace(WLODAWA, exact=True)
SEVEN = "\n".join(line for line in MARKED.splitlines() if "Dąbrowski" not in line)


def remove(chat: Chat, surname: str) -> None:
    chat.tap(Action.EDIT_STEERING)
    chat.tap(Action.REMOVE, chat.id_of(surname))


@pytest.mark.parametrize(
    ("count", "limit", "verdict"),
    [
        (8, 8, Verdict(Size.FULL)),
        (7, 8, Verdict(Size.TOO_FEW, 1)),
        (2, 3, Verdict(Size.TOO_FEW, 1)),
        (9, 8, Verdict(Size.OVER, 1)),
        (0, 8, Verdict(Size.EMPTY, 8)),
        (7, None, Verdict(Size.FREE_SEATS, 3)),
        (0, 0, Verdict(Size.NOT_TAKING_PART)),
    ],
)
def test_an_exact_figure_knows_no_free_seats(
    count: int, limit: int | None, verdict: Verdict
) -> None:
    assert size(Block.STEERING, count, limit, exact=True) == verdict


def test_by_default_fewer_people_are_free_seats_as_before() -> None:
    chat = Chat().prepare(SEVEN)
    assert chat.place() == Answering(Rule.R4_FREE)


def test_fewer_than_exactly_so_many_cannot_be_sent_until_the_coordinator_consents() -> None:
    chat = Chat(EXACT).prepare(SEVEN)
    assert chat.place() == Answering(Rule.R4_EXACT), chat
    finding = find(chat.submission.team, EXACT, Rule.R4_EXACT)
    assert finding is not None
    assert (finding.level, finding.count) == (Level.WAIVABLE, 1)
    chat.tap(Action.SEND)
    assert chat.note == "not-ready"
    chat.tap(Action.REQUEST, Rule.R4_EXACT)
    assert chat.place() == Requesting(Rule.R4_EXACT)
    chat.say("Jeden wydział jest w likwidacji.")
    assert chat.note == "request-sent"
    chat.coordinator(Action.GRANT)
    assert isinstance(chat.place(), Summary)
    chat.tap(Action.SEND)
    assert chat.stage is Stage.SUBMITTED
    chat.tap(Action.APPROVE, role=Role.HEAD)
    assert status(chat.submission) is Status.APPROVED


def test_the_consent_is_to_so_many_people_and_no_fewer() -> None:
    chat = Chat(EXACT).prepare(SEVEN)
    chat.tap(Action.REQUEST, Rule.R4_EXACT)
    chat.say("Jeden wydział jest w likwidacji.")
    chat.coordinator(Action.GRANT)
    remove(chat, "Nowicka")
    assert find(chat.submission.team, EXACT, Rule.R4_EXACT)


def test_a_plea_about_a_team_that_has_shrunk_since_is_over() -> None:
    chat = Chat(EXACT).prepare(SEVEN)
    chat.tap(Action.REQUEST, Rule.R4_EXACT)
    chat.say("Jeden wydział jest w likwidacji.")
    remove(chat, "Nowicka")
    assert chat.submission.request is None


def test_a_full_team_is_asked_nothing_more_than_by_default() -> None:
    assert isinstance(Chat(EXACT).prepare(MARKED).place(), Summary)


def test_with_the_plenipotentiary_alone_the_list_is_asked_for_first() -> None:
    chat = Chat(EXACT)
    chat.tap(Action.CONTINUE)
    chat.say(ANNA)
    chat.tap(Action.JOIN, Rule.R3)
    chat.tap(Action.BASIS, "proposal")
    assert chat.place() == NamingSteering()


def test_what_is_missing_says_so() -> None:
    chat = Chat(EXACT).prepare(SEVEN)
    assert Missing.STEERING in missing(chat.submission)
    assert Missing.EDITORIAL not in missing(chat.submission)


def test_the_other_reading_makes_an_approved_team_that_misses_it_one_to_complete() -> None:
    """A20: nobody is added or evicted; the office and the Advisor hear of it."""
    chat = Chat().prepare(SEVEN)
    chat.tap(Action.CONFIRM, Rule.R4_FREE)
    chat.tap(Action.SEND)
    chat.tap(Action.APPROVE, role=Role.HEAD)
    before = chat.submission
    decision = approval.after_limits(before, replace(before, office=EXACT))
    assert decision is not None
    assert status(decision.submission) is Status.TO_COMPLETE
    assert decision.submission.approval == before.approval
    assert decision.submission.version == before.version + 1
    assert {news.audience.value for news in decision.notices} == {"office", "advisor"}


def test_the_other_reading_says_nothing_where_the_team_is_full() -> None:
    chat = Chat().approve()
    decision = approval.after_limits(chat.submission, replace(chat.submission, office=EXACT))
    assert decision is not None
    assert decision.notices == ()
    assert status(decision.submission) is Status.APPROVED


def test_what_waits_for_the_head_comes_back() -> None:
    chat = Chat().prepare(SEVEN)
    chat.tap(Action.CONFIRM, Rule.R4_FREE)
    chat.tap(Action.SEND)
    decision = approval.after_limits(chat.submission, replace(chat.submission, office=EXACT))
    assert decision is not None
    assert decision.submission.stage is Stage.RETURNED
