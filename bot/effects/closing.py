"""Lists of many offices closed or opened: begun in a turn, then an office at a time."""

from datetime import datetime

from bot.effects.room import Room, answered
from bot.post import post
from conversations import approval
from conversations.desk.closing import concerned
from conversations.events import Audience, Note, Notice
from conversations.journal import What, line
from conversations.notes import NoteCode, NoticeCode
from conversations.places.desk import ClosingLists
from conversations.turn import CloseLists, Turn
from storage import bulk, journal, offices, submissions, talks
from storage.bulk import Bulk
from storage.database import Connection
from storage.talks import Claim

CLOSE, REOPEN = "close", "reopen"
KINDS = frozenset({CLOSE, REOPEN})
CHANGED, UNCONFIRMED, ALREADY = "changed", "unconfirmed", "already"
"""What came of an office: done; a limit is not confirmed; somebody else did it meanwhile."""


def begin(room: Room, turn: Turn, wanted: CloseLists) -> Turn:
    """Keep which offices are meant; what is done to them follows in transactions of their own."""
    connection, now, by = room.connection, room.now, room.inbound.person_id
    every = submissions.all_submissions(connection)
    found = concerned(every, wanted.scope, closing=wanted.closing)
    subjects = [each.office.id for each in (*found.offices, *found.unconfirmed)]
    if not subjects:
        return answered(turn, Note(NoteCode.NOTHING_TO_CLOSE, refusal=True))
    bulk_id = bulk.begin(
        connection,
        kind=CLOSE if wanted.closing else REOPEN,
        content={"scope": wanted.scope},
        subjects=subjects,
        by=by,
        now=now,
    )
    what = What.LISTS_CLOSED if wanted.closing else What.LISTS_REOPENED
    said = line(what, wanted.scope)
    journal.note(connection, actor=by, office_id=None, what=said, now=now)
    place = ClosingLists(wanted.closing, wanted.scope, bulk_id)
    return answered(turn, Note(NoteCode.LISTS_BEGUN), place=place)


def do(connection: Connection, work: Bulk, office_id: int, claim: Claim) -> list[int]:
    """Close or open one office's list and tell the office; whose cards are claimed for it."""
    now = claim.now
    closing = work.kind == CLOSE
    before = submissions.load(connection, office_id, lock=True)
    decision = approval.set_closed(before, closed=closing) if before else None
    if before is None or decision is None or not decision.done:
        refused = decision is not None and decision.code is NoteCode.LIMIT_UNCONFIRMED
        outcome = UNCONFIRMED if refused else ALREADY
        bulk.settle(connection, work.id, office_id, outcome)
        return []
    if not bulk.settle(connection, work.id, office_id, CHANGED):
        return []
    offices.set_closed(connection, office_id, closing, now)
    submissions.save(connection, before, decision.submission, actor=work.by, now=now)
    for notice in decision.notices:
        post(connection, notice, source=f"bulk:{work.id}", by=work.by, now=now)
    return talks.redraw_office(connection, office_id, but=None, claim=claim)


def tell_advisors(connection: Connection, work: Bulk, now: datetime) -> None:
    """One letter for each Advisor with the count of their offices."""
    code = NoticeCode.LISTS_CLOSED if work.kind == CLOSE else NoticeCode.LISTS_REOPENED
    for advisor, count in bulk.by_advisor(connection, work.id, CHANGED).items():
        values: dict[str, str | int] = {"advisor": advisor, "count": count}
        notice = Notice(code, Audience.ADVISOR, values=values, advisor=advisor)
        post(connection, notice, source=f"bulk:{work.id}", by=work.by, now=now)
