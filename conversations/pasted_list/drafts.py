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
from conversations.pasted_list.names import (
    Name,
    Order,
    is_given,
    is_initial,
    is_name_shaped,
    looks_like_surname,
)
from conversations.pasted_list.pieces import pieces_of
from conversations.pasted_list.sections import Section
from conversations.pasted_list.sentences import Announced, announced, post_in_nominative
from conversations.pasted_list.telling import Kind, Piece, name_words, whole_name
from conversations.pasted_list.words import NO_MARKS, NOT_NAMES
from conversations.positions import PositionClass, classify
from conversations.vocabulary import ACRONYMS, UNITS, fold

_BETWEEN_PEOPLE: Final = re.compile(r"[,;]")
_ADDRESS_END: Final = re.compile(r"@[\w.-]+\w>?\)?[ \t]*[;,]?[ \t]*")
_ASIDE: Final = re.compile(r"\([^()]*\)|\*+")
_UNITS: Final = tuple(UNITS)
_STARS: Final = re.compile(r"\*+")
_MARK_FIELDS: Final = {
    "editorial": Section.EDITORIAL,
    "steering": Section.STEERING,
    "plenipotentiary": Section.PLENIPOTENTIARY,
}


@dataclass(frozen=True, slots=True)
class Draft:
    """What one row says about one person, before rows are compared.

    Without `words` it is a post or a contact that belongs to a neighbouring row. `exact` is a name
    that columns already part; `confirm` are names that a sentence may have meant as well. `order`
    is stated by a heading, `usual` by one that people do not always keep to. `stars` counts those
    beside the name, `absent` tells that the row says the person will not come.
    """

    row: Row
    lines: tuple[int, ...]
    words: tuple[str, ...] = ()
    exact: Name | None = None
    order: Order | None = None
    usual: Order | None = None
    post: str | None = None
    titles: tuple[str, ...] = ()
    contacts: Contacts = field(default_factory=lambda: Contacts(""))
    marks: frozenset[Section] = frozenset()
    ditto: bool = False
    stars: int = 0
    absent: bool = False
    confirm: tuple[tuple[str, ...], ...] | None = None

    @property
    def is_named(self) -> bool:
        """Whether the draft holds a whole name, not a single word."""
        return len(self.words) > 1 or self.exact is not None


def drafts_of(row: Row) -> list[Draft]:
    """The drafts of a row, in order; none when the row says nothing about anybody."""
    if row.fields:
        return _from_fields(row)
    contacts = take_contacts(_STARS.sub(" ", row.text))
    sentence = announced(contacts.rest, oblique=row.oblique)
    pieces = pieces_of(contacts.rest)
    if sentence and _holds_all_names(sentence, pieces):
        return _from_sentence(row, sentence, contacts)
    vacant = any(piece.kind is Kind.VACANCY for piece in pieces)
    if vacant and not any(piece.kind is Kind.NAME for piece in pieces):
        return []
    drafts = [_draft(row, group) for group in _groups(pieces)]
    if not drafts:
        return (
            [Draft(row, row.lines, contacts=contacts)] if contacts.phone or contacts.email else []
        )
    several = sum(draft.is_named for draft in drafts) > 1 or row.text.count("@") > 1
    people = _people_in(row.text) if several else []
    if len(people) > 1 and (contacts.phone or contacts.email):
        parts = (replace(row, text=person) for person in people)
        return [draft for part in parts for draft in drafts_of(part)]
    drafts[0] = replace(
        drafts[0], contacts=contacts, stars=_stars_in(row.text), absent=vacant and len(drafts) == 1
    )
    if sentence:
        drafts = [replace(draft, confirm=()) for draft in drafts]
    return [draft for draft in drafts if _is_believable(draft)]


def _stars_in(text: str) -> int:
    return max((len(stars) for stars in _STARS.findall(text)), default=0)


def _holds_all_names(sentence: Sequence[Announced], pieces: Sequence[Piece]) -> bool:
    """Whether a sentence tells of everybody its row names; „Kierownika USC” is nobody's name."""
    known = {word for each in sentence for word in each.typed}
    names = (piece.words for piece in pieces if piece.kind is Kind.NAME)
    return all(
        known & set(words) or classify(post_in_nominative(words)) is not PositionClass.UNKNOWN
        for words in names
    )


def _from_sentence(row: Row, people: Sequence[Announced], contacts: Contacts) -> list[Draft]:
    drafts = [
        Draft(
            row,
            row.lines,
            words=each.words,
            order=Order.GIVEN_FIRST,
            post=each.post,
            titles=each.titles,
            marks=frozenset(
                ({Section.PLENIPOTENTIARY} if each.plenipotentiary else set())
                | ({Section.EDITORIAL} if each.editorial else set())
            ),
            confirm=each.others,
        )
        for each in people
    ]
    drafts[0] = replace(drafts[0], contacts=contacts)
    return drafts


