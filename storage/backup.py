"""A copy of the whole database in one file, and back, on either kind of database.

The file is a ZIP of JSON lines, a table each, with a manifest of counts and SHA-256 sums; it is
taken from one unchanging view of the data while the bot runs, read again before it gets its name,
and readable by nobody but its owner. What is encrypted in the database stays encrypted in it.

A restore checks the whole file before it touches anything and is one transaction. An older schema
is brought up to date on the way. What may have happened since the backup is allowed for: a letter
that waited then may have been sent, and a button may show what is gone.
"""

import hashlib
import io
import json
import os
import secrets
import tempfile
import warnings
import zipfile
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    LargeBinary,
    MetaData,
    Table,
    TypeDecorator,
    create_engine,
    func,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.types import TypeEngine

from storage import bulk, desks, journal, migrations, vault
from storage.database import Database
from storage.tables import CardRow, LetterRow, Row, SubmissionRow

MANIFEST: Final = "manifest.json"
FORMAT: Final = 1
AT_ONCE = 1000
"""Rows that are read or written together."""
AHEAD = 10_000
"""Versions by which restored drafts are put ahead, so that no button drawn since the backup passes
for one that shows the restored draft."""
IN_USE = ("office", "access_grant", "invitation", "talk", "table_import", "setting")
"""Tables of which one that has a row makes a database one that somebody uses."""

_letter = LetterRow.__table__
_card = CardRow.__table__
_submission = SubmissionRow.__table__

Told = Callable[[str], None]
"""Hears the name of each table as it is begun."""


class BackupUnusable(Exception):
    """A backup cannot be written, read or restored; the message says why and the way out."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds: when it was made (UTC), of which schema, how many rows of each table."""

    schema: str
    made_at: datetime
    rows: dict[str, int]
    sums: dict[str, str]


def _quiet(_: str) -> None:
    """Nobody listens."""


# --- Making -----------------------------------------------------------------------------------


def make(database: Database, file: Path, now: datetime, told: Told = _quiet) -> Manifest:
    """Copy everything as it stands now into a file; what it holds.

    A former backup of that name is replaced once the new one is whole. Raises BackupUnusable, also
    for a file of that name that is no backup.
    """
    if file.exists():
        inspect(file)
    try:
        with _beside(file) as new:
            with new.open("r+b") as stream:
                database.read(lambda connection: _write(connection, stream, now, told))
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


def _write(connection: Connection, stream: Any, now: datetime, told: Told) -> None:
    rows: dict[str, int] = {}
    sums: dict[str, str] = {}
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in _plain_tables():
            told(table.name)
            digest = hashlib.sha256()
            rows[table.name] = 0
            with archive.open(_entry(table.name), "w", force_zip64=True) as entry:
                for line in _lines(connection, table):
                    digest.update(line)
                    entry.write(line)
                    rows[table.name] += 1
            sums[table.name] = digest.hexdigest()
        manifest = {
            "format": FORMAT,
            "schema": migrations.HEAD,
            "made_at": now.isoformat(),
            "tables": {name: {"rows": rows[name], "sha256": sums[name]} for name in rows},
        }
        archive.writestr(MANIFEST, json.dumps(manifest, indent=1))


def _lines(connection: Connection, table: Table) -> Iterator[bytes]:
    names = [column.name for column in table.columns]
    ordered = select(table).order_by(*table.primary_key)
    for row in connection.execution_options(yield_per=AT_ONCE).execute(ordered):
        values = dict(zip(names, map(_out, row), strict=True))
        yield json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _entry(table: str) -> str:
    return f"{table}.jsonl"


# --- Reading ----------------------------------------------------------------------------------


