"""Talks and their cards.

Who makes a card lag claims to draw it in the same statement, unless somebody draws it already:
that one finds it lagging still when it has drawn, and goes on. So one draws a card at a time, in
whatever process, and a turn costs no statement more. A claim that is not prolonged runs out.
"""

import secrets
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    Connection,
    and_,
    bindparam,
    case,
    func,
    insert,
    or_,
    select,
    tuple_,
    update,
)

from conversations.places import Home, Place, office_of
from conversations.talk import Talk
from storage import codec, migrations
from storage.access import as_grant
from storage.rows import Prepared, add_once
from storage.tables.offices import OfficeRow
from storage.tables.people import CardRow, GrantRow, TalkRow

_talk = TalkRow.__table__
_card = CardRow.__table__
_grant = GrantRow.__table__
_office = OfficeRow.__table__


LEASE = timedelta(seconds=5)
"""How long a drawer that says nothing more is believed to be at work."""
FURTHEST_HELD = timedelta(minutes=10)
"""What is held for longer was claimed by a clock that has been set back since."""
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
MOST_STALE = 100
"""Cards that one look takes over."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to draw the cards that are claimed by it, from a moment on."""

    now: datetime
    id: int = field(default_factory=lambda: secrets.randbits(62))

    @property
    def until(self) -> datetime:
        return self.now + LEASE


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of a person's live card. It lags while `drawn` is less than `wanted`.

    `below` says that the person wrote after it, so that it must be sent anew.
    """

    message_id: int | None = None
    drawn: int = 0
    wanted: int = 0
    below: bool = False
    menu: str | None = None
    """The menu of commands that was last set for this chat; None: everybody's."""


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
    _card.c.menu,
    _grant.c.role,
    _grant.c.office_id,
    _grant.c.advisor,
    _grant.c.revoked_at,
    _grant.c.valid_until,
    _office.c.name.label("office_name"),
    _office.c.practice,
).select_from(
    _talk.join(_card, _card.c.person_id == _talk.c.person_id)
    .outerjoin(_grant, _grant.c.id == _talk.c.grant_id)
    .outerjoin(_office, _office.c.id == _grant.c.office_id)
)

_theirs = _load.where(_talk.c.person_id == bindparam("person"))
_one = Prepared(_theirs)
_locked = Prepared(_theirs.with_for_update(of=_talk))


def load(connection: Connection, person_id: int, *, lock: bool) -> Seen:
    """A person's talk; a new one for somebody new, kept when `lock` is asked for.

    Whether its grant holds at this moment is for `storage.access.grants` to say.
    """
    row = (_locked if lock else _one).one_or_none(connection, {"person": person_id})
    if row is None:
        fresh = Talk(person_id)
        if lock and not _enter(connection, fresh):
            return load(connection, person_id, lock=True)
        return Seen(fresh, Card())
    grant = None
    if row.grant_id is not None and row.revoked_at is None:
        grant = as_grant(row, row.grant_id)
    talk = Talk(
        person_id,
        grant,
        _place(connection, row.place),
        codec.load_topic(row.topic),
        codec.load_note(row.note),
        row.language,
    )
    return Seen(talk, _as_card(row))


def _place(connection: Connection, stored: str) -> Place:
    """The place that was stored; the first card where no program knows it any more.

    Raises Unreadable for one that a newer program may know: it may hold what somebody has typed.
    """
    try:
        return codec.load_place(stored)
    except codec.Unreadable:
        if migrations.newer(connection):
            raise
        return Home()


def is_away(connection: Connection, stored: str) -> bool:
    """Whether a stored place is another than the first card; not one that is a newer program's."""
    try:
        return _place(connection, stored) != Home()
    except codec.Unreadable:
        return False


def _as_card(row: Any) -> Card:
    return Card(row.message_id, row.drawn, row.wanted, row.below, row.menu)


_add_card = Prepared(insert(_card))
_NO_CARD = {"drawn": 0, "wanted": 0, "below": False, "blocked": False}


def _enter(connection: Connection, talk: Talk) -> bool:
    """Insert a new talk; False when somebody else just did."""
    values = {"person_id": talk.person_id, "place": codec.dump_place(Home()), "language": "pl"}
    if not add_once(connection, _talk, values):
        return False
    _add_card.run(connection, {"person_id": talk.person_id, **_NO_CARD})
    return True


_keep = Prepared(update(_talk).where(_talk.c.person_id == bindparam("person")))


