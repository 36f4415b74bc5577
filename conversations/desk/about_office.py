"""One office on the desk: looked at, returned, accepted, its plea decided, its list closed."""

from dataclasses import replace

from conversations import approval
from conversations.access import Role
from conversations.desk import entering
from conversations.desk.current import outdated
from conversations.events import Action, Event, Said, Tapped
from conversations.notes import NoteCode
from conversations.places.office import Commenting, Returning, ViewingOffice
from conversations.reasons import LONGEST_REASON, read_reason
from conversations.submission import Decider, Side, Submission
from conversations.talk import Talk
from conversations.turn import Context, Turn, go, refuse, said

_SIDES = {Role.ADVISOR: Side.ADVISOR, Role.COORDINATOR: Side.COORDINATOR}
_ABOUT_OFFICE = frozenset(
    {
        Action.RETURN,
        Action.ACCEPT,
        Action.GRANT,
        Action.REFUSE,
        Action.CLOSE,
        Action.REOPEN,
        Action.COMMENT,
        Action.ENTER,
    }
)
"""Actions that name their office: a late press on its card decides about no other."""


def step(talk: Talk, submission: Submission | None, event: Event, context: Context) -> Turn | None:
    """Answer what one office is about; None for anything else."""
    place = talk.place
    match event:
        case Said(text=text) if isinstance(place, Returning | Commenting) and submission:
            comment = read_reason(text)
            if isinstance(comment, NoteCode):
                return refuse(talk, submission, comment, most=LONGEST_REASON)
            if isinstance(place, Commenting):
                said_to = approval.say(submission, _SIDES[context.role], comment, place.about)
                return _decided(talk, said_to)
            given_back = approval.give_back(submission, Decider.ADVISOR, comment, place.about)
            return _decided(talk, given_back)
        case Tapped(action=Action.ABOUT) if isinstance(place, Returning | Commenting):
            return go(talk, submission, replace(place, about=event.number))
        case Tapped(action=Action.PAGE, number=int(page)) if isinstance(
            place, Returning | Commenting
        ):
            return go(talk, submission, replace(place, page=page))
        case Tapped(action=Action.PAGE, number=int(page)) if isinstance(place, ViewingOffice):
            return go(talk, submission, replace(place, page=min(page, 1)))
        case Tapped(action=Action.OFFICE) if submission is not None:
            return go(talk, submission, ViewingOffice(submission.office.id))
        case Tapped(action=action) if action in _ABOUT_OFFICE:
            return _decide(talk, submission, event)
        case _:
            return None


def _decide(talk: Talk, submission: Submission | None, tap: Tapped) -> Turn:
    refusal = outdated(tap, submission)
    if submission is None or refusal is not None:
        return refuse(talk, submission, refusal or NoteCode.STALE)
    match tap.action:
        case Action.RETURN if refusal := approval.may_return(submission, Decider.ADVISOR):
            return refuse(talk, submission, refusal)
        case Action.RETURN:
            return go(talk, submission, Returning(submission.office.id))
        case Action.COMMENT:
            return go(talk, submission, Commenting(submission.office.id))
        case Action.ENTER:
            return entering.begin(talk, submission)
        case Action.ACCEPT:
            return _decided(talk, approval.accept(submission))
        case Action.GRANT | Action.REFUSE:
            granted = tap.action is Action.GRANT
            return _decided(talk, approval.decide_request(submission, granted=granted))
        case _:  # CLOSE or REOPEN
            closed = tap.action is Action.CLOSE
            return _decided(talk, approval.set_closed(submission, closed=closed))


def _decided(talk: Talk, decision: approval.Decision) -> Turn:
    submission = decision.submission
    if not decision.done:
        return refuse(talk, submission, decision.code)
    place = ViewingOffice(submission.office.id)
    return go(talk, submission, place, said(decision.code), decision.notices)
