"""Why a database cannot be used, in one sentence with the way out. Never prints a password."""

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as NoneFree


class DatabaseUnusable(Exception):
    """The database cannot be used; the message says what is wrong and the way out."""


_DAMAGED = "the file is damaged: restore a backup (komplet restore FILE)"
_SIGNS = {
    "sqlite": {
        "locked": "another program holds it: stop that program and start again",
        "not a database": "it is no SQLite database: move it away, or correct DATABASE_URL",
        "malformed": _DAMAGED,
        "disk image": _DAMAGED,
        "unable to open": (
            "the file cannot be opened: check that it is a file in a folder that may be written"
        ),
        "readonly": "the file may not be written: check its owner and permissions",
        "is full": "the disk is full: make room and start again",
        "disk i/o": "the disk fails to read or write: check it, or restore a backup",
    },
    "postgresql": {
        "password": "the server refuses the user or the password: correct DATABASE_URL",
        "does not exist": (
            "the server has no such database or user: create it, or correct DATABASE_URL"
        ),
        "permission denied": "the user may not do this: grant it, or correct DATABASE_URL",
        "read-only transaction": (
            "the server only lets read, as a standby does: let DATABASE_URL lead to the primary"
        ),
    },
}
"""What a driver says, and what it means for whoever runs the program."""
_OTHERWISE = {
    "sqlite": "the file cannot be used: check DATABASE_URL, or restore a backup",
    "postgresql": "the server does not answer: start it, or correct DATABASE_URL",
}

RETRIED = frozenset({"40001", "40P01"})
"""PostgreSQL: serialization failure and deadlock; nothing was done, so the work is run again."""
READ_ONLY = "25006"
"""PostgreSQL: nothing may be written, by a standby or by work that was only to read."""
_OF_THE_SERVER = ("08", "53", "57", "58", "55P03", READ_ONLY, *RETRIED)
"""How SQLSTATEs begin that say nothing about the work: connections, resources, the operator (a
shutdown, a time-out), the system, a lock not had in time, a standby, a quarrel without end.
"""


def shown(url: URL) -> str:
    """An address without its password, wherever in the address it stands."""
    return url.set(password=None, query={}).render_as_string(hide_password=True)


def unusable(url: URL, what: str) -> DatabaseUnusable:
    """The fault of a database at an address."""
    return DatabaseUnusable(f"database {shown(url)}: {what}")


def explained(url: URL, fault: Exception) -> DatabaseUnusable:
    """What a driver's or the system's complaint means for whoever runs the program."""
    if isinstance(fault, UnicodeError):
        return unusable(url, _DAMAGED)
    if isinstance(fault, OSError):
        return unusable(url, f"the folder cannot be used ({fault.strerror}): correct DATABASE_URL")
    if isinstance(fault, NoneFree):
        return unusable(url, "every connection is in use: the server answers too slowly, or not")
    answers = sqlstate(fault) and not _gone(fault)
    otherwise = f"the server says: {_said(fault)}" if answers else _OTHERWISE[_kind(url)]
    return unusable(url, _meaning(url, fault) or otherwise)


def for_callers(url: URL, fault: BaseException) -> BaseException:
    """A failed read or write as its caller should see it, with the way out where there is one."""
    if isinstance(fault, NoneFree) or (isinstance(fault, DBAPIError) and _of_database(url, fault)):
        return explained(url, fault)
    return fault


def _of_database(url: URL, fault: DBAPIError) -> bool:
    """Whether a fault is the database's own, whatever was asked of it (decision 15)."""
    state = sqlstate(fault)
    if fault.connection_invalidated or (state and state.startswith(_OF_THE_SERVER)):
        return True
    return isinstance(fault, OperationalError) and bool(state is None or _meaning(url, fault))


def _gone(fault: Exception) -> bool:
    """Whether a server was never reached, and so gave no SQLSTATE, or went away."""
    return sqlstate(fault) is None or getattr(fault, "connection_invalidated", False)


def sqlstate(fault: Exception) -> str | None:
    """What PostgreSQL calls a fault; None where it said nothing, empty on SQLite."""
    state: str | None = getattr(getattr(fault, "orig", None), "sqlstate", "")
    return state


def _meaning(url: URL, fault: BaseException) -> str | None:
    said = str(getattr(fault, "orig", fault)).casefold()
    return next((way_out for sign, way_out in _SIGNS[_kind(url)].items() if sign in said), None)


def _said(fault: BaseException) -> str:
    return str(getattr(fault, "orig", fault)).partition("\n")[0]


def _kind(url: URL) -> str:
    return url.get_backend_name()
