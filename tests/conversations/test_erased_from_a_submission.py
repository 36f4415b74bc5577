"""What an erasure leaves of an office's submission, beside the lists themselves."""

from dataclasses import replace

from conversations.people import Person
from conversations.privacy import without_person, without_team
from conversations.submission import (
    Approval,
    Attendance,
    Decider,
    Office,
    Side,
    Stage,
    Submission,
    Word,
    unschooled,
)
from conversations.team import Member, Seat, Team
from conversations.vocabulary import ERASED
from tests.storage.stock import NOW

ANNA, EWA = Person("Anna", "Kowalczyk"), Person("Ewa", "Lis")
TEAM = Team((Member(1, ANNA, Seat.EDITORIAL), Member(2, EWA, Seat.STEERING)), next_id=3)
HELD = Attendance(frozenset({ANNA.key, EWA.key}), frozenset({ANNA.key}))
DECIDED = Submission(
    Office(7, "Urząd Gminy Rejowiec", attendance=HELD),
    stage=Stage.SETTLED,
    team=TEAM,
    approval=Approval(TEAM, NOW, Decider.HEAD),
)


def test_the_entry_that_keeps_an_editors_seat_has_taken_block_i() -> None:
    after = without_person(DECIDED, ANNA)
    held = after.office.attendance
    assert held is not None
    assert ANNA.key not in held.people | held.editors
    assert (len(held.people), len(held.editors)) == (2, 1)
    assert unschooled(after.team, after.office) == ()


def test_whoever_is_in_no_approved_version_is_forgotten() -> None:
    left = replace(DECIDED, team=TEAM.remove(1), stage=Stage.DRAFTING)
    assert left.approval is not None
    left = replace(left, approval=replace(left.approval, team=TEAM.remove(1)))
    assert without_person(left, ANNA).office.attendance == Attendance(frozenset({EWA.key}))


def test_before_block_i_there_is_nobody_to_forget() -> None:
    before = replace(DECIDED, office=replace(DECIDED.office, attendance=None))
    assert without_person(before, ANNA).office == before.office


def test_a_word_about_the_person_falls_and_others_lose_the_name() -> None:
    about = replace(DECIDED, word=Word(Side.ADVISOR, "Proszę o telefon", 1))
    assert without_person(about, ANNA).word is None
    other = replace(DECIDED, word=Word(Side.OFFICE, "Zastąpi p. Kowalczyk", 2))
    assert without_person(other, ANNA).word == Word(Side.OFFICE, f"Zastąpi p. [{ERASED}]", 2)


def test_an_erased_office_keeps_no_word_and_nobody_who_came() -> None:
    spoken = replace(DECIDED, word=Word(Side.OFFICE, "Dzień dobry"), entered=True)
    after = without_team(spoken, approved=True)
    assert (after.word, after.entered, after.office.attendance) == (None, False, Attendance())
    draft = without_team(replace(spoken, team=TEAM.remove(2)), approved=False)
    assert (draft.word, draft.entered, draft.team) == (None, False, TEAM)
    assert draft.office.attendance == HELD
