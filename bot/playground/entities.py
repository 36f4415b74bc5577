"""What is marked in a text: entities, their order, where a link leads, what is found by itself.

Offsets and lengths count UTF-16 code units, as Telegram does (Bot API, "MessageEntity").
"""

import re
from collections.abc import Callable
from typing import Any, Final, NamedTuple

Entity = dict[str, Any]


class NotParsed(ValueError):
    """Markup that Telegram refuses; the message is Telegram's own description."""


class Formatted(NamedTuple):
    """A text without its markup, and the entities that carry it, in Telegram's order."""

    text: str
    entities: tuple[Entity, ...]


# Of entities over the same stretch Telegram names the outer ones first.
ORDER: Final = {
    kind: rank
    for rank, kind in enumerate(
        (
            "blockquote",
            "expandable_blockquote",
            "text_link",
            "text_mention",
            "pre",
            "code",
            "date_time",
            "custom_emoji",
            "bold",
            "italic",
            "underline",
            "strikethrough",
            "spoiler",
        )
    )
}
LINK: Final = re.compile(
    r"(?:(?P<scheme>https?|tg|ton|tonsite)://)?(?P<user>[^\s/?#@]+@)?"
    r"(?P<host>\[[0-9a-f:.]+\]|[\w.-]+)(?P<port>:\d+)?(?P<rest>[/?#].*)?",
    re.IGNORECASE | re.DOTALL,
)
USER_LINK: Final = re.compile(r"tg:(?://)?user\?id=([1-9]\d*)", re.IGNORECASE)
DETECTED: Final = re.compile(
    r"(?P<url>(?<![\w@/.])(?:https?://|t\.me/|www\.)[^\s<>\"„”]*[\w/=-])"
    r"|(?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>]))"
    r"|(?P<mention>(?<![\w@])@[A-Za-z][A-Za-z0-9_]{3,31}(?!\w))"
)


def units(text: str) -> int:
    """How many UTF-16 code units the text takes."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def link_target(address: str) -> Entity | None:
    """What a link carries: `url` as Telegram rewrites it, or the mentioned `user`; None for none.

    Refused silently, as by Telegram: schemes other than http, https, tg and ton, and hosts
    without a dot.
    """
    address = address.strip()
    if user := USER_LINK.fullmatch(address):
        return {"type": "text_mention", "user": {"id": int(user.group(1))}}
    link = LINK.fullmatch(address)
    if link is None:
        return None
    scheme = (link["scheme"] or "http").lower()
    web = scheme in {"http", "https"}
    host = link["host"]
    top = host.rpartition(".")[2]
    if web and not (host.startswith("[") or ("." in host and len(top) > 1) or _is_ipv4(host)):
        return None
    rest = _escaped_blanks(link["rest"] or "")
    if not rest.startswith("/") and (web or not rest):
        rest = "/" + rest
    user_part, port = link["user"] or "", link["port"] or ""
    return {"url": f"{scheme}://{user_part}{host.lower()}{port}{rest}"}


def _escaped_blanks(rest: str) -> str:
    """Telegram escapes blanks in an address and leaves letters of any alphabet alone."""
    return re.sub(r"[\x00-\x20]", lambda blank: f"%{ord(blank.group()):02X}", rest)


def _is_ipv4(host: str) -> bool:
    return re.fullmatch(r"\d{1,3}(\.\d{1,3}){3}", host) is not None


def in_order(entities: list[Entity]) -> tuple[Entity, ...]:
    """The entities as Telegram lists them: by place, the longer first, the outer first."""
    ordered = sorted(
        entities, key=lambda e: (e["offset"], -e["length"], ORDER.get(e["type"], len(ORDER)))
    )
    return tuple(ordered)


def found_by_itself(text: str) -> list[Entity]:
    """Commands, addresses, e-mails and @names; hashtags, phone and card numbers are not found."""
    return [
        {
            "type": str(found.lastgroup),
            "offset": units(text[: found.start()]),
            "length": units(found.group()),
        }
        for found in DETECTED.finditer(text)
    ]


def settle(
    formatted: Formatted, find: Callable[[str], list[Entity]] = found_by_itself
) -> Formatted:
    """A text as it is delivered: blanks trimmed off both ends, addresses and commands marked.

    `find` tells what a text holds by itself. Inside code and links, Telegram finds nothing.
    """
    text = formatted.text
    lead = 0 if _is_verbatim_at_start(formatted) else units(text) - units(text.lstrip())
    text = text.rstrip() if lead == 0 else text.strip()
    end = units(text)
    kept = []
    for entity in formatted.entities:
        start = max(0, entity["offset"] - lead)
        stop = min(end, entity["offset"] + entity["length"] - lead)
        if stop > start:
            kept.append(entity | {"offset": start, "length": stop - start})
    taken = [
        (e["offset"], e["offset"] + e["length"])
        for e in kept
        if e["type"] in {"code", "pre", "text_link", "text_mention"}
    ]
    for found in find(text):
        start, stop = found["offset"], found["offset"] + found["length"]
        if not any(start < b and a < stop for a, b in taken):
            kept.append(found)
    return Formatted(text, in_order(kept))


def _is_verbatim_at_start(formatted: Formatted) -> bool:
    return any(e["offset"] == 0 and e["type"] in {"code", "pre"} for e in formatted.entities)
