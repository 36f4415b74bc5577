"""The file of a backup: a ZIP of JSON lines, a table each, with a manifest of counts and sums.

What is encrypted in the database stays encrypted in it.
"""

import hashlib
import io
import json
import zipfile
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
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
    select,
)
from sqlalchemy.types import TypeEngine

from storage import migrations, numbering
from storage.tables.columns import Row

MANIFEST: Final = "manifest.json"
FORMAT: Final = 1
AT_ONCE = 1000
"""Rows that are read or written together."""
Told = Callable[[str], None]
"""Hears the name of each table as it is begun."""


class BackupUnusable(Exception):
    """A backup cannot be written, read or restored; the message says why and the way out."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds: when it was made (UTC), of which schema, how many rows of each table.

    `numbers` are the last that were given, as of `storage.numbering`; none in an older backup.
    """

    schema: str
    made_at: datetime
    rows: dict[str, int]
    sums: dict[str, str]
    numbers: dict[str, int] = field(default_factory=dict)


def unheard(_: str) -> None:
    """Nobody listens."""


def write(connection: Connection, stream: Any, now: datetime, told: Told) -> None:
    """Write what the connection sees into a file that was opened for reading and writing."""
    counts: dict[str, int] = {}
    sums: dict[str, str] = {}
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in plain_tables():
            told(table.name)
            digest = hashlib.sha256()
            counts[table.name] = 0
            with archive.open(_entry(table.name), "w", force_zip64=True) as entry:
                for line in _lines(connection, table):
                    digest.update(line)
                    entry.write(line)
                    counts[table.name] += 1
            sums[table.name] = digest.hexdigest()
        manifest = {
            "format": FORMAT,
            "schema": migrations.HEAD,
            "made_at": now.isoformat(),
            "tables": {name: {"rows": counts[name], "sha256": sums[name]} for name in counts},
            "numbers": numbering.last(connection),
        }
        archive.writestr(MANIFEST, json.dumps(manifest, indent=1))


def _lines(connection: Connection, table: Table) -> Iterator[bytes]:
    names = [column.name for column in table.columns]
    ordered = select(table).order_by(*table.primary_key)
    for row in connection.execution_options(yield_per=AT_ONCE).execute(ordered):
        values = dict(zip(names, map(as_json, row), strict=True))
        yield json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _entry(table: str) -> str:
    return f"{table}.jsonl"


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
                    raise damaged(file)
            return manifest
    except OSError as fault:
        raise BackupUnusable(f"{file} cannot be read ({fault.strerror or fault})") from None
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError):
        raise BackupUnusable(f"{file} is no backup of Komplet, or a damaged one") from None
    except (KeyError, TypeError, ValueError, AttributeError, RuntimeError, zlib.error):
        raise damaged(file) from None


def damaged(file: Path) -> BackupUnusable:
    """What to raise about a file that is not as it was written."""
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
        {name: int(last) for name, last in told.get("numbers", {}).items()},
    )


def batches(file: Path, table: Table) -> Iterator[list[dict[str, Any]]]:
    """The rows of a table by batches, as the database takes them. Raises BackupUnusable."""
    columns = {column.name: column.type for column in table.columns}
    with zipfile.ZipFile(file) as archive, archive.open(_entry(table.name)) as entry:
        batch: list[dict[str, Any]] = []
        for line in io.TextIOWrapper(entry, encoding="utf-8", newline="\n"):
            told = json.loads(line)
            if set(told) != set(columns):
                raise damaged(file)
            batch.append({name: _in(value, columns[name]) for name, value in told.items()})
            if len(batch) == AT_ONCE:
                yield batch
                batch = []
        if batch:
            yield batch


@cache
def plain_tables() -> tuple[Table, ...]:
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


def as_json(value: Any) -> Any:
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
