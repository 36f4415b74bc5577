"""Rows of a part of the list that name nobody, yet tell of people above: „ZR: skarbnik, pan Gil”.

Source: domain.md §3.5 and §3.6 point 10. Who is told by a post that one alone holds is meant for
certain; who is told by a surname is asked about.
"""

from collections.abc import Sequence
from typing import Final

from conversations.pasted_list.changes import Mention, mentions
from conversations.pasted_list.entries import Entry
from conversations.pasted_list.layout import Row
from conversations.pasted_list.pieces import pieces_of
from conversations.pasted_list.sections import Section, section_mentioned
from conversations.pasted_list.telling import Kind
from conversations.pasted_list.values import QuestionCode
from conversations.pasted_list.words import LATER_STEMS
from conversations.vocabulary import fold

_OF_PEOPLE: Final = (Section.EDITORIAL, Section.PLENIPOTENTIARY)


def mark_mentioned(row: Row, entries: Sequence[Entry], line: str) -> bool | None:
    """Put those whom a row of a part mentions in that part; False where it stays unclear who.

    None for a row that mentions nobody: of no such part, not on the `line` of its heading, or one
    that says who will be told later.
    """
    if row.section not in _OF_PEOPLE or not row.text:
        return None
    told = mentions(row.text)
    meant = [_only(mention, entries) for mention in told]
    if not told or None in meant:
        headed = section_mentioned(line.removesuffix(row.text)) is row.section
        return False if headed and not _tells_nobody(row.text) else None
    for mention, entry in zip(told, meant, strict=True):
        assert entry is not None
        entry.sections.add(row.section)
        if mention.words:
            entry.ask(QuestionCode.POTWIERDZ_DOPASOWANIE, (entry.person,))
    return True


def _only(mention: Mention, entries: Sequence[Entry]) -> Entry | None:
    fitting = [
        entry
        for number, entry in enumerate(entries, 1)
        if mention.number == number or mention.fits(entry.person)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _tells_nobody(text: str) -> bool:
    words = fold(text).split()
    return any(word.startswith(LATER_STEMS) for word in words) or any(
        piece.kind is Kind.VACANCY for piece in pieces_of(text)
    )
