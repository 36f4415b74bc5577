"""What a pasted list and typed answers do to a team, and how a file reads as a list."""

from dataclasses import replace

import pytest

from conversations.coordination_table import Sheet
from conversations.events import Note
from conversations.list_entry import (
    LONGEST_LIST,
    correct_with,
    enter_list,
    list_from_sheets,
    matched_right,
)
from conversations.notes import NoteCode
from conversations.pasted_list import Question, QuestionCode
from conversations.people import Person
from conversations.places.enrolment import Clarifying
from conversations.team import Seat, Team
from tests.conversations.chat import WLODAWA

JAN = Person("Jan", "Mazur", position="Kierownik")


# --- Lists ------------------------------------------------------------------------------------


def test_a_list_is_read_up_to_the_longest_and_no_further() -> None:
    line = "Jan Mazur – Kierownik"
    for length, too_many in ((LONGEST_LIST, False), (LONGEST_LIST + 1, True)):
        entry = enter_list(Team(), WLODAWA, line.rjust(length))
        assert entry is not None
        assert entry.too_many is too_many
        assert len(entry.team.members) == (not too_many)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Ewa Lis", Note(NoteCode.ADDED, {"count": 1})),
        (
            "Jan Mazur – Kierownik\nEwa Lis – Skarbnik\nAdam Sowa – Geodeta\nLis Ewa",
            Note(NoteCode.ADDED_WITH_DUPLICATES, {"count": 2, "people": "Ewa Lis, Jan Mazur"}),
        ),
        (
            "Jan Mazur\nMonika Sikora",
            Note(NoteCode.ONLY_DUPLICATES, {"people": "Jan Mazur, Monika Sikora"}, refusal=True),
        ),
        (
            "Ewa Lis – Skarbnik, PESEL 44051401359",
            Note(NoteCode.EXTRA_DATA_DROPPED, {"count": 1}, refusal=True),
        ),
    ],
)
def test_it_is_told_how_many_came_and_who_was_there(text: str, note: Note) -> None:
    team = Team().add(JAN).add(Person("Monika", "Sikora"))
    entry = enter_list(team, WLODAWA, text)
    assert entry is not None
    assert entry.note == note


def test_a_post_that_was_known_before_the_columns_is_not_asked_about_again() -> None:
    listed = enter_list(Team(), WLODAWA, "Marek Wójcik – Skarbnik\nJan Mazur – Geodeta\nEwa Lis")
    assert listed is not None
    team = listed.team
    columns = "Marek Wójcik\nJan Mazur\nEwa Lis\n\nSkarbnik\nKierownik Referatu\nNaczelnik Wydziału"
    entry = enter_list(team, WLODAWA, columns)
    assert entry is not None
    assert entry.matched == tuple(member.id for member in team.members[1:])
    assert not any(member.doubts for member in matched_right(entry.team, entry.matched).members)


# --- Answers in words ---------------------------------------------------------------------------


def answered(known: Person, code: QuestionCode, text: str) -> Person | Note | None:
    """Who a member is after the first of two questions about them was answered in words."""
    team = Team().add(known).add(JAN)
    asked = (Question(code, 0), Question(QuestionCode.KTO, 1), Question(QuestionCode.SZYK, 1))
    found = correct_with(team, Clarifying(asked, (1, 2, 2)), text)
    if found is None or isinstance(found, Note):
        return found
    changed, place = found
    assert (place.questions, place.members) == (asked[1:], (2, 2))
    member = changed.member(1)
    assert member is not None
    return member.person


