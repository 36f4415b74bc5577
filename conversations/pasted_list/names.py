"""Which words of a name are given names, and which the surname (domain.md §3.6 points 6–8).

Evidence, strongest first: the column's heading, the e-mail address, capitals, given names in use,
the shape of a surname, the order of the list's clear rows. Without any, the usual order is taken
and asked about. Words are never changed but for their case.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from conversations.pasted_list.characters import LOST_LETTER
from conversations.pasted_list.given_names import (
    COMMON_SURNAMES,
    DIMINUTIVES,
    FEMININE_OTHERS,
    GIVEN_NAMES,
    GIVEN_TOO,
    MASCULINE_IN_A,
    SHORT_GIVEN_NAMES,
    SPELLED_SO_TOO,
)
from conversations.pasted_list.values import QuestionCode
from conversations.pasted_list.words import NOT_NAMES, PARTICLES, SURNAME_ENDINGS
from conversations.vocabulary import fold

_MAILBOX_PARTS: Final = re.compile(r"[._-]")
_APOSTROPHES: Final = "'’ʼ`´"
_LONGEST_PART: Final = 40
# „-nski” without its ń is no ending of a Polish surname.
_BARE_ENDING: Final = re.compile(r"(?<=[aeiouyó])nsk(?=[iay]|iego|iej)", re.IGNORECASE)


class Order(Enum):
    """Which comes first in a row, the given names or the surname."""

    GIVEN_FIRST = auto()
    SURNAME_FIRST = auto()


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
    return len(word) <= _LONGEST_PART and _is_given(word)


# Asked of every word more than once; bounded as `fold` is.
@lru_cache(maxsize=4096)
def _is_given(word: str) -> bool:
    folded = fold(word)
    if "-" in folded:
        return all(map(is_given, folded.split("-")))
    return folded in GIVEN_NAMES or folded in DIMINUTIVES


def may_be_given(word: str) -> bool:
    """Whether the word is a given name in use, or a surname that is a rare one as well."""
    return is_given(word) or fold(word) in GIVEN_TOO


def names_somebody(text: str) -> bool:
    """Whether a given name in use stands in a text."""
    return any(map(is_given, [word.strip(".,;:()*") for word in text.split()]))


def is_diminutive(word: str) -> bool:
    """Whether the word is a given name of everyday speech only, such as „Kasia”."""
    return fold(word) in DIMINUTIVES


def is_feminine(given: str) -> bool:
    """Whether a given name is a woman's, by its ending."""
    folded = fold(given)
    return folded in FEMININE_OTHERS or (folded.endswith("a") and folded not in MASCULINE_IN_A)


def is_initial(word: str) -> bool:
    """„A.”, „A”, „J.P.” or „St.”: what stands for a given name."""
    if len(word) > 2 and "." not in word:
        return False
    if word[-1:] == "." and word[0].isupper() and fold(word[:-1]) in SHORT_GIVEN_NAMES:
        return True
    letters = word.rstrip(".").split(".")
    return all(len(part) == 1 and part.isalpha() for part in letters)


def is_common_word(word: str) -> bool:
    """Whether no name is made of the word; „Wąs” is one, though „was” without its letter is not."""
    folded = fold(word)
    if folded not in NOT_NAMES:
        return False
    spelled = not word.isascii() and word[0].isupper() and COMMON_SURNAMES.get(folded)
    return not spelled or spelled.casefold() != word.casefold()


def is_name_shaped(word: str) -> bool:
    """Whether the word could be part of a name: letters, hyphens, apostrophes, or an initial."""
    if is_initial(word):
        return word[0].isupper()
    if word.isalpha():
        return len(word) <= _LONGEST_PART
    bare = word.strip("-")
    return (
        1 < len(bare) <= _LONGEST_PART
        and bare == word
        and (LOST_LETTER not in word or len(word) > 2)
        and all(char.isalpha() or char in "-" + _APOSTROPHES + LOST_LETTER for char in word)
        and (word[0].isalpha() or word[0] == LOST_LETTER)
    )


def looks_like_surname(word: str) -> bool:
    """Whether the word has a shape that given names have not: a hyphen or a surname's ending."""
    return _is_surname(word) or (
        not is_given(word) and ("-" in word or any(char in word for char in _APOSTROPHES))
    )


def _is_surname(word: str) -> bool:
    """Whether a part of the word is a surname in use or ends as only surnames do."""
    parts = fold(word).split("-")
    return not is_given(word) and any(
        part in COMMON_SURNAMES or (len(part) > 3 and part.endswith(SURNAME_ENDINGS))
        for part in parts
    )


