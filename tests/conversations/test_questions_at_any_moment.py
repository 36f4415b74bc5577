"""A question in words lies over the place, wherever the person stands, and moves nothing."""

import pytest

from conversations import desk, enrolment, lobby
from conversations.access import Grant, Role
from conversations.events import Action, Event, Said, Tapped
from conversations.notes import NoteCode
from conversations.people import Person
from conversations.places import ConfirmingInvitation, Home, Place
from conversations.places.desk import (
    Announcing,
    AwaitingTable,
    NamingStandIn,
    PreviewingImport,
    PuttingOff,
)
from conversations.places.enrolment import (
    Explaining,
    GivingOrder,
    GivingPosition,
    NamingPlenipotentiary,
    NamingSteering,
    Requesting,
    Summary,
)
from conversations.places.office import (
    AskingAdvisor,
    Commenting,
    MarkingAttendance,
    Returning,
    ViewingOffice,
)
from conversations.quick_questions import OFFERED, Question, Topic
from conversations.submission import Submission
from conversations.talk import Talk
from conversations.talk import Topic as Shown
from conversations.team import Rule
from conversations.turn import Context, Turn
from tests.conversations.chat import NOW, WLODAWA
from tests.storage.test_talks import PLACES

SECRETARY = Grant(4, Role.SECRETARY, 7, "Starostwo Powiatowe we Włodawie", None)
ADVISOR = Grant(5, Role.ADVISOR, None, None, "Halina Wrońska")
COORDINATOR = Grant(6, Role.COORDINATOR, None, None, None)
PERSON = Person("Anna", "Kowalczyk")
REASONS: tuple[Place, ...] = (
    Explaining(Rule.R4A),
    GivingOrder(),
    GivingPosition(PERSON),
    Requesting(Rule.R4),
    Returning(),
    Announcing(),
    AskingAdvisor(),
    Commenting(7),
    MarkingAttendance(7),
    NamingStandIn(7),
    PuttingOff(),
)
ASKING = Said("kto jest naszym doradcą?")
ASKED = Question(Topic.ADVISOR)


def enter(talk: Talk, event: Event, *grants: Grant, tapped: int = 0) -> Turn | None:
    return lobby.step(talk, grants, event, tapped)


def test_at_every_card_that_asks_for_no_words_of_its_own_a_question_is_answered() -> None:
    for place in PLACES:
        turn = enter(Talk(1, SECRETARY, place), ASKING, SECRETARY)
        if type(place) in {type(each) for each in REASONS}:
            assert turn is None, place
            continue
        assert turn is not None, place
        assert (turn.talk.place, turn.talk.topic, turn.submission) == (place, ASKED, None)
        assert not turn.notices
        assert not turn.effects


def test_back_lifts_the_answer_and_the_place_is_as_it_was() -> None:
    asked = enter(Talk(1, SECRETARY, NamingSteering()), ASKING, SECRETARY)
    assert asked is not None
    lifted = enter(asked.talk, Tapped(Action.BACK), SECRETARY, tapped=4)
    assert lifted is not None
    assert (lifted.talk.place, lifted.talk.topic) == (NamingSteering(), None)


@pytest.mark.parametrize("place", REASONS, ids=lambda place: type(place).__name__)
def test_words_that_the_card_asks_for_are_never_a_question(place: Place) -> None:
    """„Kto nie wysłał listy na czas, ten czeka” may well be a reason, or a comment."""
    for text in ("kto nie wysłał listy na czas?", "do kiedy termin", "status"):
        assert enter(Talk(1, SECRETARY, place), Said(text), SECRETARY) is None


@pytest.mark.parametrize("place", [NamingPlenipotentiary(), NamingSteering(), Summary()])
def test_a_person_whose_name_begins_like_a_question_is_a_person(place: Place) -> None:
    said = Said("Stan Tymiński – Naczelnik")
    assert enter(Talk(1, SECRETARY, place), said, SECRETARY) is None


def test_a_stranger_is_greeted_and_an_invited_one_is_asked_first() -> None:
    for event in (ASKING, Said("czego brakuje w Rejowcu?"), Tapped(Action.ASK, "status/7")):
        turn = enter(Talk(1), event)
        assert turn is not None
        assert (turn.talk.place, turn.talk.topic) == (Home(), Shown.GREETING)
    invited = Talk(1, place=ConfirmingInvitation(12))
    turn = enter(invited, ASKING)
    assert turn is not None
    assert (turn.talk.place, turn.talk.topic) == (invited.place, None)


