"""Grants and invitations. Of a link's secret only the SHA-256 is kept."""

import hashlib
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, insert, select, update

from conversations.access import Grant, Invitation, Role
from storage.tables import CardRow, GrantRow, InvitationRow, OfficeRow

_grant = GrantRow.__table__
_invitation = InvitationRow.__table__
_office = OfficeRow.__table__
_card = CardRow.__table__

_live_grants = (
    select(_grant, _office.c.name.label("office_name"))
    .select_from(_grant.outerjoin(_office, _office.c.id == _grant.c.office_id))
    .where(_grant.c.revoked_at.is_(None))
    .order_by(_grant.c.id)
)


def _as_grant(row: Any) -> Grant:
    return Grant(row.id, Role(row.role), row.office_id, row.office_name, row.advisor)


def grants(connection: Connection, person_id: int) -> tuple[Grant, ...]:
    """The roles a person holds, oldest first."""
    rows = connection.execute(_live_grants.where(_grant.c.person_id == person_id))
    return tuple(_as_grant(row) for row in rows)


def people_with(
    connection: Connection,
    *,
    role: Role,
    office_id: int | None = None,
    advisor: str | None = None,
) -> list[tuple[int, Grant]]:
    """Everybody who holds a role, for one office or as one advisor where that is given."""
    statement = _live_grants.where(_grant.c.role == role)
    if office_id is not None:
        statement = statement.where(_grant.c.office_id == office_id)
    if advisor is not None:
        statement = statement.where(_grant.c.advisor == advisor)
    return [(row.person_id, _as_grant(row)) for row in connection.execute(statement)]


def advisors_in(connection: Connection) -> frozenset[str]:
    """The Advisors for whom somebody is in."""
    live = (_grant.c.role == Role.ADVISOR, _grant.c.revoked_at.is_(None))
    names = connection.scalars(select(_grant.c.advisor).distinct().where(*live))
    return frozenset(name for name in names if name)


def reachable_advisors(connection: Connection) -> frozenset[str]:
    """The advisors of the tables for whom somebody is in who has not blocked the bot."""
    names = connection.scalars(
        select(_grant.c.advisor)
        .distinct()
        .join(_card, _card.c.person_id == _grant.c.person_id)
        .where(
            _grant.c.role == Role.ADVISOR,
            _grant.c.revoked_at.is_(None),
            _card.c.blocked.is_(False),
        )
    )
    return frozenset(name for name in names if name)


# --- Invitations ------------------------------------------------------------------------------


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def create_invitation(
    connection: Connection,
    *,
    role: Role,
    token: str,
    expires_at: datetime,
    now: datetime,
    office_id: int | None = None,
    advisor: str | None = None,
    created_by: int | None = None,
) -> Invitation:
    """Keep an invitation whose secret the caller hands out."""
    invitation_id = connection.execute(
        insert(_invitation)
        .values(
            token_hash=_hash(token),
            role=role,
            office_id=office_id,
            advisor=advisor,
            created_by=created_by,
            created_at=now,
            expires_at=expires_at,
        )
        .returning(_invitation.c.id)
    ).scalar_one()
    made = _invitations.where(_invitation.c.id == invitation_id)
    return _as_invitation(connection.execute(made).one())


_invitations: Select[Any] = select(_invitation, _office.c.name.label("office_name")).select_from(
    _invitation.outerjoin(_office, _office.c.id == _invitation.c.office_id)
)


def _as_invitation(row: Any) -> Invitation:
    return Invitation(
        row.id,
        Role(row.role),
        row.expires_at,
        row.office_id,
        row.office_name,
        row.advisor,
        used=row.used_by is not None,
        revoked=row.revoked_at is not None,
    )


def invitation_by_token(connection: Connection, token: str) -> Invitation | None:
    """The invitation of a link's secret."""
    return _one(connection, _invitations.where(_invitation.c.token_hash == _hash(token)))


def _one(connection: Connection, statement: Select[Any]) -> Invitation | None:
    row = connection.execute(statement).one_or_none()
    return None if row is None else _as_invitation(row)


def invitation(
    connection: Connection, invitation_id: int, *, lock: bool = False
) -> Invitation | None:
    """An invitation by its id."""
    statement = _invitations.where(_invitation.c.id == invitation_id)
    if lock:
        statement = statement.with_for_update(of=_invitation)
    return _one(connection, statement)


def accept(
    connection: Connection,
    invited: Invitation,
    person_id: int,
    display_name: str,
    now: datetime,
) -> Grant | None:
    """Take the role of a link; None when somebody was faster. Exactly one ever gets it."""
    taken = connection.execute(
        update(_invitation)
        .where(
            _invitation.c.id == invited.id,
            _invitation.c.used_by.is_(None),
            _invitation.c.revoked_at.is_(None),
            _invitation.c.expires_at > now,
        )
        .values(used_by=person_id, used_at=now)
    )
    if taken.rowcount != 1:
        return None
    grant_id = connection.execute(
        insert(_grant)
        .values(
            person_id=person_id,
            role=invited.role,
            office_id=invited.office_id,
            advisor=invited.advisor,
            display_name=display_name[:200],
            given_at=now,
        )
        .returning(_grant.c.id)
    ).scalar_one()
    return Grant(grant_id, invited.role, invited.office_id, invited.office_name, invited.advisor)
