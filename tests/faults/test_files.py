"""The trials of damaged files and texts at a small size; the seed of a failure is in its row."""

import re
import subprocess
import sys

from tests.faults.files import texts

SEED = 2026
"""Always the same, so that the suite is; `python -m tests.faults.files --seed N` takes others."""


def test_damaged_files_end_in_sheets_or_a_refusal_through_the_child() -> None:
    """In a process of its own: a child's memory is counted from that of whoever starts it."""
    command = [sys.executable, "-m", "tests.faults.files", "--files", "30", "--seed", str(SEED)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    assert re.match(r"files: 30 files, .* 0 wrong", told.stdout), told.stdout


def test_damaged_texts_end_in_a_reading() -> None:
    row = texts(1_000, SEED)

    assert not row.wrong, f"{row}\n{row.wrong}"
    assert row.counts["texts"] == 1_000
