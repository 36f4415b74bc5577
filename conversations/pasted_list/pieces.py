"""Cuts a row at commas, dashes, brackets and columns into pieces (domain.md §3.6 point 4).

What each piece is, `telling` says; names that were cut apart, `rejoining` puts together. Nothing is
decided about people here.
"""

import re
from dataclasses import replace
from typing import Final

from conversations.pasted_list.boundaries import is_surname_alone, name_after_post
from conversations.pasted_list.characters import (
    COLUMN_GAP,
    QUOTED_COMMA,
    QUOTED_SEMICOLON,
    holds,
)
from conversations.pasted_list.denial import NO
from conversations.pasted_list.given_names import COMMON_SURNAMES
from conversations.pasted_list.names import is_given, names_somebody
from conversations.pasted_list.rejoining import rejoined
from conversations.pasted_list.telling import Piece, told
from conversations.positions import PositionClass, classify
from conversations.vocabulary import fold

# What a pattern begins with lets most places be left at once, so none begins with a look behind.
# Spaces around a separator are stripped later.
_SEPARATOR: Final = re.compile(
    rf"(?=[,;|\t()\[\]{COLUMN_GAP}{QUOTED_COMMA}{QUOTED_SEMICOLON}_=>•·/:+–-])"
    rf"(?:[,;|\t()\[\]{COLUMN_GAP}{QUOTED_COMMA}{QUOTED_SEMICOLON}]"
    r"|(?<=\w)_+(?=\w)|[–-]*=*>(?= )|=+|[•·]"
    r"|(?<=\w)[/](?=[^\W\d_]{3})(?<![Dd]/)|/(?=U[GM]\w{0,2}\b)|(?<= )[/+](?= )"
    rf"|(?<=\w)[/](?=[ {COLUMN_GAP}]*(?:$|{COLUMN_GAP}))"
    rf"|:(?=[ \t{COLUMN_GAP}]|$)"
    r"|(?<= )[–-]+(?= )|(?<= )[–-]+(?=\S)|(?<=\S)[–-]+(?= )|^[–-]+|[–-]+$)"
)
_HYPHEN_IN_WORD: Final = re.compile(
    rf"-(?<=[^\W\d_]{{2}}-)(?=((?:[zZ]-c|[^\W\d_]{{4}})[^,;|\t(–{COLUMN_GAP}]*))"
)
_LONGEST_SIDE: Final = 80
"""Characters: of a post before or behind an „i”, and of the name beside it."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_DASHES: Final = frozenset("–-")
_ANDS: Final = (" i ", " oraz ", " a także ", " & ")
_AND_SOMEBODY: Final = re.compile(
    rf"(?<![^\W\d_])(?:([^\W\d_-]{{2,40}}) )?([^\W\d_][^\s,;]{{0,40}}),?(?:{'|'.join(_ANDS)})"
    r"(?=(?:(?:[Pp]ani?|[Pp]\.|mgr|inż\.|dr|lic\.) ){0,3}([^\W\d_][^\s,;]{0,40}) ([^\W\d_]{2,40}))"
)
_POST_BEHIND_NAME: Final = re.compile(r"(?<=[^\W\d_]) [–-] ([^,;–-]{2,60})$")
# „Gil, Kot i Lis-Sadowska”: of two nothing tells that they are no name, „Gil i Kot”.
_BETWEEN_SURNAMES: Final = re.compile(rf",?(?:{'|'.join(_ANDS)})|, ?")
_GLUED_DOT: Final = re.compile(r"\.(?<=[^\W\d_]\.)(?=[A-ZĆŁŚŹŻ][a-ząćęłńóśźż]{2})")
_BLOCKS: Final = re.compile(
    r"(\bbl(?:ok\w{0,2}|\.) ?(?:I|1)) ?[,/+&] ?(?=(?:II|2)\b)", re.IGNORECASE
)
# „ZR: –” denies as „ZR: nie” does, and a dash alone is no piece.
_MARK_LEFT_BLANK: Final = re.compile(
    r"\b((?:ZR|GS|ZS|PSZJ|redakc\w+|steruj\w+|pe[lł]nomocnik\w*) ?: ?)"
    r"(?:[–-]+|0)(?= *(?:$|[,;|)\]]))",
    re.IGNORECASE,
)
_EN_DASH_IN_WORD: Final = re.compile(r"–(?<=[^\W\d_]–)(?=[^\W\d_])")


def pieces_of(row: str) -> list[Piece]:
    """The pieces of a row in order; those without a letter are no pieces."""
    found: list[Piece] = []
    start, dashed, apart, bracketed = 0, False, False, False
    stronger = ";|" if "," in row or QUOTED_COMMA in row else ""
    if "bl" in row.lower():
        row = _BLOCKS.sub(r"\1 i ", row)
    if ":" in row:
        row = _MARK_LEFT_BLANK.sub(rf"\1{NO}", row)
    row = _GLUED_DOT.sub(". ", row)
    if _EN_DASH_IN_WORD.search(row):
        row = _EN_DASH_IN_WORD.sub(_hyphen_or_dash(row), row)
    row = _HYPHEN_IN_WORD.sub(_dash_before_post, row)
    if holds(row, _ANDS):
        surnames = _BETWEEN_SURNAMES.split(row.strip(" ."))
        if len(surnames) > 2 and all(map(_is_surname, surnames)):
            row = ", ".join(surnames)
        row = _AND_SOMEBODY.sub(_comma_before_name, row)
    for separator in (*_SEPARATOR.finditer(row), None):
        end = separator.start() if separator else len(row)
        text = row[start:end].strip()
        for piece in told(text, dashed=dashed) if text else ():
            if apart or bracketed:
                piece = replace(piece, apart=apart, bracketed=bracketed)  # noqa: PLW2901
            found.append(piece)
            dashed = apart = bracketed = False
        if separator:
            start = separator.end()
            mark = separator[0]
            apart = apart or mark in stronger
            if mark == ":" and found:
                found[-1] = replace(found[-1], heads=True)
            dashed = mark[0] in _DASHES
            bracketed = mark in "(["
    return rejoined(found)


def _is_surname(word: str) -> bool:
    return word[:1].isupper() and is_surname_alone(word) and not is_given(word)


def _hyphen_or_dash(row: str) -> str:
    """An unspaced dash parts a name from a post, or joins a double surname."""
    head, _, tail = row.partition("–")
    joins = classify(tail.strip()) is PositionClass.UNKNOWN and len(head) > 0
    return "-" if joins else " – "


def _dash_before_post(hyphen: re.Match[str]) -> str:
    """„Anna Lis-Sekretarz Gminy” is no double surname; „Anna Lis-Starosta” is."""
    follows = hyphen[1].split(" - ", 1)[0]
    is_post = fold(_WORD.findall(follows)[0]) not in COMMON_SURNAMES and (
        classify(follows.strip()) is not PositionClass.UNKNOWN
    )
    return " – " if is_post else hyphen[0]


def _comma_before_name(joined: re.Match[str]) -> str:
    """„… skarbnik i Ewa Lis” names another person, and so does „… Jan Gil oraz Skarbnik Ewa Lis”.

    „Anna Lis – Sekretarz i Skarbnik Jan Gil” parts the posts, too, as the first has its bearer;
    „Anna i Piotr Kowalscy” and „Zastępca Wójta i Sekretarz” are left alone.
    """
    before, last, following, after = joined.groups()
    whole = before is not None and is_given(before) != is_given(last)
    begins_name = not is_given(last) if is_given(following) else whole and is_given(after)
    named_before = is_given(before or "") or is_given(last)
    begins_post = (
        classify(following) is not PositionClass.UNKNOWN
        if named_before
        else _ends_in_borne_post(joined) and _begins_with_borne_post(joined)
    )
    head = f"{before} {last}" if before else last
    return f"{head}, " if begins_name or begins_post else joined[0]


def _begins_with_borne_post(joined: re.Match[str]) -> bool:
    """Whether a post and a name stand behind an „i” before anything parts the words."""
    begin, end = joined.end(), joined.end() + _LONGEST_SIDE
    parts = _SEPARATOR.search(joined.string, begin, end)
    words = joined.string[begin : parts.start() if parts else end].split()
    return name_after_post(words, words) is not None


def _ends_in_borne_post(joined: re.Match[str]) -> bool:
    """Whether a name, a dash and its post stand before an „i”."""
    text, end = joined.string, joined.end(2)
    post = _POST_BEHIND_NAME.search(text, max(0, end - _LONGEST_SIDE), end)
    return (
        post is not None
        and classify(post[1]) is not PositionClass.UNKNOWN
        and names_somebody(text[max(0, post.start() - _LONGEST_SIDE) : post.start()])
    )
