"""The secret of keyed codes, which days' retention has been run, and a journal that only grows.

A journal row may change in one way: who did it becomes a pseudonym, a number below zero. On SQLite
a table that is rebuilt loses its triggers, so whoever rebuilds `journal` makes them anew.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_SAME = "NEW.id = OLD.id AND NEW.at = OLD.at AND NEW.what = OLD.what AND NEW.version = OLD.version"

_SQLITE = (
    """CREATE TRIGGER journal_keeps BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END""",
    f"""CREATE TRIGGER journal_stays BEFORE UPDATE ON journal
    WHEN NOT coalesce(
        OLD.actor > 0 AND NEW.actor < 0 AND NEW.office_id IS OLD.office_id AND {_SAME}, 0
    )
    BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END""",
)
_POSTGRESQL = (
    f"""CREATE FUNCTION journal_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'UPDATE' AND OLD.actor > 0 AND NEW.actor < 0
            AND NEW.office_id IS NOT DISTINCT FROM OLD.office_id AND {_SAME}
        THEN RETURN NEW;
        END IF;
        RAISE EXCEPTION 'the journal is only added to';
    END $$""",
    """CREATE TRIGGER journal_stays BEFORE UPDATE OR DELETE ON journal
    FOR EACH ROW EXECUTE FUNCTION journal_stays()""",
)


def upgrade() -> None:
    op.create_table(
        "secret",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_secret")),
        sa.CheckConstraint("id = 1", name=op.f("ck_secret_only")),
    )
    op.create_table(
        "retention_run",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_retention_run")),
    )
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE if sqlite else _POSTGRESQL:
        op.execute(statement)
