"""One turn: everything that one update changes, in one transaction, synchronously.

Lock the talk, then the office; drop a repeat; load, step, save, write notices to the outbox. The
caller commits, and only then speaks. Nothing is awaited here and nothing is decided here.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot import clock, invitations, reminders
from bot.inbound import Inbound
from conversations import approval, desk, enrolment, lobby
from conversations.access import (
    OFFICE_ROLES,
    Grant,
    Role,
    advisor_code,
    fault,
)
from conversations.coordination_table import TableReading
from conversations.events import Action, Audience, Event, FileRead, Note, Notice, Tapped
from conversations.notes import NoteCode, NoticeCode
from conversations.settings import Key, SettingFault, read
from conversations.submission import Office, Submission
from conversations.table_import import Difference, Standing, Taking, difference, table_news
from conversations.talk import (
    ConfirmingInvitation,
    Home,
    Place,
    PreviewingImport,
    Setting,
    Talk,
    office_of,
)
from conversations.turn import (
    AcceptInvitation,
    ChangeSetting,
    Context,
    DecideImport,
    Effect,
    MakeInvitation,
    NudgeOffices,
    OpenInvitation,
    PutOff,
    ReadFile,
    StorePreview,
    Turn,
    refuse,
)
from storage import access, imports, jobs, offices, outbox, settings, submissions, talks, updates
from storage.database import Connection
from storage.talks import Claim


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the outside has to do now that the turn is committed.

    `redraw` are the people whose cards `claim` has got.
    """

    redraw: tuple[int, ...] = ()
    claim: Claim | None = None
    alert: Note | None = None
    language: str = "pl"
    letters: bool = False
    job: bool = False
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class _Room:
    """What one turn works with. `redraw` gathers whose cards it made lag and claimed."""

    connection: Connection
    inbound: Inbound
    claim: Claim
    redraw: set[int] = field(default_factory=set)

    @property
    def now(self) -> datetime:
        return self.claim.now


def take(connection: Connection, inbound: Inbound, now: datetime) -> Outcome:
    """Answer one update within the caller's transaction. A repeated update changes nothing."""
    if not updates.first_time(connection, inbound.update_id, now):
        return Outcome(repeated=True)
    if inbound.blocked is not None:
        talks.blocked(connection, inbound.person_id, inbound.blocked)
        return Outcome()
    return _answer(_Room(connection, inbound, Claim(now)), inbound.event)


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


def take_file(connection: Connection, job: jobs.Job, event: FileRead, now: datetime) -> Outcome:
    """Answer what came of an uploaded file; the job ends in the same transaction."""
    if not jobs.done(connection, job.id):
        return Outcome(repeated=True)
    inbound = Inbound(-job.id, job.person_id, "", event, job.grant_id or 0)
    return _answer(_Room(connection, inbound, Claim(now)), event)


def set_file_aside(connection: Connection, job: jobs.Job, trace: str, now: datetime) -> None:
    """Give a file up whose turn keeps failing, and tell the person."""
    jobs.done(connection, job.id)
    set_aside(
        connection,
        update_id=job.update_id,
        person_id=job.person_id,
        payload=json.dumps({"file_id": job.file_id, "size": job.size}),
        trace=trace,
        now=now,
    )


