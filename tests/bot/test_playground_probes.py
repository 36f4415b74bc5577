"""Probes of fidelity: each a sentence about Telegram and its source, over raw HTTP.

D: the published documentation of Bot API 10.3, by heading. S: read in Telegram's own server,
tdlib/telegram-bot-api, or in its library, tdlib/td, by function. Those that need no history are a
table; the others are tests of their own below, with the source as their docstring.
"""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from bot.playground.cast import COORDINATOR, STRANGER
from tests.facts import FACTS, check_shape
from tests.playing import HEAD, TOKEN, USERNAME, Json, Table


@dataclass(frozen=True)
class Probe:
    """One call by the head's chat, and the description of its refusal."""

    sentence: str
    source: str
    method: str
    params: Json
    refusal: str
    code: int = 400


def button(**action: object) -> Json:
    return {"inline_keyboard": [[{"text": "x", **action}]]}


def keyboard(*rows: Sequence[Json]) -> Json:
    return {"inline_keyboard": list(rows)}


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


async def file_id(playing: Table) -> str:
    """A document that has gone through the chat."""
    await playing.http.post(
        f"/playground/people/{HEAD}/upload", files={"file": ("a.txt", b"Anna", "text/plain")}
    )
    return str((await playing.chat())["messages"][-1]["document"]["file_id"])


async def send(playing: Table, text: str = "Karta", **params: object) -> Json:
    message: Json = await playing.result("sendMessage", chat_id=HEAD, text=text, **params)
    check_shape(message, "Message")
    return message


NEXT = {"inline_keyboard": [[{"text": "Dalej", "callback_data": "n1"}]]}


# --- getUpdates ---------------------------------------------------------------------------------


async def test_an_update_stays_until_a_higher_offset_confirms_it(playing: Table) -> None:
    """D getUpdates, "offset"."""
    await playing.say("raz")
    await playing.say("dwa")
    first, second = await playing.updates()
    assert second["update_id"] == first["update_id"] + 1
    assert await playing.updates(offset=first["update_id"]) == [first, second]
    assert await playing.updates(offset=second["update_id"]) == [second]
    assert await playing.updates(offset=second["update_id"] + 1) == []


async def test_a_negative_offset_keeps_the_newest_and_forgets_the_rest(playing: Table) -> None:
    """D getUpdates, "offset"; S do_get_updates."""
    for text in ("raz", "dwa", "trzy"):
        await playing.say(text)
    assert [u["message"]["text"] for u in await playing.updates(offset=-2)] == ["dwa", "trzy"]
    assert [u["message"]["text"] for u in await playing.updates()] == ["dwa", "trzy"]


async def test_an_offset_far_in_the_future_confirms_nothing(playing: Table) -> None:
    """S TQueue::get, "Specified from_id is in the future"."""
    await playing.say("raz")
    [update] = await playing.updates()
    assert await playing.updates(offset=update["update_id"] + 100) == [update]
    assert await playing.updates(offset=update["update_id"] + 5) == []


@pytest.mark.parametrize(("limit", "count"), [(2, 2), (0, 1), (-5, 1), (1000, 100), ("x", 1)])
async def test_a_limit_is_brought_between_one_and_a_hundred(
    playing: Table, limit: object, count: int
) -> None:
    """D getUpdates, "limit"; S get_integer_arg clamps and refuses nothing."""
    for number in range(101):
        await playing.say(str(number))
    assert len(await playing.updates(limit=limit)) == count


async def test_a_long_poll_wakes_at_once(playing: Table) -> None:
    """D getUpdates, "timeout"."""
    poll = asyncio.create_task(playing.updates(timeout=50))
    updates = playing.world.updates
    assert await updates.changed.wait_for(lambda: updates.polled, 5)
    async with asyncio.timeout(5):
        await playing.say("jestem")
        [update] = await poll
    assert update["message"]["text"] == "jestem"


async def test_the_older_of_two_pollers_is_ended_with_a_conflict(playing: Table) -> None:
    """S abort_long_poll."""
    older = asyncio.create_task(playing.call("getUpdates", timeout=50))
    updates = playing.world.updates
    assert await updates.changed.wait_for(lambda: updates.polled, 5)
    newer = asyncio.create_task(playing.call("getUpdates", timeout=50))
    async with asyncio.timeout(5):
        refused = await older
    assert (refused["error_code"], refused["description"]) == (
        409,
        (
            "Conflict: terminated by other getUpdates request; "
            "make sure that only one bot instance is running"
        ),
    )
    await playing.say("raz")
    assert (await newer)["ok"]


async def test_a_short_poll_does_not_end_a_long_one(playing: Table) -> None:
    """S do_get_updates: only a call that will wait ends the one that waits."""
    long = asyncio.create_task(playing.call("getUpdates", timeout=50))
    updates = playing.world.updates
    assert await updates.changed.wait_for(lambda: updates.polled, 5)
    assert await playing.updates() == []
    await playing.say("raz")
    assert (await long)["ok"]


async def test_kinds_not_asked_for_never_come_and_the_choice_is_kept(playing: Table) -> None:
    """D getUpdates, "allowed_updates": only updates created afterwards are concerned."""
    await playing.say("przedtem")
    await playing.updates(allowed_updates=["callback_query"])
    await playing.say("potem")
    assert [u["message"]["text"] for u in await playing.updates()] == ["przedtem"]
    info = await playing.result("getWebhookInfo")
    check_shape(info, "WebhookInfo")
    assert info["allowed_updates"] == ["callback_query"]


