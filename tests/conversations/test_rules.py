"""What each rule asks of a team, at its level, and what answers it (domain.md §1.2)."""

from dataclasses import replace

import pytest

from conversations.enrolment.where import where_changed
from conversations.people import Person
from conversations.places.enrolment import (
    CheckingList,
    NamingPlenipotentiary,
    NamingSteering,
    PickingEditors,
    Removing,
    StatingBasis,
)
from conversations.rules import Finding, Level, find, findings, in_force, open_findings
from conversations.submission import Office
from conversations.team import Basis, BasisKind, Confirmation, Rule, Seat, Team
from tests.conversations.chat import WLODAWA

OFFICE = replace(WLODAWA, limit_steering=1, limit_editorial=0, head_key="kania zofia")
PROPOSAL = Basis(BasisKind.PROPOSAL)


def person(name: str, position: str | None = "Kierownik Referatu") -> Person:
    given, surname = name.split()
    return Person(given, surname, position=position)


def led_by(position: str | None, name: str = "Anna Kowalczyk", seat: Seat = Seat.STEERING) -> Team:
    """A team of the plenipotentiary alone, the choice resting on a proposal."""
    team = Team().appoint(person(name, position))
    assert team.plenipotentiary is not None
    return replace(team.seat(team.plenipotentiary.id, seat), basis=PROPOSAL)


def team_of(steering: int, editorial: int = 0) -> Team:
    """A plenipotentiary among so many managers, so many of them editors."""
    names = [f"Jan {chr(65 + at)}nowak" for at in range(steering)]
    team = Team()
    for at, name in enumerate(names):
        team = team.add(person(name), Seat.EDITORIAL if at < editorial else Seat.STEERING)
    return replace(team.appoint(person(names[0], "Sekretarz Gminy")), basis=PROPOSAL)


def asked(team: Team, office: Office) -> list[tuple[Rule, Level]]:
    return [(found.rule, found.level) for found in open_findings(team, office)]


def test_r1_there_is_one_plenipotentiary_and_a_basis_for_the_choice() -> None:
    assert asked(Team().add(person("Jan Nowak")), OFFICE)[0] == (Rule.R1, Level.BLOCK)
    unfounded = replace(led_by("Sekretarz Gminy"), basis=None)
    assert asked(unfounded, OFFICE) == [(Rule.R1_BASIS, Level.BLOCK)]
    assert asked(led_by("Sekretarz Gminy"), OFFICE) == []


@pytest.mark.parametrize(
    ("position", "level"),
    [
        ("Sekretarz Gminy", None),
        ("Zastępca Wójta", None),
        ("Skarbnik Gminy", None),
        ("Kierownik Referatu", Level.CONFIRM),
        ("animator spotkań", Level.CONFIRM),
        (None, Level.CONFIRM),
        ("radca prawny", Level.REASON),
        ("inspektor", Level.REASON),
        ("Kierownik GOPS", Level.REASON),
    ],
)
def test_r2_the_plenipotentiary_is_of_the_management(
    position: str | None, level: Level | None
) -> None:
    found = find(led_by(position), OFFICE, Rule.R2)
    assert (found.level if found else None) == level


def test_r2a_an_advisor_needs_the_coordinators_consent() -> None:
    team = led_by("Sekretarz Gminy", "Halina Wrońska")
    assert asked(team, OFFICE) == [(Rule.R2A, Level.WAIVABLE)]


@pytest.mark.parametrize(
    ("name", "position"), [("Adam Lis", "Wójt Gminy"), ("Zofia Kania", "Zastępca Wójta")]
)
def test_r2b_the_head_by_post_or_by_account_needs_the_coordinators_consent(
    name: str, position: str
) -> None:
    assert asked(led_by(position, name), OFFICE) == [(Rule.R2B, Level.WAIVABLE)]


def test_r3_a_plenipotentiary_outside_block_one_is_explained_where_there_is_one() -> None:
    team = led_by("Sekretarz Gminy", seat=Seat.OUTSIDE).add(person("Jan Nowak"))
    assert asked(team, OFFICE) == [(Rule.R3, Level.REASON)]
    nowhere = replace(OFFICE, limit_steering=0)
    assert find(team, nowhere, Rule.R3) is None


def test_r3a_block_two_is_only_worth_considering() -> None:
    office = replace(OFFICE, limit_steering=3, limit_editorial=1)
    team = team_of(3).seat(2, Seat.EDITORIAL)
    assert asked(team, office) == []
    assert Finding(Rule.R3A, Level.INFO, (1,)) in findings(team, office)


