"""One person's talk: the role in which they speak, where they stand, what lies over it."""

from dataclasses import dataclass, field
from enum import StrEnum

from conversations import quick_questions
from conversations.access import Grant
from conversations.events import Note
from conversations.places import Home, Place


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
    place: Place = field(default_factory=Home)
    topic: Overlay | None = None
    note: Note | None = None
    language: str = "pl"
