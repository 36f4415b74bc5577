"""Questions as people type them, and what must never be taken for one (domain.md §3.9)."""

import re
from pathlib import Path

import pytest

from conversations import question_patterns, question_words
from conversations.pasted_list import read
from conversations.pasted_list.given_names import COMMON_SURNAMES
from conversations.quick_questions import (
    OFFERED,
    Question,
    Topic,
    argument_of,
    asked_again,
    is_courtesy,
    nearest,
    recognise,
)


@pytest.mark.parametrize(
    ("text", "topic", "about"),
    [
        ("jaki jest stan?", Topic.STATUS, ""),
        ("status", Topic.STATUS, ""),
        ("Stan", Topic.STATUS, ""),
        ("jak to wygląda w Sosnowicy?", Topic.STATUS, "sosnowicy"),
        ("status Rejowiec", Topic.STATUS, "rejowiec"),
        ("co jeszcze brakuje?", Topic.MISSING, ""),
        ("Czego nam jeszcze brakuje?", Topic.MISSING, ""),
        ("czego brakuje w Rejowcu?", Topic.MISSING, "rejowcu"),
        ("czego brakuje Rejowcowi", Topic.MISSING, "rejowcowi"),
        ("Czego brakuje we Włodawie", Topic.MISSING, "wlodawie"),
        ("kto nie wysłał?", Topic.NOT_SENT, ""),
        ("które urzędy nie zgłosiły listy", Topic.NOT_SENT, ""),
        ("kto nie ma pełnomocnika", Topic.WITHOUT_PLENIPOTENTIARY, ""),
        ("które urzędy są bez pełnomocnika?", Topic.WITHOUT_PLENIPOTENTIARY, ""),
        ("kto jest pełnomocnikiem we Włodawie?", Topic.PLENIPOTENTIARY, "wlodawie"),
        ("kto jest naszym pełnomocnikiem?", Topic.PLENIPOTENTIARY, ""),
        ("ile osób zgłosił Tarnogród?", Topic.HOW_MANY, "tarnogrod"),
        ("ile wolnych miejsc w Puławach", Topic.FREE_SEATS, "pulawach"),
        ("ile mamy wolnych miejsc?", Topic.FREE_SEATS, ""),
        ("lista urzędów", Topic.OFFICES, ""),
        ("moje urzędy", Topic.OFFICES, ""),
        ("urzędy po terminie", Topic.OVERDUE, ""),
        ("jaki mamy limit?", Topic.LIMIT, ""),
        ("jaki limit ma Rejowiec?", Topic.LIMIT, "rejowiec"),
        ("ile osób możemy wysłać na blok I", Topic.LIMIT, ""),
        ("ile osób na pierwszy blok?", Topic.LIMIT, ""),
        ("ile osób możemy wysłać na bl. I", Topic.LIMIT, ""),
        ("kto jest naszym doradcą?", Topic.ADVISOR, ""),
        ("kto jest doradcą w Terespolu?", Topic.ADVISOR, "terespolu"),
        ("do kiedy termin?", Topic.DEADLINE, ""),
        ("do kiedy mamy czas", Topic.DEADLINE, ""),
        ("kiedy szkolenie?", Topic.TRAINING, ""),
        ("czy Sekretarz musi iść na szkolenie?", Topic.RULE_TRAINING, ""),
        ("czy pełnomocnik musi uczestniczyć w bloku I?", Topic.RULE_TRAINING, ""),
        ("czy redakcyjny może być spoza grupy?", Topic.RULE_EDITORS, ""),
        ("Czy ktoś spoza grupy może być w zespole redakcyjnym?", Topic.RULE_EDITORS, ""),
        ("czy wójt może być pełnomocnikiem?", Topic.RULE_HEAD, ""),
        ("Czy pełnomocnikiem może być burmistrz?", Topic.RULE_HEAD, ""),
        ("kto może być pełnomocnikiem?", Topic.RULE_MANAGEMENT, ""),
        ("kto to jest szef urzędu?", Topic.HEAD, ""),
        ("pokaż skład grupy sterującej w Jaśle", Topic.TEAM, "jasle"),
        ("Kto jest w zespole redakcyjnym?", Topic.TEAM, ""),
        ("ilu jest wszystkich uczestników bloku II?", Topic.EDITORS_IN_ALL, ""),
        ("podsumuj województwo podkarpackie", Topic.VOIVODESHIP, "podkarpackie"),
        ("wyślij przypomnienie", Topic.REMIND, ""),
        ("zmień Zalewskiego na Lis-Sadowską", Topic.REPLACE, ""),
        ("ile osob mozemy wyslac na blok i", Topic.LIMIT, ""),
        ("kto jest pełnomocnikiem w naszym urzędzie?", Topic.PLENIPOTENTIARY, ""),
        ("ile wolnych miejsc w naszej gminie?", Topic.FREE_SEATS, ""),
        ("Stan w Urzędzie Gminy Sanok", Topic.STATUS, "urzedzie gminy sanok"),
        # As others say it
        ("jaki stan", Topic.STATUS, ""),
        ("jak wygląda sytuacja w Puławach?", Topic.STATUS, "pulawach"),
        ("jaki jest stan zgłoszenia w Rejowcu?", Topic.STATUS, "rejowcu"),
        ("kto nie wyznaczył pełnomocnika?", Topic.WITHOUT_PLENIPOTENTIARY, ""),
        ("które gminy nie mają pełnomocnika?", Topic.WITHOUT_PLENIPOTENTIARY, ""),
        ("ile zostało miejsc w Puławach?", Topic.FREE_SEATS, "pulawach"),
        ("jaki limit obowiązuje w Rejowcu?", Topic.LIMIT, "rejowcu"),
        ("jaki jest limit w bloku II?", Topic.LIMIT, ""),
        ("kto jest doradcą Rejowca?", Topic.ADVISOR, "rejowca"),
        ("kto jest doradcą urzędu w Rejowcu?", Topic.ADVISOR, "rejowcu"),
        ("kto jest doradcą naszego urzędu?", Topic.ADVISOR, ""),
        ("kiedy zaczyna się blok I?", Topic.TRAINING, ""),
        ("pokaż zespół redakcyjny w Jaśle", Topic.TEAM, "jasle"),
        ("pokaż grupę sterującą", Topic.TEAM, ""),
        ("pokaż listę urzędów", Topic.OFFICES, ""),
        ("podsumowanie województwa lubelskiego", Topic.VOIVODESHIP, "lubelskiego"),
        ("kto się spóźnia?", Topic.OVERDUE, ""),
        ("CZEGO BRAKUJE W USTRZYKACH DOLNYCH?", Topic.MISSING, "ustrzykach dolnych"),
    ],
)
def test_a_question_is_understood(text: str, topic: Topic, about: str) -> None:
    question = recognise(text)
    assert question is not None, text
    assert (question.topic, question.about) == (topic, about)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Kowalczyk – Sekretarz Gminy",
        "Kowalczyk Anna, Sekretarz Gminy",
        "Stan Tymiński – Naczelnik Wydziału\nEwa Lis – Skarbnik",
        "Stan Tymiński – Naczelnik",
        "Stan Tymiński, Naczelnik Wydziału",
        "Stan Tymiński Naczelnik Wydziału",
        "Lista Anna – Skarbnik Gminy",
        "1 3 5 8",
        "Zarządzenie nr 12/2026 z 5 stycznia 2026 r.",
        "0050.26.2026 z 5 stycznia 2026 r.",
        "Sekretarz",
        "Pełnomocnik: Anna Kowalczyk – Sekretarz",
        "Urząd zatrudnia 12 osób",
        "Ilona Kwiatkowska – Skarbnik",
        "Jakub Moje – Kierownik USC",
        "",
        "?",
        "ok",
        "Limit osób jest za mały dla naszego urzędu",
        "Limit: Rejowca",
        "Limit\nRejowca",
        "pełnomocnik w Xevrze jan@xevra.pl",
        "Chce Xevras Yolpa Pełnomocnik",
        "Chce Xevras Pełnomocnik",
    ],
)
def test_what_is_no_question_is_left_to_the_step(text: str) -> None:
    assert recognise(text) is None


