"""What the words of a sentence say, and which of them name an office (domain.md §3.9, §3.10).

Nothing is known here of which offices there are, so that a name is told by where it stands: after
a preposition, with a capital, beside what an office does or has. Strange words that stand where a
verb or an adjective may are not certain to be one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from conversations import question_words
from conversations.office_names import stem
from conversations.office_vocabulary import COUNTY_SEATS
from conversations.vocabulary import fold

_Concepts = frozenset[str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """What each word says (fillers say nothing and are left out), what all say, and a name.

    A name is one of `said`: PLACE, with SURE where no other word could stand there; REGIONAL for a
    voivodeship's. AHEAD is a concept where „jak” or „co” comes first. `asks`: by a word that asks,
    as an order, or as a bare noun (NOUN is then said).
    """

    said: tuple[_Concepts, ...]
    concepts: _Concepts
    about: str
    certain: bool
    asks: bool

    @property
    def is_phrase(self) -> bool:
        """Whether it asks as a bare noun does, by no word and no mark."""
        return _PHRASE in self.said


def may_ask(words: str) -> bool:
    """Whether folded words, without „?”, may ask at all: told at a fraction of the cost."""
    every = words.split()
    first = next(filter(None, map(_concepts, every[:_FIRST])), _NOTHING)
    return (
        bool(first & (_ORDERING | _NOUNS))
        or asks(words)
        or (bool(every) and every[0] in {"sa", *_FIRST_WORDS})
    )


def is_known(word: str) -> bool:
    """Whether a folded word is one of the questions' own, and spelt right."""
    return _known(word) is not _STRANGE


def asks(words: str) -> bool:
    """Whether among folded words is one that asks, such as „kto” or „jak”."""
    return any(_known(word) & _INTERROGATIVE for word in words.split())


def is_place(word: str) -> bool:
    """Whether a folded word, in any case, names a county's seat or a voivodeship."""
    return _REGION.fullmatch(word) is not None or stem(word) in _PLACES


def sentence(words: str, capitals: _Concepts = frozenset(), *, marked: bool = False) -> Sentence:
    """Read folded words without punctuation; `capitals` of them are written so, `marked` by „?”."""
    for pattern, word in _PHRASES:
        words = pattern.sub(word, words)
    every = words.split()
    meant = [_concepts(word) for word in every]
    first, last, certain = _run(every, meant, capitals)
    before, named = every[first - 1] if first else "", every[first:last]
    said = [each for at, each in enumerate(meant) if each and not first <= at < last]
    if named:
        said.append(_named(before, named))
    asked = bool(
        frozenset().union(*said) & _INTERROGATIVE
        or next(filter(None, meant), _NOTHING) & _ORDERING
        or every[:1] == ["sa"]
    )
    if not asked and marked:
        said.append(frozenset({"WHETHER"}))
    elif not asked and _is_phrase(words, said, before if named else "w"):
        said.append(_PHRASE)
    asked = asked or marked or _PHRASE in said
    concepts = frozenset().union(*said, _AHEAD if _opens(meant) else _NOTHING)
    return Sentence(tuple(said), concepts, " ".join(named), certain, asked)


def _opens(meant: list[_Concepts]) -> bool:
    """Whether the first word that says something is „jak” or „co”."""
    return bool(next(filter(None, meant), _NOTHING) & _OPENING)


def plain(line: str) -> str:
    """Folded, without punctuation but hyphens within words."""
    return " ".join(_PUNCTUATION.sub(" ", fold(line)).split())


_PUNCTUATION: Final = re.compile(r"[^\w\s-]|(?<!\w)-|-(?!\w)")
_PHRASES: Final = tuple((re.compile(pattern), word) for pattern, word in question_words.PHRASES)
_NOTHING: Final[_Concepts] = frozenset()
_PHRASE: Final = frozenset({"NOUN"})
_AHEAD: Final = frozenset({"AHEAD"})
_OPENING: Final = frozenset({"HOW", "WHAT"})
_FIRST: Final = 3
"""Among so many words at the start, the first that says something."""
_INTERROGATIVE: Final = frozenset(question_words.INTERROGATIVE.split())
_ORDERING: Final = frozenset({"SHOW", "MAY", "MUST"})
_NOUNS: Final = frozenset(question_words.NOUNS.split())
_NAMED_NOUNS: Final = frozenset(question_words.NAMED_NOUNS.split())
_FIRST_WORDS: Final = frozenset(question_words.FIRST_WORDS.split())
_TELLING: Final = re.compile(question_words.TELLING)


