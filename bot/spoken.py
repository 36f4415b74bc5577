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
from conversations.events import NEEDS_CURRENT, Action, Event, Said, Tapped
from conversations.lobby import wants_words
from conversations.vocabulary import fold

_SAID = {
    "said-approve": (Action.APPROVE, Action.ACCEPT),
    "said-send": (Action.SEND,),
    "said-on": (Action.CONTINUE, Action.DONE, Action.LIST_OK),
    "said-back": (Action.BACK,),
}
"""What is meant by words that are on no button; one of the buttons at most is on a card.

„Tak” and „ok” decide nothing for others: they may be the answer to a letter.
"""
_IN_PART = frozenset(
    {
        *(Action.CONTINUE, Action.DONE, Action.BACK, Action.LIST_OK),
        *(Action.BASIS, Action.JOIN, Action.LIST_ADD, Action.LIST_FIX, Action.LIST_REMOVE),
    }
)
"""Steps of one's own draft, which may be said by how their button begins or ends."""
_LEADS_ON = frozenset({Action.CONTINUE, Action.BACK, Action.OPEN, Action.TOPIC})
"""What writes nothing, so that it is no harm if the card has not arrived yet."""
SHORTEST = 6
"""Letters of what a button begins or ends with: „dopisz”, „propozycja”, but not „limit”."""
_AROUND = re.compile(r"^[^\w]+|[^\w]+$")


def may_be(event: Event | None, language: str) -> bool:
    """Whether words are those of any button of ours: only then the card is worth drawing."""
    if not isinstance(event, Said) or "?" in event.text:
        return False
    return _spoken(event.text) in _every(language)


def pressed(inbound: Inbound, view: View, version: int | None) -> Inbound:
    """The update as the press of the card's button that it says; as it is where there is none.

    `version` is that of what the card shows, None while the card has not arrived: what vouches for
    it is then pressed as on an older card. Capitals, diacritics and full stops do not matter; of
    two buttons alike neither is meant. Where the card asks for words, only a whole button is one. A
    button with somebody's words on it, a name or an office, is not said: there words are searched.
    """
    assert isinstance(inbound.event, Said), "asked by `may_be`"
    words = Words(view.talk.language)
    said = _spoken(inbound.event.text)
    meant = _every(words.language)[said] if not wants_words(view.talk) else frozenset()
    buttons = [(_spoken(each.text), each) for row in screens.draw(view, words).rows for each in row]
    fitting = (
        [each for label, each in buttons if label == said],
        [each for _, each in buttons if each.action in meant],
        [each for label, each in buttons if label in meant and each.action in _IN_PART],
        [each for label, each in buttons if label in meant and label == _yes(words.language)],
    )
    shown = next(filter(None, fitting), [])
    if len(shown) != 1:
        return inbound
    (button,) = shown
    action = Action(button.action)
    if version is None and action not in NEEDS_CURRENT | _LEADS_ON:
        return inbound
    grant = view.talk.grant.id if view.talk.grant else 0
    return replace(
        inbound,
        event=Tapped(action, button.argument, version or 0),
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
        found[_spoken(said)] |= {_yes(language)}
    return dict(found)


def _yes(language: str) -> str:
    return _spoken(Words(language).plain("button-yes"))


def _parts(label: str) -> Iterator[str]:
    """A label, and what whole words it begins and ends with, if these tell enough."""
    yield label
    for gap in re.finditer(r"[^\w]+", label):
        for part in (label[: gap.start()], label[gap.end() :]):
            if len(part) >= SHORTEST:
                yield part


def _spoken(text: str) -> str:
    return _AROUND.sub("", fold(" ".join(text.split())))
