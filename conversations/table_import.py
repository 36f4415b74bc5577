"""What a table changes in the offices that are there: shown before it is taken over, then done.

Nobody is evicted: an office that a new version no longer names stays and is marked, and one above
its new limit is only told (product.md, domain.md §1.4 A20). A limit that the coordinator granted
(A19) gives way to a lower one only where the coordinator says so.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from conversations.coordination_table import OfficeRow, TableReading
from conversations.events import Audience, Notice, Values
from conversations.limits import Block, Size
from conversations.notes import NoticeCode
from conversations.office_matching import Identity, Match, match
from conversations.submission import Office, Submission

Limits = tuple[int | None, int | None]
"""Of blocks I and II; None is not known."""


MOST_NAMED = 10
"""Offices that a letter to an Advisor names; it counts them all."""


class Taking(StrEnum):
    """As what a table is taken over.

    An additional table only adds: what it is silent about stays. A new version replaces an earlier
    table: an empty cell empties, and the offices that it leaves out are marked. OVERRULING is a
    new version whose limits hold even where the coordinator granted more.
    """

    ADDITIONAL = "additional"
    NEW_VERSION = "new_version"
    OVERRULING = "overruling"


@dataclass(frozen=True, slots=True)
class Standing:
    """An office before: as it is stored, how many people count now, and whose table named it."""

    office: Office
    steering: int = 0
    editorial: int = 0
    table: int | None = None

    @classmethod
    def of(cls, submission: Submission, table: int | None) -> "Standing":
        """How an office's submission stands."""
        team = submission.counted
        return cls(submission.office, len(team.steering), len(team.editorial), table)


@dataclass(frozen=True, slots=True)
class Surplus:
    """`by` people more than a block has seats for now."""

    block: Block
    by: int


@dataclass(frozen=True, slots=True)
class Grant:
    """A limit that the coordinator granted, and the lower one of the table (None: none)."""

    block: Block
    granted: int
    told: int | None


@dataclass(frozen=True, slots=True)
class Change:
    """One office that is there and in the table: as it was, its row, as it will be."""

    before: Standing
    row: OfficeRow
    after: Office

    @property
    def limits(self) -> tuple[Limits, Limits] | None:
        """The limits of both blocks before and after; None where neither changes."""
        pair = (_limits(self.before.office), _limits(self.after))
        return None if pair[0] == pair[1] else pair

    @property
    def limits_of(self) -> dict[Block, tuple[int | None, int | None]]:
        """The blocks whose limit changes: from, to."""
        pairs = zip(Block, _limits(self.before.office), _limits(self.after), strict=True)
        return {block: (old, new) for block, old, new in pairs if old != new}

    @property
    def advisor(self) -> tuple[str | None, str | None] | None:
        """The Advisor before and after; None where it is the same."""
        return _pair(self.before.office.advisor, self.after.advisor)

    @property
    def head(self) -> tuple[str | None, str | None] | None:
        """The head's title before and after; None where it is the same."""
        return _pair(self.before.office.head_title, self.after.head_title)

    @property
    def renamed(self) -> bool:
        """Whether the row was found by its name in another case; the office keeps its own."""
        office, row = self.before.office, self.row
        one = Identity.named(office.name, None, None, None)
        return not one.may_be(Identity.named(row.name, None, None, None))

    @property
    def returned(self) -> bool:
        """Whether an office that an earlier version left out is named again."""
        return self.before.office.gone and not self.after.gone

    @property
    def grants(self) -> tuple[Grant, ...]:
        """The granted limits above the table's, whichever of the two will hold."""
        return tuple(_grants(self.before.office, self.row))

    @property
    def surplus(self) -> tuple[Surplus, ...]:
        """The blocks that hold more people than they will have seats for."""
        counted = ((Block.STEERING, self.before.steering), (Block.EDITORIAL, self.before.editorial))
        verdicts = ((block, self.after.size(block, people)) for block, people in counted)
        return tuple(
            Surplus(block, verdict.by) for block, verdict in verdicts if verdict.size is Size.OVER
        )

    @property
    def is_empty(self) -> bool:
        told = (self.limits, self.advisor, self.head)
        return told == (None, None, None) and not self.renamed and not self.returned


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A row that is a new office. `maybe` are those that it might be, should somebody know."""

    row: OfficeRow
    maybe: tuple[Standing, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """A table against what is stored.

    `matched` gives every office that both name, changed or not, and `added` every other one, each
    in the table's order; `gone` are the offices of the earlier version that it leaves out.
    """

    taking: Taking
    added: tuple[Newcomer, ...]
    gone: tuple[Standing, ...]
    matched: tuple[Change, ...]

    @property
    def new(self) -> tuple[OfficeRow, ...]:
        """The rows that are certainly new offices."""
        return tuple(each.row for each in self.added if not each.maybe)

    @property
    def unsure(self) -> tuple[Newcomer, ...]:
        """The rows that might be offices which are there: new ones until somebody decides."""
        return tuple(each for each in self.added if each.maybe)

    @property
    def changed(self) -> tuple[Change, ...]:
        return tuple(change for change in self.matched if not change.is_empty)

    @property
    def over_limit(self) -> tuple[Change, ...]:
        """Offices with more people than the table will leave seats for."""
        return tuple(change for change in self.matched if change.surplus)

    @property
    def grants(self) -> tuple[Change, ...]:
        """Offices with a granted limit above the table's."""
        return tuple(change for change in self.matched if change.grants)

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.gone or self.changed or self.grants)