async def test_an_empty_choice_means_all_but_three_and_nonsense_changes_nothing(
    playing: Table,
) -> None:
    """D getUpdates, "allowed_updates"; S get_allowed_update_types."""
    message = await playing.say("raz")
    await playing.act("react", message_id=message, emoji="👍")
    assert len(await playing.heard()) == 1
    await playing.updates(allowed_updates=["message_reaction", "no_such"])
    await playing.act("react", message_id=message, emoji="")
    await playing.updates(allowed_updates="{")
    await playing.updates(allowed_updates=[1])
    [update] = await playing.heard()
    assert update["message_reaction"]["old_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    await playing.updates(allowed_updates=[])
    assert "allowed_updates" not in await playing.result("getWebhookInfo")


async def test_a_tap_is_forgotten_after_150_seconds_and_a_message_after_a_day(
    playing: Table,
) -> None:
    """S add_update: the timeouts of each kind."""
    message = await send(playing, reply_markup=NEXT)
    await playing.act("tap", message_id=message["message_id"], text="Dalej")
    await playing.say("raz")
    await playing.pass_time(149)
    assert len(await playing.updates()) == 2
    await playing.pass_time(2)
    assert ["message" in update for update in await playing.updates()] == [True]
    await playing.pass_time(24 * 3600)
    assert await playing.updates() == []


# --- how a request may come ---------------------------------------------------------------------


async def test_query_form_multipart_and_json_say_the_same(playing: Table) -> None:
    """D "Making requests"."""
    path, said = f"/bot{TOKEN}/sendMessage", {"chat_id": str(HEAD), "text": "Dzień dobry"}
    replies = [
        await playing.http.get(path, params=said),
        await playing.http.post(path, data=said),
        await playing.http.post(path, files={key: (None, text) for key, text in said.items()}),
        await playing.http.post(path, json=said),
    ]
    assert {reply.json()["result"]["text"] for reply in replies} == {"Dzień dobry"}


async def test_digits_stay_a_text_where_a_text_is_declared(playing: Table) -> None:
    """D "Making requests": the type is the parameter's, not the value's."""
    path = f"/bot{TOKEN}/sendMessage"
    as_form = await playing.http.post(path, data={"chat_id": HEAD, "text": "12345"})
    assert as_form.json()["result"]["text"] == "12345"
    as_query = await playing.http.get(path, params={"chat_id": HEAD, "text": "[1]"})
    assert as_query.json()["result"]["text"] == "[1]"


async def test_a_json_value_of_another_type_is_its_own_text(playing: Table) -> None:
    """S parse_json_parameters: what is no string is taken as it is written."""
    assert (await send(playing, text=12345))["text"] == "12345"  # type: ignore[arg-type]
    assert (await send(playing, text=True))["text"] == "true"  # type: ignore[arg-type]
    assert (await send(playing, text={"a": 1}))["text"] == '{"a":1}'  # type: ignore[arg-type]


async def test_the_path_is_url_decoded_and_the_methods_case_does_not_matter(
    playing: Table,
) -> None:
    """S HttpConnection: the path is decoded, the method lowered."""
    path = f"/bot{TOKEN}".replace(":", "%3A") + "/GetM%65"
    assert (await playing.http.get(path)).json()["result"]["username"] == USERNAME


async def test_the_query_string_counts_before_the_body(playing: Table) -> None:
    """S HttpQuery::get_arg: the first of two values."""
    path = f"/bot{TOKEN}/sendMessage?text=z+adresu&chat_id={HEAD}"
    reply = await playing.http.post(path, json={"text": "z ciała"})
    assert reply.json()["result"]["text"] == "z adresu"


async def test_a_body_that_cannot_be_read_counts_as_empty(playing: Table) -> None:
    """S HttpReader: a parse error is logged and the query goes on."""
    path, json_type = f"/bot{TOKEN}/sendMessage", {"content-type": "application/json"}
    for body in (b"{", b"[]", b'{"text": "\\ud800"}', b"[" * 100_000, b"\xff"):
        reply = await playing.http.post(path, content=body, headers=json_type)
        assert reply.json()["description"] == "Bad Request: message text is empty"


async def test_a_text_that_is_no_utf8_is_refused(playing: Table) -> None:
    """S clean_input_string."""
    reply = await playing.http.get(f"/bot{TOKEN}/sendMessage?chat_id={HEAD}&text=a%FF")
    assert reply.json()["description"] == "Bad Request: strings must be encoded in UTF-8"


async def test_a_wrong_token_is_unauthorized(playing: Table) -> None:
    """D "Authorizing your bot"."""
    for path in ("/bot42:wrong/getMe", "/bot/getMe", "/file/bot42:wrong/documents/file_1.xlsx"):
        reply = await playing.http.get(path)
        assert reply.status_code == 401
        assert reply.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_an_unknown_method_is_not_found_and_a_known_one_is_said_not_to_be_emulated(
    playing: Table,
) -> None:
    """S on_cmd; the second is the playground's own word."""
    unknown = await playing.call("sendPigeon")
    assert (unknown["error_code"], unknown["description"]) == (404, "Not Found: method not found")
    known = await playing.call("sendPoll")
    assert (known["error_code"], known["description"]) == (
        501,
        "Not Implemented: the method sendPoll is not emulated by the playground",
    )


# --- sending ------------------------------------------------------------------------------------


async def test_an_answer_is_ok_with_a_complete_message_dated_in_seconds(playing: Table) -> None:
    """D "Making requests", Message, User, Chat."""
    message = await send(playing)
    assert message["from"] == {
        "id": 4200000001,
        "is_bot": True,
        "first_name": "Komplet",
        "username": USERNAME,
    }
    assert message["chat"]["type"] == "private"
    assert abs(message["date"] - playing.world.clock.now().timestamp()) < 60


async def test_me_has_every_field_that_only_get_me_returns(playing: Table) -> None:
    """D User: "Returned only in getMe"."""
    me = await playing.result("getMe")
    check_shape(me, "User")
    assert {"can_join_groups", "supports_inline_queries", "can_manage_bots"} <= set(me)
    assert set(FACTS["types"]["User"]["fields"]) - set(me) == {
        "last_name",
        "language_code",
        "is_premium",
        "added_to_attachment_menu",
    }


async def test_the_limit_counts_what_is_left_of_the_markup(playing: Table) -> None:
    """D sendMessage: "after entities parsing"."""
    message = await send(playing, f"<b>{'x' * 4096}</b>", parse_mode="HTML")
    assert len(message["text"]) == 4096


@pytest.mark.parametrize(
    ("mode", "text", "kinds"),
    [
        ("HTML", "<b>a</b> <i>b</i> <code>c</code>", ["bold", "italic", "code"]),
        ("html", "<blockquote expandable>a</blockquote>", ["expandable_blockquote"]),
        ("MarkdownV2", "*a* _b_ ||c|| __d__", ["bold", "italic", "spoiler", "underline"]),
        ("Markdown", "*a* [b](https://a.pl)", ["bold", "text_link"]),
    ],
)
async def test_each_parse_mode_is_read(
    playing: Table, mode: str, text: str, kinds: list[str]
) -> None:
    """D "Formatting options"."""
    message = await send(playing, text, parse_mode=mode)
    assert [entity["type"] for entity in message["entities"]] == kinds


async def test_what_telegram_finds_by_itself_is_marked(playing: Table) -> None:
    """D MessageEntity; S find_entities."""
    text = "/start @komplet_bot a@b.pl #praca example.com $PLN"
    kinds = [entity["type"] for entity in (await send(playing, text))["entities"]]
    assert kinds == ["bot_command", "mention", "email", "hashtag", "url", "cashtag"]


async def test_hostile_letters_are_cleaned_away_and_entities_move_along(playing: Table) -> None:
    """S clean_input_string_with_entities: NUL and tab become blanks, CR and overrides go."""
    message = await send(playing, "a\u202eb\0c\rd\t<b>e</b>", parse_mode="HTML")
    assert message["text"] == "ab cd e"
    [bold] = message["entities"]
    assert (bold["offset"], bold["length"]) == (6, 1)


async def test_a_reply_keyboard_is_shown_until_removed_and_is_no_part_of_the_message(
    playing: Table,
) -> None:
    """D ReplyKeyboardMarkup, ReplyKeyboardRemove, ForceReply; Message has inline keyboards only."""
    board = {"keyboard": [["Tak", {"text": "Nie"}]], "resize_keyboard": True}
    message = await send(playing, reply_markup=board | {"one_time_keyboard": True})
    assert "reply_markup" not in message
    shown = (await playing.chat())["keyboard"]
    assert shown["keyboard"] == [[{"text": "Tak"}, {"text": "Nie"}]]
    assert (shown["resize_keyboard"], shown["one_time_keyboard"]) == (True, True)
    await send(playing, reply_markup={"remove_keyboard": True})
    assert (await playing.chat())["keyboard"] is None
    await send(playing, reply_markup={"force_reply": True, "input_field_placeholder": "Imię"})
    assert (await playing.chat())["keyboard"]["input_field_placeholder"] == "Imię"


async def test_buttons_keep_their_colours_and_of_two_actions_the_first_counts(
    playing: Table,
) -> None:
    """D InlineKeyboardButton, "style"; S get_inline_keyboard_button."""
    both = {"callback_data": "x", "switch_inline_query": "y", "style": "success"}
    message = await send(playing, reply_markup=button(**both))
    assert message["reply_markup"]["inline_keyboard"] == [
        [{"text": "x", "style": "success", "callback_data": "x"}]
    ]


async def test_only_people_who_came_and_did_not_block_can_be_written_to(playing: Table) -> None:
    """D "Bots: privacy"; the 403s of the server."""
    text = {"chat_id": STRANGER.id, "text": "x"}
    answer = await playing.call("sendMessage", **text)
    assert (answer["error_code"], answer["description"]) == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )
    await playing.act("open", STRANGER.id, link="")
    await playing.result("sendMessage", **text)
    await playing.act("block", STRANGER.id)
    answer = await playing.call("sendMessage", **text)
    assert (answer["error_code"], answer["description"]) == (
        403,
        "Forbidden: bot was blocked by the user",
    )


