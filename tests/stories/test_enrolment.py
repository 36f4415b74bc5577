"""The main job, told by those who do it: from a table to an approved team, over real HTTP."""

import pytest

from bot.playground.sample import sample_table
from tests.person import Person
from tests.stories.acts import (
    EIGHT,
    SEKRETARZ,
    answer_step_one,
    answer_step_two,
    link_in_chat,
    pick,
    submit,
    submitted_team,
)
from tests.stories.conftest import WLODAWA, Stage


async def test_a_county_office_goes_from_a_table_to_an_approved_team(stage: Stage) -> None:
    """Coordinator, Advisor, head and Sekretarz, all in the chat, links and status by `komplet`."""
    await stage.coordinator.open(await stage.komplet.link("coordinator"))
    await stage.coordinator.tap("Potwierdzam")
    await stage.coordinator.until("Tabel")
    await stage.coordinator.upload("tabela-A.xlsx", sample_table())
    card = await stage.coordinator.until("Wczytano 6 urzędów")
    assert "Trwa odczyt" not in await stage.coordinator.transcript(), "it is over"
    assert "42" in card.text
    assert "22" in card.text
    await stage.coordinator.tap("Zatwierdź")
    await stage.advisor.open(await stage.komplet.link("advisor", "--advisor", "Halina Wrońska"))
    await stage.advisor.tap("Potwierdzam")
    await stage.head.open(await stage.komplet.link("head", "--office", WLODAWA))
    await stage.head.tap("Potwierdzam")
    await stage.head.tap("Zaproś Sekretarza")
    person = stage.secretary
    await person.open(await link_in_chat(stage.head))
    await person.until(WLODAWA)
    await person.tap("Potwierdzam")

    await person.until("Krok 1 z 3")
    person.actions = 0
    await answer_step_one(person)
    await answer_step_two(person)
    for name in ("Kowalczyk", "Lis-Sadowska", "Sikora", "Wójcik"):
        await pick(person, name)
    await person.until("4 z 4")
    await person.tap("Gotowe")
    await person.until("Podsumowanie")
    await person.tap("Wyślij")
    assert person.actions == 11

    await stage.head.tap("Zatwierdź")
    await stage.head.shown("Stan: zatwierdzone")
    await stage.advisor.shown("kierownik urzędu zatwierdził skład")
    office = await stage.komplet.office(WLODAWA)
    assert office["status"] == "zatwierdzone"
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


async def test_eight_actions_are_enough_with_the_editors_typed(stage: Stage) -> None:
    """The Pełnomocnik stands in the pasted list again and is the same person, silently."""
    stage.table()
    person = stage.secretary
    await stage.comes_in(person, "secretary")
    await person.until("Krok 1 z 3")
    person.actions = 0
    await answer_step_one(person)
    await person.say(EIGHT)
    card = await person.until("Odczytano 8 osób")
    assert "Już na liście" not in card.text
    assert "Dopisano 7 osób" in card.text
    await person.tap("Tak")
    await submit(person)
    assert person.actions == 8
    await person.until("Zgłoszenie przyjęto")
    assert stage.office()["status"] == "zgłoszone"


MARKED = {
    "under headings": f"""Pełnomocnik: {SEKRETARZ}
Grupa sterująca:
{EIGHT}
Zespół redakcyjny:
1. Anna Kowalczyk
2. Ewa Lis-Sadowska
3. Monika Sikora
4. Marek Wójcik""",
    "line by line": """1. Anna Kowalczyk – Sekretarz Powiatu (Pełnomocnik, ZR)
2. Piotr Zalewski – Wicestarosta
3. Ewa Lis-Sadowska – Skarbnik Powiatu (ZR)
4. Tomasz Borys – Naczelnik Wydziału Geodezji
5. Monika Sikora – Kierownik Referatu Organizacyjnego (ZR)
6. Krzysztof Żółkowski – Naczelnik Wydziału Komunikacji
7. Beata Chmiel – Dyrektor Wydziału Oświaty
8. Marek Wójcik – Geodeta Powiatowy (ZR)""",
}


