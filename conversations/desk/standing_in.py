"""Who stands in for an Advisor: named by the coordinator, from one day to another."""

import re
from datetime import date

from conversations.access import Role, advisor_code
from conversations.basis import read_date
from conversations.desk.current import named, outdated
from conversations.events import Action, Event, Said, Tapped
from conversations.notes import NoteCode
from conversations.places.desk import NamingStandIn
from conversations.places.office import ViewingOffice
from conversations.submission import Submission
from conversations.talk import Talk
from conversations.turn import Context, EndStandIn, NameStandIn, Turn, go, refuse

_BETWEEN = re.compile(r"\s+[–—-]\s+|\s*;\s*|\bdo\b|\bto\b", re.IGNORECASE)
"""What parts the first from the last day: „od 1.12.2026 do 9.12.2026”, „1.12.2026 – 9.12.2026”."""


def step(talk: Talk, submission: Submission | None, event: Event, context: Context) -> Turn | None:
    """Answer what standing in for the Advisor of an office is about; None for anything else."""
    if context.role is not Role.COORDINATOR:
        return None
    place = talk.place
    match event:
        case Tapped(action=Action.STAND_IN | Action.STAND_IN_END) if refusal := outdated(
            event, submission
        ):
            return refuse(talk, submission, refusal)
        case Tapped(action=Action.STAND_IN | Action.STAND_IN_END) if submission is not None:
            return _tapped(talk, submission, event)
        case Tapped(action=Action.PAGE, number=int(page)) if isinstance(place, NamingStandIn):
            return go(talk, submission, NamingStandIn(place.office_id, page=page))
        case Said(text=text) if isinstance(place, NamingStandIn) and submission is not None:
            return _dated(talk, submission, place, text)
        case _:
            return None


def _tapped(talk: Talk, submission: Submission, tap: Tapped) -> Turn:
    office = submission.office
    if office.advisor is None:
        return refuse(talk, submission, NoteCode.NO_ADVISOR)
    if tap.action is Action.STAND_IN:
        return go(talk, submission, NamingStandIn(office.id, named(tap)))
    ended = EndStandIn(office.advisor, named(tap))
    return go(talk, submission, ViewingOffice(office.id), effects=(ended,))


def _dated(talk: Talk, submission: Submission, place: NamingStandIn, text: str) -> Turn:
    period, advisor = read_period(text), submission.office.advisor
    if not place.substitute or advisor is None or place.substitute == advisor_code(advisor):
        return refuse(talk, submission, NoteCode.STALE)
    if period is None:
        return refuse(talk, submission, NoteCode.DAYS_UNCLEAR)
    wanted = NameStandIn(advisor, place.substitute, *period)
    return go(talk, submission, ViewingOffice(place.office_id), effects=(wanted,))


def read_period(text: str) -> tuple[date, date] | None:
    """The first and the last day that a text names, in this order; None where it names no two."""
    parts = [part for part in _BETWEEN.split(text) if read_date(part)]
    if len(parts) != 2:
        return None
    first, last = (read_date(part) for part in parts)
    return (first, last) if first and last and first <= last else None
