"""At the desk of the coordinator or of an Advisor: the programme and many offices at once."""

from dataclasses import dataclass
from enum import StrEnum

from conversations.places.enrolment import EnrolmentPlace
from conversations.settings import Group, Key


@dataclass(frozen=True, slots=True)
class AwaitingTable:
    """Coordinator: a coordination table is expected as a file."""


@dataclass(frozen=True, slots=True)
class PreviewingImport:
    """Coordinator: a table was read; confirm or reject."""

    import_id: int


@dataclass(frozen=True, slots=True)
class Setting:
    """Coordinator: what the programme leaves open, by groups; with a key its value is awaited.

    A `value` was typed that changes when people are reminded: it is shown before it is kept.
    """

    key: Key | None = None
    group: Group | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Inviting:
    """Coordinator: whom to invite; paged and narrowed like `Home`."""

    page: int = 0
    query: str = ""


@dataclass(frozen=True, slots=True)
class NamingStandIn:
    """Coordinator: who stands in for the Advisor of an office, then (by code) from when to when."""

    office_id: int
    substitute: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class PuttingOff:
    """Desk: until when reminders are put off. With `asks` the reason is awaited first."""

    asks: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Entering:
    """Coordinator: the enrolment of an office without Telegram, at a place of its own."""

    office_id: int
    place: EnrolmentPlace


class Asking(StrEnum):
    """What the coordinator is about to do with somebody's access."""

    REVOKE = "revoke"
    HAND_OVER = "hand-over"


@dataclass(frozen=True, slots=True)
class AccessList:
    """Coordinator: who holds which role, and which links wait; paged and narrowed like `Home`."""

    page: int = 0
    query: str = ""


@dataclass(frozen=True, slots=True)
class ViewingAccess:
    """Coordinator: one role of one person („g7”) or one link („i7”); `asking` waits for a yes."""

    entry: str
    asking: Asking | None = None


@dataclass(frozen=True, slots=True)
class InvitingAgain:
    """Coordinator: a link for a head is wanted where one is in already."""

    office_id: int


@dataclass(frozen=True, slots=True)
class InvitingByFile:
    """Coordinator: links for everybody who is not in yet, as one file."""


@dataclass(frozen=True, slots=True)
class ClosingLists:
    """Coordinator: lists of many offices are closed, or opened again.

    `scope` is "*" for all or „a” and an advisor's code; empty: it is asked. `bulk_id` is the work
    that was begun, whose result the card shows.
    """

    closing: bool = True
    scope: str = ""
    bulk_id: int | None = None


class Recipients(StrEnum):
    """Whom an announcement is for."""

    EVERYBODY = "everybody"
    OFFICES = "offices"
    ADVISORS = "advisors"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class Announcing:
    """Coordinator: the text of an announcement, whom it is for, and the sending that was begun."""

    text: str = ""
    recipients: Recipients | None = None
    bulk_id: int | None = None


CoordinatingPlace = (
    AccessList | ViewingAccess | InvitingAgain | InvitingByFile | ClosingLists | Announcing
)
"""Where the coordinator works on access, on many lists at once, on an announcement."""
