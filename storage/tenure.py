"""When a grant is held, as conditions on its row: what roles and links both ask."""

from typing import Any

from sqlalchemy import ColumnElement, and_, or_

from storage.tables.people import GrantRow

_grant = GrantRow.__table__


def unended(now: Any) -> ColumnElement[bool]:
    """A grant that is held at a moment or will be later."""
    until = _grant.c.valid_until
    return and_(_grant.c.revoked_at.is_(None), or_(until.is_(None), until > now))


def live(now: Any) -> ColumnElement[bool]:
    """A grant that is held at a moment."""
    since = _grant.c.valid_from
    return and_(unended(now), or_(since.is_(None), since <= now))
