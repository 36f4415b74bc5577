"""Reads one figure of column 5 or 6, by the grammar of domain.md §5.4.

What the grammar does not name is not a number: it reads as unknown, never as a guess. Whether a
figure fits the norm or its neighbour is the row's business, not this file's.
"""

import datetime as dt
import re

from conversations.coordination_table.model import Cell, Flag, LimitReading
from conversations.coordination_table.text import shown, without_footnote
from conversations.table_vocabulary import (
    MONTH,
    NONE_WORD,
    NUMBER_WORDS,
    UNIT,
    WITHDRAWN_WHOLLY,
    WORDED_MAXIMUM,
    WORDED_MINIMUM,
)
from conversations.vocabulary import fold

HIGHEST = 25
"""More than this is a wrong column or a footnote glued to the figure (domain.md §5.4)."""

_NUMBER = r"0*([0-9]{1,4})(?:[.,]0+)?"
_WHOLE = re.compile(_NUMBER)
_RANGE = re.compile(rf"(?:od\s+)?{_NUMBER}\s*(?:[-–—−‐‑‒÷]|do)\s*{_NUMBER}")
_RESERVE = re.compile(
    rf"{_NUMBER}\s*(?:\(?\s*\+\s*{_NUMBER}\s*(?:os[a-z]*\.?\s*)?(?:rez[a-z]*\.?)?\s*\)?"
    rf"|\(\s*{_NUMBER}\s*(?:os[a-z]*\.?\s*)?rez[a-z]*\.?\s*\))"
)
_SPELLED = re.compile(rf"{_NUMBER}\s*\(([a-z ]+)\)")
_DATE = re.compile(
    rf"[0-9]{{1,2}}[\s.\-/]*{MONTH}\.?(?:[\s.\-/]*[0-9]{{2,4}})?"
    rf"|{MONTH}[\s.\-/]+[0-9]{{1,4}}"
    r"|[0-9]{1,2}\.(?:0[1-9]|1[0-2])\.?(?:[0-9]{2,4})?"
    r"|[0-9]{1,2}[-/][0-9]{1,2}[-/][0-9]{2,4}"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[t ][0-9:.]+)?"
)
_FIGURE_LIKE = re.compile(r"[+-]?[0-9][0-9 .,]*")


def read_limit(cell: Cell) -> LimitReading:
    """One cell as a limit. Takes any cell; refuses none: the unreadable is flagged unknown."""
    if isinstance(cell, dt.date):
        return LimitReading(None, (Flag.DATE_IN_CELL,))
    text, footnoted = without_footnote(shown(cell).removeprefix("'"))
    reading = _read(fold(text).strip())
    if not footnoted:
        return reading
    return LimitReading(
        reading.maximum, (Flag.FOOTNOTE, *reading.flags), reading.minimum, reading.reserve
    )


def _read(text: str) -> LimitReading:
    if NONE_WORD.fullmatch(text) or WITHDRAWN_WHOLLY.fullmatch(text):
        return LimitReading(0, (Flag.NOT_TAKING_PART,))
    if _DATE.fullmatch(text):
        return LimitReading(None, (Flag.DATE_IN_CELL,))
    text = UNIT.sub("", text)
    if number := _WHOLE.fullmatch(text):
        return _at_most(int(number[1]))
    if (both := _SPELLED.fullmatch(text)) and NUMBER_WORDS.get(both[2]) == int(both[1]):
        return _at_most(int(both[1]))
    if both := _RANGE.fullmatch(text):
        low, high = int(both[1]), int(both[2])
        if low > high:
            return LimitReading(None, (Flag.SUSPICIOUS,))
        return _at_most(high, Flag.RANGE, minimum=low)
    if both := _RESERVE.fullmatch(text):
        return _at_most(int(both[1]), Flag.RESERVE, reserve=int(both[2] or both[3]))
    if word := WORDED_MAXIMUM.match(text):
        if number := _WHOLE.fullmatch(text, word.end()):
            return _at_most(int(number[1]), Flag.WORDED_LIMIT)
    elif (word := WORDED_MINIMUM.match(text)) and (number := _WHOLE.fullmatch(text, word.end())):
        return LimitReading(None, (Flag.NO_UPPER_LIMIT,), minimum=int(number[1]))
    if _FIGURE_LIKE.fullmatch(text):
        return LimitReading(None, (Flag.SUSPICIOUS,))
    return LimitReading(None, (Flag.NO_LIMIT,))


def _at_most(
    maximum: int, *flags: Flag, minimum: int | None = None, reserve: int | None = None
) -> LimitReading:
    if maximum > HIGHEST:
        return LimitReading(None, (*flags, Flag.SUSPICIOUS))
    if maximum == 0:
        flags = (*flags, Flag.NOT_TAKING_PART)
    return LimitReading(maximum, flags, minimum, reserve)
