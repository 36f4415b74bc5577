"""What was done about an office, and its approved versions: at a desk and in the office itself.

For the coordinator any office, for an Advisor their own, for an office its own: whose office it is
was checked before, as for everything else about it.
"""

from dataclasses import replace

from conversations.access import OFFICE_ROLES
from conversations.events import Action, Asked, Command, Event, Said, Tapped
from conversations.notes import NoteCode
from conversations.places import Home, Place
from conversations.places.office import ViewingHistory, ViewingOffice
from conversations.submission import Submission
from conversations.talk import Talk
from conversations.turn import Context, Turn, go, not_understood, refuse


def step(talk: Talk, submission: Submission | None, event: Event, context: Context) -> Turn | None:
    """Answer what the history is about; None for anything else."""
    in_office = context.role in OFFICE_ROLES
    match event:
        case Asked(command=Command.HISTORY) if submission is not None:
            return go(talk, submission, _of(submission, in_office=in_office))
        case Asked(command=Command.HISTORY, argument=query):
            asked = refuse(talk, submission, NoteCode.HISTORY_OF_WHICH)
            return replace(asked, talk=replace(asked.talk, place=Home(query=query[:60])))
        case Tapped(action=Action.HISTORY):
            if submission is None or (not in_office and event.number != submission.office.id):
                return refuse(talk, submission, NoteCode.STALE)
            return go(talk, submission, _of(submission, in_office=in_office))
        case _ if isinstance(talk.place, ViewingHistory):
            return _within(talk, talk.place, submission, event, in_office=in_office)
        case _:
            return None


def _of(submission: Submission, *, in_office: bool) -> ViewingHistory:
    return ViewingHistory(None if in_office else submission.office.id)


def _within(
    talk: Talk,
    place: ViewingHistory,
    submission: Submission | None,
    event: Event,
    *,
    in_office: bool,
) -> Turn | None:
    match event:
        case Tapped(action=Action.HISTORY_VERSION, number=int(version)):
            return go(talk, submission, replace(place, version=version))
        case Tapped(action=Action.PAGE, number=int(page)):
            return go(talk, submission, ViewingHistory(place.office_id, page))
        case Tapped(action=Action.BACK):
            return go(talk, submission, _before(place))
        case Said(text=text) if in_office:
            return not_understood(talk, submission, text)
        case _:
            return None


def _before(place: ViewingHistory) -> Place:
    if place.version is not None:
        return replace(place, version=None)
    return Home() if place.office_id is None else ViewingOffice(place.office_id)
