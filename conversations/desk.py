"""The desks of the Advisor and of the coordinator: looking at offices and deciding about them.

An Advisor views, returns with a comment and accepts, never writes (R13). The coordinator invites,
imports tables, answers requests and closes lists. Whose office it is was checked before: the
`submission` given here is one that this person may see.
"""

from collections.abc import Mapping
from dataclasses import replace

from conversations import approval
from conversations.access import Role, may_invite
from conversations.coordination_table import NotATableReason, TableReading
from conversations.events import (
    NEEDS_CURRENT,
    Action,
    Event,
    FileRead,
    Said,
    Sent,
    SentKind,
    Tapped,
    read_id,
)
from conversations.notes import NoteCode
from conversations.reasons import LONGEST_REASON, read_reason
from conversations.settings import Key
from conversations.submission import Decider, Submission
from conversations.table_import import Taking
from conversations.talk import (
    AwaitingTable,
    Home,
    Inviting,
    Place,
    PreviewingImport,
    Returning,
    Setting,
    Talk,
    ViewingOffice,
)
from conversations.turn import (
    ChangeSetting,
    Context,
    DecideImport,
    MakeInvitation,
    NudgeOffices,
    PutOff,
    ReadFile,
    StorePreview,
    Turn,
    go,
    not_understood,
    refuse,
    said,
)

LONGEST_QUERY = 60
SNOOZES = (1, 3)
"""Days by which a digest is put off (domain.md §6)."""
SET_IN_CHAT = (Key.DEADLINE, Key.REMINDERS)
"""Settings that the coordinator's card changes; the command line changes all."""
_INVITED = {"h": Role.HEAD, "s": Role.SECRETARY, "a": Role.ADVISOR}
"""First letter of an invitation button's argument; an office's id or an advisor's code follows."""

_TAKINGS: Mapping[Action, Taking | None] = {
    Action.IMPORT_ADD: Taking.ADDITIONAL,
    Action.IMPORT_REPLACE: Taking.NEW_VERSION,
    Action.IMPORT_OVERRULE: Taking.OVERRULING,
    Action.IMPORT_REJECT: None,
}
"""What each button below a preview decides; None drops the table."""

_ABOUT_OFFICE = frozenset(
    {
        Action.RETURN,
        Action.ACCEPT,
        Action.GRANT,
        Action.REFUSE,
        Action.CLOSE,
        Action.REOPEN,
    }
)
"""Actions that name their office: a late press on its card decides about no other."""


def step(talk: Talk, submission: Submission | None, event: Event, context: Context) -> Turn:
    """Answer one event at a desk. `submission` is of the office being looked at, if any."""
    coordinator = context.role is Role.COORDINATOR
    match event:
        case Tapped():
            return _tapped(talk, submission, event, context)
        case Said(text=text):
            return _said(talk, submission, text)
        case Sent(kind=SentKind.DOCUMENT) if coordinator:
            note = said(NoteCode.FILE_RECEIVED, name=event.name)
            return go(talk, submission, talk.place, note, effects=(ReadFile(event),))
        case Sent(kind=SentKind.PICTURE) if coordinator:
            return refuse(talk, submission, NoteCode.PICTURE)
        case FileRead(refusal=str(reason), name=name) if coordinator:
            return refuse(talk, submission, NoteCode.FILE_REFUSED, reason=reason, name=name)
        case FileRead(table=NotATableReason() as reason, name=name) if coordinator:
            return refuse(talk, submission, NoteCode.NOT_A_TABLE, name=name, reason=reason.value)
        case FileRead(table=TableReading() as reading, name=name) if coordinator:
            preview = StorePreview(name, reading)
            return go(talk, submission, talk.place, effects=(preview,))
        case _:
            return refuse(talk, submission, NoteCode.NO_FILE_HERE)


