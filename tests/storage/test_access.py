"""Roles and links: a link serves once, in time, for what it was made for."""

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import select, update

from conversations.access import Grant, Invitation, Role
from storage import access, links
from storage.database import Database
from storage.tables.people import GrantRow, InvitationRow
from tests.storage.stock import LATER, NOW, at_once, comes_in, one_office

SECRET = "s3cret-of-256-bits"


def invite(database: Database, role: Role = Role.COORDINATOR, **more: object) -> Invitation:
    values = {"token": SECRET, "expires_at": LATER, "now": NOW, **more}
    return database.write(
        lambda c: links.create(c, role=role, **values)  # type: ignore[arg-type]
    )


def accept(database: Database, invitation: Invitation, person_id: int = 5) -> Grant | None:
    return database.write(lambda c: links.accept(c, invitation, person_id, "Jan Nowak", NOW))


def grants(database: Database, person_id: int = 5) -> tuple[Grant, ...]:
    return database.read(lambda c: access.grants(c, person_id, NOW))


def test_a_link_names_role_office_and_end(database: Database) -> None:
    office_id = one_office(database)
    made = invite(database, Role.HEAD, office_id=office_id, created_by=7)
    assert made == Invitation(
        made.id, Role.HEAD, LATER, office_id, "Urząd Gminy Rejowiec", made_by=7
    )
    assert database.read(lambda c: links.by_token(c, SECRET)) == made
    assert database.write(lambda c: links.load(c, made.id, lock=True)) == made


def test_a_link_of_an_advisor_names_the_advisor(database: Database) -> None:
    made = invite(database, Role.ADVISOR, advisor="Ewa Lis")
    assert (made.office_id, made.advisor) == (None, "Ewa Lis")


@pytest.mark.parametrize("token", ["", "guessed", SECRET.upper(), SECRET + " ", "' OR 1=1 --"])
def test_a_guessed_secret_opens_nothing(database: Database, token: str) -> None:
    invite(database)
    assert database.read(lambda c: links.by_token(c, token)) is None


def test_no_invitation_of_an_unknown_number(database: Database) -> None:
    assert database.read(lambda c: links.load(c, 99)) is None


def test_the_secret_itself_is_nowhere_in_the_database(database: Database) -> None:
    invite(database)
    stored = database.read(lambda c: c.execute(select(InvitationRow.__table__)).all())
    assert SECRET not in str(stored)


def test_a_link_gives_its_role_once(database: Database) -> None:
    office_id = one_office(database)
    made = invite(database, Role.SECRETARY, office_id=office_id)
    grant = accept(database, made)
    assert grant is not None
    assert grants(database) == (grant,)
    assert grant == Grant(grant.id, Role.SECRETARY, office_id, "Urząd Gminy Rejowiec")
    assert accept(database, made, person_id=6) is None
    assert accept(database, made) is None
    assert grants(database, 6) == ()
    used = database.read(lambda c: links.by_token(c, SECRET))
    assert used is not None
    assert used.used


def test_a_link_that_has_expired_gives_nothing(database: Database) -> None:
    made = invite(database, expires_at=NOW)
    assert accept(database, made) is None
    assert accept(database, invite(database, token="b", expires_at=NOW + timedelta(seconds=1)))


def test_a_link_that_was_revoked_gives_nothing(database: Database) -> None:
    made = invite(database)
    database.write(lambda c: c.execute(update(InvitationRow.__table__).values(revoked_at=NOW)))
    again = database.read(lambda c: links.load(c, made.id))
    assert again is not None
    assert again.revoked
    assert accept(database, made) is None
    assert grants(database) == ()


def test_of_two_who_tap_at_once_exactly_one_wins(database: Database) -> None:
    """The link was forwarded; each has the same invitation before them."""
    for attempt in range(10):
        made = invite(database, token=f"link {attempt}")
        won = at_once(*(partial(accept, database, made, person) for person in (1, 2, 3)))
        assert sum(grant is not None for grant in won) == 1, won
    held = [grant for person in (1, 2, 3) for grant in grants(database, person)]
    assert len(held) == 10


def test_a_person_holds_several_roles_oldest_first(database: Database) -> None:
    office_id = one_office(database)
    first = comes_in(database, 5, Role.ADVISOR, advisor="Ewa Lis")
    second = comes_in(database, 5, Role.SECRETARY, office_id=office_id)
    assert grants(database) == (first, second)
    database.write(
        lambda c: c.execute(
            update(GrantRow.__table__)
            .where(GrantRow.__table__.c.id == first.id)
            .values(revoked_at=NOW)
        )
    )
    assert grants(database) == (second,)


def test_who_hears_of_what(database: Database) -> None:
    office_id = one_office(database)
    coordinator = comes_in(database, 1, Role.COORDINATOR)
    advisor = comes_in(database, 2, Role.ADVISOR, advisor="Ewa Lis")
    comes_in(database, 3, Role.ADVISOR, advisor="Jan Lis")
    head = comes_in(database, 4, Role.HEAD, office_id=office_id)

    def people(role: Role, **more: object) -> list[tuple[int, Grant]]:
        return database.read(
            lambda c: access.people_with(c, role=role, now=NOW, **more)  # type: ignore[arg-type]
        )

    assert people(Role.COORDINATOR) == [(1, coordinator)]
    assert people(Role.ADVISOR, advisor="Ewa Lis") == [(2, advisor)]
    assert people(Role.HEAD, office_id=office_id) == [(4, head)]
    assert people(Role.SECRETARY, office_id=office_id) == []


def test_a_long_name_of_a_telegram_account_is_shortened(database: Database) -> None:
    office_id = one_office(database)
    comes_in(database, 5, Role.HEAD, office_id=office_id, name="Ż" * 5000)
    name = database.read(lambda c: c.scalar(select(GrantRow.__table__.c.display_name)))
    assert name == "Ż" * 200
