"""Offices: as the tables make them, in their order, nobody evicted."""

from dataclasses import replace
from functools import partial

import pytest

from conversations.access import Role
from conversations.limits import Block
from conversations.submission import Office, Stage, Status, status
from conversations.table_import import Taking
from storage import offices, submissions
from storage.database import Database
from tests.storage.stock import (
    LATER,
    NOW,
    comes_in,
    import_offices,
    loaded,
    one_office,
    row,
    saved,
    whole_team,
)


def all_offices(database: Database) -> list[Office]:
    return database.read(offices.all_offices)


def test_offices_stand_in_the_order_of_their_table(database: Database) -> None:
    import_offices(database, row("Żary"), row("Augustów"), row("Łódź"))
    assert [office.name for office in all_offices(database)] == ["Żary", "Augustów", "Łódź"]


def test_an_office_has_what_its_row_said(database: Database) -> None:
    import_offices(
        database, row("Urząd & Spółka", 0, None, head="Burmistrz", advisor="Jan Lis-Zaw")
    )
    (office,) = all_offices(database)
    assert office == Office(
        office.id,
        "Urząd & Spółka",
        head_title="Burmistrz",
        advisor="Jan Lis-Zaw",
        limit_steering=0,
        limit_editorial=None,
        voivodeship="lubelskie",
        advisor_keys=frozenset({"jan lis zaw"}),
    )


def test_every_office_begins_with_an_empty_submission(database: Database) -> None:
    import_offices(database, row("A"), row("B"))
    every = database.read(submissions.all_submissions)
    assert [(each.office.name, each.version, each.stage) for each in every] == [
        ("A", 0, Stage.EMPTY),
        ("B", 0, Stage.EMPTY),
    ]
    assert {status(each) for each in every} == {Status.NOT_STARTED}


def test_a_new_version_of_the_table_changes_figures_and_keeps_people(database: Database) -> None:
    office_id = one_office(database)
    draft = loaded(database, office_id)
    saved(database, draft, draft.with_team(whole_team()))
    import_offices(database, row("Nowy"), row("Urząd Gminy Rejowiec", 2, 1, advisor="Jan Lis"))
    after = loaded(database, office_id)
    assert (after.office.limit_steering, after.office.limit_editorial) == (2, 1)
    assert after.office.advisor == "Jan Lis"
    assert after.team == whole_team()
    assert [office.name for office in all_offices(database)] == ["Urząd Gminy Rejowiec", "Nowy"]


def test_an_office_that_a_new_version_no_longer_names_stays(database: Database) -> None:
    import_offices(database, row("A"), row("B"))
    import_offices(database, row("A"))
    assert [office.name for office in all_offices(database)] == ["A", "B"]


def test_an_office_that_a_new_version_leaves_out_is_marked_until_it_is_named_again(
    database: Database,
) -> None:
    import_offices(database, row("A"), row("B"), import_id=1)
    import_offices(database, row("C"), taking=Taking.ADDITIONAL, import_id=2)
    import_offices(database, row("A"), import_id=3)
    assert [(o.name, o.gone) for o in all_offices(database)] == [
        ("A", False),
        ("B", True),
        ("C", False),
    ]
    import_offices(database, row("A"), row("B"), import_id=4)
    assert not any(office.gone for office in all_offices(database))


def test_a_limit_that_the_coordinator_granted_outlives_a_new_version(database: Database) -> None:
    office_id = one_office(database)
    database.write(lambda c: offices.set_limit(c, office_id, Block.STEERING, 9, LATER))
    again = row("Urząd Gminy Rejowiec")
    import_offices(database, again)
    office = loaded(database, office_id).office
    assert (office.limit_steering, office.granted) == (9, frozenset({Block.STEERING}))
    import_offices(database, again, taking=Taking.OVERRULING)
    office = loaded(database, office_id).office
    assert (office.limit_steering, office.granted) == (8, frozenset())


def test_namesakes_are_offices_of_their_own(database: Database) -> None:
    """One Dębowiec lies near Jasło, the other near Cieszyn; each keeps its own figures."""
    name = "Urząd Gminy Dębowiec"
    import_offices(database, row(name, 8, county="jasielski"), row(name, 6, county="cieszyński"))
    import_offices(database, row(name, 5, county="cieszyński"))
    found = [(o.name, o.county, o.limit_steering) for o in all_offices(database)]
    assert found == [(name, "jasielski", 8), (name, "cieszyński", 5)]


