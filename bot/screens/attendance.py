"""Who took block I: the card of `MarkingAttendance`, and what an office's card says of it."""

from bot.screens.parts import GAP, Card, Listing, Part, back, button, numbered, person_line
from bot.screens.view import View
from bot.words import Words
from conversations.desk.attendance import EVERYBODY
from conversations.events import Action
from conversations.submission import Submission


def marking(view: View, words: Words) -> Card:
    """The approved steering group under its numbers, with who is marked as having come."""
    submission = view.submission
    if submission is None or submission.approval is None:
        return Card((words("viewing-gone"),), (back(words),))
    held = submission.office.attendance
    entries = []
    for member in submission.approval.team.steering:
        person = person_line(member.person, words)
        came = held is not None and member.person.key in held.people
        entries.append(words("attended", person=person) if came else person)
    parts: list[Part] = [
        words("attendance"),
        *attendance_lines(submission, words),
        GAP,
        Listing(numbered(entries, words)),
        GAP,
        words("attendance-ask"),
    ]
    all_of_office = f"{submission.office.id}/{EVERYBODY}"
    everybody = (button(words, "attended-all", Action.ATTENDANCE, all_of_office),)
    return Card(tuple(parts), (everybody, back(words)))


def attendance_lines(submission: Submission, words: Words) -> list[Part]:
    """How many took block I, once it has been held."""
    held = submission.office.attendance
    return [words("attendance-held", count=len(held.people))] if held else []
