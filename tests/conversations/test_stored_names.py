"""Names that are kept in the database, in old buttons and in files keep their spelling.

A renamed value would be unreadable in what was stored before: it takes a migration, and then a
change of `stored_names.txt`. A new value takes a new line there.
"""

import importlib
import pkgutil
from dataclasses import MISSING, fields
from enum import StrEnum
from pathlib import Path
from typing import get_args

import conversations
from conversations.places import Place
from conversations.places.enrolment import CheckingList

NAMES = Path(__file__).with_name("stored_names.txt")


def spelled() -> set[str]:
    """Every value that is a text, by its class and its name; the module may change."""
    modules = pkgutil.walk_packages(conversations.__path__, "conversations.")
    found: set[str] = set()
    for module in (importlib.import_module(each.name) for each in modules):
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, StrEnum):
                found |= {f"{value.__name__}.{each.name} = {each}" for each in value}
    return found


def test_what_is_stored_keeps_its_spelling() -> None:
    assert spelled() == set(NAMES.read_text(encoding="utf-8").splitlines())


def test_what_a_stored_place_does_not_say_is_nothing() -> None:
    """As in one from before the field was there; but lists are closed, and a list is checked."""
    said = {
        f"{place.__name__}.{each.name}": each.default
        for place in get_args(Place)
        for each in fields(place)
        if each.default is not MISSING and each.default
    }
    assert said.pop("ClosingLists.closing") is True
    assert all(isinstance(each, CheckingList) for each in said.values()), said
