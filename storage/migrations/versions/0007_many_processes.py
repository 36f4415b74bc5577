"""What several processes share: who draws a card or reads a file, the pace, failures counted."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add claims to cards and files, and the tables of pace and failures."""
    moment = sa.DateTime(timezone=True)
    op.add_column("card", sa.Column("drawer", sa.BigInteger(), nullable=True))
    op.add_column("card", sa.Column("held_until", moment, nullable=True))
    op.add_column("card", sa.Column("letters_from", moment, nullable=True))
    op.add_column("job", sa.Column("held_until", moment, nullable=True))
    op.create_table(
        "failing_update",
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_failing_update")),
    )
    op.create_table(
        "pace",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("silent_until", moment, nullable=True),
        sa.Column("letters_from", moment, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pace")),
    )
