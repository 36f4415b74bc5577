"""The Bot API's methods that put messages into a chat, change them and take them away.

Bot API, "Available methods" and "Updating messages". Texts of refusals are Telegram's.
"""

import struct
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from bot.playground.entities import Formatted, NotParsed, parse_html, settle
from bot.playground.keyboards import inline_keyboard
from bot.playground.params import Params
from bot.playground.refusals import bad_request, not_emulated, not_modified
from bot.playground.world import Chat, Json, StoredFile, World

TEXT_LIMIT: Final = 4096
CAPTION_LIMIT: Final = 1024
MOST_ENTITIES: Final = 100
UPLOAD_LIMIT: Final = 50 * 1024 * 1024
PHOTO_LIMIT: Final = 10 * 1024 * 1024
DELETABLE_FOR: Final = timedelta(hours=48)
ELSEWHERE: Final = (
    "business_connection_id",
    "message_thread_id",
    "direct_messages_topic_id",
    "ephemeral_message_parameters",
    "suggested_post_parameters",
    "rich_message",
)


def send_message(world: World, params: Params) -> Json:
    params.refuse(*ELSEWHERE)
    chat = params.open_chat(world)
    body = _text(world, params) | _reply(chat, params) | _keyboard(params)
    return world.post(chat, world.bot_user(), body)


def send_document(world: World, params: Params) -> Json:
    params.refuse(*ELSEWHERE)
    chat = params.open_chat(world)
    caption = _caption(world, params)
    file = params.file(world, "document", "documents")
    if len(file.content) > UPLOAD_LIMIT:
        raise bad_request("file is too big")
    body = {"document": document(file)} | caption | _reply(chat, params) | _keyboard(params)
    return world.post(chat, world.bot_user(), body)


def send_photo(world: World, params: Params) -> Json:
    params.refuse(*ELSEWHERE)
    chat = params.open_chat(world)
    caption = _caption(world, params)
    file = params.file(world, "photo", "photos")
    if len(file.content) > PHOTO_LIMIT:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    body = {"photo": photo(file)} | caption | _reply(chat, params) | _keyboard(params)
    return world.post(chat, world.bot_user(), body)


def edit_message_text(world: World, params: Params) -> Json:
    params.refuse("inline_message_id", *ELSEWHERE)
    chat, message = _own_message(world, params)
    body = _text(world, params) | _keyboard(params)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return _changed(world, chat, message, body, {"text", "entities", "link_preview_options"})


def edit_message_caption(world: World, params: Params) -> Json:
    params.refuse("inline_message_id", *ELSEWHERE)
    chat, message = _own_message(world, params)
    body = _caption(world, params) | _keyboard(params)
    if "text" in message:
        raise bad_request("there is no caption in the message to edit")
    return _changed(world, chat, message, body, {"caption", "caption_entities"})


def edit_message_reply_markup(world: World, params: Params) -> Json:
    params.refuse("inline_message_id", *ELSEWHERE)
    chat, message = _own_message(world, params)
    return _changed(world, chat, message, _keyboard(params), set())


def delete_message(world: World, params: Params) -> bool:
    chat = params.chat(world)
    _delete(world, chat, params.integer("message_id"))
    return True


def delete_messages(world: World, params: Params) -> bool:
    """Those that cannot be found or deleted are skipped (Bot API, "deleteMessages")."""
    chat = params.chat(world)
    ids = params.structure("message_ids", [])
    if not 1 <= len(ids) <= 100:
        raise bad_request("message identifiers are not specified")
    for message_id in ids:
        if _deletable(world, chat, message_id):
            world.remove(chat, message_id)
    return True


def document(file: StoredFile) -> Json:
    """The Bot API's `Document`."""
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_name": file.name,
        "mime_type": file.mime_type,
        "file_size": len(file.content),
    }


def photo(file: StoredFile) -> list[Json]:
    """The Bot API's sizes of a photo: the one that was sent, bytes as they came.

    Telegram makes smaller sizes and re-encodes as JPEG; here a PNG stays a PNG. Raises the 400
    refusal for what is neither PNG nor JPEG.
    """
    width, height = _dimensions(file.content)
    return [
        {
            "file_id": file.file_id,
            "file_unique_id": file.unique_id,
            "width": width,
            "height": height,
            "file_size": len(file.content),
        }
    ]