def _is_phrase(words: str, said: list[_Concepts], before: str) -> bool:
    """Whether a sentence is but the name of something to be told: „stan Rejowca”, „braki”."""
    start = said[0] if said else _NOTHING
    noun = start & _NOUNS or words.split(maxsplit=1)[0] in _FIRST_WORDS if words else False
    if not noun or _TELLING.search(words):
        return False
    if start & _NAMED_NOUNS and "NAMED" not in start:
        return len(said) == 2 and "SURE" in said[1]
    return "LACK" not in start or before in _PREPOSITIONS


# --- Words ------------------------------------------------------------------------------------


def _lookup() -> tuple[dict[str, _Concepts], dict[str, _Concepts]]:
    """The concepts of whole words and of beginnings; fillers have none."""
    whole: dict[str, set[str]] = {}
    begun: dict[str, set[str]] = {}
    for concept, words in (*question_words.WORDS.items(), ("", question_words.FILLERS)):
        for word in words.split():
            to = begun if word.endswith("*") else whole
            to.setdefault(word.removesuffix("*"), set()).update({concept} - {""})
    return (
        {word: frozenset(found) for word, found in whole.items()},
        {word: frozenset(found) for word, found in begun.items()},
    )


_WHOLE, _BEGUN = _lookup()
_STRANGE: Final = frozenset({"?"})
"""Of a word that is none of the questions' own."""
_DERIVED: Final = re.compile(question_words.DERIVED)
_REGION: Final = re.compile(
    rf"({'|'.join(question_words.REGIONS.split())})(i|ie|iego|im|iemu|iem|a|iej)"
)
_PLACES: Final = frozenset(stem(word) for seat in COUNTY_SEATS.values() for word in seat.split())


def _known(word: str) -> _Concepts:
    """What a word says that is spelt right."""
    if word in _WHOLE:
        return _WHOLE[word]
    begun = _beginning(word)
    return _STRANGE if begun is None or _is_derived(word, begun) else _BEGUN[begun]


def _beginning(word: str) -> str | None:
    begun = (word[:end] for end in range(len(word), 1, -1))
    return next((each for each in begun if each in _BEGUN), None)


def _is_derived(word: str, begun: str) -> bool:
    return _DERIVED.fullmatch(word, len(begun)) is not None


@lru_cache(maxsize=1024)
def _concepts(word: str) -> _Concepts:
    """What a word says: nothing for a filler, `_STRANGE` for one that is not known."""
    known = _known(word)
    if known is not _STRANGE:
        return known
    if len(word) < _SHORTEST or _REGION.fullmatch(word) or stem(word) in _PLACES:
        return _STRANGE
    derived = any(
        word[:end] in _BEGUN or word[:end] in _WHOLE
        for end in range(_SHORTEST, len(word))
        if _is_derived(word, word[:end])
    )
    return _STRANGE if derived else _misspelt(word)


_SHORTEST: Final = 4
_TWICE_WRONG: Final = 10
"""From how many letters on a word may be misspelt by two of them."""
_MISSPELT_FROM: Final = 7
_MISSPELT_TOO: Final = frozenset(question_words.MISSPELT_TOO.split())
"""Shorter words are too like the names of places, but for these."""


