"""What holds for every screen: words there are, markup that Telegram takes, buttons that fit."""

from collections import Counter

from bot import buttons, screens
from bot.buttons import keyboard
from bot.screens.view import Screen, View
from bot.words import Words
from conversations.events import Action, Tapped
from tests.bot.drafts import LARGEST_ID
from tests.bot.test_locales import resource
from tests.facts import marked_up

CHOICES = {
    Action.OFFICE,
    Action.INVITE,
    Action.REMOVE,
    Action.FIX,
    Action.CHOOSE,
    Action.SWITCH,
    Action.LANGUAGE,
    Action.ACCESS,
    Action.HAND_OVER,
    Action.HISTORY_VERSION,
    Action.REVOKE,
}
AROUND = ".,:;()„”“"
LEAFLET_LABEL = 42
"""The longest label is the leaflet's: „Decyzja ustna, zarządzenie w przygotowaniu”."""
KEYS = frozenset(key for key in resource("pl") if key.count("-") > 1 and key[0] != "-")


def check(screen: Screen, *, ordinary: bool = True) -> None:
    """Fail at the first thing about a drawn card that is not as it should be."""
    text, entities = marked_up(screen.text)
    assert set(entities) <= {"textEntityTypeBold"}
    assert screen.text.count("<b>") == screen.text.count("</b>") == len(entities), "ours alone"
    assert 1 <= len(text.encode("utf-16-le")) // 2 <= 4096
    assert "  " not in text
    assert "\n\n\n" not in text
    assert all(line == line.strip() for line in text.split("\n"))
    assert not any(ord(c) < 32 for c in text if c != "\n")
    if ordinary:
        assert "None" not in text
        assert not {word.strip(AROUND) for word in text.split()} & KEYS, "a raw key"
        assert not any(empty in text for empty in ("()", "„”", "“”", "{", "}", " ,", " ;", ".."))
    check_buttons(screen)


def check_buttons(screen: Screen) -> None:
    """Each leads somewhere, says where, and comes back as what it was."""
    shown = [button for row in screen.rows for button in row]
    assert 1 <= len(shown) <= 100, "a way back or on"
    assert all(1 <= len(row) <= 8 for row in screen.rows)
    labels = [button.text for button in shown]
    for label in labels:
        assert label == label.strip()
        assert 1 <= len(label) <= LEAFLET_LABEL
        assert label.isprintable()
        assert "  " not in label
        assert "&amp;" not in label or "&amp;amp;" in screen.text
    alike = [label for label, times in Counter(labels).items() if times > 1]
    assert not alike, f"which is which? {alike}"
    for action in CHOICES:
        choices = [b for b in shown if b.action is action and (b.argument or b.grant)]
        assert len(choices) <= 8, f"more than eight to choose from: {action}"
    drawn = keyboard(screen, LARGEST_ID, LARGEST_ID)
    assert drawn is not None
    for button, sent in zip(shown, (b for row in drawn.inline_keyboard for b in row), strict=True):
        assert isinstance(sent.callback_data, str)
        assert len(sent.callback_data.encode()) <= 64
        intent = Tapped(button.action, button.argument, LARGEST_ID)
        assert buttons.decode(sent.callback_data) == (button.grant or LARGEST_ID, intent)


def drawn_well(view: View, *, ordinary: bool = True) -> None:
    """Draw a card and check it; a failure shows the card."""
    screen = screens.draw(view, Words(view.talk.language))
    try:
        check(screen, ordinary=ordinary)
    except AssertionError as fault:
        rows = "\n".join(" ".join(f"[{b.text}]" for b in row) for row in screen.rows)
        talk = view.talk
        role = talk.grant.role if talk.grant else "stranger"
        place = f"{talk.topic or talk.place!r:.300}"
        raise AssertionError(f"{fault}\n{role}, {place}\n\n{screen.text}\n{rows}") from None
