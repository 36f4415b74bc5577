"""Typed orders, reasons, corrections and choices, as offices write them."""

from dataclasses import replace
from datetime import date

import pytest

from conversations.basis import read_order
from conversations.choosing import choose_editors, choose_members, seat_editors
from conversations.coordination_table import Sheet
from conversations.events import Action
from conversations.list_entry import corrected_person, enter_list, list_from_sheets
from conversations.notes import NoteCode
from conversations.pasted_list import DISCARDED
from conversations.people import Person, may_be_same
from conversations.reasons import read_reason
from conversations.team import Seat, Team
from tests.conversations.chat import EIGHT, MARKED, WLODAWA, Chat, people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zarządzenie nr 12/2026 z 5 stycznia 2026 r.", ("12/2026", date(2026, 1, 5))),
        ("0050.26.2026 z dnia 5.01.2026", ("0050.26.2026", date(2026, 1, 5))),
        ("nr 7 z 2026-01-05", ("7", date(2026, 1, 5))),
        ("5 stycznia 2026 r., nr 12/2026", ("12/2026", date(2026, 1, 5))),
        ("ZARZĄDZENIEM NR 3/26 Z DNIA 31 GRUDNIA 2025 ROKU", ("3/26", date(2025, 12, 31))),
        *(
            (f"nr 7 z {day} {month} 2026", ("7", date(2026, number, day)))
            for number, (day, month) in enumerate(
                (
                    (1, "stycznia"),
                    (28, "lutego"),
                    (3, "marca"),
                    (4, "kwietnia"),
                    (31, "maja"),
                    (6, "czerwca"),
                    (7, "lipca"),
                    (8, "sierpnia"),
                    (30, "września"),
                    (10, "października"),
                    (11, "listopada"),
                    (12, "grudnia"),
                ),
                start=1,
            )
        ),
        ("zarządzeniem wewnętrznym nr 7 z dn. 5.1.2026", ("7", date(2026, 1, 5))),
        ("zarządzenie wewnętrzne numer 7, dnia 05-01-2026", ("7", date(2026, 1, 5))),
        ("zarz. 7; 5/1/2026", ("7", date(2026, 1, 5))),
        ("zarz. wewn. nr. 7 z 5.01.2026", ("7", date(2026, 1, 5))),
        ("5.01.2026 nr 3", ("3", date(2026, 1, 5))),
        ("1.2.2026 z 5 stycznia 2026", ("1.2.2026", date(2026, 1, 5))),
        ("1.2.2025 z 2026-01-05", ("1.2.2025", date(2026, 1, 5))),
        ("nr " + "1" * 60 + " z 5 stycznia 2026", ("1" * 60, date(2026, 1, 5))),
        ("nr " + "1" * 61 + " z 5 stycznia 2026", None),
        ("12/2026", None),
        ("5 stycznia 2026", None),
        ("nr 12 z 31 lutego 2026", None),
        ("", None),
        ("Zarządzenie bez numeru z 5 stycznia 2026 r.", None),
    ],
)
def test_an_order_has_a_number_and_a_date(text: str, expected: tuple[str, date] | None) -> None:
    assert read_order(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mały  urząd.\n", "Mały urząd."),
        ("ok", NoteCode.REASON_NEEDED),
        ("...", NoteCode.REASON_NEEDED),
        ("a" * 500, "a" * 500),
        ("a" * 501, NoteCode.TOO_LONG),
    ],
)
def test_a_reason_says_something_and_is_never_cut(text: str, expected: str) -> None:
    assert read_reason(text) == expected


def team_of_eight() -> Team:
    entry = enter_list(Team(), WLODAWA, EIGHT)
    assert entry is not None
    return entry.team


