"""Probes of fidelity: each a sentence about Telegram and its source, over raw HTTP.

D: the published documentation of Bot API 10.3, by heading. S: read in Telegram's own server,
tdlib/telegram-bot-api, or in its library, tdlib/td, by function. Those that need no history are the
table here; the others are tests in the files beside, with the source as their docstring.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.bot.probing import button, file_id, keyboard
from tests.playing import HEAD, Json, Table


@dataclass(frozen=True)
class Probe:
    """One call by the head's chat, and the description of its refusal."""

    sentence: str
    source: str
    method: str
    params: Json
    refusal: str
    code: int = 400


UNPARSED = "can't parse inline keyboard button: "
PROBES = [
    Probe(
        "a message needs a text",
        "S get_input_message_text",
        "sendMessage",
        {},
        "message text is empty",
    ),
    Probe(
        "a text of blanks is refused after it was settled",
        "S fix_formatted_text",
        "sendMessage",
        {"text": " \n "},
        "text must be non-empty",
    ),
    Probe(
        "a text may have 4096 characters and no more",
        "D sendMessage",
        "sendMessage",
        {"text": "x" * 4097},
        "message is too long",
    ),
    Probe(
        "a text above 32 KB is refused before it is read",
        "S get_formatted_text",
        "sendMessage",
        {"text": "ż" * 20000},
        "text is too long",
    ),
    Probe(
        "the limit counts UTF-16 code units",
        "D MessageEntity",
        "sendMessage",
        {"text": "😀" * 2049},
        "message is too long",
    ),
    Probe(
        "a caption may have 1024 characters and no more",
        "D sendDocument",
        "sendDocument",
        {"document": "FILE", "caption": "x" * 1025},
        "message caption is too long",
    ),
    Probe(
        "a parse mode is one of three",
        "S get_formatted_text",
        "sendMessage",
        {"text": "x", "parse_mode": "BBCode"},
        "unsupported parse_mode",
    ),
    Probe(
        "HTML is refused by the byte where it goes wrong",
        "S parse_html",
        "sendMessage",
        {"text": "ż <b", "parse_mode": "HTML"},
        "can't parse entities: Unclosed start tag at byte offset 3",
    ),
    Probe(
        "a tag that is not closed is named",
        "S parse_html",
        "sendMessage",
        {"text": "<b>x", "parse_mode": "HTML"},
        "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ),
    Probe(
        "MarkdownV2 wants its signs escaped",
        "D MarkdownV2 style",
        "sendMessage",
        {"text": "a.b", "parse_mode": "MarkdownV2"},
        "can't parse entities: Character '.' is reserved and must be escaped with the preceding "
        "'\\'",
    ),
    Probe(
        "Markdown that is not closed is refused by its byte",
        "S parse_markdown",
        "sendMessage",
        {"text": "ż *x", "parse_mode": "Markdown"},
        "can't parse entities: Can't find end of the entity starting at byte offset 3",
    ),
    Probe(
        "an entity must lie within its text",
        "S fix_entities",
        "sendMessage",
        {"text": "abc", "entities": [{"type": "bold", "offset": 2, "length": 9}]},
        "entity beginning at UTF-16 offset 2 ends after the end of the text at UTF-16 offset 11",
    ),
    Probe(
        "an entity must not split a letter",
        "S fix_entities",
        "sendMessage",
        {"text": "a😀c", "entities": [{"type": "bold", "offset": 2, "length": 1}]},
        "entity begins in a middle of a UTF-16 symbol at byte offset 5",
    ),
    Probe(
        "an entity is an object",
        "S get_text_entity",
        "sendMessage",
        {"text": "abc", "entities": [1]},
        "can't parse MessageEntity: expected an Object",
    ),
    Probe(
        "an entity has a place",
        "S get_text_entity",
        "sendMessage",
        {"text": "abc", "entities": [{"type": "bold", "length": 1}]},
        "can't parse MessageEntity: Can't find field \"offset\"",
    ),
    Probe(
        "a chat must be named",
        "S check_chat",
        "sendMessage",
        {"chat_id": "", "text": "x"},
        "chat_id is empty",
    ),
    Probe(
        "an unknown chat is not found",
        "S check_chat",
        "sendMessage",
        {"chat_id": 1, "text": "x"},
        "chat not found",
    ),
    Probe(
        "what is sent is looked at before where it is sent",
        "S do_send_message",
        "sendMessage",
        {"chat_id": 1, "text": ""},
        "message text is empty",
    ),
    Probe(
        "the keyboard is looked at before the chat",
        "S do_send_message",
        "sendMessage",
        {"chat_id": 1, "text": "x", "reply_markup": "{"},
        "can't parse reply keyboard markup JSON object",
    ),
    Probe(
        "a reply markup is an object",
        "S get_reply_markup",
        "sendMessage",
        {"text": "x", "reply_markup": []},
        "object expected as reply markup",
    ),
    Probe(
        "an inline keyboard is rows of buttons",
        "S get_reply_markup",
        "sendMessage",
        {"text": "x", "reply_markup": {"inline_keyboard": [{}]}},
        'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    ),
    Probe(
        "a button has a text",
        "S get_inline_keyboard_button",
        "sendMessage",
        {"text": "x", "reply_markup": keyboard([{"callback_data": "x"}])},
        UNPARSED + 'Can\'t find field "text"',
    ),
    Probe(
        "an inline button does something",
        "S get_inline_keyboard_button",
        "sendMessage",
        {"text": "x", "reply_markup": button()},
        UNPARSED + "Text buttons are unallowed in the inline keyboard",
    ),
    Probe(
        "empty callback data are none",
        "S get_inline_keyboard_button",
        "sendMessage",
        {"text": "x", "reply_markup": button(callback_data="")},
        UNPARSED + "Text buttons are unallowed in the inline keyboard",
    ),
    Probe(
        "callback data have at most 64 bytes",
        "D InlineKeyboardButton",
        "sendMessage",
        {"text": "x", "reply_markup": button(callback_data="ż" * 33)},
        "BUTTON_DATA_INVALID",
    ),
    Probe(
        "a keyboard has at most a hundred buttons",
        "D InlineKeyboardMarkup",
        "sendMessage",
        {
            "text": "x",
            "reply_markup": keyboard(*[[{"text": "x", "callback_data": "x"}] * 4] * 26),
        },
        "reply markup is too long",
    ),
    Probe(
        "a link button leads to the web",
        "S get_inline_keyboard_button",
        "sendMessage",
        {"text": "x", "reply_markup": button(url="http://localhost/")},
        "inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL",
    ),
    Probe(
        "a message that is not there cannot be answered",
        "S check_reply_parameters",
        "sendMessage",
        {"text": "x", "reply_parameters": {"message_id": 1}},
        "message to be replied not found",
    ),
    Probe(
        "reply parameters are an object",
        "S get_reply_parameters",
        "sendMessage",
        {"text": "x", "reply_parameters": []},
        "object expected as reply parameters",
    ),
    Probe(
        "an edit names its message",
        "S get_inline_message_id",
        "editMessageText",
        {"chat_id": "", "text": "x"},
        "message identifier is not specified",
    ),
    Probe(
        "a message that is not there cannot be edited",
        "S check_message",
        "editMessageText",
        {"text": "x", "message_id": 1},
        "message to edit not found",
    ),
    Probe(
        "a reply keyboard cannot be put under an old message",
        "S get_reply_markup",
        "editMessageText",
        {"text": "x", "message_id": 1, "reply_markup": {"keyboard": [["x"]]}},
        "inline keyboard expected",
    ),
    Probe(
        "a message that is not there cannot be deleted",
        "S check_message",
        "deleteMessage",
        {"message_id": 1},
        "message to delete not found",
    ),
    Probe(
        "a deletion names its message",
        "S process_delete_message_query",
        "deleteMessage",
        {},
        "message identifier is not specified",
    ),
    Probe(
        "many deletions name their messages",
        "S get_message_ids",
        "deleteMessages",
        {"message_ids": []},
        "message identifiers are not specified",
    ),
    Probe(
        "a message's number is a number",
        "S get_message_ids",
        "deleteMessages",
        {"message_ids": ["x"]},
        "message identifier must be a Number",
    ),
    Probe(
        "a message that is not there cannot be copied",
        "S process_copy_message_query",
        "copyMessage",
        {"from_chat_id": HEAD, "message_id": 1},
        "message to copy not found",
    ),
    Probe(
        "a copy names where it comes from",
        "S get_required_string_arg",
        "copyMessage",
        {"message_id": 1},
        'parameter "from_chat_id" is required',
    ),
    Probe(
        "a message that is not there cannot be forwarded",
        "S process_forward_message_query",
        "forwardMessage",
        {"from_chat_id": HEAD, "message_id": 1},
        "message to forward not found",
    ),
    Probe(
        "of many copies at least one message is there",
        "D copyMessages",
        "copyMessages",
        {"from_chat_id": HEAD, "message_ids": [1]},
        "there are no messages to copy",
    ),
    Probe(
        "a message that is not there cannot be pinned",
        "S process_pin_chat_message_query",
        "pinChatMessage",
        {"message_id": 1},
        "message to pin not found",
    ),
    Probe(
        "a message that is not there gets no reaction",
        "S process_set_message_reaction_query",
        "setMessageReaction",
        {"message_id": 1},
        "message to react not found",
    ),
    Probe(
        "a reaction is one of the known kinds",
        "S get_reaction_type",
        "setMessageReaction",
        {"message_id": 1, "reaction": [{"type": "x"}]},
        "can't parse ReactionType: invalid reaction type specified",
    ),
    Probe(
        "a document must be there",
        "D sendDocument",
        "sendDocument",
        {},
        "there is no document in the request",
    ),
    Probe(
        "a file that nobody sent has no id",
        "S get_input_file",
        "sendDocument",
        {"document": "nothing"},
        "wrong file identifier/HTTP URL specified",
    ),
    Probe(
        "an album has from two to ten parts",
        "D sendMediaGroup",
        "sendMediaGroup",
        {"media": []},
        "there must be from 2 to 10 messages in an album",
    ),
    Probe(
        "an animation goes in no album",
        "S get_input_media",
        "sendMediaGroup",
        {"media": [{"type": "animation", "media": "FILE"}]},
        "can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup",
    ),
    Probe(
        "an album's parts are objects with media",
        "S get_input_media",
        "sendMediaGroup",
        {"media": [{"type": "photo", "media": "attach://none"}]},
        "can't parse InputMedia: media not found",
    ),
    Probe(
        "a file is asked for by its id",
        "S check_remote_file_id",
        "getFile",
        {},
        "file_id not specified",
    ),
    Probe(
        "an unknown file id is invalid", "D getFile", "getFile", {"file_id": "x"}, "invalid file_id"
    ),
    Probe(
        "a chat action is one of a list",
        "S get_chat_action",
        "sendChatAction",
        {"action": "dancing"},
        "wrong parameter action in request",
    ),
    Probe(
        "an unknown tap cannot be answered",
        "D answerCallbackQuery",
        "answerCallbackQuery",
        {"callback_query_id": "1"},
        "query is too old and response timeout expired or query ID is invalid",
    ),
    Probe(
        "an unknown inline query cannot be answered",
        "D answerInlineQuery",
        "answerInlineQuery",
        {"inline_query_id": "1", "results": []},
        "query is too old and response timeout expired or query ID is invalid",
    ),
    Probe(
        "inline results are at most fifty",
        "D answerInlineQuery",
        "answerInlineQuery",
        {"results": [{}] * 51},
        "RESULTS_TOO_MUCH",
    ),
    Probe(
        "a command has its alphabet",
        "D BotCommand",
        "setMyCommands",
        {"commands": [{"command": "Źle", "description": "x"}]},
        "BOT_COMMAND_INVALID",
    ),
    Probe(
        "a command is an object",
        "S get_bot_command",
        "setMyCommands",
        {"commands": [1]},
        "can't parse BotCommand: expected an Object",
    ),
    Probe(
        "commands are an array",
        "S get_bot_commands",
        "setMyCommands",
        {"commands": {}},
        "expected an Array of BotCommand",
    ),
    Probe(
        "a command scope is one of a list",
        "S get_bot_command_scope",
        "setMyCommands",
        {"commands": [], "scope": {"type": "moon"}},
        "can't parse BotCommandScope: Unsupported type specified",
    ),
    Probe(
        "a language is two letters",
        "S validate_bot_language_code",
        "getMyCommands",
        {"language_code": "polski"},
        "invalid language code specified",
    ),
    Probe(
        "a menu button is one of a list",
        "S get_bot_menu_button",
        "setChatMenuButton",
        {"menu_button": {"type": "moon"}},
        "can't parse menu button: MenuButton has unsupported type",
    ),
    Probe(
        "a member is named by a number",
        "S get_user_id",
        "getChatMember",
        {"user_id": "x"},
        "invalid user_id specified",
    ),
]


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.sentence)
async def test_telegram_refuses(playing: Table, probe: Probe) -> None:
    params = json.loads(json.dumps(probe.params).replace("FILE", await file_id(playing)))
    answer = await playing.call(probe.method, **{"chat_id": HEAD} | params)
    assert (answer["error_code"], answer["description"]) == (
        probe.code,
        f"Bad Request: {probe.refusal}",
    ), probe.source
    assert set(answer) == {"ok", "error_code", "description"}


def test_there_are_probes_enough() -> None:
    files = Path(__file__).parent.glob("test_playground_probes*.py")
    told = re.compile(r'^    """[DS] ', re.MULTILINE)
    own = sum(len(told.findall(file.read_text(encoding="utf-8"))) for file in files)
    assert len(PROBES) + own >= 100
    assert len({probe.sentence for probe in PROBES}) == len(PROBES)
