"""Plays a whole programme on the playground's page: forty-two offices, from nothing to complete.

`python -m tests.browser.programme [FOLDER]`. One table, invitations from one file, then every
office in one of several ways (its list pasted, typed, sent, told; by the head, by a Sekretarz, by
the coordinator), attendance, documents, the closing. Everything is done as people do it, with the
mouse and the keyboard. Whatever the browser complains about and whatever is not as it should be
ends it; what it looked like is kept in the folder.
"""

import io
import re
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path

import openpyxl
from playwright.sync_api import ConsoleMessage, sync_playwright

from bot.playground.cast import (
    ADVISOR,
    COORDINATOR,
    HEAD_OF_TERESPOL,
    HEAD_OF_WLODAWA,
    STRANGER,
    Member,
)
from tests.browser.conftest import CHROMIUM, DESK, FLAGS, PHONE, running
from tests.browser.offices import Place, places, table
from tests.browser.ways import WAYS, Phone, Way, pasted_with_roles

HEADS = (HEAD_OF_WLODAWA, HEAD_OF_TERESPOL, STRANGER)
"""Six people live on the page: these head all offices but those that the coordinator enters."""


def begin(phone: Phone) -> dict[str, str]:
    """The coordinator comes in, loads the table, sets the deadline; links by office or Advisor."""
    phone.of(COORDINATOR)
    phone.tap("Potwierdzam", "Nie ma jeszcze")
    phone.send("tabele-koordynacyjne.docx", table(), "Zatwierdzić wczytanie")
    phone.keep("01-preview")
    phone.tap("Zatwierdź", "42 urzędy")
    phone.keep("02-desk")
    phone.say("/ustawienia", "Ustawienia")
    phone.tap("Terminy", "Termin zgłoszenia")
    phone.tap("Zmień termin", "Proszę wpisać termin")
    phone.say("15.01.2027", "Po zmianie")
    phone.tap("Zapisz", "Ustawienie zapisano")
    status(phone, 0)
    return invitations(phone)


def invitations(phone: Phone) -> dict[str, str]:
    """A link for everybody who is not in yet, out of one file: by office or Advisor."""
    phone.of(COORDINATOR)
    phone.say("/zaproszenia", "Kogo zaprosić")
    phone.tap("Zaproszenia w pliku", "Powstaną nowe linki")
    phone.tap("Arkusz", "zaproszenia.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(phone.fetched("zaproszenia.xlsx"))).worksheets[0]
    return {str(row[0]): str(row[2]) for row in sheet.iter_rows(min_row=2, values_only=True)}


def status(phone: Phone, complete: int) -> None:
    """What /stan says to the coordinator, kept as a desk and as a phone show it."""
    phone.of(COORDINATOR)
    phone.say("/stan", f"42 urzędy, w tym z kompletem: {complete}\\b")
    phone.keep(f"stan-{complete:02}-desk")
    phone.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    phone.last.locator("..").evaluate("each => each.parentElement.scrollTo(0, 1e9)")
    phone.keep(f"stan-{complete:02}-phone")
    phone.page.set_viewport_size({"width": DESK[0], "height": DESK[1]})


def enrol(phone: Phone, place: Place, head: Member, links: dict[str, str], way: Way) -> None:
    """The head follows the link and submits."""
    phone.of(head)
    phone.say(links[place.name], f"Zaproszenie: {place.name}")
    phone.tap("Potwierdzam", "Krok 1 z 3")
    way(phone, place)
    phone.until("Stan: zatwierdzone")


def enter(phone: Phone, place: Place) -> None:
    """An office without Telegram: the coordinator types its list, and how its head decided."""
    see_office(phone, place)
    phone.tap("Wprowadź listę urzędu", "Krok 1 z 3")
    pasted_with_roles(phone, place)
    phone.until("Stan: zatwierdzone")


def see_office(phone: Phone, place: Place) -> None:
    """The coordinator finds one office by its name."""
    phone.of(COORDINATOR)
    phone.say("/start", "Stan zgłoszeń")
    phone.say(place.name, "Wyszukano")
    phone.tap("1. ", f"{place.name}[^›]*Stan:")


def afterwards(phone: Phone, place: Place) -> None:
    """Who took block I: everybody who was to."""
    see_office(phone, place)
    phone.tap("Więcej…", place.name)
    phone.tap("Obecność w bloku I", "Kto uczestniczył")
    phone.tap("Byli wszyscy", place.name)


def end(phone: Phone) -> None:
    """The coordinator's files, the closing of all lists, a week and a morning later."""
    phone.of(COORDINATOR)
    phone.say("/eksport", "Pliki i zestawienia|Eksport")
    phone.tap("Excel", "xlsx")
    name = re.search(r"[\w-]+\.xlsx", phone.last.inner_text())
    assert name, phone.last.inner_text()
    book = openpyxl.load_workbook(io.BytesIO(phone.fetched(name.group())))
    text = "\n".join(
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
    )
    for place in places():
        assert all(part in text for name, _ in place.people for part in name.split()), place.name
    phone.keep("export")
    phone.say("/start", "Stan zgłoszeń")
    phone.tap("Zamykanie list", "Które zamknąć")
    phone.tap("Wszystkie urzędy", "Zmiana obejmie")
    phone.keep("closing")


def play(phone: Phone) -> None:
    """From nothing to forty-two complete offices."""
    links = begin(phone)
    phone.of(ADVISOR)
    phone.say(links[ADVISOR.name], "Czy to zaproszenie")
    phone.tap("Potwierdzam", "Przypisane urzędy")
    heads, ways = cycle(HEADS), cycle((*WAYS, None))
    for done, place in enumerate(places()):
        if done == 10:
            status(phone, done)
            remind(phone)
            links = invitations(phone)  # the first ones have expired meanwhile
        way = next(ways)
        began = time.monotonic()
        if way is None:
            enter(phone, place)
        else:
            enrol(phone, place, next(heads), links, way)
        name = way.__name__ if way else "entered"
        sys.stderr.write(f"{done + 1}. {place.name} – {name}, {time.monotonic() - began:.1f} s\n")
        phone.keep(f"office-{place.number + 1:02}-{name}")
    status(phone, 42)
    afterwards(phone, places()[0])
    phone.keep("attendance")
    end(phone)


def remind(phone: Phone) -> None:
    """To the morning of the first reminder: its Advisor reads what is missing."""
    for _ in range(5):
        phone.page.get_by_role("button", name="+1 tydz.").click()
    phone.page.get_by_role("button", name="Następny poranek roboczy").click()
    phone.of(ADVISOR)
    phone.until("Do terminu")
    phone.keep("reminder")


def main(folder: Path) -> None:
    """Play it through; the folder has what it looked like."""
    complaints: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(message.text)

    with (
        running("bot", "playground", "--no-open", "--port", "0") as url,
        sync_playwright() as play_wright,
    ):
        chromium = play_wright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = chromium.new_page(locale="pl-PL", viewport={"width": DESK[0], "height": DESK[1]})
        page.on("console", heard)
        page.goto(f"{url}/#{COORDINATOR.id}")
        phone = Phone(page, folder)
        try:
            play(phone)
        except Exception:
            phone.keep("stopped")
            sys.stderr.write(phone.last.inner_text())
            raise
        chromium.close()
    assert not complaints, complaints


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp(prefix="komplet-")))
