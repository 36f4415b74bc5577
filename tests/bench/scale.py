"""Past this machine: `python -m tests.bench.scale [--update-ms 5.5] [--travel 0.05]`.

A national and a continental programme under Telegram's limits, in simulated time. What leaves is
the real outbox: the digests of a morning are created by the reminders' own run and claimed, sent
and settled by so many workers, each letter as long on its way as a call travels, against a Telegram
that refuses what comes faster than 30 a second or one a second in a chat. What comes in is a model:
the busiest hour of the last day, an update costing what `make bench-dialogue` measured.
"""

import argparse
import heapq
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import insert

from bot import reminders
from bot.outbound import RETRY_PAUSE
from bot.patience import MARGIN
from conversations.access import Role
from conversations.notes import NoticeCode
from conversations.places import Home
from storage import codec, outbox, pace
from storage.database import Connection, Database
from storage.tables.people import CardRow, GrantRow, TalkRow
from tests.bench.growth import NOW, OFFICES_OF_ONE, filled

SEED = 7
HOUR = 3_600.0
SHARE_OF_LAST_DAY = 0.3
"""Of all offices, so many enrol on the last day before the deadline."""
BUSIEST_HOUR = 0.25
"""Of an eight-hour day's work, so much falls into its busiest hour."""
UPDATES = 25
"""Of one enrolment, as the bench of whole dialogues plays it."""
THINKING = 8.0
"""Seconds on average between an answer and the next tap."""