def _people_in(text: str) -> list[str]:
    """The text parted before each name but the first, so that contacts stay with their owner."""
    addressed = [part for part in _after_addresses(text) if part.strip()]
    angled = text.count("<") > 1 and all("<" in part for part in addressed)
    if len(addressed) > 1 and (angled or all(_names_in(part) == 1 for part in addressed)):
        return addressed
    parts: list[str] = []
    named = False
    for part in _BETWEEN_PEOPLE.split(text):
        names = _names_in(part) > 0
        if parts and not (names and named):
            parts[-1] += ", " + part
        else:
            parts.append(part)
        named = named or names
    return parts


def _after_addresses(text: str) -> Iterator[str]:
    start = 0
    for address in _ADDRESS_END.finditer(text):
        yield text[start : address.end()].rstrip(" ;,")
        start = address.end()
    yield text[start:]


def _names_in(text: str) -> int:
    pieces = pieces_of(take_contacts(text).rest)
    return sum(piece.kind is Kind.NAME for piece in pieces)


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
        order=row.order if row.order is Order.SURNAME_FIRST else None,
        usual=row.order,
        confirm=_doubts(name, group[:at]) if name else None,
    )


def _doubts(name: Piece, before: Sequence[Piece]) -> tuple[tuple[str, ...], ...] | None:
    """What the name may be instead; nothing to choose from when a word before it is left over."""
    if name.instead:
        return (name.instead,)
    return () if any(piece.kind is Kind.WORD for piece in before) else None


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
    text = fields.get("name") or fields.get("name_reversed") or _parts(fields)
    in_name = take_contacts(_STARS.sub(" ", text))
    in_remarks = take_contacts(fields.get("remarks", ""))
    contacts = replace(
        contacts,
        private=bool(fields.get("superfluous")) or in_name.private or in_remarks.private,
        email=contacts.email or in_name.email,
        phone=contacts.phone or in_name.phone,
    )
    beside = pieces_of(in_name.rest)
    if any(piece.kind is Kind.VACANCY for piece in beside):
        return []
    position = _STARS.sub("", fields.get("position", "")).strip(" ,;")
    in_post = pieces_of(position)
    ditto = any(piece.kind is Kind.DITTO for piece in in_post)
    marks = frozenset(
        section
        for name, section in _MARK_FIELDS.items()
        if fields.get(name) and fold(fields[name]) not in NO_MARKS
    ) | {
        piece.section
        for piece in (*beside, *in_post, *pieces_of(in_remarks.rest))
        if piece.section is not None
    }
    named = whole_name(in_name.rest) or next(
        (piece for piece in beside if piece.kind in (Kind.NAME, Kind.WORD)), None
    )
    post = None if ditto else _post_of(position, in_post, fields)
    post = post or _joined([p for p in beside if p.kind is Kind.POST])
    draft = Draft(
        row,
        row.lines,
        post=post,
        contacts=contacts,
        marks=marks,
        stars=_stars_in(text + fields.get("position", "")),
        usual=Order.GIVEN_FIRST if fields.get("name") else None,
    )
    titles = (
        *((fields["title"],) if fields.get("title") else ()),
        *(named.titles if named else ()),
    )
    draft = replace(draft, titles=titles, ditto=ditto)
    if fields.get("given") and fields.get("surname"):
        return [_with_exact_name(draft, fields)]
    if named is None:
        return [draft] if draft.post or contacts.phone or contacts.email else []
    order = Order.SURNAME_FIRST if fields.get("name_reversed") else None
    return [replace(draft, words=named.words, order=order)]


def _parts(fields: Mapping[str, str]) -> str:
    return f"{fields.get('given', '')} {fields.get('surname', '')}".strip()


def _with_exact_name(draft: Draft, fields: Mapping[str, str]) -> Draft:
    """The name as two columns part it, without titles and marks; an odd one is asked about."""
    given, surname = (name_words(_ASIDE.sub(" ", fields[name])) for name in ("given", "surname"))
    name = Name(" ".join(given), " ".join(surname))
    odd = not (given and surname and all(map(is_name_shaped, (*given, *surname))))
    return replace(draft, words=(*given, *surname), exact=name, confirm=() if odd else None)


def _labelled(field_name: str, value: str) -> str:
    digits = field_name == "extension" and value.strip().isdigit()
    return f"wew. {value}" if digits else value


def _post_of(position: str, pieces: Sequence[Piece], fields: Mapping[str, str]) -> str | None:
    """The post of a column, with the unit that another column names."""
    if not position:
        return None
    if any(piece.section for piece in pieces):
        return _joined([piece for piece in pieces if not piece.section])
    for name, value in fields.items():
        heading = name.removeprefix("unit:") if name.startswith("unit:") else ""
        if not value or not (heading or name in ("any_unit", "unit")):
            continue
        if fold(value) in ACRONYMS:
            return f"{position} {value}"
        named = fold(value).startswith(_UNITS) or not heading
        return f"{position}, {value if named else f'{heading} {value}'}"
    return position
