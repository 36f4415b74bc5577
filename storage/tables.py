"""The tables. They hold no rules; what a database can guarantee, it guarantees.

Times are UTC. Person ids are Telegram's user ids; one below zero is the pseudonym of somebody who
was erased. Names and details of listed people stand only in `submission.people` and
`approved.people`, one JSON text each. What may hold personal data is a `sealed` column.
"""

from datetime import UTC, date, datetime
from typing import Any, ClassVar

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

from storage.vault import SealedString, SealedText

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


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


class OfficeRow(Row, table=True):
    """An office of a coordination table, with its limits (None: the table gives none).

    `import_id` is the table that it belongs to; a limit that is granted is the coordinator's.
    """

    __tablename__ = "office"
    __table_args__ = (
        CheckConstraint("limit_steering >= 0", name="steering"),
        CheckConstraint("limit_editorial >= 0", name="editorial"),
        Index("ix_office_advisor", "advisor"),
        Index(
            "uq_office_identity",
            "name",
            text("coalesce(voivodeship, '')"),
            text("coalesce(county, '')"),
            text("coalesce(head_title, '')"),
            unique=True,
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(sa_column=Column(Text, nullable=False))
    head_title: str | None = None
    advisor: str | None = None
    voivodeship: str | None = None
    county: str | None = None
    limit_steering: int | None = None
    limit_editorial: int | None = None
    block_iii: int | None = None
    practice: bool = False
    closed: bool = False
    source: str | None = None
    import_id: int | None = None
    gone: bool = Field(default=False, sa_column=flag())
    granted_steering: bool = Field(default=False, sa_column=flag())
    granted_editorial: bool = Field(default=False, sa_column=flag())
    updated_at: datetime = Field(sa_column=moment(nullable=False))


class SubmissionRow(Row, table=True):
    """An office's working copy; `people` holds who they are, the columns how many."""

    __tablename__ = "submission"
    __table_args__ = (
        CheckConstraint("editorial <= steering", name="editorial_within_steering"),
        CheckConstraint(
            "stage IN ('empty', 'drafting', 'submitted', 'returned', 'settled')", name="stage"
        ),
        Index("ix_submission_status", "status"),
    )

    office_id: int = Field(
        sa_column=Column(Integer, ForeignKey("office.id"), primary_key=True, autoincrement=False)
    )
    version: int = 0
    stage: str = "empty"
    status: str
    steering: int = 0
    editorial: int = 0
    people: str = Field(sa_column=sealed())
    returned: str | None = Field(default=None, sa_column=sealed(nullable=True))
    request: str | None = Field(default=None, sa_column=sealed(nullable=True))
    approved_version: int | None = None
    accepted: bool = False
    updated_at: datetime | None = Field(default=None, sa_column=moment())


class MemberRow(Row, table=True):
    """Who sits where, without names: uniqueness and R5 as the database sees them."""

    __tablename__ = "member"
    __table_args__ = (
        CheckConstraint("seat IN (0, 1, 2)", name="seat"),
        UniqueConstraint("office_id", "person_key"),
        Index(
            "ix_member_one_plenipotentiary",
            "office_id",
            unique=True,
            sqlite_where=text("plenipotentiary = 1"),
            postgresql_where=text("plenipotentiary"),
        ),
    )

    office_id: int = Field(
        sa_column=Column(
            Integer, ForeignKey("submission.office_id"), primary_key=True, autoincrement=False
        )
    )
    id: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    seat: int
    plenipotentiary: bool = False
    person_key: str = Field(sa_column=Column(Text, nullable=False))


class ApprovedRow(Row, table=True):
    """Every version that was approved, as it was: never changed, only added to."""

    __tablename__ = "approved"

    office_id: int = Field(
        sa_column=Column(Integer, ForeignKey("office.id"), primary_key=True, autoincrement=False)
    )
    version: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    people: str = Field(sa_column=sealed())
    decided_by: str
    basis: str | None = Field(default=None, sa_column=sealed(nullable=True))
    at: datetime = Field(sa_column=moment(nullable=False))


class TalkRow(Row, table=True):
    """One person's talk. A turn locks it first."""

    __tablename__ = "talk"
    __table_args__ = (
        Index("ix_talk_grant_id", "grant_id"),
        Index("ix_talk_looking_at", "looking_at"),
    )

    person_id: int = Field(sa_column=person(primary_key=True, autoincrement=False))
    grant_id: int | None = Field(
        default=None, sa_column=Column(Integer, ForeignKey("access_grant.id"))
    )
    looking_at: int | None = None
    place: str = Field(sa_column=sealed())
    topic: str | None = Field(default=None, sa_column=Column(SealedString, nullable=True))
    note: str | None = Field(default=None, sa_column=sealed(nullable=True))
    language: str = "pl"
    updated_at: datetime | None = Field(default=None, sa_column=moment())


class CardRow(Row, table=True):
    """A person's live card. Apart from the talk, so that a colleague's turn, which makes it lag,
    never waits for a talk that itself waits for the office.
    """

    __tablename__ = "card"
    __table_args__ = (
        Index(
            "ix_card_lagging",
            "person_id",
            sqlite_where=text("drawn < wanted"),
            postgresql_where=text("drawn < wanted"),
        ),
    )

    person_id: int = Field(
        sa_column=person(ForeignKey("talk.person_id"), primary_key=True, autoincrement=False)
    )
    message_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    drawn: int = 0
    wanted: int = 0
    below: bool = False
    blocked: bool = False


class GrantRow(Row, table=True):
    """A role that a person holds, until it is revoked."""

    __tablename__ = "access_grant"
    __table_args__ = (
        CheckConstraint("role IN ('coordinator', 'advisor', 'head', 'secretary')", name="role"),
        Index("ix_access_grant_person_id", "person_id"),
        Index("ix_access_grant_office_id", "office_id"),
        Index("ix_access_grant_advisor", "advisor"),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(sa_column=person())
    role: str
    office_id: int | None = Field(default=None, foreign_key="office.id")
    advisor: str | None = None
    display_name: str = Field(default="", sa_column=Column(SealedString, nullable=False))
    given_at: datetime = Field(sa_column=moment(nullable=False))
    revoked_at: datetime | None = Field(default=None, sa_column=moment())


class InvitationRow(Row, table=True):
    """A link that was handed out; of its secret only the hash is kept."""

    __tablename__ = "invitation"

    id: int | None = Field(default=None, primary_key=True)
    token_hash: str = Field(sa_column=Column(Text, nullable=False, unique=True))
    role: str
    office_id: int | None = Field(default=None, foreign_key="office.id")
    advisor: str | None = None
    created_by: int | None = Field(default=None, sa_column=person(nullable=True))
    created_at: datetime = Field(sa_column=moment(nullable=False))
    expires_at: datetime = Field(sa_column=moment(nullable=False))
    used_by: int | None = Field(default=None, sa_column=person(nullable=True))
    used_at: datetime | None = Field(default=None, sa_column=moment())
    revoked_at: datetime | None = Field(default=None, sa_column=moment())


class UpdateRow(Row, table=True):
    """An update whose turn was committed."""

    __tablename__ = "seen_update"
    __table_args__ = (Index("ix_seen_update_at", "at"),)

    update_id: int = Field(sa_column=person(primary_key=True, autoincrement=False))
    at: datetime = Field(sa_column=moment(nullable=False))


class FailureRow(Row, table=True):
    """An update that failed five times, with what was wrong."""

    __tablename__ = "set_aside"

    update_id: int = Field(sa_column=person(primary_key=True, autoincrement=False))
    payload: str = Field(sa_column=sealed())
    traceback: str = Field(sa_column=sealed())
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


class JobRow(Row, table=True):
    """A file that waits to be read."""

    __tablename__ = "job"

    id: int | None = Field(default=None, primary_key=True)
    update_id: int = Field(sa_column=Column(BigInteger, nullable=False, unique=True))
    person_id: int = Field(sa_column=person())
    grant_id: int | None = None
    file_id: str = Field(sa_column=Column(Text, nullable=False))
    name: str = Field(sa_column=sealed())
    size: int = 0
    attempts: int = 0
    at: datetime = Field(sa_column=moment(nullable=False))


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


class SnoozeRow(Row, table=True):
    """Until which local day a reader has put the next digest off, and why if they said so."""

    __tablename__ = "snooze"

    advisor: str = Field(sa_column=Column(Text, primary_key=True))
    until: date = Field(sa_column=Column(Date, nullable=False))
    reason: str | None = Field(default=None, sa_column=sealed(nullable=True))
    at: datetime = Field(sa_column=moment(nullable=False))


class SecretRow(Row, table=True):
    """What the keyed codes of names are made with, encrypted; there only where there are keys."""

    __tablename__ = "secret"
    __table_args__ = (CheckConstraint("id = 1", name="only"),)

    id: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    secret: str = Field(sa_column=sealed())


class RetentionRow(Row, table=True):
    """A local day whose retention run was done: once, by whichever process."""

    __tablename__ = "retention_run"

    day: date = Field(sa_column=Column(Date, primary_key=True))
    at: datetime = Field(sa_column=moment(nullable=False))
