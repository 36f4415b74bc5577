"""Whom a text may name: runs of capitalised words, read as names in either order.

For comparing with what is known of names by a code alone, so that a guess too many costs nothing.
A case other than the nominative is read where a given name in use stands in it (domain.md §3.6).
"""

import re
from collections.abc import Iterator
from itertools import pairwise, product
from typing import Final

from conversations.pasted_list.declension import given_in_other_case, surnames_of
from conversations.pasted_list.names import is_feminine, is_given
from conversations.people import Person

_NAME: Final = re.compile(r"[^\W\d_]+(?:['’`-][^\W\d_]+)*")
_GAP: Final = re.compile(r"[\s_]+|\.\s*")
"""What may stand between the words of a name: a space, a point after an initial, „_” in a file's
name."""
_LONGEST: Final = 4
"""Words of which a name is made at most."""


def people_in(text: str) -> Iterator[Person]:
    """Everybody whom a text may name by given name and surname, without title and post."""
    for run in _runs(text):
        for first in range(len(run)):
            for end in range(first + 2, min(first + _LONGEST, len(run)) + 1):
                yield from _read(run[first:end])


def _runs(text: str) -> Iterator[list[str]]:
    """The longest rows of capitalised words with nothing of weight between them."""
    words = [word for word in _NAME.finditer(text) if word.group()[0].isupper()]
    run = [words[0].group()] if words else []
    for one, other in pairwise(words):
        if not _GAP.fullmatch(text, one.end(), other.start()):
            yield run
            run = []
        run.append(other.group())
    if run:
        yield run


def _read(words: list[str]) -> Iterator[Person]:
    """The words as a name in the nominative, and as what it may be in the nominative."""
    turned = is_given(words[-1]) and not is_given(words[0])
    *given, surname = [*words[1:], words[0]] if turned else words
    yield Person(" ".join(given), surname)
    for names, last in ((words[:-1], words[-1]), (words[1:], words[0])):
        for guessed in product(*map(given_in_other_case, names)):
            for each in surnames_of(last, feminine=is_feminine(guessed[0])):
                yield Person(" ".join(guessed), each)
