"""The card of invitations: whom to make a link for."""

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
from conversations.desk.inviting import FILES
from conversations.events import Action
from conversations.office_search import look_up, namesakes
from conversations.places.desk import Inviting
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
    alike = namesakes(each.office for each in view.invitees if each.office)
    entries = (_invitee(found[at], alike, words) for at in indices)
    parts += [
        words("inviting-ask"),
        GAP,
        Listing(numbered(entries, words, indices.start + 1), "more-rows"),
        GAP,
    ]
    if pages > 1:
        parts.append(words("page", page=here + 1, pages=pages))
    parts.append(words("inviting-hint"))
    rows = [(_invitee_button(at + 1, found[at], alike),) for at in indices]
    as_file = (button(words, "by-file", Action.INVITE_BY_FILE),)
    return Card(tuple(parts), (*rows, *pager(words, here, pages), as_file, back(words)))


def by_file(view: View, words: Words) -> Card:
    """The card of `InvitingByFile`: how many links would be made, for whom, in which file."""
    missing = [each for each in view.invitees if not each.joined]
    if not missing:
        key = "by-file-everybody" if view.invitees else "inviting-nobody"
        return Card((words("by-file"), words(key)), (back(words),))
    advisors = sum(each.argument.startswith("a") for each in missing)
    heads = len(missing) - advisors
    parts: list[Part] = [
        words("by-file"),
        words("by-file-count", heads=heads, advisors=advisors),
        words("by-file-kinds"),
        GAP,
        words("by-file-earlier"),
    ]
    rows = tuple((button(words, f"by-file-{kind}", Action.INVITE_BY_FILE, kind),) for kind in FILES)
    return Card(tuple(parts), (*rows, back(words)))


def _wanted(view: View, query: str) -> tuple[Invitee, ...]:
    """Heads of the offices, and Advisors, that typed words name."""
    matches = look_up((each.office for each in view.invitees if each.office), query)
    offices = set(matches.ids)
    wanted = fold(query).split()

    def named_so(invitee: Invitee) -> bool:
        parts = fold(invitee.name).split()
        return all(any(part.startswith(word) for part in parts) for word in wanted)

    return tuple(
        each
        for each in view.invitees
        if (named_so(each) if each.office is None else each.office.id in offices)
    )


def _invitee_button(number: int, invitee: Invitee, alike: frozenset[str]) -> Button:
    begins = f"{number}. ✓ " if invitee.joined else f"{number}. "
    if invitee.office is not None:
        return office_button(begins, invitee.office, alike, Action.INVITE, invitee.argument)
    return named(begins + abbreviated(invitee.name), Action.INVITE, invitee.argument)


def _invitee(invitee: Invitee, alike: frozenset[str], words: Words) -> Html:
    office = invitee.office
    key = "invitee-advisor" if office is None else "invitee-head"
    name = office_among(office, alike, words) if office else cleaned(invitee.name, 120)
    who = words(key, name=name)
    return words("invitee-joined", who=who) if invitee.joined else who
