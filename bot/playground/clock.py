"""The playground's clock: the machine's, moved forward at will so that a week passes in a tap."""

from datetime import UTC, datetime, timedelta

from bot.playground.signals import Signal


class MovableClock:
    """Tells the time to Telegram's side and, if the bot is given `now`, to the bot's as well."""

    def __init__(self) -> None:
        self.moved = timedelta()
        self.changed = Signal()

    def now(self) -> datetime:
        """The present moment, in UTC."""
        # The playground stands in for Telegram's clock; the bot's own is none of its business.
        return datetime.now(UTC) + self.moved  # noqa: TID251

    def seconds(self) -> int:
        """The present moment as the Bot API writes it: whole seconds since 1970."""
        return int(self.now().timestamp())

    def move(self, by: timedelta) -> None:
        """Let time pass at once. Raises ValueError for a step back: time only moves forward."""
        if by < timedelta():
            raise ValueError("time only moves forward")
        self.moved += by
        self.changed.fire()

    def set_back(self) -> None:
        """Show the machine's time again, when everything starts afresh."""
        self.moved = timedelta()
        self.changed.fire()

    async def pause(self, seconds: float) -> None:
        """Wait until so much time has passed, by itself or because the clock was moved."""
        until = self.now() + timedelta(seconds=seconds)
        await self.changed.wait_for(lambda: self.now() >= until, seconds)