def _answer(room: _Room, event: Event | None) -> Outcome:
    connection, inbound = room.connection, room.inbound
    seen = talks.load(connection, inbound.person_id, lock=True)
    grants = access.grants(connection, inbound.person_id)
    talk = lobby.arrive(seen.talk, grants)
    turn, before = _step(room, talk, grants, event)
    turn = _carry_out(room, turn)
    stands = turn.submission
    if stands is not None and before is not None and stands != before:
        _keep_office(room, before.office, stands.office)
        stands = submissions.save(connection, before, stands, actor=inbound.person_id, now=room.now)
        others = talks.redraw_office(
            connection, before.office.id, but=inbound.person_id, claim=room.claim
        )
        room.redraw.update(others)
    tapped_elsewhere = (
        inbound.tapped_message is not None and inbound.tapped_message != seen.card.message_id
    )
    below = inbound.callback_id is None or tapped_elsewhere
    alert = turn.talk.note if turn.talk.note and turn.talk.note.refusal else None
    kept = turn.talk
    if alert is not None and inbound.callback_id is not None:
        kept = replace(kept, note=None)
    elif kept.note is not None and stands is not None:
        kept = replace(kept, note=replace(kept.note, version=stands.version))
    if talks.save(connection, kept, redraw=True, below=below, claim=room.claim):
        room.redraw.add(inbound.person_id)
    source = str(inbound.update_id)
    letters = [
        _post(connection, notice, source=source, by=inbound.person_id, now=room.now)
        for notice in turn.notices
    ]
    made = any(isinstance(effect, MakeInvitation | NudgeOffices) for effect in turn.effects)
    return Outcome(
        redraw=tuple(room.redraw),
        claim=room.claim,
        alert=alert if inbound.callback_id is not None else None,
        language=kept.language,
        letters=made or any(letters),
        job=any(isinstance(effect, ReadFile) for effect in turn.effects),
    )


def _step(
    room: _Room, talk: Talk, grants: tuple[Grant, ...], event: Event | None
) -> tuple[Turn, Submission | None]:
    """The lobby first, then the conversation of the role. With the submission as it was."""
    if event is None:
        return refuse(talk, None, NoteCode.STALE), None
    general = lobby.step(talk, grants, event, room.inbound.grant_id)
    if general is not None:
        return general, None
    grant = talk.grant
    if grant is None:
        return refuse(talk, None, NoteCode.NOT_UNDERSTOOD), None
    context = Context(grant.role, room.now)
    if grant.role in OFFICE_ROLES and grant.office_id is not None:
        submission = submissions.load(room.connection, grant.office_id, lock=True)
        if submission is None:
            return refuse(talk, None, NoteCode.NOT_ALLOWED), None
        return enrolment.step(talk, submission, event, context), submission
    wanted = office_looked_at(talk, event)
    looked_at = submissions.load(room.connection, wanted, lock=True) if wanted else None
    if looked_at is not None and not may_see(grant, looked_at.office):
        return refuse(replace(talk, place=Home()), None, NoteCode.NOT_ALLOWED), None
    return desk.step(talk, looked_at, event, context), looked_at


def office_looked_at(talk: Talk, event: Event | None) -> int | None:
    """The office that a desk's event is about: the one tapped, or the one on the card."""
    if isinstance(event, Tapped) and event.action is Action.OFFICE:
        return event.number
    return office_of(talk.place)


def may_see(grant: Grant, office: Office) -> bool:
    """Whether an office is this grant's own: all for the coordinator, an advisor's by the table."""
    if grant.role is Role.COORDINATOR:
        return True
    if grant.role is Role.ADVISOR:
        return grant.advisor is not None and grant.advisor == office.advisor
    return grant.office_id == office.id


def _keep_office(room: _Room, before: Office, after: Office) -> None:
    """What a decision changed about the office itself."""
    connection, now = room.connection, room.now
    for block in approval.LIMIT_RULES.values():
        limit = after.limit(block)
        if limit is not None and limit != before.limit(block):
            offices.set_limit(connection, after.id, block, limit, now)
    if after.closed != before.closed:
        offices.set_closed(connection, after.id, after.closed, now)


# --- Effects ----------------------------------------------------------------------------------


def _carry_out(room: _Room, turn: Turn) -> Turn:
    """Do what the step asked for beyond the state, and let the answer know what came of it."""
    for effect in turn.effects:
        turn = _effect(room, turn, effect)
    return turn


