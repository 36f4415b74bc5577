"""Invitations: links that give a role. Of a link's secret only the SHA-256 is kept."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    exists,
    insert,
    or_,
    select,
    update,
)

from conversations.access import Grant, Invitation, Role
from storage.rows import Prepared, Values
from storage.tables.offices import OfficeRow
from storage.tables.people import GrantRow, InvitationRow
from storage.tenure import unended

_grant = GrantRow.__table__
_invitation = InvitationRow.__table__
_office = OfficeRow.__table__


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def create(
    connection: Connection,
    *,
    role: Role,
    token: str,
    expires_at: datetime,
    now: datetime,
    office_id: int | None = None,
    advisor: str | None = None,
    created_by: int | None = None,
    valid: tuple[datetime, datetime] | None = None,
    replaces: int | None = None,
) -> Invitation:
    """Keep an invitation whose secret the caller hands out.

    `valid` is the first moment of the role and the first after it; whoever takes the link ends the
    grant that it `replaces`.
    """
    valid_from, valid_until = valid or (None, None)
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
            valid_from=valid_from,
            valid_until=valid_until,
            replaces=replaces,
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
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        replaces=row.replaces,
        made_by=row.created_by,
    )


def waiting(connection: Connection, now: datetime) -> tuple[Invitation, ...]:
    """Every link that could still be used at `now`, oldest first."""
    made_by = _grant.c.person_id == _invitation.c.created_by
    as_head = and_(
        made_by, _grant.c.role == Role.HEAD, _grant.c.office_id == _invitation.c.office_id
    )
    # As `_ends_of_maker` says of one.
    lapsed = and_(
        exists().where(as_head),
        ~exists().where(as_head, unended(now)),
        ~exists().where(made_by, _grant.c.role == Role.COORDINATOR),
    )
    rows = connection.execute(
        _invitations.where(*_unused(), _invitation.c.expires_at > now, ~lapsed).order_by(
            _invitation.c.id
        )
    )
    return tuple(_as_invitation(row) for row in rows)


def revoke(connection: Connection, invitation_id: int, now: datetime) -> bool:
    """Take a link back; False when it was used or taken back before."""
    return _revoke_links(connection, now, _invitation.c.id == invitation_id) == 1


def revoke_batch(connection: Connection, batch: str, now: datetime) -> int:
    """Take back the unused links of a file that nobody has; how many there were."""
    return _revoke_links(connection, now, _invitation.c.batch == batch)


def revoke_of(
    connection: Connection, person_id: int, now: datetime
) -> list[tuple[Role, int | None]]:
    """Take back every link that a person handed out and that waits; the role and office of each."""
    theirs = (_invitation.c.created_by == person_id, _invitation.c.expires_at > now)
    revoked = update(_invitation).where(*_unused(), *theirs).values(revoked_at=now)
    rows = connection.execute(revoked.returning(_invitation.c.role, _invitation.c.office_id))
    return [(Role(row.role), row.office_id) for row in rows]


def withdraw_of(
    connection: Connection, person_id: int, office_ids: Sequence[int], until: datetime
) -> None:
    """Take back the unused links for these offices that a person handed out up to a moment."""
    _revoke_links(
        connection,
        until,
        _invitation.c.created_by == person_id,
        _invitation.c.office_id.in_(office_ids),
        _invitation.c.created_at <= until,
    )


def _unused() -> tuple[ColumnElement[bool], ...]:
    return (_invitation.c.used_by.is_(None), _invitation.c.revoked_at.is_(None))


def _revoke_links(connection: Connection, now: datetime, *which: ColumnElement[bool]) -> int:
    unused = update(_invitation).where(*_unused(), *which)
    return connection.execute(unused.values(revoked_at=now)).rowcount


@dataclass(frozen=True, slots=True)
class Wanted:
    """A link that is to be made with others: for whom, and its secret."""

    role: Role
    token: str
    office_id: int | None = None
    advisor: str | None = None


def create_batch(
    connection: Connection,
    wanted: Sequence[Wanted],
    *,
    batch: str,
    created_by: int | None,
    expires_at: datetime,
    now: datetime,
) -> None:
    """Keep many invitations whose secrets the caller hands out in one file."""
    shared = {"created_by": created_by, "created_at": now, "expires_at": expires_at, "batch": batch}
    rows = [
        {
            "token_hash": _hash(each.token),
            "role": each.role,
            "office_id": each.office_id,
            "advisor": each.advisor,
            **shared,
        }
        for each in wanted
    ]
    if rows:
        connection.execute(insert(_invitation), rows)


_by_id = _invitations.where(_invitation.c.id == bindparam("link"))
_one = Prepared(_by_id)
_locked = Prepared(_by_id.with_for_update(of=_invitation))
_secret = Prepared(_invitations.where(_invitation.c.token_hash == bindparam("secret")))


def by_token(connection: Connection, token: str) -> Invitation | None:
    """The invitation of a link's secret."""
    return _found(connection, _secret, {"secret": _hash(token)})


