"""Counts of offices by status, Advisor and voivodeship, kept in the turn that changes one of them.

A desk of a hundred thousand offices is summed up from a few thousand rows. `stock` tells whether
the offices themselves are still those of before.
"""

import secrets
from collections.abc import Callable, Collection
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, case, delete, func, insert, select
from sqlalchemy.dialects.postgresql import insert as insert_on_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_on_sqlite

from conversations.collation import polish_key
from conversations.overview import Overview, Share
from conversations.status import Totals
from conversations.submission import COMPLETE, Status, Submission, status
from storage.tables import OfficeRow, StockRow, SubmissionRow, TallyRow

_tally = TallyRow.__table__
_stock = StockRow.__table__
_office = OfficeRow.__table__
_submission = SubmissionRow.__table__

_NUMBERS: Final = ("offices", "steering", "editorial")
_KEY: Final = (_tally.c.advisor, _tally.c.voivodeship, _tally.c.practice, _tally.c.status)

Scope = Collection[str] | None
"""The Advisors whose offices a desk is about; None for all offices."""


def stock(connection: Connection) -> str | None:
    """A value that stays the same while no table changes which offices there are."""
    return connection.scalar(select(_stock.c.version))


def changed_stock(connection: Connection) -> None:
    """A table has changed the offices. A value is never used twice, whatever is rolled back."""
    connection.execute(delete(_stock))
    connection.execute(insert(_stock).values(id=1, version=secrets.token_hex(8)))


def moved(connection: Connection, before: Submission, after: Submission) -> None:
    """Count a submission where it is now, and no longer where it was."""
    changes: dict[tuple[str, str, bool, str], list[int]] = {}
    for submission, sign in ((before, -1), (after, 1)):
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
    sqlite = connection.dialect.name == "sqlite"
    put: Callable[..., Any] = insert_on_sqlite if sqlite else insert_on_postgresql
    names = dict(zip((column.name for column in _KEY), key, strict=True))
    statement = put(_tally).values({**names, **numbers})
    summed = {name: _tally.c[name] + statement.excluded[name] for name in _NUMBERS}
    connection.execute(statement.on_conflict_do_update(index_elements=list(_KEY), set_=summed))


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

    `shares`: by voivodeship and by Advisor as well.
    """
    within = [*_within(scope, _tally.c.advisor), *_within(regions, _tally.c.voivodeship)]
    sums = [func.sum(_tally.c[name]).label(name) for name in _NUMBERS]
    rows = connection.execute(
        select(_tally.c.status, _tally.c.practice, *sums)
        .where(*within)
        .group_by(_tally.c.status, _tally.c.practice)
    ).all()
    real = {Status(row.status): row for row in rows if not row.practice and row.offices}
    return Overview(
        totals=Totals(
            by_status=tuple((each, real[each].offices) for each in Status if each in real),
            steering=sum(row.steering for row in real.values()),
            editorial=sum(row.editorial for row in real.values()),
        ),
        count=sum(row.offices for row in real.values()),
        complete=sum(row.offices for each, row in real.items() if each in COMPLETE),
        listed=sum(row.offices for row in rows),
        voivodeships=_shares(connection, _tally.c.voivodeship, within) if shares else (),
        advisors=_shares(connection, _tally.c.advisor, within) if shares else (),
    )


def _shares(
    connection: Connection, kind: ColumnElement[str], within: list[ColumnElement[bool]]
) -> tuple[Share, ...]:
    complete = case((_tally.c.status.in_(COMPLETE), _tally.c.offices), else_=0)
    rows = connection.execute(
        select(
            kind.label("kind"),
            func.sum(complete).label("complete"),
            func.sum(_tally.c.offices).label("offices"),
        )
        .where(*within, _tally.c.practice.is_(False))
        .group_by(kind)
    )
    found = [Share(row.kind, row.complete, row.offices) for row in rows if row.offices]
    return tuple(sorted(found, key=lambda share: polish_key(share.name)))


def voivodeships(connection: Connection, scope: Scope) -> list[str]:
    """Where the offices of a desk are; "" for those of which no table says it."""
    statement = select(_tally.c.voivodeship).distinct()
    counted = statement.where(*_within(scope, _tally.c.advisor), _tally.c.offices > 0)
    return list(connection.scalars(counted.where(_tally.c.practice.is_(False))))


def advisors(connection: Connection, *, open_only: bool = False) -> frozenset[str]:
    """The Advisors of the tables; of offices whose list is open where only these matter."""
    statement = select(_tally.c.advisor).distinct().where(_tally.c.offices > 0)
    if open_only:
        open_ones = (_tally.c.status != Status.CLOSED, _tally.c.practice.is_(False))
        statement = statement.where(*open_ones)
    return frozenset(name for name in connection.scalars(statement) if name)


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
