"""A new version of a table against what is stored: who is new, who is gone, what changed."""

from dataclasses import replace

import pytest

from conversations.coordination_table import TableReading, read
from conversations.limits import Block
from conversations.notes import NoticeCode
from conversations.people import Person
from conversations.submission import Office, Submission
from conversations.table_import import (
    Difference,
    Grant,
    Standing,
    Surplus,
    Taking,
    difference,
    table_news,
)
from conversations.team import Seat, Team
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


def test_people_of_the_team_take_the_seats_of_both_blocks() -> None:
    team = Team().add(Person("Anna", "Lis")).add(Person("Ewa", "Bór"), Seat.EDITORIAL)
    submission = Submission(STORED[0].office, team=team)
    assert Standing.of(submission, 7) == Standing(STORED[0].office, 2, 1, 7)


def test_an_office_that_withdraws_has_no_seat_for_anybody() -> None:
    full = replace(STORED[0], steering=5, editorial=3)
    withdrawn = version(office(1, "UG Zarszyn", "rezygnacja", None))
    found = difference([full], withdrawn)
    assert [surplus.by for surplus in found.over_limit[0].surplus] == [5, 3]
    assert difference([STORED[0]], withdrawn).over_limit == ()


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
    assert (found.new, found.gone, found.unsure) == ((), (), ())
    assert [(change.before.office.id, change.renamed) for change in found.changed] == [
        (1, True), (2, True), (3, True)
    ]  # fmt: skip


def test_namesakes_are_matched_by_where_they_are_or_left_to_a_person() -> None:
    def osiek(at: int, voivodeship: str, county: str) -> Standing:
        made = stored(at, "Urząd Gminy Osiek", 6, 3)
        return replace(made, office=replace(made.office, voivodeship=voivodeship, county=county))

    both = [osiek(1, "podkarpackie", "jasielski"), osiek(2, "świętokrzyskie", "staszowski")]
    header = ("Lp.", "Urząd", "Województwo", "Powiat", "Blok I", "Blok II")
    row = (1, "UG Osiek", "świętokrzyskie", "staszowski", 7, 3)
    found = difference(both, read([table(row, header=(header,))]))
    assert [change.before.office.id for change in found.matched] == [2]
    assert [each.office.id for each in found.gone] == [1]
    unsaid = difference(both, version(office(1, "UG Osiek", 7, 3)))
    (doubtful,) = unsaid.unsure
    assert doubtful.row.name == "Urząd Gminy Osiek"
    assert [each.office.id for each in doubtful.maybe] == [1, 2]
    assert unsaid.gone == ()
    assert not unsaid.is_empty
    assert unsaid.new == ()


def test_a_name_without_a_place_is_matched_by_its_letters_alone() -> None:
    nameless = [stored(1, "Urząd Gminy", 8, 4)]
    found = difference(nameless, version(office(1, "Urząd Miejski", 8, 4)))
    assert names(found)["new"] == ["Urząd Miejski"]
    assert names(found)["gone"] == [], "nothing says that it replaces the one of another name"


def granted(limit: int) -> Standing:
    """Zarszyn, to which the coordinator granted a limit of block I (A19)."""
    office_ = replace(STORED[0].office.with_grant(Block.STEERING, limit))
    return replace(STORED[0], office=office_)


def after(standing: Standing, *row: object, taking: Taking = Taking.NEW_VERSION) -> Office:
    found = difference([standing], version(office(1, "UG Zarszyn", *row)), taking)  # type: ignore[arg-type]
    return found.matched[0].after


def test_a_granted_limit_is_told_beside_the_tables_and_stays() -> None:
    found = difference([granted(9)], version(office(1, "UG Zarszyn", 8, 4)))
    (change,) = found.grants
    assert change.grants == (Grant(Block.STEERING, 9, 8),)
    assert (change.after.limit_steering, change.after.granted) == (9, frozenset({Block.STEERING}))
    assert not found.is_empty


@pytest.mark.parametrize("steering", ["x", 8])
def test_only_a_table_that_overrules_takes_a_granted_limit_back(steering: object) -> None:
    told = 8 if steering == 8 else None
    assert after(granted(9), steering, 4).limit_steering == 9
    assert after(granted(9), steering, 4, taking=Taking.ADDITIONAL).limit_steering == 9
    overruled = after(granted(9), steering, 4, taking=Taking.OVERRULING)
    assert (overruled.limit_steering, overruled.granted) == (told, frozenset())


@pytest.mark.parametrize("steering", [9, 10])
def test_a_table_that_reaches_a_granted_limit_is_its_source_from_then_on(steering: int) -> None:
    reached = after(granted(9), steering, 4)
    assert (reached.limit_steering, reached.granted) == (steering, frozenset())


