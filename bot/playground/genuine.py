"""Telegram's own reading of markup and of plain text, by TDLib, where `tdjson` is installed.

The extra `playground` installs it; it runs in this process and reaches nothing. Without it the
playground reads HTML by `markup`, as strictly, and refuses Markdown as not emulated.
"""

import json
import re
from functools import cache
from typing import Any, Final

from bot.playground.entities import Entity, Formatted, NotParsed

MODES: Final[dict[str, dict[str, Any]]] = {
    "html": {"@type": "textParseModeHTML"},
    "markdown": {"@type": "textParseModeMarkdown", "version": 1},
    "markdownv2": {"@type": "textParseModeMarkdown", "version": 2},
}
# TDLib's names where they are not the Bot API's in another spelling.
NAMES: Final = {
    "TextUrl": "text_link",
    "MentionName": "text_mention",
    "PreCode": "pre",
    "BlockQuote": "blockquote",
    "ExpandableBlockQuote": "expandable_blockquote",
    "CustomEmoji": "custom_emoji",
    "DateTime": "date_time",
    "EmailAddress": "email",
    "BotCommand": "bot_command",
    "PhoneNumber": "phone_number",
    "BankCardNumber": "bank_card_number",
}
TYPES: Final = {name: kind for kind, name in NAMES.items() if kind != "PreCode"}
# Found in a text, but no entity of the Bot API.
UNKNOWN_TO_BOTS: Final = {"mediatimestamp"}
# Without one of these a text holds nothing that Telegram marks by itself.
TELLING: Final = re.compile(r"[@#$/.]|(?:\d[ -]?){13}")


def is_installed() -> bool:
    return _library() is not None


def parse(text: str, mode: str) -> Formatted:
    """Read a text in one of the `MODES`. Raises `NotParsed` in Telegram's words."""
    read = _ask({"@type": "parseTextEntities", "text": text, "parse_mode": MODES[mode]})
    if read["@type"] == "error":
        raise NotParsed(read["message"].removeprefix("Can't parse entities: "))
    return Formatted(read["text"], _entities(read))


def find(text: str) -> list[Entity]:
    """Addresses, commands, names, tags and numbers that Telegram marks by itself."""
    if not TELLING.search(text):
        return []
    read = _ask({"@type": "getTextEntities", "text": text})
    return list(_entities(read)) if read["@type"] == "textEntities" else []


def mend(formatted: Formatted) -> Formatted:
    """Entities given by hand as Telegram keeps them: in order, split, merged.

    Raises `NotParsed` for one outside of the text. The text must hold no Markdown, which this
    way into TDLib would read.
    """
    entities = [
        {
            "@type": "textEntity",
            "offset": entity["offset"],
            "length": entity["length"],
            "type": _type(entity),
        }
        for entity in formatted.entities
    ]
    text = {"@type": "formattedText", "text": formatted.text, "entities": entities}
    read = _ask({"@type": "parseMarkdown", "text": text})
    if read["@type"] == "error":
        raise NotParsed(read["message"])
    return Formatted(read["text"], _entities(read))


@cache
def _library() -> Any:
    try:
        import tdjson  # noqa: PLC0415 - optional, and loaded only when a text is read
    except ImportError:
        return None
    quiet = {"@type": "setLogVerbosityLevel", "new_verbosity_level": 0}
    tdjson.td_execute(json.dumps(quiet).encode())
    return tdjson


def _ask(request: dict[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(_library().td_execute(json.dumps(request).encode()))
    return answer


def _entities(read: dict[str, Any]) -> tuple[Entity, ...]:
    found = []
    for each in read["entities"]:
        name = each["type"]["@type"].removeprefix("textEntityType")
        kind = NAMES.get(name, name.lower())
        if kind in UNKNOWN_TO_BOTS:
            continue
        entity: Entity = {"type": kind, "offset": each["offset"], "length": each["length"]}
        for key in ("url", "language", "custom_emoji_id", "unix_time"):
            if each["type"].get(key):
                entity[key] = each["type"][key]
        if kind == "text_mention":
            entity["user"] = {"id": each["type"]["user_id"]}
        found.append(entity)
    return tuple(found)


def _type(entity: Entity) -> dict[str, Any]:
    name = TYPES.get(entity["type"], entity["type"].capitalize())
    if entity.get("language"):
        name = "PreCode"
    told: dict[str, Any] = {
        key: entity[key]
        for key in ("url", "language", "custom_emoji_id", "unix_time")
        if key in entity
    }
    if "user" in entity:
        told["user_id"] = entity["user"]["id"]
    return {"@type": f"textEntityType{name}"} | told
