"""Every card, for every role, stage and language, for ordinary people and for hostile names.

A card that is drawn has to be one that Telegram takes as we meant it: our markup and nobody
else's, within its lengths, each button good for the intent that it shows.
"""

from dataclasses import replace
from itertools import product
from typing import Any, get_args

import pytest

from bot import screens
from bot.screens.view import Preview
from bot.words import LANGUAGES, Words
from conversations.access import Grant, Role
from conversations.coordination_table import Problem
from conversations.coordination_table.model import Flag
from conversations.places import Home, Place
from conversations.places.desk import (
    PreviewingImport,
)
from conversations.places.enrolment import (
    Answering,
    CheckingList,
    NamingPlenipotentiary,
    NamingSteering,
    PickingEditors,
    Removing,
    StatingBasis,
    Summary,
)
from conversations.places.office import (
    ViewingOffice,
)
from conversations.submission import (
    Stage,
    Submission,
)
from conversations.talk import Topic
from conversations.team import Rule
from tests.bot.drafts import FEW_STAGES, HOSTILE, NOW, Names, a_team, an_office, submissions
from tests.bot.remarks import every_remark
from tests.bot.screen_checks import drawn_well
from tests.bot.views import DESK_PLACES, ROLES, a_preview, a_view, places


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_remark_stands_on_its_card(language: str) -> None:
    names = Names()
    submission = submissions(names)["drafting full"]
    for note in every_remark():
        view = a_view(names, Role.SECRETARY, CheckingList(), submission, language)
        drawn_well(replace(view, talk=replace(view.talk, note=note)))
