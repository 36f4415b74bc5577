"""Text as Telegram reads it: the HTML of the Bot API, strictly, and what it finds by itself.

Offsets and lengths count UTF-16 code units, positions in refusals count UTF-8 bytes, as Telegram
does (Bot API, "HTML style"; "MessageEntity"). It never guesses at broken markup: what Telegram
refuses, `NotParsed` refuses, in Telegram's words. Used where TDLib (`genuine`) is not installed.
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


TYPE_OF_TAG: Final = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
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
SPACE: Final = " \t\r\n\0\v"
REFERENCE: Final = re.compile(r"&(?:#x([0-9a-f]*)|#([0-9]*)|([a-z]*));?", re.IGNORECASE | re.ASCII)
NAMED: Final = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
NAME_TOKEN: Final = re.compile(r"[A-Za-z0-9.-]*")
PLAIN_RUN: Final = re.compile(r"[^<&]+")


def units(text: str) -> int:
    """How many UTF-16 code units the text takes."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(text: str) -> Formatted:
    """Read the Bot API's HTML. Raises `NotParsed` for whatever Telegram refuses.

    As in Telegram, an entity over nothing and a link to no address vanish silently.
    """
    return _Reader(text).read()


class _Open(NamedTuple):
    tag: str
    argument: str
    offset: int
    piece: int


