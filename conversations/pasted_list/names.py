"""Which words of a name are given names, and which the surname (domain.md §3.6 points 6–8).

Evidence, strongest first: the column's heading, the e-mail address, capitals, given names in use,
the shape of a surname, the order of the list's clear rows. Without any, the usual order is taken
and asked about. Words are never changed but for their case.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from conversations.pasted_list.given_names import COMMON_SURNAMES, GIVEN_NAMES
from conversations.pasted_list.values import QuestionCode
from conversations.pasted_list.words import PARTICLES, SURNAME_ENDINGS
from conversations.vocabulary import fold

_APOSTROPHES: Final = "'’ʼ`´"
_LONGEST_PART: Final = 40


class Order(Enum):
    """Which comes first in a row, the given names or the surname."""

    GIVEN_FIRST = "given"
    SURNAME_FIRST = "surname"


@dataclass(frozen=True, slots=True)
class Name:
    """One reading of a name."""

    given: str
    surname: str


@dataclass(frozen=True, slots=True)
class NameReading:
    """The best reading, and what to ask about it; `others` are the readings it beat."""

    name: Name
    code: QuestionCode | None = None
    others: tuple[Name, ...] = ()


def is_given(word: str) -> bool:
    """Whether every part of the word is a given name in use, whatever its case or letters."""
    parts = fold(word).split("-")
    return len(word) <= _LONGEST_PART and all(part in GIVEN_NAMES for part in parts)


def is_initial(word: str) -> bool:
    """„A.”, „A” or „J.P.”: what stands for a given name."""
    letters = word.rstrip(".").split(".")
    return all(len(part) == 1 and part.isalpha() for part in letters)


def is_name_shaped(word: str) -> bool:
    """Whether the word could be part of a name: letters, hyphens, apostrophes, or an initial."""
    if is_initial(word):
        return word[0].isupper()
    bare = word.strip("-")
    return (
        1 < len(bare) <= _LONGEST_PART
        and bare == word
        and all(char.isalpha() or char in "-" + _APOSTROPHES for char in word)
        and word[0].isalpha()
    )


def looks_like_surname(word: str) -> bool:
    """Whether the word has a shape that given names have not: a hyphen or a surname's ending."""
    if is_given(word):
        return False
    folded = fold(word)
    return (
        "-" in word
        or any(char in word for char in _APOSTROPHES)
        or folded.endswith(SURNAME_ENDINGS)
    )


def clear_order(words: Sequence[str], email: str | None) -> Order | None:
    """The order of given names and surname that the row itself proves; None when it does not."""
    groups = _groups(words)
    if any(is_initial(group) for group in groups):
        return None
    return _by_email(groups, email) or _by_capitals(groups) or _by_dictionary(groups)


def resolve(
    words: Sequence[str],
    *,
    heading: Order | None = None,
    email: str | None = None,
    listed: Order | None = None,
) -> NameReading | None:
    """Read the words of a name, two to five of them; None when they leave no surname or no name.

    `heading` is the order that a column's heading states, `listed` the one of the clear rows.
    """
    groups = _groups(words)
    if len(groups) < 2:
        return None
    with_initials = _with_initials(groups)
    if with_initials is not None:
        return with_initials
    own = clear_order(words, email)
    order = heading or own or _by_shape(groups) or listed
    if order is None:
        return _undecided(groups)
    reading = _split(groups, order)
    if heading is not None and own is not None and own is not heading:
        return NameReading(reading.name, QuestionCode.SZYK, (_split(groups, own).name,))
    return reading


def with_polish_letters(name: Name) -> Name | None:
    """The name as it may be spelled with Polish letters; None when it has them or needs none."""
    if not (name.given + name.surname).isascii():
        return None
    given = " ".join(GIVEN_NAMES.get(fold(word), word) for word in name.given.split())
    surname = COMMON_SURNAMES.get(fold(name.surname), name.surname)
    spelled = Name(given, surname)
    return None if (given + surname).isascii() else spelled


def proper(word: str) -> str:
    """The word with a capital letter when it came all small or all capital; else as typed."""
    if is_initial(word):
        return ".".join(word.upper().rstrip(".").split(".")) + "."
    if fold(word) in PARTICLES and (word.islower() or word.isupper()):
        return word.lower()
    if not (word.islower() or word.isupper()):
        return word
    small = word.lower()
    return "".join(
        char.upper() if index == 0 or small[index - 1] in "-" + _APOSTROPHES else char
        for index, char in enumerate(small)
    )


