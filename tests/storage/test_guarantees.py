"""What the database itself refuses, whoever writes to it and however wrong the program is."""

from typing import Any

import pytest
from sqlalchemy import insert, update
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.tables.offices import ApprovedRow, MemberRow, OfficeRow, SubmissionRow
from storage.tables.people import CardRow, GrantRow, InvitationRow, TalkRow
from storage.tables.traffic import JobRow, LetterRow
from tests.storage.stock import NOW, loaded, one_office, saved, whole_team

MEMBER = {"id": 20, "seat": 1, "plenipotentiary": False, "person_key": "nowy ktoś"}
LETTER = {"person_id": 1, "code": "x", "attempts": 0, "due_at": NOW, "changed_at": NOW}
CARD = {"drawn": 0, "wanted": 0, "below": False, "blocked": False}
INVITATION = {"role": "head", "created_at": NOW, "expires_at": NOW}
GRANT = {"person_id": 1, "display_name": "", "given_at": NOW}
JOB = {"person_id": 1, "file_id": "f", "name": "n", "size": 1, "attempts": 0, "at": NOW}
TALK = {"place": "[]", "language": "pl"}
APPROVED = {"version": 9, "people": "{}", "decided_by": "head", "at": NOW}
SUBMISSION = {"version": 0, "stage": "empty", "status": "x", "people": "{}", "accepted": False,
              "steering": 0, "editorial": 0}  # fmt: skip
OFFICE = {"practice": False, "closed": False, "updated_at": NOW}


@pytest.fixture
def office_id(database: Database) -> int:
    """An office with three people, of whom member 1 is the plenipotentiary."""
    office_id = one_office(database)
    before = loaded(database, office_id)
    saved(database, before, before.with_team(whole_team()))
    return office_id


def add(database: Database, row: type[Any], **values: Any) -> None:
    database.write(lambda c: c.execute(insert(row.__table__).values(**values)))


def refuses(database: Database, row: type[Any], **values: Any) -> None:
    with pytest.raises(IntegrityError):
        add(database, row, **values)


def test_people_of_no_office(database: Database, office_id: int) -> None:
    refuses(database, SubmissionRow, office_id=99, **SUBMISSION)
    refuses(database, MemberRow, office_id=99, **MEMBER)
    refuses(database, ApprovedRow, office_id=99, **APPROVED)
    refuses(database, GrantRow, role="head", office_id=99, **GRANT)
    refuses(database, InvitationRow, token_hash="h", office_id=99, **INVITATION)


def test_a_talk_in_a_role_that_nobody_gave(database: Database) -> None:
    refuses(database, TalkRow, person_id=1, grant_id=99, **TALK)


def test_a_card_of_nobody(database: Database) -> None:
    refuses(database, CardRow, person_id=1, **CARD)


def test_an_office_going_away_with_its_people(database: Database, office_id: int) -> None:
    with pytest.raises(IntegrityError):
        database.write(lambda c: c.execute(OfficeRow.__table__.delete()))


def test_a_second_submission_of_one_office(database: Database, office_id: int) -> None:
    refuses(database, SubmissionRow, office_id=office_id, **SUBMISSION)


def test_one_person_twice_in_an_office(database: Database, office_id: int) -> None:
    """R10."""
    refuses(database, MemberRow, office_id=office_id, **{**MEMBER, "person_key": "anna kowalczyk"})
    refuses(database, MemberRow, office_id=office_id, **{**MEMBER, "id": 1})
    add(database, MemberRow, office_id=office_id, **MEMBER)


def test_a_second_plenipotentiary(database: Database, office_id: int) -> None:
    """R1; anybody else may come."""
    refuses(database, MemberRow, office_id=office_id, **{**MEMBER, "plenipotentiary": True})
    add(database, MemberRow, office_id=office_id, **MEMBER)


@pytest.mark.parametrize("seat", [-1, 3])
def test_a_seat_that_is_in_no_block(database: Database, office_id: int, seat: int) -> None:
    refuses(database, MemberRow, office_id=office_id, **{**MEMBER, "seat": seat})


def test_more_editors_than_steering_members(database: Database, office_id: int) -> None:
    """R5: the editorial team is part of the steering group."""
    table = SubmissionRow.__table__
    with pytest.raises(IntegrityError):
        database.write(lambda c: c.execute(update(table).values(steering=3, editorial=4)))
    database.write(lambda c: c.execute(update(table).values(steering=4, editorial=4)))


def test_a_stage_that_does_not_exist(database: Database, office_id: int) -> None:
    with pytest.raises(IntegrityError):
        database.write(lambda c: c.execute(update(SubmissionRow.__table__).values(stage="done")))


@pytest.mark.parametrize("column", ["limit_steering", "limit_editorial"])
def test_a_limit_below_nothing(database: Database, column: str) -> None:
    refuses(database, OfficeRow, name="B", **OFFICE, **{column: -1})
    add(database, OfficeRow, name="B", **OFFICE, **{column: 0})


def test_one_office_twice(database: Database, office_id: int) -> None:
    """A name with its place and its head; what is not known is a value too."""
    for more in ({}, {"county": "chełmski"}):
        add(database, OfficeRow, name="Urząd Gminy Rejowiec", **OFFICE, **more)
        refuses(database, OfficeRow, name="Urząd Gminy Rejowiec", **OFFICE, **more)


def test_a_version_approved_twice(database: Database, office_id: int) -> None:
    add(database, ApprovedRow, office_id=office_id, **APPROVED)
    refuses(database, ApprovedRow, office_id=office_id, **APPROVED)


def test_a_role_that_does_not_exist(database: Database) -> None:
    refuses(database, GrantRow, role="king", **GRANT)


def test_two_links_of_one_secret(database: Database) -> None:
    add(database, InvitationRow, token_hash="h", **INVITATION)
    refuses(database, InvitationRow, token_hash="h", **INVITATION)


def test_one_letter_twice(database: Database) -> None:
    add(database, LetterRow, key="k", state="pending", **LETTER)
    refuses(database, LetterRow, key="k", state="pending", **LETTER)


def test_a_letter_in_no_state(database: Database) -> None:
    refuses(database, LetterRow, key="k", state="lost", **LETTER)


def test_one_file_twice(database: Database) -> None:
    add(database, JobRow, update_id=1, **JOB)
    refuses(database, JobRow, update_id=1, **JOB)
