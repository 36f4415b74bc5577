"""Joins rows that tell of one person: a name on one line, the post or the telephone on the next.

Source: domain.md §3.5 (business cards, lists in two lines, columns that a PDF gives one after
another). Only lines that follow each other are joined; a post that finds no name is reported, never
given to somebody by chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final

from conversations.pasted_list.draft import Draft, Tells, tells
from conversations.pasted_list.drafts import drafts_of
from conversations.pasted_list.heads import with_heads
from conversations.pasted_list.mailboxes import Mailboxes
from conversations.pasted_list.names import (
    Name,
    is_common_word,
    is_given,
    may_be_addressed,
    names_somebody,
)
from conversations.pasted_list.rows import Row
from conversations.pasted_list.words import OFFICES, SECRETARIATS
from conversations.positions import PositionClass, classify, is_head_of_office
from conversations.vocabulary import fold

_LINES_OF_A_CARD: Final = 5


@dataclass(slots=True)
class Joined:
    """The drafts that name somebody, and the posts that nobody was named for.

    `silent` are the rows that tell nothing, `unread` the lines that tell nothing of people.
    `matched` tells that whole columns were put side by side, which only the sender can confirm;
    `mailboxes` are those of the first drafts, `with_mailbox` how many.
    """

    drafts: list[Draft] = field(default_factory=list)
    nameless: list[Draft] = field(default_factory=list)
    silent: list[Row] = field(default_factory=list)
    matched: bool = False
    unread: dict[int, str] = field(default_factory=dict)
    mailboxes: Mailboxes = field(default_factory=Mailboxes)
    with_mailbox: int = 0

    def owners(self, email: str) -> set[int]:
        """Whose an address may be, of the drafts so far; two at most."""
        for at in range(self.with_mailbox, len(self.drafts)):
            self.mailboxes.add(self.drafts[at].words, at)
        self.with_mailbox = len(self.drafts)
        return self.mailboxes.owners(email)


def join(rows: Sequence[Row], *, forwarded: bool) -> Joined:
    """The drafts of all rows, with what stands alone joined to its neighbour.

    `forwarded` tells that the rows hold a mail's head, so that its addressees are hardly the list.
    """
    whole = _with_names_joined(rows)
    read = with_heads([(row, drafts_of(row)) for row in whole])
    named = [row for row, drafts in read if any(draft.is_named for draft in drafts)]
    body = [row for row in named if not row.addressees]
    dropped = bool(body) and (forwarded or not any("@" in row.text for row in body))
    found = [draft for row, drafts in read if not (row.addressees and dropped) for draft in drafts]
    found, paired = _with_columns_of_words(found)
    joined = Joined(matched=paired, silent=[row for row, drafts in read if not drafts])
    joined.unread = {row.lines[0]: row.text for row in joined.silent}
    runs = [(kind, list(run)) for kind, run in groupby(found, key=tells)]
    while runs:
        taken = _columns_at(runs)
        if taken:
            _match(joined, runs[:taken])
            runs = runs[taken:]
        else:
            several = 1
            while several < len(runs) and not _columns_at(runs[several:]):
                several += 1
            _join_lines(joined, [draft for _, run in runs[:several] for draft in run])
            runs = runs[several:]
    _join_far_contact(joined)
    _doubt_signature(joined)
    return joined


def _doubt_signature(joined: Joined) -> None:
    """A head of office below a blank line, post first unlike all others, may only have signed."""
    if len(joined.drafts) < 2:
        return
    *others, last = joined.drafts
    if last.row.numbered or not is_head_of_office(last.post):
        return
    apart = min(last.lines) - max(others[-1].lines) > 1
    if apart and _opens_with_post(last) and not any(map(_opens_with_post, others)):
        joined.drafts[-1] = replace(last, absent=True)


def _opens_with_post(draft: Draft) -> bool:
    """Whether the post stands before the name, on the same line or on the one above it."""
    above = draft.lines[0] < draft.row.lines[0]
    words = draft.row.text.split()
    return above or bool(words and draft.words and not set(words[:2]) & set(draft.words))


def _join_far_contact(joined: Joined) -> None:
    """The one telephone below a single person is theirs, though a line of the office is between."""
    contacts = [draft for draft in joined.nameless if draft.post is None]
    if len(joined.drafts) == 1 == len(contacts):
        (person,), (far,) = joined.drafts, contacts
        if (
            _lines_between(person, far)
            and not _is_of_office(joined, person, far)
            and _takes(person, far, post_first=False)
        ):
            joined.drafts = [_together(person, far)]
            joined.nameless.remove(far)


def _is_of_office(joined: Joined, person: Draft, far: Draft) -> bool:
    """Whether the lines between say that a telephone is the secretariat's, or all the office's.

    The office's name in a card, its name and post on lines of their own, says where the person is.
    """
    rows = (*joined.silent, *(draft.row for draft in joined.nameless if draft.post))
    between = _lines_between(person, far)
    told = [fold(row.text) for row in rows if row.lines[0] in between]
    owners = SECRETARIATS if len(person.lines) > 1 else (*SECRETARIATS, *OFFICES)
    return any(text.startswith(owners) for text in told)


def _with_names_joined(rows: Sequence[Row]) -> list[Row]:
    """The rows, those of one word each joined that are a name above its post: „Jan”, „Gil”."""
    found: list[Row] = []
    for at, row in enumerate(rows):
        last = found[-1] if found else None
        if last and _are_name_above_post(last, row, rows[at + 1 : at + 2]):
            lines = (*last.lines, *row.lines)
            found[-1] = replace(last, text=f"{last.text} {row.text}", lines=lines)
        else:
            found.append(row)
    return found


def _are_name_above_post(first: Row, second: Row, following: Sequence[Row]) -> bool:
    words = (first.text, second.text)
    return (
        bool(following)
        and all(map(str.isalpha, words))
        and all(word[0].isupper() for word in words)
        and sum(map(is_given, words)) == 1
        and not any(map(is_common_word, words))
        and all(classify(word) is PositionClass.UNKNOWN for word in words)
        and second.lines[0] - first.lines[-1] == 1 == following[0].lines[0] - second.lines[-1]
        and classify(following[0].text) is not PositionClass.UNKNOWN
        and not names_somebody(following[0].text)
    )


def _with_columns_of_words(found: Sequence[Draft]) -> tuple[list[Draft], bool]:
    """Surnames one under another and as many given names under them, as whole names.

    Only where one half are given names in use and the other is none; any other single words stay.
    """
    drafts: list[Draft] = []
    paired = False
    for single, run in groupby(found, key=_is_single_word):
        column = list(run)
        half = len(column) // 2
        one, other = column[:half], column[half:]
        given = [[is_given(draft.words[0]) for draft in part] for part in (one, other) if single]
        if half < 2 or len(one) != len(other) or not _part_by_given(given):
            drafts += column
            continue
        first, second = (one, other) if all(given[0]) else (other, one)
        drafts += map(_of_two_words, first, second)
        paired = True
    return drafts, paired


def _part_by_given(given: Sequence[Sequence[bool]]) -> bool:
    return bool(given) and any(
        all(one) and not any(other) for one, other in (given, tuple(reversed(given)))
    )


def _is_single_word(draft: Draft) -> bool:
    return len(draft.words) == 1 and draft.exact is None and draft.post is None


def _of_two_words(given: Draft, surname: Draft) -> Draft:
    return replace(
        _together(given, surname),
        words=(*given.words, *surname.words),
        exact=Name(given.words[0], surname.words[0]),
    )


def _columns_at(runs: Sequence[tuple[Tells, Sequence[Draft]]]) -> int:
    """How many runs from here are columns one after another: names and posts, then contacts."""
    if len(runs) < 2 or {runs[0][0], runs[1][0]} != {Tells.NAME, Tells.POST}:
        return 0
    if min(len(runs[0][1]), len(runs[1][1])) < 2:
        return 0
    size = len(runs[0][1])
    more = runs[2:3]
    return 3 if more and more[0][0] is Tells.CONTACT and len(more[0][1]) == size else 2


def _match(joined: Joined, columns: Sequence[tuple[Tells, Sequence[Draft]]]) -> None:
    """Put columns side by side; posts of another number than the names belong to nobody."""
    kinds = dict(columns)
    names, posts = kinds[Tells.NAME], kinds[Tells.POST]
    if len(names) != len(posts):
        joined.drafts.extend(names)
        joined.nameless.extend(posts)
        return
    people = [_together(name, post) for name, post in zip(names, posts, strict=True)]
    if Tells.CONTACT in kinds:
        contacts = kinds[Tells.CONTACT]
        people = [_together(each, more) for each, more in zip(people, contacts, strict=True)]
    joined.drafts.extend(people)
    joined.matched = True


def _join_lines(joined: Joined, found: list[Draft]) -> None:
    waiting: Draft | None = None
    post_first = False
    below = _mailboxes_of(found if any(each.contacts.email for each in found) else ())
    for index, draft in enumerate(found):
        previous = joined.drafts[-1] if joined.drafts else None
        follows = previous is not None and _adjacent(previous, draft)
        if not follows and waiting is None and (draft.is_named or draft.words or draft.post):
            post_first = not draft.words and draft.exact is None
        if draft.words or draft.exact:
            joined.drafts.append(_together(draft, waiting) if waiting else draft)
            waiting = None
        elif previous and follows and _takes(previous, draft, post_first=post_first):
            drafts, at = _place_of(joined, draft, found, index, below)
            drafts[at] = _together(drafts[at], draft)
        elif previous and _is_below_unread(joined, previous, draft):
            email = draft.contacts.email
            sure = email is not None and may_be_addressed(previous.words, email)
            joined.drafts[-1] = replace(_together(previous, draft), far=previous.far or not sure)
        elif draft.post and _awaits(draft, found[index + 1 : index + 2]):
            waiting = draft
        else:
            joined.nameless.append(draft)
            if classify(draft.post) is PositionClass.UNKNOWN:
                joined.unread[draft.lines[0]] = draft.row.text


def _place_of(
    joined: Joined, draft: Draft, found: list[Draft], index: int, below: Mailboxes
) -> tuple[list[Draft], int]:
    """Where the one stands whom a line belongs to: above it, but for an address of another's."""
    above = (joined.drafts, len(joined.drafts) - 1)
    email = draft.contacts.email
    if draft.post or not email or may_be_addressed(joined.drafts[-1].words, email):
        return above
    owners = [*((joined.drafts, at) for at in joined.owners(email))]
    owners += ((found, at) for at in below.owners(email, behind=index))
    return owners[0] if len(owners) == 1 else above


