"""Practice: an office of one's own in which the whole enrolment is played and nothing counts.

Whoever works for an office gets a throw-away one with both of its roles: they prepare as the
Sekretarz, decide as the head, begin anew, and leave. Nobody else sees it; no desk, figure, export,
reminder or letter knows of it (product.md "Where a submission stands"). `storage.practice` keeps
it, retention takes it when nobody has touched it for `conversations.retention.PRACTICE`.
"""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from typing import Final

from conversations.access import OFFICE_ROLES, Grant, Role
from conversations.limits import Block
from conversations.notes import NoteCode
from conversations.places import Home
from conversations.submission import Office
from conversations.talk import Talk
from conversations.turn import Practise, Turn, go, refuse

LIMITS: Final = {Block.STEERING: 8, Block.EDITORIAL: 4}
"""Of an office for practice: those of most offices (domain.md §1.3)."""


class Wish(StrEnum):
    """What the button of practice asks for; a value travels in callback data."""

    BEGIN = "begin"
    AGAIN = "again"
    END = "end"


def step(talk: Talk, grants: tuple[Grant, ...], wish: Wish) -> Turn:
    """Begin to practise or go on with it, begin anew, end it.

    NOT_ALLOWED to whoever works for no real office, STALE where there is nothing to begin anew
    or to end.
    """
    if talk.grant is None or talk.grant.role not in OFFICE_ROLES or not works(grants):
        return refuse(talk, None, NoteCode.NOT_ALLOWED)
    own = role_in_practice(grants, Role.SECRETARY)
    match wish:
        case Wish.BEGIN if own is not None:
            return go(replace(talk, grant=own), None, Home())
        case Wish.AGAIN | Wish.END if own is None:
            return refuse(talk, None, NoteCode.STALE)
        case _:
            begins = wish is not Wish.END
            return go(talk, None, talk.place, effects=(Practise(begins=begins),))


def works(grants: Iterable[Grant]) -> bool:
    """Whether any of these roles is for a real office."""
    return any(grant.role in OFFICE_ROLES and not grant.practice for grant in grants)


def role_in_practice(grants: Iterable[Grant], role: Role) -> Grant | None:
    """The role that somebody plays in their office for practice, if they have one."""
    return next((grant for grant in grants if grant.practice and grant.role is role), None)


def practice_office(name: str, head_title: str, county: str) -> Office:
    """An office for practice, not stored yet. `county` tells it from every other one."""
    return Office(
        id=0,
        name=name,
        head_title=head_title,
        limit_steering=LIMITS[Block.STEERING],
        limit_editorial=LIMITS[Block.EDITORIAL],
        county=county,
        practice=True,
    )
