"""Every card, for every role, stage and language, for ordinary people and for hostile names.

A card that is drawn has to be one that Telegram takes as we meant it: our markup and nobody
else's, within its lengths, each button good for the intent that it shows.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from itertools import product
from typing import Any, get_args

import pytest

from bot import buttons, screens
from bot.buttons import keyboard
from bot.screens.view import AccessEntry, Invitee, Past, Preview, Progress, Screen, Upcoming, View
from bot.words import LANGUAGES, Words
from conversations.access import Grant, Invitation, OfficeHolder, Role, StandIn, advisor_code
from conversations.coordination_table import Problem, TableReading
from conversations.coordination_table.model import Flag, OfficeRow, ProblemCode, RejectedRow
from conversations.events import Action, Note, Tapped
from conversations.journal import Entry, What
from conversations.limits import Block
from conversations.notes import NoteCode
from conversations.papers import Version
from conversations.pasted_list import Question, QuestionCode
from conversations.people import Person
from conversations.places import ConfirmingInvitation, Home, Place
from conversations.places.desk import (
    AccessList,
    Announcing,
    Asking,
    AwaitingTable,
    ClosingLists,
    Entering,
    Inviting,
    InvitingAgain,
    InvitingByFile,
    NamingStandIn,
    PreviewingImport,
    PuttingOff,
    Recipients,
    Setting,
    ViewingAccess,
)
from conversations.places.enrolment import (
    AddingOutsider,
    Answering,
    CheckingList,
    Clarifying,
    ConfirmingChange,
    ConfirmingMatch,
    ConfirmingRemoval,
    Correcting,
    CorrectingMember,
    Explaining,
    GivingOrder,
    GivingPosition,
    NamingPlenipotentiary,
    NamingSteering,
    PickingEditors,
    RefusedPlenipotentiary,
    Removing,
    Requesting,
    StatingBasis,
    Summary,
    TellingApart,
    Whence,
)
from conversations.places.office import (
    AskingAdvisor,
    Commenting,
    HandingOver,
    MarkingAttendance,
    NamingSubstitute,
    OfficeAccess,
    Returning,
    RevokingAccess,
    ViewingHistory,
    ViewingOffice,
)
from conversations.settings import DEFAULTS, PREVIEWED, Group, Key, group_of
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
from conversations.table_import import Difference, Standing, difference
from conversations.talk import Talk, Topic
from conversations.team import Basis, BasisKind, Confirmation, Rule, Seat, Team
from tests.bot.desks import at_desk
from tests.bot.test_locales import resource
from tests.facts import marked_up

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


DESK_PLACES = (
    *(Home, Inviting, ViewingOffice, AwaitingTable, PreviewingImport, Setting, AccessList),
    *(ViewingAccess, InvitingAgain, InvitingByFile, ClosingLists, Announcing, ViewingHistory),
    *(Home, Inviting, ViewingOffice, AwaitingTable, PreviewingImport, Setting),
    *(Commenting, PuttingOff, NamingStandIn, MarkingAttendance, Entering),
)
FEW_STAGES = ("empty", "drafting few", "submitted", "returned", "amending")
"""One submission of each kind, where every place is drawn."""


def places(names: Names) -> list[Place]:
    """Every place, with every rule and question it can be about."""
    person, other = names.person(1), names.person(2)
    skipped = tuple(names(f"nieczytelny wiersz {number}") for number in range(30))
    asked = (None, *Asking)
    readings = (person, replace(person, given=person.surname, surname=person.given))
    return [
        *(Home(page, query) for page in (0, 99) for query in ("", names("urząd"), "zzzz")),
        ConfirmingInvitation(1),
        NamingPlenipotentiary(),
        GivingPosition(person),
        *(Answering(rule) for rule in Rule),
        *(Explaining(rule) for rule in Rule),
        *(Requesting(rule) for rule in Rule),
        Requesting(Rule.R2B, person),
        *(RefusedPlenipotentiary(person, rule) for rule in (Rule.R2A, Rule.R2B)),
        StatingBasis(),
        GivingOrder(),
        NamingSteering(),
        *(
            Clarifying((Question(code, 0, options), Question(code, None)), (1, 1), (other,))
            for code in QuestionCode
            for options in ((), readings)
        ),
        CheckingList(),
        CheckingList(skipped, left=skipped),
        CheckingList(skipped),
        CheckingList(("Skarbnik Gminy",)),
        ConfirmingMatch((1, 2, 3)),
        *(
            ConfirmingChange(whence, block, (1, 2), (other,), unsure, named_as, agreed)
            for whence, block in ((Whence.LIST, Block.STEERING), (Whence.EDITORS, Block.EDITORIAL))
            for unsure, named_as, agreed in (
                ((tuple(range(1, 41)), (1, 2)), (), False),
                ((), (readings, (replace(person, given=""),)), False),
                ((), ((replace(person, given=""),),), False),
                ((), (), False),
                ((), (), True),
            )
        ),
        *(
            ConfirmingChange(Whence.LIST, Block.STEERING, (1,), unsure=unsure, post=post)
            for post in ("Skarbnik", names("x" * 150))
            for unsure in ((), ((1, 2),), (tuple(range(1, 41)),))
        ),
        TellingApart("Pełnomocnik: Jan Nowak – Skarbnik"),
        TellingApart(names("Jan Nowak – Skarbnik"), Rule.R4A),
        TellingApart("Jan Nowak – Skarbnik", Rule.R4, pleading=True),
        Removing(),
        Removing(3),
        ConfirmingRemoval(1, (2,)),
        ConfirmingRemoval(LARGEST_ID),
        Correcting(),
        Correcting(99),
        CorrectingMember(1),
        CorrectingMember(1, (2, 3)),
        CorrectingMember(LARGEST_ID),
        PickingEditors(),
        AddingOutsider((person,)),
        AddingOutsider((person, other), CheckingList(skipped)),
        Summary(),
        Returning(),
        Returning(1),
        *(Returning(1, about, page) for about, page in ((1, 0), (LARGEST_ID, 99))),
        *(Commenting(1, about, page) for about, page in ((None, 0), (1, 0), (LARGEST_ID, 99))),
        AskingAdvisor(),
        MarkingAttendance(1),
        PuttingOff(),
        PuttingOff(asks=True),
        PuttingOff(reason=names("urlop Doradcy")),
        NamingStandIn(1),
        NamingStandIn(1, advisor_code(names("Doradca 3"))),
        NamingStandIn(1, page=99),
        *(Entering(1, there) for there in (NamingPlenipotentiary(), CheckingList(), Summary())),
        OfficeAccess(),
        *(RevokingAccess(number) for number in range(4)),
        NamingSubstitute(),
        HandingOver(),
        *(Inviting(page, query) for page in (0, 99) for query in ("", "zzzz")),
        ViewingOffice(1),
        AwaitingTable(),
        PreviewingImport(1),
        Setting(),
        Setting(Key.DEADLINE),
        *(AccessList(page, query) for page in (0, 99) for query in ("", "zzzz", "kierownik")),
        *(ViewingAccess(entry, asking) for entry in ("g1", "i1", "g9") for asking in asked),
        InvitingAgain(1),
        InvitingAgain(LARGEST_ID),
        InvitingByFile(),
        *(
            ClosingLists(closing, scope, work)
            for closing in (True, False)
            for scope in ("", "*", "a0123456789ab", f"a{advisor_code(names('Halina Wrońska'))}")
            for work in (None, 1)
        ),
        Announcing(),
        Announcing(names("Szkolenie odbędzie się 11 stycznia.\n\nProszę o przybycie.")[:3000]),
        *(Announcing(names("Szkolenie.")[:3000], each) for each in Recipients),
        Announcing(bulk_id=1),
        *(ViewingHistory(1, page, version) for page in (0, 99) for version in (None, 3)),
        ViewingHistory(),
        *(Setting(group=group) for group in Group),
        *(Setting(key) for key in Key),
        *(Setting(key, group_of(key), DEFAULTS[key]) for key in PREVIEWED),
    ]


@cache
def a_preview(names: Names, doubts: int, *, known: int = 0, decided: bool = False) -> Preview:
    """A table with so many offices, of which each has a doubt of every kind in turn."""
    codes: list[Flag | ProblemCode] = [*Flag, *ProblemCode]
    sheet, name = names("Arkusz1"), names("Urząd Gminy Rejowiec")
    offices = tuple(
        OfficeRow(f"{name} {row}", None, None, None, None, 8, None, None, True, (), row, sheet)
        for row in range(1, doubts + 1)
    )
    problems = tuple(
        Problem(codes[row % len(codes)], row if row % 7 else None, names("8–10"), (42, 22), sheet)
        for row in range(1, doubts + 1)
    )
    rejected = tuple(
        RejectedRow(name, Flag.EDITORIAL_ABOVE_STEERING, row, sheet) for row in range(doubts // 5)
    )
    reading = TableReading(
        offices,
        rejected,
        (42, 22) if doubts else None,
        (42, 23),
        problems,
        names("Tabela koordynacyjna nr 1"),
        bool(doubts),
        tuple(replace(each, limit_steering=6) for each in offices[:5]),
    )
    found = a_difference(names, reading, known) if known else None
    return Preview(LARGEST_ID, names("tabela.xlsx"), reading, found, decided)


def a_difference(names: Names, reading: TableReading, known: int) -> Difference:
    """So many offices that are there, each with everything changed, and as many that are gone."""
    rows = reading.offices[:known]
    standing = [
        Standing(
            Office(
                number,
                row.name if number % 2 else row.name + "a",
                names("Wójt"),
                names("Ewa Lis"),
                9,
                6,
                granted=frozenset(Block),
                gone=not number % 3,
            ),
            12,
            7,
        )
        for number, row in enumerate(rows, 1)
    ]
    gone = [Standing(Office(1_000 + n, names("Urząd Gminy Giby") + str(n))) for n in range(known)]
    return difference([*standing, *gone], reading)


ROLES = (*Role, None)


def a_grant(role: Role, names: Names, number: int = 0) -> Grant:
    in_office = role in {Role.HEAD, Role.SECRETARY}
    return Grant(
        LARGEST_ID + number,
        role,
        office_id=1 if in_office else None,
        office_name=names("Starostwo Powiatowe we Włodawie") if in_office else None,
        advisor=names("Halina Wrońska") if role is Role.ADVISOR else None,
    )


def a_view(
    names: Names,
    role: Role | None,
    place: Place,
    submission: Submission | None,
    language: str = "pl",
    **values: Any,
) -> View:
    """What one person's card is drawn from. Two roles, a deadline and a desk where one belongs."""
    grant = a_grant(role, names) if role else None
    at_a_desk = role in {Role.ADVISOR, Role.COORDINATOR}
    own = values.pop("desk", tuple(submissions(names).values()))
    talk = Talk(LARGEST_ID, grant, place, language=language)
    view = View(
        talk=talk,
        now=NOW,
        grants=(grant, a_grant(Role.HEAD, names, 1)) if grant else (),
        submission=submission,
        invitation=Invitation(1, role or Role.HEAD, NOW, 1, names("UG Rejowiec"), names("A. Lis")),
        invitees=tuple(
            Invitee(f"{kind}{number}", names("Urząd Gminy Rejowiec"), joined=bool(number % 2))
            for kind in "ah"
            for number in range(10)
        ),
        joined=frozenset({Role.SECRETARY}),
        stand_ins=(StandIn(names("Halina Wrońska"), names("Doradca 3"), NOW.date(), NOW.date()),),
        advisors=tuple(names(f"Doradca {number}") for number in range(20)),
        holders=tuple(
            OfficeHolder(
                replace(a_grant(in_role, names), id=number, valid_until=until),
                names("Anna Kowalczyk"),
                until,
            )
            for number, (in_role, until) in enumerate(
                ((Role.HEAD, None), (Role.HEAD, NOW), (Role.SECRETARY, None))
            )
        ),
        preview=a_preview(names, 20, known=2),
        upcoming=Upcoming(
            at=NOW,
            put_off=NOW.date() if submission is None else None,
            unreachable=(names("Andrzej Kmieć"), names("Halina Wrońska")),
            planned=(NOW, NOW),
        ),
        access=tuple(an_access(names)),
        readers=dict.fromkeys(Recipients, 3),
        announced=1,
        progress=a_progress(names),
        past=a_past(names),
        settings={
            "deadline": "2027-01-15",
            "administrator": names("Stowarzyszenie „Euroregion Niemen”"),
            "contact": names("biuro@projekt.example"),
        },
    )
    view = replace(view, **values)
    return at_desk(view, own) if at_a_desk else view


