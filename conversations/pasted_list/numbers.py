"""Numbers of a shown list, as people type them: „1 3 5 8”, „1, 3 i 5”, „1-4”.

Anything else than such numbers is left to the reader of names; nothing is read from the middle of a
text.
"""

import re
from typing import Final

_LONGEST: Final = 400
_LARGEST_RANGE: Final = 100
_SEPARATORS: Final = re.compile(r"[,;\s]+(?:i\s+|oraz\s+)?")
_NUMBER: Final = re.compile(r"([1-9][0-9]{0,2})\.?")
_RANGE: Final = re.compile(r"([1-9][0-9]{0,2})[-–]([1-9][0-9]{0,2})\.?")
_TIGHT: Final = re.compile(r"\s{0,3}[-–—]\s{0,3}")
_LEAD: Final = re.compile(
    r"(?:osoby\s+)?(?:(?:z|o|od|spod|pod)\s+)?(?:nr|numer\w{0,4}|poz(?:ycj\w{1,3})?|lp|pkt|punkt\w{0,2})"
    r"\.?:?\s+",
    re.IGNORECASE,
)


def read_numbers(text: str) -> tuple[int, ...] | None:
    """The numbers in the order typed, each once; None when the text is anything else."""
    if len(text) > _LONGEST:
        return None
    typed = _TIGHT.sub("-", _LEAD.sub("", text.strip(), count=1).strip(" ,;."))
    numbers: list[int] = []
    for part in _SEPARATORS.split(typed):
        span = _RANGE.fullmatch(part)
        single = _NUMBER.fullmatch(part)
        if single:
            numbers.append(int(single[1]))
        elif span and 0 <= int(span[2]) - int(span[1]) < _LARGEST_RANGE:
            numbers.extend(range(int(span[1]), int(span[2]) + 1))
        else:
            return None
    return tuple(dict.fromkeys(numbers)) or None