def clear_order(words: Sequence[str], email: str | None) -> Order | None:
    """The order of given names and surname that the row itself proves; None when it does not."""
    groups = _groups(words)
    if any(map(is_initial, groups)):
        return None
    return _by_email(groups, email) or _by_capitals(groups) or _by_dictionary(groups)


def resolve(
    words: Sequence[str],
    *,
    heading: Order | None = None,
    own: Order | None = None,
    listed: Order | None = None,
) -> NameReading:
    """Read the words of a name, two to five of them.

    `heading` is the order that a column's heading states, `own` the one of `clear_order`, `listed`
    the one of the clear rows.
    """
    groups = _groups(words)
    with_initials = _with_initials(groups)
    if with_initials is not None:
        return with_initials
    shape = None if heading or own else _by_shape(groups)
    order = heading or own or shape or listed
    if order is None:
        return _undecided(groups)
    if heading is None and own is None and listed is not None and shape not in (None, listed):
        other = _split(groups, listed).name
        return NameReading(_split(groups, order).name, QuestionCode.SZYK, (other,))
    known = _by_dictionary(groups)
    if heading is None and own is None and _is_foreign(groups):
        return _undecided(words)
    if heading is None and own is None and 0 < sum(map(is_given, groups)) < len(groups):
        return _undecided(groups)
    reading = _split(groups, order)
    against = next((o for o in (own, known) if o is not None and o is not order), None)
    if against is not None:
        return NameReading(reading.name, QuestionCode.SZYK, (_split(groups, against).name,))
    if reading.code is None and all(map(is_diminutive, reading.name.given.split())):
        return NameReading(reading.name, QuestionCode.PELNE_IMIE)
    return reading


def with_polish_letters(name: Name, *, bare: bool) -> Name | None:
    """The name as it may be spelled with Polish letters; None when it has them or needs none.

    `bare` tells that the whole list is without Polish letters, so that a surname, too, may be.
    """
    if not (name.given + name.surname).isascii():
        return None
    given = " ".join(
        word if not bare and word in SPELLED_SO_TOO else GIVEN_NAMES.get(fold(word), word)
        for word in name.given.split()
    )
    surname = _BARE_ENDING.sub("ńsk", name.surname)
    if bare or given != name.given:
        parts = surname.split("-")
        surname = "-".join(COMMON_SURNAMES.get(fold(part), part) for part in parts)
    return None if (given + surname).isascii() else Name(given, surname)


def proper(word: str) -> str:
    """The word with a capital letter when it came all small or all capital; else as typed."""
    if is_initial(word) and fold(word[:-1]) not in SHORT_GIVEN_NAMES:
        return ".".join(word.upper().rstrip(".").split(".")) + "."
    if not (word.islower() or word.isupper()):
        return word
    if fold(word) in PARTICLES:
        return word.lower()
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
    return Name(_written(given), _written(surname))


def _written(groups: Sequence[str]) -> str:
    return " ".join([proper(word) for group in groups for word in group.split(" ")])


def _with_initials(groups: list[str]) -> NameReading | None:
    initials = [at for at, group in enumerate(groups) if is_initial(group)]
    if not initials or len(initials) == len(groups):
        return None
    full = [at for at in range(len(groups)) if at not in initials]
    known = [at for at in full if is_given(groups[at])]
    if len(groups) == 2 and known == [0] and fold(groups[0]) not in COMMON_SURNAMES:
        return NameReading(_name(groups[:1], groups[1:]), QuestionCode.POTWIERDZ_NAZWISKO)
    if len(full) == 1 or not known:
        return NameReading(_parted(groups, initials), QuestionCode.PELNE_IMIE)
    best = _parted(groups, [*initials, known[0]])
    others = tuple(_parted(groups, [*initials, at]) for at in known[1:])
    doubt = len(known) == len(full)
    return NameReading(best, QuestionCode.SZYK, others) if doubt else NameReading(best)


def _parted(groups: Sequence[str], given: Sequence[int]) -> Name:
    """The name whose given names stand at some places, the surname at the others."""
    return _name(
        [group for at, group in enumerate(groups) if at in given],
        [group for at, group in enumerate(groups) if at not in given],
    )


def _by_email(groups: list[str], email: str | None) -> Order | None:
    if email is None:
        return None
    parts = [part for part in _MAILBOX_PARTS.split(fold(email.split("@")[0])) if part]
    bare = [fold(group).replace(" ", "") for group in groups]
    first = _is_addressed(bare[0], bare[1:], parts)
    last = _is_addressed(bare[-1], bare[:-1], parts)
    if first == last:
        return None
    surname, given = (groups[0], groups[1:]) if first else (groups[-1], groups[:-1])
    if is_given(surname) and not any(is_given(name) for name in given):
        return None
    return Order.SURNAME_FIRST if first else Order.GIVEN_FIRST


