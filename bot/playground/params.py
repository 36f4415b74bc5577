"""The parameters of one Bot API call, however they came: query, form, JSON or multipart.

Bot API, "Making requests". As in Telegram's server, each is a text first and is read as what its
method declares: "12345" stays a text where a text is wanted. A parameter that the method does not
know is ignored.
"""

import contextlib
import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from bot.playground.facts import declared_methods
from bot.playground.fields import Unreadable
from bot.playground.refusals import (
    Refused,
    bad_request,
    blocked,
    never_started,
    not_emulated,
    too_large,
)
from bot.playground.world import Chat, Json, StoredFile, World

LEADING_NUMBER: Final = re.compile(r"-?\d{1,18}", re.ASCII)
LARGEST: Final = 2**31 - 1
UPLOAD_LIMIT: Final = 50 * 1024 * 1024
TYPES_OF_FILES: Final = {"photos": "Photo", "documents": "Document"}


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

    def text(self, name: str) -> str:
        """The parameter as text; "" where it is absent.

        A value of another type in a JSON body is its own JSON text, as in Telegram's server.
        """
        value = self.values.get(name, "")
        if not isinstance(value, str):
            value = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        try:
            value.encode()
        except UnicodeEncodeError:
            raise bad_request("strings must be encoded in UTF-8") from None
        return value

    def has(self, name: str) -> bool:
        return bool(self.values.get(name, "") != "")

    def required(self, name: str) -> str:
        text = self.text(name)
        if not text:
            raise bad_request(f'parameter "{name}" is required')
        return text

    def integer(
        self, name: str, default: int = 0, least: int = -LARGEST, most: int = LARGEST
    ) -> int:
        """The number at the text's beginning, 0 for none, brought within its bounds.

        Telegram's server refuses no number: it clamps (tdlib, `get_integer_arg`).
        """
        text = self.text(name)
        found = LEADING_NUMBER.match(text)
        number = int(found.group()) if found else 0
        return min(max(number if text else default, least), most)

    def boolean(self, name: str) -> bool:
        return self.text(name).lower() in {"true", "yes", "1"}

    def structure(self, name: str, called: str = "") -> Any:
        """A value that travels as JSON text in forms and as itself in JSON bodies; None if absent.

        `called` is what Telegram calls it when it cannot be read.
        """
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return read_json(self.text(name))
        except ValueError:
            raise bad_request(f"can't parse {called or name} JSON object") from None

    def lenient(self, name: str) -> Any:
        """A structure where Telegram passes over what it cannot read; None for that."""
        try:
            return self.structure(name)
        except Refused:
            return None

    def chat(self, world: World, name: str = "chat_id") -> Chat:
        """The chat named by the parameter. An unknown one is refused."""
        given = self.text(name)
        if not given:
            raise bad_request(f"{name} is empty")
        found = LEADING_NUMBER.match(given)
        chat = world.chats.get(int(found.group())) if found else None
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

    def file(self, world: World, given: str, folder: str, own_name: str = "") -> StoredFile:
        """A file sent now, by `attach://` or under the parameter's own name, or known by its id.

        `given` is the parameter's value. Raises `Unreadable` when there is none.
        """
        name = given.removeprefix("attach://") if given.startswith("attach://") else own_name
        upload = self.uploads.get(name) if name != given else None
        if upload is not None:
            if not upload.content:
                raise bad_request("file must be non-empty")
            if len(upload.content) > UPLOAD_LIMIT:
                raise too_large()
            return world.keep(upload.content, upload.name, folder, upload.mime_type)
        if not given or given.startswith("attach://"):
            raise Unreadable("media not found")
        if given.startswith(("http://", "https://")):
            raise not_emulated("sending a file by its address")
        known = world.files.get(given)
        if known is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if known.folder != folder:
            raise bad_request(
                f"can't use file of type {type_of_file(known.folder)} as {type_of_file(folder)}"
            )
        return known

    def logged(self, method: str) -> Json:
        """What the log of calls shows: values as their declared types, files by name and size."""
        declared = declared_methods().get(method.lower())
        types = declared.types if declared else {}
        shown = {name: _logged(value, types.get(name, "")) for name, value in self.values.items()}
        for name, upload in self.uploads.items():
            shown[name] = {"file_name": upload.name, "file_size": len(upload.content)}
        return shown


def type_of_file(folder: str) -> str:
    """What Telegram calls the kind of file that lies in a folder."""
    return TYPES_OF_FILES.get(folder, folder.removesuffix("s").capitalize())


def read_json(text: str | bytes) -> Any:
    """JSON as Telegram reads it: finite numbers, whole letters, at most a hundred levels deep.

    Raises ValueError for anything else.
    """
    if isinstance(text, bytes):
        text = text.decode()
    try:
        read = _DECODER.decode(text)
        if "\\u" in text:
            json.dumps(read, ensure_ascii=False).encode()
    except RecursionError:
        raise ValueError("nested too deep") from None
    return read


def _not_json(constant: str) -> Any:
    raise ValueError(constant)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


_DECODER: Final = json.JSONDecoder(parse_constant=_not_json, parse_float=_finite)


def _logged(value: Any, declared: str) -> Any:
    if not isinstance(value, str) or declared in {"", "String"}:
        return value
    if declared in {"Integer", "Integer or String"}:
        return int(value) if LEADING_NUMBER.fullmatch(value) else value
    if declared == "Boolean":
        return {"true": True, "false": False}.get(value.lower(), value)
    try:
        return read_json(value)
    except ValueError:
        return value


@contextlib.contextmanager
def reading(of: str = "") -> Iterator[None]:
    """Whatever is `Unreadable` inside becomes the 400 that says so, of the structure named."""
    try:
        yield
    except Unreadable as reason:
        raise bad_request(f"can't parse {of}: {reason}" if of else str(reason)) from None
