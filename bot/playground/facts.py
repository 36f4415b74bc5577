"""What Bot API 10.3 declares: every method, its parameters and their types.

Read from `botapi-10.3.json`, taken from the published documentation. It tells what is not emulated
from what is not known, and how a parameter is to be read.
"""

import json
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple


class Declared(NamedTuple):
    """One method: its name as documented, and the declared type of each parameter."""

    name: str
    types: dict[str, str]


@cache
def declared_methods() -> dict[str, Declared]:
    """All methods by their names in lower case, as Telegram looks them up."""
    methods: dict[str, dict[str, Any]] = _facts()["methods"]
    return {
        name.lower(): Declared(name, {param: fact["type"] for param, fact in params.items()})
        for name, params in methods.items()
    }


@cache
def update_kinds() -> tuple[str, ...]:
    """The kinds of updates, in the order of the documentation (Bot API, "Update")."""
    fields = _facts()["types"]["Update"]["fields"]
    return tuple(name for name in fields if name != "update_id")


@cache
def _facts() -> dict[str, Any]:
    source = files("bot.playground") / "botapi-10.3.json"
    read: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    return read
