"""One turn: everything that one update changes, in one transaction, synchronously.

Lock the talk, then the office; drop a repeat; load, step, save, write notices to the outbox. The
caller commits, and only then speaks. Nothing is awaited here and nothing is decided here.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot import spoken, views
from bot.effects import Room, carry_out
from bot.inbound import Inbound
from bot.post import post
from bot.scope import may_see, office_looked_at
from bot.views import Ready
from conversations import approval, desk, enrolment, lobby
from conversations.access import (
    OFFICE_ROLES,
    Grant,
)
from conversations.events import Event, FileRead, Note
from conversations.notes import NoteCode, NoticeCode
from conversations.places import Home
from conversations.places.desk import Entering
from conversations.submission import Office, Submission
from conversations.talk import Talk
from conversations.turn import (
    AcceptInvitation,
    Announce,
    ChangeSetting,
    CloseLists,
    Context,
    Erase,
    NudgeOffices,
    Practise,
    ReadFile,
    RevokeAccess,
    SendDocument,
    SendPersonalData,
    Turn,
    refuse,
)
from storage import access, jobs, offices, outbox, submissions, talks, updates
from storage.database import Connection
from storage.talks import Claim

POSTING = (
    *(NudgeOffices, SendDocument, SendPersonalData),
    *(AcceptInvitation, RevokeAccess, ChangeSetting),
)
"""Effects that post letters by themselves."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the outside has to do now that the turn is committed.

    `redraw` are the people whose cards `claim` has got.
    `erased`: nothing of what was deleted may be left in the database's files.
    """

    redraw: tuple[int, ...] = ()
    claim: Claim | None = None
    ready: Ready | None = None
    """What the card of whoever caused it is drawn from, where that was at hand."""
    alert: Note | None = None
    language: str = "pl"
    letters: bool = False
    job: bool = False
    bulk: bool = False
    repeated: bool = False
    erased: bool = False
    refusal: Note | None = None
    """What was refused, whether it is told as an alert or on the card."""


def take(connection: Connection, inbound: Inbound, now: datetime) -> Outcome:
    """Answer one update within the caller's transaction. A repeated update changes nothing."""
    if not updates.first_time(connection, inbound.update_id, now):
        return Outcome(repeated=True)
    if inbound.blocked is not None:
        talks.blocked(connection, inbound.person_id, inbound.blocked)
        return Outcome()
    return _answer(Room(connection, inbound, Claim(now)), inbound.event)


def set_aside(
    connection: Connection,
    *,
    update_id: int,
    person_id: int | None,
    payload: str,
    trace: str,
    now: datetime,
) -> None:
    """Keep what cannot be answered for whoever mends it, and tell the person."""
    updates.set_aside(connection, update_id, payload, trace, now)
    if person_id is not None:
        outbox.put(
            connection,
            key=f"broken:{update_id}",
            person_id=person_id,
            code=NoticeCode.SOMETHING_BROKE,
            office_id=None,
            values={},
            now=now,
        )


def turn_away(
    connection: Connection, update_ids: Sequence[int], person_id: int, now: datetime, *, tell: bool
) -> None:
    """Take note of updates that came too fast to be answered, and tell the person if asked to."""
    for update_id in update_ids:
        updates.first_time(connection, update_id, now)
    if tell:
        outbox.put(
            connection,
            key=f"slow:{update_ids[0]}",
            person_id=person_id,
            code=NoticeCode.SLOW_DOWN,
            office_id=None,
            values={},
            now=now,
        )


def take_file(connection: Connection, job: jobs.Job, event: FileRead, now: datetime) -> Outcome:
    """Answer what came of an uploaded file; the job ends in the same transaction."""
    if not jobs.done(connection, job.id):
        return Outcome(repeated=True)
    inbound = Inbound(-job.id, job.person_id, "", event, job.grant_id or 0)
    return _answer(Room(connection, inbound, Claim(now)), event)


def set_file_aside(connection: Connection, job: jobs.Job, trace: str, now: datetime) -> None:
    """Give a file up whose turn keeps failing, and tell the person."""
    jobs.done(connection, job.id)
    set_aside(
        connection,
        update_id=job.update_id,
        person_id=job.person_id,
        payload=json.dumps({"from": job.person_id, "file_id": job.file_id, "size": job.size}),
        trace=trace,
        now=now,
    )


