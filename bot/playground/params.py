"""The parameters of one Bot API call, however they came: query, form, JSON or multipart.

Bot API, "Making requests". A parameter that is not asked for is ignored, as Telegram does.
"""

import json
from dataclasses import dataclass, field
from typing import Any

from bot.playground.refusals import bad_request, blocked, never_started, not_emulated
from bot.playground.world import Chat, Json, StoredFile, World


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came in a multipart body."""

    name: str
    content: bytes
    mime_type: str = ""


@dataclass(frozen=True, slots=True)
class Params:
    """Typed access; whatever cannot be read is refused with a 400."""

    values: Json
    uploads: dict[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        return self.values.get(name) not in (None, "")

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name, default)
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def integer(self, name: str, default: int = 0) -> int:
        if not self.has(name):
            return default
        try:
            return int(self.values[name])
        except (TypeError, ValueError):
            raise bad_request(f'invalid "{name}" specified') from None

    def boolean(self, name: str) -> bool:
        return str(self.values.get(name, "")).lower() in {"true", "yes", "1"}

    def structure(self, name: str, otherwise: Any = None) -> Any:
        """A value that travels as JSON text in forms and as itself in JSON bodies.

        Where a default is given, a value of another type is refused.
        """
        if not self.has(name):
            return otherwise
        value = self.values[name]
        unreadable = bad_request(f"can't parse {name.replace('_', ' ')} JSON object")
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except ValueError:
                raise unreadable from None
        if otherwise is not None and not isinstance(value, type(otherwise)):
            raise unreadable
        return value

    def refuse(self, *names: str) -> None:
        """Say so where a parameter would change what people see and nothing here honours it."""
        for name in names:
            if self.has(name):
                raise not_emulated(f"the parameter {name}")

    def chat(self, world: World) -> Chat:
        """The chat named by `chat_id`. An unknown one is refused."""
        given = self.text("chat_id").strip()
        if not given:
            raise bad_request("chat_id is empty")
        number = given.removeprefix("-")
        chat = world.chats.get(int(given)) if number.isdecimal() else None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def open_chat(self, world: World) -> Chat:
        """The chat, if the bot may write there: the person came first and has not blocked it."""
        chat = self.chat(world)
        if chat.blocked:
            raise blocked()
        if not chat.started:
            raise never_started()
        return chat

    def file(self, world: World, name: str, folder: str) -> StoredFile:
        """A file sent now, by `attach://` or under the parameter's name, or known by its id."""
        given = self.text(name)
        upload = self.uploads.get(given.removeprefix("attach://") if given else name)
        if upload is not None:
            if not upload.content:
                raise bad_request("file must be non-empty")
            return world.keep(upload.content, upload.name, folder, upload.mime_type)
        if given.startswith(("http://", "https://")):
            raise not_emulated("sending a file by its address")
        if not given:
            raise bad_request(f"there is no {name} in the request")
        known = world.files.get(given)
        if known is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return known

    def logged(self) -> Json:
        """What the log of calls shows: structures read, files by name and size."""
        shown: Json = {}
        for name, value in self.values.items():
            shown[name] = value
            if isinstance(value, str) and value[:1] in {"{", "["}:
                try:
                    shown[name] = json.loads(value)
                except ValueError:
                    continue
        for name, upload in self.uploads.items():
            shown[name] = {"file_name": upload.name, "file_size": len(upload.content)}
        return shown
