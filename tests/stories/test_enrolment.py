"""The main job, told by those who do it: from a table to an approved team, over real HTTP."""

from typing import Any

import pytest

from bot.playground.sample import sample_table
from tests.person import Person
from tests.stories.conftest import EIGHT, WLODAWA, Stage

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


async def answer_step_one(person: Person, who: str = "Anna Kowalczyk – Sekretarz Powiatu") -> None:
    """Three actions: the name, the seat, the basis."""
    await person.until("Krok 1 z 3")
    await person.say(who)
    await person.tap("Dopisz do grupy")
    await person.tap("To propozycja")
    await person.until("Krok 2 z 3")


async def answer_step_two(person: Person, people: str = EIGHT) -> None:
    """Two actions: the list, and that it is right."""
    await person.say(people)
    await person.until("Odczytano")
    await person.tap("Tak")


async def submit_with_numbers(person: Person, numbers: str = "1 3 5 8") -> None:
    """Three actions: the editors, that they are all, and off it goes."""
    await shown(person, "Krok 3 z 3")
    await person.say(numbers)
    await person.until("Wybór zapisano")
    await person.tap("Gotowe")
    await person.until("Podsumowanie")
    await person.tap("Wyślij")


async def write_everything(person: Person) -> None:
    """From the first card to the submission in eight actions."""
    await answer_step_one(person)
    await answer_step_two(person)
    await submit_with_numbers(person)


async def test_a_county_office_goes_from_a_table_to_an_approved_team(stage: Stage) -> None:
    """Coordinator, Advisor, head and Sekretarz, all in the chat; eleven actions at most."""
    await stage.coordinator_comes_in()
    await stage.coordinator.until("Tabel")
    await stage.coordinator.upload("tabela-A.xlsx", sample_table())
    await stage.coordinator.until("Wczytano 6 urzędów")
    card = await stage.coordinator.card()
    assert "42" in card.text
    assert "22" in card.text
    await stage.coordinator.tap("Zatwierdź")
    await stage.advisor.open(await stage.komplet.link("advisor", "--advisor", "Halina Wrońska"))
    await stage.advisor.tap("Potwierdzam")
    await stage.comes_in(stage.head, "head")
    await stage.head.tap("Zaproś Sekretarza")
    link = await link_in_chat(stage.head)
    await stage.secretary.open(link)
    await stage.secretary.until(WLODAWA)
    await stage.secretary.tap("Potwierdzam")

    person, actions = stage.secretary, 0
    await person.until("Krok 1 z 3")
    await person.say("Anna Kowalczyk – Sekretarz Powiatu")
    await person.tap("Dopisz do grupy")
    await person.tap("To propozycja")
    await person.until("Krok 2 z 3")
    await person.say(EIGHT)
    await person.until("Odczytano")
    await person.tap("Tak")
    actions += 5
    await person.until("Krok 3 z 3")
    for name in ("Kowalczyk", "Lis-Sadowska", "Sikora", "Wójcik"):
        await pick(person, name)
        actions += 1
    await person.until("4 z 4")
    await person.tap("Gotowe")
    await person.until("Podsumowanie")
    await person.tap("Wyślij")
    actions += 2
    assert actions <= 11

    await stage.head.tap("Zatwierdź")
    await shown(stage.head, "Stan: zatwierdzone")
    office = await settled(stage, "zatwierdzone")
    assert office["plenipotentiary"] == {
        "name": "Anna Kowalczyk",
        "position": "Sekretarz Powiatu",
        "in_steering": True,
    }
    assert len(office["steering"]) == 8
    assert sorted(office["editorial"]) == sorted(
        ["Anna Kowalczyk", "Ewa Lis-Sadowska", "Monika Sikora", "Marek Wójcik"]
    )
    assert office["missing"] == []
    assert office["approved_by"] == "Starosta"


async def shown(person: Person, text: str) -> None:
    """Wait until any of the bot's messages says so: letters may stand below the card."""
    await person.until(
        lambda sight: any(text in each.text for each in sight.messages if each.from_bot)
    )


async def link_in_chat(person: Person) -> str:
    """The invitation link that the bot posted."""
    await person.until(lambda sight: any("?start=" in message.text for message in sight.messages))
    texts = [message.text for message in (await person.see()).messages]
    text = next(text for text in reversed(texts) if "?start=" in text)
    return next(word for word in text.split() if "?start=" in word)


async def pick(person: Person, surname: str) -> None:
    """Tap the editor's toggle and wait until the card shows it."""
    card = await person.until("Krok 3 z 3")
    label = next(label for label in card.buttons if surname in label)
    await person.tap(label)
    await person.until(
        lambda sight: (
            sight.card is not None
            and any(surname in new and new != label for new in sight.card.buttons)
        )
    )