def _answer(room: Room, event: Event | None) -> Outcome:
    connection, inbound = room.connection, room.inbound
    seen = talks.load(connection, inbound.person_id, lock=True)
    grants = access.grants(connection, inbound.person_id, room.now)
    talk = lobby.arrive(seen.talk, grants)
    if spoken.may_be(event, talk.language):
        shown = views.ready(connection, talk, seen.card, grants=grants, known=None, now=room.now)
        room = replace(room, inbound=_pressed(inbound, shown))
        event = room.inbound.event
    elsewhere = (
        inbound.tapped_message is not None and inbound.tapped_message != seen.card.message_id
    )
    turn, before = _step(room, talk, grants, event, elsewhere=elsewhere)
    turn = carry_out(room, turn)
    if inbound.person_id in room.parted:
        return Outcome(
            redraw=tuple(room.redraw),
            claim=room.claim,
            language=talk.language,
            letters=True,
            erased=True,
        )
    stands = turn.submission
    if stands is not None and before is not None and stands != before:
        _keep_office(room, before.office, stands.office)
        stands = submissions.save(connection, before, stands, actor=inbound.person_id, now=room.now)
        others = talks.redraw_office(
            connection, before.office.id, but=inbound.person_id, claim=room.claim
        )
        room.redraw.update(others)
    # What came of a file takes the place of the card that says that it is being read.
    spoke = inbound.callback_id is None and not isinstance(event, FileRead)
    below = spoke or elsewhere
    alert = turn.talk.note if turn.talk.note and turn.talk.note.refusal else None
    kept = turn.talk
    if alert is not None and inbound.callback_id is not None:
        kept = replace(kept, note=None)
    elif kept.note is not None and stands is not None:
        kept = replace(kept, note=replace(kept.note, version=stands.version))
    held = seen.talk.grant
    if kept.grant is not None and before is None and (not held or held.id != kept.grant.id):
        # Who changes it meanwhile does not know yet that this person looks at it, so that the card
        # would be drawn from what was and stay so.
        _lock_own_office(connection, kept.grant)
    card = talks.save(connection, kept, below=below, claim=room.claim)
    if card is not None:
        room.redraw.add(inbound.person_id)
    source = str(inbound.update_id)
    letters = [
        post(connection, notice, source=source, by=inbound.person_id, now=room.now)
        for notice in turn.notices
    ]
    posted = any(isinstance(effect, POSTING) for effect in turn.effects)
    ready = None
    if card is not None and (kept.grant is None or kept.grant.role in OFFICE_ROLES):
        # A desk is summed up after the commit: nobody's turn waits for that.
        if turn.effects:
            grants, stands = access.grants(connection, inbound.person_id, room.now), None
        ready = views.ready(connection, kept, card, grants=grants, known=stands, now=room.now)
    return Outcome(
        redraw=tuple(room.redraw),
        claim=room.claim,
        ready=ready,
        alert=alert if inbound.callback_id is not None else None,
        language=kept.language,
        letters=posted or bool(room.letters) or any(letters),
        job=any(isinstance(effect, ReadFile) for effect in turn.effects),
        bulk=any(isinstance(effect, Announce | CloseLists) for effect in turn.effects),
        erased=any(isinstance(effect, Erase | Practise) for effect in turn.effects),
        refusal=alert,
    )


def _pressed(inbound: Inbound, shown: Ready) -> Inbound:
    """Words as the press of the button they say: of none yet that is on its way to the person."""
    current = shown.card.drawn >= shown.card.wanted
    submission = shown.view.submission
    version = submission.version if submission else 0
    return spoken.pressed(inbound, shown.view, version if current else None)


def _lock_own_office(connection: Connection, grant: Grant) -> None:
    if grant.role in OFFICE_ROLES and grant.office_id is not None:
        offices.load(connection, grant.office_id, lock=True)


def _step(
    room: Room, talk: Talk, grants: tuple[Grant, ...], event: Event | None, *, elsewhere: bool
) -> tuple[Turn, Submission | None]:
    """The lobby first, then the conversation of the role. With the submission as it was.

    `elsewhere`: it is a button of another message than the live card.
    """
    if event is None:
        return refuse(talk, None, NoteCode.STALE), None
    general = lobby.step(talk, grants, event, room.inbound.grant_id)
    if general is not None:
        return general, None
    grant = talk.grant
    assert grant is not None, "the lobby answers whoever has no role"
    if elsewhere and isinstance(talk.place, Entering):
        # An enrolment's buttons carry no office: an older card may be that of another.
        return refuse(talk, None, NoteCode.STALE), None
    context = Context(grant.role, room.now, grant.substitute)
    if grant.role in OFFICE_ROLES and grant.office_id is not None:
        submission = submissions.load(room.connection, grant.office_id, lock=True)
        if submission is None:
            return refuse(talk, None, NoteCode.NOT_ALLOWED), None
        return enrolment.step(talk, submission, event, context), submission
    wanted = office_looked_at(talk, event)
    looked_at = submissions.load(room.connection, wanted, lock=True) if wanted else None
    if looked_at is not None and not may_see(room.connection, grant, looked_at.office, room.now):
        return refuse(replace(talk, place=Home()), None, NoteCode.NOT_ALLOWED), None
    return desk.step(talk, looked_at, event, context), looked_at


def _keep_office(room: Room, before: Office, after: Office) -> None:
    """What a decision changed about the office itself."""
    connection, now = room.connection, room.now
    for block in approval.LIMIT_RULES.values():
        limit = after.limit(block)
        if limit is not None and limit != before.limit(block):
            offices.set_limit(connection, after.id, block, limit, now)
    if after.closed != before.closed:
        offices.set_closed(connection, after.id, after.closed, now)
    if after.attendance is not None and after.attendance != before.attendance:
        offices.set_attendance(connection, after.id, after.attendance, now)
