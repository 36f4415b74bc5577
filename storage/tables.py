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
    LargeBinary,
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


def number() -> Any:
    """A column for a number that came after the first rows: 0, until it is counted."""
    return Column(Integer, nullable=False, server_default="0")


class OfficeRow(Row, table=True):
    """An office of a coordination table, with its limits (None: the table gives none).

    `import_id` is the table that it belongs to; a limit that is granted is the coordinator's.
    """

    __tablename__ = "office"
    __table_args__ = (
        CheckConstraint("limit_steering >= 0", name="steering"),
        CheckConstraint("limit_editorial >= 0", name="editorial"),
        Index("ix_office_advisor", "advisor"),
        Index("ix_office_voivodeship", "voivodeship"),
        Index("ix_office_gone", "id", sqlite_where=text("gone = 1"), postgresql_where=text("gone")),
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
    block_i_held: bool = Field(default=False, sa_column=flag())
    updated_at: datetime = Field(sa_column=moment(nullable=False))


class SubmissionRow(Row, table=True):
    """An office's working copy; `people` holds who they are, the columns how many.

    `waiting`, `missing` and what follows repeat what `people` and the office's limits say, so that
    a desk of many offices need not read them; `sort_key` is the office's name as it sorts.
    """

    __tablename__ = "submission"
    __table_args__ = (
        CheckConstraint("editorial <= steering", name="editorial_within_steering"),
        CheckConstraint(
            "stage IN ('empty', 'drafting', 'submitted', 'returned', 'settled')", name="stage"
        ),
        Index("ix_submission_status", "status"),
        Index("ix_submission_waiting", "waiting", "sort_key", "office_id"),
        Index("ix_submission_missing", "missing"),
        Index(
            "ix_submission_request",
            "office_id",
            sqlite_where=text("request IS NOT NULL"),
            postgresql_where=text("request IS NOT NULL"),
        ),
    )

    office_id: int = Field(
        sa_column=Column(Integer, ForeignKey("office.id"), primary_key=True, autoincrement=False)
    )
    version: int = 0
    stage: str = "empty"
    status: str
    steering: int = 0
    editorial: int = 0
    waiting: int = Field(default=0, sa_column=number())
    sort_key: bytes = Field(
        default=b"", sa_column=Column(LargeBinary, nullable=False, server_default="")
    )
    missing: str = Field(default="", sa_column=Column(Text, nullable=False, server_default=""))
    counted_steering: int = Field(default=0, sa_column=number())
    counted_editorial: int = Field(default=0, sa_column=number())
    free: bool = Field(default=False, sa_column=flag())
    word: str | None = Field(default=None, sa_column=sealed(nullable=True))
    entered: bool = Field(default=False, sa_column=flag())
    people: str = Field(sa_column=sealed())
    returned: str | None = Field(default=None, sa_column=sealed(nullable=True))
    request: str | None = Field(default=None, sa_column=sealed(nullable=True))
    approved_version: int | None = None
    accepted: bool = False
    updated_at: datetime | None = Field(default=None, sa_column=moment())


class TallyRow(Row, table=True):
    """How many offices of an Advisor and a voivodeship ("": none) have a status, and their people.

    Kept in the turn that changes one of them, so that a desk need not count.
    """

    __tablename__ = "tally"

    advisor: str = Field(sa_column=Column(Text, primary_key=True))
    voivodeship: str = Field(sa_column=Column(Text, primary_key=True))
    practice: bool = Field(sa_column=Column(Boolean, primary_key=True))
    status: str = Field(sa_column=Column(Text, primary_key=True))
    offices: int = 0
    steering: int = 0
    editorial: int = 0


class StockRow(Row, table=True):
    """Which offices there are, as one value that every table changes: the only row, of id 1."""

    __tablename__ = "stock"

    id: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    version: str


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


class AttendanceRow(Row, table=True):
    """Who took block I at an office where it has been held, and who was an editor then (R11).

    By `Person.key`, a name: few rows that are read and written together, so that they are sealed
    rather than coded as in `member`.
    """

    __tablename__ = "attendance"

    office_id: int = Field(
        sa_column=Column(Integer, ForeignKey("office.id"), primary_key=True, autoincrement=False)
    )
    person_key: str = Field(sa_column=Column(SealedText, primary_key=True))
    attended: bool = False
    editor: bool = False


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
    """A person's live card, and the menu of commands that was last set for them.

    Apart from the talk, so that a colleague's turn, which makes it lag, never waits for a talk
    that itself waits for the office.

    `drawer` is the claim of whoever draws it, good until `held_until`; without a drawer that is
    how long nobody tries again. From `letters_from` on the person may get another letter.
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
    menu: str | None = Field(default=None, sa_column=Column(Text))
    drawer: int | None = Field(default=None, sa_column=Column(BigInteger))
    held_until: datetime | None = Field(default=None, sa_column=moment())
    letters_from: datetime | None = Field(default=None, sa_column=moment())


class GrantRow(Row, table=True):
    """A role that a person holds from `valid_from` to `valid_until`, until it is revoked."""

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
    valid_from: datetime | None = Field(default=None, sa_column=moment())
    valid_until: datetime | None = Field(default=None, sa_column=moment())


class InvitationRow(Row, table=True):
    """A link that was handed out; of its secret only the hash is kept.

    `batch` is the letter that carried it as a file, together with others.
    `replaces` is the grant that ends when the link is taken.
    """

    __tablename__ = "invitation"
    __table_args__ = (
        Index("ix_invitation_office_id", "office_id"),
        Index("ix_invitation_batch", "batch"),
    )

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
    batch: str | None = Field(default=None, sa_column=Column(Text))
    valid_from: datetime | None = Field(default=None, sa_column=moment())
    valid_until: datetime | None = Field(default=None, sa_column=moment())
    replaces: int | None = None


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


class FailingRow(Row, table=True):
    """How often the turn of an update failed, in whatever process."""

    __tablename__ = "failing_update"

    update_id: int = Field(sa_column=person(primary_key=True, autoincrement=False))
    failures: int
    at: datetime = Field(sa_column=moment(nullable=False))


class PaceRow(Row, table=True):
    """How fast all processes together may send: the only row, of id 1."""

    __tablename__ = "pace"

    id: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    silent_until: datetime | None = Field(default=None, sa_column=moment())
    letters_from: datetime | None = Field(default=None, sa_column=moment())


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
    """A file that waits to be read; until `held_until` by whoever reads it, or by nobody."""

    __tablename__ = "job"

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


class BulkRow(Row, table=True):
    """Work about many offices or people that was begun once; `content` is JSON."""

    __tablename__ = "bulk"

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
