"""Names of offices as people write them (domain.md §3.10)."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.office_names import (
    Entry,
    OfficeFinder,
    Outcome,
    canonical,
    caseless_key,
    office_key,
    office_kind,
)

# Nominative, locative, genitive: the table of domain.md §3.10, and others of each pattern.
PLACES = [
    line.split("|")
    for line in """\
Włodawa|we Włodawie|Włodawy
Puławy|w Puławach|Puław
Tarnogród|w Tarnogrodzie|Tarnogrodu
Terespol|w Terespolu|Terespola
Rejowiec|w Rejowcu|Rejowca
Sosnowica|w Sosnowicy|Sosnowicy
Jasło|w Jaśle|Jasła
Przemyśl|w Przemyślu|Przemyśla
Strzyżów|w Strzyżowie|Strzyżowa
Ustrzyki Dolne|w Ustrzykach Dolnych|Ustrzyk Dolnych
Lubaczów|w Lubaczowie|Lubaczowa
Sanok|w Sanoku|Sanoka
Błażowa|w Błażowej|Błażowej
Boguchwała|w Boguchwale|Boguchwały
Jeżowe|w Jeżowem|Jeżowego
Osiek Jasielski|w Osieku Jasielskim|Osieka Jasielskiego
Zarszyn|w Zarszynie|Zarszyna
Suwałki|w Suwałkach|Suwałk
Sejny|w Sejnach|Sejn
Gołdap|w Gołdapi|Gołdapi
Giżycko|w Giżycku|Giżycka
Ostrowiec Świętokrzyski|w Ostrowcu Świętokrzyskim|Ostrowca Świętokrzyskiego
Białystok|w Białymstoku|Białegostoku
Biała Podlaska|w Białej Podlaskiej|Białej Podlaskiej
Hajnówka|w Hajnówce|Hajnówki
Zamość|w Zamościu|Zamościa
Krosno|w Krośnie|Krosna
Ostróda|w Ostródzie|Ostródy
Łańcut|w Łańcucie|Łańcuta
Mońki|w Mońkach|Moniek
Nowe Miasto Lubawskie|w Nowym Mieście Lubawskim|Nowego Miasta Lubawskiego
Góra|w Górze|Góry
Busko-Zdrój|w Busku-Zdroju|Buska-Zdroju
Łomża|w Łomży|Łomży
Końskie|w Końskich|Końskich
Kielce|w Kielcach|Kielc
Krasnystaw|w Krasnymstawie|Krasnegostawu
Radzyń Podlaski|w Radzyniu Podlaskim|Radzynia Podlaskiego
Susiec|w Suścu|Suśca
Wielkie Oczy|w Wielkich Oczach|Wielkich Oczu
Święta Lipka|w Świętej Lipce|Świętej Lipki""".splitlines()
]


@pytest.mark.parametrize(("nominative", "locative", "genitive"), PLACES)
def test_a_name_is_one_in_every_case(nominative: str, locative: str, genitive: str) -> None:
    keys = {caseless_key(f"UG {form}") for form in (nominative, locative, genitive)}
    assert len(keys) == 1


def test_different_places_stay_different() -> None:
    keys = {caseless_key(f"UG {nominative}") for nominative, *_ in PLACES}
    assert len(keys) == len(PLACES)
    others = [
        "Osiek",
        "Osieck",
        "Osieczna",
        "Sanoczek",
        "Jasionka",
        "Rejowiec Fabryczny",
        "Sejkowice",
    ]
    assert len(keys | {caseless_key(f"UG {other}") for other in others}) == len(PLACES) + len(
        others
    )
    assert caseless_key("UG Sanok") != caseless_key("UM Sanok")
    assert caseless_key("Urząd Gminy") is None


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("UG Rejowiec", "Urząd Gminy Rejowiec"),
        ("U.G. w Rejowcu", "Urząd Gminy w Rejowcu"),
        ("Urz. Gm. Giby", "Urząd Gminy Giby"),
        ("UM Terespol", "Urząd Miasta Terespol"),
        ("U.M. Sanoka", "Urząd Miasta Sanoka"),
        ("Urz. Miejski w Sejnach", "Urząd Miejski w Sejnach"),
        ("UMiG Błażowa", "Urząd Miasta i Gminy Błażowa"),
        ("U.M. i G. Błażowa", "Urząd Miasta i Gminy Błażowa"),
        ("UGiM Sieniawa", "Urząd Gminy i Miasta Sieniawa"),
        ("SP Włodawa", "Starostwo Powiatowe Włodawa"),
        ("St. Pow. w Jaśle", "Starostwo Powiatowe w Jaśle"),
        ("Starostwo w Jaśle", "Starostwo Powiatowe w Jaśle"),
        ("UMW Podlaskiego", "Urząd Marszałkowski Województwa Podlaskiego"),
        ("Urz. Marsz. Woj. Lubelskiego", "Urząd Marszałkowski Województwa Lubelskiego"),
        ("Urząd Marszałkowski w Lublinie", "Urząd Marszałkowski w Lublinie"),
        ("UMWP", "UMWP"),
        ("URZĄD GMINY W RUDNIKU NAD SANEM", "Urząd Gminy w Rudniku nad Sanem"),
        ("URZĄD GMINY WE WŁODAWIE", "Urząd Gminy we Włodawie"),
        ("URZĄD MIASTA I GMINY W BŁAŻOWEJ", "Urząd Miasta i Gminy w Błażowej"),
        ("TERESPOL", "Terespol"),
        ("PUŁAWY", "Puławy"),
        ("SANOK", "SANOK"),
        ("UG", "Urząd Gminy"),
        (" Urząd Gminy Giby ;", "Urząd Gminy Giby"),
        ("UG Groß", "UG Groß"),
        ("Nowy Dwór", "Nowy Dwór"),
        ("Urząd Gminy Giby, ul. Szkolna 3, 16-506 Giby", "Urząd Gminy Giby"),
        ("İstanbul", "İstanbul"),
        (", ul. Szkolna", ", ul. Szkolna"),
    ],
)
def test_an_abbreviation_is_written_out_and_the_rest_stays(written: str, whole: str) -> None:
    assert canonical(written) == whole
    assert canonical(whole) == whole


def test_two_spellings_of_one_name_are_one_office() -> None:
    spelled = ["UG Rejowiec", "Urząd  Gminy Rejowiec", "urz. gm. REJOWIEC", "UG „Rejowiec”"]
    spelled += ['UG "Rejowiec"', "UG Rejowiec, ul. Szkolna 1"]
    assert {office_key(each) for each in spelled} == {"ug rejowiec"}
    others = ["UM Rejowiec", "Rejowiec", "gmina Rejowiec", "UG w Rejowcu"]
    assert len({office_key(each) for each in others} - {"ug rejowiec"}) == len(others)


@pytest.mark.parametrize("no_office", ["Ugoda", "Umieścice", "Spytkowice", "Starachowice", "x"])
def test_a_word_that_begins_like_an_abbreviation_is_none(no_office: str) -> None:
    assert office_kind(no_office) is None


ENTRIES = [
    Entry(at, name)
    for at, name in enumerate([
        "Starostwo Powiatowe we Włodawie", "Urząd Miasta Terespol", "Urząd Gminy Terespol",
        "Urząd Gminy Rejowiec", "Urząd Miasta Rejowiec Fabryczny",
        "Urząd Gminy Rejowiec Fabryczny", "Urząd Gminy Sosnowica",
        "Starostwo Powiatowe w Puławach", "Urząd Miejski w Tarnogrodzie",
        "Starostwo Powiatowe w Jaśle", "Starostwo Powiatowe w Ustrzykach Dolnych",
        "Urząd Miasta i Gminy w Ustrzykach Dolnych", "Urząd Miasta Sanoka",
        "Urząd Miasta i Gminy w Boguchwale", "Urząd Gminy w Jeżowem",
        "Urząd Gminy w Osieku Jasielskim", "Nowy Dwór",
        "Urząd Marszałkowski Województwa Lubelskiego",
    ])
] + [
    Entry(100, "Urząd Gminy Osiek", "podkarpackie", "jasielski"),
    Entry(101, "Urząd Gminy Osiek", "świętokrzyskie", "staszowski"),
    Entry(102, "Starostwo Powiatowe w Sejnach", "podlaskie", "sejneński"),
]  # fmt: skip
FINDER = OfficeFinder(ENTRIES)


def found(query: str) -> tuple[Outcome, list[str]]:
    result = FINDER.find(query)
    return result.outcome, [entry.name for entry in result.entries]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Urząd Gminy Rejowiec", "Urząd Gminy Rejowiec"),
        ("ug rejowiec", "Urząd Gminy Rejowiec"),
        ("Urzędu Gminy w Rejowcu", "Urząd Gminy Rejowiec"),
        ("gmina Rejowiec", "Urząd Gminy Rejowiec"),
        ("Wójt Gminy Rejowiec", "Urząd Gminy Rejowiec"),
        ("Rejowiec Fabryczny gmina", "Urząd Gminy Rejowiec Fabryczny"),
        ("terespol miasto", "Urząd Miasta Terespol"),
        ("Burmistrz Terespola", "Urząd Miasta Terespol"),
        ("wlodawa", "Starostwo Powiatowe we Włodawie"),
        ("starostwo włodawskie", "Starostwo Powiatowe we Włodawie"),
        ("powiat włodawski", "Starostwo Powiatowe we Włodawie"),
        ("SP Puławy", "Starostwo Powiatowe w Puławach"),
        ("Starosta Puławski", "Starostwo Powiatowe w Puławach"),
        ("powiatu jasielskiego", "Starostwo Powiatowe w Jaśle"),
        ("powiat bieszczadzki", "Starostwo Powiatowe w Ustrzykach Dolnych"),
        ("powiat sejneński", "Starostwo Powiatowe w Sejnach"),
        ("UMiG Ustrzyki Dolne", "Urząd Miasta i Gminy w Ustrzykach Dolnych"),
        ("UM Ustrzyki Dolne", "Urząd Miasta i Gminy w Ustrzykach Dolnych"),
        ("umg boguchwala", "Urząd Miasta i Gminy w Boguchwale"),
        ("um tarnogrod", "Urząd Miejski w Tarnogrodzie"),
        ("Urząd Miasta Tarnogród", "Urząd Miejski w Tarnogrodzie"),
        ("sanoka", "Urząd Miasta Sanoka"),
        ("Jeżowe", "Urząd Gminy w Jeżowem"),
        ("osiek jasielski", "Urząd Gminy w Osieku Jasielskim"),
        ("nowy dwor", "Nowy Dwór"),
        ("umw lubelskiego", "Urząd Marszałkowski Województwa Lubelskiego"),
    ],
)
def test_an_office_is_known_however_it_is_written(query: str, name: str) -> None:
    assert found(query) == (Outcome.EXACT, [name])


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ("Terespol", ["Urząd Miasta Terespol", "Urząd Gminy Terespol"]),
        ("Rejowiec", ["Urząd Gminy Rejowiec", "Urząd Miasta Rejowiec Fabryczny",
                      "Urząd Gminy Rejowiec Fabryczny"]),
        ("ustrzyki", ["Starostwo Powiatowe w Ustrzykach Dolnych",
                      "Urząd Miasta i Gminy w Ustrzykach Dolnych"]),
        ("Urząd Gminy Osiek", ["Urząd Gminy Osiek", "Urząd Gminy Osiek"]),
    ],
)  # fmt: skip
def test_namesakes_are_offered_and_none_is_chosen(query: str, offered: list[str]) -> None:
    assert found(query) == (Outcome.SEVERAL, offered)


@pytest.mark.parametrize(
    ("query", "ids"),
    [("UG Osiek pow. jasielski", [100]), ("osiek (świętokrzyskie)", [101]),
     ("Osiek woj. podkarpackie", [100]), ("Osiek świętokrzyskie", [101]),
     ("gmina osiek podkarpackie", [100]), ("starostwo w Sejnach podlaskie", [102]),
     ("osiek woj. lubelskie", [100, 101, 15]), ("UM Osiek", [100, 101]),
     ("Terespol gmina miasto", [1, 2]), ("ustrzyki gmina", [11, 10]),
     ("re", [3, 4, 5]), ("r", [])],
)  # fmt: skip
def test_where_it_is_tells_namesakes_apart(query: str, ids: list[int]) -> None:
    assert [entry.id for entry in FINDER.find(query).entries] == ids


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ("tarnogrud", "Urząd Miejski w Tarnogrodzie"),
        ("wlodwa", "Starostwo Powiatowe we Włodawie"),
        ("Bogucwała", "Urząd Miasta i Gminy w Boguchwale"),
        ("sosnowca", "Urząd Gminy Sosnowica"),
        ("UG Tarnogród", "Urząd Miejski w Tarnogrodzie"),
        ("UG Nowy Dwór", "Nowy Dwór"),
        ("tarno", "Urząd Miejski w Tarnogrodzie"),
        ("dolne", "Starostwo Powiatowe w Ustrzykach Dolnych"),
        ("dolne ustrzyki", "Starostwo Powiatowe w Ustrzykach Dolnych"),
        ("UMiG rej", "Urząd Gminy Rejowiec"),
        ("UG jasielski", "Starostwo Powiatowe w Jaśle"),
    ],
)
def test_a_misspelt_or_partial_name_is_offered_and_not_taken(query: str, offered: str) -> None:
    outcome, names = found(query)
    assert (outcome, offered in names) == (Outcome.NONE, True)


@pytest.mark.parametrize(
    ("names", "query", "outcome", "ids"),
    [
        # Two spellings of one place: as it is written there.
        (["Urząd Gminy Rejowiec", "Urząd Gminy w Rejowcu"], "urząd gminy w rejowcu", "exact", [1]),
        (["Urząd Gminy Rejowiec", "Urząd Gminy w Rejowcu"], "UG Rejowcowi", "several", [0, 1]),
        (["Urząd Gminy Nowa Dęba", "Urząd Gminy Nowa Sarzyna"], "UG Nowa", "several", [0, 1]),
        (["Urząd Gminy Nowa Dęba", "Urząd Miasta Nowa Sarzyna"], "UG Nowa", "none", [0, 1]),
        # Another kind than those of the place is offered; who says no kind may be any.
        (["Urząd Miasta Sanok", "Urząd Gminy Sanok"], "starostwo Sanok", "none", [0, 1]),
        (["Nowy Dwór", "w Nowym Dworze"], "UG Nowy Dwór", "several", [0, 1]),
        (["Starostwo Powiatowe w Płocku"], "powiat płocki", "exact", [0]),
        (["Urząd Miasta Nowe Miasto"], "miasto", "none", [0]),
    ],
)
def test_what_is_said_of_an_office_is_weighed_among_those_there_are(
    names: list[str], query: str, outcome: str, ids: list[int]
) -> None:
    found = OfficeFinder(Entry(at, name) for at, name in enumerate(names)).find(query)
    assert (found.outcome, [each.id for each in found.entries]) == (outcome, ids)


@pytest.mark.parametrize("query", ["", " ", "w", "Urząd Miasta", "xyzzy qqq", "?", "powiat xski"])
def test_what_names_no_office_finds_none(query: str) -> None:
    assert found(query) == (Outcome.NONE, [])


@pytest.mark.parametrize("typed", ["tarno", "UG Tarnog", "Tarnogrod X"])
def test_of_many_offices_eight_are_offered(typed: str) -> None:
    many = OfficeFinder(Entry(at, f"Urząd Gminy Tarnogród{chr(97 + at)}") for at in range(12))
    found = many.find(typed)
    assert (found.outcome, len(found.entries)) == (Outcome.NONE, 8)


def test_a_name_is_read_to_its_longest_and_no_further() -> None:
    assert found("Tarnogród".rjust(100)) == found("Tarnogród")
    assert found("Tarnogród".rjust(101))[0] is not Outcome.EXACT
    assert caseless_key(f"UG{'Tarnogród':>198}") == caseless_key("UG Tarnogród")
    assert caseless_key(f"UG{'Tarnogród':>199}") != caseless_key("UG Tarnogród")


@given(st.text(max_size=150))
def test_any_text_is_answered(query: str) -> None:
    result = FINDER.find(query)
    assert len(result.entries) == 1 or result.outcome is not Outcome.EXACT
    assert canonical(query) is not None


@given(st.sampled_from(ENTRIES[:18]), st.sampled_from([str.upper, str.lower, str.title]))
def test_the_letters_make_no_difference(entry: Entry, write: Callable[[str], str]) -> None:
    assert FINDER.find(write(entry.name)).entries == (entry,)


COUNTIES = """
    bieszczadzki Ustrzyki Dolne · jasielski Jasło · przemyski Przemyśl · suwalski Suwałki ·
    sejneński Sejny · ostrowiecki Ostrowiec Świętokrzyski · giżycki Giżycko ·
    opolski Opole Lubelskie · chełmski Chełm · bialski Biała Podlaska ·
    radzyński Radzyń Podlaski · bielski Bielsk Podlaski · stalowowolski Stalowa Wola ·
    rzeszowski Rzeszów · olecki Olecko · węgorzewski Węgorzewo · ełcki Ełk · kielecki Kielce ·
    konecki Końskie · buski Busko-Zdrój · włoszczowski Włoszczowa · zamojski Zamość ·
    gołdapski Gołdap · strzyżowski Strzyżów · lubaczowski Lubaczów · sanocki Sanok
