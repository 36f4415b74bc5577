"""Which office a row of a new table means: the same one, a namesake, or a new one."""

from dataclasses import replace

from conversations.coordination_table import OfficeRow
from conversations.office_matching import Identity, Match, match

DEBOWIEC = OfficeRow(
    "Urząd Gminy Dębowiec", "podkarpackie", "jasielski", "Wójt", "Ewa Lis", 8, 4, None,
    participates=True, flags=(), row=4,
)  # fmt: skip
CIESZYN = replace(DEBOWIEC, voivodeship="śląskie", county="cieszyński")
BARE = replace(DEBOWIEC, voivodeship=None, county=None, head=None)


def ids(known: list[OfficeRow], *rows: OfficeRow) -> list[int | None]:
    """What a table's rows are among offices numbered from 1."""
    identities = {number: Identity.of(row) for number, row in enumerate(known, 1)}
    return [found.office_id for found in match(identities, rows)]


def test_the_same_row_is_the_same_office_whatever_its_figures() -> None:
    assert ids([CIESZYN, DEBOWIEC], replace(DEBOWIEC, limit_steering=3, advisor=None)) == [2]


def test_an_abbreviated_name_is_the_same_office() -> None:
    assert ids([DEBOWIEC], replace(DEBOWIEC, name="UG Dębowiec")) == [1]


def test_a_namesake_elsewhere_is_another_office() -> None:
    assert ids([DEBOWIEC], DEBOWIEC, CIESZYN) == [1, None]
    assert ids([DEBOWIEC, CIESZYN], CIESZYN, DEBOWIEC) == [2, 1]


def test_a_namesake_with_another_head_is_another_office() -> None:
    """„Suwałki” three times: Starosta, Prezydent, Wójt."""
    town = replace(DEBOWIEC, head="Prezydent")
    assert ids([], DEBOWIEC, town) == [None, None]
    assert ids([DEBOWIEC, town], town, DEBOWIEC) == [2, 1]
    assert ids([DEBOWIEC], DEBOWIEC, town) == [1, None]


def test_a_head_who_is_called_otherwise_now_heads_the_same_office() -> None:
    assert ids([DEBOWIEC], replace(DEBOWIEC, head="Burmistrz")) == [1]


def test_of_two_who_may_head_it_now_neither_takes_the_office() -> None:
    rows = [replace(DEBOWIEC, head=head) for head in ("Burmistrz", "Prezydent Miasta")]
    assert ids([DEBOWIEC], *rows) == [None, None]


def test_the_head_tells_namesakes_apart_where_the_table_says_nothing_else() -> None:
    town = replace(DEBOWIEC, head="Prezydent Miasta")
    assert ids([DEBOWIEC, town], replace(BARE, head="Wójt")) == [1]


def test_a_name_in_another_case_elsewhere_is_not_even_asked_about() -> None:
    known = {1: Identity.of(replace(CIESZYN, name="Urząd Gminy w Dębowcu"))}
    assert match(known, [DEBOWIEC]) == [Match(DEBOWIEC)]


def test_a_table_that_says_less_means_the_only_one_there_is() -> None:
    assert ids([DEBOWIEC], BARE) == [1]
    assert ids([BARE], DEBOWIEC) == [1]


def test_a_row_that_may_be_either_of_two_is_neither() -> None:
    assert ids([DEBOWIEC, CIESZYN], BARE) == [None]
    assert ids([BARE], DEBOWIEC, CIESZYN) == [None, None]


def test_an_exact_row_is_not_taken_by_one_that_says_less() -> None:
    assert ids([DEBOWIEC, BARE], BARE, DEBOWIEC) == [2, 1]


def test_of_two_rows_that_are_one_the_later_counts() -> None:
    later = replace(DEBOWIEC, limit_steering=5)
    assert match({}, [DEBOWIEC, later]) == [Match(later)]
