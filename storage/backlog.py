"""What waits in the database, in numbers: for those who watch a running bot."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from storage.tables.people import CardRow
from storage.tables.traffic import FailureRow, JobRow, LetterRow

_letter = LetterRow.__table__
_card = CardRow.__table__


@dataclass(frozen=True, slots=True)
class Backlog:
    """Letters by state, the age of the oldest that is due (seconds), and what else waits."""

    letters: dict[str, int]
    oldest: float
    cards: int
    files: int
    set_aside: int


STATES = ("pending", "sending", "unknown", "undeliverable")
"""States of a letter that somebody may have to do something about."""


def measure(connection: Connection, now: datetime) -> Backlog:
    """How much waits at `now` (UTC)."""
    counted = connection.execute(
        select(_letter.c.state, func.count())
        .where(_letter.c.state.in_(STATES))
        .group_by(_letter.c.state)
    )
    letters = dict.fromkeys(STATES, 0) | {row[0]: row[1] for row in counted}
    due = connection.scalar(
        select(_letter.c.due_at)
        .where(_letter.c.state == "pending", _letter.c.due_at <= now)
        .order_by(_letter.c.due_at)
        .limit(1)
    )
    lagging = select(func.count()).where(_card.c.drawn < _card.c.wanted, _card.c.blocked.is_(False))
    return Backlog(
        letters,
        (now - due).total_seconds() if due else 0.0,
        connection.scalar(lagging) or 0,
        connection.scalar(select(func.count()).select_from(JobRow.__table__)) or 0,
        connection.scalar(select(func.count()).select_from(FailureRow.__table__)) or 0,
    )