@pytest.mark.parametrize(
    ("steering", "limit", "expected"),
    [
        (8, 8, []),
        (9, 8, [(Rule.R4, Level.WAIVABLE)]),
        (7, 8, [(Rule.R4_FREE, Level.CONFIRM)]),
        (5, 8, [(Rule.R4_FREE, Level.CONFIRM)]),
        (4, 8, [(Rule.R4A, Level.REASON)]),
        (3, 4, []),
        (5, 4, [(Rule.R4, Level.WAIVABLE)]),
        (10, None, []),
        (11, None, [(Rule.R4, Level.WAIVABLE)]),
    ],
)
def test_r4_the_steering_group_fits_column_five_and_the_norm(
    steering: int, limit: int | None, expected: list[tuple[Rule, Level]]
) -> None:
    office = replace(WLODAWA, limit_steering=limit, limit_editorial=0)
    assert asked(team_of(steering), office) == expected


def test_r4_nobody_in_the_steering_group_cannot_be_sent() -> None:
    team = led_by("Sekretarz Gminy", seat=Seat.OUTSIDE)
    assert (Rule.R4_EMPTY, Level.BLOCK) in asked(team, OFFICE)


@pytest.mark.parametrize(
    ("editorial", "limit", "expected"),
    [
        (4, 4, []),
        (5, 4, [(Rule.R6, Level.WAIVABLE)]),
        (3, 4, [(Rule.R6_FREE, Level.CONFIRM)]),
        (2, 4, [(Rule.R6A, Level.REASON)]),
        (0, 4, [(Rule.R6_EMPTY, Level.BLOCK)]),
        (1, 2, []),
        (0, 0, []),
        (5, None, []),
        (6, None, [(Rule.R6, Level.WAIVABLE)]),
    ],
)
def test_r6_the_editorial_team_fits_column_six_and_the_norm(
    editorial: int, limit: int | None, expected: list[tuple[Rule, Level]]
) -> None:
    office = replace(WLODAWA, limit_steering=8, limit_editorial=limit)
    assert asked(team_of(8, editorial), office) == expected


def test_an_office_outside_block_one_is_not_in_block_two_either() -> None:
    office = replace(WLODAWA, limit_steering=0, limit_editorial=4)
    assert asked(led_by("Sekretarz Gminy", seat=Seat.OUTSIDE), office) == []


def test_r5_an_editor_sits_in_the_steering_group_by_construction() -> None:
    team = Team().add(person("Jan Nowak"), Seat.EDITORIAL)
    assert team.editorial == team.steering
    assert team.remove(1).members == ()


def test_r8_everybody_outside_managerial_staff_is_asked_about_at_once() -> None:
    office = replace(WLODAWA, limit_steering=4, limit_editorial=0)
    team = led_by("Sekretarz Gminy")
    for name, position in (
        ("Jan Nowak", "inspektor"),
        ("Ewa Lis", "Kierownik GOPS"),
        ("Adam Baran", "radca prawny"),
    ):
        team = team.add(person(name, position))
    assert open_findings(team, office) == (Finding(Rule.R8, Level.CONFIRM, (2, 3), 2),)
    assert asked(led_by(None), replace(office, limit_steering=1)) == [(Rule.R2, Level.CONFIRM)]


def test_who_may_not_stay_is_settled_before_who_is_asked_about() -> None:
    """Too many: removing comes first. Too few: first whether those named are right."""
    office = replace(WLODAWA, limit_steering=2, limit_editorial=0)
    team = led_by("Sekretarz Gminy").add(person("Jan Nowak", "inspektor"))
    team = team.add(person("Ewa Lis", "inspektor"))
    assert [rule for rule, _ in asked(team, office)] == [Rule.R4, Rule.R8]
    roomy = replace(office, limit_steering=8)
    assert [rule for rule, _ in asked(team, roomy)] == [Rule.R8, Rule.R4A]


def test_r10_the_same_person_is_entered_once() -> None:
    team = Team().add(person("Jan Nowak")).add(person("NOWAK JAN", None), Seat.EDITORIAL)
    assert [member.seat for member in team.members] == [Seat.EDITORIAL]


