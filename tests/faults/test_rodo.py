"""Who is erased can be read nowhere afterwards: not in tables, files, the ledger, nor a restore."""

from collections.abc import Callable
from pathlib import Path

from tests.faults import rodo
from tests.faults.figures import Figures


def test_people_and_offices_that_were_erased_leave_nothing(
    migrated_sqlite: Path, tmp_path: Path, judged: Callable[[Figures], Figures]
) -> None:
    """Two rounds, one under a key; `python -m tests.faults.rodo` plays a hundred."""
    figures = judged(rodo.run(2, 1, migrated_sqlite, tmp_path))
    assert figures.counts["fields"] > 40
