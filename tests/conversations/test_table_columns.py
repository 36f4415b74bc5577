"""Where a table keeps what: number rows, headings and what stands in the columns (domain.md §5.2).

A table is drawn with its cells parted by „|”. Below each stands what its columns were found to be.
"""

import pytest

from conversations.coordination_table import NotATable, NotATableReason, ProblemCode, Sheet
from conversations.coordination_table.columns import Layout, find_layouts
from conversations.coordination_table.grid import Grid

NAMES = {
    "lp": "ordinal", "name": "name", "head": "head", "adv": "advisor", "woj": "voivodeship",
    "pow": "county", "I": "steering", "II": "editorial", "III": "block_iii",
}  # fmt: skip
CONFLICT, DOUBTFUL = ProblemCode.COLUMNS_CONFLICT, ProblemCode.COLUMNS_DOUBTFUL
BY_POSITION = ProblemCode.COLUMNS_BY_POSITION
HEAD = "Lp.|Nazwa urzędu|Kierownik|Doradca|"
NUMBERS = "1|2|3|4|5|6\n"


def sheet(drawn: str, merged: tuple[tuple[int, int, int, int], ...] = ()) -> Sheet:
    lines = drawn.strip("\n").splitlines()
    rows = tuple(tuple(cell.strip() or None for cell in line.split("|")) for line in lines)
    return Sheet("", rows, merged=merged)


def found(drawn: Sheet) -> list[Layout]:
    return list(find_layouts(Grid(drawn)))


def told(layout: Layout, width: int) -> str:
    columns = {getattr(layout, name): mark for mark, name in NAMES.items()}
    return "|".join(columns.get(column, "–") for column in range(width))


