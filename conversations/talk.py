"""One person's place in a conversation.

A place is a frozen dataclass that carries exactly its data. A card is drawn from the place and the
submission alone, so a restart, a lost message and a stale button all end in a redraw.
"""

from dataclasses import dataclass
from enum import StrEnum

from conversations import quick_questions
from conversations.access import Grant
from conversations.events import Note
from conversations.limits import Block
from conversations.pasted_list import Question
from conversations.people import Person
from conversations.settings import Group, Key
from conversations.team import Rule


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


@dataclass(frozen=True, slots=True)
class NamingPlenipotentiary:
    """Step 1: who is the plenipotentiary?"""


@dataclass(frozen=True, slots=True)
class GivingPosition:
    """Step 1: a name came without a position. `questions` about the name wait for it."""

    person: Person
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Answering:
    """A finding of the rules is asked with buttons."""

    rule: Rule


@dataclass(frozen=True, slots=True)
class Explaining:
    """A finding needs a reason in words (OSTRZ+)."""

    rule: Rule


@dataclass(frozen=True, slots=True)
class Requesting:
    """A reason for the coordinator: a larger limit or a waiver (BLOK/W).

    `person` is the plenipotentiary to be once the reason is given; until then the former one stays.
    """

    rule: Rule
    person: Person | None = None


@dataclass(frozen=True, slots=True)
class RefusedPlenipotentiary:
    """Step 1: this person cannot be the plenipotentiary unless the coordinator agrees (BLOK/W)."""

    person: Person
    rule: Rule


@dataclass(frozen=True, slots=True)
class StatingBasis:
    """Step 1: on what the choice rests."""


@dataclass(frozen=True, slots=True)
class GivingOrder:
    """Step 1: number and date of the order."""


@dataclass(frozen=True, slots=True)
class NamingSteering:
    """Step 2: the list is awaited."""


@dataclass(frozen=True, slots=True)
class CheckingList:
    """Step 2: is the list as read correct? `skipped` are the lines without a person.

    `refused` is the plenipotentiary whom the list marks and R2a or R2b forbids: asked about next.
    `left` are words beside the people that nothing was made of: a second telephone, a remark.
    Before the list itself come the people whose positions were `matched` by their order in two
    columns, and the lines that are `changes` in prose.
    """

    skipped: tuple[str, ...] = ()
    refused: RefusedPlenipotentiary | None = None
    left: tuple[str, ...] = ()
    matched: tuple[int, ...] = ()
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clarifying:
    """Step 2: what the reader could not know, one question at a time.

    Each pending question is about the member of the same position in `members`. `outsiders` are
    asked about next; then comes the list itself, if the questions came with one.
    """

    questions: tuple[Question, ...]
    members: tuple[int, ...]
    outsiders: tuple[Person, ...] = ()
    then: CheckingList | None = None


@dataclass(frozen=True, slots=True)
class ConfirmingMatch:
    """Step 2: do the positions of these members belong to their names? `then` comes the list."""

    members: tuple[int, ...]
    then: CheckingList = CheckingList()


class Whence(StrEnum):
    """From which card a change was asked for, and where its answer leads back to."""

    LIST = "list"
    EDITORS = "editors"
    SUMMARY = "summary"
    HOME = "home"


@dataclass(frozen=True, slots=True)
class ConfirmingChange:
    """A correction in prose is proposed; nothing has changed until it is agreed to.

    `leaving` are members of the block and `joining` people who are certain. What is not is asked
    first, one question at a time: `unsure` holds for each who leaves the members who may be meant,
    `readings` for each who joins what the name may be. `agreed` asks about editors who leave
    block I (R9). `then` is the list whose line it was. With a `post`, those in `leaving` stay and
    are given it.
    """

    whence: Whence
    block: Block
    leaving: tuple[int, ...] = ()
    joining: tuple[Person, ...] = ()
    unsure: tuple[tuple[int, ...], ...] = ()
    readings: tuple[tuple[Person, ...], ...] = ()
    agreed: bool = False
    then: CheckingList = CheckingList()
    post: str | None = None


@dataclass(frozen=True, slots=True)
class TellingApart:
    """Typed words may be what was asked for, or name somebody: which is asked, no word is lost.

    What was asked for is the reason of `rule` (for the coordinator where it is `pleading`, about
    `person` where one is waiting), or without a rule the number of an order.
    """

    text: str
    rule: Rule | None = None
    pleading: bool = False
    person: Person | None = None


@dataclass(frozen=True, slots=True)
class Removing:
    """Step 2: whom to remove."""

    page: int = 0


@dataclass(frozen=True, slots=True)
class ConfirmingRemoval:
    """Step 2: the person is also an editor (R9). `others` are editors to be asked about next."""

    member_id: int
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Correcting:
    """Step 2: whose entry to correct."""

    page: int = 0


@dataclass(frozen=True, slots=True)
class CorrectingMember:
    """Step 2: the new entry of one person. `others` are corrected next."""

    member_id: int
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PickingEditors:
    """Step 3: editors are chosen from the steering group."""


