"""A link that a head or a substitute handed out serves no longer than whoever handed it out."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from conversations.access import InvitationFault, Role, fault
from storage import access, erasure, links
from storage.database import Connection, Database
from tests.storage.stock import LATER, NOW, comes_in, one_office
from tests.storage.test_delegation import END, FIRST, substitute

HEAD, SUBSTITUTE, COORDINATOR = 5, 6, 1


def a_link(database: Database, office_id: int, by: int) -> int:
    """A Sekretarz's link that somebody handed out."""
    made = database.write(
        lambda c: links.create(
            c,
            role=Role.SECRETARY,
            token=f"by-{by}",
            expires_at=END + timedelta(days=9),
            now=NOW,
            office_id=office_id,
            created_by=by,
        )
    )
    return made.id


def faults(
    database: Database, link: int, now: datetime, opener: int | None = None
) -> InvitationFault | None:
    return database.read(lambda c: fault(links.load(c, link), now, opener))


def revoked(connection: Connection, office_id: int, grant_id: int) -> None:
    assert access.revoke_of_office(connection, grant_id, office_id, LATER)


def handed_over(connection: Connection, office_id: int, grant_id: int) -> None:
    made = links.create(
        connection,
        role=Role.HEAD,
        token="successor",
        expires_at=END,
        now=NOW,
        office_id=office_id,
        replaces=grant_id,
    )
    assert access.replaced(connection, made, LATER)


def erased(connection: Connection, office_id: int, grant_id: int) -> None:
    held = access.holder(connection, grant_id, LATER)
    assert held is not None
    assert held.grant.office_id == office_id
    assert erasure.erase_account(connection, held.person_id, LATER)


@pytest.mark.parametrize(
    ("leave", "who"),
    [(revoked, SUBSTITUTE), (handed_over, HEAD), (erased, HEAD), (erased, SUBSTITUTE)],
)
def test_the_links_of_whoever_leaves_leave_too(
    database: Database, leave: Callable[[Connection, int, int], None], who: int
) -> None:
    office_id = one_office(database)
    grants = {
        HEAD: comes_in(database, HEAD, Role.HEAD, office_id=office_id),
        SUBSTITUTE: substitute(database, office_id, SUBSTITUTE),
    }
    made = {by: a_link(database, office_id, by) for by in (HEAD, SUBSTITUTE, COORDINATOR)}
    database.write(lambda c: leave(c, office_id, grants[who].id))
    found = {by: faults(database, link, LATER) for by, link in made.items()}
    assert found == {by: InvitationFault.REVOKED if by == who else None for by in made}
    waiting = database.read(lambda c: links.waiting(c, LATER))
    listed = {each.id for each in waiting} & set(made.values())
    assert listed == {made[by] for by in made if by != who}


def test_a_substitutes_link_lapses_with_the_substitutes_days(database: Database) -> None:
    office_id = one_office(database)
    substitute(database, office_id, SUBSTITUTE)
    link = a_link(database, office_id, SUBSTITUTE)
    last = END - timedelta(seconds=1)
    assert faults(database, link, last) is None
    assert [each.id for each in database.read(lambda c: links.waiting(c, last))] == [link]
    assert faults(database, link, END) is InvitationFault.REVOKED
    assert database.read(lambda c: links.waiting(c, END)) == ()
    comes_in(database, SUBSTITUTE, Role.HEAD, office_id=office_id)
    assert faults(database, link, END) is None  # the head meanwhile, and answers for it
    assert [each.id for each in database.read(lambda c: links.waiting(c, END))] == [link]


def test_a_head_who_is_coordinator_too_hands_out_links_as_either(database: Database) -> None:
    office_id = one_office(database)
    substitute(database, office_id, SUBSTITUTE)
    comes_in(database, SUBSTITUTE, Role.COORDINATOR)
    link = a_link(database, office_id, SUBSTITUTE)
    assert faults(database, link, END) is None
    assert [each.id for each in database.read(lambda c: links.waiting(c, END))] == [link]


def test_the_link_to_a_role_for_a_time_opens_nothing_after_it(database: Database) -> None:
    office_id = one_office(database)
    made = database.write(
        lambda c: links.create(
            c,
            role=Role.HEAD,
            token="late",
            expires_at=END + timedelta(days=9),
            now=NOW,
            office_id=office_id,
            valid=(FIRST, END),
        )
    )
    assert faults(database, made.id, END - timedelta(seconds=1)) is None
    assert faults(database, made.id, END) is InvitationFault.EXPIRED


@pytest.mark.parametrize("role", [Role.ADVISOR, Role.HEAD, Role.SECRETARY])
def test_a_coordinators_own_links_lead_nobody_back_but_stay_good_for_others(
    database: Database, role: Role
) -> None:
    """They may be on paper in an office already."""
    office_id = one_office(database)
    grant = comes_in(database, COORDINATOR, Role.COORDINATOR)
    made = database.write(
        lambda c: links.create(
            c,
            role=role,
            token="own",
            expires_at=END,
            now=NOW,
            office_id=None if role is Role.ADVISOR else office_id,
            advisor="Ewa Lis" if role is Role.ADVISOR else None,
            created_by=COORDINATOR,
        )
    )
    assert faults(database, made.id, LATER, COORDINATOR) is None
    held = database.read(lambda c: access.holder(c, grant.id, LATER))
    assert held is not None
    database.write(lambda c: access.revoke(c, held, LATER))
    assert faults(database, made.id, LATER, COORDINATOR) is InvitationFault.REVOKED
    assert faults(database, made.id, LATER, HEAD) is None
    assert faults(database, made.id, LATER - timedelta(seconds=1), COORDINATOR) is None
