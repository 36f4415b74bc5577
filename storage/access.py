"""Grants: who holds which role.

A grant holds from its first moment to its last: whoever asks for grants says at which moment.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    bindparam,
    or_,
    select,
    update,
)

from conversations.access import Grant, Invitation, OfficeHolder, Role
from storage import links
from storage.rows import Prepared
from storage.tables.offices import OfficeRow
from storage.tables.people import CardRow, GrantRow
from storage.tenure import live, unended

_grant = GrantRow.__table__
_office = OfficeRow.__table__
_card = CardRow.__table__

_grants = (
    select(_grant, _office.c.name.label("office_name"), _office.c.practice)
    .select_from(_grant.outerjoin(_office, _office.c.id == _grant.c.office_id))
    .order_by(_grant.c.id)
)
_real = _office.c.practice.is_not(True)


_moment = bindparam("now", type_=_grant.c.valid_until.type)
_grants_of = Prepared(_grants.where(_grant.c.person_id == bindparam("person"), live(_moment)))
_in_role = _grants.where(_grant.c.role == bindparam("role"), live(_moment))
_whose: Mapping[str, ColumnElement[bool]] = {
    "office": _grant.c.office_id == bindparam("office"),
    "advisor": _grant.c.advisor == bindparam("advisor"),
}
_with: Mapping[tuple[str, ...], Prepared] = {
    names: Prepared(_in_role.where(*(_whose[each] for each in names)))
    for names in ((), ("office",), ("advisor",))
}
_roles_in = Prepared(select(_grant.c.role).where(_whose["office"], live(_moment)).distinct())


def as_grant(row: Any, grant_id: int) -> Grant:
    """The role that a row of it and of its office holds, however its number is called there."""
    return Grant(
        grant_id,
        Role(row.role),
        row.office_id,
        row.office_name,
        row.advisor,
        row.valid_until,
        bool(row.practice),
    )


def grants(connection: Connection, person_id: int, now: datetime) -> tuple[Grant, ...]:
    """The roles a person holds at a moment, oldest first."""
    rows = _grants_of.all(connection, {"person": person_id, "now": now})
    return tuple(as_grant(row, row.id) for row in rows)


def is_in(connection: Connection, person_id: int, now: datetime) -> bool:
    """Whether somebody holds a role at a moment or will later; none for practice."""
    held = _grants.where(_grant.c.person_id == person_id, unended(now), _real)
    return connection.execute(held.limit(1)).first() is not None


def people_with(
    connection: Connection,
    *,
    role: Role,
    now: datetime,
    office_id: int | None = None,
    advisor: str | None = None,
) -> list[tuple[int, Grant]]:
    """Everybody who holds a role at a moment, for one office or as one advisor where given."""
    given = {"office": office_id, "advisor": advisor}
    about = {name: value for name, value in given.items() if value is not None}
    rows = _with[tuple(about)].all(connection, {"role": role, "now": now, **about})
    return [(row.person_id, as_grant(row, row.id)) for row in rows]


def roles_in(connection: Connection, office_id: int, now: datetime) -> frozenset[Role]:
    """The roles in an office that somebody holds at a moment."""
    rows = _roles_in.all(connection, {"office": office_id, "now": now})
    return frozenset(Role(row.role) for row in rows)


def office_holders(
    connection: Connection, office_id: int, now: datetime
) -> tuple[OfficeHolder, ...]:
    """Everybody who works on an office's behalf at a moment or will later, oldest first."""
    rows = connection.execute(_grants.where(_grant.c.office_id == office_id, unended(now)))
    return tuple(
        OfficeHolder(as_grant(row, row.id), row.display_name, row.valid_from) for row in rows
    )


