"""Deals the pieces of a row out among the people it names.

Source: domain.md §3.6 point 4. What each piece is, is decided before; who is named, after.
"""

from collections.abc import Iterator, Sequence

from conversations.pasted_list.doubts import PART_BEGINS
from conversations.pasted_list.telling import Kind, Piece


def groups_of(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each person in order; a part opened within the row begins another."""
    for part in _parts(pieces):
        yield from _groups(part)


def _parts(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces of a row, cut where a heading behind somebody opens a part of the list."""
    part: list[Piece] = []
    named = False
    for piece in pieces:
        if piece is not PART_BEGINS:
            part.append(piece)
            named = named or piece.kind is Kind.NAME
        elif named:
            yield part
            part, named = [], False
    yield part


def _groups(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each person: a new one begins with a name, or with a post before each name."""
    named = [index for index, piece in enumerate(pieces) if piece.kind is Kind.NAME]
    # A part of the office tells no order: „Referat Finansów: Anna Lis – kierownik, …”.
    first = next((p.kind for p in pieces if p.kind in (Kind.NAME, Kind.POST)), None)
    post_first = first is Kind.POST and bool(named)
    group: list[Piece] = []
    has_name = False
    for index, piece in enumerate(pieces):
        names = piece.kind is (Kind.NAME if named else Kind.WORD)
        opens = piece.kind is Kind.POST and not (piece.bracketed or piece.glued)
        first_post = post_first and opens and index < named[-1]
        begins = names or first_post or (_leads(pieces, index) and index + 1 in named)
        if has_name and begins:
            yield group
            group, has_name = [], False
        group.append(piece)
        has_name = has_name or names
    if group:
        yield group


def _leads(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a post is of the name right behind it, unless that has one of its own behind it.

    „A – Skarbnik, Sekretarz – B”: so is one before a dash, where the name before has its own.
    """
    piece, behind = pieces[at], pieces[at + 2 : at + 3]
    posts = [each for each in behind if each.kind is Kind.POST]
    second = at > 0 and pieces[at - 1].kind is piece.kind is Kind.POST and pieces[at - 1].dashed
    if second and not piece.dashed and pieces[at + 1 : at + 2] and pieces[at + 1].dashed:
        return not posts
    return piece.heads or (piece.leads and not any(post.dashed for post in posts))
