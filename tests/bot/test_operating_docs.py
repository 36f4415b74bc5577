"""The settings and commands that are documented are those that there are."""

import re
from pathlib import Path

import typer.main

from bot.cli import app
from bot.settings import Settings

ROOT = Path(__file__).parents[2]
SETTINGS = {name.upper() for name in Settings.model_fields}
COMMANDS = set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
TEXTS = {
    file: file.read_text(encoding="utf-8")
    for file in (ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md"))
}


def table(heading: str) -> set[str]:
    """The first column of the table below a heading of docs/operations.md."""
    part = TEXTS[ROOT / "docs" / "operations.md"].partition(f"## {heading}\n")[2]
    return set(re.findall(r"^\| `([^` ]+)", part.partition("\n## ")[0], re.MULTILINE))


def test_every_setting_is_in_the_example_and_in_the_docs_and_no_other() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert set(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE)) == SETTINGS
    assert table("Settings") == SETTINGS


def test_every_command_is_in_the_docs_and_no_other() -> None:
    assert table("Commands") == COMMANDS


def test_every_command_that_a_page_names_exists() -> None:
    for file, text in TEXTS.items():
        named = set(re.findall(r"(?:`|bin/|^    )komplet ([a-z-]+)", text, re.MULTILINE))
        assert named <= COMMANDS, f"{file.name} names {named - COMMANDS}"


def test_every_target_that_a_page_names_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for file, text in TEXTS.items():
        named = set(re.findall(r"(?:`|^    )make ([a-z-]+)", text, re.MULTILINE))
        assert named <= targets, f"{file.name} names {named - targets}"


def test_every_command_says_what_it_does() -> None:
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        assert command.help, name
