"""Which part of a list a heading opens or a mark names: steering group, editors, plenipotentiary.

Source: domain.md §3.6 point 3. Sections are told by the words of words.py; who is in one is not
decided here.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from conversations.pasted_list.characters import COLUMN_GAP
from conversations.pasted_list.values import ListedRole
from conversations.pasted_list.words import (
    BOTH,
    EDITORIAL_STEMS,
    HEADING_WORDS,
    HEADS_OF_OFFICE,
    PLENIPOTENTIARY_STEMS,
    QUALITY_WORDS,
    STEERING_STEMS,
)
from conversations.positions import PositionClass, classify
from conversations.vocabulary import fold


class Section(Enum):
    """The part of a list that a heading opens, or that a mark puts a person in."""

    STEERING = auto()
    EDITORIAL = auto()
    PLENIPOTENTIARY = auto()


ROLE_OF: Final = {
    Section.EDITORIAL: ListedRole.EDITORIAL,
    Section.PLENIPOTENTIARY: ListedRole.PLENIPOTENTIARY,
}
OF_PEOPLE: Final = (Section.EDITORIAL, Section.PLENIPOTENTIARY)
"""The parts that give a role."""
_INTO_EDITORS: Final = re.compile(r"\b(?:do|w|sklad\w*) redakcji\b")
_BLOCK_WORDS: Final = frozenset({"blok", "bloku", "bl"})
_BLOCK: Final = re.compile(r"\bblok\w{0,2} (ii?|[12])\b(?! i)")
_WORD: Final = re.compile(r"\w+")
_NUMBER_OR_YEAR: Final = re.compile(r"\d{1,2}|20\d\d")
_STEMS: Final = (*STEERING_STEMS, *EDITORIAL_STEMS, *PLENIPOTENTIARY_STEMS)
# One of these is in every heading; to look for them is cheaper than to look at the words.
_HINTS: Final = re.compile(
    "|".join(
        (*_STEMS, "gs", "zs", "zr", "bl", "ob", r"\bred\b", r"\bpeln\b", "przedstawiciel", "rezerw")
    )
)
_CELLS: Final = ("\t", ";", "|", COLUMN_GAP)
_PARTS_OF_HEADING: Final = re.compile(r" [–-] |[,;(]")
_LONGEST: Final = 200
_MOST_MISSPELT: Final = 6
_SHORTEST_MISSPELT: Final = 5
_LONG: Final = 7
_SPELLINGS: Final = (
    *("sterujaca", "sterujacej", "sterujacy", "redakcyjny", "redakcyjna", "redakcyjnego"),
    *("pelnomocnik", "wdrozeniowy", "redaktorzy", "zespol", "grupa", "grupy"),
)


def may_be_heading(folded: str) -> bool:
    """Whether a text holds anything that every heading of a part holds; most lines do not."""
    return _HINTS.search(_spelled(folded)) is not None


def section_of(text: str) -> Section | None:
    """The part of a list that a heading names, when it consists of a heading's words only."""
    sections = _sections_in(_spelled(fold(text)))
    return next(iter(sections)) if len(sections) == 1 else None


def is_heading(text: str) -> bool:
    """Whether the text is a heading of one or several parts of a list."""
    return bool(_sections_in(_spelled(fold(text))))


def _spelled(folded: str) -> str:
    """A text of a few words with the slips of the pen mended that its words of headings have."""
    words = folded.split()
    if not 1 < len(words) <= _MOST_MISSPELT:
        return folded
    return " ".join(map(_mended, words))


@lru_cache(maxsize=256)
def _mended(word: str) -> str:
    plain = word.strip(":.,")
    if len(plain) < _SHORTEST_MISSPELT or plain in HEADING_WORDS or plain.startswith(_STEMS):
        return word
    return next((known for known in _SPELLINGS if _is_slip_of(plain, known)), word)


def _is_slip_of(word: str, known: str) -> bool:
    """Whether one letter is missing, added or another, or two change places; two in long words."""
    if word[0] != known[0] or abs(len(word) - len(known)) > 1:
        return False
    same = sum(block.size for block in SequenceMatcher(None, word, known).get_matching_blocks())
    slips = max(len(word), len(known)) - same
    return slips <= (2 if len(known) > _LONG else 1)


def section_mentioned(text: str) -> Section | None:
    """The one part of a list that a heading in a sentence's form speaks of."""
    words = _WORD.findall(fold(text[:_LONGEST]))
    found = _named_in(words)
    if "ds" in words and not QUALITY_WORDS.intersection(words):
        found.discard(Section.PLENIPOTENTIARY)
    return found.pop() if len(found) == 1 else None


def part_told(text: str) -> Section | None:
    """`section_mentioned`, also where it is told as a block: „uczestniczy tylko w bloku I”."""
    section = section_mentioned(text)
    if section is not None:
        return section
    folded = fold(text[:_LONGEST])
    if _INTO_EDITORS.search(folded):
        return Section.EDITORIAL
    block = _BLOCK.search(folded)
    if block is None:
        return None
    return Section.EDITORIAL if block[1] in ("ii", "2") else Section.STEERING


def mark_of(folded: str) -> Section | None:
    """The part that a mark beside a name puts the person in: of „blok I i II”, the second."""
    sections = _sections_in(folded)
    for section in (Section.PLENIPOTENTIARY, Section.EDITORIAL, Section.STEERING):
        if section in sections:
            return section
    return None


def _sections_in(folded: str) -> frozenset[Section]:
    if not _HINTS.search(folded):
        return frozenset()
    words = _WORD.findall(folded)
    if not all(
        word in HEADING_WORDS or _NUMBER_OR_YEAR.fullmatch(word) or word.startswith(_STEMS)
        for word in words
    ):
        return frozenset()
    if HEADS_OF_OFFICE.intersection(words) and not QUALITY_WORDS.intersection(words):
        return frozenset()
    if BOTH.intersection(words):
        return frozenset((Section.STEERING, Section.EDITORIAL))
    found = _named_in(words)
    if not found and not _BLOCK_WORDS.isdisjoint(words):
        found |= {Section.STEERING} if {"i", "1"} & set(words) else set()
        found |= {Section.EDITORIAL} if {"ii", "2"} & set(words) else set()
    return frozenset(found)


def _named_in(words: Sequence[str]) -> set[Section]:
    found = set()
    if any(word.startswith(STEERING_STEMS) or word in ("gs", "zs") for word in words):
        found.add(Section.STEERING)
    if any(word.startswith(EDITORIAL_STEMS) or word in ("zr", "red") for word in words):
        found.add(Section.EDITORIAL)
    if any(word.startswith(PLENIPOTENTIARY_STEMS) or word == "peln" for word in words) or (
        "kierownictwa" in words and any(word.startswith("przedstawiciel") for word in words)
    ):
        found.add(Section.PLENIPOTENTIARY)
    return found


def parts_beside(text: str) -> tuple[str, tuple[Section, ...]]:
    """The parts that head the columns of a table, and what parts these; none for any other row."""
    for mark in _CELLS:
        cells = [cell for cell in text.strip("|").split(mark) if cell.strip()]
        parts = [section_of(cell) for cell in cells]
        if len(set(parts)) == len(parts) > 1 and None not in parts:
            return mark, tuple(part for part in parts if part)
    return "", ()


def is_post_and_heading(text: str) -> bool:
    """„Sekretarz Gminy – ZR” before a name: a post of whoever is named, and a mark beside it."""
    parts = _PARTS_OF_HEADING.split(text)
    return any(map(section_of, parts)) and any(
        classify(part) is not PositionClass.UNKNOWN and section_of(part) is None for part in parts
    )
