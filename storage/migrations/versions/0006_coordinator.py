"""Work about many offices at once, links made as a file, and whose menu of commands was set."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The fan-out with an item per office or person; the letter a link came in; a card's menu."""
    op.create_table(
        "bulk",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("by", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulk")),
    )
    op.create_table(
        "bulk_item",
        sa.Column("bulk_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("subject", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["bulk_id"], ["bulk.id"], name=op.f("fk_bulk_item_bulk_id")),
        sa.PrimaryKeyConstraint("bulk_id", "subject", name=op.f("pk_bulk_item")),
    )
    op.add_column("invitation", sa.Column("batch", sa.Text(), nullable=True))
    op.create_index("ix_invitation_office_id", "invitation", ["office_id"])
    op.create_index("ix_invitation_batch", "invitation", ["batch"])
    op.add_column("card", sa.Column("menu", sa.Text(), nullable=True))
