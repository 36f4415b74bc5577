"""Guesses at the nominative of a Polish name that a sentence gives in another case.

Source: domain.md §3.6 point 9. A guess is only ever proposed: whoever uses it must always confirm.
Names that are already in the nominative are never touched.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from conversations.pasted_list.given_names import COMMON_SURNAMES, DIMINUTIVES, GIVEN_NAMES
from conversations.pasted_list.names import is_feminine
from conversations.vocabulary import fold

_VOWELS: Final = "aąeęioóuy"
_FEMININE_DATIVES: Final = {"r": "rze", "t": "cie", "d": "dzie", "k": "ce", "g": "dze", "ł": "le"}
# Ending in another case → what it may be in the nominative, likeliest first.
_IN_A: Final = (
    ("dzie", ("da",)),
    ("śnie", ("sna",)),
    ("źnie", ("zna",)),
    ("śle", ("sła",)),
    ("bie", ("ba",)),
    ("cie", ("ta",)),
    ("mie", ("ma",)),
    ("nie", ("na",)),
    ("pie", ("pa",)),
    ("sie", ("sa",)),
    ("wie", ("wa",)),
    ("zie", ("za",)),
    ("dze", ("ga",)),
    ("rze", ("ra",)),
    ("ce", ("ka", "ca")),
    ("le", ("ła",)),
    ("ni", ("nia",)),
)
"""The dative of who is called Duda, Sroka or Kania, of either sex."""
_FEMININE: Final = (
    ("kiej", ("ka",)),
    ("ej", ("a",)),
    ("ą", ("a",)),
    ("ę", ("a",)),
    ("skie", ("ska", "skie")),
    ("y", ("a", "y")),
    ("ki", ("ka", "ki")),
    ("gi", ("ga", "gi")),
    ("ii", ("ia", "ii")),
    ("li", ("la", "li")),
    *_IN_A,
)
_MASCULINE: Final = (
    ("iego", ("i",)),
    ("ego", ("y", "e")),
    ("iemu", ("i",)),
    ("emu", ("y",)),
    ("kim", ("ki",)),
    ("ym", ("y",)),
    ("ę", ("a",)),
    ("ą", ("a",)),
    ("kiem", ("k",)),
    ("em", ("",)),
    ("owi", ("",)),
    ("y", ("a", "y")),
    ("ca", ("c", "iec")),
    ("bia", ("b",)),
    ("pia", ("p",)),
    ("nia", ("ń",)),
    ("cia", ("ć",)),
    ("sia", ("ś",)),
    ("zia", ("ź",)),
    ("a", ("",)),
    *_IN_A,
)


def given_in_other_case(word: str) -> tuple[str, ...]:
    """The given names whose genitive, dative, accusative or instrumental the word may be."""
    return _FORMS.get(word.casefold(), ())


def holds_other_case(words: Iterable[str]) -> bool:
    """Whether any of the words may be a given name in another case."""
    return not _FORMS.keys().isdisjoint(map(str.casefold, words))


def surnames_of(surname: str, *, feminine: bool) -> tuple[str, ...]:
    """What a surname in another case may be in the nominative, likeliest first, as typed last."""
    *first, last = surname.split("-")
    guessed = _nominatives(last, feminine=feminine)
    kept = "-".join(_nominatives(part, feminine=feminine)[0] for part in first)
    return tuple(f"{kept}-{each}" if kept else each for each in guessed)


def _nominatives(surname: str, *, feminine: bool) -> tuple[str, ...]:
    known = COMMON_SURNAMES.get(fold(surname), "")
    if len(surname) < 3 or (feminine and known.casefold() == surname.casefold()):
        return (surname,)
    guesses: list[str] = []
    for ending, bases in _FEMININE if feminine else _MASCULINE:
        if surname.endswith(ending):
            stem = surname.removesuffix(ending)
            guesses = [stem + base for base in bases]
            break
    others = [written for guess in guesses if (written := _other_stem(guess))]
    # „Koska” is Kosek's rather than a Kosk's, and „Wróbla” is Wróbel's.
    guesses = [*(o for o in others if o[-2] == "e"), *guesses, *others]
    guesses.sort(key=lambda guess: COMMON_SURNAMES.get(fold(guess)) != guess)
    return tuple(dict.fromkeys((*guesses, surname)))


def _other_stem(guess: str) -> str | None:
    """„Mroz” may be Mróz, „Mazurk” Mazurek, „Wróbl” Wróbel, „Gołęb” Gołąb."""
    if len(guess) < 3 or guess[-1] in _VOWELS:
        return None
    if guess[-2] in "oę":
        return guess[:-2] + {"o": "ó", "ę": "ą"}[guess[-2]] + guess[-1]
    if guess[-1] in "kłl" and guess[-2] not in _VOWELS:
        return f"{guess[:-1]}e{guess[-1]}"
    return None


def _cases_of(name: str) -> Iterator[str]:
    """The genitive, dative, accusative and instrumental of a given name, as they are formed."""
    small = name.casefold()
    stem, last = small[:-1], small[-2]
    if is_feminine(name) or small.endswith("a"):
        soft = last in "kgijl"
        yield from (stem + "ę", stem + "e", stem + "ą", stem + "i" if soft else stem + "y")
        if last == "i":
            yield stem
        elif last == "j":
            yield stem[:-1] + "i"
        yield stem[:-1] + _FEMININE_DATIVES.get(last, last + "ie")
    elif small.endswith("y"):
        yield from (stem + "ego", stem + "emu", stem + "ym")
    elif small.endswith("i"):
        yield from (small + "ego", small + "emu", small + "m")
    elif small[-1] not in _VOWELS:
        yield from _masculine_cases(small)


def _masculine_cases(small: str) -> Iterator[str]:
    stems = {small}
    if small.endswith(("ek", "eł", "er")):
        stems = (
            {small[:-2] + small[-1]} if small.endswith("ek") else {small, small[:-2] + small[-1]}
        )
    elif small.endswith("niec"):
        stems = {small[:-4] + "ńc"}
    for stem in stems:
        yield from (stem + "a", stem + "owi", stem + ("iem" if stem[-1] in "kg" else "em"))


def _forms() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in (*GIVEN_NAMES.values(), *DIMINUTIVES.values()):
        for form in _cases_of(name):
            if form != name.casefold():
                found[form] = (*found.get(form, ()), name)
    return found


_FORMS: Final = _forms()
