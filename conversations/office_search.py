"""Which of somebody's own offices typed words mean (domain.md §3.9, §3.10).

What is given here is what the person may see, so that an office of somebody else's cannot be told
from one that does not exist.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from conversations.office_names import Entry, OfficeFinder, Outcome
from conversations.submission import Office, Submission
from conversations.vocabulary import fold


@dataclass(frozen=True, slots=True)
class Matches:
    """What was found. NONE: nothing of that name; the submissions are of names spelt nearly so."""

    outcome: Outcome
    submissions: tuple[Submission, ...]


def look_up(own: Sequence[Submission], text: str) -> Matches:
    """The offices among one's own that a name, as people write it, or a part of one means."""
    by_id = {each.office.id: each for each in own}
    found = _finder(tuple(_entry(each.office) for each in own)).find(text)
    if found.outcome is Outcome.NONE:
        part = fold(" ".join(text.split()))
        holding = tuple(each for each in own if part and part in fold(each.office.name))
        if holding:
            return Matches(Outcome.EXACT if len(holding) == 1 else Outcome.SEVERAL, holding)
    return Matches(found.outcome, tuple(by_id[entry.id] for entry in found.entries))


def in_voivodeship(own: Iterable[Submission], text: str) -> tuple[Submission, ...]:
    """One's own offices of a voivodeship, named in any case („podkarpackiego”)."""
    stem = fold(text).removesuffix("emu").removesuffix("ego").removesuffix("im").rstrip("ei")
    return tuple(
        each
        for each in own
        if stem and each.office.voivodeship and fold(each.office.voivodeship).startswith(stem)
    )


def namesakes(own: Iterable[Submission]) -> frozenset[str]:
    """The names that more than one of these offices bears."""
    counts = Counter(each.office.name for each in own)
    return frozenset(name for name, count in counts.items() if count > 1)


def _entry(office: Office) -> Entry:
    return Entry(office.id, office.name, office.voivodeship, office.county)


@lru_cache(maxsize=32)
def _finder(entries: tuple[Entry, ...]) -> OfficeFinder:
    """A finder among these; making one anew for each word typed at a desk would be slow."""
    return OfficeFinder(entries)