@pytest.mark.parametrize(
    ("drawn", "columns", "doubt"),
    [
        pytest.param(
            "Nr|Nazwa urzędu|Szef urzędu|Opiekun|Województwo|Powiat|Blok I|Blok II|Audytor|Uwagi\n"
            "1|UG Zarszyn|Wójt|Ewa Lis|podkarpackie|sanocki|8|4|2|\n"
            "2|UG Dydnia|Wójt|Ewa Lis|podkarpackie|brzozowski|7|3|2|",
            "lp|name|head|adv|woj|pow|I|II|III|–",
            None,
            id="every column by its heading",
        ),
        pytest.param(
            "Lp.|Nazwa urzędu|Blok III – doradcy|Doradca|Blok I|Blok II\n1|UG Zarszyn|2|Ewa|8|4",
            "lp|name|III|adv|I|II",
            None,
            id="block III is nothing else, whatever its heading says besides",
        ),
        pytest.param(
            "Nazwa urzędu\n|Blok I|Blok II\nZarszyn|8|4",
            "name|I|II",
            None,
            id="the heading of the names alone above the others",
        ),
        pytest.param(
            "Nazwa urzędu|Blok 3|Blok 1|Blok 2\nUG Zarszyn|2|8|4",
            "name|III|I|II",
            None,
            id="blocks in figures",
        ),
        pytest.param(
            "Nazwa urzędu|blok lll|blok l|blok ll\nUG Zarszyn|2|8|4",
            "name|III|I|II",
            None,
            id="blocks in small l",
        ),
        pytest.param(
            NUMBERS + "1|Zarszyn|Wójt|Ewa Lis|8|4\n2|Dydnia|Wójt|Ewa Lis|7|3",
            "–|name|–|–|I|II",
            None,
            id="numbers alone: the names are in column 2",
        ),
        pytest.param(
            "Lp.|Liczba urzędów|Jednostka|Urząd|Blok I|Blok II\n"
            "1|3|A1|UG Zarszyn|8|4\n2|2|A2|UG Dydnia|7|3",
            "lp|–|–|name|I|II",
            None,
            id="of several headings of names the one above offices",
        ),
        pytest.param(
            "Lp.|Urząd|Miejscowość|Blok I|Blok II\n1|tak|UG Zarszyn|8|4\n2|tak|UG Dydnia|7|3",
            "lp|–|name|I|II",
            None,
            id="offices under another heading than theirs",
        ),
        pytest.param(
            "Lp.|Nazwa|Miejsce|Blok I|Blok II\n1|Zarszyn|a|8|4\n2|Dydnia|b|7|3",
            "lp|name|–|I|II",
            None,
            id="names that say no kind of office, by their heading",
        ),
        pytest.param(
            "Lp.|Nazwa urzędu|Blok I|Blok I|Blok II|Blok III|Blok III\n"
            "1|UG Zarszyn|termin|8|4|x|2\n2|UG Dydnia|termin|7|3|termin|1",
            "lp|name|–|I|II|–|III",
            DOUBTFUL,
            id="of two columns of a block the one that holds figures",
        ),
        pytest.param(
            "Lp.|Nazwa urzędu|Blok I|Blok II|Blok II\n1|UG Zarszyn|8|4|30\n2|UG Dydnia|7|3|40",
            "lp|name|I|II|–",
            None,
            id="a second column of a block that holds no limits is no rival",
        ),
        pytest.param(
            "Lp.|Nazwa urzędu|Blok I|Blok II|Blok II\n1|UG Zarszyn|8|4|3\n2|UG Dydnia|7|3|40",
            "lp|name|I|II|–",
            DOUBTFUL,
            id="a second column that is half limits is a rival",
        ),
        pytest.param(
            "Lp.|Nazwa urzędu|Blok I|Blok II|było Blok I|było Blok II\n"
            "1|UG Zarszyn|8|4|7|3\nRazem||8|4|7|3",
            "lp|name|I|II|–|–",
            None,
            id="what the blocks were before is no count",
        ),
        pytest.param(
            "Lp.|Nazwa|Blok I – grupa sterująca|Blok II – redakcyjny|Blok III|Termin bloku I\n"
            "1|UG Zarszyn|8|4|2|5\n2|UG Dydnia|7|3|2|6",
            "lp|name|I|II|III|–",
            None,
            id="the date of a block is no count",
        ),
        pytest.param(
            "Lp.|Nazwa|Blok I i II|Blok I|Blok II\n1|UG Zarszyn|12|8|4\n2|UG Dydnia|10|7|3",
            "lp|name|–|I|II",
            None,
            id="a column of both blocks is neither's",
        ),
        pytest.param(
            "Nazwa urzędu|Blok I|inne|Uwagi\nUG Zarszyn|8|4|\nUG Dydnia|7|3|",
            "name|I|II|–",
            BY_POSITION,
            id="block I alone is headed",
        ),
        pytest.param(
            "Nazwa urzędu|inne|Blok II|Uwagi\nUG Zarszyn|8|4|\nUG Dydnia|7|3|",
            "name|I|II|–",
            BY_POSITION,
            id="block II alone is headed",
        ),
        pytest.param(
            "inne|Blok II|Nazwa urzędu\n8|4|UG Zarszyn\n7|3|UG Dydnia",
            "I|II|name",
            BY_POSITION,
            id="block II alone is headed, and block I is the first column",
        ),
        pytest.param(
            "UG Zarszyn|a|b|c|8|4\nUG Dydnia|a|b|c|7|3",
            "name|–|–|–|I|II",
            BY_POSITION,
            id="nothing is headed",
        ),
        pytest.param(
            "UG Zarszyn||||8|4\nUG Dydnia||||7|3",
            "name|–|–|–|I|II",
            BY_POSITION,
            id="nothing is headed and little is filled in",
        ),
        pytest.param(
            "UG Zarszyn|a|b|c|do 8|do 4\nUG Dydnia|a|b|c|ok. 7|90",
            "name|–|–|–|I|II",
            BY_POSITION,
            id="nothing is headed, and half of a column is readable",
        ),
        pytest.param(
            "Nazwa urzędu i nr pokoju|Nr|Powiat|Blok I|Blok II\nUG Zarszyn|1|sanocki|8|4",
            "name|lp|pow|I|II",
            None,
            id="a column is one thing, though its heading speaks of two",
        ),
        pytest.param(
            HEAD + "Blok I|Blok II\n" + NUMBERS + "1|UG Zarszyn|Wójt|Ewa Lis|30|40\n",
            "lp|name|head|adv|I|II",
            None,
            id="numbers and headings that agree are believed whatever the figures",
        ),
        pytest.param(
            HEAD + "Blok II|Blok I\n" + NUMBERS + "1|UG Zarszyn|Wójt|Ewa Lis|4|8\n",
            "lp|name|head|adv|I|II",
            CONFLICT,
            id="headings the other way round",
        ),
        pytest.param(
            HEAD + "Etaty|Pokój|Blok I|Blok II\n1|2|3|4|5|6|7|8\n"
            "1|UG Zarszyn|Wójt|Ewa Lis|134|201|8|4\n2|UG Dydnia|Wójt|Ewa Lis|135|202|7|3",
            "lp|name|head|adv|–|–|I|II",
            CONFLICT,
            id="the numbers point at what cannot be limits",
        ),
        pytest.param(
            HEAD + "A|B|Blok I\n1|2|3|4|5|6|7\n1|UG Zarszyn|Wójt|Ewa Lis|8|4|9",
            "lp|name|head|adv|I|II|–",
            CONFLICT,
            id="a lone heading of block I elsewhere",
        ),
        pytest.param(
            HEAD + "A|B|Blok II\n1|2|3|4|5|6|7\n1|UG Zarszyn|Wójt|Ewa Lis|8|4|9",
            "lp|name|head|adv|I|II|–",
            CONFLICT,
            id="a lone heading of block II elsewhere",
        ),
        pytest.param(
            HEAD + "Blok I|B\n" + NUMBERS + "1|UG Zarszyn|Wójt|Ewa Lis|8|4",
            "lp|name|head|adv|I|II",
            None,
            id="a lone heading that agrees",
        ),
        pytest.param(
            HEAD + "A|B\n" + NUMBERS
            + "1|UG Zarszyn|Wójt|Ewa Lis|8|40\n2|UG Dydnia|Wójt|Ewa Lis|7|3",
            "lp|name|head|adv|I|II",
            None,
            id="half of a column may be no limits",
        ),
        pytest.param(
            HEAD + "A|B\n" + NUMBERS
            + "1|UG Zarszyn|Wójt|Ewa Lis|8|40\n2|UG Dydnia|Wójt|Ewa Lis|7|26\n"
            "3|UG Besko|Wójt|Ewa Lis|7|3",
            "lp|name|head|adv|I|II",
            DOUBTFUL,
            id="more than half may not",
        ),
        pytest.param(
            HEAD + "A|B\n" + NUMBERS
            + "1|UG Zarszyn|Wójt|Ewa Lis|8|25\n2|UG Dydnia|Wójt|Ewa Lis|7|25\n"
            "3|UG Besko|Wójt|Ewa Lis|7|40",
            "lp|name|head|adv|I|II",
            None,
            id="25 may be a limit",
        ),
        pytest.param(
            HEAD + "A|B\n" + NUMBERS
            + "1|UG Zarszyn|Wójt|Ewa Lis|8|4\nRazem||||80|40\n|Ogółem|||80|40",
            "lp|name|head|adv|I|II",
            None,
            id="totals are no limits and speak against none",
        ),
        pytest.param(
            HEAD + "A|B\n" + NUMBERS
            + "1|UG Zarszyn|Wójt|Ewa Lis|1|4\n2|UG Dydnia|Wójt|Ewa Lis|2|4\n"
            "3|UG Besko|Wójt|Ewa Lis|3|4",
            "lp|name|head|adv|I|II",
            DOUBTFUL,
            id="1, 2, 3 are running numbers",
        ),
        pytest.param(
            HEAD + "A|B\n" + NUMBERS
            + "1|UG Zarszyn|Wójt|Ewa Lis|1|4\n2|UG Dydnia|Wójt|Ewa Lis|2|4",
            "lp|name|head|adv|I|II",
            None,
            id="1, 2 may be limits",
        ),
        pytest.param(
            HEAD + "A|B\n" + NUMBERS
            + "1|UG Zarszyn|Wójt|Ewa Lis|do uzgodnienia|do uzgodnienia\n",
            "lp|name|head|adv|I|II",
            None,
            id="words speak neither for a column nor against it",
        ),
    ],
)  # fmt: skip
def test_the_columns_of_a_table_are_found(
    drawn: str, columns: str, doubt: ProblemCode | None
) -> None:
    (layout,) = found(sheet(drawn))
    assert (told(layout, columns.count("|") + 1), layout.doubt) == (columns, doubt)


