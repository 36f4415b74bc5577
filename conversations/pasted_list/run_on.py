"""Parts words that run on without a comma: „anna gil sekretarz gminy jan kot skarbnik”.

Source: domain.md §3.5 (what is dictated or copied without its marks). Only where a given name in
use and a surname stand several times, and nothing but posts between them.
"""

from collections.abc import Sequence

from conversations.pasted_list.boundaries import is_surname_alone
from conversations.pasted_list.names import is_given
from conversations.pasted_list.titles import without_titles
from conversations.pasted_list.words import HONORIFICS, NAMED_AFTER, TITLES
from conversations.positions import PositionClass, classify
from conversations.vocabulary import fold

_ANDS = frozenset({"i", "oraz", "a"})


def people_running_on(
    words: Sequence[str], clean: Sequence[str]
) -> tuple[list[Sequence[str]], bool]:
    """The words of each person, and whether it is doubtful whose the posts are.

    None unless there are several. `clean` are the words without the marks at their ends.
    """
    names = _names_in(clean)
    if len(names) < 2:
        return [], False
    starts, ends = zip(*names, strict=True)
    if starts[0] > 0:
        begins = (0, *ends[:-1])
        whole = ends[-1] == len(words) and all(map(_is_post, _between(words, begins, starts)))
        return _between(words, begins, ends) if whole else [], False
    upto = [_without_and(words, end) for end in (*starts[1:], len(words))]
    posts = _between(words, ends, upto)
    told = [post for post in posts if post]
    # „A post B post C” may be „A, post B, post C” as well.
    doubtful = len(told) == len(names) - 1 and not posts[-1]
    if not all(map(_is_post, told)) or not (doubtful or len(told) in (0, len(names))):
        return [], False
    return _between(words, starts, upto), doubtful


def _between(
    words: Sequence[str], starts: Sequence[int], ends: Sequence[int]
) -> list[Sequence[str]]:
    return [words[start:end] for start, end in zip(starts, ends, strict=True)]


def _is_post(words: Sequence[str]) -> bool:
    _, _, post = without_titles(words)
    return classify(" ".join(post)) is not PositionClass.UNKNOWN


def _names_in(clean: Sequence[str]) -> list[tuple[int, int]]:
    """Where names stand, with the titles before them: given names and one surname each."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(clean) - 1:
        if not is_given(clean[at]) or (at and fold(clean[at - 1]) in NAMED_AFTER):
            at += 1
            continue
        end = at + 1
        while end < len(clean) - 1 and end - at < 2 and is_given(clean[end]):
            end += 1
        if not is_surname_alone(clean[end]) or clean[end][0].isupper() != clean[at][0].isupper():
            at += 1
            continue
        start = at
        while start and fold(clean[start - 1]).strip(".") in HONORIFICS | TITLES.keys():
            start -= 1
        found.append((start, end + 1))
        at = end + 1
    return found


def _without_and(words: Sequence[str], end: int) -> int:
    """Where the words before a name end without an „i”."""
    return end - (fold(words[end - 1]) in _ANDS)
