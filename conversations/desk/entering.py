"""A list for an office without Telegram, written by the coordinator (domain.md §7 point 6).

The coordinator goes through the office's own enrolment as its secretary would, and what comes of
it says who wrote it. An Advisor never does (R13).
"""

from dataclasses import replace

from conversations import enrolment
from conversations.access import Role
from conversations.events import Action, Event, FileRead, Tapped
from conversations.notes import NoteCode
from conversations.places.desk import Entering
from conversations.places.enrolment import EnrolmentPlace, StatingBasis
from conversations.places.office import ViewingOffice
from conversations.submission import Submission
from conversations.talk import Talk
from conversations.turn import Context, Turn, go, refuse


def begin(talk: Talk, submission: Submission) -> Turn:
    """To where the office's enrolment stands; for one that waits, to the basis of the decision."""
    if submission.office.closed:
        return refuse(talk, submission, NoteCode.LISTS_CLOSED)
    there = StatingBasis() if enrolment.awaits_basis(submission) else enrolment.onward(submission)
    settled = enrolment.settle(there, submission)
    if not isinstance(settled, EnrolmentPlace):
        return refuse(talk, submission, NoteCode.NOT_EDITABLE)
    return go(talk, submission, Entering(submission.office.id, settled))


def step(talk: Talk, submission: Submission | None, event: Event, context: Context) -> Turn | None:
    """Answer an event of somebody who enters a list; None where nobody does."""
    place = talk.place
    if not isinstance(place, Entering) or submission is None:
        return None
    if context.role is not Role.COORDINATOR or (
        isinstance(event, Tapped) and event.action in {Action.OFFICE, Action.OPEN}
    ):
        return None
    if isinstance(event, FileRead) and event.office_id != place.office_id:
        return None
    if submission.office.id != place.office_id:
        return refuse(talk, submission, NoteCode.STALE)
    as_secretary = Context(Role.SECRETARY, context.now)
    turn = enrolment.step(replace(talk, place=place.place), submission, event, as_secretary)
    there = turn.talk.place
    back: Entering | ViewingOffice = ViewingOffice(place.office_id)
    if isinstance(there, EnrolmentPlace):
        back = Entering(place.office_id, there)
    kept = turn.submission or submission
    if kept.team != submission.team:
        kept = replace(kept, entered=True)
    return replace(turn, talk=replace(turn.talk, place=back), submission=kept)
