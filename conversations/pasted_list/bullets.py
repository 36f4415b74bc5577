"""What numbers the rows of a list: „1.”, „a)”, „II.”, „•”, each at its line or running on in one.

Source: domain.md §3.5. Whether a row names anybody is not decided here.
"""

import re
from collections.abc import Sequence
from typing import Final

from conversations.pasted_list.names import is_given

_BULLET: Final = re.compile(
    "|".join(
        (
            r"\(?\d{1,3}[.)/]\)?(?! ?\d)[ \t\x1f]*(?:[–-][ \t\x1f]+)?",
            r"\(\d{1,3}\)[ \t\x1f]*(?![ \t\x1f\d])",
            r"\d{1,2}(?:\.\d{1,2}){1,2}[.)]?[ \t\x1f]+(?=[^\W\d_])",
            r"\d{1,3}(?=[\t\x1f])[ \t\x1f]*",
            r"\d{1,2} (?:[–-] )?(?=[^\W\d_])",
            r"(?:nr|poz\.?|lp\.?|pkt|§) ?\d{1,3}[.)]?:?[ \t\x1f]+",
            r"[a-z]\)[ \t\x1f]*|[a-z]\.[ \t\x1f]+(?=[A-ZĄĆĘŁŃÓŚŹŻ]\w)",
            r"[IVX]{2,5}[.)][ \t\x1f]*|[IVX]\)[ \t\x1f]*|[IVX]{1,4}[.)]?[\t\x1f]+",
            r"\[[xX ]?\][ \t\x1f]*",
            r"[•●○■▪▫◦·∙*✓✔☑☐►▶‣»+–-](?!\S*@)[ \t\x1f]*",
        )
    )
)
_UNNUMBERED: Final = frozenset("-–+")
_ROMAN: Final = re.compile(r"[IVX]\. ?(?=\S+ )")
_FIRST_NUMBER: Final = re.compile(r"(\d{1,2})[.)]")
_FIRST_BEHIND: Final = re.compile(r"(?<=[^\W\d_]:) (?=1[.)] ?[^\W\d_].* 2[.)] ?[^\W\d_])")
_NEXT_NUMBER: Final = re.compile(r"[ \x1f,;](?=(\d{1,2})[.)] ?[^\W\d_])")


def without_bullet(text: str) -> tuple[str, bool]:
    """The line without its number or bullet, and whether it had one."""
    bullet = _BULLET.match(text)
    if bullet:
        return text[bullet.end() :], bullet[0].strip() not in _UNNUMBERED
    roman = _ROMAN.match(text)
    if roman and any(is_given(word) for word in text[roman.end() :].split()[:2]):
        return text[roman.end() :], True
    return text, False


def numbered_parts(text: str) -> Sequence[str]:
    """A line parted at „… 2. … 3. …”, when it counts up from its own first number."""
    first = _FIRST_NUMBER.match(text)
    if first is None:
        behind = _FIRST_BEHIND.search(text) if ": 1" in text else None
        if behind is None:
            return (text,)
        return (text[: behind.start()], *numbered_parts(text[behind.end() :]))
    start, expected = 0, int(first[1]) + 1
    if not (f"{expected}." in text or f"{expected})" in text):
        return (text,)
    parts: list[str] = []
    for gap in _NEXT_NUMBER.finditer(text):
        if int(gap[1]) == expected:
            parts.append(text[start : gap.start()].strip())
            start, expected = gap.end(), expected + 1
    return (*parts, text[start:].strip())