def revoke_of_office(
    connection: Connection, grant_id: int, office_id: int, now: datetime
) -> int | None:
    """End a secretary's or a substitute's grant in an office; whose it was.

    The links that they handed out for it go with it.
    None for a grant of anybody else, of another office, or one that has ended already.
    """
    ended = connection.execute(
        update(_grant)
        .where(
            _grant.c.id == grant_id,
            _grant.c.office_id == office_id,
            or_(_grant.c.role == Role.SECRETARY, _grant.c.valid_until.is_not(None)),
            unended(now),
        )
        .values(revoked_at=now)
        .returning(_grant.c.person_id)
    )
    person_id = ended.scalar_one_or_none()
    if person_id is not None:
        links.withdraw_of(connection, person_id, [office_id], now)
    return person_id


def replaced(connection: Connection, invited: Invitation, now: datetime) -> int | None:
    """End the grant whose place a link that hands over takes; whose it was, if it had not ended.

    The links that they handed out for the office go with it.
    """
    if invited.replaces is None:
        return None
    ended = connection.execute(
        update(_grant)
        .where(_grant.c.id == invited.replaces, _grant.c.revoked_at.is_(None))
        .values(revoked_at=now)
        .returning(_grant.c.person_id)
    )
    person_id = ended.scalar_one_or_none()
    if person_id is not None and invited.office_id is not None:
        links.withdraw_of(connection, person_id, [invited.office_id], now)
    return person_id


def advisors_in(connection: Connection, now: datetime) -> frozenset[str]:
    """The Advisors for whom somebody is in at a moment."""
    statement = select(_grant.c.advisor).distinct().where(_grant.c.role == Role.ADVISOR)
    names = connection.scalars(statement.where(live(now)))
    return frozenset(name for name in names if name)


def reachable_advisors(now: datetime) -> Select[tuple[str]]:
    """The Advisors for whom somebody is in who has not blocked the bot, for another statement."""
    return (
        select(_grant.c.advisor)
        .join(_card, _card.c.person_id == _grant.c.person_id)
        .where(
            _grant.c.role == Role.ADVISOR,
            _grant.c.advisor > "",  # among as many grants as there are officials, by the index
            live(now),
            _card.c.blocked.is_(False),
        )
    )


@dataclass(frozen=True, slots=True)
class Holder:
    """A role with the account that holds it, the name it came in under, since when (UTC)."""

    grant: Grant
    person_id: int
    display_name: str
    since: datetime


def holders(connection: Connection, now: datetime) -> tuple[Holder, ...]:
    """Every role that is held at a moment or will be later, oldest first; none for practice."""
    rows = connection.execute(_grants.where(unended(now), _real))
    return tuple(_as_holder(row) for row in rows)


def holder(connection: Connection, grant_id: int, now: datetime) -> Holder | None:
    """A role by its id, while it is held or will be; none for practice."""
    wanted = _grants.where(_grant.c.id == grant_id, unended(now), _real)
    row = connection.execute(wanted).one_or_none()
    return None if row is None else _as_holder(row)


def name_of(connection: Connection, grant_id: int) -> str:
    """The name under which a role was taken, also one that has ended; empty once it was erased."""
    name = connection.scalar(select(_grant.c.display_name).where(_grant.c.id == grant_id))
    return name or ""


def _as_holder(row: Any) -> Holder:
    return Holder(as_grant(row, row.id), row.person_id, row.display_name, row.given_at)


def revoke(connection: Connection, held: Holder, now: datetime) -> bool:
    """Take a role back; False when it was before. Exactly one who tries does it.

    The links that a head handed out for the office go with the role.
    """
    taken = connection.execute(
        update(_grant)
        .where(_grant.c.id == held.grant.id, _grant.c.revoked_at.is_(None))
        .values(revoked_at=now)
    )
    if taken.rowcount != 1:
        return False
    if held.grant.role is Role.HEAD and held.grant.office_id is not None:
        links.withdraw_of(connection, held.person_id, [held.grant.office_id], now)
    return True


def coordinators(connection: Connection) -> int:
    """How many people are coordinators; their roles stay as they are until the commit."""
    statement = select(_grant.c.person_id).where(
        _grant.c.role == Role.COORDINATOR, _grant.c.revoked_at.is_(None)
    )
    return len(set(connection.scalars(statement.with_for_update())))
