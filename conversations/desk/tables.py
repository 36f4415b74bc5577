"""The coordinator's tables: sent as a file, shown before they are taken over, decided."""

from collections.abc import Mapping

from conversations.access import Role
from conversations.coordination_table import NotATableReason, TableReading
from conversations.events import Action, Event, FileRead, Said, Sent, SentKind, Tapped
from conversations.notes import NoteCode
from conversations.places import Home
from conversations.places.desk import AwaitingTable, PreviewingImport
from conversations.submission import Submission
from conversations.table_import import Taking
from conversations.talk import Talk
from conversations.turn import (
    Context,
    DecideImport,
    ReadFile,
    StorePreview,
    Turn,
    go,
    not_understood,
    refuse,
    said,
)

_TAKINGS: Mapping[Action, Taking | None] = {
    Action.IMPORT_ADD: Taking.ADDITIONAL,
    Action.IMPORT_REPLACE: Taking.NEW_VERSION,
    Action.IMPORT_OVERRULE: Taking.OVERRULING,
    Action.IMPORT_REJECT: None,
}
"""What each button below a preview decides; None drops the table."""


def step(talk: Talk, submission: Submission | None, event: Event, context: Context) -> Turn | None:
    """Answer what a table is about; None for anything else."""
    if context.role is not Role.COORDINATOR:
        return None
    place = talk.place
    match event:
        case Tapped(action=action) if action in _TAKINGS:
            if not isinstance(place, PreviewingImport) or event.number != place.import_id:
                return refuse(talk, submission, NoteCode.IMPORT_DECIDED)
            effect = DecideImport(place.import_id, _TAKINGS[action])
            return go(talk, submission, Home(), effects=(effect,))
        case Said(text=text) if isinstance(place, AwaitingTable | PreviewingImport):
            return not_understood(talk, submission, text)
        case Sent(kind=SentKind.DOCUMENT):
            note = said(NoteCode.FILE_RECEIVED, name=event.name)
            return go(talk, submission, place, note, effects=(ReadFile(event),))
        case Sent(kind=SentKind.PICTURE):
            return refuse(talk, submission, NoteCode.PICTURE)
        case FileRead(refusal=str(reason), name=name):
            return refuse(talk, submission, NoteCode.FILE_REFUSED, reason=reason, name=name)
        case FileRead(office_id=int(), name=name):
            # Sent while an office's list was entered, which is not what is being done now.
            return refuse(talk, submission, NoteCode.FILE_OF_OTHER_OFFICE, name=name)
        case FileRead(table=NotATableReason() as reason, name=name):
            return refuse(talk, submission, NoteCode.NOT_A_TABLE, name=name, reason=reason.value)
        case FileRead(table=TableReading() as reading, name=name):
            return go(talk, submission, place, effects=(StorePreview(name, reading),))
        case _:
            return None