async def test_a_quotation_carries_the_message_it_answers(playing: Table) -> None:
    """D ReplyParameters, Message "reply_to_message", "quote"."""
    theirs = await playing.say("Anna Kowalczyk")
    parameters = {"message_id": theirs, "quote": "Anna"}
    message = await send(playing, reply_parameters=parameters)
    assert message["reply_to_message"]["text"] == "Anna Kowalczyk"
    assert message["quote"]["text"] == "Anna"
    gone = {"message_id": 1, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await send(playing, reply_parameters=gone)


async def test_an_album_is_one_group_and_its_files_may_be_attached(playing: Table) -> None:
    """D sendMediaGroup, InputMediaDocument, "attach://"."""
    media = [
        {
            "type": "document",
            "media": f"attach://f{n}",
            "caption": f"<b>{n}</b>",
            "parse_mode": "HTML",
        }
        for n in range(2)
    ]
    reply = await playing.http.post(
        f"/bot{TOKEN}/sendMediaGroup",
        data={"chat_id": HEAD, "media": json.dumps(media)},
        files={f"f{n}": (f"{n}.txt", b"Anna") for n in range(2)},
    )
    messages = reply.json()["result"]
    check_shape(messages, "Array of Message")
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message["caption_entities"][0]["type"] for message in messages] == ["bold"] * 2


