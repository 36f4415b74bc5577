"""A TCP connection to a server that can fall silent, as behind a firewall that drops packets."""

import contextlib
import ctypes
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import make_url

SO_ATTACH_FILTER = 26
_DROP = ctypes.create_string_buffer(struct.pack("HBBI", 6, 0, 0, 0))
"""A socket filter of one instruction, „return 0”: no byte of any packet is let in, nor answered."""
_DROP_ALL = struct.pack("HP", 1, ctypes.addressof(_DROP))


@dataclass
class Line:
    """The way from a TCP port to a server's local socket."""

    listener: socket.socket
    server: str
    clients: list[socket.socket] = field(default_factory=list)
    servers: list[socket.socket] = field(default_factory=list)

    @property
    def port(self) -> int:
        return int(self.listener.getsockname()[1])

    def fall_silent(self) -> None:
        """Let nothing in any more: the kernel acknowledges nothing, and no connection is made."""
        for end in (self.listener, *self.clients):
            end.setsockopt(socket.SOL_SOCKET, SO_ATTACH_FILTER, _DROP_ALL)

    def serve(self) -> None:
        with contextlib.suppress(OSError):  # closed at the end
            while True:
                client, _ = self.listener.accept()
                server = socket.socket(socket.AF_UNIX)
                server.connect(self.server)
                self.clients.append(client)
                self.servers.append(server)
                for ends in ((client, server), (server, client)):
                    threading.Thread(target=_passed_on, args=ends, daemon=True).start()


def _passed_on(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)


@contextmanager
def line_to(url: str) -> Iterator[tuple[Line, str]]:
    """A line to the server of an address, and the address that leads over it."""
    parsed = make_url(url)
    folder = parsed.host or parsed.query["host"]
    with socket.create_server(("127.0.0.1", 0)) as listener:
        line = Line(listener, f"{folder}/.s.PGSQL.{parsed.port or 5432}")
        threading.Thread(target=line.serve, daemon=True).start()
        over = parsed.set(host="127.0.0.1", port=line.port).difference_update_query(["host"])
        try:
            yield line, over.render_as_string(hide_password=False)
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            for end in (*line.clients, *line.servers):
                with contextlib.suppress(OSError):  # the other side was the first
                    end.shutdown(socket.SHUT_RDWR)
                end.close()
