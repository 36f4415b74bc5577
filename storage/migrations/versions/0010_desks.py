"""What a desk of many offices needs: counts that are kept, columns that sort and filter."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The columns stay empty here: `storage.desks.refill` counts, once the schema is there."""
    for name in ("waiting", "counted_steering", "counted_editorial"):
        op.add_column(
            "submission", sa.Column(name, sa.Integer(), nullable=False, server_default="0")
        )
    op.add_column("submission", sa.Column("missing", sa.Text(), nullable=False, server_default=""))
    op.add_column(
        "submission", sa.Column("sort_key", sa.LargeBinary(), nullable=False, server_default="")
    )
    op.add_column(
        "submission", sa.Column("free", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column("submission", sa.Column("word", sa.Text(), nullable=True))
    op.add_column(
        "submission", sa.Column("entered", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.create_index("ix_submission_waiting", "submission", ["waiting", "sort_key", "office_id"])
    op.create_index("ix_submission_missing", "submission", ["missing"])
    asked = sa.text("request IS NOT NULL")
    op.create_index(
        "ix_submission_request",
        "submission",
        ["office_id"],
        sqlite_where=asked,
        postgresql_where=asked,
    )
    op.create_index("ix_office_voivodeship", "office", ["voivodeship"])
    op.create_index(
        "ix_office_gone",
        "office",
        ["id"],
        sqlite_where=sa.text("gone = 1"),
        postgresql_where=sa.text("gone"),
    )
    op.create_table(
        "tally",
        sa.Column("advisor", sa.Text(), nullable=False),
        sa.Column("voivodeship", sa.Text(), nullable=False),
        sa.Column("practice", sa.Boolean(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("offices", sa.Integer(), nullable=False),
        sa.Column("steering", sa.Integer(), nullable=False),
        sa.Column("editorial", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("advisor", "voivodeship", "practice", "status", name="pk_tally"),
    )
    op.create_table(
        "stand_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("advisor", sa.Text(), nullable=False),
        sa.Column("substitute", sa.Text(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_stand_in"),
        sa.UniqueConstraint("advisor", name="uq_stand_in_advisor"),
    )
    op.create_index("ix_stand_in_substitute", "stand_in", ["substitute"])
    op.create_table(
        "stock",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_stock"),
    )
