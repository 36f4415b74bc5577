"""What typed words do, by what the card asks for."""

from dataclasses import replace

from conversations import approval
from conversations.basis import read_order, tells_of_order
from conversations.choosing import (
    Choice,
    choose_editors,
    choose_members,
    heads_editors,
    seat_editors,
)
from conversations.enrolment.answers import at, clarified, decided, on, removed, with_basis
from conversations.enrolment.changes import (
    answered_in_prose,
    appointed,
    asked_in_prose,
    denies_appointment,
    meanings,
    meant_for_the_list,
    of_the_list,
    told_apart,
)
from conversations.enrolment.delegation import substitute_named
from conversations.enrolment.lists import is_list, nobody, take_list
from conversations.enrolment.where import (
    EDITORIAL_RULES,
    after_correction,
    awaited,
    onward,
    takes_list,
)
from conversations.events import Meaning, Note
from conversations.limits import Block
from conversations.list_entry import correct_with, corrected_person, corrected_team, forbidden
from conversations.notes import NoteCode
from conversations.one_detail import with_detail
from conversations.pasted_list import (
    ListedRole,
    Question,
    QuestionCode,
    is_heading,
    read,
    read_numbers,
    read_post,
)
from conversations.people import Person
from conversations.places import Home
from conversations.places.enrolment import (
    AddingOutsider,
    Answering,
    CheckingList,
    Clarifying,
    ConfirmingChange,
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
)
from conversations.places.office import (
    AskingAdvisor,
    HandingOver,
    NamingSubstitute,
    OfficeAccess,
    Returning,
    RevokingAccess,
)
from conversations.positions import normalise
from conversations.reasons import LONGEST_REASON, is_reason, read_reason
from conversations.rules import find
from conversations.submission import Decider, Side, Submission
from conversations.talk import Talk
from conversations.team import MOST_PEOPLE, Basis, BasisKind, Confirmation, Rule
from conversations.turn import Context, Turn, go, not_understood, refuse, said, stay

LONGEST_POSITION = 150
PLENIPOTENTIARY_RULES = frozenset({Rule.R2, Rule.R2A, Rule.R2B})


def typed(talk: Talk, submission: Submission, text: str, context: Context) -> Turn:
    """Answer typed words according to what the card asks for."""
    place = talk.place
    match place:
        case Returning():
            comment = read_reason(text)
            if isinstance(comment, NoteCode):
                return refuse(talk, submission, comment, most=LONGEST_REASON)
            returned = approval.give_back(submission, Decider.HEAD, comment, place.about)
            return decided(talk, submission, returned)
        case AskingAdvisor():
            question = read_reason(text)
            if isinstance(question, NoteCode):
                return refuse(talk, submission, question, most=LONGEST_REASON)
            return decided(talk, submission, approval.say(submission, Side.OFFICE, question))
        case GivingOrder() | StatingBasis() if order := read_order(text):
            return with_basis(talk, submission, Basis(BasisKind.ORDER, *order), context)
        case Home() | Summary() | StatingBasis() | GivingOrder() if is_list(text) and takes_list(
            place, submission
        ):
            return take_list(talk, submission, text)
        case NamingSubstitute():
            return substitute_named(talk, submission, text, context)
        case ConfirmingChange():
            return answered_in_prose(talk, submission, place, text)
        case _ if (
            takes_list(place, submission)
            and heads_editors(text)
            and (turn := _editors_told(talk, submission, text))
        ):
            return turn
        case TellingApart():
            return typed(replace(talk, place=awaited(place)), submission, text, context)
        case GivingOrder() | StatingBasis() if apart := told_apart(submission, place, text):
            return go(talk, submission, apart)
        case _ if changing := asked_in_prose(talk, submission, text):
            return changing
        case GivingOrder():
            return refuse(talk, submission, NoteCode.ORDER_UNCLEAR)
        case StatingBasis() if tells_of_order(text):
            return go(talk, submission, GivingOrder())
        case Home() if onwards := _where_it_stands(talk, submission, text, context):
            return onwards
        case (
            Home() | Summary() | StatingBasis() | OfficeAccess() | RevokingAccess() | HandingOver()
        ):
            return not_understood(talk, submission, text)
        case NamingPlenipotentiary() | RefusedPlenipotentiary():
            return _name_plenipotentiary(talk, submission, text)
        case Answering(rule=rule) if rule in PLENIPOTENTIARY_RULES:
            return _name_plenipotentiary(talk, submission, text)
        case GivingPosition():
            return _give_position(talk, submission, place, text)
        case Explaining() | Requesting():
            return _explain(talk, submission, place, text)
        case Clarifying() if answered := correct_with(submission.team, place, text):
            return clarified(talk, submission, answered)
        case Clarifying(then=None):
            return _name_plenipotentiary(talk, submission, text)
        case Removing() | Correcting() if choice := choose_members(submission.team, text):
            return _chosen(talk, submission, choice, text)
        case CorrectingMember():
            return _correct(talk, submission, place, text)
        case PickingEditors() | AddingOutsider():
            return _choose_editors(talk, submission, text)
        case Answering(rule=rule) if rule in EDITORIAL_RULES:
            return _choose_editors(talk, submission, text)
        case Answering(rule=Rule.R4) if read_numbers(text) and (
            choice := choose_members(submission.team, text)
        ):
            return _chosen(talk, submission, choice, text)
        case Answering() if read_numbers(text):
            return not_understood(talk, submission, text)
        case _ if not takes_list(place, submission):
            return not_understood(talk, submission, text)
        case _ if read_numbers(text):
            return refuse(talk, submission, NoteCode.NUMBER_UNCLEAR)
        case _:
            return take_list(talk, submission, text)


