"""„Zespół redakcyjny: wszyscy oprócz Jana Gila”: a whole group named, and who of it is left out.

Source: domain.md §3.5. Nothing here knows a list; `Mention.fits` tells who of it is meant.
"""

import re
from collections.abc import Sequence
from typing import Final

from conversations.pasted_list.changes import Mention, mentions
from conversations.pasted_list.numbers import read_numbers
from conversations.pasted_list.sections import Section, part_told, section_mentioned, section_of
from conversations.pasted_list.words import BESIDE_EVERYBODY, EDITORIAL_STEMS, STEERING_STEMS
from conversations.people import Person
from conversations.vocabulary import fold

_EVERYBODY: Final = re.compile(
    r"[ –-]*(?:(?:osoby|sklad|to|beda|tworza|wchodza) ){0,2}"
    r"(?:wszyscy|wszystkie osoby|caly (?:sklad|zespol)|cala grupa|pelny sklad|te same|ci sami"
    r"|(?:ten|taki) sam|jak wyzej|jak w grupie|jak gs|j\. ?w|jw|w/w|ww|wyzej wymienion\w{1,3}"
    r"|powyzsz(?:y|e|a|ych) ?(?:osob\w{0,3}|sklad)?)\b"
)
_EVERYBODY_LATER: Final = re.compile(
    r"(?<= )(?:wszyscy|wszystkie osoby|cal[ay] \w+|te same|ci sami"
    r"|taki sam|ten sam|identyczn\w+|tozsam\w+)\b"
)
_VERB: Final = re.compile(r",? (?:wejd|wchod|bed|tworz|stanow|nalez|sa |zostan)\w* ?")
_EVERYBODY_WORDS: Final = re.compile(
    r"\b(?:wszys\w+|cal[ayej]\w{0,2}|peln[yae]\w{0,2}|identyczn\w+|tozsam\w+|taki|ten|te|ta|ci"
    r"|j\. ?w\b|wyzej|wymienion\w{1,3}"
    r"|powyzsz\w{1,3})"
)
_WORD: Final = re.compile(r"[^\s,;:.()–-]+")
_BESIDE_STEMS: Final = ("zespol", "grup", *EDITORIAL_STEMS, *STEERING_STEMS, "redakcji")
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
    but = _BUT.search(text)
    if not _is_whole_group(text[: but.start()] if but else text):
        return None
    return (mentions(text[but.end() :]) or _NOT_UNDERSTOOD) if but else ()


def told_of_editors(text: str) -> str | None:
    """What stands behind „zespół redakcyjny:” or „ZR –” and is numbers or a whole group.

    None for any other text.
    """
    for mark in (":", " – ", " - "):
        before, found, after = text.partition(mark)
        if found and part_told(before) is Section.EDITORIAL:
            whole = read_numbers(after) is not None or everybody_but(after) is not None
            if whole or section_of(before) is Section.EDITORIAL:
                return after if whole else None
    folded = fold(text)
    but = _BUT.search(text)
    if not _is_of_whole_group(folded[: but.start()] if but else folded):
        return None
    if _EVERYBODY.match(folded):
        verb = _VERB.search(folded)
        if verb is None or section_mentioned(text[verb.end() :]) is not Section.EDITORIAL:
            return None
        left_out = text[but.start() :] if but and but.start() >= verb.end() else ""
        return text[: verb.start()] + left_out
    later = _EVERYBODY_LATER.search(folded)
    if later is None or section_mentioned(text[: later.start()]) is not Section.EDITORIAL:
        return None
    return text[later.start() :]


def _is_whole_group(text: str) -> bool:
    """Whether words name a whole group and tell nothing else of it."""
    folded = fold(text)
    whole = _EVERYBODY.match(folded)
    return whole is not None and _is_of_whole_group(folded[whole.end() :])


def _is_of_whole_group(folded: str) -> bool:
    """Whether each word is one that may stand beside „wszyscy”, or that one itself."""
    rest = _EVERYBODY_WORDS.sub(" ", folded)
    return all(
        word in BESIDE_EVERYBODY or word.startswith(_BESIDE_STEMS) for word in _WORD.findall(rest)
    )


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
            number for number, person in enumerate(people, 1) if mention.means(number, person)
        ]
        if len(fitting) != 1:
            return None
        out.add(fitting[0])
    return tuple(number for number in range(1, len(people) + 1) if number not in out)
