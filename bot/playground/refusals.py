"""How the Bot API says no: an error code and a description, in Telegram's own words."""


class Refused(Exception):
    """An answer with `ok: false`; `code` is also the HTTP status."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(description)
        self.code = code
        self.description = description


def bad_request(description: str) -> Refused:
    return Refused(400, f"Bad Request: {description}")


def not_emulated(what: str) -> Refused:
    """Telegram could do it and the playground cannot: said so, never silently ignored."""
    return Refused(501, f"Not Implemented: {what} is not emulated by the playground")


def unauthorized() -> Refused:
    return Refused(401, "Unauthorized")


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


def not_modified() -> Refused:
    return bad_request(
        "message is not modified: specified new message content and reply markup are exactly "
        "the same as a current content and reply markup of the message"
    )


def query_too_old() -> Refused:
    return bad_request("query is too old and response timeout expired or query ID is invalid")
