"""Parts words that run on without a comma: „anna gil sekretarz gminy jan kot skarbnik”.

Source: domain.md §3.5 (what is dictated or copied without its marks). Only where a given name in
use and a surname stand several times, and nothing but posts between them.
"""

from collections.abc import Sequence

from conversations.pasted_list.boundaries import is_surname_alone
from conversations.pasted_list.names import is_given
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
    ends = [*(start for start, _ in names[1:]), len(words)]
    gaps = [(end, start) for (_, end), start in zip(names, ends, strict=True)]
    posts_first = names[0][0] > 0
    if posts_first:
        starts = [0, *(_without_and(words, *gap)[0] for gap in gaps[:-1])]
        told = [(at, name[0]) for at, name in zip(starts, names, strict=True)]
        told += [gaps[-1]] if gaps[-1][0] < gaps[-1][1] else []
        ends = [end for _, end in names]
    else:
        told = [_without_and(words, *gap) for gap in gaps]
        starts = [start for start, _ in names]
        ends = [end for _, end in told]
    posts = [words[start:end] for start, end in told if start < end]
    known = all(classify(" ".join(post)) is not PositionClass.UNKNOWN for post in posts)
    # „A post B post C” may be „A, post B, post C” as well.
    doubtful = not posts_first and len(posts) == len(names) - 1 and told[-1][0] == told[-1][1]
    whole = len(posts) == len(names) == len(told) or not (posts or posts_first)
    if not known or not (whole or doubtful):
        return [], False
    people = [words[start:end] for start, end in zip(starts, ends, strict=True)]
    return people, doubtful


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


def _without_and(words: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """The words between two names without an „i” before the second."""
    return (start, end - (end > start and fold(words[end - 1]) in _ANDS))
