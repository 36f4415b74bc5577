"""Coordination tables: compared with what is there, taken over in one piece or dropped."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.effects.room import Room, answered
from bot.post import post
from conversations import approval
from conversations.coordination_table import TableReading
from conversations.events import Note, Notice
from conversations.journal import What, line, what
from conversations.notes import NoteCode
from conversations.places import Home
from conversations.submission import Submission
from conversations.table_import import Difference, Standing, Taking, difference, table_news
from conversations.turn import DecideImport, Turn
from storage import imports, offices, submissions, talks, tally
from storage import journal as keep
from storage.database import Connection
from storage.talks import Claim


def decide(room: Room, turn: Turn, effect: DecideImport) -> Turn:
    """Take a table over in one piece; nobody is evicted, and whom it concerns is told (A20)."""
    connection, now = room.connection, room.now
    stored = imports.load(connection, effect.import_id, lock=True)
    if stored is None or stored.decided:
        return answered(turn, Note(NoteCode.IMPORT_DECIDED, refusal=True), place=Home())
    imports.decide(connection, effect.import_id, effect.taking is not None, now)
    if effect.taking is None:
        return answered(turn, Note(NoteCode.IMPORT_REJECTED), place=Home())
    applied = _apply_table(
        connection, stored, effect.taking, by=room.inbound.person_id, now=now, claim=room.claim
    )
    room.redraw.update(applied.redraw)
    counts = {"count": len(stored.reading.offices)}
    imported = answered(turn, Note(NoteCode.IMPORTED, counts), place=Home())
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
        post(connection, notice, source=f"import:{import_id}", by=None, now=now)


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
    said = line(What.IMPORTED, str(table.id))
    keep.note(connection, actor=by, office_id=None, what=said, now=now)
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
            told = what(former, decision.submission)
            submissions.save(connection, after, decision.submission, actor=by, now=now, said=told)
            applied.notices.extend(decision.notices)
        applied.redraw.update(talks.redraw_office(connection, after.office.id, but=by, claim=claim))
    tally.recount(connection)
    applied.notices.extend(table_news(found))
    return applied
