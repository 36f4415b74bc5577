"""What the journal says of an office and of the programme: codes, never names (domain.md §4.6).

`what` names a change of a submission; invitations, imports, settings and announcements are named
by whoever causes them. A line is a code, with a detail after a colon where it needs one:
„invited:head”, „requested:R4”. Lines of the first version („in_preparation > approved”) are read
as well.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from conversations.access import Role
from conversations.limits import Block
from conversations.submission import Approval, Decider, Request, Stage, Submission
from conversations.team import Rule


class What(StrEnum):
    """Everything that a line can say."""

    # An office's submission
    STARTED = "started"
    EDITED = "edited"
    SUBMITTED = "submitted"
    TAKEN_BACK = "taken-back"
    APPROVED = "approved"
    APPROVED_BY_BASIS = "approved-by-basis"
    RETURNED_BY_HEAD = "returned-by-head"
    RETURNED_BY_ADVISOR = "returned-by-advisor"
    RETURNED_BY_LIMIT = "returned-by-limit"
    ACCEPTED = "accepted"
    AMENDED = "amended"
    DISCARDED = "discarded"
    REQUESTED = "requested"
    GRANTED = "granted"
    REFUSED = "refused"
    LIMIT_CHANGED = "limit-changed"
    CLOSED = "closed"
    REOPENED = "reopened"
    ATTENDANCE = "attendance"
    # Its documents
    DOCUMENT = "document"
    INFORMED = "people informed"
    # Who may enter
    INVITED = "invited"
    JOINED = "joined"
    REVOKED = "revoked"
    HANDED_OVER = "handed-over"
    INVITATION_REVOKED = "invitation-revoked"
    # The programme
    INVITED_BY_FILE = "invited-by-file"
    IMPORTED = "imported"
    SETTING = "setting"
    ANNOUNCED = "announced"
    LISTS_CLOSED = "lists-closed"
    LISTS_REOPENED = "lists-reopened"
    UNKNOWN = "unknown"


_OF_A_DESK = frozenset(
    {
        What.RETURNED_BY_ADVISOR,
        What.RETURNED_BY_LIMIT,
        What.ACCEPTED,
        What.GRANTED,
        What.REFUSED,
        What.LIMIT_CHANGED,
        What.CLOSED,
        What.REOPENED,
        What.REVOKED,
        What.HANDED_OVER,
        What.INVITATION_REVOKED,
    }
)
"""What only an Advisor or the coordinator does: said of that role where a person has several."""

_OF_FIRST_VERSION = {
    "submitted": What.SUBMITTED,
    "submitted_with_remark": What.SUBMITTED,
    "returned": What.RETURNED_BY_ADVISOR,
    "approved": What.APPROVED,
    "accepted": What.ACCEPTED,
    "to_complete": What.LIMIT_CHANGED,
    "closed": What.CLOSED,
}


def line(what: What, detail: str = "") -> str:
    """A line as it is kept."""
    return f"{what}:{detail}" if detail else what.value


def read(kept: str) -> tuple[What, str]:
    """What a kept line says, and its detail; UNKNOWN for one of a newer program."""
    before, arrow, after = kept.partition(" > ")
    if arrow:
        unchanged = before == after
        return (What.EDITED if unchanged else _OF_FIRST_VERSION.get(after, What.EDITED)), ""
    if kept.startswith(f"{What.DOCUMENT} "):
        return What.DOCUMENT, kept.removeprefix(f"{What.DOCUMENT} ")
    code, _, detail = kept.partition(":")
    return (What(code) if code in set(What) else What.UNKNOWN), detail


def what(before: Submission, after: Submission) -> str:
    """The line of a change of a submission: the weightiest thing that it is."""
    if before.office.closed != after.office.closed:
        return line(What.CLOSED if after.office.closed else What.REOPENED)
    if before.office.attendance != after.office.attendance:
        return line(What.ATTENDANCE)
    decided = after.approval
    if decided is not None and is_new(before.approval, decided):
        return line(What.APPROVED_BY_BASIS if decided.by is Decider.BASIS else What.APPROVED)
    accepted = [bool(each.approval and each.approval.accepted) for each in (before, after)]
    if accepted == [False, True]:
        return line(What.ACCEPTED)
    if before.stage is not after.stage and (moved := _moved(before.stage, after)):
        return line(moved)
    return _answered(before, after)


def is_new(before: Approval | None, after: Approval | None) -> bool:
    """Whether this is another decision, rather than the same one accepted."""
    if before is None or after is None:
        return after is not None
    return replace(before, accepted=after.accepted) != after


def _moved(before: Stage, after: Submission) -> What | None:
    match before, after.stage:
        case _, Stage.SUBMITTED:
            return What.SUBMITTED
        case _, Stage.RETURNED:
            by = after.returned.by if after.returned else Decider.ADVISOR
            return {
                Decider.HEAD: What.RETURNED_BY_HEAD,
                Decider.LIMIT: What.RETURNED_BY_LIMIT,
            }.get(by, What.RETURNED_BY_ADVISOR)
        case Stage.EMPTY, _:
            return What.STARTED
        case Stage.SUBMITTED, Stage.DRAFTING:
            return What.TAKEN_BACK
        case Stage.SETTLED, Stage.DRAFTING:
            return What.AMENDED
        case _, Stage.SETTLED:
            return What.DISCARDED
        case _:
            return None


def _answered(before: Submission, after: Submission) -> str:
    """A plea made or answered, a limit, or just the working copy."""
    asked = before.request
    if after.request is not None and after.request != asked:
        return line(What.REQUESTED, after.request.rule)
    if asked is not None and after.request is None and before.team.members == after.team.members:
        granted = _is_granted(asked, before, after)
        return line(What.GRANTED if granted else What.REFUSED, asked.rule)
    limits = [(each.office.limit_steering, each.office.limit_editorial) for each in (before, after)]
    return line(What.LIMIT_CHANGED if limits[0] != limits[1] else What.EDITED)


def _is_granted(asked: Request, before: Submission, after: Submission) -> bool:
    block = {Rule.R4: Block.STEERING, Rule.R6: Block.EDITORIAL}.get(asked.rule)
    if block is not None:
        return after.office.limit(block) != before.office.limit(block)
    return after.team.confirmations != before.team.confirmations


@dataclass(frozen=True, slots=True)
class Entry:
    """A line as it is read: when (UTC), in which role (None: no account did it), what.

    `times` counts edits of one role that follow each other, `at` is then the latest.
    """

    at: datetime
    role: Role | None
    what: What
    detail: str = ""
    version: int = 0
    times: int = 1


@dataclass(frozen=True, slots=True)
class Held:
    """A role that somebody held, from when until when (UTC; None: still)."""

    role: Role
    office_id: int | None
    since: datetime
    until: datetime | None


def role_of(held: Iterable[Held], said: What, office_id: int, at: datetime) -> Role | None:
    """In which of their roles somebody did this: the one that they held then and that does it."""
    then = [
        each
        for each in held
        if each.since <= at
        and (each.until is None or at <= each.until)
        and each.office_id in {None, office_id}
    ]
    of_desk = said in _OF_A_DESK
    then.sort(key=lambda each: (each.office_id is None) is not of_desk)
    return then[0].role if then else None


def newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries in the order of time as they are shown: edits in a row are one."""
    return tuple(reversed(tuple(_together(entries))))


def _together(entries: Iterable[Entry]) -> Iterator[Entry]:
    held: Entry | None = None
    for entry in entries:
        if held is not None and _continues(held, entry):
            held = replace(entry, what=held.what, times=held.times + 1)
            continue
        if held is not None:
            yield held
        held = entry
    if held is not None:
        yield held


def _continues(held: Entry, entry: Entry) -> bool:
    return (
        entry.what is What.EDITED
        and held.what in {What.EDITED, What.STARTED}
        and held.role is entry.role
    )
