"""What people do in their Telegram: write, tap, send files, open links, block.

Each act changes the world and queues the update that Telegram would send. What Telegram's apps do
not let a person do is refused with `CannotDo`.
"""

import re
from dataclasses import replace
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from bot.playground.entities import Formatted
from bot.playground.params import Upload
from bot.playground.refusals import Refused
from bot.playground.sending import TEXT_LIMIT, delivered, document, photo
from bot.playground.world import Chat, Json, World

PAYLOAD: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class CannotDo(ValueError):
    """What no Telegram app would let this person do now; the message says why."""


def say(world: World, chat: Chat, text: str) -> list[int]:
    """Write to the bot; a text above 4096 characters goes as several messages, as in the apps.

    Returns the ids of the messages. Refused: a blank text, a blocked bot.
    """
    _check_open(chat)
    if not text.strip():
        raise CannotDo("the text is blank")
    pieces = [text[at : at + TEXT_LIMIT] for at in range(0, len(text), TEXT_LIMIT)]
    ids = []
    for piece in pieces:
        plain = delivered(world, Formatted(piece, ()))
        if plain.text:
            body: Json = {"text": plain.text}
            if plain.entities:
                body["entities"] = list(plain.entities)
            ids.append(_send(world, chat, body))
    return ids


def edit(world: World, chat: Chat, message_id: int, text: str) -> None:
    """Correct one's own message. Refused: a message that is not there or not one's own."""
    _check_open(chat)
    message = chat.messages.get(message_id)
    if message is None or message["from"]["is_bot"] or "text" not in message:
        raise CannotDo("only one's own text messages can be edited")
    plain = delivered(world, Formatted(text, ()))
    kept = {key: value for key, value in message.items() if key != "entities"}
    marked = {"entities": list(plain.entities)} if plain.entities else {}
    edited = world.replace(chat, kept | {"text": plain.text} | marked)
    world.updates.push("edited_message", edited)


def open_link(world: World, chat: Chat, link: str) -> list[int]:
    """Follow `https://t.me/<bot>?start=<payload>` or a bare payload and press Start.

    An empty link is the Start button of an empty chat. Refused: another bot's link, a payload
    that is not 1–64 of `A-Za-z0-9_-`.
    """
    payload = link
    if "://" in link or link.startswith("t.me/"):
        address = urlsplit(link if "://" in link else f"https://{link}")
        if address.hostname not in {"t.me", "telegram.me"}:
            raise CannotDo("this is not a Telegram link")
        if address.path.strip("/").lower() != world.username.lower():
            raise CannotDo(f"the link leads to another bot than @{world.username}")
        payload = parse_qs(address.query).get("start", [""])[0]
    if payload and not PAYLOAD.fullmatch(payload):
        raise CannotDo("a start payload is 1-64 of A-Z, a-z, 0-9, _ and -")
    if chat.blocked:
        block(world, chat, blocked=False)
    return say(world, chat, f"/start {payload}".strip())


def tap(world: World, chat: Chat, message_id: int, button: Json) -> Json:
    """Tap a button of a message: `{"row", "column"}`, `{"text"}`, or `{"data"}`.

    Returns `{"query_id"}` for a callback, otherwise what the app would do itself: `{"url"}`,
    `{"copied"}` or `{"inline"}`. `{"forged"}` sends callback data that no button of the message
    carries, as a tampered client can. Refused: no such message or button.
    """
    _check_open(chat)
    message = chat.messages.get(message_id)
    if message is None or not message["from"]["is_bot"]:
        raise CannotDo("there is no such message of the bot")
    if "forged" in button:
        return _callback(world, chat, message, str(button["forged"]))
    found = _button(message, button)
    match found:
        case {"callback_data": str(data)}:
            return _callback(world, chat, message, data)
        case {"url": url}:
            return {"url": url}
        case {"copy_text": {"text": copied}}:
            return {"copied": copied}
        case _:
            return {"inline": found.get("switch_inline_query_current_chat", "")}


