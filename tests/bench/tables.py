"""How long a table of 3,000 offices takes, from the bytes of its file to the reading, the child
included; and a look-up among as many. `python -m tests.bench.tables` prints
medians.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial

from bot.uploads import read_sheets
from conversations.coordination_table import read
from conversations.office_names import Entry, OfficeFinder
from tests.corpus.tables.builder import build
from tests.corpus.tables.cases import Case

OFFICES = 3_000
ROUNDS = 5
_SYLLABLES = ("bo", "gu", "cha", "dra", "ko", "wie", "li", "so", "mar", "no", "sta", "rze")
_KINDS = ("Urząd Gminy", "UM", "Starostwo Powiatowe w", "Urząd Miasta i Gminy")


def place(at: int) -> str:
    """A name that no other number has."""
    letters = ""
    for _ in range(4):
        at, syllable = divmod(at, len(_SYLLABLES))
        letters += _SYLLABLES[syllable]
    return letters.title() + "w"


def lines() -> list[str]:
    """A table as the corpus writes it: an Advisor for ten offices, merged downwards."""
    rows = [
        "Lp. | Nazwa urzędu | Kierownik | Doradca | Blok I | Blok II | Blok III | Uwagi",
        "1 | 2 | 3 | 4 | 5 | 6 | 7 | 8",
    ]
    for at in range(OFFICES):
        advisor = f"Doradca {place(at)}" if at % 10 == 0 else "^"
        name = f"{_KINDS[at % len(_KINDS)]} {place(at)}"
        rows.append(f"{at + 1} | {name} | Wójt | {advisor} | {5 + at % 6} | {3 + at % 3} | 2 |")
    return rows


def measured(work: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, float]:
    """Medians of some rounds in seconds: by the clock, and of the processor, children included.

    On a machine that others use, only the second says anything.
    """
    clock, processor = [], []
    for _ in range(rounds):
        before, started = os.times(), time.perf_counter()
        work()
        clock.append(time.perf_counter() - started)
        processor.append(sum(os.times()[:4]) - sum(before[:4]))
    return statistics.median(clock), statistics.median(processor)


def end_to_end(data: bytes) -> None:
    reading = read(read_sheets(data, "tabela"))
    assert len(reading.offices) == OFFICES


def main() -> None:
    table = lines()
    for kind in ("xlsx", "docx", "ods", "html", "csv cp1250 ;"):
        data = build(Case("bench", file=kind, lines=table))
        sheets = read_sheets(data, "tabela")
        median, worked = measured(partial(end_to_end, data))
        _, pure = measured(partial(read, sheets))
        _say(f"{kind:<13} {median:6.2f} s, processor {worked:.2f} s, the pure reader {pure:.2f} s")
    entries = [Entry(at, f"{_KINDS[at % len(_KINDS)]} {place(at)}") for at in range(OFFICES)]
    making, _ = measured(partial(OfficeFinder, entries))
    _say(f"{'finder':<13} {making * 1_000:6.1f} ms to make")
    finder = OfficeFinder(entries)
    for what, query in (
        ("exact", entries[77].name),
        ("another case", f"urzędu gminy w {place(80)}ie"),
        ("misspelt", place(80)[:-2] + "xw"),
        ("unknown", "zzzz qqqq"),
    ):
        median, _ = measured(partial(finder.find, query), 100)
        _say(f"{what:<13} {median * 1_000:6.2f} ms")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
