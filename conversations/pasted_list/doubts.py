"""What makes the pieces of a row doubtful: denied marks, stand-ins, names among other words.

Source: domain.md §3.6. Nothing is asked here; `drafts` keeps the doubts and `entries` asks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Final

from conversations.pasted_list.declension import given_in_other_case
from conversations.pasted_list.denial import answer_of
from conversations.pasted_list.names import (
    is_common_word,
    is_given,
    is_initial,
    is_name_shaped,
    looks_like_surname,
)
from conversations.pasted_list.sections import Section
from conversations.pasted_list.telling import Kind, Piece
from conversations.pasted_list.words import (
    EDITORS_STEMS,
    SEVERAL_DO,
    STAND_IN_STEMS,
)
from conversations.positions import PositionClass, classify
from conversations.vocabulary import fold

_NAMED_AFTER: Final = frozenset({"im.", "im", "imienia", "sw.", "sw", "swietego", "swietej"})

_BEGIN_PERSON: Final = (Kind.NAME, Kind.POST, Kind.WORD)
PART_BEGINS: Final = Piece(Kind.PROSE, ())


def with_marks_behind(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with the marks of several people beside each of them.

    „…, a redaktorami będą Anna Lis i Jan Gil”, „…; zespół redakcyjny: Anna Lis, Jan Gil”: the mark
    is of all behind it up to the next, that of a plenipotentiary of the first alone. Where a mark
    of several may be of those before it or behind it, it is doubtful and all of the row share that.
    """
    if not any(piece.kind is Kind.MARK for piece in pieces):
        return list(pieces)
    found: list[Piece] = []
    mark: Piece | None = None
    unclear = behind_name = by_surname = False
    unmarked = 0
    for at, piece in enumerate(pieces):
        if piece.kind is Kind.MARK:
            opens = _opens_part(pieces, at, behind_name=behind_name)
            if opens or _is_of_sentence(pieces, at) or (mark is not None and piece.glued):
                alone = piece.section is Section.PLENIPOTENTIARY
                mark = replace(piece, heads=False, opens=opens)
                by_surname = opens and pieces[at + 1].kind is Kind.WORD
                if by_surname and not behind_name:
                    found = list(map(_as_name, found))
                    behind_name = any(each.kind is Kind.NAME for each in found)
                if opens and not alone:
                    found.append(PART_BEGINS)
                continue
            unclear = unclear or _is_of_several(pieces, at, behind_name=behind_name)
            if fold(piece.words[0]) in SEVERAL_DO:
                found = list(_with_mark_beside(found, piece))
            else:
                unclear = unclear or (unmarked > 1 and _may_be_of_all_before(pieces, at))
            unmarked = 0
        named = piece.kind is Kind.NAME or (by_surname and piece.kind is Kind.WORD)
        behind_name = behind_name or named
        unmarked += named
        found.append(_as_name(piece) if named else piece)
        if mark and named:
            found.append(mark)
            mark = None if mark.section is Section.PLENIPOTENTIARY else mark
    return list(_with_doubted_marks(found)) if unclear else found


def _as_name(piece: Piece) -> Piece:
    """A surname alone as a name, where those beside it are told by theirs."""
    surname = piece.kind is Kind.WORD and not piece.heads
    return replace(piece, kind=Kind.NAME) if surname else piece


def _with_mark_beside(pieces: Sequence[Piece], mark: Piece) -> Iterator[Piece]:
    """„A i B będą w zespole redakcyjnym”: the mark of several beside each name that has none."""
    for piece, after in zip(pieces, (*pieces[1:], None), strict=True):
        yield piece
        if piece.kind is Kind.NAME and (after is None or after.kind is not Kind.MARK):
            yield mark


