"""The coordinator's guide and the office's leaflet name what the Polish chat really says."""

import html
import re
from pathlib import Path

from bot.words import Words
from conversations.events import Command

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "przewodnik-koordynatora.md").read_text(encoding="utf-8")
LEAFLET = html.unescape((DOCS / "ulotka.html").read_text(encoding="utf-8").partition("<body>")[2])
LOCALE = DOCS.parent / "bot" / "locales" / "pl"
EVERY = {command.value for command in Command} - {Command.UNKNOWN}
WORDS = Words("pl")


def flat(text: str) -> str:
    return " ".join(text.split())


def said(family: str) -> set[str]:
    """Every message whose key begins so, as it is read: labels of buttons, names of statuses."""
    return {
        WORDS.plain(key)
        for file in LOCALE.glob("*.ftl")
        for key in re.findall(rf"^({family}-[\w-]+) =", file.read_text("utf-8"), re.MULTILINE)
    }


def test_every_button_in_the_guide_is_one_of_the_program() -> None:
    named = {flat(each) for each in re.findall(r"(?<!!)\[([^\]]+)\](?!\()", GUIDE)}
    assert named
    assert named <= said("button"), named - said("button")


def test_every_button_in_the_leaflet_is_one_of_the_program() -> None:
    named = {flat(each) for each in re.findall(r"<kbd>(.+?)</kbd>", LEAFLET, re.DOTALL)}
    assert named
    assert named <= said("button"), named - said("button")


def test_every_heading_in_the_leaflet_is_one_of_the_program() -> None:
    named = [flat(each) for each in re.findall(r"<q>(.+?)</q>", LEAFLET, re.DOTALL)]
    steps = [WORDS.plain(f"step-{number}") for number in (1, 2, 3)]
    assert [f"<b>{each}</b>" for each in named[:3]] == steps
    assert f"<b>{named[3]} –" in WORDS.plain("summary", office="–")


def test_the_guide_has_every_command_of_the_chat_and_no_other() -> None:
    table = GUIDE.partition("## Polecenia")[2]
    assert set(re.findall(r"^\| `/(\w+)`", table, re.MULTILINE)) == EVERY
    assert set(re.findall(r"`/(\w+)`", GUIDE)) <= EVERY


def test_every_command_in_the_leaflet_exists() -> None:
    named = set(re.findall(r"<code>/(\w+)</code>", LEAFLET))
    assert named
    assert named <= EVERY


def test_every_status_that_an_office_can_have_is_explained_in_the_guide() -> None:
    table = GUIDE.partition("| Stan | Znaczenie |")[2].partition("\n\n")[0]
    firsts = " ".join(line.split("|")[1] for line in table.splitlines() if line.startswith("| "))
    told = {each.strip() for each in firsts.replace("  ", ",").split(",")}
    assert told == said("status")
