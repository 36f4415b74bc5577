"""Counts of offices by status, Advisor and voivodeship, kept in the turn that changes one of them.

A desk of a hundred thousand offices is summed up from a few thousand rows. `stock` tells whether
the offices themselves are still those of before.
"""

import secrets
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from functools import cache
from typing import Any, Final
from weakref import WeakKeyDictionary

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Select,
    case,
    delete,
    func,
    insert,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import insert as insert_on_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_on_sqlite

from conversations.collation import polish_key
from conversations.overview import MOST_SHARES, Overview, Share
from conversations.status import Totals
from conversations.submission import COMPLETE, Status, Submission, status
from storage.rows import Prepared
from storage.tables.offices import OfficeRow, StockRow, SubmissionRow, TallyRow

_tally = TallyRow.__table__
_stock = StockRow.__table__
_office = OfficeRow.__table__
_submission = SubmissionRow.__table__

_NUMBERS: Final = ("offices", "steering", "editorial")
_KEY: Final = (_tally.c.advisor, _tally.c.voivodeship, _tally.c.practice, _tally.c.status)
_NAMED: Final = (_tally.c.offices > 0, _tally.c.advisor != "")

Scope = Collection[str] | None
"""The Advisors whose offices a desk is about; None for all offices."""

Names = Select[tuple[str]]
"""Advisors as another statement finds them."""

STOCK: Final = select(_stock.c.version).scalar_subquery()
"""What `stock` tells, as a part of another statement."""


def stock(connection: Connection) -> str | None:
    """A value that stays the same while no table changes which offices there are."""
    return connection.scalar(select(_stock.c.version))


def changed_stock(connection: Connection) -> None:
    """A table has changed the offices. A value is never used twice, whatever is rolled back."""
    connection.execute(delete(_stock))
    connection.execute(insert(_stock).values(id=1, version=secrets.token_hex(8)))


def moved(connection: Connection, before: Submission, after: Submission) -> None:
    """Count a submission where it is now, and no longer where it was."""
    _count(connection, (before, -1), (after, 1))


def counted(connection: Connection, submission: Submission, times: int) -> None:
    """Count an office that has come (1), or no longer one that goes (-1)."""
    _count(connection, (submission, times))


def _count(connection: Connection, *moves: tuple[Submission, int]) -> None:
    changes: dict[tuple[str, str, bool, str], list[int]] = {}
    for submission, sign in moves:
        sums = changes.setdefault(_key(submission), [0, 0, 0])
        team = submission.counted
        for at, count in enumerate((1, len(team.steering), len(team.editorial))):
            sums[at] += sign * count
    # In one order for everybody, so that two turns never wait for each other.
    for key, sums in sorted(changes.items()):
        if any(sums):
            _add(connection, key, dict(zip(_NUMBERS, sums, strict=True)))


def _key(submission: Submission) -> tuple[str, str, bool, str]:
    office = submission.office
    place = (office.advisor or "", office.voivodeship or "", office.practice)
    return (*place, status(submission).value)


def _add(connection: Connection, key: tuple[str, str, bool, str], numbers: dict[str, int]) -> None:
    names = dict(zip((column.name for column in _KEY), key, strict=True))
    _adding(connection.dialect.name).run(connection, {**names, **numbers})


@cache
def _adding(dialect: str) -> Prepared:
    put: Callable[..., Any] = insert_on_sqlite if dialect == "sqlite" else insert_on_postgresql
    statement = put(_tally)
    summed = {name: _tally.c[name] + statement.excluded[name] for name in _NUMBERS}
    return Prepared(statement.on_conflict_do_update(index_elements=list(_KEY), set_=summed))


def recount(connection: Connection) -> None:
    """Count everything anew from the columns of the submissions."""
    advisor = func.coalesce(_office.c.advisor, "").label("advisor")
    region = func.coalesce(_office.c.voivodeship, "").label("voivodeship")
    groups = (advisor, region, _office.c.practice, _submission.c.status)
    counted: Select[Any] = (
        select(
            *groups,
            func.count(),
            func.sum(_submission.c.counted_steering),
            func.sum(_submission.c.counted_editorial),
        )
        .join(_office, _office.c.id == _submission.c.office_id)
        .group_by(*groups)
    )
    connection.execute(delete(_tally))
    names = [*(column.name for column in _KEY), *_NUMBERS]
    connection.execute(insert(_tally).from_select(names, counted))


