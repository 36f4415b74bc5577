"""Words between office and Advisor, putting off with a reason, substitutes, lists entered."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from conversations import desk, enrolment
from conversations.access import Grant, Role, advisor_code
from conversations.desk.standing_in import read_period
from conversations.events import Action, Audience, Event, Said, Tapped
from conversations.notes import NoteCode, NoticeCode
from conversations.people import Person
from conversations.places import Home, Place
from conversations.places.desk import Entering, NamingStandIn, PuttingOff
from conversations.places.enrolment import (
    CheckingList,
    NamingPlenipotentiary,
    StatingBasis,
    Summary,
)
from conversations.places.office import (
    AskingAdvisor,
    Commenting,
    MarkingAttendance,
    Returning,
    ViewingOffice,
)
from conversations.submission import (
    Approval,
    Decider,
    Office,
    Side,
    Stage,
    Status,
    Submission,
    Word,
    status,
)
from conversations.talk import Talk
from conversations.team import Basis, BasisKind, Seat, Team
from conversations.turn import Context, EndStandIn, NameStandIn, PutOff, Turn
from tests.conversations.chat import WLODAWA, Chat

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
HALINA, ANDRZEJ = "Halina Wrońska", "Andrzej Kmieć"
OFFICE = Office(7, "Urząd Gminy Rejowiec", "Wójt", HALINA, 8, 4)
ANNA = Person("Anna", "Kowalczyk", position="Sekretarz Gminy")
EWA = Person("Ewa", "Lis", position="Skarbnik Gminy")
TEAM = Team().add(ANNA).add(EWA, Seat.EDITORIAL)
DRAFT = Submission(OFFICE, 3, Stage.DRAFTING, TEAM)


def sits(
    event: Event, place: Place, submission: Submission = DRAFT, role: Role = Role.ADVISOR
) -> Turn:
    """What happens at a desk."""
    talk = Talk(1, Grant(1, role, advisor=HALINA if role is Role.ADVISOR else None), place)
    return desk.step(talk, submission, event, Context(role, NOW))


def works(event: Event, place: Place, submission: Submission = DRAFT) -> Turn:
    """What happens in the office."""
    talk = Talk(2, Grant(2, Role.SECRETARY, 7, OFFICE.name), place)
    return enrolment.step(talk, submission, event, Context(Role.SECRETARY, NOW))


def kept(turn: Turn) -> Submission:
    assert turn.submission is not None
    return turn.submission


def note(turn: Turn) -> NoteCode | None:
    return turn.talk.note.code if turn.talk.note else None


# --- Words ------------------------------------------------------------------------------------


def test_a_comment_reaches_the_office_and_changes_nothing_else() -> None:
    asked = sits(Tapped(Action.COMMENT, "7"), ViewingOffice(7))
    assert asked.talk.place == Commenting(7)
    about = sits(Tapped(Action.ABOUT, "2"), asked.talk.place)
    assert about.talk.place == Commenting(7, about=2)
    said = sits(Said("Proszę uzupełnić stanowisko."), about.talk.place)
    assert kept(said) == replace(DRAFT, word=Word(Side.ADVISOR, "Proszę uzupełnić stanowisko.", 2))
    assert said.talk.place == ViewingOffice(7)
    assert [(n.code, n.audience) for n in said.notices] == [(NoticeCode.COMMENTED, Audience.OFFICE)]
    assert "stanowisko" not in str(said.notices), "a letter may show on a locked screen"


def test_the_office_answers_and_the_advisor_is_told() -> None:
    commented = replace(DRAFT, word=Word(Side.ADVISOR, "Kto jest Skarbnikiem?"))
    asked = works(Tapped(Action.ASK_ADVISOR), Home(), commented)
    assert asked.talk.place == AskingAdvisor()
    said = works(Said("Skarbnikiem jest Ewa Lis"), AskingAdvisor(), commented)
    assert kept(said).word == Word(Side.OFFICE, "Skarbnikiem jest Ewa Lis")
    assert [(n.code, n.audience) for n in said.notices] == [(NoticeCode.ASKED, Audience.ADVISOR)]
    assert note(said) is NoteCode.ASKED


def test_an_office_without_an_advisor_asks_nobody() -> None:
    alone = replace(DRAFT, office=replace(OFFICE, advisor=None))
    assert note(works(Tapped(Action.ASK_ADVISOR), Home(), alone)) is NoteCode.NO_ADVISOR


def test_a_comment_about_somebody_goes_with_them() -> None:
    commented = replace(DRAFT, word=Word(Side.ADVISOR, "Czy to kadra kierownicza?", 1))
    removed = works(Tapped(Action.REMOVE_SURELY, "1", 3), CheckingList(), commented)
    assert kept(removed).team.member(1) is None
    assert kept(removed).word is None
    stays = works(Tapped(Action.LIST_ADD), CheckingList(), commented)
    assert kept(stays).word == commented.word


@pytest.mark.parametrize("text", ["", "ok", "."])
def test_a_word_that_says_nothing_is_asked_for_again(text: str) -> None:
    assert note(sits(Said(text), Commenting(7))) is NoteCode.REASON_NEEDED
    assert note(works(Said(text), AskingAdvisor())) is NoteCode.REASON_NEEDED


def test_a_return_may_point_at_a_person() -> None:
    sent = replace(DRAFT, stage=Stage.SUBMITTED)
    about = sits(Tapped(Action.ABOUT, "2"), Returning(7), sent)
    back = kept(sits(Said("Proszę podać stanowisko."), about.talk.place, sent))
    assert back.returned is not None
    assert (back.returned.by, back.returned.about) == (Decider.ADVISOR, 2)
    talk = Talk(3, Grant(3, Role.HEAD, 7, OFFICE.name), Returning())
    head = Context(Role.HEAD, NOW)
    pointed = enrolment.step(talk, sent, Tapped(Action.ABOUT, "1"), head).talk
    returned = kept(enrolment.step(pointed, sent, Said("Proszę o inną osobę."), head)).returned
    assert returned is not None
    assert (returned.by, returned.about) == (Decider.HEAD, 1)


def test_a_comment_may_be_about_everything_again() -> None:
    assert sits(Tapped(Action.ABOUT), Commenting(7, about=2)).talk.place == Commenting(7)
    assert sits(Tapped(Action.PAGE, "1"), Commenting(7)).talk.place == Commenting(7, page=1)
    assert sits(Tapped(Action.BACK), Commenting(7)).talk.place == ViewingOffice(7)
    for page, shown in (("1", 1), ("2", 1), ("0", 0)):
        assert sits(Tapped(Action.PAGE, page), ViewingOffice(7)).talk.place == ViewingOffice(
            7, page=shown
        )


# --- Putting off ------------------------------------------------------------------------------


def test_reminders_are_put_off_with_a_reason() -> None:
    asked = sits(Tapped(Action.SNOOZE_WHY), PuttingOff())
    assert asked.talk.place == PuttingOff(asks=True)
    given = sits(Said("Wójt wraca w środę"), asked.talk.place)
    assert given.talk.place == PuttingOff(reason="Wójt wraca w środę")
    put_off = sits(Tapped(Action.SNOOZE, "3"), given.talk.place)
    assert put_off.effects == (PutOff(3, "Wójt wraca w środę"),)
    assert put_off.talk.place == Home()
    assert note(sits(Said("?"), asked.talk.place)) is NoteCode.REASON_NEEDED
    assert sits(Tapped(Action.BACK), asked.talk.place).talk.place == PuttingOff()
    assert sits(Tapped(Action.BACK), PuttingOff()).talk.place == Home()


# --- Substitutes ------------------------------------------------------------------------------


def test_the_coordinator_names_a_substitute_from_day_to_day() -> None:
    there = sits(Tapped(Action.STAND_IN, "7"), ViewingOffice(7), role=Role.COORDINATOR).talk.place
    assert there == NamingStandIn(7)
    code = advisor_code(ANDRZEJ)
    chosen = sits(Tapped(Action.STAND_IN, f"7/{code}"), there, role=Role.COORDINATOR).talk.place
    assert chosen == NamingStandIn(7, code)
    unclear = sits(Said("od jutra"), chosen, role=Role.COORDINATOR)
    assert (note(unclear), unclear.talk.place) == (NoteCode.DAYS_UNCLEAR, chosen)
    named = sits(Said("1.12.2026 – 14.12.2026"), chosen, role=Role.COORDINATOR)
    assert named.talk.place == ViewingOffice(7)
    assert named.effects == (NameStandIn(HALINA, code, date(2026, 12, 1), date(2026, 12, 14)),)
    end = Tapped(Action.STAND_IN_END, f"7/{code}", 3)
    ended = sits(end, ViewingOffice(7), role=Role.COORDINATOR)
    assert ended.effects == (EndStandIn(HALINA, code),)
    assert sits(Tapped(Action.BACK), chosen, role=Role.COORDINATOR).talk.place == NamingStandIn(7)


def test_nobody_stands_in_for_nobody_or_for_oneself() -> None:
    alone = replace(DRAFT, office=replace(OFFICE, advisor=None))
    asked = sits(Tapped(Action.STAND_IN, "7"), ViewingOffice(7), alone, Role.COORDINATOR)
    assert note(asked) is NoteCode.NO_ADVISOR
    herself = NamingStandIn(7, advisor_code(HALINA))
    asked = sits(Said("1.12.2026 – 2.12.2026"), herself, role=Role.COORDINATOR)
    assert (note(asked), asked.effects) == (NoteCode.STALE, ())


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("1.12.2026 – 14.12.2026", (date(2026, 12, 1), date(2026, 12, 14))),
        ("od 1 grudnia 2026 do 14 grudnia 2026 r.", (date(2026, 12, 1), date(2026, 12, 14))),
        ("2026-12-01 - 2026-12-14", (date(2026, 12, 1), date(2026, 12, 14))),
        ("5.12.2026 do 5.12.2026", (date(2026, 12, 5), date(2026, 12, 5))),
        ("14.12.2026 – 1.12.2026", None),
        ("1.12.2026", None),
        ("od jutra do piątku", None),
        ("", None),
    ],
)
def test_days_are_read_as_they_are_typed(text: str, period: tuple[date, date] | None) -> None:
    assert read_period(text) == period


# --- A list for an office without Telegram ----------------------------------------------------


def test_the_coordinator_goes_through_the_offices_steps_and_the_list_says_so() -> None:
    empty = Submission(OFFICE)
    begun = sits(Tapped(Action.ENTER, "7"), ViewingOffice(7), empty, Role.COORDINATOR)
    assert begun.talk.place == Entering(7, NamingPlenipotentiary())
    named = sits(
        Said("Anna Kowalczyk – Sekretarz Gminy"), begun.talk.place, empty, Role.COORDINATOR
    )
    assert kept(named).entered
    assert isinstance(named.talk.place, Entering)
    assert kept(named).team.plenipotentiary is not None
    left = sits(Tapped(Action.BACK), Entering(7, NamingPlenipotentiary()), empty, Role.COORDINATOR)
    assert left.talk.place == ViewingOffice(7)


def test_what_was_entered_is_approved_by_its_recorded_basis() -> None:
    waiting = replace(DRAFT, stage=Stage.SUBMITTED, entered=True, team=TEAM.appoint(ANNA))
    begun = sits(Tapped(Action.ENTER, "7"), ViewingOffice(7), waiting, Role.COORDINATOR)
    assert begun.talk.place == Entering(7, StatingBasis())
    tap = Tapped(Action.BASIS, BasisKind.ORAL, waiting.version)
    done = kept(sits(tap, begun.talk.place, waiting, Role.COORDINATOR))
    assert status(done) in {Status.APPROVED, Status.SUBMITTED, Status.SUBMITTED_WITH_REMARK}
    assert done.team.basis == Basis(BasisKind.ORAL)
    assert done.entered


def test_a_list_is_entered_from_where_the_office_stands() -> None:
    chat = Chat(replace(WLODAWA, head_registered=False)).prepare()
    chat.coordinator(Action.ENTER)
    assert chat.talks[Role.COORDINATOR].place == Entering(7, Summary())
    chat.tap(Action.SEND)
    chat.tap(Action.OPEN, role=Role.COORDINATOR)
    chat.coordinator(Action.ENTER)
    assert chat.talks[Role.COORDINATOR].place == Entering(7, StatingBasis()), chat


def test_whatever_the_office_changes_itself_is_its_own() -> None:
    entered = replace(DRAFT, entered=True)
    assert kept(works(Tapped(Action.LIST_ADD), CheckingList(), entered)).entered
    changed = works(Tapped(Action.REMOVE_SURELY, "1", 3), CheckingList(), entered)
    assert not kept(changed).entered


def test_neither_an_advisor_nor_a_closed_office_enters_a_list() -> None:
    closed = replace(DRAFT, office=replace(OFFICE, closed=True))
    asked = sits(Tapped(Action.ENTER, "7"), ViewingOffice(7), closed, Role.COORDINATOR)
    assert note(asked) is NoteCode.LISTS_CLOSED
    settled = replace(DRAFT, stage=Stage.SETTLED, approval=Approval(TEAM, NOW, Decider.HEAD))
    asked = sits(Tapped(Action.ENTER, "7"), ViewingOffice(7), settled, Role.COORDINATOR)
    assert asked.talk.place == ViewingOffice(7)
    forged = sits(Said("Anna Kowalczyk – Sekretarz"), Entering(7, NamingPlenipotentiary()))
    assert forged.submission == DRAFT


# --- Attendance of block I --------------------------------------------------------------------

APPROVED = replace(DRAFT, stage=Stage.SETTLED, approval=Approval(TEAM, NOW, Decider.HEAD))


@pytest.mark.parametrize(
    ("typed", "came"),
    [
        ("1", {ANNA.key}),
        ("1 2", {ANNA.key, EWA.key}),
        ("Lis", {EWA.key}),
        ("Ewa Lis – Skarbnik Gminy\nAnna Kowalczyk – Sekretarz Gminy", {ANNA.key, EWA.key}),
    ],
)
def test_attendance_is_marked_by_numbers_or_as_a_list(typed: str, came: set[str]) -> None:
    asked = sits(Tapped(Action.ATTENDANCE, "7", 3), ViewingOffice(7), APPROVED, Role.COORDINATOR)
    assert asked.talk.place == MarkingAttendance(7)
    marked = sits(Said(typed), asked.talk.place, APPROVED, Role.COORDINATOR)
    held = kept(marked).office.attendance
    assert held is not None
    assert held.people == came
    assert held.editors == {EWA.key}
    assert marked.talk.place == ViewingOffice(7)


def test_everybody_is_marked_only_where_it_is_asked_who_came() -> None:
    for tap, place in (
        (Tapped(Action.ATTENDANCE, "7/all", 3), ViewingOffice(7)),
        (Tapped(Action.ATTENDANCE, "7", 3), MarkingAttendance(7)),
    ):
        asked = sits(tap, place, APPROVED, Role.COORDINATOR)
        assert (asked.talk.place, kept(asked)) == (MarkingAttendance(7), APPROVED)


def test_everybody_came() -> None:
    tap = Tapped(Action.ATTENDANCE, "7/all", 3)
    held = kept(sits(tap, MarkingAttendance(7), APPROVED, Role.COORDINATOR)).office.attendance
    assert held is not None
    assert held.people == {ANNA.key, EWA.key}


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("9", NoteCode.NO_SUCH_NUMBER),
        ("Jan Nowak – Kierownik", NoteCode.NOT_ON_LIST),
        ("???", NoteCode.ATTENDANCE_UNCLEAR),
    ],
)
def test_whoever_is_not_known_is_not_marked_and_nobody_else_is(typed: str, code: NoteCode) -> None:
    marked = sits(Said(typed), MarkingAttendance(7), APPROVED, Role.COORDINATOR)
    assert note(marked) is code
    assert kept(marked) == APPROVED


def test_all_who_are_not_on_the_list_are_named() -> None:
    typed = Said("Jan Nowak – Kierownik\nEwa Gil – Skarbnik")
    turn = sits(typed, MarkingAttendance(7), APPROVED, Role.COORDINATOR)
    assert turn.talk.note is not None
    assert turn.talk.note.values == {"people": "Jan Nowak, Ewa Gil"}


def test_without_an_approved_team_nobody_came() -> None:
    asked = sits(Tapped(Action.ATTENDANCE, "7", 3), ViewingOffice(7), role=Role.COORDINATOR)
    assert note(asked) is NoteCode.NO_TEAM_YET
    assert sits(Tapped(Action.BACK), MarkingAttendance(7)).talk.place == ViewingOffice(7)
