"""The Bot API's methods that put messages into a chat.

Bot API, "Available methods". Refusals come in Telegram's order (tdlib/telegram-bot-api,
`do_send_message`): what is sent, then where, then who may.
"""

import secrets
from typing import Final

from bot.playground.fields import Fields, Unreadable
from bot.playground.keyboards import Keyboards, keyboards
from bot.playground.media import ALBUMS, input_media, kind_of, send_media
from bot.playground.params import Params, reading
from bot.playground.refusals import bad_request
from bot.playground.texts import caption_of, formatted, given_caption, given_text, text_of
from bot.playground.world import Chat, Json, World

MOST_IN_ALBUM: Final = 10
MOST_AT_ONCE: Final = 100
# What a message's copy does not take along.
OWN_FIELDS: Final = {
    "message_id",
    "from",
    "chat",
    "date",
    "edit_date",
    "reply_markup",
    "reply_to_message",
    "quote",
    "forward_origin",
    "media_group_id",
    "via_bot",
    "has_protected_content",
    "effect_id",
}


def send_message(world: World, params: Params) -> Json:
    return _send(world, params, text_body(world, params))


def send_one(world: World, params: Params, kind: str) -> Json:
    """sendPhoto, sendDocument, sendVideo, sendAnimation, sendAudio, sendVoice."""
    return _send(world, params, send_media(world, params, kind))


def send_location(world: World, params: Params) -> Json:
    place: Json = {}
    for name, limit in (("latitude", 90), ("longitude", 180)):
        text = params.text(name).strip()
        if not text:
            raise bad_request(f"{name} is empty")
        try:
            place[name] = float(text)
        except ValueError:
            place[name] = 0.0
        if not abs(place[name]) <= limit:
            raise bad_request("wrong location specified")
    return _send(world, params, {"location": place})


def send_contact(world: World, params: Params) -> Json:
    contact = {name: params.required(name) for name in ("phone_number", "first_name")}
    more = {name: params.text(name) for name in ("last_name", "vcard") if params.has(name)}
    return _send(world, params, {"contact": contact | more})


def send_media_group(world: World, params: Params) -> list[Json]:
    reply = _reply_wanted(params)
    params.required("media")
    given = params.structure("media")
    if not isinstance(given, list):
        raise bad_request("expected an Array of InputMedia")
    bodies = [input_media(world, params, each, for_album=True) for each in given]
    if not 2 <= len(bodies) <= MOST_IN_ALBUM:
        raise bad_request("there must be from 2 to 10 messages in an album")
    kinds = {kind_of(body) for body in bodies}
    if not any(kinds <= album for album in ALBUMS):
        raise bad_request("can't use the media of the specified type in the album")
    chat = params.open_chat(world)
    common = _options(params) | _reply(world, chat, reply)
    common["media_group_id"] = str(secrets.randbits(62))
    return [world.post(chat, world.bot_user(), body | common) for body in bodies]


def forward_message(world: World, params: Params) -> Json:
    message = _source(world, params, "forward", "forwarded")
    chat = params.open_chat(world)
    return _forward(world, params, chat, message)


def forward_messages(world: World, params: Params) -> list[Json]:
    messages = _sources(world, params, "forward")
    chat = params.open_chat(world)
    return [_id_of(_forward(world, params, chat, message)) for message in messages]


def copy_message(world: World, params: Params) -> Json:
    caption = caption_of(world, given_caption(params)) if "caption" in params.values else None
    message = _source(world, params, "copy", "copied")
    body = _copied(message)
    if caption is not None and kind_of(message):
        body = {key: value for key, value in body.items() if key[:7] != "caption"} | caption
    return _id_of(_send(world, params, body))


def copy_messages(world: World, params: Params) -> list[Json]:
    messages = _sources(world, params, "copy")
    chat = params.open_chat(world)
    bodies = [_copied(message) for message in messages]
    if params.boolean("remove_caption"):
        bodies = [{k: v for k, v in body.items() if k[:7] != "caption"} for body in bodies]
    options = _options(params)
    return [_id_of(world.post(chat, world.bot_user(), body | options)) for body in bodies]


def text_body(world: World, params: Params) -> Json:
    """The fields of a text message from `text`, `parse_mode`, `entities` and the preview."""
    preview = _link_preview(params)
    if not params.has("text"):
        raise bad_request("message text is empty")
    return text_of(world, given_text(params)) | preview


def caption_body(world: World, params: Params) -> Json:
    """The fields of a caption from `caption`, `parse_mode` and `caption_entities`."""
    above = params.boolean("show_caption_above_media")
    shown = {"show_caption_above_media": True} if above else {}
    return caption_of(world, given_caption(params)) | shown


def message_ids(params: Params) -> list[int]:
    """The parameter `message_ids`: 1–100 numbers."""
    if not params.has("message_ids"):
        raise bad_request("message identifiers are not specified")
    given = params.structure("message_ids")
    if not isinstance(given, list):
        raise bad_request("expected an Array of message identifiers")
    if len(given) > MOST_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    try:
        ids = [Fields({"id": each}).integer("id", required=True) for each in given]
    except Unreadable:
        raise bad_request("message identifier must be a Number") from None
    if not ids:
        raise bad_request("message identifiers are not specified")
    if min(ids) <= 0:
        raise bad_request("invalid message identifier specified")
    return ids


