"""Where a person may stand in a conversation.

A place is a frozen dataclass that carries exactly its data. A card is drawn from the place and the
submission alone, so a restart, a lost message and a stale button all end in a redraw.
"""

from dataclasses import dataclass

from conversations.places.desk import (
    AwaitingTable,
    CoordinatingPlace,
    Entering,
    Inviting,
    NamingStandIn,
    PreviewingImport,
    PuttingOff,
    Setting,
)
from conversations.places.enrolment import EnrolmentPlace
from conversations.places.office import (
    AccessPlace,
    AskingAdvisor,
    Commenting,
    MarkingAttendance,
    Returning,
    ViewingHistory,
    ViewingOffice,
)


@dataclass(frozen=True, slots=True)
class Home:
    """The first card of a role: where things stand and what to do next.

    At a desk with many offices it is paged, and narrowed by a typed part of a name.
    """

    page: int = 0
    query: str = ""


@dataclass(frozen=True, slots=True)
class ConfirmingInvitation:
    """A link was opened; one tap accepts it."""

    invitation_id: int


Place = (
    Home
    | ConfirmingInvitation
    | EnrolmentPlace
    | Returning
    | Commenting
    | AskingAdvisor
    | PuttingOff
    | NamingStandIn
    | MarkingAttendance
    | AccessPlace
    | Inviting
    | ViewingOffice
    | AwaitingTable
    | PreviewingImport
    | Setting
    | CoordinatingPlace
    | ViewingHistory
    | Entering
)


def office_of(place: Place) -> int | None:
    """The office that a desk's card is about, if it is about one."""
    match place:
        case (
            ViewingOffice(office_id=office_id)
            | Returning(office_id=int(office_id))
            | ViewingHistory(office_id=int(office_id))
        ):
            return office_id
        case Commenting(office_id=office_id) | NamingStandIn(office_id=office_id):
            return office_id
        case MarkingAttendance(office_id=office_id):
            return office_id
        case Entering(office_id=office_id):
            return office_id
        case _:
            return None
