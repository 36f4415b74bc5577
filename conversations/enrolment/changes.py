"""Corrections in prose, and words that may be something else than what was asked for."""

import re
from dataclasses import replace

from conversations import approval
from conversations.enrolment.answers import at
from conversations.enrolment.lists import is_list, take_list
from conversations.enrolment.where import (
    after_change,
    after_list,
    awaited,
    listed,
    takes_list,
    whence,
)
from conversations.events import Action, Meaning, Note, Tapped
from conversations.list_entry import matched_right, matched_wrong
from conversations.notes import NoteCode
from conversations.pasted_list import ListedRole, mentions, read
from conversations.places.enrolment import (
    Answering,
    ConfirmingChange,
    ConfirmingMatch,
    Explaining,
    GivingOrder,
    NamingPlenipotentiary,
    RefusedPlenipotentiary,
    Requesting,
    StatingBasis,
    TellingApart,
    Whence,
)
from conversations.rules import find
from conversations.submission import Stage, Submission
from conversations.talk import Talk
from conversations.team import Member, Rule, Team
from conversations.team_change import (
    Proposal,
    answered_in_words,
    apply,
    editors_leaving,
    fitting_of,
    named,
    pointed_out,
    post_told,
    propose,
)
from conversations.turn import Turn, go, not_understood, refuse, said, stay
from conversations.vocabulary import fold

_VERBS = r"będzie|jest|to|zostaje|zostanie|wyznacz\w+|proponuj\w+|powołuj\w+|wybieram\w*"
_APPOINTS = re.compile(
    rf"^\W*(?:(?:now\w{{1,4}}|na|niech|{_VERBS})\s+){{0,2}}pełnomocni\w+(?:\s+ds\.?\s+\w+)?"
    rf"(?:\s+(?:{_VERBS}))?\W+"
    rf"|\W+(?:(?:{_VERBS}|na|jako|nasz\w*)\s+){{0,2}}pełnomocni\w+"
    r"(?:\s+ds\.?\s+(?:szj|iso|jakości|systemu\s+zarządzania\s+jakością))?\W*$",
    re.IGNORECASE,
)
"""What stands about a name: „Nowy Pełnomocnik: ”, „Pełnomocnikiem będzie ”, „ na Pełnomocnika”."""

_DENIES = re.compile(r"\bnie (?:bedzie|jest|zostanie|moze|wyznacz|chc|zgadza)")
_PROPOSES = re.compile(rf"^\W*(?:(?:niech|{_VERBS})\s+)+", re.IGNORECASE)
"""„Proponujemy Mazura”, „niech będzie Sowa”."""


def asked_in_prose(talk: Talk, submission: Submission, text: str) -> Turn | None:
    """Propose the change that typed words ask for; None where they ask for none."""
    begun = whence(talk.place)
    if begun is None:
        proposal = _beside_step_one(talk, submission, text)
    else:
        proposal = propose(submission.team, text, begun) or post_told(
            submission.team, text, begun, _doubted(talk, submission)
        )
    if proposal is None:
        return None
    people = read(text).people
    if len(people) > 1 or (people and len(text.splitlines()) > 1):
        return None
    if submission.office.closed:
        return refuse(talk, submission, NoteCode.LISTS_CLOSED)
    if not (submission.editable or submission.stage is Stage.SETTLED):
        return refuse(talk, submission, NoteCode.NOT_EDITABLE)
    return go(talk, submission, proposal.place or talk.place, proposal.note)


def _beside_step_one(talk: Talk, submission: Submission, text: str) -> Proposal | None:
    """The change of the list that is there already, where step 1 asks for somebody.

    Whoever takes the plenipotentiary's place is an answer to step 1.
    """
    team = submission.team
    asks = isinstance(talk.place, NamingPlenipotentiary | RefusedPlenipotentiary | Answering)
    proposal = propose(team, text, Whence.LIST) if asks and listed(team) else None
    if proposal is None or proposal.place is None or "pelnomocni" in fold(text):
        return None
    place, known = proposal.place, team.plenipotentiary
    concerned = {*place.leaving, *(each for some in place.unsure for each in some)}
    return None if known is not None and known.id in concerned else proposal


def _doubted(talk: Talk, submission: Submission) -> tuple[int, ...]:
    """Those whose posts the card asks about (R8)."""
    asks = isinstance(talk.place, Answering) and talk.place.rule is Rule.R8
    finding = find(submission.team, submission.office, Rule.R8) if asks else None
    return finding.about if finding else ()


def answered_in_prose(
    talk: Talk, submission: Submission, place: ConfirmingChange, text: str
) -> Turn:
    """Words on the card of a proposed change: an answer, another change, or a whole list."""
    if is_list(text) and takes_list(place, submission):
        return take_list(talk, submission, text)
    again = propose(submission.team, text, place.whence, place.then)
    if again is not None:
        return go(talk, submission, again.place or place, again.note)
    if not (place.unsure or place.readings):
        return not_understood(talk, submission, text)
    answered = answered_in_words(submission.team, place, text)
    if isinstance(answered, Note):
        return stay(talk, submission, answered)
    return go(talk, submission, answered)


