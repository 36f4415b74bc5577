"""Taking one person out of what an office wrote, and asking twice before anything is erased.

The working copy loses the person, so that the seat is free again. What was decided keeps its seats:
there an entry stands in the person's place, so that the counts of an approved version stay what
they were (domain.md §4.4, §4.6). Comments and reasons lose the name in any case that a Polish
name is likely to stand in; a word too much is struck rather than one too few.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from conversations.access import OFFICE_ROLES, Role
from conversations.events import Action, Tapped, read_id
from conversations.notes import NoteCode
from conversations.people import Person
from conversations.places import office_of
from conversations.submission import (
    Approval,
    Attendance,
    Office,
    Request,
    Return,
    Stage,
    Submission,
    Word,
)
from conversations.talk import ConfirmingErasure, Erasable, Talk
from conversations.team import Basis, Confirmation, Team
from conversations.turn import Erase, Turn, go, refuse
from conversations.vocabulary import CASE_ENDINGS, ERASED, fold

_WORD: Final = re.compile(r"[^\W\d_]+")
_NAME: Final = re.compile(r"[^\W\d_]+(?:['’`-][^\W\d_]+)*\.?")
_LONGEST_ENDING: Final = 4
_SHORT_STEM: Final = 4
_ALTERED: Final = {
    "k": "c",
    "g": "dz",
    "ch": "sz",
    "r": "rz",
    "t": "ci",
    "d": "dzi",
    "ab": "eb",
    "rzec": "rc",
    "cien": "tn",
    "dzien": "dn",
}
"""How the end of a stem may change: in the locative, „Kostka” – „Kostce”; or a vowel before it."""
_PHONE_DIGITS: Final = 9
"""Of a Polish number, without the code of the country."""


# --- Names in sentences -----------------------------------------------------------------------


def mentions(text: str, person: Person, *, whole: bool = False) -> bool:
    """Whether a text names this person by the surname, in any case of it.

    `whole`: only with the given name or its initial beside it, or the given name anywhere.
    """
    spans = _spans(text, person)
    if not whole or not person.given or not spans:
        return bool(spans)
    return any(each.with_given for each in spans) or bool(_spans(text, Person("", person.given)))


def reaches(text: str, person: Person) -> bool:
    """Whether a text tells the person's e-mail address or telephone, however it is spaced."""
    if person.email and person.email.casefold() in text.casefold():
        return True
    digits = re.sub(r"\D", "", person.phone or "")[-_PHONE_DIGITS:]
    spaced = r"[\s()./-]*".join(digits)
    return bool(digits and re.search(rf"(?:(?<!\d)|(?<=48)){spaced}(?!\d)", text))


def struck(text: str, person: Person) -> str:
    """The text with the person's name replaced, the given name beside the surname with it."""
    for span in reversed(_spans(text, person)):
        text = f"{text[: span.start]}[{ERASED}]{text[span.end :]}"
    return text


@dataclass(frozen=True, slots=True)
class _Span:
    """Where a name stands, and whether the given name stands there with the surname."""

    start: int
    end: int
    with_given: bool


def _spans(text: str, person: Person) -> list[_Span]:
    surnames = [fold(each) for each in _WORD.findall(person.surname)]
    given = [fold(each) for each in _WORD.findall(person.given)]
    if not surnames:
        surnames, given = given, []
    words = list(_NAME.finditer(text))
    spans: list[_Span] = []
    for at, word in enumerate(words):
        parts = _WORD.findall(word.group())
        if not any(_inflects(part, name) for part in parts for name in surnames):
            continue
        start, end = word.start(), word.start() + len(word.group().rstrip("."))
        first = at
        while first and _beside(words[first - 1], words[first], text, given):
            first -= 1
            start = words[first].start()
        last = at
        while last + 1 < len(words) and _beside(words[last + 1], words[last], text, given):
            last += 1
            end = words[last].end()
        with_given = (first, last) != (at, at)
        if spans and start <= spans[-1].end:
            start = spans.pop().start
        spans.append(_Span(start, end, with_given))
    return spans


def _beside(word: re.Match[str], other: re.Match[str], text: str, given: list[str]) -> bool:
    """Whether a word is a given name, or its initial, with nothing but a space between."""
    first, second = sorted((word, other), key=lambda each: each.start())
    if text[first.end() : second.start()].strip():
        return False
    said = fold(word.group().rstrip("."))
    initial = word.group().endswith(".") and len(said) == 1
    return any(_inflects(said, name) or (initial and name.startswith(said)) for name in given)


