"""Several sentences on a line, whole groups but somebody, and names that are no person's."""

import pytest

from conversations.pasted_list import ListedRole, QuestionCode, Reading, everybody_edits, read
from conversations.pasted_list.denial import denies

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
    """However many words it has; without a post behind it, it is left beside the person."""
    reading = read("Jan Gil Wydział Inwestycji i Rozwoju naczelnik")
    assert entries(reading) == [("Jan Gil", "Naczelnik, Wydział Inwestycji i Rozwoju")]
    alone = read("Jan Gil Wydział Inwestycji Miejskich Lokalnych")
    assert entries(alone) == [("Jan Gil", None)]
    assert [each.text for each in alone.leftovers] == ["Wydział Inwestycji Miejskich Lokalnych"]


@pytest.mark.parametrize("verb", ["wyznacza", "także wyznacza", "jednocześnie również wyznacza"])
def test_whoever_only_appoints_the_others_is_not_one_of_them(verb: str) -> None:
    line = f"Starosta Jan Gil {verb} panią Annę Kowalczyk, sekretarza, i pana Adama Lisa, skarbnika"
    assert entries(read(line)) == [("Anna Kowalczyk", "Sekretarz"), ("Adam Lis", "Skarbnik")]


def test_editors_who_are_yet_to_be_named_are_nobody_and_the_line_is_shown() -> None:
    line = "Redaktorzy do uzgodnienia"
    reading = read(f"Anna Gil – Sekretarz\nJan Gil – Skarbnik\n{line}")
    assert (editors(reading), len(reading.people), reading.skipped) == ([], 2, (line,))


@pytest.mark.parametrize(
    "text",
    [
        "ten sam problem",
        "te same co w zeszłym roku",
        "wszystkie osoby zostaną wskazane jutro",
        "cały zespół jest na urlopie",
        "wszyscy są chorzy",
        "wszyscy kierownicy",
        "wszyscy nie wejdą",
        "ten sam skład plus Ewa Kot",
    ],
)
def test_what_only_begins_as_everybody_names_no_whole_group(text: str) -> None:
    assert everybody_edits(text, headed=False) is None
    assert everybody_edits(f"Zespół redakcyjny: {text}", headed=True) is None


@pytest.mark.parametrize(
    "text",
    [
        "wszyscy",
        "wszystkie osoby",
        "cała grupa sterująca",
        "ten sam skład",
        "ci sami co w grupie sterującej",
        "jak wyżej",
        "to będą wszyscy",
        "wszyscy wchodzą w skład zespołu redakcyjnego",
    ],
)
def test_a_whole_group_leaves_nobody_out(text: str) -> None:
    assert everybody_edits(text, headed=False) == ()


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("nie wchodzi do ZR", True),
        ("spoza zespołu redakcyjnego", True),
        ("bez bloku II", True),
        ("N/D", True),
        ("n.d.", True),
        ("–", True),
        ("zrezygnowała", True),
        ("nie tylko w bloku I", False),
        ("niezależnie od bloku", False),
        ("wyłącznie blok II", False),
        ("ZR", False),
    ],
)
def test_what_denies_a_part_is_told_from_what_only_looks_so(text: str, denied: bool) -> None:
    assert denies(text) is denied


def test_the_editors_of_a_sentence_are_everybody_but_whom_it_leaves_out() -> None:
    reading = read(f"{THREE}W zespole redakcyjnym będą wszyscy oprócz Jana Gila")
    assert (editors(reading), reading.skipped) == (["Anna Gil", "Ewa Lis"], ())


def test_editors_told_by_surnames_alone_are_asked_about() -> None:
    people = "Anna Gil – Sekretarz\nJan Lis – Skarbnik\nEwa Sowa – Informatyk\n"
    reading = read(f"{people}Zespół redakcyjny: Gil i Sowa")
    assert editors(reading) == ["Anna Gil", "Ewa Sowa"]
    assert [(each.code, each.about) for each in reading.questions] == [
        (QuestionCode.POTWIERDZ_DOPASOWANIE, 0),
        (QuestionCode.POTWIERDZ_DOPASOWANIE, 2),
    ]


def test_a_rank_goes_into_the_nominative_with_its_post() -> None:
    reading = read("Wyznaczam Annę Lis, głównego księgowego, oraz Jana Gila, starszego inspektora")
    assert [post for _, post in entries(reading)] == ["Główny Księgowy", "starszy inspektor"]


def test_headings_under_which_all_name_another_part_of_the_office_tell_nothing() -> None:
    reading = read(
        "Wydział Finansów\nJan Gil – naczelnik Wydziału Oświaty\n"
        "Referat Podatków\nAnna Mak – kierownik Referatu Dróg"
    )
    assert entries(reading) == [
        ("Jan Gil", "Naczelnik Wydziału Oświaty"),
        ("Anna Mak", "Kierownik Referatu Dróg"),
    ]
    assert reading.skipped == ("Wydział Finansów", "Referat Podatków")


def test_a_word_before_the_first_of_several_names_has_both_asked_about() -> None:
    """It may be a surname, so that every post would be the one before."""
    reading = read("Kowal, Jan Gil, Anna Lis, Skarbnik")
    assert [name for name, _ in entries(reading)] == ["Jan Gil", "Anna Lis"]
    assert [each.code for each in reading.questions] == [QuestionCode.POTWIERDZ_NAZWISKO] * 2
    assert [(each.text, each.about) for each in reading.leftovers] == [("Kowal", 0)]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("jan gil z tego działu", 0),
        ("anna lis sekretarz miasta jan kordaczuk skarbnik miasta ewa prus k,ierownik usc", 1),
    ],
)
def test_somebody_in_small_letters_is_never_part_of_a_post_in_silence(
    line: str, people: int
) -> None:
    reading = read(line)
    assert len(reading.people) == people
    assert reading.skipped or reading.questions


def test_the_number_of_a_floor_parts_no_line_of_several_people() -> None:
    reading = read("1. Anna Gil – Sekretarz 5. piętro 2. Jan Lis – Skarbnik")
    assert entries(reading) == [("Anna Gil", None), ("Jan Lis", "Skarbnik")]
    assert [each.text for each in reading.leftovers] == ["Sekretarz 5. piętro"]


def test_both_of_a_sentence_are_editors_though_one_is_called_so_besides() -> None:
    assert editors(read("Anna Gil (redaktor) i Jan Lis będą w zespole redakcyjnym")) == [
        "Anna Gil",
        "Jan Lis",
    ]


def test_a_colour_that_no_text_carries_is_asked_about() -> None:
    line = "Zespół redakcyjny – na czerwono"
    reading = read(f"Anna Gil – Sekretarz\nJan Lis – Skarbnik\n{line}")
    assert (editors(reading), reading.skipped) == ([], (line,))
    assert [each.code for each in reading.questions] == [QuestionCode.KTO]


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("Mariana Sowa", ["Mariana Sowa", "Marian Sow", "Marian Sów", "Marian Sowa"]),
        ("Mariana Kot", []),
        ("Marian Sowa", []),
        ("Anna Sowa", []),
    ],
)
def test_what_may_be_a_woman_or_a_man_in_another_case_is_asked_about(
    name: str, offered: list[str]
) -> None:
    asked = read(name).questions
    assert [each.full_name for question in asked for each in question.options] == offered


def test_a_sentence_of_a_page_still_names_its_people() -> None:
    sentence = "Zgłaszam Annę Kowalczyk, ponieważ".ljust(1999, "x") + "."
    assert [each.person.full_name for each in read(sentence).people] == ["Anna Kowalczyk"]
