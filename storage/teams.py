"""A submission's columns: the people as one text, and the counts that queries need."""

from typing import Any

from conversations.submission import Submission, status
from storage import codec


def columns(submission: Submission) -> dict[str, Any]:
    """The values of a `submission` row, all but its key."""
    team, approval = submission.team, submission.approval
    return {
        "version": submission.version,
        "stage": submission.stage,
        "status": status(submission),
        "steering": len(team.steering),
        "editorial": len(team.editorial),
        "people": codec.dump(team),
        "returned": codec.dump(submission.returned) if submission.returned else None,
        "request": codec.dump(submission.request) if submission.request else None,
        "accepted": approval is not None and approval.accepted,
        "updated_at": submission.updated_at,
    }