def _inflects(word: str, name: str) -> bool:
    """Whether a word may be a case of a name (folded)."""
    said = fold(word)
    if said == name:
        return True
    for stem in _stems(name):
        ending = said.removeprefix(stem)
        if ending == said and stem:
            continue
        if ending in CASE_ENDINGS or (len(stem) >= _SHORT_STEM and len(ending) <= _LONGEST_ENDING):
            return True
    return False


def _stems(name: str) -> Iterator[str]:
    """What the cases of a name begin with: „Sikora” – „Sikor”, „Krawiec” – „Krawc”."""
    stem = name.rstrip("aeiouy")
    stem = stem if len(stem) > 1 else name
    yield stem
    for end, altered in _ALTERED.items():
        if stem.endswith(end):
            yield stem.removesuffix(end) + altered
    if len(name) >= _SHORT_STEM and name[-2] in "eo":
        yield name[:-2].removesuffix("i") + name[-1]


# --- Teams ------------------------------------------------------------------------------------


def found_in(team: Team, key: str) -> Person | None:
    """The person of this key (`Person.key`) in a team."""
    return next((each.person for each in team.members if each.person.key == key), None)


def removed(team: Team, person: Person) -> Team:
    """A working copy without this person: whatever was confirmed about them is asked again."""
    gone = {each.id for each in team.members if each.person.key == person.key}
    appointed = any(each.plenipotentiary and each.id in gone for each in team.members)
    kept = tuple(each for each in team.members if each.id not in gone)
    answers = tuple(each for each in team.confirmations if not gone.intersection(each.about))
    return replace(
        team,
        members=kept,
        basis=None if appointed else _basis(team.basis, person),
        confirmations=_answers(answers, person),
    )


def masked(team: Team, person: Person) -> Team:
    """A decided team in which an entry without a name keeps this person's seats."""
    members = tuple(
        replace(each, person=_nobody(each.id), doubts=()) if each.person.key == person.key else each
        for each in team.members
    )
    return replace(
        team,
        members=members,
        basis=_basis(team.basis, person),
        confirmations=_answers(team.confirmations, person),
    )


def _nobody(member_id: int) -> Person:
    """Who stands in the place of somebody erased; the number tells two of them apart (R10)."""
    return Person(ERASED, f"({member_id})")


def is_erased(person: Person) -> bool:
    """Whether this entry only keeps the seat of somebody erased."""
    return person.given == ERASED


def _basis(basis: Basis | None, person: Person) -> Basis | None:
    return masked_basis(basis, person) if basis else None


def masked_basis(basis: Basis, person: Person) -> Basis:
    """The basis of a decision without the person's name."""
    return replace(basis, number=struck(basis.number, person) if basis.number else None)


def _answers(answers: tuple[Confirmation, ...], person: Person) -> tuple[Confirmation, ...]:
    return tuple(
        replace(each, reason=struck(each.reason, person)) if each.reason else each
        for each in answers
    )


# --- Submissions ------------------------------------------------------------------------------


def without_person(submission: Submission, person: Person) -> Submission:
    """An office's submission without a person. What waited for the head is a draft again.

    Where draft and decision are one, both keep the seat, so that nothing appears to be amended.
    """
    settled = submission.stage is Stage.SETTLED
    team = masked(submission.team, person) if settled else removed(submission.team, person)
    changed = team != submission.team
    stage = submission.stage
    if changed and stage is Stage.SUBMITTED:
        stage = Stage.DRAFTING
    gone = {each.id for each in submission.team.members if each.person.key == person.key}
    return replace(
        submission,
        office=without_attendance(submission, person),
        team=team,
        stage=stage,
        approval=_approval(submission.approval, person),
        returned=_returned(submission.returned, person),
        request=_request(submission.request, person, gone),
        word=_word(submission.word, person, gone),
    )


def without_attendance(submission: Submission, person: Person) -> Office:
    """The office without the person's attendance: it is that of the entry which keeps their seat.

    So nobody is asked anew whether an editor who was decided took block I (R11).
    """
    office, decided = submission.office, submission.approval
    if office.attendance is None:
        return office
    seats = (
        {each.id for each in decided.team.members if each.person.key == person.key}
        if (decided)
        else set()
    )
    kept = {_nobody(each).key for each in seats}

    def without(keys: frozenset[str]) -> frozenset[str]:
        return (keys - {person.key}) | kept if person.key in keys else keys

    held = office.attendance
    return replace(office, attendance=Attendance(without(held.people), without(held.editors)))


