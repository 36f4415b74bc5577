"""Whom a text may name: runs of capitalised words, in either order and in most cases."""

import pytest

from conversations.named import people_in
from conversations.people import Person

ANNA = Person("Anna Maria", "Nowak-Lis")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Wójt Bogumiła Zgrzebnicka", Person("Bogumiła", "Zgrzebnicka")),
        ("proszę: Zgrzebnicka Bogumiła, skarbnik", Person("Bogumiła", "Zgrzebnicka")),
        ("Anna Maria Nowak-Lis i inni", ANNA),
        ("Kowalczyk_Anna.docx", Person("Anna", "Kowalczyk")),
        ("stanowisko Bogumiły Zgrzebnickiej", Person("Bogumiła", "Zgrzebnicka")),
        ("dla Jana Mazurka", Person("Jan", "Mazurek")),
        ("z Kowalskim Piotrem", Person("Piotr", "Kowalski")),
        ("Qwerta Uiopska", Person("Qwerta", "Uiopska")),
    ],
)
def test_a_name_is_found_by_its_key_with_the_surname_told_apart(text: str, person: Person) -> None:
    found = {each.key: each for each in people_in(text)}
    assert person.key in found
    named = found[person.key]
    assert (named.given, named.surname) == (person.given, person.surname)


@pytest.mark.parametrize(
    "text",
    ["", "Anna", "anna kowalczyk", "Anna, Kowalczyk", "Anna i Kowalczyk", "Anna – Kowalczyk"],
)
def test_what_is_no_row_of_capitalised_words_names_nobody(text: str) -> None:
    assert list(people_in(text)) == []
