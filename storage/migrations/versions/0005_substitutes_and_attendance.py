"""A grant's days, a link that hands over, and who took block I."""

import sqlalchemy as sa
from alembic import op

from storage.tables.columns import Moment

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """From when to when a role holds, whose place a link takes, and the attendance of block I."""
    for table in ("access_grant", "invitation"):
        for name in ("valid_from", "valid_until"):
            op.add_column(table, sa.Column(name, Moment(), nullable=True))
    op.add_column("invitation", sa.Column("replaces", sa.Integer(), nullable=True))
    held: sa.Column[bool] = sa.Column(
        "block_i_held", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("office", held)
    op.create_table(
        "attendance",
        sa.Column("office_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_key", sa.Text(), nullable=False),
        sa.Column("attended", sa.Boolean(), nullable=False),
        sa.Column("editor", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_attendance_office_id")),
        sa.PrimaryKeyConstraint("office_id", "person_key", name=op.f("pk_attendance")),
    )
