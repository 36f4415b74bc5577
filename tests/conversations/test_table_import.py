"""A new version of a table against what is stored: who is new, who is gone, what changed."""

from dataclasses import replace

from conversations.coordination_table import TableReading, read
from conversations.limits import Block
from conversations.submission import Office
from conversations.table_import import Difference, Standing, Surplus, difference
from tests.tables import office, table


def stored(at: int, name: str, steering: int | None, editorial: int | None) -> Standing:
    return Standing(
        Office(at, name, "Wójt", "Ewa Lis", limit_steering=steering, limit_editorial=editorial)
    )


STORED = [
    stored(1, "Urząd Gminy Zarszyn", 8, 4),
    stored(2, "Urząd Gminy Dydnia", 6, 3),
    stored(3, "Urząd Gminy Rejowiec", 7, 4),
]


def version(*rows: tuple[object, ...]) -> TableReading:
    return read([table(*rows)])  # type: ignore[arg-type]


def names(found: Difference) -> dict[str, list[str]]:
    return {
        "new": [row.name for row in found.new],
        "gone": [each.office.name for each in found.gone],
        "changed": [change.before.office.name for change in found.changed],
    }


def test_the_same_table_again_changes_nothing() -> None:
    found = difference(STORED, version(
        office(1, "UG Zarszyn", 8, 4), office(2, "UG Dydnia", 6, 3), office(3, "UG Rejowiec", 7, 4)
    ))  # fmt: skip
    assert found.is_empty
    assert [change.is_empty for change in found.matched] == [True, True, True]
    assert found.over_limit == ()


def test_each_kind_of_change_is_told_by_office() -> None:
    found = difference(STORED, version(
        office(1, "UG Zarszyn", 6, 4),
        office(2, "UG Dydnia", 6, 3, advisor="Jan Bór", head="Burmistrz"),
        office(3, "UG Giby", 5, 3),
    ))  # fmt: skip
    assert names(found) == {
        "new": ["Urząd Gminy Giby"],
        "gone": ["Urząd Gminy Rejowiec"],
        "changed": ["Urząd Gminy Zarszyn", "Urząd Gminy Dydnia"],
    }
    zarszyn, dydnia = found.changed
    assert (zarszyn.limits, zarszyn.advisor, zarszyn.head) == (((8, 4), (6, 4)), None, None)
    assert zarszyn.limits_of == {Block.STEERING: (8, 6)}
    assert (dydnia.limits, dydnia.limits_of) == (None, {})
    assert dydnia.advisor == ("Ewa Lis", "Jan Bór")
    assert dydnia.head == ("Wójt", "Burmistrz")
    assert not found.is_empty


def test_an_office_over_its_new_limit_is_told_and_keeps_its_people() -> None:
    full = replace(STORED[0], steering=8, editorial=4)
    found = difference([full], version(office(1, "UG Zarszyn", 6, 3)))
    assert found.over_limit[0].surplus == (
        Surplus(Block.STEERING, 2), Surplus(Block.EDITORIAL, 1)
    )  # fmt: skip
    assert found.over_limit[0].before is full


def test_an_office_that_withdraws_has_no_seat_for_anybody() -> None:
    full = replace(STORED[0], steering=5, editorial=3)
    found = difference([full], version(office(1, "UG Zarszyn", "rezygnacja", None)))
    assert [surplus.by for surplus in found.over_limit[0].surplus] == [5, 3]


def test_an_unknown_limit_leaves_the_seats_of_the_norm() -> None:
    full = replace(STORED[0], steering=11, editorial=5)
    found = difference([full], version(office(1, "UG Zarszyn", "x", "x")))
    assert found.over_limit[0].surplus == (Surplus(Block.STEERING, 1),)
    assert found.changed[0].limits == ((8, 4), (None, None))


def test_a_name_in_another_case_is_the_same_office() -> None:
    found = difference(STORED, version(
        office(1, "Urząd Gminy w Zarszynie", 8, 4), office(2, "U.G. Dydni", 6, 3),
        office(3, "Urząd Gminy w Rejowcu", 7, 4),
    ))  # fmt: skip
    assert found.is_empty


def test_namesakes_are_matched_by_where_they_are_or_left_to_a_person() -> None:
    def osiek(at: int, voivodeship: str, county: str) -> Standing:
        made = stored(at, "Urząd Gminy Osiek", 6, 3)
        return replace(made, office=replace(made.office, voivodeship=voivodeship), county=county)

    both = [osiek(1, "podkarpackie", "jasielski"), osiek(2, "świętokrzyskie", "staszowski")]
    header = ("Lp.", "Urząd", "Województwo", "Powiat", "Blok I", "Blok II")
    row = (1, "UG Osiek", "świętokrzyskie", "staszowski", 7, 3)
    found = difference(both, read([table(row, header=(header,))]))
    assert [change.before.office.id for change in found.matched] == [2]
    assert [each.office.id for each in found.gone] == [1]
    unsaid = difference(both, version(office(1, "UG Osiek", 7, 3)))
    assert [(one.name, [each.office.id for each in either]) for one, either in unsaid.unsure] == [
        ("Urząd Gminy Osiek", [1, 2])
    ]
    assert not unsaid.is_empty
    assert unsaid.new == ()


def test_a_name_without_a_place_is_matched_by_its_letters_alone() -> None:
    nameless = [stored(1, "Urząd Gminy", 8, 4)]
    found = difference(nameless, version(office(1, "Urząd Miejski", 8, 4)))
    assert names(found)["new"] == ["Urząd Miejski"]
    assert names(found)["gone"] == ["Urząd Gminy"]
