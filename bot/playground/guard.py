"""Who may talk to the playground: this machine's own programs and its own page, nobody else.

A page of a foreign site must neither read chats (DNS rebinding, told by the Host header) nor act
for people (cross-site requests, told by Origin).
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

LOOPBACK: Final = {"127.0.0.1", "localhost", "::1"}
POLICY: Final = (
    b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
    b"connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = (
    (b"content-security-policy", POLICY),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
)


def may_pass(headers: Iterable[tuple[bytes, bytes]], *, any_host: bool) -> bool:
    """Whether Host names this machine (unless any may) and Origin, if given, is the same site."""
    host, origin = "", None
    for name, value in headers:
        if name == b"host":
            host = value.decode("latin-1")
        elif name == b"origin":
            origin = value.decode("latin-1")
    if origin is not None and origin != f"http://{host}":
        return False
    return any_host or is_loopback(host)


@lru_cache(maxsize=64)
def is_loopback(host: str) -> bool:
    """Whether a `host` or `host:port` is this machine's own name."""
    try:
        return urlsplit(f"//{host}").hostname in LOOPBACK
    except ValueError:
        return False
