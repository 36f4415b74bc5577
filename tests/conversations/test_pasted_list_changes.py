"""Corrections in prose become a proposed change: who is to leave, who is to join."""

import pytest

from conversations.pasted_list import Change, Mention, read_change
from conversations.people import Person

_TEAM = (
    Person("Piotr", "Zalewski"),
    Person("Anna", "Kowalczyk"),
    Person("Ewa", "Lis-Sadowska"),
    Person("Jan", "Kozioł"),
    Person("Marek", "Mazurek"),
    Person("Olga", "Cicha"),
    Person("Jan", "Zaręba"),
)


def _proposed(text: str) -> Change:
    change = read_change(text)
    assert change is not None, text
    return change


def _leaving(change: Change) -> list[str]:
    return [
        f"nr {mention.number}"
        if mention.number
        else " ".join(person.surname for person in _TEAM if mention.fits(person))
        for mention in change.leaving
    ]


def _joining(change: Change) -> list[str]:
    firsts = [newcomer.options[0] for newcomer in change.joining]
    return [
        f"{person.full_name} – {person.position}" if person.position else person.full_name
        for person in firsts
    ]


@pytest.mark.parametrize(
    ("text", "leaving", "joining"),
    [
        ("zamiast Zalewskiego będzie Lis-Sadowska", ["Zalewski"], ["Lis-Sadowska"]),
        (
            "proszę dopisać Jana Żaka, tel. 83 371 20 10 w. 23, i skreślić Zarębę",
            ["Zaręba"],
            ["Jan Żak"],
        ),
        ("Zarębę skreślić, dopisać Annę Nowak, usunąć nr 3", ["Zaręba", "nr 3"], ["Anna Nowak"]),
        ("zamiast zalewskiego będzie lis-sadowska", ["Zalewski"], ["Lis-Sadowska"]),
        ("zamiast Zalewskiego Lis-Sadowska", ["Zalewski"], ["Lis-Sadowska"]),
        ("Lis-Sadowska zamiast Zalewskiego", ["Zalewski"], ["Lis-Sadowska"]),
        (
            "Zamiast Piotra Zalewskiego będzie Ewa Nowak – Kierownik USC",
            ["Zalewski"],
            ["Ewa Nowak – Kierownik USC"],
        ),
        ("zmień Zalewskiego na Nowaka", ["Zalewski"], ["Nowak"]),
        ("Proszę zmienić Annę Kowalczyk na Jana Żaka", ["Kowalczyk"], ["Jan Żak"]),
        ("zmień Zalewskiego na Ewę Nowacką", ["Zalewski"], ["Ewa Nowacka"]),
        ("Proszę zastąpić Kozła Nowakiem", ["Kozioł"], ["Nowak"]),
        ("w miejsce Cichej proszę wpisać Wronę", ["Cicha"], ["Wrona"]),
        (
            "W miejsce p. Zalewskiego wchodzi p. Róża Żak, inspektor",
            ["Zalewski"],
            ["Róża Żak – inspektor"],
        ),
        ("Zmiana: zamiast Mazurka - Wrona", ["Mazurek"], ["Wrona"]),
        ("zamiast nr 3 będzie Jan Nowak – Skarbnik", ["nr 3"], ["Jan Nowak – Skarbnik"]),
        ("Zalewski nie jedzie, zamiast niego Wrona", ["Zalewski"], ["Wrona"]),
        ("proszę wykreślić nr 3", ["nr 3"], []),
        ("nr 3 i 5 proszę skreślić", ["nr 3", "nr 5"], []),
        ("Proszę usunąć pozycję 2", ["nr 2"], []),
        ("Usuń 4", ["nr 4"], []),
        ("usuń Zarębę", ["Zaręba"], []),
        ("Kowalczyk rezygnuje", ["Kowalczyk"], []),
        ("Pani Cicha nie pojedzie", ["Cicha"], []),
        ("Pani Cicha nie weźmie udziału", ["Cicha"], []),
        ("Pani Cicha nie przyjedzie", ["Cicha"], []),
        ("proszę dopisać Ewę Nowak – Skarbnika", [], ["Ewa Nowak – Skarbnik"]),
    ],
)
def test_a_correction_says_who_leaves_and_who_joins(
    text: str, leaving: list[str], joining: list[str]
) -> None:
    change = _proposed(text)

    assert _leaving(change) == leaving
    assert _joining(change) == joining


def test_what_the_newcomers_name_may_be_is_offered_as_typed_too() -> None:
    change = _proposed("zmień Zalewskiego na Mroza")

    assert [person.surname for person in change.joining[0].options] == ["Mroz", "Mróz", "Mroza"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Kowalczyk – Sekretarz",
        "Dzień dobry",
        "zamiast",
        "proszę usunąć",
        "nie wiem",
        "zmień",
        "usuń " * 200,
    ],
)
def test_whatever_asks_for_no_change_or_names_nobody_is_none(text: str) -> None:
    assert read_change(text) is None


def test_a_number_fits_nobody_by_name() -> None:
    assert not Mention(number=3).fits(_TEAM[0])


@pytest.mark.parametrize(
    ("typed", "surname"),
    [
        ("Zalewskim", "Zalewski"),
        ("Kozłowi", "Kozioł"),
        ("Mazurkiem", "Mazurek"),
        ("Lis-Sadowską", "Lis-Sadowska"),
        ("Sadowskiej", "Lis-Sadowska"),
        ("Zarębie", "Zaręba"),
        ("kowalczyk", "Kowalczyk"),
    ],
)
def test_a_surname_is_found_in_any_case(typed: str, surname: str) -> None:
    mention = Mention(words=(typed,))

    assert [person.surname for person in _TEAM if mention.fits(person)] == [surname]


@pytest.mark.parametrize(
    ("text", "whose", "post"),
    [
        ("zmienić stanowisko Zalewskiego na Skarbnik Gminy", "Zalewski", "Skarbnik Gminy"),
        ("Proszę zmienić stanowisko nr 3 na inspektora", "nr 3", "inspektor"),
        ("zmiana funkcji pani Cichej z inspektora na kierownika USC", "Cicha", "Kierownik USC"),
        ("poz. 2 – popraw stanowisko na st. insp. ds. kadr", "nr 2", "st. insp. ds. kadr"),
    ],
)
def test_a_post_is_corrected_and_nobody_leaves(text: str, whose: str, post: str) -> None:
    change = _proposed(text)

    assert _leaving(change) == [whose]
    assert (change.post, change.joining) == (post, ())


def test_a_new_post_of_nobody_in_particular_is_no_change() -> None:
    assert read_change("zmienić stanowisko na Skarbnik") is None
