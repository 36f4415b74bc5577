"""Reading the number and date of an order (zarządzenie) as people type it."""

import re
from datetime import date


_NUMERIC = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_WORDS = re.compile(r"\b(\d{1,2})\s+([^\W\d_]{3,12})\s+(\d{4})\b")
_LEADING = re.compile(
    r"^\s*(zarządzenie(m)?|zarz\.?)?\s*(wewnętrzne)?\s*(nr\.?|numer)?\s*", re.IGNORECASE
)
_TRAILING = re.compile(r"[\s,;]*(z\s+dnia|z\s+dn\.?|z|dnia|dn\.?)?[\s,;]*$", re.IGNORECASE)
LONGEST_NUMBER = 60
_MONTHS = (
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada "
    "grudnia"
).split()
MONTHS = {name: number for number, name in enumerate(_MONTHS, 1)}


def read_order(text: str) -> tuple[str, date] | None:
    """The number and date in text such as „Zarządzenie nr 12/2026 z 5 stycznia 2026 r.”.

    None when either is absent or the date does not exist.
    """
    flat = " ".join(text.split())
    for pattern, order in ((_ISO, "ymd"), (_NUMERIC, "dmy"), (_WORDS, "dmy")):
        found = list(pattern.finditer(flat))
        if not found:
            continue
        last = found[-1]
        parts = dict(zip(order, last.groups(), strict=True))
        month = MONTHS.get(parts["m"].casefold()) if pattern is _WORDS else int(parts["m"])
        number = _LEADING.sub("", _TRAILING.sub("", flat[: last.start()]))
        if not number:
            number = re.sub(r"^[\s,r.]+", "", _LEADING.sub("", flat[last.end() :]))
        if month is None or not any(character.isdecimal() for character in number):
            return None
        try:
            return number[:LONGEST_NUMBER], date(int(parts["y"]), month, int(parts["d"]))
        except ValueError:
            return None
    return None
