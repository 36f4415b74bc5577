"""Takes the pictures of docs/screens.md and writes that page: `python -m tests.browser.album docs`.

The playground runs as for anybody; people act over HTTP, and what they see is photographed from
its page on a phone: one card, whole, with its buttons.
"""

import asyncio
import io
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from PIL import Image
from playwright.async_api import FloatRect, Locator, Page, async_playwright

from bot.playground.cast import (
    ADVISOR,
    COORDINATOR,
    HEAD_OF_TERESPOL,
    HEAD_OF_WLODAWA,
    SECRETARY,
    STRANGER,
)
from tests.browser.conftest import CHROMIUM, FLAGS, PHONE
from tests.person import Message, Person, Sight

TALL = 2400
"""Pixels: the highest card is seen whole."""
MARGIN = 8
COLOURS = 64
IN_A_ROW = 3


@dataclass
class Album:
    """A phone before the page, and the pictures that were kept."""

    folder: Path
    page: Page
    http: httpx.AsyncClient
    coordinator: Person
    advisor: Person
    head: Person
    other_head: Person
    secretary: Person
    stranger: Person
    kept: list[tuple[str, list[tuple[str, str]]]] = field(default_factory=list, kw_only=True)
    """By chapter: the name of each picture and the line below it."""

    def chapter(self, title: str) -> None:
        self.kept.append((title, []))

    async def keep(self, person: Person, name: str, line: str, part: str) -> None:
        """Photograph the person's newest message that contains the text."""
        message = await person.shown(part)
        await self._see(person)
        bubble = self.page.locator(f".messages [data-id='{message.id}']").filter(has_text=part)
        await self._photograph(bubble, name, line)

    async def _see(self, person: Person) -> None:
        await self.page.locator(f"[data-person='{person.member.id}']").click()

    async def _photograph(self, part: Locator, name: str, line: str) -> None:
        box = await part.bounding_box()
        while box != (box := await self._box_a_frame_later(part)):
            pass
        assert box is not None
        assert box["y"] >= 0, f"{name}: the newest message that says so is out of sight"
        taken = await self.page.screenshot(
            animations="disabled",
            clip={
                "x": 0,
                "y": max(0.0, box["y"] - MARGIN),
                "width": PHONE[0],
                "height": box["height"] + 2 * MARGIN,
            },
        )
        picture = Image.open(io.BytesIO(taken)).convert("RGB")
        few = picture.quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(self.folder / f"{name}.png", optimize=True)
        self.kept[-1][1].append((name, line))

    async def _box_a_frame_later(self, part: Locator) -> FloatRect | None:
        """Where it stands when the page has been painted: the chat may still be scrolling."""
        painted = "() => new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))"
        await self.page.evaluate(painted)
        return await part.bounding_box()

    async def say(self, person: Person, text: str, *shot: str) -> None:
        """Write, and keep a picture where its name, line and part are given."""
        await person.say(text)
        await self._kept(person, shot)

    async def tap(self, person: Person, label: str, *shot: str) -> None:
        """Tap a button as `tap` does, and keep a picture where one is described."""
        await tap(person, label)
        await self._kept(person, shot)

    async def come_in(self, person: Person, link: str, *shot: str) -> None:
        """Follow a link and confirm it."""
        await person.open(link)
        await self.tap(person, "Potwierdzam", *shot)

    async def _kept(self, person: Person, shot: tuple[str, ...]) -> None:
        if shot:
            name, line, part = shot
            await self.keep(person, name, line, part)

    async def keep_inline(self, person: Person, query: str, name: str, line: str) -> None:
        """Photograph what `@bot query` offers above the keyboard."""
        await self._see(person)
        bot = (await self.http.get("/playground/people")).json()["bot"]["username"]
        await self.page.locator(".chat[data-second=false] textarea").fill(f"@{bot} {query}")
        results = self.page.locator(".chat[data-second=false] .results")
        await results.locator(".result").first.wait_for()
        await self._photograph(results, name, line)
        await self.page.locator(".chat[data-second=false] textarea").fill("")

    async def move_clock(self, hours: float) -> None:
        """Let so many hours pass."""
        (await self.http.post("/playground/clock", json={"hours": hours})).raise_for_status()

    def written(self) -> str:
        """The page that shows them, in Markdown."""
        lines = [
            "# The cards of every role",
            "",
            "Taken from the playground's page at phone width. `make pictures` does it anew.",
        ]
        for title, pictures in self.kept:
            lines += ["", f"## {title}"]
            for start in range(0, len(pictures), IN_A_ROW):
                row = pictures[start : start + IN_A_ROW]
                lines += [
                    "",
                    f"| {' | '.join(line for _, line in row)} |",
                    "|" + " --- |" * len(row),
                    f"| {' | '.join(f'![{line}](screens/{name}.png)' for name, line in row)} |",
                ]
        return "\n".join(lines) + "\n"


async def tap(person: Person, part: str) -> None:
    """Tap the newest button whose label contains the text, wherever in the chat it stands."""

    def found(sight: Sight) -> tuple[Message, str] | None:
        return next(
            (
                (message, label)
                for message in reversed(sight.messages)
                for label in message.buttons
                if part in label
            ),
            None,
        )

    message, label = await person.find(found, f"a button like {part!r}")
    await person.tap(label, on=message)
    await person.alert()


async def links(person: Person, count: int) -> list[str]:
    """The first so many invitation links in the chat."""

    def found(sight: Sight) -> list[str] | None:
        every = [
            word
            for message in sight.messages
            if message.from_bot
            for word in message.text.split()
            if "?start=" in word
        ]
        return every if len(every) >= count else None

    return await person.find(found, f"{count} links")


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Album]:
    """A fresh playground, a phone before it, and an empty album."""
    playground = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "playground", "--no-open", "--port", "0"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    assert playground.stdout is not None
    try:
        said = ""
        while not (at := re.search(r"http://127\.0\.0\.1:\d+", said)):
            line = await playground.stdout.readline()
            assert line, f"the playground did not say where it is: {said}"
            said += line.decode()
        listening = asyncio.ensure_future(_passed_on(playground.stdout))
        async with (
            httpx.AsyncClient(base_url=at.group(), timeout=60) as http,
            async_playwright() as play,
        ):
            chromium = await play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            page = await chromium.new_page(
                locale="pl-PL",
                viewport={"width": PHONE[0], "height": TALL},
                reduced_motion="reduce",
            )
            await page.goto(f"{at.group()}/#{STRANGER.id}")
            yield Album(
                folder,
                page,
                http,
                *Person.on(
                    http,
                    *(COORDINATOR, ADVISOR, HEAD_OF_WLODAWA),
                    *(HEAD_OF_TERESPOL, SECRETARY, STRANGER),
                ),
            )
            await chromium.close()
    finally:
        playground.terminate()
        await playground.wait()
    await listening


async def _passed_on(said: asyncio.StreamReader) -> None:
    """What the playground says, told on at once: a full pipe would hold it up."""
    while line := await said.readline():
        sys.stderr.write(line.decode())


async def taken(docs: Path) -> None:
    """Play the job through, keep its cards, write the page."""
    from tests.browser.walk import walk

    folder = docs / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    async with opened(folder) as album:
        await walk(album)
    (docs / "screens.md").write_text(album.written(), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(taken(Path(sys.argv[1])))
