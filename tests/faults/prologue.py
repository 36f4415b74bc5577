"""People who come in and begin before a trial, by the turns that their updates make."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot import clock, invitations, turn
from bot.inbound import Inbound
from bot.playground.cast import Member
from conversations.access import Role
from conversations.events import ALIASES, Action, Asked, Event, Said, Tapped
from storage import access
from storage.database import Connection, Database


@dataclass
class Desk:
    """One office, whoever works on it, and what a model says of it.

    The head and a secretary write people down, another secretary takes them out again.
    """

    office_id: int
    head: Member
    secretary: Member
    other: Member
    other_grant: int
    version: int
    names: set[str] = field(default_factory=set)
    taken_out: set[int] = field(default_factory=set)

    @property
    def people(self) -> tuple[Member, ...]:
        return self.head, self.secretary, self.other


def _names() -> Iterator[str]:
    """Names of people without end, no two alike."""
    given = ("Anna", "Piotr", "Ewa", "Marek", "Joanna", "Tomasz", "Maria", "Paweł")
    for syllables in itertools.product("BDGKLMNPRSTWZ", "aeou", "bdgklmnprstwz", "aeou", "dlmr"):
        for first in given:
            yield f"{first} {''.join(syllables)}{'ska' if first.endswith('a') else 'ski'}"


NAMES = _names()


def somebody(number: int) -> Member:
    return Member(800_000_000 + number, "Jan", f"Nowak {number}")


class Prologue:
    """Lets people come in and begin, beside the workers, by the turns that their updates make."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._numbers = itertools.count(1)

    def _does(self, member: Member, event: Event, grant: int = 0) -> None:
        tapped = isinstance(event, Tapped)
        inbound = Inbound(
            next(self._numbers), member.id, member.name, event, grant, "query" if tapped else None
        )
        self._database.write(lambda c: turn.take(c, inbound, clock.now()))

    def comes_in(
        self, member: Member, role: Role, office_id: int | None, advisor: str | None = None
    ) -> int:
        def make(connection: Connection) -> tuple[int, str]:
            made, token = invitations.make(
                connection,
                role=role,
                office_id=office_id,
                advisor=advisor,
                now=clock.now(),
            )
            return made.id, token

        invitation, token = self._database.write(make)
        self._does(member, Asked(ALIASES["start"], token))
        self._does(member, Tapped(Action.ACCEPT_INVITATION, str(invitation), 0))
        grants = self._database.read(lambda c: access.grants(c, member.id, clock.now()))
        return grants[0].id

    def desk(self, number: int, office_id: int) -> Desk:
        head, secretary, other = (somebody(10 * number + n) for n in range(3))
        grant = self.comes_in(secretary, Role.SECRETARY, office_id)
        self._does(secretary, Said("Anna Kowalczyk – Sekretarz Gminy"))
        self._does(secretary, Tapped(Action.JOIN, "", 1), grant)
        self._does(secretary, Tapped(Action.BASIS, "proposal", 2), grant)
        first = next(NAMES)
        self._does(secretary, Said(f"{first} – Geodeta"), grant)
        other_grant = self.comes_in(other, Role.SECRETARY, office_id)
        head_grant = self.comes_in(head, Role.HEAD, office_id)
        self._does(head, Asked(ALIASES["grupa"]), head_grant)
        return Desk(office_id, head, secretary, other, other_grant, 4, {first})
