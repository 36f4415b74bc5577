"""Parts a row that names several people with contacts, so that each contact has its owner.

Source: domain.md §3.5 (a mail's addressees, several people on one line). What a part says of its
person is read elsewhere.
"""

import re
from collections.abc import Iterator
from typing import Final

from conversations.pasted_list.contacts import take_contacts
from conversations.pasted_list.pieces import pieces_of
from conversations.pasted_list.telling import Kind

_BETWEEN_PEOPLE: Final = re.compile(r"[,;]|(?<=\d) (?:i|oraz|&) ")
_ADDRESS_END: Final = re.compile(r"@[\w.-]+\w>?\)?[ \t]*[;,]?[ \t]*")


def people_in(text: str) -> list[str]:
    """The text parted before each name but the first, so that contacts stay with their owner."""
    addressed = [part for part in _after_addresses(text) if part.strip()]
    angled = all("<" in part for part in addressed)
    if len(addressed) > 1 and (angled or all(_names_in(part) == 1 for part in addressed)):
        return addressed
    parts: list[str] = []
    named = False
    for part in _BETWEEN_PEOPLE.split(text):
        names = _names_in(part) > 0
        if parts and not (names and named):
            parts[-1] += ", " + part
        else:
            parts.append(part)
        named = named or names
    return parts


def _after_addresses(text: str) -> Iterator[str]:
    start = 0
    for address in _ADDRESS_END.finditer(text):
        yield text[start : address.end()].rstrip(" ;,")
        start = address.end()
    yield text[start:]


def _names_in(text: str) -> int:
    pieces = pieces_of(take_contacts(text).rest)
    return sum(piece.kind is Kind.NAME for piece in pieces)
