"""The texts of messages: parse modes, given entities, what is cleaned away, and the limits.

Bot API, "Formatting options"; tdlib/telegram-bot-api, `get_formatted_text`; tdlib/td,
`fix_formatted_text`.
"""

import re
from typing import Any, Final

from bot.playground import genuine
from bot.playground.entities import Entity, Formatted, NotParsed, found_by_itself, settle, units
from bot.playground.fields import Fields, Unreadable
from bot.playground.markup import parse_html
from bot.playground.params import Params, reading
from bot.playground.refusals import bad_request, not_emulated
from bot.playground.world import Json, World

TEXT_LIMIT: Final = 4096
CAPTION_LIMIT: Final = 1024
MOST_BYTES: Final = 2**15
MOST_ENTITIES: Final = 100
PLAIN_TYPES: Final = {
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "code",
    "blockquote",
    "expandable_blockquote",
}
# Telegram finds these by itself; given by hand they are passed over.
FOUND_ONLY: Final = {
    "mention",
    "hashtag",
    "cashtag",
    "bot_command",
    "url",
    "email",
    "phone_number",
    "bank_card_number",
}
BLANKED: Final = "".join(map(chr, (*range(10), 11, 12, *range(14, 32))))
DROPPED: Final = "\r\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u0333\u033f\u030a"
UNCLEAN: Final = re.compile(f"[{re.escape(BLANKED)}]|[{DROPPED}]")
MARKDOWN: Final = re.compile(r"[*_~|]{2}|`|\]\(")


def formatted(raw: str, mode: str, given: Any) -> Formatted:
    """Read a text by its parse mode or with its entities. Raises the 400 refusal."""
    if len(raw) > TEXT_LIMIT and len(raw.encode()) > MOST_BYTES:
        raise bad_request("text is too long")
    mode = mode.lower()
    if raw and mode and mode != "none":
        return _parsed(raw, mode)
    entities = _given(given) if isinstance(given, list) else ()
    if not entities:
        return Formatted(raw, ())
    try:
        if genuine.is_installed() and not MARKDOWN.search(raw):
            return genuine.mend(Formatted(raw, entities))
        _check_within(raw, entities)
    except NotParsed as reason:
        raise bad_request(str(reason)) from None
    return Formatted(raw, entities)


def given_text(params: Params, name: str = "text", entities: str = "entities") -> Formatted:
    """A text parameter with its parse mode and entities, as `formatted`."""
    return formatted(params.text(name), params.text("parse_mode"), params.lenient(entities))


def given_caption(params: Params) -> Formatted:
    """The parameters of a caption."""
    return given_text(params, "caption", "caption_entities")


def delivered(world: World, read: Formatted) -> Formatted:
    """A text as it arrives: cleaned, settled, mentions of nobody left out, at most 100 entities."""
    find = genuine.find if genuine.is_installed() else found_by_itself
    text, entities = settle(_cleaned(read), find)
    kept = []
    for entity in entities:
        if entity["type"] == "text_mention":
            known = world.chats.get(entity["user"]["id"])
            if known is None:
                continue
            kept.append(entity | {"user": known.user})
        else:
            kept.append(entity)
    return Formatted(text, tuple(kept[:MOST_ENTITIES]))


def text_of(world: World, read: Formatted) -> Json:
    """The fields `text` and `entities` of a message, within the limits of a text."""
    text, entities = delivered(world, read)
    if not text:
        raise bad_request("text must be non-empty")
    if units(text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return {"text": text} | ({"entities": list(entities)} if entities else {})


def caption_of(world: World, read: Formatted) -> Json:
    """The fields `caption` and `caption_entities`, within the limits; none for an empty one."""
    text, entities = delivered(world, read)
    if units(text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    body: Json = {"caption": text} if text else {}
    return body | ({"caption_entities": list(entities)} if entities else {})


def _parsed(raw: str, mode: str) -> Formatted:
    if mode not in genuine.MODES:
        raise bad_request("unsupported parse_mode")
    try:
        if genuine.is_installed():
            return genuine.parse(raw, mode)
        if mode == "html":
            return parse_html(raw)
    except NotParsed as reason:
        raise bad_request(f"can't parse entities: {reason}") from None
    raise not_emulated(f"parse mode {mode} without the package tdjson")


def _given(entities: list[Any]) -> tuple[Entity, ...]:
    read = []
    for each in entities:
        with reading("MessageEntity"):
            entity = _entity(Fields(each))
        if entity is not None:
            read.append(entity)
    return tuple(read)


def _entity(fields: Fields) -> Entity | None:
    offset = fields.integer("offset", required=True)
    length = fields.integer("length", required=True)
    kind = fields.string("type", required=True)
    entity: Entity = {"type": kind, "offset": offset, "length": length}
    match kind:
        case "text_link":
            entity["url"] = fields.string("url", required=True)
        case "text_mention":
            entity["user"] = {"id": fields.fields("user").integer("id", required=True)}
        case "custom_emoji":
            entity["custom_emoji_id"] = str(fields.integer("custom_emoji_id", required=True))
        case "pre":
            if language := fields.string("language"):
                entity["language"] = language
        case "date_time":
            entity["unix_time"] = fields.integer("unix_time", required=True)
        case _:
            if kind in FOUND_ONLY:
                return None
            if kind not in PLAIN_TYPES:
                raise Unreadable("Unsupported type specified" if kind else "Type is not specified")
    if max(abs(offset), abs(length)) > 2**31 - 1:
        raise Unreadable('Field "offset" must be of type Number')
    return entity


def _check_within(raw: str, entities: tuple[Entity, ...]) -> None:
    end = units(raw)
    for entity in entities:
        offset, length = entity["offset"], entity["length"]
        if offset < 0:
            raise NotParsed(f"Receive an entity with incorrect offset {offset}")
        if length < 0:
            raise NotParsed(f"Receive an entity with incorrect length {length}")
        if offset + length > end:
            raise NotParsed(
                f"Entity beginning at UTF-16 offset {offset} ends after the end of the text "
                f"at UTF-16 offset {offset + length}"
            )


def _cleaned(read: Formatted) -> Formatted:
    """Without the letters that Telegram removes or turns into blanks; entities move along."""
    if not UNCLEAN.search(read.text):
        return read
    removed = [
        units(read.text[: found.start()])
        for found in UNCLEAN.finditer(read.text)
        if found.group() in DROPPED
    ]
    text = UNCLEAN.sub(lambda found: "" if found.group() in DROPPED else " ", read.text)

    def moved(at: int) -> int:
        return at - sum(place < at for place in removed)

    entities = []
    for entity in read.entities:
        start = moved(entity["offset"])
        length = moved(entity["offset"] + entity["length"]) - start
        entities.append(entity | {"offset": start, "length": length})
    return Formatted(text, tuple(entities))
