"""Names of offices: their kind, their full form, and which office a person means by one.

Official names follow three patterns („Urząd Miasta Terespol”, „w Lubaczowie”, „Sanoka”) and people
write all of them in any case, abbreviated, without diacritics, misspelt (domain.md §3.10). Names
are compared by stems; where several offices fit, all are offered and none is chosen.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from conversations.office_vocabulary import (
    ADDRESS,
    COUNTY_ADJECTIVE,
    COUNTY_SEATS,
    ENDINGS,
    IRREGULAR,
    KIND_OF_WORD,
    KIND_WORDS,
    NO_PLACE,
    OFFICE_KINDS,
    OTHER_OFFICE,
    VOIVODESHIP,
)
from conversations.vocabulary import fold

_LONGEST_NAME = 200
_LONGEST_QUERY = 100
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MOST_OFFERED = 8
_LONGEST_ACRONYM = 5
_SMALL = frozenset({"I", "W", "WE", "NAD"})
_REGION = re.compile(
    r"(?<=[a-z)] )\(?(?:woj(?:ewodztw[oa]|\.)|pow(?:iatu?|\.))\s*:?\s*([a-z-]+[scz]k[a-z]+)"
)


def office_kind(name: str) -> str | None:
    """Which kind of office the name says it is: um, ug, umig, sp, umw, other; None: it does not."""
    return _split_kind(fold(name[:_LONGEST_NAME]))[0] if name else None


def _split_kind(text: str) -> tuple[str | None, str]:
    """The kind, and what follows its words."""
    for pattern, kind, _ in OFFICE_KINDS:
        if found := pattern.match(text):
            return kind, text[found.end() :]
    return ("other" if OTHER_OFFICE.match(text) else None), text


@lru_cache(maxsize=16_384)
def canonical(name: str) -> str:
    """The name with its kind written out and without an address („UG Rejowiec, ul. …”).

    What follows the kind stays as written: all three patterns are official. A name in capitals
    gets the usual letters. A name that says no kind is left as it is.
    """
    name = " ".join((ADDRESS.sub("", name, count=1).strip(" ,;") or name).split())
    text = fold(name)
    if len(text) != len(name):
        return name
    if name.isupper() and len(name) > _LONGEST_ACRONYM:
        name = _in_usual_letters(name)
    for pattern, kind, written in OFFICE_KINDS:
        found = pattern.match(text)
        if found is None:
            continue
        rest = name[found.end() :].strip()
        if kind == "umw" and found[0].startswith("um"):
            # „UMWP” says its voivodeship by a letter: as it is, rather than guessed.
            return f"{written} Województwa {rest}" if rest else name
        if kind == "umw" and (region := VOIVODESHIP.match(fold(rest))):
            rest = f"Województwa {rest[region.end() :]}"
        return f"{written} {rest}".strip()
    return name


def _in_usual_letters(name: str) -> str:
    words = (word.lower() if word in _SMALL else word.title() for word in name.split())
    return " ".join(words)


@lru_cache(maxsize=16_384)
def office_key(name: str) -> str:
    """Equal for two spellings of one office's name („UG Rejowiec”, „Urząd Gminy Rejowiec”)."""
    text = fold(canonical(name)).replace("„", "").replace("”", "").replace('"', "")
    kind, rest = _split_kind(text)
    return " ".join((text if kind in {None, "other"} else f"{kind} {rest}").split())


def caseless_key(name: str) -> str | None:
    """Equal for one name in different cases („UG Rejowiec”, „Urząd Gminy w Rejowcu”), and now and
    then for two names: what it joins is to be asked about. None for a name without a place.
    """
    parsed = _parsed(name[:_LONGEST_NAME])
    if not parsed.stems:
        return None
    return " ".join((*sorted(kind for kind in parsed.kinds if kind), *parsed.stems))


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """What the cases of a folded word have in common („wlodawa”, „wlodawie” → „wlodaw”)."""
    if "-" in word:
        return "-".join(map(stem, word.split("-")))
    word = IRREGULAR.get(word, word)
    ending = next((e for e in ENDINGS if word.endswith(e) and len(word) - len(e) > 1), "")
    bare = word.removesuffix(ending)
    bare = re.sub(r"(?<=[a-z]{2})i?e(?=[ckltn]$)", "", bare)
    bare = re.sub(r"i[ae]", "e", bare)
    # Consonants that soften before an ending: Tarnogród – Tarnogrodzie, Hajnówka – Hajnówce.
    bare = re.sub(r"(?:dz|z)$" if bare.endswith("dz") else r"rz$", lambda m: m[0][0], bare)
    return re.sub(r"[ckt]$", "k", bare)