@pytest.mark.parametrize(
    ("level", "answer", "holds"),
    [
        (Level.CONFIRM, Confirmation(Rule.R8, (2,), 1), True),
        (Level.CONFIRM, Confirmation(Rule.R8, (2, 3), 2), False),
        (Level.CONFIRM, Confirmation(Rule.R2, (2,), 1), False),
        (Level.REASON, Confirmation(Rule.R8, (2,), 1), False),
        (Level.REASON, Confirmation(Rule.R8, (2,), 1, "powód"), True),
        (Level.WAIVABLE, Confirmation(Rule.R8, (2,), 1, "powód"), False),
        (Level.WAIVABLE, Confirmation(Rule.R8, (2,), 1, "powód", waived=True), True),
        (Level.BLOCK, Confirmation(Rule.R8, (2,), 1, "powód", waived=True), False),
        (Level.INFO, Confirmation(Rule.R8, (2,), 1), False),
    ],
)
def test_an_answer_holds_for_exactly_its_finding_at_its_level(
    level: Level, answer: Confirmation, holds: bool
) -> None:
    assert Finding(Rule.R8, level, (2,), 1).answered_by(answer) is holds


def test_whatever_a_rule_is_about_can_be_changed_somewhere() -> None:
    assert {where_changed(rule) for rule in Rule} == {
        NamingPlenipotentiary(),
        StatingBasis(),
        NamingSteering(),
        CheckingList(),
        Removing(),
        PickingEditors(),
    }


def test_answers_to_findings_of_the_past_are_not_in_force() -> None:
    office = replace(WLODAWA, limit_steering=8, limit_editorial=0)
    team = team_of(7).confirm(Confirmation(Rule.R4_FREE, (), 1))
    assert in_force(team, office) == team.confirmations
    assert in_force(team.add(person("Ewa Lis")), office) == ()


def test_an_answer_takes_the_place_of_an_older_one_to_the_same_rule_alone() -> None:
    small, other = Confirmation(Rule.R4A, (), 4, "powód"), Confirmation(Rule.R8, (2,), 1)
    smaller = replace(small, count=3)
    team = team_of(4).confirm(small).confirm(other)
    assert set(team.confirmations) == {small, other}
    assert set(team.confirm(smaller).confirmations) == {smaller, other}


# --- People of a team ---------------------------------------------------------------------------


def test_a_new_plenipotentiary_rests_on_no_basis_and_no_waiver_yet() -> None:
    waived = led_by("Sekretarz Gminy").confirm(Confirmation(Rule.R2B, (1,), waived=True))
    team = waived.appoint(person("Jan Nowak", "Skarbnik Gminy"))
    assert team.basis is None
    assert team.confirmations == ()
    assert [member.person.full_name for member in team.members] == ["Anna Kowalczyk", "Jan Nowak"]


def test_a_former_plenipotentiary_outside_both_blocks_leaves_the_team() -> None:
    team = led_by("Sekretarz Gminy", seat=Seat.OUTSIDE).appoint(person("Jan Nowak"))
    assert [member.person.full_name for member in team.members] == ["Jan Nowak"]


def test_the_plenipotentiary_named_again_stays_on_the_same_basis_with_the_new_post() -> None:
    team = led_by("Kierownik Referatu").appoint(person("Kowalczyk Anna", "Sekretarz Gminy"))
    assert team.basis == PROPOSAL
    assert team.plenipotentiary is not None
    assert team.plenipotentiary.person.position == "Sekretarz Gminy"


def test_a_removed_plenipotentiary_stays_appointed_outside_both_blocks() -> None:
    team = led_by("Sekretarz Gminy").remove(1)
    assert team.plenipotentiary is not None
    assert team.steering == ()
    assert team.remove(99) == team.seat(99, Seat.STEERING) == team


def test_a_full_draft_takes_nobody_more() -> None:
    team = team_of(20)
    for at in range(20):
        team = team.add(person(f"Ewa {chr(65 + at)}lis"))
    assert team.add(person("Adam Baran")) == team
    assert team.appoint(person("Adam Baran")) == team


def test_a_telephone_changes_no_answer_and_another_post_does() -> None:
    team = led_by("inspektor").confirm(Confirmation(Rule.R2, (1,), 0, "powód"))
    known = team.members[0].person
    assert team.correct(1, replace(known, phone="+48 83 000 00 15")).confirmations
    assert not team.correct(1, replace(known, position="informatyk gminny GOPS")).confirmations
    assert not team.correct(1, replace(known, given="Ewa")).confirmations
    assert team.correct(99, known) == team
