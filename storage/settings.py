"""What the coordinator has set: texts by key."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, ScalarSelect, bindparam, delete, insert, literal, select, true

from storage import pace
from storage.rows import Prepared
from storage.tables.programme import SettingRow
from storage.tables.traffic import PaceRow

_setting = SettingRow.__table__
_pace = PaceRow.__table__
_get = select(_setting.c.value).where(_setting.c.key == bindparam("which"))
_everything = Prepared(select(_setting))
_nothing = select(literal(1).label("one")).subquery()
_around = Prepared(
    select(
        _setting.c.key, _setting.c.value, _pace.c.silent_until, _pace.c.letters_from
    ).select_from(_nothing.outerjoin(_pace, true()).outerjoin(_setting, true()))
)


def get(connection: Connection, key: str) -> str | None:
    """The value of a key, if it was set."""
    return connection.scalar(_get, {"which": key})


def value_of(key: str) -> ScalarSelect[str]:
    """The value of a key as a part of another statement."""
    return select(_setting.c.value).where(_setting.c.key == key).scalar_subquery()


def everything(connection: Connection) -> Mapping[str, str]:
    """Every key that was set, with its value."""
    return {row.key: row.value for row in _everything.all(connection, {})}


def with_silence(
    connection: Connection, now: datetime
) -> tuple[Mapping[str, str], datetime | None]:
    """Every key that was set, and until when Telegram wants silence, if it does.

    Each card needs both, so that they are asked for together. The silence may be over.
    """
    rows = _around.all(connection, {})
    silence = pace.believed_silence(rows[0].silent_until, rows[0].letters_from, now)
    return {row.key: row.value for row in rows if row.key is not None}, silence


def put(connection: Connection, key: str, value: str | None) -> None:
    """Set a key; None clears it."""
    connection.execute(delete(_setting).where(_setting.c.key == key))
    if value is not None:
        connection.execute(insert(_setting).values(key=key, value=value))
