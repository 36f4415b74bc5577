"""Reads one row into drafts of people: words of a name, posts, contacts, marks of roles.

Source: domain.md §3.6 points 5, 7 and 9. The order of the name's words and everything that concerns
several rows is decided later, in `reading`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from conversations.pasted_list.characters import COLUMN_GAP
from conversations.pasted_list.contacts import Contacts, take_contacts
from conversations.pasted_list.layout import Row
from conversations.pasted_list.names import Name, Order, is_given, is_initial, looks_like_surname
from conversations.pasted_list.pieces import Kind, Piece, Section, pieces_of
from conversations.pasted_list.sentences import announced
from conversations.pasted_list.words import NO_MARKS, NOT_NAMES
from conversations.vocabulary import ACRONYMS, UNITS, fold

_BETWEEN_PEOPLE: Final = re.compile(r"[,;]")
_MARK_FIELDS: Final = {
    "editorial": Section.EDITORIAL,
    "steering": Section.STEERING,
    "plenipotentiary": Section.PLENIPOTENTIARY,
}


@dataclass(frozen=True, slots=True)
class Draft:
    """What one row says about one person, before rows are compared.

    Without `words` it is a post or a contact that belongs to a neighbouring row. `exact` is a name
    that columns already part; `confirm` are names that a sentence may have meant as well.
    """

    row: Row
    lines: tuple[int, ...]
    words: tuple[str, ...] = ()
    exact: Name | None = None
    order: Order | None = None
    post: str | None = None
    titles: tuple[str, ...] = ()
    contacts: Contacts = field(default_factory=lambda: Contacts(""))
    marks: frozenset[Section] = frozenset()
    ditto: bool = False
    starred: bool = False
    confirm: tuple[tuple[str, ...], ...] | None = None

    @property
    def is_named(self) -> bool:
        """Whether the draft holds a whole name, not a single word."""
        return len(self.words) > 1 or self.exact is not None


def drafts_of(row: Row) -> list[Draft]:
    """The drafts of a row, in order; none when the row says nothing about anybody."""
    if row.fields:
        return _from_fields(row)
    contacts = take_contacts(row.text.replace("*", " "))
    sentence = announced(contacts.rest)
    if sentence:
        mark = frozenset({Section.PLENIPOTENTIARY} if sentence.plenipotentiary else ())
        return [
            Draft(
                row,
                row.lines,
                words=sentence.words,
                order=Order.GIVEN_FIRST,
                post=sentence.post,
                contacts=contacts,
                marks=mark,
                confirm=sentence.others,
            )
        ]
    pieces = pieces_of(contacts.rest)
    if any(piece.kind is Kind.VACANCY for piece in pieces):
        return []
    drafts = [_draft(row, group) for group in _groups(pieces)]
    drafts = [replace(draft, starred="*" in row.text) for draft in drafts]
    if not drafts:
        return (
            [Draft(row, row.lines, contacts=contacts)] if contacts.phone or contacts.email else []
        )
    people = _people_in(row.text) if sum(draft.is_named for draft in drafts) > 1 else []
    if len(people) > 1 and (contacts.phone or contacts.email):
        parts = (replace(row, text=person) for person in people)
        return [draft for part in parts for draft in drafts_of(part)]
    drafts[0] = replace(drafts[0], contacts=contacts)
    return [draft for draft in drafts if _is_believable(draft)]


def _people_in(text: str) -> list[str]:
    """The text parted before each name but the first, so that contacts stay with their owner."""
    parts: list[str] = []
    named = False
    for part in _BETWEEN_PEOPLE.split(text):
        names = any(piece.kind is Kind.NAME for piece in pieces_of(take_contacts(part).rest))
        if parts and not (names and named):
            parts[-1] += ", " + part
        else:
            parts.append(part)
        named = named or names
    return parts


def _groups(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each person: a new one begins with a name, or with a post before each name."""
    named = [index for index, piece in enumerate(pieces) if piece.kind is Kind.NAME]
    first = next((p.kind for p in pieces if p.kind in (Kind.NAME, Kind.POST, Kind.UNIT)), None)
    post_first = first is not Kind.NAME and bool(named)
    group: list[Piece] = []
    has_name = False
    for index, piece in enumerate(pieces):
        names = piece.kind is (Kind.NAME if named else Kind.WORD)
        begins = names or (post_first and piece.kind is Kind.POST and index < named[-1])
        if has_name and begins:
            yield group
            group, has_name = [], False
        group.append(piece)
        has_name = has_name or names
    if group:
        yield group


def _draft(row: Row, group: Sequence[Piece]) -> Draft:
    name = next((piece for piece in group if piece.kind is Kind.NAME), None)
    if name is None:
        name = next((piece for piece in group if piece.kind is Kind.WORD), None)
    at = group.index(name) if name else -1
    posts: list[Piece] = []
    for index, piece in enumerate(group):
        if piece is not name and _tells_post(piece, aside=index < at and not posts):
            posts.append(piece)
    return Draft(
        row,
        row.lines,
        words=name.words if name else (),
        post=_joined(posts),
        titles=tuple(title for piece in group for title in piece.titles),
        marks=frozenset(piece.section for piece in group if piece.section),
        ditto=any(piece.kind is Kind.DITTO for piece in group),
    )


