"""The program `komplet`, which is `python -m bot` as well."""

import os
import signal
import sys
from types import FrameType

from bot.imports import uncollected


def main() -> None:
    """Run the program."""
    # pyreqwest's allocator would take memory by pages of 2 MB, of which most stays empty.
    os.environ.setdefault("MIMALLOC_ALLOW_THP", "0")
    signal.signal(signal.SIGTERM, _asked_to_stop)
    with uncollected():
        from bot.cli import main as program  # noqa: PLC0415 - that is what is waited for
    program()


def _asked_to_stop(number: int, _: FrameType | None) -> None:
    """End by an exception, so that no command leaves half a file behind, or names in one."""
    sys.exit(128 + number)


if __name__ == "__main__":
    main()
