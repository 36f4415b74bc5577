"""Counts in the order of the coordinator's card, so that those of all Advisors are not sorted."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """It holds all that the card sums up, so that only the index is read."""
    op.create_index(
        "ix_tally_place",
        "tally",
        ["voivodeship", "status", "practice", "offices", "steering", "editorial"],
    )
