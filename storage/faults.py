"""Why a database cannot be used, in one sentence with the way out. Never prints a password."""

from sqlalchemy import URL
from sqlalchemy.exc import OperationalError


class DatabaseUnusable(Exception):
    """The database cannot be used; the message says what is wrong and the way out."""


_WAYS_OUT = {
    "locked": "another program holds it: stop that program and start again",
    "not a database": "it is no SQLite database: move it away, or correct DATABASE_URL",
    "malformed": "the file is damaged: restore a backup (komplet restore FILE)",
    "disk image": "the file is damaged: restore a backup (komplet restore FILE)",
    "unable to open": "the file cannot be opened: check that the folder exists and may be written",
    "readonly": "the file may not be written: check its owner and permissions",
    "is full": "the disk is full: make room and start again",
    "password": "the server refuses the user or the password: correct DATABASE_URL",
    "does not exist": "the server has no such database or user: create it, or correct DATABASE_URL",
    "permission denied": "the user may not do this: grant it, or correct DATABASE_URL",
}
_OTHERWISE = {
    "sqlite": "the file cannot be used: check DATABASE_URL",
    "postgresql": "the server does not answer: start it, or correct DATABASE_URL",
}


def shown(url: URL) -> str:
    """An address without its password, wherever in the address it stands."""
    return url.set(password=None, query={}).render_as_string(hide_password=True)


def unusable(url: URL, what: str) -> DatabaseUnusable:
    """The fault of a database at an address."""
    return DatabaseUnusable(f"database {shown(url)}: {what}")


def explained(url: URL, fault: Exception) -> DatabaseUnusable:
    """What a driver's or the system's complaint means for whoever runs the program."""
    said = str(getattr(fault, "orig", fault)).casefold()
    if isinstance(fault, OSError):
        return unusable(url, f"the folder cannot be used ({fault.strerror}): correct DATABASE_URL")
    for sign, way_out in _WAYS_OUT.items():
        if sign in said:
            return unusable(url, way_out)
    return unusable(url, _OTHERWISE[url.get_backend_name()])


def for_writers(url: URL, fault: Exception) -> Exception:
    """A failed commit as its callers should see it: a locked file is explained."""
    locked = isinstance(fault, OperationalError) and "locked" in str(fault)
    return explained(url, fault) if locked else fault
