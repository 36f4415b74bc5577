"""Reads a row whose fields are known, by the headings of its columns or the labels of its lines.

Source: domain.md §3.5 (tables, business cards). What a column says beyond its heading is left over,
never dropped.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from conversations.pasted_list.characters import COLUMN_GAP
from conversations.pasted_list.contacts import take_contacts
from conversations.pasted_list.denial import denies
from conversations.pasted_list.draft import Draft, post_of_pieces
from conversations.pasted_list.footnotes import STARS, stars_in
from conversations.pasted_list.names import Name, Order, is_name_shaped
from conversations.pasted_list.pieces import pieces_of
from conversations.pasted_list.rows import Row
from conversations.pasted_list.sections import Section, mark_of
from conversations.pasted_list.telling import Kind, Piece, whole_name
from conversations.pasted_list.titles import without_titles
from conversations.pasted_list.words import TITLES
from conversations.people import DETAILS
from conversations.positions import PositionClass, classify
from conversations.vocabulary import ACRONYMS, OTHER_PARTS, UNITS, fold

_SHORT_NUMBER: Final = re.compile(rf"(?:^|{COLUMN_GAP})\s*(\d{{1,6}})\s*(?={COLUMN_GAP}|$)")
_ASIDE: Final = re.compile(r"\([^()]*\)|\*+")


_UNITS: Final = tuple(UNITS)
_CUT_OUT: Final = ("phone", "extension", "email")
_AS_TYPED: Final = tuple(name for name in DETAILS if name not in ("title", *_CUT_OUT))
"""Details that are what their column says."""


_MARK_FIELDS: Final = {
    "editorial": Section.EDITORIAL,
    "steering": Section.STEERING,
    "plenipotentiary": Section.PLENIPOTENTIARY,
}


def drafts_from_fields(row: Row) -> list[Draft]:
    fields = row.fields
    reach = take_contacts(
        COLUMN_GAP.join(_labelled(name, fields[name]) for name in _CUT_OUT if name in fields)
    )
    text = fields.get("name") or fields.get("name_reversed") or _parts(fields)
    in_name = take_contacts(STARS.sub(" ", text))
    in_post = take_contacts(STARS.sub("", fields.get("position", "")))
    in_remarks = take_contacts(fields.get("remarks", ""))
    contacts = reach.completed(in_name).completed(in_post)
    contacts = replace(
        contacts,
        details={
            **contacts.details,
            **{name: fields[name] for name in _AS_TYPED if fields.get(name)},
        },
        private=bool(fields.get("superfluous")) or contacts.private or in_remarks.private,
        others=contacts.others + in_remarks.others,
    )
    beside = pieces_of(in_name.rest)
    if any(piece.kind is Kind.VACANCY for piece in beside):
        return []
    position = " ".join(in_post.rest.replace(COLUMN_GAP, " ").split()).strip(" ,;–-")
    in_column, position = _titles_before(position)
    told_of_post = pieces_of(position)
    remarks = pieces_of(in_remarks.rest)
    ditto = any(piece.kind is Kind.DITTO for piece in told_of_post)
    marks = _marks_in(fields) | {
        piece.section for piece in (*beside, *told_of_post, *remarks) if piece.section is not None
    }
    whole = whole_name(in_name.rest)
    named = whole or next((piece for piece in beside if piece.kind in (Kind.NAME, Kind.WORD)), None)
    unit = _unit_in(fields)
    post = None if ditto else _post_of(position, told_of_post, unit)
    posts = [] if post else [piece for piece in beside if piece.kind is Kind.POST]
    post = post or post_of_pieces(posts)
    exact = bool(fields.get("given") and fields.get("surname"))
    if exact or whole:
        aside = pieces_of(" ".join(_ASIDE.findall(text))) if exact else []
    else:
        aside = [piece for piece in beside if piece is not named and piece not in posts]
    if ditto:
        aside += [piece for piece in told_of_post if piece.kind is not Kind.DITTO]
    left = (
        *(piece.whole for piece in (*aside, *remarks) if piece.section is None and piece.words),
        *(each for each in (in_remarks.email, in_remarks.phone) if each),
        *(piece.whole for piece in pieces_of(reach.rest)),
        *_SHORT_NUMBER.findall(reach.rest),
        *((unit[1],) if unit and (ditto or not position) else ()),
    )
    outside = denies(fields.get("steering", ""))
    draft = Draft(
        replace(row, section=Section.EDITORIAL) if outside and marks else row,
        row.lines,
        post=post,
        contacts=contacts,
        marks=marks,
        titles=(*filter(None, (fields.get("title"),)), *in_column),
        ditto=ditto,
        absent=outside and not marks,
        unclear=any("?" in fields.get(name, "") for name in _MARK_FIELDS),
        stars=stars_in(text + fields.get("position", "")),
        usual=Order.GIVEN_FIRST if fields.get("name") else None,
        left=left,
    )
    if exact:
        return [_with_exact_name(draft, fields)]
    if named is None:
        told = draft.post or contacts.phone or contacts.email
        return [draft] if told or (marks and fields.keys() <= _MARK_FIELDS.keys()) else []
    order = Order.SURNAME_FIRST if fields.get("name_reversed") else None
    titles = (*draft.titles, *named.titles)
    return [replace(draft, words=named.words, titles=titles, order=order)]


def _titles_before(position: str) -> tuple[Sequence[str], str]:
    """The titles that a column headed „Title” holds, alone or before a post, and the post."""
    if fold(position.partition(" ")[0]).strip(".,") not in TITLES:
        return (), position
    titles, _, rest = without_titles(position.split())
    post = " ".join(rest)
    known = not rest or classify(post) is not PositionClass.UNKNOWN
    return (titles, post) if known else ((), position)


def _marks_in(fields: Mapping[str, str]) -> frozenset[Section]:
    """The parts whose columns are marked for a row."""
    marked = {
        section
        for name, section in _MARK_FIELDS.items()
        if fields.get(name) and not (denies(fields[name]) or "?" in fields[name])
    }
    both = mark_of(f"blok {fold(fields.get('steering', ''))}")
    return frozenset(marked | {Section.EDITORIAL} if both is Section.EDITORIAL else marked)


def _unit_in(fields: Mapping[str, str]) -> tuple[str, str] | None:
    """The heading and the value of the column that names a part of the office."""
    for name, value in fields.items():
        column, _, heading = name.partition(":")
        if value and column in ("any_unit", "unit"):
            return heading, value
    return None


def _parts(fields: Mapping[str, str]) -> str:
    return f"{fields.get('given', '')} {fields.get('surname', '')}".strip()


def _with_exact_name(draft: Draft, fields: Mapping[str, str]) -> Draft:
    """The name as two columns part it, without titles and marks; an odd one is asked about.

    Where one of the two holds a title only, the columns are not what their headings say.
    """
    before, _, given = without_titles(_ASIDE.sub(" ", fields["given"]).split())
    more, _, surname = without_titles(_ASIDE.sub(" ", fields["surname"]).split())
    titles = (*draft.titles, *before, *more)
    if not (given and surname):
        return replace(draft, words=(*given, *surname), titles=titles)
    odd = not all(map(is_name_shaped, (*given, *surname)))
    return replace(
        draft,
        words=(*given, *surname),
        exact=Name(" ".join(given), " ".join(surname)),
        titles=titles,
        confirm=() if odd else None,
    )


def _labelled(field_name: str, value: str) -> str:
    digits = field_name == "extension" and value.strip().isdigit()
    return f"wew. {value}" if digits else value


def _post_of(position: str, pieces: Sequence[Piece], unit: tuple[str, str] | None) -> str | None:
    """The post of a column, with the unit that another column names."""
    if not position:
        return None
    if any(piece.section for piece in pieces):
        return post_of_pieces([piece for piece in pieces if not piece.section])
    if unit is None:
        return position
    heading, value = unit
    if fold(value) in ACRONYMS:
        return f"{position} {value}"
    folded = fold(value)
    by_itself = folded.startswith(_UNITS) or folded.partition(" ")[0] in OTHER_PARTS
    named = by_itself or not heading
    return f"{position}, {value if named else f'{heading} {value}'}"
