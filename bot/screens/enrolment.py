"""The steps of the enrolment: who is asked for, who is on the list; editors by `editors`."""

from collections.abc import Sequence

from bot.screens import changes, editors, questions
from bot.screens.parts import (
    GAP,
    LONGEST_LABEL,
    Card,
    Listing,
    Part,
    Row,
    back,
    button,
    member_line,
    name_of,
    named,
    numbered,
    paged,
    pager,
    person_line,
    size_line,
    source,
)
from bot.screens.sizes import asking, size_means
from bot.screens.summary import summary
from bot.screens.team import basis_line
from bot.words import Html, Words, cleaned
from conversations.access import Role
from conversations.enrolment import awaits_basis
from conversations.events import Action
from conversations.limits import Block, Size
from conversations.list_entry import names_a_post
from conversations.pasted_list import DISCARDED, Question
from conversations.people import Person, details
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
    EnrolmentPlace,
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
)
from conversations.positions import PositionClass
from conversations.submission import Submission
from conversations.team import BasisKind, Member, Seat, Team

LONGEST_SKIPPED = 80


def enrolment(place: EnrolmentPlace, submission: Submission, role: Role, words: Words) -> Card:
    """The card of a place of the enrolment."""
    match place:
        case NamingPlenipotentiary():
            return _naming_plenipotentiary(submission, role, words)
        case GivingPosition(person=person):
            asked = words("step-1-position", name=name_of(person))
            return Card((words("step-1"), asked), (back(words),))
        case Answering():
            return questions.answering(place, submission, words)
        case Explaining():
            return questions.explaining(place, submission, words)
        case Requesting():
            return questions.requesting(place, submission, words)
        case RefusedPlenipotentiary():
            return questions.refused(place, words)
        case StatingBasis():
            return _stating_basis(submission, words)
        case GivingOrder():
            return Card((words("step-1"), words("step-1-order")), (back(words),))
        case NamingSteering():
            return _naming_steering(submission, words)
        case Clarifying():
            return _clarifying(place, submission.team, words)
        case CheckingList():
            return _checking_list(place, submission, words)
        case ConfirmingMatch():
            return changes.matching(place, submission.team, words)
        case ConfirmingChange():
            return changes.changing(place, submission, words)
        case TellingApart():
            return changes.telling_apart(place, submission, words)
        case Removing(page=page):
            whom = [words("removing"), *_over(submission, words)]
            return _choosing(whom, Action.REMOVE, page, submission, words)
        case Correcting(page=page):
            return _choosing([words("correcting")], Action.FIX, page, submission, words)
        case ConfirmingRemoval(member_id=member_id):
            return _confirming_removal(member_id, submission.team, words)
        case CorrectingMember():
            return _correcting_member(place, submission.team, words)
        case PickingEditors():
            return editors.picking(submission, words)
        case AddingOutsider(people=people):
            return editors.adding_outsider(people, submission, words)
        case Summary():
            return summary(submission, role, words)


# --- Step 1 -----------------------------------------------------------------------------------


def _naming_plenipotentiary(submission: Submission, role: Role, words: Words) -> Card:
    office, known = submission.office, submission.team.plenipotentiary
    asked = (
        words("step-1-ask", title=cleaned(office.head_title, 60))
        if office.head_title
        else words("step-1-ask-untitled")
    )
    parts: list[Part] = [words("step-1"), asked]
    listed = submission.team.steering if known is None else ()
    if listed:
        parts += [
            words("step-1-listed"),
            Listing(numbered((person_line(each.person, words) for each in listed), words)),
        ]
    else:
        parts.append(words("step-1-hint"))
    rows: list[Row] = []
    if known is not None:
        parts += [GAP, words("step-1-now", person=person_line(known.person, words))]
        rows.append((button(words, "leave-as-is", Action.CONTINUE),))
    elif role is Role.HEAD and not office.practice:
        parts += [GAP, words("home-invite-secretary")]
        rows.append((button(words, "invite-secretary", Action.INVITE),))
    return Card(tuple(parts), (*rows, back(words)))


def _stating_basis(submission: Submission, words: Words) -> Card:
    team = submission.team
    parts: list[Part] = [words("step-1")]
    if team.plenipotentiary is not None:
        person = person_line(team.plenipotentiary.person, words)
        parts.append(words("step-1-chosen", person=person))
    if team.basis is not None:
        parts.append(words("basis-now", basis=basis_line(team.basis, words)))
    if awaits_basis(submission):
        parts.append(words("step-1-basis-waiting"))
    parts.append(words("step-1-basis"))
    answers = tuple(
        (button(words, kind.value, Action.BASIS, kind.value),)
        for kind in (BasisKind.ORDER, BasisKind.ORAL, BasisKind.PROPOSAL)
    )
    return Card(tuple(parts), (*answers, back(words)))


# --- Step 2 -----------------------------------------------------------------------------------


def _naming_steering(submission: Submission, words: Words) -> Card:
    office, listed = submission.office, submission.team.steering
    seats = office.seats(Block.STEERING)
    asked = words(asking("step-2-ask", Block.STEERING, office), count=seats)
    parts: list[Part] = [words("step-2"), asked, words("step-2-hint")]
    rows: list[Row] = []
    if listed:
        size_now = size_line(Block.STEERING, len(listed), office, words)
        parts += [
            GAP,
            words("step-2-listed", size=size_now),
            Listing(numbered(_members(listed, words), words)),
        ]
        rows.append((button(words, "see-list", Action.EDIT_STEERING),))
    return Card(tuple(parts), (*rows, back(words)))


