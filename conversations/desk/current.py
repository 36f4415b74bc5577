"""Whether a button of an office's card still speaks of what is open."""

from conversations.events import NEEDS_CURRENT, Tapped, read_id
from conversations.notes import NoteCode
from conversations.submission import Submission


def outdated(tap: Tapped, submission: Submission | None) -> NoteCode | None:
    """Why a tap decides nothing: its card was another office's, or showed what is no more.

    The argument begins with the office's id; whatever else the button names follows a stroke.
    """
    office_id = read_id(tap.argument.partition("/")[0])
    if submission is None or office_id != submission.office.id:
        return NoteCode.STALE
    if tap.action in NEEDS_CURRENT and tap.version != submission.version:
        return NoteCode.CHANGED_MEANWHILE
    return None


def named(tap: Tapped) -> str:
    """What the button names beside its office; empty where nothing."""
    return tap.argument.partition("/")[2]
