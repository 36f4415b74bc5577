"""One clock for several processes, which a trial moves at will; it goes on by being looked at.

So that two years pass in minutes: what waits for a moment need not wait for it really.
"""

import mmap
from datetime import UTC, datetime, timedelta
from pathlib import Path

TICK = timedelta(milliseconds=10)
"""How much passes at each look."""
_BEGIN = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_SIZE = 8


class SharedClock:
    """The time in a file that every process maps."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(bytes(_SIZE))
        with path.open("r+b") as file:
            # Written in one piece: whoever looks meanwhile sees the one moment or the other.
            self._memory = memoryview(mmap.mmap(file.fileno(), _SIZE)).cast("q")

    def set(self, moment: datetime) -> None:
        """It is this moment, whatever it was."""
        self._memory[0] = (moment - _BEGIN) // _MICROSECOND

    def peek(self) -> datetime:
        """The moment; no time passes."""
        return _BEGIN + self._memory[0] * _MICROSECOND

    def now(self) -> datetime:
        """The moment after a tick."""
        moment = self.peek() + TICK
        self.set(moment)
        return moment
