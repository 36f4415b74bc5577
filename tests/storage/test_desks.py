"""What a desk finds among many offices is what it would find by looking at each of them."""

import random
from dataclasses import replace
from functools import partial
from itertools import product
from typing import Any

import pytest

from conversations import approval
from conversations.overview import PAGE, Wanted, Which, look
from conversations.people import Person
from conversations.submission import Approval, Decider, Request, Stage, Submission
from conversations.team import Rule, Seat, Team
from storage import desks, offices, submissions, tally
from storage.database import Connection, Database
from tests.statements import plan, statements
from tests.storage.stock import LATER, NOW, import_offices, row

ADVISORS = ("Halina Wrońska", "Łucja Ćwik", "Żaneta Lis", None)
REGIONS = ("lubelskie", "podkarpackie", "świętokrzyskie", None)
PLACES = ("Rejowiec", "Łódź", "Augustów", "Żary", "Ćmielów", "Osiek", "Zarszyn", "Ostrów", "Ełk")
WANTED = (
    *(Wanted(which) for which in Which if which not in {Which.NAMED, Which.REGION, Which.CHOSEN}),
    *(Wanted(Which.ALL, page=page, size=PAGE) for page in (0, 1, 99)),
    *(Wanted(Which.NAMED, text, size=PAGE) for text in ("rejowcu", "urząd", "Oseik", "zzz", "łó")),
    *(Wanted(Which.REGION, text) for text in ("lubelskiego", "podkarpackim", "opolskie", "")),
    *(Wanted(Which.CHOSEN, office_id=number) for number in (1, 17, 999)),
)


OF_THE_WHOLE: dict[str, Any] = {
    "advisors": (),
    "advisors_beyond": 0,
    "requests": (),
    "left_out": (),
}
"""What is told of the whole programme only."""


