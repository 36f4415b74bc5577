"""The example of docs/tour.md runs as it stands there, and names what there is."""

import importlib
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot import words

TOUR = Path(__file__).parents[2] / "docs" / "tour.md"
BLOCK = re.compile(r"^```(python|ftl)\n# (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
AT_HAND = {
    name: value
    for module in (
        "dataclasses",
        "bot.screens.parts",
        "bot.screens.view",
        "bot.words",
        "conversations.access",
        "conversations.events",
        "conversations.notes",
        "conversations.places",
        "conversations.submission",
        "conversations.talk",
        "conversations.turn",
        "tests.conversations.chat",
    )
    for name, value in vars(importlib.import_module(module)).items()
    if not name.startswith("_")
}
"""What the blocks need not import."""
REMEMBERED = (
    words._sources,
    words._entry,
    words._bundle,
    words._given,
    words._simple,
    words._remembered,
)


def blocks(kind: str) -> dict[str, str]:
    return {
        name: text for is_kind, name, text in BLOCK.findall(TOUR.read_text()) if is_kind == kind
    }


def stories() -> dict[str, Callable[[], None]]:
    """The blocks of Python one after the other, and the tests that they define."""
    known = AT_HAND | {"__name__": __name__}
    for name, text in blocks("python").items():
        exec(compile(text, f"{TOUR.name}: {name}", "exec"), known)
    return {
        name: each
        for name, each in known.items()
        if name.startswith("test_") and name not in AT_HAND
    }


@pytest.fixture
def _its_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The words of the tour beside those of the product."""
    shutil.copytree(words._LOCALES, tmp_path / "locales")
    monkeypatch.setattr(words, "_LOCALES", tmp_path / "locales")
    for name, text in blocks("ftl").items():
        (tmp_path / Path(name).relative_to("bot")).write_text(text, encoding="utf-8")
    for remembered in REMEMBERED:
        remembered.cache_clear()
    yield
    for remembered in REMEMBERED:
        remembered.cache_clear()


@pytest.mark.usefixtures("_its_words")
@pytest.mark.parametrize("name", stories())
def test_the_example_of_the_tour_runs(name: str) -> None:
    stories()[name]()


def test_the_tour_tells_its_story_in_at_least_three_tests() -> None:
    assert len(stories()) >= 3
