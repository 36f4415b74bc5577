"""Who stands in for an Advisor: kept, and both told."""

from dataclasses import replace

from bot import scope
from bot.effects.room import Room, answered
from conversations.access import StandIn, advisor_code
from conversations.events import Audience, Note, Notice
from conversations.notes import NoteCode, NoticeCode
from conversations.turn import NameStandIn, Turn
from storage import stand_ins, tally
from storage.database import Connection


def name(room: Room, turn: Turn, wanted: NameStandIn) -> Turn:
    """Let an Advisor stand in for another from day to day, or nobody any more."""
    connection = room.connection
    if wanted.substitute is None:
        return _end(room, turn, wanted.advisor)
    substitute = _advisor(connection, wanted.substitute)
    if substitute is None or wanted.first is None or wanted.last is None:
        return answered(turn, Note(NoteCode.STALE, refusal=True))
    if wanted.last < scope.today(room.now):
        return answered(turn, Note(NoteCode.DAYS_UNCLEAR, refusal=True))
    named = StandIn(wanted.advisor, substitute, wanted.first, wanted.last)
    stand_ins.put(connection, named, room.now)
    values = {
        "advisor": named.advisor,
        "substitute": named.substitute,
        "first": named.first.isoformat(),
        "last": named.last.isoformat(),
    }
    told = answered(turn, Note(NoteCode.STANDS_IN, values))
    news = tuple(
        Notice(NoticeCode.STANDS_IN, Audience.ADVISOR, values=values, advisor=each)
        for each in (named.advisor, named.substitute)
    )
    return replace(told, notices=(*turn.notices, *news))


def _end(room: Room, turn: Turn, advisor: str) -> Turn:
    over = stand_ins.concerning(room.connection, advisor, scope.today(room.now))
    stand_ins.end(room.connection, advisor)
    told = answered(turn, Note(NoteCode.STANDS_IN_NO_MORE))
    news = tuple(
        Notice(
            NoticeCode.STANDS_IN_NO_MORE,
            Audience.ADVISOR,
            values={"advisor": advisor, "substitute": each.substitute},
            advisor=who,
        )
        for each in over
        if each.advisor == advisor
        for who in (advisor, each.substitute)
    )
    return replace(told, notices=(*turn.notices, *news))


def _advisor(connection: Connection, code: str) -> str | None:
    return next((each for each in tally.advisors(connection) if advisor_code(each) == code), None)
