"""A process that dies at any hand-over, commit or call of an answer loses and doubles nothing."""

import pytest

from tests.faults.crashes import crashes


@pytest.mark.timeout(300)
async def test_dying_at_every_point_of_an_answer_loses_and_doubles_nothing() -> None:
    """Only a letter that was on its way to Telegram may have to be marked."""
    died, unknown, faults = await crashes(statements=False)
    assert faults == []
    assert died > 40
    assert unknown