@pytest.mark.parametrize(
    ("text", "surnames"),
    [
        ("1 3", ["Kowalczyk", "Lis-Sadowska"]),
        ("mazur, sikora", ["Mazur", "Sikora"]),
        ("kowalczyk, mazur, sikora", ["Kowalczyk", "Mazur", "Sikora"]),
        ("Kowalczyk,Mazur", ["Kowalczyk", "Mazur"]),
        ("Mazur Jan", ["Mazur"]),
        ("Jan Mazur i Monika Sikora", ["Mazur", "Sikora"]),
        ("Ewy Lis-Sadowskiej i Jana Mazura", ["Lis-Sadowska", "Mazur"]),
        ("mazur sikora mazur", ["Mazur", "Sikora"]),
        ("Sadowska", ["Lis-Sadowska"]),
        ("Lis-Sadowska; Ewa Lis", ["Lis-Sadowska"]),
    ],
)
def test_members_are_chosen_by_number_or_by_name(text: str, surnames: list[str]) -> None:
    team = team_of_eight()
    choice = choose_members(team, text)
    assert choice is not None
    chosen = [team.member(member_id) for member_id in choice.members]
    assert [member.person.surname for member in chosen if member] == surnames


def test_a_choice_may_name_nobody_or_somebody_from_outside() -> None:
    team = team_of_eight()
    assert choose_members(team, "proszę bardzo") is None
    unknown = choose_members(team, "1 39")
    assert unknown is not None
    assert unknown.unknown_number
    outside = choose_members(team, "Adam Baran – Kierownik Referatu")
    assert outside is not None
    assert [person.surname for person in outside.outsiders] == ["Baran"]
    seated = team.seat(8, Seat.OUTSIDE)
    out = choose_members(seated, "Jan Mazur")
    assert out is not None
    assert out.members == ()
    assert [person.position for person in out.outsiders] == ["Kierownik Referatu Organizacyjnego"]
    twins = team.add(Person("Ewa", "Mazur"))
    for text in ("Mazur", "Mazur i Sikora"):
        assert choose_members(twins, text) is None


@pytest.mark.parametrize(
    "text", ["Lis", "pani Lis", "Lis, Sikora", "Lis i Sikora", "Lis Sikora", "Sikora, Lis"]
)
def test_a_surname_is_that_of_whoever_bears_it_alone_rather_than_a_part_of_another(
    text: str,
) -> None:
    team = team_of_eight().add(Person("Anna", "Lis"))
    choice = choose_members(team, text)
    assert choice is not None
    surnames = {each.person.surname for each in team.members if each.id in choice.members}
    assert surnames == ({"Lis", "Sikora"} if "Sikora" in text else {"Lis"})


@pytest.mark.parametrize(
    ("text", "surnames"),
    [
        ("Wybieramy Mazura", ["Mazur"]),
        ("Zespół redakcyjny: wybieramy Mazura i Sikorę", ["Sikora", "Mazur"]),
        ("do zespołu redakcyjnego wejdą Mazur i Sikora", ["Sikora", "Mazur"]),
        ("W ZR będą: Mazur, Sikora", ["Sikora", "Mazur"]),
        ("Blok II – 5, 8", ["Sikora", "Mazur"]),
        ("redakcja to Mazur", ["Mazur"]),
        ("niech będą Mazur i Sikora", ["Sikora", "Mazur"]),
        ("proponujemy Mazura", ["Mazur"]),
    ],
)
def test_editors_may_be_told_in_a_sentence(text: str, surnames: list[str]) -> None:
    team = team_of_eight()
    choice = choose_editors(team, text)
    assert choice is not None
    assert not choice.outsiders
    seated = seat_editors(team, choice.members)
    assert [member.person.surname for member in seated.editorial] == surnames


ANNA = Person("Anna", "Kowalczyk", position="Sekretarz", phone="+48830000015", email="a@b.pl")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Skarbnik Gminy", replace(ANNA, position="Skarbnik Gminy")),
        ("Anna Kowalska", replace(ANNA, surname="Kowalska")),
        ("Ewa Nowak – Skarbnik", replace(ANNA, given="Ewa", surname="Nowak", position="Skarbnik")),
        ("proszę", None),
        ("Ewa Nowak – Skarbnik\nJan Mazur – Kierownik", None),
    ],
)
def test_a_correction_keeps_what_it_does_not_mention(text: str, expected: Person | None) -> None:
    assert corrected_person(ANNA, text) == expected


