"""What the effects of one turn work with, and how they tell what came of them."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.inbound import Inbound
from conversations.events import Note
from conversations.turn import Turn
from storage.database import Connection
from storage.talks import Claim


@dataclass(frozen=True, slots=True)
class Room:
    """What one turn works with.

    `redraw` gathers whose cards it made lag and claimed, `letters` whom an effect has posted a
    letter to, `parted` of whom nothing is kept any more but last words.
    """

    connection: Connection
    inbound: Inbound
    claim: Claim
    redraw: set[int] = field(default_factory=set)
    letters: set[int] = field(default_factory=set)
    parted: set[int] = field(default_factory=set)

    @property
    def now(self) -> datetime:
        """The moment of the turn (UTC)."""
        return self.claim.now


def answered(turn: Turn, note: Note | None = None, **changes: object) -> Turn:
    """The turn with what came of its effect: a remark, and where the talk goes on."""
    talk = replace(turn.talk, note=note, topic=None, **changes)  # type: ignore[arg-type]
    return replace(turn, talk=talk)
