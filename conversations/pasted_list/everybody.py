"""„Zespół redakcyjny: wszyscy oprócz Jana Gila”: a whole group named, and who of it is left out.

Source: domain.md §3.5. Nothing here knows a list; `Mention.fits` tells who of it is meant.
"""

import re
from collections.abc import Sequence
from typing import Final

from conversations.pasted_list.changes import Mention, mentions
from conversations.pasted_list.sections import Section, section_of
from conversations.people import Person
from conversations.vocabulary import fold

_EVERYBODY: Final = re.compile(
    r" ?(?:wszyscy|te same osoby|ci sami|cala grupa|jak wyzej|jak w grupie|jak gs|j\. ?w|jw)\b"
)
_BUT: Final = re.compile(
    r"[ ,(–-]*\b(?:oprócz|oprocz|prócz|procz|poza|bez|z wyj[aą]tkiem)\b", re.IGNORECASE
)


def everybody_but(text: str) -> tuple[Mention, ...] | None:
    """Whom words that name a whole group leave out: nobody, for „wszyscy”.

    None where no whole group is named, or where more stands behind „oprócz” than names or numbers.
    """
    if not _EVERYBODY.match(fold(text)):
        return None
    but = _BUT.search(text)
    return (mentions(text[but.end() :]) or None) if but else ()


def everybody_edits(text: str, *, headed: bool) -> tuple[Mention, ...] | None:
    """`everybody_but` of words that stand behind „zespół redakcyjny:”, or, not `headed`, alone."""
    before, colon, after = text.partition(":")
    if colon:
        return everybody_but(after) if section_of(before) is Section.EDITORIAL else None
    return None if headed else everybody_but(text)


def those_left(people: Sequence[Person], but: Sequence[Mention]) -> tuple[int, ...] | None:
    """The numbers, from 1 on, of those not left out; None unless each mention fits one alone."""
    out = set()
    for mention in but:
        fitting = [
            number
            for number, person in enumerate(people, 1)
            if mention.number == number or mention.fits(person)
        ]
        if len(fitting) != 1:
            return None
        out.add(fitting[0])
    return tuple(number for number in range(1, len(people) + 1) if number not in out)
