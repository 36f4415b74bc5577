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
from functools import cache, lru_cache
from pathlib import Path
from threading import RLock

from babel.dates import format_date
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot import clock

LONGEST_VALUE = 500
"""Letters of one foreign value; the longest thing people may write here is a reason of 500."""

REMEMBERED = 2048
"""Messages without a stranger's words that are kept formatted."""

_LOCALES = Path(__file__).parent / "locales"
_FIRST = "pl"
LANGUAGES = (
    _FIRST,
    *sorted({each.name for each in _LOCALES.iterdir() if each.is_dir()} - {_FIRST}),
)
"""In which people are spoken to, a folder each; the first one until they choose."""
_BEGINS = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE)
_TAG = re.compile(r"<[^>]*>")
_SPACES = re.compile(r"\s+")
_STOPPED_TWICE = re.compile(r"([.?!…])”\.")
"""A quoted sentence that ends with its own full stop needs no other."""
_MARK = r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
_NO_CHARACTERS = frozenset("\ufffe\uffff")
"""No characters of XML, though of Unicode: a document with one cannot be opened."""
_PILED_MARKS = re.compile(f"({_MARK}{{2}}){_MARK}+")
_WORD = r"[A-Za-z0-9À-ž.,:;()/„”–-]+"
_PLAIN = re.compile(f"{_WORD}(?: {_WORD})*")
"""Words of Latin letters, which are composed already and mean nothing in HTML."""
_FILLING = RLock()


class Html(str):
    """Text that may stand in a message of the Bot API as it is (parse mode HTML)."""

    __slots__ = ()


_OURS = (Html, int)
"""What may stand in a message as it is."""
_COUNTS = {int}


class Words:
    """The messages of one language; an unknown language is Polish. Cheap to make anew."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else LANGUAGES[0]

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
        day = when.astimezone(clock.zone()).date() if isinstance(when, datetime) else when
        return self("date", date=_spelt(self.plain("language-of-dates"), day))

    def moment(self, when: datetime) -> Html:
        """A day and an hour, as they are in the offices: „22 listopada 2026 r., godz. 9:00”."""
        return self("moment", date=self.date(when), time=self.time(when))

    def time(self, when: datetime) -> str:
        """An hour of the day in the offices' zone: „9:00”."""
        here = when.astimezone(clock.zone())
        return f"{here.hour}:{here.minute:02}"

    def keys(self, beginning: str) -> tuple[str, ...]:
        """The keys of all messages that begin so."""
        return tuple(key for key in _sources(self.language) if key.startswith(beginning))

    def _format(self, key: str, values: dict[str, str | int]) -> str:
        if not values or set(map(type, values.values())) == _COUNTS:
            return _remembered(self.language, key, tuple(values.items()))
        said = _formatted(self.language, key, values)
        return _STOPPED_TWICE.sub(r"\1”", said) if "”." in said else said


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


def _is_plain(text: str) -> bool:
    """Whether there is nothing to clean or to escape, told by one look, as in nearly every name."""
    return len(text) <= LONGEST_VALUE and _PLAIN.fullmatch(text) is not None


def _calm(text: str) -> bool:
    """Whether there is nothing to clean."""
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


def _formatted(language: str, key: str, values: dict[str, str | int]) -> str:
    simple = _simple(language, key)
    if simple is not None:
        shown = {
            name: each if isinstance(each, str) else _number(language, each)
            for name, each in values.items()
        }
        return simple.format_map(shown)
    bundle = _given(language, key)
    message = bundle.get_message(key)
    assert message.value is not None
    text, errors = bundle.format_pattern(message.value, values)
    if errors or not isinstance(text, str):
        raise KeyError(f"{key}: {'; '.join(map(str, errors))}")
    return text


@lru_cache(maxsize=REMEMBERED)
def _remembered(language: str, key: str, counts: tuple[tuple[str, str | int], ...]) -> str:
    """What most of every card is: a message without anybody's words, which are never kept."""
    return _formatted(language, key, dict(counts))


@cache
def _simple(language: str, key: str) -> str | None:
    """A message that is but text and variables as Python formats it, faster than Fluent does.

    None for one that chooses, as by a plural; Fluent itself formats it.
    """
    pattern = _entry(language, key).value
    assert pattern is not None
    pieces: list[str] = []
    for element in pattern.elements:
        match element:
            case ast.TextElement(value=text):
                pieces.append(_unformatted(text))
            case ast.Placeable(expression=ast.VariableReference(id=ast.Identifier(name=name))):
                pieces.append(f"{{{name}}}")
            case ast.Placeable(expression=ast.StringLiteral() as literal):
                pieces.append(_unformatted(literal.parse()["value"]))
            case _:
                return None
    return "".join(pieces)


def _unformatted(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


@lru_cache(maxsize=REMEMBERED)
def _spelt(locale: str, day: date) -> str:
    return format_date(day, "long", locale=locale)


@lru_cache(maxsize=REMEMBERED)
def _number(language: str, value: int) -> str:
    """A number as Fluent shows it where nothing else is said."""
    return format_decimal(value, locale=language)


def _cleaned(value: str | int) -> str | int:
    if isinstance(value, Html):
        return unmarked(value)
    return cleaned(value) if isinstance(value, str) else value


def _escaped(value: str | int) -> str | int:
    if isinstance(value, _OURS) or _is_plain(value):
        return value
    return html.escape(cleaned(value), quote=False)


@cache
def _sources(language: str) -> dict[str, str]:
    """Every message as it is written, by its key: each is parsed when it is first needed."""
    found: dict[str, str] = {}
    for file in sorted((_LOCALES / language).glob("*.ftl")):
        text = file.read_text(encoding="utf-8")
        begins = list(_BEGINS.finditer(text))
        ends = [each.start() for each in begins[1:]] + [len(text)]
        for begin, end in zip(begins, ends, strict=True):
            found.setdefault(begin[1], text[begin.start() : end])
    return found


@cache
def _entry(language: str, key: str) -> ast.Message | ast.Term:
    source = _sources(language)[key]
    entry = FluentParser().parse_entry(source)
    if not isinstance(entry, ast.Message | ast.Term) or entry.value is None:
        raise ValueError(f"{key}: {source}")
    return entry


@cache
def _bundle(language: str) -> FluentBundle:
    return FluentBundle([language], use_isolating=False)


@cache
def _given(language: str, key: str) -> FluentBundle:
    """The bundle of a language once it has a message and those that it refers to."""
    # Cards are drawn by several threads: two bundles of a language would each lack what is in the
    # other, for ever.
    with _FILLING:
        bundle, entry, references = _bundle(language), _entry(language, key), _References()
        bundle.add_resource(ast.Resource([entry]))
        references.visit(entry)
        for each in references.keys:
            _given(language, each)
    return bundle


class _References(Visitor):
    """The keys of what a message is put together from."""

    def __init__(self) -> None:
        self.keys: list[str] = []

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - Fluent's
        self.keys.append(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 - as above
        self.keys.append(f"-{node.id.name}")
