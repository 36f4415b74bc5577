"""Letters to other people: written in the turn's transaction, sent afterwards, each once.

pending → sending → sent, or back to pending when it certainly did not arrive, unknown when it may
have, undeliverable when Telegram says never. What was being sent when a process died may have
arrived, so it becomes unknown, and is never sent again blindly. What a letter said, which may be a
link's secret, is wiped once nobody will send it any more. Last words are different: they rather
come twice than not at all, and nothing of them is kept once they are said.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, case, delete, func, or_, select, update

from conversations.notes import NoticeCode
from storage import pace
from storage.rows import add_once
from storage.tables.people import CardRow
from storage.tables.traffic import LetterRow

_letter = LetterRow.__table__
_card = CardRow.__table__

LEASE = timedelta(minutes=2)
"""How long a process may take to send what it has claimed."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to be sent now: to whom, what about, how often it was tried."""

    id: int
    person_id: int
    code: str
    office_id: int | None
    values: Mapping[str, str | int]
    attempts: int


def put(
    connection: Connection,
    *,
    key: str,
    person_id: int,
    code: str,
    office_id: int | None,
    values: Mapping[str, str | int],
    now: datetime,
) -> bool:
    """Post a letter; False when one of the same key was posted before."""
    row = {
        "key": key,
        "person_id": person_id,
        "code": code,
        "office_id": office_id,
        "content": json.dumps(dict(values), ensure_ascii=False),
        "state": "pending",
        "attempts": 0,
        "due_at": now,
        "changed_at": now,
    }
    return add_once(connection, _letter, row)


def claim(connection: Connection, *, now: datetime) -> Letter | datetime | None:
    """Take the next letter that may leave now, for this process alone.

    Where there is none: when to look again, or None while nothing waits. Chats that had their share
    are passed over; while Telegram wants silence nothing is claimed, since a claim runs out.
    """
    _give_up(connection, now)
    allowed = pace.of_letters(connection, now)
    if not allowed.allows(now):
        return allowed.again
    row = connection.execute(
        select(_letter, _card.c.letters_from)
        .outerjoin(_card, _card.c.person_id == _letter.c.person_id)
        .where(
            _letter.c.state == "pending",
            # Or posted by a clock that has been set back since.
            or_(_letter.c.due_at <= now, _letter.c.changed_at > now + pace.FURTHEST_AHEAD),
            or_(
                _card.c.letters_from.is_(None),
                _card.c.letters_from <= now,
                _card.c.letters_from > now + pace.FURTHEST_AHEAD,
            ),
        )
        .order_by(_letter.c.due_at, _letter.c.id)
        .limit(1)
        .with_for_update(of=_letter, skip_locked=True)
    ).one_or_none()
    if row is None:
        return _next_one(connection)
    attempts = row.attempts + 1
    _change(connection, row.id, "pending", state="sending", attempts=attempts, changed_at=now)
    pace.letter_leaves(connection, allowed, row.person_id, chat_from=row.letters_from, now=now)
    values = json.loads(row.content)
    return Letter(row.id, row.person_id, row.code, row.office_id, values, attempts)


def _give_up(connection: Connection, now: datetime) -> None:
    """What a process has been sending for longer than its lease may have arrived."""
    last_words = _letter.c.code == NoticeCode.ACCOUNT_ERASED
    connection.execute(
        update(_letter)
        .where(
            _letter.c.state == "sending",
            or_(_letter.c.changed_at < now - LEASE, _letter.c.changed_at > now + LEASE),
        )
        .values(
            state=case((last_words, "pending"), else_="unknown"),
            why="the process that sent it ended",
            content=case((last_words, _letter.c.content), else_=None),
            changed_at=now,
        )
    )


def _next_one(connection: Connection) -> datetime | None:
    """When the next letter that waits may leave, if one waits."""
    held = _card.c.letters_from > _letter.c.due_at
    due = case((held, _card.c.letters_from), else_=_letter.c.due_at)
    soonest: datetime | None = connection.scalar(
        select(func.min(due, type_=_letter.c.due_at.type))
        .select_from(_letter)
        .outerjoin(_card, _card.c.person_id == _letter.c.person_id)
        .where(_letter.c.state == "pending")
    )
    return soonest


def _change(connection: Connection, letter_id: int, *states: str, **values: object) -> None:
    """Change a letter that stands in one of these states; another process may have moved it on."""
    this = and_(_letter.c.id == letter_id, _letter.c.state.in_(states))
    connection.execute(update(_letter).where(this).values(**values))


def sent(connection: Connection, letter_id: int, now: datetime) -> None:
    """It arrived, even if it was given up meanwhile."""
    _change(connection, letter_id, "sending", "unknown", state="sent", content=None, changed_at=now)


def retry(connection: Connection, letter_id: int, at: datetime, now: datetime) -> None:
    """It certainly did not arrive; try again from `at` on."""
    _change(connection, letter_id, "sending", state="pending", due_at=at, changed_at=now)


def unknown(connection: Connection, letter_id: int, now: datetime) -> None:
    """It may have arrived."""
    why = "no answer from Telegram"
    _change(
        connection, letter_id, "sending", state="unknown", why=why, content=None, changed_at=now
    )


def count_unknown(connection: Connection) -> int:
    """How many letters may or may not have arrived."""
    unknown_ones = select(func.count()).select_from(_letter).where(_letter.c.state == "unknown")
    return connection.scalar(unknown_ones) or 0


def states(connection: Connection, prefix: str) -> Mapping[str, int]:
    """How many letters whose key begins so are in each state."""
    begins = _letter.c.key.startswith(prefix, autoescape=True)
    counted = select(_letter.c.state, func.count().label("letters")).where(begins)
    rows = connection.execute(counted.group_by(_letter.c.state))
    return {row.state: row.letters for row in rows}


def undeliverable(connection: Connection, letter_id: int, why: str, now: datetime) -> None:
    """It will not arrive, and why."""
    changes = {"state": "undeliverable", "why": why[:200], "content": None, "changed_at": now}
    _change(connection, letter_id, "sending", "unknown", **changes)


def forget(connection: Connection, letter_id: int) -> None:
    """Keep nothing of a letter, not even that there was one."""
    connection.execute(delete(_letter).where(_letter.c.id == letter_id))


def waits(
    connection: Connection,
    *,
    person_id: int,
    code: str,
    office_id: int | None,
    values: Mapping[str, str | int],
) -> bool:
    """Whether a letter that says just this is still on its way to this person."""
    alike = select(_letter.c.content).where(
        _letter.c.state.in_(("pending", "sending")),
        _letter.c.person_id == person_id,
        _letter.c.code == code,
        _letter.c.office_id.is_not_distinct_from(office_id),
    )
    # What is sealed is never the same twice, so the database cannot compare it.
    return json.dumps(dict(values), ensure_ascii=False) in connection.scalars(alike)
