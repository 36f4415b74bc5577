"""One who floods the bot keeps nobody waiting, and is told so once."""

from collections.abc import Callable

from storage.database import Database
from tests.faults import spammer
from tests.faults.figures import Figures


async def test_others_are_answered_within_a_second_beside_a_spammer(
    sqlite: Database, judged: Callable[[Figures], Figures]
) -> None:
    """Five seconds of 100 messages a second; `python -m tests.faults.spammer` lasts longer."""
    judged(await spammer.run(5, sqlite))
