"""What a desk of a few offices lists, and how they stand in all."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from conversations import overview, quick_questions
from conversations.office_names import Outcome
from conversations.overview import LONGEST_LIST, PAGE, Share, Wanted, Which, look, wanted
from conversations.people import Person
from conversations.places import Home, Place
from conversations.places.desk import Inviting
from conversations.places.office import ViewingOffice
from conversations.quick_questions import Question
from conversations.submission import (
    Approval,
    Decider,
    Office,
    Request,
    Stage,
    Status,
    Submission,
    status,
)
from conversations.talk import Talk, Topic
from conversations.team import Member, Rule, Seat, Team

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
ANNA = Member(1, Person("Anna", "Lis", position="Sekretarz"), Seat.EDITORIAL, plenipotentiary=True)
JAN = Member(2, Person("Jan", "Żuk", position="Skarbnik"), Seat.STEERING)
ALONE, BOTH = Team((ANNA,), next_id=2), Team((ANNA, JAN), next_id=3)


def of(number: int, name: str, stage: Stage, team: Team, **known: object) -> Submission:
    office = Office(number, name, limit_steering=2, limit_editorial=1)
    approval = Approval(team, AT, Decider.HEAD) if stage is Stage.SETTLED else None
    return Submission(replace(office, **known), 1, stage, team, approval)  # type: ignore[arg-type]


NOTHING = of(1, "Łuków", Stage.EMPTY, Team(), voivodeship="lubelskie", advisor="Ewa Lis")
WRITTEN = of(2, "Chełm", Stage.DRAFTING, BOTH, voivodeship="lubelskie", advisor="Jan Wilk")
RETURNED = of(3, "Ćmielów", Stage.RETURNED, ALONE, voivodeship="świętokrzyskie", advisor="Ewa Lis")
SENT = replace(
    of(4, "Puławy", Stage.SUBMITTED, BOTH, voivodeship="lubelskie"),
    request=Request(Rule.R4, "Urząd jest duży", wanted=4),
)
DONE = of(5, "Zamość", Stage.SETTLED, ALONE, voivodeship="lubelskie", advisor="Ewa Lis", gone=True)
CLOSED = of(6, "Hrubieszów", Stage.DRAFTING, Team((JAN,)), closed=True)
PRACTICE = of(7, "Na próbę", Stage.EMPTY, Team(), practice=True, advisor="Nikt")
OWN = (DONE, PRACTICE, WRITTEN, CLOSED, SENT, RETURNED, NOTHING)


def listed(which: Which, text: str = "", **more: int) -> list[int]:
    return [each.office.id for each in look(OWN, Wanted(which, text, **more)).found.submissions]


def test_those_that_wait_for_most_come_first_then_the_polish_alphabet() -> None:
    """Returned, not begun, in preparation, sent, approved, closed."""
    assert listed(Which.ALL) == [3, 1, 2, 4, 5, 6]


@pytest.mark.parametrize(
    ("which", "text", "found"),
    [
        (Which.NONE, "", []),
        (Which.UNSENT, "", [3, 1, 2]),
        (Which.WITHOUT_PLENIPOTENTIARY, "", [1]),
        (Which.LACKING, "", [3, 1, 2, 4]),
        (Which.FREE_SEATS, "", [3, 1, 5, 6]),
        (Which.NAMED, "chełm", [2]),
        (Which.NAMED, "Wenecja", []),
        (Which.REGION, "lubelskiego", [1, 2, 4]),
        (Which.REGION, "mazowieckie", []),
    ],
)
def test_a_list_holds_those_that_were_asked_about(
    which: Which, text: str, found: list[int]
) -> None:
    assert listed(which, text) == found


def test_a_closed_or_approved_office_lacks_nothing_and_has_nothing_to_send() -> None:
    assert not overview.unsent(CLOSED)
    assert overview.unsent(RETURNED)
    amending = replace(DONE, stage=Stage.DRAFTING)
    assert status(amending) is Status.APPROVED
    assert not overview.unsent(amending)


def test_seats_are_free_in_either_block() -> None:
    assert not overview.free(WRITTEN)
    assert overview.free(replace(WRITTEN, office=replace(WRITTEN.office, limit_editorial=2)))
    assert overview.free(replace(WRITTEN, office=replace(WRITTEN.office, limit_steering=3)))


def test_one_office_is_chosen_by_its_number() -> None:
    assert listed(Which.CHOSEN, office_id=4) == [4]


def test_a_region_is_summed_up_for_itself_without_practice() -> None:
    region = look(OWN, Wanted(Which.REGION, "lubelskie")).region
    assert region is not None
    assert (region.count, region.complete) == (4, 1)
    assert look(OWN, Wanted(Which.REGION, "mazowieckie")).region is None
    assert look(OWN, Wanted(Which.ALL)).region is None


def test_typed_words_say_how_they_were_understood() -> None:
    assert look(OWN, Wanted(Which.NAMED, "chełm")).found.outcome is Outcome.EXACT
    assert look(OWN, Wanted(Which.NAMED, "Wenecja")).found.outcome is Outcome.NONE
    namesake = replace(DONE, office=replace(DONE.office, id=9))
    assert look((DONE, namesake), Wanted(Which.ALL)).found.alike == {"Zamość"}
    assert not look(OWN, Wanted(Which.ALL)).found.alike


@pytest.mark.parametrize(("page", "first", "shown"), [(0, 0, 3), (1, 3, 3), (9, 3, 3), (-1, 0, 3)])
def test_a_page_that_is_not_there_is_the_nearest_that_is(page: int, first: int, shown: int) -> None:
    found = look(OWN, Wanted(Which.ALL, page=page, size=3)).found
    assert (found.first, len(found.submissions), found.count) == (first, shown, 6)
    assert look((), Wanted(Which.ALL, page=page)).found.first == 0


def test_the_only_office_of_a_desk_is_told_apart() -> None:
    assert look((SENT,), Wanted(Which.NONE)).only is SENT
    assert look(OWN, Wanted(Which.NONE)).only is None
    assert look((), Wanted(Which.NONE)).only is None


def test_offices_for_practice_are_listed_and_counted_nowhere() -> None:
    whole = look(OWN, Wanted(Which.ALL)).overview
    assert (whole.count, whole.complete) == (6, 2)
    assert whole.totals.steering == 2 + 1 + 2 + 1 + 1
    assert whole.voivodeships == (
        Share("", 1, 1),
        Share("lubelskie", 1, 4),
        Share("świętokrzyskie", 0, 1),
    )
    assert whole.advisors == (Share("", 1, 2), Share("Ewa Lis", 1, 3), Share("Jan Wilk", 0, 1))
    assert [(office.id, asked.wanted) for office, asked in whole.requests] == [(4, 4)]
    assert [office.id for office in whole.left_out] == [5]


def test_of_many_advisors_the_first_are_told_and_how_many_more() -> None:
    many = [of(n, f"Urząd {n}", Stage.EMPTY, Team(), advisor=f"Ewa {n:02}") for n in range(23)]
    whole = look(many, Wanted(Which.ALL)).overview
    assert len(whole.advisors) == 20
    assert whole.advisors[-1].name == "Ewa 19"
    assert whole.advisors_beyond == 3


# --- What a card lists --------------------------------------------------------------------------

ASK = quick_questions.Topic


@pytest.mark.parametrize(
    ("topic", "place", "what"),
    [
        (None, Home(), Wanted(Which.ALL, size=PAGE)),
        (None, Home(query="chełm", page=2), Wanted(Which.NAMED, "chełm", page=2, size=PAGE)),
        (Topic.STATUS, Home(page=1), Wanted(Which.ALL, page=1, size=PAGE)),
        (Topic.STATUS, ViewingOffice(3), Wanted(Which.ALL, size=PAGE)),
        (Topic.EXPORT, Home(query="chełm"), Wanted(Which.ALL, size=PAGE)),
        (None, ViewingOffice(3), None),
        (Topic.GREETING, Home(), None),
        (Question(ASK.VOIVODESHIP, "lubelskie"), Home(), Wanted(Which.REGION, "lubelskie")),
        (Question(ASK.NOT_SENT), Home(), Wanted(Which.UNSENT, size=LONGEST_LIST)),
        (Question(ASK.MISSING, office_id=4), Home(), Wanted(Which.CHOSEN, office_id=4)),
        (Question(ASK.MISSING, "chełm"), Home(), Wanted(Which.NAMED, "chełm", size=PAGE)),
        (Question(ASK.MISSING), Home(), Wanted(Which.LACKING)),
        (Question(ASK.MISSING), ViewingOffice(3), Wanted(Which.CHOSEN, office_id=3)),
        (Question(ASK.STATUS), ViewingOffice(3), Wanted(Which.ALL, size=PAGE)),
        (Question(ASK.DEADLINE), ViewingOffice(3), None),
        (None, Inviting(), None),
    ],
)
def test_a_card_lists_what_its_topic_and_place_ask_for(
    topic: Topic | Question | None, place: Place, what: Wanted | None
) -> None:
    assert wanted(Talk(1, place=place, topic=topic)) == what
