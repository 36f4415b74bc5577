"""Step 1: who may be Pełnomocnik, who only with a reason, who only if the coordinator agrees."""

import pytest

from tests.stories.acts import EIGHT, answer_step_one, answer_step_two, open_office, submit
from tests.stories.conftest import Stage

THE_ADVISOR = ("Halina Wrońska – Sekretarz Powiatu", "Doradcą tego urzędu")
THE_HEAD = ("Jan Nowak – Starosta", "To kierownik urzędu")


async def test_an_inspector_is_kept_with_a_reason(stage: Stage) -> None:
    """R2: outside the management is allowed, and said to whoever decides."""
    stage.table()
    await stage.comes_in(stage.head, "head")
    await stage.comes_in(stage.secretary, "secretary")
    person = stage.secretary
    await person.until("Krok 1 z 3")
    await person.say("Halina Gil – inspektor")
    card = await person.until("nie wygląda na kierownicze")
    assert "pkt 6" in card.text
    await person.tap("Pozostaw")
    await person.until("krótki powód")
    await person.say("Prowadzi system od dziesięciu lat")
    await person.tap("Dopisz do grupy")
    await person.tap("To propozycja")
    await person.say("\n".join(EIGHT.splitlines()[:7]))
    await person.until("Odczytano 8 osób")
    await person.tap("Tak")
    await submit(person, "1 2 3 4")
    await person.shown("Zgłoszenie przyjęto")
    assert stage.office()["status"] == "zgłoszone z uwagą"
    await stage.head.tap("Pokaż")
    await stage.head.shown("„Prowadzi system od dziesięciu lat”")
    assert stage.office()["plenipotentiary"]["name"] == "Halina Gil"


@pytest.mark.parametrize(("who", "refusal"), [THE_ADVISOR, THE_HEAD], ids=["R2a", "R2b"])
async def test_the_coordinator_agrees_to_an_unusual_plenipotentiary(
    stage: Stage, who: str, refusal: str
) -> None:
    """The Advisor (R2a), the head (R2b): asked for with a reason, granted, submitted with it."""
    stage.table()
    await stage.comes_in(stage.coordinator, "coordinator")
    await stage.comes_in(stage.secretary, "secretary")
    person, name = stage.secretary, who.split(" – ", maxsplit=1)[0]
    await person.until("Krok 1 z 3")
    await person.say(who)
    await person.until(refusal)
    assert stage.office()["plenipotentiary"] is None
    await person.tap("Poproś o zgodę")
    await person.say("Nie mamy nikogo innego")
    await stage.coordinator.shown("prośba o zgodę dotyczącą Pełnomocnika")
    await open_office(stage.coordinator, "Włodaw")
    await stage.coordinator.until("Powód: „Nie mamy nikogo innego”")
    await stage.coordinator.tap("Zgódź się")
    await person.shown("koordynator wyraził zgodę dotyczącą Pełnomocnika")
    await person.tap("Dopisz do grupy")
    await person.tap("To propozycja")
    await answer_step_two(person, "\n".join(EIGHT.splitlines()[:7]))
    await submit(person, "1 2 3 4")
    await person.shown("Zgłoszenie przyjęto")
    office = stage.office()
    assert office["status"] == "zgłoszone z uwagą"
    assert office["plenipotentiary"]["name"] == name


async def test_the_coordinator_refuses_and_the_office_names_somebody_else(stage: Stage) -> None:
    """Until somebody else is named, the submission cannot be sent."""
    stage.table()
    await stage.comes_in(stage.coordinator, "coordinator")
    await stage.comes_in(stage.secretary, "secretary")
    person = stage.secretary
    await person.until("Krok 1 z 3")
    await person.say(THE_HEAD[0])
    await person.tap("Poproś o zgodę")
    await person.say("Nie mamy nikogo innego")
    await stage.coordinator.shown("prośba o zgodę dotyczącą Pełnomocnika")
    await open_office(stage.coordinator, "Włodaw")
    await stage.coordinator.tap("Odmów")
    await person.shown("koordynator nie wyraził zgody dotyczącej Pełnomocnika")
    await person.say("/pelnomocnik")
    await answer_step_one(person)
    assert stage.office()["plenipotentiary"]["name"] == "Anna Kowalczyk"


