"""Offices found among one's own, by names as people type them (domain.md §3.10)."""

import pytest

from conversations.office_names import Outcome
from conversations.office_search import look_up, namesakes, voivodeships
from conversations.submission import Office

OWN = tuple(
    Office(number, name, voivodeship=region, county=county)
    for number, name, county, region in (
        (1, "Starostwo Powiatowe we Włodawie", "włodawski", "lubelskie"),
        (2, "Urząd Gminy Rejowiec", "chełmski", "lubelskie"),
        (3, "Urząd Miasta Terespol", "bialski", "lubelskie"),
        (4, "Urząd Gminy Osiek", "jasielski", "podkarpackie"),
        (5, "Urząd Gminy Osiek", "staszowski", "świętokrzyskie"),
        (6, "Urząd Miasta i Gminy Ustrzyki Dolne", "bieszczadzki", "podkarpackie"),
    )
)
REGIONS = {office.voivodeship or "" for office in OWN}


@pytest.mark.parametrize(
    ("typed", "outcome", "ids"),
    [
        ("Rejowiec", Outcome.EXACT, [2]),
        ("rejowcu", Outcome.EXACT, [2]),
        ("Rejowcowi", Outcome.EXACT, [2]),
        ("UG Rejowiec", Outcome.EXACT, [2]),
        ("wlodawa", Outcome.EXACT, [1]),
        ("we Włodawie", Outcome.EXACT, [1]),
        ("SP Włodawa", Outcome.EXACT, [1]),
        ("ustrzyk", Outcome.EXACT, [6]),
        ("Osiek", Outcome.SEVERAL, [4, 5]),
        ("Osiek jasielski", Outcome.EXACT, [4]),
        # Parts of a name
        ("tere", Outcome.EXACT, [3]),
        ("starost", Outcome.EXACT, [1]),
        ("urząd miasta", Outcome.SEVERAL, [3, 6]),
        # Nearly so: offered
        ("Terepsol", Outcome.NONE, [3]),
        # Nothing of the kind
        ("Puławy", Outcome.NONE, []),
        ("", Outcome.NONE, []),
        ("???", Outcome.NONE, []),
    ],
)
def test_an_office_is_found_however_it_is_typed(
    typed: str, outcome: Outcome, ids: list[int]
) -> None:
    found = look_up(OWN, typed)
    assert found.outcome is outcome
    assert sorted(found.ids) == ids


@pytest.mark.parametrize(
    "typed",
    ["podkarpackie", "podkarpackiego", "podkarpackiemu", "podkarpackim", "PODKARPACKIE"],
)
def test_a_voivodeship_is_known_in_every_case(typed: str) -> None:
    assert voivodeships(REGIONS, typed) == {"podkarpackie"}


def test_an_unknown_voivodeship_has_no_office() -> None:
    assert not voivodeships(REGIONS, "opolskie")
    assert not voivodeships(REGIONS, "")


def test_namesakes_are_names_that_several_bear() -> None:
    assert namesakes(OWN) == {"Urząd Gminy Osiek"}
