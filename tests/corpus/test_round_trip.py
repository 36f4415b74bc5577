"""A table that we write ourselves, in any layout and format, reads back as it was written."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.upload_child import reading as child
from bot.uploads import _sheet
from conversations.coordination_table import read
from tests.corpus.tables.builder import build
from tests.corpus.tables.cases import Case

PLACES = ("Giby", "Puńsk", "Łabunie", "Świdnica", "Źrebce", "Jeżowe", "Dydnia", "Ćmielów", "Hańsk",
          "Bukowsko", "Wiżajny", "Osiek", "Płaska", "Sędziszów")  # fmt: skip
KINDS = ("Urząd Gminy", "Urząd Miasta", "Urząd Miasta i Gminy", "Starostwo Powiatowe w")
ADVISORS = ("Ewa Lis", "Żaneta Śliwińska", "Jan Bór", "Łucja Ździebło-Mąkosa")
FILES = (
    "docx",
    "xlsx",
    "ods",
    "html utf-8",
    "html windows-1250",
    "csv cp1250 ;",
    "csv iso-8859-2 ,",
    "csv utf-8 tab",
    "csv utf-16 tab",
    "csv utf-8-sig ; padded",
)


@dataclass(frozen=True)
class Row:
    """An office as the table will say it, and its figures as typed."""

    name: str
    advisor: str
    steering: int
    editorial: int
    typed: str


@dataclass(frozen=True)
class Layout:
    """How the table is drawn."""

    file: str
    numbered: bool
    swapped: bool
    subtotals: bool
    above: bool
    head: bool


@st.composite
def tables(draw: st.DrawFn) -> tuple[Layout, list[Row]]:
    names = draw(
        st.lists(
            st.tuples(st.sampled_from(KINDS), st.sampled_from(PLACES)),
            min_size=2, max_size=9, unique=True,
        )
    )  # fmt: skip
    rows = []
    for kind, place in names:
        steering = draw(st.integers(5, 10))
        editorial = draw(st.integers(3, min(5, steering)))
        typed = draw(st.sampled_from(["{}", "{}", "{} os.", "do {}", "{}*"])).format(steering)
        rows.append(
            Row(f"{kind} {place}", draw(st.sampled_from(ADVISORS)), steering, editorial, typed)
        )
    rows.sort(key=lambda row: row.advisor)
    layout = Layout(draw(st.sampled_from(FILES)), *(draw(st.booleans()) for _ in range(5)))
    return layout, rows


def written(layout: Layout, rows: list[Row]) -> list[str]:
    """The table's lines; the Advisor stands in a heading above, or in a column."""
    blocks = ["blok I", "blok II"]
    columns = ["Lp.", "Nazwa urzędu", "Kierownik" if layout.head else "Liczba etatów", "Doradca"]
    if layout.swapped and not layout.numbered:
        blocks.reverse()
    header = [*columns, *blocks, "Uwagi"]
    lines = ["Tabela koordynacyjna nr 7 - województwo podlaskie", "|".join(header)]
    if layout.numbered:
        lines.append("1|2|3|4|5|6|7")
    advisor = ""
    group: list[Row] = []
    for at, row in enumerate([*rows, None], 1):
        if row is None or row.advisor != advisor:
            if group and layout.subtotals:
                sums = [sum(r.steering for r in group), sum(r.editorial for r in group)]
                lines.append(f"Razem|||{'|'.join(['', *map(str, _order(layout, sums))])}|")
            group = []
            if row is not None and layout.above:
                lines.append(f"Doradca: {row.advisor}")
        if row is None:
            break
        advisor = row.advisor
        group.append(row)
        figures = _order(layout, [row.typed, str(row.editorial)])
        third = "Wójt" if layout.head else "44"
        named = "" if layout.above else row.advisor
        lines.append(f"{at}|{row.name}|{third}|{named}|{'|'.join(figures)}|")
    return lines


def _order(layout: Layout, pair: list[str] | list[int]) -> list[str]:
    told = list(map(str, pair))
    return told[::-1] if layout.swapped and not layout.numbered else told


@settings(max_examples=150, deadline=None)
@given(tables())
def test_what_is_written_is_what_is_read(drawn: tuple[Layout, list[Row]]) -> None:
    layout, rows = drawn
    data = build(Case("tabela", file=layout.file, lines=written(layout, rows)))
    found = read([_sheet(sheet) for sheet in child.read(data)])
    assert [
        (row.name, row.advisor, row.limit_steering, row.limit_editorial, row.voivodeship, row.head)
        for row in found.offices
    ] == [
        (row.name, row.advisor, row.steering, row.editorial, "podlaskie",
         "Wójt" if layout.head else None)
        for row in rows
    ]  # fmt: skip
    assert {problem.code.value for problem in found.problems} <= {"PRZYPIS", "LIMIT_OPISOWY"}
    assert not found.needs_column_confirmation