def _by_length(words: dict[str, _Concepts]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for word in words:
        if len(word) >= _MISSPELT_FROM or word in _MISSPELT_TOO:
            found.setdefault(len(word), []).append(word)
    return found


_WHOLE_BY_LENGTH, _BEGUN_BY_LENGTH = _by_length(_WHOLE), _by_length(_BEGUN)


def _misspelt(word: str) -> _Concepts:
    """What a word says that is spelt nearly as one of the questions' own."""
    nearest = min(_spelt_like(word), default=None)
    if nearest is None:
        return _STRANGE
    return _WHOLE.get(nearest[1]) or _BEGUN.get(nearest[1], _NOTHING)


def _spelt_like(word: str) -> Iterator[tuple[float, str]]:
    """Known words, and beginnings of them, that are a letter or two away, with how far they are."""
    from rapidfuzz import process  # noqa: PLC0415 - only for what is not spelt right
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    for known, open_ended in ((_WHOLE_BY_LENGTH, False), (_BEGUN_BY_LENGTH, True)):
        for length, choices in known.items():
            most = 2 if length >= _TWICE_WRONG else 1
            cuts = range(length - most, length + most + 1) if open_ended else (len(word),)
            for typed in {word[:cut] for cut in cuts}:
                found = process.extractOne(typed, choices, scorer=OSA.distance, score_cutoff=most)
                if found:
                    yield found[1], found[0]


# --- The name of an office --------------------------------------------------------------------

_MOST_WORDS_OF_A_NAME: Final = 4
_PREPOSITIONS: Final = frozenset({"w", "we", "u", "z", "ze", "dla", "od", "do", "o"})
_IN: Final = frozenset({"w", "we"})
_KIND: Final = re.compile(
    r"urz[ae]d\w*|starostw\w*|gmin\w*|mia[s]t\w*|miescie|powia\w*|um|ug|umig|miejsk\w+"
)
"""Words that say what an office is; with nothing beside them, one's own is meant."""
_EXACT_KIND: Final = re.compile(r"starostw\w*|powia\w+|gmin\w*|mia[s]t\w*|miejsk\w+|u[mg]|umig")
_SECOND_WORD: Final = re.compile(
    r"\w+[sc]k(i|a|ie|im|iej|iego|iemu|ich)|(dol|gor)n\w+|fabryczn\w+|now\w+|wielk\w+|mal\w+|star\w+"
)
_INFINITIVE: Final = re.compile(r"[aeiy]c$(?<!iec)")
_BEFORE: Final = frozenset(question_words.BEFORE_OFFICES.split())
_COPULAS: Final = frozenset({"jest", "sa", "byc", "bedzie", "beda"})
_OF_OFFICES: Final = frozenset(question_words.OF_OFFICES.split())
_DESCRIBED: Final = frozenset(question_words.DESCRIBED.split())


def _run(words: list[str], meant: list[_Concepts], capitals: _Concepts) -> tuple[int, int, bool]:
    """Where the words stand that name an office, and whether that is certain: one run at most."""
    strange = [
        at for at, each in enumerate(meant) if each is _STRANGE and not _KIND.fullmatch(words[at])
    ]
    if not strange:
        return 0, 0, True
    first, last = _with_kind(words, strange[0]), strange[-1] + 1
    inside = all(
        at in strange or _KIND.fullmatch(words[at]) or words[at] in _IN for at in range(first, last)
    )
    certain = (
        inside
        and len(strange) <= _MOST_WORDS_OF_A_NAME
        and not any(words[at].isdigit() for at in strange)
    )
    return first, last, certain and _may_be_name(words, meant, (first, last), capitals)


def _with_kind(words: list[str], first: int) -> int:
    """Where a name begins with what kind of office it is: „starostwa w Jaśle”."""
    if first > 1 and words[first - 1] in _IN and _EXACT_KIND.fullmatch(words[first - 2]):
        first -= 2
    while first > 0 and _KIND.fullmatch(words[first - 1]):
        first -= 1
    return first


def _named(before: str, named: list[str]) -> _Concepts:
    region = len(named) == 1 and _REGION.fullmatch(named[0])
    if region or "REGION" in _concepts(before):
        return frozenset({"REGIONAL"})
    return frozenset({"PLACE", "SURE"} if _is_surely_named(before, named) else {"PLACE"})


def _is_surely_named(before: str, named: list[str]) -> bool:
    return (
        before in _PREPOSITIONS
        or "REGION" in _concepts(before)
        or any(
            _KIND.fullmatch(word) or _REGION.fullmatch(word) or stem(word) in _PLACES
            for word in named
        )
    )


def _may_be_name(
    words: list[str], meant: list[_Concepts], run: tuple[int, int], capitals: _Concepts
) -> bool:
    """Whether strange words stand as the name of an office does, and not as some verb may."""
    first, last = run
    named, before = words[first:last], words[first - 1] if first else ""
    if capitals.intersection(named) or _is_surely_named(before, named):
        return True
    if before in _COPULAS or any(_INFINITIVE.search(word) for word in named):
        return False
    if first and last < len(words) and meant[last] & _DESCRIBED:
        return False
    if len(named) > 1 and not _SECOND_WORD.fullmatch(named[-1]):
        return False
    near = first - 1 - (before == "sie" and "CARE" in meant[max(0, first - 2)])
    beside = frozenset().union(*meant[max(0, near) : first], *meant[last : last + 1])
    return first == 0 or before in _BEFORE or bool(beside & _OF_OFFICES)
