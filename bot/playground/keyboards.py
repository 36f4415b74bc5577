"""Inline keyboards as the Bot API accepts them. Keyboards under the input field are not emulated.

Bot API, "InlineKeyboardMarkup", "InlineKeyboardButton".
"""

from typing import Any, Final

from bot.playground.entities import link_target
from bot.playground.refusals import Refused, bad_request, not_emulated
from bot.playground.world import Json

MOST_BUTTONS: Final = 100
STYLES: Final = {"primary", "success", "danger"}
ACTIONS: Final = {
    "callback_data",
    "url",
    "copy_text",
    "switch_inline_query",
    "switch_inline_query_current_chat",
}
FOREIGN_ACTIONS: Final = {
    "web_app",
    "login_url",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
    "disabled",
}


def inline_keyboard(markup: Any) -> Json | None:
    """The keyboard to show, None for an empty one. Raises `Refused` as the Bot API does."""
    if markup is None or markup == {}:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" not in markup:
        raise not_emulated("a keyboard other than an inline one")
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array')
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    keyboard = [[_button(button) for button in row] for row in rows if row]
    return {"inline_keyboard": keyboard} if keyboard else None


def _button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise _unparsed("InlineKeyboardButton must be an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise _unparsed('Can\'t find field "text"')
    if not text.strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    for name in FOREIGN_ACTIONS & button.keys():
        raise not_emulated(f"the button field {name}")
    actions = ACTIONS & button.keys()
    if len(actions) != 1:
        raise _unparsed("Text buttons are unallowed in the inline keyboard")
    if button.get("style", "primary") not in STYLES:
        raise _unparsed("Invalid button style specified")
    shown = {"text": text} | {
        name: button[name] for name in ("style", "icon_custom_emoji_id") if name in button
    }
    name = actions.pop()
    return shown | {name: _action(name, button[name])}


def _action(name: str, value: Any) -> Any:
    match name, value:
        case "callback_data", str():
            if not 1 <= len(value.encode()) <= 64:
                raise bad_request("BUTTON_DATA_INVALID")
            return value
        case "url", str():
            target = link_target(value)
            if target is None:
                raise bad_request(
                    f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL"
                )
            return target.get("url", value)
        case "copy_text", {"text": str(copied)} if 1 <= len(copied) <= 256:
            return {"text": copied}
        case (("switch_inline_query" | "switch_inline_query_current_chat"), str()):
            return value
        case _:
            raise _unparsed(f'Field "{name}" is invalid')


def _unparsed(reason: str) -> Refused:
    return bad_request(f"can't parse inline keyboard button: {reason}")
