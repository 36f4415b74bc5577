"""How a trial says what came of it: one row, in the suite and in the large run alike."""

import argparse
import sys
from dataclasses import dataclass, field

from bot import logs


@dataclass
class Figures:
    """Counts by name, and what was wrong; a trial passes when nothing was."""

    trial: str
    counts: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def count(self, name: str, by: int = 1) -> None:
        self.counts[name] = self.counts.get(name, 0) + by

    def note(self, name: str, value: object) -> None:
        """A figure that is not added up."""
        self.notes.append(f"{name} {value}")

    def row(self) -> str:
        told = [f"{count} {name}" for name, count in self.counts.items()] + self.notes
        return f"{self.trial}: {', '.join([*told, f'{len(self.faults)} wrong'])}"


def asked(count: int) -> argparse.Namespace:
    """The size and the seed of a large run, from the command line.

    What the program logs meanwhile is no figure: faults of it go to standard error.
    """
    logs.set_up("text", "error")
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