async def test_a_position_is_asked_for_when_only_a_name_was_typed(stage: Stage) -> None:
    """Two messages instead of one; and somebody else may be named instead."""
    stage.table()
    await stage.comes_in(stage.secretary, "secretary")
    person = stage.secretary
    await person.until("Krok 1 z 3")
    await person.say("Anna Kowalczyk")
    await person.until("Anna Kowalczyk – proszę podać stanowisko")
    await person.say("Sekretarz Powiatu")
    await person.until("nie ma na liście bloku I")
    assert stage.office()["plenipotentiary"]["position"] == "Sekretarz Powiatu"


@pytest.mark.parametrize(
    "unread",
    [
        ("Grupa sterująca: Nowak, Wiśniewski, Wójcik",),
        ("1. Nowak – skarbnik", "2. Wójcik – kierownik referatu"),
    ],
    ids=["surnames", "posts"],
)
async def test_a_list_of_which_the_plenipotentiary_alone_could_be_read_is_not_cut_short(
    stage: Stage, unread: tuple[str, ...]
) -> None:
    """What could not be read is told line by line, and nobody is asked about it as if it were."""
    stage.table()
    await stage.comes_in(stage.secretary, "secretary")
    person = stage.secretary
    await person.until("Krok 1 z 3")
    await person.say("\n".join(("Pełnomocnik: Anna Kowalczyk – Sekretarz Powiatu", *unread)))
    card = await person.until("Odczytano 1 osobę")
    assert all(line in card.text for line in unread), card.text
    assert stage.office()["plenipotentiary"]["name"] == "Anna Kowalczyk"
    await person.say("Adam Nowak – Skarbnik")
    await person.until("Odczytano 2 osoby")


async def test_a_plenipotentiary_stays_out_of_block_one_for_a_reason_only(stage: Stage) -> None:
    """R3: very advisable, not obligatory."""
    stage.table()
    await stage.comes_in(stage.secretary, "secretary")
    person = stage.secretary
    await person.until("Krok 1 z 3")
    await person.say("Zofia Sekulska – Sekretarz Powiatu")
    await person.tap("Pozostaw bez udziału")
    await person.until("nie weźmie udziału w bloku I")
    await person.say("Była na takim szkoleniu w zeszłym roku")
    await person.tap("To propozycja")
    await answer_step_two(person)
    await submit(person)
    await person.until("Zgłoszenie przyjęto")
    office = stage.office()
    assert office["status"] == "zgłoszone z uwagą"
    assert office["plenipotentiary"]["in_steering"] is False
    assert len(office["steering"]) == 8


async def test_the_plenipotentiary_is_chosen_from_a_list_that_came_first(stage: Stage) -> None:
    """A surname will do; and what changes the list is no answer to who it is."""
    stage.table()
    await stage.comes_in(stage.head, "head")
    person = stage.head
    await person.until("Krok 1 z 3")
    await person.say("\n".join(EIGHT.splitlines()[1:7]))
    await person.until("Odczytano 6 osób")
    await person.say("tak")
    await person.until("Krok 1 z 3")
    await person.say(
        "proszę dopisać jeszcze: Wasyl Hryniewicz, kierownik referatu gospodarki, "
        "tel. 83 371 20 10 w. 23 i skreślić Borysa"
    )
    card = await person.until("Wprowadzić tę zmianę?")
    assert "Usunąć: Tomasz Borys" in card.text
    assert "Dopisać: Wasyl Hryniewicz – Kierownik Referatu Gospodarki" in card.text
    await person.say("tak")
    await person.until("Zmianę wprowadzono")
    await person.say("tak")
    await person.until("Krok 1 z 3")
    await person.until("3. Monika Sikora – Kierownik Referatu Organizacyjnego")
    await person.say("pełnomocnikiem będzie p. Sikora")
    await person.until("Pełnomocnik: Monika Sikora")
    office = stage.office()
    assert office["plenipotentiary"]["name"] == "Monika Sikora"
    names = [each["name"] for each in office["steering"]]
    assert "Wasyl Hryniewicz" in names
    assert "Tomasz Borys" not in names
