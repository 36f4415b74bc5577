"""Who may do what: roles, grants, invitations (product.md "People", R13).

A link is a secret of 256 bits that only its hash is kept of; it serves once, in time, and only
for the role and office it was made for. This module decides; `storage.access` keeps.

Who may do what is one table, by role, and one question, `allowed`: asked for every button, command,
file, inline query and card. docs/authorisation.md is drawn from it.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from conversations.events import Action, Command, SentKind
from conversations.submission import Office

INVITATION_LIFETIME = timedelta(days=14)


class Role(StrEnum):
    """The roles of product.md; whoever has none is a stranger."""

    COORDINATOR = "coordinator"
    ADVISOR = "advisor"
    HEAD = "head"
    SECRETARY = "secretary"


OFFICE_ROLES = frozenset({Role.HEAD, Role.SECRETARY})


@dataclass(frozen=True, slots=True)
class Grant:
    """One role of one person: for an office (head, secretary) or as a named advisor."""

    id: int
    role: Role
    office_id: int | None = None
    office_name: str | None = None
    advisor: str | None = None


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link that was handed out. Times are UTC."""

    id: int
    role: Role
    expires_at: datetime
    office_id: int | None = None
    office_name: str | None = None
    advisor: str | None = None
    used: bool = False
    revoked: bool = False


class InvitationFault(StrEnum):
    """Why a link does not open: all a stranger learns is that it is invalid."""

    UNKNOWN = "unknown"
    USED = "used"
    EXPIRED = "expired"
    REVOKED = "revoked"


def fault(invitation: Invitation | None, now: datetime) -> InvitationFault | None:
    """Why this invitation cannot be accepted at `now` (UTC), or None when it can."""
    if invitation is None:
        return InvitationFault.UNKNOWN
    if invitation.used:
        return InvitationFault.USED
    if invitation.revoked:
        return InvitationFault.REVOKED
    return InvitationFault.EXPIRED if now >= invitation.expires_at else None


_INVITERS = {
    Role.COORDINATOR: frozenset[Role](),
    Role.ADVISOR: frozenset({Role.COORDINATOR}),
    Role.HEAD: frozenset({Role.COORDINATOR}),
    Role.SECRETARY: frozenset({Role.COORDINATOR, Role.HEAD}),
}


def may_invite(inviter: Role, invited: Role) -> bool:
    """Whether the role may invite the other; coordinators come from the command line only."""
    return inviter in _INVITERS[invited]


def advisor_code(name: str) -> str:
    """A short opaque code of an advisor's name for buttons, which never carry names."""
    return hashlib.sha256(name.encode()).hexdigest()[:12]


_ANYBODY = frozenset(
    {
        Action.OPEN,
        Action.BACK,
        Action.SWITCH,
        Action.SWITCH_ROLE,
        Action.LANGUAGE,
        Action.TOPIC,
        Action.ASK,
        Action.ACCEPT_INVITATION,
        Action.DECLINE_INVITATION,
    }
)
_WRITING = frozenset(
    {
        Action.CONTINUE,
        Action.CONFIRM,
        Action.KEEP,
        Action.CHANGE,
        Action.JOIN,
        Action.REQUEST,
        Action.BASIS,
        Action.LIST_OK,
        Action.LIST_FIX,
        Action.LIST_ADD,
        Action.LIST_REMOVE,
        Action.PAGE,
        Action.FIX,
        Action.REMOVE,
        Action.REMOVE_SURELY,
        Action.CHOOSE,
        Action.PICK,
        Action.UNPICK,
        Action.DONE,
        Action.ADD_OUTSIDER,
        Action.SKIP,
        Action.SEND,
        Action.EDIT,
        Action.EDIT_PLENIPOTENTIARY,
        Action.EDIT_STEERING,
        Action.EDIT_EDITORIAL,
        Action.EDIT_BASIS,
        Action.TAKE_BACK,
        Action.AMEND,
        Action.DISCARD,
    }
)
_LOOKING = frozenset({Action.OFFICE, Action.PAGE})
_REMINDED = frozenset({Action.NUDGE, Action.SNOOZE})
_MAY = {
    None: _ANYBODY,
    Role.SECRETARY: _ANYBODY | _WRITING,
    Role.HEAD: _ANYBODY | _WRITING | {Action.APPROVE, Action.RETURN, Action.INVITE},
    Role.ADVISOR: _ANYBODY | _LOOKING | _REMINDED | {Action.ACCEPT, Action.RETURN},
    Role.COORDINATOR: _ANYBODY
    | _LOOKING
    | _REMINDED
    | {
        Action.INVITE,
        Action.GRANT,
        Action.REFUSE,
        Action.CLOSE,
        Action.REOPEN,
        Action.IMPORT_ADD,
        Action.IMPORT_REPLACE,
        Action.IMPORT_OVERRULE,
        Action.IMPORT_REJECT,
        Action.SETTING,
    },
}


_ALL = frozenset({None, *Role})
_ROLES = frozenset(Role)
_COORDINATOR = frozenset({Role.COORDINATOR})
_COMMANDS: Mapping[Command, frozenset[Role | None]] = {
    Command.START: _ALL,
    Command.INFO: _ALL,
    Command.STATUS: _ROLES,
    Command.HELP: _ALL,
    Command.DEADLINE: _ROLES,
    Command.ADVISOR: _ROLES,
    Command.PRIVACY: _ALL,
    Command.LANGUAGE: _ALL,
    Command.CANCEL: _ALL,
    Command.CONTINUE: _ALL,
    Command.PLENIPOTENTIARY: OFFICE_ROLES,
    Command.STEERING: OFFICE_ROLES,
    Command.EDITORIAL: OFFICE_ROLES,
    Command.IMPORT: _COORDINATOR,
    Command.INVITATIONS: _COORDINATOR,
    Command.EXPORT: _COORDINATOR,
    Command.SETTINGS: _COORDINATOR,
    Command.UNKNOWN: frozenset[Role | None](),
}


class Way(StrEnum):
    """How an office is looked at, beside buttons, commands and files."""

    CARD = "card"
    INLINE = "inline"


_WAYS: Mapping[Way | SentKind, frozenset[Role | None]] = {
    Way.CARD: _ROLES,
    Way.INLINE: _ROLES,
    SentKind.DOCUMENT: OFFICE_ROLES | _COORDINATOR,
    SentKind.PICTURE: frozenset[Role | None](),
    SentKind.OTHER: frozenset[Role | None](),
}
"""A picture and whatever else is neither text nor a document is taken from nobody."""

Wanted = Action | Command | SentKind | Way


def may(role: Role | None, wanted: Wanted) -> bool:
    """Whether a role (None: a stranger) has this at all; what has no row nobody has."""
    match wanted:
        case Action():
            return wanted in _MAY[role]
        case Command():
            return role in _COMMANDS.get(wanted, ())
        case SentKind() | Way():
            return role in _WAYS.get(wanted, ())


def allowed(grant: Grant | None, wanted: Wanted, office: Office | None = None) -> bool:
    """Whether whoever holds this grant (None: a stranger) may do this, to this office if to one.

    The coordinator's are all offices, an Advisor's those that the table gives the Advisor, a head's
    and a secretary's the one of their link (product.md "People").
    """
    if not may(grant.role if grant else None, wanted):
        return False
    if office is None:
        return True
    match grant:
        case Grant(role=Role.COORDINATOR):
            return True
        case Grant(role=Role.ADVISOR, advisor=str(advisor)):
            return advisor == office.advisor
        case Grant(role=Role.HEAD | Role.SECRETARY, office_id=int(office_id)):
            return office_id == office.id
        case _:
            return False
