"""Who is erased can be read nowhere afterwards: not in tables, files, the ledger, nor a restore."""

from pathlib import Path

import pytest

from tests.faults import rodo


def test_people_and_offices_that_were_erased_leave_nothing(
    migrated_sqlite: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two rounds, one under a key; `python -m tests.faults.rodo` plays a hundred."""
    figures = rodo.run(2, 1, migrated_sqlite, tmp_path)
    with capsys.disabled():
        print(f"\n{figures.row()}")  # noqa: T201 - figures of a trial are for reading
    assert not figures.faults, figures.faults
    assert figures.counts["fields"] > 40
