"""Corrections in prose become a proposed change: who is to leave, who is to join."""

import pytest

from conversations.pasted_list import Change, Mention, read_change, read_post
from conversations.pasted_list.changes import mentions
from conversations.people import Person

_TEAM = (
    Person("Piotr", "Zalewski"),
    Person("Anna", "Kowalczyk"),
    Person("Ewa", "Lis-Sadowska"),
    Person("Jan", "Kozioł"),
    Person("Marek", "Mazurek"),
    Person("Olga", "Cicha"),
    Person("Jan", "Zaręba"),
)


def _proposed(text: str) -> Change:
    change = read_change(text)
    assert change is not None, text
    return change


def _leaving(change: Change) -> list[str]:
    return [
        f"nr {mention.number}"
        if mention.number
        else " ".join(person.surname for person in _TEAM if mention.fits(person))
        for mention in change.leaving
    ]


def _joining(change: Change) -> list[str]:
    firsts = [newcomer.options[0] for newcomer in change.joining]
    return [
        f"{person.full_name} – {person.position}" if person.position else person.full_name
        for person in firsts
    ]


@pytest.mark.parametrize(
    ("text", "leaving", "joining"),
    [
        ("zamiast Zalewskiego będzie Lis-Sadowska", ["Zalewski"], ["Lis-Sadowska"]),
        (
            "proszę dopisać Jana Żaka, tel. 83 371 20 10 w. 23, i skreślić Zarębę",
            ["Zaręba"],
            ["Jan Żak"],
        ),
        ("Zarębę skreślić, dopisać Annę Nowak, usunąć nr 3", ["Zaręba", "nr 3"], ["Anna Nowak"]),
        ("zamiast zalewskiego będzie lis-sadowska", ["Zalewski"], ["Lis-Sadowska"]),
        ("zamiast Zalewskiego Lis-Sadowska", ["Zalewski"], ["Lis-Sadowska"]),
        ("Lis-Sadowska zamiast Zalewskiego", ["Zalewski"], ["Lis-Sadowska"]),
        ("zamiast Piotra Zalewskiego", ["Zalewski"], []),
        (
            "Zamiast Piotra Zalewskiego będzie Ewa Nowak – Kierownik USC",
            ["Zalewski"],
            ["Ewa Nowak – Kierownik USC"],
        ),
        ("zmień Zalewskiego na Nowaka", ["Zalewski"], ["Nowak"]),
        ("Proszę zmienić Annę Kowalczyk na Jana Żaka", ["Kowalczyk"], ["Jan Żak"]),
        ("zmień Zalewskiego na Ewę Nowacką", ["Zalewski"], ["Ewa Nowacka"]),
        ("Proszę zastąpić Kozła Nowakiem", ["Kozioł"], ["Nowak"]),
        ("w miejsce Cichej proszę wpisać Wronę", ["Cicha"], ["Wrona"]),
        (
            "W miejsce p. Zalewskiego wchodzi p. Róża Żak, inspektor",
            ["Zalewski"],
            ["Róża Żak – inspektor"],
        ),
        ("Zmiana: zamiast Mazurka - Wrona", ["Mazurek"], ["Wrona"]),
        ("zamiast nr 3 będzie Jan Nowak – Skarbnik", ["nr 3"], ["Jan Nowak – Skarbnik"]),
        ("Zalewski nie jedzie, zamiast niego Wrona", ["Zalewski"], ["Wrona"]),
        ("proszę wykreślić nr 3", ["nr 3"], []),
        ("nr 3 i 5 proszę skreślić", ["nr 3", "nr 5"], []),
        ("Proszę usunąć pozycję 2", ["nr 2"], []),
        ("Usuń 4", ["nr 4"], []),
        ("usuń Zarębę", ["Zaręba"], []),
        ("Kowalczyk rezygnuje", ["Kowalczyk"], []),
        ("Pani Cicha nie pojedzie", ["Cicha"], []),
        ("Pani Cicha nie weźmie udziału", ["Cicha"], []),
        ("Pani Cicha nie przyjedzie", ["Cicha"], []),
        ("proszę dopisać Ewę Nowak – Skarbnika", [], ["Ewa Nowak – Skarbnik"]),
        *(
            (text, ["Zalewski"], [])
            for text in (
                *("skreśl Zalewskiego", "proszę wykreślić Zalewskiego", "wypisz Zalewskiego"),
                *("Zalewski wycofuje się", "Zalewski odpada", "Zalewski zrezygnował"),
                "korekta: usuń Zalewskiego",
            )
        ),
        *(
            (f"{word} Ewę Nowak", [], ["Ewa Nowak"])
            for word in ("dodaj", "proszę dodać", "dopisz", "proszę dołączyć")
        ),
        *(
            (f"{word} Zalewskiego na Ewę Nowak", ["Zalewski"], ["Ewa Nowak"])
            for word in ("zamień", "podmień", "wymień", "zmień")
        ),
        *(
            (f"zamiast Zalewskiego {word} Wrona", ["Zalewski"], ["Wrona"])
            for word in ("będzie", "wejdzie", "wchodzi", "pojedzie", "jest", "–")
        ),
        ("na miejsce Zalewskiego wchodzi Ewa Nowak", ["Zalewski"], ["Ewa Nowak"]),
        ("zamiast mgr Zalewskiego będzie dr Ewa Nowak", ["Zalewski"], ["Ewa Nowak"]),
        ("Cicha nie jedzie, zamiast niej Wrona", ["Cicha"], ["Wrona"]),
        ("Zalewski i Cicha nie jadą, zamiast nich Wrona", ["Zalewski", "Cicha"], ["Wrona"]),
        ("zamiast zalewskiego pojedzie wrona", ["Zalewski"], ["Wrona"]),
        ("Proszę o Wronę zamiast Cichej", ["Cicha"], ["Wrona"]),
        ("usuń numer 3", ["nr 3"], []),
        ("usuń numery 1 oraz 3", ["nr 1", "nr 3"], []),
        ("wykreślić pozycje 2, 4 i 6", ["nr 2", "nr 4", "nr 6"], []),
        ("skreśl punkty 2–4", ["nr 2", "nr 3", "nr 4"], []),
        ("usuń pkt 4", ["nr 4"], []),
    ],
)
def test_a_correction_says_who_leaves_and_who_joins(
    text: str, leaving: list[str], joining: list[str]
) -> None:
    change = _proposed(text)

    assert _leaving(change) == leaving
    assert _joining(change) == joining


