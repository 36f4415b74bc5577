"""Lines that hold several sentences or a heading at their end, and lines that are the rest of one.

Source: domain.md §3.5 (sentences, what a PDF breaks). Who is in a line is not decided here.
"""

import re
from typing import Final

from conversations.pasted_list.declension import given_in_other_case
from conversations.pasted_list.names import is_given, names_somebody
from conversations.pasted_list.sections import OF_PEOPLE, is_heading, part_told
from conversations.pasted_list.words import (
    NOT_NAMES,
    OF_A_FIELD,
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
_LONGEST_HEADING: Final = 4
_SHORTEST_WORD: Final = 4
"""Letters: what is shorter and no surname is taken for a short form before its full stop."""


def sentences(text: str) -> list[str]:
    """The text parted behind full stops where more than one of its sentences names somebody.

    A heading at its end, „Jan Gil – skarbnik; zespół redakcyjny:”, is of the lines below; one in it
    that no mark parts from the name before is of those behind it.
    """
    within = _heading_within(text) if text.count(":") > 1 else 0
    if within:
        return [*sentences(text[:within].rstrip(" ,;")), *sentences(text[within:])]
    behind = _HEADING_BEHIND.search(text) if text.endswith(":") else None
    if behind and is_heading(text[behind.end() :]):
        before = text[: behind.start()].rstrip()
        if names_in_any_case(before) or classify(before) is not PositionClass.UNKNOWN:
            return [*sentences(before), text[behind.end() :]]
    if not _FULL_STOP.search(text):
        return [text]
    parts = [""]
    for part in _FULL_STOP.split(text):
        parts[-1] = f"{parts[-1]}. {part}" if parts[-1] else part
        if not _is_shortened(part):
            parts.append("")
    whole = [part for part in parts if part]
    return whole if sum(map(_tells_of_somebody, whole)) > 1 else [text]


def _tells_of_somebody(text: str) -> bool:
    if names_in_any_case(text) or speaks_of_somebody(text):
        return True
    return part_told(text) in OF_PEOPLE and any(map(str.isdigit, text))


def speaks_of_somebody(text: str) -> bool:
    """Whether a text is about „Pan Gil” or „pani Kot”, by whatever name."""
    return _POLITE.search(text) is not None


def _heading_within(text: str) -> int:
    """Where „… Adam Lis ZESPÓŁ REDAKCYJNY: 1. Ewa Kot” goes on with another part; 0 for others."""
    for colon in _COLON.finditer(text):
        words = list(_WORD.finditer(text, 0, colon.start()))[-_LONGEST_HEADING:]
        fits = (word.start() for word in words if is_heading(text[word.start() : colon.start()]))
        at = next(fits, 0)
        glued = at > 1 and text[at - 2] not in ",;.(–-:"
        numbered = text[colon.end() : colon.end() + 1].isdigit()
        if at and (glued or numbered) and names_in_any_case(text[:at]):
            return at if names_in_any_case(text[colon.end() :]) else 0
    return 0


def _is_shortened(part: str) -> bool:
    """Whether the full stop behind a part is one of a short form: „… Ref. Finansów”, not „Gil.”."""
    before, _, last = part.replace("(", " ").rpartition(" ")
    if fold(last) in SHORT_FORMS:
        return True
    given = before.rpartition(" ")[2]
    surname = last.istitle() and bool(is_given(given) or given_in_other_case(given))
    acronym = last.isupper() and len(last) > 2
    return len(last) < _SHORTEST_WORD and not (surname or acronym)


def names_in_any_case(text: str) -> bool:
    return any(
        word[:1].isupper() and (is_given(word) or given_in_other_case(word))
        for word in (token.strip(".,;:()*") for token in text.split())
    )


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
    lone = before.isalpha() and is_given(before) and not is_given(first)
    hyphened = before.endswith("-") and before[-2:-1].isalpha() and names_somebody(before)
    return (lone or hyphened) and classify(first) is PositionClass.UNKNOWN
