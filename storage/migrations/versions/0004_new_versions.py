"""What a new version of a table has to know of an office, and in which role a file was sent."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Which table named an office last, what the coordinator granted, whose file waits."""
    op.add_column("office", sa.Column("import_id", sa.Integer(), nullable=True))
    for name in ("gone", "granted_steering", "granted_editorial"):
        flag: sa.Column[bool] = sa.Column(
            name, sa.Boolean(), nullable=False, server_default=sa.false()
        )
        op.add_column("office", flag)
    op.add_column("job", sa.Column("grant_id", sa.Integer(), nullable=True))
