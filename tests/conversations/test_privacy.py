"""Taking a person out of what was written, and being asked twice before anything is erased."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from conversations import lobby
from conversations.access import Grant, Role
from conversations.events import Action, Asked, Command, Tapped
from conversations.notes import NoteCode
from conversations.people import Person
from conversations.places.enrolment import NamingSteering
from conversations.places.office import ViewingOffice
from conversations.privacy import (
    argument_of,
    found_in,
    is_erased,
    mentions,
    reaches,
    struck,
    without_person,
    without_team,
)
from conversations.submission import (
    Approval,
    Attendance,
    Decider,
    Office,
    Request,
    Return,
    Stage,
    Submission,
)
from conversations.talk import ConfirmingErasure, Erasable, Talk, Topic
from conversations.team import Basis, BasisKind, Confirmation, Rule, Seat, Team
from conversations.turn import Erase, SendPersonalData, Turn
from conversations.vocabulary import ERASED

HEAD = Grant(4, Role.HEAD, 7, "Włodawa")
SECRETARY = Grant(5, Role.SECRETARY, 7, "Włodawa")
COORDINATOR = Grant(6, Role.COORDINATOR)
ADVISOR = Grant(8, Role.ADVISOR, advisor="Halina Wrońska")
ACCOUNT = ConfirmingErasure(Erasable.ACCOUNT)
DRAFT = ConfirmingErasure(Erasable.DRAFT, 7)
EVERYTHING = ConfirmingErasure(Erasable.OFFICE, 7)
WHOM = ConfirmingErasure(Erasable.PERSON, 7)
SOMEBODY = ConfirmingErasure(Erasable.PERSON, 7, 12)
OFFICE_CARD = ViewingOffice(7)

# --- Names in sentences -----------------------------------------------------------------------

ANNA = Person("Anna", "Kowalczyk")
EWA = Person("Ewa", "Lis-Sadowska")


@pytest.mark.parametrize(
    ("person", "text", "left"),
    [
        (ANNA, "Proszę dopisać Annę Kowalczyk.", f"Proszę dopisać [{ERASED}]."),
        (ANNA, "Pani A. Kowalczyk, tel. 12", f"Pani [{ERASED}], tel. 12"),
        (ANNA, "Kowalczyk Anna i Piotr Zalewski", f"[{ERASED}] i Piotr Zalewski"),
        (ANNA, "decyzja Kowalczykowej", f"decyzja [{ERASED}]"),
        (EWA, "bez p. Lis-Sadowskiej", f"bez p. [{ERASED}]"),
        (EWA, "EWA LIS – SADOWSKA", f"[{ERASED}] – [{ERASED}]"),
        (Person("Jan", "Golec"), "zastępstwo za Jana Golca", f"zastępstwo za [{ERASED}]"),
        (Person("Iga", "Kostka"), "o Idze Kostce mowa", f"o [{ERASED}] mowa"),
        *(
            (Person("Jan", surname), f"w sprawie {said} pismo", f"w sprawie [{ERASED}] pismo")
            for surname, said in (
                ("Waga", "Wadze"),
                ("Mucha", "Musze"),
                ("Sikora", "Sikorze"),
                ("Kaleta", "Kalecie"),
                ("Bieda", "Biedzie"),
                ("Krawiec", "Krawca"),
                ("Kozioł", "Kozła"),
                ("Stępień", "Stępnia"),
                ("Marzec", "Marcu"),
                ("Kwiecień", "Kwietnia"),
                ("Grudzień", "Grudnia"),
                ("Gołąb", "Gołębia"),
                ("Pies", "Psa"),
            )
        ),
        (Person("Jan", "Lis"), "rozmowa z Janem Lisem", f"rozmowa z [{ERASED}]"),
        (Person("Olga", "O'Hara"), "Olga O'Hara odeszła", f"[{ERASED}] odeszła"),
        (Person("Halina", ""), "pismo Haliny", f"pismo [{ERASED}]"),
        (ANNA, "Kowalczyk Anna Kowalczyk", f"[{ERASED}]"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_name_is_struck_in_whatever_case_it_stands(person: Person, text: str, left: str) -> None:
    assert struck(text, person) == left


@pytest.mark.parametrize(
    ("person", "text"),
    [
        (Person("Jan", "Lis"), "lista osób, listopad"),
        (Person("Jan", "Kos"), "ks. proboszcz"),
        (Person("Jan", "Do"), "da się to zrobić"),
        (ANNA, "Anna Nowak zostaje"),
        (ANNA, ""),
        (Person("Ewa", "Nowak"), "nowe zarządzenie"),
    ],
)
def test_other_words_stay(person: Person, text: str) -> None:
    assert struck(text, person) == text
    assert not mentions(text, person)


def test_elsewhere_a_surname_alone_may_be_a_namesake() -> None:
    assert mentions("Kowalczyk", ANNA)
    assert not mentions("Kowalczyk", ANNA, whole=True)
    assert not mentions("Piotr Kowalczyk", ANNA, whole=True)
    assert mentions("A. Kowalczyk", ANNA, whole=True)
    assert mentions("Kowalczyk: pani Anna", ANNA, whole=True)


# --- Being asked twice ------------------------------------------------------------------------


def tap(talk: Talk, action: Action, wanted: ConfirmingErasure, version: int = 3) -> Turn:
    grants = (talk.grant,) if talk.grant else ()
    tapped = Tapped(action, argument_of(replace(wanted, surely=False)), version)
    turn = lobby.step(talk, grants, tapped, talk.grant.id if talk.grant else 0)
    assert turn is not None
    return turn


def at(grant: Grant | None, topic: ConfirmingErasure | None = None) -> Talk:
    coordinator = grant is not None and grant.role is Role.COORDINATOR
    return Talk(1, grant, OFFICE_CARD if coordinator else NamingSteering(), topic)


MAY = [(None, ACCOUNT), (SECRETARY, ACCOUNT), (ADVISOR, ACCOUNT), (HEAD, DRAFT)] + [
    (COORDINATOR, each) for each in (ACCOUNT, DRAFT, EVERYTHING, SOMEBODY)
]


@pytest.mark.parametrize(("grant", "wanted"), MAY)
def test_three_taps_erase_and_each_is_another_card(
    grant: Grant | None, wanted: ConfirmingErasure
) -> None:
    first = tap(at(grant), Action.ERASE, wanted).talk
    assert (first.topic, first.place) == (wanted, at(grant).place)
    second = tap(first, Action.ERASE_ON, wanted).talk
    assert second.topic == replace(wanted, surely=True)
    done = tap(second, Action.ERASE_SURELY, wanted)
    assert done.effects == (Erase(wanted.what, wanted.office_id, wanted.member_id, 3),)
    assert done.talk.topic is None


@pytest.mark.parametrize("action", [Action.ERASE_ON, Action.ERASE_SURELY])
@pytest.mark.parametrize(
    "below", [None, replace(DRAFT, office_id=8), EVERYTHING, replace(EVERYTHING, surely=True)]
)
def test_a_button_of_another_card_erases_nothing(
    action: Action, below: ConfirmingErasure | None
) -> None:
    turn = tap(at(COORDINATOR, below), action, DRAFT)
    assert turn.effects == ()
    assert turn.talk.note is not None
    assert turn.talk.note.code is NoteCode.STALE


def test_the_last_button_needs_the_second_card() -> None:
    assert tap(at(HEAD, DRAFT), Action.ERASE_SURELY, DRAFT).effects == ()


FORBIDDEN = [
    *((None, each) for each in (DRAFT, EVERYTHING, SOMEBODY)),
    *((SECRETARY, each) for each in (DRAFT, EVERYTHING, WHOM, SOMEBODY)),
    *((ADVISOR, each) for each in (DRAFT, EVERYTHING, WHOM, SOMEBODY)),
    *((HEAD, each) for each in (EVERYTHING, WHOM, SOMEBODY, replace(DRAFT, office_id=8))),
    (COORDINATOR, replace(EVERYTHING, office_id=8)),
]


@pytest.mark.parametrize(("grant", "wanted"), FORBIDDEN)
def test_nobody_erases_what_is_not_theirs_to_erase(
    grant: Grant | None, wanted: ConfirmingErasure
) -> None:
    for topic in (None, wanted, replace(wanted, surely=True)):
        for action in (Action.ERASE, Action.ERASE_ON, Action.ERASE_SURELY):
            turn = tap(at(grant, topic), action, wanted)
            assert turn.effects == ()
            assert turn.talk.note is not None
            assert turn.talk.note.refusal


@pytest.mark.parametrize(
    "argument", ["", "x7", "d", "d7.3", "m7", "p7.x", "d9999999999", "o-1", "d٧", "p7.٣"]
)
def test_a_forged_button_erases_nothing(argument: str) -> None:
    turn = lobby.step(at(COORDINATOR), (COORDINATOR,), Tapped(Action.ERASE, argument), 6)
    assert turn is not None
    assert (turn.effects, turn.talk.topic) == ((), None)


def test_nobody_is_erased_before_somebody_was_chosen() -> None:
    assert tap(at(COORDINATOR, WHOM), Action.ERASE_ON, WHOM).talk.topic is None


def test_a_long_list_is_turned_over_in_place() -> None:
    turned = lobby.step(at(COORDINATOR, WHOM), (COORDINATOR,), Tapped(Action.PAGE, "1"), 6)
    assert turned is not None
    assert turned.talk.topic == replace(WHOM, page=1)


@pytest.mark.parametrize("grant", [None, HEAD, COORDINATOR])
def test_commands_show_ones_data_and_ask_before_erasing_them(grant: Grant | None) -> None:
    grants = (grant,) if grant else ()
    shown = lobby.step(at(grant), grants, Asked(Command.MY_DATA), 0)
    asked = lobby.step(at(grant), grants, Asked(Command.ERASE), 0)
    assert shown is not None
    assert asked is not None
    assert (shown.talk.topic, shown.effects) == (Topic.MY_DATA, (SendPersonalData(),))
    assert (asked.talk.topic, asked.effects) == (ACCOUNT, ())
    assert shown.talk.place == asked.talk.place == at(grant).place


def test_the_way_back_leads_to_where_one_was() -> None:
    back = lobby.step(at(HEAD, replace(DRAFT, surely=True)), (HEAD,), Tapped(Action.BACK), 4)
    assert back is not None
    assert (back.talk.topic, back.talk.place) == (None, NamingSteering())


# --- A person out of a submission, a team out of an office --------------------------------------

OFFICE = Office(7, "Włodawa", "Starosta", "Halina Wrońska", 8, 4)
TEAM = Team().add(ANNA, Seat.EDITORIAL).add(EWA, Seat.STEERING)
WITH_NAME = replace(TEAM, basis=Basis(BasisKind.ORDER, "nr 3 (A. Kowalczyk)", date(2026, 1, 5)))
WRITTEN = Submission(OFFICE, 3, Stage.SUBMITTED, WITH_NAME)
AT = datetime(2026, 11, 2, 9, tzinfo=UTC)


def test_a_person_is_found_by_name_in_any_spelling() -> None:
    assert found_in(TEAM, Person("KOWALCZYK", "Anna").key) == ANNA
    assert found_in(TEAM, Person("Jan", "Mazur").key) is None


def test_whoever_is_erased_from_a_draft_is_gone_and_it_has_to_be_sent_again() -> None:
    left = without_person(WRITTEN, ANNA)
    assert [member.person for member in left.team.members] == [EWA]
    assert left.stage is Stage.DRAFTING
    assert left.team.next_id == TEAM.next_id
    assert left.team.basis is not None
    assert "Kowalczyk" not in (left.team.basis.number or "")
    assert without_person(WRITTEN, Person("Jan", "Mazur")) == WRITTEN


def test_the_basis_of_the_choice_goes_with_the_plenipotentiary_alone() -> None:
    appointed = replace(TEAM.appoint(ANNA), basis=Basis(BasisKind.ORAL))
    draft = replace(WRITTEN, stage=Stage.DRAFTING, team=appointed)
    assert without_person(draft, EWA).team.basis == Basis(BasisKind.ORAL)
    assert without_person(draft, ANNA).team.basis is None


def test_reasons_lose_the_name_and_answers_without_one_stay() -> None:
    told = Confirmation(Rule.R4A, (), 2, "Pani Kowalczyk odchodzi.")
    silent = Confirmation(Rule.R8, (2,), 1)
    left = without_person(replace(WRITTEN, team=TEAM.confirm(told).confirm(silent)), ANNA)
    assert set(left.team.confirmations) == {
        replace(told, reason=f"Pani [{ERASED}] odchodzi."),
        silent,
    }


def test_what_a_submission_was_returned_with_loses_the_name() -> None:
    comment = Return(Decider.HEAD, "Bez p. Kowalczyk proszę.")
    returned = replace(WRITTEN, stage=Stage.RETURNED, returned=comment)
    left = without_person(returned, ANNA)
    assert left.returned == replace(comment, comment=f"Bez p. [{ERASED}] proszę.")
    assert left.stage is Stage.RETURNED


def test_whoever_is_erased_from_an_approved_team_leaves_an_empty_seat_in_it() -> None:
    approval = Approval(WITH_NAME, AT, Decider.HEAD, WITH_NAME.basis)
    left = without_person(replace(WRITTEN, stage=Stage.SETTLED, approval=approval), ANNA)
    assert left.approval is not None
    for team in (left.team, left.approval.team):
        masked, other = team.members
        assert is_erased(masked.person)
        assert masked.person.full_name == f"{ERASED} (1)"
        assert masked.seat is Seat.EDITORIAL
        assert not is_erased(other.person)
    assert left.stage is Stage.SETTLED
    assert left.approval.basis is not None
    assert "Kowalczyk" not in (left.approval.basis.number or "")


def test_what_somebody_erased_was_asked_about_is_not_asked_any_more() -> None:
    about = replace(WRITTEN, request=Request(Rule.R2A, "Kowalczyk zna urząd", about=(1,)))
    assert without_person(about, ANNA).request is None
    kept = without_person(about, EWA).request
    assert kept is not None
    assert kept.about == (1,)


def test_without_its_team_an_office_gives_no_number_twice() -> None:
    larger = TEAM.add(Person("Jan", "Mazur"))
    settled = replace(WRITTEN, approval=Approval(larger, AT, Decider.HEAD))
    held = replace(settled, office=replace(OFFICE, attendance=Attendance(frozenset({ANNA.key}))))
    kept = without_team(held, approved=False)
    assert (kept.team, kept.stage, kept.approval) == (larger, Stage.SETTLED, settled.approval)
    assert kept.office.attendance == held.office.attendance
    nobody = without_team(held, approved=True)
    assert (nobody.team.members, nobody.approval, nobody.stage) == ((), None, Stage.EMPTY)
    assert nobody.team.next_id == larger.next_id
    assert nobody.office.attendance == Attendance()
    assert without_team(WRITTEN, approved=True).team == Team(next_id=TEAM.next_id)
    assert without_team(WRITTEN, approved=True).office.attendance is None


@pytest.mark.parametrize(
    ("text", "reached"),
    [
        ("proszę pisać na A.Kowalczyk@ug.example", True),
        ("tel. 83 000-00 15", True),
        ("+48830000015", True),
        ("1830000015", False),
        ("kowalczyk@ug.example", False),
    ],
)
def test_whoever_is_erased_is_reached_by_their_address_and_telephone(
    text: str, reached: bool
) -> None:
    anna = Person("Anna", "Kowalczyk", email="a.kowalczyk@ug.example", phone="+48830000015")
    assert reaches(text, anna) is reached
    assert not reaches(text, Person("Anna", "Kowalczyk"))
