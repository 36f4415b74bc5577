"""Every trial large, one after the other: `python -m tests.faults.trials docs/trials.md`.

Sizes are given as NAME=COUNT (0 leaves a trial out), the seed as `seed=7`. The rows are written
between two marks of the page after each trial; 1 is returned when one found something wrong.
"""

import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from bot import clock

BEGIN, END = "<!-- trials -->", "<!-- /trials -->"


@dataclass(frozen=True)
class Trial:
    """A module of tests.faults, how its size is called, and the size it has unless told."""

    name: str
    option: str
    size: int
    seeded: bool = True
    module: str = ""

    def command(self, size: int, seed: int) -> list[str]:
        parts = ["python", "-m", f"tests.faults.{self.module or self.name}"]
        if self.option:
            parts += [self.option, str(size)]
        return [*parts, "--seed", str(seed)] if self.seeded else parts


TRIALS = (
    Trial("crashes", "", 0, seeded=False),
    Trial("workers", "--updates", 2_000),
    Trial("invitations", "--count", 20_000),
    Trial("files", "--files", 500),
    Trial("texts", "--texts", 50_000, module="files"),
    Trial("damage", "--count", 1_000),
    Trial("disk_full", "--count", 200),
    Trial("spammer", "--count", 60),
    Trial("mutants", "--count", 500),
)


def _write(page: Path, lines: list[str]) -> None:
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    told = "\n".join(lines)
    page.write_text(f"{before}{BEGIN}\n{told}\n{END}{after}", encoding="utf-8")


def main() -> None:
    page, sizes = Path(sys.argv[1]), dict(each.split("=") for each in sys.argv[2:])
    seed, wrong = int(sizes.pop("seed", "1")), 0
    lines = [
        (
            f"{clock.now():%Y-%m-%d}, {os.cpu_count()} cores, {platform.machine()}, "
            f"Python {platform.python_version()}, seed {seed}."
        ),
        "",
        "| Command | Figures |",
        "| --- | --- |",
    ]
    for trial in TRIALS:
        if sizes.get(trial.name) == "0":
            continue
        command = trial.command(int(sizes.get(trial.name) or trial.size), seed)
        done = subprocess.run(
            [sys.executable, *command[1:]], capture_output=True, text=True, check=False
        )
        wrong += done.returncode != 0
        told = (done.stdout.strip() or done.stderr.strip()[-300:]).splitlines() or [""]
        row = "<br>".join(told).replace("|", "\\|")
        sys.stdout.write(f"{trial.name}: {' / '.join(told)}\n")
        sys.stdout.flush()
        lines.append(f"| `{' '.join(command)}` | {row} |")
        _write(page, lines)
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
