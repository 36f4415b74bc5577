"""Reads the people of a sentence: „wyznaczam Panią Annę Kowalczyk, Sekretarza Gminy”.

Source: domain.md §3.6 point 9. The nominative is a guess, so whoever uses it must always confirm.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from conversations import vocabulary
from conversations.pasted_list.characters import COLUMN_GAP
from conversations.pasted_list.declension import (
    given_in_other_case,
    holds_other_case,
    surnames_of,
)
from conversations.pasted_list.given_names import GIVEN_NAMES
from conversations.pasted_list.names import is_feminine, is_given, is_name_shaped
from conversations.pasted_list.post_cases import POSTS_DECLINED, post_in_nominative
from conversations.pasted_list.words import (
    ANNOUNCING_STEMS,
    EDITORIAL_STEMS,
    FORMAL_IN_OTHER_CASES,
    HEADING_WORDS,
    HONORIFICS,
    LINKING_VERBS,
    NAMED_AFTER,
    NOT_NAMES,
    PLENIPOTENTIARY_STEMS,
    STEERING_STEMS,
    TAKING_PART_STEMS,
    TITLES,
)
from conversations.positions import PositionClass, classify
from conversations.vocabulary import fold

_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")
_WORD: Final = re.compile(r"[^\s,;:()]+|[,;:()]")
_COLUMN: Final = re.compile(f"[|\t{COLUMN_GAP}]")
_MARKS: Final = frozenset(",;:()–-")
_ENDS_POST: Final = frozenset(
    {"obowiazki", "na", "do", "jako", "oraz", "i", "z", "celem", "bedzie", "a"}
)
_BEFORE_NAMES: Final = HONORIFICS | TITLES.keys()
_ENDS_NAME: Final = HONORIFICS | vocabulary.SHORT_FORMS
_LINKS: Final = frozenset({"stanowisko", "stanowisku", "pelniacego", "pelniaca"})
_OF_SENTENCES: Final = NOT_NAMES | HONORIFICS | LINKING_VERBS | HEADING_WORDS | _ENDS_POST | _LINKS
_INTRODUCING: Final = (*ANNOUNCING_STEMS, "prosz", "prosim")
_ALSO: Final = frozenset({"jednoczesnie", "zarazem", "tez", "rowniez", "takze"})
# „proponujemy” and „zgłaszam” are said by whoever writes, not by who is named before.
_FIRST: Final = re.compile(r"(?:my|ę|am)$")
# „Annę Kowalczyk zgłasza Wójt”: what follows is the post of who proposes her.
_OTHERS_DO: Final = re.compile(r"(?:(?<![oa]n)a|uje|ją)$")
_STEM: Final = 3
_VOWELS: Final = "aąeęioóuy"
_LONGEST: Final = 2000
_LONGEST_NAME: Final = 4
_OBLIQUE_ENDINGS: Final = ("ego", "emu", "skim", "ckim", "ę")


@dataclass(frozen=True, slots=True)
class Announced:
    """A person of a sentence: the name, given name first, as typed, and what else it may be.

    `left` are the words around the name that tell neither a post nor a role, but for those of an
    appointment; `told_by` those that say who appoints. `sure` tells that nothing but the nominative
    is due where the name stands, and that it is one.
    """

    words: tuple[str, ...]
    typed: tuple[str, ...]
    others: tuple[tuple[str, ...], ...] = ()
    titles: tuple[str, ...] = ()
    post: str | None = None
    plenipotentiary: bool = False
    editorial: bool = False
    left: str = ""
    told_by: str = ""
    sure: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """Where a name stands in a sentence, and whether it is certainly in another case."""

    start: int
    end: int
    person: Announced
    oblique: bool


def announces(text: str) -> bool:
    """Whether a sentence appoints or proposes, so that names follow in the accusative."""
    return any(fold(word).startswith(ANNOUNCING_STEMS) for word in text[:_LONGEST].split())


def announced(text: str, *, oblique: bool = False) -> tuple[Announced, ...]:
    """The people whom a sentence names in another case than the nominative; none when it does not.

    `oblique` tells that a heading above asks for the accusative.
    """
    if len(text) > _LONGEST or not holds_other_case(_LETTERS.findall(text)):
        return ()
    parted = _COLUMN.sub(";", text)
    tokens = [word if word == "ds." else word.rstrip(".") or word for word in _WORD.findall(parted)]
    expected = oblique or announces(text)
    found = list(_found_in(tokens, expected=expected))
    if not any(each.oblique for each in found):
        return ()
    behind = _behind_announcer(tokens, found)
    if behind:
        first, *others = announced(" ".join(tokens[behind:]), oblique=True)
        left = " ".join(tokens[:behind]).replace(" ,", ",")
        return (replace(first, told_by=left), *others)
    posts_first = (
        _post_before(tokens[: found[0].start]) is not None
        and _post_from(tokens[found[-1].end :]) is None
    )
    return tuple(
        _with_what_is_told(tokens, found, index, posts_first=posts_first)
        for index in range(len(found))
    )


def instead_of(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """What a name may be that another case of another name looks like: „Mariana Lisa”."""
    both = words[0][-1:] == "a" == words[-1][-1:] and len(words) > 1
    if not both or any(map(is_given, words)) or not given_in_other_case(words[0]):
        return ()
    return tuple(
        each for each in _readings(words, "", oblique=True, expected=False) if each != words
    )


def _behind_announcer(tokens: Sequence[str], found: Sequence[_Found]) -> int:
    """Where „Starosta Jan Gil wyznacza” ends, who names the others; 0 without such a beginning.

    Who does something else besides, „będzie kierował grupą i zgłasza”, may be one of those named.
    """
    if len(found) < 2 or found[0].oblique or not found[1].oblique:
        return 0
    between = range(found[0].end, found[1].start)
    acting = (at + 1 for at in between if announces(tokens[at]) and not _FIRST.search(tokens[at]))
    behind = max(acting, default=0)
    acts = bool(behind) and _does_something_else(tokens[found[0].end : behind - 1])
    return 0 if acts else behind


def _does_something_else(tokens: Sequence[str]) -> bool:
    """Whether another verb, or an „i” before the one that announces, stands behind a name."""
    words = [fold(token) for token in tokens]
    while words and words[-1] in _ALSO:
        words.pop()
    joined = words[-1:] in (["i"], ["oraz"], ["a"])
    return joined or any(
        word in LINKING_VERBS or word.startswith(TAKING_PART_STEMS)
        for word, before in zip(words, ("", *words), strict=False)
        if not before.startswith("ktor")
    )


def _found_in(tokens: Sequence[str], *, expected: bool) -> Iterator[_Found]:
    index = 0
    while index < len(tokens):
        if fold(tokens[index]) in NAMED_AFTER:
            index += 1 + len(_name_words(tokens[index + 1 :], polite=True))
            continue
        found = _person_at(tokens, index, expected=expected)
        if found is None:
            index += 1
        else:
            yield found
            index = found.end


def _person_at(tokens: Sequence[str], start: int, *, expected: bool) -> _Found | None:
    at, formal, titles = start, "", []
    while at < len(tokens) and fold(tokens[at]) in _BEFORE_NAMES:
        if fold(tokens[at]) in TITLES:
            titles.append(TITLES[fold(tokens[at])])
        else:
            formal = fold(tokens[at])
        at += 1
    if not any(is_given(token) or given_in_other_case(token) for token in tokens[at : at + 1]):
        return None
    words = _name_words(tokens[at:], polite=bool(formal))
    if len(words) < 2:
        return None
    oblique = formal in FORMAL_IN_OTHER_CASES
    readings = _readings(words, formal, oblique=oblique, expected=expected)
    plain = readings == (words,) and not (oblique or expected)
    certain = readings[0] != words and (oblique or _is_certain(words, expected=expected))
    return _Found(
        start,
        at + len(words),
        Announced(readings[0], words, others=readings[1:], titles=tuple(titles), sure=plain),
        certain or (oblique and readings[0] == words),
    )


def _name_words(tokens: Sequence[str], *, polite: bool) -> tuple[str, ...]:
    """The words of a name; after „Panią Annę”, „Marszałek” is hers, not a post."""
    words: list[str] = []
    for token in tokens[:_LONGEST_NAME]:
        in_post = bool(words) and (
            fold(token) in _ENDS_NAME
            or (not polite and classify(token) is not PositionClass.UNKNOWN)
            or (len(words) > 1 and fold(token) in POSTS_DECLINED)
        )
        if not is_name_shaped(token) or not token[0].isupper() or in_post:
            break
        words.append(token)
    return tuple(words)


def _readings(
    words: tuple[str, ...], formal: str, *, oblique: bool, expected: bool
) -> tuple[tuple[str, ...], ...]:
    """The name in the nominative, likeliest first; as typed when it already is."""
    cases = given_in_other_case(words[0])
    nominative = is_given(words[0])
    if not cases or (nominative and not oblique and not _is_certain(words, expected=expected)):
        return (words,)
    if is_given(words[-1]) and not (oblique or expected):
        return (words,)
    if formal in ("pania", "pani"):
        cases = tuple(name for name in cases if is_feminine(name)) or cases
    elif formal or words[-1].casefold().endswith(_OBLIQUE_ENDINGS):
        cases = tuple(name for name in cases if not is_feminine(name)) or cases
    found: list[tuple[str, ...]] = []
    for name in dict.fromkeys(cases):
        feminine = is_feminine(name)
        given = [name, *(_same_sex(word, feminine=feminine) for word in words[1:-1])]
        found += [(*given, surname) for surname in surnames_of(words[-1], feminine=feminine)]
    if nominative:
        found.append(words)
    return tuple(dict.fromkeys(found))


def _is_certain(words: tuple[str, ...], *, expected: bool) -> bool:
    """„Annę” is no nominative; „Stanisława Kowalskiego” is none for the surname's ending."""
    small = words[-1].casefold()
    if words[0].casefold().endswith("a") and small[-1] not in _VOWELS:
        return False  # „Kajetana Kopacz” is a woman; the man would be „Kajetana Kopacza”
    if not expected and words[0].casefold().endswith("a") and small.endswith("a"):
        return False  # „Cypriana Hejna” may be a woman, and nothing here asks for another case
    spelled = GIVEN_NAMES.get(fold(words[0]), "").casefold()
    if words[0].casefold() != spelled and given_in_other_case(words[0]):
        return True
    masculine = any(not is_feminine(name) for name in given_in_other_case(words[0]))
    return masculine and (
        small.endswith(_OBLIQUE_ENDINGS)
        or (expected and small.endswith("a") and not small.endswith(("ska", "cka", "dzka")))
    )


