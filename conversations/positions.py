"""What a post is: its class in the programme's rules and the form in which it is stored.

Source: domain.md §3.4 (classes, order of recognition, traps) and §1.4 A6–A7. A post that is not
recognised is UNKNOWN, to be asked about; it is never taken for a manager's by a word inside it.
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Final

from conversations import vocabulary
from conversations.vocabulary import fold


class PositionClass(StrEnum):
    """The classes of domain.md §3.4; the values are its letters."""

    MANAGEMENT = "A"
    MANAGERIAL = "B"
    BORDERLINE = "C"
    STAFF = "D"
    OUTSIDE = "E"
    UNKNOWN = "?"


_Words = tuple[str, ...]
_Forms = Iterable[tuple[str, str]]

_LONGEST_POSITION: Final = 200
# The same few posts come again and again; names are not remembered, as they begin like no post.
_REMEMBERED: Final = 512
_ACTING: Final = re.compile(r"(?:p\.? ?o\.?|pelniac[ya] obowiazki|w\.? ?z\.?|w zastepstwie) +")
_ACTING_BEHIND: Final = re.compile(r"(?: [–-])?[ ,]*\(? ?p\. ?o\.? ?\)?$", re.IGNORECASE)
_SPACED_ACTING: Final = re.compile(r"^p\.? ?o\.? +", re.IGNORECASE)
_STAND_IN: Final = re.compile(r"(?:w\.? ?z\.?|w zastepstwie) +")
_BETWEEN_POSTS: Final = re.compile(r" [–-] |[,;/()|+&]")
_AND: Final = re.compile(r" (?:i|oraz) ")
_FIELD: Final = re.compile(r"\b(?:ds|do spraw)\b.*")
_UNIT: Final = re.compile(r"\b(?:" + "|".join(vocabulary.UNITS) + ")")
_OUTSIDE: Final = re.compile(r"\b(?:" + "|".join(vocabulary.OUTSIDE_WORDS) + ")")
_BEGINS_OUTSIDE: Final = re.compile(
    r"(?:(?:gminn|miejsk|powiatow|samorzadow|publiczn|zespol|niepubliczn)[\w-]* (?:i \w+ )?){0,2}"
    r"(?:" + "|".join(vocabulary.OUTSIDE_WORDS) + ")"
)
_VICE: Final = re.compile(r"\b(?:v-ce|v\.ce|vice|wice)[ -]*(\w)", re.IGNORECASE)
_GLUED_DOT: Final = re.compile(r"(?<=\w\w)\.(?=\w\w)")
_ORDINAL: Final = re.compile(r"I{1,3}|IV")
_WORD: Final = re.compile(r"[^\W\d_]+")
_WHOLE_WORD: Final = re.compile(r"(?<![\w-])[^\W\d_]+(?!-?\w)")


def _lookup(forms: _Forms, found: PositionClass) -> dict[_Words, PositionClass]:
    return {tuple(fold(form).split()): found for pair in forms for form in pair[:1]}


def _genitives(forms: _Forms, found: PositionClass) -> dict[_Words, PositionClass]:
    return {tuple(fold(genitive).split()): found for _, genitive in forms}


_BY_CLASS: Final[tuple[tuple[PositionClass, _Forms], ...]] = (
    (PositionClass.MANAGEMENT, vocabulary.HEADS),
    (PositionClass.MANAGEMENT, vocabulary.HEADS_BY_FUNCTION),
    (PositionClass.MANAGEMENT, vocabulary.SENIOR_OFFICIALS),
    (PositionClass.MANAGEMENT, vocabulary.BOARD),
    (PositionClass.MANAGERIAL, vocabulary.MANAGERS),
    (PositionClass.BORDERLINE, vocabulary.BORDERLINE),
    (PositionClass.STAFF, vocabulary.STAFF),
    (PositionClass.OUTSIDE, vocabulary.OUTSIDERS),
)
_POSTS: Final = {
    words: found for cls, forms in _BY_CLASS for words, found in _lookup(forms, cls).items()
} | {
    # An adviser to the head is the office's own assistant, not the programme's Advisor.
    (fold(adviser), fold(head)): PositionClass.STAFF
    for adviser in ("doradca", "doradczyni")
    for _, head in vocabulary.HEADS
}
_POSTS_OF: Final = {
    words: found for cls, forms in _BY_CLASS for words, found in _genitives(forms, cls).items()
}
_GENITIVE_OF: Final = {
    tuple(fold(nominative).split()): genitive
    for _, forms in _BY_CLASS
    for nominative, genitive in forms
}
_BEGINNINGS: Final = {
    word[:3]
    for word in (
        *(words[0] for words in (*_POSTS, *_POSTS_OF)),
        *map(fold, vocabulary.SHORT_POSTS),
        *map(fold, (*vocabulary.DEPUTIES, "kusc")),
        *vocabulary.VICE,
        *vocabulary.OUTSIDE_ACRONYMS,
        *(re.sub(r"[^a-z].*", "", pattern) for pattern in vocabulary.OUTSIDE_WORDS),
    )
}
_THREE_LETTERS: Final = {each for each in _BEGINNINGS if len(each) == 3 and each.isalpha()}
_HEADS: Final = {fold(form) for form, _ in vocabulary.HEADS}
_HEADS_OF: Final = {fold(genitive) for _, genitive in vocabulary.HEADS}
_FUNCTION: Final = {
    tuple(fold(form).split()) for pair in vocabulary.HEADS_BY_FUNCTION for form in pair
}
_SENIOR: Final = {fold(form) for pair in vocabulary.SENIOR_OFFICIALS for form in pair}
_DEPUTIES: Final = {fold(word) for word in vocabulary.DEPUTIES} | {"zastepcy"}
_RANKING: Final = (
    PositionClass.MANAGEMENT,
    PositionClass.MANAGERIAL,
    PositionClass.BORDERLINE,
    PositionClass.STAFF,
    PositionClass.OUTSIDE,
)
# Words whose Polish letters can be restored with certainty, because they are ours.
_SPELLING: Final = {
    fold(word): word
    for _, forms in _BY_CLASS
    for pair in forms
    for form in pair
    for word in form.split()
} | {
    fold(word): word
    for word in (
        *vocabulary.DEPUTIES,
        *vocabulary.SHORT_UNITS.values(),
        *vocabulary.FIELDS_SPELLED,
    )
}


def classify(position: str | None) -> PositionClass:
    """The class of a post as typed (domain.md §3.4); None or an unknown text is UNKNOWN.

    An institution outside the office decides first; of several posts of one person, the highest.
    """
    if position is None or not _may_name_post(position):
        return PositionClass.UNKNOWN
    return _classified(position)


@lru_cache(maxsize=_REMEMBERED)
def _classified(position: str) -> PositionClass:
    posts = tuple(_posts_in(position))
    found = [_class_of(post) for post in posts]
    if PositionClass.OUTSIDE in found:
        return PositionClass.OUTSIDE
    for post in posts:
        single = _AND.split(post)
        found += map(_class_of, single) if len(single) > 1 else ()
    return next((cls for cls in _RANKING if cls in found), PositionClass.UNKNOWN)


def names_institution(text: str) -> bool:
    """Whether a text is the name of an institution outside the office, and not a post in one."""
    small = " ".join(text.split()).casefold()
    first = small.partition(" ")[0].strip(".,:")
    return first in vocabulary.OUTSIDE_ACRONYMS or _BEGINS_OUTSIDE.match(fold(small)) is not None


def is_head_of_office(position: str | None) -> bool:
    """Whether this is the post of the kierownik urzędu (A7) or of who acts as one; no deputy is."""
    return (
        position is not None
        and classify(position) is PositionClass.MANAGEMENT
        and _names_head(position)
    )


@lru_cache(maxsize=_REMEMBERED)
def _names_head(position: str) -> bool:
    return any(_is_head(each) for post in _posts_in(position) for each in _AND.split(post))


@lru_cache(maxsize=_REMEMBERED)
def normalise(position: str) -> str:
    """The post as it is stored: short forms written out, A and B capitalised, D as typed (§3.7)."""
    typed = _acting_first(" ".join(position.split()).strip(" ,;:–-"))
    cls = classify(typed)
    if cls is PositionClass.STAFF:
        return typed
    expanded = " ".join(_expanded(typed))
    if cls in (PositionClass.MANAGEMENT, PositionClass.MANAGERIAL):
        return _capitalised(expanded, shouted=typed.isupper())
    return expanded


def _acting_first(typed: str) -> str:
    """„Kierownik USC (p.o.)” as offices write it: „p.o. Kierownika USC” (§3.7, W33)."""
    behind = _ACTING_BEHIND.search(typed)
    words = typed[: behind.start()].split() if behind else []
    for length in (3, 2, 1):
        genitive = _GENITIVE_OF.get(tuple(fold(word) for word in words[:length]))
        if genitive:
            return " ".join(("p.o.", _in_case_of(words[0], genitive), *words[length:]))
    return typed


def singular(position: str) -> str | None:
    """The post of one of several people: „kierownicy referatów” are each a kierownik referatu.

    None when the text names no post of several that the vocabulary knows.
    """
    words = position.split()
    if words and fold(words[0]) in vocabulary.ALL_OF_THEM:
        words.pop(0)
    folded = [fold(word) for word in words]
    at = next((at for at, word in enumerate(folded[:3]) if word in vocabulary.PLURALS), None)
    if at is None or any(word not in vocabulary.BESIDE_PLURALS for word in folded[:at]):
        return None
    single: list[str] = []
    for index, (word, bare) in enumerate(zip(words, folded, strict=True)):
        one = vocabulary.PLURALS.get(bare) if index == at else vocabulary.BESIDE_PLURALS.get(bare)
        if bare in ("ds.", "ds"):
            return " ".join((*single, *words[index:]))
        if bare in ("i", "oraz"):
            return None
        single.append(_in_case_of(word, one) if one else word)
    return " ".join(single)


def _may_name_post(position: str) -> bool:
    """Whether any word begins as the words of posts do; names, mostly, do not."""
    if position.isalpha():
        return fold(position)[:3] in _BEGINNINGS
    if len(position) > _LONGEST_POSITION:
        return False
    return fold(position[:3]) in _THREE_LETTERS or not _BEGINNINGS.isdisjoint(
        [word[:3] for word in _WORD.findall(fold(position))]
    )


def _posts_in(position: str) -> Iterator[str]:
    """The single posts named in a text, written out, in small letters."""
    small = " ".join(_expanded(" ".join(position.split()))).casefold()
    return filter(None, map(str.strip, _BETWEEN_POSTS.split(small)))


def _class_of(small: str) -> PositionClass:
    if _is_outside(_FIELD.sub("", small)):
        return PositionClass.OUTSIDE
    post = fold(small)
    acting = _ACTING.match(post)
    words = _after_ranks(_WORD.findall(post[acting.end() :] if acting else post))
    if not words:
        return PositionClass.UNKNOWN
    if acting is None and words[0] in _DEPUTIES:
        return _class_of_deputy(_after_ranks(words[1:]), _POSTS_OF)
    for prefix in vocabulary.VICE:
        if words[0].startswith(prefix):
            posts = _POSTS_OF if acting else _POSTS
            return _class_of_deputy((words[0].removeprefix(prefix), *words[1:]), posts)
    if acting and words[0] in _DEPUTIES:
        return _class_of_deputy(_after_ranks(words[1:]), _POSTS_OF)
    return _named(words, _POSTS_OF if acting else _POSTS)


def _is_outside(small: str) -> bool:
    """An acronym has no Polish letters: „Żuk” is no ZUK. Other words may have lost theirs."""
    if vocabulary.OUTSIDE_ACRONYMS.intersection(_WHOLE_WORD.findall(small)):
        return True
    post = fold(small)
    institution = _OUTSIDE.search(post)
    unit = _UNIT.search(post)
    return institution is not None and (unit is None or institution.start() < unit.start())


def _after_ranks(words: Iterable[str]) -> _Words:
    """The words from the post on; a rank is kept where it belongs to the post's own name."""
    rest = tuple(words)
    while rest and rest[0] in vocabulary.RANKS and not _starts_post(rest):
        rest = rest[1:]
    return rest