def _groups(words: Sequence[str]) -> list[str]:
    """The words, with a particle joined to what follows it: „von Hagen”."""
    groups: list[str] = []
    particle = ""
    for word in words:
        if fold(word) in PARTICLES:
            particle += word + " "
        else:
            groups.append(particle + word)
            particle = ""
    return groups + ([particle.strip()] if particle else [])


def _name(given: Sequence[str], surname: Sequence[str]) -> Name:
    def written(groups: Sequence[str]) -> str:
        return " ".join(proper(word) for group in groups for word in group.split(" "))

    return Name(written(given), written(surname))


def _with_initials(groups: list[str]) -> NameReading | None:
    initials = [group for group in groups if is_initial(group)]
    full = [group for group in groups if not is_initial(group)]
    if not initials or not full:
        return None
    known = [group for group in full if is_given(group)]
    if len(full) > 1 and known:
        given = [group for group in groups if group in initials or group == known[0]]
        return NameReading(_name(given, [group for group in groups if group not in given]))
    return NameReading(_name(initials, full), QuestionCode.PELNE_IMIE)


def _by_email(groups: list[str], email: str | None) -> Order | None:
    if email is None:
        return None
    parts = [part for part in fold(email.split("@")[0]).replace("_", ".").split(".") if part]
    bare = [fold(group).replace(" ", "") for group in groups]
    first, last = bare[0] in parts, bare[-1] in parts
    if first == last:
        return None
    surname, given = (bare[0], bare[1:]) if first else (bare[-1], bare[:-1])
    others = [part for part in parts if part != surname]
    if others and not any(given_name.startswith(others[0][0]) for given_name in given):
        return None
    return Order.SURNAME_FIRST if first else Order.GIVEN_FIRST


def _by_capitals(groups: list[str]) -> Order | None:
    capital = [group.isupper() and len(group) > 1 for group in groups]
    if all(capital) or not any(capital):
        return None
    if capital[0] and not capital[-1]:
        return Order.SURNAME_FIRST
    if capital[-1] and not capital[0]:
        return Order.GIVEN_FIRST
    return None


def _by_dictionary(groups: list[str]) -> Order | None:
    known = [is_given(group) for group in groups]
    if known[0] and not known[-1] and known == sorted(known, reverse=True):
        return Order.GIVEN_FIRST
    if known[-1] and not known[0] and known == sorted(known):
        return Order.SURNAME_FIRST
    return None


def _by_shape(groups: list[str]) -> Order | None:
    shaped = [looks_like_surname(group) or " " in group for group in groups]
    if shaped[-1] and not shaped[0]:
        return Order.GIVEN_FIRST
    if shaped[0] and not shaped[-1]:
        return Order.SURNAME_FIRST
    return None


def _split(groups: list[str], order: Order) -> NameReading:
    """The groups parted in a known order; two words that may both be surname are asked about."""
    if order is Order.SURNAME_FIRST:
        mirrored = _surname_length(groups[::-1])
        surname, given = groups[:mirrored], groups[mirrored:]
    else:
        length = _surname_length(groups)
        surname, given = groups[-length:], groups[:-length]
    name = _name(given, surname)
    if len(surname) == 1:
        return NameReading(name)
    capitals = all(group.isupper() for group in surname) and not any(g.isupper() for g in given)
    if capitals:
        return NameReading(name)
    first = order is Order.SURNAME_FIRST
    other = (
        _name([surname[-1], *given], surname[:-1])
        if first
        else _name([*given, surname[0]], surname[1:])
    )
    return NameReading(name, QuestionCode.POTWIERDZ_NAZWISKO, (other,))


def _surname_length(groups: list[str]) -> int:
    """How many groups at the end make the surname: those in capitals, else the unknown ones."""
    capital = [group.isupper() for group in groups]
    if any(capital) and not all(capital):
        return max(1, sum(capital))
    unknown = sum(not is_given(group) for group in groups)
    return min(max(1, unknown), 2, len(groups) - 1)


def _undecided(groups: list[str]) -> NameReading:
    """The usual order, and every other word as the surname to choose instead."""
    best = _name(groups[:-1], groups[-1:])
    others = tuple(
        _name([*groups[:index], *groups[index + 1 :]], [groups[index]])
        for index in reversed(range(len(groups) - 1))
    )
    return NameReading(best, QuestionCode.SZYK, others)
