"""Personal data: sent to whom it is about, and erased once that was confirmed twice."""

from datetime import timedelta

import structlog

from bot.effects.room import Room, answered
from bot.post import post
from bot.words import Words
from conversations.access import Role
from conversations.events import Audience, Note, Notice
from conversations.notes import NoteCode, NoticeCode
from conversations.settings import Key
from conversations.submission import Submission
from conversations.talk import Erasable
from conversations.turn import Erase, Turn
from storage import access, erasure, outbox, settings, submissions, talks
from storage.ledger import LedgerUnusable

log = structlog.get_logger()

LAST_WORDS_WAIT = timedelta(days=1)
"""How long it is tried to say them; meanwhile their chat is known."""


def send_personal_data(room: Room, turn: Turn) -> Turn:
    """Post the file; what is in it is gathered when it is sent."""
    outbox.put(
        room.connection,
        key=f"personal-data:{room.inbound.update_id}",
        person_id=room.inbound.person_id,
        code=NoticeCode.PERSONAL_DATA,
        office_id=None,
        values={},
        now=room.now,
    )
    return turn


def erase(room: Room, turn: Turn, wanted: Erase) -> Turn:
    """Erase what was confirmed, unless it has changed since the last card or cannot be recorded."""
    try:
        if wanted.what is Erasable.ACCOUNT:
            return _erase_account(room, turn)
        return _erase_of_office(room, turn, wanted)
    except LedgerUnusable as fault:
        log.error("nothing is erased", why=str(fault))  # noqa: TRY400 - why says all
        return answered(turn, Note(NoteCode.ERASURE_FAILED, refusal=True))


def _erase_account(room: Room, turn: Turn) -> Turn:
    connection, person_id = room.connection, room.inbound.person_id
    card = talks.load(connection, person_id, lock=False).card
    covered_until = talks.drawn_until(connection, person_id, room.now)
    offices = erasure.offices_of(connection, person_id)
    erased = erasure.erase_account(connection, person_id, room.now)
    for office_id in offices:
        room.redraw.update(
            talks.redraw_office(connection, office_id, but=person_id, claim=room.claim)
        )
    # Theirs tell under which name a role is held, or was.
    for coordinator, _ in access.people_with(connection, role=Role.COORDINATOR, now=room.now):
        room.redraw.update(talks.redraw_person(connection, coordinator, room.claim))
    outbox.put(
        connection,
        key=f"last-words:{room.inbound.update_id}",
        person_id=person_id,
        code=NoticeCode.ACCOUNT_ERASED,
        office_id=None,
        values={
            "roles": erased.roles,
            "letters": erased.letters,
            "files": erased.files,
            "contact": _contact(room, turn),
            "language": turn.talk.language,
            "menu": card.menu or "",
            "card": card.message_id or 0,
            "until": (room.now + LAST_WORDS_WAIT).isoformat(),
        },
        # After the erasure, or it would take them along when it is applied again.
        now=room.now + timedelta.resolution,
        # What another process is drawing would cover them; nothing tells when it has arrived.
        due_at=covered_until + timedelta.resolution,
    )
    room.parted.add(person_id)
    return turn


def _contact(room: Room, turn: Turn) -> str:
    """Whom to ask about what the project already has."""
    kept = settings.get(room.connection, Key.CONTACT)
    return kept or Words(turn.talk.language).plain("privacy-contact-unset")


def _erase_of_office(room: Room, turn: Turn, wanted: Erase) -> Turn:
    connection, by = room.connection, room.inbound.person_id
    submission = submissions.load(connection, wanted.office_id, lock=True)
    refusal = _refusal(submission, turn, wanted)
    if submission is None or refusal is not None:
        return answered(turn, Note(refusal or NoteCode.STALE, refusal=True))
    # Before, since afterwards nobody who looked at what is erased looks at the office any more.
    room.redraw.update(talks.redraw_office(connection, wanted.office_id, but=by, claim=room.claim))
    if wanted.what is Erasable.PERSON:
        done = _erase_person(room, submission, wanted.member_id)
    else:
        approved = wanted.what is Erasable.OFFICE
        erasure.erase_team(connection, wanted.office_id, approved=approved, actor=by, now=room.now)
        code = NoteCode.OFFICE_ERASED if approved else NoteCode.DRAFT_ERASED
        done = Note(code, {"contact": _contact(room, turn)})
    return answered(turn, done)


def _refusal(submission: Submission | None, turn: Turn, wanted: Erase) -> NoteCode | None:
    if submission is None:
        return NoteCode.STALE
    grant = turn.talk.grant
    if submission.office.closed and grant is not None and grant.role is Role.HEAD:
        return NoteCode.LISTS_CLOSED
    return NoteCode.CHANGED_MEANWHILE if submission.version != wanted.version else None


def _erase_person(room: Room, submission: Submission, member_id: int) -> Note:
    """One person of a list; the office hears that its list has changed, not whose entry it was."""
    member = submission.team.member(member_id)
    if member is None and submission.approval is not None:
        member = submission.approval.team.member(member_id)
    if member is None:
        return Note(NoteCode.STALE, refusal=True)
    by, office_id = room.inbound.person_id, submission.office.id
    erasure.erase_person(room.connection, office_id, member.person, actor=by, now=room.now)
    notice = Notice(NoticeCode.PERSON_ERASED, Audience.OFFICE, office_id)
    post(room.connection, notice, source=str(room.inbound.update_id), by=by, now=room.now)
    return Note(NoteCode.PERSON_ERASED)
