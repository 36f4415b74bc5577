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
from conversations.pasted_list.denial import denies
from conversations.pasted_list.entries import Entry
from conversations.pasted_list.names import is_given, is_name_shaped
from conversations.pasted_list.numbers import read_numbers
from conversations.pasted_list.pieces import pieces_of
from conversations.pasted_list.post_cases import post_in_nominative
from conversations.pasted_list.rows import Row
from conversations.pasted_list.sections import OF_PEOPLE, Section, is_heading, part_told
from conversations.pasted_list.telling import Kind
from conversations.pasted_list.values import QuestionCode
from conversations.pasted_list.words import (
    ANNOUNCING_STEMS,
    EDITORIAL_STEMS,
    HEADING_WORDS,
    HONORIFICS,
    IN_SENTENCES_OF_PARTS,
    LATER_STEMS,
    LINKING_VERBS,
    LISTING_WORDS,
    PLENIPOTENTIARY_STEMS,
    STEERING_STEMS,
    YES_MARKS,
)
from conversations.positions import PositionClass, classify, normalise, singular
from conversations.vocabulary import fold

_BETWEEN: Final = re.compile(r"[,;:()!?]| [–-] |\. | i | oraz | a także | a ")
_BLOCK: Final = re.compile(r"\bblok\w{0,2} (?:i{1,2}|[12])\b(?: i (?:ii|2)\b)?", re.IGNORECASE)
_CLAUSE: Final = re.compile(
    r"(?:[,;]|(?<!\bpoz)(?<!\bnr)(?<!\blp)(?<!\bpkt)(?<!\bp)(?<!\bds)\.) (?:(?:a|i|oraz) )?"
    r"|,? (?:a także|a|i|oraz) (?=(?:do |w )?(?:zesp|redak|pe[lł]nom|zr\b|pszj))",
    re.IGNORECASE,
)
# „2 osoby z w/w” tells how many, and nobody.
_COUNT: Final = re.compile(
    r"\b\d{1,2} (?:os[oó]b\w{0,2}|os\.)|\bw/w\b"
    r"|\b(?:spo[sś]r[oó]d|wy[zż]ej wymienion\w+|powy[zż]sz\w+)",
    re.IGNORECASE,
)
# Before another part, „Pełnomocnik: poz. 1 oraz ZR: …”, the number is no bullet.
_NUMBER_CUT: Final = re.compile(r"\b(?:poz|nr|lp|pkt)\.? ?\d{1,2} $", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d{1,2}(?:[–-]\d{1,2})?")
_STEMS: Final = (
    *(*EDITORIAL_STEMS, *STEERING_STEMS, *PLENIPOTENTIARY_STEMS, "pozycj", "numer", "osob"),
)
_SMALL: Final = HONORIFICS | LISTING_WORDS | IN_SENTENCES_OF_PARTS
_HEADINGS: Final = {word for word in HEADING_WORDS if not word.isdigit()}
# What the verbs of those who are of a part begin with, and in what no past ends.
_TAKES_PART: Final = (
    *("uczestnicz", "wezm", "bierz", "dolacz", "wejd", "wchod", "pojed", "jedz", "reprezentuj"),
    *("tworza", "znajd", "pracuj", "naleza", "nalezy", "stanowia"),
)
# „Wyznaczam” and „wyznaczony” appoint; „wyznaczy Sekretarz” tells who is going to.
_APPOINTS: Final = re.compile(r"(?:[ęm]|my|n[ioyaeą])$", re.IGNORECASE)
_LONGEST: Final = 200
_EVERYBODY: Final = ("wszysc", "wszystk", "caly", "cala")


def mark_mentioned(row: Row, entries: Sequence[Entry], line: str) -> bool | None:
    """Put those whom a line mentions in the part it tells of; False where it stays unclear who.

    None for a line that mentions nobody: it tells of no such part, or who will be told later. A
    line that denies a part, or tells who is to decide about it, puts nobody in it.
    """
    if speaks_of_somebody(row.text) and _tells(row.text):
        return False
    before = line.removesuffix(row.text)
    headed = part_told(before)
    cut = _NUMBER_CUT.search(before) if part_told(row.text) not in (None, row.section) else None
    row = replace(row, text=f"{cut[0]}{row.text}") if cut and row.section in OF_PEOPLE else row
    clauses = _clauses_of(row, headed)
    told_of = {row.section, *(part_told(text) for _, text in clauses)}.intersection(OF_PEOPLE)
    mentioned = any(_may_mean_somebody(text, entries) for _, text in clauses)
    if not told_of:
        # „ZR: 1 (pełnomocnik), 2” tells of parts that nothing parts from each other.
        return False if mentioned and is_heading(row.text) else None
    if denies(line):
        return False if mentioned else None
    told = [(part, mention) for part, text in clauses for mention in _mentions(text)]
    meant = [(part, mention, _only(mention, entries)) for part, mention in told]
    whole = all(part and any(_mentions(text)) for part, text in clauses)
    if told and whole and all(entry for _, _, entry in meant):
        for part, mention, entry in meant:
            _mark(entry, mention, part)
        return True
    if mentioned and (headed or told_of != {row.section}):
        return False
    answered = bool(told) or fold(row.text) in YES_MARKS
    return False if headed in told_of and answered and not _tells_nobody(row.text) else None


def _clauses_of(row: Row, headed: Section | None) -> list[tuple[Section | None, str]]:
    """The parts that a line tells of, each with the words that are of it; mostly one.

    A part that several clauses are of heads the first: „Pełnomocnik: poz. 1; ZR: poz. 2, poz. 3”.
    Where a part stands behind those it is of, each clause must have its own, or it has none.
    """
    texts = _CLAUSE.split(row.text)
    parts = [part_told(text) for text in texts]
    several = {row.section, *parts} - {None}
    if len(several) < 2 or several.isdisjoint(OF_PEOPLE):
        whole = part_told(row.text)
        return [(whole if whole in OF_PEOPLE else row.section, row.text)]
    part = above = row.section if headed in OF_PEOPLE else None
    heads = all(_heads(text) for text, own in zip(texts, parts, strict=True) if own)
    found: list[tuple[Section | None, str]] = []
    for text, own in zip(texts, parts, strict=True):
        part = own or (part if heads else None)
        found.append((part if heads or not above else None, text))
    return found


def _heads(text: str) -> bool:
    """Whether the part of a clause stands before those whom it mentions."""
    words = text.split()
    ends = next(at for at in range(1, len(words) + 1) if part_told(" ".join(words[:at])))
    return not any(_mentions(" ".join(words[:ends])))


def _tells(text: str) -> bool:
    """„Pan Gil jest sekretarzem” says something of somebody, and no part of the list."""
    return part_told(text) is None and any(fold(word) in LINKING_VERBS for word in text.split())


def _mark(entry: Entry | None, mention: Mention, part: Section | None) -> None:
    assert entry is not None
    entry.sections.add(part)
    if mention.words:
        entry.ask(QuestionCode.POTWIERDZ_DOPASOWANIE, (entry.person,))


def _mentions(text: str) -> Iterator[Mention]:
    """Whom the words tell that are not of sentences and headings; one of nobody for the others."""
    for part in _BETWEEN.split(_COUNT.sub(" ", _BLOCK.sub(" ", text))):
        kept = [word for word in _words_of(part) if not _is_of_sentence(word)]
        numbers = read_numbers(" ".join(kept)) if all(map(_NUMBER.fullmatch, kept)) else None
        post = post_in_nominative(kept)
        if numbers:
            yield from (Mention(number=number) for number in numbers)
        elif classify(post) is not PositionClass.UNKNOWN:
            yield Mention(post=normalise(post))
        elif kept:
            named = all(word[0].isupper() and is_name_shaped(word) for word in kept)
            yield Mention(words=tuple(kept)) if named else Mention()


def _words_of(text: str) -> list[str]:
    return [word for word in (each.strip(".„”\"'") for each in text.split()) if word]


def _is_of_sentence(word: str) -> bool:
    folded = fold(word)
    if folded in _SMALL or folded in _HEADINGS or folded.startswith(_STEMS):
        return True
    if folded.startswith(ANNOUNCING_STEMS):
        return _APPOINTS.search(word) is not None
    return folded.startswith(_TAKES_PART)


def _only(mention: Mention, entries: Sequence[Entry]) -> Entry | None:
    fitting = [
        entry for number, entry in enumerate(entries, 1) if mention.means(number, entry.person)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _may_mean_somebody(text: str, entries: Sequence[Entry]) -> bool:
    """Whether a number of the list, a given name, a post, a bearer's name or „wszyscy” is told."""
    told = _COUNT.sub(" ", _BLOCK.sub(" ", text[:_LONGEST]))
    for word in _words_of(_BETWEEN.sub(" ", told)):
        if _is_of_sentence(word):
            continue
        if _NUMBER.fullmatch(word) and 0 < int(re.split("[–-]", word)[0]) <= len(entries):
            return True
        if is_given(word) or given_in_other_case(word) or fold(word).startswith(_EVERYBODY):
            return True
        if classify(post_in_nominative([word])) is not PositionClass.UNKNOWN or singular(word):
            return True
        named = Mention(words=(word,)) if word[0].isupper() else None
        if named and any(_begins_alike(word, e) and named.fits(e.person) for e in entries):
            return True
    return False


def _begins_alike(word: str, entry: Entry) -> bool:
    begins = fold(word[:2])
    person = entry.person
    return fold(person.surname[:2]) == begins or fold(person.given[:2]) == begins


def _tells_nobody(text: str) -> bool:
    words = fold(text).split()
    return any(word.startswith(LATER_STEMS) for word in words) or any(
        piece.kind is Kind.VACANCY for piece in pieces_of(text)
    )
