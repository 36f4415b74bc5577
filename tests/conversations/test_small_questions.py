"""Small questions that many rooms ask of an office, a team, a card and a calendar."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from conversations.limits import Block
from conversations.people import Person
from conversations.submission import (
    Approval,
    Decider,
    Missing,
    Office,
    Stage,
    Submission,
    asked_for,
)
from conversations.table_import import Standing
from conversations.talk import (
    Commenting,
    Entering,
    Home,
    MarkingAttendance,
    NamingStandIn,
    NamingSteering,
    Place,
    Returning,
    ViewingHistory,
    ViewingOffice,
    office_of,
)
from conversations.team import Seat, Team
from conversations.working_time import WorkingTime
from tests.conversations.chat import NOW

OFFICE = Office(7, "Urząd Gminy Rejowiec", "Wójt", "Halina Wrońska", 2, 1)
TEAM = (
    Team()
    .appoint(Person("Anna", "Kowalczyk", position="Sekretarz"))
    .add(Person("Anna", "Kowalczyk"), Seat.EDITORIAL)
    .add(Person("Ewa", "Lis", position="Skarbnik"), Seat.STEERING)
)


@pytest.mark.parametrize(
    ("place", "office_id"),
    [
        (ViewingOffice(7), 7),
        (Returning(7), 7),
        (Returning(), None),
        (ViewingHistory(7), 7),
        (ViewingHistory(), None),
        (Commenting(7), 7),
        (NamingStandIn(7), 7),
        (MarkingAttendance(7), 7),
        (Entering(7, NamingSteering()), 7),
        (Home(), None),
    ],
)
def test_a_card_of_a_desk_is_about_one_office_or_none(place: Place, office_id: int | None) -> None:
    assert office_of(place) == office_id


def test_a_reminder_asks_for_what_is_lacking_and_for_the_decision_only_when_nothing_else_is() -> (
    None
):
    assert asked_for(Submission(OFFICE)) == (
        Missing.PLENIPOTENTIARY,
        Missing.STEERING,
        Missing.EDITORIAL,
    )
    complete = Submission(OFFICE, 3, Stage.SUBMITTED, TEAM)
    assert asked_for(complete) == (Missing.APPROVAL,)
    approved = replace(complete, stage=Stage.SETTLED, approval=Approval(TEAM, NOW, Decider.HEAD))
    assert asked_for(approved) == ()


def test_a_block_takes_exactly_its_number_only_where_it_has_one() -> None:
    exact = replace(OFFICE, exact=True, limit_editorial=None)
    assert exact.exactly(Block.STEERING)
    assert not exact.exactly(Block.EDITORIAL)
    assert not OFFICE.exactly(Block.STEERING)


def test_what_a_new_table_is_compared_with_is_the_team_that_counts() -> None:
    approved = Approval(TEAM, NOW, Decider.HEAD)
    amending = Submission(OFFICE, 4, Stage.DRAFTING, Team(), approved)
    assert Standing.of(amending, 3) == Standing(OFFICE, 2, 1, 3)


def test_a_doubt_is_noted_once_and_about_members_alone() -> None:
    doubted = TEAM.doubt(1, "PELNE_IMIE")
    assert doubted != TEAM
    assert doubted.doubt(1, "PELNE_IMIE") == doubted
    assert TEAM.doubt(99, "PELNE_IMIE") == TEAM


def test_a_free_day_moves_to_the_working_day_before() -> None:
    hours = WorkingTime(ZoneInfo("Europe/Warsaw"), free_days=frozenset({date(2026, 11, 20)}))
    assert hours.day_until(date(2026, 11, 22)) == date(2026, 11, 19)
    assert hours.day_until(date(2026, 11, 19)) == date(2026, 11, 19)
    assert hours.day_from(date(2026, 11, 20)) == date(2026, 11, 23)
