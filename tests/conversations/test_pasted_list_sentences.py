"""Several sentences on a line, whole groups but somebody, and names that are no person's."""

import pytest

from conversations.pasted_list import ListedRole, Reading, read

THREE = "Anna Gil – Sekretarz\nJan Gil – Skarbnik\nEwa Lis – Naczelnik Wydziału\n"


def entries(reading: Reading) -> list[tuple[str, str | None]]:
    return [(each.person.full_name, each.person.position) for each in reading.people]


def editors(reading: Reading) -> list[str]:
    return [each.person.full_name for each in reading.people if ListedRole.EDITORIAL in each.roles]


def test_each_sentence_of_a_line_names_its_own_however_short_the_surname() -> None:
    reading = read("Pełnomocnikiem będzie Anna Gil. Skarbnikiem jest Jan Nowak. Dziękuję.")
    assert entries(reading) == [("Anna Gil", None), ("Jan Nowak", "Skarbnik")]
    assert [each.roles for each in reading.people] == [{ListedRole.PLENIPOTENTIARY}, frozenset()]


def test_the_full_stop_of_a_short_form_ends_no_sentence() -> None:
    reading = read("Anna Gil – Kierownik Ref. Finansów, Jan Lis – Insp. Ewidencji")
    assert [post for _, post in entries(reading)] == [
        "Kierownik Referatu Finansów",
        "Insp. Ewidencji",
    ]


@pytest.mark.parametrize(
    ("line", "chosen"),
    [
        ("Zespół redakcyjny: wszyscy oprócz Jana Gila", "Anna Gil|Ewa Lis"),
        ("Zespół redakcyjny\nwszyscy poza Ewą Lis", "Anna Gil|Jan Gil"),
        ("ZR: wszyscy bez nr 2", "Anna Gil|Ewa Lis"),
        ("ZR: wszyscy (oprócz pana Jana Gila i pani Lis)", "Anna Gil"),
        ("ZR: wszyscy z wyjątkiem Ewy Lis.", "Anna Gil|Jan Gil"),
        ("ZR: wszyscy", "Anna Gil|Jan Gil|Ewa Lis"),
    ],
)
def test_everybody_but_somebody_is_the_whole_list_without_them(line: str, chosen: str) -> None:
    reading = read(THREE + line)
    assert editors(reading) == chosen.split("|")
    assert (len(reading.people), reading.questions) == (3, ())


@pytest.mark.parametrize("out", ["Gila", "Marka Nowaka", "kogoś jeszcze"])
def test_a_line_that_leaves_out_nobody_for_certain_makes_no_editors_and_is_shown(out: str) -> None:
    line = f"Zespół redakcyjny: wszyscy oprócz {out}"
    reading = read(THREE + line)
    assert (editors(reading), reading.skipped) == ([], (line,))


@pytest.mark.parametrize(
    "post",
    [
        "Dyrektor Szkoły im. Jana Pawła",
        "Dyrektor Szkoły im. Jana Pawła II",
        "Dyrektor Zespołu Szkół im. Marii Konopnickiej",
        "Dyrektor Biblioteki imienia Mikołaja Kopernika",
    ],
)
@pytest.mark.parametrize("written", ["Anna Gil – {}", "Anna Gil, {}", "{} Anna Gil"])
def test_whom_a_school_is_named_after_is_nobody_of_the_list(written: str, post: str) -> None:
    reading = read(written.format(post))
    assert entries(reading) == [("Anna Gil", post)]
    assert reading.questions == ()


def test_as_above_is_the_post_above() -> None:
    assert entries(read("Anna Gil – Naczelnik\nJan Lis – jak wyżej")) == [
        ("Anna Gil", "Naczelnik"),
        ("Jan Lis", "Naczelnik"),
    ]


def test_a_part_of_the_office_between_name_and_post_is_part_of_the_post() -> None:
    """However many words it has; without a post behind it nobody can be told from it."""
    reading = read("Jan Gil Wydział Inwestycji i Rozwoju naczelnik")
    assert entries(reading) == [("Jan Gil", "Naczelnik, Wydział Inwestycji i Rozwoju")]
    alone = "Jan Gil Wydział Inwestycji Miejskich Lokalnych"
    assert (read(alone).people, read(alone).skipped) == ((), (alone,))


@pytest.mark.parametrize("verb", ["wyznacza", "także wyznacza", "jednocześnie również wyznacza"])
def test_whoever_only_appoints_the_others_is_not_one_of_them(verb: str) -> None:
    line = f"Starosta Jan Gil {verb} panią Annę Kowalczyk, sekretarza, i pana Adama Lisa, skarbnika"
    assert entries(read(line)) == [("Anna Kowalczyk", "Sekretarz"), ("Adam Lis", "Skarbnik")]


def test_editors_who_are_yet_to_be_named_are_nobody_and_the_line_is_shown() -> None:
    line = "Redaktorzy do uzgodnienia"
    reading = read(f"Anna Gil – Sekretarz\nJan Gil – Skarbnik\n{line}")
    assert (editors(reading), len(reading.people), reading.skipped) == ([], 2, (line,))
