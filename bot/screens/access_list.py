"""Who holds which role and which links wait: the list, one entry, and a second head's link."""

from collections.abc import Iterable, Iterator, Sequence

from bot.screens.parts import (
    GAP,
    LONGEST_NAME,
    LONGEST_OFFICE,
    Card,
    Part,
    Row,
    back,
    button,
    named,
    numbered,
    paged,
    pager,
)
from bot.screens.view import AccessEntry, Button, View
from bot.words import Html, Words, cleaned, joined
from conversations.access import Role
from conversations.collation import polish_key
from conversations.desk.access_list import WITH_LINKS
from conversations.events import Action
from conversations.office_search import look_up
from conversations.places.desk import AccessList, Asking, InvitingAgain, ViewingAccess
from conversations.submission import Submission
from conversations.vocabulary import fold

_ORDER = (Role.COORDINATOR, Role.ADVISOR, Role.HEAD, Role.SECRETARY)


def listing(view: View, place: AccessList, words: Words) -> Card:
    """The card of `AccessList`: by role and office, a page at a time, each a tap away."""
    every = sorted(view.access, key=_order)
    found = [each for each in every if each in _wanted(view, every, place.query, words)]
    parts: list[Part] = [words("access"), words("access-counts", **_counts(every)), GAP]
    rows: list[Row] = []
    if place.query:
        rows.append((button(words, "all-access", Action.ACCESS),))
        key = "access-found" if found else "access-not-found"
        parts.append(words(key, query=cleaned(place.query, LONGEST_NAME)))
    here, pages, indices = paged(len(found), place.page)
    shown = [found[at] for at in indices]
    parts += [*_grouped(shown, view.every, words, indices.start + 1), GAP]
    if pages > 1:
        parts.append(words("page", page=here + 1, pages=pages))
    parts.append(words("access-hint"))
    chosen = [(_button(at, each, words),) for at, each in enumerate(shown, indices.start + 1)]
    return Card(tuple(parts), (*chosen, *pager(words, here, pages), *rows, back(words)))


def _order(entry: AccessEntry) -> tuple[object, ...]:
    group = min(_ORDER.index(entry.role), _ORDER.index(Role.HEAD))
    whose = polish_key(entry.office_name or entry.advisor or "")
    return (group, whose, entry.office_id or 0, entry.waits, _ORDER.index(entry.role), entry.at)


def _counts(every: Iterable[AccessEntry]) -> dict[str, int]:
    waits = [each.waits for each in every]
    return {"held": waits.count(False), "waiting": waits.count(True)}


def _wanted(
    view: View, every: Sequence[AccessEntry], query: str, words: Words
) -> tuple[AccessEntry, ...]:
    """Entries that typed words name: by account, role, advisor or office."""
    if not query:
        return tuple(every)
    offices = set(look_up((each.office for each in view.every), query).ids)
    asked = fold(query).split()

    def meant(entry: AccessEntry) -> bool:
        role = words.plain(f"role-{entry.role}")
        told = fold(" ".join((entry.name, role, entry.advisor or ""))).split()
        return all(any(part.startswith(word) for part in told) for word in asked)

    named_so = [each for each in every if meant(each)]
    return tuple(named_so or [each for each in every if each.office_id in offices])


def _grouped(
    shown: Iterable[AccessEntry], desk: Sequence[Submission], words: Words, start: int
) -> Iterator[Html]:
    """Entries under the office, the advisor or the project that they belong to."""
    above: Html | None = None
    for number, entry in enumerate(shown, start):
        heading = _heading(entry, desk, words)
        if heading != above:
            yield heading
            above = heading
        yield from numbered((_line(entry, words),), words, number)