@pytest.mark.parametrize(
    ("known", "text", "given"),
    [
        ("A.", "Anna", "Anna"),
        ("A.", "anna maria", "Anna Maria"),
        ("A.", "Xenia", "Xenia"),
        ("A.", "Anxevra", "Anxevra"),
        ("Gosia", "Małgorzata", "Małgorzata"),
        ("A.", "Xevra", None),
        ("A.", "nie wiem", None),
        ("A.", "ok", None),
        ("A.", "?", None),
        ("A.", "Anna 2", None),
        ("A.", "Anna tego nie", None),
        ("A.", "Anna Kowalska", "Anna"),
        ("A.", "Ewa Kowalska", "Ewa"),
        ("A.", "Ewa Kowalczyk", "Ewa"),
        ("A.", "Ewa Sowa", None),
    ],
)
def test_an_initial_is_answered_by_given_names_alone_or_by_the_whole_entry(
    known: str, text: str, given: str | None
) -> None:
    person = answered(Person(known, "Kowalska", position="Skarbnik"), QuestionCode.PELNE_IMIE, text)
    assert getattr(person, "given", None) == given


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Lipińska", "Anna Lipińska"),
        ("Aneta Lipska", "Aneta Lipska"),
        ("Anna Filipińska", "Anna Filipińska"),
        ("Anna Lipińska-Nowak", "Anna Lipińska-Nowak"),
        ("Anna Nowak-Lipińska", "Anna Nowak-Lipińska"),
        ("Ewa Lipińska", None),
        ("Anna Zalewska", None),
        ("Anna", None),
    ],
)
def test_a_name_is_spelled_anew_only_as_one_like_it(text: str, name: str | None) -> None:
    known = Person("Anna", "Lipinska", position="Skarbnik")
    person = answered(known, QuestionCode.POLSKIE_ZNAKI, text)
    assert getattr(person, "full_name", None) == name


def test_of_many_unclear_names_three_are_asked_about_and_the_rest_is_left_to_the_advisor() -> None:
    text = "\n".join(f"A. {surname} – Kierownik" for surname in ("Lis", "Sowa", "Kot", "Baran"))
    entry = enter_list(Team(), WLODAWA, text)
    assert entry is not None
    assert len(entry.questions) == len(entry.asked_members) == 3
    assert all(member.doubts for member in entry.team.members)


def test_somebody_else_of_the_list_is_no_answer_about_this_one() -> None:
    known = Person("Anna", "Lipinska", position="Skarbnik")
    refused = answered(known, QuestionCode.POLSKIE_ZNAKI, "Jan Mazur")
    assert refused == Note(NoteCode.ALREADY_ON_LIST, {"person": "Jan Mazur"}, refusal=True)


# --- Files --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "lines"),
    [
        (("Jan\nMazur", "Kierownik\nReferatu"), ["Jan Mazur\tKierownik Referatu"]),
        (("1. Jan Mazur", "Skarbnik"), ["1. Jan Mazur\tSkarbnik"]),
        (("1. Jan Mazur\nEwa Lis", "Skarbnik"), ["1. Jan Mazur Ewa Lis\tSkarbnik"]),
        (("Lista", "1. Jan Mazur\n2. Ewa Lis"), ["Lista", "1. Jan Mazur", "2. Ewa Lis"]),
        (("Lista", "• Jan Mazur\n- Ewa Lis"), ["Lista", "• Jan Mazur", "- Ewa Lis"]),
        (("Lista", "1) Jan Mazur\n22) Ewa Lis\n"), ["Lista", "1) Jan Mazur", "22) Ewa Lis"]),
        (("tel.", "600 100 200\n81 123 45 67"), ["tel.\t600 100 200 81 123 45 67"]),
        ((" ", None, "Jan Mazur\nEwa Lis"), ["Jan Mazur", "Ewa Lis"]),
        ((1, None, "Jan Mazur"), ["1\t\tJan Mazur"]),
        ((" ", None), []),
    ],
)
def test_a_row_is_one_line_unless_a_cell_of_it_holds_a_list(
    row: tuple[object, ...], lines: list[str]
) -> None:
    sheet = Sheet("Arkusz1", (row, ("koniec",)))  # type: ignore[arg-type]
    assert list_from_sheets([sheet]).split("\n") == [*lines, "koniec"]


def test_whoever_was_outside_the_group_joins_it_by_the_list_and_is_no_twin() -> None:
    team = Team().appoint(replace(JAN, position="Sekretarz"))
    entry = enter_list(team, WLODAWA, "Jan Mazur\nEwa Lis – Skarbnik")
    assert entry is not None
    assert entry.note == Note(NoteCode.ADDED, {"count": 2})
    assert [member.seat for member in entry.team.members] == [Seat.STEERING] * 2
