"""Whom typed words choose of a team: numbers, surnames in any case, „wszyscy oprócz …”.

Source: product.md, the steps; R5 for those who are not of the steering group.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from conversations.pasted_list import (
    Mention,
    everybody_edits,
    mentions,
    read,
    read_numbers,
    those_left,
)
from conversations.people import Person
from conversations.team import Seat, Team
from conversations.vocabulary import fold

_HEADED = re.compile(
    r"^\W*(?:(?:do|w)\s+)?(?:zesp\w+\s+redakcyjn\w+|ZR|redakcj\w+|blok\w*\s+II)"
    r"(?:\s+(?:to|będą|będzie|wejdą|wchodzą|tworzą|w składzie))*[\s:–-]+",
    re.IGNORECASE,
)
"""„Zespół redakcyjny: ”, „do zespołu redakcyjnego wejdą ”."""
_CHOOSING = re.compile(r"^\W*(?:wybieram\w*|proponuj\w+|niech będą|będą)\s+", re.IGNORECASE)
"""„Wybieramy ”: what may stand before those who are chosen in step 3."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Members as typed: ids in that order, people from outside the group, an unknown number."""

    members: tuple[int, ...]
    outsiders: tuple[Person, ...] = ()
    unknown_number: bool = False


def choose_members(team: Team, text: str) -> Choice | None:
    """Read typed steering members: the numbers the card shows, or names. None when neither.

    A bare surname will do where one steering member alone bears it, in any case: „panią Lis i p.
    Sikorę”.
    """
    numbers = read_numbers(text)
    if numbers:
        numbered = [team.numbered(number) for number in numbers]
        chosen = tuple(member.id for member in numbered if member)
        return Choice(chosen, unknown_number=None in numbered)
    by_surname = _by_surnames(team, text)
    if by_surname:
        return Choice(by_surname)
    if by_mention := _by_mentions(team, text):
        return by_mention
    found = [(listed.person, team.find(listed.person)) for listed in read(text).people]
    members = [member.id for _, member in found if member and member.seat is not Seat.OUTSIDE]
    outsiders = [
        member.person if member else person
        for person, member in found
        if member is None or member.seat is Seat.OUTSIDE
    ]
    return Choice(tuple(dict.fromkeys(members)), tuple(outsiders)) if found else None


def choose_editors(team: Team, text: str) -> Choice | None:
    """Read typed editors: as `choose_members` does, or the whole group but those left out."""
    everybody = _everybody(team, text, headed=False)
    return everybody or choose_members(team, _CHOOSING.sub("", _HEADED.sub("", text)))


def with_editors(team: Team, text: str) -> Team | None:
    """The team after „zespół redakcyjny: wszyscy oprócz Jana Gila”; None for any other text."""
    choice = _everybody(team, text, headed=True)
    return seat_editors(team, choice.members) if choice else None


def heads_editors(text: str) -> bool:
    """Whether one line says itself that it tells the editors: „zespół redakcyjny: Lis, Gil”."""
    return "\n" not in text.strip() and _HEADED.match(text) is not None


def seat_editors(team: Team, chosen: Sequence[int]) -> Team:
    """The team with these of the steering group as its editors, and nobody else of it."""
    for member in team.steering:
        team = team.seat(member.id, Seat.EDITORIAL if member.id in chosen else Seat.STEERING)
    return team


def _everybody(team: Team, text: str, *, headed: bool) -> Choice | None:
    but = everybody_edits(text, headed=headed)
    left = None if but is None else those_left([each.person for each in team.steering], but)
    return Choice(tuple(team.steering[at - 1].id for at in left)) if left else None


def _by_surnames(team: Team, text: str) -> tuple[int, ...]:
    """The members whose bare surnames are all that the text says, parted by blanks alone."""
    chosen = []
    for word in text.split():
        bearers = [m.id for m in team.steering if fold(m.person.surname) == fold(word)]
        if len(bearers) != 1:
            return ()
        chosen.append(bearers[0])
    return tuple(dict.fromkeys(chosen))


def _by_mentions(team: Team, text: str) -> Choice | None:
    """Those whom the text names and nothing else: members, or whole names of outsiders.

    None where a name fits nobody, or several. „Lis” is Anna Lis rather than Ewa Lis-Sadowska.
    """
    chosen, outsiders = list[int](), list[Person]()
    for mention in mentions(text):
        fitting = [each.id for each in team.steering if _is_meant(mention, each.person)]
        if len(fitting) > 1:
            fitting = list(_by_surnames(team, " ".join(mention.words)))
        people = read(" ".join(mention.words)).people if not fitting else ()
        if len(fitting) != 1 and len(people) != 1:
            return None
        chosen += fitting
        outsiders += [each.person for each in people]
    return Choice(tuple(dict.fromkeys(chosen)), tuple(outsiders)) if chosen else None


def _is_meant(mention: Mention, person: Person) -> bool:
    """Whether a surname, or a whole name, is this person's: „Ewa Lis” is not Ewa Lis-Sadowska."""
    told = sum(len(word.split("-")) for word in mention.words)
    whole = len(re.findall(r"[^\W_]+", person.full_name))
    return mention.fits(person) and (len(mention.words) == 1 or told == whole)
