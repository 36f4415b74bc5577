"""A whole list of people, pasted or sent as a file: entered, and what is unclear asked about."""

from conversations.choosing import with_editors
from conversations.list_entry import MOST_QUESTIONS, enter_list
from conversations.notes import NoteCode
from conversations.pasted_list import read
from conversations.places.enrolment import (
    AddingOutsider,
    CheckingList,
    Clarifying,
    NamingPlenipotentiary,
    NamingSteering,
    RefusedPlenipotentiary,
)
from conversations.submission import Submission
from conversations.talk import Talk
from conversations.turn import Turn, go, not_understood, refuse, said, stay


def take_list(talk: Talk, submission: Submission, text: str) -> Turn:
    """Step 2: keep every line that reads as a person, and ask about what is unclear.

    A question that was asked when the list came still waits for its answer.
    """
    if told := with_editors(submission.team, " ".join(text.split())):
        changed = submission.with_team(told)
        return go(talk, changed, CheckingList(), said(NoteCode.EDITORS_SET))
    entry = enter_list(submission.team, submission.office, text)
    if entry is None:
        return nobody(talk, submission, text)
    if entry.too_many:
        return stay(talk, submission, entry.note)
    changed = submission.with_team(entry.team)
    checked = CheckingList(entry.skipped, entry.refused, entry.left, entry.matched, entry.changes)
    place: AddingOutsider | CheckingList | Clarifying = checked
    waiting = talk.place if isinstance(talk.place, Clarifying) else Clarifying((), ())
    asked = list(zip(waiting.questions, waiting.members, strict=True))
    there = {(question.code, member) for question, member in asked}
    asked += [
        (question, member)
        for question, member in zip(entry.questions, entry.asked_members, strict=True)
        if (question.code, member) not in there
    ]
    if asked:
        questions, members = zip(*asked[:MOST_QUESTIONS], strict=True)
        outsiders = tuple(dict.fromkeys((*waiting.outsiders, *entry.outsiders)))
        place = Clarifying(questions, members, outsiders, checked)
    elif entry.outsiders:
        place = AddingOutsider(entry.outsiders, checked)
    return go(talk, changed, place, entry.note)


def nobody(talk: Talk, submission: Submission, text: str) -> Turn:
    """Refuse words that name nobody: a card that asks for people says how they are written."""
    asks = isinstance(talk.place, NamingPlenipotentiary | RefusedPlenipotentiary | NamingSteering)
    if asks and "?" not in text:
        return refuse(talk, submission, NoteCode.NOT_A_PERSON)
    return not_understood(talk, submission, text)


def is_list(text: str) -> bool:
    """Whether this is a list of people rather than a sentence that names some."""
    return len(text.splitlines()) > 1 and len(read(text).people) > 1
