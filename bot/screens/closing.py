"""Closing lists of many offices and opening them: whose, what is incomplete, how far it is."""

from bot.screens.parts import (
    GAP,
    Card,
    Listing,
    Part,
    Row,
    back,
    bullets,
    button,
    named,
    numbered,
    office_name,
)
from bot.screens.view import Progress, View
from bot.words import Html, Words, cleaned
from conversations.access import advisor_code
from conversations.collation import polish_key
from conversations.desk.closing import ADVISORS, ALL, REFRESH, argument_of, concerned
from conversations.events import Action
from conversations.overview import PAGE
from conversations.places.desk import ClosingLists
from conversations.submission import Submission

_MOST_ADVISORS = 8


def closing(view: View, place: ClosingLists, words: Words) -> Card:
    """The card of `ClosingLists`."""
    if place.bulk_id is not None:
        return _result(view.progress, place, words)
    return _preview(view, place, words) if place.scope else _whose(view, place, words)


def _way(place: ClosingLists) -> str:
    return "close" if place.closing else "reopen"


def _whose(view: View, place: ClosingLists, words: Words) -> Card:
    """Which lists? Advisors by the number of offices that would change; the rest by their cards."""
    every = concerned(view.every, ALL, closing=place.closing)
    changing = (*every.offices, *every.unconfirmed)
    way = _way(place)
    other = ClosingLists(not place.closing)
    turn = button(words, f"lists-{_way(other)}-instead", Action.CLOSING, argument_of(other))
    title = words(f"lists-{way}")
    if not changing:
        return Card((title, words(f"lists-{way}-none")), ((turn,), back(words)))
    counts: dict[str, int] = {}
    for each in changing:
        if each.office.advisor:
            counts[each.office.advisor] = counts.get(each.office.advisor, 0) + 1
    names = sorted(counts, key=lambda name: (-counts[name], polish_key(name)))
    rows: list[Row] = [
        (button(words, "lists-all", Action.CLOSING, argument_of(ClosingLists(place.closing, ALL))),)
    ]
    shown = names[:_MOST_ADVISORS]
    for number, name in enumerate(shown, 1):
        meant = ClosingLists(place.closing, ADVISORS + advisor_code(name))
        rows.append((named(f"{number}. {name}", Action.CLOSING, argument_of(meant)),))
    told = (words("desk-count", what=cleaned(name, 60), count=counts[name]) for name in shown)
    parts: list[Part] = [
        title,
        words(f"lists-{way}-ask", count=len(changing)),
        Listing(numbered(told, words)),
    ]
    if len(names) > _MOST_ADVISORS:
        parts.append(words("lists-more-advisors"))
    parts.append(words("lists-one-office"))
    return Card(tuple(parts), (*rows, (turn,), back(words)))


def _preview(view: View, place: ClosingLists, words: Words) -> Card:
    """How many lists, what is incomplete, what cannot be closed; then it is asked."""
    way, found = _way(place), concerned(view.every, place.scope, closing=place.closing)
    advisor = next((each.office.advisor for each in found.offices or found.unconfirmed), None)
    whose = "all" if place.scope == ALL else "advisor"
    name = cleaned(advisor or "–", 60)
    parts: list[Part] = [words(f"lists-{way}"), words("lists-whose", whose=whose, advisor=name)]
    if not found.offices:
        parts += [words(f"lists-{way}-none"), *_unconfirmed(found.unconfirmed, words)]
        return Card(tuple(parts), (back(words),))
    parts.append(words("lists-count", count=len(found.offices)))
    if found.incomplete:
        parts += [
            words("lists-incomplete", count=len(found.incomplete)),
            Listing(bullets(_named(found.incomplete, words), words), "more-offices", PAGE),
        ]
    parts += [*_unconfirmed(found.unconfirmed, words), GAP, words(f"lists-{way}-follows")]
    surely = button(words, f"lists-{way}", Action.CLOSING_SURELY, argument_of(place), "primary")
    return Card(tuple(parts), ((surely,), back(words)))


def _unconfirmed(unconfirmed: tuple[Submission, ...], words: Words) -> list[Part]:
    if not unconfirmed:
        return []
    listed = Listing(bullets(_named(unconfirmed, words), words), "more-offices", PAGE)
    return [words("lists-unconfirmed", count=len(unconfirmed)), listed]


def _named(every: tuple[Submission, ...], words: Words) -> list[Html]:
    return [words("name", name=office_name(each.office)) for each in every]


def _result(progress: Progress | None, place: ClosingLists, words: Words) -> Card:
    """How far it is, then what came of it."""
    if progress is None:
        return Card((words("lists-gone"),), (back(words),))
    way, outcomes = _way(place), progress.outcomes
    parts: list[Part] = [words(f"lists-{way}")]
    if not progress.done:
        parts.append(words("lists-left", count=progress.left))
    parts.append(words(f"lists-{way}-done", count=outcomes.get("changed", 0)))
    parts += [
        words(f"lists-outcome-{outcome}", count=outcomes[outcome])
        for outcome in ("unconfirmed", "already", "failed")
        if outcomes.get(outcome)
    ]
    rows = [] if progress.done else [(button(words, "refresh", Action.CLOSING, REFRESH),)]
    return Card(tuple(parts), (*rows, back(words)))
