"""Which Bot API methods there are, and the ones about updates, chats, taps and files.

A method that Telegram has and the playground has not is refused with 501; a name that Telegram
does not know gets Telegram's own 404.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from typing import Any, Final

from bot.playground import profile, sending
from bot.playground.method_names import METHOD_NAMES
from bot.playground.params import Params
from bot.playground.refusals import (
    Refused,
    bad_request,
    not_emulated,
    query_too_old,
)
from bot.playground.updates import KINDS
from bot.playground.world import Json, Query, World

Method = Callable[[World, Params], Any]

ANSWER_LIMIT: Final = 200
ANSWERABLE_FOR: Final = timedelta(seconds=150)
DOWNLOAD_LIMIT: Final = 20 * 1024 * 1024
MOST_SECONDS: Final = 50
ACTIONS: Final = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


async def call(world: World, name: str, params: Params) -> Any:
    """Run a method and return its result. Raises `Refused` for everything Telegram refuses."""
    method = METHODS.get(name.lower())
    if method is None:
        if name.lower() in METHOD_NAMES:
            raise not_emulated(f"method {name}")
        raise Refused(404, "Not Found")
    result = method(world, params)
    return await result if isinstance(result, Awaitable) else result


async def get_updates(world: World, params: Params) -> list[Json]:
    if params.has("allowed_updates"):
        allowed = params.structure("allowed_updates", [])
        # Kinds that are not emulated never come; an empty list means everything again.
        kept = tuple(kind for kind in allowed if kind in KINDS)
        world.updates.allowed = kept or (("none",) if allowed else ())
    limit = params.integer("limit", 100)
    return await world.updates.fetch(
        params.integer("offset"),
        limit if 1 <= limit <= 100 else 100,
        min(params.integer("timeout"), MOST_SECONDS),
    )


def get_me(world: World, _params: Params) -> Json:
    return world.bot_user() | {
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def delete_webhook(world: World, params: Params) -> bool:
    if params.boolean("drop_pending_updates"):
        world.updates.clear()
    return True


def get_webhook_info(world: World, _params: Params) -> Json:
    info = {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending()),
    }
    if world.updates.allowed:
        info["allowed_updates"] = list(world.updates.allowed)
    return info


def set_webhook(world: World, params: Params) -> bool:
    if params.has("url"):
        raise not_emulated("a webhook; use getUpdates, which")
    return delete_webhook(world, params)


def answer_callback_query(world: World, params: Params) -> bool:
    params.refuse("url")
    query = _open_query(world, params.text("callback_query_id"))
    text = params.text("text")
    if len(text) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    query.answered = True
    query.chat.answers.append(
        {"query_id": query.id, "text": text, "show_alert": params.boolean("show_alert")}
    )
    world.touch(query.chat)
    query.chat.answers[-1]["revision"] = query.chat.revision
    return True


def answer_inline_query(world: World, params: Params) -> bool:
    query = _open_query(world, params.text("inline_query_id"))
    results = params.structure("results", [])
    if len(results) > 50:
        raise bad_request("RESULTS_TOO_MUCH")
    query.answered = True
    for asked in query.chat.inline:
        if asked["query_id"] == query.id:
            asked["results"] = results
            asked["is_personal"] = params.boolean("is_personal")
            asked["cache_time"] = params.integer("cache_time", 300)
    world.touch(query.chat)
    return True


def send_chat_action(world: World, params: Params) -> bool:
    chat = params.open_chat(world)
    action = params.text("action")
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.action = action
    world.touch(chat)
    return True


def get_chat(world: World, params: Params) -> Json:
    chat = params.chat(world)
    if not chat.started:
        raise bad_request("chat not found")
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    return chat.member.as_chat() | {
        "accent_color_id": chat.member.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys((*gifts, "gifts_from_channels"), False),
    }


def get_file(world: World, params: Params) -> Json:
    file = world.files.get(params.text("file_id"))
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


def _open_query(world: World, query_id: str) -> Query:
    query = world.queries.get(query_id)
    if query is None or query.answered or world.clock.now() - query.asked > ANSWERABLE_FOR:
        raise query_too_old()
    return query


_EMULATED: Final[dict[str, Method]] = {
    "getUpdates": get_updates,
    "getMe": get_me,
    "deleteWebhook": delete_webhook,
    "setWebhook": set_webhook,
    "getWebhookInfo": get_webhook_info,
    "sendMessage": sending.send_message,
    "sendDocument": sending.send_document,
    "sendPhoto": sending.send_photo,
    "editMessageText": sending.edit_message_text,
    "editMessageCaption": sending.edit_message_caption,
    "editMessageReplyMarkup": sending.edit_message_reply_markup,
    "deleteMessage": sending.delete_message,
    "deleteMessages": sending.delete_messages,
    "sendChatAction": send_chat_action,
    "answerCallbackQuery": answer_callback_query,
    "answerInlineQuery": answer_inline_query,
    "getFile": get_file,
    "getChat": get_chat,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyName": partial(profile.set_text, name="name"),
    "getMyName": partial(profile.get_text, name="name"),
    "setMyDescription": partial(profile.set_text, name="description"),
    "getMyDescription": partial(profile.get_text, name="description"),
    "setMyShortDescription": partial(profile.set_text, name="short_description"),
    "getMyShortDescription": partial(profile.get_text, name="short_description"),
    "setChatMenuButton": profile.set_chat_menu_button,
    "getChatMenuButton": profile.get_chat_menu_button,
}
# Telegram does not mind the case of a method's name.
METHODS: Final = {name.lower(): method for name, method in _EMULATED.items()}