ENDINGS = ("ski", "ska", "owski", "owska", "iński", "ińska", "ak", "ek", "icz", "owicz")
OFFERINGS = (
    "{surname} {given}",
    "{given} {surname}",
    "{surname} {given}, tel. 600100200",
    "{given} {surname} 600 100 200",
    "{surname} {given} jan@um.pl",
    "{given} {surname} – inspektor",
    "mgr {surname} {given}",
    "{surname} {given} Anna",
)
"""How a person is put down."""


def _stems() -> list[str]:
    told = (
        *question_words.WORDS.values(),
        question_words.FILLERS,
        "pogon* popedz* ponagl* wymien*",
    )
    return sorted({word.rstrip("*") for words in told for word in words.split() if "_" not in word})


def _surnames() -> list[str]:
    """Of every word that questions know, and of every beginning of one, one surname."""
    stems = sorted({stem.rstrip("aeiouy") for stem in _stems()})
    return [
        (stem + ENDINGS[at % len(ENDINGS)]).capitalize()
        for at, stem in enumerate(stems)
        if len(stem) > 2
    ]


@pytest.mark.parametrize("offering", OFFERINGS)
def test_no_surname_of_the_questions_own_words_makes_a_question(offering: str) -> None:
    surnames = [*_surnames(), *(stem.capitalize() for stem in _stems())]
    assert len(surnames) > 400
    lines = [
        offering.format(surname=surname, given=given)
        for surname in surnames
        for given in ("Jan", "Anna")
    ]
    assert [line for line in (*lines, *map(str.upper, lines)) if recognise(line)] == []


