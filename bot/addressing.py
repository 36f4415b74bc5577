"""In which of their roles somebody reads a letter, and whether they still may."""

from datetime import datetime

from bot.scope import may_see, scope
from conversations.access import Grant, Role, may
from conversations.events import Action
from conversations.notes import NoticeCode
from conversations.submission import Submission
from storage import access
from storage.database import Connection
from storage.outbox import Letter

TO_ANYBODY = frozenset(
    {
        NoticeCode.ACCESS_REVOKED,
        NoticeCode.OFFICE_ACCESS_REVOKED,
        NoticeCode.HANDED_OVER,
        NoticeCode.PERSONAL_DATA,
        NoticeCode.SOMETHING_BROKE,
        NoticeCode.SLOW_DOWN,
    }
)
"""What is told without a role: that it is gone, and what the reader's own doing has led to."""


def concerned(
    connection: Connection, letter: Letter, submission: Submission | None, now: datetime
) -> list[Grant]:
    """The reader's roles at a moment that a letter is about, oldest first.

    About an office: those that see it, a stand-in's as well. About an Advisor: those that see the
    offices of the Advisor, or of the one who stands in before the first day and after the last.
    About neither: those without an office.
    """

    def concerns(grant: Grant) -> bool:
        if submission is not None:
            return may_see(connection, grant, submission.office, now)
        if letter.office_id is not None:
            return False
        if not advisors:
            return grant.office_id is None
        seen = scope(connection, grant, now)
        return seen is None or not advisors.isdisjoint(seen)

    named = (letter.values.get(each) for each in ("advisor", "substitute"))
    advisors = {str(each) for each in named if each is not None}

    return [grant for grant in access.grants(connection, letter.person_id, now) if concerns(grant)]


def may_read(connection: Connection, letter: Letter, roles: list[Grant], now: datetime) -> bool:
    """Whether a letter still finds somebody who may read it; `roles` are what `concerned` says."""
    match NoticeCode(letter.code):
        case code if code in TO_ANYBODY:
            return True
        case NoticeCode.ANNOUNCEMENT:
            return access.is_in(connection, letter.person_id, now)
        case NoticeCode.INVITATION:
            return any(may(each.role, Action.INVITE) for each in roles)
        case _:
            return bool(roles)


def reader(roles: list[Grant], *, fixes: bool) -> Grant | None:
    """The role that the buttons belong to: an office's own first where the letter's correct it."""
    outside = {Role.ADVISOR, Role.COORDINATOR}
    return min(roles, key=lambda grant: fixes and grant.role in outside, default=None)
