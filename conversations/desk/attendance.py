"""Who took block I at an office: everybody, by the numbers on the card, or as a list (R11)."""

from conversations.access import Role
from conversations.attendance import mark_attendance
from conversations.choosing import choose_members
from conversations.desk.current import named, outdated
from conversations.events import Action, Event, Said, Tapped
from conversations.notes import NoteCode
from conversations.places.office import MarkingAttendance, ViewingOffice
from conversations.submission import Submission
from conversations.talk import Talk
from conversations.turn import Context, Turn, go, refuse, said

EVERYBODY = "all"
"""What the button names beside its office by which everybody took it."""


def step(talk: Talk, submission: Submission | None, event: Event, context: Context) -> Turn | None:
    """Answer what the attendance of an office is about; None for anything else."""
    if context.role is not Role.COORDINATOR:
        return None
    place = talk.place
    match event:
        case Tapped(action=Action.ATTENDANCE) if refusal := outdated(event, submission):
            return refuse(talk, submission, refusal)
        case Tapped(action=Action.ATTENDANCE) if submission and submission.approval is None:
            return refuse(talk, submission, NoteCode.NO_TEAM_YET)
        case Tapped(action=Action.ATTENDANCE) if submission:
            if isinstance(place, MarkingAttendance) and named(event) == EVERYBODY:
                return _marked(talk, submission, None)
            return go(talk, submission, MarkingAttendance(submission.office.id))
        case Said(text=text) if isinstance(place, MarkingAttendance) and submission:
            return _typed(talk, submission, text)
        case _:
            return None


def _typed(talk: Talk, submission: Submission, text: str) -> Turn:
    """Numbers, surnames or a pasted list: nobody is marked unless everybody named is known."""
    approval = submission.approval
    if approval is None:
        return refuse(talk, submission, NoteCode.NO_TEAM_YET)
    choice = choose_members(approval.team, text)
    if choice is None:
        return refuse(talk, submission, NoteCode.ATTENDANCE_UNCLEAR)
    if choice.unknown_number:
        return refuse(talk, submission, NoteCode.NO_SUCH_NUMBER, most=len(approval.team.steering))
    if choice.outsiders:
        named = ", ".join(person.full_name for person in choice.outsiders)
        return refuse(talk, submission, NoteCode.NOT_ON_LIST, people=named)
    came = {member.person.key for member in approval.team.members if member.id in choice.members}
    return _marked(talk, submission, came)


def _marked(talk: Talk, submission: Submission, came: set[str] | None) -> Turn:
    decision = mark_attendance(submission, came)
    if not decision.done:
        return refuse(talk, submission, decision.code)
    there = ViewingOffice(submission.office.id)
    return go(talk, decision.submission, there, said(decision.code), decision.notices)
