"""A PostgreSQL server that goes without a word: nobody waits for it for long, nor does the stop."""

import os
import socket
import threading
import time
from collections.abc import Iterator

import pytest

from storage import settings, talks
from storage.database import Connection, Database, DatabaseUnusable
from tests.storage.silence import Line, line_to

LIMITS = {socket.TCP_KEEPIDLE: 10, socket.TCP_KEEPINTVL: 5, socket.TCP_KEEPCNT: 3}


@pytest.fixture
def line(migrated_postgresql_url: str) -> Iterator[tuple[Line, str]]:
    with line_to(migrated_postgresql_url) as there:
        yield there


def test_every_connection_gives_a_silent_server_up_within_half_a_minute(
    line: tuple[Line, str],
) -> None:
    database = Database(line[1])

    def limits(connection: Connection) -> dict[int, int]:
        link = connection.connection.dbapi_connection
        with socket.socket(fileno=os.dup(link.fileno())) as ours:  # type: ignore[union-attr]
            assert ours.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1
            asked = (*LIMITS, socket.TCP_USER_TIMEOUT)
            return {name: ours.getsockopt(socket.IPPROTO_TCP, name) for name in asked}

    assert database.write(limits) == LIMITS | {socket.TCP_USER_TIMEOUT: 20_000}
    database.close()


def test_readers_and_writers_are_told_of_a_server_that_is_silent(line: tuple[Line, str]) -> None:
    """Sooner than usual, as the address says: in the middle of a work and before one."""
    there, url = line
    database = Database(f"{url}?tcp_user_timeout=1000&connect_timeout=2")
    database.write(lambda c: talks.load(c, 5, lock=True))

    def in_the_middle(connection: Connection) -> None:
        there.fall_silent()
        talks.load(connection, 5, lock=True)

    for run, work in ((database.write, in_the_middle), (database.read, talks.stale_from)):
        begun = time.monotonic()
        with pytest.raises(DatabaseUnusable, match="does not answer"):
            run(work)
        assert time.monotonic() - begun < 20
    database.close()


def test_a_silent_server_keeps_nobody_from_stopping(line: tuple[Line, str]) -> None:
    """A writer and a reader at work, and more writers than threads behind them."""
    there, url = line
    database = Database(url)
    connected, all_there = threading.Barrier(4), threading.Barrier(3)
    for each in [database.submit(lambda _: connected.wait(20)) for _ in range(4)]:
        each.result(20)

    def waits(connection: Connection) -> None:
        settings.get(connection, "deadline")
        all_there.wait(20)
        all_there.wait(20)
        settings.get(connection, "deadline")

    def read() -> None:
        with pytest.raises(DatabaseUnusable, match="does not answer"):
            database.read(waits)

    reader = threading.Thread(target=read)
    reader.start()
    waiting = database.submit(waits)
    all_there.wait(20)
    there.fall_silent()
    all_there.wait(20)
    behind = [database.submit(lambda c: talks.load(c, 5, lock=True)) for _ in range(20)]
    begun = time.monotonic()
    database.close()
    reader.join(20)
    assert time.monotonic() - begun < 10
    assert isinstance(waiting.exception(), DatabaseUnusable)
    assert all(each.cancelled() or each.exception() for each in behind)
