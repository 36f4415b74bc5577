"""Waiting for a change without asking again and again: what every long poll rests on."""

import asyncio
from collections.abc import Callable


class Signal:
    """Something that changes. Whoever waits is woken at each change and looks for itself."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()
        self._closed = False

    def fire(self) -> None:
        """Wake everybody who waits."""
        for waiter in self._waiting:
            if not waiter.done():
                waiter.set_result(None)
        self._waiting.clear()

    def close(self) -> None:
        """Wake everybody and let nobody wait again, so that a server can stop at once."""
        self._closed = True
        self.fire()

    async def wait_for(self, ready: Callable[[], bool], seconds: float) -> bool:
        """Return True as soon as `ready()` holds, False when the time is up or all is closed."""
        deadline = asyncio.get_running_loop().time() + seconds
        while not ready():
            left = deadline - asyncio.get_running_loop().time()
            if self._closed or left <= 0:
                return False
            waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.add(waiter)
            try:
                async with asyncio.timeout(left):
                    await waiter
            except TimeoutError:
                return False
            finally:
                self._waiting.discard(waiter)
        return True
