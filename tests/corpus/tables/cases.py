"""The corpus as text files: a head, the table, the expected reading, parted by lines of dashes.

    what: which quirk, which rule
    same: CASE                                  (instead of table and reading: as there)
    file: docx | xlsx | ods | html | txt | csv ENCODING SEPARATOR | saved NAME
    each: voivodeship=lubelskie; head=Wójt      (what every expected office has, unless it says)
    --------
    Lp. | Nazwa urzędu | …                      (a line without | is a paragraph, or one cell)
    --------
    Urząd Gminy Rejowiec | 6 | 3 | advisor=Ewa Lis; III=2; flags=PRZYPIS ZAKRES; out
    rejected Urząd Gminy Osiek                  (II larger than I)
    total 42 22                                 (the typed grand total)
    problem SUMA_NIEZGODNA                      (beside those of the offices' flags)
    doubtful columns
    not a table BRAK_KOLUMN

A limit of ? is unknown; what an office does not say is None.
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Expected:
    """One office as the domain rules read it."""

    name: str
    limit_steering: int | None
    limit_editorial: int | None
    voivodeship: str | None
    county: str | None
    head: str | None
    advisor: str | None
    block_iii: int | None
    participates: bool
    flags: frozenset[str]


@dataclass
class Case:
    """A table and its reading."""

    name: str
    what: str = ""
    file: str = ""
    lines: list[str] = field(default_factory=list)
    offices: list[Expected] = field(default_factory=list)
    rejected: list[str] = field(default_factory=list)
    typed: tuple[int, int] | None = None
    problems: Counter[str] = field(default_factory=Counter)
    doubtful_columns: bool = False
    not_a_table: str | None = None
    same: str = ""


def load() -> list[Case]:
    """Every case, by name."""
    cases = {path.stem: _case(path) for path in sorted(CASES.glob("*.txt"))}
    return [
        replace(cases[case.same], name=case.name, what=case.what, file=case.file)
        if case.same
        else case
        for case in cases.values()
    ]


def _case(path: Path) -> Case:
    head, body, reading = _parts(path.read_text(encoding="utf-8"))
    case = Case(path.stem, lines=body)
    each: dict[str, str] = {}
    for line in head:
        key, _, value = line.partition(": ")
        if key == "each":
            each = _values(value)
        else:
            assert key in {"what", "file", "same"}, f"{path.name}: {line}"
            setattr(case, key, value)
    for line in reading:
        _expect(case, line, each)
    return case


def _parts(text: str) -> tuple[list[str], list[str], list[str]]:
    parts: list[list[str]] = [[]]
    for line in text.splitlines():
        if set(line) == {"-"} and len(line) > 3:
            parts.append([])
        else:
            parts[-1].append(line)
    head, body, reading = (*parts, [], [])[:3]
    return [line for line in head if line], body, [line for line in reading if line]


def _expect(case: Case, line: str, each: dict[str, str]) -> None:
    first, _, rest = line.partition(" ")
    match first:
        case "rejected":
            case.rejected.append(rest)
            case.problems["BLAD_II_WIEKSZE_NIZ_I"] += 1
        case "total":
            steering, editorial = rest.split()
            case.typed = (int(steering), int(editorial))
        case "problem":
            case.problems[rest] += 1
        case "doubtful":
            case.doubtful_columns = True
        case "not":
            case.not_a_table = rest.removeprefix("a table ")
        case _:
            office = _office(line, each)
            case.offices.append(office)
            case.problems.update(office.flags)


def _office(line: str, each: dict[str, str]) -> Expected:
    name, steering, editorial, *rest = (cell.strip() for cell in line.split("|"))
    told = each | (_values(rest[0]) if rest else {})
    third = told.get("III")
    return Expected(
        name=name,
        limit_steering=_limit(steering),
        limit_editorial=_limit(editorial),
        voivodeship=told.get("voivodeship") or None,
        county=told.get("county") or None,
        head=told.get("head") or None,
        advisor=told.get("advisor") or None,
        block_iii=_limit(third) if third else None,
        participates="out" not in told,
        flags=frozenset(told.get("flags", "").split()),
    )


def _limit(text: str) -> int | None:
    return None if text == "?" else int(text)


def _values(text: str) -> dict[str, str]:
    pairs = (piece.strip().partition("=") for piece in text.split(";") if piece.strip())
    return {key: value for key, _, value in pairs}