@pytest.mark.parametrize(
    ("drawn", "reason"),
    [
        ("Lp.|Ktoś|Gdzie|Blok I|Blok II\n1|Zarszyn|a|8|4", NotATableReason.NO_OFFICES),
        ("Blok II|Nazwa urzędu|Uwagi\n4|UG Zarszyn|pismo", NotATableReason.NO_COLUMNS),
        ("1|2|3|4|5\nUG Zarszyn|a|b|c|8", NotATableReason.NO_COLUMNS),
        ("UG Zarszyn|a|b|8|4\nUG Dydnia|a|b|7|3", NotATableReason.NO_COLUMNS),
        ("Zarszyn|a|b|c|8|4\nDydnia|a|b|c|7|3", NotATableReason.NO_OFFICES),
        ("UG Zarszyn|a|b|c|80|4\nUG Dydnia|a|b|c|70|3", NotATableReason.NO_COLUMNS),
        ("Lp.|Nazwa urzędu|Liczba osób|Liczba szkoleń\n||I|II\n1|UG Zarszyn|8|4",
         NotATableReason.NO_COLUMNS),
        ("Tabela koordynacyjna\nUrzędy", NotATableReason.NO_COLUMNS),
    ],
)  # fmt: skip
def test_columns_that_nobody_could_name_are_not_guessed(
    drawn: str, reason: NotATableReason
) -> None:
    with pytest.raises(NotATable) as refused:
        found(sheet(drawn))
    assert refused.value.reason is reason


