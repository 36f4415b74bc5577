"""Two offices enrol while workers die, Telegram fails and the clock is moved."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults import day
from tests.faults.figures import Figures


@pytest.mark.timeout(600)
async def test_in_the_end_of_the_day_every_office_is_approved_and_everybody_was_told(
    migrated_postgresql_url: str, tmp_path: Path, judged: Callable[[Figures], Figures]
) -> None:
    """`python -m tests.faults.day` has 42 offices and three workers."""
    judged(
        await day.live(migrated_postgresql_url, tmp_path, offices=2, advisors=1, workers=2, seed=1)
    )
