"""How far offices have come, in four steps that a picture can tell apart, by any grouping."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from conversations.submission import COMPLETE, Status, Submission, status


class Progress(StrEnum):
    """What the nine statuses come to for whoever waits for the offices."""

    COMPLETE = "complete"
    SUBMITTED = "submitted"
    IN_WORK = "in-work"
    NOT_STARTED = "not-started"


_OF: Mapping[Status, Progress] = {
    **dict.fromkeys(COMPLETE, Progress.COMPLETE),
    Status.SUBMITTED: Progress.SUBMITTED,
    Status.SUBMITTED_WITH_REMARK: Progress.SUBMITTED,
    Status.RETURNED: Progress.IN_WORK,
    Status.IN_PREPARATION: Progress.IN_WORK,
    Status.TO_COMPLETE: Progress.IN_WORK,
    Status.NOT_STARTED: Progress.NOT_STARTED,
}


@dataclass(frozen=True, slots=True)
class Group:
    """Offices that have something in common, by their progress. `name` "" where they lack it."""

    name: str
    counts: Mapping[Progress, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def complete(self) -> int:
        return self.counts.get(Progress.COMPLETE, 0)

    @property
    def lacking(self) -> int:
        """How many of them are not complete."""
        return self.total - self.complete


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups that lack most, first, and the rest of them put together (`left_out` many)."""

    shown: tuple[Group, ...]
    rest: Group | None = None
    left_out: int = 0


def overall(submissions: Iterable[Submission]) -> Group:
    """All offices as one group; practice offices count nowhere."""
    return Group("", Counter(_OF[status(each)] for each in _real(submissions)))


def grouped(
    submissions: Iterable[Submission], of: Callable[[Submission], str | None], most: int
) -> Groups:
    """The offices by what `of` says of each, at most so many groups and a rest of at least two."""
    counts: dict[str, Counter[Progress]] = {}
    for each in _real(submissions):
        counts.setdefault(of(each) or "", Counter())[_OF[status(each)]] += 1
    every = sorted(
        (Group(name, each) for name, each in counts.items()),
        key=lambda group: (-group.lacking, -group.total, group.name),
    )
    if len(every) <= most:
        return Groups(tuple(every))
    shown, others = every[: most - 1], every[most - 1 :]
    rest = Group("", sum((Counter(each.counts) for each in others), Counter()))
    return Groups(tuple(shown), rest, len(others))


def _real(submissions: Iterable[Submission]) -> Iterable[Submission]:
    return (each for each in submissions if not each.office.practice)