def _same_sex(word: str, *, feminine: bool) -> str:
    fitting = [name for name in given_in_other_case(word) if is_feminine(name) == feminine]
    return fitting[0] if fitting else word


def _with_what_is_told(
    tokens: Sequence[str], found: Sequence[_Found], index: int, *, posts_first: bool
) -> Announced:
    """The person with the post and the role that the words around the name give."""
    each = found[index]
    before = tokens[found[index - 1].end if index else 0 : each.start]
    following = tokens[each.end : found[index + 1].start if index + 1 < len(found) else None]
    said = _post_said_before(before)[0] if index else None
    if index + 1 < len(found) and _post_said_before(following)[0]:
        following = following[: _post_said_before(following)[1]]
    roles_before = [fold(word) for word in before] if index == 0 else []
    roles = [*roles_before, *(fold(word) for word in following)]
    editors = [fold(word) for word in tokens[found[-1].end :]]
    introduced = index > 0 or any(fold(word).startswith(_INTRODUCING) for word in before)
    posts = [_post_before(following)] if posts_first and index + 1 < len(found) else []
    if said or posts_first:
        post = said or _post_before(before)
    else:
        post = _post_from(_before_announcer(following)) or (
            _post_before(before) if index == 0 else None
        )
    return replace(
        each.person,
        post=post,
        plenipotentiary=any(word.startswith(PLENIPOTENTIARY_STEMS) for word in roles),
        editorial=any(word.startswith(EDITORIAL_STEMS) for word in (*roles, *editors)),
        left=_left_of(
            following if introduced else [*before, *following],
            [each for each in (post, *posts) if each],
        ),
    )


