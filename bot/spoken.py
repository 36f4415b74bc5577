"""A button that is said instead of pressed: „tak”, „Wstecz”."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from bot import screens
from bot.inbound import Inbound
from bot.screens.view import View
from bot.words import Words
from conversations.events import Action, Event, Said, Tapped
from conversations.vocabulary import fold

_SAID = {
    "said-agreed": (Action.APPROVE, Action.SEND),
    "said-approve": (Action.APPROVE, Action.ACCEPT),
    "said-send": (Action.SEND,),
    "said-on": (Action.CONTINUE, Action.DONE, Action.LIST_OK),
    "said-back": (Action.BACK,),
}
"""What is meant by words that are on no button; one of the buttons at most is on a card.

„Ok” decides nothing: it may be the answer to a letter.
"""
SHORTEST = 6
"""Letters of what a button begins or ends with: „dopisz”, „propozycja”, but not „limit”."""
_AROUND = re.compile(r"^[^\w]+|[^\w]+$")


def may_be(event: Event | None, language: str) -> bool:
    """Whether words are those of any button of ours: only then the card is worth drawing."""
    return isinstance(event, Said) and _spoken(event.text) in _every(language)


def pressed(inbound: Inbound, view: View, version: int) -> Inbound:
    """The update as the press of the card's button that it says; as it is where there is none.

    Capitals, diacritics and full stops do not matter, and how a button begins or ends will do; of
    two alike neither is meant, and what deletes must be said whole. A button with somebody's words
    on it, a name or an office, is not said: there words are searched.
    """
    assert isinstance(inbound.event, Said), "asked by `may_be`"
    words = Words(view.talk.language)
    said = _spoken(inbound.event.text)
    meant = _every(words.language)[said]
    buttons = [(_spoken(each.text), each) for row in screens.draw(view, words).rows for each in row]
    fitting = (
        [each for label, each in buttons if label == said],
        [
            each
            for label, each in buttons
            if meant & {label, each.action} and each.style != "danger"
        ],
    )
    shown = next(filter(None, fitting), [])
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
    """What may be said, and the buttons that it stands for: by their words or what they do."""
    words = Words(language)
    found = defaultdict[str, frozenset[str]](frozenset)
    for key in words.keys("button-"):
        label = _spoken(words.plain(key))
        for part in _parts(label):
            found[part] |= {label}
    for key, actions in _SAID.items():
        for said in words.plain(key).split(","):
            found[_spoken(said)] |= set(actions)
    for said in words.plain("said-yes").split(","):
        found[_spoken(said)] |= {_spoken(words.plain("button-yes"))}
    return dict(found)


def _parts(label: str) -> Iterator[str]:
    """A label, and what whole words it begins and ends with, if these tell enough."""
    yield label
    for gap in re.finditer(r"[^\w]+", label):
        for part in (label[: gap.start()], label[gap.end() :]):
            if len(part) >= SHORTEST:
                yield part


def _spoken(text: str) -> str:
    return _AROUND.sub("", fold(" ".join(text.split())))
