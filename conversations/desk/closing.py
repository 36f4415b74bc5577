"""Closing the lists of many offices, and opening them again: asked, shown, begun once.

One office's list is closed on its card (`about_office`). What is begun here goes on by itself, an
office at a time, and the card shows how far it is.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from conversations.access import Role, advisor_code
from conversations.events import Action, Event, Said, Tapped
from conversations.places.desk import ClosingLists
from conversations.submission import Submission, missing
from conversations.talk import Talk
from conversations.turn import CloseLists, Context, Turn, go, not_understood

ALL, ADVISORS = "*", "a"
"""Scopes: every office; an Advisor's, by the code that follows."""
_ARGUMENT = re.compile(r"([co])(\*|a[0-9a-f]{12})?")
REFRESH = "r"
"""Argument of the button by which the card shows anew how far it is."""


def step(talk: Talk, submission: Submission | None, event: Event, context: Context) -> Turn | None:
    """Answer what closing many lists is about; None for anything else."""
    if context.role is not Role.COORDINATOR:
        return None
    place = talk.place
    match event:
        case Tapped(action=Action.CLOSING, argument=argument) if argument == REFRESH and isinstance(
            place, ClosingLists
        ):
            return go(talk, submission, place)
        case Tapped(action=Action.CLOSING, argument=argument) if wanted := _wanted(argument):
            return go(talk, submission, wanted)
        case Tapped(action=Action.CLOSING_SURELY, argument=argument) if (
            wanted := _wanted(argument)
        ) == place and wanted.scope:
            effect = CloseLists(wanted.scope, wanted.closing)
            return go(talk, submission, wanted, effects=(effect,))
        case Said(text=text) if isinstance(place, ClosingLists):
            return not_understood(talk, submission, text)
        case _:
            return None


def argument_of(place: ClosingLists) -> str:
    """What a button that leads to this card carries."""
    return ("c" if place.closing else "o") + place.scope


def _wanted(argument: str) -> ClosingLists | None:
    read = _ARGUMENT.fullmatch(argument)
    return ClosingLists(read[1] == "c", read[2] or "") if read else None


@dataclass(frozen=True, slots=True)
class Concerned:
    """What closing or opening would do: `offices` change, of them `incomplete` lack something.

    `unconfirmed` have a limit that no table gives, which stops closing (domain.md §1.3).
    """

    offices: tuple[Submission, ...] = ()
    incomplete: tuple[Submission, ...] = ()
    unconfirmed: tuple[Submission, ...] = ()


def concerned(every: Iterable[Submission], scope: str, *, closing: bool) -> Concerned:
    """Which of these offices a scope means, and how they stand."""
    meant = [
        each
        for each in every
        if each.office.closed is not closing and (scope == ALL or _of_advisor(each, scope))
    ]
    unconfirmed = [each for each in meant if closing and _unconfirmed(each)]
    offices = [each for each in meant if not (closing and _unconfirmed(each))]
    incomplete = [each for each in offices if closing and missing(each)]
    return Concerned(tuple(offices), tuple(incomplete), tuple(unconfirmed))


def _of_advisor(submission: Submission, scope: str) -> bool:
    advisor = submission.office.advisor
    return advisor is not None and scope == ADVISORS + advisor_code(advisor)


def _unconfirmed(submission: Submission) -> bool:
    return None in {submission.office.limit_steering, submission.office.limit_editorial}