class _Reader:
    """One pass over the text; `at` is the place of the next character."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.pieces: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def read(self) -> Formatted:
        while self.at < len(self.source):
            if run := PLAIN_RUN.match(self.source, self.at):
                self.write(run.group())
                self.at = run.end()
            elif self.here == "&":
                self.write(self.character())
            elif self.source.startswith("</", self.at):
                self.end_tag()
            else:
                self.start_tag()
        if self.open:
            raise NotParsed(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        text = "".join(self.pieces)
        if any("\ud800" <= ch <= "\udfff" for ch in text):
            raise NotParsed(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        return Formatted(text, in_order(self.entities))

    @property
    def here(self) -> str:
        return self.source[self.at : self.at + 1]

    def byte(self, at: int) -> int:
        return len(self.source[:at].encode("utf-8", "surrogatepass"))

    def write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += units(text)

    def skip_space(self) -> None:
        while self.here and self.here in SPACE:
            self.at += 1

    def character(self) -> str:
        """The character at a `&`: what the reference stands for, or the ampersand itself."""
        found = REFERENCE.match(self.source, self.at)
        assert found is not None
        hexadecimal, decimal, name = found.groups()
        if name is not None:
            decoded = NAMED.get(name, "")
        else:
            digits, base = (decimal, 10) if hexadecimal is None else (hexadecimal, 16)
            length = len(found.group().rstrip(";"))
            code = int(digits, base) if digits and length < 10 else 0
            decoded = chr(code) if 0 < code < 0x10FFFF else ""
        self.at = found.end() if decoded else self.at + 1
        return decoded or "&"

    def start_tag(self) -> None:
        begin = self.at
        self.at += 1
        while self.here and self.here not in SPACE + ">":
            self.at += 1
        if not self.here:
            raise NotParsed(f"Unclosed start tag at byte offset {self.byte(begin)}")
        tag = self.source[begin + 1 : self.at].lower()
        if tag not in TYPE_OF_TAG:
            raise NotParsed(f'Unsupported start tag "{tag}" at byte offset {self.byte(begin)}')
        argument = ""
        while True:
            self.skip_space()
            if self.here == ">":
                break
            name, value = self.attribute(tag, begin)
            argument = _argument(tag, name, value) or argument
        self.at += 1
        if tag == "span" and argument != "spoiler":
            raise NotParsed(
                f'Tag "span" must have class "tg-spoiler" at byte offset {self.byte(begin)}'
            )
        self.open.append(_Open(tag, argument, self.length, len(self.pieces)))

    def attribute(self, tag: str, begin: int) -> tuple[str, str | None]:
        name_at = self.at
        while self.here and self.here not in SPACE + "=>/\"'":
            self.at += 1
        name = self.source[name_at : self.at]
        if not name:
            raise NotParsed(
                f'Empty attribute name in the tag "{tag}" at byte offset {self.byte(begin)}'
            )
        self.skip_space()
        if self.here and self.here != "=":
            return name, None
        self.at += 1
        self.skip_space()
        if not self.here:
            raise NotParsed(f'Unclosed start tag "{tag}" at byte offset {self.byte(begin)}')
        value = self.quoted() if self.here in "\"'" else self.name_token()
        if not self.here:
            raise NotParsed(f"Unclosed start tag at byte offset {self.byte(begin)}")
        return name, value

    def quoted(self) -> str:
        end = self.here
        self.at += 1
        value: list[str] = []
        while self.here and self.here != end:
            if self.here == "&":
                value.append(self.character())
            else:
                value.append(self.here)
                self.at += 1
        self.at += 1
        return "".join(value)

    def name_token(self) -> str:
        begin = self.at
        token = NAME_TOKEN.match(self.source, begin)
        assert token is not None
        self.at = token.end()
        if self.here and self.here not in SPACE + ">":
            raise NotParsed(f"Unexpected end of name token at byte offset {self.byte(begin)}")
        return token.group().lower()

    def end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise NotParsed(f"Unexpected end tag at byte offset {self.byte(begin)}")
        self.at += 2
        while self.here and self.here not in SPACE + ">":
            self.at += 1
        name = self.source[begin + 2 : self.at].lower()
        self.skip_space()
        if self.here != ">":
            raise NotParsed(f"Unclosed end tag at byte offset {self.byte(begin)}")
        self.at += 1
        opened = self.open.pop()
        if name and name != opened.tag:
            raise NotParsed(
                f"Unmatched end tag at byte offset {self.byte(begin)}, "
                f'expected "</{opened.tag}>", found "</{name}>"'
            )
        self.close(opened)

    def close(self, opened: _Open) -> None:
        kind = TYPE_OF_TAG[opened.tag]
        entity: Entity = {
            "type": kind,
            "offset": opened.offset,
            "length": self.length - opened.offset,
        }
        if opened.tag == "tg-emoji":
            if not opened.argument.isdecimal():
                raise NotParsed("Invalid custom emoji identifier specified")
            entity["custom_emoji_id"] = opened.argument
        if not entity["length"]:
            return
        match kind:
            case "text_link":
                inside = "".join(self.pieces[opened.piece :])
                link = link_target(opened.argument or inside)
                if not link:
                    return
                entity |= link
            case "blockquote" if opened.argument:
                entity["type"] = "expandable_blockquote"
            case "date_time":
                if not opened.argument.isdecimal():
                    return
                entity["unix_time"] = int(opened.argument)
            case "pre" | "code":
                self.close_code(entity, opened.argument)
                return
            case _:
                pass
        self.entities.append(entity)

    def close_code(self, entity: Entity, language: str) -> None:
        """`pre` and a `code` with a language over the same stretch are one entity."""
        stretch = (entity["offset"], entity["length"])
        inner = self.entities[-1] if self.entities else None
        partner = {"pre": "code", "code": "pre"}[entity["type"]]
        if inner and inner["type"] == partner and (inner["offset"], inner["length"]) == stretch:
            found = language or inner.pop("_language", "")
            if found and "language" not in inner:
                inner |= {"type": "pre", "language": found}
                return
        if language:
            entity["_language"] = language
        self.entities.append(entity)


def _argument(tag: str, name: str, value: str | None) -> str:
    """What of an attribute matters; everything else is read and forgotten."""
    match tag, name:
        case "a", "href":
            return value or ""
        case "code", "class" if value and value.startswith("language-"):
            return value.removeprefix("language-")
        case "span", "class" if value and value.startswith("tg-"):
            return value.removeprefix("tg-")
        case ("tg-emoji", "emoji-id") | ("tg-time", "unix"):
            return value or ""
        case "blockquote", "expandable":
            return "1"
        case _:
            return ""


LINK: Final = re.compile(
    r"(?:(?P<scheme>https?|tg|ton|tonsite)://)?(?P<user>[^\s/?#@]+@)?"
    r"(?P<host>\[[0-9a-f:.]+\]|[\w.-]+)(?P<port>:\d+)?(?P<rest>[/?#].*)?",
    re.IGNORECASE | re.DOTALL,
)
USER_LINK: Final = re.compile(r"tg:(?://)?user\?id=([1-9]\d*)", re.IGNORECASE)


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
    for entity in entities:
        entity.pop("_language", None)
    ordered = sorted(
        entities, key=lambda e: (e["offset"], -e["length"], ORDER.get(e["type"], len(ORDER)))
    )
    return tuple(ordered)


DETECTED: Final = re.compile(
    r"(?P<url>(?<![\w@/.])(?:https?://|t\.me/|www\.)[^\s<>\"„”]*[\w/=-])"
    r"|(?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>]))"
    r"|(?P<mention>(?<![\w@])@[A-Za-z][A-Za-z0-9_]{3,31}(?!\w))"
)


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
