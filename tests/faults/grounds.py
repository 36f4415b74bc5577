"""Where a large trial runs: a new database, in a folder that goes with it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.database import Database
from tests.databases import running_postgresql


@contextmanager
def folder() -> Iterator[Path]:
    """An empty folder."""
    with tempfile.TemporaryDirectory(prefix="komplet-trial-") as name:
        yield Path(name)


@contextmanager
def on_sqlite() -> Iterator[Database]:
    """An SQLite database with the schema and nothing else."""
    with folder() as made:
        database = Database(f"sqlite:///{made / 'komplet.sqlite3'}")
        database.prepare()
        yield database
        database.close()


@contextmanager
def on_postgresql() -> Iterator[tuple[str, Path]]:
    """The address of an empty database on a server of its own, and an empty folder beside it."""
    with folder() as made, running_postgresql(made / "postgresql") as uri:
        yield uri.replace("postgresql://", "postgresql+psycopg://", 1), made
