"""Coordination tables as offices send them, with every quirk of domain.md §5."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.coordination_table import (
    Cell,
    Flag,
    NotATable,
    NotATableReason,
    OfficeRow,
    ProblemCode,
    RejectedRow,
    Sheet,
    TableReading,
    read,
)
from tests.tables import EXAMPLES, HEADER, NUMBERS, october_5th, office, sample_rows, table


def figures(reading: TableReading) -> list[tuple[str, int | None, int | None]]:
    return [(row.name, row.limit_steering, row.limit_editorial) for row in reading.offices]


def codes(reading: TableReading) -> list[tuple[str, int | None]]:
    return [(problem.code.value, problem.row) for problem in reading.problems]


def only(reading: TableReading) -> OfficeRow:
    (row,) = reading.offices
    return row


def test_table_a_reads_as_expected_and_nothing_is_doubtful() -> None:
    sheet = Sheet("", tuple(tuple(row) for row in sample_rows()))
    reading = read([sheet])
    expected = json.loads((EXAMPLES / "tabela-A-expected.json").read_text(encoding="utf-8"))
    assert [
        (row.name, row.head, row.advisor, row.limit_steering, row.limit_editorial, list(row.flags))
        for row in reading.offices
    ] == [
        (row["urzad"], row["kierownik"], row["doradca"], row["limit_I"], row["limit_II"],
         row["flagi"])
        for row in expected
    ]  # fmt: skip
    assert [row.block_iii for row in reading.offices] == [3, 2, 2, 2, 4, 3]
    assert {row.voivodeship for row in reading.offices} == {"lubelskie"}
    assert (reading.typed, reading.computed) == ((42, 22), (42, 22))
    assert (reading.problems, reading.rejected) == ((), ())
    assert reading.title == "TABELA KOORDYNACYJNA NR 1 – województwo lubelskie"
    assert not reading.needs_column_confirmation


# Columns


@pytest.mark.parametrize(
    "numbers",
    [
        ("1.", "2.", "3.", "4.", "5.", "6.", "7."),
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"),
        ("kol. 1", "kol. 2", "kol. 3", "kol. 4", "kol. 5", "kol. 6", "kol. 7"),
        ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
         "XV"),
        (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0),
    ],
)  # fmt: skip
def test_the_number_row_is_known_in_every_spelling(numbers: tuple[Cell, ...]) -> None:
    blank = ("Lp.", "Nazwa urzędu", "Kierownik urzędu", "Doradca", "A", "B", "Uwagi")
    reading = read([table(office(1, "UG Zarszyn", 8, 4), header=(blank, numbers))])
    assert figures(reading) == [("Urząd Gminy Zarszyn", 8, 4)]
    assert not reading.needs_column_confirmation


def test_a_shifted_table_is_read_by_its_printed_numbers() -> None:
    plain = table(office(1, "UG Zarszyn", 8, 4))
    shifted = Sheet("", tuple((None, None, *row) for row in plain.rows))
    assert figures(read([shifted])) == figures(read([plain]))


def test_the_number_row_may_say_that_it_is_one_and_stand_above_the_header() -> None:
    numbers = ("Kolumna:", 1, 2, 3, 4, 5, 6)
    header = (None, "Lp.", "Urząd", "Kierownik", "Doradca", "A", "B")
    row = (None, *office(1, "UG Zarszyn", 8, 4))
    reading = read([Sheet("", (numbers, header, row))])
    assert figures(reading) == [("Urząd Gminy Zarszyn", 8, 4)]
    assert (only(reading).head, only(reading).advisor) == ("Wójt", "Ewa Lis")


def test_a_hidden_column_between_does_not_move_the_numbers() -> None:
    plain = table(office(1, "UG Zarszyn", 8, 4))
    rows = tuple((*row[:3], 99 if at > 2 else None, *row[3:]) for at, row in enumerate(plain.rows))
    reading = read([Sheet("", rows, hidden_columns=frozenset({3}))])
    assert figures(reading) == [("Urząd Gminy Zarszyn", 8, 4)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("blok I", "blok II"),
        ("Blok 1", "Blok 2"),
        ("BLOK l", "BLOK ll"),
        ("bl. I", "bl. II"),
        ("grupa sterująca", "zespół redakcyjny"),
        ("Szkolenie zespołu sterującego", "Szkolenie zesp. redakc."),
        ("Liczba uczestników\nbloku I", "Liczba uczestników\nbloku II"),
        ("Blok I – 5 do 10 osób", "Blok II – 3 do 5 osób"),
    ],
)
def test_without_a_number_row_the_headings_tell_the_columns(first: str, second: str) -> None:
    header = ("Lp.", "Nazwa urzędu", "Liczba zatrudnionych", second, first, "Doradca")
    reading = read([table((1, "UG Zarszyn", 34, 4, 8, "Ewa Lis"), header=(header,))])
    assert figures(reading) == [("Urząd Gminy Zarszyn", 8, 4)]
    assert (only(reading).advisor, reading.needs_column_confirmation) == ("Ewa Lis", False)


@pytest.mark.parametrize("over_both", ["BLOK I i II", "blok I, II", "Blok I–II", "blok I oraz II"])
def test_one_heading_over_both_blocks_is_evidence_for_neither(over_both: str) -> None:
    above = ("Lp.", "Nazwa urzędu", "Doradca", "Liczba osób", over_both, None, "Uwagi")
    below = (None, None, None, None, "zespół redakcyjny", "grupa sterująca", None)
    sheet = table((1, "UG Zarszyn", "Ewa Lis", 34, 4, 8, None), header=(above, below))
    merged = Sheet("", sheet.rows, merged=((1, 4, 1, 5),))
    assert figures(read([merged])) == [("Urząd Gminy Zarszyn", 8, 4)]


@pytest.mark.parametrize(
    "above", [(), (("Tabela koordynacyjna",),), (("Podlaskie",), (None, "Stan na 1.10.2026"))]
)
def test_three_columns_will_do_and_names_need_not_say_what_office_they_are(
    above: tuple[tuple[Cell, ...], ...],
) -> None:
    rows = (*above, ("Nazwa", "Blok I", "Blok II"), ("Suwałki", 8, 4), ("Sejny", 6, 3))
    assert figures(read([Sheet("Arkusz1", rows)])) == [("Suwałki", 8, 4), ("Sejny", 6, 3)]


def test_a_heading_broken_over_two_rows_is_read_together() -> None:
    above = ("Lp.", "Nazwa urzędu", "Blok", None, "Uwagi")
    below = (None, None, "I", "II", None)
    sheet = table((1, "UG Zarszyn", 8, 4, None), header=(above, below))
    reading = read([Sheet("", sheet.rows, merged=((1, 2, 1, 3),))])
    assert figures(reading) == [("Urząd Gminy Zarszyn", 8, 4)]


def test_bare_numerals_under_one_heading_are_the_blocks() -> None:
    above = ("Lp.", "Nazwa urzędu", "Liczba uczestników", None, None, "Uwagi")
    below = (None, None, "I", "II", "III", None)
    sheet = table((1, "UG Zarszyn", 8, 4, 2, None), header=(above, below))
    row = only(read([Sheet("", sheet.rows, merged=((1, 2, 1, 4),))]))
    assert (row.limit_steering, row.limit_editorial, row.block_iii) == (8, 4, 2)
    two = Sheet("", tuple((*line[:4], *line[5:]) for line in sheet.rows), merged=((1, 2, 1, 3),))
    assert figures(read([two])) == [("Urząd Gminy Zarszyn", 8, 4)]


def test_headings_that_contradict_the_numbers_are_asked_about() -> None:
    header = ("Lp.", "Nazwa urzędu", "Doradca", "blok I", "blok II", "Uwagi", "x")
    reading = read([table((1, "UG Zarszyn", "Ewa Lis", 8, 4, 3, None), header=(header, NUMBERS))])
    assert reading.needs_column_confirmation
    assert codes(reading)[0][0] == ProblemCode.COLUMNS_CONFLICT


def test_without_numbers_and_headings_the_fifth_and_sixth_column_are_only_proposed() -> None:
    header = ("Lp.", "Nazwa urzędu", "Kierownik", "Doradca", "A", "B")
    reading = read([table((1, "UG Zarszyn", "Wójt", "Ewa Lis", 8, 4), header=(header,))])
    assert figures(reading) == [("Urząd Gminy Zarszyn", 8, 4)]
    assert reading.needs_column_confirmation
    assert [problem.text for problem in reading.problems] == ["E: A / F: B"]


def test_proposed_columns_far_to_the_right_are_named_as_a_spreadsheet_names_them() -> None:
    header = ("Lp.", "Nazwa urzędu", "Kierownik", "Doradca", "A", "B")
    row = (1, "UG Zarszyn", "Wójt", "Ewa Lis", 8, 4)
    for margin, told in ((21, "Z: A / AA: B"), (698, "AAA: A / AAB: B")):
        blank = [None] * margin
        reading = read([Sheet("", ((*blank, *header), (*blank, *row)))])
        assert [problem.text for problem in reading.problems] == [told]


def test_a_column_of_staff_numbers_under_5_is_doubted() -> None:
    header = ("Lp.", "Nazwa urzędu", "Kierownik", "Doradca", "Zatrudnieni", "Inne", "Uwagi")
    rows = [(at, f"UG {name}", "Wójt", "Ewa Lis", 34 + at, 120, None)
            for at, name in enumerate(("Zarszyn", "Jeżowe"), 1)]  # fmt: skip
    reading = read([table(*rows, header=(header, NUMBERS))])
    assert reading.needs_column_confirmation
    assert {row.limit_steering for row in reading.offices} == {None}


def test_a_header_printed_again_on_the_next_page_is_no_office() -> None:
    rows = (office(1, "UG Zarszyn", 8, 4), HEADER, NUMBERS, office(2, "UG Jeżowe", 6, 3), NUMBERS,
            office(3, "UG Rejowiec", 7, 3))  # fmt: skip
    reading = read([table(*rows)])
    assert figures(reading) == [
        ("Urząd Gminy Zarszyn", 8, 4),
        ("Urząd Gminy Jeżowe", 6, 3),
        ("Urząd Gminy Rejowiec", 7, 3),
    ]
    assert reading.problems == ()


def test_a_table_above_the_first_header_that_can_be_told_is_read_by_position() -> None:
    unnamed = ("Lp.", "Nazwa urzędu", "Kierownik", "Doradca", "A", "B")
    reading = read([Sheet("", (
        unnamed, (1, "UG Zarszyn", "Wójt", "Ewa Lis", 8, 4),
        *table(office(1, "UG Giby", 5, 3)).rows,
    ))])  # fmt: skip
    assert figures(reading) == [("Urząd Gminy Zarszyn", 8, 4), ("Urząd Gminy Giby", 5, 3)]
    assert codes(reading) == [("KOLUMNY_WEDLUG_POLOZENIA", 1)]


def test_rows_above_the_first_header_whose_columns_nobody_knows_are_told() -> None:
    reading = read([Sheet("", ((1, "UG Zarszyn", 8), *table(office(1, "UG Giby", 5, 3)).rows))])
    assert figures(reading) == [("Urząd Gminy Giby", 5, 3)]
    assert codes(reading) == [("POMINIETY_WIERSZ", 1)]


def test_a_part_of_the_header_printed_again_is_no_office() -> None:
    rows = (office(1, "UG Zarszyn", 8, 4), ("Lp.", "Nazwa urzędu"), office(2, "UG Giby", 5, 3))
    reading = read([table(*rows)])
    assert (len(reading.offices), reading.problems) == (2, ())


# Advisors and regions


def test_a_blank_advisor_is_the_one_above_until_a_total_stops_it() -> None:
    reading = read([table(
        office(1, "UG Zarszyn", 8, 4, advisor="Ewa Lis"),
        office(2, "UG Jeżowe", 6, 3, advisor=None),
        (None, "Razem", None, None, 14, 7, None),
        office(3, "UG Rejowiec", 6, 3, advisor=None),
    )])  # fmt: skip
    assert [row.advisor for row in reading.offices] == ["Ewa Lis", "Ewa Lis", None]


def test_a_merge_says_how_far_an_advisor_reaches() -> None:
    plain = table(
        office(1, "UG Zarszyn", 8, 4, advisor="Ewa Lis"),
        office(2, "UG Jeżowe", 6, 3, advisor=None),
        office(3, "UG Rejowiec", 6, 3, advisor=None),
    )
    reading = read([Sheet("", plain.rows, merged=((3, 3, 4, 3),))])
    assert [row.advisor for row in reading.offices] == ["Ewa Lis", "Ewa Lis", None]


def test_in_a_column_written_in_full_a_blank_means_no_advisor() -> None:
    reading = read([table(
        office(1, "UG Zarszyn", 8, 4), office(2, "UG Jeżowe", 6, 3),
        office(3, "UG Rejowiec", 6, 3, advisor=None),
    )])  # fmt: skip
    assert [row.advisor for row in reading.offices] == ["Ewa Lis", "Ewa Lis", None]


@pytest.mark.parametrize("nobody", ["–", "x", "brak", "nie wyznaczono", "do ustalenia"])
def test_an_office_without_an_advisor_gets_none_and_hands_none_down(nobody: str) -> None:
    reading = read([table(
        office(1, "UG Zarszyn", 8, 4), office(2, "UG Jeżowe", 6, 3, advisor=nobody),
        office(3, "UG Rejowiec", 6, 3, advisor=None),
    )])  # fmt: skip
    assert [row.advisor for row in reading.offices] == ["Ewa Lis", None, None]


@pytest.mark.parametrize(
    ("advisors", "read_as", "doubted"),
    [
        (("Ewa Lis", "Jan Bór", None, "Adam Żuk"), ("Ewa Lis", "Jan Bór", None, "Adam Żuk"), [6]),
        ((None, "Ewa Lis", "Jan Bór", "Adam Żuk"), (None, "Ewa Lis", "Jan Bór", "Adam Żuk"), []),
        (("Ewa Lis", None, "Jan Bór", None), ("Ewa Lis", "Ewa Lis", "Jan Bór", "Jan Bór"), []),
        (("Ewa Lis", "Jan Bór", None), ("Ewa Lis", "Jan Bór", "Jan Bór"), []),
    ],
)
def test_a_lone_blank_among_advisors_is_asked_about(
    advisors: tuple[str | None, ...], read_as: tuple[str | None, ...], doubted: list[int]
) -> None:
    reading = read(
        [
            table(
                *(
                    office(at, f"UG Wieś {at}", 8, 4, advisor=each)
                    for at, each in enumerate(advisors)
                )
            )
        ]
    )
    assert tuple(row.advisor for row in reading.offices) == read_as
    assert codes(reading) == [("DORADCA_NIEPEWNY", row) for row in doubted]


LIS, NOBODY = office(1, "UG Zarszyn", 8, 4), office(1, "UG Zarszyn", 8, 4, advisor=None)
NEXT = office(2, "UG Giby", 6, 3, advisor=None)
BY_LIS, REMARK, ANNEX = ("Doradca: Ewa Lis",), ("Szkolenie w maju",), ("Aneks nr 1",)
SWAPPED = (*HEADER[:4], "blok II", "blok I")


@pytest.mark.parametrize(
    ("rows", "advisor"),
    [
        ((LIS, NEXT), "Ewa Lis"),
        ((LIS, HEADER, NUMBERS, NEXT), "Ewa Lis"),
        ((LIS, SWAPPED, (2, "UG Giby", "Wójt", None, 3, 6)), None),
        ((LIS, REMARK, NEXT), None),
        ((LIS, ANNEX, NEXT), None),
        ((BY_LIS, NOBODY, NEXT), "Ewa Lis"),
        ((NOBODY, BY_LIS, REMARK, NEXT), "Ewa Lis"),
        ((NOBODY, BY_LIS, ("Powiat: sejneński",), NEXT), "Ewa Lis"),
        ((BY_LIS, NOBODY, REMARK, NEXT), None),
        ((BY_LIS, NOBODY, ("Powiat: sejneński",), NEXT), None),
        ((BY_LIS, NOBODY, ANNEX, NEXT), None),
    ],
)
def test_an_advisor_is_handed_down_as_far_as_the_table_goes_on(
    rows: tuple[tuple[Cell, ...], ...], advisor: str | None
) -> None:
    assert read([table(*rows)]).offices[-1].advisor == advisor


def test_headings_between_the_rows_name_advisor_voivodeship_and_county() -> None:
    reading = read([table(
        ("Województwo podkarpackie",),
        ("Powiat: sanocki",),
        ("Doradca: Ewa Lis",),
        office(1, "UG Zarszyn", 8, 4, advisor=None),
        ("Województwo świętokrzyskie",),
        ("Doradca: –",),
        office(2, "UG Osiek", 6, 3, advisor=None),
        ("DORADCA PIHZ – Jan Bór",),
        office(3, "UG Bodzentyn", 6, 3, advisor=None),
    )])  # fmt: skip
    assert [(row.advisor, row.voivodeship, row.county) for row in reading.offices] == [
        ("Ewa Lis", "podkarpackie", "sanocki"),
        (None, "świętokrzyskie", None),
        ("Jan Bór", "świętokrzyskie", None),
    ]


@pytest.mark.parametrize(
    "heading",
    ["Doradca Ewa Lis", "DORADCA: p. Ewa Lis, tel. 600 000 000", "Grupa 1 – doradca: Ewa Lis",
     "Urzędy, których Doradcą jest Pani Ewa Lis", "Doradca Ewa Lis:", "Opiekun: Ewa Lis – PIHZ"],
)  # fmt: skip
def test_an_advisor_is_named_above_the_table_in_many_words(heading: str) -> None:
    plain = table(office(1, "UG Zarszyn", 8, 4, advisor=None))
    assert only(read([Sheet("", ((heading,), ("Szkolenie w maju",), *plain.rows))])).advisor == (
        "Ewa Lis"
    )


@pytest.mark.parametrize(
    "heading",
    [
        ("Doradca:", "Ewa Lis"),
        (None, "Doradca PIHZ:", "p. Ewa Lis"),
        ("Doradca: Ewa Lis", "tel. 5"),
    ],
)
def test_an_advisor_is_named_between_the_rows_in_two_cells(heading: tuple[Cell, ...]) -> None:
    assert only(read([table(heading, office(1, "UG Zarszyn", 8, 4, advisor=None))])).advisor == (
        "Ewa Lis"
    )


def test_a_county_alone_in_its_row_is_that_of_the_offices_below() -> None:
    reading = read([table(
        ("Powiat sanocki",), office(1, "UG Zarszyn", 8, 4), office(2, "Powiat krośnieński", 6, 3),
    )])  # fmt: skip
    assert [(row.name, row.county) for row in reading.offices] == [
        ("Urząd Gminy Zarszyn", "sanocki"),
        ("Powiat krośnieński", "krośnieński"),
    ]


def test_a_title_gives_its_voivodeship_unless_it_names_several() -> None:
    one = table(office(1, "UG Zarszyn", 8, 4))
    titles = ("Wykaz urzędów z województwa podkarpackiego", "Województwo lubelskie i woj. śląskie")
    readings = [read([Sheet("", ((title,), *one.rows))]) for title in titles]
    assert [only(reading).voivodeship for reading in readings] == ["podkarpackie", None]


@pytest.mark.parametrize(("header", "proposed"), [
    (("Lp.", "Urząd", "blok I", "x", "Uwagi"), "C: blok I / D: x"),
    (("Lp.", "Urząd", "x", "blok II", "Uwagi"), "C: x / D: blok II"),
])  # fmt: skip
def test_the_neighbour_of_a_lone_heading_is_only_proposed(
    header: tuple[str, ...], proposed: str
) -> None:
    reading = read([table((1, "UG Zarszyn", 8, 4, None), header=(header,))])
    assert (figures(reading), reading.problems[0].text) == (
        [("Urząd Gminy Zarszyn", 8, 4)],
        proposed,
    )
    assert reading.needs_column_confirmation


def test_a_lone_heading_that_contradicts_the_numbers_is_asked_about() -> None:
    header = ("Lp.", "Nazwa urzędu", "Kierownik", "blok I", "x", "y", "Uwagi")
    reading = read([table(office(1, "UG Zarszyn", 8, 4), header=(header, NUMBERS))])
    assert [problem.code for problem in reading.problems] == [ProblemCode.COLUMNS_CONFLICT]


def test_voivodeship_and_county_columns_are_read_and_filled_down() -> None:
    header = ("Lp.", "Urząd", "Województwo", "Powiat", "blok I", "blok II", "Doradca")
    reading = read([table(
        (1, "UG Zarszyn", "PODKARPACKIE", "sanocki", 8, 4, "Ewa Lis"),
        (2, "UG Jeżowe", None, "pow. niżański", 8, 4, "Jan Bór"),
        (3, "UG Giby", "podlaskie", "sejneński, woj. podlaskie", 8, 4, "Jan Bór"),
        header=(header, NUMBERS),
    )])  # fmt: skip
    assert [(row.voivodeship, row.county) for row in reading.offices] == [
        ("podkarpackie", "sanocki"),
        ("podkarpackie", "niżański"),
        ("podlaskie", "sejneński"),
    ]


def test_regions_that_stand_nowhere_above_are_not_known() -> None:
    header = ("Lp.", "Urząd", "Województwo", "Powiat", "blok I", "blok II", "Doradca")
    row = only(read([table((1, "UG Giby", None, None, 8, 4, None), header=(header, NUMBERS))]))
    assert (row.voivodeship, row.county, row.advisor) == (None, None, None)


@pytest.mark.parametrize(
    ("written", "title"),
    [("Wójt Gminy Zarszyn", "Wójt"), ("Prezydent", "Prezydent Miasta"), ("Jan Nowak", None),
     ("Burmistrz Miasta", "Burmistrz"), ("STAROSTA – Jan Nowak", "Starosta"), (None, None),
     ("Marszałek Województwa", "Marszałek"), ("Z-ca Wójta", None), ("Wójt/Burmistrz", None)],
)  # fmt: skip
def test_the_head_is_a_title_and_never_a_name(written: str | None, title: str | None) -> None:
    assert only(read([table(office(1, "Urząd Miejski", 8, 4, head=written))])).head == title


# Doubtful figures


@pytest.mark.parametrize(
    ("cell", "limit", "flag"),
    [
        ("8¹", 8, Flag.FOOTNOTE),
        ("do 8", 8, Flag.WORDED_LIMIT),
        ("8–10", 10, Flag.RANGE),
        ("min. 5", None, Flag.NO_UPPER_LIMIT),
        ("6+1", 6, Flag.RESERVE),
        ("do uzgodnienia", None, Flag.NO_LIMIT),
        (october_5th(), None, Flag.DATE_IN_CELL),
        (81, None, Flag.SUSPICIOUS),
        (12, 12, Flag.OUTSIDE_NORM),
        (4, 4, Flag.OUTSIDE_NORM),
    ],
)
def test_a_doubtful_figure_is_flagged_and_shown_as_it_stands(
    cell: Cell, limit: int | None, flag: Flag
) -> None:
    reading = read([table(office(1, "UG Zarszyn", cell, 3))])
    assert (only(reading).limit_steering, only(reading).flags) == (limit, (flag,))
    assert reading.computed == (limit or 0, 3)
    (problem,) = reading.problems
    assert (problem.code, problem.row) == (flag, 4)
    assert problem.text == str(cell)


def test_a_limit_that_is_not_known_counts_nothing() -> None:
    reading = read([table(office(1, "UG Zarszyn", 8, 4), office(2, "UG Giby", "x", "x"))])
    assert reading.computed == (8, 4)


def test_block_ii_above_block_i_is_rejected_and_the_rest_is_kept() -> None:
    reading = read([table(office(1, "UG Zarszyn", 4, 5), office(2, "UG Jeżowe", 6, 3))])
    assert reading.rejected == (
        RejectedRow("Urząd Gminy Zarszyn", Flag.EDITORIAL_ABOVE_STEERING, 4, "Arkusz1"),
    )
    assert figures(reading) == [("Urząd Gminy Jeżowe", 6, 3)]
    assert (reading.computed, codes(reading)) == ((6, 3), [("BLAD_II_WIEKSZE_NIZ_I", 4)])


@pytest.mark.parametrize(
    ("steering", "editorial", "remark"),
    [("–", "–", None), (0, 0, None), ("rezygnacja", None, None), (None, None, "Rezygnacja z 3.09"),
     (8, 4, "Rezygnacja z 3.09."), (None, None, "wycofała się?")],
)  # fmt: skip
def test_a_withdrawn_office_stays_in_the_list_without_seats(
    steering: Cell, editorial: Cell, remark: str | None
) -> None:
    withdrawn = only(read([table(office(1, "UG Zarszyn", steering, editorial, remark=remark))]))
    assert (withdrawn.limit_steering, withdrawn.limit_editorial) == (0, 0)
    assert (withdrawn.participates, withdrawn.flags) == (False, (Flag.NOT_TAKING_PART,))


def test_an_office_may_be_marked_as_withdrawn_behind_its_name() -> None:
    withdrawn = only(read([table(office(1, "UG Osiek (rezygnacja)", 8, 4))]))
    assert (withdrawn.name, withdrawn.participates) == ("Urząd Gminy Osiek", False)


def test_a_withdrawal_in_the_remarks_beside_figures_is_asked_about() -> None:
    reading = read([table(office(1, "UG Zarszyn", 8, 4, remark="wycofała się?"))])
    assert (only(reading).participates, only(reading).limit_steering) == (True, 8)
    assert codes(reading) == [("NIE_UCZESTNICZY", 4)]


def test_an_office_may_take_part_in_block_i_alone() -> None:
    row = only(read([table(office(1, "UG Zarszyn", 8, "–"))]))
    assert (row.participates, row.limit_steering, row.limit_editorial) == (True, 8, 0)


def test_one_figure_merged_over_two_offices_is_nobodys() -> None:
    plain = table(office(1, "UG Zarszyn", 8, 4), office(2, "UG Jeżowe", None, 4))
    reading = read([Sheet("", plain.rows, merged=((3, 4, 4, 4),))])
    assert [row.limit_steering for row in reading.offices] == [None, None]
    assert codes(reading) == [("PODEJRZANE", 4), ("PODEJRZANE", 5)]


def test_one_office_may_take_two_rows() -> None:
    plain = table(office(1, "UG Zarszyn", 8, 4), (None, None, "w zastępstwie: Jan Bór"))
    merged = tuple((3, column, 4, column) for column in (0, 1, 4, 5))
    assert figures(read([Sheet("", plain.rows, merged=merged)])) == [("Urząd Gminy Zarszyn", 8, 4)]


def test_a_note_hung_on_a_figure_is_a_footnote() -> None:
    plain = table(office(1, "UG Zarszyn", 8, 4))
    reading = read([Sheet("", plain.rows, notes=((3, 4, "wg aneksu"),))])
    assert only(reading).flags == (Flag.FOOTNOTE,)
    assert reading.problems[0].text == "wg aneksu"


# Totals


def test_a_wrong_subtotal_is_reported_with_the_right_sum_and_not_corrected() -> None:
    reading = read([table(
        office(1, "UG Zarszyn", 8, 4), office(2, "UG Jeżowe", 6, 3),
        (None, "Razem L1", None, None, 15, 7, None),
        office(3, "UG Rejowiec", 6, 3),
        ("Razem L2", None, None, None, 6, 3, None),
        ("OGÓŁEM", None, None, None, "20 os.", 11, None),
    )])  # fmt: skip
    assert codes(reading) == [("SUMA_NIEZGODNA", 6), ("SUMA_NIEZGODNA", 9)]
    assert [problem.computed for problem in reading.problems] == [(14, 7), (20, 10)]
    assert reading.problems[0].text == "Razem L1 · 15 · 7"
    assert (reading.typed, reading.computed) == ((20, 11), (20, 10))


def test_subtotals_of_two_sorts_are_each_checked_in_their_own_reach() -> None:
    reading = read([table(
        office(1, "UG Zarszyn", 8, 4), ("Razem grupa L1", None, None, None, 8, 4, None),
        office(2, "UG Jeżowe", 6, 3), ("Razem grupa L2", None, None, None, 6, 3, None),
        ("Razem doradca Lis", None, None, None, 14, 7, None),
        office(3, "UG Rejowiec", 6, 3), ("Razem grupa L3", None, None, None, 6, 3, None),
        ("Razem doradca Bór", None, None, None, 6, 3, None),
        ("Razem", None, None, None, 20, 10, None),
    )])  # fmt: skip
    assert (reading.problems, reading.typed) == ((), (20, 10))


def test_a_total_counts_the_rejected_row_that_stands_in_the_table() -> None:
    reading = read([table(
        office(1, "UG Zarszyn", 4, 5), office(2, "UG Jeżowe", 6, 3),
        (None, "Razem", None, None, 10, 8, None),
    )])  # fmt: skip
    assert codes(reading) == [("BLAD_II_WIEKSZE_NIZ_I", 4)]
    assert (reading.typed, reading.computed) == ((10, 8), (6, 3))


@pytest.mark.parametrize("written", ["14", 14.0, "14,0", "14.0", "14 os.", "14*", "14 1)"])
def test_a_total_is_read_however_it_is_written(written: Cell) -> None:
    rows = (office(1, "UG Zarszyn", 8, 4), office(2, "UG Jeżowe", 6, 3))
    reading = read([table(*rows, ("Ogółem", "2 urzędy", None, None, written, 7))])
    assert (reading.problems, reading.typed) == ((), (14, 7))


def test_a_rejected_row_without_seats_in_block_i_adds_none_to_a_total() -> None:
    rows = (office(1, "UG Zarszyn", 0, 5), GIBY, total("Razem", 6, 8))
    assert codes(read([table(*rows)])) == [("BLAD_II_WIEKSZE_NIZ_I", 4)]


def test_an_illegible_total_is_reported() -> None:
    reading = read([table(
        office(1, "UG Zarszyn", 8, 4), (None, "Razem", None, None, "#ADR!", 4, None),
    )])  # fmt: skip
    assert (codes(reading), reading.typed) == ([("SUMA_NIEZGODNA", 5)], None)


def test_grand_totals_of_the_sheets_are_added_unless_one_is_missing() -> None:
    def sheet(name: str, at: int, *total: Cell) -> Sheet:
        rows = table(office(at, f"UG {name}", 8, 4), *([("Ogółem", *total)] if total else []))
        return Sheet("", rows.rows)

    own = (None, None, None, 8, 4)
    assert read([sheet("Giby", 1, *own), sheet("Sejny", 2, *own)]).typed == (16, 8)
    assert read([sheet("Giby", 1), sheet("Hanna", 2, *own), sheet("Sejny", 3, *own)]).typed is None
    assert read([sheet("Giby", 1, *own), sheet("Sejny", 2)]).typed is None
    both = read([sheet("Giby", 1, *own), sheet("Sejny", 2, None, None, None, 16, 8)])
    assert (both.typed, both.problems) == ((16, 8), ())
    two = [sheet("Giby", 1), sheet("Sejny", 2)]
    wrong = read([two[0], sheet("Sejny", 2, None, None, None, 15, 8)])
    assert ([problem.computed for problem in wrong.problems], wrong.typed) == ([(16, 8)], (15, 8))
    wrong = read([*two, sheet("Hanna", 3, None, None, None, 23, 12)])
    assert ([problem.computed for problem in wrong.problems], wrong.typed) == ([(24, 12)], (23, 12))


@pytest.mark.parametrize(
    ("total", "differs", "typed"),
    [
        ((12, 6), False, None),
        ((6, 3), False, None),
        ((20, 10), False, (20, 10)),
        ((14, 7), False, (14, 7)),
        ((13, 7), True, (13, 7)),
    ],
)
def test_a_total_below_the_last_sheet_may_count_an_office_that_stands_twice_once_or_twice(
    total: tuple[int, int], differs: bool, typed: tuple[int, int] | None
) -> None:
    reading = read([
        table(office(1, "UG Giby", 8, 4)),
        table(
            office(1, "UG Sejny", 6, 3), office(2, "UG Sejny", 6, 3),
            ("Ogółem", None, None, None, *total),
        ),
    ])  # fmt: skip
    told = [code for code, _ in codes(reading)]
    assert told == ["POWTORZONY_URZAD", *(["SUMA_NIEZGODNA"] if differs else [])]
    assert reading.typed == typed


@pytest.mark.parametrize(("total", "differs"), [((12, 6), False), ((20, 9), True), ((4, 2), True)])
def test_a_total_below_an_annex_counts_what_the_annex_says(
    total: tuple[int, int], differs: bool
) -> None:
    reading = read([table(
        office(1, "UG Zarszyn", 8, 4), office(2, "UG Jeżowe", 6, 3),
        ("Aneks nr 1",), office(1, "UG Zarszyn", 6, 3),
        ("Ogółem po zmianie", None, None, None, *total),
    )])  # fmt: skip
    told = [("SUMA_NIEZGODNA", 8)] if differs else []
    assert codes(reading) == [("KONFLIKT_ANEKS", 7), *told]


@pytest.mark.parametrize(("total", "differs"), [((8, 4), False), ((14, 7), False), ((6, 3), True)])
def test_a_total_may_count_the_seats_that_an_office_gave_back(
    total: tuple[int, int], differs: bool
) -> None:
    reading = read([table(
        office(1, "UG Zarszyn", 8, 4), office(2, "UG Jeżowe", 6, 3, remark="rezygnacja"),
        ("OGÓŁEM", None, None, None, *total),
    )])  # fmt: skip
    told = [("SUMA_NIEZGODNA", 6)] if differs else []
    assert codes(reading) == [("NIE_UCZESTNICZY", 5), *told]


ZARSZYN, GIBY = office(1, "UG Zarszyn", 8, 4), office(2, "UG Giby", 6, 3)
OSIEK, REJECTED = office(3, "UG Osiek", 5, 3), office(3, "UG Osiek", 4, 5)


def total(label: str, steering: int, editorial: int) -> tuple[Cell, ...]:
    return (label, None, None, None, steering, editorial)


@pytest.mark.parametrize(
    ("rows", "at", "right"),
    [
        ((ZARSZYN, total("Razem L1", 8, 4), GIBY, total("Razem L2", 7, 3)), 7, (6, 3)),
        ((ZARSZYN, total("Razem L1", 8, 4), GIBY, total("OGÓŁEM", 6, 3)), 7, (14, 7)),
        ((ZARSZYN, GIBY, total("Razem L1", 14, 7), total("Razem Lis", 6, 3)), 7, (14, 7)),
        ((ZARSZYN, total("Razem grupa L1", 8, 4), GIBY, total("Razem grupa L2", 6, 3), OSIEK,
          total("Razem grupa L3", 11, 6)), 9, (5, 3)),
    ],
)  # fmt: skip
def test_a_wrong_total_is_answered_with_the_sum_of_its_own_reach(
    rows: tuple[tuple[Cell, ...], ...], at: int, right: tuple[int, int]
) -> None:
    told = [(each.code, each.row, each.computed) for each in read([table(*rows)]).problems]
    assert told == [(Flag.TOTAL_DIFFERS, at, right)]


def test_each_of_two_tables_in_one_sheet_may_have_a_grand_total_of_its_own() -> None:
    tables = (ZARSZYN, total("Ogółem L1", 8, 4), GIBY, total("Ogółem L2", 6, 3))
    assert read([table(*tables)]).problems == ()


@pytest.mark.parametrize(
    ("rows", "typed"),
    [
        ((ZARSZYN, GIBY, total("Razem", 14, 7)), (14, 7)),
        ((ZARSZYN, total("Razem", 8, 4), GIBY), None),
        ((ZARSZYN, total("Razem", 8, 4), REJECTED), None),
        ((ZARSZYN, total("Razem L1", 8, 4), GIBY, total("Razem L2", 6, 3)), None),
        ((ZARSZYN, total("Razem L1", 8, 4), GIBY, total("Razem L2", 6, 3),
          total("Razem", 14, 7)), (14, 7)),
        ((ZARSZYN, total("Razem", 8, 4), ("Aneks nr 1",), GIBY), (8, 4)),
        ((ZARSZYN, total("Razem", 8, 4), ("Aneks nr 1",), REJECTED), (8, 4)),
    ],
)  # fmt: skip
def test_a_total_that_does_not_say_so_is_the_grand_one_where_it_closes_the_table(
    rows: tuple[tuple[Cell, ...], ...], typed: tuple[int, int] | None
) -> None:
    assert read([table(*rows)]).typed == typed


# Offices met twice


def test_an_annex_overrides_an_earlier_row_and_keeps_it_for_the_choice() -> None:
    reading = read([table(
        office(1, "Urząd Gminy Zarszyn", 8, 4), office(2, "UG Jeżowe", 6, 3),
        ("OGÓŁEM", None, None, None, 14, 7, None),
        ("Aneks nr 1 z 12.10.2009",),
        office(1, "UG Zarszyn", 6, 3, advisor=None),
    )])  # fmt: skip
    assert figures(reading) == [("Urząd Gminy Zarszyn", 6, 3), ("Urząd Gminy Jeżowe", 6, 3)]
    assert reading.offices[0].flags == (Flag.ANNEX_CONFLICT,)
    assert reading.offices[0].advisor == "Ewa Lis"
    assert [(row.row, row.limit_steering) for row in reading.replaced] == [(4, 8)]
    assert (reading.typed, reading.computed) == ((14, 7), (12, 6))
    assert codes(reading) == [("KONFLIKT_ANEKS", 8)]


WIDE = (*HEADER[:6], "blok III", "Powiat", "Województwo")


def test_what_an_annex_leaves_blank_stays_and_what_it_says_counts() -> None:
    reading = read([table(
        (1, "UG Giby", "Wójt", "Ewa Lis", 6, 3, 2, None, None),
        (2, "UG Osiek", "Wójt", "Ewa Lis", 6, 3, 2, None, None),
        (3, "UG Zarszyn", "Wójt", "Ewa Lis", 8, 4, 2, "sanocki", "podkarpackie"),
        ("Aneks nr 1",),
        (1, "UG Giby", None, "Jan Bór", 5, None, 1, "sejneński", "podlaskie"),
        (2, "UG Osiek", "Burmistrz", None, "x", 3),
        (3, "UG Zarszyn", None, None, "bez zmian", 3),
        header=(WIDE, range(1, 10)),
    )])  # fmt: skip
    assert [
        (row.head, row.advisor, row.limit_steering, row.limit_editorial, row.block_iii, row.county,
         row.voivodeship, row.flags)
        for row in reading.offices
    ] == [
        ("Wójt", "Jan Bór", 5, 3, 1, "sejneński", "podlaskie", (Flag.ANNEX_CONFLICT,)),
        ("Burmistrz", "Ewa Lis", None, 3, 2, None, None, (Flag.NO_LIMIT, Flag.ANNEX_CONFLICT)),
        ("Wójt", "Ewa Lis", 8, 3, 2, "sanocki", "podkarpackie", (Flag.ANNEX_CONFLICT,)),
    ]  # fmt: skip


def test_an_annex_may_inflect_the_name_of_the_office_it_changes() -> None:
    reading = read([table(
        office(1, "UG Rejowiec", 8, 4), office(2, "UM Rejowiec", 6, 3),
        ("Aneks nr 1",), office(1, "Urząd Gminy w Rejowcu", 6, 3, advisor=None),
        office(2, "Urząd Gminy w Sanoku", 6, 3),
    )])  # fmt: skip
    assert figures(reading) == [
        ("Urząd Gminy Rejowiec", 6, 3), ("Urząd Miasta Rejowiec", 6, 3),
        ("Urząd Gminy w Sanoku", 6, 3),
    ]  # fmt: skip
    assert codes(reading) == [("KONFLIKT_ANEKS", 7)]


def test_one_place_in_two_cases_stays_two_offices_and_is_told() -> None:
    reading = read(
        [table(office(1, "UG Rejowiec", 8, 4), office(2, "Urząd Gminy w Rejowcu", 6, 3))]
    )
    assert (len(reading.offices), codes(reading)) == (2, [("PODOBNE_NAZWY", 5)])


def test_the_same_row_twice_is_one_office_and_is_told() -> None:
    reading = read([table(office(1, "UG Zarszyn", 8, 4), office(2, "UG  Zarszyn", 8, 4))])
    assert (only(reading).flags, reading.computed) == ((), (8, 4))
    assert codes(reading) == [("POWTORZONY_URZAD", 5)]


def test_namesakes_are_kept_apart() -> None:
    reading = read([table(
        office(1, "UM Sanok", 8, 4, head="Burmistrz"), office(2, "UG Sanok", 6, 3),
        office(3, "Suwałki", 8, 4, head="Prezydent Miasta"), office(4, "Suwałki", 6, 3),
        office(5, "UG Osiek (pow. jasielski)", 6, 3), office(6, "UG Osiek", 7, 3),
    )])  # fmt: skip
    assert len(reading.offices) == 6
    assert reading.problems == ()
    assert reading.offices[4].county == "jasielski"


@pytest.mark.parametrize(
    ("behind", "voivodeship", "county"),
    [
        ("(podkarpackie)", "podkarpackie", None),
        ("(jasielski)", None, "jasielski"),
        ("(podkarpackie, jasielski)", "podkarpackie", "jasielski"),
        ("(woj. podkarpackie)", "podkarpackie", None),
        ("woj. podkarpackiego", "podkarpackie", None),
        ("(pow. jasielski)", None, "jasielski"),
        ("powiat jasielski", None, "jasielski"),
        ("(były zespół)", None, None),
        ("podkarpackie", None, None),
    ],
)
def test_a_name_may_say_in_brackets_where_its_office_is(
    behind: str, voivodeship: str | None, county: str | None
) -> None:
    found = only(read([table(office(1, f"UG Osiek {behind}", 6, 3))]))
    assert (found.voivodeship, found.county) == (voivodeship, county)


def test_names_stay_as_written_without_their_footnotes() -> None:
    reading = read([table(office(1, " Urząd Miasta \n i Gminy w Błażowej¹ ", 8, 4))])
    assert only(reading).name == "Urząd Miasta i Gminy w Błażowej"
    assert only(reading).flags == (Flag.FOOTNOTE,)


def test_marks_that_nobody_sees_are_no_part_of_a_name() -> None:
    row = only(read([table(office(1, "UG\u200b Zar\u00adszyn", 8, 4, advisor="\ufeffXenia Lis"))]))
    assert (row.name, row.advisor) == ("Urząd Gminy Zarszyn", "Xenia Lis")


def test_the_group_of_an_office_may_stand_beside_its_name() -> None:
    header = ("Lp.", "Nazwa urzędu", "Grupa", "Doradca", "blok I", "blok II", "Uwagi")
    reading = read([table((1, "UG Giby", "Grupa L1", "Ewa Lis", 8, 4), header=(header, NUMBERS))])
    assert (figures(reading), reading.problems) == ([("Urząd Gminy Giby", 8, 4)], ())


@pytest.mark.parametrize("row", [(1, "UG Zarszyn"), (None, "UG Zarszyn", "Wójt")])
def test_an_office_without_figures_is_one_whose_limits_are_unknown(row: tuple[Cell, ...]) -> None:
    reading = read([table(row)])
    assert figures(reading) == [("Urząd Gminy Zarszyn", None, None)]
    assert codes(reading) == [("BRAK_LIMITU", 4)]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ([("Euroregion Niemen",), ("Tabela koordynacyjna",)], "Tabela koordynacyjna"),
        ([("Szkolenia 2026",), ("Lato",)], "Szkolenia 2026"),
        ([("Załącznik nr 2",), ("Szkolenia 2026",)], "Szkolenia 2026"),
        ([("Tabela nr 1", "Lato")], None),
        ([], None),
    ],
)
def test_the_title_is_what_stands_alone_above_the_table(
    above: list[tuple[Cell, ...]], title: str | None
) -> None:
    rows = (HEADER, NUMBERS, office(1, "UG Zarszyn", 8, 4))
    assert read([Sheet("", (*above, *rows))]).title == title
    named = table(office(2, "UG Giby", 8, 4))
    assert read([Sheet("", (*above, *rows)), named]).title == title or named.rows[0][0]


# What is left out, and told


def test_an_office_without_figures_alone_in_its_row_is_told_wherever_it_stands() -> None:
    rows = (("1. UG Giby",), office(2, "UG Zarszyn", 8, 4), ("3) UG Osiek",), (None, "UG Besko"))
    assert codes(read([table(*rows)])) == [("POMINIETY_WIERSZ", row) for row in (4, 6, 7)]


def test_a_footnote_between_offices_is_not_told() -> None:
    rows = (office(1, "UG Zarszyn", 8, 4), ("1) wg pisma",), office(2, "UG Giby", 6, 3))
    assert read([table(*rows)]).problems == ()


@pytest.mark.parametrize(
    "letterhead", [("Urząd Gminy Zarszyn", "tel. 13 461"), ("Szkolenia w latach", 2009, 2010)]
)
def test_a_letterhead_above_the_table_is_no_row_of_it(letterhead: tuple[Cell, ...]) -> None:
    rows = (letterhead, HEADER, NUMBERS, office(1, "UG Giby", 8, 4))
    reading = read([Sheet("", rows)])
    assert (figures(reading), reading.problems) == ([("Urząd Gminy Giby", 8, 4)], ())


def test_a_lone_remark_is_told_between_offices_and_nowhere_else() -> None:
    remark = ("Szkolenie w maju",)
    rows = (remark, office(1, "UG Zarszyn", 8, 4), remark, office(2, "UG Giby", 6, 3), remark)
    assert codes(read([table(*rows)])) == [("POMINIETY_WIERSZ", 6)]


@pytest.mark.parametrize("row", [(1, 2, 3, 4, 5, 6), ("Kolumna:", 1, 2, 3, 4, 5, 6)])
def test_numbers_of_columns_with_nothing_below_are_no_table(row: tuple[Cell, ...]) -> None:
    with pytest.raises(NotATable):
        read([Sheet("", (row,))])


def test_words_in_several_cells_without_figures_are_told() -> None:
    rows = (office(1, "UG Zarszyn", 8, 4), (None, "Sala nr 5", "Rynek 1"))
    assert codes(read([table(*rows)])) == [("POMINIETY_WIERSZ", 5)]


def test_rows_that_are_no_offices_are_left_out() -> None:
    reading = read([table(
        ("Grupa L1",), office(1, "UG Zarszyn", 8, 4), ("Razem", None, None, None, 8, 4),
        ("w tym: kobiety", None, None, None, 5, 2), ("¹ po uzgodnieniu z wójtem",),
        ("Sporządził: Jan Bór",),
    )])  # fmt: skip
    assert figures(reading) == [("Urząd Gminy Zarszyn", 8, 4)]
    assert reading.problems == ()


def test_figures_without_an_office_are_told() -> None:
    rows = (office(1, "UG Zarszyn", 8, 4), (2, None, None, None, 6, 3), office(3, "UG Osiek", 6, 3))
    assert codes(read([table(*rows)])) == [("POMINIETY_WIERSZ", 5)]


def test_a_summary_below_the_grand_total_adds_no_offices() -> None:
    reading = read([table(
        office(1, "UG Zarszyn", 8, 4), ("OGÓŁEM", None, None, None, 8, 4),
        (1, "podkarpackie", None, None, 8, 4),
    )])  # fmt: skip
    assert figures(reading) == [("Urząd Gminy Zarszyn", 8, 4)]
    assert codes(reading) == [("POMINIETY_WIERSZ", 6)]


def test_a_hidden_row_is_read_and_told() -> None:
    plain = table(office(1, "UG Zarszyn", 8, 4), office(2, "UG Jeżowe", 6, 3))
    reading = read([Sheet("", plain.rows, hidden_rows=frozenset({4}))])
    assert len(reading.offices) == 2
    assert codes(reading) == [("UKRYTY_WIERSZ", 5)]


def test_each_sheet_is_a_table_and_hidden_or_foreign_ones_are_told() -> None:
    first, second = table(office(1, "UG Zarszyn", 8, 4)), table(office(1, "UG Jeżowe", 6, 3))
    reading = read([
        Sheet("Podkarpackie", first.rows), Sheet("warmińsko-mazurskie", second.rows),
        Sheet("stare", first.rows, hidden=True), Sheet("Instrukcja", (("Proszę czytać",),)),
        Sheet("pusty", ()),
    ])  # fmt: skip
    assert [(row.sheet, row.voivodeship) for row in reading.offices] == [
        ("Podkarpackie", "podkarpackie"),
        ("warmińsko-mazurskie", "warmińsko-mazurskie"),
    ]
    assert [(problem.code, problem.text) for problem in reading.problems] == [
        (ProblemCode.SHEET_HIDDEN, "stare"),
        (ProblemCode.SHEET_SKIPPED, "Instrukcja"),
    ]


@pytest.mark.parametrize(
    ("sheets", "reason"),
    [
        ([], NotATableReason.EMPTY),
        ([Sheet("", ((None, " "), ()))], NotATableReason.EMPTY),
        ([Sheet("", (("Lista obecności",), ("Jan Bór", "Sekretarz")))], NotATableReason.NO_COLUMNS),
        ([table()], NotATableReason.NO_OFFICES),
        ([table(), Sheet("", (("Lista obecności",),))], NotATableReason.NO_OFFICES),
        ([Sheet("", (("Lista obecności",),)), table()], NotATableReason.NO_OFFICES),
    ],
)
def test_what_is_no_table_says_what_is_missing(
    sheets: list[Sheet], reason: NotATableReason
) -> None:
    with pytest.raises(NotATable) as refusal:
        read(sheets)
    assert refusal.value.reason is reason


CELLS = st.one_of(
    st.none(),
    st.integers(-3, 90),
    st.sampled_from(
        [
            *HEADER,
            "Razem",
            "OGÓŁEM",
            "Aneks 1",
            "UG Osiek",
            "Doradca: A",
            "8–10",
            "x",
            "bez zmian",
            "rezygnacja",
            "UG w Osieku",
            "Powiat sanocki",
            "blok II",
        ]
    ),
    st.text(max_size=6),
    st.floats(),
    st.dates(),
)
SHEETS = st.builds(
    Sheet,
    st.sampled_from(["", "Aneks 1", "podlaskie"]),
    st.lists(st.lists(CELLS, max_size=9).map(tuple), max_size=14).map(tuple),
    st.lists(st.tuples(*[st.integers(-2, 12)] * 4), max_size=3).map(tuple),
    st.frozensets(st.integers(0, 12), max_size=2),
    st.frozensets(st.integers(0, 9), max_size=2),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(SHEETS, max_size=2), st.booleans())
def test_any_sheets_read_or_are_no_table(sheets: list[Sheet], numbered: bool) -> None:
    if numbered:
        sheets = [Sheet(one.name, (HEADER, NUMBERS, *one.rows), one.merged) for one in sheets]
    try:
        reading = read(sheets)
    except NotATable:
        return
    for row in reading.offices:
        steering, editorial = row.limit_steering, row.limit_editorial
        assert steering is None or editorial is None or editorial <= steering
        assert not row.flags or row.flags[0] in {problem.code for problem in reading.problems}
    assert reading.offices or reading.rejected