def test_at_a_desk_a_question_wins_over_the_search_by_name() -> None:
    turn = enter(Talk(1, ADVISOR), Said("status Rejowiec"), ADVISOR)
    assert turn is not None
    assert turn.talk.topic == Question(Topic.STATUS, "rejowiec")
    assert enter(Talk(1, ADVISOR), Said("Rejowiec"), ADVISOR) is None


def test_a_button_asks_again_and_one_of_another_role_or_forged_does_not() -> None:
    talk = Talk(1, ADVISOR, ViewingOffice(7))
    turn = enter(talk, Tapped(Action.ASK, "team/7"), ADVISOR, tapped=5)
    assert turn is not None
    assert (turn.talk.place, turn.talk.topic) == (talk.place, Question(Topic.TEAM, office_id=7))
    forged = enter(talk, Tapped(Action.ASK, "weather"), ADVISOR, tapped=5)
    assert forged is not None
    assert forged.talk.note is not None
    assert forged.talk.note.code is NoteCode.STALE
    other = enter(talk, Tapped(Action.ASK, "team/7"), ADVISOR, SECRETARY, tapped=4)
    assert other is not None
    assert other.talk.note is not None
    assert other.talk.note.code is NoteCode.OTHER_ROLE


@pytest.mark.parametrize("place", [Home(), Summary(), AwaitingTable(), PreviewingImport(3)])
def test_what_is_not_understood_offers_the_nearest_three(place: Place) -> None:
    text = "proszę o telefon do doradcy"
    if isinstance(place, Home | Summary):
        submission = Submission(WLODAWA)
        talk = Talk(1, SECRETARY, place)
        turn = enrolment.step(talk, submission, Said(text), Context(Role.SECRETARY, NOW))
    else:
        talk = Talk(1, COORDINATOR, place)
        turn = desk.step(talk, None, Said(text), Context(Role.COORDINATOR, NOW))
    note = turn.talk.note
    assert note is not None
    assert note.code is NoteCode.NOT_UNDERSTOOD
    near = str(note.values["nearest"]).split()
    assert len(near) == 3
    assert near[0] == Topic.ADVISOR
    assert set(near) <= OFFERED


def test_who_is_late_is_offered_to_a_desk_and_to_no_office() -> None:
    text = "co z tymi co nie wysłali"
    office = Talk(1, SECRETARY, Summary())
    context = Context(Role.SECRETARY, NOW)
    told = (
        enrolment.step(office, Submission(WLODAWA), Said(text), context),
        desk.step(
            Talk(1, COORDINATOR, AwaitingTable()), None, Said(text), Context(Role.COORDINATOR, NOW)
        ),
    )
    offered = [str(turn.talk.note.values["nearest"]).split() for turn in told if turn.talk.note]
    assert [Topic.NOT_SENT in near for near in offered] == [False, True]


def test_a_letter_opens_the_office_that_it_names() -> None:
    """[Otwórz] at a desk leads to the office, in an office to the first card."""
    working = Talk(1, SECRETARY, Summary())
    opened = enter(working, Tapped(Action.OPEN, "7"), SECRETARY, ADVISOR, tapped=5)
    assert opened is not None
    assert (opened.talk.grant, opened.talk.place) == (ADVISOR, ViewingOffice(7))
    home = enter(working, Tapped(Action.OPEN, "7"), SECRETARY, tapped=4)
    assert home is not None
    assert (home.talk.grant, home.talk.place) == (SECRETARY, Home())
    everything = enter(Talk(1, ADVISOR, ViewingOffice(7)), Tapped(Action.OPEN), ADVISOR, tapped=5)
    assert everything is not None
    assert everything.talk.place == Home()


def test_correct_in_a_letter_speaks_for_the_office_that_it_is_for() -> None:
    talk = Talk(1, ADVISOR, ViewingOffice(9))
    turn = enter(talk, Tapped(Action.EDIT, "7"), ADVISOR, SECRETARY, tapped=4)
    assert turn is not None
    assert (turn.talk.grant, turn.talk.place) == (SECRETARY, Summary())
    for grants, tapped in (((ADVISOR,), 4), ((SECRETARY, ADVISOR), 5)):
        talk = Talk(1, grants[0], Home())
        refused = enter(talk, Tapped(Action.EDIT, "7"), *grants, tapped=tapped)
        assert refused is not None
        assert refused.talk.note is not None
        assert refused.talk.note.code is NoteCode.NOT_ALLOWED
        assert refused.talk.grant == grants[0]
