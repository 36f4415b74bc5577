"""PostgreSQL over a network: one that no longer answers is given up within half a minute.

A server that goes without a word, behind a firewall or in a failover, leaves its connections open:
TCP by itself goes on waiting, a quarter of an hour for what it sent and hours for an answer.
"""

import contextlib
import os
import socket
import weakref
from typing import Any

import psycopg
from psycopg.pq import TransactionStatus
from sqlalchemy import URL, Engine, create_engine, event

THREADS = 8
_LIMITS = {
    "connect_timeout": 3,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}
"""Seconds, and the last one milliseconds, by libpq's names; an address may have others."""


class Links:
    """A pool of connections to a server, which can be cut while they are at work.

    `url` is the address; its query may set what else libpq knows.
    """

    def __init__(self, url: URL) -> None:
        limits = {name: value for name, value in _LIMITS.items() if name not in url.query}
        # Parameters are hidden in what is raised: they are names, and a fault is logged.
        self.engine: Engine = create_engine(
            url,
            pool_size=THREADS * 2,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args=limits,
        )
        self._open: weakref.WeakSet[psycopg.Connection] = weakref.WeakSet()
        self._cut = False
        event.listen(self.engine, "do_connect", self._before)
        event.listen(self.engine, "connect", self._after, insert=True)

    def cut(self) -> None:
        """End what is at work on a connection, wherever it waits; nobody connects any more."""
        self._cut = True
        for link in list(self._open):
            with contextlib.suppress(psycopg.Error, OSError):
                if link.pgconn.transaction_status != TransactionStatus.IDLE:
                    with socket.socket(fileno=os.dup(link.fileno())) as line:
                        line.shutdown(socket.SHUT_RDWR)

    def _before(self, *_: Any) -> None:
        if self._cut:
            raise psycopg.OperationalError("the database is closed")

    def _after(self, link: psycopg.Connection, _: Any) -> None:
        self._open.add(link)
