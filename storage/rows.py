"""What statements share. Nothing here knows a table.

A statement that every turn needs is built once, with parameters: to build it anew costs three
times as much as to run it.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Table
from sqlalchemy.dialects.postgresql import insert as insert_on_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_on_sqlite


def add_once(connection: Connection, table: Table, values: Mapping[str, Any]) -> bool:
    """Insert a row unless one of its unique keys is taken; whether it was inserted."""
    statement = _adding(connection.dialect.name, table)
    return connection.execute(statement, [dict(values)]).rowcount == 1


@cache
def _adding(dialect: str, table: Table) -> Insert:
    insert = insert_on_sqlite if dialect == "sqlite" else insert_on_postgresql
    return insert(table).on_conflict_do_nothing().execution_options(preserve_rowcount=True)
