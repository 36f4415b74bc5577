"""Methods that answer what people wait for: a tapped button, an inline query."""

from datetime import timedelta
from typing import Final
from urllib.parse import parse_qs, urlsplit

from bot.playground.inline import inline_results, results_button
from bot.playground.params import Params
from bot.playground.refusals import bad_request, query_too_old
from bot.playground.world import Json, Query, World

ANSWER_LIMIT: Final = 200
ANSWERABLE_FOR: Final = timedelta(seconds=150)


def answer_callback_query(world: World, params: Params) -> bool:
    query = _open_query(world, params.text("callback_query_id"))
    text, url = params.text("text"), params.text("url")
    if len(text) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    if url and not _opens_this_bot(world, url):
        raise bad_request("URL_INVALID")
    query.answered = True
    answer: Json = {"query_id": query.id, "text": text}
    answer["show_alert"] = params.boolean("show_alert")
    if url:
        answer["url"] = url
    query.chat.answers.append(answer)
    world.touch(query.chat)
    answer["revision"] = query.chat.revision
    return True


def answer_inline_query(world: World, params: Params) -> bool:
    button = results_button(params)
    results = inline_results(world, params)
    query = _open_query(world, params.text("inline_query_id"))
    query.answered = True
    for asked in query.chat.inline:
        if asked["query_id"] == query.id:
            asked["results"] = results
            asked["is_personal"] = params.boolean("is_personal")
            asked["cache_time"] = params.integer("cache_time", 300, 0, 24 * 3600)
            asked["next_offset"] = params.text("next_offset")
            asked["button"] = button
    world.touch(query.chat)
    return True


def _opens_this_bot(world: World, url: str) -> bool:
    """A tap may open only a link that starts this bot (Bot API, "answerCallbackQuery")."""
    try:
        address = urlsplit(url)
    except ValueError:
        return False
    ours = address.path.strip("/").lower() == world.username.lower()
    return (
        address.hostname in {"t.me", "telegram.me"} and ours and "start" in parse_qs(address.query)
    )


def _open_query(world: World, query_id: str) -> Query:
    query = world.queries.get(query_id)
    if query is None or query.answered or world.clock.now() - query.asked > ANSWERABLE_FOR:
        raise query_too_old()
    return query