def _clarifying(place: Clarifying, team: Team, words: Words) -> Card:
    question, member = place.questions[0], team.member(place.members[0])
    key = question.code.value.lower().replace("_", "-")
    left = len(place.questions)
    parts = [words("clarify-left", count=left)]
    if member is not None:
        parts.append(words("clarify-entry", person=person_line(member.person, words)))
    parts.append(words(f"question-{key}"))
    labels = [cleaned(label, LONGEST_LABEL) for label in _labels(question)]
    if len(set(labels)) < len(labels):
        # Cut to a button's length they are the same: told apart in the text, by number.
        parts += numbered((person_line(person, words) for person in question.options), words)
        labels = [f"{number}. {label}" for number, label in enumerate(labels, 1)]
    parts.append(words("clarify-hint"))
    options = tuple(
        (named(label, Action.CHOOSE, f"{at}/{left}"),) for at, label in enumerate(labels)
    )
    skip = button(words, "skip", Action.SKIP, f"/{left}")
    return Card(tuple(parts), (*options, (skip,), back(words)))


def _labels(question: Question) -> Sequence[str]:
    """The readings to choose between, each by what tells it from the others."""

    def surname(person: Person) -> str:
        return person.surname

    def full_name(person: Person) -> str:
        return person.full_name

    def position(person: Person) -> str:
        return person.position or person.full_name

    for describe in (surname, full_name, position):
        labels = [describe(person) for person in question.options]
        if len(labels) > 1 and len(set(labels)) == len(labels):
            return labels
    return [person.full_name for person in question.options]


def _checking_list(place: CheckingList, submission: Submission, words: Words) -> Card:
    team, office = submission.team, submission.office
    count = len(team.steering)
    size_now = size_line(Block.STEERING, count, office, words)
    parts: list[Part] = [
        words("step-2"),
        words("step-2-read", count=count),
        Listing(numbered(_members(team.steering, words), words)),
    ]
    known = team.plenipotentiary
    if known is not None and known.seat is Seat.OUTSIDE:
        parts.append(words("step-2-outside", name=name_of(known.person)))
    # The note has told of data that were left out: such a line is not one without a surname.
    skipped = tuple(
        words("skipped-line", line=cleaned(line, LONGEST_SKIPPED))
        for line in place.skipped
        if line != DISCARDED
    )
    if skipped:
        told = words("step-2-skipped", count=len(skipped))
        parts += [GAP, told, Listing(skipped, "more-rows")]
    if place.left:
        left = (words("skipped-line", line=cleaned(text, LONGEST_SKIPPED)) for text in place.left)
        parts += [GAP, words("step-2-left"), Listing(tuple(left), "more-rows")]
    if any(names_a_post(line) for line in place.skipped):
        parts.append(words("step-2-who"))
    parts += [
        GAP,
        words("step-2-listed", size=size_now),
        *size_means(Block.STEERING, count, submission, words),
        words("step-2-question"),
    ]
    rows = (
        (button(words, "yes", Action.LIST_OK, style="success"),),
        (
            button(words, "fix", Action.LIST_FIX),
            button(words, "add", Action.LIST_ADD),
            button(words, "remove", Action.LIST_REMOVE),
        ),
        back(words),
    )
    return Card(tuple(parts), rows)


def _members(members: Sequence[Member], words: Words) -> list[Html]:
    """Members as they are stored, with what is to be noticed about each."""
    return [member_line(member, words, *_marks(member, words)) for member in members]


def _marks(member: Member, words: Words) -> list[Html]:
    marks = [words("mark-chosen")] if member.seat is Seat.EDITORIAL else []
    borderline = member.person.position_class is PositionClass.BORDERLINE
    return (
        [*marks, words("mark-borderline")] if borderline and not member.plenipotentiary else marks
    )


def _over(submission: Submission, words: Words) -> list[Html]:
    office = submission.office
    verdict = office.size(Block.STEERING, len(submission.team.steering))
    if verdict.size is not Size.OVER:
        return []
    column = source(Block.STEERING, office, words)
    return [words("removing-over", count=verdict.by, column=column)]


def _choosing(
    asked: Sequence[Html], action: Action, page: int, submission: Submission, words: Words
) -> Card:
    """Removing and correcting: the whole list by number, and a page of it as buttons."""
    people = submission.team.steering
    here, pages, indices = paged(len(people), page)
    size_now = size_line(Block.STEERING, len(people), submission.office, words)
    parts: list[Part] = [
        words("step-2"),
        *asked,
        words("step-2-listed", size=size_now),
        Listing(numbered(_members(people, words), words)),
    ]
    if pages > 1:
        parts += [GAP, words("page", page=here + 1, pages=pages)]
    rows = [
        (named(f"{at + 1}. {people[at].person.full_name}", action, str(people[at].id)),)
        for at in indices
    ]
    return Card(tuple(parts), (*rows, *pager(words, here, pages), back(words)))


def _confirming_removal(member_id: int, team: Team, words: Words) -> Card:
    member = team.member(member_id)
    name = name_of(member.person) if member else "–"
    remove = button(words, "remove", Action.REMOVE_SURELY, str(member_id), "danger")
    return Card((words("step-2"), words("removal-cascade", name=name)), ((remove,), back(words)))


def _correcting_member(place: CorrectingMember, team: Team, words: Words) -> Card:
    member = team.member(place.member_id)
    person = member.person if member else Person("–", "")
    parts: list[Part] = [
        words("step-2"),
        words("correcting-member", person=person_line(person, words)),
    ]
    told = (value for name, value in details(person).items() if value and name != "title")
    contact = ", ".join(told)
    if contact:
        parts.append(words("correcting-contact", contact=cleaned(contact, 120)))
    if not place.others:
        return Card(tuple(parts), (back(words),))
    parts.append(words("correcting-left", count=len(place.others)))
    return Card(tuple(parts), ((button(words, "skip", Action.SKIP),), back(words)))
