"""Which documents there are, who may have them and when, and how far offices have come."""

import json
from dataclasses import replace
from datetime import UTC, date, timedelta

import pytest

from conversations import papers, paperwork
from conversations.access import Role, may_have
from conversations.events import Action, Tapped
from conversations.notes import NoteCode
from conversations.papers import OF_DESK, OF_OFFICE, Paper, Version, Wanted
from conversations.people import Person
from conversations.places import Home
from conversations.places.office import ViewingOffice
from conversations.progress import Progress, grouped, overall, stands
from conversations.settings import Key, Programme, SettingFault, read
from conversations.submission import Approval, Decider, Office, Stage, Submission
from conversations.talk import Talk, Topic
from conversations.team import Basis, BasisKind, Seat, Team
from conversations.turn import Context, NotePeopleInformed, SendDocument, Turn
from tests.conversations.chat import NOW, WLODAWA, Chat

ANNA = Person("Anna", "Kowalczyk", position="Sekretarz Powiatu")
PIOTR = Person("Piotr", "Zalewski", position="Wicestarosta")
EWA = Person("Ewa", "Lis-Sadowska", position="Skarbnik Powiatu")
DATED = Programme.of({"deadline": "2027-01-15"})
OFFICE_ROLES = (Role.HEAD, Role.SECRETARY)


def team(*people: Person) -> Team:
    made = Team().appoint(people[0])
    for person in people:
        made = made.add(person, Seat.STEERING)
    return made


def version(number: int, of: Team) -> Version:
    return Version(number, Approval(of, NOW + timedelta(hours=number), Decider.HEAD))


def asked(
    argument: str, submission: Submission | None, role: Role, action: Action = Action.DOCUMENT
) -> Turn:
    """What a desk or an office answers to the button, with a topic over its place."""
    talk = Talk(1, place=Home(), topic=Topic.DOCUMENTS)
    tap = Tapped(action, argument, submission.version if submission else 0)
    turn = paperwork.step(talk, submission, tap, Context(role, NOW))
    assert turn is not None
    return turn


def code(turn: Turn) -> NoteCode | None:
    return turn.talk.note.code if turn.talk.note else None


# --- What a button carries ----------------------------------------------------------------------


@pytest.mark.parametrize("paper", Paper)
def test_what_a_button_carries_comes_back(paper: Paper) -> None:
    for wanted in (Wanted(paper), Wanted(paper, 7)):
        drawn = paper in (OF_OFFICE if wanted.office_id else OF_DESK)
        assert papers.read(wanted.argument) == (wanted if drawn else None)


@pytest.mark.parametrize("forged", ["", ":", "order:", "order:x", "order:0", "x:1", "record", "²"])
def test_what_no_button_carries_is_nothing(forged: str) -> None:
    assert papers.read(forged) is None


# --- Who may have it ----------------------------------------------------------------------------


def test_an_office_has_its_own_documents_and_a_desk_those_of_its_offices() -> None:
    """product.md "People": the Advisor sees own offices, the coordinator exports everything."""
    about_one = {
        (role, paper) for role in Role for paper in Paper if may_have(role, Wanted(paper, 7))
    }
    assert about_one == {(role, paper) for role in Role for paper in OF_OFFICE}
    of_all = {(role, paper) for role in Role for paper in Paper if may_have(role, Wanted(paper))}
    assert of_all == {
        *((Role.COORDINATOR, paper) for paper in OF_DESK),
        (Role.ADVISOR, Paper.PARTICIPANTS),
        (Role.ADVISOR, Paper.CALENDAR),
    }


@pytest.mark.parametrize("role", Role)
def test_a_button_of_another_office_or_role_is_out_of_date(role: Role) -> None:
    submission = Submission(WLODAWA)
    for argument in ("order:8", "xlsx" if role is not Role.COORDINATOR else "record", "forged", ""):
        turn = asked(argument, submission, role)
        assert (code(turn), turn.effects) == (NoteCode.STALE, ())


@pytest.mark.parametrize("role", Role)
def test_a_document_is_asked_for_and_the_list_of_them_stays(role: Role) -> None:
    turn = asked("order:7", Submission(WLODAWA), role)
    assert turn.effects == (SendDocument(Wanted(Paper.ORDER, 7)),)
    assert turn.talk.topic is Topic.DOCUMENTS


def test_a_desk_asks_for_every_office_at_once_whatever_card_is_below() -> None:
    talk = Talk(1, place=ViewingOffice(7))
    turn = paperwork.step(
        talk, None, Tapped(Action.DOCUMENT, "chart"), Context(Role.COORDINATOR, NOW)
    )
    assert turn is not None
    assert turn.effects == (SendDocument(Wanted(Paper.CHART)),)
    assert turn.talk.place == ViewingOffice(7)


# --- When there is none -------------------------------------------------------------------------


