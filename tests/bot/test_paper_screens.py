"""Where documents are offered, what is said of people to be informed, and the dates of training."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot import screens
from bot.screens.view import Filed, Screen, View
from bot.words import Words
from conversations.access import Role
from conversations.events import Action
from conversations.overview import Wanted as Listed
from conversations.overview import Which, look
from conversations.papers import Paper, Version
from conversations.places import Home, Place
from conversations.places.desk import Setting
from conversations.places.enrolment import Summary
from conversations.places.office import ViewingOffice
from conversations.quick_questions import Question
from conversations.quick_questions import Topic as Asked
from conversations.settings import Key
from conversations.submission import Submission
from conversations.talk import Topic
from tests.bot.drafts import NOW, Names, submissions
from tests.bot.views import a_view

POLISH = Words("pl")
APPROVED = next(each for each in submissions(Names()).values() if each.approval is not None)
DRAFT = submissions(Names())["drafting full"]
DATES = {"training_i": "2027-02-10,2027-02-11"}


def view(
    role: Role,
    submission: Submission | None,
    place: Place | None = None,
    topic: Topic | Question | None = None,
    settings: Mapping[str, str] | None = None,
) -> View:
    drawn = a_view(Names(), role, place or Home(), submission, "pl")
    talk = replace(drawn.talk, topic=topic)
    return replace(drawn, talk=talk, settings=settings or {})


def filed(submission: Submission, uninformed: int = 0, count: int = 1) -> Filed:
    assert submission.approval is not None
    versions = tuple(Version(number, submission.approval) for number in range(1, count + 1))
    return Filed(versions, uninformed, NOW if not uninformed else None)


def documents(screen: Screen) -> list[str]:
    """What the document buttons of a card carry, the offices' numbers left out."""
    buttons = [button for row in screen.rows for button in row]
    asked = [each.argument for each in buttons if each.action is Action.DOCUMENT]
    return [argument.partition(":")[0] for argument in asked]


def actions(screen: Screen) -> set[Action]:
    return {button.action for row in screen.rows for button in row}


@pytest.mark.parametrize("role", [Role.HEAD, Role.SECRETARY])
def test_an_approved_office_is_offered_its_order_and_asked_to_inform_its_people(role: Role) -> None:
    shown = replace(view(role, APPROVED), filed=filed(APPROVED, uninformed=5))
    card = screens.draw(shown, POLISH)
    assert documents(card) == [Paper.ORDER]
    assert Action.INFORMED in actions(card)
    assert "art. 14 RODO, najpóźniej w ciągu miesiąca): 5 osób" in card.text
    ticked = screens.draw(replace(shown, filed=filed(APPROVED)), POLISH)
    assert Action.INFORMED not in actions(ticked)
    assert "Osoby z listy poinformowano o przetwarzaniu danych: " in ticked.text


@pytest.mark.parametrize("role", [Role.ADVISOR, Role.COORDINATOR])
def test_a_desk_sees_whether_people_were_informed_and_ticks_nothing(role: Role) -> None:
    place = ViewingOffice(APPROVED.office.id)
    shown = replace(view(role, APPROVED, place), filed=filed(APPROVED, uninformed=5))
    card = screens.draw(shown, POLISH)
    assert documents(card) == [Paper.ORDER]
    assert Action.INFORMED not in actions(card)
    assert "Do poinformowania" in card.text


def test_before_the_approval_there_is_a_draft_of_the_order_on_the_summary_only() -> None:
    assert documents(screens.draw(view(Role.SECRETARY, DRAFT, Summary()), POLISH)) == [Paper.ORDER]
    assert documents(screens.draw(view(Role.SECRETARY, DRAFT), POLISH)) == []
    card = screens.draw(view(Role.SECRETARY, DRAFT, topic=Topic.DOCUMENTS), POLISH)
    assert documents(card) == [Paper.ORDER, Paper.PARTICIPANTS]
    assert "powstaną z wersji roboczej" in card.text


def test_what_cannot_be_made_yet_is_not_offered() -> None:
    shown = replace(view(Role.HEAD, APPROVED, topic=Topic.DOCUMENTS), filed=filed(APPROVED))
    offered = documents(screens.draw(shown, POLISH))
    assert offered == [Paper.ORDER, Paper.PARTICIPANTS, Paper.NOTICE, Paper.RECORD]
    dated = screens.draw(replace(shown, settings=DATES), POLISH)
    assert documents(dated) == [*offered, Paper.CALENDAR]
    nobody = submissions(Names())["empty"]
    empty = screens.draw(view(Role.HEAD, nobody, topic=Topic.DOCUMENTS), POLISH)
    assert documents(empty) == []
    assert "gdy na liście będą osoby" in empty.text


def test_each_role_is_offered_its_own_export() -> None:
    desk = look(tuple(submissions(Names()).values()), Listed(Which.ALL))
    offered = {}
    for role in (Role.ADVISOR, Role.COORDINATOR):
        shown = replace(view(role, None, topic=Topic.EXPORT, settings=DATES), desk=desk)
        offered[role] = documents(screens.draw(shown, POLISH))
    assert offered[Role.ADVISOR] == [Paper.PARTICIPANTS, Paper.CALENDAR]
    assert offered[Role.COORDINATOR] == [
        *(Paper.PARTICIPANTS, Paper.CALENDAR, Paper.CHART, Paper.XLSX, Paper.CSV, Paper.JSON)
    ]
    nothing = screens.draw(replace(view(Role.ADVISOR, None, topic=Topic.EXPORT), desk=None), POLISH)
    assert documents(nothing) == []


def test_the_chart_is_below_the_coordinators_status_alone() -> None:
    desk = look(tuple(submissions(Names()).values()), Listed(Which.ALL))
    for role, there in ((Role.COORDINATOR, [Paper.CHART]), (Role.ADVISOR, [])):
        shown = replace(view(role, None, topic=Topic.STATUS), desk=desk)
        assert documents(screens.draw(shown, POLISH)) == there
        looking = replace(view(role, None, ViewingOffice(DRAFT.office.id), Topic.STATUS), desk=desk)
        assert documents(screens.draw(looking, POLISH)) == there


def test_when_the_training_is_follows_the_settings() -> None:
    asked = Question(Asked.TRAINING)
    unset = screens.draw(view(Role.HEAD, APPROVED, topic=asked), POLISH)
    assert "jeszcze nie ustalono w asystencie" in unset.text
    told = screens.draw(view(Role.HEAD, APPROVED, topic=asked, settings=DATES), POLISH)
    assert "grupa sterująca: 10 lutego 2027 r., 11 lutego 2027 r." in told.text
    assert "zespół redakcyjny: daty jeszcze nie ustalono" in told.text


def test_the_coordinator_sets_the_days_of_training_in_the_chat() -> None:
    card = screens.draw(view(Role.COORDINATOR, None, Setting(), settings=DATES), POLISH)
    assert "Szkolenie, blok I: 10 lutego 2027 r., 11 lutego 2027 r." in card.text
    assert "Szkolenie, blok II: jeszcze nie ustalono" in card.text
    for key, block in ((Key.TRAINING_I, "bloku I "), (Key.TRAINING_II, "bloku II ")):
        asking = screens.draw(view(Role.COORDINATOR, None, Setting(key)), POLISH)
        assert f"dni szkolenia {block}" in asking.text
