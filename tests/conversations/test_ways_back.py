"""Every card of the enrolment has its way back, and knows what typed words mean on it."""

from dataclasses import replace

import pytest

from conversations.choosing import seat_editors
from conversations.enrolment.where import back, settle, takes_list, whence, where_changed
from conversations.limits import Block
from conversations.pasted_list import QuestionCode, read
from conversations.people import Person
from conversations.places import ConfirmingInvitation, Home, Place
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
    HandingOver,
    NamingSubstitute,
    OfficeAccess,
    Returning,
    RevokingAccess,
    ViewingHistory,
)
from conversations.submission import Submission
from conversations.team import Rule
from tests.conversations.chat import WLODAWA, Chat

DRAFT = Chat().prepare().submission
EMPTY = Submission(WLODAWA)
WAITING = replace(Chat().submit().submission, office=replace(WLODAWA, head_registered=False))
KANIA = Person("Zofia", "Kania", position="Starosta")
LISTED = CheckingList(skipped=("Lista osób",))
QUESTIONS = read("Adam Marek – Skarbnik").questions
LEAVING = ConfirmingChange(Whence.LIST, Block.STEERING, leaving=(2,), then=LISTED)


@pytest.mark.parametrize(
    ("card", "before"),
    [
        (GivingPosition(KANIA), NamingPlenipotentiary()),
        (RefusedPlenipotentiary(KANIA, Rule.R2B), NamingPlenipotentiary()),
        (GivingOrder(), StatingBasis()),
        (StatingBasis(), NamingPlenipotentiary()),
        (Requesting(Rule.R2B, KANIA), RefusedPlenipotentiary(KANIA, Rule.R2B)),
        (Requesting(Rule.R4), Answering(Rule.R4)),
        (Explaining(Rule.R4A), CheckingList()),
        (Explaining(Rule.R6A), PickingEditors()),
        (Explaining(Rule.R2), Answering(Rule.R2)),
        (PickingEditors(), CheckingList()),
        (AddingOutsider((KANIA,), LISTED), LISTED),
        (AddingOutsider((KANIA,)), PickingEditors()),
        (Clarifying(QUESTIONS, (1,)), NamingPlenipotentiary()),
        (Clarifying(QUESTIONS, (1,), then=LISTED), LISTED),
        (ConfirmingMatch((1,), LISTED), LISTED),
        (replace(LEAVING, agreed=True), LEAVING),
        (LEAVING, LISTED),
        (replace(LEAVING, whence=Whence.EDITORS), PickingEditors()),
        (replace(LEAVING, whence=Whence.HOME), Home()),
        (replace(LEAVING, whence=Whence.SUMMARY), Summary()),
        (TellingApart("Jan Mazur"), GivingOrder()),
        (TellingApart("Jan Mazur", Rule.R4A), Explaining(Rule.R4A)),
        (TellingApart("Jan", Rule.R2B, pleading=True, person=KANIA), Requesting(Rule.R2B, KANIA)),
        (RevokingAccess(3), OfficeAccess()),
        (NamingSubstitute(), OfficeAccess()),
        (HandingOver(), OfficeAccess()),
        (OfficeAccess(), Home()),
        (Removing(), CheckingList()),
        (ConfirmingRemoval(2), CheckingList()),
        (Correcting(), CheckingList()),
        (CorrectingMember(2), CheckingList()),
        (Answering(Rule.R4), Removing()),
        (Answering(Rule.R6), PickingEditors()),
        (NamingSteering(), CheckingList()),
        (NamingPlenipotentiary(), Home()),
        (CheckingList(), Home()),
        (Summary(), Home()),
    ],
)
def test_every_card_leads_back_to_the_one_before_it(card: Place, before: Place) -> None:
    assert back(card, DRAFT) == before


def test_before_anybody_is_listed_the_list_leads_back_to_the_beginning() -> None:
    assert back(NamingSteering(), EMPTY) == Home()


def test_a_basis_that_is_asked_for_after_sending_leads_back_to_the_beginning() -> None:
    assert back(StatingBasis(), WAITING) == Home()
    assert back(replace(LEAVING, whence=Whence.SUMMARY), WAITING) == Home()


def of_office(submission: Submission, **changes: object) -> Submission:
    return replace(submission, office=replace(submission.office, **changes))  # type: ignore[arg-type]


