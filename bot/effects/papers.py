"""Documents: a letter that says which one, built where it is sent; and who was told of the list."""

from dataclasses import replace

from bot.effects.room import Room
from conversations.events import Note
from conversations.notes import NoteCode, NoticeCode
from conversations.papers import Wanted
from conversations.paperwork import unavailable
from conversations.settings import Programme
from conversations.submission import Submission
from conversations.turn import Turn
from storage import approvals, journal, outbox, settings, talks


def send(room: Room, turn: Turn, wanted: Wanted) -> Turn:
    """Post the document's letter, once while the same is on its way; or say why there is none."""
    connection, person_id = room.connection, room.inbound.person_id
    grant, submission = turn.talk.grant, turn.submission
    if grant is None:
        return turn
    of_office = submission if wanted.office_id is not None else None
    versions = approvals.history(connection, of_office.office.id) if of_office else ()
    programme = Programme.of(settings.everything(connection))
    why_not = unavailable(wanted.paper, of_office, versions, programme)
    if why_not is not None:
        return _remarked(turn, Note(why_not, refusal=True))
    counts = of_office is not None and of_office.approval is not None
    letter: dict[str, str | int] = {
        "paper": wanted.paper.value,
        "version": versions[-1].number if versions and counts else 0,
        "grant": grant.id,
    }
    code, office_id = NoticeCode.DOCUMENT, wanted.office_id
    if outbox.waits(connection, person_id=person_id, code=code, office_id=office_id, values=letter):
        return _remarked(turn, Note(NoteCode.DOCUMENT_ON_ITS_WAY, {"paper": wanted.paper.value}))
    outbox.put(
        connection,
        key=f"document:{room.inbound.update_id}",
        person_id=person_id,
        code=code,
        office_id=office_id,
        values=letter,
        now=room.now,
    )
    journal.note(
        connection,
        actor=person_id,
        office_id=office_id,
        what=f"document {wanted.paper}",
        now=room.now,
    )
    return _remarked(turn, Note(NoteCode.DOCUMENT_COMING, {"paper": wanted.paper.value}))


def note_informed(room: Room, turn: Turn, submission: Submission | None) -> Turn:
    """Keep that the listed people were told, for everybody in the office to see."""
    if submission is None:
        return turn
    office_id, actor = submission.office.id, room.inbound.person_id
    version = approvals.latest(room.connection, office_id)
    approvals.note_informed(room.connection, office_id, version, actor=actor, now=room.now)
    room.redraw.update(talks.redraw_office(room.connection, office_id, but=actor, claim=room.claim))
    return _remarked(turn, Note(NoteCode.INFORMED))


def _remarked(turn: Turn, note: Note) -> Turn:
    """The turn with a remark, and whatever lies over the place still there."""
    return replace(turn, talk=replace(turn.talk, note=note))
