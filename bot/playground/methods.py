"""Which Bot API methods there are, and what of each is honoured.

A method that Telegram has and the playground has not is refused with 501, and so is a parameter
that would change what people see; a name that Telegram does not know gets Telegram's own 404.
"""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, Final, NamedTuple

from bot.playground import answering, chats, editing, profile, receiving, sending
from bot.playground.facts import declared_methods
from bot.playground.params import Params
from bot.playground.refusals import Refused, not_emulated
from bot.playground.world import Json, World

Run = Callable[[World, Params], Any]


async def call(world: World, name: str, params: Params) -> Any:
    """Run a method and return its result. Raises `Refused` for everything Telegram refuses."""
    method = METHODS.get(name.lower())
    if method is None:
        declared = declared_methods().get(name.lower())
        if declared is not None:
            raise not_emulated(f"the method {declared.name}")
        raise Refused(404, "Not Found: method not found")
    for param in params.values:
        if param in method.foreign and params.has(param):
            raise not_emulated(f"the parameter {param}")
    result = method.run(world, params)
    return await result if isinstance(result, Awaitable) else result


async def _answer(world: World, name: str, params: Params) -> None:
    """A method called in the answer to an update; only the log tells how it went."""
    declared = declared_methods().get(name.lower())
    answer: Json
    try:
        result = await call(world, name, params)
        answer = {"ok": True, "result": result}
    except Refused as no:
        answer = no.answer()
    world.record(declared.name if declared else name, params.logged(name), answer)


class Method(NamedTuple):
    """A method of the playground, and the declared parameters that it does not honour."""

    run: Run
    foreign: frozenset[str]


# Parameters that change nothing of what people see here, whatever their value.
HARMLESS: Final = {
    "disable_notification",
    "allow_paid_broadcast",
    "disable_content_type_detection",
    "thumbnail",
    "cover",
    "start_timestamp",
    "video_start_timestamp",
    "supports_streaming",
    "cache_time",
    "is_big",
    "revoke",
}
_WEBHOOK: Final = "allowed_updates drop_pending_updates secret_token"
_CAPTION: Final = "caption parse_mode caption_entities"
_SENT: Final = "chat_id protect_content message_effect_id reply_parameters reply_markup"
_EDITED: Final = "chat_id message_id inline_message_id reply_markup"
_ABOVE: Final = "show_caption_above_media"
_FROM: Final = "chat_id from_chat_id protect_content"
_EMULATED: Final[dict[str, tuple[Run, str]]] = {
    "getUpdates": (receiving.get_updates, "offset limit timeout allowed_updates"),
    "setWebhook": (
        partial(receiving.set_webhook, answer=_answer),
        f"url ip_address max_connections {_WEBHOOK}",
    ),
    "deleteWebhook": (receiving.delete_webhook, "drop_pending_updates"),
    "getWebhookInfo": (receiving.get_webhook_info, ""),
    "getMe": (chats.get_me, ""),
    "close": (chats.close, ""),
    "sendMessage": (
        sending.send_message,
        f"text parse_mode entities link_preview_options {_SENT}",
    ),
    "sendPhoto": (
        partial(sending.send_one, kind="photo"),
        f"photo has_spoiler {_ABOVE} {_CAPTION} {_SENT}",
    ),
    "sendDocument": (partial(sending.send_one, kind="document"), f"document {_CAPTION} {_SENT}"),
    "sendVideo": (
        partial(sending.send_one, kind="video"),
        f"video duration width height has_spoiler {_ABOVE} {_CAPTION} {_SENT}",
    ),
    "sendAnimation": (
        partial(sending.send_one, kind="animation"),
        f"animation duration width height has_spoiler {_ABOVE} {_CAPTION} {_SENT}",
    ),
    "sendAudio": (
        partial(sending.send_one, kind="audio"),
        f"audio duration performer title {_CAPTION} {_SENT}",
    ),
    "sendVoice": (partial(sending.send_one, kind="voice"), f"voice duration {_CAPTION} {_SENT}"),
    "sendLocation": (sending.send_location, f"latitude longitude {_SENT}"),
    "sendContact": (
        sending.send_contact,
        f"phone_number first_name last_name vcard {_SENT}",
    ),
    "sendMediaGroup": (
        sending.send_media_group,
        "chat_id media protect_content message_effect_id reply_parameters",
    ),
    "forwardMessage": (sending.forward_message, f"message_id message_effect_id {_FROM}"),
    "forwardMessages": (sending.forward_messages, f"message_ids {_FROM}"),
    "copyMessage": (
        sending.copy_message,
        f"from_chat_id message_id {_ABOVE} {_CAPTION} {_SENT}",
    ),
    "copyMessages": (sending.copy_messages, f"message_ids remove_caption {_FROM}"),
    "sendChatAction": (chats.send_chat_action, "chat_id action"),
    "editMessageText": (
        editing.edit_message_text,
        f"text parse_mode entities link_preview_options {_EDITED}",
    ),
    "editMessageCaption": (editing.edit_message_caption, f"{_ABOVE} {_CAPTION} {_EDITED}"),
    "editMessageMedia": (editing.edit_message_media, f"media {_EDITED}"),
    "editMessageReplyMarkup": (editing.edit_message_reply_markup, _EDITED),
    "deleteMessage": (editing.delete_message, "chat_id message_id"),
    "deleteMessages": (editing.delete_messages, "chat_id message_ids"),
    "pinChatMessage": (editing.pin_chat_message, "chat_id message_id"),
    "unpinChatMessage": (editing.unpin_chat_message, "chat_id message_id"),
    "unpinAllChatMessages": (editing.unpin_all_chat_messages, "chat_id"),
    "setMessageReaction": (editing.set_message_reaction, "chat_id message_id reaction"),
    "answerCallbackQuery": (
        answering.answer_callback_query,
        "callback_query_id text show_alert url",
    ),
    "answerInlineQuery": (
        answering.answer_inline_query,
        "inline_query_id results is_personal next_offset button",
    ),
    "getFile": (chats.get_file, "file_id"),
    "getChat": (chats.get_chat, "chat_id"),
    "getChatMember": (chats.get_chat_member, "chat_id user_id"),
    "getUserProfilePhotos": (chats.get_user_profile_photos, "user_id offset limit"),
    "setMyCommands": (profile.set_my_commands, "commands scope language_code"),
    "getMyCommands": (profile.get_my_commands, "scope language_code"),
    "deleteMyCommands": (profile.delete_my_commands, "scope language_code"),
    "setMyName": (partial(profile.set_text, name="name"), "name language_code"),
    "getMyName": (partial(profile.get_text, name="name"), "language_code"),
    "setMyDescription": (
        partial(profile.set_text, name="description"),
        "description language_code",
    ),
    "getMyDescription": (partial(profile.get_text, name="description"), "language_code"),
    "setMyShortDescription": (
        partial(profile.set_text, name="short_description"),
        "short_description language_code",
    ),
    "getMyShortDescription": (
        partial(profile.get_text, name="short_description"),
        "language_code",
    ),
    "setChatMenuButton": (profile.set_chat_menu_button, "chat_id menu_button"),
    "getChatMenuButton": (profile.get_chat_menu_button, "chat_id"),
}


def _method(name: str, run: Run, honoured: str) -> Method:
    declared = set(declared_methods()[name.lower()].types)
    return Method(run, frozenset(declared - set(honoured.split()) - HARMLESS))


# Telegram does not mind the case of a method's name.
METHODS: Final = {
    name.lower(): _method(name, run, honoured) for name, (run, honoured) in _EMULATED.items()
}
