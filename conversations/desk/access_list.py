"""Who holds which role and which links wait: looked at, taken back, handed over."""

from conversations.access import Role
from conversations.events import Action, Event, Tapped, read_id
from conversations.places.desk import AccessList, Asking, ViewingAccess
from conversations.submission import Submission
from conversations.talk import Talk
from conversations.turn import Context, Revoke, Turn, go

_ASKED = {Action.ACCESS: None, Action.REVOKE: Asking.REVOKE, Action.HAND_OVER: Asking.HAND_OVER}
_SURELY = {Action.REVOKE_SURELY: Asking.REVOKE, Action.HAND_OVER_SURELY: Asking.HAND_OVER}
GRANT, INVITATION = "g", "i"
"""First letters of an entry's code; the id follows."""
WITH_LINKS = "l"
"""Last letter of what is pressed to take a coordinator's links back with the role."""


def step(talk: Talk, submission: Submission | None, event: Event, context: Context) -> Turn | None:
    """Answer what the access list is about; None for anything else."""
    if context.role is not Role.COORDINATOR:
        return None
    match event:
        case Tapped(action=Action.ACCESS, argument=""):
            return go(talk, submission, AccessList())
        case Tapped(action=action, argument=entry) if action in _ASKED and _may_be(
            entry, asking := _ASKED[action]
        ):
            return go(talk, submission, ViewingAccess(entry, asking))
        case Tapped(action=action, argument=pressed) if (
            asking := _SURELY.get(action)
        ) and talk.place == ViewingAccess(entry := pressed.removesuffix(WITH_LINKS), asking):
            hand_over, with_links = asking is Asking.HAND_OVER, pressed != entry
            effect = Revoke(entry, hand_over=hand_over, with_links=with_links)
            return go(talk, submission, AccessList(), effects=(effect,))
        case _:
            return None


def _may_be(entry: str, asking: Asking | None) -> bool:
    """Whether this can name a role or a link; only a role is handed over."""
    kinds = GRANT if asking is Asking.HAND_OVER else GRANT + INVITATION
    return entry[:1] in set(kinds) and read_id(entry[1:]) is not None