def delivered(world: World, formatted: Formatted) -> Formatted:
    """A text as it arrives: settled, mentions of nobody left out, a hundred entities at most."""
    text, entities = settle(formatted)
    kept = []
    for entity in entities:
        if entity["type"] == "text_mention":
            known = world.chats.get(entity["user"]["id"])
            if known is None:
                continue
            kept.append(entity | {"user": known.member.as_user()})
        else:
            kept.append(entity)
    return Formatted(text, tuple(kept[:MOST_ENTITIES]))


def _text(world: World, params: Params) -> Json:
    if not params.text("text"):
        raise bad_request("message text is empty")
    formatted = _formatted(world, params, "text", "entities")
    if not formatted.text:
        raise bad_request("text must be non-empty")
    if len(formatted.text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    body: Json = {"text": formatted.text}
    if formatted.entities:
        body["entities"] = list(formatted.entities)
    if preview := params.structure("link_preview_options"):
        body["link_preview_options"] = preview
    return body


def _caption(world: World, params: Params) -> Json:
    formatted = _formatted(world, params, "caption", "caption_entities")
    if len(formatted.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    body: Json = {"caption": formatted.text} if formatted.text else {}
    if formatted.entities:
        body["caption_entities"] = list(formatted.entities)
    return body


def _formatted(world: World, params: Params, name: str, entities: str) -> Formatted:
    raw, mode = params.text(name), params.text("parse_mode").lower()
    if mode == "html":
        try:
            return delivered(world, parse_html(raw))
        except NotParsed as reason:
            raise bad_request(f"can't parse entities: {reason}") from None
    if mode in {"markdown", "markdownv2"}:
        raise not_emulated(f"parse mode {params.text('parse_mode')}")
    if mode:
        raise bad_request("unsupported parse_mode")
    given = params.structure(entities, [])
    for entity in given:
        match entity:
            case {"type": "text_mention", "user": {"id": int()}, "offset": int(), "length": int()}:
                pass
            case {"type": str(kind), "offset": int(), "length": int()} if kind != "text_mention":
                pass
            case _:
                raise bad_request("can't parse MessageEntity")
    return delivered(world, Formatted(raw, tuple(given)))


def _keyboard(params: Params) -> Json:
    keyboard = inline_keyboard(params.structure("reply_markup"))
    return {"reply_markup": keyboard} if keyboard else {}


def _reply(chat: Chat, params: Params) -> Json:
    reply: dict[str, Any] = params.structure("reply_parameters", {})
    wanted = reply.get("message_id")
    if wanted is None:
        return {}
    original = chat.messages.get(wanted)
    if original is None:
        if reply.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": {k: v for k, v in original.items() if k != "reply_to_message"}}


def _own_message(world: World, params: Params) -> tuple[Chat, Json]:
    """The message to edit: it exists and is the bot's."""
    if not params.has("message_id"):
        raise bad_request("message identifier is not specified")
    chat = params.open_chat(world)
    message = chat.messages.get(params.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if not message["from"]["is_bot"]:
        raise bad_request("message can't be edited")
    return chat, message


def _changed(world: World, chat: Chat, message: Json, body: Json, replaced: set[str]) -> Json:
    """Replace the named fields and always the keyboard: one that is not sent again is removed."""
    replaced = replaced | {"reply_markup"}
    if {key: message[key] for key in replaced if key in message} == body:
        raise not_modified()
    kept = {key: value for key, value in message.items() if key not in replaced}
    return world.replace(chat, kept | body)


def _deletable(world: World, chat: Chat, message_id: Any) -> bool:
    message = chat.messages.get(message_id)
    if message is None:
        return False
    sent = datetime.fromtimestamp(message["date"], UTC)
    return world.clock.now() - sent < DELETABLE_FOR


def _delete(world: World, chat: Chat, message_id: int) -> None:
    if message_id not in chat.messages:
        raise bad_request("message to delete not found")
    if not _deletable(world, chat, message_id):
        raise bad_request("message can't be deleted")
    world.remove(chat, message_id)


def _dimensions(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG, from its header."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    at = 2 if content.startswith(b"\xff\xd8") else len(content)
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, size = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        # The frame headers carry the size; C4, C8 and CC in their range are other things.
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + size
    raise bad_request("IMAGE_PROCESS_FAILED")
