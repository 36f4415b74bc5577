"""Every card of the enrolment has its way back, and knows what typed words mean on it."""

from dataclasses import replace

import pytest

from conversations.enrolment.where import back, takes_list, whence, where_changed
from conversations.limits import Block
from conversations.pasted_list import read
from conversations.people import Person
from conversations.places import (
    Home,
    Place,
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
    HandingOver,
    NamingSubstitute,
    OfficeAccess,
    RevokingAccess,
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
