"""Checks calls and answers against the facts of the Bot API, and texts against TDLib.

The facts (`botapi-10.3.json`) name each method's parameters, which are required and how long they
may be, and the fields of every type. TDLib is the genuine parser of entities; it runs offline.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import tdjson

Json = dict[str, Any]
FACTS: Json = json.loads((Path(__file__).parent / "botapi-10.3.json").read_text())
PLAIN = {"String": str, "Integer": int, "Boolean": bool, "Float": float | int}


def check_calls(calls: list[Json], facts: Json) -> None:
    """Fail, naming the call, at the first one that Telegram would not understand."""
    assert calls, "the bot made no call at all"
    for call in calls:
        method = facts["methods"].get(call["method"])
        assert method is not None, f"no such method in Bot API {facts['version']}: {call}"
        params = call["params"]
        unknown = set(params) - set(method)
        assert not unknown, f"{call['method']} knows no {sorted(unknown)}: {call}"
        missing = {name for name, fact in method.items() if fact.get("required")} - set(params)
        assert not missing, f"{call['method']} needs {sorted(missing)}: {call}"
        for name, value in params.items():
            check_value(call, name, value, method[name])


def check_value(call: Json, name: str, value: Any, fact: Json) -> None:
    """One parameter: its text parses, its length fits after parsing."""
    if name in {"text", "caption"} and call["params"].get("parse_mode") == "HTML":
        value = parsed(str(value))
    length = fact.get("length")
    if length and isinstance(value, str):
        least, most, *_ = length
        assert least <= len(value.encode("utf-16-le")) // 2 <= most, f"{name} too long: {call}"


tdjson.td_execute(b'{"@type": "setLogVerbosityLevel", "new_verbosity_level": 0}')


def parsed(html: str) -> str:
    """The text without its markup, by TDLib; fails where TDLib refuses it."""
    return marked_up(html)[0]


@cache
def marked_up(html: str) -> tuple[str, tuple[str, ...]]:
    """The text and the kinds of entities in it, by TDLib; fails where TDLib refuses it."""
    request = {
        "@type": "parseTextEntities",
        "text": html,
        "parse_mode": {"@type": "textParseModeHTML"},
    }
    answer = json.loads(tdjson.td_execute(json.dumps(request).encode()) or b"null")
    assert answer["@type"] == "formattedText", f"TDLib refuses {html!r}: {answer}"
    return str(answer["text"]), tuple(each["type"]["@type"] for each in answer["entities"])


def check_shape(value: Any, kind: str, place: str = "") -> None:
    """Fail, naming the place, where a value is not what the Bot API declares of the type.

    A field too much, a missing one and a wrong type all fail: one of them kills some client.
    """
    place = place or kind
    if kind.startswith("Array of "):
        assert isinstance(value, list), f"{place} is no array: {value!r}"
        for number, each in enumerate(value):
            check_shape(each, kind.removeprefix("Array of "), f"{place}[{number}]")
    elif kind == "True":
        assert value is True, f"{place} is not True: {value!r}"
    elif kind in PLAIN:
        assert isinstance(value, PLAIN[kind]), f"{place} is no {kind}: {value!r}"
        assert kind == "Boolean" or not isinstance(value, bool), f"{place} is no {kind}: {value!r}"
    else:
        _check_type(value, kind, place)


def _check_type(value: Any, kind: str, place: str) -> None:
    declared = FACTS["types"][kind]
    if "one_of" in declared:
        reasons = []
        for each in declared["one_of"]:
            try:
                return check_shape(value, each, place)
            except AssertionError as reason:
                reasons.append(str(reason))
        raise AssertionError(f"{place} is no {kind}: {reasons}")
    fields = declared["fields"]
    assert isinstance(value, dict), f"{place} is no object: {value!r}"
    assert not set(value) - set(fields), f"{place} has no fields {set(value) - set(fields)}"
    needed = {name for name, field in fields.items() if field.get("required")}
    assert not needed - set(value), f"{place} lacks {needed - set(value)}: {value!r}"
    for name, each in value.items():
        check_shape(each, fields[name]["type"], f"{place}.{name}")
    return None
