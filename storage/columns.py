def add_once(connection: Connection, table: Table, values: Mapping[str, Any]) -> bool:
    """Insert a row unless a unique key of it is taken; whether it was inserted."""
    insert = insert_on_sqlite if connection.dialect.name == "sqlite" else insert_on_postgresql
    statement = insert(table).on_conflict_do_nothing()
    return connection.execute(statement, values).rowcount == 1
