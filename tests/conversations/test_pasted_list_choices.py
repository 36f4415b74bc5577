"""What a question about a pasted list offers to choose between (domain.md §3.6 points 6 to 9)."""

import pytest

from conversations.pasted_list import QuestionCode, read

_NAMES = [
    ("Adam Borys", ["Adam | Borys", "Borys | Adam"], "SZYK"),
    ("Borys Adam, adam.borys@gmina.pl", ["Borys | Adam", "Adam | Borys"], "SZYK"),
    ("Adam Borys, adam_b@gmina.pl", ["Adam | Borys", "Borys | Adam"], "SZYK"),
    (
        "Adam Piotr Paweł",
        ["Adam Piotr | Paweł", "Adam Paweł | Piotr", "Piotr Paweł | Adam"],
        "SZYK",
    ),
    (
        "Nguyen Van Thanh",
        ["Nguyen Van | Thanh", "Nguyen Thanh | Van", "Van Thanh | Nguyen"],
        "SZYK",
    ),
    ("O'Connor Tamika", ["O'Connor | Tamika", "Tamika | O'Connor"], "SZYK"),
    ("Borys Adam J.", ["Borys J. | Adam", "Adam J. | Borys"], "SZYK"),
    ("Adam Borys K.", ["Adam K. | Borys", "Borys K. | Adam"], "SZYK"),
    ("Adam B.", ["Adam | B."], "POTWIERDZ_NAZWISKO"),
    (
        "Anna Borys Kowalska",
        ["Anna Borys | Kowalska", "Anna | Borys Kowalska"],
        "POTWIERDZ_NAZWISKO",
    ),
    ("Maria Jan Rokita", ["Maria Jan | Rokita", "Maria | Jan Rokita"], "POTWIERDZ_NAZWISKO"),
    (
        "Anna Nowak Kowalska",
        ["Anna | Nowak Kowalska", "Anna Nowak | Kowalska"],
        "POTWIERDZ_NAZWISKO",
    ),
    (
        "Nowak Kowalska Anna",
        ["Anna | Nowak Kowalska", "Kowalska Anna | Nowak"],
        "POTWIERDZ_NAZWISKO",
    ),
    (
        "Jan Żbik Sołtys – Skarbnik",
        ["Jan | Żbik Sołtys", "Jan Żbik | Sołtys"],
        "POTWIERDZ_NAZWISKO",
    ),
    ("Maria Gil – Grotka – Sekretarz", ["Maria | Gil-Grotka", "Maria | Gil"], "POTWIERDZ_NAZWISKO"),
    (
        "Wyznaczam Pana Jana Borysa – Sekretarza",
        ["Jan | Borys", "Jan | Borysa", "Jana | Borysa"],
        "POTWIERDZ_NAZWISKO",
    ),
    ("Lukasz Wojcik", ["Lukasz | Wojcik", "Łukasz | Wójcik"], "POLSKIE_ZNAKI"),
    ("Anna Kaminska-Wojcik", ["Anna | Kaminska-Wojcik", "Anna | Kamińska-Wójcik"], "POLSKIE_ZNAKI"),
    ("Slawomir Zolw", ["Slawomir | Zolw", "Sławomir | Zolw"], "POLSKIE_ZNAKI"),
    ("Tamika O'Connor", ["Tamika | O'Connor"], None),
    ("Jan Maria Rokita", ["Jan Maria | Rokita"], None),
    ("Anna NOWAK KOWALSKA", ["Anna | Nowak Kowalska"], None),
    ("NOWAK KOWALSKA Anna", ["Anna | Nowak Kowalska"], None),
    ("Adam Borys, badam@gmina.pl", ["Borys | Adam"], None),
    ("Adam Piotr Borys, p.borys@gmina.pl", ["Adam Piotr | Borys"], None),
    ("anna von hagen", ["Anna | von Hagen"], None),
    ("ANNA O'CONNOR-LIS", ["Anna | O'Connor-Lis"], None),
]


@pytest.mark.parametrize(("line", "choices", "code"), _NAMES)
def test_a_name_is_offered_in_every_way_it_may_be_read_the_likeliest_first(
    line: str, choices: list[str], code: str | None
) -> None:
    found = read(line)
    person = found.people[0].person
    offered = [f"{each.given} | {each.surname}" for q in found.questions for each in q.options]
    assert [question.code for question in found.questions] == [code] * (code is not None)
    assert (offered or [f"{person.given} | {person.surname}"]) == choices
    assert f"{person.given} | {person.surname}" == choices[0]


_GROUP = """Grupa sterująca
Anna Kowalczyk – Sekretarz
Jan Gil – Skarbnik
Zespół redakcyjny:"""
_SAME = [
    ("Jan Gil – Sekretarz\nJan Gil – Skarbnik", ["Jan Gil, Sekretarz", "Jan Gil, Skarbnik"]),
    (
        "Anna Kowalczyk – Sekretarz\nA. Kowalczyk – inspektor",
        ["A. Kowalczyk, inspektor", "Anna Kowalczyk, Sekretarz"],
    ),
    (
        f"{_GROUP}\nA. Kowalczyk – inspektor",
        ["Anna Kowalczyk, Sekretarz", "A. Kowalczyk, inspektor"],
    ),
    (
        f"{_GROUP}\nKowalczyk",
        ["Anna Kowalczyk, Sekretarz"],
    ),
]


@pytest.mark.parametrize(("text", "choices"), _SAME)
def test_who_may_be_one_person_is_offered_with_the_posts_of_both(
    text: str, choices: list[str]
) -> None:
    offered = [
        f"{each.full_name}, {each.position}"
        for question in read(text).questions
        if question.code is QuestionCode.POTWIERDZ_DOPASOWANIE
        for each in question.options
    ]
    assert offered == choices
