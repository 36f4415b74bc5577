"""Whose offices a role sees today: one's own, and an Advisor's for whom one stands in; and which
one a card is about.
"""

from datetime import date, datetime

from bot import clock
from conversations import papers
from conversations.access import Grant, Role, Way, allowed
from conversations.events import Action, Event, Tapped
from conversations.places import office_of
from conversations.submission import Office
from conversations.talk import Talk
from storage import stand_ins
from storage.database import Connection
from storage.tally import Scope


def today(now: datetime) -> date:
    """The day by the calendar of the offices."""
    return now.astimezone(clock.zone()).date()


def scope(connection: Connection, grant: Grant | None, now: datetime) -> Scope:
    """The Advisors whose offices this grant sees: none for an office's own people, None for all."""
    if grant is not None and grant.role is Role.COORDINATOR:
        return None
    if grant is None or grant.advisor is None:
        return ()
    return {grant.advisor} | stand_ins.acting_for(connection, grant.advisor, today(now))


def may_see(connection: Connection, grant: Grant, office: Office, now: datetime) -> bool:
    """Whether this grant may look at an office (`access.allowed`), with whom one stands in for."""
    if allowed(grant, Way.CARD, office):
        return True
    return allowed(grant, Way.CARD, office, scope(connection, grant, now) or ())


def office_looked_at(talk: Talk, event: Event | None) -> int | None:
    """The office that a desk's event is about: the one tapped, or the one on the card."""
    if isinstance(event, Tapped) and event.action in {Action.OFFICE, Action.HISTORY}:
        return event.number
    if isinstance(event, Tapped) and event.action is Action.DOCUMENT:
        wanted = papers.read(event.argument)
        return wanted.office_id if wanted else None
    return office_of(talk.place)
