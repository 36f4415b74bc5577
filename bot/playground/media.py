"""Files in messages: what each kind of media looks like, and what Telegram refuses of it.

Bot API, "Sending files", "InputMedia". Bytes are kept as they came: Telegram makes smaller sizes
of a photo and re-encodes it as JPEG; here a PNG stays a PNG.
"""

import struct
from collections.abc import Callable
from typing import Any, Final

from bot.playground.fields import Fields, Unreadable
from bot.playground.params import Params, reading
from bot.playground.refusals import bad_request
from bot.playground.texts import caption_of, formatted, given_caption
from bot.playground.world import Json, StoredFile, World

PHOTO_LIMIT: Final = 10 * 1024 * 1024
LONGEST_SIDES: Final = 10_000
STEEPEST: Final = 20
# Where the files of each kind lie, as the paths of getFile show.
FOLDERS: Final = {
    "document": "documents",
    "photo": "photos",
    "video": "videos",
    "animation": "animations",
    "audio": "music",
    "voice": "voice",
}
# Media that may share an album: documents and audio only with their own kind.
ALBUMS: Final = ({"photo", "video"}, {"document"}, {"audio"})


def send_media(world: World, params: Params, kind: str) -> Json:
    """The body of a message with one file, from the parameters of `send<Kind>`."""
    caption = given_caption(params)
    try:
        file = params.file(world, params.text(kind), FOLDERS[kind], own_name=kind)
    except Unreadable:
        raise bad_request(f"there is no {kind} in the request") from None
    numbers = {name: params.integer(name, 0, 0) for name in ("duration", "width", "height")}
    texts = {name: params.text(name) for name in ("title", "performer")}
    options = {name: params.boolean(name) for name in ("show_caption_above_media", "has_spoiler")}
    return _body(kind, file, numbers | texts, options) | caption_of(world, caption)


def input_media(world: World, params: Params, given: Any, *, for_album: bool) -> Json:
    """The body of a message from one `InputMedia`."""
    with reading("InputMedia"):
        fields = Fields(given)
        caption = formatted(
            fields.string("caption"),
            fields.string("parse_mode"),
            fields.value.get("caption_entities"),
        )
        options = {
            name: fields.boolean(name) for name in ("show_caption_above_media", "has_spoiler")
        }
        media = fields.string("media")
        kind = fields.string("type", required=True)
        if for_album and kind == "animation":
            raise Unreadable(f'type "{kind}" can\'t be used in sendMediaGroup')
        if kind not in FOLDERS or kind == "voice":
            raise Unreadable(f'type "{kind}" is unsupported')
        file = params.file(world, media, FOLDERS[kind])
        details: Json = {
            name: max(fields.integer(name), 0) for name in ("duration", "width", "height")
        } | {name: fields.string(name) for name in ("title", "performer")}
    return _body(kind, file, details, options) | caption_of(world, caption)


def kind_of(message: Json) -> str:
    """The kind of media in a message; "" for none. An animation is a document as well."""
    order = ("animation", *FOLDERS)
    return next((kind for kind in order if kind in message), "")


def document(file: StoredFile) -> Json:
    """The Bot API's `Document`."""
    return _file(file) | {"file_name": file.name, "mime_type": file.mime_type}


def photo(file: StoredFile) -> list[Json]:
    """The Bot API's sizes of a photo: the one that was sent.

    Raises the 400 refusal for what is neither PNG nor JPEG, or too large, long or steep.
    """
    if len(file.content) > PHOTO_LIMIT:
        raise bad_request(f"file of size {len(file.content)} bytes is too big for a photo")
    width, height = _dimensions(file.content)
    if width + height > LONGEST_SIDES or max(width, height) > STEEPEST * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return [_file(file) | {"width": width, "height": height}]


def _body(kind: str, file: StoredFile, details: Json, options: Json) -> Json:
    shape = _SHAPES[kind](file, details)
    body: Json = {kind: shape}
    if kind == "animation":
        body["document"] = document(file)
    if options["show_caption_above_media"]:
        body["show_caption_above_media"] = True
    if options["has_spoiler"]:
        body["has_media_spoiler"] = True
    return body


def _file(file: StoredFile) -> Json:
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.content),
    }


def _moving(file: StoredFile, details: Json) -> Json:
    return document(file) | {name: details[name] for name in ("width", "height", "duration")}


def _audio(file: StoredFile, details: Json) -> Json:
    texts = {name: details[name] for name in ("performer", "title") if details[name]}
    return document(file) | {"duration": details["duration"]} | texts


def _voice(file: StoredFile, details: Json) -> Json:
    return _file(file) | {"duration": details["duration"], "mime_type": file.mime_type}


_SHAPES: Final[dict[str, Callable[[StoredFile, Json], Any]]] = {
    "document": lambda file, _: document(file),
    "photo": lambda file, _: photo(file),
    "video": _moving,
    "animation": _moving,
    "audio": _audio,
    "voice": _voice,
}


def _dimensions(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG, from its header."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        if width and height:
            return width, height
    at = 2 if content.startswith(b"\xff\xd8") else len(content)
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, size = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        # The frame headers carry the size; C4, C8 and CC in their range are other things.
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            if width and height:
                return width, height
            break
        at += 2 + size
    raise bad_request("IMAGE_PROCESS_FAILED")
