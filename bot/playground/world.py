"""What Telegram holds of one bot: its chats, messages, files, taps and the log of its calls.

In memory, for one event loop, without any rule of the Bot API's methods; those are in `methods`
and what it names. Messages are kept as the JSON that both sides are shown.
"""

import asyncio
import itertools
import mimetypes
import secrets
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from bot.playground.cast import CAST, Member
from bot.playground.clock import MovableClock
from bot.playground.signals import Signal
from bot.playground.updates import UpdateQueue
from bot.playground.weather import UPON_UPDATES, Weather

if TYPE_CHECKING:
    from bot.playground.webhook import Delivery

Json = dict[str, Any]
CALLS_KEPT: Final = 10_000
UPDATES_KEPT: Final = 10_000


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that went through a chat, byte for byte. `folder` tells its kind."""

    file_id: str
    unique_id: str
    name: str
    mime_type: str
    folder: str
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
    # What is shown under the input field: a reply keyboard or a forced reply, if any.
    keyboard: Json | None = None
    pinned: list[int] = field(default_factory=list)
    # The `inline_message_id` of what was sent by choosing an inline result.
    inline_ids: dict[int, str] = field(default_factory=dict)
    # Reactions by message and by who gave them: "bot" or "person".
    reactions: dict[int, dict[str, list[Json]]] = field(default_factory=dict)
    changed: Signal = field(default_factory=Signal)
    instance: str = field(default_factory=lambda: str(secrets.randbits(63)))

    def __post_init__(self) -> None:
        self.user = self.member.as_user()
        self.shown = self.member.as_chat()

    def begin_anew(self) -> None:
        """As before the first message; whoever watches keeps watching."""
        for name, fresh in vars(Chat(self.member)).items():
            if name not in {"changed", "revision"}:
                setattr(self, name, fresh)


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
        # Called when everything has started afresh, before whoever asked for it is answered.
        self.on_reset: Callable[[], Awaitable[None]] | None = None
        self.clock = MovableClock()
        self.weather = Weather()
        self.chats = {member.id: Chat(member) for member in cast}
        self.updates = UpdateQueue(self.clock)
        self.delayed = 0
        self.webhook: Delivery | None = None
        self.files: dict[str, StoredFile] = {}
        self.files_by_path: dict[str, StoredFile] = {}
        self.queries: dict[str, Query] = {}
        # Messages sent by choosing an inline result, by their `inline_message_id`.
        self.inline_messages: dict[str, tuple[Chat, int]] = {}
        self.profile: dict[tuple[str, str, str], Any] = {}
        self.calls: deque[Json] = deque(maxlen=CALLS_KEPT)
        self.called = Signal()
        self.pushed: deque[Json] = deque(maxlen=UPDATES_KEPT)
        self.changed = Signal()
        self.revision = 0
        self._message_ids = itertools.count(1 + secrets.randbelow(1_000_000))
        self._numbers = itertools.count(1)
        self._tasks: set[asyncio.Task[None]] = set()

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
        number = next(self._message_ids)
        message = {
            "message_id": number,
            "from": sender,
            "chat": chat.shown,
            "date": self.clock.seconds(),
            **body,
        }
        chat.messages[number] = message
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
        """Take a message away, for both sides, with its pin and its reactions."""
        del chat.messages[message_id]
        chat.reactions.pop(message_id, None)
        if message_id in chat.pinned:
            chat.pinned.remove(message_id)
        self.touch(chat)

    def push(self, kind: str, chat: Chat, body: Json) -> None:
        """Send an update to the bot, through the weather.

        One person's messages are one lane to a webhook, their taps another, as in Telegram.
        """
        self.pushed.append(
            {
                "number": next(self._numbers),
                "at": self.clock.now().isoformat(),
                "kind": kind,
                "body": body,
            }
        )
        lane = (kind.removeprefix("edited_"), chat.member.id)
        rule = self.weather.strikes(UPON_UPDATES, kind) if self.weather.rules else None
        if rule is None:
            self.updates.push(kind, body, lane)
        elif rule.kind == "duplicate_update":
            self.updates.push(kind, body, lane, copies=2)
        else:
            self.run(self._push_later(rule.seconds, kind, body, lane))

    async def _push_later(
        self, seconds: float, kind: str, body: Json, lane: tuple[str, int]
    ) -> None:
        self.delayed += 1
        try:
            await self.clock.pause(seconds)
            self.updates.push(kind, body, lane)
        finally:
            self.delayed -= 1

    def waiting(self) -> int:
        """How many updates the bot has not taken yet, the delayed ones included."""
        return len(self.updates.pending()) + self.delayed

    def ask(self, chat: Chat) -> Query:
        """Register a tap or an inline query, which the bot may answer once."""
        query = Query(str(secrets.randbits(62)), chat, self.clock.now())
        self.queries[query.id] = query
        return query

    def keep(self, content: bytes, name: str, folder: str, mime_type: str = "") -> StoredFile:
        """Keep a file's bytes and give it an id."""
        file = StoredFile(
            secrets.token_urlsafe(36),
            secrets.token_urlsafe(9),
            name,
            mime_type or mimetypes.guess_type(name)[0] or "application/octet-stream",
            folder,
            f"{folder}/file_{next(self._numbers)}{PurePosixPath(name).suffix}",
            content,
        )
        self.files[file.file_id] = file
        self.files_by_path[file.path] = file
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

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something in the background, until it is done or everything is closed."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def reset(self) -> None:
        """Start afresh: chats, files, updates, the log, the clock, the weather; then `on_reset`.

        The bot keeps its token, its webhook and what it says about itself.
        """
        for task in self._tasks:
            task.cancel()
        self.weather.put({})
        self.updates.clear()
        self.files.clear()
        self.files_by_path.clear()
        self.queries.clear()
        self.inline_messages.clear()
        self.calls.clear()
        self.pushed.clear()
        self.clock.set_back()
        for chat in self.chats.values():
            chat.begin_anew()
            self.touch(chat)
        if self.on_reset is not None:
            await self.on_reset()

    async def close(self) -> None:
        """Let every long poll end at once and stop what runs in the background."""
        for signal in (self.updates.changed, self.changed, self.called, self.clock.changed):
            signal.close()
        for chat in self.chats.values():
            chat.changed.close()
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self.webhook is not None:
            await self.webhook.stop()
            self.webhook = None