def _with_doubted_marks(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        yield piece
        if piece.kind is Kind.NAME:
            yield Piece(Kind.MARK, (), doubtful=True)


def _is_of_sentence(pieces: Sequence[Piece], at: int) -> bool:
    """„a redaktorami będą”, „a pełnomocnikiem zostanie”: told of whoever follows."""
    piece, follows = pieces[at], pieces[at + 1 : at + 2]
    if not piece.glued or piece.section is Section.STEERING:
        return False
    return piece.section is Section.EDITORIAL or (
        bool(follows) and follows[0].kind in (Kind.NAME, Kind.POST)
    )


def _opens_part(pieces: Sequence[Piece], at: int, *, behind_name: bool) -> bool:
    """Whether a mark within a row is the heading of those behind it, as one above them would be."""
    follows = pieces[at + 1 : at + 2]
    if pieces[at].glued or not follows or follows[0].kind not in _BEGIN_PERSON:
        return False
    behind = map(pieces.__getitem__, range(at + 1, len(pieces)))
    kinds = [piece.kind for piece in takewhile(_is_no_mark, behind)]
    if follows[0].kind is Kind.WORD and _is_between_surnames(pieces, at):
        return True
    if pieces[at].heads:
        return Kind.NAME in kinds or Kind.WORD in kinds
    return kinds.count(Kind.NAME) > 1 and _is_of_several(pieces, at, behind_name=behind_name)


def _is_between_surnames(pieces: Sequence[Piece], at: int) -> bool:
    """„Redakcja – p. Kot, pełnomocnik – p. Gil”: the dash parts the heading from whom it heads."""
    mark, before, behind = pieces[at], pieces[at - 1] if at else None, pieces[at + 1]
    listed = before is not None and before.kind is Kind.WORD
    return listed and behind.dashed and not (mark.dashed or mark.bracketed)


def _is_no_mark(piece: Piece) -> bool:
    return piece.kind is not Kind.MARK


def _is_of_several(pieces: Sequence[Piece], at: int, *, behind_name: bool) -> bool:
    """„redaktorzy”, and „, zespół redakcyjny – Anna Lis”, are hardly told of the name before."""
    mark, follows = pieces[at], pieces[at + 1 : at + 2]
    before_dash = bool(follows) and follows[0].kind is Kind.NAME and follows[0].dashed
    return (before_dash and behind_name and not mark.dashed) or any(
        fold(word).startswith(EDITORS_STEMS) for word in mark.words
    )


def _may_be_of_all_before(pieces: Sequence[Piece], at: int) -> bool:
    """„A, B (zespół redakcyjny)” may tell of both, and „A, B – ZR” where no post parts the two."""
    mark = pieces[at]
    if mark.section is not Section.EDITORIAL:
        return False
    ends = at == len(pieces) - 1 and not any(p.kind is Kind.POST for p in pieces)
    return ends or any(fold(word).startswith("zespo") for word in mark.words)


def without_denied(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without the marks that a „tak” or „nie” of their own denies: „ZR: nie”.

    Where answers and marks do not come in pairs, the marks stay; `_is_answered` has them asked.
    """
    marks = [at for at, piece in enumerate(pieces) if piece.kind is Kind.MARK]
    if not marks:
        return list(pieces)
    answers = [answer for piece in pieces if (answer := answer_of(piece.text)) is not None]
    if len(marks) != len(answers):
        return list(pieces)
    denied = {at for at, yes in zip(marks, answers, strict=True) if not yes}
    return [
        replace(piece, kind=Kind.REMARK, section=None) if at in denied else piece
        for at, piece in enumerate(pieces)
        if answer_of(piece.text) is None
    ]


def with_doubted(pieces: Sequence[Piece]) -> list[Piece]:
    """„Anna Lis (w zastępstwie: Jan Gil)” may name another who is not to come."""
    if sum(piece.kind is Kind.NAME for piece in pieces) < 2:
        return list(pieces)
    return [
        replace(piece, doubtful=True)
        if piece.kind is Kind.NAME
        and (
            (before is not None and before.heads and _stands_in(before))
            or _is_beside_known(piece, pieces)
        )
        else piece
        for piece, before in zip(pieces, (None, *pieces), strict=False)
    ]


def _is_beside_known(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """„Komórka Geodezji: Jan Gil”: words of no known name beside a whole one are hardly a name."""
    known = any(map(is_given, piece.words)) or any(map(is_initial, piece.words))
    return (
        piece.heads
        and not (known or any(map(looks_like_surname, piece.words)))
        and any(other.kind is Kind.NAME and any(map(is_given, other.words)) for other in pieces)
    )


def is_replaced(piece: Piece) -> bool:
    """„zastępuje Olga Sroka”: another may come; „zastępuje Olgę Srokę” is what somebody does."""
    return (
        piece.kind is Kind.REMARK
        and fold(piece.words[0]).startswith(("zastepuje", "zastapi"))
        and any(is_given(word) and not given_in_other_case(word) for word in piece.words[1:2])
    )


def _stands_in(piece: Piece) -> bool:
    return any(fold(word).startswith(STAND_IN_STEMS) for word in piece.words)


def is_of_two_orders(pieces: Sequence[Piece]) -> bool:
    """Whether posts stand both before the first of several names and behind the last.

    So they do, maybe, where a single word stands before the first.
    """
    named = [at for at, piece in enumerate(pieces) if piece.kind is Kind.NAME]
    posts = [
        at for at, piece in enumerate(pieces) if piece.kind is Kind.POST and not piece.bracketed
    ]
    if len(named) < 2:
        return False
    if any(piece.kind is Kind.WORD and not piece.heads for piece in pieces[: named[0]]):
        return True
    return (
        bool(posts) and posts[0] < named[0] and posts[-1] > named[-1] and len(posts) <= len(named)
    )


def is_one_post_of_two(pieces: Sequence[Piece]) -> bool:
    """„Sekretarz – Anna Lis / Jan Gil”: two names one behind the other, and a post for one."""
    kinds = [piece.kind for piece in pieces if piece.kind in (Kind.NAME, Kind.POST)]
    return sorted(kinds, key=lambda kind: kind is Kind.POST) == [Kind.NAME, Kind.NAME, Kind.POST]


def goes_on(piece: Piece) -> bool:
    """A remark that names somebody goes on behind a dash, but for one in brackets."""
    named = (is_given(word) or given_in_other_case(word) for word in piece.words)
    return piece.kind is Kind.REMARK and not piece.bracketed and any(named)


def holds_name(piece: Piece) -> bool:
    """Whether somebody's name may stand among the words of a piece that is taken for no name."""
    words = piece.words
    if not any(map(is_given, words)):
        return False
    if piece.kind is Kind.TEXT and len(words) > 1 and all(map(str.islower, words)):
        return is_given(words[0]) and is_name_shaped(words[1]) and not is_common_word(words[1])
    if piece.kind is Kind.POST and any(_is_small_name(*pair) for pair in pairwise(words)):
        return True
    return any(
        is_given(word)
        and word[0].isupper()
        and before not in _NAMED_AFTER
        and _is_of_name(words, at)
        for at, (word, before) in enumerate(zip(words, ("", *map(fold, words)), strict=False))
    )


def _is_small_name(given: str, surname: str) -> bool:
    """„sekretarz miasta jan kordaczuk”: a post of small letters that goes on with somebody."""
    return (
        is_given(given)
        and given.islower()
        and surname.islower()
        and is_name_shaped(surname)
        and not is_common_word(surname)
        and classify(surname) is PositionClass.UNKNOWN
    )


def _is_of_name(words: Sequence[str], at: int) -> bool:
    """Whether a word beside the one at a place may be the surname of that given name."""
    return any(
        word[0].isupper() and is_name_shaped(word) and classify(word) is PositionClass.UNKNOWN
        for word in (*words[at + 1 : at + 2], *(words[at - 1 : at] if at else ()))
        if not is_common_word(word)
    )