async def test_photos_and_documents_do_not_share_an_album(playing: Table) -> None:
    """D sendMediaGroup: "Documents … can be only grouped in an album with messages of the same
    type"."""
    document = await file_id(playing)
    media = [{"type": kind, "media": document} for kind in ("document", "document")]
    assert len(await playing.result("sendMediaGroup", chat_id=HEAD, media=media)) == 2
    media[1]["type"] = "photo"
    refusal = await playing.refusal("sendMediaGroup", chat_id=HEAD, media=media)
    assert refusal == "Bad Request: can't use file of type Document as Photo"


PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000003000000020806000000")


@pytest.mark.parametrize(
    ("method", "kind", "content"),
    [
        ("sendDocument", "document", bytes(range(256))),
        ("sendPhoto", "photo", PNG),
        ("sendVideo", "video", b"x"),
        ("sendAnimation", "animation", b"x"),
        ("sendAudio", "audio", b"x"),
        ("sendVoice", "voice", b"x"),
    ],
)
async def test_each_kind_of_file_is_shaped_as_declared_and_downloads_byte_for_byte(
    playing: Table, method: str, kind: str, content: bytes
) -> None:
    """D "Sending files", getFile."""
    reply = await playing.http.post(
        f"/bot{TOKEN}/{method}", data={"chat_id": HEAD}, files={kind: ("ż.bin", content)}
    )
    message = reply.json()["result"]
    check_shape(message, "Message")
    shown = message[kind][-1] if kind == "photo" else message[kind]
    file = await playing.result("getFile", file_id=shown["file_id"])
    check_shape(file, "File")
    assert file["file_unique_id"] == shown["file_unique_id"]
    got = await playing.http.get(f"/file/bot{TOKEN}/{file['file_path']}")
    assert got.content == content
    again = await playing.result(method, chat_id=HEAD, **{kind: shown["file_id"]})
    assert again[kind] == message[kind]


async def test_a_photo_is_a_picture_of_reasonable_size(playing: Table) -> None:
    """D sendPhoto: 10 MB, width and height together 10000, ratio 20."""

    async def refusal(content: bytes) -> str:
        reply = await playing.http.post(
            f"/bot{TOKEN}/sendPhoto", data={"chat_id": HEAD}, files={"photo": ("a.png", content)}
        )
        return str(reply.json()["description"])

    assert await refusal(b"no picture") == "Bad Request: IMAGE_PROCESS_FAILED"
    steep = PNG[:16] + (1000).to_bytes(4) + (10).to_bytes(4) + PNG[24:]
    assert await refusal(steep) == "Bad Request: PHOTO_INVALID_DIMENSIONS"
    heavy = PNG + bytes(10 * 1024 * 1024)
    assert "is too big for a photo" in await refusal(heavy)
    assert await refusal(b"") == "Bad Request: file must be non-empty"


async def test_a_copy_is_new_and_a_forward_names_its_origin(playing: Table) -> None:
    """D copyMessage, forwardMessage, MessageOriginUser."""
    theirs = await playing.say("Anna")
    source = {"from_chat_id": HEAD, "message_id": theirs}
    await playing.act("open", COORDINATOR.id, link="")
    copy = await playing.result("copyMessage", chat_id=COORDINATOR.id, **source)
    check_shape(copy, "MessageId")
    forward = await playing.result("forwardMessage", chat_id=COORDINATOR.id, **source)
    check_shape(forward, "Message")
    assert forward["forward_origin"]["sender_user"]["id"] == HEAD
    copied, forwarded = (await playing.chat(COORDINATOR.id))["messages"][-2:]
    assert (copied["text"], forwarded["text"]) == ("Anna", "Anna")
    assert "forward_origin" not in copied


async def test_several_are_copied_and_forwarded_in_order_and_the_missing_are_skipped(
    playing: Table,
) -> None:
    """D copyMessages, forwardMessages."""
    ids = [await playing.say(text) for text in ("raz", "dwa")]
    source = {"chat_id": HEAD, "from_chat_id": HEAD}
    given = [1, *ids]
    check_shape(
        await playing.result("copyMessages", message_ids=given, **source), "Array of MessageId"
    )
    assert len(await playing.result("forwardMessages", message_ids=given, **source)) == 2
    texts = [message["text"] for message in (await playing.chat())["messages"]]
    assert texts[-4:] == ["raz", "dwa", "raz", "dwa"]
    refusal = await playing.refusal("copyMessages", message_ids=ids[::-1], **source)
    assert "strictly increasing" in refusal


async def test_protected_content_is_neither_copied_nor_forwarded(playing: Table) -> None:
    """D sendMessage, "protect_content"."""
    message = await send(playing, protect_content=True)
    assert message["has_protected_content"] is True
    source = {"chat_id": HEAD, "from_chat_id": HEAD, "message_id": message["message_id"]}
    assert "can't be copied" in await playing.refusal("copyMessage", **source)
    assert "can't be forwarded" in await playing.refusal("forwardMessage", **source)


