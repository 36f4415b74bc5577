"""Offices, as the coordination tables make them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import ColumnElement, Connection, Engine, bindparam, delete, insert, select, update

from conversations.access import Role
from conversations.collation import polish_key
from conversations.limits import Block
from conversations.people import Person
from conversations.settings import Key, LimitMode
from conversations.submission import Attendance, Office, Submission
from conversations.table_import import Difference, Taking
from storage import settings, tally
from storage.rows import Prepared
from storage.tables.offices import AttendanceRow, OfficeRow, SubmissionRow
from storage.tables.people import GrantRow
from storage.teams import columns

_office = OfficeRow.__table__
_grant = GrantRow.__table__
_submission = SubmissionRow.__table__
_attendance = AttendanceRow.__table__

_IS_HEAD = (
    _grant.c.role == Role.HEAD,
    _grant.c.revoked_at.is_(None),
    _grant.c.valid_until.is_(None),
)
_by_id = select(
    _office,
    select(_grant.c.display_name)
    .where(_grant.c.office_id == _office.c.id, *_IS_HEAD)
    .order_by(_grant.c.id.desc())
    .limit(1)
    .scalar_subquery()
    .label("head"),
    settings.value_of(Key.LIMIT_MODE).label("limit_mode"),
    tally.STOCK.label("stock"),
).where(_office.c.id == bindparam("office"))
_one = Prepared(_by_id)
_locked = Prepared(_by_id.with_for_update(of=_office))


def load(connection: Connection, office_id: int, *, lock: bool = False) -> Office | None:
    """An office with what R2a and R2b need to know: its head and the advisors' names."""
    row = (_locked if lock else _one).one_or_none(connection, {"office": office_id})
    if row is None:
        return None
    held = [row.id] if row.block_i_held else []
    return _build(
        row,
        row.head,
        _advisor_keys(connection, row.stock),
        exact=row.limit_mode == LimitMode.EXACT,
        attendance=_attendances(connection, held).get(row.id),
    )


def all_offices(
    connection: Connection, *, lock: bool = False, practice: bool = False
) -> list[Office]:
    """Every office in the order of the tables; those for `practice` as well where asked."""
    which = () if practice else (_office.c.practice.is_(False),)
    return _complete(connection, *which, lock=lock)


def of_advisor(connection: Connection, advisor: str) -> list[Office]:
    """An advisor's offices in the order of the tables."""
    return _complete(connection, _office.c.advisor == advisor)


def of_ids(connection: Connection, ids: Sequence[int]) -> list[Office]:
    """These offices, in the order of the tables."""
    return _complete(connection, _office.c.id.in_(ids)) if ids else []


def _complete(
    connection: Connection, *which: ColumnElement[bool], lock: bool = False
) -> list[Office]:
    statement = select(_office).where(*which).order_by(_office.c.id)
    if lock:
        statement = statement.with_for_update()
    rows = connection.execute(statement).all()
    heads = _heads(connection, *which)
    held = [row.id for row in rows if row.block_i_held]
    attendance = _attendances(connection, held)
    exact = settings.get(connection, Key.LIMIT_MODE) == LimitMode.EXACT
    advisors = _advisor_keys(connection, tally.stock(connection))
    return [
        _build(row, heads.get(row.id), advisors, exact=exact, attendance=attendance.get(row.id))
        for row in rows
    ]


def _build(
    row: Any,
    head: str | None,
    advisors: frozenset[str],
    *,
    exact: bool,
    attendance: Attendance | None,
) -> Office:
    return Office(
        id=row.id,
        name=row.name,
        head_title=row.head_title,
        advisor=row.advisor,
        limit_steering=row.limit_steering,
        limit_editorial=row.limit_editorial,
        voivodeship=row.voivodeship,
        county=row.county,
        practice=row.practice,
        closed=row.closed,
        head_registered=head is not None,
        head_key=name_key(head or ""),
        advisor_keys=advisors,
        granted=frozenset(
            block
            for block, granted in zip(
                Block, (row.granted_steering, row.granted_editorial), strict=True
            )
            if granted
        ),
        gone=row.gone,
        exact=exact,
        attendance=attendance,
    )


_known: WeakKeyDictionary[Engine, tuple[str | None, frozenset[str]]] = WeakKeyDictionary()
"""The Advisors' keys (R2a), as long as no table changes them."""


def _advisor_keys(connection: Connection, version: str | None) -> frozenset[str]:
    kept = _known.get(connection.engine)
    if kept is None or kept[0] != version:
        keys = map(name_key, tally.advisors(connection))
        kept = (version, frozenset(key for key in keys if key))
        _known[connection.engine] = kept
    return kept[1]


def _attendances(connection: Connection, held: list[int]) -> dict[int, Attendance]:
    """Who took block I at the offices where it has been held."""
    if not held:
        return {}
    rows = connection.execute(select(_attendance).where(_attendance.c.office_id.in_(held))).all()
    return {
        office_id: Attendance(
            frozenset(r.person_key for r in rows if r.office_id == office_id and r.attended),
            frozenset(r.person_key for r in rows if r.office_id == office_id and r.editor),
        )
        for office_id in held
    }


