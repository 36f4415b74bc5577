"""Offices, as the coordination tables make them."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, insert, select, update

from conversations.access import Role
from conversations.coordination_table import TableReading, office_key
from conversations.limits import Block
from conversations.office_matching import Identity, match
from conversations.people import Person
from conversations.submission import Office, Submission
from storage.tables import GrantRow, OfficeRow, SubmissionRow
from storage.teams import columns

_office = OfficeRow.__table__
_grant = GrantRow.__table__
_submission = SubmissionRow.__table__


def load(connection: Connection, office_id: int, *, lock: bool = False) -> Office | None:
    """An office with what R2a and R2b need to know: its head and the advisors' names."""
    found = _complete(connection, _office.c.id == office_id, lock=lock)
    return found[0] if found else None


def all_offices(connection: Connection, *, lock: bool = False) -> list[Office]:
    """Every office in the order of the tables."""
    return _complete(connection, lock=lock)


def of_advisor(connection: Connection, advisor: str) -> list[Office]:
    """An advisor's offices in the order of the tables."""
    return _complete(connection, _office.c.advisor == advisor)


def _complete(
    connection: Connection, *which: ColumnElement[bool], lock: bool = False
) -> list[Office]:
    statement = select(_office).where(*which).order_by(_office.c.id)
    if lock:
        statement = statement.with_for_update()
    rows = connection.execute(statement).all()
    heads = _heads(connection, *which)
    advisors = frozenset(
        key
        for name in connection.scalars(
            select(_office.c.advisor).where(_office.c.advisor.is_not(None)).distinct()
        )
        if (key := name_key(name))
    )
    return [
        Office(
            id=row.id,
            name=row.name,
            head_title=row.head_title,
            advisor=row.advisor,
            limit_steering=row.limit_steering,
            limit_editorial=row.limit_editorial,
            voivodeship=row.voivodeship,
            county=row.county,
            practice=row.practice,
            closed=row.closed,
            head_registered=row.id in heads,
            head_key=name_key(heads.get(row.id, "")),
            advisor_keys=advisors,
        )
        for row in rows
    ]


def _heads(connection: Connection, *which: ColumnElement[bool]) -> dict[int, str]:
    """The names under which heads of these offices came in; the newest where there are two."""
    rows = connection.execute(
        select(_grant.c.office_id, _grant.c.display_name)
        .join(_office, _office.c.id == _grant.c.office_id)
        .where(*which, _grant.c.role == Role.HEAD, _grant.c.revoked_at.is_(None))
        .order_by(_grant.c.id)
    )
    return {row.office_id: row.display_name for row in rows}


def name_key(name: str) -> str | None:
    """The key of a person known by a whole name only; None for less than two words."""
    words = name.split()
    return Person(" ".join(words[:-1]), words[-1]).key if len(words) > 1 else None


def put_table(
    connection: Connection,
    reading: TableReading,
    *,
    name: str,
    now: datetime,
) -> None:
    """Take a confirmed table over: new offices are added, known ones get its figures.

    A known office keeps its name, and its place and head where the table is silent. Offices that a
    new version no longer names stay, with their people (product.md: nobody is evicted).
    """
    known = _identities(connection)
    added, changed = [], []
    for row, office_id in match(known, reading.offices):
        before = known[office_id] if office_id is not None else Identity.of(row)
        values: dict[str, Any] = {
            "head_title": row.head or before.head,
            "advisor": row.advisor,
            "voivodeship": row.voivodeship or before.voivodeship,
            "county": row.county or before.county,
            "limit_steering": row.limit_steering,
            "limit_editorial": row.limit_editorial,
            "block_iii": row.block_iii,
            "source": name,
            "updated_at": now,
        }
        if office_id is not None:
            changed.append({"office": office_id, **values})
        else:
            added.append({"name": row.name, "practice": False, "closed": False, **values})
    if changed:
        statement = update(_office).where(_office.c.id == bindparam("office"))
        connection.execute(statement, changed)
    if added:
        _add(connection, added)


def _identities(connection: Connection) -> dict[int, Identity]:
    rows = connection.execute(
        select(
            _office.c.id, _office.c.name, _office.c.voivodeship, _office.c.county,
            _office.c.head_title,
        ).order_by(_office.c.id)
    )  # fmt: skip
    return {
        row.id: Identity(office_key(row.name), row.voivodeship, row.county, row.head_title)
        for row in rows
    }


def _add(connection: Connection, added: list[dict[str, Any]]) -> None:
    """New offices, each with its empty submission, numbered in the order of the table."""
    numbered = insert(_office).returning(_office.c.id, sort_by_parameter_order=True)
    ids = connection.scalars(numbered, added).all()
    empty = columns(Submission(Office(0, "")))
    connection.execute(insert(_submission), [{"office_id": each, **empty} for each in ids])


def set_limit(
    connection: Connection, office_id: int, block: Block, limit: int, now: datetime
) -> None:
    """Another limit in one block, by the coordinator's decision (A19)."""
    column = "limit_steering" if block is Block.STEERING else "limit_editorial"
    connection.execute(
        update(_office).where(_office.c.id == office_id).values({column: limit, "updated_at": now})
    )


def set_closed(connection: Connection, office_id: int, closed: bool, now: datetime) -> None:
    """Close an office's list, or open it again."""
    connection.execute(
        update(_office).where(_office.c.id == office_id).values(closed=closed, updated_at=now)
    )
