"""When two entries of a list are one person, and when that must be asked (domain.md §3.6)."""

from dataclasses import replace

import pytest

from conversations.people import Person, filled, may_be_same, same_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Person("Anna", "Kowalczyk"), Person("Kowalczyk", "Anna")),
        (Person("Małgorzata", "Wójcik"), Person("MALGORZATA", "WOJCIK")),
        (Person("Jan", "O’Connor"), Person("Jan", "O'Connor")),
        (Person("Anna Maria", "Lis-Sadowska"), Person("Maria Anna", "Lis Sadowska")),
    ],
)
def test_one_name_is_one_person_whatever_its_order_case_or_letters(
    one: Person, other: Person
) -> None:
    assert same_person(one, other)
    assert not may_be_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Person("Anna", "Kowalczyk"), Person("A.", "Kowalczyk")),
        (Person("Anna", "Kowalczyk"), Person("Anna Maria", "Kowalczyk")),
    ],
)
def test_names_that_do_not_exclude_each_other_may_be_one_person(one: Person, other: Person) -> None:
    assert may_be_same(one, other)
    assert not same_person(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Person("Anna", "Kowalczyk"), Person("Adam", "Kowalczyk")),
        (Person("Anna", "Kowalczyk"), Person("Anna", "Kowalska")),
        (Person("Anna", "Kowalczyk"), Person("P.", "Kowalczyk")),
    ],
)
def test_others_are_two_people(one: Person, other: Person) -> None:
    assert not may_be_same(one, other)
    assert not same_person(one, other)


def test_whoever_is_told_of_again_gains_what_was_lacking_and_loses_nothing() -> None:
    known = Person("Anna", "Kowalczyk", "dr", "Sekretarz", phone="+48825721111")
    again = Person("Anna", "Kowalczyk", "mgr", "Skarbnik", "a@powiat.pl", "+48500600700", "12")
    assert filled(known, again) == replace(known, email="a@powiat.pl", extension="12")
