"""Roles for a time, roles taken back, roles handed over; who took block I; how limits are read."""

from datetime import datetime, timedelta
from functools import partial

import pytest

from bot.effects.programme import change_setting
from conversations.access import Grant, Role
from conversations.settings import Key
from conversations.submission import Attendance
from storage import access, links, offices, talks
from storage.database import Connection, Database
from tests.storage.stock import LATER, NOW, comes_in, loaded, one_office

DAY = timedelta(days=1)
FIRST, END = NOW + DAY, NOW + 15 * DAY


def substitute(database: Database, office_id: int, person_id: int = 6) -> Grant:
    """Somebody who decides in the head's place from tomorrow for two weeks."""

    def work(connection: Connection) -> Grant | None:
        made = links.create(
            connection,
            role=Role.HEAD,
            token="substitute",
            expires_at=LATER,
            now=NOW,
            office_id=office_id,
            valid=(FIRST, END),
        )
        assert links.load(connection, made.id) == made
        assert (made.valid_from, made.valid_until) == (FIRST, END)
        return links.accept(connection, made, person_id, "Jan Zastępca", NOW)

    grant = database.write(work)
    assert grant is not None
    return grant


@pytest.mark.parametrize(
    ("moment", "holds"),
    [
        (NOW, False),
        (FIRST - timedelta(seconds=1), False),
        (FIRST, True),
        (END - timedelta(seconds=1), True),
        (END, False),
        (END + DAY, False),
    ],
)
def test_a_role_for_a_time_holds_on_its_days_alone(
    database: Database, moment: datetime, holds: bool
) -> None:
    office_id = one_office(database)
    grant = substitute(database, office_id)
    assert grant.substitute
    assert database.read(lambda c: access.grants(c, 6, moment)) == ((grant,) if holds else ())
    heard = database.read(lambda c: access.people_with(c, role=Role.HEAD, now=moment))
    assert heard == ([(6, grant)] if holds else [])


def test_a_substitute_is_not_the_head_whom_r2b_means(database: Database) -> None:
    office_id = one_office(database)
    substitute(database, office_id)
    assert not loaded(database, office_id).office.head_registered
    comes_in(database, 5, Role.HEAD, office_id=office_id, name="Zofia Kania")
    assert loaded(database, office_id).office.head_key == "kania zofia"


def test_everybody_who_acts_for_an_office_is_listed_also_before_the_first_day(
    database: Database,
) -> None:
    office_id = one_office(database)
    head = comes_in(database, 5, Role.HEAD, office_id=office_id, name="Zofia Kania")
    deputy = substitute(database, office_id)
    secretary = comes_in(database, 7, Role.SECRETARY, office_id=office_id, name="Anna Lis")
    found = database.read(lambda c: access.office_holders(c, office_id, NOW))
    assert [(each.grant, each.name, each.revocable) for each in found] == [
        (head, "Zofia Kania", False),
        (deputy, "Jan Zastępca", True),
        (secretary, "Anna Lis", True),
    ]
    assert found[1].since == FIRST
    assert len(database.read(lambda c: access.office_holders(c, office_id, END))) == 2


def test_only_what_a_head_gave_in_this_office_is_taken_back_and_once(database: Database) -> None:
    office_id = one_office(database)
    head = comes_in(database, 5, Role.HEAD, office_id=office_id)
    secretary = comes_in(database, 7, Role.SECRETARY, office_id=office_id)

    def revoke(grant: Grant, office: int = office_id) -> int | None:
        return database.write(lambda c: access.revoke_of_office(c, grant.id, office, NOW))

    assert revoke(head) is None
    assert revoke(secretary, office_id + 1) is None
    assert revoke(secretary) == 7
    assert revoke(secretary) is None
    assert revoke(substitute(database, office_id)) == 6
    assert database.read(lambda c: access.grants(c, 7, NOW)) == ()
    assert database.read(lambda c: access.grants(c, 5, NOW)) == (head,)


def test_a_link_that_hands_over_ends_the_former_heads_role_once(database: Database) -> None:
    office_id = one_office(database)
    head = comes_in(database, 5, Role.HEAD, office_id=office_id)

    def work(connection: Connection) -> None:
        older, newer = (
            links.create(
                connection,
                role=Role.HEAD,
                token=token,
                expires_at=LATER,
                now=NOW,
                office_id=office_id,
                replaces=head.id,
            )
            for token in ("older", "newer")
        )
        assert links.accept(connection, newer, 8, "Jan Następca", NOW)
        assert access.replaced(connection, newer, NOW) == 5
        assert access.replaced(connection, newer, NOW) is None
        links.withdraw_handovers(connection, head.id, NOW)
        assert links.accept(connection, older, 9, "Ktoś Inny", NOW) is None

    database.write(work)
    assert database.read(lambda c: access.grants(c, 5, NOW)) == ()
    assert [g.role for g in database.read(lambda c: access.grants(c, 8, NOW))] == [Role.HEAD]


def test_an_office_is_told_who_took_block_i_and_who_edited_then(database: Database) -> None:
    office_id = one_office(database)
    assert loaded(database, office_id).office.attendance is None
    for marked in (
        Attendance(),
        Attendance(frozenset({"anna kowalczyk", "jan mazur"}), frozenset({"jan mazur"})),
        Attendance(frozenset({"anna kowalczyk"}), frozenset({"jan mazur"})),
    ):
        mark = partial(offices.set_attendance, office_id=office_id, attendance=marked, now=NOW)
        database.write(mark)
        assert loaded(database, office_id).office.attendance == marked


def test_another_reading_of_the_limits_reaches_every_office_and_its_cards(
    database: Database,
) -> None:
    office_id = one_office(database)
    comes_in(database, 5, Role.HEAD, office_id=office_id)
    claim = talks.Claim(NOW)

    def shown(connection: Connection) -> None:
        talk = talks.load(connection, 5, lock=True).talk
        talks.save(connection, talk, below=False, claim=claim)
        assert talks.drawn(connection, 5, version=1, message_id=900, claim=claim) is False

    database.write(shown)
    assert not loaded(database, office_id).office.exact

    def set_to(mode: str) -> int:
        """How often the card is to be drawn again for it."""

        def work(connection: Connection) -> int:
            before = talks.load(connection, 5, lock=False).card.wanted
            change_setting(connection, Key.LIMIT_MODE, mode, by=None, now=NOW)
            return talks.load(connection, 5, lock=False).card.wanted - before

        return database.write(work)

    assert set_to("exact") == 1
    assert loaded(database, office_id).office.exact
    assert set_to("exact") == 0
    assert set_to("max") == 1
    assert not loaded(database, office_id).office.exact
