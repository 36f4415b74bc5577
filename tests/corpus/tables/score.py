"""Scores the readings of the corpus: what was found, what was asked, what is silently wrong."""

from collections import Counter
from dataclasses import dataclass, field

from bot.uploads import UploadRefused, read_sheets
from conversations.coordination_table import NotATable, OfficeRow, TableReading, read
from tests.corpus.tables.builder import build
from tests.corpus.tables.cases import Case, Expected

FIELDS = (
    "name", "limit_steering", "limit_editorial", "voivodeship", "county", "head", "advisor",
    "block_iii", "participates", "flags",
)  # fmt: skip


@dataclass
class Score:
    """Counts over any number of cases; `faults` are sentences for a person."""

    cases: int = 0
    right: int = 0
    offices: int = 0
    flagged: int = 0
    hits: Counter[str] = field(default_factory=Counter)
    expected: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    silent: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def take(self, case: Case) -> None:
        """Read a case's file through the child and count."""
        before = len(self.faults)
        self.cases += 1
        try:
            reading = read(read_sheets(build(case), case.name))
        except (NotATable, UploadRefused) as refusal:
            if case.not_a_table != refusal.reason.value:
                self.faults.append(f"{case.name}: refused as {refusal.reason.value}")
        else:
            self._compare(case, reading)
        self.right += len(self.faults) == before

    def _compare(self, case: Case, reading: TableReading) -> None:
        if case.not_a_table:
            self.silent.append(f"{case.name}: read, though it is no table")
            self.faults.append(self.silent[-1])
            return
        self._offices(case, reading)
        told = Counter(str(problem.code) for problem in reading.problems)
        said = {
            "rejected": ([row.name for row in reading.rejected], case.rejected),
            "typed total": (reading.typed, case.typed),
            "problems": (dict(sorted(told.items())), dict(sorted(case.problems.items()))),
            "doubtful columns": (reading.needs_column_confirmation, case.doubtful_columns),
        }
        self.faults += [
            f"{case.name}: {what} {got}, not {wanted}"
            for what, (got, wanted) in said.items()
            if got != wanted
        ]

    def _offices(self, case: Case, reading: TableReading) -> None:
        rows = [_comparable(row) for row in reading.offices]
        told = {problem.row for problem in reading.problems}
        for each in case.offices:
            self.offices += 1
            self.flagged += bool(each.flags)
            for name in FIELDS:
                self.expected[name] += getattr(each, name) not in {None, frozenset()}
            row = next((row for row in rows if _same(row, each)), None)
            if row is None:
                self.faults.append(f"{case.name}: {each.name} is missing")
                if not told and not reading.rejected:
                    self.silent.append(self.faults[-1])
                continue
            rows.remove(row)
            self._fields(case, each, row)
        for row in rows:
            self.faults.append(f"{case.name}: {row.name} is no office of the table")
            self.silent.append(self.faults[-1])

    def _fields(self, case: Case, each: Expected, row: Expected) -> None:
        for name in FIELDS:
            got, wanted = getattr(row, name), getattr(each, name)
            self.read[name] += got not in {None, frozenset()}
            if got == wanted:
                self.hits[name] += wanted not in {None, frozenset()}
                continue
            self.faults.append(f"{case.name}: {each.name}: {name} {got!r}, not {wanted!r}")
            # Flagged more than was due is a question too many, not an error that nobody sees.
            if name != "flags" and not row.flags:
                self.silent.append(self.faults[-1])

    def table(self) -> str:
        """The figures, a line each."""
        lines = [f"{'field':<18}{'precision':>10}{'recall':>10}{'of':>6}"]
        for name in FIELDS:
            precision = _share(self.hits[name], self.read[name])
            recall = _share(self.hits[name], self.expected[name])
            lines.append(f"{name:<18}{precision:>10}{recall:>10}{self.expected[name]:>6}")
        lines += [
            f"tables {self.cases}, fully right {self.right}",
            f"offices {self.offices}, asked about {self.flagged}",
            f"silently wrong {len(self.silent)}",
        ]
        return "\n".join(lines)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "–"


def _same(row: Expected, each: Expected) -> bool:
    """Whether a row that was read is this office: namesakes differ in where they are."""
    return (row.name, row.voivodeship, row.county) == (each.name, each.voivodeship, each.county)


def _comparable(row: OfficeRow) -> Expected:
    return Expected(
        row.name, row.limit_steering, row.limit_editorial, row.voivodeship, row.county, row.head,
        row.advisor, row.block_iii, row.participates, frozenset(map(str, row.flags)),
    )  # fmt: skip
