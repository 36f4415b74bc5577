"""What statements share. Nothing here knows a table.

A statement that every turn needs is built once, with parameters: to build it anew costs three
times as much as to run it. `Prepared` also compiles it once for a connection and runs it on the
driver's cursor: what SQLAlchemy does around each execution costs four times what SQLite does.
"""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Delete, Insert, Row, Select, Table, Update
from sqlalchemy.dialects.postgresql import insert as insert_on_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_on_sqlite
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import TypeEngine

Values = Mapping[str, Any]


class Prepared:
    """A statement of SQLAlchemy's without lists of unknown length or defaults of Python's.

    As with `Connection.execute`, types are read and written by their own rules, listeners of
    cursors hear of it, and what the driver raises comes as SQLAlchemy's DBAPIError. Otherwise than
    there, a connection that broke is not known as such by its fault (`connection_invalidated` is
    never set) and the pool is not told: it finds out when it gives the connection again.
    """

    def __init__(self, statement: Select[Any] | Insert | Update | Delete) -> None:
        self._statement = statement

    def all(self, connection: Connection, values: Values) -> list[Any]:
        """The rows that it selects or returns, their columns by name."""
        return self._compiled(connection, values).rows(connection, values)

    def one_or_none(self, connection: Connection, values: Values) -> Any:
        """Its only row, if there is one."""
        rows = self.all(connection, values)
        return rows[0] if rows else None

    def run(self, connection: Connection, values: Values) -> int:
        """Run it; how many rows it changed."""
        return self._compiled(connection, values).changed(connection, [values])

    def run_each(self, connection: Connection, values: Sequence[Values]) -> None:
        """Run it with each of these."""
        if values:
            self._compiled(connection, values[0]).changed(connection, values)

    def _compiled(self, connection: Connection, values: Values) -> "_Compiled":
        known: dict[object, _Compiled] = connection.info.setdefault(Prepared, {})
        which = (self, *values)
        found = known.get(which)
        if found is None:
            found = known[which] = _Compiled(self._statement, connection.dialect, values)
        return found


class _Compiled:
    """A statement as a driver takes it: its text, what its parameters and columns go through."""

    def __init__(self, statement: Any, dialect: Dialect, values: Values) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=list(values))
        self._text = str(compiled)
        named = {name: bind for bind, name in compiled.bind_names.items()}
        self._positions = compiled.positiontup
        self._parameters = tuple(
            (name, named[name].key, _writing(named[name].type, dialect))
            for name in (self._positions or named)
        )
        self._defaults = {each.key: each.value for each in named.values() if not each.required}
        columns = [] if isinstance(statement, Delete) else statement.exported_columns.items()
        self._readers = tuple(_reading(column.type, dialect) for _, column in columns)
        make: Any = namedtuple
        row = make("Row", [name for name, _ in columns])
        self._row = row._make

    def rows(self, connection: Connection, values: Values) -> list[Any]:
        cursor = self._execute(connection, [values])
        try:
            found = cursor.fetchall()
        finally:
            cursor.close()
        make, readers = self._row, self._readers
        return [
            make(
                [
                    value if read is None else read(value)
                    for value, read in zip(row, readers, strict=True)
                ]
            )
            for row in found
        ]

    def changed(self, connection: Connection, values: Sequence[Values]) -> int:
        cursor = self._execute(connection, values)
        try:
            return int(cursor.rowcount)
        finally:
            cursor.close()

    def _execute(self, connection: Connection, values: Sequence[Values]) -> Any:
        written = [self._written(each) for each in values]
        many = len(written) > 1
        return _executed(connection, self._text, written if many else written[0], many=many)

    def _written(self, values: Values) -> Any:
        """The parameters in the driver's form."""
        given = {**self._defaults, **values}
        found = [
            given[key] if write is None else write(given[key]) for _, key, write in self._parameters
        ]
        if self._positions is not None:
            return tuple(found)
        return {name: value for (name, *_), value in zip(self._parameters, found, strict=True)}


def _writing(kind: TypeEngine[Any], dialect: Dialect) -> Callable[[Any], Any] | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _reading(kind: TypeEngine[Any], dialect: Dialect) -> Callable[[Any], Any] | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)


def command(connection: Connection, text: str) -> None:
    """Run a command without parameters or rows, such as COMMIT."""
    _executed(connection, text, (), many=False).close()


def _executed(connection: Connection, text: str, given: Any, *, many: bool) -> Any:
    """The driver's cursor after it has run something. Raises SQLAlchemy's DBAPIError."""
    faults = connection.dialect.loaded_dbapi.Error
    cursor = connection.connection.cursor()
    # As SQLAlchemy asks itself: to look for listeners costs more than to run a statement.
    heard = connection._has_events or connection.engine._has_events
    if heard:
        connection.dispatch.before_cursor_execute(connection, cursor, text, given, None, many)
    try:
        (cursor.executemany if many else cursor.execute)(text, given)
    except faults as fault:
        cursor.close()
        raise DBAPIError.instance(
            text, None, fault, faults, hide_parameters=True, dialect=connection.dialect
        ) from fault
    if heard:
        connection.dispatch.after_cursor_execute(connection, cursor, text, given, None, many)
    return cursor


def add_once(connection: Connection, table: Table, values: Values) -> bool:
    """Insert a row unless one of its unique keys is taken; whether it was inserted."""
    return _adding(connection.dialect.name, table).run(connection, values) == 1


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
def _adding(dialect: str, table: Table) -> Prepared:
    return Prepared(_insert_of(dialect)(table).on_conflict_do_nothing())


def _insert_of(dialect: str) -> Any:
    return insert_on_sqlite if dialect == "sqlite" else insert_on_postgresql
