"""The first step: characters as they were meant (domain.md §3.6 points 1 and 2).

Invisible characters go, spaces and dashes become plain, broken encodings are mended. A mended word
is remembered, so that a name among them can be confirmed. No line is dropped here.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from typing import Final

from conversations.pasted_list.given_names import GIVEN_NAMES
from conversations.vocabulary import fold

COLUMN_GAP: Final = "\x1f"
"""Stands for two or more spaces, which people use to separate columns."""

QUOTED_COMMA: Final = "\x1e"
QUOTED_SEMICOLON: Final = "\x1d"
"""A comma and a semicolon between quotes, which part no columns."""

DITTO_MARK: Final = "-//-"
LOST_LETTER: Final = "?"

_POLISH: Final = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"
_ANY_POLISH: Final = re.compile(f"[{_POLISH}]")
_NONE: Final[frozenset[str]] = frozenset()
# Nothing in such a line is to be changed but its gaps; nearly all lines are such.
_ORDINARY: Final = re.compile(r"(?:[^\W¹²³⁴⁵_]++|[ \t:;()@+<>/*–-]++|[.,|](?![.,|]))*+")
_ENTITY: Final = re.compile(r"&(?:#\d{1,5}|[A-Za-z]{2,8}\d?);")
# What is left of a web page's table or list; an address in angle brackets is none of these.
_EMPHASIS: Final = re.compile(
    r"(?<![\w*_])(\*{1,3}|__?)(?=[^\W_])([^*_]{1,200})(?<=\S)\1(?![\w*_])"
)
_HEADING_SIGN: Final = re.compile(r"^#{1,6} ")
_BREAK: Final = re.compile(r"<br ?/?>", re.IGNORECASE)
_CELL_END: Final = re.compile(r"</t[dh]>", re.IGNORECASE)
_TAG: Final = re.compile(
    r" ?</?(?:table|tbody|thead|tr|td|th|br|p|div|span|b|i|u|strong|em|li|ul|ol|font|a)\b"
    r"[^<>@]{0,200}> ?",
    re.IGNORECASE,
)
_LINE_END: Final = re.compile(r"[\n\r\v\f\u2028\u2029]")
_DASHES: Final = str.maketrans(dict.fromkeys("—―−‒", "–") | dict.fromkeys("‑‐⁃", "-"))
_QUOTES: Final = str.maketrans("", "", '„”“»«"{}')
_GAP: Final = re.compile(r" {2,}")
_FILLER: Final = re.compile(r"[.…_]{3,}|…")
_FOOTNOTES: Final = str.maketrans({"¹": "*", "²": "**", "³": "***", "⁴": "****", "⁵": "*****"})
_KEYCAP: Final = re.compile("([0-9])\ufe0f?\u20e3")
_ARROW: Final = re.compile("[\u2190-\u21ff]")
# A cell of its own; before a name it is a bullet, and one behind it says nothing.
_TICK: Final = re.compile(r"(?:(?<=[\t|;])|(?<=[|;] )|(?<=  ))[✓✔☑✅]\ufe0f?(?= *(?:[\t|;]|$))")
_EDGE_APOSTROPHE: Final = re.compile(r"(?<![^\W_])['’‘](?=\w)|(?<=\w)['’](?![^\W_])")
_DITTO: Final = re.compile(r"(?<![^\s\t])(?:-+ ?(?:\|\||//|[„”\"]|'') ?-+|[„”\"]|''|,,)(?![^\s])")
_QUOTED: Final = re.compile(r'"[^"]{0,200}"')
_QUOTED_MARKS: Final = str.maketrans({",": QUOTED_COMMA, ";": QUOTED_SEMICOLON})
_LOST: Final = re.compile(
    r"(?<=[^\W\d_])[?\ufffd](?=[^\W\d_])|(?<=[^\W\d_])\ufffd|\ufffd(?=[^\W\d_])"
)
_WORD_WITH_LOSS: Final = re.compile(r"[^\W\d_]{0,20}[?][^\W\d_]{0,20}")
# A capital, small letters and a digit among them, as no code and no number of a room is written.
_SCANNED: Final = re.compile(
    r"(?<![\w@.+-])[^\W\d_a-ząćęłńóśźż][a-ząćęłńóśźż]{0,15}[01][a-ząćęłńóśźż]{1,15}(?![\w@.]\w)"
)
_DIGIT_WITHIN: Final = re.compile(r"[01]")
_LETTERS: Final = {"0": "o", "1": "l"}
_LOST_AT_END: Final = re.compile(r"(?<=[^\W\d_])[?](?= [^\W\d_])")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: as pasted (for `skipped`), as read, and the words that had to be mended."""

    number: int
    raw: str
    text: str
    mended: frozenset[str]


