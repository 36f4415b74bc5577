"""The card of `PuttingOff`: until when reminders are put off, and why."""

from bot.screens.parts import Card, back, button
from bot.words import Words
from conversations.desk import SNOOZES
from conversations.events import Action
from conversations.places.desk import PuttingOff


def putting_off(place: PuttingOff, words: Words) -> Card:
    """The days to choose from; the reason that was given, or that is awaited."""
    if place.asks:
        return Card((words("putting-off-why"),), (back(words),))
    said = [words("putting-off-reason", reason=place.reason)] if place.reason else []
    days = tuple((button(words, f"snooze-{days}", Action.SNOOZE, str(days)),) for days in SNOOZES)
    why = () if place.reason else ((button(words, "snooze-why", Action.SNOOZE_WHY),),)
    return Card((*said, words("putting-off")), (*days, *why, back(words)))
