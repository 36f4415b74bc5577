"""Where, in words that nothing parts, a name ends and a post begins, or the other way round.

Source: domain.md §3.6 point 5. Words only; what the parts are called is told in `telling`.
"""

import re
from collections.abc import Sequence
from typing import Final

from conversations.pasted_list.characters import LOST_LETTER
from conversations.pasted_list.given_names import COMMON_SURNAMES
from conversations.pasted_list.names import (
    is_common_word,
    is_given,
    is_initial,
    is_name_shaped,
    may_be_given,
)
from conversations.pasted_list.post_cases import post_in_nominative
from conversations.pasted_list.titles import without_titles
from conversations.pasted_list.words import (
    ANNOUNCING_STEMS,
    FORMS_OF_ADDRESS,
    LISTING_WORDS,
    NAMED_AFTER,
    NOT_NAMES,
    OF_A_FIELD,
    PARTICLES,
    POST_FOLLOWS,
    REMARK_OPENERS,
)
from conversations.positions import PositionClass, classify, names_institution
from conversations.vocabulary import ACRONYMS, HEADS, UNITS, fold

LONGEST_NAME: Final = 5
DOUBLE: Final = re.compile(r"[A-ZĄĆĘŁŃÓŚŹŻ][^\W\d_]{2,}-[A-ZĄĆĘŁŃÓŚŹŻ][^\W\d_]{2,}")
_LONGEST_POST: Final = 14
_LONGEST_CLAUSE: Final = 5
TRAILING: Final = " .,;:*"
NO_POST_BEGINS_SO: Final = NOT_NAMES | LISTING_WORDS | REMARK_OPENERS
_ALSO: Final = frozenset({"tez", "rowniez", "takze", "jeszcze", "ponadto"})
_HEADS_OF: Final = {fold(genitive) for _, genitive in HEADS}
_SHORT_UNITS: Final = frozenset({"wydz", "ref", "dep", "departam", "oddz", "odz"})
_AFTER_POSTS: Final = frozenset({"ds", "d/s", "do"})
_UNITS: Final = tuple(UNITS)
# A unit in the genitive and the locative, folded → as it is named.
_UNITS_OF: Final = (
    *(("wydzialu", "Wydział"), ("wydziale", "Wydział"), ("referatu", "Referat")),
    *(("referacie", "Referat"), ("biura", "Biuro"), ("biurze", "Biuro"), ("oddzialu", "Oddział")),
    *(("oddziale", "Oddział"), ("departamentu", "Departament"), ("departamencie", "Departament")),
)
_UNITS_ALONE: Final = frozenset({"ug", "um", "umig", "ugim", "umw", "usc"})


def may_be_name(words: Sequence[str]) -> bool:
    """Whether the words may be a whole name: given names and a surname, none a common word."""
    plain = [word for word in words if fold(word) not in PARTICLES]
    if not 2 <= len(plain) <= 4 or len(words) > LONGEST_NAME:
        return False
    if not all(is_name_shaped(word) for word in plain):
        return False
    known = [is_given(word) for word in plain]
    if not any(known) and fold(plain[0]) in _HEADS_OF:
        return False
    initials = [is_initial(word) for word in plain]
    if all(initials):
        return False
    by_initial = any(initials) and len(plain) == 2
    if not (any(known) or by_initial) and any(map(OF_A_FIELD.search, plain)):
        return False
    common = [is_common_word(word) for word in plain]
    if any(common) and not _is_common_word_a_surname(plain, known, common):
        return False
    capital = all(word[0].isupper() or word[0] == LOST_LETTER for word in plain)
    if any(known):
        trails = len(plain) > 2 and plain[1][0].isupper() and plain[-1].islower()
        return capital or all(word.islower() for word in plain) or (len(plain) < 4 and not trails)
    return capital and len(plain) <= 3


def starts_unit(words: Sequence[str]) -> bool:
    first = fold(words[0])
    is_unit = first.startswith(_UNITS) and not first.startswith("stanowisk")
    if first.rstrip(".") in _SHORT_UNITS and len(words) > 1:
        return fold(words[1]).rstrip(".") not in _AFTER_POSTS and not is_given(words[1])
    return is_unit or first in ("ds.", "ds", "d/s") or (len(words) == 1 and first in _UNITS_ALONE)


def _is_common_word_a_surname(plain: list[str], known: list[bool], common: list[bool]) -> bool:
    """„Anna Dobry” is a name, and so is „Sobota Ewa”; „Witam Anna” is not."""
    at = common.index(True)
    others = known[:at] + known[at + 1 :]
    if not all(others) or not plain[at][0].isupper() or 0 < at < len(plain) - 1:
        return False
    return common[-1] or fold(plain[at]) in COMMON_SURNAMES


