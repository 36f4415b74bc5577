"""Which Bot API methods there are, and the ones about updates, chats, taps and files.

A method that Telegram has and the playground has not is refused with 501, and so is a parameter
that would change what people see; a name that Telegram does not know gets Telegram's own 404.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from typing import Any, Final, NamedTuple
from urllib.parse import parse_qs, urlsplit

from bot.playground import editing, profile, sending
from bot.playground.facts import declared_methods
from bot.playground.inline import inline_results, results_button
from bot.playground.params import Params
from bot.playground.refusals import (
    Refused,
    bad_request,
    not_emulated,
    query_too_old,
    too_many_requests,
    webhook_is_active,
    webhook_took_over,
)
from bot.playground.webhook import Delivery, Webhook, check_address
from bot.playground.world import Json, Query, World

Run = Callable[[World, Params], Any]

ANSWER_LIMIT: Final = 200
ANSWERABLE_FOR: Final = timedelta(seconds=150)
DOWNLOAD_LIMIT: Final = 20 * 1024 * 1024
MOST_SECONDS: Final = 50
SECRET_LIMIT: Final = 256
SECRET_LETTERS: Final = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
)
ACTIONS: Final = {
    "cancel",
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_audio",
    "record_voice",
    "upload_audio",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "pick_up_location",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


class Described(NamedTuple):
    """A result that comes with a description, as setWebhook's does."""

    result: Any
    description: str


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


async def get_updates(world: World, params: Params) -> list[Json]:
    if world.webhook is not None:
        raise webhook_is_active()
    _allow_updates(world, params)
    return await world.updates.fetch(
        params.integer("offset"),
        params.integer("limit", 100, 1, 100),
        params.integer("timeout", 0, 0, MOST_SECONDS),
    )


async def set_webhook(world: World, params: Params) -> Described:
    """Deliver updates to an address; an empty one takes the webhook away."""
    url = params.text("url")
    if not url:
        return await delete_webhook(world, params)
    webhook = _webhook(params, url)
    current = world.webhook
    same = current is not None and current.webhook == webhook
    if same and not params.boolean("drop_pending_updates"):
        _allow_updates(world, params)
        return Described(True, "Webhook is already set")
    delivery = Delivery(webhook, world.updates, world.clock, partial(_answer_to_webhook, world))
    await delete_webhook(world, params)
    _allow_updates(world, params)
    world.updates.end_poll(webhook_took_over())
    world.webhook = delivery
    delivery.start()
    return Described(True, "Webhook was set")


async def delete_webhook(world: World, params: Params) -> Described:
    current, world.webhook = world.webhook, None
    if current is not None:
        await current.stop()
    if params.boolean("drop_pending_updates"):
        world.updates.clear()
    return Described(True, f"Webhook {'was' if current else 'is already'} deleted")


def get_webhook_info(world: World, _params: Params) -> Json:
    current = world.webhook
    info: Json = {
        "url": current.webhook.url if current else "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending()),
    }
    if current is not None:
        info |= current.info()
    if world.updates.allowed:
        info["allowed_updates"] = list(world.updates.allowed)
    return info


def get_me(world: World, _params: Params) -> Json:
    return world.bot_user() | {
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_guest_queries": False,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
        "supports_join_request_queries": False,
    }


def answer_callback_query(world: World, params: Params) -> bool:
    query = _open_query(world, params.text("callback_query_id"))
    text, url = params.text("text"), params.text("url")
    if len(text) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    if url and not _opens_this_bot(world, url):
        raise bad_request("URL_INVALID")
    query.answered = True
    answer: Json = {"query_id": query.id, "text": text}
    answer["show_alert"] = params.boolean("show_alert")
    if url:
        answer["url"] = url
    query.chat.answers.append(answer)
    world.touch(query.chat)
    answer["revision"] = query.chat.revision
    return True


def answer_inline_query(world: World, params: Params) -> bool:
    button = results_button(params)
    results = inline_results(world, params)
    query = _open_query(world, params.text("inline_query_id"))
    query.answered = True
    for asked in query.chat.inline:
        if asked["query_id"] == query.id:
            asked["results"] = results
            asked["is_personal"] = params.boolean("is_personal")
            asked["cache_time"] = params.integer("cache_time", 300, 0, 24 * 3600)
            asked["next_offset"] = params.text("next_offset")
            asked["button"] = button
    world.touch(query.chat)
    return True


def send_chat_action(world: World, params: Params) -> bool:
    action = params.text("action").lower()
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = params.open_chat(world)
    chat.action = "" if action == "cancel" else action
    world.touch(chat)
    return True