def an_access(names: Names) -> Iterator[AccessEntry]:
    """Two of every role in several offices, and as many links."""
    for number, role in enumerate((*Role, *Role), 1):
        office = role in {Role.HEAD, Role.SECRETARY}
        for kind, name in (("g", names("Tomasz Bartoszuk")), ("i", "")):
            yield AccessEntry(
                f"{kind}{number}",
                role,
                NOW,
                name,
                number % 3 if office else None,
                names("Starostwo Powiatowe we Włodawie") if office else None,
                names("Halina Wrońska") if role is Role.ADVISOR else None,
            )


def a_progress(names: Names) -> Progress:
    outcomes = {"changed": 1, "unconfirmed": 2, "already": 5, "failed": 1, "posted": 22}
    letters = {"pending": 1, "sending": 1, "sent": 20, "unknown": 2, "undeliverable": 1}
    return Progress(3, False, outcomes, letters, names("Szkolenie odbędzie się.")[:3000])


@cache
def a_past(names: Names) -> Past:
    """A line of every kind and role, and versions that change everything."""
    entries = tuple(
        Entry(NOW, role, what, detail, number, number)
        for role in (*Role, None)
        for number, (what, detail) in enumerate(
            (*((what, "head") for what in What), (What.GRANTED, "R4"), (What.REQUESTED, "R2A"))
        )
    )
    first = Approval(a_team(names, 5, 3), NOW, Decider.HEAD)
    versions = [Version(number, first) for number in range(1, 20)]
    versions[2] = Version(3, replace(first, team=a_team(names, 8, 4)))
    return Past(entries, tuple(versions))