def _heads(connection: Connection, *which: ColumnElement[bool]) -> dict[int, str]:
    """The names under which heads of these offices came in; the newest where there are two.

    A substitute is no head: the head's name and account are what R2b and the approval look at.
    """
    rows = connection.execute(
        select(_grant.c.office_id, _grant.c.display_name)
        .join(_office, _office.c.id == _grant.c.office_id)
        .where(*which, *_IS_HEAD)
        .order_by(_grant.c.id)
    )
    return {row.office_id: row.display_name for row in rows}


def name_key(name: str) -> str | None:
    """The key of a person known by a whole name only; None for less than two words."""
    words = name.split()
    return Person(" ".join(words[:-1]), words[-1]).key if len(words) > 1 else None


def put_table(
    connection: Connection,
    found: Difference,
    *,
    name: str,
    import_id: int | None,
    now: datetime,
) -> None:
    """Take a confirmed table over: new offices are added, known ones become what it makes them.

    A new version is the table of every office that it names; an additional one leaves an office to
    the table it came from. Offices that are gone stay, with their people, and are marked.
    """
    named = {"source": name, "updated_at": now}
    owner = {} if found.taking is Taking.ADDITIONAL else {"import_id": import_id}
    changed = [
        {
            "office": change.after.id,
            **_figures(change.after),
            "block_iii": change.row.block_iii,
            **named,
            **owner,
        }
        for change in found.matched
    ]
    added = [
        {
            "name": row.name,
            "head_title": row.head,
            "advisor": row.advisor,
            "voivodeship": row.voivodeship,
            "county": row.county,
            "limit_steering": row.limit_steering,
            "limit_editorial": row.limit_editorial,
            "block_iii": row.block_iii,
            "practice": False,
            "closed": False,
            **named,
            "import_id": import_id,
        }
        for row in (each.row for each in found.added)
    ]
    if changed:
        statement = update(_office).where(_office.c.id == bindparam("office"))
        connection.execute(statement, changed)
    if found.gone:
        gone = update(_office).where(_office.c.id == bindparam("office")).values(gone=True)
        connection.execute(gone, [{"office": each.office.id} for each in found.gone])
    if added:
        add(connection, added)
    tally.recount(connection)
    tally.changed_stock(connection)


def _figures(office: Office) -> dict[str, Any]:
    """What a table decides about an office that is there."""
    return {
        "head_title": office.head_title,
        "advisor": office.advisor,
        "voivodeship": office.voivodeship,
        "county": office.county,
        "limit_steering": office.limit_steering,
        "limit_editorial": office.limit_editorial,
        "granted_steering": Block.STEERING in office.granted,
        "granted_editorial": Block.EDITORIAL in office.granted,
        "gone": office.gone,
    }


def of_tables(connection: Connection) -> dict[int, int | None]:
    """The table to which each office belongs; None for one that came before this was kept."""
    rows = connection.execute(select(_office.c.id, _office.c.import_id))
    return {row.id: row.import_id for row in rows}


def add(connection: Connection, added: list[dict[str, Any]]) -> list[int]:
    """New offices, each with its empty submission, numbered in this order; their ids.

    Nothing is counted: see `tally.recount` and `tally.moved`.
    """
    numbered = insert(_office).returning(_office.c.id, sort_by_parameter_order=True)
    ids = connection.scalars(numbered, added).all()
    empty = columns(Submission(Office(0, "")))
    rows = [
        {"office_id": each, "sort_key": polish_key(office["name"]), **empty}
        for each, office in zip(ids, added, strict=True)
    ]
    connection.execute(insert(_submission), rows)
    return list(ids)


def set_limit(
    connection: Connection, office_id: int, block: Block, limit: int, now: datetime
) -> None:
    """Another limit in one block, granted by the coordinator (A19)."""
    which = "steering" if block is Block.STEERING else "editorial"
    values = {f"limit_{which}": limit, f"granted_{which}": True, "updated_at": now}
    connection.execute(update(_office).where(_office.c.id == office_id).values(values))


def set_attendance(
    connection: Connection, office_id: int, attendance: Attendance, now: datetime
) -> None:
    """That block I has been held at an office, and who took it: in the place of what was kept.

    `attendance` is what `conversations.attendance.mark_attendance` answers with the office.
    """
    keep_attendance(connection, office_id, attendance)
    values = {"block_i_held": True, "updated_at": now}
    connection.execute(update(_office).where(_office.c.id == office_id).values(values))


def keep_attendance(connection: Connection, office_id: int, attendance: Attendance) -> None:
    """Who took block I, in the place of what was kept of it."""
    connection.execute(delete(_attendance).where(_attendance.c.office_id == office_id))
    marked = [
        {
            "office_id": office_id,
            "person_key": key,
            "attended": key in attendance.people,
            "editor": key in attendance.editors,
        }
        for key in sorted(attendance.people | attendance.editors)
    ]
    if marked:
        connection.execute(insert(_attendance), marked)


def set_closed(connection: Connection, office_id: int, closed: bool, now: datetime) -> None:
    """Close an office's list, or open it again."""
    connection.execute(
        update(_office).where(_office.c.id == office_id).values(closed=closed, updated_at=now)
    )