def _starts_post(words: _Words) -> bool:
    return any(words[:length] in posts for posts in (_POSTS, _POSTS_OF) for length in (3, 2))


def _class_of_deputy(words: _Words, posts: dict[_Words, PositionClass]) -> PositionClass:
    found = _named(words, posts)
    if found is PositionClass.MANAGEMENT and words[0] in _SENIOR:
        return PositionClass.MANAGERIAL
    return found


def _named(words: _Words, posts: dict[_Words, PositionClass]) -> PositionClass:
    for length in (3, 2, 1):
        found = posts.get(words[:length])
        if found is None or len(words) < length:
            continue
        at = length + 1 if words[length : length + 1] in (("w",), ("we",)) else length
        following = words[at] if len(words) > at else ""
        if words[0] in _SENIOR and not _is_of_an_office(following):
            return PositionClass.UNKNOWN
        if words[:2] in _FUNCTION and following == "stanu":
            return PositionClass.MANAGERIAL
        if found is PositionClass.MANAGERIAL and following in vocabulary.NOT_A_UNIT:
            return PositionClass.UNKNOWN
        return found
    return PositionClass.UNKNOWN


def _is_of_an_office(following: str) -> bool:
    return following in ("", "ds") or following.startswith(tuple(vocabulary.SENIOR_OFFICIAL_OF))


