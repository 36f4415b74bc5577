"""One person's place in a conversation.

A place is a frozen dataclass that carries exactly its data. A card is drawn from the place and the
submission alone, so a restart, a lost message and a stale button all end in a redraw.
"""

from dataclasses import dataclass
from enum import StrEnum

from conversations import quick_questions
from conversations.access import Grant
from conversations.events import Note
from conversations.pasted_list import Question
from conversations.people import Person
from conversations.settings import Key
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
    """

    skipped: tuple[str, ...] = ()
    refused: RefusedPlenipotentiary | None = None


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
    """Step 2: the new entry of one person."""

    member_id: int


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
    """A comment for the office: what to correct. `office_id` is set at a desk."""

    office_id: int | None = None


@dataclass(frozen=True, slots=True)
class Inviting:
    """Coordinator: whom to invite; paged and narrowed like `Home`."""

    page: int = 0
    query: str = ""


@dataclass(frozen=True, slots=True)
class ViewingOffice:
    """Coordinator or advisor: one office's card."""

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
    | Removing
    | ConfirmingRemoval
    | Correcting
    | CorrectingMember
    | PickingEditors
    | AddingOutsider
    | Summary
)
"""Where an office works on its team: the three steps and the summary."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Coordinator: what the programme leaves open; with a key its new value is awaited."""

    key: Key | None = None


Place = (
    Home
    | ConfirmingInvitation
    | EnrolmentPlace
    | Returning
    | Inviting
    | ViewingOffice
    | AwaitingTable
    | PreviewingImport
    | Setting
)


def office_of(place: Place) -> int | None:
    """The office that a desk's card is about, if it is about one."""
    match place:
        case ViewingOffice(office_id=office_id) | Returning(office_id=int(office_id)):
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
