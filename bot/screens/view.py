"""What a screen is drawn from, and what it is: values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from conversations.access import Grant, Invitation
from conversations.coordination_table import TableReading
from conversations.events import Action
from conversations.submission import Submission
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


@dataclass(frozen=True, slots=True)
class Upcoming:
    """Reminders of a desk as they are planned (UTC): the next one if nothing changes.

    `put_off` is the day until which the reader has put it off; `unreachable` are the advisors for
    whom nobody is in, or only somebody who has blocked the bot; `planned` the programme's moments.
    """

    on: bool = True
    at: datetime | None = None
    put_off: date | None = None
    unreachable: tuple[str, ...] = ()
    planned: tuple[datetime, ...] = ()


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
class View:
    """Everything a card may show to one person, as it stands now (UTC)."""

    talk: Talk
    now: datetime
    grants: tuple[Grant, ...] = ()
    submission: Submission | None = None
    """The office of a head or secretary, or the one looked at from a desk."""
    desk: tuple[Submission, ...] = ()
    """At a desk: every office this person may see."""
    invitation: Invitation | None = None
    invitees: tuple[Invitee, ...] = ()
    preview: Preview | None = None
    unknown_letters: int = 0
    """For the coordinator: letters of which nobody knows whether they arrived."""
    upcoming: Upcoming | None = None
    """At a desk, where reminders are shown."""
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
