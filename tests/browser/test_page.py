"""One story on the playground's page, in a real headless Chromium, as a newcomer sees it.

The screenshots for the README are written when `KOMPLET_PICTURES` names a folder.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture
def address() -> Iterator[str]:
    """A playground in a process of its own, on a free port."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "playground", "--no-open", "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
    ) as playground:
        assert playground.stderr is not None
        found = None
        for line in playground.stderr:
            found = re.search(r"http://127\.0\.0\.1:\d+", line)
            if found:
                break
        assert found, "the playground did not say where it is"
        yield found.group()
        playground.terminate()
        playground.stderr.close()
        assert playground.wait(timeout=20) == 0


@pytest.mark.browser
def test_a_coordinator_imports_the_sample_table_on_the_page(address: str) -> None:
    """Invitation, sample table, confirmation, status: with the mouse alone."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1180, "height": 760}, locale="pl-PL")
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        play_story(page)
        assert not complaints
        browser.close()


def play_story(page: Page) -> None:
    """What the coordinator does, and what the head of the office then sees."""
    page.get_by_role("link", name="otwórz jej zaproszenie").or_(
        page.get_by_text("otwórz jej zaproszenie")
    ).first.click()
    page.get_by_role("button", name="Potwierdzam").click()
    expect(page.get_by_text("Tabelę koordynacyjną").last).to_be_visible()
    page.get_by_role("button", name="Załącz").click()
    page.get_by_role("menuitem", name=re.compile("Tabela przykładowa")).click()
    expect(page.get_by_text("Wczytano 6 urzędów").last).to_be_visible(timeout=15_000)
    keep_picture(page, "preview")
    page.get_by_role("button", name="Zatwierdź").click()
    expect(page.get_by_role("button", name=re.compile("SP we Włodawie")).last).to_be_visible()
    keep_picture(page, "status")
    page.get_by_role("textbox", name="Wiadomość").fill("/zaproszenia")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kogo zaprosić").last).to_be_visible()
    page.get_by_role("button", name="3. SP we Włodawie").last.click()
    expect(page.get_by_text("?start=").last).to_be_visible()


def keep_picture(page: Page, name: str) -> None:
    """Write a screenshot, when asked for."""
    folder = os.environ.get("KOMPLET_PICTURES")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(folder) / f"{name}.png"))
