"""Reads a pasted list from its first character to its last question.

The steps are those of domain.md §3.6, a module each: characters, layout, drafts of each row,
neighbours, entries; here they follow each other, and what is to be asked and told is gathered. It
decides nothing about a team: that a list is too long, or whom to seat, is judged elsewhere.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from conversations.pasted_list.changes import read_change
from conversations.pasted_list.characters import Line, has_polish_letters, lines_of
from conversations.pasted_list.contacts import is_private
from conversations.pasted_list.draft import Draft, text_of
from conversations.pasted_list.entries import Entries, Entry, Evidence, enter
from conversations.pasted_list.everybody import those_left
from conversations.pasted_list.layout import lay_out
from conversations.pasted_list.mentioned import mark_mentioned
from conversations.pasted_list.names import Order, clear_order
from conversations.pasted_list.neighbours import join
from conversations.pasted_list.rows import Layout
from conversations.pasted_list.sections import Section
from conversations.pasted_list.values import (
    Leftover,
    Listed,
    Question,
    QuestionCode,
    Reading,
    Remark,
    WarningCode,
)
from conversations.pasted_list.words import DISCARDED, GENERAL_MAILBOXES
from conversations.people import details
from conversations.positions import PositionClass, classify
from conversations.vocabulary import fold

_IN_GROUP: Final = frozenset({Section.STEERING, None})
_EDITORS_ALONE: Final = frozenset({Section.EDITORIAL})
_APPOINTED_ALONE: Final = frozenset({Section.PLENIPOTENTIARY})
_MAILBOX_PARTS: Final = re.compile(r"[._-]")
_CLASS_WARNINGS: Final = {
    PositionClass.STAFF: WarningCode.STANOWISKO_NIEKIEROWNICZE,
    PositionClass.OUTSIDE: WarningCode.JEDNOSTKA_POZA_URZEDEM,
}


def read(text: str) -> Reading:
    """Read a pasted list, or a single person as people type one. Any text is read; none raises.

    What names nobody is in `skipped`, word for word, except data that must not be repeated. A
    single word, a greeting, a question or a command names nobody.
    """
    lines = lines_of(text)
    layout = lay_out(lines)
    joined = join(layout.rows, forwarded=layout.forwarded)
    own = [_own_order(draft) for draft in joined.drafts]
    evidence = Evidence(
        order=_common_order(joined.drafts, own),
        mended=frozenset(word for line in lines for word in line.mended),
        bare=not has_polish_letters(text),
        legends=layout.legends,
        explained=layout.explained,
    )
    found = Entries()
    entries = found.all
    used: set[int] = set()
    unnamed = [draft for draft in joined.nameless if draft.post]
    unread = [(draft.lines, text_of(draft)) for draft in joined.nameless]
    unread += [(row.lines, row.text) for row in joined.silent]
    unread += [((number,), text) for number, text in layout.silent]
    untold = sum(draft.untold for draft in joined.drafts)
    for draft, order in zip(_with_ditto(joined.drafts), own, strict=True):
        if enter(found, draft, order, evidence):
            used.update(draft.lines)
            continue
        unread.append((draft.lines, text_of(draft)))
        if draft.post:
            unnamed.append(draft)
    used.update(_mark_numbered(entries, layout))
    texts = {line.number: line.text for line in lines}
    for row in (*joined.silent, *(draft.row for draft in joined.nameless)):
        marked = mark_mentioned(row, entries, texts[row.lines[0]])
        if marked:
            used.update(row.lines)
            unnamed = [draft for draft in unnamed if draft.row is not row]
            unread = [(numbers, text) for numbers, text in unread if numbers != row.lines]
        untold += marked is False
    untold += len(layout.unseen) + _of_both(entries, layout)
    _ask_about_roles(entries)
    private = layout.superfluous | {
        line
        for draft in joined.drafts
        if draft.contacts.private or draft.contacts.dated
        for line in draft.row.lines
        if line in used
    }
    return Reading(
        people=tuple(Listed(entry.person, entry.roles) for entry in entries),
        questions=(
            *_questions(entries, matched=joined.matched),
            *_who(unnamed, layout, lines, entries),
            *(
                Question(QuestionCode.KTO, None)
                for line, but in (*layout.editors.items(), *layout.everybody.items())
                if but and line not in used
            ),
            *(Question(QuestionCode.KTO, None) for _ in range(untold)),
        ),
        warnings=tuple(_warnings(entries, _unread(lines, used, layout))),
        skipped=tuple(
            DISCARDED if line.number in private or _holds_private(line, layout) else line.raw
            for line in lines
            if line.number not in used or line.number in private
        ),
        sections=layout.sections,
        leftovers=tuple(_leftovers(entries, unread, used)),
    )


def _own_order(draft: Draft) -> Order | None:
    if draft.exact is not None or not draft.is_named:
        return None
    return clear_order(draft.words, draft.contacts.email)


def _common_order(drafts: Sequence[Draft], own: Sequence[Order | None]) -> Order | None:
    """The order that all clear rows of the list agree on."""
    several = len({order for order in own if order is not None}) > 1
    orders: set[Order] = set()
    for draft, order in zip(drafts, own, strict=True):
        if order is not None and not any(map(_is_post, draft.words)):
            orders.add(order)
            if not several:
                break
    return orders.pop() if len(orders) == 1 else None


def _is_post(word: str) -> bool:
    return classify(word) is not PositionClass.UNKNOWN


def _with_ditto(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts, „j.w.” replaced by the post above it."""
    above: str | None = None
    for draft in drafts:
        written = draft
        if draft.ditto and above and not _is_post(draft.post or ""):
            left = (*draft.left, draft.post) if draft.post else draft.left
            confirm = () if draft.post and draft.confirm is None else draft.confirm
            written = replace(draft, post=above, left=left, confirm=confirm)
        elif draft.ditto and draft.post:
            written = replace(draft, ditto=False)
        above = written.post
        yield written


