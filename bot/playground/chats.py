"""Methods about the bot itself, its chats, who is in them, and their files."""

from typing import Final

from bot.playground.params import Params
from bot.playground.refusals import bad_request, too_many_requests
from bot.playground.world import Json, World

DOWNLOAD_LIMIT: Final = 20 * 1024 * 1024
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


def close(_world: World, _params: Params) -> bool:
    """Telegram refuses it for ten minutes after a bot's start; here it always is just started."""
    raise too_many_requests(600)


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
