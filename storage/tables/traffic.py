"""Tables of what comes from Telegram and goes to it: updates, files, letters."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, Text
from sqlmodel import Field

from storage.tables.columns import NUMBERED_ONCE, Row, moment, person, sealed


class UpdateRow(Row, table=True):
    """An update whose turn was committed."""

    __tablename__ = "seen_update"
    __table_args__ = (Index("ix_seen_update_at", "at"),)

    update_id: int = Field(sa_column=person(primary_key=True, autoincrement=False))
    at: datetime = Field(sa_column=moment(nullable=False))


class FailingRow(Row, table=True):
    """How often the turn of an update failed, in whatever process."""

    __tablename__ = "failing_update"

    update_id: int = Field(sa_column=person(primary_key=True, autoincrement=False))
    failures: int
    at: datetime = Field(sa_column=moment(nullable=False))


class FailureRow(Row, table=True):
    """An update that failed five times, with what was wrong."""

    __tablename__ = "set_aside"

    update_id: int = Field(sa_column=person(primary_key=True, autoincrement=False))
    payload: str = Field(sa_column=sealed())
    traceback: str = Field(sa_column=sealed())
    at: datetime = Field(sa_column=moment(nullable=False))


class JobRow(Row, table=True):
    """A file that waits to be read; until `held_until` by whoever reads it, or by nobody."""

    __tablename__ = "job"
    __table_args__ = NUMBERED_ONCE

    id: int | None = Field(default=None, primary_key=True)
    update_id: int = Field(sa_column=Column(BigInteger, nullable=False, unique=True))
    person_id: int = Field(sa_column=person())
    grant_id: int | None = None
    office_id: int | None = None
    file_id: str = Field(sa_column=Column(Text, nullable=False))
    name: str = Field(sa_column=sealed())
    size: int = 0
    attempts: int = 0
    held_until: datetime | None = Field(default=None, sa_column=moment())
    at: datetime = Field(sa_column=moment(nullable=False))


class LetterRow(Row, table=True):
    """A letter of the outbox."""

    __tablename__ = "letter"
    __table_args__ = (
        CheckConstraint(
            "state IN ('pending', 'sending', 'sent', 'unknown', 'undeliverable')", name="state"
        ),
        Index("ix_letter_state_due_at", "state", "due_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(sa_column=Column(Text, nullable=False, unique=True))
    person_id: int = Field(sa_column=person())
    code: str
    office_id: int | None = None
    content: str | None = Field(default=None, sa_column=sealed(nullable=True))
    state: str = "pending"
    why: str | None = None
    attempts: int = 0
    due_at: datetime = Field(sa_column=moment(nullable=False))
    changed_at: datetime = Field(sa_column=moment(nullable=False))


class PaceRow(Row, table=True):
    """How fast all processes together may send: the only row, of id 1."""

    __tablename__ = "pace"

    id: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    silent_until: datetime | None = Field(default=None, sa_column=moment())
    letters_from: datetime | None = Field(default=None, sa_column=moment())
