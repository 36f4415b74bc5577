"""Reads one row into drafts of people: words of a name, posts, contacts, marks of roles.

Source: domain.md §3.6 points 5, 7 and 9. The order of the name's words and everything that concerns
several rows is decided later, in `reading`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from conversations.pasted_list.boundaries import is_unit, unit_in_nominative
from conversations.pasted_list.broken_lines import speaks_of_somebody
from conversations.pasted_list.characters import holds
from conversations.pasted_list.columns import label_of
from conversations.pasted_list.contacts import Contacts, take_contacts
from conversations.pasted_list.denial import denies
from conversations.pasted_list.doubts import (
    is_of_two_orders,
    is_one_post_of_two,
    is_replaced,
    with_doubted,
    with_marks_behind,
    without_denied,
)
from conversations.pasted_list.draft import NO_CONTACTS, Draft, in_part
from conversations.pasted_list.draft_of import draft_of
from conversations.pasted_list.fields import drafts_from_fields
from conversations.pasted_list.footnotes import STARS, stars_in
from conversations.pasted_list.given_names import COMMON_SURNAMES
from conversations.pasted_list.groups import groups_of
from conversations.pasted_list.names import (
    Order,
    is_given,
    is_initial,
    looks_like_surname,
    names_somebody,
)
from conversations.pasted_list.owners import people_in
from conversations.pasted_list.pieces import pieces_of
from conversations.pasted_list.post_cases import post_in_nominative
from conversations.pasted_list.rows import Row
from conversations.pasted_list.sections import OF_PEOPLE, Section, part_told
from conversations.pasted_list.sentences import (
    Announced,
    announced,
    announces,
)
from conversations.pasted_list.telling import Kind, Piece
from conversations.pasted_list.words import (
    LINKING_VERBS,
)
from conversations.positions import PositionClass, classify, names_institution, singular
from conversations.vocabulary import OTHER_PARTS, UNITS, fold

_SENTENCE: Final = 3
"""Spaces: words of that many and a full stop are a sentence rather than an unknown post."""
# One of these is in every such ending; to look for them is cheaper than to look at the words.
_THANKS: Final = ("powa", "pozdr", "szacun")
_SIGNED: Final = re.compile(
    r"\b(?:z powa[żz]aniem|z wyrazami szacunku|pozdrawiam|z pozdrowieniami)\b.*", re.IGNORECASE
)
_EITHER: Final = re.compile(
    r"(?<=[^\W\d_]) (?:lub|albo|b[aą]d[zź]) "
    r"(?=(?:[Pp]\. |[Pp]ani? )?[A-ZĆŁŚŹŻ][^\W\d_]+ [A-ZĆŁŚŹŻ])"
)
_SLASH: Final = re.compile(r"[^\W\d_] ?/ ?[A-ZĆŁŚŹŻ]")
_OR: Final = (" lub ", " albo ", " bad", " bąd")
# „[10:21, 12.11.2026] Anna: ” and „12.11.2026, 10:21 - Anna: ” stand before a copied message.
_CHAT: Final = re.compile(
    r"\[[\d.:,/ ]{5,24}\] ?[^:\[\]]{1,40}: |\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d\d"
    r"(?::\d\d)? [–-] [^:]{1,40}: "
)
_HOUR: Final = re.compile(r"(\d{1,2}:\d\d(?: ?[–-] ?\d{1,2}:\d\d)?)[ ,–-]+(?=[^\W\d_])")
_BEGIN_CHAT: Final = frozenset("[0123456789")

_OF_PEOPLE: Final = (Kind.NAME, Kind.POST)
_PART_HINTS: Final = ("redak", "nomocnikiem", "blok")
_UNITS: Final = tuple(UNITS)
_PARTS_OF_OFFICE: Final = OTHER_PARTS - COMMON_SURNAMES.keys()


def drafts_of(row: Row) -> list[Draft]:
    """The drafts of a row, in order; none when the row says nothing about anybody."""
    if row.fields:
        return drafts_from_fields(row)
    small = row.text.lower()
    signed = _SIGNED.search(row.text) if holds(small, _THANKS) else None
    before = row.text[: signed.start()].rstrip(" .,;") if signed else ""
    if signed and names_somebody(before):
        return _with_left(drafts_of(replace(row, text=before)), signed[0])
    opened, begin = _openings_of(row.text)
    if opened:
        return _with_left(drafts_of(replace(row, text=row.text[begin:])), *reversed(opened))
    starred = "*" in row.text
    contacts = take_contacts(STARS.sub(" ", row.text) if starred else row.text)
    either = _EITHER.sub(", ", contacts.rest) if holds(contacts.rest, _OR) else contacts.rest
    told_of = [piece for piece in pieces_of(either) if not (piece.heads and _is_label(piece))]
    told_of = list(_with_institutions_as_units(told_of))
    plain = not starred and either == contacts.rest and _are_name_and_post(told_of)
    if plain and row.text.count("@") < 2 and not announced(either, oblique=row.oblique):
        return _believable(_with_part_doubted(row, [draft_of(row, told_of, contacts)]))
    pieces = with_doubted(without_denied(with_marks_behind(told_of)))
    remarks = _remarks_in(pieces)
    told = either
    for remark in remarks:
        told = told.replace(remark, " ", 1)
    sentence = announced(told, oblique=row.oblique)
    if sentence and _holds_all_names(sentence, pieces):
        return _from_sentence(row, sentence, contacts, remarks)
    vacant = any(piece.kind is Kind.VACANCY for piece in pieces)
    if vacant and not any(piece.kind is Kind.NAME for piece in pieces):
        return []
    groups = list(groups_of(pieces))
    drafts = [
        draft_of(row, group, NO_CONTACTS if at else contacts) for at, group in enumerate(groups)
    ]
    if len(drafts) == 1 and not drafts[0].words and _is_no_post_of_anybody(drafts[0]):
        drafts = []
    if not drafts:
        return (
            [Draft(row, row.lines, contacts=contacts)] if contacts.phone or contacts.email else []
        )
    several = sum(draft.is_named for draft in drafts) > 1 or row.text.count("@") > 1
    people = people_in(row.text) if several else []
    if len(people) > 1 and contacts.details:
        return _drafts_of_parts(row, people)
    absent = len(drafts) == 1 and (vacant or any(map(is_replaced, pieces)))
    if starred or absent:
        stars = stars_in(row.text) if starred else 0
        drafts[0] = replace(drafts[0], stars=stars, absent=absent)
    shared = _with_shared_post(drafts, pieces, groups)
    of_two_orders = shared is drafts and (
        is_of_two_orders(pieces) or (_SLASH.search(either) and is_one_post_of_two(pieces))
    )
    drafts = shared
    if sentence or either != contacts.rest or of_two_orders:
        drafts = [replace(draft, confirm=draft.confirm or ()) for draft in drafts]
    return _believable(_with_part_doubted(row, drafts))


def _openings_of(text: str) -> tuple[list[str], int]:
    """When and by whom a copied message was sent, for all that stand before it, and its beginning.

    Hours alone, „9:00–10:00 Jan Gil”, are told so as well.
    """
    told: list[str] = []
    begin = 0
    while text[begin : begin + 1] in _BEGIN_CHAT:
        chat = _CHAT.match(text, begin)
        opening = chat or _HOUR.match(text, begin)
        if opening is None:
            break
        told.append(chat[0].strip() if chat else opening[1])
        begin = opening.end()
    return told, begin


def _with_part_doubted(row: Row, drafts: list[Draft]) -> list[Draft]:
    """The drafts, all in doubt where the row speaks of a part and nobody is put in it."""
    small = row.text.lower()
    if not holds(small, _PART_HINTS) or denies(small):
        return drafts
    part = part_told(row.text)
    put = any(part in draft.marks or draft.row.section is part for draft in drafts)
    left = any(part_told(text) in OF_PEOPLE for draft in drafts for text in draft.left)
    if part in OF_PEOPLE and not put:
        drafts = [replace(each, unclear=True) if each.is_named else each for each in drafts]
    return [replace(each, untold=left) for each in drafts]


def _is_no_post_of_anybody(draft: Draft) -> bool:
    """The name of an institution alone, or a sentence: „Wykonanie powierzam Sekretarzowi.”"""
    post = draft.post or ""
    if speaks_of_somebody(draft.row.text) and not names_somebody(draft.row.text):
        return any(fold(word) in LINKING_VERBS for word in draft.row.text.split())
    sentence = draft.row.text.rstrip().endswith((".", "!")) and post.count(" ") >= _SENTENCE
    unknown = classify(post) is PositionClass.UNKNOWN
    if part_told(draft.row.text) in OF_PEOPLE and any(
        fold(word) in LINKING_VERBS for word in draft.row.text.split()
    ):
        return True
    return names_institution(post) or (unknown and (sentence or announces(post)))


def _drafts_of_parts(row: Row, people: Sequence[str]) -> list[Draft]:
    """The drafts of each person's share of a row; a part opened in one goes on in the next."""
    found: list[Draft] = []
    for person in people:
        found += drafts_of(replace(row, text=person))
        row = replace(row, section=found[-1].row.section) if found else row
    return found


