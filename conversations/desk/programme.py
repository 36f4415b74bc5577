"""What a desk does for many offices at once: reminding, putting off, setting the programme."""

from conversations.events import Action, Event, Said, Tapped
from conversations.notes import NoteCode
from conversations.places import Home
from conversations.places.desk import PuttingOff, Setting
from conversations.reasons import LONGEST_REASON, read_reason
from conversations.settings import Group, Key, group_of, switches
from conversations.submission import Submission
from conversations.talk import Talk
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


def step(talk: Talk, submission: Submission | None, event: Event, context: Context) -> Turn | None:
    """Answer what the whole programme or desk is about; None for anything else."""
    del context
    place = talk.place
    match event:
        case Tapped(action=Action.NUDGE):
            return go(talk, submission, place, effects=(NudgeOffices(),))
        case Tapped(action=Action.SNOOZE, argument=""):
            return go(talk, submission, PuttingOff())
        case Tapped(action=Action.SNOOZE, number=int(days)) if days in SNOOZES:
            asked = isinstance(place, PuttingOff)
            reason = place.reason or None if isinstance(place, PuttingOff) else None
            then = Home() if asked else place
            return go(talk, submission, then, effects=(PutOff(days, reason),))
        case Tapped(action=Action.SNOOZE_WHY):
            return go(talk, submission, PuttingOff(asks=True))
        case Said(text=text) if isinstance(place, PuttingOff):
            reason = read_reason(text)
            if isinstance(reason, NoteCode):
                return refuse(talk, submission, reason, most=LONGEST_REASON)
            return go(talk, submission, PuttingOff(reason=reason))
        case Tapped(action=Action.SETTING, argument=argument):
            return _setting(talk, submission, argument)
        case Tapped(action=Action.SETTING_KEEP) if (
            isinstance(place, Setting) and place.key is not None and place.value is not None
        ):
            keep = ChangeSetting(place.key, place.value, surely=True)
            return go(talk, submission, place, effects=(keep,))
        case Said(text=text) if isinstance(place, Setting):
            if place.key is None:
                return not_understood(talk, submission, text)
            return go(talk, submission, place, effects=(ChangeSetting(place.key, text),))
        case _:
            return None


def _setting(talk: Talk, submission: Submission | None, argument: str) -> Turn | None:
    """All groups or one are shown, „deadline” asks for its value, „reminders=off” sets it."""
    key, equals, value = argument.partition("=")
    if not argument:
        return go(talk, submission, Setting())
    if key in set(Group):
        return go(talk, submission, Setting(group=Group(key)))
    if key not in set(Key):
        return None
    values = switches().get(Key(key))
    if values is None and not equals:
        return go(talk, submission, Setting(Key(key), group_of(Key(key))))
    if values is None or value not in values:
        return None
    change = ChangeSetting(Key(key), value)
    return go(talk, submission, Setting(group=group_of(Key(key))), effects=(change,))
