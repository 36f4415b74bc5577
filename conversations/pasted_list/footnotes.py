"""What the stars beside names mean, as a line of the list says: „* – zespół redakcyjny”.

Source: domain.md §3.5 (footnotes). Whose stars they are is not decided here.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from conversations.pasted_list.broken_lines import names_in_any_case
from conversations.pasted_list.characters import Line
from conversations.pasted_list.denial import denies
from conversations.pasted_list.names import names_somebody
from conversations.pasted_list.sections import Section, part_told, section_mentioned, section_of
from conversations.pasted_list.words import FOOTNOTE_FILLERS, HARMLESS_STEMS
from conversations.vocabulary import fold

_LEGEND: Final = re.compile(r"\(?(\*{1,5})\)?[ )=:–-]*")
_WORD: Final = re.compile(r"\w+")
STARS: Final = re.compile(r"\*+")
_STARS_NAMED: Final = re.compile(r"gwiazdk|\((\*{1,5})\)")
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Footnote:
    """How many stars a footnote is about, and the part of the list they mean.

    Without a part, they mean what is known to put nobody in one: „* – kierowca”, „* nie wchodzi do
    zespołu redakcyjnego”.
    """

    stars: int
    section: Section | None


def footnote(text: str) -> Footnote | None:
    """The footnote that a line is; None for any other line, and for one of unknown meaning."""
    if len(text) > _LONGEST:
        return None
    stars = _LEGEND.match(text)
    if stars:
        return _told_of(len(stars[1]), text[stars.end() :])
    named = _STARS_NAMED.search(text)
    unnamed = named and not names_somebody(text) and not denies(text)
    section = section_mentioned(text) if unnamed else None
    return Footnote(len(named[1] or "*"), section) if named and section else None


def _told_of(stars: int, told: str) -> Footnote | None:
    if not told or names_in_any_case(told):
        return None
    section = section_of(told) or part_told(told)
    if section and denies(told):
        return Footnote(stars, None)
    return Footnote(stars, section) if section or _is_harmless(told) else None


def _is_harmless(told: str) -> bool:
    """Whether every word is known to say nothing of parts: unknown ones may put somebody in one."""
    words = _WORD.findall(fold(told))
    tells = [word for word in words if not (word.isdigit() or word in FOOTNOTE_FILLERS)]
    return bool(tells) and all(word.startswith(HARMLESS_STEMS) for word in tells)


def stars_in(text: str) -> int:
    """How many stars stand together in a text, at most."""
    return max((len(stars) for stars in STARS.findall(text)), default=0)


def leading_stars(lines: Sequence[Line]) -> Counter[int]:
    """How many lines begin with each number of stars: several are rather bullets than footnotes."""
    starred = (STARS.match(line.text.lstrip("> (")) for line in lines if "*" in line.text)
    return Counter(len(stars[0]) for stars in starred if stars)