@dataclass(frozen=True, slots=True)
class _Name:
    """A name taken apart. No kinds: the name does not say which."""

    kinds: frozenset[str | None]
    words: tuple[str, ...]
    stems: tuple[str, ...]
    regions: frozenset[str]


@lru_cache(maxsize=16_384)
def _parsed(name: str) -> _Name:
    text = fold(name)
    kind, text = _split_kind(text)
    regions = frozenset[str]()
    if kind != "umw":
        regions = frozenset(map(stem, _REGION.findall(text)))
        text = _REGION.sub(" ", text)
    kinds = frozenset({"ug", "um"} if kind == "umig" else {kind} - {None, "other"})
    words = [word for word in _WORD.findall(text) if word not in NO_PLACE]
    leading = 0
    while leading < len(words) - 1 and KIND_WORDS.fullmatch(words[leading]):
        kinds |= _kind_of(words[leading])
        leading += 1
    words = words[leading:]
    return _Name(kinds, tuple(words), tuple(map(stem, words)), regions)


def _kind_of(word: str) -> frozenset[str]:
    return next((kinds for pattern, kinds in KIND_OF_WORD if pattern.match(word)), frozenset[str]())


class Outcome(StrEnum):
    """What came of looking for an office."""

    EXACT = "exact"
    SEVERAL = "several"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Entry:
    """An office as it can be found; where it is tells namesakes apart."""

    id: int
    name: str
    voivodeship: str | None = None
    county: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """EXACT: one entry, meant beyond doubt. SEVERAL: any of these. NONE: nothing of that name;
    the entries are near ones to be offered, the best first.
    """

    outcome: Outcome
    entries: tuple[Entry, ...]


