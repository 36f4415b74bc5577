"""Making invitation links: for the chat, the command line and the playground alike."""

import secrets
from datetime import datetime
from urllib.parse import quote

from conversations.access import INVITATION_LIFETIME, Invitation, Role
from conversations.journal import What, line
from storage import journal, links
from storage.database import Connection


def make(
    connection: Connection,
    *,
    role: Role,
    now: datetime,
    office_id: int | None = None,
    advisor: str | None = None,
    created_by: int | None = None,
    valid: tuple[datetime, datetime] | None = None,
    replaces: int | None = None,
) -> tuple[Invitation, str]:
    """An invitation and its secret of 256 bits, which is nowhere else and must be handed out.

    `valid` and `replaces` are those of `storage.links.create`. A link for a time is
    good as long as that time lasts.
    """
    token = secrets.token_urlsafe(32)
    invitation = links.create(
        connection,
        role=role,
        office_id=office_id,
        advisor=advisor,
        created_by=created_by,
        token=token,
        expires_at=max(now + INVITATION_LIFETIME, valid[0]) if valid else now + INVITATION_LIFETIME,
        now=now,
        valid=valid,
        replaces=replaces,
    )
    journal.note(
        connection,
        actor=created_by,
        office_id=office_id,
        what=line(What.INVITED, role),
        now=now,
    )
    return invitation, token


def link(username: str, token: str) -> str:
    """The deep link that opens the bot's chat with a secret (Bot API, deep linking)."""
    return f"https://t.me/{quote(username)}?start={quote(token)}"
