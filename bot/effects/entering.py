"""Links: opened, accepted, made."""

from dataclasses import replace

from bot import invitations
from bot.effects import delegation
from bot.effects.room import Room, answered
from conversations import enrolment
from conversations.access import Grant, Role, advisor_code, fault
from conversations.events import Audience, Note, Notice
from conversations.notes import NoteCode, NoticeCode
from conversations.talk import ConfirmingInvitation, Home, Place
from conversations.turn import MakeInvitation, Turn
from storage import access, offices, outbox, submissions


def open_link(room: Room, turn: Turn, token: str) -> Turn:
    """Show what a link offers; a link that does not open tells nobody why."""
    invitation = access.invitation_by_token(room.connection, token)
    if invitation is None or fault(invitation, room.now) is not None:
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
    invitation = access.invitation(connection, invitation_id, lock=True)
    grant = None
    if invitation is not None and fault(invitation, room.now) is None:
        grant = access.accept(
            connection, invitation, inbound.person_id, inbound.display_name, room.now
        )
    if grant is None or invitation is None:
        return answered(turn, Note(NoteCode.LINK_INVALID, refusal=True), place=Home())
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
    connection, inbound, now = room.connection, room.inbound, room.now
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
    invitation, token = invitations.make(
        connection,
        role=wanted.role,
        office_id=office.id if office else None,
        advisor=advisor,
        created_by=inbound.person_id,
        valid=delegation.validity(wanted.period),
        replaces=delegation.replaces(room, turn, wanted),
        now=now,
    )
    outbox.put(
        connection,
        key=f"invitation:{invitation.id}",
        person_id=inbound.person_id,
        code=NoticeCode.INVITATION,
        office_id=office.id if office else None,
        values={
            "token": token,
            "role": wanted.role.value,
            "advisor": advisor or "",
            "expires": invitation.expires_at.isoformat(),
            **_what_for(wanted),
        },
        now=now,
    )
    return turn


def _what_for(wanted: MakeInvitation) -> dict[str, str]:
    """What the letter says beyond the role: a substitute's days, or that the head hands over."""
    if wanted.period is not None:
        return {"from": wanted.period[0].isoformat(), "until": wanted.period[1].isoformat()}
    return {"hands_over": "yes"} if wanted.hands_over else {}
