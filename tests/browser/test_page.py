"""The page as a Telegram: what it draws, and what one can do with mouse, keyboard and files."""

import base64
import json
import re
import signal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from bot.playground.cast import ADVISOR, COORDINATOR
from tests.browser.conftest import DESK, PHONE, Opened, Puppet, check_accessible, running

pytestmark = pytest.mark.browser

ME = COORDINATOR.id
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


@pytest.fixture
def joanna(puppet: Puppet, opened: Opened) -> Page:
    """The coordinator's chat on a desk, started."""
    puppet.call("setMyCommands", commands=[{"command": "stan", "description": "jak stoi"}])
    page = opened(f"{puppet.url}/#{ME}")
    page.get_by_role("button", name="Rozpocznij").click()
    assert puppet.next_update()["message"]["text"] == "/start"
    expect(composer(page)).to_be_visible()
    return page


def card(puppet: Puppet, text: str, *rows: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    sent: dict[str, Any] = puppet.call(
        "sendMessage", chat_id=ME, text=text, reply_markup={"inline_keyboard": list(rows)}, **more
    )
    return sent


def message(page: Page, text: str) -> Locator:
    return page.locator(".message", has_text=text)


def composer(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Wiadomość")


def test_formatted_text_looks_as_the_entities_say(puppet: Puppet, joanna: Page) -> None:
    puppet.call(
        "sendMessage",
        chat_id=ME,
        parse_mode="HTML",
        text="<b>Krok</b> <i>pierwszy</i> <u>z</u> <s>trzech</s> <code>K-1</code> "
        "<a href='https://example.org/'>więcej</a> <tg-spoiler>sekret</tg-spoiler> /stan\n"
        "<pre><code class='language-text'>lista</code></pre><blockquote>zasada</blockquote>"
        "<blockquote expandable>1\n2\n3\n4\n5\n6\n7</blockquote>&lt;b&gt;",
    )
    shown = message(joanna, "pierwszy")
    for tag, text in (("b", "Krok"), ("i", "pierwszy"), ("u", "z"), ("s", "trzech")):
        expect(shown.locator(tag, has_text=text).first).to_be_visible()
    expect(shown.get_by_role("link", name="więcej")).to_have_attribute(
        "href", "https://example.org/"
    )
    expect(shown.locator("pre")).to_have_text("lista")
    expect(shown.locator("blockquote").first).to_have_text("zasada")
    expect(shown).to_contain_text("<b>")
    # A spoiler is hidden from the eye and from the screen reader until it is asked for.
    expect(shown.get_by_text("sekret")).to_be_hidden()
    shown.get_by_role("button", name="Tekst ukryty, pokaż").click()
    expect(shown.get_by_text("sekret")).to_be_visible()
    shown.get_by_role("button", name="Pokaż całość").click()
    expect(shown.get_by_role("button", name="Zwiń")).to_be_visible()
    shown.get_by_role("button", name="K-1").click()
    expect(joanna.get_by_role("status")).to_have_text("Skopiowano")
    assert joanna.evaluate("navigator.clipboard.readText()") == "K-1"
    check_accessible(joanna, "formatted text")
    shown.get_by_role("button", name="/stan").click()
    assert puppet.next_update()["message"]["text"] == "/stan"


def test_a_card_is_edited_in_place_and_says_so(puppet: Puppet, joanna: Page) -> None:
    sent = card(puppet, "Wybrano: 3", [{"text": "Dalej", "callback_data": "d", "style": "success"}])
    key = joanna.get_by_role("button", name="Dalej")
    expect(key).to_have_class(re.compile("success"))
    key.focus()
    place = {"chat_id": ME, "message_id": sent["message_id"]}
    puppet.call(
        "editMessageText",
        text="Wybrano: 4",
        reply_markup={"inline_keyboard": [[{"text": "Dalej", "callback_data": "d"}]]},
        **place,
    )
    expect(message(joanna, "Wybrano: 4")).to_contain_text("edytowano")
    expect(joanna.get_by_text("Wybrano: 3")).to_have_count(0)
    expect(joanna.get_by_role("button", name="Dalej")).to_be_focused()
    puppet.call("deleteMessage", **place)
    expect(joanna.get_by_text("Wybrano: 4")).to_have_count(0)


def test_an_alert_is_a_dialog_and_gives_the_focus_back_even_to_a_card_drawn_anew(
    puppet: Puppet, joanna: Page
) -> None:
    sent = card(puppet, "Krok 2", [{"text": "Dalej", "callback_data": "d"}])
    joanna.get_by_role("button", name="Dalej").focus()
    joanna.keyboard.press("Enter")
    query = puppet.next_update()["callback_query"]
    puppet.call(
        "editMessageText",
        chat_id=ME,
        message_id=sent["message_id"],
        text="Krok 2, bez zmian",
        reply_markup=sent["reply_markup"],
    )
    puppet.call(
        "answerCallbackQuery", callback_query_id=query["id"], text="Limit: 8 osób", show_alert=True
    )
    expect(joanna.get_by_role("dialog")).to_contain_text("Limit: 8 osób")
    expect(joanna.get_by_role("button", name="OK", exact=True)).to_be_focused()
    check_accessible(joanna, "an alert")
    joanna.keyboard.press("Enter")
    expect(joanna.get_by_role("dialog")).to_have_count(0)
    expect(joanna.get_by_role("button", name="Dalej")).to_be_focused()
    # Without show_alert it is a toast, and the button stops waiting.
    joanna.keyboard.press("Enter")
    query = puppet.next_update()["callback_query"]
    puppet.call("answerCallbackQuery", callback_query_id=query["id"], text="Zapisano")
    expect(joanna.get_by_role("status")).to_have_text("Zapisano")
    expect(joanna.locator(".key.waiting")).to_have_count(0)


def test_typing_shows_until_the_message_and_one_tick_becomes_two_when_the_bot_has_it(
    puppet: Puppet, joanna: Page
) -> None:
    composer(joanna).fill("Dzień dobry")
    composer(joanna).press("Enter")
    mine = message(joanna, "Dzień dobry")
    expect(mine.get_by_role("img", name="wysłano")).to_be_visible()
    puppet.call("sendChatAction", chat_id=ME, action="typing")
    expect(joanna.locator(".chat-as").first).to_have_text("pisze…")
    puppet.next_update()
    expect(mine.get_by_role("img", name="odebrano")).to_be_visible()
    puppet.call("sendMessage", chat_id=ME, text="Witamy")
    expect(joanna.locator(".chat-as").first).to_contain_text("koordynatorka projektu")


def test_files_go_both_ways_with_their_bytes(puppet: Puppet, joanna: Page, tmp_path: Path) -> None:
    puppet.upload("sendDocument", "document", "zarządzenie.docx", b"PK-projekt", chat_id=ME)
    with joanna.expect_download() as download:
        joanna.get_by_role("link", name="zarządzenie.docx").click()
    assert download.value.suggested_filename == "zarządzenie.docx"
    assert download.value.path().read_bytes() == b"PK-projekt"
    puppet.upload("sendPhoto", "photo", "wykres.png", PIXEL, chat_id=ME, caption="Stan na dziś")
    picture = message(joanna, "Stan na dziś").locator("img")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.naturalWidth") == 1
    # By button.
    (tmp_path / "lista.txt").write_text("Anna Kowalczyk", encoding="utf-8")
    joanna.get_by_role("button", name="Załącz").click()
    with joanna.expect_file_chooser() as chooser:
        joanna.get_by_role("menuitem", name=re.compile("Plik")).click()
    chooser.value.set_files(tmp_path / "lista.txt")
    joanna.get_by_role("textbox", name="Podpis").fill("nasza lista")
    joanna.keyboard.press("Enter")
    sent = puppet.next_update()["message"]
    assert (sent["document"]["file_name"], sent["caption"]) == ("lista.txt", "nasza lista")


def test_a_pinned_message_and_a_reaction_are_shown(puppet: Puppet, joanna: Page) -> None:
    sent = puppet.call("sendMessage", chat_id=ME, text="Termin: 15 stycznia")
    place = {"chat_id": ME, "message_id": sent["message_id"]}
    puppet.call("pinChatMessage", **place)
    puppet.call("setMessageReaction", reaction=[{"type": "emoji", "emoji": "👍"}], **place)
    pinned = joanna.get_by_role("button", name="Przypięta wiadomość")
    expect(pinned).to_contain_text("Termin: 15 stycznia")
    expect(joanna.locator(".message .reactions")).to_have_text("👍")
    check_accessible(joanna, "pinned")
    puppet.call("unpinChatMessage", **place)
    expect(pinned).to_be_hidden()


def hand_over(page: Page, event: str, name: str, content: bytes, kind: str) -> None:
    """Drop or paste a file into the chat, as the desktop would."""
    page.evaluate(
        """([event, name, content, kind]) => {
            const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
            const data = new DataTransfer();
            data.items.add(new File([bytes], name, { type: kind }));
            const target = document.querySelector(".chat textarea");
            const way = { bubbles: true, cancelable: true };
            const made = event === "paste"
              ? new ClipboardEvent("paste", { clipboardData: data, ...way })
              : new DragEvent(event, { dataTransfer: data, ...way });
            target.dispatchEvent(made);
        }""",
        [event, name, base64.b64encode(content).decode(), kind],
    )


def test_a_file_can_be_dropped_and_a_picture_pasted(puppet: Puppet, joanna: Page) -> None:
    hand_over(joanna, "dragover", "tabela.csv", b"a;b", "text/csv")
    expect(joanna.get_by_text("Upuszczony tu plik trafi do rozmowy").first).to_be_visible()
    hand_over(joanna, "drop", "tabela.csv", b"a;b", "text/csv")
    expect(joanna.get_by_role("dialog")).to_contain_text("tabela.csv")
    check_accessible(joanna, "a file to send")
    joanna.get_by_role("dialog").get_by_role("button", name="Wyślij").click()
    assert puppet.next_update()["message"]["document"]["file_name"] == "tabela.csv"
    hand_over(joanna, "paste", "image.png", PIXEL, "image/png")
    expect(joanna.get_by_role("checkbox", name="Wyślij jako zdjęcie")).to_be_checked()
    joanna.keyboard.press("Enter")
    assert puppet.next_update()["message"]["photo"]


def test_a_long_list_is_pasted_whole_and_the_field_grows(puppet: Puppet, joanna: Page) -> None:
    people = "\n".join(f"{number}. Anna Kowalczyk – Kierownik Referatu" for number in range(1, 41))
    field = composer(joanna)
    low = field.bounding_box()
    joanna.evaluate("text => navigator.clipboard.writeText(text)", people)
    field.focus()
    joanna.keyboard.press("Control+V")
    high = field.bounding_box()
    assert low
    assert high
    assert low["height"] < high["height"] < DESK[1] / 2
    joanna.keyboard.press("Shift+Enter")
    joanna.keyboard.type("i jeszcze ktoś")
    joanna.keyboard.press("Enter")
    assert puppet.next_update()["message"]["text"] == f"{people}\ni jeszcze ktoś"
    expect(field).to_have_value("")
    # The apps cut what is longer than a message; the button says so beforehand.
    field.fill("a" * 5000)
    expect(joanna.get_by_role("button", name="Wyślij w 2 częściach")).to_be_visible()


def test_a_link_to_the_bot_asks_who_opens_it(puppet: Puppet, joanna: Page) -> None:
    link = "https://t.me/komplet_bot?start=Zaproszenie1"
    card(puppet, f"Link: {link}", [{"text": "Otwórz", "url": link}])
    for opener in (
        joanna.get_by_role("link", name=link),
        joanna.get_by_role("button", name="Otwórz"),
    ):
        see_joanna = joanna.get_by_role("button", name=COORDINATOR.name)
        see_joanna.first.click()
        opener.click()
        dialog = joanna.get_by_role("dialog")
        expect(dialog).to_contain_text("Kto otwiera ten link?")
        dialog.get_by_role("button", name=ADVISOR.name).click()
        started = puppet.next_update()["message"]
        assert started["text"] == "/start Zaproszenie1"
        assert started["from"]["id"] == ADVISOR.id


def test_a_day_in_the_list_of_people_leaves_the_longest_name_alone(
    puppet: Puppet, joanna: Page
) -> None:
    puppet.http.post("/playground/clock", json={"hours": 24 * 20}).raise_for_status()
    joanna.get_by_role("button", name=ADVISOR.name).click()
    joanna.get_by_role("button", name="Rozpocznij").click()
    row = joanna.locator(f"[data-person='{ME}']")
    expect(row.locator(".when")).to_have_text(re.compile(r"^\d+ \w+\.?$"))
    apart = row.evaluate(
        """row => {
            const name = document.createRange();
            name.selectNodeContents(row.querySelector("b"));
            return row.querySelector(".when").getBoundingClientRect().left
              - name.getBoundingClientRect().right;
        }"""
    )
    assert apart > 0


def test_an_unread_message_is_counted_until_its_person_is_looked_at(
    puppet: Puppet, joanna: Page
) -> None:
    joanna.get_by_role("button", name=ADVISOR.name).click()
    joanna.get_by_role("button", name="Rozpocznij").click()
    puppet.next_update()
    puppet.call("sendMessage", chat_id=ME, text="Pierwsza")
    puppet.call("sendMessage", chat_id=ME, text="Druga")
    coordinator = joanna.get_by_role("button", name=COORDINATOR.name)
    expect(coordinator).to_contain_text("2 nieprzeczytane")
    coordinator.click()
    expect(joanna.get_by_text("Druga").last).to_be_visible()
    expect(coordinator).not_to_contain_text("nieprzeczytan")


def test_the_keyboard_alone_is_enough_for_a_step(puppet: Puppet, opened: Opened) -> None:
    """From the address bar to a sent command and a tapped button, without a mouse."""
    page = opened(puppet.url)
    puppet.call("setMyCommands", commands=[{"command": "stan", "description": "jak stoi"}])

    def tab_to(name: str, role: Any = "button", most: int = 60) -> None:
        wanted = page.get_by_role(role, name=name).first
        for _ in range(most):
            page.keyboard.press("Tab")
            if wanted.evaluate("element => element === document.activeElement"):
                return
        raise AssertionError(f"{name} cannot be reached with Tab")

    tab_to(COORDINATOR.name)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Rozpocznij")).to_be_focused()
    page.keyboard.press("Enter")
    assert puppet.next_update()["message"]["text"] == "/start"
    card(puppet, "Witamy", [{"text": "Potwierdzam", "callback_data": "ok"}])
    expect(page.get_by_role("button", name="Potwierdzam")).to_be_visible()
    tab_to("Potwierdzam")
    page.keyboard.press("Space")
    query = puppet.next_update()["callback_query"]
    puppet.call("answerCallbackQuery", callback_query_id=query["id"])
    tab_to("Menu")
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem", name="/stan")).to_be_focused()
    # News in the chat does not take the focus out of an open menu.
    puppet.call("sendMessage", chat_id=ME, text="Nowa wiadomość")
    expect(message(page, "Nowa wiadomość")).to_be_visible()
    expect(page.get_by_role("menuitem", name="/stan")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Menu")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert puppet.next_update()["message"]["text"] == "/stan"


def test_a_reply_keyboard_stands_under_the_field_until_it_is_removed(
    puppet: Puppet, joanna: Page
) -> None:
    keyboard = {"keyboard": [[{"text": "Tak", "style": "success"}, {"text": "Nie"}]]}
    puppet.call("sendMessage", chat_id=ME, text="Czy to kierownik?", reply_markup=keyboard)
    keys = joanna.get_by_role("group", name="Klawiatura odpowiedzi")
    expect(keys.get_by_role("button", name="Tak")).to_have_class(re.compile("success"))
    check_accessible(joanna, "a reply keyboard")
    toggle = joanna.get_by_role("button", name="Pokaż klawiaturę odpowiedzi")
    toggle.click()
    expect(keys).to_be_hidden()
    toggle.click()
    keys.get_by_role("button", name="Nie").click()
    assert puppet.next_update()["message"]["text"] == "Nie"
    removed = {"remove_keyboard": True}
    puppet.call("sendMessage", chat_id=ME, text="Dziękuję", reply_markup=removed)
    expect(keys).to_be_hidden()
    expect(toggle).to_be_hidden()
    # One that serves once folds when it has.
    once = keyboard | {"one_time_keyboard": True}
    puppet.call("sendMessage", chat_id=ME, text="Na pewno?", reply_markup=once)
    keys.get_by_role("button", name="Tak").click()
    expect(keys).to_be_hidden()


def test_an_inline_query_lists_its_results(puppet: Puppet, joanna: Page) -> None:
    composer(joanna).fill("@komplet_bot rejowiec")
    query = puppet.next_update()["inline_query"]
    assert query["query"] == "rejowiec"
    result = {
        "type": "article",
        "id": "1",
        "title": "Urząd Gminy Rejowiec",
        "description": "w przygotowaniu",
        "input_message_content": {"message_text": "Rejowiec: w przygotowaniu"},
    }
    puppet.call("answerInlineQuery", inline_query_id=query["id"], results=[result])
    found = joanna.get_by_role("button", name="Urząd Gminy Rejowiec")
    expect(found).to_be_visible()
    check_accessible(joanna, "inline results")
    found.click()
    assert puppet.next_update()["message"]["text"] == "Rejowiec: w przygotowaniu"
    expect(composer(joanna)).to_have_value("")


def test_the_language_of_the_page_is_the_language_of_the_apps(puppet: Puppet, joanna: Page) -> None:
    puppet.call(
        "setMyCommands",
        commands=[{"command": "stan", "description": "how it stands"}],
        language_code="en",
    )
    joanna.get_by_role("button", name="English").click()
    expect(joanna.get_by_role("heading", name="Try Komplet").first).to_be_visible()
    assert joanna.locator("html").get_attribute("lang") == "en"
    joanna.get_by_role("button", name="Menu").click()
    expect(joanna.get_by_role("menuitem", name="how it stands")).to_be_visible()
    joanna.get_by_role("menuitem", name="how it stands").click()
    assert puppet.next_update()["message"]["from"]["language_code"] == "en"


def test_every_word_of_the_page_exists_in_both_languages() -> None:
    words = Path(__file__).parents[2] / "bot/playground/static/words"
    keys = {
        language: re.findall(
            r'^  "?([\w.-]+)"?:', (words / f"{language}.js").read_text(), re.MULTILINE
        )
        for language in ("pl", "en")
    }
    assert keys["pl"] == keys["en"]
    assert len(set(keys["pl"])) == len(keys["pl"])


def test_the_clock_moves_for_the_bot_as_well(address: str, opened: Opened) -> None:
    """An invitation is good for 14 days; after three weeks the bot says that it has expired."""
    page = opened(address, DESK)
    for _ in range(3):
        with page.expect_response(re.compile("/clock")):
            page.get_by_role("button", name="+1 tydz.").click()
    page.get_by_role("button", name="Bez przewodnika").click()
    page.get_by_role("button", name="Otwórz zaproszenie").click()
    expect(page.get_by_text("Ten link jest nieważny").first).to_be_visible(timeout=15_000)


@pytest.mark.parametrize(
    ("now", "morning"),
    [
        ("2026-11-26T08:00:00Z", "2026-11-27T08:00:00.000Z"),
        ("2026-11-26T07:59:00Z", "2026-11-26T08:00:00.000Z"),
        ("2026-11-27T15:00:00Z", "2026-11-30T08:00:00.000Z"),
        ("2026-12-23T12:00:00Z", "2026-12-28T08:00:00.000Z"),
        ("2027-03-26T12:00:00Z", "2027-03-30T07:00:00.000Z"),
        ("2027-05-26T12:00:00Z", "2027-05-28T07:00:00.000Z"),
    ],
)
def test_the_next_working_morning_is_nine_in_warsaw_and_no_holiday(
    puppet: Puppet, opened: Opened, now: str, morning: str
) -> None:
    """Weekends, Christmas, Easter with the change to summer time, Corpus Christi (domain.md §6)."""
    found = opened(puppet.url).evaluate(
        """async (now) => {
            const { hoursToMorning } = await import("/static/morning.js");
            return new Date(Date.parse(now) + hoursToMorning(now) * 3600000).toISOString();
        }""",
        now,
    )
    assert found == morning


def test_the_traffic_shows_every_call_and_its_answer(puppet: Puppet, joanna: Page) -> None:
    puppet.http.post(f"{puppet.bot}/sendMessage", json={"chat_id": 1, "text": "x"})
    joanna.get_by_role("button", name="Podgląd").click()
    expect(joanna.get_by_role("heading", name="Podgląd ruchu")).to_be_focused()
    failed = joanna.locator(".traffic-entry.fault")
    expect(failed).to_contain_text("sendMessage")
    failed.locator("summary").click()
    shown = failed.locator("pre").last.inner_text()
    assert json.loads(shown)["description"] == "Bad Request: chat not found"
    composer(joanna).fill("Dzień dobry")
    composer(joanna).press("Enter")
    expect(joanna.locator(".traffic-entry").first).to_contain_text("message")
    check_accessible(joanna, "traffic")
    joanna.get_by_role("heading", name="Podgląd ruchu").focus()
    joanna.keyboard.press("Escape")
    expect(joanna.get_by_role("button", name="Podgląd")).to_be_focused()


def test_weather_is_switched_on_and_off_for_the_bot(puppet: Puppet, joanna: Page) -> None:
    joanna.get_by_role("button", name="Pogoda").click()
    flood = joanna.get_by_role("switch", name=re.compile("Za szybko"))
    joanna.get_by_role("combobox", name="Jak często").select_option("za każdym razem")
    flood.press("Space")
    expect(flood).to_be_checked()
    check_accessible(joanna, "weather")
    refused = puppet.http.post(f"{puppet.bot}/sendMessage", json={"chat_id": ME, "text": "x"})
    assert refused.status_code == 429
    assert refused.json()["parameters"]["retry_after"] == 3
    joanna.get_by_role("button", name="Przywróć pogodę").click()
    expect(flood).not_to_be_checked()
    puppet.call("sendMessage", chat_id=ME, text="Znów słońce")


def test_started_afresh_nothing_is_left_and_the_invitation_serves_again(
    address: str, opened: Opened
) -> None:
    page = opened(address, DESK)
    page.get_by_role("button", name="Bez przewodnika").click()
    for _ in range(2):
        page.get_by_role("button", name="Otwórz zaproszenie").click()
        page.get_by_role("button", name="Potwierdzam").click()
        expect(page.get_by_text("Nie ma jeszcze żadnych urzędów").first).to_be_visible()
        page.get_by_role("button", name="Od nowa").click()
        page.get_by_role("button", name="Zacznij od nowa").click()
        expect(page.get_by_role("status")).to_have_text("Zaczęto od nowa", timeout=15_000)
        expect(page.locator(".person", has_text="Nie ma jeszcze")).to_have_count(0)
        page.get_by_role("button", name="Bez przewodnika").click()


def test_on_a_phone_the_tools_open_over_the_chat(puppet: Puppet, opened: Opened) -> None:
    page = opened(f"{puppet.url}/#{ME}", PHONE)
    page.get_by_role("button", name="Narzędzia próby").click()
    expect(page.get_by_role("button", name="Następny poranek roboczy")).to_be_visible()
    check_accessible(page, "tools on a phone")
    page.get_by_role("button", name="Podgląd").click()
    expect(page.get_by_role("heading", name="Podgląd ruchu")).to_be_in_viewport()


def test_ctrl_c_ends_the_playground_with_a_page_open_and_the_page_says_so(browser: Browser) -> None:
    page = browser.new_page()
    command = ("bot", "playground", "--no-open", "--port", "0")
    with running(*command, told=signal.SIGINT) as url:
        page.goto(f"{url}/#{ME}")
        expect(page.get_by_role("button", name="Otwórz zaproszenie")).to_be_visible()
    expect(page.locator(".chat-as").first).to_have_text("łączenie…")
    page.close()
