"""How the programme stands: one pure summary for `/stan`, `komplet status` and the export."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from conversations.submission import Status, Submission, missing, status


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts over offices. `people` are unique (block II is part of block I); never add the two."""

    by_status: tuple[tuple[Status, int], ...]
    steering: int
    editorial: int

    @property
    def people(self) -> int:
        """Unique persons (domain.md §1.2, headcount note)."""
        return self.steering

    @property
    def person_places(self) -> int:
        """Seats of both blocks together (osobomiejsca)."""
        return self.steering + self.editorial


def totals(submissions: Iterable[Submission]) -> Totals:
    """Sum up offices; practice offices count nowhere. What counts is `Submission.counted`."""
    real = [each for each in submissions if not each.office.practice]
    counts = Counter(status(each) for each in real)
    return Totals(
        by_status=tuple((each, counts[each]) for each in Status if counts[each]),
        steering=sum(len(each.counted.steering) for each in real),
        editorial=sum(len(each.counted.editorial) for each in real),
    )


def report(submissions: Sequence[Submission]) -> dict[str, object]:
    """The shape of `status --json` (product.md); times ISO 8601 in UTC, absent values null."""
    real = [each for each in submissions if not each.office.practice]
    summed = totals(real)
    return {
        "offices": [_office(each) for each in real],
        "totals": {
            "by_status": {each.value: count for each, count in summed.by_status},
            "steering": summed.steering,
            "editorial": summed.editorial,
        },
    }


def _office(submission: Submission) -> dict[str, object]:
    office, team = submission.office, submission.counted
    approval = submission.approval
    named = team.plenipotentiary
    return {
        "id": office.id,
        "name": office.name,
        "advisor": office.advisor,
        "limit_steering": office.limit_steering,
        "limit_editorial": office.limit_editorial,
        "status": status(submission).value,
        "amendment": submission.stage.value if submission.amending else None,
        "plenipotentiary": named
        and {
            "name": named.person.full_name,
            "position": named.person.position,
            "in_steering": named in team.steering,
        },
        "steering": [
            {"name": member.person.full_name, "position": member.person.position}
            for member in team.steering
        ],
        "editorial": [member.person.full_name for member in team.editorial],
        "missing": [each.value for each in missing(submission)],
        "approved_by": office.head_title if approval else None,
        "decided_by": approval.by.value if approval else None,
        "approved_at": approval.at.isoformat() if approval else None,
        "updated_at": submission.updated_at.isoformat() if submission.updated_at else None,
    }
