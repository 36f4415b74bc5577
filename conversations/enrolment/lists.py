"""A whole list of people, pasted or sent as a file: entered, and what is unclear asked about."""

from conversations.list_entry import enter_list
from conversations.notes import NoteCode
from conversations.pasted_list import read
from conversations.submission import Submission
from conversations.talk import AddingOutsider, CheckingList, Clarifying, Place, Talk
from conversations.turn import Turn, go, refuse, stay


def take_list(talk: Talk, submission: Submission, text: str) -> Turn:
    """Step 2: keep every line that reads as a person, and ask about what is unclear."""
    entry = enter_list(submission.team, submission.office, text)
    if entry is None:
        return refuse(talk, submission, NoteCode.NOT_A_PERSON)
    if entry.too_many:
        return stay(talk, submission, entry.note)
    changed = submission.with_team(entry.team)
    checked = CheckingList(entry.skipped, entry.refused, entry.matched, entry.changes)
    place: Place = checked
    if entry.questions:
        place = Clarifying(entry.questions, entry.asked_members, entry.outsiders, checked)
    elif entry.outsiders:
        place = AddingOutsider(entry.outsiders, checked)
    return go(talk, changed, place, entry.note)


def is_list(text: str) -> bool:
    """Whether this is a list of people rather than a sentence that names some."""
    return len(text.splitlines()) > 1 and len(read(text).people) > 1
