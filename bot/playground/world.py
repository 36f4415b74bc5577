"""What Telegram holds of one bot: its chats, messages, files, taps and the log of its calls.

In memory, for one event loop, without any rule of the Bot API's methods; those are in `sending`,
`profile` and `methods`. Messages are kept as the JSON that both sides are shown.
"""

import itertools
import mimetypes
import secrets
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any, Final

from bot.playground.cast import CAST, Member
from bot.playground.clock import MovableClock
from bot.playground.signals import Signal
from bot.playground.updates import UpdateQueue

Json = dict[str, Any]
CALLS_KEPT: Final = 10_000


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that went through a chat, byte for byte."""

    file_id: str
    unique_id: str
    name: str
    mime_type: str
    path: str
    content: bytes


@dataclass
class Query:
    """A tap or an inline query that waits for the bot's one answer."""

    id: str
    chat: "Chat"
    asked: datetime
    answered: bool = False


@dataclass
class Chat:
    """The private chat of one person with the bot, as that person sees it."""

    member: Member
    started: bool = False
    blocked: bool = False
    revision: int = 0
    read_up_to: int = 0
    action: str = ""
    messages: dict[int, Json] = field(default_factory=dict)
    answers: list[Json] = field(default_factory=list)
    inline: list[Json] = field(default_factory=list)
    changed: Signal = field(default_factory=Signal)
    instance: str = field(default_factory=lambda: str(secrets.randbits(63)))


class World:
    """One bot and the people who may talk to it."""

    def __init__(
        self,
        token: str = "",
        *,
        username: str = "komplet_bot",
        name: str = "Komplet",
        cast: Sequence[Member] = CAST,
    ) -> None:
        """`token` is made up when empty. Raises ValueError when it is not `<digits>:<secret>`."""
        self.token = token or f"{secrets.randbelow(10**9) + 10**9}:{secrets.token_urlsafe(26)}"
        number, colon, secret = self.token.partition(":")
        if not (number.isdecimal() and colon and secret):
            raise ValueError("a bot token reads <digits>:<secret>")
        self.username = username
        self.name = name
        self.bot_id = int(number)
        # The deep link by which the first member of the cast comes in, offered on the page.
        self.invitation = ""
        self.clock = MovableClock()
        self.chats = {member.id: Chat(member) for member in cast}
        self.updates = UpdateQueue(self.clock)
        self.files: dict[str, StoredFile] = {}
        self.queries: dict[str, Query] = {}
        self.profile: dict[tuple[str, str, str], Any] = {}
        self.calls: deque[Json] = deque(maxlen=CALLS_KEPT)
        self.called = Signal()
        self.changed = Signal()
        self.revision = 0
        self._message_ids = itertools.count(1 + secrets.randbelow(1_000_000))
        self._numbers = itertools.count(1)

    def bot_user(self) -> Json:
        """The bot as the Bot API's `User`."""
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": self.name,
            "username": self.username,
        }

    def post(self, chat: Chat, sender: Json, body: Json) -> Json:
        """Add a message to a chat; returns it complete."""
        message = {
            "message_id": next(self._message_ids),
            "from": sender,
            "chat": chat.member.as_chat(),
            "date": self.clock.seconds(),
            **body,
        }
        chat.messages[message["message_id"]] = message
        chat.action = ""
        self.touch(chat)
        return message

    def replace(self, chat: Chat, message: Json) -> Json:
        """Put an edited message in the place of the old one."""
        message["edit_date"] = self.clock.seconds()
        chat.messages[message["message_id"]] = message
        self.touch(chat)
        return message

    def remove(self, chat: Chat, message_id: int) -> None:
        del chat.messages[message_id]
        self.touch(chat)

    def ask(self, chat: Chat) -> Query:
        """Register a tap or an inline query, which the bot may answer once."""
        query = Query(str(secrets.randbits(62)), chat, self.clock.now())
        self.queries[query.id] = query
        return query

    def keep(self, content: bytes, name: str, folder: str, mime_type: str = "") -> StoredFile:
        """Keep a file's bytes and give it an id."""
        guessed = mime_type or mimetypes.guess_type(name)[0] or "application/octet-stream"
        path = f"{folder}/file_{next(self._numbers)}{PurePosixPath(name).suffix}"
        file = StoredFile(
            secrets.token_urlsafe(36), secrets.token_urlsafe(9), name, guessed, path, content
        )
        self.files[file.file_id] = file
        return file

    def touch(self, chat: Chat) -> None:
        """Tell whoever watches the chat that it looks different now."""
        self.revision += 1
        chat.revision = self.revision
        chat.changed.fire()
        self.changed.fire()

    def record(self, method: str, params: Json, answer: Json) -> None:
        """Write down one call of the Bot API and what it was answered."""
        self.calls.append(
            {
                "number": next(self._numbers),
                "at": self.clock.now().isoformat(),
                "method": method,
                "params": params,
                "answer": answer,
            }
        )
        self.called.fire()

    def close(self) -> None:
        """Let every long poll end at once."""
        for signal in (self.updates.changed, self.changed, self.called):
            signal.close()
        for chat in self.chats.values():
            chat.changed.close()
