"""Offices may share a name: what is unique is the name with its place and its head."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let namesakes in."""
    with op.batch_alter_table("office") as office:
        office.drop_constraint("uq_office_name", type_="unique")
    op.create_index(
        "uq_office_identity",
        "office",
        [
            "name",
            sa.text("coalesce(voivodeship, '')"),
            sa.text("coalesce(county, '')"),
            sa.text("coalesce(head_title, '')"),
        ],
        unique=True,
    )
