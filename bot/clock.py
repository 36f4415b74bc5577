"""The one place that reads the clock. Everything else is handed the time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

_Clock = Callable[[], datetime]


def _machine() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - this is the clock


_followed: list[_Clock] = [_machine]


def now() -> datetime:
    """The present moment, in UTC."""
    return _followed[-1]()


@contextmanager
def following(clock: _Clock) -> Iterator[None]:
    """Inside the block `now` tells another clock's time: the playground's, which can be moved.

    `clock` returns a moment in UTC. It holds for the whole process, threads included.
    """
    _followed.append(clock)
    try:
        yield
    finally:
        _followed.remove(clock)
