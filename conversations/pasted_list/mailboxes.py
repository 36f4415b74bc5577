"""Whose an e-mail address may be, of all the people of a list.

Source: domain.md §3.5 (columns that a PDF gives one after another). Every name is looked at once,
however many addresses there are.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from conversations.pasted_list.names import mailbox_parts, may_be_addressed, names_in_mailbox


@dataclass(slots=True)
class Mailboxes:
    """The places of people in a list by the names that an address of theirs may hold."""

    _places: dict[str, dict[tuple[str, ...], list[int]]] = field(default_factory=dict)

    def add(self, words: Sequence[str], place: int) -> None:
        """Remember whose name stands at a place; places are added in their order."""
        for name in names_in_mailbox(words):
            self._places.setdefault(name, {}).setdefault(tuple(words), []).append(place)

    def owners(self, email: str, *, behind: int = -1) -> set[int]:
        """The places behind the given one whose people may have the address; two at most."""
        found: set[int] = set()
        for name in _names_that_fit(email):
            for words, places in self._places.get(name, {}).items():
                if may_be_addressed(words, email):
                    first = bisect_right(places, behind)
                    found.update(places[first : first + 2])
                if len(found) > 1:
                    return found
        return found


def _names_that_fit(email: str) -> Iterator[str]:
    parts = mailbox_parts(email)
    yield from dict.fromkeys(parts)
    if len(parts) == 1:
        yield parts[0][1:]
