"""„Zespół redakcyjny: wszyscy oprócz Jana Gila”: a whole group named, and who of it is left out.

Source: domain.md §3.5. Nothing here knows a list; `Mention.fits` tells who of it is meant.
"""

import re
from collections.abc import Sequence
from typing import Final

from conversations.pasted_list.changes import Mention, mentions
from conversations.pasted_list.numbers import read_numbers
from conversations.pasted_list.sections import Section, part_told, section_mentioned, section_of
from conversations.people import Person
from conversations.vocabulary import fold

_EVERYBODY: Final = re.compile(
    r"[ –-]*(?:(?:osoby|sklad|to|beda|tworza|wchodza)(?: to)? )?"
    r"(?:wszyscy|wszystkie osoby|caly (?:sklad|zespol)|cala grupa|pelny sklad|te same|ci sami"
    r"|(?:ten|taki) sam|jak wyzej|jak w grupie|jak gs|j\. ?w|jw|w/w|ww|wyzej wymienion\w{1,3}"
    r"|powyzsz(?:y|e|a|ych) ?(?:osob\w{0,3}|sklad)?)\b"
)
_EVERYBODY_LATER: Final = re.compile(
    r"(?<= )(?:wszyscy|wszystkie osoby|cal[ay] \w+|te same|ci sami"
    r"|taki sam|ten sam|identyczn\w+|tozsam\w+)\b"
)
_VERB: Final = re.compile(r",? (?:wejd|wchod|bed|tworz|stanow|nalez|sa |zostan)\w* ?")
_LONGEST: Final = 200
_BUT: Final = re.compile(
    r"[ ,(–-]*\b(?:oprócz|oprocz|prócz|procz|poza|bez|z wyj[aą]tkiem|za wyj[aą]tkiem|wyj[aą]wszy"
    r"|nie licz[aą]c|z pomini[eę]ciem)\b",
    re.IGNORECASE,
)
_NOT_UNDERSTOOD: Final = (Mention(),)


def everybody_but(text: str) -> tuple[Mention, ...] | None:
    """Whom words that name a whole group leave out: nobody, for „wszyscy”.

    None where no whole group is named; somebody who is nobody for certain where more stands behind
    „oprócz” than names, posts or numbers.
    """
    if not _EVERYBODY.match(fold(text)):
        return None
    but = _BUT.search(text)
    return (mentions(text[but.end() :]) or _NOT_UNDERSTOOD) if but else ()


def told_of_editors(text: str) -> str | None:
    """What stands behind „zespół redakcyjny:” or „ZR –” and is numbers or a whole group.

    None for any other text.
    """
    for mark in (":", " – ", " - "):
        before, found, after = text.partition(mark)
        if found and part_told(before) is Section.EDITORIAL:
            whole = read_numbers(after) is not None or _EVERYBODY.match(fold(after))
            if whole or section_of(before) is Section.EDITORIAL:
                return after if whole else None
    folded = fold(text)
    if len(text) > _LONGEST:
        return None
    opens = _EVERYBODY.match(folded)
    if opens:
        verb = _VERB.search(folded, opens.end())
        of_editors = verb and section_mentioned(text[verb.end() :]) is Section.EDITORIAL
        return text[: verb.start()] if verb and of_editors else None
    whole = _EVERYBODY_LATER.search(folded)
    if whole is None or section_mentioned(text[: whole.start()]) is not Section.EDITORIAL:
        return None
    return text[whole.start() :]


def everybody_edits(text: str, *, headed: bool) -> tuple[Mention, ...] | None:
    """`everybody_but` of words that stand behind „zespół redakcyjny:”, or, not `headed`, alone."""
    told = told_of_editors(text)
    if told is not None:
        return everybody_but(told)
    return None if headed or ":" in text else everybody_but(text)


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