def _effect(room: _Room, turn: Turn, effect: Effect) -> Turn:
    connection, inbound, now = room.connection, room.inbound, room.now
    match effect:
        case OpenInvitation(token=token):
            return _open(room, turn, token)
        case AcceptInvitation(invitation_id=invitation_id):
            return _accept(room, turn, invitation_id)
        case MakeInvitation():
            return _invite(room, turn, effect)
        case ReadFile(file=file):
            jobs.put(
                connection,
                update_id=inbound.update_id,
                person_id=inbound.person_id,
                grant_id=turn.talk.grant.id if turn.talk.grant else None,
                file_id=file.file_id,
                name=file.name,
                size=file.size,
                now=now,
            )
            return turn
        case StorePreview(name=name, reading=reading):
            import_id = imports.put(
                connection, name=name, reading=reading, by=inbound.person_id, now=now
            )
            return _with(turn, place=PreviewingImport(import_id))
        case DecideImport():
            return _decide_import(room, turn, effect)
        case NudgeOffices():
            return _nudge(room, turn)
        case PutOff(days=days):
            return _put_off(room, turn, days)
        case ChangeSetting():
            return _change_setting(room, turn, effect)


def _with(turn: Turn, note: Note | None = None, **changes: object) -> Turn:
    talk = replace(turn.talk, note=note, topic=None, **changes)  # type: ignore[arg-type]
    return replace(turn, talk=talk)


def _open(room: _Room, turn: Turn, token: str) -> Turn:
    """Show what a link offers; a link that does not open tells nobody why."""
    invitation = access.invitation_by_token(room.connection, token)
    if invitation is None or fault(invitation, room.now) is not None:
        return _with(turn, Note(NoteCode.LINK_INVALID, refusal=True))
    for grant in access.grants(room.connection, room.inbound.person_id):
        held = (grant.role, grant.office_id, grant.advisor)
        if held == (invitation.role, invitation.office_id, invitation.advisor):
            return _with(turn, Note(NoteCode.ALREADY_YOURS), grant=grant, place=Home())
    return _with(turn, place=ConfirmingInvitation(invitation.id))


def _accept(room: _Room, turn: Turn, invitation_id: int) -> Turn:
    """Take the offered role, if the link still serves."""
    connection, inbound = room.connection, room.inbound
    invitation = access.invitation(connection, invitation_id, lock=True)
    grant = None
    if invitation is not None and fault(invitation, room.now) is None:
        grant = access.accept(
            connection, invitation, inbound.person_id, inbound.display_name, room.now
        )
    if grant is None:
        return _with(turn, Note(NoteCode.LINK_INVALID, refusal=True), place=Home())
    joined = {Role.HEAD: NoticeCode.HEAD_JOINED, Role.SECRETARY: NoticeCode.SECRETARY_JOINED}
    notices = turn.notices
    if grant.role in joined:
        audience = Audience.ADVISOR if grant.role is Role.HEAD else Audience.HEAD
        notices = (*notices, Notice(joined[grant.role], audience, grant.office_id))
    place: Place = Home()
    welcome = Note(NoteCode.WELCOME)
    if grant.office_id is not None:
        submission = submissions.load(connection, grant.office_id, lock=False)
        if submission is not None:
            welcome = replace(welcome, version=submission.version)
            place = enrolment.onward(submission) if submission.editable else place
    welcomed = _with(turn, welcome, grant=grant, place=place)
    return replace(welcomed, notices=notices)


