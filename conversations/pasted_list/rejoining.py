"""Names that a column, a comma or a spaced hyphen cut apart, put together again.

„Kowalczyk, Anna”, „Lis – Sadowska Ewa”, „Maria Gil – Grotka – Sekretarz”. Source: domain.md §3.5.
Only words of one name are joined; which of them is the surname is decided in `names`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from conversations.pasted_list.boundaries import may_be_name
from conversations.pasted_list.given_names import COMMON_SURNAMES
from conversations.pasted_list.names import is_given, looks_like_surname
from conversations.pasted_list.telling import Kind, Piece
from conversations.vocabulary import fold


def rejoined(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a row, those put together that are parts of one name."""
    if not any(map(_may_be_of_name, pieces)):
        return list(pieces)
    return list(_with_doubtful_surnames(list(_with_words_joined(pieces))))


def _may_be_of_name(piece: Piece) -> bool:
    """Whether a piece may be a part of a name; where none is, there is nothing to put together."""
    return piece.kind is Kind.WORD or _is_surname_too(piece)


def _with_words_joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Single words of one name, parted by a column or a comma or a spaced hyphen, put together."""
    waiting: tuple[Piece, ...] = ()
    for piece in pieces:
        together = _together(waiting[0], piece) if waiting else None
        if together is None:
            yield from waiting
        waiting = (together or piece,)
    yield from waiting


def _with_doubtful_surnames(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """„Maria Gil – Grotka – Sekretarz”, „Jan Żbik Sołtys – Skarbnik”: a word between a name and a
    post may be of the surname.
    """
    index = 0
    while index < len(pieces):
        three = pieces[index : index + 3]
        kinds = [piece.kind for piece in three]
        if kinds == [Kind.NAME, Kind.POST, Kind.POST] and _is_surname_too(three[1]):
            words = (*three[0].words, *three[1].words) if three[1].glued else three[0].words
            yield replace(three[0], words=words)
            index += 1 + three[1].glued
        elif (
            kinds == [Kind.NAME, Kind.WORD, Kind.POST]
            and three[1].dashed
            and three[1].words[0][0].isupper()
        ):
            surname = f"{three[0].words[-1]}-{three[1].words[0]}"
            name = _as_name(three[0], three[1], (*three[0].words[:-1], surname))
            yield replace(name, instead=three[0].words)
            index += 2
        else:
            yield pieces[index]
            index += 1


def _together(first: Piece, second: Piece) -> Piece | None:
    if second.apart:
        return None
    if first.kind is Kind.WORD and second.kind is Kind.NAME:
        return _surname_parted_from(first, second)
    if _is_surname_too(first) and _is_given_alone(second):
        return _as_name(first, second, (*first.words, *second.words))
    if second.kind is not Kind.WORD:
        return None
    if first.kind is Kind.WORD:
        words = (*first.words, *second.words)
        if sum(is_given(word) for word in words) >= 1 and may_be_name(words):
            return _as_name(first, second, words)
    if first.kind is Kind.NAME and second.dashed:
        surname = f"{first.words[-1]}-{second.words[0]}"
        alike = second.words[0][0].isupper() == first.words[-1][0].isupper()
        if alike and looks_like_surname(second.words[0]) and not is_given(second.words[0]):
            return _as_name(first, second, (*first.words[:-1], surname))
    return None


def _is_surname_too(piece: Piece) -> bool:
    """„Starosta” is a post and a surname."""
    single = piece.kind is Kind.POST and len(piece.words) == 1
    return single and fold(piece.words[0]) in COMMON_SURNAMES


def _is_given_alone(piece: Piece) -> bool:
    names = piece.kind in (Kind.NAME, Kind.WORD) and not piece.dashed
    return names and all(map(is_given, piece.words))


def _surname_parted_from(first: Piece, second: Piece) -> Piece | None:
    """„Lis – Sadowska Ewa” is one double surname and a given name."""
    if all(is_given(word) for word in second.words) and not is_given(first.words[0]):
        return _as_name(first, second, (*first.words, *second.words))
    if (
        not second.dashed
        or is_given(first.words[0])
        or is_given(second.words[0])
        or not is_given(second.words[-1])
    ):
        return None
    surname = f"{first.words[0]}-{second.words[0]}"
    return _as_name(first, second, (surname, *second.words[1:]))


def _as_name(first: Piece, second: Piece, words: tuple[str, ...]) -> Piece:
    return Piece(
        Kind.NAME,
        words,
        (*first.titles, *second.titles),
        first.polite or second.polite,
        first.dashed,
    )
