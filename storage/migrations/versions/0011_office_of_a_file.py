"""Whose list a file that waits was sent as: one coordinator writes those of several offices."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Empty for files that wait already: a head's are still read, by the role they came in."""
    op.add_column("job", sa.Column("office_id", sa.Integer(), nullable=True))