def test_an_additional_table_that_is_silent_changes_nothing() -> None:
    silent = version(office(1, "UG Zarszyn", "x", "x", advisor=None, head=None))
    assert difference([STORED[0]], silent, Taking.ADDITIONAL).is_empty
    (change,) = difference([STORED[0]], silent).matched
    assert (change.limits, change.advisor) == (((8, 4), (None, None)), ("Ewa Lis", None))
    assert change.head is None, "the head's title is kept"


def test_an_additional_table_marks_nobody() -> None:
    only = version(office(1, "UG Zarszyn", 8, 4))
    assert difference(STORED, only, Taking.ADDITIONAL).gone == ()
    assert len(difference(STORED, only).gone) == 2


def test_an_office_of_another_table_is_not_gone() -> None:
    other = replace(STORED[2], table=2)
    found = difference([*STORED[:2], other], version(office(1, "UG Zarszyn", 8, 4)))
    assert names(found)["gone"] == ["Urząd Gminy Dydnia"]


def test_an_office_that_is_named_again_is_told() -> None:
    left_out = replace(STORED[0], office=replace(STORED[0].office, gone=True))
    (change,) = difference([left_out], version(office(1, "UG Zarszyn", 8, 4))).changed
    assert change.returned
    assert not change.after.gone


def test_whom_a_new_advisor_concerns() -> None:
    """The office, the new one and the former one: each of them once."""
    found = difference(STORED, version(
        office(1, "UG Zarszyn", 8, 4, advisor="Jan Bór"),
        office(2, "UG Dydnia", 6, 3, advisor="Jan Bór"),
        office(3, "UG Rejowiec", 7, 4), office(4, "UG Giby", 5, 3, advisor="Jan Bór"),
    ))  # fmt: skip
    told = [(each.code, each.office_id, each.advisor) for each in table_news(found)]
    assert told == [
        (NoticeCode.ADVISOR_CHANGED, 1, None),
        (NoticeCode.ADVISOR_CHANGED, 2, None),
        (NoticeCode.OFFICES_ASSIGNED, None, "Jan Bór"),
        (NoticeCode.OFFICES_REASSIGNED, None, "Ewa Lis"),
    ]
    (assigned,) = [n for n in table_news(found) if n.code is NoticeCode.OFFICES_ASSIGNED]
    assert assigned.values["count"] == 3


def test_who_loses_an_advisor_or_gets_the_first_one_hears_of_it_and_so_does_the_advisor() -> None:
    orphan = Standing(Office(4, "Urząd Gminy Giby", "Wójt", None))
    found = difference([*STORED, orphan], version(
        office(1, "UG Zarszyn", 8, 4, advisor="–"), office(2, "UG Dydnia", 6, 3),
        office(3, "UG Rejowiec", 7, 4), office(4, "UG Giby", 5, 3, advisor="Jan Bór"),
        office(5, "UG Osiek", 5, 3, advisor="–"),
    ))  # fmt: skip
    told = [
        (each.code, each.office_id, each.values["advisor"], each.values.get("offices"))
        for each in table_news(found)
    ]
    assert told == [
        (NoticeCode.ADVISOR_CHANGED, 1, "none", None),
        (NoticeCode.ADVISOR_CHANGED, 4, "Jan Bór", None),
        (NoticeCode.OFFICES_ASSIGNED, None, "Jan Bór", "Urząd Gminy Giby"),
        (NoticeCode.OFFICES_REASSIGNED, None, "Ewa Lis", "Urząd Gminy Zarszyn"),
    ]


@pytest.mark.parametrize(("count", "ending"), [(10, ""), (11, "…")])
def test_a_letter_to_an_advisor_names_ten_offices_and_counts_them_all(
    count: int, ending: str
) -> None:
    rows = [office(at, f"UG Wieś {at}", 8, 4, advisor="Jan Bór") for at in range(1, count + 1)]
    (assigned,) = table_news(difference([], version(*rows)))
    named = ", ".join(f"Urząd Gminy Wieś {at}" for at in range(1, 11))
    assert assigned.values == {"advisor": "Jan Bór", "count": count, "offices": named + ending}


def test_where_a_table_is_silent_the_office_keeps_its_place_and_head() -> None:
    placed = Standing(
        Office(1, "Urząd Gminy Zarszyn", "Wójt", voivodeship="podkarpackie", county="sanocki")
    )
    for taking in Taking:
        (change,) = difference([placed], version(office(1, "UG Zarszyn", 8, 4)), taking).matched
        assert (change.after.voivodeship, change.after.county) == ("podkarpackie", "sanocki")
        silent = version(office(1, "UG Zarszyn", 8, 4, head=None))
        (kept,) = difference([placed], silent, taking).matched
        assert kept.after.head_title == "Wójt"
