"""Settings, commands, metrics, files that are documented are those that there are."""

import importlib.util
import re
from pathlib import Path

import typer.main

from bot.cli import app
from bot.metrics import Metrics
from bot.settings import Settings
from conversations.settings import Key
from storage.tables.columns import Row

ROOT = Path(__file__).parents[2]
SETTINGS = {name.upper() for name in Settings.model_fields}
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
TEXTS = {
    file: file.read_text(encoding="utf-8")
    for file in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))
}
LINK = re.compile(r"\]\(([^)\s]+)\)|src=\"([^\"]+)\"")
ROOMS = "bot|conversations|storage|tests|docs|deploy|requirements"


def table(heading: str) -> set[str]:
    """The first column of the table below a heading of docs/operations.md."""
    part = TEXTS[ROOT / "docs" / "operations.md"].partition(f"## {heading}\n")[2]
    cells = re.findall(r"^\| (`[^|]+`) \|", part.partition("\n## ")[0], re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`([\w-]+)[^`]*`", cell)}


def test_every_setting_is_in_the_example_and_in_the_docs_and_no_other() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert set(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE)) == SETTINGS
    assert table("Settings") == SETTINGS


def test_every_command_is_in_the_docs_and_no_other() -> None:
    assert table("Commands") == set(COMMANDS)


def test_everything_the_coordinator_sets_is_in_the_docs_and_nothing_else() -> None:
    assert table("What the coordinator sets") == set(Key)


def test_every_table_of_the_database_is_explained_to_the_data_protection_officer() -> None:
    part = TEXTS[ROOT / "docs" / "privacy.md"].partition("## What is kept, of whom\n")[2]
    told = set(re.findall(r"`([a-z_]+)(?:\.[a-z]+)?`", part.partition("\n## ")[0]))
    assert set(Row.metadata.tables) - told == set()


def test_every_metric_is_in_the_docs_and_no_other() -> None:
    counted = {
        f"{each.name}_total" if each.type == "counter" else each.name
        for each in Metrics().registry.collect()
        if each.name.startswith("komplet_")
    }
    assert table("Monitoring") == counted
    for file, text in TEXTS.items():
        named = set(re.findall(r"\bkomplet_[a-z_]+", text)) - {"komplet_bot"}
        assert named <= counted, f"{file.name} names {named - counted}"


def test_every_command_that_a_page_names_exists() -> None:
    for file, text in TEXTS.items():
        named = set(re.findall(r"(?:`|bin/|^    )komplet ([a-z][a-z-]*)", text, re.MULTILINE))
        assert named <= set(COMMANDS), f"{file.name} names {named - set(COMMANDS)}"


def test_every_option_that_a_page_gives_a_command_exists() -> None:
    own = {option for each in typer.main.get_command(app).params for option in each.opts}
    for file, text in TEXTS.items():
        alone = set(re.findall(r"(?:`|bin/|^    )komplet (--[a-z-]+)", text, re.MULTILINE))
        assert alone <= own, f"{file.name}: komplet has no {alone - own}"
        for name, rest in re.findall(
            r"(?:`|bin/|^    )komplet ([a-z][a-z-]*)([^`\n]*)", text, re.MULTILINE
        ):
            there = {
                option
                for each in COMMANDS[name].params
                for option in (*each.opts, *each.secondary_opts)
            }
            named = set(re.findall(r"(?<![\w-])--[a-z-]+", rest.partition(" #")[0]))
            assert named <= there, f"{file.name}: komplet {name} has no {named - there}"


def test_every_module_that_a_page_runs_exists_and_so_does_every_file_it_names() -> None:
    for file, text in TEXTS.items():
        for module in re.findall(r"-m ((?:bot|tests|storage)[\w.]*)", text):
            assert importlib.util.find_spec(module), f"{file.name} runs {module}"
        for path in re.findall(rf"[`/( ](?<!\w/)((?:{ROOMS})/[\w./@-]*\w/?)`", text):
            module, _, name = path.rpartition(".")
            named_in = ROOT / f"{module}.py"
            there = list(ROOT.glob(path.rstrip("/"))) or (
                named_in.exists() and re.search(rf"\b{name}\b", named_in.read_text("utf-8"))
            )
            assert there, f"{file.name} names {path}"


def test_every_link_and_picture_leads_somewhere() -> None:
    for file, text in TEXTS.items():
        for target in leads(text):
            path, _, anchor = target.partition("#")
            if "://" in target:
                continue
            there = file.parent / path if path else file
            assert there.exists(), f"{file.name} leads to {target}"
            if anchor:
                assert anchor in anchors(TEXTS[there.resolve()]), f"{file.name} leads to {target}"


def test_every_decision_has_a_number_of_its_own_and_stands_in_the_index() -> None:
    index = ROOT / "docs" / "decisions" / "README.md"
    pages = sorted(file.name for file in index.parent.glob("0*.md"))
    assert leads(TEXTS[index]) == pages
    titles = [TEXTS[index.parent / page].split(".")[0] for page in pages]
    assert titles == [f"# {number}" for number in range(1, len(pages) + 1)]
    assert [int(page[:4]) for page in pages] == list(range(1, len(pages) + 1))


def test_every_picture_in_the_docs_is_shown_on_some_page() -> None:
    shown = {
        (file.parent / target).resolve()
        for file, text in TEXTS.items()
        for target in leads(text)
        if target.endswith(".png")
    }
    assert set((ROOT / "docs").rglob("*.png")) == shown


def leads(text: str) -> list[str]:
    """Where the links and pictures of a page lead."""
    return [linked or shown for linked, shown in LINK.findall(text)]


def test_speeds_are_told_by_the_benchmarks_alone() -> None:
    """So that a new measurement leaves no old figure behind."""
    speed = re.compile(r"\d updates/s|\d updates a second|\d ms\b")
    assert not speed.search(TEXTS[ROOT / "README.md"])
    assert speed.search(TEXTS[ROOT / "docs" / "benchmarks.md"])


def anchors(text: str) -> set[str]:
    """The names under which GitHub finds the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each).lower().replace(" ", "-") for each in headings}


def test_every_target_that_a_page_names_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for file, text in TEXTS.items():
        named = set(re.findall(r"(?:`|^    )make ([a-z-]+)", text, re.MULTILINE))
        assert named <= targets, f"{file.name} names {named - targets}"


def test_every_command_says_what_it_does() -> None:
    for name, command in COMMANDS.items():
        assert command.help, name


def test_every_message_that_the_troubleshooting_quotes_is_one_of_the_program() -> None:
    """So that whoever searches the page for what the program said finds it."""
    part = TEXTS[ROOT / "docs" / "operations.md"].partition("## Troubleshooting by symptom\n")[2]
    symptoms = " ".join(re.findall(r"^\| ([^|]+) \|", part, re.MULTILINE))
    said = " ".join(
        file.read_text("utf-8")
        for room in ("bot", "storage")
        for kind in ("*.py", "*.ftl")
        for file in (ROOT / room).rglob(kind)
    )
    flat = re.sub(r'"\s*\n\s*f?"', "", said)
    quoted = [each.strip(" …") for each in re.findall("„([^”]+)”", symptoms)]
    assert quoted
    assert [each for each in quoted if each not in flat] == []