def _is_head(small: str) -> bool:
    post = fold(small)
    acting = _ACTING.match(post)
    if acting and _STAND_IN.match(post):
        return False
    words = _after_ranks(_WORD.findall(post[acting.end() :] if acting else post))
    if words[:2] in _FUNCTION:
        return words[2:3] != ("stanu",)
    return bool(words) and words[0] in (_HEADS_OF if acting else _HEADS)


def _expanded(typed: str) -> list[str]:
    """The words with the short forms written out, in the case that the word before asks for."""
    joined = _VICE.sub(lambda vice: "Wice" + vice[1].lower(), _GLUED_DOT.sub(". ", typed))
    joined = _SPACED_ACTING.sub("p.o. ", joined)
    words: list[str] = []
    for token in joined.replace("d/s", "ds.").replace("do spraw", "ds.").split(" "):
        words.append(token if "ds." in words else _written_out(token, words))
    for index, word in enumerate(words[1:]):
        if words[index] in _RANKS_WRITTEN_OUT and word.endswith(_FEMININE):
            words[index] = words[index][:-1] + "a"
    return words


_RANKS_WRITTEN_OUT: Final = ("główny", "Główny", "starszy", "Starszy", "młodszy", "Młodszy")
_FEMININE: Final = ("owa", "ka", "wna")


