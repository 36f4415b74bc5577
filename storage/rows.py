"""What statements share. Nothing here knows a table.

A statement that every turn needs is built once, with parameters: to build it anew costs three
times as much as to run it.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Row, Table
from sqlalchemy.dialects.postgresql import insert as insert_on_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_on_sqlite


def add_once(connection: Connection, table: Table, values: Mapping[str, Any]) -> bool:
    """Insert a row unless one of its unique keys is taken; whether it was inserted."""
    statement = _adding(connection.dialect.name, table)
    return connection.execute(statement, [dict(values)]).rowcount == 1


def add_new(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]], *columns: str
) -> Sequence[Row[Any]]:
    """Insert rows, but for those of which a unique key is taken; these columns of the inserted."""
    if not rows:
        return ()
    insert = _insert_of(connection.dialect.name)(table).on_conflict_do_nothing()
    wanted = insert.returning(*(table.c[column] for column in columns))
    return connection.execute(wanted, [dict(row) for row in rows]).all()


@cache
def _adding(dialect: str, table: Table) -> Insert:
    insert: Insert = _insert_of(dialect)(table).on_conflict_do_nothing()
    return insert.execution_options(preserve_rowcount=True)


def _insert_of(dialect: str) -> Any:
    return insert_on_sqlite if dialect == "sqlite" else insert_on_postgresql
