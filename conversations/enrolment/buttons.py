"""What a button does, a case each: first what is out of date, then decisions, then the team."""

from dataclasses import replace

from conversations import approval
from conversations.access import DELEGATING, Role
from conversations.enrolment.answers import at, clarified, decided, on, removed, with_basis
from conversations.enrolment.changes import change_tapped, match_answered
from conversations.enrolment.delegation import delegation_tapped
from conversations.enrolment.where import (
    after_correction,
    awaits_basis,
    back,
    listed,
    onward,
    where_changed,
)
from conversations.enrolment.words import meant
from conversations.events import NEEDS_CURRENT, Action, Meaning, Tapped
from conversations.limits import Block
from conversations.list_entry import clarify
from conversations.notes import NoteCode
from conversations.places import Home, Place
from conversations.places.enrolment import (
    AddingOutsider,
    CheckingList,
    Clarifying,
    ConfirmingChange,
    ConfirmingMatch,
    ConfirmingRemoval,
    Correcting,
    CorrectingMember,
    Explaining,
    GivingOrder,
    NamingPlenipotentiary,
    NamingSteering,
    PickingEditors,
    RefusedPlenipotentiary,
    Removing,
    Requesting,
    StatingBasis,
    Summary,
    TellingApart,
)
from conversations.places.office import AskingAdvisor, Returning
from conversations.rules import Level, find
from conversations.submission import Decider, Submission
from conversations.talk import Talk
from conversations.team import MOST_PEOPLE, Basis, BasisKind, Confirmation, Rule, Seat
from conversations.turn import Context, Turn, go, refuse, said


def tapped(talk: Talk, submission: Submission, tap: Tapped, context: Context) -> Turn:
    """Answer a button: first what is out of date, then decisions, then the working copy."""
    if tap.action in NEEDS_CURRENT and tap.version != submission.version:
        return refuse(talk, submission, NoteCode.CHANGED_MEANWHILE)
    head = context.role is Role.HEAD
    match tap.action:
        case Action.OPEN:
            return go(talk, submission, Home())
        case Action.BACK:
            return go(talk, submission, back(talk.place, submission))
        case action if action in DELEGATING:
            return delegation_tapped(talk, submission, tap, context)
        case Action.RETURN if head and (refusal := approval.may_return(submission, Decider.HEAD)):
            return refuse(talk, submission, refusal)
        case Action.RETURN if head:
            return go(talk, submission, Returning())
        case Action.ABOUT if head and isinstance(talk.place, Returning):
            return go(talk, submission, replace(talk.place, about=tap.number))
        case Action.PAGE if isinstance(talk.place, Returning) and tap.number is not None:
            return go(talk, submission, replace(talk.place, page=tap.number))
        case Action.ASK_ADVISOR if submission.office.advisor is None:
            return refuse(talk, submission, NoteCode.NO_ADVISOR)
        case Action.ASK_ADVISOR:
            return go(talk, submission, AskingAdvisor())
        case Action.SEND:
            by = Decider.SUBSTITUTE if context.substitute else Decider.HEAD
            sent = approval.send(submission, context.role, context.now, by=by)
            return decided(talk, submission, sent)
        case Action.APPROVE if head:
            by = Decider.SUBSTITUTE if context.substitute else Decider.HEAD
            return decided(talk, submission, approval.approve(submission, context.now, by=by))
        case Action.TAKE_BACK:
            return decided(talk, submission, approval.take_back(submission))
        case Action.AMEND:
            return decided(talk, submission, approval.amend(submission))
        case Action.DISCARD:
            return decided(talk, submission, approval.discard(submission))
        case Action.EDIT_BASIS if awaits_basis(submission):
            return go(talk, submission, StatingBasis())
        case Action.BASIS if awaits_basis(submission):
            return _basis(talk, submission, tap.argument, context)
        case _ if submission.office.closed:
            return refuse(talk, submission, NoteCode.LISTS_CLOSED)
        case _ if isinstance(talk.place, ConfirmingChange) and (
            turn := change_tapped(talk, submission, talk.place, tap)
        ):
            return turn
        case _ if not submission.editable:
            return refuse(talk, submission, NoteCode.NOT_EDITABLE)
        case Action.BASIS:
            return _basis(talk, submission, tap.argument, context)
        case Action.LIST_OK:
            return _list_is_right(talk, submission)
        case _ if (place := _moved(talk.place, submission, tap)) is not None:
            return go(talk, submission, place)
        case _:
            answered = _answered(talk, submission, tap) or _written(talk, submission, tap)
            return answered or refuse(talk, submission, NoteCode.STALE)


def _moved(place: Place, submission: Submission, tap: Tapped) -> Place | None:
    """Where a button leads that writes nothing; None for any other."""
    rule, member = _rule(tap), submission.team.member(tap.number or 0)
    match tap.action:
        case Action.CONTINUE | Action.DONE:
            return onward(submission)
        case Action.EDIT:
            return Summary()
        case Action.EDIT_PLENIPOTENTIARY:
            return NamingPlenipotentiary()
        case Action.EDIT_BASIS:
            return StatingBasis()
        case Action.EDIT_STEERING:
            return CheckingList()
        case Action.EDIT_EDITORIAL:
            return PickingEditors()
        case Action.CHANGE if rule:
            return where_changed(rule)
        case Action.LIST_ADD:
            return NamingSteering()
        case Action.LIST_REMOVE:
            return Removing()
        case Action.LIST_FIX:
            return Correcting()
        case Action.PAGE if isinstance(place, Removing | Correcting) and tap.number is not None:
            return replace(place, page=tap.number)
        case Action.FIX if member:
            return CorrectingMember(member.id)
        case Action.REMOVE if member and member.seat is Seat.EDITORIAL:
            return ConfirmingRemoval(member.id)
        case _:
            return None


