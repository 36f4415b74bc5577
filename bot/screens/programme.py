"""What the coordinator sets in the chat: the card of `Setting`, and what reminders follow."""

from datetime import date

from bot.screens.parts import GAP, Card, Part, back, bullets, button
from bot.screens.view import Upcoming, View
from bot.words import Words
from conversations.events import Action
from conversations.settings import Key, Programme
from conversations.talk import Setting


def setting(view: View, place: Setting, words: Words) -> Card:
    """Every setting that has a button, and when reminders would go out; or one to be typed."""
    if place.key is not None:
        return Card((words("setting-ask-deadline"),), (back(words),))
    kept = Programme.of(view.settings)
    parts: list[Part] = [
        words("settings"),
        words("setting-deadline", date=_day(kept.deadline, words)),
        words("setting-reminders", state="on" if kept.reminders else "off"),
        words("setting-limit-mode", mode=kept.limit_mode.value),
        GAP,
    ]
    if view.upcoming is not None:
        parts += _preview(view.upcoming, words)
    switch = "off" if kept.reminders else "on"
    rows = (
        (button(words, "set-deadline", Action.SETTING, Key.DEADLINE.value),),
        (button(words, f"reminders-{switch}", Action.SETTING, f"{Key.REMINDERS.value}={switch}"),),
    )
    return Card(tuple(parts), (*rows, back(words)))


def _day(day: date | None, words: Words) -> str:
    return words.date(day) if day else words("setting-no-deadline")


def _preview(upcoming: Upcoming, words: Words) -> list[Part]:
    if not upcoming.planned:
        return [words("setting-no-reminders")]
    moments = (words.moment(each) for each in upcoming.planned)
    return [words("setting-preview"), *bullets(moments, words)]
