"""A button that is said instead of pressed: „tak”, „Wstecz”."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from bot import screens
from bot.inbound import Inbound
from bot.screens.view import View
from bot.words import Words
from conversations.events import Action, Event, Said, Tapped
from conversations.vocabulary import fold

_ON = (Action.CONTINUE, Action.DONE, Action.LIST_OK)
"""What leads on to the next step: one of these at most is on a card."""
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
    meant = _every(words.language)[_spoken(inbound.event.text)]
    rows = screens.draw(view, words).rows
    shown = [each for row in rows for each in row if meant & {_spoken(each.text), each.action}]
    if len(shown) != 1:
        return inbound
    (button,) = shown
    grant = view.talk.grant.id if view.talk.grant else 0
    return replace(
        inbound,
        event=Tapped(Action(button.action), button.argument, version),
        grant_id=grant if button.grant is None else button.grant,
    )


@cache
def _every(language: str) -> Mapping[str, frozenset[str]]:
    """What may be said, and the button that it stands for: by its own words or what it does."""
    words = Words(language)
    found = defaultdict[str, frozenset[str]](frozenset)
    for key in words.keys("button-"):
        label = _spoken(words.plain(key))
        found[label] |= {label}
    for said in words.plain("said-yes").split(","):
        found[_spoken(said)] |= {_spoken(words.plain("button-yes"))}
    for said in words.plain("said-on").split(","):
        found[_spoken(said)] |= set(_ON)
    return dict(found)


def _spoken(text: str) -> str:
    return _AROUND.sub("", fold(" ".join(text.split())))