def _where_it_stands(
    talk: Talk, submission: Submission, text: str, context: Context
) -> Turn | None:
    """Words on the office's card that answer the step it waits for; None for any other.

    They must say so themselves: „pełnomocnikiem będzie …”, a name with a post.
    """
    step = onward(submission) if submission.editable and "?" not in text else None
    match step:
        case NamingPlenipotentiary():
            told = appointed(text) != text or _is_entry(text)
        case NamingSteering():
            told = _is_entry(text)
        case _:
            told = False
    if step is None or not told:
        return None
    answered = typed(replace(talk, place=step), submission, text, context)
    refused = answered.talk.note is not None and answered.talk.note.refusal
    return None if refused else answered


def _is_entry(text: str) -> bool:
    """Whether a text is nothing but people with their posts."""
    reading = read(text)
    posts = all(listed.person.position for listed in reading.people)
    return bool(reading.people) and posts and not (reading.skipped or reading.leftovers)


def meant(talk: Talk, submission: Submission, place: TellingApart, meaning: Meaning) -> Turn | None:
    """Take words for what they were meant to be; None for what they cannot be."""
    if meaning not in meanings(place, submission):
        return None
    back = awaited(place)
    match meaning:
        case Meaning.ANSWER if not isinstance(back, GivingOrder):
            return explained(replace(talk, place=back), submission, back, place.text)
        case Meaning.ANSWER:
            return go(talk, submission, back)
        case Meaning.PLENIPOTENTIARY:
            return _name_plenipotentiary(talk, submission, appointed(place.text))
        case Meaning.LIST:  # pragma: no branch - the types have no other
            return meant_for_the_list(talk, submission, place)


def _name_plenipotentiary(talk: Talk, submission: Submission, text: str) -> Turn:
    """Step 1: one person is the plenipotentiary; a whole list fills what it marks.

    A list is whole also where one of its people alone could be read: the rest is told of.
    """
    reading = read(text)
    if "\n" not in text.strip() and len(reading.people) <= 1:
        plain = read(appointed(text))
        reading = plain if plain.people else reading
    marked = len(reading.people) == 1 and reading.people[0].roles == {ListedRole.PLENIPOTENTIARY}
    alone = marked and all(is_heading(line) for line in reading.skipped)
    unnamed = any(question.code is QuestionCode.KTO for question in reading.questions)
    if not reading.people and isinstance(talk.place, Answering):
        told = _told_of_plenipotentiary(submission, text)
        if told:
            return _appoint(talk, submission, told, ())
    if denies_appointment(text):
        return not_understood(talk, submission, text)
    known = of_the_list(submission.team, text) if not reading.people else None
    whole = len(reading.people) > 1 or unnamed or (reading.sections and not alone)
    if whole and known is None:
        return take_list(talk, submission, text)
    if not reading.people and known is None:
        return nobody(talk, submission, text)
    if known is not None:
        return _appoint(talk, submission, known.person, ())
    person = reading.people[0].person
    known = submission.team.find(person)
    if person.position is None and known is not None:
        person = known.person
    if person.position is None:
        return go(talk, submission, GivingPosition(person, reading.questions))
    return _appoint(talk, submission, person, reading.questions)


def _told_of_plenipotentiary(submission: Submission, text: str) -> Person | None:
    """The plenipotentiary with the post that words tell: „to zastępca wójta” (R2)."""
    member, told = submission.team.plenipotentiary, read_post(text)
    if member is None or told is None:
        return None
    about = not told.leaving or told.leaving[0].fits(member.person)
    return replace(member.person, position=told.post) if about else None


def _give_position(talk: Talk, submission: Submission, place: GivingPosition, text: str) -> Turn:
    """The position of a person named without one; a full entry is another candidate."""
    people = read(text).people
    if is_list(text) or (len(people) == 1 and people[0].person.position):
        return _name_plenipotentiary(talk, submission, text)
    if len(text) > LONGEST_POSITION:
        return refuse(talk, submission, NoteCode.TOO_LONG, most=LONGEST_POSITION)
    if not is_reason(text):
        return refuse(talk, submission, NoteCode.NOT_UNDERSTOOD)
    person = replace(place.person, position=normalise(text))
    return _appoint(talk, submission, person, place.questions)


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
    for question in questions:
        team = team.doubt(member.id, question.code)
    changed = submission.with_team(team)
    if questions:
        asked = Clarifying(questions, tuple(member.id for _ in questions))
        return go(talk, changed, asked, said(NoteCode.PLENIPOTENTIARY_SET))
    return go(talk, changed, onward(changed), said(NoteCode.PLENIPOTENTIARY_SET))


