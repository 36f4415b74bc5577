"""The nominative of a post that a sentence declines: „Sekretarza Gminy”, „radcę prawnego”.

Source: domain.md §3.6 point 9. Only posts of the vocabulary, whose genitive it gives; what follows
a post („… Gminy”) is in the genitive anyhow, but for an adjective of its own.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from conversations import vocabulary
from conversations.positions import PositionClass, classify
from conversations.vocabulary import fold

_ACCUSATIVE, _INSTRUMENTAL, _DATIVE = range(3)
# Endings of an adjective that stands for a man, and what they are in the nominative.
_ADJECTIVES: Final = (
    *(("kiego", "ki"), ("giego", "gi"), ("iego", "i"), ("ego", "y"), ("ym", "y"), ("emu", "y")),
    *(("ą", "a"),),
)


def post_in_nominative(words: Sequence[str]) -> str:
    """The words of a post, the post itself in the nominative; as typed where none is known."""
    ranks: list[str] = []
    rest = list(words)
    while len(rest) > 1 and fold(rest[0]) in _RANKS:
        ranks.append(_RANKS[fold(rest.pop(0))])
    for prefix in vocabulary.VICE if rest else ():
        if fold(rest[0]).startswith(prefix) and (base := _of((rest[0][len(prefix) :], *rest[1:]))):
            return " ".join((*ranks, rest[0][: len(prefix)] + base))
    if whole := _of(words):
        return whole
    if ranks and (base := _of(rest)):
        return " ".join((*ranks, base))
    return _from_instrumental(words) or " ".join(words)


def _of(words: Sequence[str]) -> str | None:
    for length in (3, 2, 1):
        base = _POSTS_OF.get(tuple(fold(word) for word in words[:length]))
        if base and len(words) >= length:
            declined = base.casefold() != " ".join(words[:length]).casefold()
            own = map(_adjective, words[length : length + declined])
            return " ".join((base, *own, *words[length + declined :]))
    return None


def _adjective(word: str) -> str:
    """„radcę prawnego” is a radca prawny; „kierownika finansowego” a kierownik finansowy."""
    ending = next((pair for pair in _ADJECTIVES if word.casefold().endswith(pair[0])), None)
    return word[: -len(ending[0])] + ending[1] if ending and len(word) > 5 else word


def _from_instrumental(words: Sequence[str]) -> str | None:
    """„zastępcą wójta”, „głównym specjalistą”: a post whose words show the instrumental."""
    told = 0
    while told < len(words) and words[told].casefold().endswith(("ą", "ym")):
        told += 1
    first = (word[:-1] + "a" if word[-1] in "ąĄ" else word[:-1] for word in words[:told])
    post = " ".join((*first, *words[told:]))
    return post if told and classify(post) is not PositionClass.UNKNOWN else None


def _cases(nominative: str, genitive: str) -> Iterator[str]:
    """The other cases of a post, those its genitive shows for certain."""
    pairs = list(zip(nominative.split(), genitive.split(), strict=True))
    for case in (_ACCUSATIVE, _INSTRUMENTAL, _DATIVE):
        words = [_in_case(case, *pair) for pair in pairs]
        if all(words):
            yield " ".join(map(str, words))


def _in_case(case: int, nominative: str, genitive: str) -> str | None:
    stem = nominative[:-1]
    forms: tuple[str | None, ...]
    if nominative == genitive:
        forms = (nominative + "ę", nominative + "ą", None)
        return forms[case] if nominative.endswith("yni") else nominative
    if genitive.endswith("ego"):
        soft = genitive.endswith("iego")
        base = genitive[: -4 if soft else -3]
        forms = (genitive, base + ("im" if soft else "ym"), base + ("iemu" if soft else "emu"))
    elif genitive.endswith("ej"):
        forms = (stem + "ą", stem + "ą", genitive)
    elif nominative.endswith("a"):
        forms = (stem + "ę", stem + "ą", None)
    elif genitive.endswith("a"):
        base = genitive[:-1]
        forms = (genitive, base + ("iem" if base[-1] in "kg" else "em"), base + "owi")
    else:
        forms = (None, None, None)
    return forms[case]


_IN_CASES: Final = tuple(
    pair
    for forms in (
        vocabulary.HEADS,
        vocabulary.SENIOR_OFFICIALS,
        vocabulary.BOARD,
        vocabulary.MANAGERS,
        vocabulary.STAFF,
        vocabulary.BORDERLINE,
        vocabulary.OUTSIDERS,
        vocabulary.DEPUTIES_IN_CASES,
    )
    for pair in forms
)
_POSTS_OF: Final = {
    tuple(fold(form).split()): nominative
    for nominative, genitive in _IN_CASES
    for form in (genitive, *_cases(nominative, genitive))
}
_RANKS: Final = {
    form: nominative
    for nominative in ("starszy", "młodszy", "pierwszy", "drugi", "główny", "samodzielny")
    for stem in (fold(nominative)[:-1],)
    for form in (stem + "ego", stem + "ym", stem + "iego", stem + "im")
}
POSTS_DECLINED: Final = {words[0] for words in _POSTS_OF}
"""First words of posts in any case, folded."""
