"""Values as text and back: nothing that can be written down is lost or changed."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.events import Note
from conversations.notes import NoteCode
from conversations.pasted_list import Question, QuestionCode
from conversations.people import Person
from conversations.places import Home, Place
from conversations.places.desk import AwaitingTable
from conversations.places.enrolment import (
    AddingOutsider,
    CheckingList,
    Clarifying,
    RefusedPlenipotentiary,
)
from conversations.quick_questions import Question as QuickQuestion
from conversations.quick_questions import Topic as QuickTopic
from conversations.talk import ConfirmingErasure, Erasable, Overlay, Topic
from conversations.team import Basis, Confirmation, Member, Rule, Team
from storage import codec

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
PEOPLE = st.builds(
    Person, TEXTS, TEXTS, *[st.none() | TEXTS] * 5
)  # fmt: skip
DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))
BASES = st.builds(Basis, number=st.none() | TEXTS, dated=st.none() | DAYS)
TEAMS = st.builds(
    Team,
    st.lists(st.builds(Member, st.integers(1, 99), PEOPLE), max_size=12).map(tuple),
    st.none() | BASES,
    st.lists(st.builds(Confirmation, reason=st.none() | TEXTS), max_size=5).map(tuple),
    st.integers(1, 10**6),
)
QUESTIONS = st.builds(
    Question, st.sampled_from(QuestionCode), st.none() | st.integers(0, 40),
    st.lists(PEOPLE, max_size=3).map(tuple),
)  # fmt: skip
LISTS = st.builds(CheckingList, st.lists(TEXTS, max_size=2).map(tuple))
PLACES: st.SearchStrategy[Place] = st.one_of(
    st.builds(Home, st.integers(0, 99), TEXTS),
    st.builds(RefusedPlenipotentiary, PEOPLE, st.sampled_from(Rule)),
    LISTS,
    st.builds(AddingOutsider, st.lists(PEOPLE).map(tuple), st.none() | LISTS),
    st.builds(
        Clarifying,
        st.lists(QUESTIONS, max_size=3).map(tuple),
        st.lists(st.integers(1, 40), max_size=3).map(tuple),
        st.lists(PEOPLE, max_size=2).map(tuple),
        st.none() | LISTS,
    ),
)


@settings(deadline=None)
@given(TEAMS)
def test_any_team_comes_back_as_it_was(team: Team) -> None:
    assert codec.load(Team, codec.dump(team)) == team


@settings(deadline=None)
@given(PLACES)
def test_any_place_comes_back_as_it_was(place: Place) -> None:
    assert codec.load_place(codec.dump_place(place)) == place


@settings(deadline=None)
@given(
    st.builds(
        Note,
        st.sampled_from(NoteCode),
        st.dictionaries(TEXTS, TEXTS | st.integers()),
        st.booleans(),
    )
)
def test_any_remark_comes_back_as_it_was(note: Note) -> None:
    assert codec.load_note(codec.dump_note(note)) == note


@pytest.mark.parametrize(
    "shown",
    [
        None,
        *Topic,
        QuickQuestion(QuickTopic.TEAM, "Rejowiec", 7),
        *(ConfirmingErasure(what, 7, 12, surely=True, page=2) for what in Erasable),
    ],
    ids=str,
)
def test_whatever_lies_over_a_place_comes_back_as_it_was(shown: Overlay | None) -> None:
    assert codec.load_topic(codec.dump_topic(shown)) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "null",
        '["Home"]',
        '["Home", {}, 1]',
        '["SomethingNewer", {}]',
        '["ViewingOffice", {"office_id": "the third"}]',
        '["ViewingOffice", {}]',
        '["ViewingOffice", {"office_id": 7, "newer": 1}]',
        '[["Home"], {}]',
        '["Entering", {"office_id": 7, "place": ["ViewingOffice", {"office_id": 7}]}]',
    ],
)
def test_a_place_that_this_program_does_not_know_is_an_error(text: str) -> None:
    with pytest.raises(codec.Unreadable):
        codec.load_place(text)


@pytest.mark.parametrize("text", ["", "[]", '["no-such-note", {}, false]', "7", '{"a": 1}'])
def test_a_remark_that_this_program_does_not_know_is_left_out(text: str) -> None:
    assert codec.load_note(text) is None


def test_no_remark_is_no_text() -> None:
    assert codec.dump_note(None) is None
    assert codec.load_note(None) is None


def test_a_place_says_its_name_so_that_two_without_data_differ() -> None:
    assert codec.dump_place(AwaitingTable()) != codec.dump_place(Home())


@pytest.mark.parametrize(
    "more",
    [
        '{"newer": 1}',
        '{"basis": {"kind": "order", "newer": 1}}',
        '{"members": [{"id": 1, "seat": 1, "person": {"given": "A", "surname": "B", "newer": 1}}]}',
        '{"confirmations": [{"rule": "R99"}]}',
    ],
)
def test_what_a_newer_program_wrote_into_a_team_is_not_read_without_it(more: str) -> None:
    """It would be gone at the next save."""
    with pytest.raises(codec.Unreadable):
        codec.load(Team, more)


def test_a_damaged_team_is_an_error_and_never_an_empty_team() -> None:
    with pytest.raises(codec.Unreadable):
        codec.load(Team, '{"members": 3}')