def stocked(database: Database, count: int = 40) -> None:
    """Offices of every kind, some with the same name elsewhere."""
    kinds = ("Urząd Gminy", "Urząd Miasta", "Starostwo Powiatowe")
    import_offices(
        database,
        *(
            replace(
                row(f"{kinds[n % 3]} {PLACES[n % len(PLACES)]}", 3 + n % 7, min(3, n % 5)),
                advisor=ADVISORS[n % 4],
                voivodeship=REGIONS[n // 4 % 4],
                county=f"powiat {n}",
            )
            for n in range(count)
        ),
    )


def team_of(size: int, editors: int) -> Team:
    team = Team()
    for number in range(size):
        person = Person(
            "Anna", f"Nowak-{'abcdefgh'[number].upper()}", position="Kierownik Referatu"
        )
        team = team.add(person, Seat.EDITORIAL if number < editors else Seat.STEERING)
    return team.appoint(team.members[0].person) if size and size % 2 else team


def changed(before: Submission, dice: random.Random) -> Submission:
    """The submission after something that may happen to it."""
    size = dice.randrange(8)
    team = team_of(size, min(size, dice.randrange(4)))
    stage = dice.choice(list(Stage))
    settled = Approval(team, NOW, Decider.HEAD, accepted=dice.random() < 0.5)
    after = replace(
        before,
        team=team,
        stage=stage,
        approval=settled if stage is Stage.SETTLED else before.approval,
        request=Request(Rule.R4, "powód", 9) if dice.random() < 0.2 else None,
    )
    if dice.random() < 0.2:
        after = approval.set_closed(after, closed=not after.office.closed).submission
    return after


def keep(connection: Connection, before: Submission, after: Submission) -> None:
    offices.set_closed(connection, after.office.id, after.office.closed, LATER)
    submissions.save(connection, before, after, actor=1, now=LATER)


def found_alike(database: Database) -> None:
    """Every list of every desk is the one that looking at each office gives."""
    every = database.read(submissions.all_submissions)
    for scope in (None, {ADVISORS[0]}, {ADVISORS[1], ADVISORS[2]}, {"Nikt Taki"}):
        own = [each for each in every if scope is None or each.office.advisor in scope]
        for wanted in WANTED:
            there = database.read(partial(desks.load, scope=scope, wanted=wanted))
            expected = look(own, wanted)
            if scope is not None:
                shorter = replace(expected.overview, voivodeships=(), **OF_THE_WHOLE)
                expected = replace(expected, overview=shorter)
            shown = frozenset(each.office.name for each in expected.found.submissions)
            alike = expected.found.alike & shown
            expected = replace(expected, found=replace(expected.found, alike=alike))
            assert there.overview == expected.overview, (scope, wanted)
            assert there.found == expected.found, (scope, wanted)
            assert (there.region, there.only) == (
                expected.region and replace(expected.region, **OF_THE_WHOLE),
                expected.only,
            )


@pytest.mark.parametrize("seed", range(3))
def test_a_desk_of_many_offices_is_found_as_by_looking_at_each(
    database: Database, seed: int
) -> None:
    stocked(database)
    found_alike(database)
    dice = random.Random(seed)
    for _ in range(60):
        before = dice.choice(database.read(submissions.all_submissions))
        after = changed(before, dice)
        database.write(partial(keep, before=before, after=after))
    found_alike(database)
    import_offices(database, row("Urząd Gminy Nowy"), row("Urząd Gminy Rejowiec", county="nowy"))
    found_alike(database)


def test_what_is_counted_by_turns_is_what_a_recount_says(database: Database) -> None:
    stocked(database)
    dice = random.Random(7)
    for _ in range(40):
        before = dice.choice(database.read(submissions.all_submissions))
        after = changed(before, dice)
        database.write(partial(keep, before=before, after=after))
    counted = database.read(lambda c: tally.overview(c, None, shares=True))
    database.write(tally.recount)
    assert database.read(lambda c: tally.overview(c, None, shares=True)) == counted


def test_names_are_searched_anew_once_a_table_has_changed_them(database: Database) -> None:
    stocked(database)
    assert not database.read(lambda c: desks.look_up(c, None, "Nowogród")).ids
    import_offices(database, row("Urząd Gminy Nowogród"))
    assert len(database.read(lambda c: desks.look_up(c, None, "Nowogród")).ids) == 1


def test_an_office_knows_a_new_advisor_at_once(database: Database) -> None:
    """R2a asks whether somebody is an Advisor, of whom a table may have told just now."""
    stocked(database)
    known = database.read(lambda c: offices.load(c, 1))
    import_offices(database, replace(row("Urząd Gminy Inny"), advisor="Nowa Doradczyni"))
    now = database.read(lambda c: offices.load(c, 1))
    assert known is not None
    assert now is not None
    assert len(now.advisor_keys) == len(known.advisor_keys) + 1


# --- What it costs ----------------------------------------------------------------------------


def test_a_desk_asks_the_same_however_many_offices_there_are(database: Database) -> None:
    """And never reads the people of offices that it does not show."""
    asked: list[list[str]] = []
    for count in (40, 120):
        stocked(database, count)
        database.read(partial(desks.load, scope=None, wanted=Wanted(Which.NAMED, "rejowcu")))
        with statements() as told:
            for scope, wanted in product((None, {ADVISORS[0]}), WANTED):
                database.read(partial(desks.load, scope=scope, wanted=wanted))
        asked.append([statement for statement, _ in told if statement.startswith("SELECT")])
    assert len(asked[0]) == len(asked[1]) < 12 * 2 * len(WANTED)


def test_no_list_of_people_is_read_but_those_that_are_shown(database: Database) -> None:
    if "sqlite" not in database.url_for_people:
        return
    stocked(database, 120)
    with statements() as told:
        for scope, wanted in product((None, {ADVISORS[0]}), WANTED):
            database.read(partial(desks.load, scope=scope, wanted=wanted))
    for statement, parameters in told:
        if not statement.startswith("SELECT") or "submission.people" not in statement:
            continue
        steps = plan(database, statement, parameters)
        assert not [step for step in steps if step.startswith("SCAN submission")], steps
