"""Cells as text: as a person sees them, and freed of footnote marks."""

import datetime as dt
import re
import unicodedata

from conversations.coordination_table.model import Cell

_SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉ†‡§"
_ORDINAL_MARK = re.compile(r"(?:^|(?<=\s))[0-9a-z]\)$|\[[0-9a-z]\]$", re.IGNORECASE)
_RAISED_MARK = re.compile(r"[¹²³⁰⁴-⁹]+\)\s*$")
_INVISIBLE = {ord(mark): None for mark in "\u200b\u200c\u200d\u2060\ufeff\u00ad"}


def shown(cell: Cell) -> str:
    """The cell as a person sees it: whitespace folded, whole numbers plain."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return " ".join(unicodedata.normalize("NFC", cell.translate(_INVISIBLE)).split())
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return repr(cell)


def without_footnote(text: str) -> tuple[str, bool]:
    """The text without its footnote mark, and whether it had one („8¹”, „8*”, „8 1)”)."""
    bare = _RAISED_MARK.sub("", text).rstrip(_SUPERSCRIPT + "* ")
    bare = bare.removesuffix("*)").rstrip("* ")
    if (mark := _ORDINAL_MARK.search(bare)) and bare.count("(") < bare.count(")") + bare.count("]"):
        bare = bare[: mark.start()].rstrip()
    return (bare, True) if bare != text else (text, False)