@dataclass(frozen=True)
class Programme:
    """What is simulated: its size, and how many processes serve it."""

    name: str
    offices: int
    workers: int

    @property
    def advisors(self) -> int:
        return -(-self.offices // OFFICES_OF_ONE)


PROGRAMMES = (
    Programme("national", 2_800, 1),
    Programme("national", 2_800, 2),
    Programme("continental", 100_000, 2),
    Programme("continental", 100_000, 4),
)


# --- Telegram ---------------------------------------------------------------------------------


@dataclass
class Telegram:
    """Refuses what is too fast, and tells for how long (Bot API FAQ): 30 a second, 1 in a chat."""

    per_second: float = 30.0
    at_once: float = 30.0
    wait: float = 3.0
    arrived: list[float] = field(default_factory=list)
    refused: int = 0
    _level: float = 0.0
    _at: float = 0.0
    _chats: dict[int, float] = field(default_factory=dict)

    def take(self, chat: int, at: float) -> bool:
        """Whether a message that comes at this second is taken."""
        self._level = max(0.0, self._level - (at - self._at) * self.per_second)
        self._at = at
        if self._level + 1 > self.at_once or at < self._chats.get(chat, 0.0) - 2.0:
            self.refused += 1
            return False
        self._level += 1
        self._chats[chat] = max(at, self._chats.get(chat, 0.0)) + 1.0
        self.arrived.append(at)
        return True


# --- What leaves ------------------------------------------------------------------------------


def populated(url: str, offices: int) -> Database:
    """The programme of the growth bench, an Advisor's account for each, an official's for each."""
    database = filled(url, offices)

    def work(connection: Connection) -> None:
        people: list[tuple[int, dict[str, object]]] = [
            (1_000 + n, {"role": Role.ADVISOR, "advisor": f"Doradca {n}", "office_id": None})
            for n in range(offices // OFFICES_OF_ONE + 1)
        ]
        people += [
            (1_000_000 + n, {"role": Role.SECRETARY, "advisor": None, "office_id": n})
            for n in range(1, offices + 1)
        ]
        connection.execute(
            insert(TalkRow.__table__),
            [
                {"person_id": person, "place": codec.dump_place(Home()), "updated_at": NOW}
                for person, _ in people
            ],
        )
        connection.execute(insert(CardRow.__table__), [{"person_id": each} for each, _ in people])
        connection.execute(
            insert(GrantRow.__table__),
            [
                {"person_id": person, "given_at": NOW, "display_name": "", **role}
                for person, role in people
            ],
        )

    database.write(work)
    return database


def drained(database: Database, workers: int, travel: float, letters: int) -> tuple[float, int]:
    """Send so many letters; seconds until the last one arrived, and how many were refused."""
    telegram = Telegram()
    turns = [(0.0, number) for number in range(workers)]
    while len(telegram.arrived) < letters:
        at, worker = heapq.heappop(turns)
        found = database.write(lambda c, at=at: outbox.claim(c, now=_moment(at)))  # type: ignore[misc]
        if isinstance(found, outbox.Letter):
            after = at + travel
            taken = telegram.take(found.person_id, at + travel / 2)
            database.write(lambda c, f=found, t=taken, s=after: _settle(c, f, t, s, telegram))  # type: ignore[misc]
            heapq.heappush(turns, (after, worker))
            continue
        later = (found - NOW).total_seconds() if found else at + RETRY_PAUSE
        heapq.heappush(turns, (max(at + 0.001, min(later, at + RETRY_PAUSE)), worker))
    return telegram.arrived[-1], telegram.refused


def _settle(
    connection: Connection, letter: outbox.Letter, taken: bool, at: float, telegram: Telegram
) -> None:
    now = _moment(at)
    if taken:
        outbox.sent(connection, letter.id, now)
        return
    until = now + timedelta(seconds=telegram.wait) + MARGIN
    pace.be_silent(connection, until, now)
    outbox.retry(connection, letter.id, until, now)


def _moment(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def waiting(connection: Connection) -> int:
    return sum(outbox.states(connection, "").get(each, 0) for each in ("pending", "sending"))


def announce(connection: Connection, people: int) -> None:
    """A letter to so many officials, as „Przypomnij urzędom” and an announcement post them."""
    for n in range(1, people + 1):
        outbox.put(
            connection,
            key=f"nudge:{n}",
            person_id=1_000_000 + n,
            code=NoticeCode.NUDGE,
            office_id=n,
            values={},
            now=NOW,
        )


# --- What comes in ----------------------------------------------------------------------------


def busiest_hour(
    programme: Programme, update: float, travel: float, *, limited: bool
) -> tuple[float, float, float, int]:
    """Updates a second, and what people wait at the median and at 99 of 100; refused messages.

    An answer is drawn when its turn is done; where Telegram counts edits of cards as messages
    (`limited`) a refused one waits with all others, and shows what the card is by then.
    """
    dice = random.Random(SEED)
    dialogues = programme.offices * SHARE_OF_LAST_DAY * BUSIEST_HOUR
    telegram = Telegram() if limited else Telegram(per_second=1e9, at_once=1e9)
    events: list[tuple[float, int, int, float]] = []
    at, person = 0.0, 0
    while (at := at + dice.expovariate(dialogues / HOUR)) < HOUR:
        person += 1
        heapq.heappush(events, (at, person, UPDATES, at))
    free = [0.0] * programme.workers
    silent, served = 0.0, 0
    waits: list[float] = []
    while events:
        at, who, left, since = heapq.heappop(events)
        if left > 0:
            served += 1
            done = max(at, heapq.heappop(free)) + update
            heapq.heappush(free, done)
            heapq.heappush(events, (done + travel / 2, who, -left, at))
            continue
        if at < silent:
            heapq.heappush(events, (silent + dice.random() * 0.5, who, left, since))
            continue
        if not telegram.take(who, at):
            silent = at + telegram.wait
            heapq.heappush(events, (silent + dice.random() * 0.5, who, left, since))
            continue
        waits.append(at + travel / 2 - since)
        if -left > 1:
            heapq.heappush(events, (at + dice.expovariate(1 / THINKING), who, -left - 1, 0.0))
    waits.sort()
    return served / HOUR, waits[len(waits) // 2], waits[int(len(waits) * 0.99)], telegram.refused


# --- The table --------------------------------------------------------------------------------


def rows(options: argparse.Namespace, url: Callable[[str], str]) -> Iterator[str]:
    yield (
        "programme | workers | digests | the last after | refused | letters to offices"
        " | letters/s | all after | busiest hour: updates/s | waits p50, p99"
        " | the same, edits counted: p50, p99, refused"
    )
    yield "---|" * 10 + "---"
    for number, each in enumerate(PROGRAMMES):
        database = populated(url(f"{each.name}-{number}"), each.offices)
        made = database.write(lambda c: reminders.create(c, NOW, NOW))
        digests = database.read(waiting)
        last, refused = drained(database, each.workers, options.travel, digests)
        some = min(each.offices, options.letters)
        database.write(lambda c, n=some: announce(c, n))  # type: ignore[misc]
        database.write(lambda c: pace.be_silent(c, NOW, NOW))
        seconds, more = drained(database, each.workers, options.travel, some)
        database.close()
        update = options.update_ms / 1_000
        free = busiest_hour(each, update, options.travel, limited=False)
        held = busiest_hour(each, update, options.travel, limited=True)
        assert Counter(reminder.advisor for reminder in made).most_common(1)[0][1] == 1
        yield (
            f"{each.name}: {each.offices:,} offices, {each.advisors:,} Advisors | {each.workers}"
            f" | {digests:,} | {last:.0f} s | {refused + more} | {each.offices:,}"
            f" | {some / seconds:.1f} | {each.offices / (some / seconds) / 60:.0f} min"
            f" | {free[0]:.1f} | {free[1]:.2f} s, {free[2]:.2f} s"
            f" | {held[1]:.2f} s, {held[2]:.2f} s, {held[3]:,}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update-ms", type=float, default=5.5, help="a turn's cost, of one core")
    parser.add_argument("--travel", type=float, default=0.05, help="seconds of a call's way")
    parser.add_argument("--letters", type=int, default=5_000, help="sent before it is reckoned")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for line in rows(options, lambda name: f"sqlite:///{Path(folder) / name}.sqlite3"):
            sys.stdout.write(f"| {line} |\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
