"""Offices for practice in the database: told from all others, and gone without a trace."""

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import func, select

from bot import retention as run
from bot.effects import papers
from bot.effects.room import Room
from bot.inbound import Inbound
from bot.scope import scope
from conversations.access import Role
from conversations.events import Asked, Command
from conversations.notes import NoteCode
from conversations.overview import Wanted, Which
from conversations.papers import Paper
from conversations.papers import Wanted as PaperWanted
from conversations.retention import PRACTICE
from conversations.talk import Talk
from conversations.turn import Turn
from storage import access, approvals, desks, erasure, offices, practice, submissions, tally
from storage.database import Connection, Database
from storage.tables.columns import Row
from storage.tables.programme import JournalRow
from storage.talks import Claim
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


def asked_for_a_document(database: Database, office_id: int) -> None:
    """As at the button: its letter, and the line of the journal that there is of a real office."""
    held = database.read(lambda c: access.grants(c, SEKRETARZ, NOW))
    grant = next(each for each in held if each.office_id == office_id)
    wanted = PaperWanted(Paper.ORDER, office_id)
    of_office = loaded(database, office_id)
    inbound = Inbound(1, SEKRETARZ, "", Asked(Command.HELP), grant.id)
    answer = database.write(
        lambda c: papers.send(
            Room(c, inbound, Claim(NOW)), Turn(Talk(SEKRETARZ, grant), of_office), wanted
        )
    )
    assert answer.talk.note is not None
    assert answer.talk.note.code is NoteCode.DOCUMENT_COMING


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
    asked_for_a_document(database, office_id)
    database.write(lambda c: approvals.note_informed(c, office_id, 0, actor=SEKRETARZ, now=NOW))
    while_played = rows(database)
    assert while_played["letter"] == before["letter"] + 1
    assert while_played["journal"] == before["journal"]
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


def test_an_office_leaves_rows_nowhere_but_where_they_are_deleted_or_never_written() -> None:
    """SQLite gives the number of an office that has gone to the next one."""
    leaves = {
        column
        for table in Row.metadata.sorted_tables
        for column in table.columns
        if column.name == "office_id"
    }
    of_office = set(practice._OF_OFFICE)
    assert leaves - of_office == {JournalRow.__table__.c.office_id}
