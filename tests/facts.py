"""Checks the calls that a bot made against the facts of the Bot API and against TDLib.

The facts (`botapi-10.3.json`) name each method's parameters, which are required and how long they
may be. TDLib is the genuine parser of entities; it runs offline.
"""

import json
from functools import cache
from typing import Any

import tdjson

Json = dict[str, Any]


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
