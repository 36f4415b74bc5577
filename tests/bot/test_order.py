"""The draft order, read as Word reads it."""

import io
from datetime import UTC, date, datetime

import pytest
from docx import Document

from bot.documents.order import order
from conversations.people import Person
from conversations.submission import Approval, Decider, Office, Stage, Submission
from conversations.team import Basis, BasisKind, Seat, Team

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)


def team(*names: str) -> Team:
    people = [
        Person(given, surname, position=f"Stanowisko {surname}")
        for given, surname in (name.split(" ", 1) for name in names)
    ]
    made = Team().appoint(people[0])
    for at, person in enumerate(people):
        made = made.add(person, Seat.EDITORIAL if at < 2 else Seat.STEERING)
    return made


def lines(head: str | None, of: Team, name: str = "Starostwo Powiatowe we Włodawie") -> list[str]:
    office = Office(1, name, head, "Halina Wrońska", 8, 4)
    basis = Basis(BasisKind.ORDER, "12/2026", date(2026, 11, 20))
    approval = Approval(of, NOW, Decider.HEAD, basis)
    made = order(Submission(office, 3, Stage.SETTLED, of, approval))
    return [paragraph.text for paragraph in Document(io.BytesIO(made)).paragraphs]


def test_the_draft_names_everybody_where_they_belong() -> None:
    text = lines("Starosta", team("Anna Kowalczyk", "Ewa Lis", "Jan Żuk"))
    assert "STAROSTY" in text[1]
    assert any("o samorządzie powiatowym" in line for line in text)
    at = text.index("§ 3. Powołuję grupę sterującą w składzie:")
    assert text[at + 1 : at + 4] == [
        "1) Anna Kowalczyk – Stanowisko Kowalczyk;",
        "2) Ewa Lis – Stanowisko Lis;",
        "3) Jan Żuk – Stanowisko Żuk.",
    ]
    at = text.index("§ 4. Spośród członków grupy sterującej powołuję zespół redakcyjny w składzie:")
    assert text[at + 2] == "2) Ewa Lis – Stanowisko Lis."
    assert text[-2] == "Starosta"


@pytest.mark.parametrize(
    ("head", "organ", "act"),
    [
        ("Wójt", "WÓJTA GMINY", "samorządzie gminnym"),
        ("Burmistrz Miasta Terespol", "BURMISTRZA", "samorządzie gminnym"),
        ("Prezydent Miasta", "PREZYDENTA MIASTA", "samorządzie gminnym"),
        ("Marszałek Województwa", "MARSZAŁKA WOJEWÓDZTWA", "samorządzie województwa"),
    ],
)
def test_the_level_of_the_office_decides_the_legal_basis(head: str, organ: str, act: str) -> None:
    text = "\n".join(lines(head, team("Anna Kowalczyk")))
    assert organ in text
    assert act in text


def test_what_nobody_knows_stays_blank() -> None:
    text = lines(None, Team())
    assert "KIEROWNIKA URZĘDU ……" in text[1]
    assert "nie dotyczy" in text
    assert not any("None" in line or "{" in line for line in text)


def test_strange_names_are_written_as_they_are() -> None:
    odd = Team().appoint(Person("A<b>\x00", "& {x} C", position="=1+1"))
    assert any("A<b> & {x} C – =1+1." in line for line in lines("Wójt", odd, "Urząd <i> & S{p}"))