@pytest.mark.parametrize("marked", MARKED.values(), ids=MARKED.keys())
async def test_four_actions_are_enough_when_the_list_marks_the_roles(
    stage: Stage, marked: str
) -> None:
    """The list, that it is right, the basis, off it goes."""
    stage.table()
    person = stage.secretary
    await stage.comes_in(person, "secretary")
    await person.until("Krok 1 z 3")
    person.actions = 0
    await person.say(marked)
    await person.until("Odczytano 8 osób")
    await person.tap("Tak")
    await person.tap("To propozycja")
    await person.until("Podsumowanie")
    await person.tap("Wyślij")
    assert person.actions == 4
    await person.until("Zgłoszenie przyjęto")
    office = stage.office()
    assert office["status"] == "zgłoszone"
    assert office["plenipotentiary"]["name"] == "Anna Kowalczyk"
    assert len(office["steering"]) == 8
    assert sorted(office["editorial"]) == sorted(
        ["Anna Kowalczyk", "Ewa Lis-Sadowska", "Monika Sikora", "Marek Wójcik"]
    )


@pytest.mark.timeout(240)
async def test_killed_between_any_two_updates_the_story_goes_on(stage: Stage) -> None:
    """kill -9 before every action: what is said while the bot is down waits for it."""
    stage.table()
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

    await say(SEKRETARZ)
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
    await stage.head.shown("Stan: zatwierdzone")
    office = stage.office()
    assert office["status"] == "zatwierdzone"
    assert len(office["steering"]) == 8
    assert len(office["editorial"]) == 4


async def test_two_people_on_one_draft_see_each_other(stage: Stage) -> None:
    """What the Sekretarz adds shows on the head's card at once."""
    stage.table()
    await stage.comes_in(stage.head, "head")
    await stage.comes_in(stage.secretary, "secretary")
    await answer_step_one(stage.secretary)
    await stage.head.say("/grupa")
    await stage.head.until("Anna Kowalczyk")
    await stage.secretary.say(EIGHT)
    await stage.head.until("Marek Wójcik")


async def test_a_button_drawn_before_a_colleague_changed_the_list_vouches_for_nothing(
    stage: Stage,
) -> None:
    """The head approves what the Sekretarz has meanwhile taken back and sent anew."""
    stage.table()
    await submitted_team(stage)
    old = await stage.head.until_button("Zatwierdź")
    await stage.secretary.tap("Wycofaj i popraw")
    await stage.head.until_button("Pozostaw bez zmian")
    await stage.head.forge(old.data("Zatwierdź"), on=old)
    assert "zmieniło się w międzyczasie" in await stage.head.alert()
    assert stage.office()["status"] == "w przygotowaniu"


async def test_commands_in_the_middle_of_a_step_come_back_to_it(stage: Stage) -> None:
    """/pomoc, /stan and /rodo over a step, and a name typed on top of the help."""
    stage.table()
    await stage.comes_in(stage.secretary, "secretary")
    person = stage.secretary
    await person.until("Krok 1 z 3")
    for command in ("/pomoc", "/stan", "/rodo"):
        await person.say(command)
        await person.tap("Wróć do pracy")
        await person.until("Krok 1 z 3")
    await person.say("/pomoc")
    await person.until(lambda sight: sight.with_button("Wróć do pracy"))
    await person.say(SEKRETARZ)
    await person.until("bloku I")


async def test_the_enrolment_is_written_in_english_too(stage: Stage) -> None:
    """One tap changes the language of the card that was there."""
    stage.table()
    person = stage.secretary
    await stage.comes_in(person, "secretary")
    await person.until("Krok 1 z 3")
    await person.say("/jezyk")
    await person.tap("English")
    await person.until("Step 1 of 3")
    await person.say(SEKRETARZ)
    await person.until("block I")


async def test_whoever_writes_what_the_buttons_say_gets_just_as_far(stage: Stage) -> None:
    """Not one tap, from the first card to the submission."""
    stage.table()
    await stage.comes_in(stage.secretary, "secretary")
    person = stage.secretary
    for said, then in (
        (SEKRETARZ, "Zapisano Pełnomocnika"),
        ("dopisz do grupy", "Na jakiej podstawie"),
        ("to propozycja", "Krok 2 z 3"),
        (EIGHT, "Czy lista jest poprawna"),
        ("Tak.", "Krok 3 z 3"),
        ("1 3 5 8", "Wybór zapisano"),
        ("gotowe", "Podsumowanie"),
        ("WYSLIJ", "Zgłoszenie przyjęto"),
    ):
        await person.say(said)
        await person.until(then)
    assert stage.office()["status"] == "zgłoszone"
