"""What a pasted list, a typed choice or an answer to a question does to a team.

Between the reader (`conversations.pasted_list`, which knows no team) and the enrolment (which
knows no text). Nothing here decides where the conversation goes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from conversations.coordination_table import Sheet
from conversations.events import Action, Note, Tapped
from conversations.notes import NoteCode
from conversations.pasted_list import (
    DISCARDED,
    Change,
    Listed,
    ListedRole,
    Question,
    QuestionCode,
    Reading,
    WarningCode,
    read,
    read_change,
)
from conversations.pasted_list.names import is_given
from conversations.people import Person
from conversations.places.enrolment import Clarifying, RefusedPlenipotentiary
from conversations.positions import PositionClass, classify, normalise
from conversations.rules import find
from conversations.submission import Office
from conversations.team import MOST_PEOPLE, Member, Rule, Seat, Team, restated
from conversations.vocabulary import fold

LONGEST_LIST = 20_000
"""Letters: five messages full, or five hundred for each person that a team may hold. A file may
bring more, and reading it would hold up everybody."""

_ALIKE = 0.75
_ALIKE_SO_BEGUN = 0.6

MOST_QUESTIONS = 3
"""Asked one at a time; what is beyond is left to the advisor (domain.md §3.6 point 11)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A list entered into a team, and everything that is still to be said about it."""

    team: Team
    note: Note
    questions: tuple[Question, ...] = ()
    asked_members: tuple[int, ...] = ()
    outsiders: tuple[Person, ...] = ()
    refused: RefusedPlenipotentiary | None = None
    skipped: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    matched: tuple[int, ...] = ()
    changes: tuple[str, ...] = ()
    too_many: bool = False


def enter_list(team: Team, office: Office, text: str) -> Entry | None:
    """Enter every person of a pasted list. None when the text holds nobody.

    The whole list or nothing: a list for which the team has no room is `too_many`.

    Somebody already on the list is not entered twice (R10), and the plenipotentiary pasted again
    is the same person, silently. An editor whom the list does not seat in the steering group is
    an outsider to be asked about (R5); a marked plenipotentiary whom R2a or R2b forbids is refused.
    """
    too_many = Note(NoteCode.TOO_MANY, {"most": MOST_PEOPLE}, refusal=True)
    if len(text) > LONGEST_LIST:
        return Entry(team, too_many, too_many=True)
    reading = read(text)
    if not reading.people:
        return None
    outside = {
        question.about for question in reading.questions if question.code is QuestionCode.POZA_GRUPA
    }
    start = team
    twins = [
        reading.people[remark.about].person
        for remark in reading.warnings
        if remark.code is WarningCode.DUPLIKAT and remark.about is not None
    ]
    refused = None
    outsiders = []
    for index, listed in enumerate(reading.people):
        if index in outside:
            outsiders.append(listed.person)
            continue
        known = start.find(listed.person)
        if known is not None and known.seat >= Seat.STEERING and not known.plenipotentiary:
            twins.append(listed.person)
        team = team.add(listed.person, _seat(listed))
        entered = team.find(listed.person)
        if entered is None:
            return Entry(start, too_many, too_many=True)
        if ListedRole.PLENIPOTENTIARY in listed.roles and not entered.plenipotentiary:
            appointed = team.appoint(entered.person)
            rule = forbidden(appointed, office)
            if rule is None:
                team = appointed
            else:
                refused = RefusedPlenipotentiary(entered.person, rule)
    changes = [change for line in reading.skipped if (change := read_change(line))]
    doubtful = [
        (question, member.id)
        for question in reading.questions
        if question.about is not None and question.about not in outside
        if question.code is not QuestionCode.KTO or not _leaves(reading, question.about, changes)
        if (member := team.find(reading.people[question.about].person))
    ]
    note = _note(reading, start, team, twins)
    for question, member_id in doubtful:
        team = team.doubt(member_id, question.code)
    matched = _matched(reading, start, team)
    for member_id in matched:
        team = team.doubt(member_id, QuestionCode.POTWIERDZ_DOPASOWANIE)
    asked = doubtful[:MOST_QUESTIONS]
    return Entry(
        team=team,
        note=note,
        questions=tuple(question for question, _ in asked),
        asked_members=tuple(member for _, member in asked),
        outsiders=tuple(outsiders),
        refused=refused,
        skipped=reading.skipped,
        left=tuple(left.text for left in reading.leftovers if left.text != DISCARDED),
        matched=matched,
        changes=tuple(line for line in reading.skipped if read_change(line)),
    )


def _leaves(reading: Reading, index: int, changes: Sequence[Change]) -> bool:
    """Whether this person is one of a change, which is proposed as a whole instead of asked."""
    person = reading.people[index].person
    return any(mention.means(index + 1, person) for change in changes for mention in change.leaving)


def names_a_post(line: str) -> bool:
    """Whether a skipped line is a post that is one for certain, with nobody named for it (KTO)."""
    return classify(normalise(" ".join(line.split()))) is not PositionClass.UNKNOWN


def _matched(reading: Reading, before: Team, after: Team) -> tuple[int, ...]:
    """Those whose position is of this list, where it was matched to the name by order alone."""
    whole = {question.code for question in reading.questions if question.about is None}
    if QuestionCode.POTWIERDZ_DOPASOWANIE not in whole:
        return ()
    return tuple(
        member.id
        for listed in reading.people
        if (position := listed.person.position)
        and (member := after.find(listed.person))
        and member.person.position == position
        and ((known := before.find(listed.person)) is None or known.person.position != position)
    )


def matched_right(team: Team, members: Sequence[int]) -> Team:
    """The team in which the positions of these members are confirmed."""
    for member_id in members:
        team = team.settle(member_id, QuestionCode.POTWIERDZ_DOPASOWANIE)
    return team


def matched_wrong(team: Team, members: Sequence[int]) -> Team:
    """The team without the positions of these members, which belong to other names."""
    for member_id in members:
        member = team.member(member_id)
        if member is not None:
            team = team.correct(member_id, replace(member.person, position=None))
    return matched_right(team, members)


def _seat(listed: Listed) -> Seat:
    return Seat.EDITORIAL if ListedRole.EDITORIAL in listed.roles else Seat.STEERING


def forbidden(team: Team, office: Office) -> Rule | None:
    """The rule by which only the coordinator may allow this plenipotentiary (BLOK/W)."""
    return next((rule for rule in (Rule.R2B, Rule.R2A) if find(team, office, rule)), None)


def _note(reading: Reading, before: Team, after: Team, twins: Sequence[Person]) -> Note:
    """One line about what was entered; what had to be thrown away is said first.

    People who are on the list already are a refusal only where the list tells nothing new of them.
    """
    added = len(after.steering) - len(before.steering)
    if any(warning.code is WarningCode.DANE_NADMIAROWE for warning in reading.warnings):
        return Note(NoteCode.EXTRA_DATA_DROPPED, {"count": added}, refusal=True)
    told = twins or [each.person for each in reading.people if before == after]
    names = ", ".join(person.full_name for person in told)
    if told and before == after:
        return Note(NoteCode.ONLY_DUPLICATES, {"people": names}, refusal=True)
    if twins and added:
        return Note(NoteCode.ADDED_WITH_DUPLICATES, {"count": added, "people": names})
    return Note(NoteCode.ADDED, {"count": added})


_ITEM = re.compile(r"\s*(?:[0-9]{1,2}[.)]|[-–•*])\s")


def list_from_sheets(sheets: Sequence[Sheet]) -> str:
    """A file's rows as the text that pasting them would have given: cells parted by tabs.

    A cell of several lines is one cell, unless it has its row to itself or its lines are numbered.
    """
    lines: list[str] = []
    for row in (row for sheet in sheets if not sheet.hidden for row in sheet.rows):
        cells = ["" if cell is None else str(cell) for cell in row]
        filled = [cell for cell in cells if cell.strip()]
        if len(filled) == 1 or any(_is_itemised(cell) for cell in filled):
            lines += "\n".join(filled).splitlines()
        else:
            lines.append("\t".join(" ".join(cell.split("\n")) for cell in cells))
    return "\n".join(line.strip() for line in lines if line.strip())


def _is_itemised(cell: str) -> bool:
    lines = cell.splitlines()
    return len(lines) > 1 and all(_ITEM.match(line) for line in lines)


def clarify(team: Team, place: Clarifying, tap: Tapped) -> tuple[Team, Clarifying] | Note:
    """Answer the first question by one of its options, or leave it to the advisor (SKIP).

    STALE for a button of a question that was answered before: pressed twice, it must not answer
    the next one. ALREADY_ON_LIST for an answer that is somebody else of the team (R10).
    """
    chosen, _, left = tap.argument.partition("/")
    if left != str(len(place.questions)):
        return Note(NoteCode.STALE, refusal=True)
    if tap.action is Action.SKIP:
        return team, _answered(place)
    member = _asked_about(team, place)
    options = place.questions[0].options
    if chosen not in {str(at) for at in range(len(options))}:
        return Note(NoteCode.STALE, refusal=True)
    return _settled(team, place, restated(member.person, options[int(chosen)]))


def correct_with(team: Team, place: Clarifying, text: str) -> tuple[Team, Clarifying] | Note | None:
    """Answer the first question in words: a full entry, or the full given names for an initial.

    None when the words answer nothing, or name somebody else; ALREADY_ON_LIST as in `clarify`.
    """
    question, member = place.questions[0], _asked_about(team, place)
    asked_given = question.code is QuestionCode.PELNE_IMIE
    given = _given_names(text, member.person.given) if asked_given else None
    if given is not None:
        person: Person | None = replace(member.person, given=given)
    else:
        person = corrected_person(member.person, text)
    if person is None:
        return None
    meant = _may_be_meant(person, (member.person, *question.options), question)
    if not meant and team.find(person) is None:
        return None
    return _settled(team, place, person)


def _may_be_meant(typed: Person, asked: Sequence[Person], question: Question) -> bool:
    """Whether a name may be the one asked about, spelled anew: the surnames are alike, and so are
    the given names where not they are what is asked.
    """
    initials = {fold(each.given)[:1] for each in asked}
    alike = question.code is QuestionCode.PELNE_IMIE or fold(typed.given)[:1] in initials
    parts = _parts_of(typed.surname)
    return alike and any(
        _are_alike(part, other)
        for each in asked
        for other in _parts_of(each.surname)
        for part in parts
    )


def _parts_of(surname: str) -> list[str]:
    return re.split(r"[ -]", fold(surname))


def _are_alike(one: str, other: str) -> bool:
    """„lipinska” and „lipska”, „kowalczyk” and „kowalski”, but not „zalewski” and „lewandowski”."""
    ratio = SequenceMatcher(None, one, other).ratio()
    return ratio >= (_ALIKE_SO_BEGUN if one[:3] == other[:3] else _ALIKE)


def _given_names(text: str, known: str) -> str | None:
    """One or two given names and nothing else: words that the reader takes for no full name.

    The first is a name in use, or begins as the `known` initial does: „nie wiem” is nobody's.
    """
    words = text.split()
    reading = read(text)
    certain = bool(reading.people) and not reading.questions
    if certain or len(words) not in {1, 2} or not all(word.isalpha() for word in words):
        return None
    if not (is_given(words[0]) or fold(words[0])[0] == fold(known)[0]):
        return None
    return " ".join(word.capitalize() for word in words)


def _asked_about(team: Team, place: Clarifying) -> Member:
    member = team.member(place.members[0])
    assert member is not None, "settle has dropped the questions about people who left"
    return member


def _settled(team: Team, place: Clarifying, person: Person) -> tuple[Team, Clarifying] | Note:
    """The team with the first question's member as this person, unless that is somebody else."""
    answered = team.settle(place.members[0], place.questions[0].code)
    corrected = corrected_team(answered, place.members[0], person)
    return corrected if isinstance(corrected, Note) else (corrected, _answered(place))


def _answered(place: Clarifying) -> Clarifying:
    return replace(place, questions=place.questions[1:], members=place.members[1:])


def corrected_team(team: Team, member_id: int, person: Person) -> Team | Note:
    """The team with a member's details replaced, unless they are somebody else's of it (R10)."""
    twin = team.find(person)
    if twin is not None and twin.id != member_id:
        return Note(NoteCode.ALREADY_ON_LIST, {"person": person.full_name}, refusal=True)
    return team.correct(member_id, person)


def corrected_person(known: Person, text: str) -> Person | None:
    """`known` as the text corrects it: an entry, or a bare position. None when neither.

    What the text leaves unsaid stays as it was.
    """
    people = read(text).people
    if len(people) == 1:
        return restated(known, people[0].person)
    single = " ".join(text.split())
    if not people and "\n" not in text and classify(single) is not PositionClass.UNKNOWN:
        return replace(known, position=normalise(single))
    return None