def _mailboxes_of(found: Sequence[Draft]) -> Mailboxes:
    mailboxes = Mailboxes()
    for at, draft in enumerate(found):
        mailboxes.add(draft.words, at)
    return mailboxes


def _is_below_unread(joined: Joined, previous: Draft, draft: Draft) -> bool:
    """Whether nothing but lines that tell nothing parts a telephone from the person above."""
    between = _lines_between(previous, draft)
    if draft.post or not between:
        return False
    texts = [fold(joined.unread.get(at, "")) for at in between]
    told = all(texts) and not any(text.startswith((*SECRETARIATS, *OFFICES)) for text in texts)
    return told and _takes(previous, draft, post_first=False)


def _lines_between(above: Draft, below: Draft) -> range:
    """The lines from one draft to the next; none where they are more than a card's."""
    between = range(above.lines[-1] + 1, below.lines[0])
    return between if len(between) <= _LINES_OF_A_CARD else range(0)


def _adjacent(first: Draft, second: Draft) -> bool:
    return second.lines[0] - first.lines[-1] in (0, 1)


def _takes(previous: Draft, draft: Draft, *, post_first: bool) -> bool:
    """Whether the draft before is still open for what this one brings."""
    if not previous.is_named or any(map(names_somebody, draft.left)):
        return False
    if draft.post:
        return previous.post is None and not post_first
    if fold(draft.row.text).startswith((*SECRETARIATS, *OFFICES)):
        return False
    has, brings = previous.contacts, draft.contacts
    return not ((has.phone and brings.phone) or (has.email and brings.email))


def _awaits(draft: Draft, following: Sequence[Draft]) -> bool:
    return any(
        _adjacent(draft, after) and after.is_named and after.post is None for after in following
    )


def _together(first: Draft, second: Draft) -> Draft:
    return replace(
        first,
        lines=tuple(sorted((*first.lines, *second.lines))),
        post=first.post or second.post,
        marks=first.marks | second.marks,
        contacts=first.contacts.completed(second.contacts),
        titles=(*first.titles, *second.titles),
        ditto=first.ditto or second.ditto,
        left=(*first.left, *second.left),
        post_too=first.post_too or second.post_too,
    )