# --- What a drawn card has to be --------------------------------------------------------------


CHOICES = {
    Action.OFFICE,
    Action.INVITE,
    Action.REMOVE,
    Action.FIX,
    Action.CHOOSE,
    Action.SWITCH,
    Action.LANGUAGE,
    Action.ACCESS,
    Action.HAND_OVER,
    Action.HISTORY_VERSION,
    Action.REVOKE,
}
AROUND = ".,:;()„”“"
LEAFLET_LABEL = 42
"""The longest label is the leaflet's: „Decyzja ustna, zarządzenie w przygotowaniu”."""
KEYS = frozenset(key for key in resource("pl") if key.count("-") > 1 and key[0] != "-")


def check(screen: Screen, *, ordinary: bool = True) -> None:
    """Fail at the first thing about a drawn card that is not as it should be."""
    text, entities = marked_up(screen.text)
    assert set(entities) <= {"textEntityTypeBold"}
    assert screen.text.count("<b>") == screen.text.count("</b>") == len(entities), "ours alone"
    assert 1 <= len(text.encode("utf-16-le")) // 2 <= 4096
    assert "  " not in text
    assert "\n\n\n" not in text
    assert all(line == line.strip() for line in text.split("\n"))
    assert not any(ord(c) < 32 for c in text if c != "\n")
    if ordinary:
        assert "None" not in text
        assert not {word.strip(AROUND) for word in text.split()} & KEYS, "a raw key"
        assert not any(empty in text for empty in ("()", "„”", "“”", "{", "}", " ,", " ;", ".."))
    check_buttons(screen)


