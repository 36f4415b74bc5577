"""Whatever a card can be drawn from: every place, table and role, and what stands beside."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from bot.screens.view import AccessEntry, Invitee, Past, Preview, Progress, Upcoming, View
from conversations.access import Grant, Invitation, OfficeHolder, Role, StandIn, advisor_code
from conversations.coordination_table import Problem, TableReading
from conversations.coordination_table.model import Flag, OfficeRow, ProblemCode, RejectedRow
from conversations.journal import Entry, What
from conversations.limits import Block
from conversations.papers import Version
from conversations.pasted_list import Question, QuestionCode
from conversations.places import ConfirmingInvitation, Home, Place, desk, enrolment, office
from conversations.settings import DEFAULTS, PREVIEWED, Group, Key, group_of
from conversations.submission import (
    Approval,
    Decider,
    Office,
    Submission,
)
from conversations.table_import import Difference, Standing, difference
from conversations.talk import Talk
from conversations.team import Rule
from tests.bot.desks import at_desk
from tests.bot.drafts import LARGEST_ID, NOW, Names, a_team, submissions

DESK_PLACES = (
    *(
        Home,
        desk.Inviting,
        office.ViewingOffice,
        desk.AwaitingTable,
        desk.PreviewingImport,
        desk.Setting,
        desk.AccessList,
    ),
    *(
        desk.ViewingAccess,
        desk.InvitingAgain,
        desk.InvitingByFile,
        desk.ClosingLists,
        desk.Announcing,
        office.ViewingHistory,
    ),
    *(
        office.Commenting,
        desk.PuttingOff,
        desk.NamingStandIn,
        office.MarkingAttendance,
        desk.Entering,
    ),
)


def places(names: Names) -> list[Place]:
    """Every place, with every rule and question it can be about."""
    person, other = names.person(1), names.person(2)
    skipped = tuple(names(f"nieczytelny wiersz {number}") for number in range(30))
    asked = (None, *desk.Asking)
    readings = (person, replace(person, given=person.surname, surname=person.given))
    return [
        *(Home(page, query) for page in (0, 99) for query in ("", names("urząd"), "zzzz")),
        ConfirmingInvitation(1),
        enrolment.NamingPlenipotentiary(),
        enrolment.GivingPosition(person),
        *(enrolment.Answering(rule) for rule in Rule),
        *(enrolment.Explaining(rule) for rule in Rule),
        *(enrolment.Requesting(rule) for rule in Rule),
        enrolment.Requesting(Rule.R2B, person),
        *(enrolment.RefusedPlenipotentiary(person, rule) for rule in (Rule.R2A, Rule.R2B)),
        enrolment.StatingBasis(),
        enrolment.GivingOrder(),
        enrolment.NamingSteering(),
        *(
            enrolment.Clarifying(
                (Question(code, 0, options), Question(code, None)), (1, 1), (other,)
            )
            for code in QuestionCode
            for options in ((), readings)
        ),
        enrolment.CheckingList(),
        enrolment.CheckingList(skipped, left=skipped),
        enrolment.CheckingList(skipped),
        enrolment.CheckingList(("Skarbnik Gminy",)),
        enrolment.ConfirmingMatch((1, 2, 3)),
        *(
            enrolment.ConfirmingChange(whence, block, (1, 2), (other,), unsure, named_as, agreed)
            for whence, block in (
                (enrolment.Whence.LIST, Block.STEERING),
                (enrolment.Whence.EDITORS, Block.EDITORIAL),
            )
            for unsure, named_as, agreed in (
                ((tuple(range(1, 41)), (1, 2)), (), False),
                ((), (readings, (replace(person, given=""),)), False),
                ((), ((replace(person, given=""),),), False),
                ((), (), False),
                ((), (), True),
            )
        ),
        *(
            enrolment.ConfirmingChange(
                enrolment.Whence.LIST, Block.STEERING, (1,), unsure=unsure, post=post
            )
            for post in ("Skarbnik", names("x" * 150))
            for unsure in ((), ((1, 2),), (tuple(range(1, 41)),))
        ),
        enrolment.TellingApart("Pełnomocnik: Jan Nowak – Skarbnik"),
        enrolment.TellingApart(names("Jan Nowak – Skarbnik"), Rule.R4A),
        enrolment.TellingApart("Jan Nowak – Skarbnik", Rule.R4, pleading=True),
        enrolment.Removing(),
        enrolment.Removing(3),
        enrolment.ConfirmingRemoval(1, (2,)),
        enrolment.ConfirmingRemoval(LARGEST_ID),
        enrolment.Correcting(),
        enrolment.Correcting(99),
        enrolment.CorrectingMember(1),
        enrolment.CorrectingMember(1, (2, 3)),
        enrolment.CorrectingMember(LARGEST_ID),
        enrolment.PickingEditors(),
        enrolment.AddingOutsider((person,)),
        enrolment.AddingOutsider((person, other), enrolment.CheckingList(skipped)),
        enrolment.Summary(),
        office.Returning(),
        office.Returning(1),
        *(office.Returning(1, about, page) for about, page in ((1, 0), (LARGEST_ID, 99))),
        *(
            office.Commenting(1, about, page)
            for about, page in ((None, 0), (1, 0), (LARGEST_ID, 99))
        ),
        office.AskingAdvisor(),
        office.MarkingAttendance(1),
        desk.PuttingOff(),
        desk.PuttingOff(asks=True),
        desk.PuttingOff(reason=names("urlop Doradcy")),
        desk.NamingStandIn(1),
        desk.NamingStandIn(1, advisor_code(names("Doradca 3"))),
        desk.NamingStandIn(1, page=99),
        *(
            desk.Entering(1, there)
            for there in (
                enrolment.NamingPlenipotentiary(),
                enrolment.CheckingList(),
                enrolment.Summary(),
            )
        ),
        office.OfficeAccess(),
        *(office.RevokingAccess(number) for number in range(4)),
        office.NamingSubstitute(),
        office.HandingOver(),
        *(desk.Inviting(page, query) for page in (0, 99) for query in ("", "zzzz")),
        office.ViewingOffice(1),
        desk.AwaitingTable(),
        desk.PreviewingImport(1),
        desk.Setting(),
        desk.Setting(Key.DEADLINE),
        *(desk.AccessList(page, query) for page in (0, 99) for query in ("", "zzzz", "kierownik")),
        *(desk.ViewingAccess(entry, asking) for entry in ("g1", "i1", "g9") for asking in asked),
        desk.InvitingAgain(1),
        desk.InvitingAgain(LARGEST_ID),
        desk.InvitingByFile(),
        *(
            desk.ClosingLists(closing, scope, work)
            for closing in (True, False)
            for scope in ("", "*", "a0123456789ab", f"a{advisor_code(names('Halina Wrońska'))}")
            for work in (None, 1)
        ),
        desk.Announcing(),
        desk.Announcing(names("Szkolenie odbędzie się 11 stycznia.\n\nProszę o przybycie.")[:3000]),
        *(desk.Announcing(names("Szkolenie.")[:3000], each) for each in desk.Recipients),
        desk.Announcing(bulk_id=1),
        *(office.ViewingHistory(1, page, version) for page in (0, 99) for version in (None, 3)),
        office.ViewingHistory(),
        *(desk.Setting(group=group) for group in Group),
        *(desk.Setting(key) for key in Key),
        *(desk.Setting(key, group_of(key), DEFAULTS[key]) for key in PREVIEWED),
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
        readers=dict.fromkeys(desk.Recipients, 3),
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
        in_office = role in {Role.HEAD, Role.SECRETARY}
        for kind, name in (("g", names("Tomasz Bartoszuk")), ("i", "")):
            yield AccessEntry(
                f"{kind}{number}",
                role,
                NOW,
                name,
                number % 3 if in_office else None,
                names("Starostwo Powiatowe we Włodawie") if in_office else None,
                names("Halina Wrońska") if role is Role.ADVISOR else None,
                links=2_500 if role is Role.COORDINATOR and kind == "g" else 0,
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
