"""Polish forms of offices and heads, as far as the data hold them (domain.md A7, §2.3, §3.10).

Two kinds of words change by rule and are changed: the title of a head, and adjectives in -ski and
-cki, of which counties and voivodeships are called. A place's forms stand in a table or are not
known; then nothing is guessed, and the document says the name as it is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from conversations.office_names import canonical
from conversations.submission import Office
from conversations.vocabulary import fold


@dataclass(frozen=True, slots=True)
class Head:
    """A head's title in three cases, and the usual legal basis of the orders."""

    title: str
    genitive: str
    dative: str
    basis: str | None


_GMINA: Final = "art. 33 ust. 1 i 3 ustawy z dnia 8 marca 1990 r. o samorządzie gminnym"
_POWIAT: Final = (
    "art. 34 ust. 1 i art. 35 ust. 2 ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym"
)
_WOJEWODZTWO: Final = "art. 43 ust. 1 i 3 ustawy z dnia 5 czerwca 1998 r. o samorządzie województwa"
HEADS: Final[Mapping[str, Head]] = {
    "wojt": Head("Wójt", "Wójta", "Wójtowi", _GMINA),
    "burmistrz": Head("Burmistrz", "Burmistrza", "Burmistrzowi", _GMINA),
    "prezydent": Head("Prezydent Miasta", "Prezydenta Miasta", "Prezydentowi Miasta", _GMINA),
    "starosta": Head("Starosta", "Starosty", "Staroście", _POWIAT),
    "marszalek": Head(
        "Marszałek Województwa", "Marszałka Województwa", "Marszałkowi Województwa", _WOJEWODZTWO
    ),
}
"""By the first word of the title, folded. The basis is that of domain.md §2.3."""
_UNKNOWN: Final = ("Kierownik urzędu", "kierownika urzędu", "kierownikowi urzędu")

_KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "Urząd Miasta i Gminy": ("Urzędzie Miasta i Gminy", _GMINA),
    "Urząd Gminy i Miasta": ("Urzędzie Gminy i Miasta", _GMINA),
    "Urząd Marszałkowski": ("Urzędzie Marszałkowskim", _WOJEWODZTWO),
    "Urząd Miejski": ("Urzędzie Miejskim", _GMINA),
    "Urząd Miasta": ("Urzędzie Miasta", _GMINA),
    "Urząd Gminy": ("Urzędzie Gminy", _GMINA),
    "Starostwo Powiatowe": ("Starostwie Powiatowym", _POWIAT),
}
"""Each kind of office in the locative, and its level's basis where no head's title is given."""


@dataclass(frozen=True, slots=True)
class _Place:
    nominative: str
    locative: str
    genitive: str
    county: str = ""


_PLACES: Final = (
    _Place("Włodawa", "Włodawie", "Włodawy", "włodawski"),
    _Place("Puławy", "Puławach", "Puław", "puławski"),
    _Place("Tarnogród", "Tarnogrodzie", "Tarnogrodu"),
    _Place("Terespol", "Terespolu", "Terespola"),
    _Place("Rejowiec", "Rejowcu", "Rejowca"),
    _Place("Sosnowica", "Sosnowicy", "Sosnowicy"),
    _Place("Jasło", "Jaśle", "Jasła", "jasielski"),
    _Place("Przemyśl", "Przemyślu", "Przemyśla", "przemyski"),
    _Place("Strzyżów", "Strzyżowie", "Strzyżowa", "strzyżowski"),
    _Place("Ustrzyki Dolne", "Ustrzykach Dolnych", "Ustrzyk Dolnych", "bieszczadzki"),
    _Place("Lubaczów", "Lubaczowie", "Lubaczowa", "lubaczowski"),
    _Place("Sanok", "Sanoku", "Sanoka", "sanocki"),
    _Place("Błażowa", "Błażowej", "Błażowej"),
    _Place("Boguchwała", "Boguchwale", "Boguchwały"),
    _Place("Jeżowe", "Jeżowem", "Jeżowego"),
    _Place("Osiek Jasielski", "Osieku Jasielskim", "Osieka Jasielskiego"),
    _Place("Zarszyn", "Zarszynie", "Zarszyna"),
    _Place("Suwałki", "Suwałkach", "Suwałk", "suwalski"),
    _Place("Sejny", "Sejnach", "Sejn", "sejneński"),
    _Place("Gołdap", "Gołdapi", "Gołdapi", "gołdapski"),
    _Place("Giżycko", "Giżycku", "Giżycka", "giżycki"),
    _Place(
        "Ostrowiec Świętokrzyski",
        "Ostrowcu Świętokrzyskim",
        "Ostrowca Świętokrzyskiego",
        "ostrowiecki",
    ),
)  # domain.md §3.10

