"""Whose a letter is by the time it leaves, and which of the reader's roles its button opens."""

from datetime import timedelta

from bot.addressing import concerned, may_read, reader
from conversations.access import Grant, Role, StandIn
from conversations.notes import NoticeCode
from storage import access, outbox, stand_ins
from storage.database import Database
from storage.outbox import Letter
from tests.storage.stock import NOW, claimed_letters, comes_in, import_offices, loaded, row

PERSON = 5


def a_letter(
    database: Database, office_id: int | None, code: NoticeCode = NoticeCode.APPROVED, **values: str
) -> Letter:
    database.write(
        lambda c: outbox.put(
            c,
            key=f"{code}:{office_id}",
            person_id=PERSON,
            code=code,
            office_id=office_id,
            values=values,
            now=NOW,
        )
    )
    (letter,) = claimed_letters(database, NOW)
    return letter


def roles(database: Database, letter: Letter) -> list[Grant]:
    submission = loaded(database, letter.office_id) if letter.office_id else None
    return database.read(lambda c: concerned(c, letter, submission, NOW))


def two_offices(database: Database) -> list[int]:
    return import_offices(
        database, row("Rejowiec", advisor="Ewa Lis"), row("Giby", advisor="Jan Lis")
    )


def test_a_stand_ins_letter_opens_the_office_while_they_stand_in(database: Database) -> None:
    office_id, _ = two_offices(database)
    own = comes_in(database, PERSON, Role.ADVISOR, advisor="Jan Lis")
    letter = a_letter(database, office_id)
    assert roles(database, letter) == []
    day = NOW.date()
    named = StandIn("Ewa Lis", "Jan Lis", day, day + timedelta(days=1))
    database.write(lambda c: stand_ins.put(c, named, NOW))
    assert roles(database, letter) == [own]
    about_advisor = a_letter(database, None, NoticeCode.STANDS_IN, advisor="Ewa Lis")
    assert roles(database, about_advisor) == [own]


def test_whoever_lost_the_office_meanwhile_is_not_told_about_it(database: Database) -> None:
    office_id, other = two_offices(database)
    head = comes_in(database, PERSON, Role.HEAD, office_id=office_id)
    comes_in(database, PERSON, Role.SECRETARY, office_id=other)
    letter = a_letter(database, office_id)
    assert roles(database, letter) == [head]
    assert may_read(letter, [head])
    held = database.read(lambda c: access.holder(c, head.id, NOW))
    assert held is not None
    database.write(lambda c: access.revoke(c, held, NOW))
    assert not may_read(letter, roles(database, letter))


def test_that_access_is_lost_is_told_to_whoever_lost_it(database: Database) -> None:
    office_id, _ = two_offices(database)
    for code in (NoticeCode.ACCESS_REVOKED, NoticeCode.OFFICE_ACCESS_REVOKED):
        letter = a_letter(database, office_id, code)
        assert may_read(letter, roles(database, letter))
    assert may_read(a_letter(database, None, NoticeCode.SOMETHING_BROKE), [])


def test_a_button_that_corrects_belongs_to_the_offices_own_role(database: Database) -> None:
    office_id, _ = two_offices(database)
    desk = comes_in(database, PERSON, Role.COORDINATOR)
    head = comes_in(database, PERSON, Role.HEAD, office_id=office_id)
    found = roles(database, a_letter(database, office_id))
    assert found == [desk, head]
    assert (reader(found, fixes=False), reader(found, fixes=True)) == (desk, head)
    assert reader([], fixes=True) is None
