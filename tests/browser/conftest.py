"""A real headless Chromium before the playground's page, and what every page must never do.

Whatever the browser complains about (errors, refused scripts, failed requests) fails the test.
"""

import os
import re
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import httpx
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests import forked

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
PHONE, DESK = (390, 844), (1280, 800)
AXE = Path(__file__).parents[2] / ".venv/clients/node_modules/axe-core/axe.min.js"
TOKEN = "4200000001:only-for-these-tests"

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
Opened = Callable[..., Page]


@contextmanager
def running(program: str, *command: str, told: signal.Signals = signal.SIGTERM) -> Iterator[str]:
    """A program of the playground in a process of its own; its address. It must stop cleanly."""
    with tempfile.TemporaryDirectory() as folder:
        pipe = Path(folder) / "said"
        os.mkfifo(pipe)
        playground = forked.start(
            program, *command, environment=dict(os.environ), folder=Path(folder), log=pipe
        )
        with pipe.open(encoding="utf-8") as lines:
            said = ""
            for line in lines:
                said += line
                found = re.search(r"http://127\.0\.0\.1:\d+", line)
                if found:
                    break
            else:
                pytest.fail(f"the playground did not say where it is: {said}")
            yield found.group()
            assert playground.pid is not None
            os.kill(playground.pid, told)
            said += lines.read()
        playground.join(20)
        assert playground.exitcode == 0, said
        assert "Traceback" not in said, said


@pytest.fixture
def address() -> Iterator[str]:
    """`komplet playground`: the whole thing."""
    with running("bot", "playground", "--no-open", "--port", "0") as url:
        yield url


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for a file of tests; its loop must be gone before an asynchronous test runs."""
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    """Opens pages: `opened(url, size)`. In the end nothing may have been complained about."""
    complaints: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(f"{message.type}: {message.text}")

    context = browser.new_context(locale="pl-PL", permissions=["clipboard-read", "clipboard-write"])

    def opened_at(url: str, size: tuple[int, int] = DESK) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.on("console", heard)
        page.on("pageerror", lambda error: complaints.append(f"page error: {error}"))
        page.goto(url)
        return page

    yield opened_at
    context.close()
    assert not complaints


def check_accessible(page: Page, where: str) -> None:
    """axe-core finds nothing, in light and in dark."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found: list[dict[str, Any]] = page.evaluate(
            "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
        )
        told = [
            f"{each['id']} ({each['impact']}): {each['help']}\n    "
            + "\n    ".join(
                node["html"][:160] + "\n    " + node["failureSummary"] for node in each["nodes"]
            )
            for each in found
        ]
        assert not told, f"{where}, {scheme}:\n" + "\n".join(told)
    page.emulate_media(color_scheme="light")


class Puppet:
    """A bot that does as it is told, over the real Bot API of a server that runs alone."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.http = httpx.Client(base_url=url, timeout=20)
        self.bot = f"/bot{TOKEN}"
        self._offset = 0

    def call(self, method: str, **params: Any) -> Any:
        """Call a method; returns its result."""
        reply = self.http.post(f"{self.bot}/{method}", json=params).json()
        assert reply["ok"], reply
        return reply["result"]

    def upload(self, method: str, field: str, name: str, content: bytes, **params: Any) -> Any:
        """Call a method that takes a file."""
        reply = self.http.post(
            f"{self.bot}/{method}", data=params, files={field: (name, content)}
        ).json()
        assert reply["ok"], reply
        return reply["result"]

    def next_update(self) -> dict[str, Any]:
        """The next update, confirmed; waits for it."""
        updates: list[dict[str, Any]] = self.call(
            "getUpdates", offset=self._offset, limit=1, timeout=10
        )
        assert updates, "no update came"
        self._offset = updates[0]["update_id"] + 1
        self.call("getUpdates", offset=self._offset, limit=1)
        return updates[0]


@pytest.fixture
def puppet() -> Iterator[Puppet]:
    """The Bot API and the page alone, with a bot that the test plays itself."""
    with running("bot_api", "--token", TOKEN) as url:
        bot = Puppet(url)
        yield bot
        bot.http.close()
