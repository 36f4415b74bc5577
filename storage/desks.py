"""The desks of Advisors and the coordinator: of many offices only those that a card shows.

What `conversations.overview.look` says of a few offices is found here among a hundred thousand,
from columns and counts: nobody's list of people is read but those of the page.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final
from weakref import WeakKeyDictionary

from sqlalchemy import ColumnElement, Connection, Engine, bindparam, func, select, true, update

from conversations.collation import polish_key
from conversations.office_names import Entry
from conversations.office_search import Matches, Names, names, voivodeships
from conversations.overview import UNSENT, Desk, Found, Overview, Wanted, Which, first_of
from conversations.submission import COMPLETE, Missing, Request
from storage import codec, offices, submissions, tally
from storage.tables.offices import OfficeRow, SubmissionRow
from storage.tally import Scope
from storage.teams import columns

_office = OfficeRow.__table__
_submission = SubmissionRow.__table__

_ORDER: Final = (_submission.c.waiting, _submission.c.sort_key, _submission.c.office_id)
_MOST_VALUES: Final = 1_000
"""Ids in one statement."""

_HOLDS: Final[dict[Which, tuple[ColumnElement[bool], ...]]] = {
    Which.UNSENT: (
        _submission.c.stage.in_(sorted(UNSENT)),
        _submission.c.status.not_in(sorted(COMPLETE)),
    ),
    Which.WITHOUT_PLENIPOTENTIARY: (_submission.c.missing.startswith(Missing.PLENIPOTENTIARY),),
    Which.LACKING: (_submission.c.missing != "",),
    Which.FREE_SEATS: (_submission.c.free.is_(True),),
}


def load(connection: Connection, scope: Scope, wanted: Wanted) -> Desk:
    """The desk of some Advisors' offices, or of all (None): in all, and the part that is shown."""
    region: Overview | None = None
    real: list[ColumnElement[bool]] = (
        [_office.c.practice.is_(False)] if tally.practised(connection) else []
    )
    which: list[ColumnElement[bool]] = []
    overview = _overview(connection, scope)
    only = None
    if overview.count == 1:
        only = next(iter(_part(connection, scope, real, Wanted(Which.ALL, size=1), 1).submissions))
    match wanted.which:
        case Which.NONE:
            return Desk(overview, only=only)
        case Which.ALL:
            found = _part(connection, scope, real, wanted, overview.count)
        case Which.NAMED:
            found = _named(connection, scope, wanted)
        case Which.CHOSEN:
            which = [*real, _submission.c.office_id == wanted.office_id]
            found = _part(connection, scope, which, wanted)
        case Which.REGION:
            here = voivodeships(tally.voivodeships(connection, scope), wanted.text)
            if not here:
                return Desk(overview, only=only)
            region = tally.overview(connection, scope, regions=here, shares=True)
            regions = _office.c.voivodeship.in_(sorted(here))
            which = [*real, regions, *_HOLDS[Which.LACKING]]
            found = _part(connection, scope, which, wanted)
        case _:
            which = [*real, *_HOLDS[wanted.which]]
            found = _part(connection, scope, which, wanted)
    return Desk(overview, found, region, only)


def _overview(connection: Connection, scope: Scope) -> Overview:
    """In all; for the coordinator with the shares, what is asked for, and what no table names."""
    if scope is not None:
        return tally.overview(connection, scope)
    summed = tally.overview(connection, None, shares=True)
    rows = connection.execute(
        select(_submission.c.office_id, _submission.c.request)
        .join(_office, _office.c.id == _submission.c.office_id)
        .where(_submission.c.request.is_not(None), _office.c.practice.is_(False))
        .order_by(_submission.c.office_id)
    ).all()
    asking = {each.id: each for each in offices.of_ids(connection, [row.office_id for row in rows])}
    gone = select(_office.c.id).where(_office.c.gone == true(), _office.c.practice.is_(False))
    left_out = offices.of_ids(connection, connection.scalars(gone.order_by(_office.c.id)).all())
    return Overview(
        summed.totals,
        summed.count,
        summed.complete,
        summed.voivodeships,
        summed.advisors,
        summed.advisors_beyond,
        tuple((asking[row.office_id], codec.load(Request, row.request)) for row in rows),
        tuple(left_out),
    )


