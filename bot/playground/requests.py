"""From an HTTP request to parameters: bodies of every kind the Bot API takes.

As in Telegram's server (tdlib, `HttpReader` and `HttpQuery`): a parameter that comes twice counts
the first time, the query string before the body, and a body that cannot be read counts as empty.
"""

import json
from collections.abc import AsyncIterator, Iterable
from typing import Any, Final
from urllib.parse import parse_qsl

from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.types import Message, Receive, Scope

from bot.playground.params import Params, Upload, read_json
from bot.playground.refusals import too_large

FORM: Final = "application/x-www-form-urlencoded"
MULTIPART: Final = "multipart/form-data"
BODY_LIMIT: Final = 64 * 1024 * 1024


async def read_params(scope: Scope, receive: Receive) -> Params:
    """The parameters of a request. Raises the 413 refusal for a body above 64 MB."""
    kind = ""
    for name, value in scope["headers"]:
        if name == b"content-type":
            kind = value.decode("latin-1")
    body = await read_body(receive)
    if kind.lower().startswith(MULTIPART):
        params = await _multipart(kind, body)
    else:
        params = params_of(kind, body)
    query = scope["query_string"]
    return Params(params.values | _first(_pairs(query)), params.uploads) if query else params


def params_of(kind: str, body: bytes) -> Params:
    """The parameters of a form or a JSON body; none for anything else."""
    kind = kind.partition(";")[0].strip().lower()
    if kind == "application/json":
        try:
            read = read_json(body) if body else {}
        except ValueError:
            read = {}
        return Params(read if isinstance(read, dict) else {})
    return Params(_first(_pairs(body)) if kind == FORM else {})


class CallerGone(Exception):
    """The connection ended before the request did: nothing was asked, nobody waits."""


async def read_body(receive: Receive) -> bytes:
    """The whole body. Raises CallerGone where only a part of it ever came."""
    message = await _next(receive)
    body: bytes = message.get("body", b"")
    if not message.get("more_body"):
        return body
    whole = bytearray(body)
    while message.get("more_body"):
        message = await _next(receive)
        whole += message.get("body", b"")
        if len(whole) > BODY_LIMIT:
            raise too_large()
    return bytes(whole)


async def _next(receive: Receive) -> Message:
    message = await receive()
    if message["type"] == "http.disconnect":
        raise CallerGone
    return message


async def _multipart(kind: str, body: bytes) -> Params:
    async def stream() -> AsyncIterator[bytes]:
        yield body

    values: list[tuple[str, str]] = []
    uploads: dict[str, Upload] = {}
    parser = MultiPartParser(
        Headers({"content-type": kind}),
        stream(),  # type: ignore[arg-type]
        max_files=100,
        max_fields=1000,
        max_part_size=2**24,
    )
    try:
        form = await parser.parse()
    except (MultiPartException, KeyError, UnicodeDecodeError):
        return Params({})
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            content = await value.read()
            uploads.setdefault(
                name, Upload(value.filename or name, content, value.content_type or "")
            )
        else:
            values.append((name, value))
    await form.close()
    return Params(_first(values), uploads)


def _pairs(encoded: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(
            encoded.decode("utf-8", "surrogateescape"),
            keep_blank_values=True,
            errors="surrogateescape",
            max_num_fields=1000,
        )
    except ValueError:
        return []


def _first(pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in pairs:
        values.setdefault(name, value)
    return values


_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def encode(content: Any) -> bytes:
    """JSON as Telegram sends it: letters as they are."""
    return _ENCODER.encode(content).encode("utf-8", "replace")
