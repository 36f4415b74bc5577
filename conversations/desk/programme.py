"""What a desk does for many offices at once: reminding, putting off, setting the programme."""

from conversations.events import Action, Event, Said, Tapped
from conversations.notes import NoteCode
from conversations.settings import Key
from conversations.submission import Submission
from conversations.talk import Setting, Talk
from conversations.turn import (
    ChangeSetting,
    Context,
    NudgeOffices,
    PutOff,
    Turn,
    go,
    not_understood,
    refuse,
)

SNOOZES = (1, 3)
"""Days by which a digest is put off (domain.md §6)."""
SET_IN_CHAT = (Key.DEADLINE, Key.REMINDERS)
"""Settings that the coordinator's card changes; the command line changes all."""


def step(talk: Talk, submission: Submission | None, event: Event, context: Context) -> Turn | None:
    """Answer what the whole programme or desk is about; None for anything else."""
    del context
    place = talk.place
    match event:
        case Tapped(action=Action.NUDGE):
            return go(talk, submission, place, effects=(NudgeOffices(),))
        case Tapped(action=Action.SNOOZE, number=int(days)) if days in SNOOZES:
            return go(talk, submission, place, effects=(PutOff(days),))
        case Tapped(action=Action.SETTING, argument=argument):
            return _setting(talk, submission, argument)
        case Said(text=text) if isinstance(place, Setting):
            if place.key is None:
                return not_understood(talk, submission, text)
            return go(talk, submission, place, effects=(ChangeSetting(place.key, text),))
        case _:
            return None


def _setting(talk: Talk, submission: Submission | None, argument: str) -> Turn:
    """„deadline” asks for its value, „reminders=off” sets it."""
    key, equals, value = argument.partition("=")
    if key not in SET_IN_CHAT:
        return refuse(talk, submission, NoteCode.STALE)
    if not equals:
        return go(talk, submission, Setting(Key(key)))
    return go(talk, submission, Setting(), effects=(ChangeSetting(Key(key), value),))
