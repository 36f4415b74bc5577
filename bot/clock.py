"""The one place that reads the clock, and knows the offices' time zone.

Everything else is handed the time, in UTC; only what people read is in the offices' zone.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

LOOK = 5
"""Seconds between looks at the clock: it may be moved."""
EVERY = timedelta(minutes=1)
"""How much time passes before the store is asked again what is due."""

_zone = ZoneInfo("Europe/Warsaw")

_Clock = Callable[[], datetime]


def _machine() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - this is the clock


_followed: list[_Clock] = [_machine]


def now() -> datetime:
    """The present moment, in UTC."""
    return _followed[-1]()


def zone() -> ZoneInfo:
    """The time zone of the offices: Europe/Warsaw unless TIMEZONE says otherwise."""
    return _zone


def set_zone(name: str) -> None:
    """Take another zone (TIMEZONE), once, at the start. Raises ZoneInfoNotFoundError."""
    global _zone  # noqa: PLW0603 - a setting of the whole process, like the clock itself
    _zone = ZoneInfo(name)


async def minutes() -> AsyncIterator[datetime]:
    """The present moment, once a minute for ever, at once also where the clock was set back.

    The first look leaves the first answers their time.
    """
    looked: datetime | None = None
    while True:
        await asyncio.sleep(LOOK)
        moment = now()
        if looked is not None and looked <= moment < looked + EVERY:
            continue
        looked = moment
        yield moment


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
