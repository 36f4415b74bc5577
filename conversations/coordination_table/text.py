"""Cells as text: folded, made plain for comparing, and freed of footnote marks.

Pure helpers of the reader. What a person wrote is only ever folded; `plain` is for comparing and
is never shown.
"""

import datetime as dt
import re
import unicodedata

from conversations.coordination_table.model import Cell
from conversations.table_vocabulary import OFFICE_KINDS, OTHER_OFFICE

_SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉ†‡§"
_ORDINAL_MARK = re.compile(r"(?:^|(?<=\s))[0-9a-z]\)$|\[[0-9a-z]\]$", re.IGNORECASE)
_LONGEST_KIND = 40
_INVISIBLE = {ord(mark): None for mark in "\u200b\u200c\u200d\u2060\ufeff\u00ad"}


def shown(cell: Cell) -> str:
    """The cell as a person sees it: whitespace folded, whole numbers plain."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return " ".join(unicodedata.normalize("NFC", cell.translate(_INVISIBLE)).split())
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return repr(cell)


def plain(text: str) -> str:
    """Small letters without diacritics. Superscripts stay what they are: they are no digits."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("ł", "l"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def without_footnote(text: str) -> tuple[str, bool]:
    """The text without its footnote mark, and whether it had one („8¹”, „8*”, „8 1)”)."""
    bare = text.rstrip(_SUPERSCRIPT + "* ")
    if bare.endswith("*)"):
        bare = bare[:-1].rstrip("* ")
    if (mark := _ORDINAL_MARK.search(bare)) and bare.count("(") < bare.count(")") + bare.count("]"):
        bare = bare[: mark.start()].rstrip()
    return (bare, True) if bare != text.rstrip() else (text, False)


def office_kind(name: str) -> str | None:
    """Which kind of office the name says it is: um, ug, umig, sp, umw, other; None: it does not."""
    text = plain(name[:_LONGEST_KIND])
    for pattern, kind in OFFICE_KINDS:
        if pattern.match(text):
            return kind
    return "other" if OTHER_OFFICE.match(text) else None


def office_key(name: str) -> str:
    """Equal for two spellings of one office's name („UG Rejowiec”, „Urząd Gminy Rejowiec”)."""
    text = plain(name).replace("„", "").replace("”", "").replace('"', "")
    for pattern, kind in OFFICE_KINDS:
        if found := pattern.match(text):
            text = f"{kind} {text[found.end() :]}"
            break
    return " ".join(text.split())


def alike(one: str, other: str) -> bool:
    """Whether two names may be one in different cases („UG Rejowiec”, „Urząd Gminy w Rejowcu”)."""
    words = [
        [word for word in office_key(name).split() if word not in {"w", "we"}]
        for name in (one, other)
    ]
    return len(words[0]) == len(words[1]) and all(
        _shared(first, second) >= max(3, max(len(first), len(second)) - 4) or first == second
        for first, second in zip(*words, strict=True)
    )


def _shared(first: str, second: str) -> int:
    """How many letters two words begin with in common."""
    pairs = zip(first, second, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(first), len(second)))
