"""The people's side of the playground: what they do, what they see, and how a story waits."""

import asyncio
import socket
import sys
from datetime import timedelta

import httpx
import pytest
import telegram
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.playground.bot_api import Playground, main, serve
from bot.playground.cast import ADVISOR, CAST, COORDINATOR, STRANGER
from bot.playground.world import World
from tests.person import Person
from tests.playing import TOKEN

ME = COORDINATOR.id


@pytest.fixture
async def joanna(http: httpx.AsyncClient, bot: telegram.Bot) -> Person:
    person = Person(http, COORDINATOR)
    await person.open()
    await forget(bot)
    return person


async def forget(bot: telegram.Bot) -> None:
    """Confirm everything that waits."""
    seen = await bot.get_updates()
    await bot.get_updates(offset=seen[-1].update_id + 1)


def card(*buttons: InlineKeyboardButton) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[button] for button in buttons])


DALEJ = InlineKeyboardButton("Dalej", callback_data="d1")


async def test_a_deep_link_arrives_as_start_with_its_payload(
    http: httpx.AsyncClient, bot: telegram.Bot
) -> None:
    stranger = Person(http, STRANGER)
    for link in (
        "https://t.me/komplet_test_bot?start=Ab-_9",
        "t.me/Komplet_Test_Bot?start=Ab-_9",
        "Ab-_9",
    ):
        await stranger.open(link)
    texts = [update.message.text for update in await bot.get_updates() if update.message]
    assert texts == ["/start Ab-_9"] * 3


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("https://t.me/another_bot?start=x", "another bot"),
        ("https://example.org/komplet_test_bot?start=x", "not a Telegram link"),
        ("x" * 65, "1-64"),
        ("ąę", "1-64"),
    ],
)
async def test_a_link_that_telegram_would_not_follow_is_refused(
    joanna: Person, link: str, reason: str
) -> None:
    with pytest.raises(AssertionError, match=reason):
        await joanna.open(link)


async def test_a_long_text_goes_as_several_messages(joanna: Person, bot: telegram.Bot) -> None:
    await joanna.say("x" * 5000)
    texts = [update.message.text or "" for update in await bot.get_updates() if update.message]
    assert [len(text) for text in texts] == [4096, 904]
    with pytest.raises(AssertionError, match="blank"):
        await joanna.say("  \n ")


async def test_a_correction_reaches_the_bot_as_an_edited_message(
    joanna: Person, bot: telegram.Bot
) -> None:
    sent = await joanna.say("Ana Kowalczyk")
    await joanna.edit(sent, "Anna Kowalczyk /stan")
    await forget_first(bot)
    [update] = await bot.get_updates()
    assert update.edited_message is not None
    assert update.edited_message.message_id == sent
    assert update.edited_message.text == "Anna Kowalczyk /stan"
    assert len(update.edited_message.entities) == 1


async def forget_first(bot: telegram.Bot) -> None:
    await bot.get_updates(offset=(await bot.get_updates())[0].update_id + 1)


async def test_a_button_is_tapped_on_the_newest_message_that_has_it_or_on_an_old_one(
    joanna: Person, bot: telegram.Bot
) -> None:
    old = await bot.send_message(ME, "Karta 1", reply_markup=card(DALEJ))
    await bot.send_message(ME, "Karta 2", reply_markup=card(DALEJ))
    await bot.send_message(ME, "Bez przycisków")
    await joanna.tap("Dalej")
    first_card = next(m for m in (await joanna.see()).messages if m.id == old.message_id)
    await joanna.tap("Dalej", on=first_card)
    await joanna.forge("cudze", on=first_card)
    queries = [update.callback_query for update in await bot.get_updates()]
    seen = [(q.message.text, q.data) for q in queries if q and isinstance(q.message, telegram.Message)]  # fmt: skip  # noqa: E501
    assert seen == [("Karta 2", "d1"), ("Karta 1", "d1"), ("Karta 1", "cudze")]


