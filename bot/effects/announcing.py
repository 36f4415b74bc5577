"""Announcements: begun in a turn, then a letter for each reader."""

from collections.abc import Iterable
from datetime import datetime

from bot.effects.room import Room, answered
from conversations.access import OFFICE_ROLES, Role
from conversations.events import Note
from conversations.journal import What, line
from conversations.notes import NoteCode, NoticeCode
from conversations.places.desk import Announcing, Recipients
from conversations.submission import Submission, missing
from conversations.turn import Announce, Turn
from storage import access, bulk, journal, outbox, submissions
from storage.access import Holder
from storage.bulk import ANNOUNCEMENT, Bulk
from storage.database import Connection

POSTED = "posted"


def readers(
    held: Iterable[Holder], every: Iterable[Submission], wanted: Recipients, *, but: int
) -> frozenset[int]:
    """Telegram ids of whom an announcement would reach, without the person who makes it."""
    lacking = {each.office.id for each in every if missing(each)}

    def concerned(holder: Holder) -> bool:
        grant = holder.grant
        match wanted:
            case Recipients.EVERYBODY:
                return True
            case Recipients.OFFICES:
                return grant.role in OFFICE_ROLES
            case Recipients.ADVISORS:
                return grant.role is Role.ADVISOR
            case Recipients.INCOMPLETE:
                return grant.role in OFFICE_ROLES and grant.office_id in lacking

    return frozenset(holder.person_id for holder in held if concerned(holder)) - {but}


def begin(room: Room, turn: Turn, wanted: Announce) -> Turn:
    """Keep the text and who is to read it; the letters follow."""
    connection, now, by = room.connection, room.now, room.inbound.person_id
    held, every = access.holders(connection, now), submissions.all_submissions(connection)
    people = readers(held, every, wanted.recipients, but=by)
    if not people:
        return answered(turn, Note(NoteCode.NOBODY_TO_TELL, refusal=True))
    bulk_id = bulk.begin(
        connection,
        kind=ANNOUNCEMENT,
        content={"text": wanted.text, "recipients": wanted.recipients.value},
        subjects=people,
        by=by,
        now=now,
    )
    said = line(What.ANNOUNCED, wanted.recipients)
    journal.note(connection, actor=by, office_id=None, what=said, now=now)
    note = Note(NoteCode.ANNOUNCEMENT_BEGUN, {"count": len(people)})
    return answered(turn, note, place=Announcing(bulk_id=bulk_id))


def key_of(bulk_id: int) -> str:
    """How the keys of its letters begin."""
    return f"{ANNOUNCEMENT}:{bulk_id}:"


def do(connection: Connection, work: Bulk, person_id: int, now: datetime) -> None:
    """Post one reader's letter."""
    if not bulk.settle(connection, work.id, person_id, POSTED):
        return
    outbox.put(
        connection,
        key=f"{key_of(work.id)}{person_id}",
        person_id=person_id,
        code=NoticeCode.ANNOUNCEMENT,
        office_id=None,
        values={"bulk": work.id},
        now=now,
    )
