"""Keyboards as the Bot API accepts them: under a message, and under the input field.

Bot API, "InlineKeyboardMarkup", "ReplyKeyboardMarkup", "ReplyKeyboardRemove", "ForceReply";
tdlib/telegram-bot-api, `get_reply_markup`, for what is refused and in which words.
"""

from typing import Any, Final, NamedTuple

from bot.playground.entities import link_target
from bot.playground.fields import Fields, Unreadable
from bot.playground.params import Params, reading
from bot.playground.refusals import bad_request, not_emulated
from bot.playground.world import Json

MOST_BUTTONS: Final = 100
MOST_REPLY_BUTTONS: Final = 300
STYLES: Final = {"primary", "success", "danger"}
FOREIGN_ACTIONS: Final = ("callback_game", "pay", "login_url", "web_app", "disabled")
FOREIGN_KEYS: Final = (
    "request_users",
    "request_chat",
    "request_managed_bot",
    "request_location",
    "request_poll",
    "web_app",
)


class Keyboards(NamedTuple):
    """What a `reply_markup` asks for: at most one of the two, None and False for nothing.

    `below` is what takes the place under the input field; `removed` clears that place.
    """

    inline: Json | None = None
    below: Json | None = None
    removed: bool = False

    @property
    def shown(self) -> Json:
        """The field of the message: only an inline keyboard is part of it."""
        return {"reply_markup": self.inline} if self.inline else {}


def keyboards(params: Params) -> Keyboards:
    """Read the parameter `reply_markup`. Raises the refusal that Telegram gives."""
    if not params.has("reply_markup"):
        return Keyboards()
    markup = params.structure("reply_markup", "reply keyboard markup")
    return read_markup(markup)


def inline_only(params: Params) -> Json:
    """The keyboard for an edit, as a message's field; another one than inline is refused."""
    read = keyboards(params)
    if read.below or read.removed:
        raise bad_request("inline keyboard expected")
    return read.shown


def read_markup(markup: Any) -> Keyboards:
    with reading():
        fields = Fields(markup, "Object expected as reply markup")
        rows = fields.array("keyboard")
        inline_rows = fields.array("inline_keyboard")
        if not all(isinstance(row, list) for row in rows):
            raise Unreadable('Field "keyboard" must be an Array of Arrays')
        if not all(isinstance(row, list) for row in inline_rows):
            raise Unreadable(
                'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
            )
        keys = [[_key(key) for key in row] for row in rows if row]
        buttons = [[_button(button) for button in row] for row in inline_rows if row]
        told = {
            name: True
            for name in ("is_persistent", "resize_keyboard", "one_time_keyboard", "selective")
            if fields.boolean(name)
        }
        if placeholder := fields.string("input_field_placeholder"):
            told["input_field_placeholder"] = placeholder  # type: ignore[assignment]
        removed, forced = fields.boolean("remove_keyboard"), fields.boolean("force_reply")
    if keys:
        if sum(map(len, keys)) > MOST_REPLY_BUTTONS:
            raise bad_request("reply markup is too long")
        return Keyboards(below={"keyboard": keys} | told)
    if buttons:
        if sum(map(len, buttons)) > MOST_BUTTONS:
            raise bad_request("reply markup is too long")
        return Keyboards(inline={"inline_keyboard": buttons})
    if removed:
        return Keyboards(removed=True)
    return Keyboards(below={"force_reply": True} | told) if forced else Keyboards()


def _key(key: Any) -> Json:
    if isinstance(key, str):
        return {"text": key}
    try:
        fields = Fields(key, "KeyboardButton must be a String or an Object")
        shown = _shown(fields)
        for name in FOREIGN_KEYS:
            if fields.has(name) and fields.value[name] is not False:
                raise not_emulated(f"the key {name}")
        asked = {"request_contact": True} if fields.boolean("request_contact") else {}
    except Unreadable as reason:
        raise Unreadable(f"Can't parse keyboard button: {reason}") from None
    return shown | asked


def _button(button: Any) -> Json:
    try:
        fields = Fields(button, "InlineKeyboardButton must be an Object")
        return _shown(fields) | _action(fields)
    except Unreadable as reason:
        raise Unreadable(f"Can't parse inline keyboard button: {reason}") from None


def _shown(fields: Fields) -> Json:
    text = fields.string("text", required=True)
    if not text.strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    style = fields.string("style")
    if style and style not in STYLES:
        raise Unreadable("Invalid button style specified")
    icon = fields.string("icon_custom_emoji_id")
    return (
        {"text": text}
        | ({"style": style} if style else {})
        | ({"icon_custom_emoji_id": icon} if icon else {})
    )


def _action(fields: Fields) -> Json:
    """What an inline button does. Of several, Telegram takes the first in this order."""
    if url := fields.string("url"):
        target = link_target(url)
        if target is None:
            raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
        return {"url": target.get("url", url)}
    if data := fields.string("callback_data"):
        if len(data.encode()) > 64:
            raise bad_request("BUTTON_DATA_INVALID")
        return {"callback_data": data}
    for name in FOREIGN_ACTIONS:
        if fields.has(name):
            raise not_emulated(f"the button field {name}")
    for name in ("switch_inline_query", "switch_inline_query_current_chat"):
        if fields.has(name):
            return {name: fields.string(name)}
    if fields.has("switch_inline_query_chosen_chat"):
        chosen = fields.fields("switch_inline_query_chosen_chat")
        told = {name: True for name in _CHAT_KINDS if chosen.boolean(name)}
        return {"switch_inline_query_chosen_chat": {"query": chosen.string("query")} | told}
    if fields.has("copy_text"):
        copied = fields.fields("copy_text").string("text", required=True)
        if not 1 <= len(copied) <= 256:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
        return {"copy_text": {"text": copied}}
    raise Unreadable("Text buttons are unallowed in the inline keyboard")


_CHAT_KINDS: Final = (
    "allow_user_chats",
    "allow_bot_chats",
    "allow_group_chats",
    "allow_channel_chats",
)
