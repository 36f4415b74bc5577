"""Keyboards, and what their buttons carry: at most 64 bytes (Bot API, InlineKeyboardButton).

`grant.version.action.argument`: the role it was drawn for, the version of what it shows, the
intent and about what. Never a name. Anybody can forge it, so it is a request, not a permission.
"""

import json

from telegram import InlineKeyboardMarkup

from bot.screens.view import Button, Screen
from conversations.events import Action, Tapped

LONGEST = 64
_ACTIONS = frozenset(Action)


def encode(grant_id: int, version: int, action: Action, argument: str = "") -> str:
    """Callback data of one button; raises ValueError when it would not fit."""
    data = f"{grant_id}.{version}.{action}.{argument}"
    if len(data.encode()) > LONGEST:
        raise ValueError(f"callback data longer than {LONGEST} bytes: {data}")
    return data


def decode(data: str) -> tuple[int, Tapped] | None:
    """The role and the intent; None for anything that was not encoded here."""
    grant_id, _, rest = data.partition(".")
    version, _, rest = rest.partition(".")
    action, _, argument = rest.partition(".")
    numbers = (grant_id, version)
    if not all(part.isascii() and part.isdecimal() and len(part) <= 18 for part in numbers):
        return None
    if action not in _ACTIONS:
        return None
    return int(grant_id), Tapped(Action(action), argument, int(version))


def keyboard(screen: Screen, grant_id: int, version: int) -> InlineKeyboardMarkup | None:
    """The buttons of a screen with what they carry; None when it has none."""
    rows = _rows(screen, grant_id, version)
    return InlineKeyboardMarkup.de_json({"inline_keyboard": rows}) if rows else None


def markup(screen: Screen, grant_id: int, version: int) -> str | None:
    """The same as JSON."""
    rows = _rows(screen, grant_id, version)
    return json.dumps({"inline_keyboard": rows}, ensure_ascii=False) if rows else None


def _rows(screen: Screen, grant_id: int, version: int) -> list[list[dict[str, str]]]:
    return [[_button(each, grant_id, version) for each in row] for row in screen.rows]


def _button(button: Button, grant_id: int, version: int) -> dict[str, str]:
    grant = grant_id if button.grant is None else button.grant
    data = encode(grant, version, Action(button.action), button.argument)
    shown = {"text": button.text, "callback_data": data}
    return {**shown, "style": button.style} if button.style else shown
