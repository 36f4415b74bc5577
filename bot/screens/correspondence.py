"""Words between an office and whoever looks after it: what they are about is chosen by button."""

from bot.screens.office import word_lines
from bot.screens.parts import (
    GAP,
    Card,
    Part,
    Row,
    back,
    button,
    name_of,
    named,
    office_name,
    paged,
    pager,
)
from bot.screens.view import View
from bot.words import Words
from conversations.access import Role
from conversations.events import Action
from conversations.places.office import Commenting, Returning


def returning(view: View, place: Returning, role: Role, words: Words) -> Card:
    """The card of `Returning`: a comment is awaited."""
    key = "returning-advisor" if role is Role.ADVISOR else "returning-head"
    return _about(view, place, [words(key)], words)


def commenting(view: View, place: Commenting, words: Words) -> Card:
    """The card of `Commenting`: a word to the office, which nothing else follows from."""
    if view.submission is None:
        return Card((words("viewing-gone"),), (back(words),))
    parts: list[Part] = [
        words("office", office=office_name(view.submission.office)),
        words("commenting"),
        *word_lines(view.submission, words),
    ]
    return _about(view, place, parts, words)


def asking(view: View, words: Words) -> Card:
    """The card of `AskingAdvisor`."""
    said = word_lines(view.submission, words) if view.submission else []
    return Card((words("asking-advisor"), *said), (back(words),))


def _about(view: View, place: Returning | Commenting, parts: list[Part], words: Words) -> Card:
    """The people whom the comment may point at, and the one it does."""
    members = view.submission.team.members if view.submission else ()
    if not members:
        return Card(tuple(parts), (back(words),))
    chosen = next((each for each in members if each.id == place.about), None)
    parts += [GAP, words("commenting-about")]
    if chosen is not None:
        parts.append(words("word-about", person=name_of(chosen.person)))
    here, pages, indices = paged(len(members), place.page)
    rows: list[Row] = [
        (named(f"{at + 1}. {members[at].person.full_name}", Action.ABOUT, str(members[at].id)),)
        for at in indices
    ]
    if chosen is not None:
        rows.append((button(words, "about-all", Action.ABOUT),))
    return Card(tuple(parts), (*rows, *pager(words, here, pages), back(words)))
