"""Links that the coordinator has made for heads, secretaries and Advisors."""

from conversations.access import Role, may_invite
from conversations.events import Action, Event, Tapped, read_id
from conversations.notes import NoteCode
from conversations.submission import Submission
from conversations.talk import Inviting, Talk
from conversations.turn import Context, MakeInvitation, Turn, go, refuse, said

_INVITED = {"h": Role.HEAD, "s": Role.SECRETARY, "a": Role.ADVISOR}
"""First letter of an invitation button's argument; an office's id or an advisor's code follows."""


def step(talk: Talk, submission: Submission | None, event: Event, context: Context) -> Turn | None:
    """Answer what a link is about; None for anything else."""
    match event:
        case Tapped(action=Action.INVITE, argument=argument):
            return _invite(talk, submission, argument, context)
        case _:
            return None


def _invite(talk: Talk, submission: Submission | None, argument: str, context: Context) -> Turn:
    """Without an argument: whom? With one: make the link."""
    if not argument:
        return go(talk, submission, Inviting())
    role, whom = _INVITED.get(argument[0]), argument[1:]
    if role is None or not may_invite(context.role, role):
        return refuse(talk, submission, NoteCode.STALE)
    if role is Role.ADVISOR:
        link = MakeInvitation(role, advisor_code=whom)
    elif (office_id := read_id(whom)) is not None:
        link = MakeInvitation(role, office_id=office_id)
    else:
        return refuse(talk, submission, NoteCode.STALE)
    return go(talk, submission, talk.place, said(NoteCode.LINK_MADE), effects=(link,))
