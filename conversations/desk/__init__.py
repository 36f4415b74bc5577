"""The desks of the Advisor and of the coordinator: looking at offices and deciding about them.

An Advisor views, returns with a comment and accepts, never writes (R13). Whose office it is was
checked before: the `submission` given here is one that this person may see. Every subject has a
module, which answers what is its own and leaves (None) what is not; here stands what all share.
"""

from dataclasses import replace

from conversations import history, paperwork
from conversations.desk import (
    about_office,
    access_list,
    announcing,
    attendance,
    closing,
    entering,
    inviting,
    programme,
    standing_in,
    tables,
)
from conversations.desk.programme import SNOOZES
from conversations.events import Action, Event, Said, Tapped
from conversations.notes import NoteCode
from conversations.places import Home, Place
from conversations.places.desk import (
    AccessList,
    ClosingLists,
    Inviting,
    InvitingAgain,
    InvitingByFile,
    NamingStandIn,
    PuttingOff,
    Setting,
    ViewingAccess,
)
from conversations.places.office import Commenting, MarkingAttendance, Returning, ViewingOffice
from conversations.settings import Group, Key, group_of
from conversations.submission import Submission
from conversations.talk import Talk
from conversations.turn import Context, Turn, go, refuse

__all__ = ["LONGEST_QUERY", "SNOOZES", "step"]

LONGEST_QUERY = 60
"""Letters of a part of a name by which a list is narrowed."""

_SUBJECTS = (
    entering.step,
    history.step,
    tables.step,
    inviting.step,
    access_list.step,
    closing.step,
    announcing.step,
    programme.step,
    standing_in.step,
    attendance.step,
    about_office.step,
    paperwork.step,
)


def step(talk: Talk, submission: Submission | None, event: Event, context: Context) -> Turn:
    """Answer one event at a desk. `submission` is of the office being looked at, if any."""
    for subject in _SUBJECTS:
        answer = subject(talk, submission, event, context)
        if answer is not None:
            return answer
    return _shared(talk, submission, event)


def _shared(talk: Talk, submission: Submission | None, event: Event) -> Turn:
    place = talk.place
    match event:
        case Tapped(action=Action.OPEN):
            return go(talk, submission, Home())
        case Tapped(action=Action.BACK):
            return go(talk, submission, _back(place))
        case Tapped(action=Action.PAGE, number=int(page)) if isinstance(
            place, Home | Inviting | AccessList
        ):
            return go(talk, submission, replace(place, page=page))
        case Said(text=text) if isinstance(place, Inviting | AccessList):
            return go(talk, submission, type(place)(query=text[:LONGEST_QUERY]))
        case Said(text=text):
            return go(talk, submission, Home(query=text[:LONGEST_QUERY]))
        case Tapped():
            return refuse(talk, submission, NoteCode.STALE)
        case _:
            return refuse(talk, submission, NoteCode.NO_FILE_HERE)


def _back(place: Place) -> Place:
    match place:
        case Setting(key=Key() as key):
            return Setting(group=group_of(key))
        case Setting(group=Group()):
            return Setting()
        case Returning(office_id=int(office_id)) | Commenting(office_id=office_id):
            return ViewingOffice(office_id)
        case ViewingAccess(asking=None):
            return AccessList()
        case ViewingAccess(entry=entry):
            return ViewingAccess(entry)
        case ViewingOffice(office_id=office_id, page=page) if page:
            return ViewingOffice(office_id)
        case InvitingAgain() | InvitingByFile():
            return Inviting()
        case ClosingLists(closing=closing, scope=scope, bulk_id=None) if scope:
            return ClosingLists(closing)
        case (
            NamingStandIn(office_id=office_id, substitute="")
            | MarkingAttendance(office_id=office_id)
        ):
            return ViewingOffice(office_id)
        case NamingStandIn(office_id=office_id):
            return NamingStandIn(office_id)
        case PuttingOff(asks=True) | PuttingOff(reason=str(_)) if place != PuttingOff():
            return PuttingOff()
        case _:
            return Home()
