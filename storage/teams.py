"""A submission's columns: the people as one text, and the counts that queries need."""

from typing import Any

from conversations.overview import WAITING, free
from conversations.submission import Submission, missing, status
from storage import codec


def columns(submission: Submission) -> dict[str, Any]:
    """The values of a `submission` row, all but its key."""
    team, counted, approval = submission.team, submission.counted, submission.approval
    stands = status(submission)
    return {
        "version": submission.version,
        "stage": submission.stage,
        "status": stands,
        "steering": len(team.steering),
        "editorial": len(team.editorial),
        "waiting": WAITING.index(stands),
        "missing": ",".join(missing(submission)),
        "counted_steering": len(counted.steering),
        "counted_editorial": len(counted.editorial),
        "free": free(submission),
        "people": codec.dump(team),
        "word": codec.dump(submission.word) if submission.word else None,
        "entered": submission.entered,
        "returned": codec.dump(submission.returned) if submission.returned else None,
        "request": codec.dump(submission.request) if submission.request else None,
        "accepted": approval is not None and approval.accepted,
        "updated_at": submission.updated_at,
    }