def test_a_list_is_entered_whole_or_not_at_all() -> None:
    full = enter_list(Team(), WLODAWA, people(40))
    assert full is not None
    assert not full.too_many
    over = enter_list(full.team, WLODAWA, "Adam Baran – Kierownik Referatu\n" + EIGHT)
    assert over is not None
    assert (over.too_many, over.team) == (True, full.team)
    assert over.note.code is NoteCode.TOO_MANY
    assert enter_list(Team(), WLODAWA, "proszę bardzo") is None


@pytest.mark.parametrize(
    ("text", "code", "refusal"),
    [
        ("Adam Baran – Kierownik", NoteCode.ADDED, False),
        ("Adam Baran", NoteCode.ADDED, False),
        ("Adam Baran – Kierownik\nJan Mazur", NoteCode.ADDED_WITH_DUPLICATES, False),
        ("Adam Baran – Kierownik\nBaran Adam", NoteCode.ADDED_WITH_DUPLICATES, False),
        ("Mazur Jan", NoteCode.ONLY_DUPLICATES, True),
        ("Grupa sterująca:\nJan Mazur\nZespół redakcyjny:\nJan Mazur", NoteCode.ADDED, False),
        ("Adam Baran – Kierownik, PESEL 44051401359", NoteCode.EXTRA_DATA_DROPPED, True),
    ],
)
def test_what_is_said_about_a_list(text: str, code: NoteCode, refusal: bool) -> None:
    entry = enter_list(team_of_eight(), WLODAWA, text)
    assert entry is not None
    assert (entry.note.code, entry.note.refusal) == (code, refusal)


@pytest.mark.parametrize(
    ("behind", "left"),
    [
        ("tel. 601 234 567, 602 345 678, PESEL 44051401359", ("602 345 678",)),
        ("PESEL 44051401359, zastępuje Wójta", ("zastępuje Wójta",)),
        ("ur. 12.03.1975", ()),
    ],
)
def test_what_was_left_of_a_line_is_told_but_for_what_must_not_be_repeated(
    behind: str, left: tuple[str, ...]
) -> None:
    entry = enter_list(Team(), WLODAWA, f"Adam Baran – Kierownik, {behind}")
    assert entry is not None
    assert (entry.left, entry.skipped) == (left, (DISCARDED,))


def test_the_plenipotentiary_pasted_again_with_the_list_is_the_same_person_silently() -> None:
    chat = Chat()
    chat.tap(Action.CONTINUE)
    chat.say("Anna Kowalczyk – Sekretarz Powiatu")
    chat.tap(Action.JOIN)
    chat.say(EIGHT)
    assert chat.note == "added", chat
    assert len(chat.steering) == 8
    assert chat.plenipotentiary == "Anna Kowalczyk"


def test_a_file_reads_as_the_list_that_pasting_it_gives() -> None:
    sheet = Sheet("Arkusz1", (("Lp.", "Imię i nazwisko", None), (1, "Jan Mazur", "Kierownik"), ()))
    assert list_from_sheets([sheet]) == "Lp.\tImię i nazwisko\n1\tJan Mazur\tKierownik"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Person("A.", "Kowalczyk"), Person("Anna", "Kowalczyk"), True),
        (Person("Anna Maria", "Kowalczyk"), Person("Anna", "Kowalczyk"), True),
        (Person("Adam", "Kowalczyk"), Person("Anna", "Kowalczyk"), False),
        (Person("Anna", "Kowalczyk"), Person("Kowalczyk", "Anna"), False),
        (Person("Anna", "Nowak"), Person("Anna", "Kowalczyk"), False),
    ],
)
def test_two_entries_may_be_one_person(one: Person, other: Person, expected: bool) -> None:
    assert may_be_same(one, other) is expected


def test_a_marked_list_names_everybody_at_once() -> None:
    entry = enter_list(Team(), WLODAWA, MARKED)
    assert entry is not None
    assert entry.team.plenipotentiary is not None
    assert (len(entry.team.steering), len(entry.team.editorial)) == (8, 4)
