"""The head's cards: who works on the office's behalf, and how that is changed."""

from datetime import datetime, timedelta

from bot.screens.parts import GAP, Card, Listing, Part, Row, back, button, named, numbered
from bot.screens.view import View
from bot.words import Html, Words, cleaned
from conversations.access import OfficeHolder
from conversations.events import Action
from conversations.places.office import (
    AccessPlace,
    HandingOver,
    NamingSubstitute,
    OfficeAccess,
    RevokingAccess,
)

LONGEST_HOLDER = 60


def delegation(place: AccessPlace, view: View, words: Words) -> Card:
    """The card of a place where the head decides about access."""
    match place:
        case OfficeAccess():
            return _viewing(view, words)
        case RevokingAccess(grant_id=grant_id):
            return _revoking(grant_id, view, words)
        case NamingSubstitute():
            return Card((words("access-title"), words("substitute-ask")), (back(words),))
        case HandingOver():
            make = button(words, "office-hand-over-surely", Action.HAND_OVER_SURELY, style="danger")
            return Card((words("access-title"), words("hand-over-ask")), ((make,), back(words)))


def last_day(until: datetime) -> datetime:
    """A moment of the last day of a role that ends at this one."""
    return until - timedelta(seconds=1)


def _viewing(view: View, words: Words) -> Card:
    lines = numbered((_line(holder, words) for holder in view.holders), words)
    parts: list[Part] = [words("access-title"), Listing(lines), GAP, words("office-access-hint")]
    rows: list[Row] = [
        (
            named(
                words.plain("revoke-label", number=number, name=holder.name or "–"),
                Action.REVOKE,
                str(holder.grant.id),
            ),
        )
        for number, holder in enumerate(view.holders, 1)
        if holder.revocable
    ]
    rows += [
        (button(words, "invite-secretary", Action.INVITE),),
        (button(words, "substitute", Action.SUBSTITUTE),),
        (button(words, "office-hand-over", Action.HAND_OVER),),
        back(words),
    ]
    return Card(tuple(parts), tuple(rows))


def _revoking(grant_id: int, view: View, words: Words) -> Card:
    holder = next((each for each in view.holders if each.grant.id == grant_id), None)
    if holder is None or not holder.revocable:
        return Card((words("access-title"), words("revoke-gone")), (back(words),))
    surely = button(words, "office-revoke", Action.REVOKE_SURELY, str(grant_id), "danger")
    asked = words("revoke-ask", entry=_line(holder, words))
    return Card((words("access-title"), asked), ((surely,), back(words)))


def _line(holder: OfficeHolder, words: Words) -> Html:
    """„Anna Kowalczyk – osoba przygotowująca zgłoszenie”, a substitute with the days."""
    name = cleaned(holder.name, LONGEST_HOLDER) or "–"
    until = holder.grant.valid_until
    if until is None:
        return words("access-entry", name=name, role=words(f"role-{holder.grant.role}"))
    return words(
        "access-substitute",
        name=name,
        since=words.date(holder.since or until),
        until=words.date(last_day(until)),
    )