def _word(word: Word | None, person: Person, gone: set[int]) -> Word | None:
    """A word about the person falls with them."""
    if word is None or word.about in gone:
        return None
    return replace(word, text=struck(word.text, person))


def _approval(approval: Approval | None, person: Person) -> Approval | None:
    if approval is None:
        return None
    team = masked(approval.team, person)
    return replace(approval, team=team, basis=_basis(approval.basis, person))


def _returned(returned: Return | None, person: Person) -> Return | None:
    return replace(returned, comment=struck(returned.comment, person)) if returned else None


def _request(request: Request | None, person: Person, gone: set[int]) -> Request | None:
    """A plea about the person falls with them."""
    if request is None or gone.intersection(request.about):
        return None
    return replace(request, reason=struck(request.reason, person))


def without_team(submission: Submission, *, approved: bool) -> Submission:
    """An office's submission without its working copy; with `approved`, without anybody.

    An approved version that stays is the working copy again. Numbers of people are not given
    twice, so that a button from before names nobody else.
    """
    cleared = replace(submission, returned=None, request=None, word=None, entered=False)
    if submission.approval is not None and not approved:
        return replace(cleared, team=submission.approval.team, stage=Stage.SETTLED)
    next_id = submission.team.next_id
    if submission.approval is not None:
        next_id = max(next_id, submission.approval.team.next_id)
    office = submission.office
    if office.attendance is not None:
        office = replace(office, attendance=Attendance())
    nobody = Team(next_id=next_id)
    return replace(cleared, office=office, team=nobody, stage=Stage.EMPTY, approval=None)


# --- The chat ---------------------------------------------------------------------------------


def step(talk: Talk, tap: Tapped) -> Turn:
    """Answer a button about erasing: show what it would do, ask again, do it.

    A card of its own lies over the place; only the button of that very card leads on, so that an
    old one erases nothing. Whose office it is follows from the role and from the card below.
    """
    wanted = _read(tap.argument)
    if wanted is None or not _may(talk, wanted):
        return refuse(talk, None, NoteCode.STALE)
    if tap.action is Action.ERASE:
        return _over(talk, wanted)
    shown = talk.topic
    if not isinstance(shown, ConfirmingErasure) or replace(shown, surely=False) != wanted:
        return refuse(talk, None, NoteCode.STALE)
    if wanted.what is Erasable.PERSON and not wanted.member_id:
        return refuse(talk, None, NoteCode.STALE)
    if tap.action is Action.ERASE_ON:
        return _over(talk, replace(wanted, surely=True))
    if not shown.surely:
        return refuse(talk, None, NoteCode.STALE)
    effect = Erase(wanted.what, wanted.office_id, wanted.member_id, tap.version)
    return go(talk, None, talk.place, effects=(effect,))


def _over(talk: Talk, topic: ConfirmingErasure) -> Turn:
    return Turn(replace(talk, topic=topic, note=None), None)


_CODES: Final = {
    "m": Erasable.ACCOUNT,
    "d": Erasable.DRAFT,
    "o": Erasable.OFFICE,
    "p": Erasable.PERSON,
}
"""First letter of such a button's argument; the office follows, and the member after a dot."""


def argument_of(wanted: ConfirmingErasure) -> str:
    """What the button to a card about erasing carries."""
    letter = next(letter for letter, what in _CODES.items() if what is wanted.what)
    office = str(wanted.office_id or "")
    return f"{letter}{office}.{wanted.member_id}" if wanted.member_id else f"{letter}{office}"


def _read(argument: str) -> ConfirmingErasure | None:
    what = _CODES.get(argument[:1])
    office, _, member = argument[1:].partition(".")
    if what is Erasable.ACCOUNT:
        return ConfirmingErasure(what) if not argument[1:] else None
    office_id, member_id = read_id(office), read_id(member) if member else 0
    if what is None or office_id is None or member_id is None:
        return None
    if member_id and what is not Erasable.PERSON:
        return None
    return ConfirmingErasure(what, office_id, member_id)


def _may(talk: Talk, wanted: ConfirmingErasure) -> bool:
    """The head erases the draft of the own office; the coordinator what the card is about."""
    if wanted.what is Erasable.ACCOUNT:
        return True
    grant = talk.grant
    if grant is None:
        return False
    if grant.role is Role.COORDINATOR:
        return office_of(talk.place) == wanted.office_id
    own = grant.role in OFFICE_ROLES and grant.office_id == wanted.office_id
    return own and grant.role is Role.HEAD and wanted.what is Erasable.DRAFT