SENT = Chat().submit().submission
SETTLED = Chat().approve().submission
SHUT = of_office(SETTLED, closed=True)
SEVEN_SEATS = of_office(DRAFT, limit_steering=7)
UNEDITED = replace(DRAFT, team=seat_editors(DRAFT.team, ()))
DOUBTED = replace(DRAFT, team=DRAFT.team.doubt(1, QuestionCode.POTWIERDZ_DOPASOWANIE))
ANNA_HERSELF = DRAFT.team.members[0].person


@pytest.mark.parametrize("submission", [DRAFT, EMPTY, SENT, WAITING, SETTLED, SHUT])
@pytest.mark.parametrize(
    "card",
    [
        *(Home(), ConfirmingInvitation(3), ViewingHistory(), OfficeAccess(), RevokingAccess(3)),
        *(NamingSubstitute(), HandingOver(), AskingAdvisor()),
    ],
    ids=repr,
)
def test_a_card_that_is_not_about_the_list_stays_whatever_becomes_of_it(
    card: Place, submission: Submission
) -> None:
    assert settle(card, submission) == card


@pytest.mark.parametrize(
    ("card", "submission"),
    [
        (Returning(), SENT),
        *((card, WAITING) for card in (Returning(), StatingBasis(), GivingOrder())),
        *((LEAVING, each) for each in (DRAFT, SETTLED)),
        (TellingApart("Jan Mazur"), DRAFT),
        (TellingApart("Jan Mazur", Rule.R4, pleading=True), SEVEN_SEATS),
        *((card, SEVEN_SEATS) for card in (Answering(Rule.R4), Requesting(Rule.R4))),
        (Requesting(Rule.R2B, KANIA), DRAFT),
        (Clarifying(QUESTIONS, (1,)), DRAFT),
        (ConfirmingMatch((1,), LISTED), DOUBTED),
        (ConfirmingRemoval(2, (3,)), DRAFT),
        (CorrectingMember(2, (3,)), DRAFT),
        *((card, DRAFT) for card in (StatingBasis(), GivingOrder(), PickingEditors())),
        *((card, DRAFT) for card in (CheckingList(), Removing(), Correcting(), NamingSteering())),
        (PickingEditors(), of_office(DRAFT, limit_editorial=0)),
        (PickingEditors(), UNEDITED),
        *((card, EMPTY) for card in (NamingPlenipotentiary(), NamingSteering(), Summary())),
    ],
)
def test_a_card_stays_while_there_is_what_it_is_about(card: Place, submission: Submission) -> None:
    assert settle(card, submission) == card


@pytest.mark.parametrize(
    ("card", "submission", "instead"),
    [
        (AskingAdvisor(), of_office(DRAFT, advisor=None), Home()),
        *((Returning(), each, Home()) for each in (DRAFT, SETTLED, SHUT)),
        *((StatingBasis(), each, Home()) for each in (SENT, SETTLED, SHUT)),
        (StatingBasis(), of_office(WAITING, closed=True), Home()),
        *((LEAVING, each, Home()) for each in (SENT, SHUT)),
        *((Summary(), each, Home()) for each in (SENT, WAITING, SETTLED, SHUT)),
        (TellingApart("Jan Mazur", Rule.R4A), DRAFT, Summary()),
        *((card, DRAFT, Summary()) for card in (Answering(Rule.R4), Explaining(Rule.R4A))),
        (Requesting(Rule.R4), DRAFT, Summary()),
        (Requesting(Rule.R2B, ANNA_HERSELF), DRAFT, Summary()),
        (Clarifying(QUESTIONS, (99,)), DRAFT, Summary()),
        (Clarifying(QUESTIONS, (99,), then=LISTED), DRAFT, LISTED),
        (Clarifying(QUESTIONS, (99,), (KANIA,), LISTED), DRAFT, AddingOutsider((KANIA,), LISTED)),
        (
            Clarifying(QUESTIONS * 2, (99, 1), (KANIA,), LISTED),
            DRAFT,
            Clarifying(QUESTIONS, (1,), (KANIA,), LISTED),
        ),
        (ConfirmingMatch((1,), LISTED), DRAFT, LISTED),
        (ConfirmingMatch((99, 1, 2), LISTED), DOUBTED, ConfirmingMatch((1,), LISTED)),
        (replace(LISTED, matched=(1,)), DRAFT, LISTED),
        (replace(LISTED, matched=(1,)), DOUBTED, ConfirmingMatch((1,), LISTED)),
        (ConfirmingRemoval(4, (2,)), DRAFT, ConfirmingRemoval(2)),
        (ConfirmingRemoval(99), DRAFT, CheckingList()),
        (ConfirmingRemoval(99), SEVEN_SEATS, Removing()),
        (CorrectingMember(99, (2, 98, 3)), DRAFT, CorrectingMember(2, (3,))),
        (CorrectingMember(99), DRAFT, CheckingList()),
        *((card, EMPTY, NamingPlenipotentiary()) for card in (StatingBasis(), GivingOrder())),
        (PickingEditors(), EMPTY, NamingPlenipotentiary()),
        (PickingEditors(), of_office(UNEDITED, limit_editorial=0), Summary()),
        *((card, EMPTY, NamingSteering()) for card in (CheckingList(), Removing(), Correcting())),
        (NamingSteering(), of_office(DRAFT, limit_steering=0), Answering(Rule.R4)),
    ],
)
def test_a_card_whose_ground_is_gone_gives_way_to_where_things_stand(
    card: Place, submission: Submission, instead: Place
) -> None:
    assert settle(card, submission) == instead


