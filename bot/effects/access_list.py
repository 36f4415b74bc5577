"""Roles and links taken back, and roles handed over: the person is told, their card changes."""

from bot.effects import entering
from bot.effects.room import Room, answered
from conversations.access import Role
from conversations.desk.access_list import GRANT
from conversations.events import Note
from conversations.journal import What, line
from conversations.notes import NoteCode, NoticeCode
from conversations.turn import Revoke, Turn
from storage import access, journal, links, outbox, talks
from storage.access import Holder
from storage.database import Connection


def revoke(room: Room, turn: Turn, wanted: Revoke) -> Turn:
    """Take a role or a link back; handed over, a link for the successor is posted as well."""
    which = int(wanted.entry[1:])
    if not wanted.entry.startswith(GRANT):
        if not take_back_link(room, which, by=room.inbound.person_id):
            return answered(turn, Note(NoteCode.ALREADY_REVOKED, refusal=True))
        return answered(turn, Note(NoteCode.REVOKED, {"kind": "link", "name": "–"}))
    held = access.holder(room.connection, which, room.now)
    if held is None:
        return answered(turn, Note(NoteCode.ALREADY_REVOKED, refusal=True))
    grant = held.grant
    if grant.substitute and wanted.hand_over:
        # A successor's link has no end: the days of a substitute would become a head's.
        return answered(turn, Note(NoteCode.STALE, refusal=True))
    if grant.role is Role.COORDINATOR and (wanted.hand_over or is_last(room.connection)):
        return answered(turn, Note(NoteCode.LAST_COORDINATOR, refusal=True))
    by = room.inbound.person_id
    if not take_back(room, held, by=by, handed_over=wanted.hand_over):
        return answered(turn, Note(NoteCode.ALREADY_REVOKED, refusal=True))
    if wanted.hand_over:
        entering.hand_out(room, grant.role, grant.office_id, grant.advisor)
    # Whose it was, the card looks up: a name that is written here would outlast the account's.
    whose: dict[str, str | int] = {"grant": grant.id, "name": "–"}
    if wanted.with_links and grant.role is Role.COORDINATOR:
        count = take_back_links_of(room, held.person_id, by=by)
        return answered(
            turn, Note(NoteCode.REVOKED, {"kind": "with-links", **whose, "count": count})
        )
    code = NoteCode.HANDED_OVER if wanted.hand_over else NoteCode.REVOKED
    return answered(turn, Note(code, {"kind": "grant", **whose}))


def is_last(connection: Connection) -> bool:
    """Whether the project would be left without a coordinator."""
    return access.coordinators(connection) <= 1


def take_back_link(room: Room, invitation_id: int, *, by: int | None) -> bool:
    """Take a link back that nobody has used; False when there is none any more."""
    connection, now = room.connection, room.now
    invitation = links.load(connection, invitation_id)
    if invitation is None or not links.revoke(connection, invitation_id, now):
        return False
    said = line(What.INVITATION_REVOKED, invitation.role)
    journal.note(connection, actor=by, office_id=invitation.office_id, what=said, now=now)
    return True


def take_back_links_of(room: Room, person_id: int, *, by: int | None) -> int:
    """Take back every link of one person's that waits; how many there were."""
    connection, now = room.connection, room.now
    gone = links.revoke_of(connection, person_id, now)
    for role in Role:
        about = [office_id for invited, office_id in gone if invited is role]
        said = line(What.INVITATION_REVOKED, role)
        journal.note_each(connection, about, actor=by, what=said, now=now)
    return len(gone)


def take_back(room: Room, held: Holder, *, by: int | None, handed_over: bool = False) -> bool:
    """Take a role back and tell whose it was; False when somebody was faster.

    Their card and those about the office are drawn anew at once. What they have written stays.
    """
    connection, grant, now = room.connection, held.grant, room.now
    if not access.revoke(connection, held, now):
        return False
    what = What.HANDED_OVER if handed_over else What.REVOKED
    journal.note(
        connection, actor=by, office_id=grant.office_id, what=line(what, grant.role), now=now
    )
    if held.person_id != by:
        outbox.put(
            connection,
            key=f"revoked:{grant.id}",
            person_id=held.person_id,
            code=NoticeCode.ACCESS_REVOKED,
            office_id=grant.office_id,
            values={"role": grant.role.value, "advisor": grant.advisor or ""},
            now=now,
        )
        room.letters.add(held.person_id)
    room.redraw.update(talks.redraw_person(connection, held.person_id, room.claim))
    if grant.office_id is not None:
        room.redraw.update(
            talks.redraw_office(connection, grant.office_id, but=by, claim=room.claim)
        )
    return True