async def test_places_and_contacts_are_sent(playing: Table) -> None:
    """D sendLocation, sendContact."""
    place = await playing.result("sendLocation", chat_id=HEAD, latitude=51.5, longitude="23.5")
    check_shape(place, "Message")
    assert place["location"] == {"latitude": 51.5, "longitude": 23.5}
    assert await playing.refusal("sendLocation", chat_id=HEAD, latitude=1) == (
        "Bad Request: longitude is empty"
    )
    far = {"chat_id": HEAD, "latitude": 91, "longitude": "x"}
    assert "wrong location" in await playing.refusal("sendLocation", **far)
    someone = {"phone_number": "+48600700800", "first_name": "Anna", "last_name": "Lis"}
    contact = await playing.result("sendContact", chat_id=HEAD, **someone)
    check_shape(contact, "Message")
    assert contact["contact"] == someone
    assert await playing.refusal("sendContact", chat_id=HEAD, phone_number="1") == (
        'Bad Request: parameter "first_name" is required'
    )


async def test_what_a_message_was_sent_with_is_part_of_it(playing: Table) -> None:
    """D Message: "link_preview_options", "effect_id", "show_caption_above_media"."""
    preview = {"is_disabled": True, "url": "https://a.pl/"}
    message = await send(playing, link_preview_options=preview, message_effect_id="5")
    assert (message["link_preview_options"], message["effect_id"]) == (preview, "5")
    legacy = await send(playing, disable_web_page_preview=True)
    assert legacy["link_preview_options"] == {"is_disabled": True}
    photo = await playing.http.post(
        f"/bot{TOKEN}/sendPhoto",
        data={
            "chat_id": HEAD,
            "caption": "x",
            "show_caption_above_media": "true",
            "has_spoiler": "1",
        },
        files={"photo": ("p.png", PNG)},
    )
    shown = photo.json()["result"]
    check_shape(shown, "Message")
    assert (shown["show_caption_above_media"], shown["has_media_spoiler"]) == (True, True)
    sent = {"chat_id": HEAD, "text": "x", "link_preview_options": []}
    assert await playing.refusal("sendMessage", **sent) == (
        "Bad Request: object expected as link preview options"
    )


async def test_entities_of_every_kind_may_be_given_and_those_found_anyway_are_passed_over(
    playing: Table,
) -> None:
    """D MessageEntity; S get_text_entity_type."""

    def over(kind: str, at: int, **more: object) -> Json:
        return {"type": kind, "offset": at, "length": 1} | more

    given = [
        over("text_link", 0, url="https://a.pl/"),
        over("text_mention", 1, user={"id": HEAD}),
        over("pre", 2, language="py"),
        over("custom_emoji", 3, custom_emoji_id="5368324170671202286"),
        over("date_time", 4, unix_time=1),
        over("spoiler", 5),
        over("hashtag", 6),
    ]
    entities = (await send(playing, "abcdefg", entities=given))["entities"]
    assert [entity["type"] for entity in entities] == [entity["type"] for entity in given[:-1]]
    assert entities[1]["user"]["id"] == HEAD
    for entity, refusal in (
        (over("moon", 0), "Unsupported type specified"),
        (over("", 0), "Type is not specified"),
        (over("text_link", 0), 'Can\'t find field "url"'),
        (over("text_mention", 0, user=1), 'Field "user" must be of type Object'),
        (over("bold", 2**40), 'Field "offset" must be of type Number'),
    ):
        said = {"chat_id": HEAD, "text": "abc", "entities": [entity]}
        assert await playing.refusal("sendMessage", **said) == (
            f"Bad Request: can't parse MessageEntity: {refusal}"
        )


async def test_an_answer_may_name_its_message_in_the_old_way_or_in_another_chat(
    playing: Table,
) -> None:
    """D ReplyParameters, "chat_id"; S get_reply_parameters reads "reply_to_message_id" still."""
    theirs = await playing.say("Anna")
    assert (await send(playing, reply_to_message_id=theirs))["reply_to_message"]
    await playing.act("open", COORDINATOR.id, link="")
    elsewhere = {"chat_id": COORDINATOR.id, "text": "x"}
    parameters = {"chat_id": HEAD, "message_id": theirs}
    message = await playing.result("sendMessage", reply_parameters=parameters, **elsewhere)
    check_shape(message, "Message")
    wrong = {"message_id": theirs, "quote": "Ewa"}
    said = {"chat_id": HEAD, "text": "x", "reply_parameters": wrong}
    assert await playing.refusal("sendMessage", **said) == "Bad Request: QUOTE_TEXT_INVALID"


async def test_a_copy_may_have_another_caption_or_none(playing: Table) -> None:
    """D copyMessage, "caption"; copyMessages, "remove_caption"."""
    sent = await playing.result(
        "sendDocument", chat_id=HEAD, document=await file_id(playing), caption="stary"
    )
    source = {"chat_id": HEAD, "from_chat_id": HEAD}
    one = {"message_id": sent["message_id"], **source}
    await playing.result("copyMessage", caption="<b>nowy</b>", parse_mode="HTML", **one)
    many = {"message_ids": [sent["message_id"]], **source}
    await playing.result("copyMessages", remove_caption=True, **many)
    first, second = (await playing.chat())["messages"][-2:]
    assert (first["caption"], first["caption_entities"][0]["type"]) == ("nowy", "bold")
    assert "caption" not in second