def _invite(room: _Room, turn: Turn, wanted: MakeInvitation) -> Turn:
    """Make a link and post it to whoever asked; only the letter carries the secret."""
    connection, inbound, now = room.connection, room.inbound, room.now
    office = offices.load(connection, wanted.office_id) if wanted.office_id else None
    advisor = next(
        (
            each.advisor
            for each in offices.all_offices(connection)
            if each.advisor and advisor_code(each.advisor) == wanted.advisor_code
        )
        if wanted.role is Role.ADVISOR
        else iter(()),
        None,
    )
    if office is None and advisor is None:
        return _with(turn, Note(NoteCode.STALE, refusal=True))
    invitation, token = invitations.make(
        connection,
        role=wanted.role,
        office_id=office.id if office else None,
        advisor=advisor,
        created_by=inbound.person_id,
        now=now,
    )
    outbox.put(
        connection,
        key=f"invitation:{invitation.id}",
        person_id=inbound.person_id,
        code=NoticeCode.INVITATION,
        office_id=office.id if office else None,
        values={
            "token": token,
            "role": wanted.role.value,
            "advisor": advisor or "",
            "expires": invitation.expires_at.isoformat(),
        },
        now=now,
    )
    return turn


MOST_NAMED = 3
"""Offices that a remark names; the rest are counted."""


def _nudge(room: _Room, turn: Turn) -> Turn:
    """Remind the offices of this desk, and say whom no letter reaches."""
    grant = turn.talk.grant
    if grant is None:
        return turn
    done = reminders.nudge(room.connection, grant, room.now)
    named = ", ".join(done.nobody[:MOST_NAMED])
    values: dict[str, str | int] = {
        "count": done.told,
        "before": done.before,
        "nobody": len(done.nobody),
        "rest": max(0, len(done.nobody) - MOST_NAMED),
        "offices": named or "–",
    }
    return _with(turn, Note(NoteCode.NUDGED, values))


def _put_off(room: _Room, turn: Turn, days: int) -> Turn:
    grant = turn.talk.grant
    if grant is None:
        return turn
    at = reminders.put_off(room.connection, grant, days, room.now)
    day = at.astimezone(clock.zone()).date().isoformat() if at else ""
    return _with(turn, Note(NoteCode.SNOOZED, {"day": day}))


def _change_setting(room: _Room, turn: Turn, wanted: ChangeSetting) -> Turn:
    """Keep what was typed, or say why it cannot be read and wait for it again."""
    by = room.inbound.person_id
    value, claimed = change_setting(
        room.connection, wanted.key, wanted.text, by=by, claim=room.claim
    )
    if isinstance(value, SettingFault):
        return _with(turn, Note(NoteCode.SETTING_UNREADABLE, {"reason": value.value}, refusal=True))
    room.redraw.update(claimed)
    return _with(turn, Note(NoteCode.SETTING_SET), place=Setting())


def change_setting(
    connection: Connection, key: Key, text: str, *, by: int | None, claim: Claim | None = None
) -> tuple[str | SettingFault, list[int]]:
    """Keep a setting as `settings.read` understands it: its text or fault, and claimed cards.

    Cards tell the deadline, so that another one makes everybody's lag.
    """
    kept = settings.everything(connection)
    value = read(key, text, kept)
    if isinstance(value, SettingFault):
        return value, []
    settings.put(connection, key, value or None)
    changed = key is Key.DEADLINE and value != kept.get(key, "")
    return value, talks.redraw_all(connection, but=by, claim=claim) if changed else []


def _decide_import(room: _Room, turn: Turn, effect: DecideImport) -> Turn:
    """Take a table over in one piece; nobody is evicted, and whom it concerns is told (A20)."""
    connection, now = room.connection, room.now
    stored = imports.load(connection, effect.import_id, lock=True)
    if stored is None or stored.decided:
        return _with(turn, Note(NoteCode.IMPORT_DECIDED, refusal=True), place=Home())
    imports.decide(connection, effect.import_id, effect.taking is not None, now)
    if effect.taking is None:
        return _with(turn, Note(NoteCode.IMPORT_REJECTED), place=Home())
    applied = _apply_table(
        connection,
        stored,
        effect.taking,
        by=room.inbound.person_id,
        now=now,
        claim=room.claim,
    )
    room.redraw.update(applied.redraw)
    counts = {"count": len(stored.reading.offices)}
    imported = _with(turn, Note(NoteCode.IMPORTED, counts), place=Home())
    return replace(imported, notices=(*turn.notices, *applied.notices))


