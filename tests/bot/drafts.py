"""People, offices and their submissions at every stage, as in life and under hostile names."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from conversations.people import Person
from conversations.submission import (
    Approval,
    Attendance,
    Decider,
    Office,
    Request,
    Return,
    Side,
    Stage,
    Submission,
    Word,
)
from conversations.team import Basis, BasisKind, Confirmation, Rule, Seat, Team

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
LARGEST_ID = 2**52
"""Telegram's ids have at most 52 significant bits; ours are smaller."""
HOSTILE = {
    "markup": "<b>Anna</b> & \"Ewa\" 'Lis' </b> <a href='https://evil.example'>x</a>",
    "entities": "&amp;&lt;b&gt;&#0;&nbsp;",
    "right to left": "Jan \u202eiksla\u202dwoK\u2066\u200f Kowalski",
    "zalgo": "Z" + "\u0322\u0336\u0327" * 40 + "a" + "\u0335" * 200 + " Kowalska",
    "homoglyphs": "Аnnа Kоwаlczуk",
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈" * 60,
    "nul": "Anna\x00\x07\x1b[31m Kowalczyk\x9f",
    "long": "W" * 10_000,
    "newlines": "Anna\r\n\n\n  Kowalczyk\u2028\u2029\x0b x",
    "fluent": "{ $count } { people-nominative } { -example } { missing.attr }",
    "invisible": "\u200b\u200c\u200d\ufeff\u00ad",
    "mentions": "@everybody #tag /usun https://evil.example tg://user?id=1",
}


@dataclass(frozen=True)
class Names:
    """What people, offices, advisors and files are called: as in life, or all alike and hostile."""

    hostile: str | None = None

    def __call__(self, ordinary: str) -> str:
        return ordinary if self.hostile is None else self.hostile

    def person(self, number: int) -> Person:
        position = POSITIONS[number % len(POSITIONS)]
        contact = {"email": "a.lis@ug.example", "phone": "+48830000015", "extension": "23"}
        if self.hostile is None:
            given, surname = GIVEN[number % len(GIVEN)], SURNAMES[number % len(SURNAMES)]
            return Person(given, f"{surname}-{number}", None, position, **contact)
        hostile, post = self.hostile, self.hostile[:LONGEST_POSITION]
        return Person(hostile, f"{hostile} {number}", hostile, post, hostile, hostile, hostile)


GIVEN = ("Anna", "Piotr", "Ewa", "Tomasz", "Monika", "Krzysztof", "Beata", "Marek")
SURNAMES = ("Kowalczyk", "Zalewski", "Lis-Sadowska", "Borys", "Sikora", "Żółkowski", "Wójcik")
LONGEST_POSITION = 150
POSITIONS = (
    "Sekretarz Gminy",
    "Zastępca Wójta",
    "Kierownik Referatu Finansowego",
    "radca prawny",
    "inspektor ds. organizacyjnych",
    "Kierownik GOPS",
    "koordynator czegoś nowego",
    None,
)


@cache
def a_team(names: Names, count: int, editors: int, *, named: bool = True) -> Team:
    """`count` people in block I of whom the first `editors` take block II; the first is named."""
    team = Team(basis=Basis(BasisKind.ORDER, names("0050.26.2026"), date(2026, 1, 5)))
    for number in range(count):
        seat = Seat.EDITORIAL if number < editors else Seat.STEERING
        team = team.add(names.person(number), seat)
    if named and team.members:
        team = team.put(replace(team.members[0], plenipotentiary=True))
    elif named:
        team = team.appoint(names.person(0))
    reason = names("urząd zatrudnia dwanaście osób")
    everything = tuple(
        Confirmation(rule, about, count_of, reason, waived=True)
        for rule, about, count_of in (
            (Rule.R4A, (), count),
            (Rule.R6A, (), editors),
            (Rule.R2, (1,), 0),
            (Rule.R3, (1,), 0),
        )
    )
    return replace(team, confirmations=everything)


def an_office(names: Names, **values: Any) -> Office:
    office = Office(
        id=LARGEST_ID,
        name=names("Urząd Miasta i Gminy w Ustrzykach Dolnych"),
        head_title=names("Burmistrz"),
        advisor=names("Halina Wrońska"),
        limit_steering=8,
        limit_editorial=4,
        voivodeship=names("podkarpackie"),
        head_registered=True,
    )
    return replace(office, **values)


