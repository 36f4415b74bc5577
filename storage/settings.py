"""What the coordinator has set: texts by key."""

from collections.abc import Mapping

from sqlalchemy import Connection, ScalarSelect, bindparam, delete, insert, select

from storage.rows import Prepared
from storage.tables import SettingRow

_setting = SettingRow.__table__
_get = select(_setting.c.value).where(_setting.c.key == bindparam("which"))
_everything = Prepared(select(_setting))


def get(connection: Connection, key: str) -> str | None:
    """The value of a key, if it was set."""
    return connection.scalar(_get, {"which": key})


def value_of(key: str) -> ScalarSelect[str]:
    """The value of a key as a part of another statement."""
    return select(_setting.c.value).where(_setting.c.key == key).scalar_subquery()


def everything(connection: Connection) -> Mapping[str, str]:
    """Every key that was set, with its value."""
    return {row.key: row.value for row in _everything.all(connection, {})}


def put(connection: Connection, key: str, value: str | None) -> None:
    """Set a key; None clears it."""
    connection.execute(delete(_setting).where(_setting.c.key == key))
    if value is not None:
        connection.execute(insert(_setting).values(key=key, value=value))
