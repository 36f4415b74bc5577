"""What is asked before typed words change a list: corrections in prose, matched positions."""

from collections.abc import Sequence
from dataclasses import replace

from bot.screens.parts import (
    GAP,
    Card,
    Listing,
    Part,
    Row,
    back,
    button,
    in_one_line,
    member_line,
    name_of,
    named,
    numbered,
    person_line,
    size_line,
)
from bot.screens.view import Button
from bot.words import Html, Words, cleaned
from conversations.enrolment import meanings
from conversations.events import Action, Meaning
from conversations.limits import Block
from conversations.overview import PAGE
from conversations.people import Person
from conversations.places.enrolment import ConfirmingChange, ConfirmingMatch, TellingApart
from conversations.submission import Submission
from conversations.team import Member, Seat, Team
from conversations.team_change import apply, editors_leaving, newcomers, people_of

LONGEST_WORDS = 300
_STEPS = {Block.STEERING: "2", Block.EDITORIAL: "3"}
_MEANT = {
    Meaning.ANSWER: "meant-answer",
    Meaning.PLENIPOTENTIARY: "meant-plenipotentiary",
    Meaning.LIST: "meant-list",
}


def matching(place: ConfirmingMatch, team: Team, words: Words) -> Card:
    """The card of `ConfirmingMatch`: every name with the position that was given to it."""
    members = [member for each in place.members if (member := team.member(each))]
    pairs = Listing(numbered((member_line(member, words) for member in members), words))
    parts = (words("step-2"), words("match-told"), pairs, words("match-ask"))
    yes = button(words, "yes", Action.MATCHED, style="success")
    return Card(parts, ((yes, button(words, "no", Action.UNMATCHED)), back(words)))


def changing(place: ConfirmingChange, submission: Submission, words: Words) -> Card:
    """The card of `ConfirmingChange`: first what is not certain, then the change as a whole."""
    team = submission.team
    parts: list[Part] = [words(f"step-{_STEPS[place.block]}")]
    if place.unsure:
        asked, rows = _who_leaves(place, team, words)
    elif place.readings:
        asked, rows = _who_joins(place, words)
    elif place.agreed:
        names = [member.person.full_name for member in editors_leaving(team, place)]
        asked = [words("removal-cascade", name=in_one_line(names, words))]
        rows = [(button(words, "remove", Action.REMOVE_SURELY, style="danger"),)]
    else:
        asked, rows = _whole(place, submission, words)
    return Card((*parts, *asked), (*rows, back(words)))


def telling_apart(place: TellingApart, submission: Submission, words: Words) -> Card:
    """The card of `TellingApart`: the words as typed, and what they may mean."""
    key = "apart-order" if place.rule is None else "apart-reason"
    parts = (words("apart-words", text=cleaned(place.text, LONGEST_WORDS)), words(key))
    rows = tuple((_meant(meaning, place, words),) for meaning in meanings(place, submission))
    return Card(parts, (*rows, back(words)))


def _meant(meaning: Meaning, place: TellingApart, words: Words) -> Button:
    order = meaning is Meaning.ANSWER and place.rule is None
    return button(words, "order" if order else _MEANT[meaning], Action.MEANT, meaning.value)


def _who_leaves(place: ConfirmingChange, team: Team, words: Words) -> tuple[list[Part], list[Row]]:
    """Which of these people is meant, by the numbers of the list."""
    fitting, left = place.unsure[0], len(place.unsure) + len(place.readings)
    offered = [
        (number, member) for number, member in enumerate(team.steering, 1) if member.id in fitting
    ]
    lines = (
        words("numbered", number=number, entry=member_line(member, words))
        for number, member in offered
    )
    if len(offered) > PAGE:
        many = "change-whose-of-many" if place.post else "change-who-of-many"
        return [words(many), Listing(tuple(lines))], []
    rows: list[Row] = [
        (named(f"{number}. {member.person.full_name}", Action.CHOOSE, f"{member.id}/{left}"),)
        for number, member in offered
    ]
    asked = "change-whose-post" if place.post else "change-who-leaves"
    return [words(asked), Listing(tuple(lines))], rows


def _who_joins(place: ConfirmingChange, words: Words) -> tuple[list[Part], list[Row]]:
    """What the newcomer's name is; a surname alone needs the rest in words."""
    options, left = place.readings[0], len(place.unsure) + len(place.readings)
    whole = [(at, option) for at, option in enumerate(options) if option.given]
    if not whole:
        surname = cleaned(options[0].surname, 60)
        return [words("change-whole-name", surname=surname)], []
    parts: list[Part] = [
        words("change-who-joins"),
        *numbered((person_line(option, words) for _, option in whole), words),
        words("change-or-type"),
    ]
    return parts, [
        (named(f"{number}. {option.full_name}", Action.CHOOSE, f"{at}/{left}"),)
        for number, (at, option) in enumerate(whole, 1)
    ]


def _whole(
    place: ConfirmingChange, submission: Submission, words: Words
) -> tuple[list[Part], list[Row]]:
    """„Usunąć: … / Dopisać: …”, what follows from it, and how many there will be."""
    team = submission.team
    leaving = [member for each in place.leaving if (member := team.member(each))]
    joining = newcomers(team, place)
    there = [person for person in place.joining if person not in joining]
    parts: list[Part] = []
    if place.post and leaving:
        given = [replace(each, position=place.post) for each in _persons(leaving)]
        parts.append(words("change-post", people=_people(given, words)))
        leaving = []
    if leaving:
        parts.append(words("change-leaving", people=_people(_persons(leaving), words)))
    if joining:
        parts.append(words("change-joining", people=_people(joining, words)))
    if there:
        parts.append(words("change-there", people=_people(there, words)))
    parts += _what_follows(place, leaving, joining, submission, words)
    changed = apply(team, place)
    if isinstance(changed, Team) and not place.post:
        count = len(people_of(changed, place.block))
        size = size_line(place.block, count, submission.office, words)
        parts.append(words("change-size", size=size))
    if not submission.editable:
        parts.append(words("change-amends"))
    parts += [GAP, words("change-ask")]
    yes = button(words, "yes", Action.APPLY, style="success")
    rows: list[Row] = [(yes, button(words, "change", Action.REPHRASE))]
    if submission.editable and any(member.plenipotentiary for member in leaving):
        rows.append((button(words, "plenipotentiary", Action.EDIT_PLENIPOTENTIARY),))
    return parts, rows


def _what_follows(
    place: ConfirmingChange,
    leaving: Sequence[Member],
    joining: Sequence[Person],
    submission: Submission,
    words: Words,
) -> list[Html]:
    """What a change means beyond its block: for the plenipotentiary, and for block I (R5)."""
    if place.block is Block.STEERING:
        return [
            words("change-plenipotentiary", name=name_of(member.person))
            for member in leaving
            if member.plenipotentiary
        ]
    outside = [
        person
        for person in joining
        if (known := submission.team.find(person)) is None or known.seat is Seat.OUTSIDE
    ]
    return [words("change-outside", people=_people(outside, words))] if outside else []


def _persons(members: Sequence[Member]) -> list[Person]:
    return [member.person for member in members]


def _people(people: Sequence[Person], words: Words) -> Html:
    names = [
        f"{each.full_name} – {each.position}" if each.position else each.full_name
        for each in people
    ]
    return in_one_line(names, words)