def test_some_documents_need_a_decision_and_all_need_somebody() -> None:
    empty = Submission(WLODAWA)
    draft = replace(empty, team=team(ANNA), stage=Stage.DRAFTING)
    why = {
        (stage, paper): paperwork.unavailable(paper, submission, (), DATED)
        for stage, submission in (("empty", empty), ("draft", draft))
        for paper in OF_OFFICE
    }
    assert why["empty", Paper.ORDER] is NoteCode.NOBODY_LISTED
    assert why["empty", Paper.PARTICIPANTS] is NoteCode.NOBODY_LISTED
    assert why["draft", Paper.ORDER] is why["draft", Paper.PARTICIPANTS] is None
    for paper in (Paper.AMENDING_ORDER, Paper.NOTICE, Paper.RECORD):
        assert why["draft", paper] is NoteCode.NOT_APPROVED_YET
    assert why["draft", Paper.CALENDAR] is None


def test_a_calendar_needs_a_date_of_any_kind() -> None:
    for kept, there in (
        ({}, False),
        ({"deadline": "2027-01-15"}, True),
        ({"training_i": "2027-02-10"}, True),
        ({"training_ii": "2027-02-10,2027-02-12"}, True),
    ):
        why = paperwork.unavailable(Paper.CALENDAR, None, (), Programme.of(kept))
        assert why is (None if there else NoteCode.NO_DATES)


def test_an_order_is_amended_only_by_what_it_names() -> None:
    first = team(ANNA, PIOTR)
    approved = Submission(WLODAWA, 9, Stage.SETTLED, first, Approval(first, NOW, Decider.HEAD))

    def why(*teams: Team) -> NoteCode | None:
        versions = [version(number, each) for number, each in enumerate(teams, 1)]
        return paperwork.unavailable(Paper.AMENDING_ORDER, approved, versions, DATED)

    assert why(first) is NoteCode.NOT_AMENDED
    assert why(first, first) is NoteCode.NOT_AMENDED
    assert why(first, team(ANNA, PIOTR, EWA)) is None
    assert why(first, team(PIOTR, ANNA)) is None
    assert why(first, first.seat(1, Seat.EDITORIAL)) is None
    renamed = first.correct(2, replace(PIOTR, position="Zastępca Starosty"))
    assert why(first, renamed) is None
    assert why(first, team(ANNA, PIOTR, EWA), team(ANNA, PIOTR, EWA)) is NoteCode.NOT_AMENDED


# --- Who was told (art. 14) -----------------------------------------------------------------------


def test_only_who_came_later_is_still_to_be_informed() -> None:
    first, second = version(3, team(ANNA, PIOTR)), version(7, team(ANNA, EWA))

    def left(*versions: Version, told: tuple[int, ...] = ()) -> list[str]:
        members = paperwork.uninformed(versions, dict.fromkeys(told, NOW))
        return [member.person.surname for member in members]

    assert left() == []
    assert left(first) == ["Kowalczyk", "Zalewski"]
    assert left(first, told=(3,)) == []
    assert left(first, second, told=(3,)) == ["Lis-Sadowska"]
    assert left(first, second, told=(3, 7)) == []
    assert left(first, second, told=(7,)) == []


def test_the_tick_vouches_for_the_card_as_it_is() -> None:
    approved = Chat().approve().submission
    ticked = asked("7", approved, Role.SECRETARY, Action.INFORMED)
    assert ticked.effects == (NotePeopleInformed(7),)
    assert code(asked("8", approved, Role.HEAD, Action.INFORMED)) is NoteCode.STALE
    old = paperwork.step(
        Talk(1),
        approved,
        Tapped(Action.INFORMED, "7", approved.version - 1),
        Context(Role.HEAD, NOW),
    )
    assert old is not None
    assert code(old) is NoteCode.CHANGED_MEANWHILE
    played = replace(approved, office=replace(approved.office, practice=True))
    assert code(asked("7", played, Role.HEAD, Action.INFORMED)) is NoteCode.PRACTICE_ALONE
    draft = Submission(WLODAWA)
    assert code(asked("7", draft, Role.HEAD, Action.INFORMED)) is NoteCode.NOT_APPROVED_YET


# --- The checksum -------------------------------------------------------------------------------


def test_equal_decisions_have_one_checksum_and_different_ones_others() -> None:
    of = version(3, team(ANNA, PIOTR))
    text = papers.canonical(7, "Starostwo Powiatowe we Włodawie", of)
    assert text.isascii()
    assert "\n" not in text
    assert json.loads(text)["people"][0]["surname"] == "Kowalczyk"
    same = replace(of, approval=replace(of.approval, at=of.approval.at.astimezone(UTC)))
    assert papers.canonical(7, "Starostwo Powiatowe we Włodawie", same) == text
    others = {
        papers.checksum(papers.canonical(7, "Starostwo Powiatowe we Włodawie", each))
        for each in (
            of,
            version(3, team(ANNA, EWA)),
            version(3, team(PIOTR, ANNA)),
            version(4, of.approval.team),
            replace(of, approval=replace(of.approval, by=Decider.BASIS)),
        )
    }
    assert len(others) == 5
    assert all(len(each) == 64 for each in others)