def test_a_heading_may_be_broken_between_the_word_and_its_numeral() -> None:
    drawn = "Lp.|Nazwa urzędu|Blok|\n||I – osób|II – osób\n1|UG Zarszyn|8|4"
    (layout,) = found(sheet(drawn, merged=((0, 2, 0, 3),)))
    assert (told(layout, 4), layout.doubt) == ("lp|name|I|II", None)


def test_bare_numerals_count_only_under_one_heading() -> None:
    drawn = "Lp.|Nazwa urzędu|Liczba osób||\n||I|II|III\n1|UG Zarszyn|8|4|2\n2|UG Dydnia|7|3|2"
    (layout,) = found(sheet(drawn, merged=((0, 2, 0, 4),)))
    assert told(layout, 5) == "lp|name|I|II|III"


def test_bare_numerals_count_only_where_no_heading_names_a_block() -> None:
    drawn = "Lp.|Nazwa urzędu|Blok I|Inni|Egzamin|\n||||I|II\n1|UG Zarszyn|8|4|2|3"
    (layout,) = found(sheet(drawn, merged=((0, 4, 0, 5),)))
    assert (told(layout, 6), layout.doubt) == ("lp|name|I|II|–|–", BY_POSITION)
    drawn = "Lp.|Nazwa urzędu|Inni|Blok II|Egzamin|\n||||I|II\n1|UG Zarszyn|8|4|2|3"
    (layout,) = found(sheet(drawn, merged=((0, 4, 0, 5),)))
    assert (told(layout, 6), layout.doubt) == ("lp|name|I|II|–|–", BY_POSITION)


def test_a_hidden_column_is_not_the_fifth() -> None:
    drawn = sheet("UG Zarszyn|a|b|8|c|8|4\nUG Dydnia|a|b|9|c|7|3")
    (layout,) = found(Sheet("", drawn.rows, hidden_columns=frozenset({3})))
    assert told(layout, 7) == "name|–|–|–|–|I|II"


def test_a_header_is_at_most_six_rows_above_the_numbers() -> None:
    """What stands higher is a letterhead, even where it speaks of blocks."""
    letterhead = "Blok II|Blok I|x|x|x|x\n"
    rows = "a|b|c|d|e|f\n" * 5
    below = NUMBERS + "1|UG Zarszyn|Wójt|Ewa Lis|8|4\n"
    (near,) = found(sheet(letterhead + rows + below))
    (far,) = found(sheet(letterhead + rows + "a|b|c|d|e|f\n" + below))
    assert (near.doubt, len(near.header_rows)) == (CONFLICT, 7)
    assert (far.doubt, len(far.header_rows)) == (None, 7)


@pytest.mark.parametrize(("columns", "header_rows"), [(5, {0, 1}), (4, {0})])
def test_a_row_of_numbers_is_one_from_five_columns_on(columns: int, header_rows: set[int]) -> None:
    parts = ("Lp.", "Nazwa urzędu", "Doradca", "Blok I", "Blok II")[5 - columns :]
    office = ("1", "UG Zarszyn", "Ewa Lis", "8", "4")[5 - columns :]
    numbers = [str(number) for number in range(1, columns + 1)]
    (layout,) = found(sheet("\n".join(map("|".join, (parts, numbers, office)))))
    assert layout.header_rows == header_rows
    assert told(layout, columns) == "lp|name|adv|I|II".split("|", 5 - columns)[-1]


def test_rows_about_whoever_follows_are_no_header() -> None:
    above = "Województwo: lubelskie|2026\nDoradca: Ewa Lis|tel. 5\n"
    (layout,) = found(sheet(above + "Nazwa urzędu|Blok I|Blok II\nUG Zarszyn|8|4"))
    assert (layout.header_rows, layout.first_row) == (frozenset({2}), 3)


def test_a_title_and_a_blank_between_header_and_numbers_are_passed() -> None:
    drawn = HEAD + "A|B\nWojewództwo lubelskie\n\n" + NUMBERS + "1|UG Zarszyn|Wójt|Ewa Lis|8|4"
    (layout,) = found(sheet(drawn))
    assert (layout.header_rows, layout.first_row) == (frozenset({0, 3}), 4)
    assert told(layout, 6) == "lp|name|head|adv|I|II"


