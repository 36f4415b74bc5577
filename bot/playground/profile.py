"""What a bot says about itself: commands, menu button, name and descriptions.

Bot API, "setMyCommands", "BotCommandScope", "setMyName", "setMyDescription", "setChatMenuButton".
"""

import re
from typing import Any, Final

from bot.playground.params import Params
from bot.playground.refusals import bad_request, not_emulated
from bot.playground.world import Chat, Json, World

COMMAND: Final = re.compile(r"[a-z0-9_]{1,32}")
MOST_COMMANDS: Final = 100
SCOPES: Final = {
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
}
LIMITS: Final = {"name": 64, "description": 512, "short_description": 120}


def set_my_commands(world: World, params: Params) -> bool:
    commands = params.structure("commands", [])
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.profile[_place(world, params)] = [_command(each) for each in commands]
    return True


def get_my_commands(world: World, params: Params) -> list[Json]:
    commands: list[Json] = world.profile.get(_place(world, params), [])
    return commands


def delete_my_commands(world: World, params: Params) -> bool:
    world.profile.pop(_place(world, params), None)
    return True


def set_text(world: World, params: Params, name: str) -> bool:
    """Set the bot's name, description or short description in one language or in all."""
    text = params.text(name)
    if len(text) > LIMITS[name]:
        raise bad_request(f"BOT_{name.upper()}_TOO_LONG")
    world.profile[(name, "", _language(params))] = text
    return True


def get_text(world: World, params: Params, name: str) -> Json:
    fallback = world.name if name == "name" else ""
    own = world.profile.get((name, "", _language(params)))
    return {name: own or world.profile.get((name, "", ""), fallback)}


def set_chat_menu_button(world: World, params: Params) -> bool:
    button = params.structure("menu_button", {"type": "default"})
    match button:
        case {"type": "commands" | "default" as kind}:
            world.profile[("menu_button", _menu_chat(world, params), "")] = {"type": kind}
        case {"type": "web_app"}:
            raise not_emulated("a menu button with a web app")
        case _:
            raise bad_request("MenuButton has unsupported type")
    return True


def get_chat_menu_button(world: World, params: Params) -> Json:
    default = world.profile.get(("menu_button", "", ""), {"type": "commands"})
    button: Json = world.profile.get(("menu_button", _menu_chat(world, params), ""), default)
    return button


def commands_for(world: World, chat: Chat) -> list[Json]:
    """The command menu this person sees (Bot API, "Determining list of commands")."""
    language = chat.member.language_code
    for scope in (f"chat:{chat.member.id}", "all_private_chats", "default"):
        for code in (language, ""):
            commands: list[Json] | None = world.profile.get(("commands", scope, code))
            if commands:
                return commands
    return []


def _place(world: World, params: Params) -> tuple[str, str, str]:
    scope = params.structure("scope", {"type": "default"})
    kind = scope.get("type")
    if kind in {"chat_administrators", "chat_member"}:
        raise not_emulated(f"the command scope {kind}")
    if kind not in SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type")
    if kind == "chat":
        chat = Params({"chat_id": scope.get("chat_id", "")}).chat(world)
        kind = f"chat:{chat.member.id}"
    return ("commands", kind, _language(params))


def _language(params: Params) -> str:
    language = params.text("language_code")
    if not re.fullmatch(r"([a-z]{2})?", language):
        raise bad_request("invalid language code specified")
    return language


def _menu_chat(world: World, params: Params) -> str:
    return str(params.chat(world).member.id) if params.has("chat_id") else ""


def _command(command: Any) -> Json:
    match command:
        case {"command": str(name), "description": str(description)}:
            name = name.removeprefix("/")
            if not COMMAND.fullmatch(name):
                raise bad_request("BOT_COMMAND_INVALID")
            if not 1 <= len(description) <= 256:
                raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
            return {"command": name, "description": description}
        case _:
            raise bad_request(
                "can't parse BotCommand: expected an Object with command and description"
            )