def difference(
    standing: Iterable[Standing], reading: TableReading, taking: Taking = Taking.NEW_VERSION
) -> Difference:
    """Compare the offices that are there with a table taken over as `taking`.

    A new version replaces the one table to which most of the offices that it names belong: the
    others of that table are gone, an office of any other is not.
    """
    stored = {each.office.id: each for each in standing}
    known = {office_id: _identity(each.office) for office_id, each in stored.items()}
    matches = match(known, reading.offices)
    matched = tuple(_matched(stored, matches, taking))
    added = tuple(
        Newcomer(found.row, tuple(stored[each] for each in found.maybe))
        for found in matches
        if found.office_id is None
    )
    gone: tuple[Standing, ...] = ()
    if taking is not Taking.ADDITIONAL and matched:
        tables = Counter(change.before.table for change in matched)
        replaced = max(tables, key=lambda table: (tables[table], table or 0))
        named = {change.before.office.id for change in matched}
        named |= {each.office.id for one in added for each in one.maybe}
        gone = tuple(
            each
            for each in stored.values()
            if each.table == replaced and each.office.id not in named and not each.office.practice
        )
    return Difference(taking, added, gone, matched)


def table_news(found: Difference) -> Iterator[Notice]:
    """Who hears that the Advisors have changed: each office once, each Advisor once for them all.

    What the limits change is told with the submissions (`conversations.approval`).
    """
    gained, lost = dict[str, list[str]](), dict[str, list[str]]()
    for row in (each.row for each in found.added):
        if row.advisor is not None:
            gained.setdefault(row.advisor, []).append(row.name)
    for change in found.matched:
        if change.advisor is None:
            continue
        name, (before, after) = change.after.name, change.advisor
        values = {"advisor": after or "none"}
        yield Notice(NoticeCode.ADVISOR_CHANGED, Audience.OFFICE, change.after.id, values)
        if after is not None:
            gained.setdefault(after, []).append(name)
        if before is not None:
            lost.setdefault(before, []).append(name)
    for code, of_advisor in (
        (NoticeCode.OFFICES_ASSIGNED, gained),
        (NoticeCode.OFFICES_REASSIGNED, lost),
    ):
        for advisor, names in of_advisor.items():
            told: Values = {"advisor": advisor, "count": len(names), "offices": _several(names)}
            yield Notice(code, Audience.ADVISOR, None, told, advisor)


def _several(names: list[str]) -> str:
    shown = ", ".join(names[:MOST_NAMED])
    return f"{shown}…" if len(names) > MOST_NAMED else shown


def _identity(office: Office) -> Identity:
    return Identity.named(office.name, office.voivodeship, office.county, office.head_title)


def _matched(
    stored: dict[int, Standing], matches: Iterable[Match], taking: Taking
) -> Iterator[Change]:
    for found in matches:
        if found.office_id is not None:
            before = stored[found.office_id]
            yield Change(before, found.row, _taken(before.office, found.row, taking))


def _taken(office: Office, row: OfficeRow, taking: Taking) -> Office:
    """The office as the table makes it. It keeps its name, and where the table is silent its place
    and head; an additional table that is silent changes neither limits nor Advisor.
    """
    adds = taking is Taking.ADDITIONAL
    kept = frozenset[Block]()
    if taking is not Taking.OVERRULING:
        kept = frozenset(grant.block for grant in _grants(office, row))
    limits = [
        old if block in kept or (adds and new is None) else new
        for block, old, new in zip(Block, _limits(office), _limits(row), strict=True)
    ]
    return replace(
        office,
        head_title=row.head or office.head_title,
        advisor=(row.advisor or office.advisor) if adds else row.advisor,
        voivodeship=row.voivodeship or office.voivodeship,
        county=row.county or office.county,
        limit_steering=limits[0],
        limit_editorial=limits[1],
        granted=kept,
        gone=False,
    )


def _grants(office: Office, row: OfficeRow) -> Iterator[Grant]:
    for block, old, new in zip(Block, _limits(office), _limits(row), strict=True):
        if block in office.granted and old is not None and (new is None or new < old):
            yield Grant(block, old, new)


def _limits(office: Office | OfficeRow) -> Limits:
    return office.limit_steering, office.limit_editorial


def _pair(before: str | None, after: str | None) -> tuple[str | None, str | None] | None:
    return None if before == after else (before, after)