def may_be_addressed(words: Sequence[str], email: str) -> bool:
    """Whether an address is one that somebody of that name has: „j.gil@”, „gil@” of Jan Gil."""
    parts = mailbox_parts(email)
    bare = names_in_mailbox(words)
    return any(
        _is_addressed(name, bare[:at] + bare[at + 1 :], parts)
        for at, name in enumerate(bare)
        if not is_given(name)
    )


def mailbox_parts(email: str) -> list[str]:
    """The words of a mailbox, folded: „a” and „kowalczyk” of „a.kowalczyk@”."""
    return [part for part in _MAILBOX_PARTS.split(fold(email.partition("@")[0])) if part]


def names_in_mailbox(words: Sequence[str]) -> list[str]:
    """The names of a person as an address would hold them."""
    return [fold(group).replace(" ", "") for group in _groups(words)]


def _is_addressed(surname: str, given: Sequence[str], parts: Sequence[str]) -> bool:
    """Whether an address is one of „kowalczyk”, „a.kowalczyk”, „anna.kowalczyk”, „akowalczyk”.

    In „adam.m” the initial that follows is the surname's, so the name before it is given.
    """
    if len(parts) == 1 and any(parts[0] == name[0] + surname for name in given):
        return True
    if surname not in parts:
        return False
    before, after = parts[: parts.index(surname)], parts[parts.index(surname) + 1 :]
    if any(name[0] == other[0] for other in before for name in given):
        return True
    return not before and not any(len(other) == 1 for other in after)


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


def _is_foreign(groups: list[str]) -> bool:
    """„Nguyen Van Thanh”: three words of which none is known tell nothing of their order."""
    words = " ".join(groups).split()
    return len(words) > 2 and not any(
        is_given(word) or _is_surname(word) or (fold(word) in PARTICLES and word.islower())
        for word in words
    )


def _by_shape(groups: list[str]) -> Order | None:
    known = [_is_surname(group) or " " in group for group in groups]
    if all(known):
        known = [
            at and fold(group) not in GIVEN_TOO for at, group in zip(known, groups, strict=True)
        ]
    if known[0] != known[-1]:
        return Order.SURNAME_FIRST if known[0] else Order.GIVEN_FIRST
    shaped = [looks_like_surname(group) for group in groups]
    return Order.GIVEN_FIRST if shaped[-1] and not shaped[0] else None


def _split(groups: list[str], order: Order) -> NameReading:
    """The groups parted in a known order; two words that may both be surname are asked about."""
    if len(groups) == 2:
        given_at = 0 if order is Order.GIVEN_FIRST else 1
        return NameReading(_name((groups[given_at],), (groups[1 - given_at],)))
    if order is Order.SURNAME_FIRST:
        mirrored = _surname_length(groups[::-1])
        surname, given = groups[:mirrored], groups[mirrored:]
    else:
        length = _surname_length(groups)
        surname, given = groups[-length:], groups[:-length]
    name = _name(given, surname)
    if len(surname) == 1:
        return _of_one_sex(name, given, order)
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


def _of_one_sex(name: Name, given: Sequence[str], order: Order) -> NameReading:
    """„Anna Borys Kowalska” is hardly Anna Borys; „Jan Maria Rokita” is a man."""
    others = given if given[0].casefold() == "maria" else [g for g in given if fold(g) != "maria"]
    if len({is_feminine(each) for each in others if is_given(each)}) < 2:
        return NameReading(name)
    first = order is Order.SURNAME_FIRST
    surname = [name.surname, given[0]] if first else [given[-1], name.surname]
    other = _name(given[1:] if first else given[:-1], surname)
    return NameReading(name, QuestionCode.POTWIERDZ_NAZWISKO, (other,))


def _surname_length(groups: list[str]) -> int:
    """How many groups at the end make the surname: those in capitals, else the unknown ones."""
    capital = [group.isupper() for group in groups]
    if any(capital) and not all(capital):
        return max(1, sum(capital))
    unknown = sum(not is_given(group) for group in groups)
    return min(max(1, unknown), 2, len(groups) - 1)


def _undecided(groups: Sequence[str]) -> NameReading:
    """The usual order, and every other word as the surname to choose instead."""
    best = _name(groups[:-1], groups[-1:])
    others = tuple(
        _name([*groups[:index], *groups[index + 1 :]], [groups[index]])
        for index in reversed(range(len(groups) - 1))
    )
    return NameReading(best, QuestionCode.SZYK, others)