def _mark_numbered(entries: Sequence[Entry], layout: Layout) -> Iterator[int]:
    """Make editors of the people whose numbers a heading gave, or whom it did not leave out.

    The lines that did so: not one that leaves out somebody who is not there, nor „wszyscy”, which
    stays to be seen.
    """
    people = [entry.person for entry in entries]
    told = dict(layout.editors)
    for line, but in layout.everybody.items():
        left = those_left(people, but)
        if left is not None:
            told[line] = left
    for line, numbers in told.items():
        chosen = [entries[at - 1] for at in numbers if at <= len(entries)]
        for entry in chosen:
            entry.sections.add(Section.EDITORIAL)
        if len(chosen) == len(numbers) and layout.everybody.get(line) != ():
            yield line


def _of_both(entries: Sequence[Entry], layout: Layout) -> bool:
    """Whether one heading names group and editors both, and nothing tells who the editors are."""
    return layout.both and not any(Section.EDITORIAL in entry.sections for entry in entries)


def _ask_about_roles(entries: Sequence[Entry]) -> None:
    """Ask where parts of the list contradict each other: R5, and one plenipotentiary (R1)."""
    group = any(not e.sections.isdisjoint(_IN_GROUP) for e in entries)
    appointed = [e for e in entries if Section.PLENIPOTENTIARY in e.sections]
    for entry in entries:
        if group and entry.sections == _EDITORS_ALONE:
            entry.ask(QuestionCode.POZA_GRUPA)
        alone = group and entry.sections == _APPOINTED_ALONE
        if alone or entry in appointed[1:]:
            entry.ask(QuestionCode.POTWIERDZ_ROLE)


def _questions(entries: Sequence[Entry], *, matched: bool) -> Iterator[Question]:
    """`matched` tells that posts were given to names by their order in two columns."""
    for index, entry in enumerate(entries):
        for code, options in entry.questions:
            current = tuple(
                replace(
                    option,
                    position=option.position or entry.person.position,
                    **details(entry.person),  # type: ignore[arg-type]
                )
                for option in options
            )
            yield Question(code, index, current)
    if matched:
        yield Question(QuestionCode.POTWIERDZ_DOPASOWANIE, None)


def _leaving(text: str, entries: Sequence[Entry]) -> int | None:
    """The one person of the list whom a change in prose concerns; None where that is unclear."""
    change = read_change(text)
    whom = {
        index
        for mention in (change.leaving if change else ())
        for index, entry in enumerate(entries)
        if mention.number == index + 1 or mention.fits(entry.person)
    }
    return whom.pop() if len(whom) == 1 else None


def _who(
    unnamed: Sequence[Draft], layout: Layout, lines: Sequence[Line], entries: Sequence[Entry]
) -> Iterator[Question]:
    """A change in prose, or a post that is one for certain and nobody named for it."""
    for line in lines:
        if line.number in layout.changes:
            yield Question(QuestionCode.KTO, _leaving(line.text, entries))
    for draft in unnamed:
        if classify(draft.post) is not PositionClass.UNKNOWN:
            yield Question(QuestionCode.KTO, None)


def _holds_private(line: Line, layout: Layout) -> bool:
    return line.number not in layout.headings and is_private(line.text)


def _unread(lines: Sequence[Line], used: set[int], layout: Layout) -> int:
    """How many lines that named nobody held data that nobody asked for."""
    return sum(
        line.number in layout.superfluous
        or (line.number not in used and _holds_private(line, layout))
        for line in lines
    )


def _leftovers(
    entries: Sequence[Entry], unread: Sequence[tuple[Sequence[int], str]], used: set[int]
) -> Iterator[Leftover]:
    """Words left beside people, and parts of lines of which only another part was read."""
    for index, entry in enumerate(entries):
        for text in entry.left:
            yield Leftover(text, index)
    for lines, text in unread:
        if text and used.intersection(lines):
            yield Leftover(DISCARDED if is_private(text) else text, None)


def _is_general(email: str, surname: str) -> bool:
    """Whether a mailbox is an office's or a post's, not of somebody who bears such a name."""
    mailbox = email.partition("@")[0]
    words = {word.rstrip("0123456789") for word in _MAILBOX_PARTS.split(mailbox)}
    general = words & GENERAL_MAILBOXES
    return bool(general) and not general.issubset(fold(surname).replace("-", " ").split(" "))


def _warnings(entries: Sequence[Entry], unread: int) -> Iterator[Remark]:
    phones = Counter(entry.person.phone for entry in entries if entry.person.phone)
    for index, entry in enumerate(entries):
        person = entry.person
        if person.position is None:
            yield Remark(WarningCode.BRAK_STANOWISKA, index)
        position_class = person.position_class
        if warning := _CLASS_WARNINGS.get(position_class):
            yield Remark(warning, index)
        if position_class is PositionClass.MANAGEMENT and person.is_head:
            yield Remark(WarningCode.KIEROWNIK_URZEDU_NA_LISCIE, index)
        if person.email and _is_general(person.email, person.surname):
            yield Remark(WarningCode.ADRES_OGOLNY, index)
        if entry.private:
            yield Remark(WarningCode.DANE_NADMIAROWE, index)
        for _ in range(entry.duplicates):
            yield Remark(WarningCode.DUPLIKAT, index)
    yield from (Remark(WarningCode.WSPOLNY_TELEFON, None) for n in phones.values() if n > 1)
    yield from (Remark(WarningCode.DANE_NADMIAROWE, None) for _ in range(unread))
