"""Joins rows that tell of one person: a name on one line, the post or the telephone on the next.

Source: domain.md §3.5 (business cards, lists in two lines). Only lines that follow each other are
joined; a post that finds no name is reported, never given to somebody by chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from conversations.pasted_list.contacts import Contacts
from conversations.pasted_list.drafts import Draft, drafts_of
from conversations.pasted_list.layout import Row


@dataclass(slots=True)
class Joined:
    """The drafts that name somebody, and the posts that nobody was named for."""

    drafts: list[Draft] = field(default_factory=list)
    nameless: list[Draft] = field(default_factory=list)


def join(rows: Sequence[Row]) -> Joined:
    """The drafts of all rows, with what stands alone joined to its neighbour."""
    found = [draft for row in rows for draft in drafts_of(row)]
    joined = Joined()
    waiting: Draft | None = None
    post_first = False
    for index, draft in enumerate(found):
        previous = joined.drafts[-1] if joined.drafts else None
        follows = previous is not None and _adjacent(previous, draft)
        if not follows and waiting is None:
            post_first = not draft.words and draft.exact is None
        if draft.words or draft.exact:
            joined.drafts.append(_with_post_of(waiting, draft) if waiting else draft)
            waiting = None
        elif previous and follows and _takes(previous, draft, post_first=post_first):
            joined.drafts[-1] = _together(previous, draft)
        elif draft.post and _awaits(draft, found[index + 1 : index + 2]):
            waiting = draft
        else:
            joined.nameless.append(draft)
    return joined


def _adjacent(first: Draft, second: Draft) -> bool:
    return second.lines[0] - first.lines[-1] in (0, 1)


def _takes(previous: Draft, draft: Draft, *, post_first: bool) -> bool:
    """Whether the draft before is still open for what this one brings."""
    if not previous.is_named:
        return False
    if draft.post:
        return previous.post is None and not post_first
    has, brings = previous.contacts, draft.contacts
    return not ((has.phone and brings.phone) or (has.email and brings.email))


def _awaits(draft: Draft, following: Sequence[Draft]) -> bool:
    return any(
        _adjacent(draft, after) and after.is_named and after.post is None for after in following
    )


def _with_post_of(waiting: Draft, draft: Draft) -> Draft:
    joined = _together(draft, waiting)
    return replace(joined, lines=(*waiting.lines, *draft.lines))


def _together(first: Draft, second: Draft) -> Draft:
    return replace(
        first,
        lines=(*first.lines, *second.lines),
        post=first.post or second.post,
        marks=first.marks | second.marks,
        contacts=_both(first.contacts, second.contacts),
    )


def _both(first: Contacts, second: Contacts) -> Contacts:
    return Contacts(
        rest=first.rest,
        email=first.email or second.email,
        phone=first.phone or second.phone,
        extension=first.extension or second.extension,
        private=first.private or second.private,
        dated=first.dated or second.dated,
    )
