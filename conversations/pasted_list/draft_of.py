"""Makes one draft of the pieces of a row that are one person's: name, posts, marks, what is left.

Source: domain.md §3.6 point 5. Whose a piece is, is decided before.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from conversations.pasted_list.boundaries import post_in_other_case
from conversations.pasted_list.contacts import Contacts
from conversations.pasted_list.denial import answer_of
from conversations.pasted_list.doubts import goes_on, holds_name
from conversations.pasted_list.draft import Draft, post_of_pieces
from conversations.pasted_list.names import Order
from conversations.pasted_list.rows import Row
from conversations.pasted_list.sections import OF_PEOPLE, Section, part_told
from conversations.pasted_list.sentences import instead_of
from conversations.pasted_list.telling import Kind, Piece
from conversations.pasted_list.words import (
    HONORIFICS,
    LINKING_VERBS,
    NOT_NAMES,
    SAYING_WHEN,
)
from conversations.positions import PositionClass, classify
from conversations.vocabulary import fold

_DIGIT: Final = re.compile(r"\d")
_ACTING: Final = re.compile(r"p\. ?o\.?", re.IGNORECASE)
_UNMARKED: Final[frozenset[Section]] = frozenset()
_OF_SENTENCES: Final = (LINKING_VERBS - {"jest"}) | SAYING_WHEN
_SMALL_WORDS: Final = NOT_NAMES | HONORIFICS | LINKING_VERBS


def draft_of(row: Row, group: Sequence[Piece], contacts: Contacts) -> Draft:
    """The draft of the one person whom a group of pieces names, if any."""
    kinds = [piece.kind for piece in group]
    called = next((kind for kind in (Kind.NAME, Kind.WORD) if kind in kinds), None)
    at = kinds.index(called) if called else -1
    name = group[at] if called else None
    posts: list[Piece] = []
    left: list[Piece] = []
    left_at, has_post = -1, False
    unexplained = 0
    for index, piece in enumerate(group):
        if piece is name:
            continue
        if index > at and _is_letter_alone(piece):
            unexplained += 1
            left.append(piece)
            continue
        remarked = piece.dashed and (
            (left_at > at and goes_on(left[-1])) or (has_post and _is_no_post(piece))
        )
        acts = bool(posts) and _ACTING.fullmatch(piece.text) is not None
        if acts or (not remarked and _tells_post(piece, aside=index < at and not posts)):
            posts.append(piece)
            has_post = has_post or piece.kind is Kind.POST
        elif piece.kind not in (Kind.MARK, Kind.DITTO) and (
            _is_worth_telling(piece) or _answers(piece)
        ):
            unexplained += _answers(piece) and left_at != index - 1
            left.append(piece)
            left_at = index
    if has_post and posts[0].kind is not Kind.POST:
        told = next(at for at, piece in enumerate(posts) if piece.kind is Kind.POST)
        left += [piece for piece in posts[:told] if piece.kind is not Kind.UNIT]
        posts = [piece for piece in posts[:told] if piece.kind is Kind.UNIT] + posts[told:]
    post = post_of_pieces(posts)
    if post is None:
        left += posts
    elif name and classify(post) is PositionClass.UNKNOWN:
        post = " ".join(post_in_other_case(post.split()) or (post,))
    confirm = _doubts(name, group[:at], posts, oblique=row.oblique) if name else None
    others = [*posts, *[piece for piece in left if piece.kind is not Kind.REMARK]]
    if confirm is None and any(map(holds_name, others)):
        confirm = ()
    marks = [piece for piece in group if piece.kind is Kind.MARK] if Kind.MARK in kinds else []
    opened = next((each.section for each in marks if _opens(each, row)), None) if marks else None
    return Draft(
        replace(row, section=opened) if opened else row,
        row.lines,
        words=name.words if name else (),
        post=post,
        titles=tuple(chain.from_iterable([piece.titles for piece in group])),
        contacts=contacts,
        marks=frozenset(mark.section for mark in marks if mark.section) if marks else _UNMARKED,
        unclear=unexplained > 0 or (bool(marks) and any(mark.doubtful for mark in marks)),
        ditto=Kind.DITTO in kinds,
        order=row.order if row.order is Order.SURNAME_FIRST else None,
        usual=row.order,
        confirm=confirm,
        left=tuple([piece.whole if piece.kind is Kind.NAME else piece.text for piece in left]),
    )


def _opens(mark: Piece, row: Row) -> bool:
    """A plenipotentiary is of the group, too, but an editor only where that is told."""
    alone = mark.section is Section.PLENIPOTENTIARY and row.section is not Section.EDITORIAL
    return mark.opens and not alone


def _doubts(
    name: Piece, before: Sequence[Piece], posts: Sequence[Piece], *, oblique: bool
) -> tuple[tuple[str, ...], ...] | None:
    """What the name may be instead; nothing to choose from when a word before it is left over.

    Beside a post in the nominative a name is in it, too, but where the accusative is due.
    """
    if name.doubtful:
        return ()
    if name.instead:
        return (name.instead,)
    nominative = not oblique and any(piece.kind is Kind.POST for piece in posts)
    if not nominative and (others := instead_of(name.words)):
        return others
    left = before and any(p.kind is Kind.WORD and not p.heads for p in before)
    return () if left else None


def _tells_post(piece: Piece, *, aside: bool) -> bool:
    """`aside` tells that the piece opens the row, before the name: „Dzień dobry, Anna …”."""
    if piece.kind is Kind.POST:
        return True
    if piece.kind not in (Kind.UNIT, Kind.TEXT, Kind.WORD) or not piece.words:
        return False
    small_talk = (
        fold(piece.words[0]).strip(".!") in NOT_NAMES
        or _DIGIT.search(piece.text)
        or any(fold(word) in _OF_SENTENCES for word in piece.words)
        or part_told(piece.text) in OF_PEOPLE
    )
    return piece.kind is Kind.UNIT or not (small_talk or aside)


def _is_no_post(piece: Piece) -> bool:
    """Words behind a post and a dash that are none: „Skarbnik – małżeństwo”."""
    return piece.kind is Kind.TEXT or (piece.kind is Kind.WORD and piece.text.islower())


def _is_letter_alone(piece: Piece) -> bool:
    """„Sekretarz Gminy, R” without a word of what the letter means: maybe a part of the list."""
    return (
        piece.kind in (Kind.TEXT, Kind.WORD)
        and len(piece.words) == 1
        and len(piece.text) == 1
        and piece.text.isupper()
    )


def _answers(piece: Piece) -> bool:
    """„nocleg: tak” says more than „nocleg”."""
    return answer_of(piece.text) is not None


def _is_worth_telling(piece: Piece) -> bool:
    """Whether a piece holds more than the small words of greetings and sentences."""
    if piece.kind is Kind.REMARK and piece.bracketed and len(piece.words) > 1:
        return True
    return any(fold(word).strip(".,:;!") not in _SMALL_WORDS for word in piece.words)
