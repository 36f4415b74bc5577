"""What a head hands on: access taken back, a substitute's days, a successor."""

from datetime import date, datetime, time, timedelta

from bot import clock
from bot.effects.room import Room, answered
from conversations.access import Invitation, Role
from conversations.events import Note
from conversations.notes import NoteCode, NoticeCode
from conversations.places import Home
from conversations.turn import MakeInvitation, RevokeAccess, Turn
from storage import access, links, outbox, talks


def revoke(room: Room, turn: Turn, wanted: RevokeAccess) -> Turn:
    """End a secretary's or substitute's access and tell them; the draft stays as it is."""
    person_id = access.revoke_of_office(
        room.connection, wanted.grant_id, wanted.office_id, room.now
    )
    if person_id is None:
        return answered(turn, Note(NoteCode.STALE, refusal=True))
    _tell(room, NoticeCode.OFFICE_ACCESS_REVOKED, person_id, wanted.office_id, wanted.grant_id)
    room.redraw.update(
        talks.redraw_office(room.connection, wanted.office_id, but=None, claim=room.claim)
    )
    return turn


def taken_over(room: Room, turn: Turn, invited: Invitation) -> Turn:
    """End the former head's access once the successor has come in, and tell both."""
    person_id = access.replaced(room.connection, invited, room.now)
    if person_id is None or invited.office_id is None:
        return turn
    if person_id != room.inbound.person_id:
        _tell(room, NoticeCode.HANDED_OVER, person_id, invited.office_id, invited.id)
    room.redraw.update(
        talks.redraw_office(room.connection, invited.office_id, but=None, claim=room.claim)
    )
    return answered(turn, Note(NoteCode.TOOK_OVER))


def later(room: Room, turn: Turn, invited: Invitation) -> Turn | None:
    """What a substitute is told whose first day has not come; None for anybody else."""
    since = invited.valid_from
    if since is None or since <= room.now:
        return None
    day = since.astimezone(clock.zone()).date().isoformat()
    talk_on = {"grant": turn.talk.grant, "place": Home()}
    return answered(turn, Note(NoteCode.SUBSTITUTE_LATER, {"day": day}), **talk_on)


def validity(period: tuple[date, date] | None) -> tuple[datetime, datetime] | None:
    """The first moment of a period's first day and the first after its last, by the offices."""
    if period is None:
        return None
    return _midnight(period[0]), _midnight(period[1] + timedelta(days=1))


def replaces(room: Room, turn: Turn, wanted: MakeInvitation) -> int | None:
    """The grant of the head who hands over; older links of the kind serve no longer."""
    grant = turn.talk.grant
    if not wanted.hands_over or grant is None or grant.role is not Role.HEAD:
        return None
    links.withdraw_handovers(room.connection, grant.id, room.now)
    return grant.id


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), clock.zone())


def _tell(room: Room, code: NoticeCode, person_id: int, office_id: int, about: int) -> None:
    """A letter to somebody who holds the role no more, so that no audience reaches them."""
    outbox.put(
        room.connection,
        key=f"{code}:{about}:{person_id}",
        person_id=person_id,
        code=code,
        office_id=office_id,
        values={},
        now=room.now,
    )
