"""Why a file is not read."""

from enum import StrEnum


class Refusal(StrEnum):
    """Why a file is not read; each has its own sentence."""

    TOO_LARGE = "too_large"
    EMPTY = "empty"
    UNSUPPORTED = "unsupported"
    UNREADABLE = "unreadable"
    TOO_SLOW = "too_slow"
    TOO_BIG_INSIDE = "too_big_inside"
    PASSWORD = "password"  # noqa: S105 - a reason, not a secret
    MACROS = "macros"
    OLD_WORD = "old_word"
    PDF = "pdf"
    IMAGE = "image"
    WEB_PAGE = "web_page"
    ARCHIVE = "archive"


class Refused(Exception):
    """This file is not read, for this reason."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason.value)
        self.reason = reason
