"""Small questions that many rooms ask of an office, a team, a card and a calendar."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from conversations.coordination_table import Sheet
from conversations.events import Note
from conversations.limits import Block
from conversations.list_entry import enter_list, list_from_sheets, matched_wrong
from conversations.notes import NoteCode
from conversations.pasted_list import ListedRole, read
from conversations.people import Person
from conversations.places import Home, Place, office_of
from conversations.places.desk import Entering, NamingStandIn
from conversations.places.enrolment import ConfirmingChange, NamingSteering, Whence
from conversations.places.office import (
    Commenting,
    MarkingAttendance,
    Returning,
    ViewingHistory,
    ViewingOffice,
)
from conversations.status import report
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
from conversations.team import MOST_PEOPLE, Seat, Team
from conversations.team_change import answered_in_words, apply, named, pointed_out, propose
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


def test_where_offices_work_already_they_open_at_once() -> None:
    hours = WorkingTime(ZoneInfo("Europe/Warsaw"))
    monday = datetime(2026, 11, 23, 9, 0, tzinfo=hours.zone)
    assert hours.next_opening(monday) == monday
    assert hours.next_opening(monday.replace(hour=7)) == monday.replace(hour=8, minute=30)
    assert hours.next_opening(monday.replace(hour=14, minute=30)) == monday.replace(
        day=24, hour=8, minute=30
    )


def test_a_list_longer_than_any_office_needs_is_not_even_read() -> None:
    entered = enter_list(Team(), OFFICE, "Jan Mazur – Kierownik\n" * 1_000)
    assert entered is not None
    assert entered.too_many
    assert entered.team == Team()
    assert (entered.note.code, entered.note.refusal) == (NoteCode.TOO_MANY, True)


def test_a_correction_on_an_empty_list_says_that_nobody_fits() -> None:
    proposal = propose(Team(), "proszę wykreślić Adama Zielińskiego", Whence.LIST)
    assert proposal is not None
    assert proposal.place is None
    people = {"people": "Adama Zielińskiego"}
    assert proposal.note == Note(NoteCode.NOBODY_FITS, people, refusal=True)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("proszę wykreślić nr 3", Note(NoteCode.NO_SUCH_NUMBER, {"most": 2}, refusal=True)),
        ("proszę wykreślić nr 2", None),
        (
            "dopisz Ewę Lis i Annę Kowalczyk",
            Note(NoteCode.ONLY_DUPLICATES, {"people": "Ewa Lis, Anna Kowalczyk"}, refusal=True),
        ),
    ],
)
def test_a_change_that_cannot_be_says_why(text: str, note: Note | None) -> None:
    proposal = propose(TEAM, text, Whence.LIST)
    assert proposal is not None
    assert proposal.note == note
    assert (proposal.place is None) == (note is not None)


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("zmienić stanowisko Kowalczyk na Skarbnik Gminy", Block.STEERING),
        ("proszę wykreślić Kowalczyk", Block.EDITORIAL),
        ("proszę wykreślić Lis", Block.STEERING),
        ("proszę wykreślić Kowalczyk i Lis", Block.STEERING),
    ],
)
def test_in_step_three_a_change_is_of_the_editors_unless_another_leaves_or_a_post_is_told(
    text: str, block: Block
) -> None:
    proposal = propose(TEAM, text, Whence.EDITORS)
    assert proposal is not None
    assert proposal.place is not None
    assert proposal.place.block is block


def test_a_number_in_step_three_may_be_of_whom_the_editors_have_not() -> None:
    proposal = propose(TEAM, "proszę wykreślić nr 2", Whence.EDITORS)
    assert proposal is not None
    assert proposal.place is not None
    assert (proposal.place.block, proposal.place.leaving) == (Block.STEERING, (2,))


@pytest.mark.parametrize(
    ("told", "position"),
    [("Ewa Lis – Kierownik USC", "Kierownik USC"), ("Ewa Lis", "Skarbnik")],
)
def test_whoever_is_known_joins_the_editors_with_the_post_that_is_told_or_was_known(
    told: str, position: str
) -> None:
    proposal = propose(TEAM, f"dopisz {told}", Whence.EDITORS)
    assert proposal is not None
    assert proposal.place is not None
    assert [each.position for each in proposal.place.joining] == [position]


def test_words_that_point_nobody_out_are_told_back_no_longer_than_a_line() -> None:
    place = ConfirmingChange(Whence.LIST, Block.STEERING, unsure=((1, 2),))
    for length in (60, 61):
        words = "ta druga ".ljust(length, "x")
        refused = answered_in_words(TEAM, place, words)
        assert refused == Note(NoteCode.NOT_ON_LIST, {"people": words[:60]}, refusal=True)


def test_a_change_for_which_there_is_no_room_does_not_happen_at_all() -> None:
    full = Team()
    for number in range(MOST_PEOPLE):
        full = full.add(Person(f"Jan {number}", f"Mazur {number}"), Seat.STEERING)
    change = ConfirmingChange(Whence.LIST, Block.STEERING, joining=(Person("Ewa", "Lis"),))
    refused = apply(full, change)
    assert isinstance(refused, Note)
    assert refused.code is NoteCode.TOO_MANY
    room = apply(full, replace(change, leaving=(1,)))
    assert isinstance(room, Team)
    assert len(room.steering) == MOST_PEOPLE


def test_a_position_of_somebody_who_left_meanwhile_is_nobodys() -> None:
    assert matched_wrong(TEAM, (99,)) == TEAM
    undone = matched_wrong(TEAM, (2,)).member(2)
    assert undone is not None
    assert undone.person.position is None


def test_a_list_in_one_cell_of_a_sheet_is_read_line_by_line() -> None:
    cell = "1. Anna Lis – Sekretarz\n2. Jan Żuk – Skarbnik"
    hidden = Sheet("Ukryty", (("Ewa Kot",),), hidden=True)
    assert list_from_sheets([hidden, Sheet("Arkusz1", ((None, cell), ("", None)))]) == cell


def test_whoever_stands_below_the_numbers_of_the_editors_is_one_of_them() -> None:
    text = "Anna Lis – Sekretarz\nJan Żuk – Skarbnik\nZespół redakcyjny: 1\nEwa Kot – Inspektor"
    editors = [
        each.person.surname for each in read(text).people if ListedRole.EDITORIAL in each.roles
    ]
    assert editors == ["Lis", "Kot"]


def test_the_report_for_programs_says_who_approved_and_by_what_name() -> None:
    """product.md, "On the server"."""
    approval = Approval(TEAM, NOW, Decider.SUBSTITUTE)
    settled = Submission(OFFICE, 3, Stage.SETTLED, TEAM, approval, updated_at=NOW)
    practice = replace(settled, office=replace(OFFICE, practice=True))
    told = report([settled, practice])
    assert told["totals"] == {"by_status": {"zatwierdzone": 1}, "steering": 2, "editorial": 1}
    assert told["offices"] == [
        {
            "id": 7,
            "name": "Urząd Gminy Rejowiec",
            "advisor": "Halina Wrońska",
            "limit_steering": 2,
            "limit_editorial": 1,
            "status": "zatwierdzone",
            "amendment": None,
            "plenipotentiary": {
                "name": "Anna Kowalczyk",
                "position": "Sekretarz",
                "in_steering": True,
            },
            "steering": [
                {"name": "Anna Kowalczyk", "position": "Sekretarz"},
                {"name": "Ewa Lis", "position": "Skarbnik"},
            ],
            "editorial": ["Anna Kowalczyk"],
            "missing": [],
            "approved_by": "Wójt",
            "decided_by": "substitute",
            "approved_at": NOW.isoformat(),
            "updated_at": NOW.isoformat(),
        }
    ]


def test_of_several_questions_about_a_change_one_is_answered_at_a_time() -> None:
    anna, ewa = Person("Anna", "Lis"), Person("Ewa", "Lis")
    place = ConfirmingChange(
        Whence.LIST, Block.STEERING, unsure=((1, 2), (2, 3)), readings=((anna, ewa), (ewa, anna))
    )
    first = pointed_out(place, 2)
    assert first is not None
    assert (first.leaving, first.unsure) == ((2,), ((2, 3),))
    second = pointed_out(first, 2)
    assert second is not None
    assert (second.leaving, second.unsure) == ((2,), ())
    assert pointed_out(place, 3) is None
    assert pointed_out(second, 2) is None
    assert named(place, ewa).readings == ((ewa, anna),)
    joined = named(named(place, ewa), anna)
    assert (joined.joining, joined.readings) == ((ewa, anna), ())
