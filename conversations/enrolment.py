"""The enrolment of one office: everything that moves it is decided in this file.

A chat, shortened:

    Krok 1 z 3 – Pełnomocnik. …          > Anna Kowalczyk – Sekretarz Powiatu
    … nie ma na liście bloku I. …        > [Dopisz do grupy]
    Na jakiej podstawie …                > [To propozycja]
    Krok 2 z 3 – grupa sterująca …       > (eight lines pasted)
    Odczytano 8 osób … poprawna?         > [Tak]
    Krok 3 z 3 – zespół redakcyjny …     > 1 3 5 8
    …                                    > [Gotowe]
    Podsumowanie …                       > [Wyślij]

`step` answers one event. Where to go next is never written into a case: `onward` asks the first
open finding of `conversations.rules`, and when none is open it shows the summary. So a correction
from the summary returns to the summary, and a lowered limit asks by itself.
"""

from collections.abc import Mapping
from dataclasses import replace

from conversations import approval
from conversations.access import Role
from conversations.basis import read_order
from conversations.events import (
    NEEDS_CURRENT,
    Action,
    Asked,
    Audience,
    Command,
    Event,
    FileRead,
    Said,
    Sent,
    SentKind,
    Tapped,
)
from conversations.limits import Block
from conversations.list_entry import (
    Choice,
    choose_members,
    clarify,
    correct_with,
    corrected_person,
    enter_list,
    forbidden,
    list_from_sheets,
)
from conversations.notes import NoteCode, NoticeCode
from conversations.pasted_list import Question, read, read_numbers
from conversations.people import Person
from conversations.positions import normalise
from conversations.reasons import LONGEST_REASON, is_reason, read_reason
from conversations.rules import Level, find, open_findings
from conversations.submission import Decider, Stage, Submission
from conversations.talk import (
    AddingOutsider,
    Answering,
    CheckingList,
    Clarifying,
    ConfirmingRemoval,
    Correcting,
    CorrectingMember,
    Explaining,
    GivingOrder,
    GivingPosition,
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
from conversations.team import MOST_PEOPLE, Basis, BasisKind, Confirmation, Rule, Seat, Team
from conversations.turn import (
    Context,
    MakeInvitation,
    ReadFile,
    Turn,
    go,
    notice,
    refuse,
    said,
    stay,
)

LONGEST_POSITION = 150

LIST_PLACES = (
    NamingPlenipotentiary,
    RefusedPlenipotentiary,
    GivingPosition,
    NamingSteering,
    CheckingList,
    Clarifying,
    Removing,
    Correcting,
)
PLENIPOTENTIARY_RULES = frozenset({Rule.R2, Rule.R2A, Rule.R2B})
EDITORIAL_RULES = frozenset({Rule.R6, Rule.R6A, Rule.R6_FREE})
SHORTCUTS: Mapping[Command, Place] = {
    Command.PLENIPOTENTIARY: NamingPlenipotentiary(),
    Command.STEERING: CheckingList(),
    Command.EDITORIAL: PickingEditors(),
}
"""Commands that lead to a step."""


def step(talk: Talk, submission: Submission, event: Event, context: Context) -> Turn:
    """Answer one event of the office's head or secretary.

    The place is settled before, since others may have been here, and after, since the team may
    have changed under it: what is stored can always be drawn and left.
    """
    settled = replace(talk, place=settle(talk.place, submission))
    turn = _answer(settled, submission, event, context)
    kept = approval.without_moot_request(turn.submission or submission)
    arrived = replace(turn.talk, place=settle(turn.talk.place, kept))
    return replace(turn, talk=arrived, submission=kept)


def _answer(talk: Talk, submission: Submission, event: Event, context: Context) -> Turn:
    match event:
        case Tapped():
            return _tapped(talk, submission, event, context)
        case Said(text=text):
            return _said(talk, submission, text, context)
        case Asked(command=command):
            return _asked(talk, submission, command)
        case Sent(kind=SentKind.PICTURE):
            return refuse(talk, submission, NoteCode.PICTURE)
        case Sent(kind=SentKind.DOCUMENT) if takes_list(talk.place):
            note = said(NoteCode.FILE_RECEIVED, name=event.name)
            return go(talk, submission, talk.place, note, effects=(ReadFile(event),))
        case FileRead(refusal=str(reason), name=name):
            return refuse(talk, submission, NoteCode.FILE_REFUSED, reason=reason, name=name)
        case FileRead(sheets=sheets) if submission.editable:
            # It was accepted at a place that takes lists; where the person went since is no loss.
            return _take_list(talk, submission, list_from_sheets(sheets))
        case _:
            return refuse(talk, submission, NoteCode.NO_FILE_HERE)


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
            case Rule.R4A if not _listed(team):
                return NamingSteering()
            case Rule.R6_EMPTY if not _listed(team) and _seats_left(submission):
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
        case Home():
            return place
        case Returning():
            waits = approval.may_return(submission, Decider.HEAD) is None
            return place if waits else Home()
        case StatingBasis() | GivingOrder() if awaits_basis(submission):
            return place
        case _ if not submission.editable:
            return Home()
        case Requesting(rule=rule, person=Person() as person):
            return place if find(team.appoint(person), office, rule) else onward(submission)
        case Answering(rule=rule) | Explaining(rule=rule) | Requesting(rule=rule):
            return place if find(team, office, rule) else onward(submission)
        case Clarifying():
            return _still_unclear(place, submission)
        case ConfirmingRemoval(member_id=member_id):
            member = team.member(member_id)
            editor = member is not None and member.seat is Seat.EDITORIAL
            return place if editor else _after_removal(place.others, submission)
        case CorrectingMember(member_id=member_id):
            return place if team.member(member_id) else settle(CheckingList(), submission)
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
        return AddingOutsider(place.outsiders, place.skipped)
    if _listed(submission.team):
        return CheckingList(place.skipped)
    return onward(submission)


def _after_removal(others: tuple[int, ...], submission: Submission) -> Place:
    """The next editor to be asked about; while the list is over the limit, go on removing."""
    if others:
        return settle(ConfirmingRemoval(others[0], others[1:]), submission)
    over = find(submission.team, submission.office, Rule.R4)
    return settle(Removing() if over else CheckingList(), submission)


def awaits_basis(submission: Submission) -> bool:
    """Whether a submission waits although its head has no account: a recorded basis decides it."""
    waits = submission.stage is Stage.SUBMITTED and not submission.office.closed
    return waits and not submission.office.head_registered


def takes_list(place: Place) -> bool:
    """Whether a list given at this place is one of the steering group. Closed lists settle Home."""
    match place:
        case Answering(rule=rule) | Explaining(rule=rule) | Requesting(rule=rule):
            return rule not in EDITORIAL_RULES
        case _:
            return isinstance(place, LIST_PLACES)


def _listed(team: Team) -> bool:
    """Whether anybody but the plenipotentiary has been named for the steering group."""
    return any(not member.plenipotentiary for member in team.steering)


def _seats_left(submission: Submission) -> bool:
    return len(submission.team.steering) < submission.office.seats(Block.STEERING)


def _on(talk: Talk, submission: Submission, team: Team, note: NoteCode | None = None) -> Turn:
    """Keep the team and go on to whatever is asked next."""
    changed = submission.with_team(team)
    return go(talk, changed, onward(changed), said(note) if note else None)


def _at(
    talk: Talk, submission: Submission, team: Team, place: Place, note: NoteCode | None = None
) -> Turn:
    """Keep the team and stand at a given place."""
    return go(talk, submission.with_team(team), place, said(note) if note else None)


# --- Buttons ----------------------------------------------------------------------------------


def _asked(talk: Talk, submission: Submission, command: Command) -> Turn:
    """The commands of the enrolment: on from where things stand, or to one of the steps."""
    if submission.office.closed:
        return refuse(talk, submission, NoteCode.LISTS_CLOSED)
    if not submission.editable:
        return refuse(talk, submission, NoteCode.NOT_EDITABLE)
    if command in SHORTCUTS:
        return go(talk, submission, SHORTCUTS[command])
    standing = onward(submission) if isinstance(talk.place, Home) else talk.place
    return go(talk, submission, standing)


def _tapped(talk: Talk, submission: Submission, tap: Tapped, context: Context) -> Turn:
    """Answer a button: first what is out of date, then decisions, then the working copy."""
    if tap.action in NEEDS_CURRENT and tap.version != submission.version:
        return refuse(talk, submission, NoteCode.CHANGED_MEANWHILE)
    decision = _decide(submission, tap, context)
    if decision is not None:
        return _decided(talk, decision)
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


def _decided(talk: Talk, decision: approval.Decision) -> Turn:
    """Show a decision, or why there is none and what is still asked."""
    if decision.done:
        editing = decision.code in {NoteCode.TAKEN_BACK, NoteCode.AMENDMENT_OPEN}
        place = onward(decision.submission) if editing else Home()
        return go(talk, decision.submission, place, said(decision.code), decision.notices)
    turn = refuse(talk, decision.submission, decision.code)
    if decision.code is NoteCode.NOT_READY:
        return replace(turn, talk=replace(turn.talk, place=onward(decision.submission)))
    return turn


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
            return _on(talk, submission, team.confirm(answer))
        case Action.KEEP if rule and (finding := find(team, office, rule)):
            if finding.level is not Level.REASON:
                return refuse(talk, submission, NoteCode.STALE)
            return go(talk, submission, Explaining(rule))
        case Action.CHANGE if rule:
            return go(talk, submission, _where_changed(rule))
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
            return _on(talk, submission, joined)

        case Action.LIST_OK:
            first = team.plenipotentiary is None
            note = said(NoteCode.LIST_KEPT) if first and _listed(team) else None
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
            return _removed(talk, submission, team.remove(member.id), others)
        case Action.CHOOSE | Action.SKIP if isinstance(place, Clarifying):
            answered = clarify(team, place, tap)
            if answered is None:
                return refuse(talk, submission, NoteCode.STALE)
            return _at(talk, submission, *answered)

        case Action.PICK if member and member.seat is Seat.STEERING:
            if len(team.editorial) >= office.seats(Block.EDITORIAL):
                return refuse(
                    talk,
                    submission,
                    NoteCode.EDITORS_FULL,
                    count=submission.office.seats(Block.EDITORIAL),
                )
            picked = team.seat(member.id, Seat.EDITORIAL)
            return _at(talk, submission, picked, PickingEditors())
        case Action.UNPICK if member and member.seat is Seat.EDITORIAL:
            return _at(talk, submission, team.seat(member.id, Seat.STEERING), PickingEditors())
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
        case Explaining(rule=Rule.R6A) | AddingOutsider():
            return PickingEditors()
        case Explaining(rule=rule) | Requesting(rule=rule):
            return Answering(rule)
        case Clarifying() | Removing() | ConfirmingRemoval() | Correcting() | CorrectingMember():
            return CheckingList()
        case Answering(rule=rule):
            return _where_changed(rule)
        case NamingSteering() if _listed(submission.team):
            return CheckingList()
        case _:
            return Home()


def _where_changed(rule: Rule) -> Place:
    """The place where what a rule is about can be changed."""
    match rule:
        case Rule.R1 | Rule.R2 | Rule.R2A | Rule.R2B | Rule.R3 | Rule.R3A:
            return NamingPlenipotentiary()
        case Rule.R1_BASIS:
            return StatingBasis()
        case Rule.R4:
            return Removing()
        case Rule.R4A | Rule.R4_FREE | Rule.R4_EMPTY:
            return NamingSteering()
        case Rule.R8:
            return CheckingList()
        case Rule.R6 | Rule.R6A | Rule.R6_EMPTY | Rule.R6_FREE:
            return PickingEditors()


def _basis(talk: Talk, submission: Submission, kind: str, context: Context) -> Turn:
    """Record on what the choice rests; an order is asked for its number and date."""
    if kind == BasisKind.ORDER:
        return go(talk, submission, GivingOrder())
    if kind not in set(BasisKind):
        return refuse(talk, submission, NoteCode.STALE)
    return _with_basis(talk, submission, Basis(BasisKind(kind)), context)


def _with_basis(talk: Talk, submission: Submission, basis: Basis, context: Context) -> Turn:
    team = replace(submission.team, basis=basis)
    if awaits_basis(submission):
        waiting = replace(submission, team=team)
        if not basis.decides:
            return go(talk, waiting, Home(), said(NoteCode.SENT_WITHOUT_HEAD))
        return _decided(talk, approval.approve(waiting, context.now, by=Decider.BASIS))
    return _on(talk, submission, team)


def _removed(talk: Talk, submission: Submission, team: Team, others: tuple[int, ...]) -> Turn:
    """Somebody has left the list."""
    changed = submission.with_team(team)
    return go(talk, changed, _after_removal(others, changed), said(NoteCode.REMOVED))


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
    return _at(talk, submission, joined, _next_outsider(place))


# --- Words ------------------------------------------------------------------------------------


def _said(talk: Talk, submission: Submission, text: str, context: Context) -> Turn:
    """Answer typed words according to what the card asks for."""
    place = talk.place
    match place:
        case Returning():
            comment = read_reason(text)
            if isinstance(comment, NoteCode):
                return refuse(talk, submission, comment, most=LONGEST_REASON)
            return _decided(talk, approval.give_back(submission, Decider.HEAD, comment))
        case GivingOrder() | StatingBasis() if order := read_order(text):
            return _with_basis(talk, submission, Basis(BasisKind.ORDER, *order), context)
        case GivingOrder():
            return refuse(talk, submission, NoteCode.ORDER_UNCLEAR)
        case NamingPlenipotentiary() | RefusedPlenipotentiary():
            return _name_plenipotentiary(talk, submission, text)
        case Answering(rule=rule) if rule in PLENIPOTENTIARY_RULES:
            return _name_plenipotentiary(talk, submission, text)
        case GivingPosition(person=person):
            return _give_position(talk, submission, person, text)
        case Explaining() | Requesting():
            return _explain(talk, submission, place, text)
        case Clarifying() if answered := correct_with(submission.team, place, text):
            return _at(talk, submission, *answered)
        case Removing() | Correcting() if choice := choose_members(submission.team, text):
            return _chosen(talk, submission, choice, text)
        case CorrectingMember(member_id=member_id):
            return _correct(talk, submission, member_id, text)
        case PickingEditors() | AddingOutsider():
            return _choose_editors(talk, submission, text)
        case _ if not takes_list(place):
            return refuse(talk, submission, NoteCode.NOT_UNDERSTOOD)
        case _ if read_numbers(text):
            return refuse(talk, submission, NoteCode.NUMBER_UNCLEAR)
        case _:
            return _take_list(talk, submission, text)


def _name_plenipotentiary(talk: Talk, submission: Submission, text: str) -> Turn:
    """Step 1: one person is the plenipotentiary; a whole list fills what it marks."""
    reading = read(text)
    if reading.sections or len(reading.people) > 1:
        return _take_list(talk, submission, text)
    if not reading.people:
        return refuse(talk, submission, NoteCode.NOT_A_PERSON)
    person = reading.people[0].person
    known = submission.team.find(person)
    if person.position is None and known is not None:
        person = known.person
    if person.position is None:
        return go(talk, submission, GivingPosition(person))
    return _appoint(talk, submission, person, reading.questions)


def _give_position(talk: Talk, submission: Submission, person: Person, text: str) -> Turn:
    """The position of a person named without one; a full entry is another candidate."""
    people = read(text).people
    if _is_list(text) or (len(people) == 1 and people[0].person.position):
        return _name_plenipotentiary(talk, submission, text)
    if len(text) > LONGEST_POSITION:
        return refuse(talk, submission, NoteCode.TOO_LONG, most=LONGEST_POSITION)
    if not is_reason(text):
        return refuse(talk, submission, NoteCode.NOT_UNDERSTOOD)
    return _appoint(talk, submission, replace(person, position=normalise(text)), ())


def _appoint(
    talk: Talk, submission: Submission, person: Person, questions: tuple[Question, ...]
) -> Turn:
    """Name the plenipotentiary, save one whom only the coordinator may allow (R2a, R2b)."""
    team = submission.team.appoint(person)
    member = team.plenipotentiary
    if member is None or member.person.key != person.key:
        return refuse(talk, submission, NoteCode.TOO_MANY, most=MOST_PEOPLE)
    rule = forbidden(team, submission.office)
    if rule is not None:
        return go(talk, submission, RefusedPlenipotentiary(person, rule))
    changed = submission.with_team(team)
    if questions:
        asked = Clarifying(questions, tuple(member.id for _ in questions))
        return go(talk, changed, asked, said(NoteCode.PLENIPOTENTIARY_SET))
    return go(talk, changed, onward(changed), said(NoteCode.PLENIPOTENTIARY_SET))


def _explain(talk: Talk, submission: Submission, place: Explaining | Requesting, text: str) -> Turn:
    """A reason for what is unusual (OSTRZ+), or for the coordinator (BLOK/W)."""
    if takes_list(place) and _is_list(text):
        return _take_list(talk, submission, text)
    reason = read_reason(text)
    if isinstance(reason, NoteCode):
        return refuse(talk, submission, reason, most=LONGEST_REASON)
    if isinstance(place, Requesting):
        team = submission.team.appoint(place.person) if place.person else submission.team
        asked = approval.request(submission.with_team(team), place.rule, reason)
        news = notice(NoticeCode.REQUESTED, Audience.COORDINATORS, asked, rule=place.rule)
        return go(talk, asked, onward(asked), said(NoteCode.REQUEST_SENT), (news,))
    finding = find(submission.team, submission.office, place.rule)
    assert finding is not None, "settle has left a place whose finding is answered"
    answer = Confirmation(place.rule, finding.about, finding.count, reason)
    return _on(talk, submission, submission.team.confirm(answer))


def _chosen(talk: Talk, submission: Submission, choice: Choice, text: str) -> Turn:
    """Remove or correct people by the numbers the card shows, or by name."""
    team = submission.team
    if choice.unknown_number:
        return refuse(talk, submission, NoteCode.NO_SUCH_NUMBER, most=len(team.steering))
    if choice.outsiders:
        return _take_list(talk, submission, text)
    if isinstance(talk.place, Correcting):
        return go(talk, submission, CorrectingMember(choice.members[0]))
    editors = tuple(member.id for member in team.editorial if member.id in choice.members)
    for member_id in set(choice.members) - set(editors):
        team = team.remove(member_id)
    if team == submission.team:
        return go(talk, submission, ConfirmingRemoval(editors[0], editors[1:]))
    return _removed(talk, submission, team, editors)


def _correct(talk: Talk, submission: Submission, member_id: int, text: str) -> Turn:
    """A new entry for one person; a bare position corrects the position alone."""
    member = submission.team.member(member_id)
    corrected = corrected_person(member.person, text) if member else None
    if corrected is None:
        return refuse(talk, submission, NoteCode.NOT_A_PERSON)
    twin = submission.team.find(corrected)
    if twin is not None and twin.id != member_id:
        return refuse(talk, submission, NoteCode.ALREADY_ON_LIST, person=corrected.full_name)
    team = submission.team.correct(member_id, corrected)
    return _at(talk, submission, team, CheckingList(), NoteCode.CORRECTED)


def _choose_editors(talk: Talk, submission: Submission, text: str) -> Turn:
    """Step 3 typed: numbers or names are the whole team; outsiders are asked about (R5).

    Too many are kept, since a draft may exceed a limit, and asked about at once (R6).
    """
    team, seats = submission.team, submission.office.seats(Block.EDITORIAL)
    choice = choose_members(team, text)
    if choice is None:
        return refuse(talk, submission, NoteCode.NOT_UNDERSTOOD)
    if choice.unknown_number:
        return refuse(talk, submission, NoteCode.NO_SUCH_NUMBER, most=len(team.steering))
    for member in team.steering if choice.members else ():
        seat = Seat.EDITORIAL if member.id in choice.members else Seat.STEERING
        team = team.seat(member.id, seat)
    if choice.outsiders:
        return _at(talk, submission, team, AddingOutsider(choice.outsiders))
    if len(choice.members) > seats:
        return _at(talk, submission, team, Answering(Rule.R6))
    return _at(talk, submission, team, PickingEditors(), NoteCode.EDITORS_SET)


def _take_list(talk: Talk, submission: Submission, text: str) -> Turn:
    """Step 2: keep every line that reads as a person, and ask about what is unclear."""
    entry = enter_list(submission.team, submission.office, text)
    if entry is None:
        return refuse(talk, submission, NoteCode.NOT_A_PERSON)
    if entry.too_many:
        return stay(talk, submission, entry.note)
    changed = submission.with_team(entry.team)
    place: Place
    if entry.questions:
        place = Clarifying(entry.questions, entry.asked_members, entry.outsiders, entry.skipped)
    elif entry.outsiders:
        place = AddingOutsider(entry.outsiders, entry.skipped)
    elif entry.refused_plenipotentiary:
        place = RefusedPlenipotentiary(*entry.refused_plenipotentiary[0])
    else:
        place = CheckingList(entry.skipped)
    return go(talk, changed, place, entry.note)


def _is_list(text: str) -> bool:
    """Whether this is a list of people rather than a sentence that names some."""
    return len(text.splitlines()) > 1 and len(read(text).people) > 1
