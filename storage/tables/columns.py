"""What every table is made of: the row, the names of its constraints, its kinds of columns."""

from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Boolean, Column, DateTime, Integer, MetaData, Table, false
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel

from storage.vault import SealedText

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


NUMBERED_ONCE = {"sqlite_autoincrement": True}
"""Options of a table whose numbers outlive its rows, in buttons or keys of letters: none is given
twice. PostgreSQL never does; SQLite would give the number of a deleted last row again.
"""


class Row(SQLModel):
    """What all tables share."""

    metadata = MetaData(naming_convention=NAMES)
    __table__: ClassVar[Table]


class Moment(TypeDecorator[datetime]):
    """An aware moment in UTC, on databases with and without time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        del dialect
        return value.astimezone(UTC) if value is not None else None

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        del dialect
        if not isinstance(value, datetime):
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def moment(*, nullable: bool = True) -> Any:
    """A column for a moment."""
    return Column(Moment, nullable=nullable)


def person(*constraints: Any, nullable: bool = False, **more: Any) -> Any:
    """A column for a Telegram user id."""
    return Column(BigInteger, *constraints, nullable=nullable, **more)


def sealed(*, nullable: bool = False) -> Any:
    """A column for personal data, encrypted where there is a key."""
    return Column(SealedText, nullable=nullable)


def flag() -> Any:
    """A column for yes or no that came after the first rows: no, until it is said."""
    return Column(Boolean, nullable=False, server_default=false())


def number() -> Any:
    """A column for a number that came after the first rows: 0, until it is counted."""
    return Column(Integer, nullable=False, server_default="0")