@cache
def submissions(names: Names) -> dict[str, Submission]:
    """The stages of a submission, with what may lie beside each."""
    office = an_office(names)
    full, few, crowd = (
        a_team(names, 8, 4),
        a_team(names, 3, 1, named=False),
        a_team(names, 40, 25),
    )
    outside = a_team(names, 0, 0)
    approval = Approval(full, NOW, Decider.HEAD, full.basis)
    comment, reason = names("Brakuje stanowisk."), names("Jeden referat więcej.")

    def submission(stage: Stage, team: Team, **values: Any) -> Submission:
        return Submission(office, LARGEST_ID, stage, team, updated_at=NOW, **values)

    def of(office_values: dict[str, Any], stage: Stage, team: Team, **values: Any) -> Submission:
        return replace(submission(stage, team, **values), office=an_office(names, **office_values))

    absent = {"head_registered": False}
    amended = full.remove(8).add(names.person(30)).correct(2, names.person(31))
    return {
        "empty": submission(Stage.EMPTY, Team()),
        "empty, no advisor": of(
            {"advisor": None, "head_title": None, "practice": True}, Stage.EMPTY, Team()
        ),
        "drafting few": submission(Stage.DRAFTING, few),
        "drafting full": submission(Stage.DRAFTING, full),
        "drafting, outside": submission(Stage.DRAFTING, outside),
        "drafting, 40 people": submission(Stage.DRAFTING, crowd),
        "drafting, asks for a limit": submission(
            Stage.DRAFTING, crowd, request=Request(Rule.R4, reason, 40)
        ),
        "drafting, asks for consent": of(
            absent, Stage.DRAFTING, full, request=Request(Rule.R2B, reason, 0, (1,))
        ),
        "no limits": of({"limit_steering": None, "limit_editorial": None}, Stage.DRAFTING, crowd),
        "takes no block": of({"limit_steering": 0, "limit_editorial": 0}, Stage.DRAFTING, outside),
        "one seat": of({"limit_steering": 1, "limit_editorial": 1}, Stage.DRAFTING, few),
        "25 seats": of({"limit_steering": 25, "limit_editorial": 25}, Stage.DRAFTING, crowd),
        "submitted": submission(Stage.SUBMITTED, full),
        "submitted, no head": of(absent, Stage.SUBMITTED, full),
        "returned": submission(Stage.RETURNED, full, returned=Return(Decider.ADVISOR, comment)),
        "returned by the limit": of(
            {"limit_steering": 5, "limit_editorial": 3},
            Stage.RETURNED,
            full,
            returned=Return(Decider.LIMIT, ""),
        ),
        "returned about somebody": submission(
            Stage.RETURNED,
            full,
            returned=Return(Decider.HEAD, comment, 2),
            word=Word(Side.ADVISOR, comment, 3),
        ),
        "entered by the coordinator": of(
            absent,
            Stage.SETTLED,
            full,
            approval=replace(approval, by=Decider.BASIS),
            entered=True,
            word=Word(Side.OFFICE, comment),
        ),
        "approved": submission(Stage.SETTLED, full, approval=approval),
        "approved by a substitute": submission(
            Stage.SETTLED, full, approval=replace(approval, by=Decider.SUBSTITUTE)
        ),
        "exact, too few": of({"exact": True}, Stage.DRAFTING, few),
        "exact, asks for fewer": of(
            {"exact": True}, Stage.DRAFTING, few, request=Request(Rule.R4_EXACT, reason, 0, (), 5)
        ),
        "exact, to complete": of(
            {"exact": True, "limit_steering": 9}, Stage.SETTLED, full, approval=approval
        ),
        "editors without block I": of(
            {"attendance": Attendance()},
            Stage.DRAFTING,
            full,
            request=Request(Rule.R11, reason, 0, (1, 2, 3, 4), 4),
        ),
        "approved by basis": of(
            absent, Stage.SETTLED, full, approval=replace(approval, by=Decider.BASIS)
        ),
        "accepted": submission(Stage.SETTLED, full, approval=replace(approval, accepted=True)),
        "to complete": of({"limit_steering": 5}, Stage.SETTLED, full, approval=approval),
        "amending": submission(Stage.DRAFTING, amended, approval=approval),
        "amendment submitted": submission(Stage.SUBMITTED, amended, approval=approval),
        "closed": of({"closed": True}, Stage.SETTLED, full, approval=approval),
    }


FEW_STAGES = ("empty", "drafting few", "submitted", "returned", "amending")
"""One submission of each kind, where every place is drawn."""
