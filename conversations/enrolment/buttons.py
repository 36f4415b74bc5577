"""What a button does, a case each: first what is out of date, then decisions, then the team."""

from dataclasses import replace

from conversations import approval
from conversations.access import Role
from conversations.enrolment.answers import at, decided, on, removed, with_basis
from conversations.enrolment.where import awaits_basis, back, listed, onward, where_changed
from conversations.events import NEEDS_CURRENT, Action, Tapped
from conversations.limits import Block
from conversations.list_entry import clarify
from conversations.notes import NoteCode
from conversations.rules import Level, find
from conversations.submission import Stage, Submission
from conversations.talk import (
    AddingOutsider,
    CheckingList,
    Clarifying,
    ConfirmingRemoval,
    Correcting,
    CorrectingMember,
    Explaining,
    GivingOrder,
    Home,
    NamingPlenipotentiary,
    NamingSteering,
    PickingEditors,
    Place,
    RefusedPlenipotentiary,
    Removing,
    Requesting,
    Returning,
    StatingBasis,
    Summary,
    Talk,
)
from conversations.team import MOST_PEOPLE, Basis, BasisKind, Confirmation, Rule, Seat
from conversations.turn import Context, MakeInvitation, Turn, go, refuse, said, stay


def tapped(talk: Talk, submission: Submission, tap: Tapped, context: Context) -> Turn:
    """Answer a button: first what is out of date, then decisions, then the working copy."""
    if tap.action in NEEDS_CURRENT and tap.version != submission.version:
        return refuse(talk, submission, NoteCode.CHANGED_MEANWHILE)
    decision = _decide(submission, tap, context)
    if decision is not None:
        return decided(talk, decision)
    match tap.action:
        case Action.OPEN:
            return go(talk, submission, Home())
        case Action.BACK:
            return go(talk, submission, back(talk.place, submission))
        case Action.INVITE if context.role is Role.HEAD:
            link = MakeInvitation(Role.SECRETARY, submission.office.id)
            return go(talk, submission, Home(), said(NoteCode.LINK_MADE), effects=(link,))
        case Action.RETURN if context.role is Role.HEAD and submission.stage is Stage.SUBMITTED:
            return go(talk, submission, Returning())
        case Action.EDIT_BASIS if awaits_basis(submission):
            return go(talk, submission, StatingBasis())
        case Action.BASIS if awaits_basis(submission):
            return _basis(talk, submission, tap.argument, context)
        case _ if submission.office.closed:
            return refuse(talk, submission, NoteCode.LISTS_CLOSED)
        case _ if not submission.editable:
            return refuse(talk, submission, NoteCode.NOT_EDITABLE)
        case Action.BASIS:
            return _basis(talk, submission, tap.argument, context)
        case _:
            return _edited(talk, submission, tap)


def _decide(submission: Submission, tap: Tapped, context: Context) -> approval.Decision | None:
    """The buttons that decide about the whole submission; None for any other button."""
    match tap.action:
        case Action.SEND:
            return approval.send(submission, context.role, context.now)
        case Action.APPROVE if context.role is Role.HEAD:
            return approval.approve(submission, context.now)
        case Action.TAKE_BACK:
            return approval.take_back(submission)
        case Action.AMEND:
            return approval.amend(submission)
        case Action.DISCARD:
            return approval.discard(submission)
        case _:
            return None