def check_buttons(screen: Screen) -> None:
    """Each leads somewhere, says where, and comes back as what it was."""
    shown = [button for row in screen.rows for button in row]
    assert 1 <= len(shown) <= 100, "a way back or on"
    assert all(1 <= len(row) <= 8 for row in screen.rows)
    labels = [button.text for button in shown]
    for label in labels:
        assert label == label.strip()
        assert 1 <= len(label) <= LEAFLET_LABEL
        assert label.isprintable()
        assert "  " not in label
        assert "&amp;" not in label or "&amp;amp;" in screen.text
    alike = [label for label, times in Counter(labels).items() if times > 1]
    assert not alike, f"which is which? {alike}"
    for action in CHOICES:
        choices = [b for b in shown if b.action is action and (b.argument or b.grant)]
        assert len(choices) <= 8, f"more than eight to choose from: {action}"
    drawn = keyboard(screen, LARGEST_ID, LARGEST_ID)
    assert drawn is not None
    for button, sent in zip(shown, (b for row in drawn.inline_keyboard for b in row), strict=True):
        assert isinstance(sent.callback_data, str)
        assert len(sent.callback_data.encode()) <= 64
        intent = Tapped(button.action, button.argument, LARGEST_ID)
        assert buttons.decode(sent.callback_data) == (button.grant or LARGEST_ID, intent)


