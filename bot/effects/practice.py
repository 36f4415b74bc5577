"""An office for practice: given to whoever asked, and taken away again."""

from bot.effects.room import Room, answered
from bot.words import Words
from conversations import enrolment
from conversations.access import Role
from conversations.events import Note
from conversations.notes import NoteCode
from conversations.places import Home
from conversations.practice import role_in_practice
from conversations.turn import Practise, Turn
from storage import access, practice, submissions


def practise(room: Room, turn: Turn, wanted: Practise) -> Turn:
    """End the practice that there is; begin a new one if that is wanted."""
    connection, person_id = room.connection, room.inbound.person_id
    for office_id in practice.of_person(connection, person_id):
        practice.end(connection, office_id)
    if not wanted.begins:
        grants = access.grants(connection, person_id, room.now)
        return answered(turn, Note(NoteCode.PRACTICE_ENDED), grant=grants[0], place=Home())
    words = Words(turn.talk.language)
    office_id = practice.begin(
        connection,
        person_id,
        name=words.plain("practice-office"),
        head_title=words.plain("practice-head"),
        now=room.now,
    )
    submission = submissions.load(connection, office_id, lock=True)
    own = role_in_practice(access.grants(connection, person_id, room.now), Role.SECRETARY)
    place = enrolment.onward(submission) if submission else Home()
    return answered(turn, Note(NoteCode.PRACTICE_BEGUN), grant=own, place=place)
