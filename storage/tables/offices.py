"""Tables of offices: their teams as they are worked on and as approved, and their counts."""

from datetime import datetime

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Text,
    UniqueConstraint,
    text,
)
from sqlmodel import Field

from storage.tables.columns import NUMBERED_ONCE, Row, flag, moment, number, sealed
from storage.vault import SealedText


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
        NUMBERED_ONCE,
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


class TallyRow(Row, table=True):
    """How many offices of an Advisor and a voivodeship ("": none) have a status, and their people.

    Kept in the turn that changes one of them, so that a desk need not count.
    """

    __tablename__ = "tally"
    __table_args__ = (
        # All that the coordinator's card sums up, in the order in which it does.
        Index(
            "ix_tally_place",
            *("voivodeship", "status", "practice", "offices", "steering", "editorial"),
        ),
    )

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