def _written_out(token: str, before: list[str]) -> str:
    core = token.strip("(),;")
    short = fold(core).rstrip(".")
    abbreviated = core.endswith(".") or len(short) > 1
    if short not in _EXPANDED or not abbreviated:
        return token
    if short == "ds":
        full = "ds."
    elif short == "kusc":
        full = "Kierownik USC"
    elif before and _unit_may_follow(before):
        full = _unit_or_post(short, core, before)
    else:
        full = _post(short, core, before)
    return token.replace(core, full)


def _unit_may_follow(before: list[str]) -> bool:
    previous = fold(before[-1])
    return not _needs_genitive(before) and previous not in vocabulary.RANKS


def _unit_or_post(short: str, core: str, before: list[str]) -> str:
    unit = _SHORT_UNITS.get(short)
    if unit:
        return _in_case_of(core, unit)
    # „Ref. Gosp. Kom.”: behind a unit stands what it does, no further post.
    of_unit = any(fold(word).startswith(_UNIT_WORDS) for word in before)
    return core if of_unit else _post(short, core, before)


def _post(short: str, core: str, before: list[str]) -> str:
    forms = _SHORT_POSTS.get(short)
    return _in_case_of(core, forms[_needs_genitive(before)]) if forms else core


def _needs_genitive(before: list[str]) -> bool:
    return bool(before) and fold(before[-1]) in _DEPUTIES | {"p.o.", "po", "wz.", "obowiazki"}


def _in_case_of(core: str, word: str) -> str:
    return word[0].upper() + word[1:] if core[0].isupper() else word


_UNIT_WORDS: Final = tuple(vocabulary.UNITS)
_EXPANDED: Final = {*map(fold, vocabulary.SHORT_FORMS), "ds", "kusc"}
_SHORT_POSTS: Final = {fold(short): forms for short, forms in vocabulary.SHORT_POSTS.items()}
_SMALL_WORDS: Final = {fold(word) for word in vocabulary.SMALL_WORDS}
_SHORT_UNITS: Final = {fold(short): unit for short, unit in vocabulary.SHORT_UNITS.items()}


def _capitalised(position: str, *, shouted: bool) -> str:
    words: list[str] = []
    in_field = False
    for word in position.split(" "):
        keep = (in_field and not shouted) or (not words and _ORDINAL.fullmatch(word))
        words.append(word if keep else _capital(word, shouted))
        in_field = in_field or word == "ds."
    return " ".join(words)


def _capital(word: str, shouted: bool) -> str:
    folded = fold(word)
    if _ORDINAL.fullmatch(word) and (not shouted or len(word) > 1):
        return word
    if folded in _SMALL_WORDS:
        return word.lower()
    if folded.strip("(),;") in vocabulary.ACRONYMS:
        return word.upper()
    spelled = _SPELLING.get(folded, word) if word.isascii() else word
    if spelled.islower() or shouted:
        return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), spelled)
    return word if spelled is word else _in_case_of(word, spelled)
