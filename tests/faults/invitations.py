"""Links guessed, forwarded, expired, revoked, used by two at once: exactly one ever gets in.

`python -m tests.faults.invitations --count 1000000 --seed 1` tries so many on SQLite. Everything
goes through the real turn; who loses is told the same as who guesses, and no office.
"""

import random
import string
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select, update

from bot import invitations, screens, turn, views
from bot.inbound import Inbound
from bot.words import Words
from conversations.access import INVITATION_LIFETIME, Invitation, Role
from conversations.events import Action, Asked, Command, Event, Tapped
from storage.database import Connection, Database
from storage.tables.people import GrantRow, InvitationRow
from tests.faults.figures import Figures, asked, finish
from tests.faults.grounds import on_sqlite
from tests.storage.stock import NOW, one_office

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

OFFICE = "Urząd Gminy Rejowiec"
KINDS = ("guessed", "reused", "expired", "expired on the card", "revoked", "forwarded")
AT_ONCE = 500
"""Turns that are handed over together, so that they meet in one commit or beside each other."""
_invitation, _grant = InvitationRow.__table__, GrantRow.__table__


@dataclass
class Door:
    """A database with one office, and people who come one after the other."""

    database: Database
    office_id: int
    words: Words
    numbers: int = 0

    def newcomer(self) -> int:
        self.numbers += 1
        return 1_000_000 + self.numbers

    def turn(self, person: int, event: Event, *, late: bool = False) -> "Future[str]":
        """One update of somebody; what they are told then."""
        self.numbers += 1
        number, now = self.numbers, NOW + INVITATION_LIFETIME * late
        callback = "q" if isinstance(event, Tapped) else None

        def work(connection: Connection) -> str:
            inbound = Inbound(number, person, "Jan Nowak", event, callback_id=callback)
            outcome = turn.take(connection, inbound, now)
            view, _ = views.load(connection, person, now)
            alert = screens.alert(outcome.alert, self.words) if outcome.alert else ""
            return f"{alert} {screens.draw(view, self.words).text}"

        return self.database.submit(work)

    def link(self) -> tuple[Invitation, str]:
        return self.database.write(
            lambda c: invitations.make(c, role=Role.HEAD, office_id=self.office_id, now=NOW)
        )

    def opens(self, person: int, token: str, *, late: bool = False) -> "Future[str]":
        return self.turn(person, Asked(Command.START, token), late=late)

    def confirms(self, person: int, link: Invitation, *, late: bool = False) -> "Future[str]":
        return self.turn(person, Tapped(Action.ACCEPT_INVITATION, str(link.id)), late=late)


def guess(chance: random.Random, token: str) -> str:
    """What somebody tries who has seen such a link: random, or the real one but for a letter."""
    alphabet = string.ascii_letters + string.digits + "_-"
    if chance.random() < 0.5:
        return "".join(chance.choices(alphabet, k=chance.choice((1, 16, 43, 64))))
    at = chance.randrange(len(token))
    spoilt = token[:at] + chance.choice(alphabet.replace(token[at], "")) + token[at + 1 :]
    return chance.choice((spoilt, token[:-1], token + "A", token.swapcase(), f" {token[1:]}"))


def run(count: int, seed: int, database: Database) -> Figures:
    """Try so many links, of each kind alike; whoever gets in who should not is a fault."""
    figures = Figures("invitations")
    door = Door(database, one_office(database, OFFICE), Words("pl"))
    chance = random.Random(seed)
    standing = door.link()[1]
    tries: dict[str, Callable[[], int]] = {
        "reused": lambda: _two_at_once(door, figures),
        "expired": lambda: _expired(door, figures),
        "expired on the card": lambda: _expired_on_card(door, figures),
        "revoked": lambda: _revoked(door, figures),
        "forwarded": lambda: _forwarded(door, figures),
    }
    won, done = 0, 0
    while done < count:
        guesses = min(AT_ONCE, max(1, (count - done) // 2))
        told = [door.opens(door.newcomer(), guess(chance, standing)) for _ in range(guesses)]
        _nobody_learns(figures, "guessed", [each.result() for each in told])
        for number in range(min(guesses, count - done - guesses)):
            kind = KINDS[1 + number % (len(KINDS) - 1)]
            won += tries[kind]()
            figures.count(kind)
            done += 1
        figures.count("guessed", guesses)
        done += guesses
    grants = database.read(lambda c: c.scalar(select(func.count()).select_from(_grant)))
    figures.count("got in", won)
    if grants != won:
        figures.faults.append(f"{grants} roles were given, {won} should have been")
    return figures


def _nobody_learns(figures: Figures, kind: str, told: list[str]) -> None:
    figures.faults += [f"{kind}: told {each!r}" for each in told if "Rejow" in each]


def _two_at_once(door: Door, figures: Figures) -> int:
    """Both have the card, both tap at the same moment; then a third opens the link."""
    link, token = door.link()
    rivals = [door.newcomer() for _ in range(2)]
    cards = [each.result() for each in [door.opens(person, token) for person in rivals]]
    answers = [each.result() for each in [door.confirms(person, link) for person in rivals]]
    if not all("Rejow" in card for card in cards):
        figures.faults.append("reused: a good link shows no card")
    if sum("Dostęp potwierdzono" in answer for answer in answers) != 1:
        figures.faults.append(f"reused: {answers}")
    _nobody_learns(figures, "reused", [door.opens(door.newcomer(), token).result()])
    return 1


def _expired(door: Door, figures: Figures) -> int:
    _, token = door.link()
    _nobody_learns(figures, "expired", [door.opens(door.newcomer(), token, late=True).result()])
    return 0


def _expired_on_card(door: Door, figures: Figures) -> int:
    """It runs out between the card and the tap."""
    link, token = door.link()
    person = door.newcomer()
    door.opens(person, token).result()
    _nobody_learns(
        figures, "expired on the card", [door.confirms(person, link, late=True).result()]
    )
    return 0


def _revoked(door: Door, figures: Figures) -> int:
    """Before somebody opens it, and while somebody has the card."""
    link, token = door.link()
    person = door.newcomer()
    door.opens(person, token).result()
    door.database.write(
        lambda c: c.execute(
            update(_invitation).where(_invitation.c.id == link.id).values(revoked_at=NOW)
        )
    )
    told = [door.confirms(person, link).result(), door.opens(door.newcomer(), token).result()]
    _nobody_learns(figures, "revoked", told)
    return 0


def _forwarded(door: Door, figures: Figures) -> int:
    """Its owner comes in; to whom it was forwarded afterwards it opens nothing, tapped or typed."""
    link, token = door.link()
    owner, friend = door.newcomer(), door.newcomer()
    door.opens(owner, token).result()
    door.confirms(owner, link).result()
    told = [door.opens(friend, token).result(), door.confirms(friend, link).result()]
    _nobody_learns(figures, "forwarded", told)
    return 1


if __name__ == "__main__":
    arguments = asked(1_000_000)
    with on_sqlite() as whole:
        figures_of_run = run(arguments.count, arguments.seed, whole)
    finish(figures_of_run)
