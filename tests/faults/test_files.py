"""The trials of damaged files and texts at a small size; the seed of a failure is in its row."""

from tests.faults.files import files, texts

SEED = 2026
"""Always the same, so that the suite is; `python -m tests.faults.files --seed N` takes others."""


def test_damaged_files_end_in_sheets_or_a_refusal_through_the_child() -> None:
    row = files(30, SEED)

    assert not row.wrong, f"{row}\n{row.wrong}"
    assert row.counts["files"] == 30


def test_damaged_texts_end_in_a_reading() -> None:
    row = texts(1_000, SEED)

    assert not row.wrong, f"{row}\n{row.wrong}"
    assert row.counts["texts"] == 1_000
