"""An announcement: written, shown as it will be sent, and what became of its letters."""

import html

from bot.screens.parts import GAP, Card, Part, Row, back, button
from bot.screens.view import Progress, Screen, View
from bot.words import Html, Words, cleaned
from conversations.desk.announcing import LONGEST_ANNOUNCEMENT, SENT, code_of
from conversations.events import Action
from conversations.notes import NoticeCode
from conversations.places.desk import Announcing, Recipients

_STATES = ("pending", "unknown", "undeliverable")


def letter(text: str, words: Words) -> Screen:
    """An announcement as everybody gets it: our heading, the text as it was typed, a way on."""
    said = Html(f"{words(f'notice-{NoticeCode.ANNOUNCEMENT}')}\n\n{_as_typed(text)}")
    return Screen(said, ((button(words, "open", Action.OPEN),),))


def _as_typed(text: str) -> Html:
    """The lines of a text, harmless each and none of them left out."""
    lines = (cleaned(line, LONGEST_ANNOUNCEMENT) for line in text.splitlines())
    tidy = "\n".join(html.escape(line, quote=False) for line in lines)
    while "\n\n\n" in tidy:
        tidy = tidy.replace("\n\n\n", "\n\n")
    return Html(tidy.strip() or "–")


def announcing(view: View, place: Announcing, words: Words) -> Card:
    """The card of `Announcing`."""
    if place.bulk_id is not None:
        return _result(view.progress, place, words)
    if not place.text:
        last = view.announced
        rows: list[Row] = []
        if last is not None:
            rows.append((button(words, "last-announcement", Action.ANNOUNCE, f"{SENT}{last}"),))
        asked = words("announcing-ask", most=LONGEST_ANNOUNCEMENT)
        return Card((words("announcing"), asked), (*rows, back(words)))
    return _preview(view, place, words)


def _preview(view: View, place: Announcing, words: Words) -> Card:
    """The letter itself, then whom it is for."""
    parts: list[Part] = [words("announcing-preview"), GAP, Html(letter(place.text, words).text)]
    parts.append(GAP)
    rows: list[Row] = []
    if place.recipients is None:
        parts.append(words("announcing-whom"))
    else:
        count = view.readers.get(place.recipients, 0)
        whom = words(f"readers-{place.recipients}")
        parts.append(words("announcing-count", whom=whom, count=count))
        if count:
            send = button(words, "announce", Action.ANNOUNCE_SURELY, code_of(place), "primary")
            rows.append((send,))
    rows += [
        (button(words, f"readers-{each}", Action.ANNOUNCE, each.value),)
        for each in Recipients
        if each is not place.recipients
    ]
    parts.append(words("announcing-again"))
    return Card(tuple(parts), (*rows, back(words)))


def _result(progress: Progress | None, place: Announcing, words: Words) -> Card:
    """How many letters arrived, may have arrived, will not; to be looked at again."""
    if progress is None:
        return Card((words("announcing-gone"),), (back(words),))
    letters = progress.letters
    waiting = progress.left + letters.get("pending", 0) + letters.get("sending", 0)
    counted = {"pending": waiting} | {each: letters.get(each, 0) for each in _STATES[1:]}
    parts: list[Part] = [
        words("announcing-result"),
        words("announcing-sent", count=letters.get("sent", 0)),
        *(words(f"announcing-{each}", count=counted[each]) for each in _STATES if counted[each]),
        GAP,
        Html(letter(progress.text, words).text),
    ]
    refresh = button(words, "refresh", Action.ANNOUNCE, f"{SENT}{place.bulk_id}")
    return Card(tuple(parts), ((refresh,), back(words)))