def test_what_the_newcomers_name_may_be_is_offered_as_typed_too() -> None:
    change = _proposed("zmień Zalewskiego na Mroza")

    assert [person.surname for person in change.joining[0].options] == ["Mróz", "Mroz", "Mroza"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Kowalczyk – Sekretarz",
        "Dzień dobry",
        "zamiast",
        "proszę usunąć",
        "nie wiem",
        "zmień",
        "miejsce Zalewskiego",
        "Zalewski weźmie udział",
        "zmień telefon Zalewskiego na 600 100 200",
        "zmień adres e-mail Zalewskiego na piotr@example.org",
        "zmień nazwisko na Kowalska",
        "zmień imię na Anna",
    ],
)
def test_whatever_asks_for_no_change_or_names_nobody_is_none(text: str) -> None:
    assert read_change(text) is None


def test_a_change_is_of_a_few_words_and_anything_longer_is_none() -> None:
    for read, text in ((read_change, "usuń Zarębę"), (read_post, "to skarbnik")):
        assert read(text.ljust(300))
        assert read(text.ljust(301)) is None


def test_a_new_post_is_no_longer_than_those_of_a_list() -> None:
    post = "skarbnik ds. " + "x" * 137
    whose = "zmienić stanowisko nr 3 na "
    assert read_change(whose + post) == Change((Mention(number=3),), post=f"S{post[1:]}")
    assert read_change(f"{whose}{post}x") is None
    assert read_post(post) == Change(post=f"S{post[1:]}")
    assert read_post(f"{post}x") is None


