"""The guided tour plays the whole job, on a phone and on a desk: the story the README shows.

`make pictures` keeps its pictures in docs/screens.
"""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE, Opened, Scheme, check_accessible

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

STEPS = 27
PICTURES = os.environ.get("KOMPLET_PICTURES", "")
# The picture is taken before the step of this number is done: what is to be tapped is in a ring.
ON_A_PHONE = {16: "phone-step-1", 21: "phone-editors", 24: "phone-approval"}


def keep(page: Page, name: str, scheme: Scheme = "light") -> None:
    """Keep a picture, when asked for."""
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.screenshot(path=Path(PICTURES) / f"{name}.png", animations="disabled")
        page.emulate_media(color_scheme="light")


def step_is(page: Page, number: int, words: str = "Krok {} z {}") -> None:
    """Wait until the tour announces the step and is ready for the next tap."""
    expect(page.locator("#tour-count")).to_have_text(words.format(number, STEPS), timeout=20_000)
    expect(page.locator("#tour-next")).to_have_attribute("aria-disabled", "false")


def go_on(page: Page) -> None:
    page.locator("#tour-next").click()


def see_chat(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def last_card(page: Page) -> str:
    return page.locator(".message.theirs").last.inner_text()


def test_on_a_phone_the_tour_goes_from_the_invitation_to_an_accepted_team(
    address: str, opened: Opened
) -> None:
    page = opened(address, PHONE)
    expect(page.locator("#welcome-title")).to_have_text("Komplet na próbę")
    check_accessible(page, "welcome on a phone")
    page.locator("#welcome-tour").click()
    for number in range(1, STEPS + 1):
        step_is(page, number)
        expect(page.locator(".tour-target")).to_be_in_viewport()
        if number in ON_A_PHONE:
            keep(page, ON_A_PHONE[number])
        if number in {2, 8, 21}:
            check_accessible(page, f"step {number} on a phone")
        if number == 19:
            keep(page, "phone-list-dark", "dark")
        go_on(page)
    expect(page.locator("#tour-what")).to_have_text("Urząd ma komplet", timeout=20_000)
    assert "zaakceptowane przez Doradcę" in last_card(page)
    go_on(page)
    expect(page.locator("#tour")).to_be_hidden()
    see_chat(page, "Tomasz Bartoszuk")
    expect(page.get_by_text("Stan: zaakceptowane przez Doradcę").first).to_be_attached()
    # The stranger never met the bot and knows nothing.
    see_chat(page, "Karol Nowicki")
    expect(page.get_by_role("button", name="Rozpocznij")).to_be_visible()


def test_on_a_desk_two_chats_stand_side_by_side_and_the_head_approves_what_arrives(
    address: str, opened: Opened
) -> None:
    page = opened(address, DESK)
    check_accessible(page, "welcome on a desk")
    page.locator("#welcome-tour").click()
    for number in range(1, 22):
        step_is(page, number)
        go_on(page)
    step_is(page, 22)
    # The head's chat is opened beside the Sekretarz's; what is sent appears there at once.
    page.get_by_role("button", name="Drugi czat obok").click()
    second = page.locator(".chat[data-second=true]")
    second.locator(".messages").focus()
    see_chat(page, "Tomasz Bartoszuk")
    expect(second.locator(".chat-as")).to_contain_text("starosta włodawski")
    page.locator(".chat[data-second=false] .key", has_text="Wyślij").click()
    second.get_by_role("button", name="Pokaż").click(timeout=20_000)
    approve = second.locator(".message").last.get_by_role("button", name="Zatwierdź")
    expect(approve).to_be_in_viewport()
    check_accessible(page, "two chats")
    keep(page, "desk-two-chats")
    approve.click()
    expect(second.get_by_text("Stan: zatwierdzone").last).to_be_attached(timeout=20_000)


def test_a_step_that_the_newcomer_takes_by_hand_counts_too(address: str, opened: Opened) -> None:
    page = opened(address, DESK)
    page.locator("#welcome-tour").click()
    step_is(page, 1)
    page.get_by_role("button", name="Otwórz zaproszenie").click()
    step_is(page, 2)
    page.get_by_role("button", name="Potwierdzam").click()
    step_is(page, 3)
    page.get_by_role("button", name="Zakończ przewodnik").click()
    expect(page.locator("#tour")).to_be_hidden()
    expect(page.locator("#tour-start")).to_be_focused()


def test_the_tour_speaks_english_too(address: str, opened: Opened) -> None:
    page = opened(address, PHONE)
    page.get_by_role("button", name="Narzędzia próby").click()
    page.get_by_role("button", name="English").click()
    expect(page).to_have_title("Try Komplet")
    page.get_by_role("button", name="Close").click()
    page.get_by_role("button", name="See it all in 2 minutes").click()
    for number in range(1, 4):
        step_is(page, number, "Step {} of {}")
        go_on(page)
    step_is(page, 4, "Step {} of {}")
    expect(page.locator("#tour-what")).to_contain_text("checks the preview")