def _answered(talk: Talk, submission: Submission, tap: Tapped) -> Turn | None:
    """Answer a finding of the rules; None for a button that answers none that is open."""
    rule, place = _rule(tap), talk.place
    if rule is None:
        return None
    if tap.action is Action.REQUEST and (refusal := approval.may_request(submission, rule)):
        return refuse(talk, submission, refusal)
    finding = find(submission.team, submission.office, rule)
    match tap.action:
        case Action.REQUEST if isinstance(place, RefusedPlenipotentiary) and rule is place.rule:
            return go(talk, submission, Requesting(rule, place.person))
        case Action.REQUEST if finding and finding.level is Level.WAIVABLE:
            return go(talk, submission, Requesting(rule))
        case Action.CONFIRM if finding and finding.level is Level.CONFIRM:
            answer = Confirmation(rule, finding.about, finding.count)
            return on(talk, submission, submission.team.confirm(answer))
        case Action.CONFIRM if finding:
            return refuse(talk, submission, NoteCode.REASON_NEEDED)
        case Action.KEEP if finding and finding.level is Level.REASON:
            return go(talk, submission, Explaining(rule))
        case _:
            return None


def _written(talk: Talk, submission: Submission, tap: Tapped) -> Turn | None:
    """Change the team; None for a button about somebody or something that is there no more."""
    team, place = submission.team, talk.place
    member, named = team.member(tap.number or 0), team.plenipotentiary
    match tap.action:
        case Action.MEANT if isinstance(place, TellingApart) and tap.argument in set(Meaning):
            return meant(talk, submission, place, Meaning(tap.argument))
        case Action.MATCHED | Action.UNMATCHED if isinstance(place, ConfirmingMatch):
            matches = tap.action is Action.MATCHED
            return match_answered(talk, submission, place, matches=matches)
        case Action.SKIP if isinstance(place, CorrectingMember) and place.others:
            return go(talk, submission, after_correction(place.others, submission))
        case Action.JOIN if named:
            joined = team.seat(named.id, max(named.seat, Seat.STEERING))
            return on(talk, submission, joined)
        case Action.CHOOSE | Action.SKIP if isinstance(place, Clarifying):
            return clarified(talk, submission, clarify(team, place, tap))
        case Action.ADD_OUTSIDER | Action.SKIP if isinstance(place, AddingOutsider):
            return _outsider(talk, submission, place, tap)
        case _ if member is None or member.seat is Seat.OUTSIDE:
            return None
        case Action.REMOVE | Action.REMOVE_SURELY:
            others = place.others if isinstance(place, ConfirmingRemoval) else ()
            return removed(talk, submission, team.remove(member.id), others)
        case Action.PICK if member.seat is Seat.STEERING:
            seats = submission.office.seats(Block.EDITORIAL)
            if len(team.editorial) >= seats:
                return refuse(talk, submission, NoteCode.EDITORS_FULL, count=seats)
            return at(talk, submission, team.seat(member.id, Seat.EDITORIAL), PickingEditors())
        case Action.PICK | Action.UNPICK:
            seat = Seat.EDITORIAL if tap.action is Action.PICK else Seat.STEERING
            return at(talk, submission, team.seat(member.id, seat), PickingEditors())
        case _:
            return None


def _rule(tap: Tapped) -> Rule | None:
    return Rule(tap.argument) if tap.argument in set(Rule) else None


def _list_is_right(talk: Talk, submission: Submission) -> Turn:
    """The list is as meant: on to the plenipotentiary it may not mark, or to what is open.

    Where no plenipotentiary is named yet, the list is said to be kept, since step 1 is asked next.
    """
    refused = talk.place.refused if isinstance(talk.place, CheckingList) else None
    first = submission.team.plenipotentiary is None and listed(submission.team)
    note = said(NoteCode.LIST_KEPT) if first else None
    return go(talk, submission, refused or onward(submission), note)


def _basis(talk: Talk, submission: Submission, kind: str, context: Context) -> Turn:
    """Record on what the choice rests; an order is asked for its number and date."""
    if kind not in set(BasisKind) or submission.team.plenipotentiary is None:
        return refuse(talk, submission, NoteCode.STALE)
    if kind == BasisKind.ORDER:
        return go(talk, submission, GivingOrder())
    return with_basis(talk, submission, Basis(BasisKind(kind)), context)


def _next_outsider(place: AddingOutsider) -> Place:
    """The next one, or back to where they were named: among the editors, or in a pasted list."""
    if place.people[1:]:
        return replace(place, people=place.people[1:])
    return place.then or PickingEditors()


def _outsider(talk: Talk, submission: Submission, place: AddingOutsider, tap: Tapped) -> Turn:
    """Take the first outsider into both blocks (R5), if block II has a seat left, or pass on."""
    if tap.argument != f"/{len(place.people)}":
        return refuse(talk, submission, NoteCode.STALE)
    if tap.action is Action.SKIP:
        return go(talk, submission, _next_outsider(place))
    team, seats = submission.team, submission.office.seats(Block.EDITORIAL)
    if len(team.editorial) >= seats:
        return refuse(talk, submission, NoteCode.EDITORS_FULL, count=seats)
    joined = team.add(place.people[0], Seat.EDITORIAL)
    if joined.find(place.people[0]) is None:
        return refuse(talk, submission, NoteCode.TOO_MANY, most=MOST_PEOPLE)
    return at(talk, submission, joined, _next_outsider(place))
