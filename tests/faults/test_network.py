"""Whatever the network does to a letter, it is sent, marked or given up with a reason."""

from collections.abc import Callable

from storage.database import Database
from tests.faults import network
from tests.faults.figures import Figures


async def test_no_letter_is_lost_in_silence_or_sent_twice_over_a_bad_network(
    sqlite: Database, judged: Callable[[Figures], Figures]
) -> None:
    """8 letters of each kind; `python -m tests.faults.network` sends thousands."""
    judged(await network.run(8, 1, sqlite))