async def settled(stage: Stage, status: str) -> dict[str, Any]:
    """The office's status once its card says so."""
    office = await stage.komplet.office(WLODAWA)
    assert office["status"] == status, office
    return office


@pytest.mark.timeout(240)
async def test_killed_between_any_two_updates_the_story_goes_on(stage: Stage) -> None:
    """kill -9 before every action: what is said while the bot is down waits for it."""
    await stage.table_is_imported()
    await stage.comes_in(stage.head, "head")
    await stage.comes_in(stage.secretary, "secretary")
    person = stage.secretary
    await person.until("Krok 1 z 3")

    async def say(words: str) -> None:
        stage.komplet.kill()
        await person.say(words)
        stage.komplet.start()

    async def tap(label: str, who: Person = person) -> None:
        await who.until(lambda sight: sight.with_button(label))
        stage.komplet.kill()
        await who.tap(label)
        stage.komplet.start()

    await say("Anna Kowalczyk – Sekretarz Powiatu")
    await tap("Dopisz do grupy")
    await tap("To propozycja")
    await person.until("Krok 2 z 3")
    await say(EIGHT)
    await tap("Tak")
    await person.until("Krok 3 z 3")
    await say("1 3 5 8")
    await person.until("4 z 4")
    await tap("Gotowe")
    await tap("Wyślij")
    await person.until("czeka")
    await tap("Zatwierdź", stage.head)
    await shown(stage.head, "Stan: zatwierdzone")
    office = await settled(stage, "zatwierdzone")
    assert len(office["steering"]) == 8
    assert len(office["editorial"]) == 4


async def test_every_refusal_says_why_and_loses_nothing(stage: Stage) -> None:
    """The head and an inspector as Pełnomocnik, nine of eight, a fifth editor, an outsider."""
    await stage.table_is_imported()
    await stage.comes_in(stage.secretary, "secretary")
    person = stage.secretary
    await person.until("Krok 1 z 3")
    await person.say("Jan Nowak – Starosta")
    await person.until("To kierownik urzędu")
    await person.say("Halina Gil – inspektor")
    card = await person.until("nie wygląda na kierownicze")
    assert "pkt 6" in card.text
    await person.tap("Zmień")
    await answer_step_one(person)
    await person.say(EIGHT + "\n9. Adam Lis – Naczelnik Wydziału Promocji\n10. KOWALCZYK ANNA")
    await person.until("Które słowo jest nazwiskiem")
    await person.tap("Borys")
    await person.until("Odczytano")
    await person.tap("Tak")
    card = await person.until("przekracza limit o 1 osobę")
    assert "8" in card.text
    await person.tap("Usuń osoby")
    await person.until("Adam Lis")
    await person.say("9")
    await person.until("Odczytano")
    await person.tap("Tak")
    await person.until("Krok 3 z 3")
    await person.say("1 2 3 4 5")
    await person.until("przekracza limit o 1 osobę")
    await person.tap("Wybierz ponownie")
    await person.say("1 2 3 4")
    await person.until("4 z 4")
    await person.tap("☐ 5. Monika Sikora")
    assert "Limit bloku II to 4 osoby" in await person.alert()
    await person.say("Zofia Obca – Naczelnik Wydziału Kultury")
    card = await person.until("spoza grupy sterującej")
    assert "pkt 5" in card.text
    await person.tap("Pomiń")
    await submit_with_numbers(person)
    office = await stage.komplet.office(WLODAWA)
    assert len(office["steering"]) == 8


async def test_a_stranger_learns_nothing(stage: Stage) -> None:
    """Neither from a made-up link, nor from a used one, nor by asking."""
    await stage.table_is_imported()
    link = await stage.komplet.link("secretary", "--office", WLODAWA)
    await stage.secretary.open(link)
    await stage.secretary.tap("Potwierdzam")
    await stage.secretary.until("Krok 1 z 3")
    for attempt in (link, "zgadniety-token", "A" * 64):
        await stage.stranger.open(attempt)
    for words in ("/stan", "/doradca", "Starostwo Powiatowe we Włodawie", "/termin", "/grupa"):
        await stage.stranger.say(words)
    await stage.stranger.forge("1.0.ap.")
    await stage.stranger.say("/pomoc")
    await stage.stranger.until("Polecenia")
    said = await stage.stranger.transcript()
    bot_said = " ".join(m.text for m in (await stage.stranger.see()).messages if m.from_bot)
    for secret in ("Włodaw", "Wrońska", "Terespol", "Kmieć"):
        assert secret not in bot_said, said