async def test_a_button_that_is_no_longer_there_cannot_be_tapped(
    joanna: Person, bot: telegram.Bot
) -> None:
    message = await bot.send_message(ME, "Karta", reply_markup=card(DALEJ))
    before = await joanna.card()
    await message.edit_reply_markup(None)
    with pytest.raises(AssertionError, match="no such button"):
        await joanna.tap("Dalej", on=before)


async def test_links_and_copies_are_the_apps_own_business(
    joanna: Person, bot: telegram.Bot
) -> None:
    await bot.send_message(
        ME,
        "Zaproszenie",
        reply_markup=card(
            InlineKeyboardButton("Otwórz", url="https://t.me/komplet_test_bot?start=abc"),
            InlineKeyboardButton("Kopiuj", copy_text=telegram.CopyTextButton("abc")),
            InlineKeyboardButton("Szukaj", switch_inline_query_current_chat="włod"),
        ),
    )
    assert (await joanna.tap("Otwórz"))["url"] == "https://t.me/komplet_test_bot?start=abc"
    assert (await joanna.tap("Kopiuj"))["copied"] == "abc"
    assert (await joanna.tap("Szukaj"))["inline"] == "włod"
    assert not await bot.get_updates()


async def test_waiting_ends_as_soon_as_the_bot_has_spoken(
    joanna: Person, bot: telegram.Bot
) -> None:
    waiting = asyncio.create_task(joanna.until("Krok 2", timeout=5))
    await bot.send_message(ME, "Krok 1")
    message = await bot.send_message(ME, "Jeszcze nie")
    await message.edit_text("Krok 2 z 3", reply_markup=card(DALEJ))
    assert (await waiting).buttons == ["Dalej"]
    assert await joanna.buttons() == ["Dalej"]


async def test_waiting_in_vain_prints_the_chat_like_a_screenplay(
    joanna: Person, bot: telegram.Bot
) -> None:
    await bot.send_message(ME, "Krok 1\nProszę wybrać", reply_markup=card(DALEJ))
    await joanna.tap("Dalej")
    query = (await bot.get_updates())[0].callback_query
    assert query is not None
    await query.answer("Za dużo osób", show_alert=True)
    with pytest.raises(AssertionError) as failure:
        await joanna.until("Krok 2", timeout=0.05)
    assert str(failure.value) == (
        "waited for 'Krok 2' on the card in vain:\n"
        "--- Joanna Maciejewska (koordynatorka projektu) ---\n"
        "Joanna: /start\n"
        "Komplet: Krok 1\n"
        "    Proszę wybrać\n"
        "    [Dalej]\n"
        "(answer to a tap, as an alert: Za dużo osób)"
    )


async def test_an_inline_query_shows_what_the_bot_found(joanna: Person, bot: telegram.Bot) -> None:
    asking = asyncio.create_task(joanna.ask_inline("rejowiec"))
    [update] = await bot.get_updates(timeout=5)
    assert update.inline_query is not None
    assert update.inline_query.query == "rejowiec"
    text = telegram.InputTextMessageContent("Rejowiec: 2 z 3")
    await update.inline_query.answer([telegram.InlineQueryResultArticle("1", "Rejowiec", text)])
    assert [result["title"] for result in await asking] == ["Rejowiec"]


async def test_whoever_blocked_the_bot_writes_nothing_until_it_is_let_back_in(
    joanna: Person, bot: telegram.Bot
) -> None:
    await joanna.block()
    with pytest.raises(AssertionError, match="the bot is blocked"):
        await joanna.say("halo")
    await joanna.open()
    assert (await joanna.see()).raw["person"]["blocked"] is False


async def test_only_a_picture_can_be_sent_as_a_photo(joanna: Person, bot: telegram.Bot) -> None:
    with pytest.raises(AssertionError, match="PNG or JPEG"):
        await joanna.upload("lista.txt", b"Anna", as_photo=True)
    with pytest.raises(AssertionError, match="empty"):
        await joanna.upload("lista.txt", b"")