def _heading(entry: AccessEntry, desk: Sequence[Submission], words: Words) -> Html:
    if entry.role is Role.COORDINATOR:
        return words("access-project")
    if entry.role is not Role.ADVISOR:
        return words("access-office", office=cleaned(entry.office_name or "–", LONGEST_OFFICE))
    advisor = cleaned(entry.advisor or "–", LONGEST_NAME)
    places = {
        each.office.voivodeship
        for each in desk
        if each.office.advisor == entry.advisor and each.office.voivodeship
    }
    if len(places) < 2:
        return words("access-advisor", advisor=advisor)
    told = (words("name", name=cleaned(each, 30)) for each in sorted(places, key=polish_key))
    return words("access-advisor-of-several", advisor=advisor, places=joined(told, ", "))


def _line(entry: AccessEntry, words: Words) -> Html:
    role, date = words(f"role-{entry.role}"), words.date(entry.at)
    if entry.waits:
        return words("access-link", role=role, date=date)
    return words("access-held", role=role, name=cleaned(entry.name, LONGEST_NAME), date=date)


def _button(number: int, entry: AccessEntry, words: Words) -> Button:
    name = words.plain("access-link-short") if entry.waits else entry.name
    return named(f"{number}. {name}", Action.ACCESS, entry.code)


def entry(view: View, place: ViewingAccess, words: Words) -> Card:
    """The card of `ViewingAccess`: one role or link, and what may be done about it."""
    found = next((each for each in view.access if each.code == place.entry), None)
    if found is None:
        return Card((words("access-gone"),), (back(words),))
    parts: list[Part] = [_heading(found, view.every, words), _line(found, words)]
    shared = _others(view, found)
    if shared and found.role is Role.ADVISOR and not found.waits:
        parts.append(words("access-advisor-shared", count=shared + 1))
    if place.asking is Asking.REVOKE or (place.asking is not None and found.hands_over):
        kind = "link" if found.waits else place.asking.value
        parts += [GAP, words(f"access-ask-{kind}")]
        surely = {
            Asking.REVOKE: ("revoke-surely", Action.REVOKE_SURELY),
            Asking.HAND_OVER: ("hand-over-surely", Action.HAND_OVER_SURELY),
        }[place.asking]
        answers: list[Row] = [(button(words, *surely, found.code, "danger"),)]
        if found.links:
            parts.append(words("access-ask-links", count=found.links))
            all_of_it = ("revoke-with-links", Action.REVOKE_SURELY, found.code + WITH_LINKS)
            answers.append((button(words, *all_of_it, "danger"),))
        return Card(tuple(parts), (*answers, back(words)))
    rows: list[Row] = [(button(words, "revoke", Action.REVOKE, found.code),)]
    if found.hands_over:
        parts += [GAP, words("access-hand-over-hint")]
        rows.insert(0, (button(words, "hand-over", Action.HAND_OVER, found.code),))
    return Card(tuple(parts), (*rows, back(words)))


def _others(view: View, one: AccessEntry) -> int:
    """How many others hold the same role for the same office or under the same name."""
    return sum(
        (each.role, each.office_id, each.advisor) == (one.role, one.office_id, one.advisor)
        for each in view.access
        if not each.waits and each.code != one.code
    )


def again(view: View, place: InvitingAgain, words: Words) -> Card:
    """The card of `InvitingAgain`: a head is in already. Hand over, or invite another?"""
    heads = [
        each
        for each in view.access
        if each.role is Role.HEAD and each.office_id == place.office_id and each.hands_over
    ]
    office = next((each.office_name for each in heads if each.office_name), None)
    parts: list[Part] = [
        words("again", office=cleaned(office or "–", LONGEST_OFFICE)),
        *numbered((_line(each, words) for each in heads), words),
        GAP,
        words("again-ask"),
    ]
    label = words.plain("button-hand-over")
    rows: list[Row] = [
        (named(f"{label}: {each.name}" if len(heads) > 1 else label, Action.HAND_OVER, each.code),)
        for each in heads[:8]
    ]
    another = button(words, "invite-another", Action.INVITE_SURELY, f"h{place.office_id}")
    return Card(tuple(parts), (*rows, (another,), back(words)))
