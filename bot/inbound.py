"""From Telegram's Update to an Event: who, what, and on which message. Decides nothing."""

import re
from dataclasses import dataclass
from typing import Any, Final

from telegram import CallbackQuery, ChatMember, Message, Update
from telegram.constants import ChatType

from bot import buttons
from conversations.events import ALIASES, Asked, Command, Event, Said, Sent, SentKind

# A deep link with its payload, and nothing else (Bot API, deep linking).
_DEEP_LINK: Final = re.compile(
    r"(?:https?://)?(?:t|telegram)\.me/(\w+)/?\?start=([\w-]{1,64})", re.ASCII | re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Inbound:
    """One update as the turn takes it. `tapped_message` is the message whose button was pressed."""

    update_id: int
    person_id: int
    display_name: str
    event: Event | None
    grant_id: int = 0
    callback_id: str | None = None
    tapped_message: int | None = None
    blocked: bool | None = None


def lean(raw: Any) -> Any:
    """An update as Telegram sends it without the message that a button is below.

    That is our own card with its whole keyboard, and only its number is ever looked at: made into
    objects it costs more than the turn's reading of the database.
    """
    match raw:
        case {"callback_query": {"message": {"chat": chat, "message_id": number}} as query}:
            # So Telegram itself tells of one that it does not show (Bot API, InaccessibleMessage).
            query["message"] = {"chat": chat, "message_id": number, "date": 0}
        case _:
            pass
    return raw


def read(update: Update, username: str) -> Inbound | None:
    """What an update means; None for what does not concern a private conversation.

    `username` is the bot's own: a pasted link to another bot is words.
    """
    if update.callback_query is not None:
        return _tap(update.update_id, update.callback_query)
    if update.my_chat_member is not None:
        change = update.my_chat_member
        if change.chat.type != ChatType.PRIVATE:
            return None
        gone = change.new_chat_member.status == ChatMember.BANNED
        return Inbound(
            update.update_id, change.from_user.id, change.from_user.full_name, None, blocked=gone
        )
    message = update.message
    if message is None or message.chat.type != ChatType.PRIVATE or message.from_user is None:
        return None
    user = message.from_user
    return Inbound(update.update_id, user.id, user.full_name, _event(message, username))


def _tap(update_id: int, query: CallbackQuery) -> Inbound:
    """A press; forged or foreign data becomes a press that nothing answers to."""
    known = buttons.decode(query.data or "")
    grant_id, event = known or (0, None)
    message_id = query.message.message_id if query.message else None
    user = query.from_user
    return Inbound(update_id, user.id, user.full_name, event, grant_id, query.id, message_id)


def _event(message: Message, username: str) -> Event:
    """What a message says. Text is taken as typed; a caption does not replace its file."""
    if message.text is not None:
        return _words(message.text, username)
    if message.document is not None:
        file = message.document
        name = file.file_name or "?"
        return Sent(SentKind.DOCUMENT, file.file_id, name, file.file_size or 0)
    if message.photo:
        return Sent(SentKind.PICTURE)
    return Sent(SentKind.OTHER)


def _words(text: str, username: str) -> Event:
    """A command, a link to this bot that was pasted instead of followed, or words."""
    pasted = _DEEP_LINK.fullmatch(text.strip())
    if pasted and pasted[1].casefold() == username.casefold():
        return Asked(Command.START, pasted[2])
    if not text.startswith("/"):
        return Said(text)
    name, _, argument = text[1:].partition(" ")
    name = name.partition("@")[0].casefold()
    return Asked(ALIASES.get(name, Command.UNKNOWN), argument.strip())
