"""The classes of posts, with the traps of domain.md §3.4."""

import pytest

from conversations.positions import classify, is_head_of_office, normalise


@pytest.mark.parametrize(
    ("position", "expected"),
    [
        ("Wójt Gminy", "A"),
        ("z-ca Burmistrza", "A"),
        ("Wicestarosta", "A"),
        ("v-ce Starosta", "A"),
        ("Sekretarz Gminy", "A"),
        ("p.o. Sekretarza Gminy", "A"),
        ("p.o. Zastępcy Wójta", "A"),
        ("p.o. wicestarosty", "A"),
        ("wz. Skarbnika", "A"),
        ("Kierownik urzędu", "A"),
        ("Zastępca Skarbnika", "B"),
        ("Naczelnik Wydziału Geodezji", "B"),
        ("kier. ref.", "B"),
        ("KUSC", "B"),
        ("Kierownik urzędu stanu cywilnego", "B"),
        ("Inspektor Ochrony Danych", "C"),
        ("główny specjalista ds. zamówień", "C"),
        ("st. insp.", "D"),
        ("Zastępca Inspektora", "D"),
        ("Sekretarka", "D"),
        ("asystent Wójta", "D"),
        ("doradca Burmistrza", "D"),
        ("Kierownik GOPS", "E"),
        ("Dyrektor szkoły", "E"),
        ("Radny", "E"),
        ("Sekretarz redakcji", "?"),
        ("Kierownik budowy", "?"),
        ("animator spotkań", "?"),
        ("p.o.", "?"),
        ("12/3", "?"),
        ("a" * 201, "?"),
        (None, "?"),
    ],
)
def test_the_class_of_a_post(position: str | None, expected: str) -> None:
    assert classify(position).value == expected


@pytest.mark.parametrize(
    ("position", "expected"),
    [
        ("Wójt Gminy Rejowiec", True),
        ("p.o. Wójta", True),
        ("Kierownik urzędu", True),
        ("wz. Wójta", False),
        ("Zastępca Wójta", False),
        ("Kierownik urzędu stanu cywilnego", False),
        ("inspektor", False),
        (None, False),
    ],
)
def test_who_is_the_head_of_the_office(position: str | None, expected: bool) -> None:
    assert is_head_of_office(position) is expected


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("z-ca kier. ref.", "Zastępca Kierownika Referatu"),
        ("KUSC", "Kierownik USC"),
        ("NACZELNIK WYDZIAŁU II", "Naczelnik Wydziału II"),
        ("inspektor d/s płac", "inspektor d/s płac"),
        ("kierownik ref. d/s płac", "Kierownik Referatu ds. płac"),
    ],
)
def test_a_post_is_stored_written_out(typed: str, stored: str) -> None:
    assert normalise(typed) == stored
