"""The Bot API's methods that change messages, take them away, pin them and react to them.

Bot API, "Updating messages"; tdlib/telegram-bot-api, `process_edit_message_*_query`.
"""

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from bot.playground.fields import Fields, Unreadable
from bot.playground.keyboards import inline_only
from bot.playground.media import FOLDERS, input_media, kind_of
from bot.playground.params import Params, reading
from bot.playground.refusals import bad_request, blocked, never_started, not_modified
from bot.playground.sending import caption_body, message_ids, text_body
from bot.playground.world import Chat, Json, World

DELETABLE_FOR: Final = timedelta(hours=48)
CAPTION: Final = {"caption", "caption_entities", "show_caption_above_media"}
TEXT: Final = {"text", "entities", "link_preview_options"}
# Bot API, "ReactionTypeEmoji".
REACTIONS: Final = frozenset(
    (
        *("❤", "👍", "👎", "🔥", "🥰", "👏", "😁", "🤔", "🤯", "😱", "🤬", "😢", "🎉", "🤩", "🤮"),
        *("💩", "🙏", "👌", "🕊", "🤡", "🥱", "🥴", "😍", "🐳", "❤‍🔥", "🌚", "🌭", "💯", "🤣", "⚡"),
        *(
            "🍌",
            "🏆",
            "💔",
            "🤨",
            "😐",
            "🍓",
            "🍾",
            "💋",
            "🖕",
            "😈",
            "😴",
            "😭",
            "🤓",
            "👻",
            "👨‍💻",
        ),
        *("👀", "🎃", "🙈", "😇", "😨", "🤝", "✍", "🤗", "🫡", "🎅", "🎄", "☃", "💅", "🤪", "🗿"),
        *("🆒", "💘", "🙉", "🦄", "😘", "💊", "🙊", "😎", "👾", "🤷‍♂", "🤷", "🤷‍♀", "😡"),
    )
)


def edit_message_text(world: World, params: Params) -> Json | bool:
    body = text_body(world, params) | inline_only(params)
    chat, message = _own_message(world, params)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return _changed(world, params, (chat, message), body, TEXT)


def edit_message_caption(world: World, params: Params) -> Json | bool:
    body = inline_only(params) | caption_body(world, params)
    chat, message = _own_message(world, params)
    if not kind_of(message):
        raise bad_request("there is no caption in the message to edit")
    return _changed(world, params, (chat, message), body, CAPTION)


def edit_message_media(world: World, params: Params) -> Json | bool:
    """Replace the media, its caption included, or put media in the place of a text."""
    markup = inline_only(params)
    params.required("media")
    body = input_media(world, params, params.structure("media", "input media"), for_album=False)
    chat, message = _own_message(world, params)
    if not kind_of(message) and "text" not in message:
        raise bad_request("there is no media in the message to edit")
    replaced = {*FOLDERS, *CAPTION, *TEXT, "has_media_spoiler"}
    return _changed(world, params, (chat, message), body | markup, replaced)


def edit_message_reply_markup(world: World, params: Params) -> Json | bool:
    markup = inline_only(params)
    chat, message = _own_message(world, params)
    return _changed(world, params, (chat, message), markup, set())


def delete_message(world: World, params: Params) -> bool:
    if not params.has("chat_id"):
        raise bad_request("chat identifier is not specified")
    number = params.integer("message_id")
    if number <= 0:
        raise bad_request("message identifier is not specified")
    chat = params.chat(world)
    if number not in chat.messages:
        raise bad_request("message to delete not found")
    if not _deletable(world, chat, number):
        raise bad_request("message can't be deleted")
    world.remove(chat, number)
    return True


def delete_messages(world: World, params: Params) -> bool:
    """Those that cannot be found or deleted are skipped (Bot API, "deleteMessages")."""
    ids = message_ids(params)
    chat = params.chat(world)
    for number in ids:
        if _deletable(world, chat, number):
            world.remove(chat, number)
    return True


