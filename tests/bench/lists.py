"""`python -m tests.bench.lists`: how long a list takes to read, in processor time.

No two rounds read the same text, so that nothing is remembered from the round before. Machines
differ and are busy: beside each figure stands its ratio to the least a reader could do, cutting the
same text into words and folding each, measured in turns with it. `--against DIR` measures the same
in turns with another checkout.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from conversations.pasted_list import read
from conversations.pasted_list.given_names import COMMON_SURNAMES, GIVEN_NAMES
from conversations.vocabulary import fold
from tests.corpus.lists.generated import made_list

LINES = 50
ROUNDS = 40
_WORD = re.compile(r"\w+")
_GIVEN = tuple(GIVEN_NAMES.values())
_SURNAMES = tuple(COMMON_SURNAMES.values())


def fifty_lines(start: int = 0) -> str:
    """Fifty people with posts, telephones and addresses, as the longest real lists have them."""
    return "\n".join(
        f"{n}. {_GIVEN[(start + n) * 7 % len(_GIVEN)]} {_SURNAMES[(start + n) % len(_SURNAMES)]} – "
        f"Kierownik Referatu Finansowego, tel. 83 000 00 {n:02}, a.k{n}@ug.przykladowo.example"
        for n in range(1, LINES + 1)
    )


def mixed_layouts(start: int = 0) -> str:
    """Short lists of every layout, one after another: not one list, but as many lines."""
    return "\f".join(made_list(seed).text for seed in range(start, start + 20))


def least(text: str) -> None:
    """What no reader can do without."""
    for word in _WORD.findall(text):
        fold(word)


def _rounds(texts: Callable[[int], str]) -> Iterator[tuple[float, float]]:
    """Milliseconds for fifty lines of each round's text, ours and the least."""
    for at in range(ROUNDS):
        lists = texts(at * LINES).split("\f")
        share = LINES / sum(each.count("\n") + 1 for each in lists)
        ours = _timed(read, lists)
        yield ours * share, _timed(least, lists) * share


def _timed(work: Callable[[str], object], texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        work(text)
    return (time.process_time() - start) * 1000


def medians() -> list[tuple[str, float, float]]:
    """A row of figures for each kind of text: its name, ours, the least."""
    found = []
    for name, texts in (("a list of 50 lines", fifty_lines), ("mixed layouts", mixed_layouts)):
        rounds = list(_rounds(texts))
        ours, bare = (statistics.median(column) for column in zip(*rounds, strict=True))
        found.append((name, ours, bare))
    return found


def _compare(other: Path) -> None:
    """Run this file on the code of both checkouts in turns, and print how many times faster."""
    ratios: dict[str, list[float]] = {}
    for _ in range(5):
        former, ours = (_measured_in(tree) for tree in (other, Path.cwd()))
        for name in ours:
            ratios.setdefault(name, []).append(former[name] / ours[name])
    for name, found in ratios.items():
        sys.stdout.write(f"{name:<20} {statistics.median(found):.2f} times as fast\n")


def _measured_in(tree: Path) -> dict[str, float]:
    command = [sys.executable, __file__]
    environment = {**os.environ, "PYTHONPATH": str(tree)}
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, check=True)
    rows = (line.rsplit(maxsplit=5) for line in done.stdout.decode().splitlines())
    return {row[0].strip(): float(row[1]) for row in rows}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--against", type=Path, metavar="DIR")
    other = arguments.parse_args().against
    if other is not None:
        _compare(other)
        return
    for name, ours, bare in medians():
        sys.stdout.write(f"{name:<20} {ours:6.1f} ms, {ours / bare:.0f} × least\n")


if __name__ == "__main__":
    main()
