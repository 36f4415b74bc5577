"""What is known of approvals: every version, who pressed, from which table, who was told."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from conversations.access import Role
from conversations.submission import Approval, Decider, Stage, Submission
from storage import approvals, imports, outbox
from storage.database import Database
from storage.tables.programme import JournalRow
from tests.storage.stock import (
    LATER,
    NOW,
    claimed_letters,
    comes_in,
    import_offices,
    loaded,
    one_office,
    row,
    saved,
    table,
    whole_team,
)


def decided(database: Database, before: Submission) -> Submission:
    approval = Approval(before.team, NOW, Decider.HEAD, before.team.basis)
    return saved(database, before, replace(before, stage=Stage.SETTLED, approval=approval))


@pytest.fixture
def twice(database: Database) -> tuple[Database, Submission, Submission]:
    """An office whose team was approved, then amended and approved again."""
    empty = loaded(database, one_office(database))
    draft = saved(database, empty, empty.with_team(whole_team()))
    first = decided(database, draft)
    second = decided(database, saved(database, first, first.with_team(first.team.remove(4))))
    return database, first, second


def test_every_decision_is_there_the_oldest_first(
    twice: tuple[Database, Submission, Submission],
) -> None:
    database, first, second = twice
    office_id = first.office.id
    history = database.read(lambda c: approvals.history(c, office_id))
    assert [each.number for each in history] == [first.version, second.version]
    assert [each.approval for each in history] == [first.approval, second.approval]
    assert database.read(lambda c: approvals.latest(c, office_id)) == second.version


def test_an_office_without_a_decision_has_none(database: Database) -> None:
    office_id = one_office(database)
    assert database.read(lambda c: approvals.history(c, office_id)) == ()
    assert database.read(lambda c: approvals.latest(c, office_id)) == 0
    assert database.read(lambda c: approvals.latest(c, 999)) == 0
    assert database.read(lambda c: approvals.informed(c, office_id)) == {}
    assert database.read(lambda c: approvals.origin(c, office_id)) is None
    assert database.read(lambda c: approvals.pressed_by(c, office_id, 1)) is None


def test_who_was_told_is_a_line_of_the_journal_for_each_version(
    twice: tuple[Database, Submission, Submission],
) -> None:
    database, first, second = twice
    office_id = first.office.id
    for version, at in ((first.version, LATER), (first.version, LATER + timedelta(days=1))):
        database.write(
            lambda c, version=version, at=at: approvals.note_informed(  # type: ignore[misc]
                c, office_id, version, actor=7, now=at
            )
        )
    told = database.read(lambda c: approvals.informed(c, office_id))
    assert told == {first.version: LATER}
    assert second.version not in told
    journal = select(JournalRow.__table__.c.what).where(JournalRow.__table__.c.actor == 7)
    assert approvals.INFORMED in database.read(lambda c: c.scalars(journal).all())


def test_whoever_pressed_is_known_by_the_name_of_their_role(
    twice: tuple[Database, Submission, Submission],
) -> None:
    database, first, second = twice
    office_id = first.office.id
    comes_in(database, 7, Role.ADVISOR, advisor="Ewa Lis", name="jako Doradca")
    comes_in(database, 7, Role.HEAD, office_id=office_id, name="Zofia Kania")
    for version in (first.version, second.version):
        name = database.read(
            lambda c, version=version: approvals.pressed_by(c, office_id, version)  # type: ignore[misc]
        )
        assert name == "Zofia Kania"


def test_an_office_knows_the_table_that_it_belongs_to(database: Database) -> None:
    reading = table(row("Urząd Gminy Rejowiec"))
    import_id = database.write(
        lambda c: imports.put(c, name="tabela nr 1.xlsx", reading=reading, by=7, now=NOW)
    )
    database.write(lambda c: imports.decide(c, import_id, True, LATER))
    office_id = import_offices(database, row("Urząd Gminy Rejowiec"), import_id=import_id)[0]
    origin = database.read(lambda c: approvals.origin(c, office_id))
    assert origin == approvals.Origin(import_id, "tabela nr 1.xlsx", LATER)


def test_the_same_document_is_on_its_way_once(database: Database) -> None:
    office_id = one_office(database)
    letter: dict[str, str | int] = {"paper": "order", "version": 3, "grant": 1}
    other: dict[str, str | int] = {"paper": "order", "version": 4, "grant": 1}

    def waits(
        values: dict[str, str | int], person_id: int = 7, office: int | None = office_id
    ) -> bool:
        return database.read(
            lambda c: outbox.waits(
                c, person_id=person_id, code="document", office_id=office, values=values
            )
        )

    assert not waits(letter)
    database.write(
        lambda c: outbox.put(
            c,
            key="document:1",
            person_id=7,
            code="document",
            office_id=office_id,
            values=letter,
            now=NOW,
        )
    )
    assert waits(letter)
    assert not waits(other)
    assert not waits(letter, person_id=8)
    assert not waits(letter, office=None)
    claimed = claimed_letters(database, NOW)
    assert waits(letter)
    database.write(lambda c: outbox.sent(c, claimed[0].id, NOW))
    assert not waits(letter)
