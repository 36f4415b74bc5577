"""Names that are kept in the database, in old buttons and in files keep their spelling.

A renamed value would be unreadable in what was stored before: it takes a migration, and then a
change of `stored_names.txt`. A new value takes a new line there.
"""

import importlib
import pkgutil
from enum import StrEnum
from pathlib import Path

import conversations

NAMES = Path(__file__).with_name("stored_names.txt")


def spelled() -> dict[str, str]:
    """Every value that is a text, by the module, the class and the name of it."""
    modules = pkgutil.walk_packages(conversations.__path__, "conversations.")
    found: dict[str, str] = {}
    for module in (importlib.import_module(each.name) for each in modules):
        for name, value in vars(module).items():
            if isinstance(value, type) and issubclass(value, StrEnum):
                here = value.__module__ == module.__name__
                found |= {f"{module.__name__}.{name}.{each.name}": each for each in value if here}
    return found


def test_what_is_stored_keeps_its_spelling() -> None:
    lines = NAMES.read_text(encoding="utf-8").splitlines()
    kept = dict(line.split(" = ") for line in lines)
    assert spelled() == kept