def load(connection: Connection, invitation_id: int, *, lock: bool = False) -> Invitation | None:
    """An invitation by its id."""
    return _found(connection, _locked if lock else _one, {"link": invitation_id})


def _found(connection: Connection, which: Prepared, values: Values) -> Invitation | None:
    row = which.one_or_none(connection, values)
    if row is None:
        return None
    until, left_at = _ends_of_maker(connection, row)
    return replace(_as_invitation(row), maker_until=until, maker_left_at=left_at)


_of_maker = Prepared(
    select(_grant.c.role, _grant.c.valid_until, _grant.c.revoked_at).where(
        _grant.c.person_id == bindparam("maker"),
        or_(
            _grant.c.role == Role.COORDINATOR,
            and_(_grant.c.role == Role.HEAD, _grant.c.office_id == bindparam("office")),
        ),
    )
)


def _ends_of_maker(connection: Connection, row: Any) -> tuple[datetime | None, datetime | None]:
    """When a link lapses with a role of whoever handed it out: for anybody, and for themselves.

    For anybody it does with the last role of a head; not where it may be a coordinator's, who may
    be an office's head beside that. For themselves it does with the last of both. None: never.
    """
    if row.created_by is None:
        return None, None
    held = _of_maker.all(connection, {"maker": row.created_by, "office": row.office_id})
    ends = [[end for end in (each.valid_until, each.revoked_at) if end] for each in held]
    if not all(ends):
        return None, None
    last = max((min(end) for end in ends), default=None)
    return None if any(each.role == Role.COORDINATOR for each in held) else last, last


_take = Prepared(
    update(_invitation).where(
        *_unused(),
        _invitation.c.id == bindparam("link"),
        _invitation.c.expires_at > bindparam("now", type_=_invitation.c.expires_at.type),
    )
)
_enter = Prepared(insert(_grant).returning(_grant.c.id))


def accept(
    connection: Connection,
    invited: Invitation,
    person_id: int,
    display_name: str,
    now: datetime,
) -> Grant | None:
    """Take the role of a link; None when somebody was faster. Exactly one ever gets it."""
    taken = {"link": invited.id, "now": now, "used_by": person_id, "used_at": now}
    if _take.run(connection, taken) != 1:
        return None
    entered = _enter.one_or_none(
        connection,
        {
            "person_id": person_id,
            "role": invited.role,
            "office_id": invited.office_id,
            "advisor": invited.advisor,
            "display_name": display_name[:200],
            "given_at": now,
            "valid_from": invited.valid_from,
            "valid_until": invited.valid_until,
        },
    )
    if invited.role in {Role.HEAD, Role.ADVISOR} and invited.valid_until is None:
        # Copies of the same seat: on paper, in a letter, in an older file.
        _revoke_links(
            connection,
            now,
            _invitation.c.role == invited.role,
            _invitation.c.office_id == invited.office_id
            if invited.office_id is not None
            else _invitation.c.advisor == invited.advisor,
        )
    return Grant(
        entered.id,
        invited.role,
        invited.office_id,
        invited.office_name,
        invited.advisor,
        invited.valid_until,
    )


def withdraw_handovers(connection: Connection, grant_id: int, now: datetime) -> None:
    """Make unused links that take this grant's place useless: only the newest one hands over."""
    connection.execute(
        update(_invitation)
        .where(_invitation.c.replaces == grant_id, _invitation.c.used_by.is_(None))
        .values(revoked_at=now)
    )
