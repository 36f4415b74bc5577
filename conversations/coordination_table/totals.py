"""Checks the totals that a table types against its rows as they stand.

A table has subtotals of several sorts and perhaps no grand total at all; a total agrees if it is
the sum of what it can mean. A difference is answered with the right sum, never mended.
"""

from dataclasses import dataclass, field

from conversations.coordination_table.model import Figures
from conversations.coordination_table.rows import Total

_NOTHING: Figures = (0, 0)


@dataclass(slots=True)
class Totals:
    """The running sums of one sheet, and the totals met in it; `before` sums the sheets above."""

    before: "Totals | None" = None
    _every_row: list[Figures] = field(default_factory=list)
    _withdrawn: list[Figures] = field(default_factory=list)
    _latest: Figures = _NOTHING
    _begins: dict[tuple[str, ...], int] = field(default_factory=dict)
    _last: int = 0
    _met: list[tuple[Total, bool, int]] = field(default_factory=list)
    _end: int = 0

    @property
    def closed(self) -> bool:
        """Whether the grand total has been passed."""
        return any(total.grand for total, _, _ in self._met)

    def add(
        self,
        figures: Figures,
        instead_of: Figures = _NOTHING,
        withdrawn: Figures = _NOTHING,
        *,
        annex: bool,
    ) -> None:
        """Count a row; `instead_of` is the earlier row of the same office, `withdrawn` what an
        office that withdrew still has typed. An annex stands below the table's own totals.
        """
        self._every_row.append(figures)
        self._end = self._end if annex else len(self._every_row)
        self._withdrawn.append(withdrawn)
        self._latest = _plus(_minus(self._latest, instead_of), figures)

    def meet(self, total: Total) -> Figures | None:
        """Judge a total by the rows above it; answers the right sum if what is typed differs."""
        here = len(self._every_row)
        kind = () if total.grand else total.kind
        of_kind = self._begins.get(kind, 0)
        since = self._last if self._last < here else of_kind
        begins = (0, of_kind) if total.grand else (since, of_kind, 0)
        follows_total = bool(self._met) and self._last == here
        self._met.append((total, follows_total, here))
        self._begins[kind] = self._last = here
        meant = [*map(self._sum, begins), *([self._latest] if total.grand else [])]
        if self.before is not None and (total.grand or follows_total):
            all_sheets = [self.everything, self.latest]
            # A grand total below the last of several sheets is that of all of them.
            meant = [*meant, *all_sheets] if self.before.any_typed() else [*all_sheets, *meant]
        right = meant[0]
        meant += [_plus(self._sum(begin), self._sum(begin, self._withdrawn)) for begin in begins]
        for at, figure in enumerate(total.figures):
            if figure is not None and figure not in {figures[at] for figures in meant}:
                return right
        return None

    def typed(self) -> Figures | None:
        """The grand total as typed: called so, or the last total of all, or the only one."""
        grand = [total for total, _, _ in self._met if total.grand]
        if not grand and self._met:
            total, follows_total, at = self._met[-1]
            if at == self._end and (follows_total or len(self._met) == 1):
                grand = [total]
        if not grand:
            return None
        steering, editorial = grand[-1].figures
        return None if steering is None or editorial is None else (steering, editorial)

    @property
    def everything(self) -> Figures:
        """All rows of this sheet and of those above."""
        return _plus(self._sum(0), self.before.everything if self.before else _NOTHING)

    @property
    def latest(self) -> Figures:
        """As `everything`, with each office's last row alone."""
        return _plus(self._latest, self.before.latest if self.before else _NOTHING)

    def any_typed(self) -> bool:
        return self.typed() is not None or (self.before is not None and self.before.any_typed())

    def typed_of_all(self) -> Figures | None:
        """The typed total of this sheet and those above: one for all, or each sheet's own."""
        own = self.typed()
        if own is None or self.before is None:
            return own
        if own in {self.everything, self.latest}:
            return own
        if not self.before.any_typed():
            # Either this sheet's own while the others have none, or a wrong one of all.
            return None if own in {self._sum(0), self._latest} else own
        others = self.before.typed_of_all()
        return None if others is None else _plus(own, others)

    def _sum(self, begin: int, rows: list[Figures] | None = None) -> Figures:
        counted = (self._every_row if rows is None else rows)[begin:]
        return sum(first for first, _ in counted), sum(second for _, second in counted)


def _plus(one: Figures, other: Figures) -> Figures:
    return one[0] + other[0], one[1] + other[1]


def _minus(one: Figures, other: Figures) -> Figures:
    return one[0] - other[0], one[1] - other[1]