def overview(
    connection: Connection, scope: Scope, *, regions: Scope = None, shares: bool = False
) -> Overview:
    """How the offices of a desk stand, those of some voivodeships where they are given.

    `shares`: by voivodeship as well, and of the whole programme by Advisor.
    """
    within = [
        *_within(scope, _tally.c.advisor),
        *_within(regions, _tally.c.voivodeship),
        _tally.c.practice.is_(False),
    ]
    # One look at the counts: what is told by voivodeship adds up to what is told in all.
    groups = (_tally.c.voivodeship, _tally.c.status)
    sums = [func.sum(_tally.c[name]).label(name) for name in _NUMBERS]
    rows = connection.execute(select(*groups, *sums).where(*within).group_by(*groups)).all()
    real = [row for row in rows if row.offices]
    by_status, places, complete = Counter[str](), Counter[str](), Counter[str]()
    for row in real:
        by_status[row.status] += row.offices
        places[row.voivodeship] += row.offices
        complete[row.voivodeship] += row.offices if row.status in COMPLETE else 0
    in_all = shares and scope is None and regions is None
    named = _names(connection) if in_all else ()
    return Overview(
        totals=Totals(
            by_status=tuple((each, by_status[each]) for each in Status if by_status[each]),
            steering=sum(row.steering for row in real),
            editorial=sum(row.editorial for row in real),
        ),
        count=sum(places.values()),
        complete=sum(complete.values()),
        voivodeships=tuple(
            Share(place, complete[place], places[place])
            for place in sorted(places if shares else (), key=polish_key)
        ),
        advisors=_of_advisors(connection, named[:MOST_SHARES]),
        advisors_beyond=len(named[MOST_SHARES:]),
    )


_known: WeakKeyDictionary[Engine, tuple[str | None, tuple[str, ...]]] = WeakKeyDictionary()
"""The Advisors ("": none) in the order of their names, as long as no table changes them."""


def _names(connection: Connection) -> tuple[str, ...]:
    version = stock(connection)
    kept = _known.get(connection.engine)
    if kept is None or kept[0] != version:
        counted = (_tally.c.offices > 0, _tally.c.practice.is_(False))
        found = connection.scalars(select(_tally.c.advisor).distinct().where(*counted))
        kept = (version, tuple(sorted(found, key=polish_key)))
        _known[connection.engine] = kept
    return kept[1]


def _of_advisors(connection: Connection, named: Sequence[str]) -> tuple[Share, ...]:
    if not named:
        return ()
    complete = case((_tally.c.status.in_(COMPLETE), _tally.c.offices), else_=0)
    rows = connection.execute(
        select(
            _tally.c.advisor,
            func.sum(complete).label("complete"),
            func.sum(_tally.c.offices).label("offices"),
        )
        .where(_tally.c.advisor.in_(named), _tally.c.practice.is_(False))
        .group_by(_tally.c.advisor)
    )
    shares = {row.advisor: Share(row.advisor, row.complete, row.offices) for row in rows}
    return tuple(shares[name] for name in named if name in shares)


def practised(connection: Connection) -> bool:
    """Whether there is any office for practice."""
    some = select(_tally.c.offices).where(_tally.c.practice.is_(True), _tally.c.offices > 0)
    return connection.scalar(some.limit(1)) is not None


def voivodeships(connection: Connection, scope: Scope) -> list[str]:
    """Where the offices of a desk are; "" for those of which no table says it."""
    statement = select(_tally.c.voivodeship).distinct()
    counted = statement.where(*_within(scope, _tally.c.advisor), _tally.c.offices > 0)
    return list(connection.scalars(counted.where(_tally.c.practice.is_(False))))


def advisors(connection: Connection) -> frozenset[str]:
    """The Advisors of the tables."""
    return _advisors(connection, true())


def open_advisors(connection: Connection, *, but: Names, most: int) -> tuple[Sequence[str], int]:
    """The first Advisors of offices whose list is open, but for some, and how many there are."""
    of_others = (
        *_NAMED,
        _tally.c.status != Status.CLOSED,
        _tally.c.practice.is_(False),
        _tally.c.advisor.not_in(but),
    )
    statement = select(_tally.c.advisor).distinct().where(*of_others).order_by(_tally.c.advisor)
    found = connection.scalars(statement.limit(most)).all()
    if len(found) < most:
        return found, len(found)
    count = select(func.count(_tally.c.advisor.distinct())).where(*of_others)
    return found, connection.scalar(count) or 0


def lacking_advisors(connection: Connection, *, among: Names | None = None) -> frozenset[str]:
    """The Advisors of offices that lack something: those of whom there is anything to remind."""
    some = true() if among is None else _tally.c.advisor.in_(among)
    return _advisors(
        connection, _tally.c.status.not_in(COMPLETE), _tally.c.practice.is_(False), some
    )


def _advisors(connection: Connection, *which: ColumnElement[bool]) -> frozenset[str]:
    """The names in the counts of some offices; read at once, as there may be thousands."""
    statement = select(_tally.c.advisor).distinct().where(*_NAMED, *which)
    return frozenset(connection.scalars(statement).all())


def finished_advisors(connection: Connection) -> frozenset[str]:
    """The Advisors who have offices, all of them approved: a closed list says nothing of that."""
    approved = (Status.APPROVED, Status.ACCEPTED)
    lacks = case((_tally.c.status.in_(approved), 0), else_=_tally.c.offices)
    names = connection.scalars(
        select(_tally.c.advisor)
        .where(_tally.c.practice.is_(False), _tally.c.advisor != "")
        .group_by(_tally.c.advisor)
        .having(func.sum(lacks) == 0, func.sum(_tally.c.offices) > 0)
    )
    return frozenset(names)


def _within(scope: Scope, column: ColumnElement[str]) -> list[ColumnElement[bool]]:
    return [] if scope is None else [column.in_(sorted(scope))]