def inspect(file: Path) -> Manifest:
    """Check a whole backup; what it holds. Raises BackupUnusable."""
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = _manifest(archive, file)
            for table, count in manifest.rows.items():
                digest, lines = hashlib.sha256(), 0
                with archive.open(_entry(table)) as entry:
                    for line in entry:
                        digest.update(line)
                        lines += 1
                if (digest.hexdigest(), lines) != (manifest.sums[table], count):
                    raise _damaged(file)
            return manifest
    except OSError as fault:
        raise BackupUnusable(f"{file} cannot be read ({fault.strerror or fault})") from None
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError):
        raise BackupUnusable(f"{file} is no backup of Komplet, or a damaged one") from None
    except (KeyError, TypeError, ValueError, AttributeError, RuntimeError, zlib.error):
        raise _damaged(file) from None


def _damaged(file: Path) -> BackupUnusable:
    return BackupUnusable(f"{file} is damaged: use another backup")


def _manifest(archive: zipfile.ZipFile, file: Path) -> Manifest:
    told = json.loads(archive.read(MANIFEST))
    schema = told["schema"]
    if told["format"] != FORMAT or schema not in migrations.KNOWN:
        raise BackupUnusable(
            f"{file} was written by a newer Komplet (schema {schema}): install that version"
        )
    return Manifest(
        schema,
        datetime.fromisoformat(told["made_at"]),
        {name: each["rows"] for name, each in told["tables"].items()},
        {name: each["sha256"] for name, each in told["tables"].items()},
    )


def _rows(file: Path, table: Table) -> Iterator[list[dict[str, Any]]]:
    """The rows of a table by batches, as the database takes them."""
    columns = {column.name: column.type for column in table.columns}
    with zipfile.ZipFile(file) as archive, archive.open(_entry(table.name)) as entry:
        batch: list[dict[str, Any]] = []
        for line in io.TextIOWrapper(entry, encoding="utf-8", newline="\n"):
            told = json.loads(line)
            if set(told) != set(columns):
                raise _damaged(file)
            batch.append({name: _in(value, columns[name]) for name, value in told.items()})
            if len(batch) == AT_ONCE:
                yield batch
                batch = []
        if batch:
            yield batch


# --- Restoring --------------------------------------------------------------------------------


def restore(
    database: Database,
    file: Path,
    now: datetime,
    *,
    replace: bool = False,
    reapply_erasures: Callable[[Connection], object] | None = None,
    told: Told = _quiet,
) -> Manifest:
    """Put a backup in the place of what the database holds, or nothing at all; what it held.

    `reapply_erasures` erases again who was erased since, in the same transaction. Without `replace`
    a database that is in use is refused. Raises BackupUnusable, DatabaseUnusable where DATA_KEY
    does not open the backup's personal data, and what the erasing raises. `Database.scrub` must
    follow.
    """
    manifest = inspect(file)

    def work(connection: Connection) -> None:
        if not replace and _in_use(connection):
            raise BackupUnusable(
                "the database is in use: give DATABASE_URL another one, or replace all that it "
                "holds by --replace"
            )
        with _emptied(connection):
            for table in _plain_tables():
                told(table.name)
                for batch in _rows(current, table):
                    connection.execute(insert(table), batch)
        vault.vault_of(connection).forget()
        if not vault.check(connection):
            vault.make_secret(connection)
        _count_on(connection)
        if manifest.schema != migrations.HEAD:
            desks.refill(connection)
        if reapply_erasures is not None:
            # First: it goes by when each row was changed.
            reapply_erasures(connection)
        _allow_for_what_came_since(connection, manifest, now)

    with tempfile.TemporaryDirectory(prefix="komplet-restore-") as folder:
        current = file if manifest.schema == migrations.HEAD else _brought_up(file, Path(folder))
        if set(inspect(current).rows) != {table.name for table in _plain_tables()}:
            raise _damaged(file)
        try:
            database.write(work)
        except (IntegrityError, DataError):
            raise _damaged(file) from None
        finally:
            # Whether or not it was put in its place, the secret is the one that is stored now.
            database.read(lambda connection: vault.vault_of(connection).forget())
    return manifest


def _in_use(connection: Connection) -> bool:
    tables = {table.name: table for table in _plain_tables()}
    return any(
        connection.execute(select(tables[name].primary_key.columns[0]).limit(1)).first()
        for name in IN_USE
    )


