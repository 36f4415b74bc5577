"""What a step of any conversation is given and what it answers."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from conversations.access import Role
from conversations.coordination_table import TableReading
from conversations.events import Audience, Note, Notice, Sent
from conversations.notes import NoteCode, NoticeCode
from conversations.quick_questions import nearest
from conversations.settings import Key
from conversations.submission import Submission
from conversations.table_import import Taking
from conversations.talk import Erasable, Place, Talk


@dataclass(frozen=True, slots=True)
class Context:
    """Who speaks, and when (UTC): the only things a step cannot read from the state."""

    role: Role
    now: datetime


@dataclass(frozen=True, slots=True)
class MakeInvitation:
    """Make a link and send it to whoever asked. An advisor is given by `access.advisor_code`."""

    role: Role
    office_id: int | None = None
    advisor_code: str = ""


@dataclass(frozen=True, slots=True)
class AcceptInvitation:
    """Take the role that the opened link offers, if nobody was faster."""

    invitation_id: int


@dataclass(frozen=True, slots=True)
class OpenInvitation:
    """Look the link's secret up and show what it offers."""

    token: str


@dataclass(frozen=True, slots=True)
class ReadFile:
    """Fetch and read a file later; what comes of it returns as `FileRead`."""

    file: Sent


@dataclass(frozen=True, slots=True)
class StorePreview:
    """Keep a table that was read until the coordinator decides."""

    name: str
    reading: TableReading


@dataclass(frozen=True, slots=True)
class DecideImport:
    """Take over a table that was read, or drop it (None)."""

    import_id: int
    taking: Taking | None


@dataclass(frozen=True, slots=True)
class NudgeOffices:
    """Tell the people of each incomplete office of this desk what is missing, once a day."""


@dataclass(frozen=True, slots=True)
class PutOff:
    """Put this reader's next digest off by so many days."""

    days: int


@dataclass(frozen=True, slots=True)
class ChangeSetting:
    """Set a key of the programme to what was typed, if it can be read."""

    key: Key
    text: str


@dataclass(frozen=True, slots=True)
class SendPersonalData:
    """Send whoever asked everything that is held about them, as a file."""


@dataclass(frozen=True, slots=True)
class Erase:
    """Erase for good what was confirmed twice; `version` is the office's on the last card."""

    what: Erasable
    office_id: int = 0
    member_id: int = 0
    version: int = 0


Effect = (
    MakeInvitation
    | AcceptInvitation
    | OpenInvitation
    | ReadFile
    | StorePreview
    | DecideImport
    | NudgeOffices
    | PutOff
    | ChangeSetting
    | SendPersonalData
    | Erase
)


@dataclass(frozen=True, slots=True)
class Turn:
    """The state after an event, what others must hear, and what is to be done in this turn.

    `submission` is None at a desk where no office is looked at.
    """

    talk: Talk
    submission: Submission | None
    notices: tuple[Notice, ...] = field(default=())
    effects: tuple[Effect, ...] = field(default=())


def go(
    talk: Talk,
    submission: Submission | None,
    place: Place,
    note: Note | None = None,
    notices: Iterable[Notice] = (),
    *,
    effects: Iterable[Effect] = (),
) -> Turn:
    """Answer by moving to a place, with at most one remark."""
    arrived = replace(talk, place=place, topic=None, note=note)
    return Turn(arrived, submission, tuple(notices), tuple(effects))


def stay(talk: Talk, submission: Submission | None, note: Note | None = None) -> Turn:
    """Answer without moving."""
    return go(talk, submission, talk.place, note)


def refuse(talk: Talk, submission: Submission | None, code: NoteCode, **values: str | int) -> Turn:
    """Answer that this cannot be, and why; the place stays and nothing is lost."""
    return stay(talk, submission, Note(code, values, refusal=True))


def not_understood(talk: Talk, submission: Submission | None, text: str) -> Turn:
    """Refuse words that mean nothing here; the nearest questions are offered as buttons."""
    near = " ".join(nearest(text))
    return refuse(talk, submission, NoteCode.NOT_UNDERSTOOD, nearest=near)


def said(code: NoteCode, **values: str | int) -> Note:
    """A remark that is no refusal."""
    return Note(code, values)


def notice(
    code: NoticeCode, audience: Audience, submission: Submission, **values: str | int
) -> Notice:
    """News about this office for one of its audiences."""
    return Notice(code, audience, submission.office.id, values)
