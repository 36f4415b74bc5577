"""Whose a letter is by the time it leaves, and which of the reader's roles its button opens."""

from datetime import timedelta

import pytest

from bot.addressing import concerned, may_read, reader
from conversations.access import Grant, Role, StandIn
from conversations.notes import NoticeCode
from storage import access, outbox, practice, stand_ins
from storage.database import Database
from storage.outbox import Letter
from tests.storage.stock import NOW, claimed_letters, comes_in, import_offices, loaded, row
from tests.storage.test_delegation import substitute

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


def arrives(database: Database, letter: Letter) -> bool:
    found = roles(database, letter)
    return database.read(lambda c: may_read(c, letter, found, NOW))


def loses(database: Database, grant: Grant) -> None:
    held = database.read(lambda c: access.holder(c, grant.id, NOW))
    assert held is not None
    assert database.write(lambda c: access.revoke(c, held, NOW))


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
    assert arrives(database, letter)
    loses(database, head)
    assert not arrives(database, letter)


def test_that_access_is_lost_is_told_to_whoever_lost_it(database: Database) -> None:
    office_id, _ = two_offices(database)
    for code in (NoticeCode.ACCESS_REVOKED, NoticeCode.OFFICE_ACCESS_REVOKED):
        assert arrives(database, a_letter(database, office_id, code))
    assert arrives(database, a_letter(database, None, NoticeCode.SOMETHING_BROKE))


@pytest.mark.parametrize(
    ("code", "values"),
    [
        (NoticeCode.LISTS_CLOSED, {"advisor": "Ewa Lis"}),
        (NoticeCode.OFFICES_REASSIGNED, {"advisor": "Ewa Lis"}),
        (NoticeCode.FINISHED, {}),
        (NoticeCode.LISTS_EXPIRE, {}),
        (NoticeCode.ANNOUNCEMENT, {}),
    ],
)
def test_whoever_is_no_advisor_any_more_gets_no_news_of_one(
    database: Database, code: NoticeCode, values: dict[str, str]
) -> None:
    """Not even what was posted before and had to wait."""
    desk = comes_in(database, PERSON, Role.ADVISOR, advisor="Ewa Lis")
    letter = a_letter(database, None, code, **values)
    assert arrives(database, letter)
    loses(database, desk)
    assert not arrives(database, letter)


def test_a_former_and_a_future_stand_in_hear_of_it(database: Database) -> None:
    """The offices are not theirs to see that day."""
    comes_in(database, PERSON, Role.ADVISOR, advisor="Jan Lis")
    both = {"advisor": "Ewa Lis", "substitute": "Jan Lis"}
    for code in (NoticeCode.STANDS_IN, NoticeCode.STANDS_IN_NO_MORE):
        assert arrives(database, a_letter(database, None, code, **both))
    assert not arrives(
        database, a_letter(database, None, NoticeCode.LISTS_CLOSED, advisor="Ewa Lis")
    )


def test_an_announcement_reaches_whoever_substitutes_from_tomorrow_but_nobody_who_practises(
    database: Database,
) -> None:
    office_id, _ = two_offices(database)
    database.write(
        lambda c: practice.begin(c, PERSON, name="Przykładowo", head_title="Wójt", now=NOW)
    )
    letter = a_letter(database, None, NoticeCode.ANNOUNCEMENT)
    assert not arrives(database, letter)
    substitute(database, office_id, PERSON)
    assert roles(database, letter) == []
    assert arrives(database, letter)


def test_a_link_reaches_only_whoever_may_still_hand_it_out(database: Database) -> None:
    """The letter has its secret."""
    office_id, _ = two_offices(database)
    desk = comes_in(database, PERSON, Role.COORDINATOR)
    comes_in(database, PERSON, Role.ADVISOR, advisor="Ewa Lis")
    links = [
        a_letter(database, None, NoticeCode.INVITATION, role="advisor", advisor="Ewa Lis"),
        a_letter(database, office_id, NoticeCode.INVITATION, role="head", advisor=""),
    ]
    assert all(arrives(database, each) for each in links)
    loses(database, desk)
    assert not any(arrives(database, each) for each in links)
    comes_in(database, PERSON, Role.HEAD, office_id=office_id)
    assert [arrives(database, each) for each in links] == [False, True]


def test_a_button_that_corrects_belongs_to_the_offices_own_role(database: Database) -> None:
    office_id, _ = two_offices(database)
    desk = comes_in(database, PERSON, Role.COORDINATOR)
    head = comes_in(database, PERSON, Role.HEAD, office_id=office_id)
    found = roles(database, a_letter(database, office_id))
    assert found == [desk, head]
    assert (reader(found, fixes=False), reader(found, fixes=True)) == (desk, head)
    assert reader([], fixes=True) is None
