"""From Telegram's Update to an Event: who, what, and on which message. Decides nothing.

An update stays as Telegram sends it, since a turn looks at few of its fields
(docs/decisions/0022-calls-and-updates-without-objects.md).
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from telegram import ChatMember
from telegram.constants import ChatType, UpdateType

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


WANTED: Final = [
    UpdateType.MESSAGE.value,
    UpdateType.CALLBACK_QUERY.value,
    UpdateType.MY_CHAT_MEMBER.value,
    UpdateType.INLINE_QUERY.value,
]
"""The kinds of updates that Telegram is asked for."""


@dataclass(frozen=True, slots=True)
class Received:
    """An update: its number, its kind, and what is of this kind (Bot API, Update).

    One of a kind that nobody asked for is of none.
    """

    update_id: int
    kind: str = ""
    content: Mapping[str, Any] = field(default_factory=dict)

    @property
    def person_id(self) -> int | None:
        """Who sent it."""
        match self.content:
            case {"from": {"id": int() as person}}:
                return person
            case _:
                return None

    @property
    def written(self) -> float | None:
        """When a message was written, in Unix time; of a tap nothing is known."""
        match self.content:
            case {"date": int() as date} if self.kind == UpdateType.MESSAGE:
                return date
            case _:
                return None

    @property
    def tap(self) -> str | None:
        """The query that a pressed button waits for."""
        return self.content.get("id") if self.kind == UpdateType.CALLBACK_QUERY else None

    @property
    def payload(self) -> str:
        """The update as JSON, without our own card below a pressed button."""
        kept = {name: value for name, value in self.content.items() if name != "message"}
        return json.dumps({"update_id": self.update_id, self.kind: kept}, ensure_ascii=False)


def received(raw: Any) -> Received:
    """An update from JSON. Raises ValueError for what is none."""
    match raw:
        case {"update_id": int() as number}:
            for kind in WANTED:
                content = raw.get(kind)
                if isinstance(content, dict):
                    return Received(number, kind, content)
            return Received(number)
        case _:
            raise ValueError("no update")


def read(update: Received, username: str) -> Inbound | None:
    """What an update means; None for what does not concern a private conversation.

    `username` is the bot's own: a pasted link to another bot is words.
    """
    content, person_id = update.content, update.person_id
    if person_id is None or update.kind == UpdateType.INLINE_QUERY:
        return None
    about = partial(Inbound, update.update_id, person_id, _name(content["from"]))
    if update.kind == UpdateType.CALLBACK_QUERY:
        # Forged or foreign data is a press that nothing answers to.
        grant_id, event = buttons.decode(content.get("data") or "") or (0, None)
        below = content.get("message")
        return about(event, grant_id, update.tap, below["message_id"] if below else None)
    if content["chat"]["type"] != ChatType.PRIVATE:
        return None
    if update.kind == UpdateType.MY_CHAT_MEMBER:
        return about(None, blocked=content["new_chat_member"]["status"] == ChatMember.BANNED)
    return about(_event(content, username))


def _name(user: Mapping[str, Any]) -> str:
    """As Telegram shows it."""
    return " ".join(user[part] for part in ("first_name", "last_name") if user.get(part))


def _event(message: Mapping[str, Any], username: str) -> Event:
    """What a message says. Text is taken as typed; a caption does not replace its file."""
    match message:
        case {"text": str() as text}:
            return _words(text, username)
        case {"document": {"file_id": str()} as file}:
            name, size = file.get("file_name") or "?", file.get("file_size") or 0
            return Sent(SentKind.DOCUMENT, file["file_id"], name, size)
        case {"photo": [*_]}:
            return Sent(SentKind.PICTURE)
        case _:
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