def _explain(talk: Talk, submission: Submission, place: Explaining | Requesting, text: str) -> Turn:
    """A reason for what is unusual (OSTRZ+), or for the coordinator (BLOK/W)."""
    if takes_list(place, submission) and is_list(text):
        return take_list(talk, submission, text)
    apart = told_apart(submission, place, text)
    if apart is not None:
        return go(talk, submission, apart)
    return explained(talk, submission, place, text)


def explained(
    talk: Talk, submission: Submission, place: Explaining | Requesting, text: str
) -> Turn:
    """Keep the words as the reason, whatever else they might have been."""
    reason = read_reason(text)
    if isinstance(reason, NoteCode):
        return refuse(talk, submission, reason, most=LONGEST_REASON)
    if isinstance(place, Requesting):
        team = submission.team.appoint(place.person) if place.person else submission.team
        asked = approval.request(submission.with_team(team), place.rule, reason)
        if not asked.done:
            return decided(talk, submission, asked)
        waiting = asked.submission
        return go(talk, waiting, onward(waiting), said(asked.code), asked.notices)
    finding = find(submission.team, submission.office, place.rule)
    assert finding is not None, "settle has left a place whose finding is answered"
    answer = Confirmation(place.rule, finding.about, finding.count, reason)
    return on(talk, submission, submission.team.confirm(answer))


def _chosen(talk: Talk, submission: Submission, choice: Choice, text: str) -> Turn:
    """Remove or correct people by the numbers the card shows, or by name."""
    team = submission.team
    if choice.unknown_number:
        return refuse(talk, submission, NoteCode.NO_SUCH_NUMBER, most=len(team.steering))
    if choice.outsiders and not choice.members and is_list(text):
        return take_list(talk, submission, text)
    if choice.outsiders:
        names = ", ".join(person.full_name for person in choice.outsiders)
        return refuse(talk, submission, NoteCode.NOT_ON_LIST, people=names)
    if isinstance(talk.place, Correcting):
        return go(talk, submission, CorrectingMember(choice.members[0], choice.members[1:]))
    editors = tuple(member.id for member in team.editorial if member.id in choice.members)
    for member_id in set(choice.members) - set(editors):
        team = team.remove(member_id)
    if team == submission.team:
        return go(talk, submission, ConfirmingRemoval(editors[0], editors[1:]))
    return removed(talk, submission, team, editors)


def _correct(talk: Talk, submission: Submission, place: CorrectingMember, text: str) -> Turn:
    """A new entry for one person, or one detail, which corrects that alone. Then the next."""
    member_id = place.member_id
    member = submission.team.member(member_id)
    assert member is not None, "settle has left the place of somebody who is gone"
    corrected = corrected_person(member.person, text) or with_detail(member.person, text)
    if corrected is None:
        return refuse(talk, submission, NoteCode.NOT_A_PERSON)
    team = corrected_team(submission.team, member_id, corrected)
    if isinstance(team, Note):
        return stay(talk, submission, team)
    changed = submission.with_team(team)
    following = after_correction(place.others, changed)
    return go(talk, changed, following, said(NoteCode.CORRECTED))


def _editors_told(talk: Talk, submission: Submission, text: str) -> Turn | None:
    """„Zespół redakcyjny: Lis, Gil” before step 3; None where it names nobody of the group."""
    choice = choose_editors(submission.team, text)
    if choice is None or not choice.members or choice.unknown_number:
        return None
    team = seat_editors(submission.team, choice.members)
    if choice.outsiders:
        return at(talk, submission, team, AddingOutsider(choice.outsiders, CheckingList()))
    return at(talk, submission, team, CheckingList(), NoteCode.EDITORS_SET)


def _choose_editors(talk: Talk, submission: Submission, text: str) -> Turn:
    """Step 3 typed: numbers, names or „wszyscy oprócz …” are the whole team.

    Outsiders are asked about (R5). Too many are kept, since a draft may exceed a limit, and asked
    about at once (R6).
    """
    team, seats = submission.team, submission.office.seats(Block.EDITORIAL)
    choice = choose_editors(team, text)
    if choice is None:
        return refuse(talk, submission, NoteCode.NOT_UNDERSTOOD)
    if choice.unknown_number:
        return refuse(talk, submission, NoteCode.NO_SUCH_NUMBER, most=len(team.steering))
    if choice.members:
        team = seat_editors(team, choice.members)
    if choice.outsiders:
        return at(talk, submission, team, AddingOutsider(choice.outsiders))
    if len(choice.members) > seats:
        return at(talk, submission, team, Answering(Rule.R6), NoteCode.EDITORS_SET)
    return at(talk, submission, team, PickingEditors(), NoteCode.EDITORS_SET)
