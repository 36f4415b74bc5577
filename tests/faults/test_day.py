"""Two offices enrol while workers die, Telegram fails and the clock is moved."""

from pathlib import Path

import pytest

from tests.faults import day


@pytest.mark.timeout(600)
async def test_in_the_end_of_the_day_every_office_is_approved_and_everybody_was_told(
    migrated_postgresql_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`python -m tests.faults.day` has 42 offices and three workers."""
    figures = await day.live(
        migrated_postgresql_url, tmp_path, offices=2, advisors=1, workers=2, seed=1
    )
    with capsys.disabled():
        print(f"\n{figures.row()}")  # noqa: T201 - figures of a trial are for reading
    assert not figures.faults, figures.faults
