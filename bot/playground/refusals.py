"""How the Bot API says no: an error code and a description, in Telegram's own words."""

import math
from typing import Any


class Refused(Exception):
    """An answer with `ok: false`; `code` is also the HTTP status."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def answer(self) -> dict[str, Any]:
        """The body that says so (Bot API, "Making requests")."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad_request(description: str) -> Refused:
    """Telegram writes the first letter small, unless it begins a constant or a name."""
    if description[1:2].islower() or description[1:2] in {"", "'", " "}:
        description = description[:1].lower() + description[1:]
    return Refused(400, f"Bad Request: {description}")


def not_emulated(what: str) -> Refused:
    """Telegram could do it and the playground cannot: said so, never silently ignored."""
    return Refused(501, f"Not Implemented: {what} is not emulated by the playground")


def unauthorized() -> Refused:
    return Refused(401, "Unauthorized")


def too_large() -> Refused:
    return Refused(413, "Request Entity Too Large")


def blocked() -> Refused:
    return Refused(403, "Forbidden: bot was blocked by the user")


def never_started() -> Refused:
    return Refused(403, "Forbidden: bot can't initiate conversation with a user")


def another_poller() -> Refused:
    return Refused(
        409,
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    )


def webhook_took_over() -> Refused:
    return Refused(409, "Conflict: terminated by setWebhook request")


def webhook_is_active() -> Refused:
    return Refused(
        409,
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first",
    )


def too_many_requests(seconds: float) -> Refused:
    wait = max(1, math.ceil(seconds))
    return Refused(429, f"Too Many Requests: retry after {wait}", retry_after=wait)


def not_modified() -> Refused:
    return bad_request(
        "message is not modified: specified new message content and reply markup are exactly "
        "the same as a current content and reply markup of the message"
    )


def query_too_old() -> Refused:
    return bad_request("query is too old and response timeout expired or query ID is invalid")
