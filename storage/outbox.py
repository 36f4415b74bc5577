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
from functools import cache

from sqlalchemy import Connection, bindparam, case, delete, func, or_, select, update

from conversations.notes import NoticeCode
from storage import pace
from storage.rows import Prepared, add_once
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
    due_at: datetime | None = None,
) -> bool:
    """Post a letter, to leave at once or from `due_at` on; False when one of the same key was
    posted before.
    """
    row = {
        "key": key,
        "person_id": person_id,
        "code": code,
        "office_id": office_id,
        "content": json.dumps(dict(values), ensure_ascii=False),
        "state": "pending",
        "attempts": 0,
        "due_at": due_at or now,
        "changed_at": now,
    }
    return add_once(connection, _letter, row)


_now = bindparam("now", type_=_letter.c.due_at.type)
_beyond = bindparam("beyond", type_=_letter.c.due_at.type)
_leaving = Prepared(
    select(_letter, _card.c.letters_from)
    .outerjoin(_card, _card.c.person_id == _letter.c.person_id)
    .where(
        _letter.c.state == "pending",
        # Or posted by a clock that has been set back since.
        or_(_letter.c.due_at <= _now, _letter.c.changed_at > _beyond),
        or_(
            _card.c.letters_from.is_(None),
            _card.c.letters_from <= _now,
            _card.c.letters_from > _beyond,
        ),
    )
    .order_by(_letter.c.due_at, _letter.c.id)
    .limit(1)
    .with_for_update(of=_letter, skip_locked=True)
)


def claim(connection: Connection, *, now: datetime) -> Letter | datetime | None:
    """Take the next letter that may leave now, for this process alone.

    Where there is none: when to look again, or None while nothing waits. Chats that had their share
    are passed over; while Telegram wants silence nothing is claimed, since a claim runs out.
    """
    # What a process has been sending for longer than its lease may have arrived.
    gone = {"since": now - LEASE, "beyond": now + LEASE, "changed_at": now}
    _give_up.run(connection, gone)
    allowed = pace.of_letters(connection, now)
    if not allowed.allows(now):
        return allowed.again
    row = _leaving.one_or_none(connection, {"now": now, "beyond": now + pace.FURTHEST_AHEAD})
    if row is None:
        return _next_one(connection)
    attempts = row.attempts + 1
    _change(connection, row.id, "pending", state="sending", attempts=attempts, changed_at=now)
    pace.letter_leaves(connection, allowed, row.person_id, chat_from=row.letters_from, now=now)
    values = json.loads(row.content)
    return Letter(row.id, row.person_id, row.code, row.office_id, values, attempts)


_last_words = _letter.c.code == NoticeCode.ACCOUNT_ERASED
_began_before = bindparam("since", type_=_letter.c.changed_at.type)
_give_up = Prepared(
    update(_letter)
    .where(
        _letter.c.state == "sending",
        or_(_letter.c.changed_at < _began_before, _letter.c.changed_at > _beyond),
    )
    .values(
        state=case((_last_words, "pending"), else_="unknown"),
        why="the process that sent it ended",
        content=case((_last_words, _letter.c.content), else_=None),
    )
)


_held = _card.c.letters_from > _letter.c.due_at
_due = case((_held, _card.c.letters_from), else_=_letter.c.due_at)
_soonest = Prepared(
    select(func.min(_due, type_=_letter.c.due_at.type).label("due"))
    .select_from(_letter)
    .outerjoin(_card, _card.c.person_id == _letter.c.person_id)
    .where(_letter.c.state == "pending")
)


def _next_one(connection: Connection) -> datetime | None:
    """When the next letter that waits may leave, if one waits."""
    soonest: datetime | None = _soonest.all(connection, {})[0].due
    return soonest


def _change(connection: Connection, letter_id: int, *states: str, **values: object) -> None:
    """Change a letter that stands in one of these states; another process may have moved it on."""
    _changing(states).run(connection, {"letter": letter_id, **values})


@cache
def _changing(states: tuple[str, ...]) -> Prepared:
    stands = or_(*(_letter.c.state == each for each in states))
    return Prepared(update(_letter).where(_letter.c.id == bindparam("letter"), stands))


def sent(connection: Connection, letter_id: int, now: datetime) -> None:
    """It arrived, even if it was given up meanwhile."""
    _change(connection, letter_id, "sending", "unknown", state="sent", content=None, changed_at=now)


def retry(
    connection: Connection,
    letter_id: int,
    at: datetime,
    now: datetime,
    *,
    values: Mapping[str, str | int] | None = None,
) -> None:
    """It certainly did not arrive, or is said again nevertheless; try from `at` on, with other
    `values` if given.
    """
    content = {} if values is None else {"content": json.dumps(dict(values), ensure_ascii=False)}
    _change(connection, letter_id, "sending", state="pending", due_at=at, changed_at=now, **content)


def put_back(
    connection: Connection, letter: Letter, now: datetime, *, at: datetime | None = None
) -> None:
    """It was claimed and has certainly not left, which counts as no try; it leaves when it would
    have, or from `at` on. Left alone once anything else became of this claim.
    """
    own = (_letter.c.state == "sending", _letter.c.attempts == letter.attempts)
    values = {"state": "pending", "attempts": letter.attempts - 1, "changed_at": now}
    due = {} if at is None else {"due_at": at}
    connection.execute(
        update(_letter).where(_letter.c.id == letter.id, *own).values(**values, **due)
    )


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