def _are_name_and_post(pieces: Sequence[Piece]) -> bool:
    """„Anna Kowalczyk – Sekretarz”: most rows are such, and there is nothing to doubt in them."""
    return (
        len(pieces) == 2
        and pieces[0].kind is Kind.NAME
        and pieces[1].kind is Kind.POST
        and not (pieces[0].heads or pieces[1].heads)
    )


def _with_institutions_as_units(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """„GOPS: Ewa Lis – kierownik”: an institution before a colon is where those behind work."""
    posts = [piece for piece in pieces if piece.kind is Kind.POST]
    for piece in pieces:
        heads = piece.heads and piece.kind is Kind.POST and len(posts) > 1
        yield replace(piece, kind=Kind.UNIT) if heads and names_institution(piece.text) else piece


def _is_label(piece: Piece) -> bool:
    """„Jan Gil; stanowisko: Skarbnik”: a label within a row."""
    return label_of(piece.text) in (
        "position",
        "name",
        "name_reversed",
        "given",
        "surname",
        "phone",
    )


def _with_shared_post(
    drafts: list[Draft], pieces: Sequence[Piece], groups: Sequence[Sequence[Piece]]
) -> list[Draft]:
    """„Kierownicy referatów: A, B”, „A, B – inspektorzy”: each has the post of one of them."""
    first, last = pieces[0], pieces[-1]
    unit = _unit_that_heads(pieces)
    if unit is not None:
        return list(_of_parts(drafts, groups, unit))
    if not (first.heads or sum(draft.is_named for draft in drafts) > 1):
        return drafts
    shared = next(
        (
            each.text
            for each in (first if first.heads else None, last)
            if each is not None and each.kind is not Kind.NAME
        ),
        "",
    )
    single = singular(shared)
    if single is None and _heads_names_alone(pieces):
        rest = [replace(each, post=shared, confirm=each.confirm or ()) for each in drafts[1:]]
        return [drafts[0], *rest]
    if single is None or not any(draft.is_named for draft in drafts):
        return _with_plurals_before(drafts)
    return [with_post(draft, single, shared) for draft in drafts]


def _unit_that_heads(pieces: Sequence[Piece]) -> Piece | None:
    """The part of the office before a colon and all names: „Referat Finansów – 2 osoby: A, B”."""
    for at, piece in enumerate(pieces[:2]):
        if piece.kind in _OF_PEOPLE or not piece.words:
            return None
        if piece.heads:
            units = (each for each in pieces[: at + 1] if _names_unit(each))
            return next(units, None)
    return None


def _names_unit(piece: Piece) -> bool:
    return bool(piece.words) and (is_unit(piece.words) or names_institution(piece.text))


def _with_plurals_before(drafts: list[Draft]) -> list[Draft]:
    """„A, B – inspektorzy; C – sekretarz”: the post of several is of those before who have none."""
    if not any(singular(draft.post or "") for draft in drafts):
        return drafts
    found: list[Draft] = []
    single: str | None = None
    for draft in reversed(drafts):
        plural = singular(draft.post or "")
        single = plural or (single if draft.post is None else None)
        found.append(replace(draft, post=single) if single and draft.is_named else draft)
    return found[::-1]


def _of_parts(
    drafts: Sequence[Draft], groups: Sequence[Sequence[Piece]], unit: Piece
) -> Iterator[Draft]:
    """The drafts, each with the part of the office that heads it, the first or one behind it."""
    for draft, group in zip(drafts, groups, strict=True):
        own = (piece for piece in group if piece.heads and _names_unit(piece))
        unit = next(own, unit)
        part = " ".join(unit_in_nominative(unit.words))
        yield _of_part(draft, part, unit.text) if draft.is_named else draft


def _of_part(draft: Draft, part: str, typed: str) -> Draft:
    told = draft if draft.post and part in draft.post else in_part(draft, part)
    left = tuple(each for each in draft.left if each != typed)
    return draft if told is draft else replace(told, left=left)


def _heads_names_alone(pieces: Sequence[Piece]) -> bool:
    """„Kierownik referatu: A, B”: one post, a colon, and names alone; each may bear it."""
    head, *others = pieces
    return head.heads and head.kind is Kind.POST and all(p.kind is Kind.NAME for p in others)


def with_post(draft: Draft, single: str, shared: str) -> Draft:
    """The draft with a post of several people, before the part of the office that is its own."""
    own = None if draft.post == shared else draft.post
    if not draft.is_named:
        return draft
    if own and classify(own) is not PositionClass.UNKNOWN:
        return draft
    left = [each for each in draft.left if each != shared]
    units = [each for each in left if fold(each).startswith(_UNITS)]
    post = ", ".join((single, *((own,) if own else ()), *units))
    # The word of such a post, not known to be one, had made the name behind it doubtful.
    confirm = None if shared in draft.left and draft.confirm == () else draft.confirm
    left = [each for each in left if each not in units]
    return replace(draft, post=post, left=tuple(left), confirm=confirm)


def _with_left(drafts: list[Draft], *left: str) -> list[Draft]:
    """The drafts, words that nothing is made of beside the last of them."""
    return [*drafts[:-1], *(replace(each, left=(*each.left, *left)) for each in drafts[-1:])]


def _remarks_in(pieces: Sequence[Piece]) -> list[str]:
    """The remarks behind the first name of a row; whom they name is not of the list."""
    kinds = [piece.kind for piece in pieces]
    first = kinds.index(Kind.NAME) if Kind.NAME in kinds else len(pieces)
    return [piece.text for piece in pieces[first:] if piece.kind is Kind.REMARK]


def _believable(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that name somebody; the words of the others are left beside the one before."""
    kept: list[Draft] = []
    left: list[str] = []
    for draft in drafts:
        if _is_believable(draft):
            kept.append(draft)
        else:
            left += [" ".join(draft.words), *draft.left]
    return _with_left(kept, *left) if left else kept


def _holds_all_names(sentence: Sequence[Announced], pieces: Sequence[Piece]) -> bool:
    """Whether a sentence tells of everybody its row names; „Kierownika USC” is nobody's name."""
    known = {word for each in sentence for word in (*each.typed, *each.told_by.split())}
    names = (piece.words for piece in pieces if piece.kind is Kind.NAME)
    return all(
        known & set(words) or classify(post_in_nominative(words)) is not PositionClass.UNKNOWN
        for words in names
    )


def _from_sentence(
    row: Row, people: Sequence[Announced], contacts: Contacts, remarks: Sequence[str]
) -> list[Draft]:
    denied = denies(row.text) and part_told(row.text) in OF_PEOPLE
    drafts = [
        Draft(
            row,
            row.lines,
            words=each.words,
            order=Order.GIVEN_FIRST,
            post=each.post,
            titles=each.titles,
            marks=frozenset(
                ({Section.PLENIPOTENTIARY} if each.plenipotentiary and not denied else set())
                | ({Section.EDITORIAL} if each.editorial and not denied else set())
            ),
            unclear=denied,
            confirm=None if each.sure else each.others,
            left=tuple(filter(None, (each.told_by, each.left))),
        )
        for each in people
    ]
    left = (*drafts[0].left, *remarks)
    drafts[0] = replace(drafts[0], contacts=contacts, left=left)
    return drafts


def _is_believable(draft: Draft) -> bool:
    """Unknown words alone are a name only when the row gives a reason to take them for one."""
    words = draft.words
    if not words:
        return draft.post is not None or bool(draft.contacts.phone or draft.contacts.email)
    if any(is_given(word) or is_initial(word) for word in words):
        return True
    if draft.post is None and fold(words[0]) in _PARTS_OF_OFFICE:
        return False
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
        or (len(words) in (2, 3) and not draft.row.text.rstrip().endswith(("!", ".")))
    )
