"""How far offices have come, in four steps that a picture can tell apart, by any grouping."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from conversations.submission import COMPLETE, Office, Status, Submission, status


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


Stand = tuple[Office, Progress]
"""An office and how far it has come."""


def stands(submissions: Iterable[Submission]) -> tuple[Stand, ...]:
    """How far each office has come; practice offices count nowhere."""
    real = (each for each in submissions if not each.office.practice)
    return tuple((each.office, _OF[status(each)]) for each in real)


def overall(every: Iterable[Stand]) -> Group:
    """All offices as one group."""
    return Group("", Counter(progress for _, progress in every))


def grouped(every: Iterable[Stand], of: Callable[[Office], str | None], most: int) -> Groups:
    """The offices by what `of` says of each, in at most so many groups, the rest being the last.

    A rest is of two groups at least: a single one is shown.
    """
    counts: dict[str, Counter[Progress]] = {}
    for office, progress in every:
        counts.setdefault(of(office) or "", Counter())[progress] += 1
    groups = sorted(
        (Group(name, each) for name, each in counts.items()),
        key=lambda group: (-group.lacking, -group.total, group.name),
    )
    if len(groups) <= most:
        return Groups(tuple(groups))
    shown, others = groups[: most - 1], groups[most - 1 :]
    rest = Group("", sum((Counter(each.counts) for each in others), Counter()))
    return Groups(tuple(shown), rest, len(others))
