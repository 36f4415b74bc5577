"""Who may do what: roles, grants, invitations (product.md "People", R13).

A link is a secret of 256 bits that only its hash is kept of; it serves once, in time, and only
for the role and office it was made for. This module decides; `storage.access` keeps.

Who may do what is one table, by role, and one question, `allowed`: asked for every button, command,
file, inline query and card. docs/authorisation.md is drawn from it.
"""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from conversations import papers
from conversations.events import Action, Command, SentKind
from conversations.papers import OF_DESK, OF_OFFICE, Paper
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
    valid_until: datetime | None = None
    practice: bool = False
    """Whether the office is one for practice, the holder's own (`conversations.practice`)."""

    @property
    def substitute(self) -> bool:
        """Whether this is a head's substitute, who decides for a time and hands nothing on."""
        return self.valid_until is not None


@dataclass(frozen=True, slots=True)
class StandIn:
    """An Advisor who looks after the offices of another, from one local day to another."""

    advisor: str
    substitute: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link that was handed out. Times are UTC.

    The role holds from `valid_from` to `valid_until`, without end where there is none. Whoever
    takes it ends the grant that it `replaces`.
    """

    id: int
    role: Role
    expires_at: datetime
    office_id: int | None = None
    office_name: str | None = None
    advisor: str | None = None
    used: bool = False
    revoked: bool = False
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    replaces: int | None = None
    maker_until: datetime | None = None
    """When whoever handed it out lost the role in which they did, where that is known."""
    made_by: int | None = None
    maker_left_at: datetime | None = None
    """When whoever handed it out lost the last role in which they could: a coordinator's links stay
    good for others, who may have them on paper, but do not lead the coordinator back.
    """


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """Somebody who works on an office's behalf, under the name they came in with.

    `since` (UTC) is when a substitute begins; None for whoever began at once.
    """

    grant: Grant
    name: str
    since: datetime | None = None

    @property
    def revocable(self) -> bool:
        """Whether the head may take it away: a secretary's and a substitute's, never the own."""
        return self.grant.role is Role.SECRETARY or self.grant.substitute


class InvitationFault(StrEnum):
    """Why a link does not open: all a stranger learns is that it is invalid."""

    UNKNOWN = "unknown"
    USED = "used"
    EXPIRED = "expired"
    REVOKED = "revoked"


def fault(
    invitation: Invitation | None, now: datetime, opener: int | None = None
) -> InvitationFault | None:
    """Why this invitation cannot be accepted at `now` (UTC), or None when it can.

    `opener` is the Telegram id of who would; without it, by somebody else than its maker.
    """
    if invitation is None:
        return InvitationFault.UNKNOWN
    if invitation.used:
        return InvitationFault.USED
    if invitation.revoked:
        return InvitationFault.REVOKED
    own = opener is not None and opener == invitation.made_by
    lapses = invitation.maker_left_at if own else invitation.maker_until
    if lapses is not None and now >= lapses:
        return InvitationFault.REVOKED
    ends = (invitation.expires_at, invitation.valid_until)
    return InvitationFault.EXPIRED if any(end and now >= end for end in ends) else None


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
        Action.ERASE,
        Action.ERASE_ON,
        Action.ERASE_SURELY,
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
        Action.DOCUMENT,
        Action.INFORMED,
        Action.ASK_ADVISOR,
        Action.MATCHED,
        Action.UNMATCHED,
        Action.APPLY,
        Action.REPHRASE,
        Action.MEANT,
        Action.PRACTICE,
    }
)
DELEGATING = frozenset(
    {
        Action.INVITE,
        Action.ACCESS,
        Action.REVOKE,
        Action.REVOKE_SURELY,
        Action.SUBSTITUTE,
        Action.HAND_OVER,
        Action.HAND_OVER_SURELY,
    }
)
"""The head's buttons about who works on the office's behalf."""
_HISTORY = frozenset({Action.HISTORY, Action.HISTORY_VERSION})
_LOOKING = frozenset({Action.OFFICE, Action.PAGE, Action.DOCUMENT, Action.COMMENT, Action.ABOUT})
_REMINDED = frozenset({Action.NUDGE, Action.SNOOZE, Action.SNOOZE_WHY})
_MAY = {
    None: _ANYBODY,
    Role.SECRETARY: _ANYBODY | _WRITING | _HISTORY,
    Role.HEAD: _ANYBODY
    | _WRITING
    | _HISTORY
    | DELEGATING
    | {Action.APPROVE, Action.RETURN, Action.ABOUT},
    Role.ADVISOR: _ANYBODY | _LOOKING | _REMINDED | _HISTORY | {Action.ACCEPT, Action.RETURN},
    Role.COORDINATOR: _ANYBODY
    | _LOOKING
    | _REMINDED
    | _HISTORY
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
        Action.ACCESS,
        Action.REVOKE,
        Action.REVOKE_SURELY,
        Action.HAND_OVER,
        Action.HAND_OVER_SURELY,
        Action.INVITE_SURELY,
        Action.INVITE_BY_FILE,
        Action.CLOSING,
        Action.CLOSING_SURELY,
        Action.ANNOUNCE,
        Action.ANNOUNCE_SURELY,
        Action.SETTING_KEEP,
        Action.STAND_IN,
        Action.STAND_IN_END,
        Action.ENTER,
        Action.ATTENDANCE,
    },
}


_OWN_DESK = frozenset({Paper.PARTICIPANTS, Paper.CALENDAR})
_OF_DESK = {Role.ADVISOR: _OWN_DESK, Role.COORDINATOR: frozenset(OF_DESK)}


def may_have(role: Role, wanted: papers.Wanted) -> bool:
    """Whether a role has this document at all; whose office it is about comes after.

    About one office: its own people, its Advisor, the coordinator. About a whole desk: the Advisor
    the participants of the own offices, the coordinator everything.
    """
    if wanted.office_id is not None:
        return wanted.paper in OF_OFFICE
    return wanted.paper in _OF_DESK.get(role, frozenset())


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
    Command.EXPORT: _ROLES,
    Command.SETTINGS: _COORDINATOR,
    Command.ACCESS: _COORDINATOR,
    Command.ANNOUNCEMENT: _COORDINATOR,
    Command.HISTORY: _ROLES,
    Command.MY_DATA: _ALL,
    Command.ERASE: _ALL,
    Command.PRACTICE: OFFICE_ROLES,
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
        case SentKind() | Way():  # pragma: no branch - the types have no other
            return role in _WAYS.get(wanted, ())


def allowed(
    grant: Grant | None,
    wanted: Wanted,
    office: Office | None = None,
    acting_for: Collection[str] = (),
) -> bool:
    """Whether whoever holds this grant (None: a stranger) may do this, to this office if to one.

    The coordinator's are all offices but those for practice, an Advisor's those that the table
    gives the Advisor and those of the Advisors `acting_for` whom this one stands in, a head's and a
    secretary's the one of their link (product.md "People").
    """
    if not may(grant.role if grant else None, wanted):
        return False
    if office is None:
        return True
    match grant:
        case Grant(role=Role.COORDINATOR | Role.ADVISOR) if office.practice:
            return False
        case Grant(role=Role.COORDINATOR):
            return True
        case Grant(role=Role.ADVISOR, advisor=str(advisor)):
            return office.advisor is not None and office.advisor in {advisor, *acting_for}
        case Grant(role=Role.HEAD | Role.SECRETARY, office_id=int(office_id)):
            return office_id == office.id
        case _:
            return False