def drawn_well(view: View, *, ordinary: bool = True) -> None:
    """Draw a card and check it; a failure shows the card."""
    screen = screens.draw(view, Words(view.talk.language))
    try:
        check(screen, ordinary=ordinary)
    except AssertionError as fault:
        rows = "\n".join(" ".join(f"[{b.text}]" for b in row) for row in screen.rows)
        talk = view.talk
        role = talk.grant.role if talk.grant else "stranger"
        place = f"{talk.topic or talk.place!r:.300}"
        raise AssertionError(f"{fault}\n{role}, {place}\n\n{screen.text}\n{rows}") from None


# --- Everything is drawn ----------------------------------------------------------------------


def test_every_place_is_drawn_here() -> None:
    assert {type(place) for place in places(Names())} == set(get_args(Place))
    assert {each.stage for each in submissions(Names()).values()} == set(Stage)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("stage", FEW_STAGES)
def test_every_place_in_every_role_and_stage(language: str, role: Role, stage: str) -> None:
    names = Names()
    submission = submissions(names)[stage]
    for place in places(names):
        drawn_well(a_view(names, role, place, submission, language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ROLES)
def test_every_topic_in_every_role_and_stage(language: str, role: Role) -> None:
    names = Names()
    for topic, (_, submission) in product(Topic, submissions(names).items()):
        for place in (Home(), NamingSteering()):
            view = a_view(names, role, place, submission, language)
            drawn_well(replace(view, talk=replace(view.talk, topic=topic)))


TELLING: tuple[Place, ...] = (
    Home(),
    Summary(),
    CheckingList(),
    NamingPlenipotentiary(),
    StatingBasis(),
    PickingEditors(),
    Removing(),
    ViewingOffice(1),
    Answering(Rule.R4),
    Answering(Rule.R6),
    Answering(Rule.R8),
)
"""Places whose card depends on how the submission stands."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", Role)
def test_every_state_of_a_submission(language: str, role: Role) -> None:
    names = Names()
    for place, submission in product(TELLING, submissions(names).values()):
        drawn_well(a_view(names, role, place, submission, language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ROLES)
def test_a_card_without_its_subject_still_leads_on(language: str, role: Role) -> None:
    """The office was taken off the table, the preview is gone, the invitation is unknown."""
    names = Names()
    nothing: dict[str, Any] = {"desk": (), "invitees": (), "invitation": None, "preview": None}
    nothing |= {"access": (), "readers": {}, "announced": None, "progress": None, "past": None}
    for place in places(names):
        drawn_well(a_view(names, role, place, None, language, **nothing, settings={}))


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_names_change_nothing_but_themselves(hostile: str) -> None:
    """Names, offices, advisors, titles, comments, files and sheets are all called alike."""
    names = Names(hostile)
    every = submissions(names)
    desk = tuple(every.values())[:3]
    for place in places(names):
        role = Role.COORDINATOR if isinstance(place, DESK_PLACES) else Role.SECRETARY
        view = a_view(names, role, place, every["drafting full"], desk=desk)
        drawn_well(view, ordinary=False)
    for submission in every.values():
        for role, place in ((Role.HEAD, Home()), (Role.SECRETARY, Summary())):
            drawn_well(a_view(names, role, place, submission), ordinary=False)
        drawn_well(a_view(names, Role.ADVISOR, ViewingOffice(1), submission), ordinary=False)
    for topic, role in product(Topic, ROLES):
        view = a_view(names, role, Home(), every["amending"], desk=desk)
        drawn_well(replace(view, talk=replace(view.talk, topic=topic)), ordinary=False)


@pytest.mark.parametrize("limit", [None, 0, 1, 25])
@pytest.mark.parametrize("people", [0, 1, 8, 40])
def test_every_size_against_every_limit(limit: int | None, people: int) -> None:
    names = Names()
    team = a_team(names, people, people // 2)
    office = an_office(names, limit_steering=limit, limit_editorial=limit)
    submission = Submission(office, 1, Stage.DRAFTING, team, updated_at=NOW)
    for place, language in product(places(names), LANGUAGES):
        drawn_well(a_view(names, Role.SECRETARY, place, submission, language))


def test_a_desk_of_three_thousand_offices() -> None:
    names = Names()
    every = list(submissions(names).values())
    desk = tuple(
        replace(
            each,
            office=replace(
                each.office,
                id=number,
                name=f"Urząd Gminy Nowa Wieś {number}",
                advisor=f"Doradca {number % 200}",
                voivodeship=f"województwo {number % 40}",
            ),
        )
        for number, each in ((n, every[n % len(every)]) for n in range(3_000))
    )
    for role, page in product((Role.ADVISOR, Role.COORDINATOR), (0, 1, 374, 10_000)):
        drawn_well(a_view(names, role, Home(page), None, desk=desk))
    drawn_well(a_view(names, Role.COORDINATOR, Home(0, "Nowej Wsi 29"), None, desk=desk))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_preview_with_five_hundred_doubtful_rows(language: str) -> None:
    names = Names()
    for preview in (
        a_preview(names, 500),
        a_preview(names, 500, known=22),
        a_preview(names, 500, known=500),
        a_preview(names, 0),
        a_preview(names, 7, decided=True),
    ):
        place = PreviewingImport(1)
        drawn_well(a_view(names, Role.COORDINATOR, place, None, language, preview=preview))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_far_down_is_named_by_the_number_that_a_spreadsheet_shows(language: str) -> None:
    problem = Problem(Flag.RANGE, 12_345, "8–10")
    reading = replace(a_preview(Names(), 1).reading, problems=(problem,))
    preview = Preview(1, "tabela.xlsx", reading)
    view = a_view(Names(), Role.COORDINATOR, PreviewingImport(1), None, language, preview=preview)
    assert " 12345:" in screens.draw(view, Words(language)).text


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_preview_of_a_hostile_table(hostile: str) -> None:
    names = Names(hostile)
    preview = a_preview(names, 500, known=22)
    view = a_view(names, Role.COORDINATOR, PreviewingImport(1), None, preview=preview, desk=())
    drawn_well(view, ordinary=False)


def test_one_person_of_many_roles_can_tell_them_apart() -> None:
    """Offices whose names begin alike, two roles in one office, an Advisor, the coordinator."""
    grants = [
        Grant(number, role, 1, f"Starostwo Powiatowe we Włodawie {number // 2}")
        for number, role in enumerate((Role.HEAD, Role.SECRETARY) * 3, 1)
    ]
    grants += [Grant(7, Role.ADVISOR, advisor="Halina Wrońska"), Grant(8, Role.COORDINATOR)]
    for language in LANGUAGES:
        view = a_view(Names(), Role.HEAD, Home(), None, language, grants=tuple(grants))
        drawn_well(replace(view, talk=replace(view.talk, topic=Topic.ROLES, grant=grants[0])))


def every_remark() -> Iterator[Note]:
    for code, refusal in product(NoteCode, (False, True)):
        yield Note(code, REMARK_VALUES.get(code, {}), refusal)


REMARK_VALUES: dict[NoteCode, dict[str, str | int]] = {
    NoteCode.TOO_LONG: {"most": 500},
    NoteCode.FILE_RECEIVED: {"name": "Skład grupy sterującej – wersja ostateczna (2).docx"},
    NoteCode.FILE_OF_OTHER_ROLE: {"name": "Skład grupy sterującej – wersja ostateczna (2).docx"},
    NoteCode.FILE_OF_OTHER_OFFICE: {"name": "Skład grupy sterującej – wersja ostateczna (2).docx"},
    NoteCode.FILE_REFUSED: {"reason": "too_big_inside", "name": "Tabela koordynacyjna nr 1.xlsx"},
    NoteCode.NOT_A_TABLE: {"reason": "BRAK_KOLUMN", "name": "Tabela koordynacyjna nr 1.xlsx"},
    NoteCode.ADDED: {"count": 8},
    NoteCode.ADDED_WITH_DUPLICATES: {"count": 8, "people": "Anna Kowalczyk, Piotr Zalewski"},
    NoteCode.ONLY_DUPLICATES: {"count": 0, "people": "Anna Kowalczyk"},
    NoteCode.TOO_MANY: {"most": 40},
    NoteCode.ALREADY_ON_LIST: {"person": "Katarzyna Brzęczyszczykiewicz-Kowalewska"},
    NoteCode.NOT_ON_LIST: {"people": "Katarzyna Brzęczyszczykiewicz-Kowalewska"},
    NoteCode.NO_SUCH_NUMBER: {"most": 12},
    NoteCode.EXTRA_DATA_DROPPED: {"count": 8},
    NoteCode.EDITORS_FULL: {"count": 4},
    NoteCode.IMPORTED: {"count": 42},
    NoteCode.NUDGED: {
        "count": 3,
        "before": 2,
        "nobody": 1,
        "rest": 0,
        "offices": "Urząd Miasta i Gminy w Ustrzykach Dolnych",
    },
    NoteCode.SNOOZED: {"day": "2026-11-30"},
    NoteCode.STANDS_IN: {
        "advisor": "Halina Wrońska",
        "substitute": "Andrzej Kmieć",
        "first": "2026-12-01",
        "last": "2026-12-14",
    },
    NoteCode.NOBODY_FITS: {"people": "Brzęczyszczykiewicza-Kowalewskiego"},
    NoteCode.SUBSTITUTE_LATER: {"day": "2026-12-01"},
    NoteCode.SETTING_UNREADABLE: {"reason": "not-a-date"},
    NoteCode.REVOKED: {"kind": "grant", "name": "Tomasz Bartoszuk"},
    NoteCode.HANDED_OVER: {"name": "Tomasz Bartoszuk"},
    NoteCode.ANNOUNCEMENT_BEGUN: {"count": 22},
    NoteCode.ANNOUNCEMENT_TOO_LONG: {"most": 3000},
    NoteCode.DOCUMENT_COMING: {"paper": "amending"},
    NoteCode.DOCUMENT_ON_ITS_WAY: {"paper": "amending"},
    NoteCode.ACCOUNT_ERASED: {
        "roles": 2,
        "letters": 11,
        "files": 1,
        "contact": "inspektor@example.org",
    },
    NoteCode.DRAFT_ERASED: {"contact": "inspektor@example.org"},
    NoteCode.OFFICE_ERASED: {"contact": "inspektor@example.org"},
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_remark_stands_on_its_card(language: str) -> None:
    names = Names()
    submission = submissions(names)["drafting full"]
    for note in every_remark():
        view = a_view(names, Role.SECRETARY, CheckingList(), submission, language)
        drawn_well(replace(view, talk=replace(view.talk, note=note)))
