"""Trials large, one after the other: `python -m tests.faults.trials docs/trials.md`.

Sizes are given as NAME=COUNT, the seed as `seed=7`, and `only=NAME,NAME` runs those alone. The row
of each trial is written between two marks of the page as soon as it is over, in the place of its
former one; 1 is returned when one found something wrong.
"""

import os
import platform
import re
import subprocess
import sys
import time
from pathlib import Path

from bot import clock
from tests.faults.promises import TRIALS, Trial, the

BEGIN, END = "<!-- trials -->", "<!-- /trials -->"
HEADER = (
    "| Trial | What is promised | In the suite | Large | Passes when | What came of it | Seed "
    "| Date | Machine | Took | Command |"
)
NEVER = "not run yet"
FIGURES = re.compile(r"\d (wrong|passed|failed|error)\b|^(FAILED|ERROR) ")
"""Lines of the suite's tests that say what came of them."""


def rows(page: str) -> dict[str, str]:
    """The rows that stand between the marks, by the names of their trials."""
    lines = page.partition(BEGIN)[2].partition(END)[0].splitlines()
    return {line.split("`")[1]: line for line in lines if line.startswith("| `")}


def written(page: str, found: dict[str, str]) -> str:
    """The page with a row of every trial, in the order of the trials."""
    before, _, rest = page.partition(BEGIN)
    table = [HEADER, "| --- " * (HEADER.count("|") - 1) + "|"]
    table += [found.get(trial.name) or unrun(trial) for trial in TRIALS]
    return "\n".join([f"{before}{BEGIN}", *table, f"{END}{rest.partition(END)[2]}"])


def unrun(trial: Trial) -> str:
    """The row of a trial of which there are no figures."""
    return _row(trial, trial.sized(trial.size), NEVER, "", "", "", "", "")


def _row(trial: Trial, *rest: str) -> str:
    size, *figures = rest
    cells = [f"`{trial.name}`", trial.promise, trial.suite, size, trial.passes, *figures]
    told = " | ".join(each.replace("|", "\\|") for each in cells)
    return f"| {told} |"


def machine() -> str:
    """What it ran on, and how many programs wanted its processor in the last quarter of an hour."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores, {memory:.0f} GB, {platform.machine()}, "
        f"Python {platform.python_version()}, load {os.getloadavg()[2]:.1f}"
    )


def run(trial: Trial, size: int, seed: int) -> tuple[str, bool]:
    """One trial at a size: its row, and whether it passed."""
    command = trial.command(size, seed)
    begun = time.monotonic()
    python = [sys.executable if each == "python" else each for each in command]
    done = subprocess.run(python, capture_output=True, text=True, check=False)
    took = time.monotonic() - begun
    told = done.stdout.strip().splitlines() or done.stderr.strip().splitlines()[-3:] or [""]
    if trial.tests:
        told = [line for line in told if FIGURES.search(line)]
    if done.returncode != 0:
        told.insert(0, "**failed**")
    sys.stdout.write(f"{trial.name}: {' / '.join(told)}\n")
    sys.stdout.flush()
    row = _row(
        trial,
        trial.sized(size),
        "<br>".join(told),
        str(seed) if trial.seeded else "–",
        f"{clock.now():%Y-%m-%d}",
        machine(),
        f"{took:.0f} s",
        f"`{' '.join(command)}`",
    )
    return row, done.returncode == 0


def main() -> None:
    page, told = Path(sys.argv[1]), dict(each.split("=", 1) for each in sys.argv[2:])
    seed, only = int(told.pop("seed", "1")), told.pop("only", "")
    sizes = {the(name).name: int(size) for name, size in told.items()}
    chosen = [the(name) for name in only.split(",")] if only else list(TRIALS)
    wrong = 0
    for trial in chosen:
        if sizes.get(trial.name) == 0:
            continue
        row, passed = run(trial, sizes.get(trial.name, trial.size), seed)
        wrong += not passed
        text = page.read_text(encoding="utf-8")
        page.write_text(written(text, {**rows(text), trial.name: row}), encoding="utf-8")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