async def test_every_button_of_the_api_that_needs_no_other_server_is_kept(playing: Table) -> None:
    """D InlineKeyboardButton, CopyTextButton, SwitchInlineQueryChosenChat."""
    chosen = {"query": "włod", "allow_user_chats": True}
    row: list[Json] = [
        {"text": "1", "url": "https://a.pl/"},
        {"text": "2", "copy_text": {"text": "abc"}},
        {"text": "3", "switch_inline_query": ""},
        {"text": "4", "switch_inline_query_current_chat": "x"},
        {"text": "5", "switch_inline_query_chosen_chat": chosen},
        {"text": "6", "url": f"tg://user?id={HEAD}"},
    ]
    message = await send(playing, reply_markup=keyboard(row))
    assert message["reply_markup"]["inline_keyboard"] == [row]
    for action in ("web_app", "login_url", "callback_game", "pay"):
        said = {"chat_id": HEAD, "text": "x", "reply_markup": button(**{action: {"url": "x"}})}
        assert (await playing.call("sendMessage", **said))["error_code"] == 501
    keys = {"keyboard": [[{"text": "x", "request_location": True}]]}
    answer = await playing.call("sendMessage", chat_id=HEAD, text="x", reply_markup=keys)
    assert answer["error_code"] == 501


# --- editing ------------------------------------------------------------------------------------

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)


async def test_an_edit_that_changes_neither_text_nor_keyboard_is_refused(playing: Table) -> None:
    """S fail_query_with_error, MESSAGE_NOT_MODIFIED."""
    message = await send(playing, reply_markup=NEXT)
    place = {"chat_id": HEAD, "message_id": message["message_id"]}
    assert await playing.refusal("editMessageText", text="Karta", reply_markup=NEXT, **place) == (
        NOT_MODIFIED
    )
    edited = await playing.result("editMessageText", text="Karta", **place)
    check_shape(edited, "Message")
    assert "reply_markup" not in edited
    assert edited["edit_date"] >= edited["date"]
    await playing.result("editMessageReplyMarkup", reply_markup=NEXT, **place)
    refusal = await playing.refusal("editMessageReplyMarkup", reply_markup=NEXT, **place)
    assert refusal == NOT_MODIFIED


async def test_a_text_has_no_caption_and_a_file_no_text_to_edit(playing: Table) -> None:
    """S edit_message_text, edit_message_caption of tdlib/td."""
    place = {"chat_id": HEAD, "message_id": (await send(playing))["message_id"]}
    assert await playing.refusal("editMessageCaption", caption="x", **place) == (
        "Bad Request: there is no caption in the message to edit"
    )
    sent = await playing.result("sendDocument", chat_id=HEAD, document=await file_id(playing))
    place["message_id"] = sent["message_id"]
    assert await playing.refusal("editMessageText", text="x", **place) == (
        "Bad Request: there is no text in the message to edit"
    )
    edited = await playing.result("editMessageCaption", caption="podpis", **place)
    assert edited["caption"] == "podpis"


async def test_media_are_replaced_with_their_caption(playing: Table) -> None:
    """D editMessageMedia."""
    sent = await playing.result(
        "sendDocument", chat_id=HEAD, document=await file_id(playing), caption="stary"
    )
    media = {"type": "photo", "media": "attach://p", "caption": "nowy"}
    reply = await playing.http.post(
        f"/bot{TOKEN}/editMessageMedia",
        data={"chat_id": HEAD, "message_id": sent["message_id"], "media": json.dumps(media)},
        files={"p": ("p.png", PNG)},
    )
    edited = reply.json()["result"]
    check_shape(edited, "Message")
    assert ("document" in edited, "photo" in edited, edited["caption"]) == (False, True, "nowy")


async def test_what_people_wrote_cannot_be_edited(playing: Table) -> None:
    """S can_edit_message."""
    theirs = await playing.say("moje")
    refusal = await playing.refusal("editMessageText", chat_id=HEAD, message_id=theirs, text="x")
    assert refusal == "Bad Request: message can't be edited"


async def test_a_message_is_deleted_once_and_within_48_hours(playing: Table) -> None:
    """D deleteMessage."""
    place = {"chat_id": HEAD, "message_id": (await send(playing))["message_id"]}
    await playing.result("deleteMessage", **place)
    assert (
        await playing.refusal("deleteMessage", **place)
        == "Bad Request: message to delete not found"
    )
    old = (await send(playing))["message_id"]
    await playing.pass_time(48 * 3600 + 1)
    refusal = await playing.refusal("deleteMessage", chat_id=HEAD, message_id=old)
    assert refusal == "Bad Request: message can't be deleted"
    await playing.result("deleteMessages", chat_id=HEAD, message_ids=[old, 1])
    assert old in {message["message_id"] for message in (await playing.chat())["messages"]}


async def test_a_pin_is_seen_by_both_sides_and_unpinning_takes_the_newest(playing: Table) -> None:
    """D pinChatMessage, unpinChatMessage, ChatFullInfo "pinned_message"."""
    first, second = [(await send(playing, text))["message_id"] for text in ("raz", "dwa")]
    for number in (first, second):
        await playing.result("pinChatMessage", chat_id=HEAD, message_id=number)
    chat = await playing.result("getChat", chat_id=HEAD)
    check_shape(chat, "ChatFullInfo")
    assert chat["pinned_message"]["message_id"] == second
    await playing.result("unpinChatMessage", chat_id=HEAD)
    assert (await playing.chat())["pinned"] == [first]
    await playing.result("unpinAllChatMessages", chat_id=HEAD)
    assert "pinned_message" not in await playing.result("getChat", chat_id=HEAD)


