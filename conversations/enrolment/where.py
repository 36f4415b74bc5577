"""The way through the enrolment: where to stand, from the submission as it is. Changes nothing."""

from collections.abc import Mapping
from dataclasses import replace

from conversations import approval
from conversations.limits import Block
from conversations.pasted_list import QuestionCode
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
from conversations.rules import find, open_findings
from conversations.submission import Decider, Stage, Submission
from conversations.team import Rule, Seat, Team
from conversations.team_change import propose, still_there

LIST_PLACES = (
    Home,
    Summary,
    StatingBasis,
    GivingOrder,
    NamingPlenipotentiary,
    RefusedPlenipotentiary,
    GivingPosition,
    NamingSteering,
    CheckingList,
    Clarifying,
    ConfirmingMatch,
    ConfirmingChange,
    Removing,
    Correcting,
)
EDITORIAL_RULES = frozenset({Rule.R6, Rule.R6_EXACT, Rule.R6A, Rule.R6_FREE, Rule.R11})
_ABOUT_PLENIPOTENTIARY = frozenset({Rule.R1, Rule.R1_BASIS, Rule.R2, Rule.R2A, Rule.R2B, Rule.R3})


def onward(submission: Submission) -> Place:
    """Where the enrolment stands: the first open finding asks; the summary when none does.

    What waits for the coordinator's answer is passed over, so that the rest can be prepared.
    """
    team = submission.team
    asked = submission.request.rule if submission.request else None
    for finding in open_findings(team, submission.office):
        if finding.rule is asked:
            continue
        match finding.rule:
            case Rule.R1:
                return NamingPlenipotentiary()
            case Rule.R1_BASIS:
                return StatingBasis()
            case Rule.R4_EMPTY:
                return NamingSteering()
            case Rule.R4A | Rule.R4_EXACT if not listed(team):
                return NamingSteering()
            case Rule.R6_EMPTY if not listed(team) and _seats_left(submission):
                return NamingSteering()
            case Rule.R6_EMPTY:
                return PickingEditors()
            case Rule.R4A | Rule.R6A:
                return Explaining(finding.rule)
            case _:
                return Answering(finding.rule)
    return Summary()


def settle(place: Place, submission: Submission) -> Place:
    """The place, if it still makes sense for the submission as it is now; else where to stand.

    Others may have changed, sent or approved the submission since the place was entered.
    """
    team, office = submission.team, submission.office
    match place:
        case Home() | ConfirmingInvitation() | ViewingHistory():
            return place
        case AskingAdvisor():
            return place if submission.office.advisor else Home()
        case Returning():
            waits = approval.may_return(submission, Decider.HEAD) is None
            return place if waits else Home()
        case StatingBasis() | GivingOrder() if awaits_basis(submission):
            return place
        case OfficeAccess() | RevokingAccess() | NamingSubstitute() | HandingOver():
            return place
        case ConfirmingChange() if submission.editable or may_amend(submission):
            return still_there(team, place) or after_change(place, submission)
        case _ if not submission.editable:
            return Home()
        case TellingApart():
            return (
                place
                if settle(awaited(place), submission) == awaited(place)
                else onward(submission)
            )
        case ConfirmingMatch():
            return _still_matched(place, submission)
        case CheckingList(matched=matched, changes=changes) if matched or changes:
            return after_list(place, submission)
        case Requesting(rule=rule, person=Person() as person):
            return place if find(team.appoint(person), office, rule) else onward(submission)
        case Answering(rule=rule) | Explaining(rule=rule) | Requesting(rule=rule):
            return place if find(team, office, rule) else onward(submission)
        case Clarifying():
            return _still_unclear(place, submission)
        case ConfirmingRemoval(member_id=member_id):
            member = team.member(member_id)
            editor = member is not None and member.seat is Seat.EDITORIAL
            return place if editor else after_removal(place.others, submission)
        case CorrectingMember(member_id=member_id, others=others):
            return place if team.member(member_id) else after_correction(others, submission)
        case StatingBasis() | GivingOrder() if team.plenipotentiary is None:
            return NamingPlenipotentiary()
        case PickingEditors() if not team.steering or not (
            team.editorial or office.seats(Block.EDITORIAL)
        ):
            return onward(submission)
        case CheckingList() | Removing() | Correcting() if not team.steering:
            return settle(NamingSteering(), submission)
        case NamingSteering() if not office.seats(Block.STEERING):
            return onward(submission)
        case _:
            return place


