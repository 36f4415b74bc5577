"""Documents in the chat: asked for with a button, made when sent, for whoever may have them."""

import hashlib
import io

from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook
from PIL import Image

from tests.person import Person
from tests.stories.acts import approved_team, open_office
from tests.stories.conftest import TERESPOL, WLODAWA, Stage


async def received(stage: Stage, person: Person, label: str, part_of_name: str) -> bytes:
    """Tap a document's button and wait for its file."""
    await person.tap(label)
    content = await person.document(part_of_name)
    await stage.letters_sent()
    return content


def paragraphs(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]


async def test_an_approved_office_its_advisor_and_the_coordinator_receive_documents(
    stage: Stage,
) -> None:
    """From the approval to the order, the list, the calendar, the record, the chart, the export."""
    stage.table()
    await stage.komplet.command("settings", "deadline", "15 stycznia 2027")
    await stage.komplet.command("settings", "training_i", "10.02.2027, 11.02.2027")
    await approved_team(stage)
    await stage.letters_sent()
    head = stage.head

    order = paragraphs(await received(stage, head, "Projekt zarządzenia", "projekt-zarzadzenia"))
    assert order[1] == "STAROSTY WŁODAWSKIEGO"
    assert "1) Anna Kowalczyk – Sekretarz Powiatu;" in order
    await head.shown("W załączniku projekt zarządzenia")
    await head.tap("Dokumenty")
    await head.shown(f"Dokumenty – {WLODAWA}")
    people = load_workbook(
        io.BytesIO(await received(stage, head, "Lista uczestników", "lista-uczestnikow"))
    )
    assert [len(list(sheet.rows)) for sheet in people] == [10, 6, 10, 4]
    dates = Calendar.from_ical(await received(stage, head, "Kalendarz", "terminy"))
    assert len(dates.walk("VEVENT")) == 2
    await head.tap("Wróć do pracy")
    await head.tap("Poinformowano osoby z listy")
    await head.shown("Osoby z listy poinformowano")

    advisor = stage.advisor
    await stage.comes_in(advisor, "advisor")
    await open_office(advisor, "Włodaw")
    await advisor.tap("Dokumenty")
    record = paragraphs(await received(stage, advisor, "Karta zatwierdzenia", "karta"))
    assert hashlib.sha256(record[-1].encode()).hexdigest() in record
    await advisor.say("/eksport")
    await advisor.until("Pliki i zestawienia")
    desk = load_workbook(
        io.BytesIO(await received(stage, advisor, "Lista uczestników", "lista-uczestnikow.xlsx"))
    )
    assert [row[1].value for row in desk["Urzędy"].iter_rows(min_row=3)][:2] == [WLODAWA, TERESPOL]

    coordinator = stage.coordinator
    await stage.comes_in(coordinator, "coordinator")
    await coordinator.say("/stan")
    await coordinator.until_button("Wykres")
    await coordinator.tap("Wykres")
    picture = await coordinator.shown("Stan zgłoszeń: komplet 1 z 3")
    content = await stage.http.get(f"/playground/files/{picture.file_id}")
    assert Image.open(io.BytesIO(content.content)).width == 1000
    await coordinator.tap("Pliki i zestawienia")
    table = (await received(stage, coordinator, "CSV", "zestawienie.csv")).decode("utf-8-sig")
    assert len(table.splitlines()) == 1 + 8 + 2