def upload(
    world: World, chat: Chat, file: Upload, *, caption: str = "", as_photo: bool = False
) -> int:
    """Send a file; returns the message's id. Refused: an empty file, a photo that is none."""
    _check_open(chat)
    if not file.content:
        raise CannotDo("the file is empty")
    stored = world.keep(
        file.content, file.name, "photos" if as_photo else "documents", file.mime_type
    )
    try:
        body: Json = {"photo": photo(stored)} if as_photo else {"document": document(stored)}
    except Refused:
        raise CannotDo("only a PNG or JPEG can be sent as a photo") from None
    plain = delivered(world, Formatted(caption, ()))
    if plain.text:
        body["caption"] = plain.text
    if plain.entities:
        body["caption_entities"] = list(plain.entities)
    return _send(world, chat, body)


def ask_inline(world: World, chat: Chat, query: str) -> str:
    """Type `@bot query`; returns the query's id, under which the results will appear."""
    asked = world.ask(chat)
    chat.inline.append({"query_id": asked.id, "query": query, "results": None})
    world.touch(chat)
    body = {
        "id": asked.id,
        "from": chat.member.as_user(),
        "query": query,
        "offset": "",
        "chat_type": "sender",
    }
    world.updates.push("inline_query", body)
    return asked.id


def block(world: World, chat: Chat, *, blocked: bool) -> None:
    """Block the bot or let it back in; the bot hears of it by `my_chat_member`."""
    if chat.blocked == blocked:
        return
    chat.blocked = blocked
    member = {"user": world.bot_user(), "status": "member"}
    kicked = {"user": world.bot_user(), "status": "kicked", "until_date": 0}
    world.touch(chat)
    body = {
        "chat": chat.member.as_chat(),
        "from": chat.member.as_user(),
        "date": world.clock.seconds(),
        "old_chat_member": member if blocked else kicked,
        "new_chat_member": kicked if blocked else member,
    }
    world.updates.push("my_chat_member", body)


def change_language(world: World, chat: Chat, code: str) -> None:
    """Set the app to another language: an IETF tag such as `pl`. Refused: anything else."""
    if not LANGUAGE.fullmatch(code):
        raise CannotDo("a language is an IETF tag such as pl or en")
    chat.member = replace(chat.member, language_code=code)
    world.touch(chat)


def read(world: World, chat: Chat) -> None:
    """Mark everything as read, up to the newest message."""
    newest = max(chat.messages, default=0)
    if newest > chat.read_up_to:
        chat.read_up_to = newest
        world.touch(chat)


def _send(world: World, chat: Chat, body: Json) -> int:
    chat.started = True
    message = world.post(chat, chat.member.as_user(), body)
    world.updates.push("message", message)
    number: int = message["message_id"]
    return number


def _callback(world: World, chat: Chat, message: Json, data: str) -> Json:
    query = world.ask(chat)
    body = {
        "id": query.id,
        "from": chat.member.as_user(),
        "message": message,
        "chat_instance": chat.instance,
        "data": data,
    }
    world.updates.push("callback_query", body)
    return {"query_id": query.id}


def _button(message: Json, wanted: Json) -> Json:
    keyboard: list[list[Json]] = message.get("reply_markup", {}).get("inline_keyboard", [])

    def is_it(row: int, column: int, button: Json) -> bool:
        match wanted:
            case {"text": text}:
                return bool(button["text"] == text)
            case {"data": data}:
                return bool(button.get("callback_data") == data)
            case _:
                return (row, column) == (wanted.get("row"), wanted.get("column"))

    for y, row in enumerate(keyboard):
        for x, button in enumerate(row):
            if is_it(y, x, button):
                return button
    raise CannotDo(f"the message has no such button: {wanted}")


def _check_open(chat: Chat) -> None:
    if chat.blocked:
        raise CannotDo("the bot is blocked")


def seen(chat: Chat) -> Json:
    """The chat as its person sees it, for the page and for tests."""
    return {
        "revision": chat.revision,
        "person": person(chat),
        "messages": list(chat.messages.values()),
        "answers": chat.answers,
        "inline": chat.inline,
        "action": chat.action,
    }


def person(chat: Chat) -> Json:
    """One line of the list of people."""
    last: Any = next(reversed(chat.messages.values()), None)
    unread = [m for m in chat.messages.values() if m["message_id"] > chat.read_up_to]
    return {
        "id": chat.member.id,
        "name": chat.member.name,
        "first_name": chat.member.first_name,
        "last_name": chat.member.last_name,
        "username": chat.member.username,
        "caption": chat.member.caption,
        "started": chat.started,
        "blocked": chat.blocked,
        "revision": chat.revision,
        "unread": sum(m["from"]["is_bot"] for m in unread),
        "last": last,
    }