def pin_chat_message(world: World, params: Params) -> bool:
    chat = params.open_chat(world)
    number = params.integer("message_id")
    if number not in chat.messages:
        raise bad_request("message to pin not found")
    if number in chat.pinned:
        chat.pinned.remove(number)
    chat.pinned.append(number)
    world.touch(chat)
    return True


def unpin_chat_message(world: World, params: Params) -> bool:
    """Without a message, the one that was pinned last."""
    chat = params.open_chat(world)
    number = params.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if number not in chat.messages:
        raise bad_request("message to unpin not found")
    if number in chat.pinned:
        chat.pinned.remove(number)
        world.touch(chat)
    return True


def unpin_all_chat_messages(world: World, params: Params) -> bool:
    chat = params.open_chat(world)
    chat.pinned.clear()
    world.touch(chat)
    return True


def set_message_reaction(world: World, params: Params) -> bool:
    """At most one reaction, as for every bot; none takes it away."""
    wanted = reaction_types(params.structure("reaction", "reaction types"))
    chat = params.open_chat(world)
    number = params.integer("message_id")
    if number not in chat.messages:
        raise bad_request("message to react not found")
    if len(wanted) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    react(world, chat, number, "bot", wanted)
    return True


def reaction_types(given: Any) -> list[Json]:
    """An array of `ReactionType`. Raises the 400 refusal."""
    if given is None:
        return []
    if not isinstance(given, list):
        raise bad_request("expected an Array of ReactionType")
    with reading("ReactionType"):
        return [_reaction(Fields(each)) for each in given]


def react(world: World, chat: Chat, number: int, who: str, wanted: list[Json]) -> None:
    """Set the reactions of one side to a message."""
    chat.reactions.setdefault(number, {})[who] = wanted
    world.touch(chat)


def _reaction(fields: Fields) -> Json:
    match fields.string("type", required=True):
        case "emoji":
            # Telegram takes the heart with and without its variation selector.
            emoji = fields.string("emoji", required=True).replace("\ufe0f", "")
            if emoji not in REACTIONS:
                raise bad_request("REACTION_INVALID")
            return {"type": "emoji", "emoji": emoji}
        case "custom_emoji":
            fields.integer("custom_emoji_id", required=True)
            raise bad_request("REACTION_INVALID")
        case _:
            raise Unreadable("invalid reaction type specified")


def _own_message(world: World, params: Params) -> tuple[Chat, Json]:
    """The message to edit: it exists and is the bot's, or was sent by way of the bot."""
    number = params.integer("message_id")
    if not params.has("chat_id") and number <= 0:
        named = params.text("inline_message_id")
        if not named:
            raise bad_request("message identifier is not specified")
        chat, number = world.inline_messages.get(named, (None, 0))
        if chat is None or number not in chat.messages:
            raise bad_request("MESSAGE_ID_INVALID")
        return chat, chat.messages[number]
    chat = params.chat(world)
    message = chat.messages.get(number)
    if message is None:
        raise bad_request("message to edit not found")
    if not message["from"]["is_bot"]:
        raise bad_request("message can't be edited")
    if chat.blocked:
        raise blocked()
    if not chat.started:
        raise never_started()
    return chat, message


def _changed(
    world: World, params: Params, place: tuple[Chat, Json], body: Json, replaced: set[str]
) -> Json | bool:
    """Replace the named fields and always the keyboard: one that is not sent again is removed.

    An inline message is answered by True (Bot API, "editMessageText").
    """
    chat, message = place
    replaced = replaced | {"reply_markup"}
    if {key: message[key] for key in replaced if key in message} == body:
        raise not_modified()
    kept = {key: value for key, value in message.items() if key not in replaced}
    edited = world.replace(chat, kept | body)
    return True if "via_bot" in message and not params.has("chat_id") else edited


def _deletable(world: World, chat: Chat, number: int) -> bool:
    message = chat.messages.get(number)
    if message is None:
        return False
    sent = datetime.fromtimestamp(message["date"], UTC)
    return world.clock.now() - sent < DELETABLE_FOR
