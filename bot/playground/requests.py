"""From an HTTP request to parameters and back: bodies of every kind the Bot API takes."""

import json
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from bot.playground.params import Params, Upload
from bot.playground.refusals import bad_request


async def read_params(request: Request) -> Params:
    """Query string, form, multipart or JSON, whichever came; the body wins over the query."""
    values: dict[str, Any] = dict(request.query_params)
    uploads: dict[str, Upload] = {}
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        values |= await read_json(request)
    elif kind in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        async with request.form(max_files=100, max_fields=1000, max_part_size=2**24) as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    content = await value.read()
                    uploads[name] = Upload(
                        value.filename or name, content, value.content_type or ""
                    )
                else:
                    values[name] = value
    return Params(values, uploads)


async def read_json(request: Request) -> dict[str, Any]:
    """The body as a JSON object; anything else is refused with 400."""
    body = await request.body()
    try:
        read = json.loads(body or b"{}")
    except ValueError:
        raise bad_request("can't parse the request body as JSON") from None
    if not isinstance(read, dict):
        raise bad_request("the request body must be a JSON object")
    return read


class Json(Response):
    """JSON as Telegram sends it: letters as they are."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(
            "utf-8", "replace"
        )