def test_a_surname_like_a_question_is_none_beside_a_given_name_that_nobody_knows() -> None:
    lines = [f"{surname} Xevras" for surname in _surnames()]
    assert len(lines) > 400
    assert [line for line in lines if recognise(line)] == []


@pytest.mark.parametrize(
    "name",
    [
        *("Limit – Rejowiec", "Stan - Rejowiec"),
        *("Pogonowo", "Terminowo", "Wolne Miejsce", "Termińska", "Hermina", "Stan Tymiński"),
        *("Lista Jan Kowalski", "Skład Jan Kowalski", "Jan Jak", "Jak Anna", "mgr Jan Jak"),
        *("Xevras Jak", "Pogoń Jan", "stan nowak jan", "Termin Ewa – naczelnik, tel. 600100200"),
    ],
)
def test_a_name_by_itself_is_no_question(name: str) -> None:
    assert recognise(name) is None


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Limit Rejowca", Topic.LIMIT),
        ("Stan Rejowca", Topic.STATUS),
        ("Status Piotrków Trybunalski", Topic.STATUS),
        ("Pełnomocnik Giżycka", Topic.PLENIPOTENTIARY),
        ("Pełnomocnik Suwałk", Topic.PLENIPOTENTIARY),
        ("Doradca Jasła", Topic.ADVISOR),
        ("Stan zachodniopomorskiego", Topic.VOIVODESHIP),
        ("Podsumowanie woj. Xevras", Topic.VOIVODESHIP),
        ("Jak Rejowiec", Topic.STATUS),
        ("Moje Urzędy", Topic.OFFICES),
        ("Pogoń urzędy bez listy", Topic.REMIND),
        ("braki", Topic.MISSING),
        ("Musi iść Sekretarz na szkolenie", Topic.RULE_TRAINING),
        ("Może wójt być pełnomocnikiem", Topic.RULE_HEAD),
        ("pogonić spóźnialskich", Topic.REMIND),
        ("Ponaglij Rejowiec", Topic.REMIND),
        ("Przypomnijcie urzędom", Topic.REMIND),
    ],
)
def test_a_question_may_be_written_with_capitals(text: str, topic: Topic) -> None:
    question = recognise(text)
    assert question is not None
    assert question.topic is topic


@pytest.mark.parametrize(
    "named",
    ["w", "we", "u", "z", "ze", "dla", "od", "do", "o", "gminy we", "powiatu w"],
)
def test_a_noun_that_may_be_a_person_asks_about_the_office_that_a_preposition_names(
    named: str,
) -> None:
    question = recognise(f"doradca {named} xevrze")
    assert question is not None
    assert question.topic is Topic.ADVISOR
    assert question.about.endswith("xevrze")
    assert recognise("doradca xevrze") is None


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("ile osób zgłosił xevras", "xevras"),
        ("ile xevras zgłosił osób", "xevras"),
        ("kogo xevras wysłał", "xevras"),
        ("kto zajmuje się xevrasem", "xevrasem"),
        ("czy już xevras wysłał", "xevras"),
        ("jaki ma limit xevras fabryczny", "xevras fabryczny"),
        ("jaki ma limit xevras wielki", "xevras wielki"),
        ("jaki ma limit xevras ładny", None),
        ("jaki limit ma xevrać", None),
        ("czego brakuje w xevra yolpa zinta werna", "xevra yolpa zinta werna"),
        ("czego brakuje w xevra yolpa zinta werna kolda", None),
        ("czy xevras 2 wysłał listę", None),
        ("jaki jest stan starostwa we Xevrze", "starostwa we xevrze"),
        ("jaki jest stan urzędu we Xevrze", "xevrze"),
        ("w jakim stanie jest zgłoszenie Xevrasa?", "xevrasa"),
        ("starostwa w Xevrze jaki jest stan?", "starostwa w xevrze"),
        ("gmina Xevra jaki jest stan?", "gmina xevra"),
        ("w Xevrze jaki ma limit gminy?", "xevrze"),
        ("Xevra jaki ma limit gminy?", "xevra"),
    ],
)
def test_an_office_that_nobody_knows_is_named_by_where_its_name_stands(
    text: str, about: str | None
) -> None:
    question = recognise(text)
    assert (question.about if question else None) == about