def _tells_post(piece: Piece, *, aside: bool) -> bool:
    """`aside` tells that the piece opens the row, before the name: „Dzień dobry, Anna …”."""
    if piece.kind is Kind.POST:
        return True
    if piece.kind not in (Kind.UNIT, Kind.TEXT, Kind.WORD) or not piece.words:
        return False
    small_talk = fold(piece.words[0]).strip(".!") in NOT_NAMES
    return piece.kind is Kind.UNIT or not (small_talk or aside)


def _joined(posts: Sequence[Piece]) -> str | None:
    """One text of all the pieces that tell a post; without a post, a bare unit is none."""
    if not posts or all(piece.kind is Kind.UNIT for piece in posts):
        return None
    text = ""
    for piece in posts:
        continues = fold(piece.text) in ACRONYMS or fold(piece.words[0]) in ("ds.", "ds", "d/s")
        text += ("" if not text else " " if continues else ", ") + piece.text
    return text


def _is_believable(draft: Draft) -> bool:
    """Unknown words alone are a name only when the row gives a reason to take them for one."""
    words = draft.words
    if not words:
        return draft.post is not None or bool(draft.contacts.phone or draft.contacts.email)
    if any(is_given(word) or is_initial(word) for word in words):
        return True
    contacts = draft.contacts
    reason = (
        draft.row.numbered
        or draft.post
        or draft.titles
        or draft.marks
        or contacts.email
        or contacts.phone
        or draft.row.section
    )
    return (
        bool(reason)
        or looks_like_surname(words[-1])
        or looks_like_surname(words[0])
        or (len(words) == 2 and not draft.row.text.rstrip().endswith(("!", ".")))
    )


def _from_fields(row: Row) -> list[Draft]:
    fields = row.fields
    contacts = take_contacts(
        COLUMN_GAP.join(
            _labelled(name, fields[name])
            for name in ("phone", "extension", "email")
            if name in fields
        )
    )
    private = take_contacts(fields.get("superfluous", ""))
    contacts = replace(contacts, private=private.private or bool(fields.get("superfluous")))
    marks = frozenset(
        section
        for name, section in _MARK_FIELDS.items()
        if fields.get(name) and fold(fields[name]) not in NO_MARKS
    )
    draft = Draft(row, row.lines, post=_post_of(fields), contacts=contacts, marks=marks)
    text = fields.get("name") or fields.get("name_reversed") or _parts(fields)
    named = next((p for p in pieces_of(text) if p.kind in (Kind.NAME, Kind.WORD)), None)
    if any(piece.kind is Kind.VACANCY for piece in pieces_of(text)):
        return []
    titles = (
        *((fields["title"],) if fields.get("title") else ()),
        *(named.titles if named else ()),
    )
    draft = replace(draft, titles=titles, ditto=_is_ditto(fields.get("position", "")))
    if fields.get("given") and fields.get("surname") and not contacts.private and named is None:
        return [replace(draft, exact=Name(fields["given"], fields["surname"]))]
    if named is None:
        return [draft] if draft.post or contacts.phone or contacts.email else []
    if fields.get("given") and fields.get("surname"):
        return [replace(draft, words=named.words, exact=_exact(fields, named))]
    order = Order.SURNAME_FIRST if fields.get("name_reversed") else None
    return [replace(draft, words=named.words, order=order)]


def _parts(fields: Mapping[str, str]) -> str:
    return f"{fields.get('given', '')} {fields.get('surname', '')}".strip()


def _exact(fields: Mapping[str, str], named: Piece) -> Name:
    """The name as the columns part it, without the titles that stood in them."""
    count = max(1, len(fields["surname"].split()))
    return Name(" ".join(named.words[:-count]), " ".join(named.words[-count:]))


def _labelled(field_name: str, value: str) -> str:
    digits = field_name == "extension" and value.strip().isdigit()
    return f"wew. {value}" if digits else value


def _is_ditto(value: str) -> bool:
    return any(piece.kind is Kind.DITTO for piece in pieces_of(value))


def _post_of(fields: Mapping[str, str]) -> str | None:
    position = fields.get("position", "").strip(" ,;")
    if not position or _is_ditto(position):
        return None
    for name, value in fields.items():
        heading = name.removeprefix("unit:") if name.startswith("unit:") else ""
        if not value or not (heading or name in ("any_unit", "unit")):
            continue
        if fold(value) in ACRONYMS:
            return f"{position} {value}"
        named = fold(value).startswith(tuple(UNITS)) or not heading
        return f"{position}, {value if named else f'{heading} {value}'}"
    return position
