"""Prints the leaflet, docs/ulotka.html, on one page: `python -m tests.browser.leaflet docs`.

The title of the .pdf ends with the checksum of its source, so that a test can tell a stale one.
"""

import hashlib
import re
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import CHROMIUM, FLAGS

SHORT = 12


def checksum(source: Path) -> str:
    """What the title of the printed leaflet ends with."""
    return hashlib.sha256(source.read_bytes()).hexdigest()[:SHORT]


def printed(browser: Browser, source: Path) -> bytes:
    """The .pdf of the leaflet, on as many pages of A4 as it takes."""
    page = browser.new_page()
    page.goto(source.absolute().as_uri())
    page.evaluate("sum => { document.title += ` · ${sum}` }", checksum(source))
    made = page.pdf(prefer_css_page_size=True, print_background=True)
    page.close()
    return made


def pages(pdf: bytes) -> int:
    """How many pages a .pdf of Chromium has."""
    return len(re.findall(rb"/Type /Page\b", pdf))


if __name__ == "__main__":
    docs = Path(sys.argv[1])
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        (docs / "ulotka.pdf").write_bytes(printed(chromium, docs / "ulotka.html"))
