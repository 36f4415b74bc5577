"""The whole programme's play, of which the suite plays the beginning: it must not rot unseen."""

from pathlib import Path

import pytest

from bot.playground.cast import COORDINATOR
from tests.browser.conftest import Opened
from tests.browser.offices import places
from tests.browser.programme import HEADS, begin, enrol, status
from tests.browser.ways import WAYS, Phone

pytestmark = pytest.mark.browser


def test_the_first_two_offices_of_the_programme_are_enrolled_on_the_page(
    address: str, opened: Opened, tmp_path: Path
) -> None:
    phone = Phone(opened(f"{address}/#{COORDINATOR.id}"), tmp_path)
    links = begin(phone)
    for place, head, way in zip(places()[:2], HEADS, WAYS, strict=False):
        enrol(phone, place, head, links, way)
    status(phone, 2)
