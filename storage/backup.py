"""A copy of the whole database in one file, taken while the bot runs.

The file is taken from one unchanging view of the data, read again before it gets its name, and
readable by nobody but its owner.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from storage.backup_file import BackupUnusable, Manifest, Told, inspect, unheard, write
from storage.database import Database


def make(database: Database, file: Path, now: datetime, told: Told = unheard) -> Manifest:
    """Copy everything as it stands now into a file; what it holds.

    A former backup of that name is replaced once the new one is whole. Raises BackupUnusable, also
    for a file of that name that is no backup.
    """
    if file.exists():
        inspect(file)
    try:
        with _beside(file) as new:
            with new.open("r+b") as stream:
                database.read(lambda connection: write(connection, stream, now, told))
                stream.flush()
                os.fsync(stream.fileno())
            manifest = inspect(new)
            new.replace(file)
            _keep_name(file.parent)
            return manifest
    except OSError as fault:
        raise BackupUnusable(
            f"{file} cannot be written ({fault.strerror or fault}): choose another place"
        ) from None


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    """A new file that only its owner may read, in the same folder; gone unless it was renamed."""
    new = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield new
    finally:
        new.unlink(missing_ok=True)


def _keep_name(folder: Path) -> None:
    """Let the name survive a power cut, where the system knows how."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
