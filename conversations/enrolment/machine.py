"""One event of the office's head or secretary: which kind it is, and that all stays in order."""

from collections.abc import Mapping
from dataclasses import replace

from conversations import approval, history, paperwork
from conversations.enrolment.buttons import tapped
from conversations.enrolment.lists import take_list
from conversations.enrolment.where import onward, settle, takes_list
from conversations.enrolment.words import typed
from conversations.events import Asked, Command, Event, FileRead, Said, Sent, SentKind, Tapped
from conversations.list_entry import list_from_sheets
from conversations.notes import NoteCode
from conversations.places import Home, Place
from conversations.places.enrolment import CheckingList, NamingPlenipotentiary, PickingEditors
from conversations.submission import Submission
from conversations.talk import Talk
from conversations.turn import Context, ReadFile, Turn, go, refuse, said

SHORTCUTS: Mapping[Command, Place] = {
    Command.PLENIPOTENTIARY: NamingPlenipotentiary(),
    Command.STEERING: CheckingList(),
    Command.EDITORIAL: PickingEditors(),
}
"""Commands that lead to a step."""


def step(talk: Talk, submission: Submission, event: Event, context: Context) -> Turn:
    """Answer one event of the office's head or secretary.

    The place is settled before, since others may have been here, and after, since the team may
    have changed under it: what is stored can always be drawn and left.
    """
    settled = replace(talk, place=settle(talk.place, submission))
    turn = _answer(settled, submission, event, context)
    kept = approval.without_moot_word(approval.without_moot_request(turn.submission or submission))
    if kept.team != submission.team:
        kept = replace(kept, entered=False)
    arrived = replace(turn.talk, place=settle(turn.talk.place, kept))
    return replace(turn, talk=arrived, submission=kept)


def _answer(talk: Talk, submission: Submission, event: Event, context: Context) -> Turn:
    for subject in (history.step, paperwork.step):
        answer = subject(talk, submission, event, context)
        if answer is not None:
            return answer
    match event:
        case Tapped():
            return tapped(talk, submission, event, context)
        case Said(text=text):
            return typed(talk, submission, text, context)
        case Asked(command=command):
            return _asked(talk, submission, command)
        case Sent(kind=SentKind.PICTURE):
            return refuse(talk, submission, NoteCode.PICTURE)
        case Sent(kind=SentKind.DOCUMENT) if takes_list(talk.place, submission):
            note = said(NoteCode.FILE_RECEIVED, name=event.name)
            reading = ReadFile(event, submission.office.id)
            return go(talk, submission, talk.place, note, effects=(reading,))
        case FileRead(refusal=str(reason), name=name):
            return refuse(talk, submission, NoteCode.FILE_REFUSED, reason=reason, name=name)
        case FileRead(sheets=sheets) if submission.editable:
            # It was accepted at a place that takes lists; where the person went since is no loss.
            return take_list(talk, submission, list_from_sheets(sheets))
        case _:
            return refuse(talk, submission, NoteCode.NO_FILE_HERE)


def _asked(talk: Talk, submission: Submission, command: Command) -> Turn:
    """The commands of the enrolment: on from where things stand, or to one of the steps."""
    if submission.office.closed:
        return refuse(talk, submission, NoteCode.LISTS_CLOSED)
    if not submission.editable:
        return refuse(talk, submission, NoteCode.NOT_EDITABLE)
    if command in SHORTCUTS:
        return go(talk, submission, SHORTCUTS[command])
    standing = onward(submission) if isinstance(talk.place, Home) else talk.place
    return go(talk, submission, standing)
