"""The numbers of rows, of which none is given twice where it outlives its row: `NUMBERED_ONCE`."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, func, select, text

from storage.tables.columns import Row

AHEAD = 1000
"""Numbers left out after a restore, since those given since the backup stand in buttons."""


def last(connection: Connection) -> dict[str, int]:
    """The last number that each table numbered once ever gave, by the table's name; 0 for none."""
    return {
        table: connection.scalar(_last_of(connection, table)) or 0
        for table, once in _tables().items()
        if once
    }


def count_on(connection: Connection, ever: Mapping[str, int]) -> None:
    """Number new rows after those that are stored, those that came and went, and `ever`.

    SQLite numbers by itself the tables that are not numbered once.
    """
    for table, once in _tables().items():
        number = Row.metadata.tables[table].primary_key.columns[0]
        highest = connection.scalar(select(func.max(number))) or 0
        if once:
            highest = max(highest, ever.get(table, 0)) + AHEAD
        if connection.dialect.name == "postgresql":
            sequence = _sequence(connection, table)
            after = func.greatest(func.nextval(sequence), highest)
            connection.execute(select(func.setval(sequence, after)))
        elif once:
            values = {"table": table, "highest": max(highest, last(connection)[table])}
            connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :table"), values)
            row = text("INSERT INTO sqlite_sequence (name, seq) VALUES (:table, :highest)")
            connection.execute(row, values)


def _tables() -> dict[str, bool]:
    """The tables whose rows the database numbers; whether once."""
    return {
        table.name: bool(table.dialect_options["sqlite"]["autoincrement"])
        for table in Row.metadata.sorted_tables
        if table.autoincrement_column is not None
    }


def _last_of(connection: Connection, table: str) -> Any:
    if connection.dialect.name == "postgresql":
        sequence = text("SELECT pg_sequence_last_value(:sequence)")
        return sequence.bindparams(sequence=_sequence(connection, table))
    return text("SELECT seq FROM sqlite_sequence WHERE name = :table").bindparams(table=table)


def _sequence(connection: Connection, table: str) -> str:
    name: str | None = connection.scalar(select(func.pg_get_serial_sequence(table, "id")))
    assert name is not None, "the migrations make it with the table"
    return name
