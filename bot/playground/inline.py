"""Inline queries: what a bot may answer, and what a chosen result becomes.

Bot API, "Inline mode". Emulated are articles, and documents and photos that the bot has sent
before; a result of another kind is refused as not emulated. Answers are not kept for `cache_time`:
every query reaches the bot.
"""

from typing import Any, Final

from bot.playground.fields import Fields, Unreadable
from bot.playground.keyboards import read_markup
from bot.playground.media import FOLDERS, document, photo
from bot.playground.params import Params, reading
from bot.playground.refusals import bad_request, not_emulated
from bot.playground.texts import caption_of, formatted, text_of
from bot.playground.world import Json, World

MOST_RESULTS: Final = 50
LONGEST_ID: Final = 64
OTHER_TYPES: Final = {
    "audio",
    "contact",
    "game",
    "gif",
    "location",
    "mpeg4_gif",
    "sticker",
    "venue",
    "video",
    "voice",
}
SHOWN: Final = ("title", "description", "url", "thumbnail_url")


def inline_results(world: World, params: Params) -> list[Json]:
    """The answer to an inline query: each result as shown, with the `message` it would become."""
    given = params.structure("results", "inline query results")
    if given is None:
        return []
    if not isinstance(given, list):
        raise bad_request("expected an Array of inline query results")
    if len(given) > MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    with reading("inline query result"):
        results = [
            _result(world, Fields(each, "Inline query result must be an object")) for each in given
        ]
    ids = [result["id"] for result in results]
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    return results


def results_button(params: Params) -> Json | None:
    """The button above the results, which opens the chat with a start payload."""
    if not params.has("button"):
        return None
    with reading():
        fields = Fields(
            params.structure("button", "inline query results button"),
            "Object expected as inline query results button",
        )
        if fields.has("web_app"):
            raise not_emulated("a results button with a web app")
        return {
            "text": fields.string("text", required=True),
            "start_parameter": fields.string("start_parameter", required=True),
        }


def _result(world: World, fields: Fields) -> Json:
    kind = fields.string("type", required=True)
    number = fields.string("id", required=True)
    if not 1 <= len(number.encode()) <= LONGEST_ID:
        raise bad_request("RESULT_ID_INVALID")
    if kind in OTHER_TYPES:
        raise not_emulated(f"an inline result of the type {kind}")
    if kind not in {"article", "document", "photo"}:
        raise Unreadable(f'type "{kind}" is unsupported for the inline query result')
    if kind == "article":
        fields.string("title", required=True)
    markup = read_markup(fields.value["reply_markup"]) if fields.has("reply_markup") else None
    if markup and (markup.below or markup.removed):
        raise bad_request("inline keyboard expected")
    content = _content(world, fields)
    message = content or _media(world, fields, kind)
    shown = {name: fields.string(name) for name in SHOWN if fields.has(name)}
    buttons = markup.shown if markup else {}
    return {"type": kind, "id": number} | shown | {"message": message | buttons}


def _content(world: World, fields: Fields) -> Json:
    if not fields.has("input_message_content"):
        return {}
    content = fields.fields("input_message_content")
    text = content.string("message_text")
    if not text:
        raise not_emulated("an inline result's content other than text")
    read = formatted(text, content.string("parse_mode"), content.value.get("entities"))
    return text_of(world, read)


def _media(world: World, fields: Fields, kind: str) -> Json:
    if kind == "article":
        raise Unreadable('Can\'t find field "input_message_content"')
    if fields.has(f"{kind}_url"):
        raise not_emulated(f"an inline {kind} by its address")
    file = world.files.get(fields.string(f"{kind}_file_id", required=True))
    if file is None or file.folder != FOLDERS[kind]:
        raise bad_request("wrong file identifier/HTTP URL specified")
    shape: Any = document(file) if kind == "document" else photo(file)
    caption = formatted(
        fields.string("caption"), fields.string("parse_mode"), fields.value.get("caption_entities")
    )
    return {kind: shape} | caption_of(world, caption)
