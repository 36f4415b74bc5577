"""Links that the coordinator has made for heads, secretaries and Advisors."""

from conversations.access import Role, may_invite
from conversations.events import Action, Event, Tapped, read_id
from conversations.notes import NoteCode
from conversations.places.desk import Inviting, InvitingByFile
from conversations.submission import Submission
from conversations.talk import Talk
from conversations.turn import Context, MakeInvitation, MakeInvitations, Turn, go, said

_INVITED = {"h": Role.HEAD, "s": Role.SECRETARY, "a": Role.ADVISOR}
"""First letter of an invitation button's argument; an office's id or an advisor's code follows."""

FILES = ("xlsx", "docx")
"""Kinds of files in which links are handed out: a list, and pages to be printed."""


def step(talk: Talk, submission: Submission | None, event: Event, context: Context) -> Turn | None:
    """Answer what a link is about; None for anything else."""
    match event:
        case Tapped(action=Action.INVITE, argument=argument):
            return _invite(talk, submission, argument, context)
        case Tapped(action=Action.INVITE_SURELY, argument=argument) if argument:
            return _invite(talk, submission, argument, context, surely=True)
        case Tapped(action=Action.INVITE_BY_FILE, argument=kind):
            return _by_file(talk, submission, kind)
        case _:
            return None


def _by_file(talk: Talk, submission: Submission | None, kind: str) -> Turn | None:
    """Without a kind: what would be made? With one, on that card: make it, once."""
    if not kind:
        return go(talk, submission, InvitingByFile())
    if kind not in FILES or not isinstance(talk.place, InvitingByFile):
        return None
    note = said(NoteCode.INVITATIONS_BEING_MADE)
    return go(talk, submission, Inviting(), note, effects=(MakeInvitations(kind),))


def _invite(
    talk: Talk,
    submission: Submission | None,
    argument: str,
    context: Context,
    *,
    surely: bool = False,
) -> Turn | None:
    """Without an argument: whom? With one: make the link.

    Where a head of the office is in already, the effect asks first unless it is wanted `surely`.
    """
    if not argument:
        return go(talk, submission, Inviting())
    role, whom = _INVITED.get(argument[0]), argument[1:]
    if role is None or not may_invite(context.role, role):
        return None
    if role is Role.ADVISOR:
        link = MakeInvitation(role, advisor_code=whom)
    elif (office_id := read_id(whom)) is not None:
        link = MakeInvitation(role, office_id=office_id, surely=surely)
    else:
        return None
    return go(talk, submission, talk.place, said(NoteCode.LINK_MADE), effects=(link,))
