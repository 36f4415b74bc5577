"""Offices for practice in the database: told from all others, and gone without a trace."""

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import func, select

from bot import retention as run
from bot.scope import scope
from conversations.access import Role
from conversations.overview import Wanted, Which
from conversations.retention import PRACTICE
from storage import access, desks, erasure, offices, practice, submissions, tally
from storage.database import Connection, Database
from storage.tables import Row
from tests.storage.stock import NOW, comes_in, import_offices, loaded, row, saved, whole_team

SEKRETARZ, HEAD, COORDINATOR = 7, 8, 9
ALL = Wanted(Which.ALL)


def begun(database: Database, person_id: int = SEKRETARZ) -> int:
    return database.write(
        lambda c: practice.begin(c, person_id, name="Przykładowo", head_title="Wójt", now=NOW)
    )


def played(database: Database, office_id: int) -> None:
    before = loaded(database, office_id)
    saved(database, before, before.with_team(whole_team()))


def rows(database: Database) -> dict[str, int]:
    """How many rows each table has."""

    def counted(connection: Connection) -> dict[str, int]:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in Row.metadata.sorted_tables
        }

    return database.read(counted)


@pytest.fixture
def real(database: Database) -> int:
    office_id = import_offices(database, row("Urząd Gminy Rejowiec"))[0]
    comes_in(database, SEKRETARZ, Role.SECRETARY, office_id=office_id)
    comes_in(database, COORDINATOR, Role.COORDINATOR)
    return office_id


def test_everybody_has_an_office_of_their_own_that_no_desk_counts_or_lists(
    database: Database, real: int
) -> None:
    comes_in(database, HEAD, Role.HEAD, office_id=real)
    before = database.read(lambda c: desks.load(c, None, ALL))
    first, second = begun(database), begun(database, HEAD)
    played(database, first)
    assert first != second
    assert database.read(lambda c: desks.load(c, None, ALL)) == before
    for wanted in (Wanted(Which.NAMED, "Przykładowo"), Wanted(Which.CHOSEN, office_id=first)):
        looked_up = database.read(partial(desks.load, scope=None, wanted=wanted))
        assert looked_up.found.submissions == ()
    assert [each.id for each in database.read(offices.all_offices)] == [real]
    assert {each.grant.office_id for each in database.read(lambda c: access.holders(c, NOW))} == {
        real,
        None,
    }
    before_recount = database.read(lambda c: tally.overview(c, None))
    database.write(tally.recount)
    assert database.read(lambda c: tally.overview(c, None)) == before_recount


def test_whoever_plays_holds_both_roles_and_is_no_head_to_the_rules(
    database: Database, real: int
) -> None:
    office_id = begun(database)
    held = database.read(lambda c: access.grants(c, SEKRETARZ, NOW))
    assert [(each.role, each.practice) for each in held] == [
        (Role.SECRETARY, False),
        (Role.HEAD, True),
        (Role.SECRETARY, True),
    ]
    office = loaded(database, office_id).office
    assert (office.head_registered, office.head_key, office.practice) == (True, None, True)
    assert database.read(lambda c: scope(c, held[1], NOW)) == ()


def test_no_role_played_is_found_by_its_number(database: Database, real: int) -> None:
    begun(database)
    held = database.read(lambda c: access.grants(c, SEKRETARZ, NOW))
    found = [database.read(partial(access.holder, grant_id=each.id, now=NOW)) for each in held]
    assert [each is not None for each in found] == [True, False, False]


def test_what_was_played_leaves_no_row_behind(database: Database, real: int) -> None:
    before = rows(database)
    office_id = begun(database)
    played(database, office_id)
    assert rows(database) != before
    database.write(lambda c: practice.end(c, office_id))
    after = rows(database)
    # A count that has become nought stays in the table of counts.
    assert {name for name in after if after[name] != before[name]} <= {"tally"}
    assert database.read(lambda c: submissions.load(c, office_id, lock=False)) is None
    assert not database.read(tally.practised)


def test_no_real_office_ends_as_if_it_were_for_practice(database: Database, real: int) -> None:
    database.write(lambda c: practice.end(c, real))
    assert loaded(database, real).office.id == real


def test_practice_goes_after_a_week_and_with_the_account(database: Database, real: int) -> None:
    office_id = begun(database)
    database.write(lambda c: run.run(c, NOW + PRACTICE - timedelta(minutes=1)))
    assert database.read(lambda c: practice.of_person(c, SEKRETARZ)) == [office_id]
    done = database.write(lambda c: run.run(c, NOW + PRACTICE))
    assert done.expired.practice == (office_id,)
    assert database.read(lambda c: practice.of_person(c, SEKRETARZ)) == []
    again = begun(database)
    database.write(lambda c: erasure.erase_account(c, SEKRETARZ, NOW + PRACTICE))
    assert database.read(lambda c: submissions.load(c, again, lock=False)) is None
