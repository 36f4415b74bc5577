"""What a screen is drawn from, and what it is: values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from conversations.access import Grant, Invitation, OfficeHolder, Role, StandIn
from conversations.coordination_table import TableReading
from conversations.events import Action
from conversations.journal import Entry
from conversations.overview import Desk
from conversations.papers import Version
from conversations.places.desk import Recipients
from conversations.submission import Office, Submission
from conversations.table_import import Difference
from conversations.talk import Talk


@dataclass(frozen=True, slots=True)
class Invitee:
    """Whom the coordinator may invite: an advisor by code, or an office's head or secretary.

    `argument` is what the button carries (`conversations.desk`); `joined` says they are in.
    """

    argument: str
    name: str
    joined: bool
    office: Office | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """A table that was read and waits for the coordinator.

    `difference` is what it changes as a new version; None where none of its offices is there yet.
    """

    import_id: int
    name: str
    reading: TableReading
    difference: Difference | None = None
    decided: bool = False
    namesakes: tuple[str, ...] = ()
    """Advisors whose name also stands for offices of another voivodeship."""


@dataclass(frozen=True, slots=True)
class Upcoming:
    """Reminders of a desk as they are planned (UTC): the next one if nothing changes.

    `put_off` is the day until which the reader has put it off, and `reason` why; `others` are, for
    the coordinator, the Advisors who have done so; `unreachable` are the first Advisors
    for whom nobody is in, or only somebody who has blocked the bot, and how many are beyond;
    `planned` the programme's moments; `advisors`, for the coordinator, when the first Advisor is
    reminded of those who are in and lack something.
    """

    on: bool = True
    at: datetime | None = None
    put_off: date | None = None
    reason: str | None = None
    others: tuple[tuple[str, date, str | None], ...] = ()
    unreachable: tuple[str, ...] = ()
    unreachable_beyond: int = 0
    planned: tuple[datetime, ...] = ()
    advisors: datetime | None = None


@dataclass(frozen=True, slots=True)
class Digest:
    """A reminder as it is sent: all offices of its reader, and those that it is about.

    `advisor` is None for the coordinator; `at` is the moment that it speaks of (UTC).
    """

    advisor: str | None
    at: datetime
    own: tuple[Submission, ...]
    lacking: tuple[Submission, ...]
    deadline: date | None = None
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class AccessEntry:
    """A role that is held („g7”, since `at`) or a link that waits („i7”, until `at`; UTC).

    `name` is that of the account; empty for a link. `links` are how many a coordinator handed out
    that wait.
    """

    code: str
    role: Role
    at: datetime
    name: str = ""
    office_id: int | None = None
    office_name: str | None = None
    advisor: str | None = None
    substitute: bool = False
    links: int = 0

    @property
    def waits(self) -> bool:
        """Whether it is a link that nobody has used."""
        return self.code.startswith("i")

    @property
    def hands_over(self) -> bool:
        """Whether somebody else may take its place: neither a link's nor a substitute's."""
        return not (self.waits or self.substitute or self.role is Role.COORDINATOR)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far work about many is: `left` items wait, the rest by outcome; letters by state."""

    left: int
    done: bool
    outcomes: Mapping[str, int] = field(default_factory=dict)
    letters: Mapping[str, int] = field(default_factory=dict)
    text: str = ""


@dataclass(frozen=True, slots=True)
class Past:
    """What was done about an office, newest first, and its approved versions, oldest first."""

    entries: tuple[Entry, ...] = ()
    versions: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class Filed:
    """What an approved office's documents rest on: every approved version, the oldest first.

    `uninformed` is how many listed people were not yet told of the processing of their data,
    `informed` when the office last said that they were (UTC).
    """

    versions: tuple[Version, ...]
    uninformed: int = 0
    informed: datetime | None = None


@dataclass(frozen=True, slots=True)
class View:
    """Everything a card may show to one person, as it stands now (UTC)."""

    talk: Talk
    now: datetime
    grants: tuple[Grant, ...] = ()
    submission: Submission | None = None
    """The office of a head or secretary, or the one looked at from a desk."""
    desk: Desk | None = None
    """At a desk: how the offices stand that this person may see, and those that the card lists."""
    every: tuple[Submission, ...] = ()
    """Where the coordinator works on all lists or on access: every office."""
    alike: bool = False
    """Whether the office looked at from a desk has namesakes there."""
    joined: frozenset[Role] = frozenset()
    """Who has come in for the office that is looked at, or of which this is the head."""
    stand_ins: tuple[StandIn, ...] = ()
    """At a desk: who stands in for its Advisor, or the office's, and for whom that Advisor does."""
    advisors: tuple[str, ...] = ()
    """Where the coordinator names a substitute: the Advisors of the tables."""
    invitation: Invitation | None = None
    invitees: tuple[Invitee, ...] = ()
    holders: tuple[OfficeHolder, ...] = ()
    """For the head: who works on the office's behalf."""
    preview: Preview | None = None
    unknown_letters: int = 0
    """For the coordinator: letters of which nobody knows whether they arrived."""
    upcoming: Upcoming | None = None
    """At a desk, where reminders are shown."""
    access: tuple[AccessEntry, ...] = ()
    """For the coordinator, where roles and links are shown: those that are held and that wait."""
    readers: Mapping[Recipients, int] = field(default_factory=dict)
    """How many people an announcement would reach."""
    announced: int | None = None
    """The last announcement."""
    progress: Progress | None = None
    """How far the work is that the card is about."""
    past: Past | None = None
    filed: Filed | None = None
    """Of an approved office that is on the card."""
    personal: Mapping[str, Any] | None = None
    """Everything that is held about the person, where they asked for it."""
    settings: Mapping[str, str] = field(default_factory=dict)
    """What the coordinator has set, by the keys of `conversations.settings`."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button: its words and the intent it carries."""

    text: str
    action: Action
    argument: str = ""
    style: str | None = None
    """`primary`, `success` or `danger` (Bot API InlineKeyboardButton.style)."""
    grant: int | None = None
    """The grant that the button speaks for, where that is not the one in which the card does."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A card: HTML of the Bot API and rows of buttons."""

    text: str
    rows: tuple[tuple[Button, ...], ...] = ()