def may_be_surname(word: str) -> bool:
    return fold(word) not in NOT_NAMES or fold(word) in COMMON_SURNAMES


def is_surname_alone(word: str) -> bool:
    """Whether one word is more likely a surname than a post, a given name or a word in use."""
    return (
        is_name_shaped(word)
        and len(word) > 2
        and not is_common_word(word)
        and classify(word) is PositionClass.UNKNOWN
    )


def is_post_after(name: Sequence[str], rest: Sequence[str]) -> bool:
    """Whether the rest is a post, so that what stands before it is a whole name."""
    if classify(" ".join(rest)) is PositionClass.UNKNOWN:
        return False
    single_post_word = len(rest) == 1
    return not (single_post_word and all(is_given(word) for word in name))


def opens_with_name(words: Sequence[str]) -> bool:
    """„Anna Wilk kierownik GOPS” and „Żuk Adam” begin with a name, as „Starosta Jan” may."""
    if len(words) < 2 or not is_name_shaped(words[0]):
        return False
    if all(is_given(word) for word in words[1:]):
        return True
    return any(is_given(word) for word in words[:2]) and not _is_post_word(words[0])


def name_after_post(words: Sequence[str], clean: Sequence[str]) -> int | None:
    """Where the name begins in „Sekretarz Gminy Anna Kowalczyk”; None when there is none."""
    if not any(may_be_given(word) or is_initial(word) for word in clean[1:]):
        return None
    double = DOUBLE.fullmatch(words[0]) is not None
    for cut in range(1 + double, min(len(words) - 1, _LONGEST_POST)):
        if fold(clean[cut - 1]) in NAMED_AFTER or (
            classify(" ".join(words[:cut])) is PositionClass.UNKNOWN
        ):
            continue
        _, _, rest = without_titles(clean[cut:])
        if not may_be_name(rest) or any(_is_post_word(word) for word in rest[:-1]):
            continue
        if cut == 1 and all(map(is_given, rest)) and _is_shouted_surname(words[0], rest):
            return None
        if may_be_given(rest[0]) or is_initial(rest[0]) or _ends_in_given(rest):
            return cut
    return None


def post_before_name_and_more(words: Sequence[str], clean: Sequence[str]) -> int:
    """Where the name begins in „inspektor Anna Gil referat finansów”; 0 without such a name."""
    for at in range(1, min(len(words) - 2, _LONGEST_POST)):
        named = is_given(clean[at]) and clean[at][0].isupper() and clean[at + 1][0].isupper()
        named = named and fold(clean[at - 1]) not in NAMED_AFTER
        if named and classify(" ".join(words[:at])) is not PositionClass.UNKNOWN:
            cut = verb_after_name(clean[at:])
            return at if cut and is_unit(words[at + cut :]) else 0
    return 0


def _is_shouted_surname(word: str, given: Sequence[str]) -> bool:
    """„STAROSTA Jan Adam” has the surname in capitals; „Zuk Jan Adam” is no ZUK."""
    shouted = word.isupper() and not any(map(str.isupper, given))
    return shouted or (word.istitle() and fold(word) in ACRONYMS)


def are_small(words: Sequence[str]) -> bool:
    """„p. ula gil skarbnik”: words that only the form of address shows to be a name."""
    return all(
        word.islower()
        and is_name_shaped(word)
        and fold(word) not in NOT_NAMES
        and classify(word) is PositionClass.UNKNOWN
        for word in words
    )


def verb_after_name(clean: Sequence[str]) -> int:
    """Where the small words begin behind a name: „Jan Gil pełni funkcję Skarbnika”; 0 without."""
    cut = next((at for at, word in enumerate(clean) if word.islower()), 0)
    return cut if any(map(is_given, clean[:cut])) and may_be_name(clean[:cut]) else 0


def name_before_words(clean: Sequence[str], words: Sequence[str]) -> int:
    """Where the name of „Jan Gil zbrojmistrz” or „Jan Gil z referatu finansów” ends; 0 without one.

    Only small words follow, none of which belongs to sentences.
    """
    cut = verb_after_name(clean)
    if not cut and len(clean) > 2 and all(map(str.islower, clean[:2])):
        small = is_given(clean[0]) and may_be_name(clean[:2]) and is_unit(words[2:])
        return 2 if small else 0
    rest = words[cut:]
    if not cut or len(rest) > _LONGEST_CLAUSE:
        return 0
    known = {fold(word).strip(TRAILING) for word in rest[:1]} & NO_POST_BEGINS_SO
    return cut if is_unit(rest) or not (known or any(map(str.isdigit, rest))) else 0


