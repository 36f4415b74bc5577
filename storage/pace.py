"""How fast all processes together may send: told by Telegram, or kept by ourselves.

A refusal with `retry_after` silences every process (Bot API FAQ, "My bot is hitting limits").
Letters, which come in crowds, keep below about 30 messages a second in all and one a second in a
chat; cards answer what a person does and are not held back.

A clock may be set back, and what was kept by the former time is not to hold for so long. Telegram
may well want hours of silence, so that not its length tells, but when it was told: from then on the
next letter's moment, `letters_from`, lies no earlier, and never far ahead of a clock that is right.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, case, or_, select, update

from storage.rows import Prepared, add_once
from storage.tables.people import CardRow
from storage.tables.traffic import PaceRow

_pace = PaceRow.__table__
_card = CardRow.__table__

LETTER_EVERY = timedelta(seconds=1 / 25)
"""Between two letters of all processes; what is left of 30 a second is for cards."""
LETTERS_AT_ONCE = timedelta(seconds=1)
"""How far a burst of letters may run ahead of that."""
IN_ONE_CHAT_EVERY = timedelta(seconds=1)
IN_ONE_CHAT_AT_ONCE = timedelta(seconds=2)
FURTHEST_AHEAD = timedelta(minutes=1)
"""Of a next letter: what lies further ahead was told by a clock that has been set back since."""


def believed_silence(
    until: datetime | None, letters_from: datetime | None, now: datetime
) -> datetime | None:
    """A silence as it was stored, unless it was told by a clock that has been set back since."""
    return until if _believed(letters_from, now) == letters_from else None


def _believed(moment: datetime | None, now: datetime) -> datetime | None:
    return None if moment is not None and moment > now + FURTHEST_AHEAD else moment


def be_silent(connection: Connection, until: datetime, now: datetime) -> None:
    """Nobody sends before this moment; a later one that was told before holds."""
    add_once(connection, _pace, {"id": 1})
    silent, letters = _pace.c.silent_until, _pace.c.letters_from
    set_back = letters > now + FURTHEST_AHEAD
    connection.execute(
        update(_pace).values(
            silent_until=case(
                (or_(silent.is_(None), silent < until, set_back), until), else_=silent
            ),
            letters_from=case(
                (or_(letters.is_(None), letters < now, set_back), now), else_=letters
            ),
        )
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


_kept = Prepared(select(_pace.c.silent_until, _pace.c.letters_from).with_for_update())
_keep = Prepared(update(_pace))
_keep_of_chat = Prepared(update(_card).where(_card.c.person_id == bindparam("person")))


def of_letters(connection: Connection, now: datetime) -> Pace:
    """The pace as it is, kept for this transaction: others who ask wait for its commit."""
    row = _kept.one_or_none(connection, {})
    if row is None:
        add_once(connection, _pace, {"id": 1})
        row = _kept.one_or_none(connection, {})
    return Pace(
        believed_silence(row.silent_until, row.letters_from, now),
        _believed(row.letters_from, now),
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
    # With the moment of the next letter goes what it said of a silence that is not believed.
    _keep.run(connection, {"letters_from": everywhere, "silent_until": pace.silent_until})
    chat_from = _believed(chat_from, now)
    in_chat = _next(chat_from, IN_ONE_CHAT_EVERY, IN_ONE_CHAT_AT_ONCE, now)
    _keep_of_chat.run(connection, {"person": person_id, "letters_from": in_chat})


def _next(former: datetime | None, every: timedelta, at_once: timedelta, now: datetime) -> datetime:
    """When the next may leave: a queue that empties by one in each `every`."""
    return max(former or now - at_once, now - at_once) + every