@contextmanager
def _emptied(connection: Connection) -> Iterator[None]:
    """All tables without a row. What guards rows against changes is off until the block ends."""
    names = [table.name for table in reversed(_plain_tables())]
    if connection.dialect.name == "postgresql":
        quoted = ", ".join(f'"{name}"' for name in names)
        connection.execute(text(f"TRUNCATE {quoted} RESTART IDENTITY"))
        yield
        return
    guards = connection.execute(
        text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    ).all()
    for name, _ in guards:
        connection.execute(text(f'DROP TRIGGER "{name}"'))
    for name in names:
        connection.execute(text(f'DELETE FROM "{name}"'))  # noqa: S608 - our own tables
    yield
    for _, made in guards:
        connection.exec_driver_sql(made)


def _count_on(connection: Connection) -> None:
    """Let PostgreSQL number new rows after the restored ones; SQLite does by itself."""
    if connection.dialect.name != "postgresql":
        return
    for table in _plain_tables():
        key = table.primary_key.columns[0]
        sequence = connection.scalar(select(func.pg_get_serial_sequence(table.name, key.name)))
        if sequence:
            last = connection.scalar(select(func.max(key)))
            connection.execute(select(func.setval(sequence, last or 1, last is not None)))


def _allow_for_what_came_since(connection: Connection, manifest: Manifest, now: datetime) -> None:
    """Nothing is sent twice, no button of a lost version counts, every card is drawn again."""
    connection.execute(
        update(_letter)
        .where(_letter.c.state.in_(("pending", "sending")))
        .values(
            state="unknown",
            why="it waited when the backup was made, and may have been sent since",
            content=None,
            changed_at=now,
        )
    )
    connection.execute(update(_submission).values(version=_submission.c.version + AHEAD))
    bulk.give_up_letters(connection)
    shown = _card.c.message_id.is_not(None)
    connection.execute(update(_card).where(shown).values(wanted=_card.c.wanted + 1))
    made_at = manifest.made_at.isoformat(timespec="seconds")
    journal.note(connection, actor=None, office_id=None, what=f"restored from {made_at}", now=now)


def _brought_up(file: Path, folder: Path) -> Path:
    """The same backup with this program's schema, by way of a database of its own."""
    manifest = inspect(file)
    url = f"sqlite:///{folder / 'older.sqlite3'}"
    engine = create_engine(url)
    with engine.begin() as connection:
        migrations.upgrade(connection, manifest.schema)
        former = MetaData()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of an index by an expression, which is not needed
            former.reflect(connection, only=list(manifest.rows))
        for table in former.sorted_tables:
            for batch in _rows(file, table):
                connection.execute(insert(table), batch)
        migrations.upgrade(connection)
    engine.dispose()
    database = Database(url)
    try:
        current = folder / "current"
        make(database, current, manifest.made_at)
        return current
    finally:
        database.close()


# --- Values -----------------------------------------------------------------------------------


@cache
def _plain_tables() -> tuple[Table, ...]:
    """Our tables without what our own types add: an encrypted text is the text that is stored."""
    plain = MetaData()
    return tuple(
        Table(
            table.name,
            plain,
            *(
                Column(column.name, _plain(column.type), primary_key=column.primary_key)
                for column in table.columns
            ),
        )
        for table in Row.metadata.sorted_tables
    )


def _plain(kind: TypeEngine[Any]) -> TypeEngine[Any]:
    return kind.impl_instance if isinstance(kind, TypeDecorator) else kind


def _out(value: Any) -> Any:
    """A value in JSON: moments in UTC, whatever the database makes of their zone."""
    match value:
        case datetime():
            aware = value if value.tzinfo else value.replace(tzinfo=UTC)
            return aware.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
        case bytes():
            return b64encode(value).decode("ascii")
        case _:
            return value


def _in(value: Any, kind: TypeEngine[Any]) -> Any:
    if value is None:
        return None
    if isinstance(kind, DateTime):
        return datetime.fromisoformat(value)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    if isinstance(kind, LargeBinary):
        return b64decode(value, validate=True)
    return bool(value) if isinstance(kind, Boolean) else value
