"""What a reading of a pasted list consists of. Values only; nothing is read here.

Questions and warnings bear the codes of domain.md §3.6, by name and by value.
"""

from dataclasses import dataclass
from enum import StrEnum

from conversations.people import Person


class ListedRole(StrEnum):
    """A role that the list itself marks, by a section heading or beside the name."""

    PLENIPOTENTIARY = "PELNOMOCNIK"
    EDITORIAL = "REDAKCYJNY"


@dataclass(frozen=True, slots=True)
class Listed:
    """A person of the list with the roles it marks."""

    person: Person
    roles: frozenset[ListedRole] = frozenset()


class QuestionCode(StrEnum):
    """What only the person who pasted the list can answer."""

    SZYK = "SZYK"
    POTWIERDZ_NAZWISKO = "POTWIERDZ_NAZWISKO"
    PELNE_IMIE = "PELNE_IMIE"
    POLSKIE_ZNAKI = "POLSKIE_ZNAKI"
    KTO = "KTO"
    POTWIERDZ_DOPASOWANIE = "POTWIERDZ_DOPASOWANIE"
    POTWIERDZ_ROLE = "POTWIERDZ_ROLE"
    POZA_GRUPA = "POZA_GRUPA"


@dataclass(frozen=True, slots=True)
class Question:
    """A doubt about one person (index) or, with None, about a skipped line.

    `options` are the readings to choose between, the one in `people` first; empty when only typed
    words, a yes or a no can answer.
    """

    code: QuestionCode
    about: int | None
    options: tuple[Person, ...] = ()


class WarningCode(StrEnum):
    """What is worth telling, and stops nothing."""

    BRAK_STANOWISKA = "BRAK_STANOWISKA"
    STANOWISKO_NIEKIEROWNICZE = "STANOWISKO_NIEKIEROWNICZE"
    JEDNOSTKA_POZA_URZEDEM = "JEDNOSTKA_POZA_URZEDEM"
    DUPLIKAT = "DUPLIKAT"
    DANE_NADMIAROWE = "DANE_NADMIAROWE"
    ADRES_OGOLNY = "ADRES_OGOLNY"
    WSPOLNY_TELEFON = "WSPOLNY_TELEFON"
    KIEROWNIK_URZEDU_NA_LISCIE = "KIEROWNIK_URZEDU_NA_LISCIE"


@dataclass(frozen=True, slots=True)
class Remark:
    """A warning about one person (index) or about the list as a whole (None)."""

    code: WarningCode
    about: int | None


@dataclass(frozen=True, slots=True)
class Leftover:
    """Words of a line that was read which nothing was made of: a second telephone, a remark.

    `about` is the person (index) beside whom they stand, None where it is unclear whose they are.
    """

    text: str
    about: int | None


@dataclass(frozen=True, slots=True)
class Reading:
    """The list as read: in the order pasted, with every line that named nobody in `skipped`.

    `sections` tells whether headings divided the list (plenipotentiary, group, team). `leftovers`
    are what was left of lines that did name somebody. Only what belongs to every list is in
    neither: numbers of rows and rooms, labels, forms of address, what parts the words.
    """

    people: tuple[Listed, ...]
    questions: tuple[Question, ...]
    warnings: tuple[Remark, ...]
    skipped: tuple[str, ...]
    sections: bool
    leftovers: tuple[Leftover, ...] = ()
