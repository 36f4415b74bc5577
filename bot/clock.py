"""The one place that reads the clock, and knows the offices' time zone.

Everything else is handed the time, in UTC; only what people read is in the offices' zone.
"""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

_zone = ZoneInfo("Europe/Warsaw")


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 - this is the clock


def zone() -> ZoneInfo:
    """The time zone of the offices: Europe/Warsaw unless TIMEZONE says otherwise."""
    return _zone


def set_zone(name: str) -> None:
    """Take another zone (TIMEZONE), once, at the start. Raises ZoneInfoNotFoundError."""
    global _zone  # noqa: PLW0603 - a setting of the whole process, like the clock itself
    _zone = ZoneInfo(name)
