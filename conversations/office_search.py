"""Which of somebody's own offices typed words mean (domain.md §3.9, §3.10).

What is given here is what the person may see, so that an office of somebody else's cannot be told
from one that does not exist.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from conversations.office_names import Entry, OfficeFinder, Outcome
from conversations.submission import Office
from conversations.vocabulary import fold


@dataclass(frozen=True, slots=True)
class Matches:
    """What was found, by ids. NONE: nothing of that name; the offices are of names nearly so."""

    outcome: Outcome
    ids: tuple[int, ...]


class Names:
    """The names of one's own offices, made ready to be searched.

    Making one costs about 10 µs an office, so that whoever searches among many keeps it.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        self._finder = OfficeFinder(self._entries)
        self._folded = [fold(entry.name) for entry in self._entries]

    def look_up(self, text: str) -> Matches:
        """The offices that a name, as people write it, or a part of one means."""
        found = self._finder.find(text)
        if found.outcome is Outcome.NONE:
            part = fold(" ".join(text.split()))
            holding = tuple(
                entry.id
                for entry, name in zip(self._entries, self._folded, strict=True)
                if part and part in name
            )
            if holding:
                return Matches(Outcome.EXACT if len(holding) == 1 else Outcome.SEVERAL, holding)
        return Matches(found.outcome, tuple(entry.id for entry in found.entries))


def look_up(own: Iterable[Office], text: str) -> Matches:
    """The offices among a few at hand that typed words mean."""
    return names(tuple(Entry(e.id, e.name, e.voivodeship, e.county) for e in own)).look_up(text)


@lru_cache(maxsize=32)
def names(entries: tuple[Entry, ...]) -> Names:
    """The names of a few offices; making them anew for each word typed at a desk would be slow."""
    return Names(entries)


def voivodeships(known: Iterable[str], text: str) -> frozenset[str]:
    """The voivodeships among those known that are named in any case („podkarpackiego”)."""
    stem = fold(text).removesuffix("emu").removesuffix("ego").removesuffix("im").rstrip("ei")
    return frozenset(each for each in known if stem and fold(each).startswith(stem))


def namesakes(own: Iterable[Office]) -> frozenset[str]:
    """The names that more than one of these offices bears."""
    counts = Counter(each.name for each in own)
    return frozenset(name for name, count in counts.items() if count > 1)
