"""Talks and their cards."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, case, insert, or_, select, update

from conversations.access import Grant, Role
from conversations.talk import Home, Talk, office_of
from storage import codec
from storage.rows import add_once
from storage.tables import CardRow, GrantRow, OfficeRow, TalkRow

_talk = TalkRow.__table__
_card = CardRow.__table__
_grant = GrantRow.__table__
_office = OfficeRow.__table__


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of a person's live card. It lags while `drawn` is less than `wanted`.

    `below` says that the person wrote after it, so that it must be sent anew.
    """

    message_id: int | None = None
    drawn: int = 0
    wanted: int = 0
    below: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A talk as stored, with its card."""

    talk: Talk
    card: Card


_load = select(
    _talk,
    _card.c.message_id,
    _card.c.drawn,
    _card.c.wanted,
    _card.c.below,
    _grant.c.role,
    _grant.c.office_id,
    _grant.c.advisor,
    _grant.c.revoked_at,
    _grant.c.valid_until,
    _office.c.name.label("office_name"),
).select_from(
    _talk.join(_card, _card.c.person_id == _talk.c.person_id)
    .outerjoin(_grant, _grant.c.id == _talk.c.grant_id)
    .outerjoin(_office, _office.c.id == _grant.c.office_id)
)


def load(connection: Connection, person_id: int, *, lock: bool) -> Seen:
    """A person's talk; a new one for somebody new, kept when `lock` is asked for.

    Whether its grant holds at this moment is for `storage.access.grants` to say.
    """
    statement = _load.where(_talk.c.person_id == person_id)
    if lock:
        statement = statement.with_for_update(of=_talk)
    row = connection.execute(statement).one_or_none()
    if row is None:
        fresh = Talk(person_id)
        if lock and not _enter(connection, fresh):
            return load(connection, person_id, lock=True)
        return Seen(fresh, Card())
    grant = None
    if row.grant_id is not None and row.revoked_at is None:
        grant = Grant(
            row.grant_id,
            Role(row.role),
            row.office_id,
            row.office_name,
            row.advisor,
            row.valid_until,
        )
    talk = Talk(
        person_id,
        grant,
        codec.load_place(row.place),
        codec.load_topic(row.topic),
        codec.load_note(row.note),
        row.language,
    )
    return Seen(talk, Card(row.message_id, row.drawn, row.wanted, row.below))


_NO_CARD = {"drawn": 0, "wanted": 0, "below": False, "blocked": False}


def _enter(connection: Connection, talk: Talk) -> bool:
    """Insert a new talk; False when somebody else just did."""
    values = {"person_id": talk.person_id, "place": codec.dump_place(Home()), "language": "pl"}
    if not add_once(connection, _talk, values):
        return False
    connection.execute(insert(_card).values(person_id=talk.person_id, **_NO_CARD))
    return True


def save(connection: Connection, talk: Talk, *, redraw: bool, below: bool, now: datetime) -> None:
    """Keep a talk that was loaded under lock. `redraw` makes its card lag."""
    connection.execute(
        update(_talk)
        .where(_talk.c.person_id == talk.person_id)
        .values(
            grant_id=talk.grant.id if talk.grant else None,
            looking_at=office_of(talk.place),
            place=codec.dump_place(talk.place),
            topic=codec.dump_topic(talk.topic),
            note=codec.dump_note(talk.note),
            language=talk.language,
            updated_at=now,
        )
    )
    changes: dict[str, object] = {"blocked": False, "wanted": _card.c.wanted + int(redraw)}
    if below:
        changes["below"] = True
    connection.execute(update(_card).where(_card.c.person_id == talk.person_id).values(changes))


def redraw_office(connection: Connection, office_id: int, *, but: int | None) -> list[int]:
    """Make the cards of everybody who looks at an office lag; who they are."""
    holders = select(_grant.c.id).where(_grant.c.office_id == office_id)
    concerned = or_(_talk.c.grant_id.in_(holders), _talk.c.looking_at == office_id)
    people = connection.scalars(
        select(_card.c.person_id)
        .join(_talk, _talk.c.person_id == _card.c.person_id)
        .where(concerned, _card.c.person_id != (but or 0), _card.c.message_id.is_not(None))
        .order_by(_card.c.person_id)
    ).all()
    if people:
        connection.execute(
            update(_card).where(_card.c.person_id.in_(people)).values(wanted=_card.c.wanted + 1)
        )
    return list(people)


def redraw_all(connection: Connection, *, but: int | None) -> list[int]:
    """Make everybody's card lag; who they are."""
    shown = and_(_card.c.person_id != (but or 0), _card.c.message_id.is_not(None))
    connection.execute(update(_card).where(shown).values(wanted=_card.c.wanted + 1))
    return list(
        connection.scalars(select(_card.c.person_id).where(shown).order_by(_card.c.person_id))
    )


def stale(connection: Connection) -> list[int]:
    """Whose cards lag, and who can be reached."""
    return list(
        connection.scalars(
            select(_card.c.person_id)
            .where(_card.c.drawn < _card.c.wanted, _card.c.blocked.is_(False))
            .order_by(_card.c.person_id)
        )
    )


def drawn(connection: Connection, person_id: int, *, version: int, message_id: int | None) -> None:
    """A card was shown as of `version`; what came since makes it lag still."""
    connection.execute(
        update(_card)
        .where(_card.c.person_id == person_id, _card.c.drawn <= version)
        .values(
            drawn=version,
            message_id=message_id,
            below=case((_card.c.wanted == version, False), else_=_card.c.below),
        )
    )


def blocked(connection: Connection, person_id: int, is_blocked: bool) -> None:
    """Whether this person has blocked the bot."""
    connection.execute(
        update(_card).where(_card.c.person_id == person_id).values(blocked=is_blocked)
    )
