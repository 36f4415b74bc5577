"""One update, and a process that dies at each point of answering it: before, between and after.

    python -m tests.faults.crashes

The update submits an office's list: the submission, the head's letter, two cards and the answer to
the tap hang together. After each death another process takes over; then everything must be as if
nobody had died, but for what cannot be known: a letter on its way is marked, a card may be there
twice.
"""

import asyncio
import re
import shutil
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import text
from structlog.testing import capture_logs

from bot import buttons, clock, invitations, turn
from bot.app import Engine
from bot.effects.tables import import_table
from bot.inbound import Inbound
from bot.playground import people
from bot.playground.bot_api import Playground, serve
from bot.playground.cast import HEAD_OF_WLODAWA, SECRETARY, Member
from bot.playground.world import World
from bot.receive import Polling, Receiver
from conversations.access import Role
from conversations.coordination_table import read
from conversations.events import ALIASES, Action, Asked, Event, Said, Tapped
from storage import access, submissions
from storage.database import Connection, Database
from tests.faults import grounds
from tests.faults.crashing import AWAIT, CALL, Fate, MortalDatabase, MortalRequest
from tests.running import TOKEN, USERNAME
from tests.stories.acts import EIGHT
from tests.tables import office, table

SIDE_BY_SIDE = 6
HEAD, SEKRETARZ = HEAD_OF_WLODAWA, SECRETARY
LETTER = "skład jest gotowy i czeka"
Rows = tuple[tuple[Any, ...], ...]


@dataclass(frozen=True)
class End:
    """What is stored and shown when everything is said."""

    stored: Rows
    letters: Rows
    shown: Counter[str]


def prepared(folder: Path) -> tuple[Path, str]:
    """A database in which the Sekretarz's next tap submits; the data of its button."""
    path = folder / "prepared.sqlite3"
    database = Database(f"sqlite:///{path}")
    database.prepare()
    reading = read([table(office(1, "Urząd Gminy Nowa", 8, 4))])
    database.write(lambda c: import_table(c, reading, "tabela.csv", clock.now()))
    numbers = iter(range(1, 100))

    def does(member: Member, event: Event, grant: int = 0) -> None:
        tapped = isinstance(event, Tapped)
        inbound = Inbound(
            next(numbers), member.id, member.name, event, grant, "query" if tapped else None
        )
        database.write(lambda c: turn.take(c, inbound, clock.now()))

    def comes_in(member: Member, role: Role) -> int:
        def make(connection: Connection) -> tuple[int, str]:
            made, token = invitations.make(connection, role=role, office_id=1, now=clock.now())
            return made.id, token

        invitation, token = database.write(make)
        does(member, Asked(ALIASES["start"], token))
        does(member, Tapped(Action.ACCEPT_INVITATION, str(invitation), 0))
        return database.read(lambda c: access.grants(c, member.id, clock.now()))[0].id

    def version() -> int:
        found = database.read(lambda c: submissions.load(c, 1, lock=False))
        assert found is not None
        return found.version

    grant = comes_in(SEKRETARZ, Role.SECRETARY)
    does(SEKRETARZ, Said("Anna Kowalczyk – Sekretarz Gminy"), grant)
    does(SEKRETARZ, Tapped(Action.JOIN, "", version()), grant)
    does(SEKRETARZ, Tapped(Action.BASIS, "proposal", version()), grant)
    does(SEKRETARZ, Said(EIGHT), grant)
    does(SEKRETARZ, Tapped(Action.LIST_OK, "", version()), grant)
    does(SEKRETARZ, Said("1 3 5 8"), grant)
    does(SEKRETARZ, Tapped(Action.DONE, "", version()), grant)
    comes_in(HEAD, Role.HEAD)
    # Letters of the beginning are not what this is about.
    database.write(lambda c: c.execute(text("DELETE FROM letter")))
    forged = buttons.encode(grant, version(), Action.SEND)
    database.close()
    return path, forged


async def lives(playground: Playground, url: str, fate: Fate) -> None:
    """A bot's process, until nothing is left to do or it is dead."""
    database = MortalDatabase(url, fate)
    polling = Polling()
    engine = Engine(TOKEN, playground.url, database, request=MortalRequest(fate), polling=polling)
    dying = asyncio.ensure_future(_dead(fate))
    running = asyncio.ensure_future(_works(engine, polling))
    resting = asyncio.ensure_future(_at_rest(playground.world, url))
    await asyncio.wait({dying, resting}, return_when=asyncio.FIRST_COMPLETED)
    fate.over.set()
    tasks = {running, resting, *engine.speaker._tasks}
    # A cancellation that meets a time-out can be swallowed.
    while pending := {task for task in tasks if not task.done()}:
        for task in pending:
            task.cancel()
        await asyncio.wait(pending, timeout=0.2)
    await dying
    await engine.application.bot.shutdown()
    database.close()


async def _dead(fate: Fate) -> None:
    while not fate.over.is_set():  # noqa: ASYNC110 - it is set from any thread
        await asyncio.sleep(0.01)


async def _works(engine: Engine, polling: Polling) -> None:
    """What receives, draws and sends, also where a busy machine makes that slow."""
    await engine.meet()
    receiver = Receiver(engine.application.bot, polling, engine.settle, engine.turn_away)
    speaker = engine.speaker
    parts = (receiver.run(), speaker.watch(), speaker.keep_claims(), speaker.deliver())
    await asyncio.gather(*parts)