def _part(
    connection: Connection,
    scope: Scope,
    which: list[ColumnElement[bool]],
    wanted: Wanted,
    count: int | None = None,
) -> Found:
    """The page of a list that is wanted. `count` is of the whole list where it is known."""
    ids, counted = select(_submission.c.office_id), select(func.count()).select_from(_submission)
    if scope is not None:
        which = [*which, _office.c.advisor.in_(sorted(scope))]
    if which:
        whole = _office.c.id == _submission.c.office_id
        ids, counted = ids.join(_office, whole), counted.join(_office, whole)
    if count is None:
        count = connection.scalar(counted.where(*which)) or 0
    first = first_of(count, wanted)
    page = ids.where(*which).order_by(*_ORDER).limit(wanted.size).offset(first)
    return _shown(connection, scope, connection.scalars(page).all(), Found((), count, first))


def _shown(connection: Connection, scope: Scope, ids: Sequence[int], found: Found) -> Found:
    """What was found, with the submissions of its page."""
    shown = submissions.of_ids(connection, ids)
    alike = namesakes(connection, scope, {each.office.name for each in shown})
    return replace(found, submissions=tuple(shown), alike=alike)


def namesakes(connection: Connection, scope: Scope, among: Iterable[str]) -> frozenset[str]:
    """Which of these names several offices of a desk bear."""
    bearing = select(_office.c.name).where(
        _office.c.name.in_(sorted(among)), _office.c.practice.is_(False)
    )
    if scope is not None:
        bearing = bearing.where(_office.c.advisor.in_(sorted(scope)))
    several = bearing.group_by(_office.c.name).having(func.count() > 1)
    return frozenset(connection.scalars(several))


# --- Names ------------------------------------------------------------------------------------


def _named(connection: Connection, scope: Scope, wanted: Wanted) -> Found:
    matches = look_up(connection, scope, wanted.text)
    ranked: list[tuple[int, bytes, int]] = []
    for start in range(0, len(matches.ids), _MOST_VALUES):
        some = matches.ids[start : start + _MOST_VALUES]
        rows = connection.execute(select(*_ORDER).where(_submission.c.office_id.in_(some)))
        ranked += [(row.waiting, row.sort_key, row.office_id) for row in rows]
    first = first_of(len(ranked), wanted)
    ids = [office_id for _, _, office_id in sorted(ranked)[first : first + wanted.size]]
    found = Found((), len(ranked), first, matches.outcome)
    return _shown(connection, scope, ids, found)


_known: WeakKeyDictionary[Engine, tuple[str | None, Names]] = WeakKeyDictionary()
"""The names of all offices, as long as no table changes them."""


def look_up(connection: Connection, scope: Scope, text: str) -> Matches:
    """The offices of a desk that typed words mean."""
    if scope is not None:
        return names(tuple(_entries(connection, _office.c.advisor.in_(sorted(scope))))).look_up(
            text
        )
    version = tally.stock(connection)
    kept = _known.get(connection.engine)
    if kept is None or kept[0] != version:
        kept = (version, Names(_entries(connection)))
        _known[connection.engine] = kept
    return kept[1].look_up(text)


def _entries(connection: Connection, *which: ColumnElement[bool]) -> list[Entry]:
    of_entry = (_office.c.id, _office.c.name, _office.c.voivodeship, _office.c.county)
    real = (*which, _office.c.practice.is_(False))
    rows = connection.execute(select(*of_entry).where(*real).order_by(_office.c.id))
    return [Entry(row.id, row.name, row.voivodeship, row.county) for row in rows]


# --- Filling ----------------------------------------------------------------------------------


def refill(connection: Connection) -> None:
    """Write the columns and counts of every submission anew, as a new version reads them."""
    rows: list[dict[str, Any]] = [
        {
            "office": each.office.id,
            "sorting": polish_key(each.office.name),
            **{name: columns(each)[name] for name in (*COUNTED, "status")},
        }
        for each in submissions.all_submissions(connection, practice=True)
    ]
    if rows:
        values: dict[str, Any] = {name: bindparam(name) for name in (*COUNTED, "status")}
        statement = update(_submission).where(_submission.c.office_id == bindparam("office"))
        connection.execute(statement.values(**values, sort_key=bindparam("sorting")), rows)
    tally.recount(connection)
    tally.changed_stock(connection)


COUNTED: Final = ("waiting", "missing", "counted_steering", "counted_editorial", "free")
"""Columns of a submission that repeat what its people and its office's limits say."""