def _tapped(talk: Talk, submission: Submission | None, tap: Tapped, context: Context) -> Turn:
    place, number = talk.place, tap.number
    match tap.action:
        case Action.OPEN:
            return go(talk, submission, Home())
        case Action.BACK:
            return go(talk, submission, _back(place))
        case Action.PAGE if isinstance(place, Home | Inviting) and number is not None:
            return go(talk, submission, replace(place, page=number))
        case Action.OFFICE if submission is not None:
            return go(talk, submission, ViewingOffice(submission.office.id))
        case Action.INVITE:
            return _invite(talk, submission, tap.argument, context)
        case action if action in _TAKINGS:
            if not isinstance(place, PreviewingImport) or number != place.import_id:
                return refuse(talk, submission, NoteCode.IMPORT_DECIDED)
            effect = DecideImport(place.import_id, _TAKINGS[tap.action])
            return go(talk, submission, Home(), effects=(effect,))
        case Action.NUDGE:
            return go(talk, submission, place, effects=(NudgeOffices(),))
        case Action.SNOOZE if number in SNOOZES:
            return go(talk, submission, place, effects=(PutOff(number),))
        case Action.SETTING:
            return _setting(talk, submission, tap.argument)
        case _ if submission is None:
            return refuse(talk, submission, NoteCode.STALE)
        case action if action in _ABOUT_OFFICE and number != submission.office.id:
            return refuse(talk, submission, NoteCode.STALE)
        case _ if tap.action in NEEDS_CURRENT and tap.version != submission.version:
            return refuse(talk, submission, NoteCode.CHANGED_MEANWHILE)
        case Action.RETURN if refusal := approval.may_return(submission, Decider.ADVISOR):
            return refuse(talk, submission, refusal)
        case Action.RETURN:
            return go(talk, submission, Returning(submission.office.id))
        case Action.ACCEPT:
            return _decided(talk, approval.accept(submission))
        case Action.GRANT | Action.REFUSE:
            granted = tap.action is Action.GRANT
            return _decided(talk, approval.decide_request(submission, granted=granted))
        case Action.CLOSE | Action.REOPEN:
            closed = tap.action is Action.CLOSE
            return _decided(talk, approval.set_closed(submission, closed=closed))
        case _:
            return refuse(talk, submission, NoteCode.STALE)


def _said(talk: Talk, submission: Submission | None, text: str) -> Turn:
    match talk.place:
        case Returning() if submission is not None:
            comment = read_reason(text)
            if isinstance(comment, NoteCode):
                return refuse(talk, submission, comment, most=LONGEST_REASON)
            return _decided(talk, approval.give_back(submission, Decider.ADVISOR, comment))
        case Inviting():
            return go(talk, submission, Inviting(query=text[:LONGEST_QUERY]))
        case Setting(key=Key() as key):
            return go(talk, submission, talk.place, effects=(ChangeSetting(key, text),))
        case AwaitingTable() | PreviewingImport() | Setting():
            return not_understood(talk, submission, text)
        case _:
            return go(talk, submission, Home(query=text[:LONGEST_QUERY]))


def _decided(talk: Talk, decision: approval.Decision) -> Turn:
    submission = decision.submission
    if not decision.done:
        return refuse(talk, submission, decision.code)
    place = ViewingOffice(submission.office.id)
    return go(talk, submission, place, said(decision.code), decision.notices)


def _invite(talk: Talk, submission: Submission | None, argument: str, context: Context) -> Turn:
    """Without an argument: whom? With one: make the link."""
    if not argument:
        return go(talk, submission, Inviting())
    role, whom = _INVITED.get(argument[0]), argument[1:]
    if role is None or not may_invite(context.role, role):
        return refuse(talk, submission, NoteCode.STALE)
    if role is Role.ADVISOR:
        link = MakeInvitation(role, advisor_code=whom)
    elif (office_id := read_id(whom)) is not None:
        link = MakeInvitation(role, office_id=office_id)
    else:
        return refuse(talk, submission, NoteCode.STALE)
    return go(talk, submission, talk.place, said(NoteCode.LINK_MADE), effects=(link,))


def _setting(talk: Talk, submission: Submission | None, argument: str) -> Turn:
    """„deadline” asks for its value, „reminders=off” sets it."""
    key, equals, value = argument.partition("=")
    if key not in SET_IN_CHAT:
        return refuse(talk, submission, NoteCode.STALE)
    if not equals:
        return go(talk, submission, Setting(Key(key)))
    return go(talk, submission, Setting(), effects=(ChangeSetting(Key(key), value),))


def _back(place: Place) -> Place:
    match place:
        case Setting(key=Key()):
            return Setting()
        case Returning(office_id=int(office_id)):
            return ViewingOffice(office_id)
        case _:
            return Home()
