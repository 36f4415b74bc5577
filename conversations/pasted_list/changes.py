"""Corrections in prose: „zamiast Zalewskiego będzie Lis-Sadowska”, „Sowa to kierownik referatu”.

Source: domain.md §3.5. A change is only ever proposed: names stand in any case, so who is meant and
how the newcomer's name reads must be confirmed. Nothing here knows a list; `Mention.fits` tells
whether somebody of a list may be meant.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise
from typing import Final

from conversations.pasted_list.contacts import Contacts, take_contacts
from conversations.pasted_list.declension import given_in_other_case, surnames_of
from conversations.pasted_list.names import is_feminine, is_given, is_name_shaped, proper
from conversations.pasted_list.numbers import read_numbers
from conversations.pasted_list.post_cases import post_in_nominative
from conversations.pasted_list.words import HONORIFICS, NOT_NAMES, TITLES
from conversations.people import Person, filled
from conversations.positions import PositionClass, classify, normalise
from conversations.vocabulary import SENIOR_OFFICIAL_OF, fold

_LONGEST: Final = 300
_LONGEST_POST: Final = 150
_TOKEN: Final = re.compile(r"[^\s,;:.!()]+(?:\.(?=\w))?|[,;:.!()]")
_NUMBERS: Final = re.compile(
    r"(?:os[oó]b\w{0,2} )?(?:z )?(?:nr|numer\w{0,2}|poz(?:ycj\w{1,2})?|p(?:un)?kt\w{0,3})\b\.? ?"
    r"(\d{1,3}(?:(?: ?[,–-] ?| i | oraz )\d{1,3})*)|\b(\d{1,3})\b",
    re.IGNORECASE,
)
_NUMBER_WORD: Final = re.compile(
    r"(?:os[oó]b\w{0,2} )?(?:z )?(?:nr|numer\w{0,2}|poz(?:ycj\w{1,2})?|p(?:un)?kt\w{0,3})\b\.?",
    re.IGNORECASE,
)
_BETWEEN_MENTIONS: Final = re.compile(r"[,;(]| i | oraz | a także ")
_ANDS: Final = frozenset({"i", "oraz", "a", "takze", ",", ".", ")", ";"})
_INSTEAD: Final = ("zamiast", "miejsce")
_INTO: Final = frozenset({"w", "na"})
_SWAPS: Final = ("zmien", "zamien", "zastap", "podmien", "wymien")
_REMOVES: Final = ("wykresl", "skresl", "usun", "wypis", "wycof", "odpad", "rezygn", "zrezygn")
_ADDS: Final = ("dopis", "dodaj", "dodac", "dolacz")
# One of these is in every change; to look for them is cheaper than to look at the words.
_HINTS: Final = re.compile(
    "|".join((*_INSTEAD, *_SWAPS, *_REMOVES, *_ADDS, "nie ", "stanowisk", "funkcj"))
)
# „nie skreślać Wójcika”, „proszę dodać, że …”, „rezygnuje z noclegu”: nobody comes or goes.
_DENIED: Final = re.compile(
    rf"\bnie (?:nalezy |trzeba |prosze )?(?:{'|'.join((*_SWAPS, *_REMOVES, *_ADDS))})"
    r"|\bdoda\w+,? ze\b|\brezygnuj\w* z (?!udzial|szkolen|czlon|funkcj|prac|zespol|grup)"
)
_NEW_POST: Final = re.compile(
    r"(?=.*\b(?:zmie[nń]|zmian|popraw|skoryg))"
    r"(?P<whose>.*\b(?:stanowisk|funkcj)(?!\w* na\b.* na\b).*?) na „?(?P<post>[^\W\d_].*)",
    re.IGNORECASE,
)
_IS: Final = (
    r"(?:to(?: jest)?|jest|pełni funkcję|zajmuje stanowisko|pracuje (?:jako|na stanowisku))"
)
_TOLD_POST: Final = re.compile(
    rf"(?:nie|ale|przecież)?[ ,]*(?:(?:on |ona )?{_IS} "
    rf"|(?P<whose>[^\d,;:()]+?) (?:{_IS}|(?P<dash>[–—-])) |)"
    r"(?P<post>[^\W\d_].*)",
    re.IGNORECASE,
)
_AND_ANOTHER: Final = re.compile(
    r",?\s(?:a|zaś|natomiast|oraz|i)\s.*\s(?:to|jest)\s", re.IGNORECASE
)
# „telefon Zalewskiego na 600 100 200”, „nazwisko na Kowalska”: nobody comes, and nobody goes.
_OF_ENTRY: Final = re.compile(
    r"\b(?:(?:telefon\w*|tel\.?|e-?mail\w*|mail\w*|adres\w*)\b.* na\b|(?:imi[ae]|nazwisk[oa]) na\b)"
)
_BECOMES: Final = frozenset({"bedzie", "wejdzie", "wchodzi", "pojedzie", "jest", "byc"})
_IN_ACCUSATIVE: Final = frozenset({"na", "przez", "o", "wpisac", "wpisz", "dopisac", "dodac"})
_PRONOUNS: Final = frozenset({"niego", "niej", "nich"})
_NO_NAMES: Final = _PRONOUNS | frozenset(
    ("stanowisko", "stanowiska", "funkcja", "funkcje", "popraw", "zmiana", "korekta", "prosba")
)
_OF_OFFICE: Final = tuple(SENIOR_OFFICIAL_OF)
_STEM: Final = 3
# What is left of the endings -owi, -em, -ego, -ej once the vowels are gone.
_CASE_CONSONANTS: Final = frozenset({"", "w", "m", "g", "j"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody who is to leave: a number of the shown list, words of a name in any case, a post.

    One without any of them is somebody told in words that are not understood, and fits nobody.
    """

    number: int | None = None
    words: tuple[str, ...] = ()
    post: str | None = None

    def means(self, number: int, person: Person) -> bool:
        """Whether the person at this number of the list, from 1 on, may be meant."""
        return self.number == number or self.fits(person)

    def fits(self, person: Person) -> bool:
        """Whether a name may be meant; never for a number, which is not a matter of names.

        A post fits a fuller one, and „Sekretarz Gminy” a „Sekretarz”; „inspektor ds. oświaty” may
        be another than the inspektor of the list.
        """
        if self.post is not None:
            told, known = fold(self.post).split(), fold(person.position or "").split()
            more = told[len(known) :]
            begins = bool(known) and all(map(str.__eq__, told, known))
            return begins and all(word.startswith(_OF_OFFICE) for word in more)
        names = re.findall(r"[^\W_]+", fold(person.full_name))
        return bool(self.words) and all(
            any(_may_be(part, name) for name in names)
            for word in self.words
            for part in word.split("-")
        )


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who is to join: what the name may be, likeliest first.

    A person without a given name is one whom the text names by surname alone.
    """

    options: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A proposed change; `leaving` and `joining` belong together in their order.

    With a `post`, those who are `leaving` stay, and change but their post for it.
    """

    leaving: tuple[Mention, ...] = ()
    joining: tuple[Newcomer, ...] = ()
    post: str | None = None