async def test_the_list_of_people_tells_who_has_unread_messages(
    http: httpx.AsyncClient, joanna: Person, bot: telegram.Bot
) -> None:
    async def everybody(**params: float) -> dict[int, tuple[int, str]]:
        seen = (await http.get("/playground/people", params=params)).json()
        return {
            person["id"]: (person["unread"], (person["last"] or {}).get("text", ""))
            for person in seen["people"]
        }

    assert list(await everybody()) == [member.id for member in CAST]
    await bot.send_message(ME, "raz")
    await bot.send_message(ME, "dwa")
    assert (await everybody())[ME] == (2, "dwa")
    await http.post(f"/playground/people/{ME}/read")
    assert (await everybody())[ME] == (0, "dwa")
    assert (await everybody())[ADVISOR.id] == (0, "")


async def test_a_story_can_wait_for_the_queue_to_be_empty_and_for_a_call(
    http: httpx.AsyncClient, joanna: Person, bot: telegram.Bot
) -> None:
    await joanna.say("raz")
    assert (await http.get("/playground/queue")).json() == {"pending": 1}
    idle = asyncio.create_task(http.get("/playground/queue", params={"idle": 1, "timeout": 5}))
    await forget(bot)
    assert (await idle).json() == {"pending": 0}
    params: dict[str, str | float] = {"method": "sendMessage", "timeout": 5}
    called = asyncio.create_task(http.get("/playground/calls", params=params))
    await bot.send_message(ME, "dwa")
    [call] = (await called).json()["calls"]
    assert call["params"]["text"] == "dwa"


async def test_time_moves_forward_only_and_messages_bear_the_new_date(
    http: httpx.AsyncClient, joanna: Person, bot: telegram.Bot
) -> None:
    before = (await bot.send_message(ME, "dziś")).date
    moved = (await http.post("/playground/clock", json={"hours": 24 * 7})).json()
    assert moved["moved_hours"] == 24 * 7
    after = (await bot.send_message(ME, "za tydzień")).date
    assert timedelta(days=7) <= after - before < timedelta(days=7, minutes=1)
    assert (await http.post("/playground/clock", json={"hours": -1})).status_code == 400


async def test_a_file_of_the_chat_is_never_shown_as_a_page_of_the_playground(
    http: httpx.AsyncClient, joanna: Person, bot: telegram.Bot
) -> None:
    sent = await bot.send_document(ME, b"<script>alert(1)</script>", filename="ż.html")
    assert sent.document is not None
    reply = await http.get(f"/playground/files/{sent.document.file_id}")
    assert reply.headers["content-type"] == "application/octet-stream"
    assert reply.headers["content-disposition"] == "attachment; filename*=UTF-8''%C5%BC.html"


async def test_the_page_takes_nothing_from_elsewhere(http: httpx.AsyncClient) -> None:
    page = await http.get("/")
    assert "script-src 'self'" in page.headers["content-security-policy"]
    for name in ("app.js", "bubbles.js", "dom.js", "menus.js", "api.js", "style.css"):
        asset = await http.get(f"/static/{name}")
        assert asset.status_code == 200
        assert "innerHTML" not in asset.text
    assert "//" not in page.text.replace("<!doctype html>", "")


async def test_nonsense_is_refused_and_the_server_lives_on(http: httpx.AsyncClient) -> None:
    person = f"/playground/people/{ME}"
    assert (await http.get("/playground/people/1")).status_code == 400
    assert (await http.post(f"{person}/dance")).status_code == 404
    assert (await http.post(f"{person}/say", content=b"{")).status_code == 400
    assert (await http.post(f"{person}/say", json=["x"])).status_code == 400
    assert (await http.post(f"{person}/say", json={"text": 1})).status_code == 400
    assert (await http.post(f"{person}/tap", json={"message_id": "x"})).status_code == 400
    assert (await http.post(f"{person}/upload", data={"caption": "x"})).status_code == 400
    assert (await http.get("/playground/people", params={"after": "x"})).status_code == 400
    assert (await http.get("/playground/files/none")).status_code == 404
    assert (await http.get("/playground/queue")).json() == {"pending": 0}


