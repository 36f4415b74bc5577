"""One who floods the bot keeps nobody waiting, and is told so once."""

import pytest

from storage.database import Database
from tests.faults import spammer


async def test_others_are_answered_within_a_second_beside_a_spammer(
    sqlite: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    """Five seconds of 100 messages a second; `python -m tests.faults.spammer` lasts longer."""
    figures = await spammer.run(5, sqlite)
    with capsys.disabled():
        print(f"\n{figures.row()}")  # noqa: T201 - figures of a trial are for reading
    assert not figures.faults, figures.faults
