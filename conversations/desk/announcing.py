"""An announcement: typed, shown as it will be sent, its readers chosen, begun once."""

import hashlib
from dataclasses import replace

from conversations.access import Role
from conversations.events import Action, Event, Said, Tapped, read_id
from conversations.notes import NoteCode
from conversations.places.desk import Announcing, Recipients
from conversations.submission import Submission
from conversations.talk import Talk
from conversations.turn import Announce, Context, Turn, go, not_understood, refuse

LONGEST_ANNOUNCEMENT = 3000
"""UTF-16 units, Telegram's measure: the preview needs room beside the text (Bot API: 4096)."""
SENT = "t"
"""First letter of the argument that opens an announcement that was begun; its id follows."""


def step(talk: Talk, submission: Submission | None, event: Event, context: Context) -> Turn | None:
    """Answer what an announcement is about; None for anything else."""
    if context.role is not Role.COORDINATOR:
        return None
    place = talk.place
    match event:
        case Tapped(action=Action.ANNOUNCE, argument=argument):
            return _announce(talk, submission, argument)
        case Tapped(action=Action.ANNOUNCE_SURELY, argument=code) if (
            isinstance(place, Announcing)
            and place.recipients is not None
            and place.bulk_id is None
            and code == code_of(place)
        ):
            effect = Announce(place.text, place.recipients)
            return go(talk, submission, place, effects=(effect,))
        case Said(text=text) if isinstance(place, Announcing):
            if place.bulk_id is not None:
                return not_understood(talk, submission, text)
            tidy = "\n".join(line.strip() for line in text.strip().splitlines())
            if len(tidy.encode("utf-16-le")) // 2 > LONGEST_ANNOUNCEMENT:
                most = LONGEST_ANNOUNCEMENT
                return refuse(talk, submission, NoteCode.ANNOUNCEMENT_TOO_LONG, most=most)
            return go(talk, submission, replace(place, text=tidy))
        case _:
            return None


def _announce(talk: Talk, submission: Submission | None, argument: str) -> Turn | None:
    """Begin anew, choose the readers, or look at one that was begun."""
    place = talk.place
    if not argument:
        return go(talk, submission, Announcing())
    if argument[0] == SENT and (bulk_id := read_id(argument[1:])) is not None:
        return go(talk, submission, Announcing(bulk_id=bulk_id))
    if argument in set(Recipients) and isinstance(place, Announcing) and place.text:
        return go(talk, submission, replace(place, recipients=Recipients(argument)))
    return None


def code_of(place: Announcing) -> str:
    """What the button that sends carries: it vouches for this text and these readers alone."""
    said = f"{place.recipients}\n{place.text}"
    return hashlib.sha256(said.encode()).hexdigest()[:12]