def _send(world: World, params: Params, body: Json) -> Json:
    reply = _reply_wanted(params)
    markup = keyboards(params)
    chat = params.open_chat(world)
    quoted = _reply(world, chat, reply)
    message = world.post(chat, world.bot_user(), body | _options(params) | quoted | markup.shown)
    _show_below(world, chat, message, markup)
    return message


def _show_below(world: World, chat: Chat, message: Json, markup: Keyboards) -> None:
    """A reply keyboard stays until another one, or its removal, comes."""
    if markup.below is not None:
        chat.keyboard = markup.below | {"message_id": message["message_id"]}
    elif markup.removed:
        chat.keyboard = None
    else:
        return
    world.touch(chat)


def _options(params: Params) -> Json:
    options: Json = {}
    if params.boolean("protect_content"):
        options["has_protected_content"] = True
    if params.has("message_effect_id"):
        options["effect_id"] = params.text("message_effect_id")
    return options


def _link_preview(params: Params) -> Json:
    if not params.has("link_preview_options"):
        disabled = params.boolean("disable_web_page_preview")
        return {"link_preview_options": {"is_disabled": True}} if disabled else {}
    given = params.structure("link_preview_options", "link preview options")
    with reading():
        fields = Fields(given, "Object expected as link preview options")
        names = ("is_disabled", "prefer_small_media", "prefer_large_media", "show_above_text")
        shown: Json = {name: True for name in names if fields.boolean(name)}
        if url := fields.string("url"):
            shown["url"] = url
    return {"link_preview_options": shown} if shown else {}


def _reply_wanted(params: Params) -> Json:
    if not params.has("reply_parameters"):
        legacy = params.integer("reply_to_message_id")
        allowed = params.boolean("allow_sending_without_reply")
        return {"message_id": legacy, "allowed": allowed} if legacy > 0 else {}
    given = params.structure("reply_parameters", "reply parameters")
    with reading():
        fields = Fields(given, "Object expected as reply parameters")
        if not fields.value:
            return {}
        return {
            "chat_id": fields.string("chat_id"),
            "message_id": fields.integer("message_id", required=True),
            "allowed": fields.boolean("allow_sending_without_reply"),
            "quote": formatted(
                fields.string("quote"),
                fields.string("quote_parse_mode"),
                fields.value.get("quote_entities"),
            ),
            "position": fields.integer("quote_position"),
        }


def _reply(world: World, chat: Chat, wanted: Json) -> Json:
    if wanted.get("message_id", 0) <= 0:
        return {}
    there = chat
    if wanted.get("chat_id"):
        there = Params({"chat_id": wanted["chat_id"]}).chat(world)
    original = there.messages.get(wanted["message_id"])
    if original is None:
        if wanted["allowed"]:
            return {}
        raise bad_request("message to be replied not found")
    shown = {key: value for key, value in original.items() if key != "reply_to_message"}
    body: Json = {"reply_to_message": shown}
    quote = wanted.get("quote")
    if quote and quote.text:
        if quote.text not in str(original.get("text", original.get("caption", ""))):
            raise bad_request("QUOTE_TEXT_INVALID")
        body["quote"] = {"text": quote.text, "position": wanted["position"], "is_manual": True}
        if quote.entities:
            body["quote"]["entities"] = list(quote.entities)
    return body


def _source(world: World, params: Params, verb: str, participle: str) -> Json:
    params.required("from_chat_id")
    chat = params.chat(world, "from_chat_id")
    message = chat.messages.get(params.integer("message_id"))
    if message is None:
        raise bad_request(f"message to {verb} not found")
    if message.get("has_protected_content"):
        raise bad_request(f"message can't be {participle}")
    return message


def _sources(world: World, params: Params, verb: str) -> list[Json]:
    """The messages that can be found; the others are skipped (Bot API, "copyMessages")."""
    params.required("from_chat_id")
    ids = message_ids(params)
    if ids != sorted(set(ids)):
        raise bad_request("message identifiers must be in a strictly increasing order")
    chat = params.chat(world, "from_chat_id")
    found = [chat.messages[number] for number in ids if number in chat.messages]
    kept = [message for message in found if not message.get("has_protected_content")]
    if not kept:
        raise bad_request(f"there are no messages to {verb}")
    return kept


def _forward(world: World, params: Params, chat: Chat, message: Json) -> Json:
    origin = message.get(
        "forward_origin",
        {"type": "user", "sender_user": message["from"], "date": message["date"]},
    )
    body = _copied(message) | _options(params) | {"forward_origin": origin}
    return world.post(chat, world.bot_user(), body)


def _copied(message: Json) -> Json:
    return {key: value for key, value in message.items() if key not in OWN_FIELDS}


def _id_of(message: Json) -> Json:
    return {"message_id": message["message_id"]}
