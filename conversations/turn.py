"""What a step of any conversation is given and what it answers."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from conversations.access import OFFICE_ROLES, Role
from conversations.coordination_table import TableReading
from conversations.events import Audience, Note, Notice, Sent
from conversations.notes import NoteCode, NoticeCode
from conversations.papers import Wanted
from conversations.places import Place
from conversations.places.desk import Recipients
from conversations.quick_questions import nearest
from conversations.settings import Key
from conversations.submission import Submission
from conversations.table_import import Taking
from conversations.talk import Erasable, Talk


@dataclass(frozen=True, slots=True)
class Context:
    """Who speaks, and when (UTC): the only things a step cannot read from the state.

    A `substitute` decides in the head's place for a time, and hands nothing on.
    """

    role: Role
    now: datetime
    substitute: bool = False


@dataclass(frozen=True, slots=True)
class MakeInvitation:
    """Make a link and send it to whoever asked. An advisor is given by `access.advisor_code`.

    A substitute's serves from the first day of `period` to the last, by the offices' calendar. By a
    link that `hands_over` the head who made it goes when the successor takes it.
    """

    role: Role
    office_id: int | None = None
    advisor_code: str = ""
    surely: bool = False
    """Also where a head of the office is in already, as a substitute's and a successor's serve."""
    period: tuple[date, date] | None = None
    hands_over: bool = False


@dataclass(frozen=True, slots=True)
class RevokeAccess:
    """Take away what a secretary or a substitute of this office was given, and tell them."""

    grant_id: int
    office_id: int


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
    """Fetch and read a file later; what comes of it returns as `FileRead`.

    `office_id` is the office whose list it is; None for a coordination table.
    """

    file: Sent
    office_id: int | None = None


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
    """Put this reader's next digest off by so many days, with a reason if there is one."""

    days: int
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeSetting:
    """Set a key of the programme to what was typed, if it can be read; `surely` without asking."""

    key: Key
    text: str
    surely: bool = False


@dataclass(frozen=True, slots=True)
class NameStandIn:
    """An Advisor, by `access.advisor_code`, stands in for another from one day to another."""

    advisor: str
    substitute: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class EndStandIn:
    """The substitute that the card named, by `access.advisor_code`, stands in no more."""

    advisor: str
    substitute: str


@dataclass(frozen=True, slots=True)
class Revoke:
    """Take a role or a link back („g7”, „i7”); with a successor's link where it is handed over.

    `with_links`: a coordinator's with the links that were handed out in it and wait.
    """

    entry: str
    hand_over: bool = False
    with_links: bool = False


@dataclass(frozen=True, slots=True)
class MakeInvitations:
    """Make links for everybody who is not in yet, and send them as a file of this kind."""

    kind: str


@dataclass(frozen=True, slots=True)
class CloseLists:
    """Close the lists of all offices („*”) or of an advisor's („a” and the code), or open them."""

    scope: str
    closing: bool


@dataclass(frozen=True, slots=True)
class Announce:
    """Send a text to everybody of a kind."""

    text: str
    recipients: Recipients


@dataclass(frozen=True, slots=True)
class SendDocument:
    """Make a document and send it to whoever asked, if there is such a one."""

    wanted: Wanted


@dataclass(frozen=True, slots=True)
class NotePeopleInformed:
    """Record that the people of the approved team were told of the processing (art. 14)."""

    office_id: int


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


@dataclass(frozen=True, slots=True)
class Practise:
    """Give whoever asked an office for practice of their own, or take it away again.

    The one they have, if there is one, goes with everything in it.
    """

    begins: bool


Effect = (
    MakeInvitation
    | RevokeAccess
    | AcceptInvitation
    | OpenInvitation
    | ReadFile
    | StorePreview
    | DecideImport
    | NudgeOffices
    | PutOff
    | ChangeSetting
    | Revoke
    | MakeInvitations
    | CloseLists
    | Announce
    | SendDocument
    | NotePeopleInformed
    | NameStandIn
    | EndStandIn
    | SendPersonalData
    | Erase
    | Practise
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
    of_many = talk.grant is None or talk.grant.role not in OFFICE_ROLES
    near = " ".join(nearest(text, of_many=of_many))
    return refuse(talk, submission, NoteCode.NOT_UNDERSTOOD, nearest=near)


def said(code: NoteCode, **values: str | int) -> Note:
    """A remark that is no refusal."""
    return Note(code, values)


def notice(
    code: NoticeCode, audience: Audience, submission: Submission, **values: str | int
) -> Notice:
    """News about this office for one of its audiences."""
    return Notice(code, audience, submission.office.id, values)
