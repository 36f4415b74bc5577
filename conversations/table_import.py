"""What a new version of a coordination table changes, office by office.

Compares the offices as they stand with a table that was read. It decides nothing and evicts
nobody: an office that the table no longer names stays, and one above its new limit is only told
(product.md, domain.md §1.4 A20).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from conversations.coordination_table import OfficeRow, TableReading
from conversations.limits import Block, Size, size
from conversations.office_names import caseless_key, office_key
from conversations.submission import Office

Limits = tuple[int | None, int | None]
"""Of blocks I and II; None is not known."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An office before the new version: as it is stored, and how many people it counts now."""

    office: Office
    steering: int = 0
    editorial: int = 0
    county: str | None = None

    @property
    def limits(self) -> Limits:
        return self.office.limit_steering, self.office.limit_editorial


@dataclass(frozen=True, slots=True)
class Surplus:
    """`by` people more than a block has seats for now."""

    block: Block
    by: int


@dataclass(frozen=True, slots=True)
class Change:
    """One office that both versions name. What is None did not change."""

    before: Standing
    row: OfficeRow
    limits: tuple[Limits, Limits] | None
    advisor: tuple[str | None, str | None] | None
    head: tuple[str | None, str | None] | None
    surplus: tuple[Surplus, ...]

    @property
    def limits_of(self) -> dict[Block, tuple[int | None, int | None]]:
        """The blocks whose limit changed: from, to."""
        if self.limits is None:
            return {}
        before, after = self.limits
        return {
            block: (old, new)
            for block, old, new in zip(Block, before, after, strict=True)
            if old != new
        }

    @property
    def is_empty(self) -> bool:
        return (self.limits, self.advisor, self.head) == (None, None, None)


@dataclass(frozen=True, slots=True)
class Difference:
    """A new version against what is stored. `changed` leaves out offices with nothing new.

    `matched` gives every office that both name, changed or not, in the table's order. `unsure` are
    rows that might be one of several stored offices: they count as new until somebody decides.
    """

    new: tuple[OfficeRow, ...]
    gone: tuple[Standing, ...]
    matched: tuple[Change, ...]
    unsure: tuple[tuple[OfficeRow, tuple[Standing, ...]], ...] = ()

    @property
    def changed(self) -> tuple[Change, ...]:
        return tuple(change for change in self.matched if not change.is_empty)

    @property
    def over_limit(self) -> tuple[Change, ...]:
        """Offices with more people than the new version has seats for."""
        return tuple(change for change in self.matched if change.surplus)

    @property
    def is_empty(self) -> bool:
        return not (self.new or self.gone or self.changed or self.unsure)


def difference(standing: Iterable[Standing], reading: TableReading) -> Difference:
    """Compare the offices of the earlier version with the new one's.

    `standing` holds the offices that the earlier version of this very table named; an office of
    another table would count as gone. A row and an office are one if their names are spellings of
    each other and neither voivodeship nor county contradicts; then if their names are one in
    different cases and no other office fits.
    """
    stored = _Stored(standing)
    new: list[OfficeRow] = []
    matched: list[Change] = []
    unsure: list[tuple[OfficeRow, tuple[Standing, ...]]] = []
    pairs = [(row, stored.take_same(row)) for row in reading.offices]
    for row, same in pairs:
        found = [same] if same is not None else stored.like(row)
        if len(found) == 1:
            stored.take(found[0])
            matched.append(_change(found[0], row))
        elif found:
            unsure.append((row, tuple(found)))
        else:
            new.append(row)
    return Difference(tuple(new), tuple(stored.left()), tuple(matched), tuple(unsure))


class _Stored:
    """The offices not yet found in the new version."""

    def __init__(self, standing: Iterable[Standing]) -> None:
        self._left = {each.office.id: each for each in standing}
        self._by_key: dict[str, list[Standing]] = defaultdict(list)
        self._by_caseless: dict[str, list[Standing]] = defaultdict(list)
        for each in self._left.values():
            self._by_key[office_key(each.office.name)].append(each)
            self._by_caseless[caseless_key(each.office.name) or ""].append(each)

    def take_same(self, row: OfficeRow) -> Standing | None:
        found = [
            each for each in self._by_key.get(office_key(row.name), ()) if self._fits(each, row)
        ]
        if len(found) != 1:
            return None
        self.take(found[0])
        return found[0]

    def like(self, row: OfficeRow) -> list[Standing]:
        key = caseless_key(row.name)
        found = self._by_caseless[key] if key is not None else []
        return [each for each in found if self._fits(each, row)]

    def take(self, standing: Standing) -> None:
        self._left.pop(standing.office.id, None)

    def left(self) -> Iterator[Standing]:
        return iter(self._left.values())

    def _fits(self, standing: Standing, row: OfficeRow) -> bool:
        told = ((standing.office.voivodeship, row.voivodeship), (standing.county, row.county))
        return standing.office.id in self._left and all(
            one is None or other is None or one == other for one, other in told
        )


def _change(before: Standing, row: OfficeRow) -> Change:
    after = (row.limit_steering, row.limit_editorial)
    return Change(
        before=before,
        row=row,
        limits=None if before.limits == after else (before.limits, after),
        advisor=_pair(before.office.advisor, row.advisor),
        head=_pair(before.office.head_title, row.head),
        surplus=tuple(_surplus(before, after)),
    )


def _pair(before: str | None, after: str | None) -> tuple[str | None, str | None] | None:
    return None if before == after else (before, after)


def _surplus(before: Standing, after: Limits) -> Iterator[Surplus]:
    steering, editorial = after
    counted = (
        (Block.STEERING, before.steering, steering),
        (Block.EDITORIAL, before.editorial, 0 if steering == 0 else editorial),
    )
    for block, people, limit in counted:
        verdict = size(block, people, limit)
        if verdict.size is Size.OVER:
            yield Surplus(block, verdict.by)
