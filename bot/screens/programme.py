"""What the coordinator sets in the chat: the cards of `Setting`, and what reminders follow."""

from datetime import date

from bot.screens.parts import GAP, Card, Part, Row, back, bullets, button
from bot.screens.view import Upcoming, View
from bot.words import Html, Words, cleaned
from conversations.events import Action
from conversations.places.desk import Setting
from conversations.settings import DEFAULTS, GROUPS, Group, Key, group_of, switches

LONGEST_VALUE = 200
DATES = frozenset({Key.DEADLINE, Key.TRAINING_I, Key.TRAINING_II, Key.FREE_DAYS, Key.PROJECT_END})
FOREMOST = (Key.DEADLINE, Key.TRAINING_I, Key.TRAINING_II, Key.REMINDERS, Key.LIMIT_MODE)
"""What the first card tells before a group is opened."""

_SWITCHES = switches()


def setting(view: View, place: Setting, words: Words) -> Card:
    """The groups of settings; one of them; one key to be typed; or what a new value would do."""
    if place.key is not None and place.value is not None:
        return _preview_of(view, place.key, place.value, words)
    if place.key is not None and place.key in _SWITCHES:
        return _group(view, group_of(place.key), words)
    if place.key is not None:
        return _asking(view, place.key, words)
    if place.group is not None:
        return _group(view, place.group, words)
    parts: list[Part] = [
        words("settings"),
        *(_line(view, key, words) for key in FOREMOST),
        GAP,
        *(_preview(view.upcoming, words) if view.upcoming is not None else []),
    ]
    groups = ((button(words, f"settings-{group}", Action.SETTING, group.value),) for group in Group)
    return Card(tuple(parts), (*groups, back(words)))


def _group(view: View, group: Group, words: Words) -> Card:
    """Every key of a group with its value; a switch turns at once, anything else is typed."""
    lines = [_line(view, key, words) for key in GROUPS[group]]
    rows: list[Row] = []
    for key in GROUPS[group]:
        if key in _SWITCHES:
            rows += _turns(view, key, words)
        else:
            rows.append((button(words, f"set-{key}", Action.SETTING, key.value),))
    more: list[Part] = []
    if group in {Group.DATES, Group.RHYTHM} and view.upcoming is not None:
        more = [GAP, *_preview(view.upcoming, words)]
    return Card((words(f"settings-{group}"), *lines, *more), (*rows, back(words)))


def _turns(view: View, key: Key, words: Words) -> list[Row]:
    """A button to each value of a switch that does not hold now."""
    now = view.settings.get(key) or DEFAULTS[key]
    return [
        (button(words, f"set-{key}-{value}", Action.SETTING, f"{key}={value}"),)
        for value in _SWITCHES[key]
        if value != now
    ]


def _line(view: View, key: Key, words: Words) -> Html:
    return words(f"set-{key}", value=_value(key, view.settings.get(key) or "", words))


def _value(key: Key, kept: str, words: Words) -> Html | str:
    """A value as people read it: the default where none is kept."""
    value = kept or DEFAULTS[key]
    if not value:
        return words("setting-no-days" if key in FOREMOST else "setting-none")
    if key in _SWITCHES:
        return words(f"set-{key}-is-{value}")
    if key in DATES:
        return ", ".join(words.date(date.fromisoformat(day)) for day in value.split(","))
    if key is Key.REMINDER_DAYS:
        return value.replace(",", ", ")
    if key in {Key.REMINDER_OPENS, Key.REMINDER_CLOSES}:
        return value.removeprefix("0")
    return cleaned(value, LONGEST_VALUE)


def _asking(view: View, key: Key, words: Words) -> Card:
    parts = (words(f"settings-{group_of(key)}"), _line(view, key, words), words(f"set-{key}-ask"))
    return Card(parts, (back(words),))


def _preview_of(view: View, key: Key, value: str, words: Words) -> Card:
    """What would follow from a new value, before it is kept."""
    after: list[Part] = [words("setting-no-reminders")]
    if view.upcoming is not None and view.upcoming.planned:
        moments = (words.moment(each) for each in view.upcoming.planned)
        after = [words("setting-after"), *bullets(moments, words)]
    new = words(f"set-{key}", value=_value(key, value, words))
    parts: list[Part] = [words(f"settings-{group_of(key)}"), new, GAP, *after]
    rows = (
        (
            button(words, "keep-setting", Action.SETTING_KEEP, style="primary"),
            button(words, "change", Action.SETTING, key.value),
        ),
        back(words),
    )
    return Card(tuple(parts), rows)


def _preview(upcoming: Upcoming, words: Words) -> list[Part]:
    if not upcoming.planned:
        return [words("setting-no-reminders")]
    moments = (words.moment(each) for each in upcoming.planned)
    return [words("setting-preview"), *bullets(moments, words)]
