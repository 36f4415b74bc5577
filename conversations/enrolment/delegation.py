"""What a head hands on: to the Sekretarz, to a substitute for a time, to a successor.

Who holds what is kept outside the submission, so a step answers with an effect, and `bot` says
what came of it. A substitute decides about the team and may let a Sekretarz prepare it, and
changes nobody's access.
"""

from conversations.access import Role
from conversations.basis import read_period
from conversations.events import Action, Tapped
from conversations.notes import NoteCode
from conversations.places import Home
from conversations.places.office import HandingOver, NamingSubstitute, OfficeAccess, RevokingAccess
from conversations.submission import Submission
from conversations.talk import Talk
from conversations.turn import Context, MakeInvitation, RevokeAccess, Turn, go, refuse, said


def delegation_tapped(talk: Talk, submission: Submission, tap: Tapped, context: Context) -> Turn:
    """Answer a button of the head's about who works on the office's behalf."""
    if submission.office.practice:
        return refuse(talk, submission, NoteCode.PRACTICE_ALONE)
    inviting = tap.action is Action.INVITE
    if context.role is not Role.HEAD or (context.substitute and not inviting):
        return refuse(talk, submission, NoteCode.ONLY_THE_HEAD)
    office, number = submission.office.id, tap.number
    match tap.action:
        case Action.INVITE:
            link = MakeInvitation(Role.SECRETARY, office)
            stands = talk.place if isinstance(talk.place, OfficeAccess) else Home()
            return go(talk, submission, stands, said(NoteCode.LINK_MADE), effects=(link,))
        case Action.ACCESS:
            return go(talk, submission, OfficeAccess())
        case Action.REVOKE if number is not None:
            return go(talk, submission, RevokingAccess(number))
        case Action.REVOKE_SURELY if number is not None:
            done = said(NoteCode.ACCESS_REVOKED)
            effects = (RevokeAccess(number, office),)
            return go(talk, submission, OfficeAccess(), done, effects=effects)
        case Action.SUBSTITUTE:
            return go(talk, submission, NamingSubstitute())
        case Action.HAND_OVER:
            return go(talk, submission, HandingOver())
        case Action.HAND_OVER_SURELY if isinstance(talk.place, HandingOver):
            link = MakeInvitation(Role.HEAD, office, hands_over=True)
            return go(talk, submission, OfficeAccess(), said(NoteCode.LINK_MADE), effects=(link,))
        case _:
            return refuse(talk, submission, NoteCode.STALE)


def substitute_named(talk: Talk, submission: Submission, text: str, context: Context) -> Turn:
    """The days of a substitution, typed: a link that serves for them is made."""
    if context.role is not Role.HEAD or context.substitute:
        return refuse(talk, submission, NoteCode.ONLY_THE_HEAD)
    period = read_period(text, context.now.date())
    if period is None:
        return refuse(talk, submission, NoteCode.PERIOD_UNCLEAR)
    if period[1] < context.now.date():
        return refuse(talk, submission, NoteCode.PERIOD_PAST)
    link = MakeInvitation(Role.HEAD, submission.office.id, period=period)
    return go(talk, submission, OfficeAccess(), said(NoteCode.LINK_MADE), effects=(link,))
