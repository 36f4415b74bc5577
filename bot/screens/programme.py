"""What the coordinator sets in the chat: the card of `Setting`, and what reminders follow."""

from collections.abc import Iterable
from datetime import date

from bot.screens.parts import GAP, Card, Part, back, bullets, button
from bot.screens.view import Upcoming, View
from bot.words import Words, joined
from conversations.events import Action
from conversations.limits import Block
from conversations.settings import Key, Programme
from conversations.talk import Setting

_ASKED = {Key.DEADLINE: "deadline", Key.TRAINING_I: "training-i", Key.TRAINING_II: "training-ii"}
"""Settings that are typed in the chat."""


def setting(view: View, place: Setting, words: Words) -> Card:
    """Every setting that has a button, and when reminders would go out; or one to be typed."""
    if place.key is not None:
        return Card((words(f"setting-ask-{_ASKED[place.key]}"),), (back(words),))
    kept = Programme.of(view.settings)
    parts: list[Part] = [
        words("settings"),
        words("setting-deadline", date=_day(kept.deadline, words)),
        *(
            words(
                "setting-training", block=block.value, days=_days(kept.training.get(block), words)
            )
            for block in Block
        ),
        words("setting-reminders", state="on" if kept.reminders else "off"),
        words("setting-limit-mode", mode=kept.limit_mode.value),
        GAP,
    ]
    if view.upcoming is not None:
        parts += _preview(view.upcoming, words)
    switch = "off" if kept.reminders else "on"
    rows = (
        (button(words, "set-deadline", Action.SETTING, Key.DEADLINE.value),),
        (
            button(words, "set-training-i", Action.SETTING, Key.TRAINING_I.value),
            button(words, "set-training-ii", Action.SETTING, Key.TRAINING_II.value),
        ),
        (button(words, f"reminders-{switch}", Action.SETTING, f"{Key.REMINDERS.value}={switch}"),),
    )
    return Card(tuple(parts), (*rows, back(words)))


def _day(day: date | None, words: Words) -> str:
    return words.date(day) if day else words("setting-no-deadline")


def _days(days: Iterable[date] | None, words: Words) -> str:
    if not days:
        return words("setting-no-days")
    return joined((words.date(day) for day in days), ", ")


def _preview(upcoming: Upcoming, words: Words) -> list[Part]:
    if not upcoming.planned:
        return [words("setting-no-reminders")]
    moments = (words.moment(each) for each in upcoming.planned)
    return [words("setting-preview"), *bullets(moments, words)]
