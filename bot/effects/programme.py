"""What a desk does about many offices at once: remind them, put a digest off, set the programme."""

from datetime import datetime

from bot import clock, reminders
from bot.effects.room import Room, answered
from bot.post import post
from conversations import approval
from conversations.events import Note
from conversations.journal import What, line
from conversations.notes import NoteCode
from conversations.places.desk import Setting
from conversations.settings import PREVIEWED, Key, SettingFault, group_of, read
from conversations.turn import ChangeSetting, PutOff, Turn
from storage import desks, journal, settings, submissions, talks
from storage.database import Connection

MOST_NAMED = 3
"""Offices that a remark names; the rest are counted."""


def nudge(room: Room, turn: Turn) -> Turn:
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
    return answered(turn, Note(NoteCode.NUDGED, values))


def put_off(room: Room, turn: Turn, wanted: PutOff) -> Turn:
    """Put the digests of this desk off, and say when the next one comes."""
    grant = turn.talk.grant
    if grant is None:
        return turn
    at = reminders.put_off(room.connection, grant, wanted.days, wanted.reason, room.now)
    day = at.astimezone(clock.zone()).date().isoformat() if at else ""
    return answered(turn, Note(NoteCode.SNOOZED, {"day": day}))


def set_to(room: Room, turn: Turn, wanted: ChangeSetting) -> Turn:
    """Keep what was typed, or say why it cannot be read and wait for it again.

    What moves reminders is shown first: it is kept by a second word.
    """
    by, group = room.inbound.person_id, group_of(wanted.key)
    if wanted.key in PREVIEWED and not wanted.surely:
        kept = settings.everything(room.connection)
        shown = read(wanted.key, wanted.text, kept)
        if not isinstance(shown, SettingFault):
            return answered(turn, place=Setting(wanted.key, group, shown))
        value: str | SettingFault = shown
    else:
        value = change_setting(room.connection, wanted.key, wanted.text, by=by, now=room.now)
    if isinstance(value, SettingFault):
        refused = Note(NoteCode.SETTING_UNREADABLE, {"reason": value.value}, refusal=True)
        return answered(turn, refused, place=Setting(wanted.key, group))
    return answered(turn, Note(NoteCode.SETTING_SET), place=Setting(group=group))


def change_setting(
    connection: Connection, key: Key, text: str, *, by: int | None, now: datetime
) -> str | SettingFault:
    """Keep a setting as `settings.read` understands it: its text or fault.

    Cards tell the deadline, so that another one makes everybody's lag. Another reading of the
    limits (A1) does to every office what other limits would.
    """
    kept = settings.everything(connection)
    value = read(key, text, kept)
    if isinstance(value, SettingFault):
        return value
    if key is Key.LIMIT_MODE:
        _read_limits_as(connection, value, by=by, now=now)
        return value
    settings.put(connection, key, value or None)
    said = line(What.SETTING, key)
    journal.note(connection, actor=by, office_id=None, what=said, now=now)
    if key is Key.DEADLINE and value != kept.get(key, ""):
        talks.redraw_all(connection, but=by)
    return value


def _read_limits_as(connection: Connection, mode: str, *, by: int | None, now: datetime) -> None:
    """Take the tables' figures as the most or as exact (A1), and tell whom it concerns (A20)."""
    before = {each.office.id: each for each in submissions.all_submissions(connection, lock=True)}
    settings.put(connection, Key.LIMIT_MODE, mode or None)
    changed = False
    for after in submissions.all_submissions(connection):
        decision = approval.after_limits(before[after.office.id], after)
        if decision is None:
            continue
        changed = True
        kept = submissions.save(connection, after, decision.submission, actor=by, now=now)
        for notice in decision.notices:
            post(connection, notice, source=f"limit-mode:{kept.version}", by=by, now=now)
    desks.refill(connection)
    if changed:
        talks.redraw_all(connection, but=by)
