"""Lines that hold several sentences or a heading at their end, and lines that are the rest of one.

Source: domain.md §3.5 (sentences, what a PDF breaks). Who is in a line is not decided here.
"""

import re
from bisect import bisect_left
from typing import Final

from conversations.pasted_list.declension import given_in_other_case
from conversations.pasted_list.names import is_given, names_somebody
from conversations.pasted_list.sections import OF_PEOPLE, is_heading, part_told
from conversations.pasted_list.words import (
    NOT_NAMES,
    OF_A_FIELD,
    OF_THE_SENDER,
    TITLES,
)
from conversations.positions import PositionClass, classify
from conversations.vocabulary import SENIOR_OFFICIAL_OF, SHORT_FORMS, UNITS, fold

_UNITS: Final = tuple(UNITS)
_CONTINUE: Final = frozenset({"i", "oraz", "ds.", "ds"})
_OF_A_LONG_FIELD: Final = re.compile(r"(?<=\w{4})(?:ami|ymi|imi|ego)$")
_FULL_STOP: Final = re.compile(r"\. (?=[A-ZĆŁŚŹŻ])(?<=[^\W\d_](?:[^\W\d_]|\))\. )")
_HEADING_BEHIND: Final = re.compile(r"(?:[,;.(]|[–-] ) ?(?=[^,;.()]{2,60}:$)")
_POLITE: Final = re.compile(r"\b[Pp]ani?[aą]? [A-ZĆŁŚŹŻ]")
_COLON: Final = re.compile(": ?")
_WORD: Final = re.compile(r"[^\s,;:()]+")
_NAMING: Final = re.compile(r"[^\s.,;:()*]+")
_LONGEST_HEADING: Final = 4
_LONGEST_BEHIND: Final = 70
"""Characters: of a heading at the end of a line, and of what parts it from the rest."""
_MOST_HEADINGS: Final = 4
"""At the end of one line; more of them, all without people, head nothing."""
_SHORTEST_WORD: Final = 4
"""Letters: what is shorter and no surname is taken for a short form before its full stop."""


def sentences(text: str) -> list[str]:
    """The text parted behind full stops where more than one of its sentences names somebody.

    Where one does, what only the sender says behind it, „Dziękuję.”, is parted from it too.

    A heading at its end, „Jan Gil – skarbnik; zespół redakcyjny:”, is of the lines below; one in it
    that no mark parts from the name before is of those behind it.
    """
    parts = _parted_at_headings(text) if text.count(":") > 1 else [text]
    return [sentence for part in parts for sentence in _sentences_of(part)]


def _sentences_of(text: str) -> list[str]:
    """The sentences of a text with no heading but at its end."""
    headings: list[str] = []
    while len(headings) < _MOST_HEADINGS and text.endswith(":"):
        behind = _HEADING_BEHIND.search(text, max(0, len(text) - _LONGEST_BEHIND))
        if behind is None or not is_heading(text[behind.end() :]):
            break
        before = text[: behind.start()].rstrip()
        if not names_in_any_case(before) and classify(before) is PositionClass.UNKNOWN:
            break
        headings.append(text[behind.end() :])
        text = before
    return [*_parted_at_full_stops(text), *reversed(headings)]


def _parted_at_full_stops(text: str) -> list[str]:
    if not _FULL_STOP.search(text):
        return [text]
    parts = [""]
    for part in _FULL_STOP.split(text):
        parts[-1] = f"{parts[-1]}. {part}" if parts[-1] else part
        if not _is_shortened(part):
            parts.append("")
    whole = [part for part in parts if part]
    told = sum(map(_tells_of_somebody, whole))
    if told > 1:
        return whole
    opening = (
        at for at, part in enumerate(whole) if fold(part.split()[0].strip(".,!")) in OF_THE_SENDER
    )
    end = next(opening, 0) if told else 0
    return [". ".join(whole[:end]), *whole[end:]] if end else [text]


def _tells_of_somebody(text: str) -> bool:
    if names_in_any_case(text) or speaks_of_somebody(text):
        return True
    return part_told(text) in OF_PEOPLE and any(map(str.isdigit, text))


def speaks_of_somebody(text: str) -> bool:
    """Whether a text is about „Pan Gil” or „pani Kot”, by whatever name."""
    return _POLITE.search(text) is not None