def compared(
    connection: Connection, every: Iterable[Submission], reading: TableReading, taking: Taking
) -> Difference:
    """What a table would change in every office as it stands; changes nothing."""
    tables = offices.of_tables(connection)
    standing = (Standing.of(each, tables[each.office.id]) for each in every)
    return difference(standing, reading, taking)


def import_table(
    connection: Connection,
    reading: TableReading,
    name: str,
    now: datetime,
    taking: Taking = Taking.NEW_VERSION,
) -> None:
    """Take a table over that was confirmed outside the chat.

    Its letters and the cards that it changes wait for a running bot.
    """
    import_id = imports.put(connection, name=name, reading=reading, by=None, now=now)
    imports.decide(connection, import_id, True, now)
    stored = imports.StoredImport(import_id, name, reading, decided=True)
    applied = _apply_table(connection, stored, taking, by=None, now=now)
    for notice in applied.notices:
        _post(connection, notice, source=f"import:{import_id}", by=None, now=now)


@dataclass(frozen=True, slots=True)
class _Applied:
    """What a table did: who must hear of it, and whose cards it made lag and claimed."""

    notices: list[Notice] = field(default_factory=list)
    redraw: set[int] = field(default_factory=set)


def _apply_table(
    connection: Connection,
    table: imports.StoredImport,
    taking: Taking,
    *,
    by: int | None,
    now: datetime,
    claim: Claim | None = None,
) -> _Applied:
    """Put a confirmed table into the offices, and its new limits before what was submitted."""
    every = submissions.all_submissions(connection, lock=True)
    before = {each.office.id: each for each in every}
    found = compared(connection, every, table.reading, taking)
    offices.put_table(connection, found, name=table.name, import_id=table.id, now=now)
    applied = _Applied()
    for after in submissions.all_submissions(connection):
        former = before.get(after.office.id)
        if former is None or former.office == after.office:
            continue
        decision = approval.after_limits(former, after)
        if decision is not None:
            submissions.save(connection, after, decision.submission, actor=by, now=now)
            applied.notices.extend(decision.notices)
        applied.redraw.update(talks.redraw_office(connection, after.office.id, but=by, claim=claim))
    applied.notices.extend(table_news(found))
    return applied


# --- Letters ----------------------------------------------------------------------------------


def _post(
    connection: Connection, notice: Notice, *, source: str, by: int | None, now: datetime
) -> bool:
    """Put a notice into the outbox, a letter for everybody it is for but whoever caused it.

    `source` names what caused it; the same source posts a notice once.
    """
    posted = False
    for person_id in set(recipients(connection, notice)) - {by}:
        posted |= outbox.put(
            connection,
            key=f"{source}:{notice.code}:{notice.office_id or notice.advisor}:{person_id}",
            person_id=person_id,
            code=notice.code,
            office_id=notice.office_id,
            values=notice.values,
            now=now,
        )
    return posted


def recipients(connection: Connection, notice: Notice) -> Iterator[int]:
    """Telegram ids of everybody a notice is for."""
    office = offices.load(connection, notice.office_id) if notice.office_id else None
    roles: Iterable[tuple[Role, int | None, str | None]]
    match notice.audience:
        case Audience.COORDINATORS:
            roles = [(Role.COORDINATOR, None, None)]
        case Audience.ADVISOR:
            advisor = notice.advisor or (office.advisor if office else None)
            roles = [(Role.ADVISOR, None, advisor)] if advisor else []
        case Audience.HEAD:
            roles = [(Role.HEAD, notice.office_id, None)]
        case Audience.OFFICE:
            roles = [(role, notice.office_id, None) for role in (Role.HEAD, Role.SECRETARY)]
    for role, office_id, name in roles:
        for person_id, _ in access.people_with(
            connection, role=role, office_id=office_id, advisor=name
        ):
            yield person_id