class _Act(Enum):
    INSTEAD = auto()
    SWAP = auto()
    REMOVE = auto()
    ADD = auto()


@dataclass(frozen=True, slots=True)
class _Named:
    """A name as it stands in the text, and the word that governs it."""

    at: int
    words: tuple[str, ...]
    before: str
    post: str | None


def may_be_change(folded: str) -> bool:
    """Whether a text holds anything that every change holds; most lines do not."""
    return _HINTS.search(folded) is not None


def read_change(text: str) -> Change | None:
    """The change that a short text asks for; None when it asks for none, or names nobody."""
    if len(text) > _LONGEST:
        return None
    folded = fold(text)
    if not may_be_change(folded) or _OF_ENTRY.search(folded) or _DENIED.search(folded):
        return None
    new_post = _NEW_POST.fullmatch(text)
    if new_post:
        return _of_post(new_post["whose"], new_post["post"])
    parts, of_another = _apart(text), "pelnomocni" in folded
    if len(parts) > 1:
        return _together([read_change(part) for part in parts]) if not of_another else None
    reached = take_contacts(text)
    tokens, numbers = _TOKEN.findall(reached.rest), _numbers_in(reached.rest)
    acts = [(at, act) for at, token in enumerate(tokens) if (act := _act(tokens, at, token))]
    if not acts:
        return None
    at, act = acts[0]
    named = list(_names_in(tokens))
    for instead, other in acts:
        if (
            other is _Act.INSTEAD
            and {fold(token) for token in tokens[instead + 1 :][:1]} & _PRONOUNS
        ):
            gone = (*numbers, *_leaving(each for each in named if each.at < instead))
            return Change(gone, _joining(each for each in named if each.at > instead))
    if act is _Act.REMOVE:
        change = Change(leaving=(*numbers, *_leaving(named)))
    elif act is _Act.ADD:
        change = Change(joining=_joining(named))
    elif numbers:
        change = Change(leaving=numbers, joining=_joining(named))
    elif act is _Act.INSTEAD:
        change = _instead(named, at)
    else:
        named = _parted(named)
        joining = (replace(each, before="na") for each in named[1:])
        change = Change(leaving=_leaving(named[:1]), joining=_joining(joining))
    return _reached(change, reached) if change.leaving or change.joining else None


