"""The playground's Bot API over real HTTP, with python-telegram-bot as the judge."""

import asyncio
import json
from typing import Any

import httpx
import pytest
import telegram
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import ParseMode

from bot.playground.bot_api import Playground
from bot.playground.cast import COORDINATOR, HEAD_OF_WLODAWA
from tests.bot.probing import PNG
from tests.person import Person
from tests.playing import TOKEN

HEAD = HEAD_OF_WLODAWA.id
Json = dict[str, Any]


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


async def test_dropping_pending_updates_leaves_none(http: httpx.AsyncClient, head: Person) -> None:
    await head.say("raz")
    assert (await call(http, "deleteWebhook", drop_pending_updates=True))["result"] is True
    assert await updates(http) == []


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


async def test_callback_data_of_64_bytes_comes_back_whole(bot: telegram.Bot, head: Person) -> None:
    data = "ż" * 32
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("Dalej", callback_data=data)]])
    await bot.send_message(HEAD, "x", reply_markup=markup)
    await head.tap("Dalej")
    [update] = await bot.get_updates()
    assert update.callback_query is not None
    assert update.callback_query.data == data


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


async def test_the_log_shows_each_value_as_its_declared_type(
    http: httpx.AsyncClient, head: Person
) -> None:
    said = {"chat_id": str(HEAD), "text": "[1]", "protect_content": "true", "reply_markup": "{}"}
    await http.post(f"/bot{TOKEN}/sendMessage", data=said)
    log = (await http.get("/playground/calls", params={"method": "sendMessage"})).json()["calls"]
    shown = {"chat_id": HEAD, "text": "[1]", "protect_content": True, "reply_markup": {}}
    assert log[0]["params"] == shown


async def test_a_call_of_which_only_a_part_came_was_never_made(
    playground: Playground, http: httpx.AsyncClient
) -> None:
    """A bot that is killed while it speaks: Telegram acts on whole requests alone."""
    address = httpx.URL(playground.url)
    reader, writer = await asyncio.open_connection(address.host, address.port)
    whole = b'{"chat_id": 1, "text": "Dzien dobry"}'
    writer.write(
        f"POST /bot{TOKEN}/sendMessage HTTP/1.1\r\nHost: {address.host}:{address.port}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(whole)}\r\n\r\n".encode()
        + whole[:10]
    )
    writer.write_eof()
    assert await reader.read() == b""
    writer.close()
    await writer.wait_closed()
    await call(http, "getMe")
    assert [made["method"] for made in playground.world.calls] == ["getMe"]