def save(connection: Connection, talk: Talk, *, below: bool, claim: Claim) -> Card | None:
    """Keep a talk that was loaded under lock, and make its card lag: the card, if claimed so."""
    _keep.run(
        connection,
        {
            "person": talk.person_id,
            "grant_id": talk.grant.id if talk.grant else None,
            "looking_at": office_of(talk.place),
            "place": codec.dump_place(talk.place),
            "topic": codec.dump_topic(talk.topic),
            "note": codec.dump_note(talk.note),
            "language": talk.language,
            "updated_at": claim.now,
        },
    )
    own = {"person": talk.person_id, "lower": below, **_of(claim)}
    row = _make_own_lag.one_or_none(connection, own)
    return _as_card(row) if row.drawer == claim.id else None


_looking = Prepared(
    select(_card.c.person_id)
    .join(_talk, _talk.c.person_id == _card.c.person_id)
    .where(
        or_(
            _talk.c.grant_id.in_(
                select(_grant.c.id).where(_grant.c.office_id == bindparam("office"))
            ),
            _talk.c.looking_at == bindparam("office"),
        ),
        _card.c.person_id != bindparam("but"),
        _card.c.message_id.is_not(None),
    )
    .order_by(_card.c.person_id)
)


def redraw_office(
    connection: Connection, office_id: int, *, but: int | None, claim: Claim | None = None
) -> list[int]:
    """Make the cards of everybody who looks at an office lag; which of them are claimed."""
    looking = _looking.all(connection, {"office": office_id, "but": but or 0})
    people = [row.person_id for row in looking]
    return _make_lag(connection, _card.c.person_id.in_(people), claim) if people else []


def redraw_advisors(
    connection: Connection, advisors: Collection[str], *, but: int, claim: Claim
) -> list[int]:
    """Make the cards of these Advisors and of whoever looks at an office of theirs lag; which of
    them are claimed.
    """
    theirs = select(_grant.c.id).where(_grant.c.advisor.in_(advisors))
    offices = select(_office.c.id).where(_office.c.advisor.in_(advisors))
    people = select(_talk.c.person_id).where(
        or_(_talk.c.grant_id.in_(theirs), _talk.c.looking_at.in_(offices))
    )
    shown = (_card.c.person_id != but, _card.c.message_id.is_not(None))
    return _make_lag(connection, and_(_card.c.person_id.in_(people), *shown), claim)


def redraw_all(connection: Connection, *, but: int | None) -> None:
    """Make everybody's card lag. Nobody claims so many at once: see `claim_stale`."""
    shown = and_(_card.c.person_id != (but or 0), _card.c.message_id.is_not(None))
    _make_lag(connection, shown, None)


def _make_lag(connection: Connection, which: ColumnElement[bool], claim: Claim | None) -> list[int]:
    """Make cards lag; which of them the claim has got. None claims nothing: see `claim_stale`."""
    if claim is None:
        connection.execute(_lagging.where(which))
        return []
    rows = connection.execute(_claimed.where(which), _of(claim)).all()
    return sorted(row.person_id for row in rows if row.drawer == claim.id)


def _of(claim: Claim) -> dict[str, Any]:
    beyond = claim.now + FURTHEST_HELD
    return {"claim": claim.id, "now": claim.now, "until": claim.until, "beyond": beyond}


_lagging = update(_card).values(wanted=_card.c.wanted + 1)
_free = or_(
    _card.c.drawer.is_(None),
    _card.c.held_until <= bindparam("now"),
    _card.c.held_until > bindparam("beyond", type_=_card.c.held_until.type),
)
_claimed = _lagging.values(
    drawer=case((_free, bindparam("claim", type_=BigInteger)), else_=_card.c.drawer),
    held_until=case(
        (_free, bindparam("until", type_=_card.c.held_until.type)), else_=_card.c.held_until
    ),
).returning(_card)
_make_own_lag = Prepared(
    _claimed.where(_card.c.person_id == bindparam("person")).values(
        blocked=False,
        below=case((bindparam("lower", type_=Boolean), True), else_=_card.c.below),
    )
)


_lags = and_(_card.c.drawn < _card.c.wanted, _card.c.blocked.is_(False))
"""Cards that lag and can be shown."""


def stale_from(connection: Connection) -> datetime | None:
    """From when on a card that lags may be taken over; long ago for at once, None if none lags."""
    free = func.coalesce(_card.c.held_until, LONG_AGO, type_=_card.c.held_until.type)
    soonest: datetime | None = connection.scalar(select(func.min(free)).where(_lags))
    return soonest