async def _at_rest(world: World, url: str) -> None:
    """Until Telegram has nothing to deliver and the database nothing to say."""
    updates = world.updates
    await updates.changed.wait_for(lambda: not updates.pending(), 60)
    left = text(
        "SELECT (SELECT count(*) FROM card WHERE drawn < wanted OR drawer IS NOT NULL)"
        " + (SELECT count(*) FROM letter WHERE state IN ('pending', 'sending'))"
    )
    database = Database(url)
    try:
        while await asyncio.to_thread(database.read, lambda c: c.scalar(left)):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    finally:
        database.close()


async def played(template: Path, forged: str, fate: Fate) -> End:
    """The tap, a process with its fate, and one that takes over if that died."""
    with grounds.folder() as made:
        path = made / "komplet.sqlite3"
        shutil.copy(template, path)
        url = f"sqlite:///{path}"
        world = World(TOKEN, username=USERNAME)
        chat = world.chats[SEKRETARZ.id]
        for member in (HEAD, SEKRETARZ):
            world.chats[member.id].started = True
        card = world.post(chat, world.bot_user(), {"text": "Podsumowanie"})
        _shown_before(url, card["message_id"])
        people.tap(world, chat, card["message_id"], {"forged": forged})
        async with serve(world) as playground:
            await lives(playground, url, fate)
            if fate.died:
                _claims_run_out(url)
                await lives(playground, url, Fate())
        return _end(world, url)


def _shown_before(url: str, message_id: int) -> None:
    """The Sekretarz has the card that is tapped; the head has one that is gone."""
    shown = text(
        "UPDATE card SET drawn = wanted, drawer = NULL, held_until = NULL, below = false, "
        "message_id = :message"
    )
    database = Database(url)
    database.write(lambda c: c.execute(shown, {"message": message_id}))
    database.close()


def _claims_run_out(url: str) -> None:
    """As if the next process came long after the death."""
    database = Database(url)
    for statement in (
        "UPDATE card SET held_until = '2000-01-01 00:00:00' WHERE held_until IS NOT NULL",
        "UPDATE letter SET changed_at = '2000-01-01 00:00:00' WHERE state = 'sending'",
    ):
        database.write(lambda c, statement=statement: c.execute(text(statement)))  # type: ignore[misc]
    database.close()


def _end(world: World, url: str) -> End:
    database = Database(url)

    def rows(query: str) -> Rows:
        return tuple(tuple(row) for row in database.read(lambda c: c.execute(text(query)).all()))

    stored = (
        *rows("SELECT version, stage, status, steering, editorial, people FROM submission"),
        *rows("SELECT what, version, actor FROM journal ORDER BY id"),
        *rows("SELECT person_id, place, topic, note FROM talk ORDER BY person_id"),
        *rows("SELECT count(*) FROM seen_update WHERE update_id > 1000"),
        *rows("SELECT count(*) FROM set_aside"),
        *rows("SELECT count(*) FROM card WHERE drawn < wanted OR drawer IS NOT NULL"),
    )
    letters = rows("SELECT code, person_id, state FROM letter ORDER BY id")
    database.close()
    shown = Counter(
        re.sub(r"\d?\d:\d\d", "", f"{member.id}: {message['text']}")
        for member in (HEAD, SEKRETARZ)
        for message in world.chats[member.id].messages.values()
        if message["from"]["is_bot"]
    )
    return End(stored, letters, shown)


def difference(whole: End, end: End) -> str:
    """Where an end is not as if nobody had died; empty when it is.

    At most one message may be there twice: a card. A letter that was on its way is marked, and may
    be there or not.
    """
    unknown = sum(state == "unknown" for *_, state in end.letters)
    lost, doubled = whole.shown - end.shown, end.shown - whole.shown
    if end.stored != whole.stored:
        return "something else is stored"
    if [about for *about, _ in end.letters] != [about for *about, _ in whole.letters]:
        return "other letters"
    if any(state not in {"sent", "unknown"} for *_, state in end.letters):
        return "a letter was not sent"
    if lost.total() > unknown:
        return f"not shown: {sorted(each[:60] for each in lost)}"
    if doubled.total() > 1 or any(LETTER in each for each in doubled):
        return f"shown twice: {sorted(each[:60] for each in doubled)}"
    return ""


async def crashes(*, statements: bool) -> tuple[int, int, list[str]]:
    """Die at each point: how many there were, how many letters were left unknown, what differs.

    Without `statements` only commits, calls and hand-overs are points: within a transaction one
    statement is as good as another.
    """
    with grounds.folder() as made, capture_logs():
        template, forged = prepared(made)
        fate = Fate()
        whole = await played(template, forged, fate)
        points = [
            (where, times)
            for where, most in fate.passed.items()
            if statements or any(word in where for word in (AWAIT, CALL, "BEGIN", "COMMIT"))
            for times in range(1, most + 1)
        ]
        faults = []
        unknown = died = 0
        left = iter(points)

        async def die_in_turn() -> None:
            nonlocal unknown, died
            for where, times in left:
                fate = Fate(where, times)
                end = await played(template, forged, fate)
                died += fate.died
                unknown += any(state == "unknown" for *_, state in end.letters)
                if wrong := difference(whole, end):
                    faults.append(f"{where.splitlines()[0][:60]} ({times}): {wrong}")

        await asyncio.gather(*(die_in_turn() for _ in range(SIDE_BY_SIDE)))
    return died, unknown, faults


def main() -> None:
    died, unknown, faults = asyncio.run(crashes(statements=True))
    verdict = "; ".join(faults) or "0 lost, 0 double"
    sys.stdout.write(f"{died} deaths, {unknown} letters unknown: {verdict}\n")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