def _before_announcer(tokens: Sequence[str]) -> Sequence[str]:
    """The words behind a name up to a verb that says that somebody else proposes it."""
    acting = (at for at, word in enumerate(tokens) if announces(word) and _OTHERS_DO.search(word))
    return tokens[: next(acting, None)]


def _left_of(tokens: Sequence[str], posts: Sequence[str]) -> str:
    """The words around a name that are of no post and no role; not the small words of sentences."""
    stems = {fold(word)[:_STEM] for post in posts for word in post.split()}
    left = [
        token
        for token in tokens
        if token not in _MARKS
        and fold(token).rstrip(".") not in _OF_SENTENCES
        and fold(token)[:_STEM] not in stems
        and not fold(token).startswith((*ANNOUNCING_STEMS, *EDITORIAL_STEMS, *STEERING_STEMS))
        and not fold(token).startswith(PLENIPOTENTIARY_STEMS)
    ]
    return " ".join(left) if any(len(word) >= _STEM for word in left) else ""


def _post_said_before(tokens: Sequence[str]) -> tuple[str | None, int]:
    """The post of „…, a skarbnikiem jest” before whose it is, and where that begins."""
    if len(tokens) < 2 or fold(tokens[-1]) not in LINKING_VERBS:
        return None, 0
    start = len(tokens) - 1
    while start and tokens[start - 1] not in _MARKS and fold(tokens[start - 1]) not in _ENDS_POST:
        start -= 1
    post = post_in_nominative(tokens[start:-1])
    said = classify(post) is not PositionClass.UNKNOWN and post != " ".join(tokens[start:-1])
    return (post, start) if said else (None, 0)


def _post_before(tokens: Sequence[str]) -> str | None:
    """The post that ends some words: „wyznaczam Sekretarza Gminy” before „Panią Annę”."""
    start = len(tokens)
    while start and tokens[start - 1] in _MARKS:
        start -= 1
    tokens = tokens[:start]
    while start and tokens[start - 1] not in _MARKS and fold(tokens[start - 1]) not in _ENDS_POST:
        start -= 1
    return _post_from(tokens[start:])


def _post_from(tokens: Sequence[str]) -> str | None:
    """The post at the beginning of some words, in the nominative; None when there is none."""
    words: list[str] = []
    for word in tokens:
        acts = bool(words) and fold(words[-1]).startswith("pelni")
        if words and not acts and (word in _MARKS or fold(word) in _ENDS_POST):
            break
        if word not in _MARKS and fold(word) not in _LINKS | HONORIFICS | _ENDS_POST:
            words.append(word)
    for start in range(len(words)):
        post = post_in_nominative(words[start:])
        cls = classify(post)
        is_role = fold(post).startswith(PLENIPOTENTIARY_STEMS)
        if cls is not PositionClass.UNKNOWN and not is_role:
            return post
    return None
