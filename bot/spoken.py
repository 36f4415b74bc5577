"""A button that is said instead of pressed: „tak”, „Wstecz”."""

import re
from dataclasses import replace
from functools import cache

from bot import screens
from bot.inbound import Inbound
from bot.screens.view import Button, View
from bot.words import Words
from conversations.events import Action, Event, Said, Tapped
from conversations.vocabulary import fold

_AROUND = re.compile(r"^[^\w]+|[^\w]+$")


def may_be(event: Event | None, language: str) -> bool:
    """Whether words are those of any button of ours: only then the card is worth drawing."""
    return isinstance(event, Said) and _spoken(event.text) in _every(language)


def pressed(inbound: Inbound, view: View, version: int) -> Inbound:
    """The update as the press of the card's button that it says; as it is where there is none.

    Capitals, diacritics and full stops do not matter; of two buttons alike neither is meant. A
    button with somebody's words on it, a name or an office, is not said: there words are searched.
    """
    assert isinstance(inbound.event, Said), "asked by `may_be`"
    words = Words(view.talk.language)
    said = _every(words.language).get(_spoken(inbound.event.text))
    shown = [
        each for row in screens.draw(view, words).rows for each in row if _spoken(each.text) == said
    ]
    if len(shown) != 1:
        return inbound
    return _press(inbound, shown[0], view, version)


def _press(inbound: Inbound, button: Button, view: View, version: int) -> Inbound:
    grant = view.talk.grant.id if view.talk.grant else 0
    tap = Tapped(Action(button.action), button.argument, version)
    return replace(inbound, event=tap, grant_id=grant if button.grant is None else button.grant)


@cache
def _every(language: str) -> dict[str, str]:
    """What may be said, and the button's own words that it stands for."""
    words = Words(language)
    labels = (_spoken(words.plain(key)) for key in words.keys("button-"))
    yes = _spoken(words.plain("button-yes"))
    also = words.plain("said-yes").split(",")
    return {each: each for each in labels} | {_spoken(each): yes for each in also}


def _spoken(text: str) -> str:
    return _AROUND.sub("", fold(" ".join(text.split())))
