"""Reads the one person of a sentence: „wyznaczam Panią Annę Kowalczyk, Sekretarza Gminy”.

Source: domain.md §3.6 point 9. The nominative is a guess from the given names in use
and the endings of surnames, so whoever uses it must always confirm.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from conversations import vocabulary
from conversations.pasted_list.given_names import GIVEN_NAMES
from conversations.pasted_list.names import is_name_shaped
from conversations.pasted_list.words import PLENIPOTENTIARY_STEMS
from conversations.positions import PositionClass, classify
from conversations.vocabulary import fold

_WORD: Final = re.compile(r"[^\s,;:()]+|[,;:()]")
_MARKS: Final = frozenset(",;:()–-")
_LINKS: Final = frozenset({"na", "jako", "stanowisko", "stanowisku"})
_FORMAL: Final = frozenset({"pania", "pana"})
_ANNOUNCING: Final = (
    *("wyznacza", "powoluj", "wskazuj", "zglasza", "delegu", "proponuj", "wyznaczyl", "powolal"),
)
_FEMININE_SURNAMES: Final = (("ą", "a"), ("ę", "a"))
_MASCULINE_SURNAMES: Final = (
    ("skiego", ("ski",)),
    ("ckiego", ("cki",)),
    ("dzkiego", ("dzki",)),
    ("iego", ("i",)),
    ("ego", ("y",)),
    ("ę", ("a",)),
    *((f"{vowel}ka", (f"{vowel}k",)) for vowel in "aeiouóy"),
    ("ka", ("ek", "k")),
    ("a", ("",)),
)
_POSTS: Final = {
    fold(genitive): nominative
    for forms in (
        vocabulary.HEADS,
        vocabulary.SENIOR_OFFICIALS,
        vocabulary.MANAGERS,
        vocabulary.STAFF,
        vocabulary.BORDERLINE,
        (("zastępca", "zastępcę"), ("zastępca", "zastępcy")),
    )
    for nominative, genitive in forms
    if " " not in genitive
}


@dataclass(frozen=True, slots=True)
class Announced:
    """The person of a sentence: words of the name, given name first, and what else it may be."""

    words: tuple[str, ...]
    others: tuple[tuple[str, ...], ...]
    post: str | None
    plenipotentiary: bool


def announced(text: str) -> Announced | None:
    """The person whom a sentence names in the accusative; None when it does not."""
    if len(text) > 400:
        return None
    tokens = _WORD.findall(text)
    folded = [fold(token) for token in tokens]
    announces = any(word.startswith(_ANNOUNCING) for word in folded)
    at = next((i for i, word in enumerate(folded) if word in _FORMAL), None)
    begins = at + 1 if at is not None else None
    if begins is None and announces:
        begins = next((i for i, word in enumerate(folded) if word in _ACCUSATIVES), None)
    if begins is None or not (announces or (at == 0 and folded[begins : begins + 1])):
        return None
    words = _name_from(tokens[begins:])
    known = _ACCUSATIVES.get(fold(words[0])) if len(words) > 1 else None
    if known is None:
        return None
    surnames = _nominatives(words[-1], feminine=known.endswith("a"))
    given = (known, *(_ACCUSATIVES.get(fold(word), word) for word in words[1:-1]))
    return Announced(
        words=(*given, surnames[0]),
        others=tuple((*given, surname) for surname in surnames[1:]),
        post=_post_from(tokens[begins + len(words) :]),
        plenipotentiary=any(word.startswith(PLENIPOTENTIARY_STEMS) for word in folded),
    )


def _name_from(tokens: Sequence[str]) -> tuple[str, ...]:
    words: list[str] = []
    for token in tokens[:3]:
        word = token.strip(".")
        in_post = fold(word) in _POSTS and len(words) > 1
        if not is_name_shaped(word) or not word[0].isupper() or in_post:
            break
        words.append(word)
    return tuple(words)


def _nominatives(surname: str, *, feminine: bool) -> tuple[str, ...]:
    """What the surname may be in the nominative, likeliest first, then as typed."""
    if feminine:
        for ending, base in _FEMININE_SURNAMES:
            if surname.endswith(ending):
                return (surname.removesuffix(ending) + base,)
        return (surname,)
    for ending, bases in _MASCULINE_SURNAMES:
        if surname.endswith(ending):
            stem = surname.removesuffix(ending)
            return (*(stem + base for base in bases), surname)
    return (surname,)


def _post_from(tokens: Sequence[str]) -> str | None:
    words: list[str] = []
    for word in tokens:
        if words and word in _MARKS:
            break
        if word not in _MARKS and fold(word) not in _LINKS:
            words.append(word.rstrip("."))
    if not words:
        return None
    base = _POSTS.get(fold(words[0]))
    post = " ".join([base or words[0], *words[1:]])
    return post if classify(post) is not PositionClass.UNKNOWN else None


def _accusatives_of(name: str) -> tuple[str, ...]:
    folded = fold(name)
    if folded.endswith("a"):
        return (folded[:-1] + "e",)
    if folded.endswith(("y", "i")):
        return (folded.removesuffix("y") + "ego",)
    if folded.endswith("ek"):
        return (folded[:-2] + "ka",)
    if folded.endswith(("el", "er")):
        return (folded + "a", folded[:-2] + folded[-1] + "a")
    return (folded + "a",)


_ACCUSATIVES: Final = {
    form: name for name in GIVEN_NAMES.values() for form in _accusatives_of(name)
}