async def test_bad_input_gets_a_clear_sentence_and_changes_nothing(stage: Stage) -> None:
    """A photo, a wrong file, rubbish, a huge name, an unknown command."""
    await stage.table_is_imported()
    await stage.comes_in(stage.secretary, "secretary")
    person = stage.secretary
    await answer_step_one(person)
    await person.upload("lista.png", PIXEL, as_photo=True)
    await person.until("z obrazu nie da się odczytać listy")
    await person.upload("lista.pdf", b"%PDF-1.4 ...")
    await person.until("PDF")
    await person.say("/takiego_nie_ma")
    await person.until("polece")
    await person.say("A" * 4000)
    await person.until("Krok 2 z 3")
    await person.say("!!!")
    await person.until("Krok 2 z 3")
    office = await stage.komplet.office(WLODAWA)
    assert [each["name"] for each in office["steering"]] == ["Anna Kowalczyk"]


async def test_commands_in_the_middle_of_a_step_come_back_to_it(stage: Stage) -> None:
    """/pomoc, /stan and /rodo over a step, and a name typed on top of the help."""
    await stage.table_is_imported()
    await stage.comes_in(stage.secretary, "secretary")
    person = stage.secretary
    await person.until("Krok 1 z 3")
    for command in ("/pomoc", "/stan", "/rodo"):
        await person.say(command)
        await person.tap("Wróć do pracy")
        await person.until("Krok 1 z 3")
    await person.say("/pomoc")
    await person.until(lambda sight: sight.with_button("Wróć do pracy"))
    await person.say("Anna Kowalczyk – Sekretarz Powiatu")
    await person.until("bloku I")


async def test_two_people_on_one_draft_see_each_other(stage: Stage) -> None:
    """What the Sekretarz adds shows on the head's card at once."""
    await stage.table_is_imported()
    await stage.comes_in(stage.head, "head")
    await stage.comes_in(stage.secretary, "secretary")
    await answer_step_one(stage.secretary)
    await stage.head.say("/grupa")
    await stage.head.until("Anna Kowalczyk")
    await stage.secretary.say(EIGHT)
    await stage.head.until("Marek Wójcik")


async def test_the_head_returns_the_secretary_corrects_and_sends_again(stage: Stage) -> None:
    """A comment travels back; after the approval an amendment is shown as a difference."""
    await stage.table_is_imported()
    await stage.comes_in(stage.head, "head")
    await stage.comes_in(stage.secretary, "secretary")
    await write_everything(stage.secretary)
    await stage.head.tap("Zwróć do poprawy")
    await stage.head.say("Proszę zastąpić Monikę Sikorę kimś z finansów")
    await shown(stage.head, "Stan: zwrócone do poprawy")
    await settled(stage, "zwrócone do poprawy")
    await stage.secretary.until(
        lambda sight: any("Monikę Sikorę" in message.text for message in sight.messages)
    )
    await stage.secretary.tap("Popraw")
    await stage.secretary.tap("Wyślij")
    await stage.head.tap("Zatwierdź")
    await shown(stage.head, "Stan: zatwierdzone")
    await stage.secretary.tap("Zmień skład")
    await stage.secretary.tap("Zespół redakcyjny")
    await stage.secretary.say("1 3 5 7")
    await stage.secretary.tap("Gotowe")
    await stage.secretary.until("Dopisano")
    await stage.secretary.tap("Wyślij")
    await shown(stage.head, "Dopisano")
    office = await settled(stage, "zatwierdzone")
    assert "Marek Wójcik" in office["editorial"]
    await stage.head.tap("Zatwierdź")
    await stage.head.until(lambda sight: sight.with_button("Zmień skład"))
    office = await settled(stage, "zatwierdzone")
    assert "Beata Chmiel" in office["editorial"]


async def test_a_larger_limit_is_asked_for_and_granted(stage: Stage) -> None:
    """Nine people for eight seats: the coordinator decides, and the submission can be sent."""
    await stage.coordinator_comes_in()
    await stage.table_is_imported()
    await stage.comes_in(stage.head, "head")
    person = stage.head
    await answer_step_one(person)
    await person.say(EIGHT + "\n9. Adam Lis – Naczelnik Wydziału Promocji")
    await person.until("Odczytano")
    await person.tap("Tak")
    await person.until("przekracza limit")
    await person.tap("Poproś o zmianę limitu")
    await person.say("Nowy wydział powstał w tym roku")
    await shown(person, "Krok 3 z 3")
    await stage.coordinator.until(
        lambda sight: any("Włodaw" in message.text for message in sight.messages)
    )
    await stage.coordinator.say("Włodawa")
    await stage.coordinator.until(lambda sight: office_button(sight) is not None)
    label = office_button(await stage.coordinator.see())
    assert label
    await stage.coordinator.tap(label)
    await stage.coordinator.tap("Zgódź się")
    await shown(person, "zwiększył limit")
    await submit_with_numbers(person)
    await shown(person, "Stan: zatwierdzone")
    office = await settled(stage, "zatwierdzone")
    assert office["limit_steering"] == 9


def office_button(sight: object) -> str | None:
    """The button of Włodawa on the newest card."""
    card = getattr(sight, "card", None)
    return next((label for label in card.buttons if "Włodaw" in label), None) if card else None