@pytest.mark.parametrize("name", sorted(COMMON_SURNAMES))
def test_a_common_surname_is_no_question(name: str) -> None:
    surname = name.capitalize()
    for line in (surname, f"{surname} Jan", f"{surname} Xevras", f"Xevras {surname}"):
        assert recognise(line) is None


def test_no_line_and_no_person_of_the_lists_we_know_is_a_question() -> None:
    files = sorted((Path(__file__).parents[1] / "corpus" / "lists").glob("*.txt"))
    assert files
    lines = {line for file in files for line in file.read_text("utf8").splitlines()}
    people = {listed.person for line in lines for listed in read(line).people}
    assert len(people) > 100
    for person in people:
        lines |= {f"{person.given} {person.surname}", f"{person.surname} {person.given}"}
    asked = {line for line in lines if recognise(line) and not line.endswith("?")}
    assert asked <= {"/stan", "- /stan"}


def test_a_letter_is_no_question() -> None:
    assert recognise("Czy moglibyśmy " + "bardzo " * 40 + "prosić o większy limit?") is None


def test_a_question_is_no_longer_than_a_line_of_a_letter() -> None:
    question = "jaki jest" + "stan Rejowca?".rjust(151)
    assert recognise(question) == recognise("jaki jest stan Rejowca?") is not None
    assert recognise(question.replace("  ", "   ", 1)) is None


def test_blanks_around_a_question_do_not_matter() -> None:
    assert recognise(" pełnomocnik musi iść na szkolenie? \n") == Question(Topic.RULE_TRAINING)


def test_thanks_are_no_longer_than_a_line_of_a_letter() -> None:
    thanks = "dziękuję " * 17 + "bardzo!"
    assert len(thanks) == 160
    assert is_courtesy(thanks)
    assert is_courtesy(" Dziękuję!\n")
    assert not is_courtesy(f"{thanks}!")
    assert not is_courtesy("Dziękuję, Anna")


def test_whoever_is_not_understood_is_offered_the_nearest_three() -> None:
    assert Topic.DEADLINE in nearest("a termin to kiedy mija")
    assert Topic.ADVISOR in nearest("poproszę telefon do doradcy")
    assert len(nearest("zupełnie coś innego")) == 3


def test_whoever_speaks_for_one_office_is_offered_nothing_about_many() -> None:
    assert Topic.NOT_SENT in nearest("co z tymi co nie wysłali")
    offered = nearest("co z tymi co nie wysłali", of_many=False)
    assert len(offered) == 3
    assert Topic.NOT_SENT not in offered


@pytest.mark.parametrize("topic", Topic)
def test_a_button_asks_the_question_that_was_put_on_it(topic: Topic) -> None:
    for question in (Question(topic), Question(topic, office_id=999_999_999)):
        assert asked_again(argument_of(question)) == question


@pytest.mark.parametrize(
    "argument",
    ["", "/", "weather", "status/", "status/0", "status/x", "status/1/2", "status/" + "9" * 20],
)
def test_a_forged_button_asks_nothing(argument: str) -> None:
    question = asked_again(argument)
    assert question is None or question == Question(Topic.STATUS)


def test_a_question_that_is_not_certain_is_among_those_offered() -> None:
    assert recognise("kogo jeszcze mozna dopisac, czy sa miejsca") is None
    assert nearest("kogo jeszcze mozna dopisac, czy sa miejsca")[0] is Topic.FREE_SEATS
    assert recognise("ile wolnych krzesel") is None
    assert nearest("ile wolnych krzesel")[0] is Topic.FREE_SEATS
    assert set(nearest("ile wolnych krzesel")) <= OFFERED


def test_whatever_a_question_may_say_some_word_says() -> None:
    """A concept misspelt in the data would never be said, and its question never asked."""
    said_of_names = {"PLACE", "SURE", "REGIONAL", "NOUN", "AHEAD"}
    named = set(re.findall(r"[A-Z]{2,}", question_patterns.QUESTIONS))
    assert named - said_of_names <= set(question_words.WORDS)
