"""The coordinator's work over HTTP: access taken back, a file of links, an announcement."""

import io

from openpyxl import load_workbook

from tests.stories.acts import answer_step_one
from tests.stories.conftest import TERESPOL, Stage


async def test_access_is_looked_up_and_taken_back_at_once(stage: Stage) -> None:
    """The head loses the role while writing; the card becomes the stranger's and stays so."""
    stage.table()
    await stage.comes_in(stage.coordinator, "coordinator")
    await stage.comes_in(stage.head, "head")
    await answer_step_one(stage.head)
    stale = await stage.head.card()

    await stage.coordinator.say("/dostep")
    await stage.coordinator.until("Dostęp do asystenta")
    await stage.coordinator.say("Bartoszuk")
    await stage.coordinator.until("Wyszukano: „Bartoszuk”")
    await stage.coordinator.tap_like("Tomasz")
    await stage.coordinator.tap("Odwołaj")
    await stage.coordinator.until("Odwołać ten dostęp?")
    await stage.coordinator.tap("Tak, odwołaj")
    await stage.coordinator.until("Dostęp odwołano: Tomasz Bartoszuk")

    await stage.head.shown("dostęp do zgłoszenia został wycofany")
    await stage.head.shown("potrzebny jest link z zaproszeniem")
    await stage.head.forge(stale.data("Wstecz"), on=stale)
    assert "innej roli" in await stage.head.alert()
    await stage.head.tap("Otwórz")
    await stage.head.until("potrzebny jest link z zaproszeniem")
    assert stage.office()["plenipotentiary"] is not None, "what was written stays"

    menus = [call["params"] for call in stage.world.calls if call["method"] == "setMyCommands"]
    assert any("dostep" in str(each) and "chat" in str(each.get("scope")) for each in menus)


async def test_an_announcement_reaches_whom_it_is_for_and_links_come_as_a_file(
    stage: Stage,
) -> None:
    stage.table()
    await stage.comes_in(stage.coordinator, "coordinator")
    await stage.comes_in(stage.head, "head")
    await stage.comes_in(stage.advisor, "advisor")
    await stage.coordinator.say("/ogloszenie")
    await stage.coordinator.until("Proszę wpisać treść")
    await stage.coordinator.say("Szkolenie 11 stycznia.\n\nSala <nr 3> & parking.")
    await stage.coordinator.until("Do kogo wysłać?")
    await stage.coordinator.tap("Kierownicy, Sekretarze")
    await stage.coordinator.until("1 osoba")
    await stage.coordinator.tap("Wyślij ogłoszenie")
    letter = await stage.head.shown("Sala <nr 3> & parking.")
    assert "Szkolenie 11 stycznia.\n\nSala" in letter.text
    assert letter.buttons == ["Otwórz"]
    await stage.letters_sent()
    await stage.coordinator.tap("Odśwież")
    await stage.coordinator.until("Wysłano: 1")
    await stage.head.tap("Otwórz", on=letter)
    await stage.head.until("Stan: nierozpoczęte")
    assert "parking" not in await stage.advisor.transcript()

    await stage.coordinator.say("/zaproszenia")
    await stage.coordinator.tap("Zaproszenia w pliku")
    await stage.coordinator.until("kierownicy urzędów: 2, Doradcy: 1")
    await stage.coordinator.tap("Arkusz (.xlsx)")
    sheet = load_workbook(io.BytesIO(await stage.coordinator.document("zaproszenia"))).active
    assert sheet is not None
    found = {str(name.value): str(link.value) for name, _, link, *_ in sheet.iter_rows()}
    await stage.other_head.open(found[TERESPOL])
    await stage.other_head.tap("Potwierdzam")
    await stage.other_head.until("Krok 1 z 3")
