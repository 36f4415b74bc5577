"""Tables of who uses the bot: their talks and cards, their roles, links to a role."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, Integer, Text, text
from sqlmodel import Field

from storage.tables.columns import NUMBERED_ONCE, Row, moment, person, sealed
from storage.vault import SealedString


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
        NUMBERED_ONCE,
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