def test_what_a_checksum_is_taken_of_never_changes() -> None:
    """It is printed on papers: whoever checks one years later writes the same line."""
    of = version(3, team(replace(ANNA, title="mgr")).add(PIOTR, Seat.EDITORIAL))
    expected = (
        '{"approved_at":"2026-11-24T13:00:00+00:00","approved_by":"head","basis":null,'
        '"office":{"id":7,"name":"Urz\\u0105d"},"people":['
        '{"block_i":true,"block_ii":false,"given":"Anna","plenipotentiary":true,'
        '"position":"Sekretarz Powiatu","surname":"Kowalczyk","title":"mgr"},'
        '{"block_i":true,"block_ii":true,"given":"Piotr","plenipotentiary":false,'
        '"position":"Wicestarosta","surname":"Zalewski","title":null}],"version":3}'
    )
    assert papers.canonical(7, "Urząd", of) == expected
    outside = replace(of, approval=replace(of.approval, team=Team().appoint(ANNA)))
    [only] = json.loads(papers.canonical(7, "Urząd", outside))["people"]
    assert (only["block_i"], only["block_ii"]) == (False, False)


# --- Progress -----------------------------------------------------------------------------------


def office(number: int, advisor: str | None, stage: Stage, *, practice: bool = False) -> Submission:
    of = team(ANNA)
    made = Submission(
        Office(number, f"Urząd {number}", advisor=advisor, practice=practice), 1, stage, of
    )
    settled = stage is Stage.SETTLED
    return replace(made, approval=Approval(of, NOW, Decider.HEAD) if settled else None)


def test_groups_that_lack_most_come_first_and_the_rest_is_put_together() -> None:
    desk = [
        *(office(at, "Halina", Stage.EMPTY) for at in range(3)),
        *(office(at, "Andrzej", Stage.SUBMITTED) for at in range(2)),
        *(office(at, "Ewa", Stage.RETURNED) for at in range(1)),
        office(8, None, Stage.DRAFTING),
        office(9, "Halina", Stage.DRAFTING, practice=True),
    ]
    every = stands(desk)
    assert overall(every).name == ""
    assert overall(every).counts == {
        Progress.NOT_STARTED: 3,
        Progress.SUBMITTED: 2,
        Progress.IN_WORK: 2,
    }
    found = grouped(every, lambda office: office.advisor, 3)
    assert [(group.name, group.lacking) for group in found.shown] == [("Halina", 3), ("Andrzej", 2)]
    assert found.rest is not None
    assert (found.rest.name, found.rest.total, found.left_out) == ("", 2, 2)
    whole = grouped(every, lambda office: office.advisor, 4)
    assert [group.name for group in whole.shown] == ["Halina", "Andrzej", "", "Ewa"]
    assert (whole.rest, whole.left_out) == (None, 0)
    left = office(10, "Ewa", Stage.DRAFTING)
    closed = stands([*desk, replace(left, office=replace(left.office, closed=True))])
    of_ewa = grouped(closed, lambda office: office.advisor, 4).shown[2]
    assert (of_ewa.name, of_ewa.complete, of_ewa.lacking, of_ewa.total) == ("Ewa", 1, 1, 2)
    assert grouped([], lambda office: office.advisor, 4).shown == ()


# --- Settings -----------------------------------------------------------------------------------


def test_the_days_of_training_are_read_as_people_type_them() -> None:
    typed = read(Key.TRAINING_I, "11 lutego 2027, 10.02.2027", {})
    assert typed == "2027-02-10,2027-02-11"
    assert read(Key.TRAINING_II, "kiedyś", {}) is SettingFault.NOT_A_DATE
    assert read(Key.TRAINING_II, "brak", {}) == ""
    kept = Programme.of({"training_i": str(typed), "project": "Projekt X"})
    assert [day.isoformat() for day in next(iter(kept.training.values()))] == [
        "2027-02-10",
        "2027-02-11",
    ]
    assert kept.project == "Projekt X"
    assert Programme.of({}).standard == Programme().standard == "ISO 9001"


def test_a_basis_is_part_of_the_checksum() -> None:
    decided = version(1, team(ANNA))
    based = [
        replace(decided, approval=replace(decided.approval, basis=basis))
        for basis in (
            None,
            Basis(BasisKind.ORDER),
            Basis(BasisKind.ORDER, "nr 3"),
            Basis(BasisKind.ORDER, "nr 3", date(2026, 1, 5)),
        )
    ]
    texts = [papers.canonical(7, "Włodawa", each) for each in based]
    assert len({papers.checksum(text) for text in texts}) == len(based)
    assert json.loads(texts[0])["basis"] is None
    assert json.loads(texts[3])["basis"] == {
        "dated": "2026-01-05",
        "kind": "order",
        "number": "nr 3",
    }


def test_whatever_is_of_no_office_is_there_unless_dates_are_missing() -> None:
    assert paperwork.unavailable(Paper.CHART, None, (), DATED) is None
