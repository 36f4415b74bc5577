"""Whatever the network does to a letter, it is sent, marked or given up with a reason."""

import pytest

from storage.database import Database
from tests.faults import network


async def test_no_letter_is_lost_in_silence_or_sent_twice_over_a_bad_network(
    sqlite: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    """8 letters of each kind; `python -m tests.faults.network` sends thousands."""
    figures = await network.run(8, 1, sqlite)
    with capsys.disabled():
        print(f"\n{figures.row()}")  # noqa: T201 - figures of a trial are for reading
    assert not figures.faults, figures.faults