def change_tapped(
    talk: Talk, submission: Submission, place: ConfirmingChange, tap: Tapped
) -> Turn | None:
    """A button on the card of a proposed change; None for one that is not on it."""
    left = len(place.unsure) + len(place.readings)
    match tap.action:
        case Action.CHOOSE:
            chosen, _, of = tap.argument.partition("/")
            answered = _chosen(place, chosen) if of == str(left) else None
            return go(talk, submission, answered) if answered else None
        case Action.REPHRASE:
            back = after_change(place, submission)
            return go(talk, submission, back, said(NoteCode.CHANGE_DROPPED))
        case Action.APPLY if not left and editors_leaving(submission.team, place):
            return go(talk, submission, replace(place, agreed=True))
        case Action.APPLY if not left:
            return _apply(talk, submission, place)
        case Action.REMOVE_SURELY if place.agreed and not left:
            return _apply(talk, submission, place)
        case _:
            return None


def _chosen(place: ConfirmingChange, chosen: str) -> ConfirmingChange | None:
    if place.unsure:
        return pointed_out(place, int(chosen)) if chosen.isdecimal() and chosen.isascii() else None
    options = place.readings[0] if place.readings else ()
    offered = {str(at): option for at, option in enumerate(options) if option.given}
    return named(place, offered[chosen]) if chosen in offered else None


def _apply(talk: Talk, submission: Submission, place: ConfirmingChange) -> Turn:
    """Apply the change whole; an approved team is opened by it (product.md step 7)."""
    team = apply(submission.team, place)
    if isinstance(team, Note):
        return stay(talk, submission, team)
    opened = submission if submission.editable else approval.amend(submission).submission
    changed = opened.with_team(team)
    return go(talk, changed, after_change(place, changed), said(NoteCode.CHANGED))


# --- Positions matched to names by their order -------------------------------------------------


def match_answered(
    talk: Talk, submission: Submission, place: ConfirmingMatch, *, matches: bool
) -> Turn:
    """Whether the positions belong to the names; where they do not, they are taken off."""
    if matches:
        team = matched_right(submission.team, place.members)
        return at(talk, submission, team, after_list(place.then, submission.with_team(team)))
    team = matched_wrong(submission.team, place.members)
    listed = after_list(place.then, submission.with_team(team))
    return at(talk, submission, team, listed, NoteCode.MATCH_UNDONE)


# --- Words that may be something else ----------------------------------------------------------


def told_apart(
    submission: Submission, place: Explaining | Requesting | GivingOrder | StatingBasis, text: str
) -> TellingApart | None:
    """The question what typed words mean, where they may be more than what was asked for."""
    if not submission.editable:
        return None
    if isinstance(place, Explaining):
        asked = TellingApart(text, place.rule)
    elif isinstance(place, Requesting):
        asked = TellingApart(text, place.rule, pleading=True, person=place.person)
    else:
        asked = TellingApart(text)
    return asked if len(meanings(asked, submission)) > 1 else None


def meanings(place: TellingApart, submission: Submission) -> tuple[Meaning, ...]:
    """What the words may mean: what was asked for, the plenipotentiary, or a change of the list."""
    found = [Meaning.ANSWER]
    people = read(appointed(place.text)).people
    # Beside a reason a bare name is a word of it; an order's number is never a name.
    appoints = appointed(place.text) != place.text or any(
        ListedRole.PLENIPOTENTIARY in each.roles for each in people
    )
    named_there = len(people) == 1 and (people[0].person.position is not None or appoints)
    if named_there:
        found.append(Meaning.PLENIPOTENTIARY)
    plain = named_there and not appoints
    if (plain and takes_list(awaited(place), submission)) or _changes(place, submission):
        found.append(Meaning.LIST)
    return tuple(found)


def appointed(text: str) -> str:
    """The text without the words that make somebody the plenipotentiary."""
    return _APPOINTS.sub("", text)


def denies_appointment(text: str) -> bool:
    """Whether one line says who is not to be appointed: „Pełnomocnikiem nie będzie Anna”."""
    return "\n" not in text.strip() and _DENIES.search(fold(text)) is not None


def of_the_list(team: Team, text: str) -> Member | None:
    """Who of the steering group alone may be meant by a surname or a number: „będzie p. Sowa”."""
    told = mentions(_PROPOSES.sub("", appointed(text), count=1))
    fitting = fitting_of(team, told[0]) if len(told) == 1 else ()
    return team.member(fitting[0]) if len(fitting) == 1 else None


def _changes(place: TellingApart, submission: Submission) -> bool:
    proposal = propose(submission.team, place.text, whence(awaited(place)) or Whence.LIST)
    return place.rule is not None and proposal is not None and proposal.certain


def meant_for_the_list(talk: Talk, submission: Submission, place: TellingApart) -> Turn:
    """The words change the list: as a correction in prose, or as a line of it."""
    proposal = propose(submission.team, place.text, whence(awaited(place)) or Whence.LIST)
    if proposal is not None and proposal.place is not None:
        return go(talk, submission, proposal.place)
    return take_list(talk, submission, place.text)
