"""`komplet` by a clock that a trial moves: `python -m tests.faults.moved_clock run`.

The environment's TRIAL_CLOCK names the file that says by how much. It looks for reminders often.
"""

import os
import struct
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot import clock

_FORMAT = struct.Struct("d")


class MovedClock:
    """The machine's time, moved by what a file says, for every process that reads it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        if not path.exists():
            self.move_to(datetime.now(UTC))  # noqa: TID251 - this is a clock

    def now(self) -> datetime:
        """The present moment of the trial, in UTC."""
        (seconds,) = _FORMAT.unpack(self._path.read_bytes())
        return datetime.now(UTC) + timedelta(seconds=seconds)  # noqa: TID251 - this is a clock

    def move_to(self, moment: datetime) -> None:
        """It is this moment from now on, earlier or later than before."""
        moved = moment - datetime.now(UTC)  # noqa: TID251 - this is a clock
        fresh = self._path.with_suffix(".new")
        fresh.write_bytes(_FORMAT.pack(moved.total_seconds()))
        fresh.replace(self._path)


if __name__ == "__main__":
    from bot.cli import main

    clock.LOOK = 1
    with clock.following(MovedClock(Path(os.environ["TRIAL_CLOCK"])).now):
        main()
