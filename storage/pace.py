"""How fast all processes together may send: told by Telegram, or kept by ourselves.

A refusal with `retry_after` silences every process (Bot API FAQ, "My bot is hitting limits").
Letters, which come in crowds, keep below about 30 messages a second in all and one a second in a
chat; cards answer what a person does and are not held back.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, case, or_, select, update

from storage.rows import Prepared, add_once
from storage.tables import CardRow, PaceRow

_pace = PaceRow.__table__
_card = CardRow.__table__
_silence = Prepared(select(_pace.c.silent_until))

LETTER_EVERY = timedelta(seconds=1 / 25)
"""Between two letters of all processes; what is left of 30 a second is for cards."""
LETTERS_AT_ONCE = timedelta(seconds=1)
"""How far a burst of letters may run ahead of that."""
IN_ONE_CHAT_EVERY = timedelta(seconds=1)
IN_ONE_CHAT_AT_ONCE = timedelta(seconds=2)
FURTHEST_AHEAD = timedelta(minutes=1)
"""Of a next letter: what lies further ahead was told by a clock that has been set back since."""
LONGEST_SILENCE = timedelta(minutes=15)
"""Of a silence, likewise. Telegram says again how long it wants if it was right."""


def silence(connection: Connection, now: datetime) -> datetime | None:
    """Until when Telegram wants silence, if it ever did; it may be over."""
    row = _silence.one_or_none(connection, {})
    return None if row is None else believed_silence(row.silent_until, now)


def believed_silence(until: datetime | None, now: datetime) -> datetime | None:
    """A silence as it was stored, unless it lies further ahead than any that was ever told."""
    return _believed(until, now, LONGEST_SILENCE)


def _believed(moment: datetime | None, now: datetime, longest: timedelta) -> datetime | None:
    return None if moment is not None and moment > now + longest else moment


def be_silent(connection: Connection, until: datetime) -> None:
    """Nobody sends before this moment; a later one that was told before holds."""
    add_once(connection, _pace, {"id": 1})
    longer = or_(
        _pace.c.silent_until.is_(None),
        _pace.c.silent_until < until,
        _pace.c.silent_until > until + LONGEST_SILENCE,
    )
    connection.execute(
        update(_pace).values(silent_until=case((longer, until), else_=_pace.c.silent_until))
    )


@dataclass(frozen=True, slots=True)
class Pace:
    """When a letter may leave; None for at once."""

    silent_until: datetime | None = None
    letters_from: datetime | None = None

    def allows(self, now: datetime) -> bool:
        return all(each is None or each <= now for each in (self.silent_until, self.letters_from))

    @property
    def again(self) -> datetime | None:
        """When to look again."""
        known = [each for each in (self.silent_until, self.letters_from) if each]
        return max(known, default=None)


def of_letters(connection: Connection, now: datetime) -> Pace:
    """The pace as it is, kept for this transaction: others who ask wait for its commit."""
    asked = select(_pace.c.silent_until, _pace.c.letters_from).with_for_update()
    row = connection.execute(asked).one_or_none()
    if row is None:
        add_once(connection, _pace, {"id": 1})
        row = connection.execute(asked).one()
    return Pace(
        _believed(row.silent_until, now, LONGEST_SILENCE),
        _believed(row.letters_from, now, FURTHEST_AHEAD),
    )


def letter_leaves(
    connection: Connection,
    pace: Pace,
    person_id: int,
    *,
    chat_from: datetime | None,
    now: datetime,
) -> None:
    """Count one letter to a person whose next was to leave no sooner than `chat_from`."""
    everywhere = _next(pace.letters_from, LETTER_EVERY, LETTERS_AT_ONCE, now)
    connection.execute(update(_pace).values(letters_from=everywhere))
    chat_from = _believed(chat_from, now, FURTHEST_AHEAD)
    in_chat = _next(chat_from, IN_ONE_CHAT_EVERY, IN_ONE_CHAT_AT_ONCE, now)
    connection.execute(
        update(_card).where(_card.c.person_id == person_id).values(letters_from=in_chat)
    )


def _next(former: datetime | None, every: timedelta, at_once: timedelta, now: datetime) -> datetime:
    """When the next may leave: a queue that empties by one in each `every`."""
    return max(former or now - at_once, now - at_once) + every
