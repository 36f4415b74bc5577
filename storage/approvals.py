"""What was approved and how it came about: every version, who pressed, which table, who was told.

Reads what other modules keep; only the line that people were informed is written here.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, or_, select

from conversations.journal import What
from conversations.papers import Version
from conversations.submission import Approval, Decider
from conversations.team import Basis, Team
from storage import codec, journal
from storage.rows import Prepared
from storage.tables.offices import ApprovedRow, OfficeRow, SubmissionRow
from storage.tables.people import GrantRow
from storage.tables.programme import ImportRow, JournalRow

_approved = ApprovedRow.__table__
_journal = JournalRow.__table__
_grant = GrantRow.__table__
_office = OfficeRow.__table__
_import = ImportRow.__table__
_submission = SubmissionRow.__table__

INFORMED = What.INFORMED.value
"""The journal's line that the people of a version were told of the processing of their data."""


_history = Prepared(
    select(_approved)
    .where(_approved.c.office_id == bindparam("office"))
    .order_by(_approved.c.version)
)
_informed = Prepared(
    select(_journal.c.version, func.min(_journal.c.at).label("at"))
    .where(_journal.c.office_id == bindparam("office"), _journal.c.what == INFORMED)
    .group_by(_journal.c.version)
)


@dataclass(frozen=True, slots=True)
class Origin:
    """The coordination table that an office belongs to now: its number, its file, since when."""

    number: int
    name: str
    at: datetime | None


def history(connection: Connection, office_id: int) -> tuple[Version, ...]:
    """Every version of an office that was approved, the oldest first.

    Whether the Advisor accepted is not told: that is kept of the latest only.
    """
    rows = _history.all(connection, {"office": office_id})
    return tuple(
        Version(
            row.version,
            Approval(
                team=codec.load(Team, row.people),
                at=row.at,
                by=Decider(row.decided_by),
                basis=codec.load(Basis, row.basis) if row.basis else None,
            ),
        )
        for row in rows
    )


def latest(connection: Connection, office_id: int) -> int:
    """The number of the version that counts; 0 where none was approved."""
    number = select(_submission.c.approved_version).where(_submission.c.office_id == office_id)
    return connection.scalar(number) or 0


def informed(connection: Connection, office_id: int) -> dict[int, datetime]:
    """Of which versions the office said that their people were told, and when first (UTC)."""
    told = _informed.all(connection, {"office": office_id})
    return {row.version: row.at for row in told}


def note_informed(
    connection: Connection, office_id: int, version: int, *, actor: int | None, now: datetime
) -> None:
    """Keep that the people of this version were told."""
    journal.note(
        connection, actor=actor, office_id=office_id, what=INFORMED, version=version, now=now
    )


def pressed_by(connection: Connection, office_id: int, version: int) -> str | None:
    """The name under which whoever made this version came in; None for nobody who is known."""
    actor = (
        select(_journal.c.actor)
        .where(_journal.c.office_id == office_id, _journal.c.version == version)
        .where(or_(_journal.c.what.startswith("approved"), _journal.c.what.contains(" > ")))
        .limit(1)
        .scalar_subquery()
    )
    name: str | None = connection.scalar(
        select(_grant.c.display_name)
        .where(_grant.c.person_id == actor)
        .order_by(_grant.c.office_id.is_not_distinct_from(office_id).desc(), _grant.c.id.desc())
        .limit(1)
    )
    return name


def origin(connection: Connection, office_id: int) -> Origin | None:
    """The table to which an office belongs; None for one that came before this was kept."""
    row = connection.execute(
        select(_import.c.id, _import.c.name, _import.c.decided_at)
        .join(_office, _office.c.import_id == _import.c.id)
        .where(_office.c.id == office_id)
    ).one_or_none()
    return Origin(row.id, row.name, row.decided_at) if row else None