def drawn_until(connection: Connection, person_id: int, now: datetime) -> datetime:
    """Until when somebody, in whatever process, may be drawing a person's card; `now` if nobody."""
    held = select(_card.c.held_until).where(
        _card.c.person_id == person_id,
        _card.c.drawer.is_not(None),
        _card.c.held_until > now,
        _card.c.held_until <= now + FURTHEST_HELD,
    )
    until: datetime | None = connection.scalar(held)
    return until or now


def claim_stale(connection: Connection, claim: Claim) -> list[int]:
    """Take over cards that lag while nobody draws them; whose."""
    found = (
        select(_card.c.person_id)
        .where(
            _lags,
            or_(
                _card.c.held_until.is_(None),
                _card.c.held_until <= claim.now,
                _card.c.held_until > claim.now + FURTHEST_HELD,
            ),
        )
        .order_by(_card.c.person_id)
        .limit(MOST_STALE)
        .with_for_update(skip_locked=True)
    )
    people = list(connection.scalars(found))
    if people:
        connection.execute(
            update(_card)
            .where(_card.c.person_id.in_(people))
            .values(drawer=claim.id, held_until=claim.until)
        )
    return people


def renew(connection: Connection, claims: Iterable[tuple[int, int]], until: datetime) -> None:
    """Prolong claims, each a person and the claim's id, by those who are still at work."""
    ours = tuple_(_card.c.person_id, _card.c.drawer).in_(list(claims))
    connection.execute(update(_card).where(ours).values(held_until=until))


def release(
    connection: Connection,
    claims: Iterable[tuple[int, int]],
    *,
    again: datetime | None = None,
) -> None:
    """Give claims back. Until `again` only the person's next turn makes anybody try."""
    ours = tuple_(_card.c.person_id, _card.c.drawer).in_(list(claims))
    connection.execute(update(_card).where(ours).values(drawer=None, held_until=again))


def drawn(
    connection: Connection, person_id: int, *, version: int, message_id: int | None, claim: Claim
) -> bool | None:
    """A card was shown as of `version`: whether more came since, which the drawer goes on to show.

    The claim ends when nothing did. None when it had run out and another has it: what was shown
    counts for nothing.
    """
    shown = {"person": person_id, "version": version, "message": message_id, **_of(claim)}
    row = _shown.one_or_none(connection, shown)
    return None if row is None else row.wanted > version


_latest = _card.c.wanted == bindparam("version")
_shown = Prepared(
    update(_card)
    .where(_card.c.person_id == bindparam("person"), _card.c.drawer == bindparam("claim"))
    .values(
        drawn=bindparam("version"),
        message_id=bindparam("message"),
        below=case((_latest, False), else_=_card.c.below),
        drawer=case((_latest, None), else_=bindparam("claim", type_=BigInteger)),
        held_until=case((_latest, None), else_=bindparam("until", type_=_card.c.held_until.type)),
    )
    .returning(_card.c.wanted)
)


def redraw_person(connection: Connection, person_id: int, claim: Claim) -> list[int]:
    """Make one person's card lag, if they have one; whether it is claimed."""
    shown = and_(_card.c.person_id == person_id, _card.c.message_id.is_not(None))
    return _make_lag(connection, shown, claim)


def begin_again(connection: Connection, people: Sequence[int]) -> int:
    """Take people back to the first card and forget what their talks said; how many.

    Their cards lag, since they may still show it: nobody who is asked afterwards who looks at an
    office is told of them.
    """
    first = {"place": codec.dump_place(Home()), "looking_at": None, "topic": None, "note": None}
    connection.execute(update(_talk).where(_talk.c.person_id.in_(people)).values(**first))
    shown = and_(_card.c.person_id.in_(people), _card.c.message_id.is_not(None))
    _make_lag(connection, shown, None)
    return len(people)


def menu_set(connection: Connection, person_id: int, menu: str | None) -> None:
    """Telegram shows this menu of commands in the person's chat now."""
    connection.execute(update(_card).where(_card.c.person_id == person_id).values(menu=menu))


def blocked(connection: Connection, person_id: int, is_blocked: bool) -> None:
    """Whether this person has blocked the bot; then nobody draws for them."""
    changes: dict[str, object] = {"blocked": is_blocked}
    if is_blocked:
        changes |= {"drawer": None, "held_until": None}
    connection.execute(update(_card).where(_card.c.person_id == person_id).values(changes))