def _edited(talk: Talk, submission: Submission, tap: Tapped) -> Turn:
    """Answer a button that writes the team or moves about it."""
    team, office, place = submission.team, submission.office, talk.place
    rule = Rule(tap.argument) if tap.argument in set(Rule) else None
    member = team.member(int(tap.argument)) if tap.argument.isdecimal() else None
    match tap.action:
        case Action.CONTINUE:
            return go(talk, submission, onward(submission))
        case Action.EDIT:
            return go(talk, submission, Summary())
        case Action.EDIT_PLENIPOTENTIARY:
            return go(talk, submission, NamingPlenipotentiary())
        case Action.EDIT_BASIS if team.plenipotentiary:
            return go(talk, submission, StatingBasis())
        case Action.EDIT_STEERING:
            return go(talk, submission, CheckingList())
        case Action.EDIT_EDITORIAL:
            return go(talk, submission, PickingEditors())

        case Action.CONFIRM if rule and (finding := find(team, office, rule)):
            if finding.level is not Level.CONFIRM:
                return refuse(talk, submission, NoteCode.REASON_NEEDED)
            answer = Confirmation(rule, finding.about, finding.count)
            return on(talk, submission, team.confirm(answer))
        case Action.KEEP if rule and (finding := find(team, office, rule)):
            if finding.level is not Level.REASON:
                return refuse(talk, submission, NoteCode.STALE)
            return go(talk, submission, Explaining(rule))
        case Action.CHANGE if rule:
            return go(talk, submission, where_changed(rule))
        case Action.REQUEST if isinstance(place, RefusedPlenipotentiary):
            return go(talk, submission, Requesting(place.rule, place.person))
        case Action.REQUEST if rule and (finding := find(team, office, rule)):
            if finding.level is not Level.WAIVABLE:
                return refuse(talk, submission, NoteCode.STALE)
            return go(talk, submission, Requesting(rule))

        case Action.JOIN if team.plenipotentiary:
            joined = team.seat(
                team.plenipotentiary.id, max(team.plenipotentiary.seat, Seat.STEERING)
            )
            return on(talk, submission, joined)

        case Action.LIST_OK:
            first = team.plenipotentiary is None
            note = said(NoteCode.LIST_KEPT) if first and listed(team) else None
            return go(talk, submission, onward(submission), note)
        case Action.LIST_ADD:
            return go(talk, submission, NamingSteering())
        case Action.LIST_REMOVE:
            return go(talk, submission, Removing())
        case Action.LIST_FIX:
            return go(talk, submission, Correcting())
        case Action.PAGE if isinstance(place, Removing | Correcting) and tap.argument.isdecimal():
            return go(talk, submission, replace(place, page=int(tap.argument)))
        case Action.FIX if member:
            return go(talk, submission, CorrectingMember(member.id))
        case Action.REMOVE if member and member.seat is Seat.EDITORIAL:
            return go(talk, submission, ConfirmingRemoval(member.id))
        case Action.REMOVE | Action.REMOVE_SURELY if member and member.seat >= Seat.STEERING:
            others = place.others if isinstance(place, ConfirmingRemoval) else ()
            return removed(talk, submission, team.remove(member.id), others)
        case Action.CHOOSE | Action.SKIP if isinstance(place, Clarifying):
            answered = clarify(team, place, tap)
            if answered is None:
                return refuse(talk, submission, NoteCode.STALE)
            return at(talk, submission, *answered)

        case Action.PICK if member and member.seat is Seat.STEERING:
            if len(team.editorial) >= office.seats(Block.EDITORIAL):
                return refuse(
                    talk,
                    submission,
                    NoteCode.EDITORS_FULL,
                    count=submission.office.seats(Block.EDITORIAL),
                )
            picked = team.seat(member.id, Seat.EDITORIAL)
            return at(talk, submission, picked, PickingEditors())
        case Action.UNPICK if member and member.seat is Seat.EDITORIAL:
            return at(talk, submission, team.seat(member.id, Seat.STEERING), PickingEditors())
        case Action.PICK | Action.UNPICK if member and member.seat >= Seat.STEERING:
            return stay(talk, submission)
        case Action.DONE:
            return go(talk, submission, onward(submission))
        case Action.ADD_OUTSIDER | Action.SKIP if isinstance(place, AddingOutsider):
            if tap.argument != f"/{len(place.people)}":
                return refuse(talk, submission, NoteCode.STALE)
            if tap.action is Action.SKIP:
                return go(talk, submission, _next_outsider(place))
            return _add_outsider(talk, submission, place)
        case _:
            return refuse(talk, submission, NoteCode.STALE)


def _basis(talk: Talk, submission: Submission, kind: str, context: Context) -> Turn:
    """Record on what the choice rests; an order is asked for its number and date."""
    if kind == BasisKind.ORDER:
        return go(talk, submission, GivingOrder())
    if kind not in set(BasisKind):
        return refuse(talk, submission, NoteCode.STALE)
    return with_basis(talk, submission, Basis(BasisKind(kind)), context)


def _next_outsider(place: AddingOutsider) -> Place:
    """The next one, or back to where they were named: among the editors, or in a pasted list."""
    if place.people[1:]:
        return replace(place, people=place.people[1:])
    return PickingEditors() if place.skipped is None else CheckingList(place.skipped)


def _add_outsider(talk: Talk, submission: Submission, place: AddingOutsider) -> Turn:
    """Take the first outsider into both blocks (R5), if block II has a seat left."""
    team = submission.team
    if len(team.editorial) >= submission.office.seats(Block.EDITORIAL):
        return refuse(
            talk, submission, NoteCode.EDITORS_FULL, count=submission.office.seats(Block.EDITORIAL)
        )
    joined = team.add(place.people[0], Seat.EDITORIAL)
    if joined.find(place.people[0]) is None:
        return refuse(talk, submission, NoteCode.TOO_MANY, most=MOST_PEOPLE)
    return at(talk, submission, joined, _next_outsider(place))
