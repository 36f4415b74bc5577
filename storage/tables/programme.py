"""Tables of the programme: what was imported, set, done, reminded of and begun about many."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Index, Integer, Text
from sqlmodel import Field

from storage.tables.columns import NUMBERED_ONCE, Row, moment, person, sealed


class ImportRow(Row, table=True):
    """A coordination table that was read, and what was decided about it."""

    __tablename__ = "table_import"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(sa_column=sealed())
    reading: str = Field(sa_column=sealed())
    by: int | None = Field(default=None, sa_column=person(nullable=True))
    at: datetime = Field(sa_column=moment(nullable=False))
    accepted: bool | None = None
    decided_at: datetime | None = Field(default=None, sa_column=moment())


class SettingRow(Row, table=True):
    """What the coordinator has set."""

    __tablename__ = "setting"

    key: str = Field(primary_key=True)
    value: str = Field(sa_column=Column(Text, nullable=False))


class JournalRow(Row, table=True):
    """Who did what to which office, and when. Only added to; no names."""

    __tablename__ = "journal"
    __table_args__ = (Index("ix_journal_office_id_at", "office_id", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_column=moment(nullable=False))
    actor: int | None = Field(default=None, sa_column=person(nullable=True))
    office_id: int | None = None
    what: str
    version: int = 0


class ReminderRow(Row, table=True):
    """A digest that was created: once per reader and occasion. `advisor` is "" for coordinators."""

    __tablename__ = "reminder"

    advisor: str = Field(sa_column=Column(Text, primary_key=True))
    occasion: str = Field(sa_column=Column(Text, primary_key=True))
    at: datetime = Field(sa_column=moment(nullable=False))


class StandInRow(Row, table=True):
    """Who stands in for an Advisor, from one local day to another."""

    __tablename__ = "stand_in"
    __table_args__ = (Index("ix_stand_in_substitute", "substitute"),)

    id: int | None = Field(default=None, primary_key=True)
    advisor: str = Field(sa_column=Column(Text, nullable=False, unique=True))
    substitute: str = Field(sa_column=Column(Text, nullable=False))
    first: date = Field(sa_column=Column(Date, nullable=False))
    last: date = Field(sa_column=Column(Date, nullable=False))
    at: datetime = Field(sa_column=moment(nullable=False))


class SnoozeRow(Row, table=True):
    """Until which local day a reader has put the next digest off, and why if they said so."""

    __tablename__ = "snooze"

    advisor: str = Field(sa_column=Column(Text, primary_key=True))
    until: date = Field(sa_column=Column(Date, nullable=False))
    reason: str | None = Field(default=None, sa_column=sealed(nullable=True))
    at: datetime = Field(sa_column=moment(nullable=False))


class BulkRow(Row, table=True):
    """Work about many offices or people that was begun once; `content` is JSON."""

    __tablename__ = "bulk"
    __table_args__ = NUMBERED_ONCE

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    content: str = Field(sa_column=sealed())
    by: int | None = Field(default=None, sa_column=person(nullable=True))
    at: datetime = Field(sa_column=moment(nullable=False))
    done_at: datetime | None = Field(default=None, sa_column=moment())


class BulkItemRow(Row, table=True):
    """One office or person of such work: done when it has an outcome, and then never again."""

    __tablename__ = "bulk_item"

    bulk_id: int = Field(
        sa_column=Column(Integer, ForeignKey("bulk.id"), primary_key=True, autoincrement=False)
    )
    subject: int = Field(sa_column=person(primary_key=True, autoincrement=False))
    outcome: str | None = None


class RetentionRow(Row, table=True):
    """A local day whose retention run was done: once, by whichever process."""

    __tablename__ = "retention_run"

    day: date = Field(sa_column=Column(Date, primary_key=True))
    at: datetime = Field(sa_column=moment(nullable=False))


class SecretRow(Row, table=True):
    """What the keyed codes of names are made with, encrypted; there only where there are keys."""

    __tablename__ = "secret"
    __table_args__ = (CheckConstraint("id = 1", name="only"),)

    id: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    secret: str = Field(sa_column=sealed())
