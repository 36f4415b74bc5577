"""The HTML of the Bot API, read as strictly as Telegram reads it.

Positions in refusals count UTF-8 bytes, as Telegram's do (Bot API, "HTML style"). It never guesses
at broken markup: what Telegram refuses, `NotParsed` refuses, in Telegram's words. Used where TDLib
(`genuine`) is not installed.
"""

import re
from typing import Final, NamedTuple

from bot.playground.entities import Entity, Formatted, NotParsed, in_order, link_target, units

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
SPACE: Final = " \t\r\n\0\v"
REFERENCE: Final = re.compile(r"&(?:#x([0-9a-f]*)|#([0-9]*)|([a-z]*));?", re.IGNORECASE | re.ASCII)
NAMED: Final = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
NAME_TOKEN: Final = re.compile(r"[A-Za-z0-9.-]*")
PLAIN_RUN: Final = re.compile(r"[^<&]+")


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
        for entity in self.entities:
            entity.pop("_language", None)
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
