"""What a post is: the classes of domain.md §3.4 with their traps, and how a post is stored."""

import pytest

from conversations.positions import (
    PositionClass,
    classify,
    is_head_of_office,
    names_institution,
    normalise,
    singular,
)

_BY_CLASS = {
    "A": """
        Sekretarz · sekretarz gminy · Sekretarz Województwa · SEKRETARZ MIASTA I GMINY
        Sekr. Gm.
        Sekretarz UG · Sekretarz w Urzędzie Gminy · Skarbnik · skarbnik powiatu · Skarb.
        Zastępca Wójta · z-ca burmistrza · I Zastępca Prezydenta Miasta
        Pierwszy Zastępca Burmistrza
        Wicestarosta · wice-starosta · v-ce burmistrz · Wicemarszałek Województwa
        Członek Zarządu
        etatowy członek zarządu · p.o. Sekretarza · P. O. Skarbnika
        pełniący obowiązki Wójta
        wz. Burmistrza · w zastępstwie Starosty · Wójt · Burmistrz Miasta Terespol
        Starosta Włodawski
        Kierownik Urzędu · Szef Urzędu · Zast. Wójta – Sekretarz · Burmistrzyni
        Sekretarz, inspektor
        p.o. Zastępcy Wójta · Sekretarz, 12
    """,
    "B": """
        Dyrektor Wydziału Edukacji · dyr. dep. · Zastępca Dyrektora Departamentu · Naczelnik
        naczelniczka wydziału promocji · Kierownik Referatu · kier. ref. finansowego · KUSC
        Kierownik Urzędu Stanu Cywilnego · z-ca kier. USC · Zastępca Skarbnika
        Zastępca Sekretarza
        Główny Księgowy · Gł. księgowa · Geodeta Powiatowy · powiatowy geodeta
        Komendant Straży Miejskiej · Przewodniczący Zespołu · Kierownik Biura Rady
        Kierownik Referatu Oświaty i Spraw Szkolnych · p.o. Kierownika
    """,
    "C": """
        Audytor wewnętrzny · radca prawny · Rzecznik Prasowy Prezydenta
        Inspektor Ochrony Danych
        Powiatowy Rzecznik Konsumentów · Miejski Konserwator Zabytków · Architekt Miejski
        Koordynator projektu · Główny specjalista · gł. spec. ds. promocji
        sam. stan. ds. BHP
        Pełnomocnik ds. ochrony informacji niejawnych · Samodzielne stanowisko ds. kadr
        IOD
    """,
    "D": """
        Inspektor · st. insp. · podinspektor · Starszy specjalista · mł. ref. · referent
        informatyk
        archiwista · sekretarka · Sekretariat – obsługa · pomoc administracyjna · stażysta
        asystent Wójta · doradca Burmistrza · Zastępca Inspektora · Inspektor nadzoru
        pracownik sekretariatu Starosty · inspektor ds. szkół · Samodzielny referent
        goniec
    """,
    "E": """
        Kierownik GOPS · kierownik gops · Dyrektor MOPS · Dyrektor PCPR · dyrektor szkoły
        Dyrektor Zespołu Szkół · Dyrektor Powiatowego Urzędu Pracy · Prezes ZGK sp. z o.o.
        Dyrektor Gminnego Ośrodka Kultury · Dyrektor Biblioteki
        Kierownik Domu Pomocy Społecznej
        Radny · radna · Przewodniczący Rady Gminy · Zastępca Przewodniczącego Rady · Sołtys
        Doradca
        pracownik firmy · Członek Zarządu spółki · Naczelnik Urzędu Skarbowego
        Komendant Policji
        Kierownik referatu, radny · Kierownik Zespołu Obsługi Szkół · Pracownik socjalny
    """,
    "?": """
        Sekretarz redakcji · Sekretarz Komisji · Kierownik budowy · kierownik projektu
        Opiekun
        były wójt · kandydat na sekretarza · Anna Kowalczyk · Zbigniew Żuk · Adam Sołtysiak
        Jan Parafiniuk · p.o. · 12 ·
    """,
}
_ALL = [
    (post.strip(), cls)
    for cls, posts in _BY_CLASS.items()
    for line in posts.strip().splitlines()
    for post in line.split("·")
    if post.strip()
]


@pytest.mark.parametrize(("post", "cls"), _ALL, ids=str)
def test_a_post_is_of_the_class_that_the_rules_give_it(post: str, cls: str) -> None:
    assert classify(post).value == cls


def test_no_post_and_an_endless_one_are_of_no_class() -> None:
    assert classify(None) is PositionClass.UNKNOWN
    assert classify("Sekretarz " * 40) is PositionClass.UNKNOWN


@pytest.mark.parametrize(
    "post",
    [
        "Wójt",
        "burmistrz miasta",
        "Starosta Włodawski",
        "Kierownik Urzędu",
        "p.o. Wójta",
        "WÓJT",
        "Kierownik Urzędu Gminy",
        "szef urzędu miasta",
    ],
)
def test_the_head_of_the_office_is_known_by_the_post(post: str) -> None:
    assert is_head_of_office(post)