_GENERIC: Final = frozenset({"gminy", "miasta", "i", "powiatu", "wojewodztwa"})
"""Words after a head's title that name no place."""
_AFTER_IN: Final = re.compile(r"^we?\s+", re.IGNORECASE)
_COUNTY: Final = re.compile(r"[\w-]+(?:s|c|dz)ki")
_REGION: Final = re.compile(r"[\w-]+kie")


def head(office: Office) -> Head:
    """The head by the title that the table gives; never derived from the office's name (A7).

    Without a title there is only the legal basis of the office's kind, if that is known.
    """
    known = HEADS.get(fold(office.head_title or "").partition(" ")[0])
    if known is not None:
        return known
    title, genitive, dative = _UNKNOWN
    kind, _ = _parted(office.name)
    return Head(office.head_title or title, genitive, dative, _KINDS[kind][1] if kind else None)


def organ(office: Office) -> str | None:
    """Whose order it is, in the genitive: „Wójta Gminy Sosnowica”, „Starosty Włodawskiego”.

    None where that would have to be guessed.
    """
    first = fold(office.head_title or "").partition(" ")[0]
    if first not in HEADS:
        return None
    return _by_title(office, first) or _by_name(office, first)


def _by_title(office: Office, first: str) -> str | None:
    """Where the title says of what: „Burmistrz Tarnogrodu”, „Starosta Włodawski”."""
    _, _, rest = (office.head_title or "").strip().partition(" ")
    words = rest.split()
    if all(fold(word) in _GENERIC for word in words):
        return None
    if first == "starosta":
        words = [f"{word}ego" if _COUNTY.fullmatch(word.casefold()) else word for word in words]
    return " ".join((HEADS[first].genitive.partition(" ")[0], *words))


def _by_name(office: Office, first: str) -> str | None:
    kind, rest = _parted(office.name)
    place = _place(rest)
    genitive = HEADS[first].genitive
    of_town = rest if not _AFTER_IN.match(rest) else ""
    match first:
        case "wojt":
            named = of_town if kind == "Urząd Gminy" else ""
            named = named or (place.nominative if place else "")
            return f"{genitive} Gminy {named}" if named else None
        case "burmistrz":
            if of_town and kind in {"Urząd Miasta", "Urząd Miasta i Gminy", "Urząd Gminy i Miasta"}:
                return f"{genitive} {kind.removeprefix('Urząd ')} {of_town}"
            return f"{genitive} {place.genitive}" if place else None
        case "prezydent":
            named = place.genitive if place else of_town if kind == "Urząd Miasta" else ""
            return f"{genitive} {named}" if named else None
        case "starosta":
            county = (office.county or "").casefold().removeprefix("powiat ").strip()
            county = county if _COUNTY.fullmatch(county) else place.county if place else ""
            return f"{genitive} {county.title()}ego" if county else None
        case _:
            if rest.startswith("Województwa "):
                return f"Marszałka {rest}"
            region = (office.voivodeship or "").casefold().strip()
            return f"{genitive} {region.title()}go" if _REGION.fullmatch(region) else None


def within(office: Office) -> str | None:
    """Where the teams work, in the locative: „w Urzędzie Gminy Rejowiec”; None if not known."""
    kind, rest = _parted(office.name)
    return f"w {_KINDS[kind][0]} {rest}".strip() if kind else None


def _parted(name: str) -> tuple[str, str]:
    """The kind of office and what stands after it: „w Tarnogrodzie”, „Terespol”."""
    full = " ".join(canonical(name).split())
    for kind in _KINDS:
        if full == kind or full.startswith(f"{kind} "):
            return kind, full[len(kind) :].strip()
    return "", full


def _place(rest: str) -> _Place | None:
    """The place by the form in which an office's name has it."""
    bare = _AFTER_IN.sub("", rest)
    if bare != rest:
        return next((place for place in _PLACES if place.locative == bare), None)
    return next((place for place in _PLACES if bare in {place.nominative, place.genitive}), None)
