"""Damaged files through the limited child, and damaged texts through the reader of lists.

`python -m tests.faults.files --files 20000 --texts 1000000 --seed 1` prints a row of figures for
each and ends with 1 when anything was wrong; the suite runs the same at a small size. What fails is
named by its seed and number: `--only NUMBER` runs that one again.
"""

import argparse
import os
import random
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial

from bot.uploads import SECONDS
from conversations.coordination_table import NotATable
from conversations.coordination_table import read as read_table
from conversations.list_entry import list_from_sheets
from conversations.pasted_list import DISCARDED, Reading, read
from tests.corpus.lists import cases
from tests.faults.child import End, Passage, through_the_child
from tests.faults.damage_to_files import damaged

MOST_MEMORY = 512 * 1024 * 1024
LONGEST_TEXT = 1.0
"""Seconds of the processor within which any text of a message or two is read."""


@dataclass
class Row:
    """What came of a run: counts, extremes, and what was wrong."""

    trial: str
    seed: int
    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    memory: int = 0
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        told = [f"{count} {name}" for name, count in self.counts.items()]
        told.append(f"longest {self.seconds:.2f} s")
        if self.memory:
            told.append(f"most memory {self.memory / 1024 / 1024:.0f} MB")
        return f"{self.trial}: {', '.join(told)}, {len(self.wrong)} wrong (seed {self.seed})"


def files(count: int, seed: int, start: int = 0, workers: int = 2) -> Row:
    """Send that many damaged files through the child."""
    row = Row("files", seed, Counter({"files": 0, "refused": 0, "read": 0}))
    with ThreadPoolExecutor(workers) as pool:
        passages = pool.map(partial(_sent, seed), range(start, start + count))
        for number, passage in enumerate(passages, start):
            _note_file(row, number, passage)
    return row


def _sent(seed: int, number: int) -> Passage:
    return through_the_child(damaged(seed, number))


def _note_file(row: Row, number: int, passage: Passage) -> None:
    row.counts["files"] += 1
    row.counts["refused" if passage.refusal else "read"] += 1
    if passage.end is not End.ANSWERED:
        row.counts[passage.end.value] += 1
    row.seconds = max(row.seconds, passage.seconds)
    row.memory = max(row.memory, passage.memory)
    for what, is_so in (
        ("the child failed", passage.end is End.FAILED),
        ("took too long", passage.seconds > SECONDS + 5),
        ("took too much memory", passage.memory > MOST_MEMORY + 64 * 1024 * 1024),
    ):
        if is_so:
            row.wrong.append(f"file {number}: {what}")
    if passage.refusal is not None:
        return
    try:
        read(list_from_sheets(passage.sheets))
        read_table(passage.sheets)
    except NotATable:
        row.counts["without a table"] += 1
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is what is looked for
        row.wrong.append(f"file {number}: {fault!r}")


def texts(count: int, seed: int, start: int = 0) -> Row:
    """Read that many damaged lists."""
    row = Row("texts", seed, Counter({"texts": 0, "people": 0, "skipped lines": 0}))
    whole = [case.text for case in cases()]
    for number in range(start, start + count):
        text = damaged_text(whole, seed, number)
        started = time.process_time()
        try:
            reading = read(text)
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is what is looked for
            row.wrong.append(f"text {number}: {fault!r}")
            continue
        seconds = time.process_time() - started
        row.counts += Counter(
            {"texts": 1, "people": len(reading.people), "skipped lines": len(reading.skipped)}
        )
        row.seconds = max(row.seconds, seconds)
        if seconds > LONGEST_TEXT:
            row.wrong.append(f"text {number}: took {seconds:.1f} s")
        row.wrong.extend(f"text {number}: {each}" for each in _contradictions(text, reading))
    return row


def damaged_text(whole: list[str], seed: int, number: int) -> str:
    """Lines of several lists, put together, doubled, cut and strewn with odd characters."""
    chance = random.Random(f"{seed}:{number}")
    lines = [line for text in chance.sample(whole, 2) for line in text.split("\n")]
    chance.shuffle(lines)
    text = "\n".join(lines[: chance.randint(1, 12)])
    for _ in range(chance.randint(0, 8)):
        at, length = chance.randint(0, len(text)), chance.choice((0, 0, 1, 3, 20))
        odd = chance.choice(_ODD) * chance.choice((1, 1, 1, 2, 200))
        text = text[:at] + odd + text[at + length :]
    return text


_ODD = (
    *("\n", "\t", " ", "  ", ",", ";", "|", "–", "-", ":", "(", ")", "<", ">", "@", "*", "?", "."),
    *("\u200b", "\u00ad", "\u0301", "\ufffd", "\u202e", "\x00", "³", "Ĺ‚", "Ŝ", "ß", "Ĳ", "🙂"),
    *("i ", " oraz ", "Pani ", "mgr ", "z-ca ", "Jan ", "Annę ", "1. ", "83 000 00 15", "x@y.pl "),
)


def _contradictions(text: str, reading: Reading) -> list[str]:
    """What no reading may hold, whatever was pasted."""
    people = range(len(reading.people))
    abouts = [
        *(question.about for question in reading.questions),
        *(remark.about for remark in reading.warnings),
        *(left.about for left in reading.leftovers),
    ]
    lines = {line.strip() for line in text.splitlines()}
    return [
        what
        for what, is_so in (
            ("about nobody of the list", any(a is not None and a not in people for a in abouts)),
            (
                "a person without a name",
                not all(p.person.given and p.person.surname for p in reading.people),
            ),
            (
                "skips what was not pasted",
                any(s != DISCARDED and not lines & set(s.splitlines()) for s in reading.skipped),
            ),
        )
        if is_so
    ]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--files", type=int, default=0)
    arguments.add_argument("--texts", type=int, default=0)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--only", type=int, help="the number of the one to run again")
    arguments.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked = arguments.parse_args()
    start, most = (0, None) if asked.only is None else (asked.only, 1)
    rows = []
    if asked.files:
        rows.append(files(most or asked.files, asked.seed, start, asked.workers))
    if asked.texts:
        rows.append(texts(most or asked.texts, asked.seed, start))
    for row in rows:
        sys.stdout.write("\n".join([str(row), *(f"  {fault}" for fault in row.wrong[:20])]) + "\n")
    sys.exit(any(row.wrong for row in rows))


if __name__ == "__main__":
    main()
