"""Three workers behind a webhook that are killed and restarted: the small size of the trial."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.workers import run, trial


@pytest.mark.timeout(300)
async def test_workers_that_are_killed_and_restarted_lose_and_double_nothing(
    new_postgresql_url: Callable[[], str], tmp_path: Path
) -> None:
    """Each update may come twice, to two of them at once; in the end a rolling restart."""
    async with trial(new_postgresql_url(), tmp_path, workers=2, doubled=0.3, seed=7) as begun:
        row = await run(begun, 60, kill_every=1)
        print(row)  # noqa: T201 - the figures
        assert row.endswith(": 0 lost, 0 double"), row
        assert begun.kills