def get_chat(world: World, params: Params) -> Json:
    chat = params.chat(world)
    if not chat.started:
        raise bad_request("chat not found")
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    told = chat.shown | {
        "accent_color_id": chat.member.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys((*gifts, "gifts_from_channels"), False),
    }
    if chat.member.username:
        told["active_usernames"] = [chat.member.username]
    if chat.pinned:
        told["pinned_message"] = chat.messages[chat.pinned[-1]]
    return told


def get_chat_member(world: World, params: Params) -> Json:
    user_id = params.integer("user_id", 0, 0, 2**53)
    if not user_id:
        raise bad_request("invalid user_id specified")
    chat = params.chat(world)
    if user_id == world.bot_id:
        return {"user": world.bot_user(), "status": "member"}
    if user_id != chat.member.id:
        raise bad_request("member not found")
    return {"user": chat.user, "status": "member"}


def get_file(world: World, params: Params) -> Json:
    given = params.text("file_id")
    if not given:
        raise bad_request("file_id not specified")
    file = world.files.get(given)
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.content) > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.content),
        "file_path": file.path,
    }


def get_user_profile_photos(world: World, params: Params) -> Json:
    if not params.integer("user_id", 0, 0, 2**53):
        raise bad_request("invalid user_id specified")
    if params.integer("user_id", 0, 0, 2**53) not in world.chats:
        raise bad_request("user not found")
    return {"total_count": 0, "photos": []}


def close(_world: World, _params: Params) -> bool:
    """Telegram refuses it for ten minutes after a bot's start; here it always is just started."""
    raise too_many_requests(600)


def _allow_updates(world: World, params: Params) -> None:
    """What is no JSON array of texts changes nothing (tdlib, `get_allowed_update_types`)."""
    kinds = params.lenient("allowed_updates")
    if isinstance(kinds, list) and all(isinstance(kind, str) for kind in kinds):
        world.updates.allow(kinds)


def _webhook(params: Params, url: str) -> Webhook:
    check_address(url)
    secret = params.text("secret_token")
    if len(secret) > SECRET_LIMIT:
        raise bad_request("secret token is too long")
    if not SECRET_LETTERS.issuperset(secret):
        raise bad_request("secret token contains unallowed characters")
    if "certificate" in params.uploads:
        raise not_emulated("a webhook's certificate")
    return Webhook(
        url if "://" in url else f"https://{url}",
        secret,
        params.integer("max_connections", 40, 1, 100),
        params.text("ip_address"),
    )


async def _answer_to_webhook(world: World, name: str, params: Params) -> None:
    """A method called in the answer to an update; only the log tells how it went."""
    declared = declared_methods().get(name.lower())
    answer: Json
    try:
        result = await call(world, name, params)
        answer = {"ok": True, "result": result}
    except Refused as no:
        answer = no.answer()
    world.record(declared.name if declared else name, params.logged(name), answer)


def _opens_this_bot(world: World, url: str) -> bool:
    """A tap may open only a link that starts this bot (Bot API, "answerCallbackQuery")."""
    try:
        address = urlsplit(url)
    except ValueError:
        return False
    ours = address.path.strip("/").lower() == world.username.lower()
    return (
        address.hostname in {"t.me", "telegram.me"} and ours and "start" in parse_qs(address.query)
    )


def _open_query(world: World, query_id: str) -> Query:
    query = world.queries.get(query_id)
    if query is None or query.answered or world.clock.now() - query.asked > ANSWERABLE_FOR:
        raise query_too_old()
    return query


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
    "getUpdates": (get_updates, "offset limit timeout allowed_updates"),
    "setWebhook": (set_webhook, f"url ip_address max_connections {_WEBHOOK}"),
    "deleteWebhook": (delete_webhook, "drop_pending_updates"),
    "getWebhookInfo": (get_webhook_info, ""),
    "getMe": (get_me, ""),
    "close": (close, ""),
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
    "sendChatAction": (send_chat_action, "chat_id action"),
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
    "answerCallbackQuery": (answer_callback_query, "callback_query_id text show_alert url"),
    "answerInlineQuery": (
        answer_inline_query,
        "inline_query_id results is_personal next_offset button",
    ),
    "getFile": (get_file, "file_id"),
    "getChat": (get_chat, "chat_id"),
    "getChatMember": (get_chat_member, "chat_id user_id"),
    "getUserProfilePhotos": (get_user_profile_photos, "user_id offset limit"),
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
