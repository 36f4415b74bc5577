"""In which of their roles somebody reads a letter, and whether they still may."""

from datetime import datetime

from bot.scope import may_see, scope
from conversations.access import Grant, Role
from conversations.notes import NoticeCode
from conversations.submission import Submission
from storage import access
from storage.database import Connection
from storage.outbox import Letter

TO_OUTSIDERS = frozenset(
    {
        NoticeCode.INVITATION,
        NoticeCode.ACCESS_REVOKED,
        NoticeCode.OFFICE_ACCESS_REVOKED,
        NoticeCode.HANDED_OVER,
    }
)
"""News of an office for somebody who has no role in it any more."""


def concerned(
    connection: Connection, letter: Letter, submission: Submission | None, now: datetime
) -> list[Grant]:
    """The reader's roles at a moment that a letter is about, oldest first.

    About an office: those that see it, a stand-in's as well. About an Advisor: those that see the
    Advisor's offices. About neither: those without an office.
    """

    def concerns(grant: Grant) -> bool:
        if submission is not None:
            return may_see(connection, grant, submission.office, now)
        if letter.office_id is not None:
            return False
        advisor = letter.values.get("advisor")
        if advisor is None:
            return grant.office_id is None
        seen = scope(connection, grant, now)
        return seen is None or advisor in seen

    return [grant for grant in access.grants(connection, letter.person_id, now) if concerns(grant)]


def may_read(letter: Letter, roles: list[Grant]) -> bool:
    """Whether a letter about an office still finds a role in which it may be read."""
    return bool(roles) or letter.office_id is None or NoticeCode(letter.code) in TO_OUTSIDERS


def reader(roles: list[Grant], *, fixes: bool) -> Grant | None:
    """The role that the buttons belong to: an office's own first where the letter's correct it."""
    outside = {Role.ADVISOR, Role.COORDINATOR}
    return min(roles, key=lambda grant: fixes and grant.role in outside, default=None)
