"""A process that dies at one chosen point: nothing that comes after it reaches the outside.

Points lie before and after each statement (`BEGIN`, `SAVEPOINT` and `COMMIT` included), each call
of the Bot API, and each hand-over between the loop and the database. What was done before the
point stands, as after a power cut; what would come after it is refused for ever.
"""

import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future  # noqa: TC003 - its generic form is evaluated
from typing import Any, TypeVar

from sqlalchemy import event
from telegram.request import BaseRequest, HTTPXRequest

from storage.database import Connection, Database

T = TypeVar("T")

AWAIT, CALL = "await", "call"
"""What tells hand-overs and calls from statements."""


class Died(Exception):
    """The process is dead."""


class Fate:
    """Counts points by what they are, and lets the process die at the n-th of one; or never."""

    def __init__(self, where: str = "", times: int = 0) -> None:
        self._end = (where, times)
        self._lock = threading.Lock()
        self.passed: Counter[str] = Counter()
        self.died = False
        self.over = threading.Event()

    def pass_by(self, where: str) -> None:
        """Go on, or die. Raises Died."""
        with self._lock:
            if not self.over.is_set():
                self.passed[where] += 1
                if (where, self.passed[where]) != self._end:
                    return
                self.died = True
                self.over.set()
        raise Died(where)


class MortalDatabase(Database):
    """A database whose process may die at each statement and hand-over."""

    def __init__(self, url: str, fate: Fate) -> None:
        super().__init__(url)
        self._fate = fate
        event.listen(self._engine, "before_cursor_execute", self._before)
        event.listen(self._engine, "after_cursor_execute", self._after)

    def _before(self, _connection: object, _cursor: object, statement: str, *_: object) -> None:
        self._fate.pass_by(f"before {statement}")

    def _after(self, _connection: object, _cursor: object, statement: str, *_: object) -> None:
        self._fate.pass_by(f"after {statement}")

    def submit(self, work: Callable[[Connection], T]) -> "Future[T]":
        self._fate.pass_by(f"{AWAIT} writing")
        return super().submit(work)

    def read(self, work: Callable[[Connection], T]) -> T:
        found = super().read(work)
        self._fate.pass_by(f"{AWAIT} reading")
        return found


class MortalRequest(HTTPXRequest):
    """Calls of the Bot API whose process may die before they leave and after they arrived."""

    def __init__(self, fate: Fate) -> None:
        # A machine that is busy elsewhere must not look like a network that loses answers.
        super().__init__(read_timeout=60, write_timeout=60, connect_timeout=60, pool_timeout=60)
        self._fate = fate

    async def do_request(  # noqa: PLR0917 - PTB's signature
        self,
        url: str,
        method: str,
        request_data: Any = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        called = url.rpartition("/")[2]
        self._fate.pass_by(f"before {CALL} {called}")
        answer = await super().do_request(
            url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
        )
        self._fate.pass_by(f"after {CALL} {called}")
        return answer