def unit_between(clean: Sequence[str], words: Sequence[str]) -> tuple[int, int] | None:
    """Where the part of the office and the post begin in „Jan Gil Wydział Inwestycji naczelnik”.

    The post begins behind the last word where there is none.
    """
    for cut in range(2, len(words)):
        if not (may_be_name(clean[:cut]) and any(map(is_given, clean[:cut]))):
            continue
        for at in range(cut + 1, len(words) + 1):
            post = " ".join(words[at:])
            known = not post or classify(post) is not PositionClass.UNKNOWN
            if known and starts_unit(words[cut:at]):
                return cut, at
    return None


def is_unit(words: Sequence[str]) -> bool:
    """„z referatu finansów”, „w USC”."""
    behind = words[1:] if fold(words[0]) in ("z", "ze", "w", "we") else words
    return bool(behind) and starts_unit(behind)


def unit_in_nominative(words: Sequence[str]) -> tuple[str, ...]:
    """„z Wydziału Finansów” is of the Wydział Finansów."""
    first, *others = words[1:] if fold(words[0]) in ("z", "ze", "w", "we") else words
    known = next((pair for pair in _UNITS_OF if fold(first) == pair[0]), None)
    return (first[:1] + known[1][1:] if known else first, *others)


def is_part_of_office(text: str) -> bool:
    """„Referat Finansowy”, „USC” or an institution outside the office, alone on a line."""
    words = text.strip(" :").split()
    if names_institution(text):
        return True
    return (
        0 < len(words) <= _LONGEST_POST
        and words[0][0].isupper()
        and (starts_unit(words) or text.strip(" :") == "USC")
        and not any(map(str.isdigit, text))
        and fold(words[0]) not in _UNITS_ALONE - {"usc"}
    )


def names_part_of_office(post: str) -> bool:
    """Whether a post says of which part of the office it is: „Kierownik USC”."""
    return any(
        word.startswith(_UNITS) or word.rstrip(".") in _SHORT_UNITS or word in ACRONYMS
        for word in fold(post).split()
    )


def post_behind_verb(words: Sequence[str]) -> tuple[str, ...] | None:
    """„która pełni funkcję Sekretarza Gminy”, „na stanowisku inspektora”: the post of a clause."""
    for at, word in enumerate(words[:_LONGEST_CLAUSE]):
        if fold(word) in POST_FOLLOWS:
            post = post_in_nominative(words[at + 1 :])
            return None if classify(post) is PositionClass.UNKNOWN else tuple(post.split())
    return None


def post_of_clause(words: Sequence[str]) -> tuple[str, ...] | None:
    """The post of „pełni funkcję Skarbnika” or „skarbnikiem” behind a name."""
    return post_behind_verb(words) or post_in_other_case(words)


def post_in_other_case(words: Sequence[str]) -> tuple[str, ...] | None:
    """„Jan Gil – skarbnika”, „a Ewa Lis sekretarzem”: a post as sentences decline it."""
    post = post_in_nominative(words)
    known = classify(post) is not PositionClass.UNKNOWN and not any(map(is_given, words))
    return tuple(post.split()) if known and post != " ".join(words) else None


def small_words(words: Sequence[str]) -> int:
    """How many words stand before the name of „w razie nieobecności Jan Gil”; 0 without a name.

    The first may have its capital, where no name is made of it: „W zespole znajdą się Jan Gil”.
    """
    first = bool(words) and fold(words[0]) in NOT_NAMES
    small = next((at for at, word in enumerate(words) if not word.islower() and at >= first), 0)
    return small if small and is_given(words[small]) and may_be_name(words[small:]) else 0


def prose_ends(words: Sequence[str]) -> int:
    """Behind which word the last „będzie” or before which the last „Pani” stands; 0 without one."""
    for cut in range(min(len(words) - 1, _LONGEST_POST), 0, -1):
        before, at = fold(words[cut - 1]), fold(words[cut]).rstrip(".")
        lists = before in LISTING_WORDS or before.startswith(ANNOUNCING_STEMS)
        if lists or at in FORMS_OF_ADDRESS or (cut > 1 and before in _ALSO):
            return cut
    return 0


def _ends_in_given(words: Sequence[str]) -> bool:
    known = [is_given(word) or is_initial(word) for word in words]
    return known[-1] and not known[0] and all(known[1:])


def _is_post_word(word: str) -> bool:
    return classify(word) is not PositionClass.UNKNOWN or is_common_word(word)
