"""Reading the number and date of an order (zarządzenie) as people type it."""

import re
import unicodedata
from datetime import date

from conversations.vocabulary import fold

_NUMERIC = re.compile(r"\b(?P<d>\d{1,2})[./-](?P<m>\d{1,2})[./-](?P<y>\d{4})\b")
_ISO = re.compile(r"\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b")
_MONTHS = ["sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paz", "lis", "gru"]
_WORDS = re.compile(rf"\b(?P<d>\d{{1,2}})\s+(?P<m>{'|'.join(_MONTHS)})[^\W\d_]*\s+(?P<y>\d{{4}})\b")
_PATTERNS = (_ISO, _WORDS, _NUMERIC)
_LEADING = re.compile(
    r"^\s*(zarządzenie(m)?|zarz\.?)?\s*(wewn\w*\.?)?\s*(nr\.?|numer)?\s*", re.IGNORECASE
)
_TRAILING = re.compile(r"[\s,;]*(z\s+dnia|z\s+dn\.?|z|dnia|dn\.?)?[\s,;]*$", re.IGNORECASE)
_AFTER_DATE = re.compile(r"^[\s,]*(r\b\.?|roku\b)?[\s,;]*")
_ORDER = re.compile(
    r"\b(?:mamy|jest|wydano|wydalismy|obowiazuje|posiadamy|na podstawie|zgodnie z|podpisan\w+)\b.*"
    r"\bzarzadzeni"
)
_YET = re.compile(
    r"\b(?:nie|bez|bedzie|beda|pozniej|przygotow|w trakcie|projekt|wkrotce|brak|zostanie|czeka"
    r"|czy\b|jutro|potrzebn)|\?"
)
_LONGEST_NUMBER = 60


def read_order(text: str) -> tuple[str, date] | None:
    """The number and date in text such as „Zarządzenie nr 12/2026 z 5 stycznia 2026 r.”.

    None when either is absent or the date does not exist. A date whose month is a word is taken
    before one in digits, because an order's number may look like the latter; of several, the last.
    """
    flat = unicodedata.normalize("NFC", " ".join(text.split()))
    dated = _dated(flat)
    return _numbered(flat, dated) if dated else None


def tells_of_order(text: str) -> bool:
    """Whether an order is spoken of that is there already: „mamy zarządzenie burmistrza”."""
    return bool(_ORDER.search(folded := fold(text))) and not _YET.search(folded)


def read_date(text: str) -> date | None:
    """The one date in text such as „do 15 stycznia 2027 r.”; None when there is none."""
    dated = _dated(unicodedata.normalize("NFC", " ".join(text.split())))
    return _date(dated) if dated else None


def read_period(text: str, today: date) -> tuple[date, date] | None:
    """First and last day in text such as „od 1 do 15 grudnia 2026” or „1.12.2026 – 15.12.2026”.

    „do 15 grudnia 2026” begins today; a single date is that day alone. None when there is no date,
    one does not exist, or the last day comes before the first.
    """
    flat = unicodedata.normalize("NFC", " ".join(text.split()))
    folded = _folded(flat)
    spans = {match.span(): match for pattern in _PATTERNS for match in pattern.finditer(folded)}
    found = [spans[span] for span in sorted(spans)]
    days = [_date(match) for match in found]
    last = days[-1] if days else None
    if last is None or None in days or len(days) > 2:
        return None
    first: date | None = days[0]
    before = folded[: found[0].start()]
    if len(days) == 1 and (opening := _OPENING.search(before)):
        month = opening["m"]
        try:
            first = last.replace(day=int(opening["d"]), month=int(month) if month else last.month)
        except ValueError:
            return None
    elif len(days) == 1 and _UNTIL.search(before):
        first = today
    return (first, last) if first and first <= last else None


_OPENING = re.compile(r"\b(?P<d>\d{1,2})(?:\.(?P<m>\d{1,2}))?\.?\s*(?:do|-|–|—)\s*$")
_UNTIL = re.compile(r"\bdo(?:\s+dnia)?\s*$")


def _folded(flat: str) -> str:
    """Letter by letter, so that a place in the folded text is that place in the typed."""
    return "".join((fold(character) or " ")[0] for character in flat)


def _dated(flat: str) -> re.Match[str] | None:
    folded = _folded(flat)
    for pattern in _PATTERNS:
        found = list(pattern.finditer(folded))
        if found:
            return found[-1]
    return None


def _numbered(flat: str, dated: re.Match[str]) -> tuple[str, date] | None:
    before = _LEADING.sub("", _TRAILING.sub("", flat[: dated.start()]))
    number = before or _LEADING.sub("", _AFTER_DATE.sub("", flat[dated.end() :]))
    if len(number) > _LONGEST_NUMBER or not any(each.isdecimal() for each in number):
        return None
    day = _date(dated)
    return (number, day) if day else None


def _date(dated: re.Match[str]) -> date | None:
    month = dated["m"]
    numeral = int(month) if month.isdecimal() else _MONTHS.index(month) + 1
    try:
        return date(int(dated["y"]), numeral, int(dated["d"]))
    except ValueError:
        return None
