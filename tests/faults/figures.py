"""How a trial says what came of it: one row, in the suite and in the large run alike."""

import argparse
import sys
from dataclasses import dataclass, field


@dataclass
class Figures:
    """Counts by name, and what was wrong; a trial passes when nothing was."""

    trial: str
    counts: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def count(self, name: str, by: int = 1) -> None:
        self.counts[name] = self.counts.get(name, 0) + by

    def row(self) -> str:
        told = [f"{count} {name}" for name, count in self.counts.items()]
        return f"{self.trial}: {', '.join([*told, f'{len(self.faults)} wrong'])}"


def asked(count: int) -> argparse.Namespace:
    """The size and the seed of a large run, from the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=count)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def finish(*rows: Figures) -> None:
    """Print the rows; exit 1 when something was wrong."""
    for figures in rows:
        sys.stdout.write(f"{figures.row()}\n")
        for fault in figures.faults[:20]:
            sys.stdout.write(f"  {fault}\n")
    sys.exit(any(figures.faults for figures in rows))