class OfficeFinder:
    """Finds offices among those given, however a person writes them.

    Making one costs about 20 ms for 3,000 offices, a search below 5 ms.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        self._names = [_parsed(entry.name[:_LONGEST_NAME]) for entry in self._entries]
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._by_place: dict[str, list[int]] = defaultdict(list)
        by_word: dict[str, list[int]] = defaultdict(list)
        for at, name in enumerate(self._names):
            for each in set(name.stems):
                self._by_stem[each].append(at)
            for word in set(name.words):
                by_word[word].append(at)
            self._by_name[fold(self._entries[at].name)].append(at)
            self._by_place[" ".join(name.stems)].append(at)
        self._words = sorted(by_word.items())

    def find(self, query: str) -> Found:
        """The office that the words mean, or what to offer. Takes any text."""
        query = " ".join(query[:_LONGEST_QUERY].split())
        literal = self._by_name.get(fold(query), [])
        if len(literal) == 1:
            return self._found(Outcome.EXACT, literal)
        asked = _parsed(query)
        without_kind = _without_trailing_kind(asked)
        for each in (asked, without_kind, _without_trailing_region(without_kind)):
            matching = self._of_place(each)
            if matching:
                return self._of_kind(each, matching)
        begun = self._beginning(asked)
        if len(begun) > 1:
            return self._found(Outcome.SEVERAL, begun)
        near = dict.fromkeys((*begun, *self._near(without_kind)))
        return self._found(Outcome.NONE, list(near))

    def _beginning(self, asked: _Name) -> list[int]:
        """The offices of longer places that begin with what was said: „Ustrzyki”."""
        if not asked.stems:
            return []
        return [
            at
            for at in self._by_stem.get(asked.stems[0], ())
            if self._names[at].stems[: len(asked.stems)] == asked.stems
            and asked.kinds <= self._names[at].kinds
        ]

    def _of_place(self, asked: _Name) -> list[int]:
        """The offices of exactly this place, or of the county whose seat is meant."""
        places = [asked.stems] if asked.stems else []
        if len(asked.words) == 1 and COUNTY_ADJECTIVE.fullmatch(asked.words[0]):
            adjective = re.sub(r"(?<=[scz]ki)(?:e|ego|m|emu)$", "", asked.words[0])
            seat = COUNTY_SEATS.get(adjective)
            places += [tuple(map(stem, seat.split()))] if seat else []
            places.append((stem(adjective.removesuffix("ski").removesuffix("ki")),))
            if asked.kinds in ({"sp"}, set()):
                of_county = [
                    at for at, entry in enumerate(self._entries)
                    if entry.county and fold(entry.county) == adjective
                    and "sp" in self._names[at].kinds
                ]  # fmt: skip
                if of_county:
                    return of_county
        found = [
            at
            for place in places
            for at in self._by_stem.get(place[0], ())
            if self._names[at].stems == place
        ]
        return list(dict.fromkeys(found))

    def _of_kind(self, asked: _Name, matching: Sequence[int]) -> Found:
        """Narrow the offices of a place by kind and region, as far as the person named them."""
        there = [at for at in matching if asked.regions & self._regions(at)]
        matching = there or matching
        if not asked.kinds and there:
            return self._found(Outcome.EXACT if len(there) == 1 else Outcome.SEVERAL, there)
        if not asked.kinds:
            longer = [
                at
                for at in self._by_stem.get(asked.stems[0], ())
                if self._names[at].stems[: len(asked.stems)] == asked.stems and at not in matching
            ]
            every = [*matching, *longer]
            return self._found(Outcome.EXACT if len(every) == 1 else Outcome.SEVERAL, every)
        of_kind = [at for at in matching if self._names[at].kinds == asked.kinds] or [
            at for at in matching if asked.kinds < self._names[at].kinds
        ]
        unsaid = [at for at in matching if not self._names[at].kinds]
        if len(of_kind) == 1:
            return self._found(Outcome.EXACT, of_kind)
        if of_kind or len(unsaid) > 1:
            return self._found(Outcome.SEVERAL, of_kind or unsaid)
        return self._found(Outcome.NONE, matching)

    def _regions(self, at: int) -> frozenset[str]:
        entry = self._entries[at]
        told = [fold(region) for region in (entry.voivodeship, entry.county) if region]
        return frozenset(map(stem, told)) | self._names[at].regions

    def _near(self, asked: _Name) -> list[int]:
        """Offices whose place holds these words, begins so, or is spelt nearly so; best first."""
        spelled = " ".join(asked.stems)
        if len(spelled) < 2:
            return []
        from rapidfuzz import process  # noqa: PLC0415 - half of the names' cost at start
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        held = (self._by_stem.get(each, ()) for each in asked.stems)
        holding = [at for at in next(held) if set(asked.stems) <= set(self._names[at].stems)]
        near = process.extract(
            spelled,
            self._by_place.keys(),
            scorer=OSA.normalized_similarity,
            score_cutoff=0.7,
            limit=_MOST_OFFERED,
        )
        ranked = [
            *holding,
            *self._begun(asked),
            *(at for place, _, _ in near for at in self._by_place[place]),
        ]
        ranked.sort(key=lambda at: not asked.kinds <= self._names[at].kinds)
        return ranked

    def _begun(self, asked: _Name) -> list[int]:
        """Offices with a word that begins as the last one typed does."""
        typed, others = asked.words[-1], set(asked.stems[:-1])
        found: list[int] = []
        for word, places in self._words[bisect_left(self._words, (typed,)) :]:
            if not word.startswith(typed) or len(found) >= _MOST_OFFERED:
                break
            found += [at for at in places if others <= set(self._names[at].stems)]
        return found

    def _found(self, outcome: Outcome, places: Sequence[int]) -> Found:
        if outcome is Outcome.NONE:
            places = places[:_MOST_OFFERED]
        return Found(outcome, tuple(self._entries[at] for at in places))


def _without_trailing_kind(asked: _Name) -> _Name:
    """„Terespol gmina” → the kind said last."""
    words, kinds = asked.words, asked.kinds
    while len(words) > 1 and KIND_WORDS.fullmatch(words[-1]):
        kinds |= _kind_of(words[-1])
        words = words[:-1]
    return _Name(kinds, words, tuple(map(stem, words)), asked.regions)


def _without_trailing_region(asked: _Name) -> _Name:
    """„Osiek świętokrzyskie” → where it is said last."""
    if len(asked.words) < 2 or not COUNTY_ADJECTIVE.fullmatch(asked.words[-1]):
        return asked
    return _Name(
        asked.kinds, asked.words[:-1], asked.stems[:-1], asked.regions | {asked.stems[-1]}
    )  # fmt: skip