@pytest.mark.parametrize(
    ("text", "whose", "post"),
    [
        ("to kierownik referatu", [], "Kierownik Referatu"),
        ("ona jest skarbnikiem", [], "Skarbnik"),
        ("nie, to skarbnik", [], "Skarbnik"),
        ("ale on jest sekretarzem", [], "Sekretarz"),
        ("przecież to Skarbnik!", [], "Skarbnik"),
        (" „Wójt” ", None, None),
        ("to „Wójt”.", None, None),
        ("Skarbnik.", [], "Skarbnik"),
        ("Zalewski to kierownik Referatu Oświaty", ["Zalewski"], "Kierownik Referatu Oświaty"),
        ("Piotr Zalewski to skarbnik", ["Zalewski"], "Skarbnik"),
        ("Cicha to jest skarbnik", ["Cicha"], "Skarbnik"),
        ("Zalewski jest skarbnikiem", ["Zalewski"], "Skarbnik"),
        ("pani Cicha pełni funkcję inspektora", ["Cicha"], "inspektor"),
        ("Cicha zajmuje stanowisko inspektora", ["Cicha"], "inspektor"),
        ("Zalewski pracuje jako sekretarz", ["Zalewski"], "Sekretarz"),
        ("Cicha pracuje na stanowisku referenta", ["Cicha"], "referent"),
        ("Zalewski – skarbnik", ["Zalewski"], "Skarbnik"),
        ("Piotr Zalewski – skarbnik", None, None),
        ("jutro to skarbnik", None, None),
        ("Zalewski to kolega", None, None),
        ("Zalewski i Cicha to inspektorzy", None, None),
        ("12 to skarbnik", None, None),
        ("Anna Kowalczyk", None, None),
    ],
)
def test_a_sentence_tells_the_post_of_one_person(
    text: str, whose: list[str] | None, post: str | None
) -> None:
    change = read_post(text)
    told = None if change is None else (_leaving(change), change.post)
    assert told == (None if whose is None else (whose, post))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("nr 2 i 3.", (2, 3)),
        ("poz. 1-3", (1, 2, 3)),
        ("pozycji 4: ", (4,)),
        ("Zalewskiego i Cichą", ("Zalewskiego", "Cichą")),
        ("pana Zalewskiego, panią Cichą oraz Kozła", ("Zalewskiego", "Cichą", "Kozła")),
        ("Annę Kowalczyk; a także Mazurka.", ("Annę Kowalczyk", "Mazurka")),
        ("Zalewskiego jutro", ()),
        ("Jana", ()),
    ],
)
def test_those_left_out_are_told_by_number_or_by_name_and_by_nothing_else(
    text: str, meant: tuple[int | str, ...]
) -> None:
    assert tuple(each.number or " ".join(each.words) for each in mentions(text)) == meant


def test_a_number_fits_nobody_by_name() -> None:
    assert not Mention(number=3).fits(_TEAM[0])


@pytest.mark.parametrize(
    ("typed", "surname"),
    [
        ("Zalewskim", "Zalewski"),
        ("Kozłowi", "Kozioł"),
        ("Mazurkiem", "Mazurek"),
        ("Lis-Sadowską", "Lis-Sadowska"),
        ("Sadowskiej", "Lis-Sadowska"),
        ("Zarębie", "Zaręba"),
        ("kowalczyk", "Kowalczyk"),
    ],
)
def test_a_surname_is_found_in_any_case(typed: str, surname: str) -> None:
    mention = Mention(words=(typed,))

    assert [person.surname for person in _TEAM if mention.fits(person)] == [surname]


@pytest.mark.parametrize(
    ("text", "whose", "post"),
    [
        ("zmienić stanowisko Zalewskiego na Skarbnik Gminy", "Zalewski", "Skarbnik Gminy"),
        ("Proszę zmienić stanowisko nr 3 na inspektora", "nr 3", "inspektor"),
        ("zmiana funkcji pani Cichej z inspektora na kierownika USC", "Cicha", "Kierownik USC"),
        ("poz. 2 – popraw stanowisko na st. insp. ds. kadr", "nr 2", "st. insp. ds. kadr"),
        ("proszę poprawić funkcję Zalewskiego na „Skarbnik”.", "Zalewski", "Skarbnik"),
        ("skorygować stanowisko Zalewskiego na inspektora", "Zalewski", "inspektor"),
    ],
)
def test_a_post_is_corrected_and_nobody_leaves(text: str, whose: str, post: str) -> None:
    change = _proposed(text)

    assert _leaving(change) == [whose]
    assert (change.post, change.joining) == (post, ())


def test_a_new_post_of_nobody_in_particular_is_no_change() -> None:
    assert read_change("zmienić stanowisko na Skarbnik") is None