async def test_a_bot_gives_one_reaction_of_those_allowed(playing: Table) -> None:
    """D setMessageReaction, ReactionTypeEmoji."""
    theirs = await playing.say("zrobione")
    place = {"chat_id": HEAD, "message_id": theirs}
    thumb = {"type": "emoji", "emoji": "👍"}
    await playing.result("setMessageReaction", reaction=[thumb], **place)
    assert (await playing.chat())["reactions"][str(theirs)]["bot"] == [thumb]
    many = [thumb, {"type": "emoji", "emoji": "🔥"}]
    assert await playing.refusal("setMessageReaction", reaction=many, **place) == (
        "Bad Request: REACTIONS_TOO_MANY"
    )
    odd = [{"type": "emoji", "emoji": "🪑"}]
    assert await playing.refusal("setMessageReaction", reaction=odd, **place) == (
        "Bad Request: REACTION_INVALID"
    )


# --- taps, inline queries, people ---------------------------------------------------------------


async def test_a_tap_carries_who_where_and_which_chat_instance(playing: Table) -> None:
    """D CallbackQuery."""
    message = await send(playing, reply_markup=NEXT)
    for _ in range(2):
        await playing.act("tap", message_id=message["message_id"], text="Dalej")
    one, two = [update["callback_query"] for update in await playing.heard()]
    assert one["message"] == message
    assert (one["from"]["id"], one["data"]) == (HEAD, "n1")
    assert one["chat_instance"] == two["chat_instance"]
    assert one["id"] != two["id"]


async def test_a_tap_is_answered_once_in_time_and_with_200_characters(playing: Table) -> None:
    """D answerCallbackQuery; S QUERY_ID_INVALID."""
    message = await send(playing, reply_markup=NEXT)
    old = "Bad Request: query is too old and response timeout expired or query ID is invalid"

    async def tapped() -> Json:
        done = await playing.act("tap", message_id=message["message_id"], text="Dalej")
        return {"callback_query_id": done["query_id"]}

    query = await tapped()
    assert await playing.refusal("answerCallbackQuery", text="x" * 201, **query) == (
        "Bad Request: MESSAGE_TOO_LONG"
    )
    assert await playing.result("answerCallbackQuery", text="x" * 200, show_alert=True, **query)
    assert await playing.refusal("answerCallbackQuery", **query) == old
    [answer] = (await playing.chat())["answers"]
    assert (answer["text"], answer["show_alert"]) == ("x" * 200, True)
    late = await tapped()
    await playing.pass_time(151)
    assert await playing.refusal("answerCallbackQuery", **late) == old


async def test_a_tap_may_open_only_this_bots_own_link(playing: Table) -> None:
    """D answerCallbackQuery, "url"."""
    message = await send(playing, reply_markup=NEXT)
    done = await playing.act("tap", message_id=message["message_id"], text="Dalej")
    query = {"callback_query_id": done["query_id"]}
    refusal = await playing.refusal("answerCallbackQuery", url="https://a.pl/", **query)
    assert refusal == "Bad Request: URL_INVALID"
    await playing.result("answerCallbackQuery", url=f"https://t.me/{USERNAME}?start=x", **query)


async def test_start_with_its_payload_carries_a_command_entity(playing: Table) -> None:
    """D "Deep linking", MessageEntity."""
    await playing.act("open", link=f"https://t.me/{USERNAME}?start=Ab-_9")
    [update] = await playing.heard()
    assert update["message"]["text"] == "/start Ab-_9"
    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert update["message"]["from"]["is_bot"] is False


@pytest.mark.parametrize("payload", ["x" * 65, "a b", "ą", "a.b"])
async def test_a_payload_is_64_of_its_alphabet(playing: Table, payload: str) -> None:
    """D "Deep linking"."""
    reply = await playing.http.post(
        f"/playground/people/{HEAD}/open", json={"link": f"https://t.me/{USERNAME}?start={payload}"}
    )
    assert reply.status_code == 400


async def test_blocking_and_coming_back_are_told(playing: Table) -> None:
    """D ChatMemberUpdated: in private chats only by my_chat_member."""
    await playing.act("block")
    await playing.act("unblock")
    changes = [update["my_chat_member"] for update in await playing.heard()]
    assert [change["new_chat_member"]["status"] for change in changes] == ["kicked", "member"]


async def test_an_inline_query_is_answered_shown_chosen_and_edited(playing: Table) -> None:
    """D "Inline mode", ChosenInlineResult, Message "via_bot", editMessageText."""
    query = (await playing.act("inline", query="włod"))["query_id"]
    [update] = await playing.heard()
    assert (update["inline_query"]["query"], update["inline_query"]["offset"]) == ("włod", "")
    result = {
        "type": "article",
        "id": "1",
        "title": "Włodawa",
        "input_message_content": {"message_text": "<b>8/4</b>", "parse_mode": "HTML"},
        "reply_markup": NEXT,
    }
    await playing.result("answerInlineQuery", inline_query_id=query, results=[result])
    number = (await playing.act("choose", query_id=query, result_id="1"))["message_ids"][0]
    message, chosen = await playing.heard()
    assert message["message"]["via_bot"]["username"] == USERNAME
    assert message["message"]["text"] == "8/4"
    inline_id = chosen["chosen_inline_result"]["inline_message_id"]
    await playing.act("tap", message_id=number, text="Dalej")
    [tap] = await playing.heard()
    assert tap["callback_query"]["inline_message_id"] == inline_id
    assert "message" not in tap["callback_query"]
    done = await playing.result("editMessageText", inline_message_id=inline_id, text="9/4")
    assert done is True


