"""Each digest once, in office hours, about what is missing, whatever clocks and processes do."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.faults import reminders
from tests.faults.figures import Figures
from tests.faults.reminders import Span

WINTER = Span(date(2026, 10, 19), date(2027, 4, 9), looked_at=12, mishaps=5)


@pytest.mark.timeout(300)
async def test_three_processes_remind_once_through_both_changes_of_the_clock(
    migrated_postgresql_url: str, tmp_path: Path, judged: Callable[[Figures], Figures]
) -> None:
    """Six Advisors and half a year; `python -m tests.faults.reminders` has thousands and two."""
    figures = judged(
        await reminders.remind(migrated_postgresql_url, tmp_path, advisors=6, seed=3, span=WINTER)
    )
    assert set(reminders.MISHAPS) <= set(figures.counts)
