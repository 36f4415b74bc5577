"""The words of one language: Fluent messages from `bot/locales`, made safe for HTML.

Whatever is put into a message and did not come out of one is a stranger's text: it is cleaned,
shortened and escaped here, once. `Html` marks what has been through this door, so that a card
built of anything else does not type-check. Nothing here inflects a name, and a key or a value
that is missing raises: nobody is ever shown a raw key.
"""

import html
import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from pathlib import Path

from babel.dates import format_date, format_time
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from bot import clock
from conversations.lobby import LANGUAGES

LONGEST_VALUE = 500
"""Letters of one foreign value; the longest thing people may write here is a reason of 500."""

_DATES = {"pl": "pl", "en": "en_GB"}
"""Whose way of writing a day: English is written as in Europe, „22 November 2026”."""
_LOCALES = Path(__file__).parent / "locales"
_TAG = re.compile(r"<[^>]*>")
_SPACES = re.compile(r"\s+")
_MARK = r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
_NO_CHARACTERS = frozenset("\ufffe\uffff")
"""No characters of XML, though of Unicode: a document with one cannot be opened."""
_PILED_MARKS = re.compile(f"({_MARK}{{2}}){_MARK}+")


class Html(str):
    """Text that may stand in a message of the Bot API as it is (parse mode HTML)."""

    __slots__ = ()


class Words:
    """The messages of one language; an unknown language is Polish. Cheap to make anew."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else LANGUAGES[0]
        self._bundle = _bundle(self.language)

    def __call__(self, key: str, /, **values: str | int) -> Html:
        """A message as HTML. `Html` values pass, others are cleaned and escaped.

        Raises KeyError for a key or a value that is missing.
        """
        return Html(self._format(key, {name: _escaped(value) for name, value in values.items()}))

    def plain(self, key: str, /, **values: str | int) -> str:
        """A message for where there is no HTML: buttons, alerts, terminals, sheets.

        Raises KeyError for a key or a value that is missing.
        """
        return self._format(key, {name: _cleaned(value) for name, value in values.items()})

    def date(self, when: date) -> Html:
        """A day in letters, as it is in the offices: „22 listopada 2026 r.”."""
        day = when.astimezone(clock.zone()) if isinstance(when, datetime) else when
        return self("date", date=format_date(day, "long", locale=_DATES[self.language]))

    def moment(self, when: datetime) -> Html:
        """A day and an hour, as they are in the offices: „22 listopada 2026 r., godz. 9:00”."""
        return self("moment", date=self.date(when), time=self.time(when))

    def time(self, when: datetime) -> str:
        """An hour of the day in the offices' zone: „9:00”."""
        return format_time(when.astimezone(clock.zone()), "H:mm", locale=_DATES[self.language])

    def _format(self, key: str, values: dict[str, str | int]) -> str:
        message = self._bundle.get_message(key)
        if message.value is None:
            raise KeyError(key)
        text, errors = self._bundle.format_pattern(message.value, values)
        if errors or not isinstance(text, str):
            raise KeyError(f"{key}: {'; '.join(map(str, errors))}")
        return text


def joined(parts: Iterable[Html], between: str = "\n") -> Html:
    """Parts of a card put together. `between` is ours, never a stranger's."""
    return Html(between.join(parts))


def cleaned(text: str, longest: int = LONGEST_VALUE) -> str:
    """Foreign text on one line, visibly shortened, without what would disturb the text around it.

    Control and direction characters go, and of piled-up accents two stay. Something that was all
    of it is shown as „…”.
    """
    if len(text) <= longest and _calm(text):
        return text
    head = unicodedata.normalize("NFC", text[: longest * 4])
    spaced = _SPACES.sub(" ", head)
    kept = "".join(
        c
        for c in spaced
        if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co"} and c not in _NO_CHARACTERS
    )
    calm = _SPACES.sub(" ", _PILED_MARKS.sub(r"\1", kept)).strip()
    if text and not calm:
        return "…"
    return calm if len(calm) <= longest else calm[: longest - 1].rstrip() + "…"


def _calm(text: str) -> bool:
    """Whether there is nothing to clean, as in nearly every name."""
    return (
        text.isprintable()
        and "  " not in text
        and text == text.strip()
        and unicodedata.is_normalized("NFC", text)
        and not _PILED_MARKS.search(text)
    )


def unmarked(text: Html) -> str:
    """What is read of a message when its markup is taken off."""
    return html.unescape(_TAG.sub("", text))


def _cleaned(value: str | int) -> str | int:
    if isinstance(value, Html):
        return unmarked(value)
    return cleaned(value) if isinstance(value, str) else value


def _escaped(value: str | int) -> str | int:
    if isinstance(value, Html | int):
        return value
    return html.escape(cleaned(value), quote=False)


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted((_LOCALES / language).glob("*.ftl")):
        resource = FluentResource(file.read_text(encoding="utf-8"))
        junk = [entry.content for entry in resource.body if isinstance(entry, ast.Junk)]
        if junk:
            raise ValueError(f"{file.name}: {junk[0]}")
        bundle.add_resource(resource)
    return bundle
