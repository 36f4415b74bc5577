"""Which field a column's heading or a line's label names, and what parts the cells of a table.

Source: domain.md §3.5 and §2.5 (headings of lists in offices). Headings are told by the words in
them, so that „Nr telefonu służbowego” is a telephone like „tel.”.
"""

import re
from dataclasses import dataclass
from typing import Final

from conversations.pasted_list.characters import COLUMN_GAP, QUOTED_COMMA, QUOTED_SEMICOLON
from conversations.pasted_list.names import Order, is_given
from conversations.pasted_list.words import FIELD_WORDS, HEADING_FILLERS, UNIT_FIELDS
from conversations.vocabulary import fold

NAME_FIELDS: Final = ("name", "name_reversed", "given", "surname")
_LONGEST_HEADING: Final = 7
PARTS: Final = frozenset({"editorial", "steering", "plenipotentiary"})
_REMARKS: Final = dict.fromkeys(("", "ignored", "contact"), "remarks")
# What somebody is in the team is no post: „funkcja w zespole”.
_IN_TEAM: Final = re.compile(r"\b(?:funkcj|rol)\w+ w (?:zespol|grup|projek|komis|szkole)")
_WORD: Final = re.compile(r"[^\W_]+")
_NUMBER_BEHIND: Final = re.compile(r" \d{1,2}$")
_WHOLE: Final = r"(?!\w)"
_FIELDS: Final = tuple(
    (field, re.compile(r"\b(?:" + "|".join(stems).replace("$", _WHOLE) + ")"))
    for field, stems in FIELD_WORDS
)
_ANY_FIELD: Final = re.compile(
    r"\b(?:" + "|".join(stem.removesuffix("$") for _, stems in FIELD_WORDS for stem in stems) + ")"
)
_UNQUOTED: Final = str.maketrans({QUOTED_COMMA: ",", QUOTED_SEMICOLON: ";"})


@dataclass(frozen=True, slots=True)
class Columns:
    """The fields of a table's columns and what parts them; without `delimiter`, only an order."""

    fields: tuple[str, ...]
    delimiter: str = ""

    def cells(self, text: str) -> dict[str, str] | None:
        """What a row says by column; None when the row is not parted as its heading is.

        Columns nobody asked about, and cells beyond the last heading, come as `remarks`.
        """
        if not self.delimiter or self.delimiter not in text:
            return None
        parts = _parted(text, self.delimiter)
        exact = self.delimiter in (COLUMN_GAP, ",")
        if exact and len(parts) != len(self.fields):
            return None
        cells: dict[str, str] = {}
        for index, part in enumerate(parts):
            name = self.fields[index] if index < len(self.fields) else "remarks"
            value = part.strip().translate(_UNQUOTED)
            cells[name] = f"{cells[name]} {value}".strip() if name in cells else value
        return cells

    @property
    def order(self) -> Order | None:
        """The order of the words in a column that holds whole names."""
        if "name_reversed" in self.fields:
            return Order.SURNAME_FIRST
        return Order.GIVEN_FIRST if "name" in self.fields else None


def columns_of(text: str) -> Columns | None:
    """The columns that a heading row names; None for any other row."""
    if "@" in text or not _ANY_FIELD.search(fold(text)):
        return None
    for delimiter in ("\t", ";", "|", ",", COLUMN_GAP):
        cells = _parted(text, delimiter)
        if len(cells) == 1:
            continue
        fields = [_REMARKS.get(field, field) for field in map(field_of, cells)]
        if _is_heading(cells, fields):
            return Columns(
                tuple(
                    f"unit:{cell.strip()}" if field == "unit" else field
                    for cell, field in zip(cells, fields, strict=True)
                ),
                delimiter,
            )
    fields = [field_of(word) for word in _phrase(text).split() if word != "i"]
    if "surname" not in fields or "" in fields:
        return None
    if "given" not in fields:
        return Columns(("surname",))
    reverse = fields.index("surname") < fields.index("given")
    return Columns(("name_reversed" if reverse else "name",))


def field_of(heading: str) -> str:
    """The field that a heading or label names; an empty text for anything else."""
    words = _phrase(heading).split()
    if not 0 < len(words) <= _LONGEST_HEADING:
        return ""
    joined = " ".join(words)
    if "nazwisk" in joined and re.search(r"\bimi", joined):
        return "name" if joined.index("imi") < joined.index("nazwisk") else "name_reversed"
    if _IN_TEAM.search(joined):
        return ""
    for field, named in _FIELDS if _ANY_FIELD.search(joined) else ():
        if named.search(joined):
            return field
    if words[0] not in UNIT_FIELDS:
        return ""
    return "unit" if len(words) == 1 else "any_unit"


def column_alone(text: str) -> str:
    """The field of a heading that a line holds without its table, as some programs copy tables."""
    plain = ":" not in text.rstrip(":") and not any(map(str.isdigit, text))
    field = label_of(text) if plain else ""
    return "" if field in PARTS else field


def label_of(text: str) -> str:
    """The field that a label names which consists of nothing else; an empty text for another."""
    words = _NUMBER_BEHIND.sub("", _phrase(text))
    known = all(word in HEADING_FILLERS or field_of(word) for word in words.split())
    return field_of(words) if known else ""


def _parted(text: str, delimiter: str) -> list[str]:
    return text.removeprefix("|").removesuffix("|").split(delimiter)


def _is_heading(cells: list[str], fields: list[str]) -> bool:
    """Whether the cells head a table that names people: most are fields, none is a person."""
    if not any(field in NAME_FIELDS for field in fields):
        return False
    filled = [field != "remarks" for cell, field in zip(cells, fields, strict=True) if cell.strip()]
    return 2 * sum(filled) > len(filled) and not any(
        is_given(word) for cell in cells for word in cell.split()
    )


def _phrase(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))
