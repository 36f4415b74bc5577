"""SQLite gives no number twice: buttons and keys of letters outlive the rows that they name.

PostgreSQL never does, so that nothing changes there.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

LEFT_OUT = 1000
"""Numbers left out where the database was used: what was given and deleted again left no trace."""
_no = sa.false()
_moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Rebuild each table with AUTOINCREMENT, its rows and indexes as they were."""
    if op.get_bind().dialect.name != "sqlite":
        return
    _rebuild(
        "job",
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("at", _moment, nullable=False),
        sa.Column("grant_id", sa.Integer()),
        sa.Column("held_until", _moment),
        sa.Column("office_id", sa.Integer()),
        sa.UniqueConstraint("update_id", name=op.f("uq_job_update_id")),
    )
    _rebuild(
        "bulk",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("by", sa.BigInteger()),
        sa.Column("at", _moment, nullable=False),
        sa.Column("done_at", _moment),
    )
    _rebuild(
        "office",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("head_title", sa.String()),
        sa.Column("advisor", sa.String()),
        sa.Column("voivodeship", sa.String()),
        sa.Column("county", sa.String()),
        sa.Column("limit_steering", sa.Integer()),
        sa.Column("limit_editorial", sa.Integer()),
        sa.Column("block_iii", sa.Integer()),
        sa.Column("practice", sa.Boolean(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String()),
        sa.Column("updated_at", _moment, nullable=False),
        sa.Column("import_id", sa.Integer()),
        sa.Column("gone", sa.Boolean(), nullable=False, server_default=_no),
        sa.Column("granted_steering", sa.Boolean(), nullable=False, server_default=_no),
        sa.Column("granted_editorial", sa.Boolean(), nullable=False, server_default=_no),
        sa.Column("block_i_held", sa.Boolean(), nullable=False, server_default=_no),
        sa.CheckConstraint("limit_editorial >= 0", name=op.f("ck_office_editorial")),
        sa.CheckConstraint("limit_steering >= 0", name=op.f("ck_office_steering")),
    )
    _rebuild(
        "access_grant",
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("office_id", sa.Integer()),
        sa.Column("advisor", sa.String()),
        sa.Column("display_name", sa.String(), nullable=False),
        sa.Column("given_at", _moment, nullable=False),
        sa.Column("revoked_at", _moment),
        sa.Column("valid_from", _moment),
        sa.Column("valid_until", _moment),
        sa.CheckConstraint(
            "role IN ('coordinator', 'advisor', 'head', 'secretary')",
            name=op.f("ck_access_grant_role"),
        ),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_access_grant_office_id")
        ),
    )


def _rebuild(name: str, *parts: sa.Column[Any] | sa.Constraint) -> None:
    connection = op.get_bind()
    made = "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql <> ''"
    indexes = connection.exec_driver_sql(made, (name,)).all()
    op.create_table(
        f"new_{name}",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        *parts,
        sqlite_autoincrement=True,
    )
    kept = ["id", *(each.name for each in parts if isinstance(each, sa.Column))]
    columns = ", ".join(f'"{each}"' for each in kept)
    op.execute(f"INSERT INTO new_{name} ({columns}) SELECT {columns} FROM {name}")  # noqa: S608
    op.drop_table(name)
    op.rename_table(f"new_{name}", name)
    for (index,) in indexes:
        op.execute(index)
    used = "EXISTS (SELECT 1 FROM office) OR EXISTS (SELECT 1 FROM journal)"
    if connection.exec_driver_sql(f"SELECT {used}").scalar():
        last = connection.exec_driver_sql(f"SELECT max(id) FROM {name}").scalar() or 0  # noqa: S608
        connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
        values = (name, last + LEFT_OUT)
        connection.exec_driver_sql("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", values)
