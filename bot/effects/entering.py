"""Links: opened, accepted, made."""

from dataclasses import replace
from datetime import date

from bot import invitations
from bot.effects import delegation
from bot.effects.room import Room, answered
from conversations import enrolment
from conversations.access import Grant, Role, advisor_code, fault
from conversations.events import Audience, Note, Notice
from conversations.journal import What, line
from conversations.notes import NoteCode, NoticeCode
from conversations.places import ConfirmingInvitation, Home, Place
from conversations.places.desk import InvitingAgain
from conversations.turn import MakeInvitation, Turn
from storage import access, journal, links, offices, outbox, submissions, talks


def open_link(room: Room, turn: Turn, token: str) -> Turn:
    """Show what a link offers; a link that does not open tells nobody why."""
    invitation = links.by_token(room.connection, token)
    if invitation is None or fault(invitation, room.now, room.inbound.person_id) is not None:
        return answered(turn, Note(NoteCode.LINK_INVALID, refusal=True))
    offered = (invitation.role, invitation.office_id, invitation.advisor, invitation.valid_until)
    for grant in access.grants(room.connection, room.inbound.person_id, room.now):
        held = (grant.role, grant.office_id, grant.advisor, grant.valid_until)
        if held == offered:
            return answered(turn, Note(NoteCode.ALREADY_YOURS), grant=grant, place=Home())
    return answered(turn, place=ConfirmingInvitation(invitation.id))


def accept(room: Room, turn: Turn, invitation_id: int) -> Turn:
    """Take the offered role, if the link still serves."""
    connection, inbound = room.connection, room.inbound
    offered = links.load(connection, invitation_id)
    if offered is not None and offered.office_id is not None:
        # Before anything else of the office's, as every turn about it does.
        offices.load(connection, offered.office_id, lock=True)
    invitation = links.load(connection, invitation_id, lock=True)
    grant = None
    if invitation is not None and fault(invitation, room.now, inbound.person_id) is None:
        grant = links.accept(
            connection, invitation, inbound.person_id, inbound.display_name, room.now
        )
    if grant is None or invitation is None:
        return answered(turn, Note(NoteCode.LINK_INVALID, refusal=True), place=Home())
    journal.note(
        connection,
        actor=inbound.person_id,
        office_id=grant.office_id,
        what=line(What.JOINED, grant.role),
        now=room.now,
    )
    if grant.office_id is not None:
        room.redraw.update(
            talks.redraw_office(
                connection, grant.office_id, but=inbound.person_id, claim=room.claim
            )
        )
    notices = (*turn.notices, *_joined(grant))
    waiting = delegation.later(room, turn, invitation)
    if waiting is not None:
        return replace(waiting, notices=notices)
    place: Place = Home()
    welcome = Note(NoteCode.WELCOME)
    if grant.office_id is not None:
        submission = submissions.load(connection, grant.office_id, lock=False)
        if submission is not None:
            welcome = replace(welcome, version=submission.version)
            place = enrolment.onward(submission) if submission.editable else place
    welcomed = replace(answered(turn, welcome, grant=grant, place=place), notices=notices)
    return delegation.taken_over(room, welcomed, invitation)


def _joined(grant: Grant) -> tuple[Notice, ...]:
    """Who hears that somebody came in: the Advisor of a head, the head of anybody else."""
    if grant.substitute:
        return (Notice(NoticeCode.SUBSTITUTE_JOINED, Audience.HEAD, grant.office_id),)
    match grant.role:
        case Role.HEAD:
            return (Notice(NoticeCode.HEAD_JOINED, Audience.ADVISOR, grant.office_id),)
        case Role.SECRETARY:
            return (Notice(NoticeCode.SECRETARY_JOINED, Audience.HEAD, grant.office_id),)
        case _:
            return ()


def invite(room: Room, turn: Turn, wanted: MakeInvitation) -> Turn:
    """Make a link and post it to whoever asked; only the letter carries the secret."""
    connection = room.connection
    office = offices.load(connection, wanted.office_id) if wanted.office_id else None
    advisor = next(
        (
            each.advisor
            for each in offices.all_offices(connection)
            if each.advisor and advisor_code(each.advisor) == wanted.advisor_code
        )
        if wanted.role is Role.ADVISOR
        else iter(()),
        None,
    )
    if office is None and advisor is None:
        return answered(turn, Note(NoteCode.STALE, refusal=True))
    meant = wanted.surely or wanted.hands_over or wanted.period is not None
    if wanted.role is Role.HEAD and office and office.head_registered and not meant:
        return answered(turn, place=InvitingAgain(office.id))
    hand_out(
        room,
        wanted.role,
        office.id if office else None,
        advisor,
        period=wanted.period,
        replaces=delegation.replaces(room, turn, wanted),
    )
    return turn


def hand_out(
    room: Room,
    role: Role,
    office_id: int | None,
    advisor: str | None,
    *,
    period: tuple[date, date] | None = None,
    replaces: int | None = None,
) -> None:
    """Make a link and post it to whoever does this.

    `period` are a substitute's first and last day; `replaces` ends when the link serves.
    """
    connection, by, now = room.connection, room.inbound.person_id, room.now
    invitation, token = invitations.make(
        connection,
        role=role,
        office_id=office_id,
        advisor=advisor,
        created_by=by,
        valid=delegation.validity(period),
        replaces=replaces,
        now=now,
    )
    outbox.put(
        connection,
        key=f"invitation:{invitation.id}",
        person_id=by,
        code=NoticeCode.INVITATION,
        office_id=office_id,
        values={
            "token": token,
            "role": role.value,
            "advisor": advisor or "",
            "expires": invitation.expires_at.isoformat(),
            **_what_for(period, hands_over=replaces is not None),
        },
        now=now,
    )
    room.letters.add(by)


def invite_by_file(room: Room, turn: Turn, kind: str) -> Turn:
    """Post a file of links to whoever asked. They are made when it is sent: only it has them."""
    outbox.put(
        room.connection,
        key=f"invitation-file:{room.inbound.update_id}",
        person_id=room.inbound.person_id,
        code=NoticeCode.INVITATION_FILE,
        office_id=None,
        values={"kind": kind},
        now=room.now,
    )
    room.letters.add(room.inbound.person_id)
    return turn


def _what_for(period: tuple[date, date] | None, *, hands_over: bool) -> dict[str, str]:
    """What the letter says beyond the role: a substitute's days, or that the head hands over."""
    if period is not None:
        return {"from": period[0].isoformat(), "until": period[1].isoformat()}
    return {"hands_over": "yes"} if hands_over else {}