@dataclass(frozen=True, slots=True)
class AddingOutsider:
    """Step 3: editors from outside the steering group were given (R5); the first is asked.

    `then` is the list they came with; None where they were typed as editors.
    """

    people: tuple[Person, ...]
    then: CheckingList | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything, before it is sent."""


@dataclass(frozen=True, slots=True)
class Returning:
    """A comment for the office: what to correct. `office_id` is set at a desk.

    `about` is the member whom the comment is to point at; the people are paged.
    """

    office_id: int | None = None
    about: int | None = None
    page: int = 0


@dataclass(frozen=True, slots=True)
class Commenting:
    """Desk: a word to an office is awaited, nothing is returned. Otherwise as `Returning`."""

    office_id: int
    about: int | None = None
    page: int = 0


@dataclass(frozen=True, slots=True)
class AskingAdvisor:
    """Office: a question or an answer to the Advisor is awaited."""


@dataclass(frozen=True, slots=True)
class PuttingOff:
    """Desk: until when reminders are put off. With `asks` the reason is awaited first."""

    asks: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NamingStandIn:
    """Coordinator: who stands in for the Advisor of an office, then (by code) from when to when."""

    office_id: int
    substitute: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class OfficeAccess:
    """Head: who works on the office's behalf, and how that is changed."""


@dataclass(frozen=True, slots=True)
class RevokingAccess:
    """Head: whether to take somebody's access away."""

    grant_id: int


@dataclass(frozen=True, slots=True)
class NamingSubstitute:
    """Head: the days on which a substitute may decide are awaited."""


@dataclass(frozen=True, slots=True)
class HandingOver:
    """Head: whether to make a link for the successor."""


@dataclass(frozen=True, slots=True)
class Inviting:
    """Coordinator: whom to invite; paged and narrowed like `Home`."""

    page: int = 0
    query: str = ""


@dataclass(frozen=True, slots=True)
class ViewingOffice:
    """Coordinator or advisor: one office's card; on its second page what is seldom wanted."""

    office_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class MarkingAttendance:
    """Coordinator: who of an office's approved steering group took block I."""

    office_id: int


@dataclass(frozen=True, slots=True)
class AwaitingTable:
    """Coordinator: a coordination table is expected as a file."""


@dataclass(frozen=True, slots=True)
class PreviewingImport:
    """Coordinator: a table was read; confirm or reject."""

    import_id: int


EnrolmentPlace = (
    NamingPlenipotentiary
    | GivingPosition
    | Answering
    | Explaining
    | Requesting
    | RefusedPlenipotentiary
    | StatingBasis
    | GivingOrder
    | NamingSteering
    | Clarifying
    | CheckingList
    | ConfirmingMatch
    | ConfirmingChange
    | TellingApart
    | Removing
    | ConfirmingRemoval
    | Correcting
    | CorrectingMember
    | PickingEditors
    | AddingOutsider
    | Summary
)
"""Where an office works on its team: the three steps and the summary."""

AccessPlace = OfficeAccess | RevokingAccess | NamingSubstitute | HandingOver
"""Where a head decides who works on the office's behalf."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Coordinator: what the programme leaves open, by groups; with a key its value is awaited.

    A `value` was typed that changes when people are reminded: it is shown before it is kept.
    """

    key: Key | None = None
    group: Group | None = None
    value: str | None = None


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


@dataclass(frozen=True, slots=True)
class ViewingHistory:
    """What was done about an office; `office_id` is set at a desk, `version` opens one approval."""

    office_id: int | None = None
    page: int = 0
    version: int | None = None


CoordinatingPlace = (
    AccessList | ViewingAccess | InvitingAgain | InvitingByFile | ClosingLists | Announcing
)
"""Where the coordinator works on access, on many lists at once, on an announcement."""

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


class Topic(StrEnum):
    """What a command shows over the place, which waits below untouched."""

    GREETING = "greeting"
    HELP = "help"
    STATUS = "status"
    PRIVACY = "privacy"
    INFO = "info"
    DEADLINE = "deadline"
    ADVISOR = "advisor"
    LANGUAGE = "language"
    ROLES = "roles"
    DOCUMENTS = "documents"
    EXPORT = "export"
    MY_DATA = "my-data"


class Erasable(StrEnum):
    """What may be erased: one's account, an office's draft, all of it, a person of it."""

    ACCOUNT = "account"
    DRAFT = "draft"
    OFFICE = "office"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class ConfirmingErasure:
    """What would be erased, asked once and then `surely`; it lies over the place like a topic.

    `member_id` 0 with PERSON: whom, is still to be chosen.
    """

    what: Erasable
    office_id: int = 0
    member_id: int = 0
    surely: bool = False
    page: int = 0


Overlay = Topic | quick_questions.Question | ConfirmingErasure
"""What may lie over a place."""


@dataclass(frozen=True, slots=True)
class Talk:
    """One person's talk: the role in which they speak now, their place, and the last remark.

    `topic` is what a command or a question shows over the place, which waits below untouched.
    `grant` is None for a stranger. `note` stays on the card until the next event.
    """

    person_id: int
    grant: Grant | None = None
    place: Place = Home()
    topic: Overlay | None = None
    note: Note | None = None
    language: str = "pl"
