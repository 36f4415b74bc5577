"""Checks the totals that a table types against its rows as they stand.

A table has subtotals of several sorts and perhaps no grand total at all; a total agrees if it is
the sum of what it can mean. A difference is answered with the right sum, never mended.
"""

from dataclasses import dataclass, field

from conversations.coordination_table.model import Figures
from conversations.coordination_table.rows import Total


@dataclass(slots=True)
class Totals:
    """The running sums of one sheet, and the totals met in it."""

    _every_row: list[Figures] = field(default_factory=list)
    _latest: Figures = (0, 0)
    _begins: dict[str, int] = field(default_factory=dict)
    _last: int = 0
    _met: list[tuple[Total, bool, int]] = field(default_factory=list)

    @property
    def closed(self) -> bool:
        """Whether the grand total has been passed."""
        return any(total.grand for total, _, _ in self._met)

    def add(self, figures: Figures, instead_of: Figures | None = None) -> None:
        """Count a row; `instead_of` is the earlier row of the same office."""
        self._every_row.append(figures)
        before = instead_of or (0, 0)
        self._latest = (
            self._latest[0] + figures[0] - before[0],
            self._latest[1] + figures[1] - before[1],
        )

    def meet(self, total: Total) -> Figures | None:
        """Judge a total by the rows above it; answers the right sum if what is typed differs."""
        here = len(self._every_row)
        same_kind = self._sum(self._begins.get(total.kind, 0))
        since = self._sum(self._last) if self._last < here else same_kind
        everything = self._sum(0)
        follows_total = bool(self._met) and self._last == here
        self._met.append((total, follows_total, here))
        self._begins[total.kind] = self._last = here
        meant = (everything, self._latest) if total.grand else (since, same_kind, everything)
        for at, figure in enumerate(total.figures):
            if figure is not None and figure not in {figures[at] for figures in meant}:
                return meant[0]
        return None

    def typed(self) -> Figures | None:
        """The grand total as typed: called so, or the last total of all, or the only one."""
        grand = [total for total, _, _ in self._met if total.grand]
        if not grand and self._met:
            total, follows_total, at = self._met[-1]
            if at == len(self._every_row) and (follows_total or len(self._met) == 1):
                grand = [total]
        if not grand:
            return None
        steering, editorial = grand[-1].figures
        return None if steering is None or editorial is None else (steering, editorial)

    def _sum(self, begin: int) -> Figures:
        rows = self._every_row[begin:]
        return sum(first for first, _ in rows), sum(second for _, second in rows)
