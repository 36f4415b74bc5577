"""Lines of a mark alone, below whom it is of: „1. Anna Lis – Sekretarz”, „– zespół redakcyjny”.

Source: domain.md §3.5 (marks of roles). Such a line looks like a heading behind a bullet; which it
is, all the lines of a text tell together.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from conversations.pasted_list.bullets import without_bullet
from conversations.pasted_list.characters import Line
from conversations.pasted_list.names import names_somebody
from conversations.pasted_list.sections import is_heading, section_of

BULLETS: Final = frozenset("-–+•*·◦▪")
_LONGEST_NAME: Final = 100


def marks_below(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that are marks of whom the line above names.

    So they are where one comes again below somebody else, as no heading does, or where nobody
    follows. Any other is a heading; a star at the end is rather that of a footnote.
    """
    texts = [line.text.lstrip("> ") for line in lines]
    marks = [at for at, text in enumerate(texts) if at and _may_be_mark(text)]
    below = (at for at in marks if _names(texts[at - 1]))
    times = Counter(section_of(without_bullet(texts[at])[0]) for at in below)
    times.pop(None, None)
    if max(times.values(), default=0) < 2:
        behind = (at for at in reversed(range(len(texts))) if _names(texts[at]))
        last = next(behind, -1)
        marks = [at for at in marks if at > last and not texts[at].startswith("*")]
    return frozenset(lines[at].number for at in marks)


def _may_be_mark(text: str) -> bool:
    if text[:1] not in BULLETS or text.endswith(":"):
        return False
    return is_heading(without_bullet(text)[0])


def _names(text: str) -> bool:
    return names_somebody(text[:_LONGEST_NAME])