def _parted_at_headings(text: str) -> list[str]:
    """„… Adam Lis ZESPÓŁ REDAKCYJNY: 1. Ewa Kot” cut before each heading with people around it.

    Each colon looks back on a few words at most, and each word is looked at once for a name.
    """
    starts = [word.start() for word in _WORD.finditer(text)]
    named: list[int] | None = None
    parts: list[str] = []
    begin = 0
    for colon in _COLON.finditer(text):
        behind = bisect_left(starts, colon.start())
        words = starts[max(0, behind - _LONGEST_HEADING) : behind]
        fits = (at for at in words if at >= begin and is_heading(text[at : colon.start()]))
        at = next(fits, begin)
        glued = text[at - 2 : at - 1] not in ",;.(–-:"
        numbered = text[colon.end() : colon.end() + 1].isdigit()
        if at == begin or not (glued or numbered):
            continue
        named = _places_of_names(text) if named is None else named
        if bisect_left(named, begin) == bisect_left(named, at):
            continue
        if named[-1] < colon.end():
            break
        parts.append(text[begin:at].rstrip(" ,;"))
        begin = at
    return [*parts, text[begin:]]


def _places_of_names(text: str) -> list[int]:
    """Where the words begin that name somebody in any case."""
    return [word.start() for word in _NAMING.finditer(text) if _names(word[0])]


def _is_shortened(part: str) -> bool:
    """Whether the full stop behind a part is one of a short form.

    „… Ref. Finansów”, „prof. Jan Lis”; but „Jan Gil.” ends a sentence, and so does „…, MBA.”.
    """
    before, _, last = part.replace("(", " ").rpartition(" ")
    if fold(last) in SHORT_FORMS or (fold(last) in TITLES and not last.isupper()):
        return True
    given = before.rpartition(" ")[2]
    surname = last.istitle() and bool(is_given(given) or given_in_other_case(given))
    acronym = last.isupper() and len(last) > 2
    return len(last) < _SHORTEST_WORD and not (surname or acronym)


def names_in_any_case(text: str) -> bool:
    return any(_names(token.strip(".,;:()*")) for token in text.split())


def _names(word: str) -> bool:
    return word[:1].isupper() and bool(is_given(word) or given_in_other_case(word))


def continues(before: str, text: str, *, numbered: bool) -> bool:
    """Whether a line is the rest of a post that the line before breaks off (§3.5: PDF).

    „…, Naczelnik Wydziału Rozwoju,” and „… Kierownik Referatu” break off before more of a unit;
    „i Opłat Lokalnych” begins as no other line does. `numbered` tells that the row before bears a
    number, and the line none.
    """
    if numbered and _breaks_name(before, text):
        return True
    last = fold(before.rstrip(" ,").rpartition(" ")[2])
    broken = before.endswith((",", " i", " oraz", " ds.", "-", "–")) or last.startswith(_UNITS)
    first = text.partition(" ")[0].rstrip(",")
    of_office = text.count(" ") < 3 and fold(first).startswith(tuple(SENIOR_OFFICIAL_OF))
    begins = (
        fold(first) in _CONTINUE
        or of_office
        or (
            (OF_A_FIELD.search(first) or _OF_A_LONG_FIELD.search(first)) is not None
            and any(fold(word).startswith(_UNITS) for word in before.split())
        )
    )
    return (
        (broken or begins)
        and classify(before) is not PositionClass.UNKNOWN
        and (begins or classify(text) is PositionClass.UNKNOWN)
        and not (names_in_any_case(text) or any(map(str.isdigit, text)) or "@" in text)
        and not text.endswith(":")
        and (begins or fold(first) not in NOT_NAMES)
    )


def _breaks_name(before: str, text: str) -> bool:
    """Whether a numbered line ends within a name: „1. Anna” before „Gil – Skarbnik”."""
    first = text.partition(" ")[0].strip(",")
    if not first[:1].isupper() or not first.replace("-", "").isalpha():
        return False
    lone = is_given(before) and not is_given(first)
    hyphened = before.endswith("-") and before[-2:-1].isalpha() and names_somebody(before)
    return (lone or hyphened) and classify(first) is PositionClass.UNKNOWN
