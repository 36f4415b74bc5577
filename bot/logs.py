"""Logging: one line per event on standard error, as text or JSON. Never a secret, never a name.

An account is a pseudonym, by which its lines can be told from others while the process runs.

Two doors are watched: what the program itself logs goes through structlog, what libraries log
through the standard library. Both lose the values of the settings that are secrets, and whatever
looks like a bot's token or a password in an address. python-telegram-bot logs the messages
themselves below WARNING, so that no setting lets it.
"""

import logging
import re
import sys
from collections.abc import Iterable, MutableMapping
from hashlib import blake2b
from secrets import token_bytes
from typing import Any
from urllib.parse import quote

import structlog

MASK = "***"
_PATTERNS = (
    (re.compile(r"\b\d{3,20}:[A-Za-z0-9_-]{20,}"), MASK),
    (re.compile(r"(\w[\w+.-]*://[^\s:/@]*:)[^\s@]+@"), rf"\1{MASK}@"),
)
_TALKATIVE = ("telegram", "httpcore", "apscheduler", "alembic", "hpack")
"""Libraries whose DEBUG and INFO lines hold messages, or nothing that an operator needs."""
_WITH_ADDRESSES = ("httpx",)
"""Libraries that tell the address of each call at INFO: shown only where debugging is asked for."""


_PEOPLE = frozenset({"person"})
"""Keys of events whose value is a Telegram account."""


class Redactor:
    """Takes secrets out of a text, however they are written in it, and accounts out of events."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        spelt = {form for each in secrets if each for form in (each, quote(each, safe=""))}
        self._salt = token_bytes(16)
        # The longest first, since one secret may begin another.
        self._known = sorted(spelt, key=len, reverse=True)

    def text(self, text: str) -> str:
        """A text without secrets."""
        for secret in self._known:
            text = text.replace(secret, MASK)
        for pattern, mask in _PATTERNS:
            text = pattern.sub(mask, text)
        return text

    def __call__(
        self, _logger: object, _method: str, event: MutableMapping[str, Any]
    ) -> MutableMapping[str, Any]:
        """A structlog processor: every text of an event, and of what is in it."""
        return {
            key: self._pseudonym(value) if key in _PEOPLE else self._value(value)
            for key, value in event.items()
        }

    def _pseudonym(self, account: object) -> str | None:
        """The same for one account in all lines of this process; nothing leads back from it."""
        if account is None:
            return None
        return "p-" + blake2b(str(account).encode(), key=self._salt, digest_size=4).hexdigest()

    def _value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {key: self._value(each) for key, each in value.items()}
        if isinstance(value, list | tuple):
            return [self._value(each) for each in value]
        return value if isinstance(value, int | float | bool | None) else self.text(str(value))


class RedactingFormatter(logging.Formatter):
    """Formats a library's line, its traceback included, and takes secrets out of the result."""

    def __init__(self, redactor: Redactor) -> None:
        super().__init__("%(asctime)s [%(levelname)s] %(name)s: %(message)s")
        self._redactor = redactor

    def format(self, record: logging.LogRecord) -> str:
        """The finished line."""
        return self._redactor.text(super().format(record))


def set_up(log_format: str, level: str = "info", secrets: Iterable[str] = ()) -> None:
    """Configure structlog and the standard library's logging. `secrets` are never printed."""
    redactor = Redactor(secrets)
    least = logging.getLevelNamesMapping()[level.upper()]
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(RedactingFormatter(redactor))
    root = logging.getLogger()
    for former in [
        each for each in root.handlers if isinstance(each.formatter, RedactingFormatter)
    ]:
        root.removeHandler(former)
    root.addHandler(handler)
    root.setLevel(least)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(least, logging.WARNING))
    for name in _WITH_ADDRESSES:
        logging.getLogger(name).setLevel(least if least < logging.INFO else logging.WARNING)
    as_json = log_format == "json"
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            # Tracebacks become text before they are redacted; the renderer's own would print
            # every local variable, and with them names.
            structlog.processors.format_exc_info,
            redactor,
            structlog.processors.JSONRenderer(ensure_ascii=False)
            if as_json
            else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty()),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(least),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
    )
