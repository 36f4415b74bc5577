"""Where an office works on its team: the three steps and the summary."""

from dataclasses import dataclass
from enum import StrEnum

from conversations.limits import Block
from conversations.pasted_list import Question
from conversations.people import Person
from conversations.team import Rule


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