def test_a_header_printed_again_goes_on_with_the_same_table_and_another_begins_one() -> None:
    first = "Nazwa urzędu|Doradca|Blok I|Blok II\n"
    other = "Nazwa urzędu|Blok I|Blok II|Doradca\n"
    drawn = f"{first}UG Zarszyn|Ewa Lis|8|4\n{first}UG Dydnia|Ewa Lis|7|3\n{other}UG Besko|7|3|Jan"
    layouts = found(sheet(drawn))
    assert [(told(each, 4), each.first_row) for each in layouts] == [
        ("name|adv|I|II", 1),
        ("name|adv|I|II", 3),
        ("name|I|II|adv", 5),
    ]


def test_a_table_is_judged_by_its_own_rows_and_not_by_those_of_the_next() -> None:
    first = f"{HEAD}A|B\n{NUMBERS}1|UG Zarszyn|Wójt|Ewa Lis|8|4\n"
    other = "Lp.|Nazwa urzędu|Blok I|Blok II|Etaty|Pokój\n"
    rows = "1|UG Besko|8|4|130|201\n2|UG Dydnia|7|3|131|202\n"
    assert [each.doubt for each in found(sheet(first + other + rows))] == [None, None]
    again = other.replace("Blok I|Blok II", "Blok II|Blok I")
    doubts = [each.doubt for each in found(sheet(first + other + rows + again + rows))]
    assert doubts == [None, None, None]


def test_two_cells_are_enough_for_the_lowest_row_of_a_header() -> None:
    above = "Lp.|Nazwa urzędu||\n"
    first, other = f"{above}||Blok I|Blok II\n", f"{above}||Blok II|Blok I\n"
    layouts = found(sheet(f"{first}1|UG Zarszyn|8|4\n{other}1|UG Besko|3|7"))
    assert [told(each, 4) for each in layouts] == ["lp|name|I|II", "lp|name|II|I"]


def test_the_number_row_printed_alone_goes_on_with_the_table_above() -> None:
    office = "1|UG Zarszyn|Wójt|Ewa Lis|8|4\n"
    other = "Lp.|Nazwa urzędu|Doradca|Kierownik|A|B\n"
    drawn = f"{HEAD}A|B\n{NUMBERS}{office}{NUMBERS}{office}{other}{NUMBERS}1|UG Besko|Jan|Wójt|7|3"
    layouts = found(sheet(drawn))
    assert [(told(each, 6), each.first_row) for each in layouts] == [
        ("lp|name|head|adv|I|II", 2),
        ("lp|name|head|adv|I|II", 4),
        ("lp|name|adv|head|I|II", 7),
    ]
    assert [set(each.header_rows) for each in layouts] == [{0, 1}, {3}, {5, 6}]


def test_the_numbers_may_stand_above_the_headings() -> None:
    (layout,) = found(sheet(NUMBERS + HEAD + "A|B\n1|UG Zarszyn|Wójt|Ewa Lis|8|4"))
    assert told(layout, 6) == "lp|name|head|adv|I|II"
    assert (layout.header_rows, layout.first_row) == (frozenset({0, 1}), 2)


@pytest.mark.parametrize(
    ("row", "header_rows"),
    [("Urząd||||Blok I|Blok II", {0, 1}), ("Urzędy sejneńskie||||Podlaskie|", {0})],
)
def test_headings_below_the_numbers_are_three_at_least(row: str, header_rows: set[int]) -> None:
    (layout,) = found(sheet(f"{NUMBERS}{row}\n1|Zarszyn|Wójt|Ewa Lis|8|4"))
    assert layout.header_rows == header_rows


def test_a_number_row_alone_in_other_columns_begins_a_table_of_its_own() -> None:
    office = "1|Zarszyn|Wójt|Ewa Lis|8|4\n"
    shifted = f"|{HEAD}A|B\n|{NUMBERS}|{office}"
    layouts = found(sheet(f"{HEAD}A|B\n{NUMBERS}{office}{shifted}{NUMBERS}{office}"))
    assert [told(each, 7) for each in layouts] == [
        "lp|name|head|adv|I|II|–",
        "–|lp|name|head|adv|I|II",
        "–|name|–|–|I|II|–",
    ]


def test_an_endless_heading_is_read_by_its_beginning() -> None:
    filler = "x" * 292
    for blanks, doubt in ((0, CONFLICT), (1, None)):
        drawn = f"{HEAD}{filler}{' ' * blanks}{'x' * blanks} blok II|B\n{NUMBERS}1|UG A|Wójt|E|8|4"
        (layout,) = found(sheet(drawn))
        assert layout.doubt is doubt, blanks
