"""Two languages at one desk: the head of office reads English, the Sekretarz keeps Polish."""

import json
from typing import Any

from tests.person import Person
from tests.stories.acts import EIGHT
from tests.stories.conftest import WLODAWA, Stage


async def reads(person: Person, text: str) -> None:
    """Wait until any of the bot's messages says so: letters may stand below the card."""
    await person.until(
        lambda sight: any(text in each.text for each in sight.messages if each.from_bot)
    )


async def last_said(person: Person, text: str) -> None:
    """Wait until the newest message says so."""
    await person.until(lambda sight: sight.card is not None and text in sight.card.text)


async def test_the_head_reads_english_and_the_secretary_polish(stage: Stage) -> None:
    """Switched in the middle of a step: the card, an alert and a letter speak English."""
    head, secretary = stage.head, stage.secretary
    stage.table()
    await stage.comes_in(head, "head")
    await stage.comes_in(secretary, "secretary")
    await secretary.until("Krok 1 z 3")
    await head.say("/pelnomocnik")
    await head.until("Krok 1 z 3")

    await head.say("/jezyk")
    await head.until("Which language should we use?")
    await head.tap("English")
    card = await head.until("Step 1 of 3")
    assert "Language: English." in card.text
    assert "Krok" not in card.text
    assert "Back" in card.buttons
    await secretary.until("Krok 1 z 3")

    await head.say("Anna Kowalczyk – Sekretarz Powiatu")
    await head.until("is not on the block I list")
    await head.tap("Add to the group")
    await head.until("On what basis")
    await head.tap("This is a proposal")
    await head.until("Step 2 of 3")
    await head.say(EIGHT)
    card = await head.until("Read 8 people:")
    assert "8 of 8 · minimum 5" in card.text
    await head.tap("Yes")
    await head.until("Step 3 of 3")
    await head.say("1 3 5 8")
    await head.until("4 of 4 · minimum 3")
    await head.tap("☐ 2. Piotr Zalewski")
    alert = await head.alert()
    assert alert.startswith("The limit of block II is 4 people (col. 6")
    assert len(alert) <= 200

    await secretary.tap("Pozostaw bez zmian")
    card = await secretary.until("Podsumowanie")
    assert "Zespół redakcyjny (4/4):" in card.text
    await secretary.tap("Wyślij")
    await reads(secretary, "Zgłoszenie przyjęto")
    await reads(head, f"{WLODAWA}: the team is ready and is waiting for the decision")
    letters = [m for m in (await head.see()).messages if "the team is ready" in m.text]
    assert letters[-1].buttons == ["Show"]

    await head.tap("Approve")
    await reads(head, "Status: approved")
    await reads(secretary, f"{WLODAWA}: kierownik urzędu zatwierdził skład.")
    for person, foreign in ((head, "Stan:"), (secretary, "Status:")):
        card_texts = [m.text for m in (await person.see()).messages[-3:] if m.from_bot]
        assert not [text for text in card_texts if foreign in text]


async def test_polish_comes_back_and_everybody_chooses_for_themselves(stage: Stage) -> None:
    """The stranger's choice is theirs alone, and nobody is asked twice."""
    stranger = stage.stranger
    await stranger.open()
    await stranger.until("potrzebny jest link z zaproszeniem")
    await stranger.tap("Język / Language")
    await stranger.tap("English")
    await last_said(stranger, "you need an invitation link")
    await stranger.say("/rodo")
    await stranger.until("Information on personal data (art. 13 GDPR)")
    await stage.other_head.open()
    await stage.other_head.until("potrzebny jest link z zaproszeniem")
    await stranger.say("/language")
    await stranger.tap("Polski")
    await stranger.until("potrzebny jest link z zaproszeniem")


async def test_the_menu_of_commands_is_in_the_language_of_the_app(stage: Stage) -> None:
    """Bot API, setMyCommands: a list for everybody and one per language_code."""
    await stage.stranger.open()
    await stage.stranger.until("Dzień dobry")
    menus = {
        call["params"].get("language_code", ""): {
            each["command"]: each["description"] for each in commands(call["params"]["commands"])
        }
        for call in stage.world.calls
        if call["method"] == "setMyCommands"
    }
    assert set(menus) == {"", "en"}
    assert menus[""].keys() == menus["en"].keys()
    assert menus[""]["termin"] == "termin zgłoszenia"
    assert menus["en"]["termin"] == "deadline for submitting"
    assert all(3 <= len(text) <= 256 for menu in menus.values() for text in menu.values())


def commands(given: Any) -> list[dict[str, str]]:
    """The list as the Bot API takes it, whether it came as JSON or as text of it."""
    read: list[dict[str, str]] = json.loads(given) if isinstance(given, str) else given
    return read