def _reached(change: Change, contacts: Contacts) -> Change:
    """With the telephone and the address that the text tells of the only one who joins."""
    if not contacts.details or len(change.joining) != 1:
        return change
    told = Person("", "", **contacts.details)
    return replace(
        change,
        joining=(Newcomer(tuple(filled(option, told) for option in change.joining[0].options)),),
    )


def _apart(text: str) -> list[str]:
    """„dopisać A i skreślić B” as two requests; any other text as one."""
    begins, former = [0], None
    for at, token in enumerate(found := list(_TOKEN.finditer(text))):
        act = _act([each[0] for each in found], at, token[0])
        if act not in (_Act.ADD, _Act.REMOVE, None):
            return [text]
        if act and former and act is not former:
            begins.append(token.start())
        former = act or former
    return [text[begin:end] for begin, end in pairwise((*begins, len(text)))]


def _together(asked: Sequence[Change | None]) -> Change | None:
    """The requests as one; None where one of them is not understood, so that no half is lost."""
    found = [each for each in asked if each]
    if len(found) < len(asked):
        return None
    leaving = tuple(each for change in found for each in change.leaving)
    joining = tuple(each for change in found for each in change.joining)
    return Change(leaving, joining)


def _of_post(whose: str, post: str) -> Change | None:
    """„zmienić stanowisko Zalewskiego na Skarbnika”; None when it is nobody's in particular."""
    behind = _TOKEN.findall(post)
    if any(_act(behind, at, token) for at, token in enumerate(behind)):
        return None
    named = _leaving(_names_in(_TOKEN.findall(whose)))
    whom = _numbers_in(whose) or named[:1]
    nominative = normalise(post_in_nominative(post.strip(" .„”").split()))
    told = bool(whom and nominative) and len(nominative) <= _LONGEST_POST
    return Change(leaving=whom, post=nominative) if told else None


def read_post(text: str) -> Change | None:
    """The post that a sentence tells of one person: „Sowa to kierownik Referatu Oświaty”.

    `leaving` is empty where it names nobody: „to kierownik referatu”, or the post alone. None where
    anything but a name stands before the verb, or behind it anything but a post. A whole name
    with a dash is an entry of a list, and none of these.
    """
    found = _TOLD_POST.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if found is None:
        return None
    post = normalise(post_in_nominative(found["post"].strip(" .!„”").split()))
    if len(post) > _LONGEST_POST or classify(post) is PositionClass.UNKNOWN:
        return None
    if _AND_ANOTHER.search(found["post"]):
        return None
    if found["whose"] is None:
        return Change(post=post)
    tokens = [each for each in _TOKEN.findall(found["whose"]) if fold(each) not in HONORIFICS]
    named = list(_names_in(tokens))
    whole = len(named) == 1 and len(named[0].words) == len(tokens)
    return (
        Change(_leaving(named), post=post)
        if whole and not (found["dash"] and len(tokens) > 1)
        else None
    )


def mentions(text: str) -> tuple[Mention, ...]:
    """Those whom a text names in any case, by posts, or by numbers; none when more is said."""
    numbers = read_numbers(_NUMBER_WORD.sub("", text).strip(" .:)"))
    if numbers:
        return tuple(Mention(number=number) for number in numbers)
    found: list[Mention] = []
    for part in _BETWEEN_MENTIONS.split(text):
        tokens = [
            each for each in _TOKEN.findall(part) if fold(each) not in HONORIFICS | _ANDS | {"("}
        ]
        post = post_in_nominative(tokens)
        if classify(post) is not PositionClass.UNKNOWN:
            found.append(Mention(post=normalise(post)))
            continue
        named = list(_names_in(_TOKEN.findall(part)))
        if sum(len(each.words) for each in named) != len(tokens):
            return ()
        found += _leaving(named)
    return tuple(found)


def _act(tokens: Sequence[str], at: int, token: str) -> _Act | None:
    word = fold(token)
    if word in _INSTEAD:
        placed = {fold(before) for before in tokens[max(0, at - 2) : at]} & _INTO
        return _Act.INSTEAD if word == "zamiast" or placed else None
    for stems, act in ((_SWAPS, _Act.SWAP), (_REMOVES, _Act.REMOVE), (_ADDS, _Act.ADD)):
        if word.startswith(stems):
            return act
    following = fold(tokens[at + 1]) if at + 1 < len(tokens) else ""
    stays_away = word == "nie" and following in ("jedzie", "pojedzie", "wezmie", "przyjedzie")
    return _Act.REMOVE if stays_away else None


def _numbers_in(text: str) -> tuple[Mention, ...]:
    found = (match[1] or match[2] for match in _NUMBERS.finditer(text))
    return tuple(Mention(number=n) for typed in found for n in read_numbers(typed) or ())


