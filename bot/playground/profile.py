"""What a bot says about itself: commands, menu button, name and descriptions.

Bot API, "setMyCommands", "BotCommandScope", "setMyName", "setMyDescription", "setChatMenuButton".
"""

import re
from typing import Final

from bot.playground.fields import Fields, Unreadable
from bot.playground.params import Params, reading
from bot.playground.refusals import bad_request, not_emulated
from bot.playground.world import Chat, Json, World

COMMAND: Final = re.compile(r"[a-z0-9_]{1,32}", re.ASCII)
MOST_COMMANDS: Final = 100
PLAIN_SCOPES: Final = {
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
}
CHAT_SCOPES: Final = {"chat", "chat_administrators", "chat_member"}
LIMITS: Final = {"name": 64, "description": 512, "short_description": 120}


def set_my_commands(world: World, params: Params) -> bool:
    given = params.structure("commands", "commands")
    if given is not None and not isinstance(given, list):
        raise bad_request("expected an Array of BotCommand")
    with reading("BotCommand"):
        commands = [_command(Fields(each)) for each in given or []]
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.profile[_place(world, params)] = commands
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
    return {name: own or world.profile.get((name, "", ""), "") or fallback}


def set_chat_menu_button(world: World, params: Params) -> bool:
    kind = "default"
    if params.has("menu_button"):
        with reading("menu button"):
            fields = Fields(
                params.structure("menu_button", "menu button"), "MenuButton must be an Object"
            )
            kind = fields.string("type", required=True)
            if kind == "web_app":
                raise not_emulated("a menu button with a web app")
            if kind not in {"commands", "default"}:
                raise Unreadable("MenuButton has unsupported type")
    world.profile[("menu_button", _menu_chat(world, params), "")] = {"type": kind}
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
    kind = "default"
    if params.has("scope"):
        with reading("BotCommandScope"):
            kind = _scope(
                world,
                Fields(
                    params.structure("scope", "BotCommandScope"),
                    "BotCommandScope must be an Object",
                ),
            )
    return ("commands", kind, _language(params))


def _scope(world: World, fields: Fields) -> str:
    kind = fields.string("type", required=True)
    if kind in PLAIN_SCOPES:
        return kind
    if kind not in CHAT_SCOPES:
        raise Unreadable("Unsupported type specified")
    given = fields.string("chat_id", required=True)
    if not given:
        raise Unreadable("Empty chat_id specified")
    user = 0
    if kind == "chat_member":
        user = fields.integer("user_id", required=True)
        if user <= 0:
            raise Unreadable("Invalid user_id specified")
    chat = Params({"chat_id": given}).chat(world)
    return f"{kind}:{chat.member.id}" + (f":{user}" if user else "")


def _language(params: Params) -> str:
    language = params.text("language_code")
    if not re.fullmatch(r"([a-z]{2})?", language):
        raise bad_request("invalid language code specified")
    return language


def _menu_chat(world: World, params: Params) -> str:
    if "chat_id" not in params.values:
        return ""
    if params.integer("chat_id", 0, 0, 2**53) == 0:
        raise bad_request("invalid chat_id specified")
    return str(params.chat(world).member.id)


def _command(fields: Fields) -> Json:
    name = fields.string("command", required=True).removeprefix("/")
    description = fields.string("description", required=True)
    if not COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}
