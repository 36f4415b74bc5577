"""Letters over a bad network: refused, unanswered, cut off, 429, 5xx, 403, 400.

    python -m tests.faults.network --count 10000 --seed 1

So many letters meet each of these through the real outbox, sender and transport. What certainly
did not arrive is sent until it does; what may have arrived is marked, shown and never sent again.
Only the pace is not the product's: it keeps letters apart, which is not what is tried here.
"""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from unittest.mock import patch

from sqlalchemy import Connection, func, select

from bot import clock
from bot.app import Engine
from bot.transport import Transport
from conversations.notes import NoticeCode
from storage import outbox, pace
from storage.database import Database
from storage.tables.traffic import LetterRow
from tests.faults.bad_network import AMBIGUOUS, KINDS, BadNetwork, bad_network, letter_of, person_of
from tests.faults.figures import Figures, asked, finish
from tests.faults.grounds import on_sqlite
from tests.running import TOKEN

SENDERS = 4
"""Processes that share the outbox, here in one."""
PATIENCE, LONG_PATIENCE = 0.5, 3.0
"""Seconds that an answer may take, in the suite and where a busy machine answers late among many;
the product has more of it."""
_letter = LetterRow.__table__
ENDS = {
    **dict.fromkeys(("refused", "429"), "sent"),
    **dict.fromkeys(AMBIGUOUS, "unknown"),
    **dict.fromkeys(("403", "400"), "undeliverable"),
}
"""What has to become of a letter that meets this."""


async def run(count: int, seed: int, database: Database, patience: float = PATIENCE) -> Figures:
    """So many letters of each kind; whatever is lost, doubled or left in silence is a fault."""
    figures = Figures("network")
    with patch.object(pace, "LETTER_EVERY", timedelta(microseconds=1)):
        async with bad_network(seed) as network:
            async with _sending(network, database, patience):
                await network.down()
                await _post(database, [("refused", n) for n in range(count)])
                await _until(database, _letter.c.state == "pending", _letter.c.attempts == 0)
                await network.up()
                kinds = [kind for kind in KINDS if kind != "refused"]
                await _post(database, [(kind, n) for n in range(count) for kind in kinds])
                await _until(database, _letter.c.state.in_(("pending", "sending")))
            _judge(figures, network, database, count)
    return figures


@contextlib.asynccontextmanager
async def _sending(network: BadNetwork, database: Database, patience: float) -> AsyncIterator[None]:
    """Several that deliver what is in the outbox, and do nothing else."""
    engines = [
        Engine(TOKEN, network.url, database, request=Transport(4, read_seconds=patience))
        for _ in range(SENDERS)
    ]
    for engine in engines:
        await engine.application.initialize()
    delivering = [asyncio.ensure_future(each.speaker.deliver()) for each in engines]
    try:
        yield
        for each in delivering:
            if each.done():
                each.result()
    finally:
        for each in delivering:
            each.cancel()
        await asyncio.wait(delivering)
        for engine in engines:
            await engine.speaker.finish()
            await engine.application.shutdown()


async def _post(database: Database, letters: list[tuple[str, int]]) -> None:
    def work(connection: Connection) -> None:
        for kind, number in letters:
            outbox.put(
                connection,
                key=f"{kind}:{number}",
                person_id=person_of(kind, number),
                code=NoticeCode.SOMETHING_BROKE,
                office_id=None,
                values={},
                now=clock.now(),
            )

    await asyncio.to_thread(database.write, work)


async def _until(database: Database, *left: object) -> None:
    """Until no letter is left that is so."""
    open_ones = select(func.count()).select_from(_letter).where(*left)  # type: ignore[arg-type]
    while await asyncio.to_thread(database.read, lambda c: c.scalar(open_ones)):  # noqa: ASYNC110
        await asyncio.sleep(0.05)


def _judge(figures: Figures, network: BadNetwork, database: Database, count: int) -> None:
    ends: Counter[tuple[str, str]] = Counter()
    rows = database.read(lambda c: c.execute(select(_letter)).all())
    for row in rows:
        kind, number = letter_of(row.person_id)
        came, fine = network.came[kind, number], network.fine[kind, number]
        ends[kind, row.state] += 1
        # A machine that is busy elsewhere answers too late at times: what then counts as unknown
        # is so, and what is shown as such was not lost in silence.
        late = fine == 1 and row.state == "unknown"
        for fault, is_so in (
            (f"ends as {row.state}", row.state != ENDS[kind] and not late),
            ("arrived twice", fine > 1),
            (f"sent {came} times", kind not in {"429", "refused"} and came != 1),
            ("said to be sent", row.state == "sent" and fine != 1),
            ("no reason is kept", row.state in {"unknown", "undeliverable"} and not row.why),
        ):
            if is_so:
                figures.faults.append(f"{kind} {number}: {fault}")
    for (kind, state), times in sorted(ends.items()):
        figures.count(f"{kind}: {state}", times)
    if len(rows) != count * len(KINDS):
        figures.faults.append(f"{len(rows)} letters are kept of {count * len(KINDS)}")
    shown = database.read(outbox.count_unknown)
    if shown != sum(times for (_, state), times in ends.items() if state == "unknown"):
        figures.faults.append(f"{shown} letters are shown to the coordinator as unknown")


if __name__ == "__main__":
    arguments = asked(10_000)
    with on_sqlite() as whole:
        figures_of_run = asyncio.run(run(arguments.count, arguments.seed, whole, LONG_PATIENCE))
    finish(figures_of_run)
