"""Updates that come twice and in another order: what is stored is what a model says.

    python -m tests.faults.streams --count 10000 --seed 1

A stream is what a head and a secretary of one office do. Its updates overtake each other, some come
several times, also days later, under numbers that mean nothing; streams of many offices arrive
interleaved, and meet in one commit. The model is the conversation alone, without a database: it is
told every update once, when it first comes.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from bot import turn
from bot.inbound import Inbound
from conversations.access import OFFICE_ROLES, Grant, Role
from conversations.events import Event, Tapped
from conversations.submission import Office
from conversations.talk import Talk
from storage import offices, talks
from storage.database import Connection, Database
from tests.conversations.chat import Chat
from tests.conversations.test_random_stories import BY_OTHERS, MOVES
from tests.faults.figures import Figures, asked, finish
from tests.faults.grounds import on_sqlite
from tests.storage.stock import NOW, comes_in, import_offices, loaded, row

LENGTH = 12
"""Moves of a stream; some make several updates."""
SIDE_BY_SIDE = 50
"""Offices whose streams are interleaved."""
OVERTAKES, REPEATED = 0.5, 0.4
"""Which share of updates is late, and which comes again."""
OWN_MOVES = tuple(move for move in MOVES if move not in BY_OTHERS)


@dataclass
class Stream:
    """One office, what its people do, and what a model says came of it."""

    office: Office
    grants: dict[Role, Grant]
    people: dict[Role, int]
    updates: list[tuple[float, Inbound]] = field(default_factory=list)
    model: Chat = field(init=False)

    def __post_init__(self) -> None:
        self.model = self._fresh()

    def _fresh(self) -> Chat:
        chat = Chat(self.office)
        for role in OFFICE_ROLES:
            chat.talks[role] = Talk(self.people[role], self.grants[role])
        return chat

    def fill(self, chance: random.Random) -> None:
        """Let them do something, let it travel, and tell the model."""
        meant = self._fresh()
        for _ in range(LENGTH):
            chance.choice(OWN_MOVES)(meant, chance.randrange(2**20))
        done: list[tuple[Any, Any]] = [(role, event) for role, event, *_ in meant.log]
        arrivals = [
            (number + chance.uniform(0, 4) * (chance.random() < OVERTAKES), role, event)
            for number, (role, event) in enumerate(done)
            if role in OFFICE_ROLES
        ]
        for at, role, event in sorted(arrivals, key=lambda each: each[0]):
            if not self._told(role, event):
                continue
            update = self._inbound(chance.randrange(2**50), role, event)
            copies = chance.randint(1, 3) if chance.random() < REPEATED else 0
            again = [at + chance.choice((0, 0.1, 3, 1000)) for _ in range(copies)]
            self.updates += [(at, update), *((later, update) for later in again)]

    def _told(self, role: Role, event: Event) -> bool:
        """Tell the model; False when it needs more than the conversation, and is left out."""
        before = self.model.submission, dict(self.model.talks)
        if self.model.happens(event, role).effects:
            self.model.submission, self.model.talks = before
            return False
        return True

    def _inbound(self, number: int, role: Role, event: Event) -> Inbound:
        tapped = isinstance(event, Tapped)
        return Inbound(
            *(number, self.people[role], "Jan Nowak", event),
            *(self.grants[role].id if tapped else 0, "query" if tapped else None),
        )


def run(count: int, seed: int, database: Database) -> Figures:
    """So many streams; whatever differs from its model is a fault."""
    figures = Figures("streams")
    chance = random.Random(seed)
    rows = [row(f"Urząd Gminy {number:05}") for number in range(count)]
    import_offices(database, *rows)
    every = database.read(offices.all_offices)
    for start in range(0, count, SIDE_BY_SIDE):
        streams = [_begun(database, office) for office in every[start : start + SIDE_BY_SIDE]]
        for stream in streams:
            stream.fill(chance)
        _deliver(figures, database, [each for stream in streams for each in stream.updates])
        for stream in streams:
            figures.count("streams")
            figures.faults += _differences(database, stream)
    return figures


def _begun(database: Database, office: Office) -> Stream:
    people = {Role.HEAD: 2 * office.id, Role.SECRETARY: 2 * office.id + 1}
    grants = {
        role: comes_in(database, person, role, office_id=office.id)
        for role, person in people.items()
    }
    return Stream(loaded(database, office.id).office, grants, people)


def _deliver(figures: Figures, database: Database, updates: list[tuple[float, Inbound]]) -> None:
    """All of them in the order in which they arrive, without waiting for an answer."""
    seen: set[int] = set()
    answers = []
    for _, inbound in sorted(updates, key=lambda each: each[0]):
        answers.append((inbound.update_id in seen, database.submit(_taking(inbound))))
        seen.add(inbound.update_id)
    for again, answer in answers:
        figures.count("repeated" if again else "updates")
        if answer.result() != again:
            figures.faults.append("an update was taken twice" if again else "one was not taken")


def _taking(inbound: Inbound) -> Callable[[Connection], bool]:
    def work(connection: Connection) -> bool:
        return turn.take(connection, inbound, NOW).repeated

    return work


def _differences(database: Database, stream: Stream) -> Iterator[str]:
    model, name = stream.model, stream.office.name
    stored, said = loaded(database, stream.office.id), model.submission
    for each in ("version", "stage", "team", "returned", "request", "amending"):
        one, other = getattr(stored, each), getattr(said, each)
        if one != other:
            yield f"{name}: {each} is {one}, not {other}"
    decided = [each.approval.team if each.approval else None for each in (stored, said)]
    if decided[0] != decided[1]:
        yield f"{name}: approved is {decided[0]}, not {decided[1]}"
    for role, person in stream.people.items():
        seen = database.read(partial(talks.load, person_id=person, lock=False))
        if seen.talk.place != model.talks[role].place:
            yield f"{name}: {role} is at {seen.talk.place}, not {model.talks[role].place}"


if __name__ == "__main__":
    arguments = asked(10_000)
    with on_sqlite() as whole:
        figures_of_run = run(arguments.count, arguments.seed, whole)
    finish(figures_of_run)
