"""The card of invitations: whom to make a link for."""

from collections.abc import Mapping

from bot.screens.parts import (
    GAP,
    Card,
    Listing,
    Part,
    abbreviated,
    back,
    button,
    named,
    numbered,
    office_among,
    office_button,
    paged,
    pager,
)
from bot.screens.view import Button, Invitee, View
from bot.words import Html, Words, cleaned
from conversations.events import Action
from conversations.office_search import look_up, namesakes
from conversations.submission import (
    Office,
)
from conversations.talk import Inviting
from conversations.vocabulary import fold


def inviting(view: View, place: Inviting, words: Words) -> Card:
    """The card of `Inviting`: whom to make a link for."""
    found = _wanted(view, place.query) if place.query else view.invitees
    parts: list[Part] = [words("inviting")]
    if not view.invitees:
        return Card((*parts, words("inviting-nobody")), (back(words),))
    if not found:
        parts.append(words("inviting-not-found", query=cleaned(place.query, 60)))
        return Card(tuple(parts), ((button(words, "invitations", Action.INVITE),), back(words)))
    here, pages, indices = paged(len(found), place.page)
    offices = {f"h{each.office.id}": each.office for each in view.desk}
    alike = namesakes(view.desk)
    entries = (_invitee(found[at], offices.get(found[at].argument), alike, words) for at in indices)
    parts += [
        words("inviting-ask"),
        GAP,
        Listing(numbered(entries, words, indices.start + 1), "more-rows"),
        GAP,
    ]
    if pages > 1:
        parts.append(words("page", page=here + 1, pages=pages))
    parts.append(words("inviting-hint"))
    rows = [(_invitee_button(at + 1, found[at], offices, alike),) for at in indices]
    return Card(tuple(parts), (*rows, *pager(words, here, pages), back(words)))


def _wanted(view: View, query: str) -> tuple[Invitee, ...]:
    """Heads of the offices, and Advisors, that typed words name."""
    offices = {f"h{each.office.id}" for each in look_up(view.desk, query).submissions}
    wanted = fold(query).split()

    def named_so(invitee: Invitee) -> bool:
        parts = fold(invitee.name).split()
        return all(any(part.startswith(word) for part in parts) for word in wanted)

    return tuple(
        each
        for each in view.invitees
        if each.argument in offices or (each.argument.startswith("a") and named_so(each))
    )


def _invitee_button(
    number: int, invitee: Invitee, offices: Mapping[str, Office], alike: frozenset[str]
) -> Button:
    begins = f"{number}. ✓ " if invitee.joined else f"{number}. "
    office = offices.get(invitee.argument)
    if office is not None:
        return office_button(begins, office, alike, Action.INVITE, invitee.argument)
    return named(begins + abbreviated(invitee.name), Action.INVITE, invitee.argument)


def _invitee(invitee: Invitee, office: Office | None, alike: frozenset[str], words: Words) -> Html:
    key = "invitee-advisor" if invitee.argument.startswith("a") else "invitee-head"
    name = office_among(office, alike, words) if office else cleaned(invitee.name, 120)
    who = words(key, name=name)
    return words("invitee-joined", who=who) if invitee.joined else who