def lines_of(text: str) -> list[Line]:
    """Every line that is not blank, in order."""
    raws = _LINE_END.split(text.replace("\r\n", "\n"))
    foreign = _SUSPECT.search(text) is not None and any(map(_inside_word, raws))
    lossy = ("?" in text or "\ufffd" in text) and any(map(_LOST.search, raws))
    lines = []
    for number, raw in enumerate(raws):
        if not raw.strip():
            continue
        typed = _without_markup(raw)
        plain = _plain(typed)
        restored = _mended(_with_lost_letters(typed) if lossy else typed, foreign=foreign)
        restored = (
            _with_letters_for_digits(restored) if _DIGIT_WITHIN.search(restored) else restored
        )
        mended = plain if restored == typed else _plain(restored)
        words = frozenset(mended.split()) - frozenset(plain.split()) if mended != plain else _NONE
        lines.append(Line(number, raw.strip(), mended, words))
    return lines


def _without_markup(raw: str) -> str:
    """The line without what is left of a web page or of marked-up text: tags, stars of emphasis."""
    text = _ENTITY.sub(lambda entity: unescape(entity[0]), raw) if "&" in raw else raw
    if "*" in text or "_" in text or "#" in text:
        text = _EMPHASIS.sub(r"\2", _HEADING_SIGN.sub("", text))
    text = _with_commas_for_breaks(text)
    return _TAG.sub(" ", _CELL_END.sub("\t", text)).strip() if "</" in text else text


def _with_commas_for_breaks(text: str) -> str:
    first, *others = _BREAK.split(text)
    if not others:
        return text
    return ", ".join((first.rstrip(), *map(str.strip, others[:-1]), others[-1].lstrip()))


def _with_letters_for_digits(text: str) -> str:
    """„Wa1czak” as a scan gives it; a word with a digit within it is no name otherwise."""
    return _SCANNED.sub(
        lambda word: _DIGIT_WITHIN.sub(lambda digit: _LETTERS[digit[0]], word[0]), text
    )


def _plain(text: str) -> str:
    if _ORDINARY.fullmatch(text):
        return _GAP.sub(COLUMN_GAP, text.strip(" "))
    composed = _ARROW.sub(" – ", _KEYCAP.sub(r"\1. ", unicodedata.normalize("NFC", text)))
    composed = _TICK.sub("√", composed)
    kept: list[str] = []
    for char in composed:
        if char.isalnum() or char == " ":
            kept.append(char)
            continue
        category = unicodedata.category(char)
        stacked = category == "Mn" and (not kept or unicodedata.category(kept[-1]) == "Mn")
        if category == "Zs" or (category in ("So", "Sk") and char not in "`´"):
            kept.append(" ")
        elif char == "\t" or not (stacked or category.startswith("C")):
            kept.append(char)
    plain = _DITTO.sub(DITTO_MARK, "".join(kept).translate(_DASHES))
    plain = _QUOTED.sub(lambda quoted: quoted[0].translate(_QUOTED_MARKS), plain)
    plain = _EDGE_APOSTROPHE.sub("", plain.translate(_QUOTES).translate(_FOOTNOTES))
    plain = _FILLER.sub(" ", plain)
    return _GAP.sub(COLUMN_GAP, plain.strip(" "))


def _with_lost_letters(text: str) -> str:
    """A given name of which all but the lost letter is left is written out; others keep a „?”."""
    marked = _LOST_AT_END.sub(LOST_LETTER, _LOST.sub(LOST_LETTER, text))
    return _WORD_WITH_LOSS.sub(lambda word: _given_name_like(word[0]), marked)


