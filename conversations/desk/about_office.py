"""One office on the desk: looked at, returned, accepted, its plea decided, its list closed."""

from conversations import approval
from conversations.events import NEEDS_CURRENT, Action, Event, Said, Tapped
from conversations.notes import NoteCode
from conversations.reasons import LONGEST_REASON, read_reason
from conversations.submission import Decider, Submission
from conversations.talk import Returning, Talk, ViewingOffice
from conversations.turn import Context, Turn, go, refuse, said

_ABOUT_OFFICE = frozenset(
    {
        Action.RETURN,
        Action.ACCEPT,
        Action.GRANT,
        Action.REFUSE,
        Action.CLOSE,
        Action.REOPEN,
    }
)
"""Actions that name their office: a late press on its card decides about no other."""


def step(talk: Talk, submission: Submission | None, event: Event, context: Context) -> Turn | None:
    """Answer what one office is about; None for anything else."""
    del context
    match event:
        case Said(text=text) if isinstance(talk.place, Returning) and submission is not None:
            comment = read_reason(text)
            if isinstance(comment, NoteCode):
                return refuse(talk, submission, comment, most=LONGEST_REASON)
            return _decided(talk, approval.give_back(submission, Decider.ADVISOR, comment))
        case Tapped(action=Action.OFFICE) if submission is not None:
            return go(talk, submission, ViewingOffice(submission.office.id))
        case Tapped(action=action) if action in _ABOUT_OFFICE:
            return _decide(talk, submission, event)
        case _:
            return None


def _decide(talk: Talk, submission: Submission | None, tap: Tapped) -> Turn:
    if submission is None or tap.number != submission.office.id:
        return refuse(talk, submission, NoteCode.STALE)
    if tap.action in NEEDS_CURRENT and tap.version != submission.version:
        return refuse(talk, submission, NoteCode.CHANGED_MEANWHILE)
    match tap.action:
        case Action.RETURN if refusal := approval.may_return(submission, Decider.ADVISOR):
            return refuse(talk, submission, refusal)
        case Action.RETURN:
            return go(talk, submission, Returning(submission.office.id))
        case Action.ACCEPT:
            return _decided(talk, approval.accept(submission))
        case Action.GRANT | Action.REFUSE:
            granted = tap.action is Action.GRANT
            return _decided(talk, approval.decide_request(submission, granted=granted))
        case Action.CLOSE | Action.REOPEN:
            closed = tap.action is Action.CLOSE
            return _decided(talk, approval.set_closed(submission, closed=closed))
        case _:
            return refuse(talk, submission, NoteCode.STALE)


def _decided(talk: Talk, decision: approval.Decision) -> Turn:
    submission = decision.submission
    if not decision.done:
        return refuse(talk, submission, decision.code)
    place = ViewingOffice(submission.office.id)
    return go(talk, submission, place, said(decision.code), decision.notices)