@pytest.mark.parametrize(
    "post",
    [
        *(
            "Zastępca Wójta",
            "Wicestarosta",
            "wz. Wójta",
            "Sekretarz",
            "asystent Wójta",
            "Inspektor",
        ),
        *("Kierownik Urzędu Stanu Cywilnego", "doradca Burmistrza", None),
        *("Sekretarz, Kierownik Urzędu Stanu Cywilnego", "Sekretarz i Szef Urzędu Stanu Cywilnego"),
    ],
)
def test_no_deputy_and_no_assistant_is_the_head_of_the_office(post: str | None) -> None:
    assert not is_head_of_office(post)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("GOPS", True),
        ("PCPR: Anna Lis", True),
        ("gminny ośrodek kultury", True),
        ("Miejsko-Gminna Biblioteka Publiczna", True),
        ("Zespół Szkół w Zarszynie", True),
        ("Kierownik GOPS", False),
        ("Urząd Gminy Zarszyn", False),
        ("", False),
    ],
)
def test_an_institution_is_told_from_a_post_in_one(text: str, is_one: bool) -> None:
    assert names_institution(text) is is_one


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("z-ca wójta", "Zastępca Wójta"),
        ("Sekr. Gm.", "Sekretarz Gminy"),
        ("zastepca wojta", "Zastępca Wójta"),
        ("ZAST. BURMISTRZA", "Zastępca Burmistrza"),
        ("V-CE STAROSTA", "Wicestarosta"),
        ("kier. ref. finansowego", "Kierownik Referatu Finansowego"),
        ("KIEROWNIK REFERATU ROLNICTWA I DRÓG", "Kierownik Referatu Rolnictwa i Dróg"),
        ("I ZASTĘPCA WÓJTA", "I Zastępca Wójta"),
        ("gł. księgowa", "Główna Księgowa"),
        ("kierownik usc", "Kierownik USC"),
        ("KUSC", "Kierownik USC"),
        ("P. O. kierownika referatu", "p.o. Kierownika Referatu"),
        ("p.o. Naczelnika Wydziału Komunikacji", "p.o. Naczelnika Wydziału Komunikacji"),
        ("w zastępstwie wójta", "w zastępstwie Wójta"),
        ("zast. skarb. ds. budżetu", "Zastępca Skarbnika ds. budżetu"),
        ("Naczelnik wydz.geodezji", "Naczelnik Wydziału Geodezji"),
        ("gł. spec. d/s promocji", "główny specjalista ds. promocji"),
        ("st. insp. d/s kadr", "st. insp. d/s kadr"),
        ("Radca Prawny", "Radca Prawny"),
        ("gł specjalista", "główny specjalista"),
        ("kierownik referatu II", "Kierownik Referatu II"),
        ("Kierownik GOPS", "Kierownik GOPS"),
        ("Sekretarz (Zastępca)", "Sekretarz (Zastępca)"),
        ("opiekun", "opiekun"),
        ("z-ca kier. ref.", "Zastępca Kierownika Referatu"),
        ("NACZELNIK WYDZIAŁU II", "Naczelnik Wydziału II"),
        ("kierownik ref. d/s płac", "Kierownik Referatu ds. płac"),
        ("Kierownik USC (p.o.)", "p.o. Kierownika USC"),
        ("Sekretarz Gminy – p.o.", "p.o. Sekretarza Gminy"),
        ("Skarbnik p.o.", "p.o. Skarbnika"),
        ("kierownik referatu finansów, p.o.", "p.o. Kierownika Referatu Finansów"),
        ("główny księgowy gminy (p.o.)", "p.o. Głównego Księgowego Gminy"),
        ("inspektor ochrony danych urzędu, p.o.", "p.o. inspektora ochrony danych urzędu"),
        ("Kapelmistrz (p.o.)", "Kapelmistrz (p.o.)"),
        ("pełnomocnik do spraw promocji", "pełnomocnik ds. promocji"),
        ("kierownik referatu ds płac", "Kierownik Referatu ds. płac"),
        ("kierownik referatu ds. org.", "Kierownik Referatu ds. org."),
    ],
)
def test_a_post_is_stored_written_out_and_a_clerks_as_typed(typed: str, stored: str) -> None:
    assert normalise(typed) == stored


@pytest.mark.parametrize(
    ("several", "each"),
    [
        ("kierownicy referatów", "kierownik referatu"),
        ("Naczelnicy wydziałów ds. promocji", "Naczelnik wydziału ds. promocji"),
        ("specjaliści ds. kadr i płac", "specjalista ds. kadr i płac"),
        ("główni specjaliści", "główny specjalista"),
        ("starsi inspektorzy ds. obronnych", "starszy inspektor ds. obronnych"),
        ("inspektorzy i referenci", None),
        ("inspektorzy oraz podinspektorzy", None),
        ("nasi dzielni inspektorzy", None),
        ("z urzędu gminy inspektorzy", None),
        ("kierownik referatu", None),
        ("", None),
    ],
)
def test_the_post_of_several_people_is_that_of_each_of_them(several: str, each: str | None) -> None:
    assert singular(several) == each
