"""Whom a name of a correction in prose may mean, and whom it may not, however alike they are."""

import pytest

from conversations.pasted_list.broken_lines import names_in_any_case
from conversations.pasted_list.changes import Mention
from conversations.pasted_list.doubts import holds_name
from conversations.pasted_list.mailboxes import Mailboxes
from conversations.pasted_list.names import names_somebody
from conversations.pasted_list.telling import Kind, Piece
from conversations.people import Person


@pytest.mark.parametrize(
    ("typed", "surname"),
    [
        ("Kozła", "Kozioł"),
        ("Kozieła", "Kozioł"),
        ("Mazurka", "Mazurek"),
        ("Wilka", "Wilk"),
        ("Sowy", "Sowa"),
        ("Gołębia", "Gołąb"),
        ("Gołębiem", "Gołąb"),
        ("Mroza", "Mróz"),
        ("Koska", "Kosek"),
        ("Dudy", "Duda"),
        ("Dąbka", "Dąbek"),
        ("Zającem", "Zając"),
        ("Stępnia", "Stępień"),
        ("Nowakiem", "Nowak"),
    ],
)
def test_a_surname_in_another_case_is_that_person(typed: str, surname: str) -> None:
    assert Mention(words=(typed,)).fits(Person("Jan", surname))


@pytest.mark.parametrize(
    ("typed", "surname"),
    [
        ("Kozła", "Kozłowski"),
        ("Kozłowskiego", "Kozioł"),
        ("Zalewskiego", "Zaleski"),
        ("Mazura", "Mazurek"),
        ("Mazurka", "Mazur"),
        ("Wilka", "Wilczek"),
        ("Wilczka", "Wilk"),
        ("Lisa", "Lisowski"),
        ("Sowy", "Sowiński"),
        ("Kowalczyka", "Kowal"),
        ("Kowala", "Kowalczyk"),
        ("Kosa", "Kosek"),
        ("Nowakowskiego", "Nowak"),
        ("Dudy", "Dudek"),
        ("Wójta", "Wójtowicz"),
    ],
)
def test_a_surname_that_is_only_alike_is_nobody(typed: str, surname: str) -> None:
    assert not Mention(words=(typed,)).fits(Person("Jan", surname))


def test_every_word_of_a_mention_must_fit_and_no_word_fits_nobody() -> None:
    nowak = Person("Jan Piotr", "Nowak-Wilk")
    assert Mention(words=("Jana", "Nowaka")).fits(nowak)
    assert Mention(words=("Nowaka-Wilka",)).fits(nowak)
    assert not Mention(words=("Adama", "Nowaka")).fits(nowak)
    assert not Mention(words=("Nowaka-Sowy",)).fits(nowak)
    assert not Mention().fits(nowak)


@pytest.mark.parametrize(
    "written", ["ALEX", "(XENIA)", "Adam,", "Ewa;", "Jan:", "*Olga*", "Piotr."]
)
def test_a_given_name_is_known_between_marks_and_in_capitals(written: str) -> None:
    assert names_somebody(f"zgłasza {written} dziś")
    assert names_in_any_case(f"zgłasza {written} dziś")


@pytest.mark.parametrize("written", ["xyz", "urząd", "ds.", "–", "A"])
def test_other_words_name_nobody(written: str) -> None:
    assert not names_somebody(written)
    assert not names_in_any_case(written)


def test_a_given_name_in_another_case_names_somebody_if_it_has_a_capital() -> None:
    assert names_in_any_case("wyznaczam Annę")
    assert not names_in_any_case("wyznaczam annę")
    assert not names_somebody("wyznaczam Annę")


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("zgłasza Adam Sowa", True),
        ("zgłasza Sowa Adam", True),
        ("zgłasza Sowa Adam dziś", True),
        ("Adam Sowa", True),
        ("zgłasza Adam", False),
        ("Adam zgłasza", False),
        ("zgłasza Adam Skarbnik", False),
        ("zgłasza Sowa dziś Adam", False),
        ("zgłasza adam Sowa", False),
        ("szkoła im. Adam Sowa", False),
        ("dziękuję Adam Witam", False),
    ],
)
def test_a_given_name_beside_another_name_may_be_somebody(text: str, holds: bool) -> None:
    assert holds_name(Piece(Kind.TEXT, tuple(text.split()))) is holds


def test_an_address_that_fits_several_is_of_none_of_them_for_certain() -> None:
    """Two are enough to know that; „bcd@” is nobody's."""
    known = Mailboxes()
    for at, name in enumerate(("Anna Gil", "Adam Gil", "Jan Kot", "Alicja Gil")):
        known.add(name.split(), at)

    assert len(known.owners("a.gil@ug.example")) == 2
    assert known.owners("a.gil@ug.example", behind=1) == {3}
    assert known.owners("j.kot@ug.example") == {2}
    assert known.owners("bcd@ug.example") == set()