def _names_in(tokens: Sequence[str]) -> Iterator[_Named]:
    """The runs of words that may be a name, each with the post behind it."""
    shouted = not any(token[0].isupper() for token in tokens)
    end = 0
    for at in range(len(tokens)):
        if at < end:
            continue
        end = at
        while end < len(tokens) and end - at < 4 and _is_of_name(tokens[end], shouted=shouted):
            end += 1
        if end > at and not (end - at == 1 and is_given(tokens[at])):
            before = [fold(t) for t in tokens[:at] if fold(t) not in HONORIFICS | TITLES.keys()]
            yield _Named(
                at, tuple(tokens[at:end]), before[-1] if before else "", _post(tokens, end)
            )


def _is_of_name(token: str, *, shouted: bool) -> bool:
    word = fold(token)
    acts = word in (*_INSTEAD, *_BECOMES) or word.startswith((*_SWAPS, *_REMOVES, *_ADDS))
    return (
        is_name_shaped(token)
        and len(token) > 2
        and (token[0].isupper() or shouted)
        and not acts
        and word not in NOT_NAMES | HONORIFICS | TITLES.keys()
        and word not in _NO_NAMES
        and not _NUMBER_WORD.fullmatch(token)
        and classify(post_in_nominative([token])) is PositionClass.UNKNOWN
    )


def _post(tokens: Sequence[str], start: int) -> str | None:
    words = [token for token in tokens[start:] if any(map(str.isalpha, token))]
    while words and fold(words[-1]) in _ANDS:
        words.pop()
    for end in range(len(words), 0, -1):
        post = post_in_nominative(words[:end])
        if classify(post) is not PositionClass.UNKNOWN:
            return normalise(post)
    return None


def _instead(named: Sequence[_Named], at: int) -> Change:
    """„zamiast A będzie B” and „B zamiast A”: whoever follows the word first is to leave."""
    after = [each for each in named if each.at > at]
    before = [each for each in named if each.at < at]
    after = after if before else _parted(after)
    return Change(leaving=_leaving(after[:1]), joining=_joining([*before, *after[1:]][:1]))


def _parted(named: Sequence[_Named]) -> list[_Named]:
    """„Zalewskiego Lis-Sadowska” without a given name are two people, the one and the other."""
    if len(named) != 1 or len(named[0].words) != 2 or _is_whole(named[0]):
        return list(named)
    only = named[0]
    one, other = only.words
    return [_Named(only.at, (one,), only.before, None), _Named(only.at, (other,), "", only.post)]


def _is_whole(named: _Named) -> bool:
    """Whether the words are one name: „zamiast Piotra Zalewskiego” names one man."""
    return any(is_given(word) or given_in_other_case(word) for word in named.words)


def _leaving(named: Iterable[_Named]) -> tuple[Mention, ...]:
    return tuple(Mention(words=each.words) for each in named)


def _joining(named: Iterable[_Named]) -> tuple[Newcomer, ...]:
    return tuple(Newcomer(tuple(_options(each))) for each in named)


def _options(named: _Named) -> list[Person]:
    """What a newcomer's name may be: as typed where the nominative is due, guessed elsewhere."""
    *given, last = named.words
    typed = (" ".join(map(proper, given)), proper(last))
    others = []
    for first in given_in_other_case(given[0]) if given else ():
        names = " ".join((first, *map(proper, given[1:])))
        others += [(names, name) for name in surnames_of(last, feminine=is_feminine(first))]
    if not given:
        others = [
            ("", proper(name))
            for feminine in (False, True)
            for name in surnames_of(last, feminine=feminine)
        ]
    guessed_first = named.before in _IN_ACCUSATIVE or (bool(given) and not is_given(given[0]))
    readings = [*others, typed] if guessed_first else [typed, *others]
    return [Person(*names, position=named.post) for names in dict.fromkeys(readings)]


def _may_be(word: str, name: str) -> bool:
    """Whether a word is a name in some case; „Kozła” is Kozioł by what the two begin with."""
    if name in _forms(word):
        return True
    typed, bare = _consonants(fold(word)), _consonants(name)
    begins = fold(word)[:_STEM] == name[:_STEM] and typed.startswith(bare)
    return begins and typed.removeprefix(bare) in _CASE_CONSONANTS


# A word is looked for among everybody of a list, one after another.
@lru_cache(maxsize=256)
def _forms(word: str) -> frozenset[str]:
    surnames = (*surnames_of(word, feminine=True), *surnames_of(word, feminine=False))
    return frozenset(map(fold, (word, *given_in_other_case(word), *surnames)))


def _consonants(folded: str) -> str:
    return re.sub(r"[aeiouy]", "", folded)