@pytest.mark.parametrize(
    ("rules", "place"),
    [
        ((Rule.R1, Rule.R2, Rule.R2A, Rule.R2B, Rule.R3, Rule.R3A), NamingPlenipotentiary()),
        ((Rule.R1_BASIS,), StatingBasis()),
        ((Rule.R4,), Removing()),
        ((Rule.R4A, Rule.R4_FREE, Rule.R4_EMPTY, Rule.R4_EXACT), NamingSteering()),
        ((Rule.R8,), CheckingList()),
        (
            (Rule.R6, Rule.R6_EXACT, Rule.R6A, Rule.R6_FREE, Rule.R6_EMPTY, Rule.R11),
            PickingEditors(),
        ),
    ],
)
def test_what_a_rule_says_is_changed_where_it_was_entered(
    rules: tuple[Rule, ...], place: Place
) -> None:
    assert {rule: where_changed(rule) for rule in rules} == dict.fromkeys(rules, place)


@pytest.mark.parametrize(
    ("card", "from_where", "takes"),
    [
        (Home(), Whence.HOME, True),
        (Summary(), Whence.SUMMARY, True),
        (PickingEditors(), Whence.EDITORS, False),
        (AddingOutsider((KANIA,)), Whence.EDITORS, False),
        (Answering(Rule.R6_FREE), Whence.EDITORS, False),
        (Explaining(Rule.R6A), Whence.EDITORS, False),
        (Requesting(Rule.R11), Whence.EDITORS, False),
        (Answering(Rule.R4_FREE), Whence.LIST, True),
        (Explaining(Rule.R4A), Whence.LIST, True),
        (Requesting(Rule.R4), Whence.LIST, True),
        *((Answering(rule), None, True) for rule in (Rule.R1, Rule.R2, Rule.R2A, Rule.R2B)),
        (Answering(Rule.R3), None, True),
        (Answering(Rule.R1_BASIS), None, True),
        (NamingSteering(), Whence.LIST, True),
        (CheckingList(), Whence.LIST, True),
        (Removing(), Whence.LIST, True),
        (Correcting(), Whence.LIST, True),
        (ConfirmingMatch((1,)), Whence.LIST, True),
        (CorrectingMember(2), Whence.LIST, False),
        (Clarifying(QUESTIONS, (1,)), Whence.LIST, True),
        (NamingPlenipotentiary(), None, True),
        (GivingOrder(), None, True),
        (StatingBasis(), None, True),
        (LEAVING, None, True),
        (NamingSubstitute(), None, False),
    ],
)
def test_a_card_knows_whether_words_on_it_are_a_correction_or_a_list(
    card: Place, from_where: Whence | None, takes: bool
) -> None:
    assert (whence(card), takes_list(card, DRAFT)) == (from_where, takes)
    assert not takes_list(card, WAITING)
