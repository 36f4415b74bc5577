"""One thing of an entry is corrected by itself, and all else stays as it was."""

from dataclasses import replace

import pytest

from conversations.one_detail import with_detail
from conversations.people import Person

ANNA = Person("Anna", "Kowalczyk", position="Sekretarz", phone="+48830000015", email="a@b.pl")


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("nazwisko na Lis", {"surname": "Lis"}),
        ("zmień nazwisko na Kowalska-Lis.", {"surname": "Kowalska-Lis"}),
        ("ZMIEŃ NAZWISKO NA LIS", {"surname": "Lis"}),
        ("nazwisko na de la Cruz", {"surname": "de la Cruz"}),
        ("proszę poprawić imię na anna maria", {"given": "Anna Maria"}),
        ("imię na Anna Maria Ewa", {"given": "Anna Maria Ewa"}),
        ("zmień telefon na 600 100 200", {"phone": "+48600100200"}),
        ("nr telefonu to 600100200", {"phone": "+48600100200"}),
        (
            "proszę zmienić numer na 81 123 45 67 wew. 5",
            {"phone": "+48811234567", "extension": "5"},
        ),
        ("poprawić telefon: 600 100 200", {"phone": "+48600100200"}),
        ("wew. 12", {"extension": "12"}),
        ("e-mail: anna.lis@example.org", {"email": "anna.lis@example.org"}),
        ("popraw mail na x@y.pl", {"email": "x@y.pl"}),
        (
            "zmiana: mail x@y.pl, tel. 600 100 200",
            {"email": "x@y.pl", "phone": "+48600100200"},
        ),
    ],
)
def test_one_detail_is_corrected(text: str, corrected: dict[str, str]) -> None:
    assert with_detail(ANNA, text) == replace(ANNA, **corrected)


@pytest.mark.parametrize(
    "text",
    [
        "imię na Anna Maria Ewa Zofia",
        "nazwisko na 12",
        "Skarbnik, tel. 600 100 200",
        "tel. 600 100 200, 600 100 201",
        "tel. 600 100 200, PESEL 44051401359",
        "ur. 1.02.1970, tel. 600 100 200",
        "nic",
        "",
    ],
)
def test_what_states_more_than_one_detail_or_none_corrects_nothing(text: str) -> None:
    assert with_detail(ANNA, text) is None