async def test_a_document_or_photo_of_the_bots_may_be_an_inline_result_with_a_button_above(
    playing: Table,
) -> None:
    """D InlineQueryResultCachedDocument, InlineQueryResultsButton; "next_offset"."""
    document = await file_id(playing)
    query = (await playing.act("inline", query="", offset="10"))["query_id"]
    result = {"type": "document", "id": "1", "title": "x", "document_file_id": document}
    above = {"text": "Zaloguj", "start_parameter": "x"}
    asked = {"inline_query_id": query, "button": above, "next_offset": "20", "is_personal": True}
    await playing.result("answerInlineQuery", results=[result | {"caption": "lista"}], **asked)
    shown = (await playing.chat())["inline"][-1]
    assert (shown["button"], shown["next_offset"], shown["is_personal"]) == (above, "20", True)
    await playing.act("choose", query_id=query, result_id="1")
    message = (await playing.chat())["messages"][-1]
    check_shape(message, "Message")
    assert (message["document"]["file_id"], message["caption"]) == (document, "lista")
    other = {"inline_query_id": query, "results": [{"type": "gif", "id": "1"}]}
    assert (await playing.call("answerInlineQuery", **other))["error_code"] == 501


async def test_inline_results_have_ids_of_their_own_and_a_content(playing: Table) -> None:
    """D InlineQueryResult, InlineQueryResultArticle."""
    query = (await playing.act("inline", query=""))["query_id"]
    article = {"type": "article", "id": "1", "title": "x"}
    content = {"input_message_content": {"message_text": "x"}}

    async def refusal(*results: Json) -> str:
        return await playing.refusal("answerInlineQuery", inline_query_id=query, results=results)

    assert await refusal(article) == (
        "Bad Request: can't parse inline query result: Can't find field \"input_message_content\""
    )
    assert await refusal(article | content, article | content) == (
        "Bad Request: RESULT_ID_DUPLICATE"
    )
    assert await refusal(article | content | {"id": "x" * 65}) == "Bad Request: RESULT_ID_INVALID"


# --- what a bot says of itself, chats, members --------------------------------------------------


async def test_commands_are_kept_by_scope_and_language(playing: Table) -> None:
    """D setMyCommands, "Determining list of commands"."""

    def commands(name: str) -> list[Json]:
        return [{"command": name, "description": name}]

    mine = {"scope": {"type": "chat", "chat_id": HEAD}}
    private = {"scope": {"type": "all_private_chats"}, "language_code": "pl"}
    await playing.result("setMyCommands", commands=commands("help"))
    await playing.result("setMyCommands", commands=commands("pomoc"), **private)
    await playing.result("setMyCommands", commands=commands("import"), **mine)
    assert (await playing.chat())["commands"] == commands("import")
    assert await playing.result("getMyCommands", **private) == commands("pomoc")
    await playing.result("deleteMyCommands", **mine)
    assert (await playing.chat())["commands"] == commands("pomoc")
    assert await playing.result("getMyCommands", **mine) == []


async def test_a_name_and_descriptions_fall_back_to_the_one_without_a_language(
    playing: Table,
) -> None:
    """D setMyName, setMyDescription, setMyShortDescription."""
    assert await playing.result("getMyName") == {"name": "Komplet"}
    for method, name, most in (
        ("Name", "name", 64),
        ("Description", "description", 512),
        ("ShortDescription", "short_description", 120),
    ):
        await playing.result(f"setMy{method}", **{name: "Helps"})
        await playing.result(f"setMy{method}", language_code="pl", **{name: "Pomaga"})
        assert await playing.result(f"getMy{method}", language_code="de") == {name: "Helps"}
        assert await playing.result(f"getMy{method}", language_code="pl") == {name: "Pomaga"}
        assert "TOO_LONG" in await playing.refusal(f"setMy{method}", **{name: "x" * (most + 1)})


async def test_the_menu_button_of_a_chat_falls_back_to_the_default(playing: Table) -> None:
    """D setChatMenuButton, getChatMenuButton."""
    await playing.result("setChatMenuButton", menu_button={"type": "commands"})
    assert await playing.result("getChatMenuButton", chat_id=HEAD) == {"type": "commands"}
    await playing.result("setChatMenuButton", chat_id=HEAD, menu_button={"type": "default"})
    assert await playing.result("getChatMenuButton", chat_id=HEAD) == {"type": "default"}


async def test_a_private_chat_has_two_members(playing: Table) -> None:
    """D getChatMember."""
    for user in (HEAD, playing.world.bot_id):
        member = await playing.result("getChatMember", chat_id=HEAD, user_id=user)
        check_shape(member, "ChatMemberMember")
    assert await playing.refusal("getChatMember", chat_id=HEAD, user_id=COORDINATOR.id)


async def test_closing_is_refused_in_the_first_ten_minutes(playing: Table) -> None:
    """D close."""
    answer = await playing.call("close")
    assert answer["error_code"] == 429
    assert answer["parameters"]["retry_after"] > 0


def test_there_are_probes_enough() -> None:
    here: dict[str, Any] = globals()
    own = [name for name in here if name.startswith("test_") and here[name].__doc__]
    assert len(PROBES) + len(own) >= 100
    assert len({probe.sentence for probe in PROBES}) == len(PROBES)