def _still_unclear(place: Clarifying, submission: Submission) -> Place:
    """The questions about people who are still here; after the last, what came with the list."""
    asked = tuple(
        (question, member)
        for question, member in zip(place.questions, place.members, strict=True)
        if submission.team.member(member)
    )
    if asked:
        questions, members = zip(*asked, strict=True)
        return replace(place, questions=questions, members=members)
    if place.outsiders:
        return AddingOutsider(place.outsiders, place.then)
    return onward(submission) if place.then is None else settle(place.then, submission)


def _still_matched(place: ConfirmingMatch, submission: Submission) -> Place:
    """The people whose positions nobody has corrected since."""
    doubt = QuestionCode.POTWIERDZ_DOPASOWANIE
    members = (submission.team.member(each) for each in place.members)
    left = tuple(member.id for member in members if member and doubt in member.doubts)
    return replace(place, members=left) if left else after_list(place.then, submission)


def after_list(listed_with: CheckingList, submission: Submission) -> Place:
    """What a list leaves to be asked before it is shown: positions, then changes in prose.

    A line that fits nobody stays among the skipped ones.
    """
    if listed_with.matched:
        rest = replace(listed_with, matched=())
        return settle(ConfirmingMatch(listed_with.matched, rest), submission)
    for at, line in enumerate(listed_with.changes):
        rest = replace(
            listed_with,
            changes=listed_with.changes[at + 1 :],
            skipped=tuple(each for each in listed_with.skipped if each != line),
        )
        proposal = propose(submission.team, line, Whence.LIST, rest)
        if proposal is not None and proposal.place is not None and proposal.certain:
            return proposal.place
    return settle(replace(listed_with, changes=()), submission)


def after_change(place: ConfirmingChange, submission: Submission) -> Place:
    """Where a change was asked for: that card again, or the first question it has raised."""
    match place.whence:
        case _ if not submission.editable:
            return Home()
        case Whence.LIST:
            return after_list(place.then, submission)
        case Whence.EDITORS:
            return settle(PickingEditors(), submission)
        case Whence.SUMMARY | Whence.HOME:  # pragma: no branch - the types have no other
            return onward(submission)


def after_correction(others: tuple[int, ...], submission: Submission) -> Place:
    """The next entry to be corrected, or the list."""
    left = tuple(each for each in others if submission.team.member(each))
    return CorrectingMember(left[0], left[1:]) if left else settle(CheckingList(), submission)


def awaited(place: TellingApart) -> Explaining | Requesting | GivingOrder:
    """The card whose answer the words may have been."""
    if place.rule is None:
        return GivingOrder()
    return Requesting(place.rule, place.person) if place.pleading else Explaining(place.rule)


def whence(place: Place) -> Whence | None:
    """From which card a correction in prose comes; None where words mean something else."""
    match place:
        case Home():
            return Whence.HOME
        case Summary():
            return Whence.SUMMARY
        case PickingEditors() | AddingOutsider():
            return Whence.EDITORS
        case Answering(rule=rule) | Explaining(rule=rule) | Requesting(rule=rule):
            if rule in _ABOUT_PLENIPOTENTIARY:
                return None
            return Whence.EDITORS if rule in EDITORIAL_RULES else Whence.LIST
        case NamingSteering() | CheckingList() | Removing() | Correcting() | ConfirmingMatch():
            return Whence.LIST
        case CorrectingMember() | Clarifying():
            return Whence.LIST
        case _:
            return None


