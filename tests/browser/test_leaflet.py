"""The office's leaflet is one sheet of paper, and the printed one is not out of date."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.leaflet import checksum, pages, printed

pytestmark = pytest.mark.browser
DOCS = Path(__file__).parents[2] / "docs"


def test_the_leaflet_fits_on_one_page(browser: Browser) -> None:
    assert pages(printed(browser, DOCS / "ulotka.html")) == 1


def test_the_printed_leaflet_is_of_the_page_as_it_is() -> None:
    """Otherwise: `make leaflet`."""
    pdf = (DOCS / "ulotka.pdf").read_bytes()
    assert pages(pdf) == 1
    title = checksum(DOCS / "ulotka.html").encode("utf-16-be").hex().upper()
    assert title.encode() in pdf
