"""Keyboards, and what their buttons carry: at most 64 bytes (Bot API, InlineKeyboardButton).

`grant.version.action.argument`: the role it was drawn for, the version of what it shows, the
intent and about what. Never a name. Anybody can forge it, so it is a request, not a permission.
"""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.screens.view import Screen
from conversations.events import Action, Tapped

LONGEST = 64


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
    if action not in set(Action):
        return None
    return int(grant_id), Tapped(Action(action), argument, int(version))


def keyboard(screen: Screen, grant_id: int, version: int) -> InlineKeyboardMarkup | None:
    """The buttons of a screen with what they carry; None when it has none."""
    if not screen.rows:
        return None
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(
                    button.text,
                    callback_data=encode(
                        button.grant if button.grant is not None else grant_id,
                        version,
                        Action(button.action),
                        button.argument,
                    ),
                    style=button.style,
                )
                for button in row
            ]
            for row in screen.rows
        ]
    )
