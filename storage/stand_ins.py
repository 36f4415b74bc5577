"""Advisors who stand in for others, from one day to another; over when the last day is."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, delete, insert, or_, select

from conversations.access import StandIn
from storage.rows import Prepared
from storage.tables.programme import StandInRow

_stand_in = StandInRow.__table__
_today = bindparam("today", type_=_stand_in.c.first.type)
_on = Prepared(
    select(_stand_in.c.advisor, _stand_in.c.substitute).where(
        _stand_in.c.first <= _today, _stand_in.c.last >= _today
    )
)


def put(connection: Connection, stand_in: StandIn, now: datetime) -> list[str]:
    """Name who stands in for an Advisor; an earlier word about the same Advisor is over.

    Returns who was named by it.
    """
    before = end(connection, stand_in.advisor)
    connection.execute(
        insert(_stand_in).values(
            advisor=stand_in.advisor,
            substitute=stand_in.substitute,
            first=stand_in.first,
            last=stand_in.last,
            at=now,
        )
    )
    return before


def end(connection: Connection, advisor: str) -> list[str]:
    """Nobody stands in for an Advisor any more; who was named to."""
    ended = delete(_stand_in).where(_stand_in.c.advisor == advisor)
    return list(connection.scalars(ended.returning(_stand_in.c.substitute)))


def concerning(connection: Connection, advisor: str, today: date) -> list[StandIn]:
    """Who stands in for an Advisor, and for whom the Advisor does, now or later."""
    rows = connection.execute(
        select(_stand_in)
        .where(
            or_(_stand_in.c.advisor == advisor, _stand_in.c.substitute == advisor),
            _stand_in.c.last >= today,
        )
        .order_by(_stand_in.c.first, _stand_in.c.id)
    )
    return [StandIn(row.advisor, row.substitute, row.first, row.last) for row in rows]


def acting_for(connection: Connection, substitute: str, today: date) -> frozenset[str]:
    """For whom an Advisor stands in today."""
    return frozenset(
        connection.scalars(
            select(_stand_in.c.advisor).where(
                _stand_in.c.substitute == substitute,
                _stand_in.c.first <= today,
                _stand_in.c.last >= today,
            )
        )
    )


def on(connection: Connection, today: date) -> Mapping[str, frozenset[str]]:
    """Who stands in today, by the Advisor for whom they do."""
    found: dict[str, frozenset[str]] = {}
    for row in _on.all(connection, {"today": today}):
        found[row.advisor] = found.get(row.advisor, frozenset()) | {row.substitute}
    return found
