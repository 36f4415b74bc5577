"""The schema's history, run by Alembic without an ini file.

`HEAD` is what this program needs; Alembic itself is imported only when the database has less.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

HEAD = "0013"
KNOWN = frozenset(
    {"0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0010", "0011", "0012", HEAD}
)
"""Every revision that this program can start from, beside an empty database."""


def newer(connection: "Connection") -> str | None:
    """The revision of a database, where a newer program than this one brought it there."""
    from sqlalchemy import text  # noqa: PLC0415 - see above

    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return None if found in {None, *KNOWN} else found


def upgrade(connection: "Connection", to: str = HEAD) -> None:
    """Bring a database to a revision, within the caller's transaction."""
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, to)
