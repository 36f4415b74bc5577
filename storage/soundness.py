"""Whether what is stored is whole: pages and indexes as SQLite sees them, and every text as we do.

Opening a database finds what makes it unreadable; this finds what would fail a turn later on. A
changed letter of a name that is stored as it is nobody can find: SQLite keeps no checksums.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Integer,
    LargeBinary,
    TypeDecorator,
    select,
)
from sqlalchemy.exc import SQLAlchemyError

from conversations.coordination_table import TableReading
from conversations.submission import Request, Return, Stage, Word
from conversations.team import Basis, Team
from storage import codec
from storage.tables.columns import Row
from storage.tables.offices import ApprovedRow, OfficeRow, SubmissionRow
from storage.tables.programme import ImportRow

MOST_TOLD = 5
"""Faults after which the rest are not looked for."""

KINDS: tuple[tuple[Any, str, Any], ...] = (
    (SubmissionRow, "people", Team),
    (SubmissionRow, "returned", Return),
    (SubmissionRow, "request", Request),
    (SubmissionRow, "word", Word),
    (ApprovedRow, "people", Team),
    (ApprovedRow, "basis", Basis),
    (ImportRow, "reading", TableReading),
)
"""Texts of which a turn makes values, by table and column."""


def faults(connection: Connection) -> list[str]:
    """What is wrong, in a few words each, by table; nothing when all is whole."""
    found: list[str] = []
    try:
        for fault in _faults(connection):
            found.append(fault)
            if len(found) == MOST_TOLD:
                break
    except (SQLAlchemyError, ValueError, TypeError, OverflowError) as fault:
        # A value that is not of its column's type: the driver or SQLAlchemy cannot read it.
        found.append(f"a row cannot be read: {type(fault).__name__}")
    return found


def _faults(connection: Connection) -> Iterator[str]:
    if connection.dialect.name == "sqlite":
        yield from _of_file(connection)
    for kind, name, wanted in KINDS:
        column = kind.__table__.c[name]
        for stored in connection.scalars(select(column).distinct().where(column.is_not(None))):
            try:
                codec.load(wanted, stored)
            except codec.Unreadable:
                yield f"{kind.__tablename__}.{name} cannot be read"
    for stage in connection.scalars(select(SubmissionRow.__table__.c.stage).distinct()):
        Stage(stage)
    offices = set(connection.scalars(select(OfficeRow.__table__.c.id)))
    drafts = set(connection.scalars(select(SubmissionRow.__table__.c.office_id)))
    if offices != drafts:
        yield f"{len(offices ^ drafts)} offices have no draft"


def _of_file(connection: Connection) -> Iterator[str]:
    """What SQLite says of its pages, indexes and references, and of values: it takes anything."""
    for (said,) in connection.exec_driver_sql(f"PRAGMA integrity_check({MOST_TOLD})"):
        if said != "ok":
            yield str(said)
    for table, number, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"{table}: row {number} points at no {parent}"
    for each in Row.metadata.sorted_tables:
        misfits = " OR ".join(_misfit(column) for column in each.columns)
        statement = f'SELECT 1 FROM "{each.name}" WHERE {misfits} LIMIT 1'  # noqa: S608
        if connection.exec_driver_sql(statement).first():
            yield f"{each.name} holds a value that is not of its kind"
        for _ in connection.exec_driver_sql(f'SELECT * FROM "{each.name}"'):  # noqa: S608
            pass  # a text that is no UTF-8 raises


def _misfit(column: Column[Any]) -> str:
    """The condition, as SQL, of a value that cannot be read as what the column holds."""
    # In brackets: a name in double quotes that no column has would be taken for a text.
    name, kind = f"[{column.name}]", column.type
    if isinstance(kind, TypeDecorator):
        kind = kind.impl_instance
    if isinstance(kind, DateTime | Date):
        reads, shape = (
            ("datetime", "????-??-?? ??:??:??.[0-9]*")
            if isinstance(kind, DateTime)
            else ("date", "????-??-??")
        )
        return f"({name} IS NOT NULL AND ({reads}({name}) IS NULL OR {name} NOT GLOB '{shape}'))"
    if isinstance(kind, Boolean):
        return f"{name} NOT IN (0, 1)"
    if isinstance(kind, LargeBinary):
        return f"(typeof({name}) NOT IN ('blob', 'null') AND {name} <> '')"
    return f"typeof({name}) NOT IN ('{'integer' if isinstance(kind, Integer) else 'text'}', 'null')"