"""


def test_a_county_means_the_starostwo_at_its_seat() -> None:
    seats = dict(each.split(maxsplit=1) for each in COUNTIES.split("·"))
    finder = OfficeFinder(
        Entry(at, f"Starostwo Powiatowe {seat.strip()}") for at, seat in enumerate(seats.values())
    )
    for at, county in enumerate(seats):
        for typed in (f"powiat {county}", f"starostwo {county.removesuffix('i')}ie"):
            found = finder.find(typed)
            assert (found.outcome, [each.id for each in found.entries]) == (Outcome.EXACT, [at]), (
                typed
            )


@pytest.mark.parametrize("typed", ["starostwo wymyślańskie", "powiat wymyślański", "wymyślański"])
def test_a_county_whose_seat_bears_another_name_means_its_starostwo(typed: str) -> None:
    finder = OfficeFinder(
        [
            Entry(1, "Urząd Gminy Zarzecze", "lubelskie", "wymyślański"),
            Entry(2, "Starostwo Powiatowe w Miasteczku", "lubelskie", "wymyślański"),
            Entry(3, "Starostwo Powiatowe w Dydni", "lubelskie", "inny"),
        ]
    )
    found = finder.find(typed)
    assert (found.outcome, [each.id for each in found.entries]) == (Outcome.EXACT, [2])
    assert finder.find("urząd gminy wymyślański").outcome is Outcome.NONE
