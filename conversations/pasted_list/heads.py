"""What lines above rows tell of the people below: „Kierownicy referatów:”, „Referat Finansowy”.

Source: domain.md §3.5. Rows are read already; here their people get the post or the part of the
office that a heading tells, or are asked about it where its reach is unclear.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from conversations.pasted_list.boundaries import is_part_of_office
from conversations.pasted_list.draft import Draft, Tells, in_part, tells
from conversations.pasted_list.drafts import with_post
from conversations.pasted_list.rows import Row
from conversations.pasted_list.words import STANDING_ALONE_STEMS
from conversations.positions import PositionClass, classify, names_institution, singular
from conversations.vocabulary import ACRONYMS, OTHER_PARTS, fold


def with_heads(read: list[tuple[Row, list[Draft]]]) -> list[tuple[Row, list[Draft]]]:
    """The rows, those under a heading like „Kierownicy referatów:” with the post it tells of.

    Another part of the list, a wider gap or columns end it.
    """
    found: list[tuple[Row, list[Draft]]] = []
    head: Row | None = None
    shared: str | None = None
    gap = 0
    for row, drafts in _with_units(read):
        heads = row.text.endswith(":") and not any(draft.is_named for draft in drafts)
        if heads:
            head, shared, gap = row, singular(row.text.strip(" :")), 0
        elif head and shared:
            above = found[-1][0]
            step = row.lines[0] - above.lines[-1]
            ends = row.fields or row.section is not head.section or (gap and step > gap)
            shared = None if ends else shared
            gap = 0 if above is head else min(step, gap or step)
        if head and shared and not heads:
            of_part = (draft.row.section is head.section for draft in drafts)
            told = zip(drafts, of_part, strict=True)
            drafts = [with_post(each, shared, "") if own else each for each, own in told]  # noqa: PLW2901
        found.append((row, drafts))
    return found


def _with_units(read: list[tuple[Row, list[Draft]]]) -> list[tuple[Row, list[Draft]]]:
    """The rows, those under headings of parts of the office with the part that is theirs.

    Only where several such lines stand, each before somebody: one alone may say who writes.
    """
    heads = [
        at
        for at, (row, drafts) in enumerate(read[:-1])
        if not drafts and is_part_of_office(row.text) and _names(read[at + 1])
    ]
    first = next((at for at, each in enumerate(read) if _names(each)), 0)
    if len(heads) < 2 or heads[0] > first:
        return _with_institutions(read)
    found = read[: heads[0]]
    for start, end in pairwise((*heads, len(read))):
        (heading, _), *rows = read[start:end]
        reach = _reach(heading, rows)
        told = _in_part(heading, rows[:reach])
        found += told or [read[start], *rows[:reach]]
        found += _behind_unread(heading, rows[reach:]) if told else rows[reach:]
    return found


def _with_institutions(read: list[tuple[Row, list[Draft]]]) -> list[tuple[Row, list[Draft]]]:
    """The rows, those asked about that stand below or above an institution outside the office."""
    found = list(read)
    for at, (row, drafts) in enumerate(read):
        if drafts or not names_institution(row.text):
            continue
        reach = _reach(row, read[at + 1 :])
        told = range(at + 1, at + 1 + reach)
        if not any(_names(read[below]) for below in told):
            beside = read[at - 1][0].lines[-1] + 1 == row.lines[0]
            told = range(at - 1, at) if beside else range(0)
        for near in told:
            person, drafts_near = found[near]
            found[near] = (person, [_maybe_in_part(d, _part_of(row)) for d in drafts_near])
    return found


def _behind_unread(
    heading: Row, rows: Sequence[tuple[Row, list[Draft]]]
) -> list[tuple[Row, list[Draft]]]:
    """The rows behind a line that ends a part of the office, those asked about that may be of it.

    So they are behind a line that tells nothing and looks like no heading.
    """
    if not rows or any(_tells_of_person(each, bare=False) for each in rows[0][1]):
        return list(rows)
    (unread, _), *others = rows
    if _may_head(unread.text):
        return list(rows)
    reach = _reach(replace(unread, section=heading.section), others)
    part = _part_of(heading)
    asked = [(row, [_maybe_in_part(each, part) for each in drafts]) for row, drafts in others]
    return [rows[0], *asked[:reach], *others[reach:]]


def _may_head(text: str) -> bool:
    """„Inni:”, „Straż Miejska”: what heads others, though its words are of no known part."""
    return text.endswith(":") or fold(text.partition(" ")[0]) in OTHER_PARTS


def _reach(heading: Row, rows: Sequence[tuple[Row, list[Draft]]]) -> int:
    """How many of the rows behind the heading of a part of the office are of that part.

    A line that tells of nobody, a wider gap, or a post that stands in no part ends it. Who is first
    under the heading is of it in any case, so that a bureau may consist of such posts.
    """
    above, gap, alone, bare = heading, 0, False, False
    for at, (row, drafts) in enumerate(rows):
        step = row.lines[0] - above.lines[-1]
        stands_alone = any(map(_stands_alone, drafts))
        if (
            not any(_tells_of_person(draft, bare=bare) for draft in drafts)
            or row.section is not heading.section
            or any(map(_is_of_no_part, drafts))
            or (at and (step > gap or (stands_alone and not alone)))
        ):
            return at
        above, gap, alone = row, min(step, gap) if at else step, alone or stands_alone
        bare = any(tells(draft) is Tells.NAME for draft in drafts)
    return len(rows)


def _tells_of_person(draft: Draft, *, bare: bool) -> bool:
    """`bare` tells that the line above names somebody and no post: unknown words may be that."""
    brings = tells(draft)
    if brings is Tells.POST:
        return classify(draft.post) is not PositionClass.UNKNOWN or (
            bare and not draft.row.text.endswith(":")
        )
    return brings is not Tells.NAME or draft.is_named


def _stands_alone(draft: Draft) -> bool:
    return draft.post is not None and fold(draft.post).startswith(STANDING_ALONE_STEMS)


def _names(read: tuple[Row, list[Draft]]) -> bool:
    return any(draft.is_named for draft in read[1])


def _is_of_no_part(draft: Draft) -> bool:
    """A post of the whole office, or of another, ends what a part's heading tells."""
    return classify(draft.post) in (PositionClass.MANAGEMENT, PositionClass.OUTSIDE)


def _in_part(
    heading: Row, rows: Sequence[tuple[Row, list[Draft]]]
) -> list[tuple[Row, list[Draft]]]:
    """The rows with a part of the office behind their posts; none where all name their own."""
    part = _part_of(heading)
    told = [(row, [in_part(draft, part) for draft in drafts]) for row, drafts in rows]
    if not told or told == list(rows):
        return []
    row, (first, *others) = told[0]
    told[0] = (row, [replace(first, lines=(*heading.lines, *first.lines)), *others])
    return told


def _maybe_in_part(draft: Draft, part: str) -> Draft:
    outside = classify(draft.post) is PositionClass.OUTSIDE
    post = draft.post if outside else in_part(draft, part).post
    return draft if post == draft.post else replace(draft, post_too=post)


def _part_of(heading: Row) -> str:
    part = heading.text.strip(" :")
    return part.capitalize() if part.isupper() and fold(part) not in ACRONYMS else part
