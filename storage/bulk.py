"""Work about many offices or people: begun once, done an item at a time, each item once.

An item is settled in the transaction that does it, so that a process that dies loses nothing and
repeats nothing, and several processes share the work.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from storage.tables.offices import OfficeRow
from storage.tables.programme import BulkItemRow, BulkRow

ANNOUNCEMENT = "announcement"
"""The kind whose subjects are people, by their Telegram ids; those of all others are offices."""
FAILED = "failed"
"""The outcome of an item that is given up."""

_bulk = BulkRow.__table__
_item = BulkItemRow.__table__
_office = OfficeRow.__table__


@dataclass(frozen=True, slots=True)
class Bulk:
    """What was begun, by whom, when (UTC), and how far it is: items by outcome, `left` without."""

    id: int
    kind: str
    content: Mapping[str, str]
    by: int | None
    at: datetime
    done: bool
    left: int = 0
    outcomes: Mapping[str, int] = field(default_factory=dict)


def begin(
    connection: Connection,
    *,
    kind: str,
    content: Mapping[str, str],
    subjects: Iterable[int],
    by: int | None,
    now: datetime,
) -> int:
    """Keep work to be done about these offices or people; its id."""
    values = {"kind": kind, "content": json.dumps(dict(content), ensure_ascii=False)}
    bulk_id: int = connection.execute(
        insert(_bulk).values(**values, by=by, at=now).returning(_bulk.c.id)
    ).scalar_one()
    items = [{"bulk_id": bulk_id, "subject": each} for each in sorted(set(subjects))]
    if items:
        connection.execute(insert(_item), items)
    return bulk_id


def load(connection: Connection, bulk_id: int) -> Bulk | None:
    """A piece of work and how far it is."""
    row = connection.execute(select(_bulk).where(_bulk.c.id == bulk_id)).one_or_none()
    if row is None:
        return None
    counted = connection.execute(
        select(_item.c.outcome, func.count().label("items"))
        .where(_item.c.bulk_id == bulk_id)
        .group_by(_item.c.outcome)
    )
    outcomes: dict[str | None, int] = {each.outcome: each.items for each in counted}
    settled = {outcome: count for outcome, count in outcomes.items() if outcome is not None}
    return _as_bulk(row, outcomes.get(None, 0), settled)


def _as_bulk(row: Any, left: int = 0, outcomes: Mapping[str, int] | None = None) -> Bulk:
    content = json.loads(row.content)
    done = row.done_at is not None
    return Bulk(row.id, row.kind, content, row.by, row.at, done, left, outcomes or {})


def unfinished(connection: Connection) -> list[Bulk]:
    """What is still to be done, oldest first; without counts."""
    rows = connection.execute(select(_bulk).where(_bulk.c.done_at.is_(None)).order_by(_bulk.c.id))
    return [_as_bulk(row) for row in rows]


def latest(connection: Connection, kind: str) -> int | None:
    """The newest work of a kind."""
    newest = select(func.max(_bulk.c.id)).where(_bulk.c.kind == kind)
    found: int | None = connection.scalar(newest)
    return found


def subjects_left(connection: Connection, bulk_id: int, most: int) -> list[int]:
    """The next offices or people without an outcome."""
    return list(
        connection.scalars(
            select(_item.c.subject)
            .where(_item.c.bulk_id == bulk_id, _item.c.outcome.is_(None))
            .order_by(_item.c.subject)
            .limit(most)
        )
    )


def settle(connection: Connection, bulk_id: int, subject: int, outcome: str) -> bool:
    """Give an item its outcome; False when it has one. Holds off whoever else tries."""
    settled = connection.execute(
        update(_item)
        .where(
            _item.c.bulk_id == bulk_id,
            _item.c.subject == subject,
            _item.c.outcome.is_(None),
        )
        .values(outcome=outcome)
    )
    return settled.rowcount == 1


def give_up_letters(connection: Connection) -> None:
    """Leave every letter to many that is not written yet: whoever it is for may have it."""
    letters = select(_bulk.c.id).where(_bulk.c.kind == ANNOUNCEMENT)
    connection.execute(
        update(_item)
        .where(_item.c.bulk_id.in_(letters), _item.c.outcome.is_(None))
        .values(outcome=FAILED)
    )


def finish(connection: Connection, bulk_id: int, now: datetime) -> bool:
    """Everything is done; False when another process said so before."""
    finished = connection.execute(
        update(_bulk).where(_bulk.c.id == bulk_id, _bulk.c.done_at.is_(None)).values(done_at=now)
    )
    return finished.rowcount == 1


def by_advisor(connection: Connection, bulk_id: int, outcome: str) -> Mapping[str, int]:
    """How many offices of each advisor had this outcome."""
    counted = connection.execute(
        select(_office.c.advisor, func.count().label("offices"))
        .join(_item, _item.c.subject == _office.c.id)
        .where(
            _item.c.bulk_id == bulk_id,
            _item.c.outcome == outcome,
            _office.c.advisor.is_not(None),
        )
        .group_by(_office.c.advisor)
    )
    return {row.advisor: row.offices for row in counted}
