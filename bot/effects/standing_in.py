"""Who stands in for an Advisor: kept, both told, and shown on every card that speaks of them."""

from dataclasses import replace

from bot import scope
from bot.effects.room import Room, answered
from conversations.access import StandIn, advisor_code
from conversations.events import Audience, Note, Notice
from conversations.notes import NoteCode, NoticeCode
from conversations.turn import EndStandIn, NameStandIn, Turn
from storage import stand_ins, talks, tally
from storage.database import Connection


def name(room: Room, turn: Turn, wanted: NameStandIn) -> Turn:
    """Let an Advisor stand in for another from day to day, instead of whoever did before."""
    connection = room.connection
    substitute = _advisor(connection, wanted.substitute)
    if substitute is None:
        return answered(turn, Note(NoteCode.STALE, refusal=True))
    if wanted.last < scope.today(room.now):
        return answered(turn, Note(NoteCode.DAYS_UNCLEAR, refusal=True))
    named = StandIn(wanted.advisor, substitute, wanted.first, wanted.last)
    replaced = [each for each in _substitutes(room, named.advisor) if each != named.substitute]
    before = stand_ins.put(connection, named, room.now)
    _show(room, named.advisor, named.substitute, *before)
    values = {
        "advisor": named.advisor,
        "substitute": named.substitute,
        "first": named.first.isoformat(),
        "last": named.last.isoformat(),
    }
    told = answered(turn, Note(NoteCode.STANDS_IN, values))
    # Whoever stands in today hears what the Advisor does.
    later = (named.substitute,) if named.first > scope.today(room.now) else ()
    news = tuple(
        Notice(NoticeCode.STANDS_IN, Audience.ADVISOR, values=values, advisor=each)
        for each in (named.advisor, *later)
    )
    # The Advisor hears of the new substitute alone.
    over = tuple(_no_more(named.advisor, each, to=each) for each in replaced)
    return replace(told, notices=(*turn.notices, *news, *over))


def end(room: Room, turn: Turn, wanted: EndStandIn) -> Turn:
    """Let nobody stand in for an Advisor any more; refused where somebody else does by now."""
    connection, advisor = room.connection, wanted.advisor
    over = [each for each in _substitutes(room, advisor) if advisor_code(each) == wanted.substitute]
    if not over:
        return answered(turn, Note(NoteCode.CHANGED_MEANWHILE, refusal=True))
    stand_ins.end(connection, advisor)
    _show(room, advisor, *over)
    told = answered(turn, Note(NoteCode.STANDS_IN_NO_MORE))
    news = tuple(_no_more(advisor, each, to=who) for each in over for who in (advisor, each))
    return replace(told, notices=(*turn.notices, *news))


def _substitutes(room: Room, advisor: str) -> list[str]:
    """Who stands in for an Advisor, today or later."""
    named = stand_ins.concerning(room.connection, advisor, scope.today(room.now))
    return [each.substitute for each in named if each.advisor == advisor]


def _no_more(advisor: str, substitute: str, *, to: str) -> Notice:
    values = {"advisor": advisor, "substitute": substitute}
    return Notice(NoticeCode.STANDS_IN_NO_MORE, Audience.ADVISOR, values=values, advisor=to)


def _show(room: Room, *advisors: str) -> None:
    """Draw what these Advisors see anew, and what others see of their offices."""
    by = room.inbound.person_id
    room.redraw.update(talks.redraw_advisors(room.connection, advisors, but=by, claim=room.claim))


def _advisor(connection: Connection, code: str) -> str | None:
    return next((each for each in tally.advisors(connection) if advisor_code(each) == code), None)