def may_amend(submission: Submission) -> bool:
    """Whether an approved team may be opened for changes."""
    return submission.stage is Stage.SETTLED and not submission.office.closed


def after_removal(others: tuple[int, ...], submission: Submission) -> Place:
    """The next editor to be asked about; while the list is over the limit, go on removing."""
    if others:
        return settle(ConfirmingRemoval(others[0], others[1:]), submission)
    over = find(submission.team, submission.office, Rule.R4)
    return settle(Removing() if over else CheckingList(), submission)


def back(place: Place, submission: Submission) -> Place:
    """The card before this one; every card has a way back."""
    match place:
        case GivingPosition() | RefusedPlenipotentiary():
            return NamingPlenipotentiary()
        case StatingBasis() if awaits_basis(submission):
            return Home()
        case GivingOrder():
            return StatingBasis()
        case StatingBasis():
            return NamingPlenipotentiary()
        case Requesting(rule=rule, person=Person() as person):
            return RefusedPlenipotentiary(person, rule)
        case Explaining(rule=Rule.R4A) | PickingEditors():
            return CheckingList()
        case AddingOutsider(then=CheckingList() as listed_with):
            return listed_with
        case Explaining(rule=Rule.R6A) | AddingOutsider():
            return PickingEditors()
        case Explaining(rule=rule) | Requesting(rule=rule):
            return Answering(rule)
        case Clarifying(then=None):
            return NamingPlenipotentiary()
        case ConfirmingMatch(then=listed_with):
            return after_list(listed_with, submission)
        case ConfirmingChange(agreed=True):
            return replace(place, agreed=False)
        case ConfirmingChange(whence=Whence.HOME):
            return Home()
        case ConfirmingChange(whence=Whence.SUMMARY) if submission.editable:
            return Summary()
        case ConfirmingChange():
            return after_change(place, submission)
        case TellingApart():
            return awaited(place)
        case RevokingAccess() | NamingSubstitute() | HandingOver():
            return OfficeAccess()
        case Clarifying(then=CheckingList() as listed_with):
            return listed_with
        case Removing() | ConfirmingRemoval() | Correcting() | CorrectingMember():
            return CheckingList()
        case Answering(rule=rule):
            return where_changed(rule)
        case NamingSteering() if listed(submission.team):
            return CheckingList()
        case _:
            return Home()


_CHANGED_AT: Mapping[Rule, Place] = {
    **dict.fromkeys(
        (Rule.R1, Rule.R2, Rule.R2A, Rule.R2B, Rule.R3, Rule.R3A), NamingPlenipotentiary()
    ),
    Rule.R1_BASIS: StatingBasis(),
    Rule.R4: Removing(),
    **dict.fromkeys((Rule.R4A, Rule.R4_FREE, Rule.R4_EMPTY, Rule.R4_EXACT), NamingSteering()),
    Rule.R8: CheckingList(),
    **dict.fromkeys((*EDITORIAL_RULES, Rule.R6_EMPTY), PickingEditors()),
}


def where_changed(rule: Rule) -> Place:
    """The place where what a rule is about can be changed."""
    return _CHANGED_AT[rule]


def awaits_basis(submission: Submission) -> bool:
    """Whether a submission waits although its head has no account: a recorded basis decides it."""
    waits = submission.stage is Stage.SUBMITTED and not submission.office.closed
    return waits and not submission.office.head_registered


def takes_list(place: Place, submission: Submission) -> bool:
    """Whether a list given at this place is one of the steering group."""
    if not submission.editable:
        return False
    match place:
        case Answering(rule=rule) | Explaining(rule=rule) | Requesting(rule=rule):
            return rule not in EDITORIAL_RULES
        case _:
            return isinstance(place, LIST_PLACES)


def listed(team: Team) -> bool:
    """Whether anybody but the plenipotentiary has been named for the steering group."""
    return any(not member.plenipotentiary for member in team.steering)


def _seats_left(submission: Submission) -> bool:
    return len(submission.team.steering) < submission.office.seats(Block.STEERING)
