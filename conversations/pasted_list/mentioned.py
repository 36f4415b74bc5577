"""Lines that name nobody new, yet tell of people above: „ZR: skarbnik, pan Gil”, „poz. 2 – ZR”.

Source: domain.md §3.5 and §3.6 point 10. Who is told by a number, or by a post that one alone
holds, is meant for certain; who is told by a part of the name is asked about.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from conversations.pasted_list.broken_lines import speaks_of_somebody
from conversations.pasted_list.changes import Mention
from conversations.pasted_list.declension import given_in_other_case
from conversations.pasted_list.entries import Entry
from conversations.pasted_list.names import is_given, is_name_shaped
from conversations.pasted_list.numbers import read_numbers
from conversations.pasted_list.pieces import pieces_of
from conversations.pasted_list.post_cases import post_in_nominative
from conversations.pasted_list.rows import Row
from conversations.pasted_list.sections import OF_PEOPLE, Section, part_told
from conversations.pasted_list.telling import Kind
from conversations.pasted_list.values import QuestionCode
from conversations.pasted_list.words import (
    ANNOUNCING_STEMS,
    EDITORIAL_STEMS,
    HEADING_WORDS,
    HONORIFICS,
    LATER_STEMS,
    LINKING_VERBS,
    LISTING_WORDS,
    NOT_NAMES,
    PLENIPOTENTIARY_STEMS,
    STEERING_STEMS,
    TAKING_PART_STEMS,
)
from conversations.positions import PositionClass, classify, normalise
from conversations.vocabulary import fold

_BETWEEN: Final = re.compile(r"[,;:()!?]| [–-] |\. | i | oraz | a także | a ")
_BLOCK: Final = re.compile(r"\bblok\w{0,2} (?:i{1,2}|[12])\b(?: i (?:ii|2)\b)?", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[,;.] ")
# „2 osoby z w/w” tells how many, and nobody.
_COUNT: Final = re.compile(
    r"\b\d{1,2} (?:os[oó]b\w{0,2}|os\.)|\bw/w\b"
    r"|\b(?:spo[sś]r[oó]d|wy[zż]ej wymienion\w+|powy[zż]sz\w+)",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\d{1,2}(?:[–-]\d{1,2})?")
_STEMS: Final = (
    *(*EDITORIAL_STEMS, *STEERING_STEMS, *PLENIPOTENTIARY_STEMS),
    *(*ANNOUNCING_STEMS, *TAKING_PART_STEMS, "pozycj", "numer", "osob"),
)
_SMALL: Final = HONORIFICS | LISTING_WORDS | NOT_NAMES | {"poz", "ktore", "ktorzy", "redakcji"}
_HEADINGS: Final = {word for word in HEADING_WORDS if not word.isdigit()}


def mark_mentioned(row: Row, entries: Sequence[Entry], line: str) -> bool | None:
    """Put those whom a line mentions in the part it tells of; False where it stays unclear who.

    None for a line that mentions nobody: it tells of no such part, or who will be told later.
    """
    if speaks_of_somebody(row.text) and _tells(row.text):
        return False
    told_of = part_told(row.text)
    if told_of is None and row.section is None:
        clauses = [replace(row, text=each) for each in _CLAUSE.split(row.text)]
        if sum(part_told(clause.text) in OF_PEOPLE for clause in clauses) < 2:
            return None
        marked = {mark_mentioned(clause, entries, line) for clause in clauses}
        return marked == {True} if marked != {None} else None
    part = told_of if told_of in OF_PEOPLE else row.section
    if part not in OF_PEOPLE or not row.text:
        return None
    told = list(_mentions(row.text))
    meant = [_only(mention, entries) for mention in told]
    if told and None not in meant:
        for mention, entry in zip(told, meant, strict=True):
            _mark(entry, mention, part)
        return True
    headed = bool(told) and part_told(line.removesuffix(row.text)) is part
    unclear = headed or (told_of is part and _may_mean_somebody(told, meant))
    return False if unclear and not _tells_nobody(row.text) else None


def _tells(text: str) -> bool:
    """„Pan Gil jest sekretarzem” says something of somebody, and no part of the list."""
    return part_told(text) is None and any(fold(word) in LINKING_VERBS for word in text.split())


def _mark(entry: Entry | None, mention: Mention, part: Section) -> None:
    assert entry is not None
    entry.sections.add(part)
    if mention.words:
        entry.ask(QuestionCode.POTWIERDZ_DOPASOWANIE, (entry.person,))


def _mentions(text: str) -> Iterator[Mention]:
    """Whom the words tell that are not of sentences and headings; one of nobody for the others."""
    for part in _BETWEEN.split(_COUNT.sub(" ", _BLOCK.sub(" ", text))):
        words = [word for word in (each.strip(".„”\"'") for each in part.split()) if word]
        kept = [word for word in words if not _is_of_sentence(word)]
        numbers = read_numbers(" ".join(kept)) if all(map(_NUMBER.fullmatch, kept)) else None
        post = post_in_nominative(kept)
        if numbers:
            yield from (Mention(number=number) for number in numbers)
        elif classify(post) is not PositionClass.UNKNOWN:
            yield Mention(post=normalise(post))
        elif kept:
            named = all(word[0].isupper() and is_name_shaped(word) for word in kept)
            yield Mention(words=tuple(kept)) if named else Mention()


def _is_of_sentence(word: str) -> bool:
    folded = fold(word)
    return folded in _SMALL or folded in _HEADINGS or folded.startswith(_STEMS)


def _only(mention: Mention, entries: Sequence[Entry]) -> Entry | None:
    fitting = [
        entry
        for number, entry in enumerate(entries, 1)
        if mention.number == number or mention.fits(entry.person)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _may_mean_somebody(told: Sequence[Mention], meant: Sequence[Entry | None]) -> bool:
    """Whether somebody is found among the words, or a given name or a post stands there."""
    return any(meant) or any(
        mention.post or any(is_given(word) or given_in_other_case(word) for word in mention.words)
        for mention in told
    )


def _tells_nobody(text: str) -> bool:
    words = fold(text).split()
    return any(word.startswith(LATER_STEMS) for word in words) or any(
        piece.kind is Kind.VACANCY for piece in pieces_of(text)
    )
