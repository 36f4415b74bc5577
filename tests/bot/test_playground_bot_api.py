"""The playground's Bot API over real HTTP: as strict as Telegram, in Telegram's words."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest
import telegram
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import ParseMode

from bot.playground.bot_api import Playground, serve
from bot.playground.cast import COORDINATOR, HEAD_OF_WLODAWA, STRANGER
from bot.playground.world import World
from tests.person import Person

TOKEN = "4200000001:only-for-these-tests"
HEAD = HEAD_OF_WLODAWA.id
Json = dict[str, Any]


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    async with serve(World(TOKEN, username="komplet_test_bot")) as running:
        yield running


@pytest.fixture
async def http(playground: Playground) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=playground.url) as client:
        yield client


@pytest.fixture
async def bot(playground: Playground) -> AsyncIterator[telegram.Bot]:
    url = playground.url
    async with telegram.Bot(TOKEN, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot") as ptb:
        yield ptb


@pytest.fixture
async def head(http: httpx.AsyncClient) -> Person:
    """A head of office who has begun a chat; the update about it is already confirmed."""
    person = Person(http, HEAD_OF_WLODAWA)
    await person.open()
    await call(http, "getUpdates", offset=-1)
    [update] = (await call(http, "getUpdates"))["result"]
    await call(http, "getUpdates", offset=update["update_id"] + 1)
    return person


async def call(http: httpx.AsyncClient, method: str, **params: object) -> Json:
    reply = await http.post(f"/bot{TOKEN}/{method}", json=params)
    answer: Json = reply.json()
    assert answer["ok"] == reply.is_success
    assert answer.get("error_code", 200) == reply.status_code
    return answer


async def updates(http: httpx.AsyncClient, **params: object) -> list[Json]:
    result: list[Json] = (await call(http, "getUpdates", **params))["result"]
    return result


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(x, callback_data=x)] for x in labels])


# --- the queue of updates -----------------------------------------------------------------------


async def test_an_update_comes_again_until_a_higher_offset_confirms_it(
    http: httpx.AsyncClient, head: Person
) -> None:
    await head.say("raz")
    await head.say("dwa")
    first, second = await updates(http)
    assert await updates(http) == [first, second]
    assert await updates(http, offset=first["update_id"]) == [first, second]
    assert await updates(http, offset=second["update_id"]) == [second]
    assert await updates(http, offset=second["update_id"] + 1) == []
    assert await updates(http) == []


async def test_a_negative_offset_keeps_only_the_newest_and_a_limit_cuts_the_answer(
    http: httpx.AsyncClient, head: Person
) -> None:
    for text in ("raz", "dwa", "trzy"):
        await head.say(text)
    assert [u["message"]["text"] for u in await updates(http, limit=2)] == ["raz", "dwa"]
    assert [u["message"]["text"] for u in await updates(http, offset=-2)] == ["dwa", "trzy"]
    assert [u["message"]["text"] for u in await updates(http)] == ["dwa", "trzy"]


async def test_a_long_poll_wakes_as_soon_as_somebody_writes(
    http: httpx.AsyncClient, head: Person
) -> None:
    poll = asyncio.create_task(updates(http, timeout=30))
    async with asyncio.timeout(5):
        await head.say("jestem")
        [update] = await poll
    assert update["message"]["text"] == "jestem"


async def test_a_second_poller_ends_the_older_one_with_a_conflict(
    http: httpx.AsyncClient,
) -> None:
    polls = [asyncio.create_task(call(http, "getUpdates", timeout=30)) for _ in range(2)]
    done, left = await asyncio.wait(polls, timeout=5, return_when=asyncio.FIRST_COMPLETED)
    [older], [newer] = done, left
    refused = older.result()
    assert refused["error_code"] == 409
    assert refused["description"] == (
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    )
    await Person(http, COORDINATOR).open()
    assert (await newer)["ok"]


async def test_updates_of_a_kind_not_asked_for_never_come_and_the_choice_is_kept(
    http: httpx.AsyncClient, bot: telegram.Bot, head: Person
) -> None:
    message = await bot.send_message(HEAD, "Proszę wybrać", reply_markup=keyboard("Dalej"))
    await updates(http, allowed_updates=["callback_query"])
    await head.say("tego nie usłyszysz")
    await head.tap("Dalej")
    [update] = await updates(http)
    assert update["callback_query"]["message"]["message_id"] == message.message_id
    info = (await call(http, "getWebhookInfo"))["result"]
    assert info["allowed_updates"] == ["callback_query"]
    assert info["pending_update_count"] == 1


async def test_a_tap_is_forgotten_sooner_than_a_message_while_the_bot_is_away(
    playground: Playground, http: httpx.AsyncClient, bot: telegram.Bot, head: Person
) -> None:
    await bot.send_message(HEAD, "Proszę wybrać", reply_markup=keyboard("Dalej"))
    await head.tap("Dalej")
    await head.say("i jeszcze to")
    playground.world.clock.move(timedelta(minutes=10))
    assert [u["message"]["text"] for u in await updates(http)] == ["i jeszcze to"]
    playground.world.clock.move(timedelta(days=1))
    assert await updates(http) == []


async def test_dropping_pending_updates_leaves_none(http: httpx.AsyncClient, head: Person) -> None:
    await head.say("raz")
    assert (await call(http, "deleteWebhook", drop_pending_updates=True))["result"] is True
    assert await updates(http) == []


# --- who may call, and how ----------------------------------------------------------------------


async def test_a_wrong_token_is_unauthorized(http: httpx.AsyncClient) -> None:
    for path in ("/bot42:wrong/getMe", "/file/bot42:wrong/documents/file_1.xlsx"):
        reply = await http.get(path)
        assert reply.status_code == 401
        assert reply.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_query_form_multipart_and_json_say_the_same(
    http: httpx.AsyncClient, head: Person
) -> None:
    address, said = f"/bot{TOKEN}/SENDMESSAGE", {"chat_id": str(HEAD), "text": "Dzień dobry"}
    replies = [
        await http.get(address, params=said),
        await http.post(address, data=said),
        await http.post(address, files={key: (None, value) for key, value in said.items()}),
        await http.post(address, json=said),
    ]
    assert {reply.json()["result"]["text"] for reply in replies} == {"Dzień dobry"}


async def test_what_telegram_has_and_the_playground_has_not_is_said_plainly(
    http: httpx.AsyncClient, head: Person
) -> None:
    assert (await call(http, "sendPoll"))["error_code"] == 501
    assert "not emulated" in (await call(http, "setWebhook", url="https://x.pl"))["description"]
    answer = await call(http, "sendMessage", chat_id=HEAD, text="x", message_thread_id=1)
    assert answer["error_code"] == 501
    assert (await call(http, "sendPigeon"))["description"] == "Not Found: method not found"


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("sendMessage", {"text": "x", "entities": "[1]"}),
        ("sendMessage", {"text": "x", "entities": '[{"type": "text_mention", "offset": 0}]'}),
        ("sendMessage", {"text": "x", "reply_markup": "{"}),
        ("sendMessage", {"text": "x", "reply_markup": "[]"}),
        ("sendMessage", {"text": "x", "reply_markup": '{"inline_keyboard": {}}'}),
        ("sendMessage", {"text": "x", "reply_parameters": "[]"}),
        ("sendMessage", {"text": "x", "reply_parameters": '{"message_id": 1}'}),
        ("sendMessage", {"text": "x", "parse_mode": "BBCode"}),
        ("editMessageText", {"text": "x"}),
        ("editMessageText", {"text": "x", "message_id": "x"}),
        ("deleteMessages", {"message_ids": "[]"}),
        ("sendChatAction", {"action": "dancing"}),
        ("sendDocument", {}),
        ("sendDocument", {"document": "nothing"}),
        ("setMyCommands", {"commands": "{}"}),
        ("setMyCommands", {"commands": "[1]"}),
        ("setMyCommands", {"commands": "[]", "scope": '{"type": "moon"}'}),
        ("setChatMenuButton", {"menu_button": '{"type": "moon"}'}),
        ("getMyCommands", {"language_code": "polski"}),
        ("answerCallbackQuery", {"callback_query_id": "1"}),
        ("answerInlineQuery", {"inline_query_id": "1"}),
    ],
)
async def test_what_cannot_be_read_is_a_bad_request(
    http: httpx.AsyncClient, head: Person, method: str, params: dict[str, str]
) -> None:
    reply = await http.post(f"/bot{TOKEN}/{method}", data={"chat_id": str(HEAD), **params})
    assert reply.status_code == 400
    assert reply.json()["description"].startswith("Bad Request: ")


async def test_an_answer_quotes_the_message_it_replies_to(bot: telegram.Bot, head: Person) -> None:
    theirs = await head.say("pytanie")
    message = await bot.send_message(HEAD, "odpowiedź", reply_to_message_id=theirs)
    assert message.reply_to_message is not None
    assert message.reply_to_message.text == "pytanie"


async def test_given_entities_are_kept_and_people_mentioned_by_id_are_named(
    bot: telegram.Bot, http: httpx.AsyncClient, head: Person
) -> None:
    bold = telegram.MessageEntity("bold", 0, 4)
    assert (await bot.send_message(HEAD, "Anna", entities=[bold])).entities == (bold,)
    html = f"<a href='tg://user?id={COORDINATOR.id}'>J</a> <a href='tg://user?id=1'>nikt</a>"
    message = await bot.send_message(HEAD, html, parse_mode=ParseMode.HTML)
    [mention] = message.entities
    assert mention.user is not None
    assert mention.user.full_name == COORDINATOR.name


async def test_foreign_pages_get_nothing(playground: Playground, http: httpx.AsyncClient) -> None:
    port = playground.url.rpartition(":")[2]
    for headers in (
        {"Host": "evil.example"},
        {"Host": f"127.0.0.1.evil.example:{port}"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
    ):
        assert (await http.get("/playground/people", headers=headers)).status_code == 403
        assert (await http.post(f"/bot{TOKEN}/getMe", headers=headers)).status_code == 403
    for host in (f"localhost:{port}", f"127.0.0.1:{port}"):
        own = {"Host": host, "Origin": f"http://{host}"}
        assert (await http.get("/playground/people", headers=own)).status_code == 200


# --- writing to people --------------------------------------------------------------------------


async def test_python_telegram_bot_reads_everything_that_is_answered(
    bot: telegram.Bot, http: httpx.AsyncClient, head: Person
) -> None:
    assert (await bot.get_me()).username == "komplet_test_bot"
    assert (await bot.get_chat(HEAD)).full_name == HEAD_OF_WLODAWA.name
    button = InlineKeyboardButton("Zatwierdź", callback_data="z", api_kwargs={"style": "success"})
    message = await bot.send_message(
        HEAD,
        "<b>😀 Włodawa</b> &lt;8/4&gt;",
        parse_mode=ParseMode.HTML,
        reply_markup=InlineKeyboardMarkup([[button]]),
    )
    assert message.text == "😀 Włodawa <8/4>"
    assert list(message.parse_entities().values()) == ["😀 Włodawa"]
    assert message.reply_markup is not None
    assert message.reply_markup.to_dict()["inline_keyboard"][0][0]["style"] == "success"
    await head.tap("Zatwierdź")
    [update] = await bot.get_updates()
    query = update.callback_query
    assert query is not None
    assert (query.data, query.from_user.id, query.message) == ("z", HEAD, message)
    await query.answer("Nie teraz", show_alert=True)
    assert await head.alert() == "Nie teraz"
    edited = await message.edit_text("Zrobione")
    assert isinstance(edited, telegram.Message)
    assert (edited.reply_markup, edited.edit_date is not None) == (None, True)
    await bot.send_chat_action(HEAD, "typing")
    assert await message.delete()


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", "message text is empty"),
        ("  \n ", "text must be non-empty"),
        ("x" * 4097, "message is too long"),
        ("<b>x", "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
        ("1 < 2", 'can\'t parse entities: Unsupported start tag "" at byte offset 2'),
    ],
)
async def test_a_text_that_telegram_refuses_is_refused_in_its_words(
    http: httpx.AsyncClient, head: Person, text: str, refusal: str
) -> None:
    answer = await call(http, "sendMessage", chat_id=HEAD, text=text, parse_mode="HTML")
    assert (answer["error_code"], answer["description"]) == (400, f"Bad Request: {refusal}")


async def test_the_limit_of_a_text_counts_what_is_left_of_the_markup(
    bot: telegram.Bot, head: Person
) -> None:
    message = await bot.send_message(HEAD, f"<b>{'x' * 4096}</b>", parse_mode=ParseMode.HTML)
    assert message.text is not None
    assert len(message.text) == 4096


@pytest.mark.parametrize(
    ("rows", "refusal"),
    [
        ([[{"text": "x", "callback_data": "ż" * 33}]], "BUTTON_DATA_INVALID"),
        ([[{"text": "x", "callback_data": "x"}] * 8] * 13, "reply markup is too long"),
        (
            [[{"text": "x"}]],
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            [[{"text": "x", "url": "http://localhost/"}]],
            "inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL",
        ),
        (
            [[{"text": "x", "callback_data": "x", "style": "pink"}]],
            "can't parse inline keyboard button: Invalid button style specified",
        ),
    ],
)
async def test_a_keyboard_that_telegram_refuses_is_refused(
    http: httpx.AsyncClient, head: Person, rows: list[list[Json]], refusal: str
) -> None:
    markup = {"inline_keyboard": rows}
    answer = await call(http, "sendMessage", chat_id=HEAD, text="x", reply_markup=markup)
    assert answer["description"] == f"Bad Request: {refusal}"


async def test_callback_data_of_64_bytes_comes_back_whole(bot: telegram.Bot, head: Person) -> None:
    data = "ż" * 32
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("Dalej", callback_data=data)]])
    await bot.send_message(HEAD, "x", reply_markup=markup)
    await head.tap("Dalej")
    [update] = await bot.get_updates()
    assert update.callback_query is not None
    assert update.callback_query.data == data


async def test_only_people_who_came_can_be_written_to(
    bot: telegram.Bot, http: httpx.AsyncClient, head: Person
) -> None:
    stranger = Person(http, STRANGER)
    with pytest.raises(telegram.error.BadRequest, match="Chat not found"):
        await bot.send_message(1, "x")
    with pytest.raises(telegram.error.Forbidden, match="can't initiate conversation with a user"):
        await bot.send_message(STRANGER.id, "x")
    await stranger.open()
    await bot.send_message(STRANGER.id, "x")
    await stranger.block()
    with pytest.raises(telegram.error.Forbidden, match="bot was blocked by the user"):
        await bot.send_message(STRANGER.id, "x")
    await stranger.unblock()
    await bot.send_message(STRANGER.id, "x")
    changes = [u.my_chat_member for u in await bot.get_updates() if u.my_chat_member]
    assert [c.new_chat_member.status for c in changes] == ["kicked", "member"]


# --- changing what was written ------------------------------------------------------------------


async def test_edits_are_refused_as_telegram_refuses_them(bot: telegram.Bot, head: Person) -> None:
    theirs = await head.say("moje")
    message = await bot.send_message(HEAD, "Karta", reply_markup=keyboard("Dalej"))
    with pytest.raises(telegram.error.BadRequest, match="Message is not modified: specified new"):
        await message.edit_text("Karta", reply_markup=keyboard("Dalej"))
    with pytest.raises(telegram.error.BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("x", HEAD, theirs)
    with pytest.raises(telegram.error.BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", HEAD, message.message_id + 1)
    file = await bot.send_document(HEAD, b"x", filename="x.txt", caption="Plik")
    with pytest.raises(telegram.error.BadRequest, match="There is no text in the message to edit"):
        await file.edit_text("x")
    await file.edit_caption("Inny podpis")
    await message.edit_reply_markup(keyboard("Wstecz"))
    with pytest.raises(telegram.error.BadRequest, match="not modified"):
        await message.edit_reply_markup(keyboard("Wstecz"))
    assert (await head.see()).with_button("Dalej") is None


async def test_a_message_is_deleted_once_and_only_while_it_is_fresh(
    playground: Playground, bot: telegram.Bot, head: Person
) -> None:
    fresh = await bot.send_message(HEAD, "a")
    await fresh.delete()
    with pytest.raises(telegram.error.BadRequest, match="Message to delete not found"):
        await fresh.delete()
    old = await bot.send_message(HEAD, "b")
    playground.world.clock.move(timedelta(hours=49))
    with pytest.raises(telegram.error.BadRequest, match="Message can't be deleted"):
        await old.delete()
    assert await bot.delete_messages(HEAD, [old.message_id, fresh.message_id])
    assert old.message_id in {m.id for m in (await head.see()).messages}


async def test_a_tap_is_answered_once_and_in_time(
    playground: Playground, bot: telegram.Bot, head: Person
) -> None:
    await bot.send_message(HEAD, "x", reply_markup=keyboard("Dalej"))
    await head.tap("Dalej")
    [update] = await bot.get_updates()
    query = update.callback_query
    assert query is not None
    with pytest.raises(telegram.error.BadRequest, match="Message_too_long"):
        await query.answer("x" * 201)
    await query.answer("x" * 200)
    with pytest.raises(telegram.error.BadRequest, match="Query is too old"):
        await query.answer()
    await head.tap("Dalej")
    late = (await bot.get_updates(offset=update.update_id + 1))[0].callback_query
    assert late is not None
    playground.world.clock.move(timedelta(minutes=10))
    with pytest.raises(telegram.error.BadRequest, match="Query is too old"):
        await late.answer()


# --- files --------------------------------------------------------------------------------------


async def test_files_come_back_byte_for_byte_in_both_directions(
    bot: telegram.Bot, head: Person
) -> None:
    content = bytes(range(256)) * 100
    await head.upload("tabela ąę.xlsx", content, caption="nasza tabela")
    [update] = await bot.get_updates()
    assert update.message is not None
    document = update.message.document
    assert document is not None
    assert (document.file_name, document.file_size) == ("tabela ąę.xlsx", len(content))
    assert update.message.caption == "nasza tabela"
    file = await document.get_file()
    assert bytes(await file.download_as_bytearray()) == content
    await bot.send_document(HEAD, content, filename="zarządzenie.docx")
    assert await head.document("zarządzenie") == content
    again = await bot.send_document(HEAD, document.file_id)
    assert again.document == document
    with pytest.raises(telegram.error.BadRequest, match="Invalid file_id"):
        await bot.get_file("nothing")
    with pytest.raises(telegram.error.BadRequest, match="Message caption is too long"):
        await bot.send_document(HEAD, content, filename="x", caption="x" * 1025)


async def test_a_file_may_be_attached_under_another_name(
    http: httpx.AsyncClient, head: Person
) -> None:
    reply = await http.post(
        f"/bot{TOKEN}/sendDocument",
        data={"chat_id": HEAD, "document": "attach://elsewhere"},
        files={"elsewhere": ("a.csv", b"1;2", "text/csv")},
    )
    document = reply.json()["result"]["document"]
    assert (document["file_name"], document["mime_type"]) == ("a.csv", "text/csv")


PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000003000000020806000000")
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b080002000301011100ffd9")


@pytest.mark.parametrize("picture", [PNG, JPEG])
async def test_a_photo_tells_its_size_and_what_is_no_picture_is_refused(
    bot: telegram.Bot, head: Person, picture: bytes
) -> None:
    message = await bot.send_photo(HEAD, picture, caption="Stan")
    assert [(size.width, size.height) for size in message.photo] == [(3, 2)]
    assert await head.document() == picture
    with pytest.raises(telegram.error.BadRequest, match="Image_process_failed"):
        await bot.send_photo(HEAD, b"not a picture")


# --- what the bot says about itself -------------------------------------------------------------


async def test_each_person_sees_the_commands_of_the_narrowest_scope(
    bot: telegram.Bot, http: httpx.AsyncClient, head: Person
) -> None:
    async def menu(person: Person) -> list[str]:
        return [c["command"] for c in (await person.see()).raw["commands"]]

    coordinator = Person(http, COORDINATOR)
    await coordinator.open()
    await bot.set_my_commands([("help", "Help")])
    await bot.set_my_commands([("pomoc", "Pomoc")], language_code="pl")
    own = telegram.BotCommandScopeChat(COORDINATOR.id)
    await bot.set_my_commands([("import", "Tabela")], scope=own)
    assert (await menu(head), await menu(coordinator)) == (["pomoc"], ["import"])
    await bot.delete_my_commands(scope=own)
    assert await menu(coordinator) == ["pomoc"]
    assert [c.command for c in await bot.get_my_commands()] == ["help"]
    with pytest.raises(telegram.error.BadRequest, match="Bot_command_invalid"):
        await bot.set_my_commands([("Źle", "x")])


async def test_descriptions_and_menu_button_are_kept_by_language_and_chat(
    bot: telegram.Bot, head: Person
) -> None:
    await bot.set_my_description("Helps", None)
    await bot.set_my_description("Pomaga", "pl")
    await bot.set_my_short_description("Krótko")
    assert (await bot.get_my_description("pl")).description == "Pomaga"
    assert (await bot.get_my_description("en")).description == "Helps"
    assert (await bot.get_my_short_description()).short_description == "Krótko"
    assert (await head.see()).raw["description"] == "Pomaga"
    await bot.set_chat_menu_button(HEAD, telegram.MenuButtonCommands())
    assert (await bot.get_chat_menu_button(HEAD)).type == "commands"
    with pytest.raises(telegram.error.BadRequest, match="too_long"):
        await bot.set_my_short_description("x" * 121)


async def test_every_call_is_written_down_with_its_answer(
    http: httpx.AsyncClient, bot: telegram.Bot, head: Person
) -> None:
    await bot.send_message(HEAD, "x", reply_markup=keyboard("Dalej"))
    with pytest.raises(telegram.error.BadRequest):
        await bot.send_message(1, "x")
    log = (await http.get("/playground/calls", params={"method": "sendMessage"})).json()["calls"]
    assert [entry["answer"]["ok"] for entry in log] == [True, False]
    assert log[0]["params"]["reply_markup"]["inline_keyboard"][0][0]["text"] == "Dalej"
    assert TOKEN not in json.dumps(log)