def test_an_office_keeps_its_name_and_place_where_a_new_version_is_shorter(
    database: Database,
) -> None:
    import_offices(database, row("Urząd Gminy Rejowiec", county="chełmski"))
    short = replace(row("UG Rejowiec", 5), voivodeship=None, head=None)
    import_offices(database, short)
    (office,) = all_offices(database)
    assert (office.name, office.limit_steering) == ("Urząd Gminy Rejowiec", 5)
    assert (office.voivodeship, office.county, office.head_title) == (
        "lubelskie",
        "chełmski",
        "Wójt",
    )


def test_an_empty_table_changes_nothing(database: Database) -> None:
    import_offices(database)
    assert all_offices(database) == []


def test_an_advisor_has_the_offices_of_the_table(database: Database) -> None:
    import_offices(database, row("A"), row("B", advisor="Jan Lis"), row("C"))
    assert [o.name for o in database.read(lambda c: offices.of_advisor(c, "Ewa Lis"))] == ["A", "C"]
    own = database.read(lambda c: submissions.of_advisor(c, "Jan Lis"))
    assert [each.office.name for each in own] == ["B"]
    assert database.read(lambda c: submissions.of_advisor(c, "Nikt Taki")) == []


def test_no_office_of_an_unknown_number(database: Database) -> None:
    assert database.read(lambda c: offices.load(c, 999)) is None
    assert database.read(lambda c: submissions.load(c, 999, lock=False)) is None


@pytest.mark.parametrize(
    ("name", "key"), [("Jan Nowak", "jan nowak"), ("Nowak", None), ("  ", None)]
)
def test_a_head_who_came_in_is_known_by_a_whole_name(
    database: Database, name: str, key: str | None
) -> None:
    """R2b: one word is no name to compare with."""
    office_id = one_office(database)
    assert not loaded(database, office_id).office.head_registered
    comes_in(database, 5, Role.HEAD, office_id=office_id, name=name)
    office = loaded(database, office_id).office
    assert office.head_registered
    assert office.head_key == key


def test_of_two_heads_the_newest_is_the_head(database: Database) -> None:
    office_id = one_office(database)
    comes_in(database, 5, Role.HEAD, office_id=office_id, name="Jan Nowak")
    comes_in(database, 6, Role.HEAD, office_id=office_id, name="Ewa Wilk")
    assert loaded(database, office_id).office.head_key == "ewa wilk"


def test_advisors_are_known_to_every_office(database: Database) -> None:
    """R2a: nobody's plenipotentiary is an Advisor, whosever. A single word is no name."""
    import_offices(database, row("A"), row("B", advisor="Jan Lis"), row("C", advisor="Lis"))
    keys = {office.advisor_keys for office in all_offices(database)}
    assert keys == {frozenset({"ewa lis", "jan lis"})}


def test_the_coordinator_sets_a_limit_of_one_block(database: Database) -> None:
    office_id = one_office(database)
    database.write(lambda c: offices.set_limit(c, office_id, Block.STEERING, 9, LATER))
    office = loaded(database, office_id).office
    assert (office.limit_steering, office.limit_editorial) == (9, 4)
    database.write(lambda c: offices.set_limit(c, office_id, Block.EDITORIAL, 5, LATER))
    office = loaded(database, office_id).office
    assert (office.limit_steering, office.limit_editorial) == (9, 5)


def test_a_list_is_closed_and_opened_again(database: Database) -> None:
    office_id = one_office(database)
    for closed in (True, False):
        database.write(partial(offices.set_closed, office_id=office_id, closed=closed, now=NOW))
        assert loaded(database, office_id).office.closed is closed


def test_thousands_of_offices_are_one_import(database: Database) -> None:
    """More than a statement may have parameters (SQLite 32,766, PostgreSQL 65,535)."""
    rows = [row(f"Urząd {number}") for number in range(7_000)]
    assert len(import_offices(database, *rows)) == 7_000
    every = database.read(submissions.all_submissions)
    assert [each.office.name for each in every] == [row.name for row in rows]
    own = database.read(lambda c: submissions.of_advisor(c, "Ewa Lis"))
    assert len(own) == 7_000