def _given_name_like(word: str) -> str:
    pattern = re.compile(
        "".join("." if char == LOST_LETTER else re.escape(char) for char in word), re.IGNORECASE
    )
    fitting = {name for name in GIVEN_NAMES.values() if pattern.fullmatch(name)}
    return fitting.pop() if len(fitting) == 1 else word


def _as_read_by(codec: str, letter: str) -> str:
    """The UTF-8 bytes of a letter as another codec shows them; bytes it lacks show as controls."""
    return "".join(
        bytes([byte]).decode(codec, errors="ignore") or chr(byte) for byte in letter.encode()
    )


_UTF8: Final = {
    shown: letter
    for codec in ("cp1250", "cp1252", "latin-1")
    for letter in _POLISH + "–—„”’"
    if (shown := _as_read_by(codec, letter)) != letter
}
# The first byte of a Polish letter in UTF-8, its second byte lost on the way.
_HALF_LOST: Final = re.compile(r"[ÃÄÅĂĹ][?\ufffd](?=\w)|(?<=\w)[ÃÄÅĂĹ][?\ufffd]")
_UTF8_SHOWN: Final = re.compile("|".join(re.escape(shown) for shown in _UTF8))
# cp1250 (and ISO 8859-2) shown as cp1252; these stand inside words only.
_CP1250: Final = dict(zip("³¹æêñœŸŸ¿£¯ŒÑÆÊ¥±¶¼¦¡Ÿ", "łąćęńśźźżŁŻŚŃĆĘĄąśźŚĄź", strict=True))
_CP1250_CLASS: Final = "[" + re.escape("".join(_CP1250)) + "]"
_INSIDE_WORD: Final = re.compile(
    rf"(?<=[^\W\d_]){_CP1250_CLASS}+(?=[^\W\d_])|(?<![^\W_]){_CP1250_CLASS}(?=[^\W\d_]{{2}})"
)
_AT_WORD_END: Final = re.compile(rf"(?<!\w)[^\W\d_]{{1,40}}{_CP1250_CLASS}(?!\w)")


_SUSPECT: Final = re.compile("[" + re.escape("".join({*_CP1250, *(s[0] for s in _UTF8)})) + "ŜĹ]")


def _inside_word(text: str) -> bool:
    return _INSIDE_WORD.search(text) is not None


def _mended(text: str, *, foreign: bool) -> str:
    """`foreign` tells that the text shows its encoding elsewhere, so a last letter counts too."""
    if not _SUSPECT.search(text):
        return text
    mended = _UTF8_SHOWN.sub(lambda shown: _UTF8[shown[0]], text)
    mended = _HALF_LOST.sub(LOST_LETTER, mended)
    if mended != text:
        return mended.replace("Ŝ", "ż")
    mended = _INSIDE_WORD.sub(lambda shown: "".join(map(_CP1250.__getitem__, shown[0])), mended)
    mended = _AT_WORD_END.sub(lambda word: _with_last_letter(word[0], foreign=foreign), mended)
    mended = mended.replace("Ŝ", "ż").replace("Ĺ", "Ł")
    return mended if _polish_letters(mended) > _polish_letters(text) else text


def _with_last_letter(word: str, *, foreign: bool) -> str:
    """„Pawe³” is Paweł; the ³ of „Kowalska³” is a footnote unless the whole text is broken."""
    mended = word[:-1] + _CP1250[word[-1]]
    known = GIVEN_NAMES.get(fold(mended))
    certain = word[-1].isalpha() or (known is not None and known.casefold() == mended.casefold())
    return mended if foreign or certain else word


def holds(text: str, parts: Iterable[str]) -> bool:
    """Whether any of the parts stands in a text; a loop, as it is asked of every row many times."""
    for part in parts:  # noqa: SIM110
        if part in text:
            return True
    return False


def has_polish_letters(text: str) -> bool:
    """Whether the writer uses Polish letters at all."""
    return _ANY_POLISH.search(text) is not None


def _polish_letters(text: str) -> int:
    return sum(char in _POLISH for char in text)