async def test_a_taken_port_is_told(playground: Playground) -> None:
    port = int(playground.url.rpartition(":")[2])
    with pytest.raises(OSError, match="in use"):
        async with serve(World(), port):
            pass


async def test_stopping_the_server_ends_every_long_poll_at_once() -> None:
    async with httpx.AsyncClient() as http, asyncio.timeout(5):
        async with serve(World(TOKEN)) as playground:
            poll = asyncio.create_task(
                http.get(f"{playground.url}/bot{TOKEN}/getUpdates?timeout=50", timeout=60)
            )
            await http.get(f"{playground.url}/bot{TOKEN}/getMe")
        await asyncio.wait([poll])


async def test_the_server_runs_alone_and_outlives_its_bots() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = [sys.executable, "-m", "bot.playground.bot_api"]
    process = await asyncio.create_subprocess_exec(
        *program, "--port", str(port), "--token", TOKEN, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        url = (await process.stdout.readline()).decode().strip()
        assert url == f"http://127.0.0.1:{port}"
        for _ in range(2):
            async with telegram.Bot(TOKEN, base_url=f"{url}/bot") as bot:
                assert (await bot.get_me()).username == "komplet_bot"
    finally:
        process.terminate()
        assert await process.wait() == 0


def test_a_token_that_telegram_would_never_issue_is_refused() -> None:
    for token in ("abc", ":x", "12:", "x:y"):
        with pytest.raises(ValueError, match="digits"):
            World(token)


async def test_a_person_who_changes_the_language_gets_the_commands_of_that_language(
    http: httpx.AsyncClient, bot: telegram.Bot, joanna: Person
) -> None:
    await bot.set_my_commands([telegram.BotCommand("stan", "jak stoi")])
    await bot.set_my_commands([telegram.BotCommand("stan", "how it stands")], language_code="en")
    seen = [(await joanna.see()).raw["commands"][0]["description"]]
    changed = await http.post(f"/playground/people/{ME}/language", json={"language_code": "en"})
    assert changed.status_code == 200
    seen.append((await joanna.see()).raw["commands"][0]["description"])
    assert seen == ["jak stoi", "how it stands"]
    await joanna.say("Hello")
    (update,) = await bot.get_updates()
    assert update.effective_user is not None
    assert update.effective_user.language_code == "en"
    refused = await http.post(
        f"/playground/people/{ME}/language", json={"language_code": "po polsku"}
    )
    assert refused.status_code == 400


async def act(http: httpx.AsyncClient, what: str, **body: object) -> httpx.Response:
    return await http.post(f"/playground/people/{ME}/{what}", json=body)


async def test_a_key_under_the_input_field_says_its_text_and_a_one_time_keyboard_folds(
    http: httpx.AsyncClient, joanna: Person, bot: telegram.Bot
) -> None:
    keys = telegram.ReplyKeyboardMarkup([["Tak", "Nie"]], one_time_keyboard=True)
    await bot.send_message(ME, "Na pewno?", reply_markup=keys)
    assert (await act(http, "press", text="Może")).status_code == 400
    assert (await act(http, "press", text="Tak")).status_code == 200
    [update] = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "Tak"
    assert (await joanna.see()).raw["keyboard"]["folded"] is True
    assert (await act(http, "press", text="Nie")).status_code == 400


async def test_a_key_that_asks_for_the_contact_sends_it(
    http: httpx.AsyncClient, joanna: Person, bot: telegram.Bot
) -> None:
    key = telegram.KeyboardButton("Wyślij numer", request_contact=True)
    await bot.send_message(ME, "Numer?", reply_markup=telegram.ReplyKeyboardMarkup([[key]]))
    await act(http, "press", text="Wyślij numer")
    [update] = await bot.get_updates()
    assert update.message is not None
    assert update.message.contact is not None
    assert (update.message.contact.user_id, update.message.contact.first_name) == (ME, "Joanna")


async def test_an_answer_to_a_message_carries_it(
    http: httpx.AsyncClient, joanna: Person, bot: telegram.Bot
) -> None:
    asked = await bot.send_message(ME, "Imię?", reply_markup=telegram.ForceReply())
    await act(http, "say", text="Anna", reply_to=asked.message_id)
    assert (await act(http, "say", text="Anna", reply_to=1)).status_code == 400
    [update] = await bot.get_updates()
    assert update.message is not None
    assert update.message.reply_to_message is not None
    assert update.message.reply_to_message.text == "Imię?"


async def test_one_takes_back_ones_own_message_and_no_other(
    http: httpx.AsyncClient, joanna: Person, bot: telegram.Bot
) -> None:
    mine = await joanna.say("pomyłka")
    theirs = await bot.send_message(ME, "Karta")
    assert (await act(http, "delete", message_id=mine)).status_code == 200
    assert (await act(http, "delete", message_id=theirs.message_id)).status_code == 400
    assert mine not in {message.id for message in (await joanna.see()).messages}


async def test_every_update_is_written_down_even_one_the_bot_does_not_want(
    http: httpx.AsyncClient, joanna: Person, bot: telegram.Bot
) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    await joanna.say("raz")
    log = (await http.get("/playground/updates")).json()["updates"]
    assert [entry["body"]["text"] for entry in log] == ["/start", "raz"]
    later = await http.get("/playground/updates", params={"after": log[0]["number"]})
    assert later.json()["updates"] == log[1:]


async def test_everything_starts_afresh_but_for_what_the_bot_says_of_itself(
    playground: Playground, http: httpx.AsyncClient, joanna: Person, bot: telegram.Bot
) -> None:
    renewed = []

    async def renew() -> None:
        renewed.append(dict(playground.world.files))

    playground.world.on_reset = renew
    await bot.set_my_commands([("pomoc", "Pomoc")])
    await joanna.upload("lista.txt", b"Anna")
    await http.post("/playground/clock", json={"hours": 24})
    await http.put("/playground/weather", json={"rules": [{"kind": "delay_update"}]})
    await joanna.say("to już nie dojdzie")
    watching = asyncio.create_task(
        http.get("/playground/people", params={"after": playground.world.revision, "timeout": 30})
    )
    await http.get("/playground/queue")
    assert (await http.post("/playground/reset")).status_code == 200
    assert renewed == [{}]
    assert (await watching).json()["people"][0]["started"] is False
    assert (await joanna.see()).messages == []
    assert [command["command"] for command in (await joanna.see()).raw["commands"]] == ["pomoc"]
    assert (await http.get("/playground/clock")).json()["moved_hours"] == 0
    assert (await http.get("/playground/weather")).json()["rules"] == []
    assert (await http.get("/playground/queue")).json() == {"pending": 0}
    with pytest.raises(telegram.error.Forbidden):
        await bot.send_message(ME, "x")
    await joanna.open()
    await bot.send_message(ME, "x")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--host", "0.0.0.0"), "0.0.0.0 is not a loopback address of IPv4 such as 127.0.0.1"),
        (("--host", "::1"), "::1 is not a loopback address of IPv4 such as 127.0.0.1"),
        (("--token", "abc"), "a bot token reads <digits>:<secret>"),
    ],
)
def test_a_server_that_is_told_nonsense_says_so_in_one_line(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], says: str
) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    (line,) = capsys.readouterr().err.splitlines()
    assert end.value.code == 2
    assert says in line


async def test_beyond_loopback_it_listens_only_when_told_twice() -> None:
    with pytest.raises(ValueError, match="not a loopback address"):
        async with serve(World(TOKEN), host="0.0.0.0"):
            pass
    async with (
        serve(World(TOKEN), host="0.0.0.0", beyond_loopback=True) as playground,
        httpx.AsyncClient(headers={"Host": "playground.example"}) as http,
    ):
        port = playground.url.rpartition(":")[2]
        assert (await http.get(f"http://127.0.0.1:{port}/bot{TOKEN}/getMe")).status_code == 200
        foreign = {"Origin": "http://evil.example"}
        reply = await http.get(f"http://127.0.0.1:{port}/playground/people", headers=foreign)
        assert reply.status_code == 403
